/** Groups that do not add up: shares of what was available, their mean, the least or the greatest of them. */
import { has } from "./plain.js";
import { ONE, ZERO, div, equal, less, max, min, mul, print, total } from "./rational.js";
import { hullOf, sum, times } from "./span.js";
import type { PlainMap } from "./plain.js";
import type { Q } from "./rational.js";
import type { Hull } from "./span.js";
import type { There, TreeNode } from "./tree.js";

export const averages = (source: PlainMap): boolean => has(source, "combine") && source["combine"] !== "sum";

/** In points of the group: its points times what the shares of those that apply come to. */
export function combineShares(node: TreeNode, there: readonly There[]): Hull {
  const shares = there.map(shareHull);
  return times(
    node.source["combine"] === "min" || node.source["combine"] === "max" ? picked(node, shares) : mean(there),
    node.points,
  );
}

function shareHull({ hull, available }: There): Hull {
  return times(hull, div(ONE, available));
}

const weightOf = ({ child }: There): Q => child.weight ?? ZERO;
const isOpen = ({ child }: There): boolean => child.weight === undefined;

/** While a weight is open, the mean lies somewhere among the shares. */
function mean(there: readonly There[]): Hull {
  if (there.some(isOpen)) return hullOf(there.map(shareHull));
  const weights = total(there.map(weightOf));
  return there.map((one) => times(shareHull(one), div(weightOf(one), weights))).reduce(sum);
}

/** The least of several is at least the least of their least, and at most the least of their most. */
function picked(node: TreeNode, shares: readonly Hull[]): Hull {
  const best = node.source["combine"] === "max";
  return {
    lo: choose(
      shares.map(({ lo }) => lo),
      best,
      "below",
    ),
    hi: choose(
      shares.map(({ hi }) => hi),
      best,
      "above",
    ),
  };
}

/** An end that does not exist is below or above everything. */
function choose(ends: readonly (Q | null)[], best: boolean, endless: "below" | "above"): Q | null {
  const there = ends.filter((end) => end !== null);
  const wins = best === (endless === "above");
  if (there.length < ends.length && (wins || there.length === 0)) return null;
  return there.reduce(best ? max : min);
}

/** What one point of a child is worth in points of the group; `open` while another child may still be the one picked. */
export function pointOf(one: There, node: TreeNode, there: readonly There[]): string {
  const alone = div(node.points, one.available);
  if (there.some(isOpen)) return "open";
  if (node.source["combine"] !== "min" && node.source["combine"] !== "max")
    return print(mul(alone, div(weightOf(one), total(there.map(weightOf)))));
  if (there.some(({ child }) => child.status !== "scored")) return "open";
  const shares = there.map(({ hull, available }) => div(hull.lo ?? ZERO, available));
  const [first, ...rest] = shares;
  const extreme = rest.reduce(
    (a, b) => ((node.source["combine"] === "max" ? less(a, b) : less(b, a)) ? b : a),
    first ?? ZERO,
  );
  return print(there.indexOf(one) === shares.findIndex((share) => equal(share, extreme)) ? alone : ZERO);
}
