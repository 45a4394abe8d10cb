/**
 * Shares, awarded ÷ available: what a group that averages or picks makes of them, and what a point of each child is then
 * worth in points of the group.
 */
import { type Amount, exactOf, order, plus, timesOver, wholeAmount } from "../base/amount.js";
import { type Exact, ZERO, divide, multiply } from "../base/exact.js";
import type { Combination } from "../model/rubric.js";
import type { GroupProgram } from "../compile/program.js";
import type { Standing } from "./standing.js";

export type Averaging = Exclude<Combination, "sum">;

export const ONE = wholeAmount(1);

/** Of a child that is scored. What applies has something available. */
export function shareOf({ value, available }: Standing): Amount {
  return timesOver(value!, ONE, available!);
}

/** What all children that apply, each of them scored, come to: a share like their own. */
export function combinedShare(combine: Averaging, children: readonly Standing[]): Amount {
  if (combine === "min" || combine === "max") return shareOf(pickedOf(combine, children));
  let total: Amount = 0;
  for (const child of children) {
    if (child.applies !== "out") total = plus(total, timesOver(shareOf(child), child.program.weight, ONE));
  }
  return timesOver(total, ONE, weightOf(children));
}

/** The child with the least or greatest share; the first of equals. */
export function pickedOf(combine: "min" | "max", children: readonly Standing[]): Standing {
  const side = combine === "max" ? 1 : -1;
  return children
    .filter(({ applies }) => applies !== "out")
    .reduce((picked, child) => (order(shareOf(child), shareOf(picked)) === side ? child : picked));
}

/** Together, of those that apply. */
function weightOf(children: readonly Standing[]): Amount {
  let weight: Amount = 0;
  for (const { applies, program } of children) if (applies !== "out") weight = plus(weight, program.weight);
  return weight;
}

/** What a point of the child is worth in points of its group; null while that is open. */
export function pointWorth(
  child: Standing,
  { node, points }: GroupProgram,
  children: readonly Standing[],
): Exact | null {
  const { combine } = node;
  if (child.applies === "out") return ZERO;
  if (child.available === null || children.some(({ applies }) => applies === "open")) return null;
  const whole = divide(exactOf(points), exactOf(child.available));
  if (combine !== "min" && combine !== "max")
    return multiply(whole, divide(exactOf(child.program.weight), exactOf(weightOf(children))));
  if (children.some(({ applies, value }) => applies === "in" && value === null)) return null;
  return pickedOf(combine, children) === child ? whole : ZERO;
}
