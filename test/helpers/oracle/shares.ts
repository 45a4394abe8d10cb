/** What each node is worth in the score: factor, contribution, shortfall, and what a group adds to its children. */
import { effectsOf } from "./effects.js";
import { div, mul, print, spelled, sub, total, ZERO } from "./rational.js";
import { averages } from "./mean.js";
import { isSummed } from "./outside.js";
import { awardedOf, isRelaxed, mayVanish } from "./tree.js";
import type { OracleNode } from "./result.js";
import type { Q } from "./rational.js";
import type { TreeNode } from "./tree.js";

/** `factor`: what one point of the node is worth in the score; null while that is open. */
export function share(node: TreeNode, factor: Q | null): OracleNode {
  const own = node.applies === "open" ? null : factor;
  const children = node.children.map((child) =>
    share(
      child,
      !isSummed(node.source, child.source)
        ? factorBeside(node, own)
        : averages(node.source)
          ? factorOfShare(node, child, own)
          : factorBelow(node, own),
    ),
  );
  const awarded = awardedOf(node);
  const available = only(node.seen.available);
  const gone = node.status === "not-applicable";
  const contribution = gone ? ZERO : awarded === null || own === null ? null : mul(own, awarded);
  const shortfall = gone
    ? ZERO
    : awarded === null || own === null || available === null
      ? null
      : mul(own, sub(available, awarded));
  return {
    id: node.id,
    status: node.status,
    points: print(node.points),
    available: available === null ? null : print(available),
    awarded: awarded === null ? null : print(awarded),
    bounds:
      gone || node.seen.hull === null
        ? null
        : { least: printEnd(node.seen.hull.lo), most: printEnd(node.seen.hull.hi) },
    contribution: contribution === null ? null : print(contribution),
    shortfall: shortfall === null ? null : print(shortfall),
    adjusted: adjusted(contribution, children),
    relaxed: isRelaxed(node),
    mayNotApply: node.applies === "open",
    listed: node.listed ?? null,
    weighed: node.weight !== undefined,
    effects: gone || node.applies === "out" ? [] : effectsOf(node),
    children,
  };
}

/** A renormalising group multiplies by points ÷ what its children have available together. */
function factorBelow(node: TreeNode, factor: Q | null): Q | null {
  if (factor === null || node.source["renormalise"] !== true) return factor;
  if (node.seen.below.size === 0) return factor;
  const available = only(node.seen.below);
  return available === null ? null : div(mul(factor, node.points), available);
}

/** Open where what a point is worth differs from one assignment to the other, or the value that is picked is open. */
function factorOfShare(node: TreeNode, child: TreeNode, factor: Q | null): Q | null {
  const summed = node.children.filter((one) => isSummed(node.source, one.source));
  const settled = summed.every((one) => one.status === "not-applicable" || !mayVanish(one));
  const [point = "open", ...others] = child.seen.point;
  return factor === null || !settled || point === "open" || others.length > 0 ? null : mul(factor, spelled(point));
}

/** Added at face value; but where the group may be left empty, it is open whether it counts at all. */
function factorBeside(node: TreeNode, factor: Q | null): Q | null {
  return node.seen.empty ? null : factor;
}

function adjusted(contribution: Q | null, children: readonly OracleNode[]): string | null {
  const below = children.map((child) => child.contribution);
  if (contribution === null || children.length === 0 || below.includes(null)) return null;
  return print(sub(contribution, total(below.map((one) => spelled(one ?? "0")))));
}

const only = (texts: ReadonlySet<string>): Q | null => (texts.size === 1 ? spelled([...texts][0] ?? "") : null);

export const printEnd = (end: Q | null): string | null => (end === null ? null : print(end));
