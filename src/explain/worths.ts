/** What a point of a node can be worth at most, where it is still open what applies beside it. */
import {
  type Exact,
  ZERO,
  add,
  compare,
  divide,
  exact,
  formatExact,
  multiply,
  negate,
  readExact,
} from "../base/exact.js";
import type { Assessment, NodeResult } from "../model/assessment.js";
import type { ExactText } from "../model/numbers.js";

/** By id, only of nodes whose worth is open and has an end; ids of several sheets share the greater one. */
export function openWorths({ components }: Assessment): ReadonlyMap<string, ExactText> {
  const worths = new Map<string, Exact>();
  const visit = (node: NodeResult, most: Exact | null): void => {
    const own = node.factor === null ? most : absolute(readExact(node.factor));
    if (node.factor === null && own !== null) {
      const other = worths.get(node.id);
      if (!other || compare(other, own) < 0) worths.set(node.id, own);
    }
    for (const child of node.children ?? []) {
      const divisor = node.combine === undefined ? leastAvailable(node) : leastDivisor(child, node);
      // Whether a group that adds also divides is not told while it is open; as little as can be is the most it can do.
      const below =
        own === null || compare(divisor, ZERO) <= 0 ? null : divide(multiply(own, exact(node.points)), divisor);
      // Bonus and deduction are never divided.
      visit(child, child.countsAs === undefined ? below : own);
    }
  };
  for (const { root } of components) if (root) visit(root, null);
  return new Map([...worths].map(([id, worth]) => [id, formatExact(worth)]));
}

/** What the group's points are divided by for a point of the child, at the least: the child is then in. */
function leastDivisor(child: NodeResult, { combine, children = [] }: NodeResult): Exact {
  const available = availableInside(child);
  if (combine === "min" || combine === "max" || children.some(isWeighedOpenly)) return available;
  const weightOf = ({ weight = "1" }: NodeResult): Exact => readExact(weight);
  const ordinary = children.filter(({ countsAs }) => countsAs === undefined);
  const others = ordinary.filter((other) => other !== child && compare(leastAvailable(other), ZERO) > 0);
  const weights = others.map(weightOf).reduce(add, weightOf(child));
  return multiply(available, divide(weights, weightOf(child)));
}

/** It is not known what the instance counts, beside the others. */
function isWeighedOpenly({ instance, read }: NodeResult): boolean {
  return instance !== undefined && read.some(({ state }) => state !== "given");
}

function absolute(value: Exact): Exact {
  return value.n < 0n ? negate(value) : value;
}

/** Points of what surely applies. */
function leastAvailable(node: NodeResult): Exact {
  if (node.status === "not-applicable" || node.applicability?.applies === "open") return ZERO;
  return availableInside(node);
}

/** The same once it is known that the node itself applies. */
function availableInside(node: NodeResult): Exact {
  if (!node.children) return node.available === null ? exact(node.points) : readExact(node.available);
  const ordinary = node.children.filter(({ countsAs }) => countsAs === undefined);
  const sum = ordinary.map(leastAvailable).reduce(add, ZERO);
  const points = exact(node.points);
  // A group that averages has its own points available, whatever those below it have.
  if (node.combine !== undefined) return compare(sum, ZERO) > 0 ? points : ZERO;
  return compare(sum, points) > 0 ? points : sum;
}
