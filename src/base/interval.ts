/** Questions about the intervals that rubrics write. */
import type { DecimalText, Interval } from "../model/numbers.js";
import { type Exact, compare, exact } from "./exact.js";

export function contains(interval: Interval, value: Exact): boolean {
  const { low, high } = interval;
  if (low) {
    const order = compare(value, exact(low.value));
    if (order < 0 || (order === 0 && !low.inclusive)) return false;
  }
  if (high) {
    const order = compare(value, exact(high.value));
    if (order > 0 || (order === 0 && !high.inclusive)) return false;
  }
  return true;
}

/** In the author's own words: `at_least 3, below 5`. */
export function describeInterval(interval: Interval): readonly (readonly [string, DecimalText])[] {
  const words: (readonly [string, DecimalText])[] = [];
  if (interval.low) words.push([interval.low.inclusive ? "at_least" : "above", interval.low.value]);
  if (interval.high) words.push([interval.high.inclusive ? "at_most" : "below", interval.high.value]);
  return words;
}
