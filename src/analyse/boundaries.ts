/** The values on both sides of every bound of a `tiers` rule: where rubrics are misread, and where cases are missing. */
import {
  add,
  ceilingOf,
  compare,
  type Exact,
  exact,
  floorOf,
  formatExact,
  fraction,
  readExact,
  subtract,
} from "../base/exact.js";
import { contains } from "../base/interval.js";
import type { FactNote } from "../model/assessment.js";
import type { Bound, DecimalText, Interval } from "../model/numbers.js";
import type { TiersRule } from "../model/scoring.js";

/** One value that should be tried. */
export interface Boundary {
  readonly fact: string;
  readonly bound: DecimalText;
  /** On the bound itself, or just beside it. */
  readonly side: "at" | "below" | "above";
  readonly value: DecimalText;
}

/** Decimal facts are tried two places behind the point, or as many as the bounds have. */
const LEAST_PLACES = 2;

export function boundariesOf(rule: TiersRule, declared: FactNote): readonly Boundary[] {
  const range = "range" in declared ? declared.range : {};
  const step = declared.type === "integer" ? exact("1") : stepOf(rule);
  const found = new Map<string, Boundary>();
  for (const { interval } of rule.tiers) {
    for (const pair of pairsOf(interval, step, declared.type === "integer")) {
      // A bound with nothing on its other side is the end of the range, and nobody can be on the wrong side of it.
      if (!pair.every(({ value }) => contains(range, value))) continue;
      for (const { bound, side, value } of pair) {
        const text = formatExact(value);
        if (!found.has(text)) found.set(text, { fact: rule.fact, bound, side, value: text });
      }
    }
  }
  return [...found.values()].sort((a, b) => compare(readExact(a.value), readExact(b.value)));
}

/** A value beside a bound counts when it is no farther from it than one step, however fine it is. */
export function isTriedBy({ bound, side, value }: Boundary, tried: Exact): boolean {
  const wanted = readExact(value);
  if (side === "at" || compare(tried, wanted) === 0) return compare(tried, wanted) === 0;
  const limit = exact(bound);
  return side === "below"
    ? compare(tried, wanted) >= 0 && compare(tried, limit) < 0
    : compare(tried, wanted) <= 0 && compare(tried, limit) > 0;
}

type Pair = readonly { readonly bound: DecimalText; readonly side: Boundary["side"]; readonly value: Exact }[];

function pairsOf({ low, high }: Interval, step: Exact, whole: boolean): readonly Pair[] {
  return [...(low ? [pairOf(low, "low", step, whole)] : []), ...(high ? [pairOf(high, "high", step, whole)] : [])];
}

function pairOf({ value, inclusive }: Bound, end: "low" | "high", step: Exact, whole: boolean): Pair {
  const bound = exact(value);
  // The bound belongs to what lies above it when a lower end holds it, or an upper end does not.
  const belongsAbove = (end === "low") === inclusive;
  if (whole) {
    const above = belongsAbove ? ceilingOf(bound) : floorOf(bound) + 1n;
    const sideOf = (each: bigint, side: "below" | "above") =>
      compare(fraction(each, 1n), bound) === 0 ? ("at" as const) : side;
    return [
      { bound: value, side: sideOf(above - 1n, "below"), value: fraction(above - 1n, 1n) },
      { bound: value, side: sideOf(above, "above"), value: fraction(above, 1n) },
    ];
  }
  const beside = belongsAbove
    ? ({ side: "below", value: subtract(bound, step) } as const)
    : ({ side: "above", value: add(bound, step) } as const);
  return [
    { bound: value, side: "at", value: bound },
    { bound: value, ...beside },
  ];
}

function stepOf({ tiers }: TiersRule): Exact {
  const bounds = tiers.flatMap(({ interval: { low, high } }) => [low?.value ?? "", high?.value ?? ""]);
  const places = Math.max(LEAST_PLACES, ...bounds.map((text) => text.split(".")[1]?.length ?? 0));
  return fraction(1n, 10n ** BigInt(places));
}
