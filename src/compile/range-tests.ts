/** Intervals asked of a number of which only a range is known. */
import { type Amount, amount, order } from "../base/amount.js";
import type { Truth } from "../model/assessment.js";
import type { Interval } from "../model/numbers.js";
import type { ScoreRange } from "./program.js";
import { bindInterval, truth } from "./tests.js";

/** Whether all numbers of a range lie in the interval, none, or some. */
export function bindRangeTest(interval: Interval): (range: ScoreRange) => Truth {
  const holds = bindInterval(interval);
  const low = interval.low && { edge: amount(interval.low.value), inclusive: interval.low.inclusive };
  const high = interval.high && { edge: amount(interval.high.value), inclusive: interval.high.inclusive };
  return ({ least, leastOpen, most, mostOpen }) => {
    if (least !== null && most !== null && !leastOpen && !mostOpen && order(least, most) === 0)
      return truth(holds(least));
    const above = low ? side(least, leastOpen, most, mostOpen, low) : "true";
    // The same question seen from the other end: mirrored, "at most" is "at least".
    const below = high ? mirrored(least, leastOpen, most, mostOpen, high) : "true";
    return above === "false" || below === "false" ? "false" : above === "true" && below === "true" ? "true" : "unknown";
  };
}

interface Edge {
  readonly edge: Amount;
  readonly inclusive: boolean;
}

/** Do the numbers from least to most lie above the edge? */
function side(
  least: Amount | null,
  leastOpen: boolean,
  most: Amount | null,
  mostOpen: boolean,
  { edge, inclusive }: Edge,
): Truth {
  if (least !== null) {
    const from = order(least, edge);
    if (from > 0 || (from === 0 && (inclusive || leastOpen))) return "true";
  }
  if (most !== null) {
    const to = order(most, edge);
    if (to < 0 || (to === 0 && (!inclusive || mostOpen))) return "false";
  }
  return "unknown";
}

function mirrored(
  least: Amount | null,
  leastOpen: boolean,
  most: Amount | null,
  mostOpen: boolean,
  { edge, inclusive }: Edge,
): Truth {
  // Below or at the edge is what is not above it.
  const above = side(least, leastOpen, most, mostOpen, { edge, inclusive: !inclusive });
  return above === "unknown" ? "unknown" : above === "true" ? "false" : "true";
}
