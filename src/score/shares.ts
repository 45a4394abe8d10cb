/**
 * Shares, awarded ÷ available: what a group that averages or picks makes of them, and what a point of each child is then
 * worth in points of the group.
 */
import { type Amount, exactOf, order, plus, product, quotient } from "../base/amount.js";
import { type Exact, ONE, ZERO, divide, multiply } from "../base/exact.js";
import type { Averaging, Combination } from "../model/rubric.js";
import type { GroupProgram } from "../compile/program.js";
import type { Standing } from "./standing.js";

/** Of a child that is scored. What applies has something available. */
export function shareOf({ value, available }: Standing): Amount {
  return quotient(value!, available!);
}

/** What all children that apply, each of them scored, come to: a share like their own. */
export function combinedShare(combine: Averaging, children: readonly Standing[]): Amount {
  if (combine === "min" || combine === "max") return shareOf(pickedOf(combine, children));
  let total: Amount = 0;
  for (const child of children) {
    if (child.applies !== "out") total = plus(total, product(shareOf(child), child.program.weight!));
  }
  return quotient(total, weightOf(children)!);
}

/** The child with the least or greatest share; the first of equals. */
export function pickedOf(combine: "min" | "max", children: readonly Standing[]): Standing {
  const side = combine === "max" ? 1 : -1;
  return children
    .filter(({ applies }) => applies !== "out")
    .reduce((picked, child) => (order(shareOf(child), shareOf(picked)) === side ? child : picked));
}

/** Together, of those that apply; null while one of them is open. */
function weightOf(children: readonly Standing[]): Amount | null {
  let total: Amount = 0;
  for (const { applies, program } of children) {
    if (applies === "out") continue;
    if (program.weight === null) return null;
    total = plus(total, program.weight);
  }
  return total;
}

/** What a point of each child is worth in points of the group; null while that is open. */
export function pointWorths(
  { node, points }: GroupProgram,
  children: readonly Standing[],
): (child: Standing) => Exact | null {
  const { combine } = node;
  const isOpen = children.some(({ applies }) => applies === "open");
  const shareOfGroup = isOpen ? () => null : countedShare(combine, children);
  return (child) => {
    if (child.applies === "out") return ZERO;
    const counted = shareOfGroup(child);
    if (counted === null || child.available === null) return null;
    return multiply(divide(exactOf(points), exactOf(child.available)), counted);
  };
}

/** How much of the group each child makes up, of those that apply: its weight among all, or all of it where it is picked. */
function countedShare(combine: Combination, children: readonly Standing[]): (child: Standing) => Exact | null {
  if (combine !== "min" && combine !== "max") {
    const weights = weightOf(children);
    if (weights === null) return () => null;
    const whole = exactOf(weights);
    return ({ program }) => divide(exactOf(program.weight!), whole);
  }
  if (children.some(({ applies, value }) => applies === "in" && value === null)) return () => null;
  const picked = children.every(({ applies }) => applies === "out") ? undefined : pickedOf(combine, children);
  return (child) => (child === picked ? ONE : ZERO);
}
