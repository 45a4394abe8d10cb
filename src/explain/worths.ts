/** What a point of a node can be worth at most, where it is still open what applies beside it. */
import { type Exact, ZERO, add, compare, divide, exact, formatExact, multiply, readExact } from "../base/exact.js";
import type { Assessment, NodeResult } from "../model/assessment.js";
import type { ExactText } from "../model/numbers.js";

/** By id, only of nodes whose worth is open and has an end; ids of several sheets share the greater one. */
export function openWorths({ components }: Assessment): ReadonlyMap<string, ExactText> {
  const worths = new Map<string, Exact>();
  const visit = (node: NodeResult, most: Exact | null): void => {
    const own = node.factor === null ? most : readExact(node.factor);
    if (node.factor === null && own !== null) {
      const other = worths.get(node.id);
      if (!other || compare(other, own) < 0) worths.set(node.id, own);
    }
    const least = leastAvailable(node);
    // Whether this group divides is not told while it is open; dividing by as little as can be is the most it can do.
    const below = own === null || compare(least, ZERO) <= 0 ? null : divide(multiply(own, exact(node.points)), least);
    // Bonus and deduction are never divided.
    for (const child of node.children ?? []) visit(child, child.countsAs === undefined ? below : own);
  };
  for (const { root } of components) if (root) visit(root, null);
  return new Map([...worths].map(([id, worth]) => [id, formatExact(worth)]));
}

/** Points of what surely applies. */
function leastAvailable(node: NodeResult): Exact {
  if (node.status === "not-applicable" || node.applicability?.applies === "open") return ZERO;
  if (!node.children) return node.available === null ? exact(node.points) : readExact(node.available);
  const ordinary = node.children.filter(({ countsAs }) => countsAs === undefined);
  const sum = ordinary.map(leastAvailable).reduce(add, ZERO);
  const points = exact(node.points);
  return compare(sum, points) > 0 ? points : sum;
}
