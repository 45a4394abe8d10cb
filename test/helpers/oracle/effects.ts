/** Effects of a group: which hold, and what they make of its value. */
import { holdsTrue } from "./conditions.js";
import { has, isMap, map, maps, number, text } from "./plain.js";
import { factsNamed } from "./outcome.js";
import { questionsIn, seenOf } from "./points.js";
import { min, ZERO } from "./rational.js";
import { single, union } from "./span.js";
import { rawInputs } from "./spoken.js";
import { isLoose, nodesOf } from "./tree.js";
import type { Facts } from "./facts.js";
import type { Truth } from "./kleene.js";
import type { PlainMap } from "./plain.js";
import type { Breakdown, Reading } from "./points.js";
import type { Hull } from "./span.js";
import type { TreeNode } from "./tree.js";

/** Those that change a value; vetoes are looked at in the end. */
export const changesOf = (source: PlainMap): PlainMap[] => maps(source["effects"]).filter((effect) => !isVeto(effect));

/** `below`: what a group may ask, each node as it stands. */
export const effectHolds = (effect: PlainMap, facts: Facts, below: Breakdown): Truth =>
  holdsTrue(map(effect["when"]), facts, { indicators: below });

/** One after the other, in the order written; an open one may hold and may not. */
export function affected(source: PlainMap, hull: Hull, facts: Facts, below: Breakdown): Hull {
  return changesOf(source).reduce((before, effect) => {
    const truth = effectHolds(effect, facts, below);
    if (truth === false) return before;
    const after = changed(effect, before);
    return truth === true ? after : union(before, after);
  }, hull);
}

export function changed(effect: PlainMap, hull: Hull): Hull {
  const then = effect["then"];
  if (!isMap(then)) return single(ZERO);
  if (has(then, "points")) return single(number(then["points"]));
  const most = number(then["at_most"]);
  return { lo: hull.lo === null ? null : min(hull.lo, most), hi: hull.hi === null ? most : min(hull.hi, most) };
}

/** Names below a node, and the node itself for its children; `read` tells how one of them stands. */
export function belowOf(source: PlainMap, children: readonly TreeNode[], read: (node: TreeNode) => Reading): Breakdown {
  return (name) => {
    if (name === text(source["id"]) && !children.some((child) => nodesOf(child).some((node) => bare(node) === name)))
      return { has: true, full: null, children: () => children.map(read), node: undefined };
    const found = children.flatMap(nodesOf).find((node) => bare(node) === name);
    if (found === undefined) throw new Error(`nothing called ${name} below ${text(source["id"])}`);
    return read(found);
  };
}

/** Below an instance the others are not, so that the name is enough. */
const bare = ({ id }: TreeNode): string => id.slice(id.indexOf("/") + 1).replace(/\[.*\]$/, "");

/** Whether some fact that its effects read has been supplied and cannot be used. */
export function asksInvalid(source: PlainMap, facts: Facts): boolean {
  return changesOf(source)
    .flatMap((effect) => factsNamed(effect["when"]))
    .flatMap((id) => rawInputs(id, facts.declarations))
    .some((id) => facts.know(id).state === "invalid");
}

/** Whether the engine, which looks at what may be below all at once, may find it open where each case by itself is not. */
export function isBlurred({ source, children }: TreeNode): boolean {
  return changesOf(source).some((effect) => isAskedLoosely(effect, source, children));
}

/** What it asks, something in that, or something between may not apply, or its bounds are only contained. */
export function isAskedLoosely(effect: PlainMap, source: PlainMap, children: readonly TreeNode[]): boolean {
  const all = children.flatMap(nodesOf);
  const asked = questionsIn(effect["when"], belowOf(source, children, seenOf)).flatMap(({ about }) =>
    about.flatMap(({ node }) => node ?? []),
  );
  return asked.some(
    (node) =>
      isLoose(node) || nodesOf(node).some(varies) || all.some((one) => mayGo(one) && nodesOf(one).includes(node)),
  );
}

const varies = ({ seen, applies }: TreeNode): boolean => seen.available.size > 1 || applies === "open";

const mayGo = ({ seen, applies }: TreeNode): boolean => applies === "open" || seen.empty;

/** By what they do: `zero`, `veto`, `at_most`, `points`. */
export function effectsOf(node: TreeNode): { kind: string; truth: Truth; loose: boolean }[] {
  return maps(node.source["effects"]).map((effect, i) => {
    const then = effect["then"];
    const kind = isMap(then) ? (Object.keys(then)[0] ?? "") : String(then);
    return { kind, truth: truthOf(node, i), loose: isAskedLoosely(effect, node.source, node.children) };
  });
}

/** Over all that may be while its group applies. */
function truthOf({ seen }: TreeNode, i: number): Truth {
  const truths = [...(seen.effects[i] ?? [])];
  return truths.length === 1 ? truths[0] : undefined;
}

const isVeto = (effect: PlainMap): boolean => effect["then"] === "veto";

/** Every veto of a tree that holds or may hold. */
export function vetoesBelow(node: TreeNode, open = false): Truth[] {
  if (node.applies === "out") return [];
  const mayNot = open || node.applies === "open" || node.seen.absent || node.seen.empty;
  const own = maps(node.source["effects"])
    .map((effect, i) => ({ effect, truth: truthOf(node, i) }))
    .filter(({ effect }) => isVeto(effect) && node.inside !== "not-applicable")
    .map(({ truth }) => (truth === true && mayNot ? undefined : truth));
  return [
    ...own,
    ...node.children.flatMap((child) => vetoesBelow(child, mayNot)),
    // A list that is not there may hold anything.
    ...node.hidden
      .flatMap(nodesOf)
      .flatMap((one) => maps(one.source["effects"]))
      .filter(isVeto)
      .map(() => undefined),
  ];
}
