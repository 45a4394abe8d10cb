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

/** What a name stands for; undefined while no sheet is named, "nothing" where the chosen sheet has no such indicator. */
export type Breakdown = (name: string) => TreeNode | "nothing" | undefined;

export function answerAbout(kind: (typeof QUESTIONS)[number], found: ReturnType<Breakdown>, test: PlainMap): Truth {
  if (found === undefined) return undefined;
  const about = found === "nothing" ? [] : kind === "indicator" ? [found] : found.children;
  if (kind !== "every_child_of") return any(about.map((node) => all([hasPoints(node), passes(node, test)])));
  return all(about.map((node) => any([not(hasPoints(node)), passes(node, test)])));
}

/** What does not apply has no points. */
function hasPoints(node: TreeNode): Truth {
  if (node.seen.full === null) return false;
  return node.seen.absent ? undefined : true;
}

/** Whether all, some or none of the points that it may still have are as asked. */
function passes({ seen: { full } }: TreeNode, test: PlainMap): Truth {
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
    if (name === owner.id) return owner.root;
    return findIn(owner.root, `${owner.id}/${id ?? first}`) ?? "nothing";
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
): { readonly kind: string; readonly truth: Truth; readonly about: readonly TreeNode[] }[] {
  if (isList(value)) return value.flatMap((one) => questionsIn(one, breakdown));
  if (!isMap(value)) return [];
  const here = QUESTIONS.flatMap((kind) => {
    const name = value[kind];
    if (typeof name !== "string") return [];
    const found = breakdown(name);
    const about = found === undefined || found === "nothing" ? [] : kind === "indicator" ? [found] : found.children;
    return [{ kind, truth: answerAbout(kind, found, map(value["points"])), about }];
  });
  return [...here, ...Object.values(value).flatMap((part) => questionsIn(part, breakdown))];
}

/** Whether some question reads what the engine only promises to contain. */
export const asksLoosely = (value: Plain | undefined, breakdown: Breakdown): boolean =>
  questionsIn(value, breakdown).some(({ about }) => about.some(isLoose));
