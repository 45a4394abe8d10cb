/** Questions about points in the breakdown: awarded × points ÷ available, of an indicator or of its children. */
import { all, any, not } from "./kleene.js";
import { has, isList, isMap, map, maps, number, text } from "./plain.js";
import { equal, less } from "./rational.js";
import { holds, readSpan } from "./span.js";
import { isLoose } from "./tree.js";
import type { Truth } from "./kleene.js";
import type { Plain, PlainMap } from "./plain.js";
import type { Hull } from "./span.js";
import type { TreeNode } from "./tree.js";

export const QUESTIONS = ["indicator", "any_child_of", "every_child_of"] as const;

/** An indicator as questions see it. */
export interface Reading {
  /** What does not apply has no points. */
  readonly has: Truth;
  /** At full scale, between what they may be; null: it never has any. */
  readonly full: Hull | null;
  readonly children: () => readonly Reading[];
  readonly node: TreeNode | undefined;
}

/** What a name stands for; undefined while no sheet is named. */
export type Breakdown = (name: string) => Reading | undefined;

const NOTHING: Reading = { has: false, full: null, children: () => [], node: undefined };

/** A node over all that may be. */
export function seenOf(node: TreeNode): Reading {
  const { full, absent } = node.seen;
  return {
    has: full === null ? false : absent ? undefined : true,
    full,
    children: () => node.children.map(seenOf),
    node,
  };
}

function aboutOf(kind: (typeof QUESTIONS)[number], found: Reading): readonly Reading[] {
  return kind === "indicator" ? [found] : found.children();
}

export function answerAbout(kind: (typeof QUESTIONS)[number], found: Reading | undefined, test: PlainMap): Truth {
  if (found === undefined) return undefined;
  const about = aboutOf(kind, found);
  if (kind !== "every_child_of") return any(about.map((one) => all([one.has, passes(one, test)])));
  return all(about.map((one) => any([not(one.has), passes(one, test)])));
}

/** Whether all, some or none of the points that it may still have are as asked. */
function passes({ full }: Reading, test: PlainMap): Truth {
  if (full === null) return false;
  if (full.lo !== null && full.hi !== null && equal(full.lo, full.hi)) return holds(readSpan(test, false), full.lo);
  if (isInside(full, test)) return true;
  return isBeside(full, test) ? false : undefined;
}

function isInside(full: Hull, test: PlainMap): boolean {
  const low = has(test, "above") || has(test, "at_least") ? full.lo !== null && over(full.lo, test) : true;
  const high = has(test, "below") || has(test, "at_most") ? full.hi !== null && under(full.hi, test) : true;
  return low && high;
}

function isBeside(full: Hull, test: PlainMap): boolean {
  return (full.hi !== null && !over(full.hi, test)) || (full.lo !== null && !under(full.lo, test));
}

const over = (value: NonNullable<Hull["lo"]>, test: PlainMap): boolean =>
  (!has(test, "at_least") || !less(value, number(test["at_least"]))) &&
  (!has(test, "above") || less(number(test["above"]), value));

const under = (value: NonNullable<Hull["lo"]>, test: PlainMap): boolean =>
  (!has(test, "at_most") || !less(number(test["at_most"]), value)) &&
  (!has(test, "below") || less(value, number(test["below"])));

/** One component: its id, the sheets that it may use, and the tree of the one it uses. */
export interface Named {
  readonly id: string;
  readonly sheets: readonly PlainMap[];
  readonly root: TreeNode | undefined;
}

/** `component/id`, a bare id that one component has, or a component for its sheet. */
export function breakdownOf(components: readonly Named[]): Breakdown {
  return (name) => {
    const [first = "", id] = name.split("/");
    const owner =
      components.find((one) => one.id === first) ??
      components.find((one) => one.sheets.some((sheet) => idsOf(sheet).includes(name)));
    if (owner === undefined) throw new Error(`no indicator ${name}`);
    if (owner.root === undefined) return undefined;
    if (name === owner.id) return seenOf(owner.root);
    const found = findIn(owner.root, `${owner.id}/${id ?? first}`);
    return found === undefined ? NOTHING : seenOf(found);
  };
}

const idsOf = (node: PlainMap): string[] =>
  maps(node["indicators"]).flatMap((child) => [text(child["id"]), ...idsOf(child)]);

function findIn(node: TreeNode, id: string): TreeNode | undefined {
  for (const child of node.children) {
    const found = child.id === id ? child : findIn(child, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Everything that some part of a document asks of the breakdown, with the answers. */
export function questionsIn(
  value: Plain | undefined,
  breakdown: Breakdown,
): { readonly kind: string; readonly truth: Truth; readonly about: readonly Reading[] }[] {
  if (isList(value)) return value.flatMap((one) => questionsIn(one, breakdown));
  if (!isMap(value)) return [];
  const here = QUESTIONS.flatMap((kind) => {
    const name = value[kind];
    if (typeof name !== "string") return [];
    const found = breakdown(name);
    const about = found === undefined ? [] : aboutOf(kind, found);
    return [{ kind, truth: answerAbout(kind, found, map(value["points"])), about }];
  });
  return [...here, ...Object.values(value).flatMap((part) => questionsIn(part, breakdown))];
}

/** Whether some question reads what the engine only promises to contain. */
export const asksLoosely = (value: Plain | undefined, breakdown: Breakdown): boolean =>
  questionsIn(value, breakdown).some(({ about }) => about.some(({ node }) => node !== undefined && isLoose(node)));
