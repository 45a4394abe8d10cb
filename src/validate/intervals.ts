/** Intervals in the author's words: `at_least` and `at_most` include the number, `above` and `below` do not. */
import type { DocumentValue } from "../model/document.js";
import type { Bound, DecimalText, Interval } from "../model/numbers.js";
import type { Report } from "./report.js";
import { compare, exact } from "../base/exact.js";
import { pointer } from "../base/pointer.js";
import { given } from "./given.js";
import { count, decimal } from "./scalars.js";
import { shape } from "./shape.js";
import { optional, strictObject } from "./zod.js";

/** Keys of a mapping that holds an interval beside other things. */
export const boundKeys = {
  at_least: optional(decimal),
  above: optional(decimal),
  at_most: optional(decimal),
  below: optional(decimal),
};

export const intervalShape = strictObject(boundKeys);

/** Whole numbers, as for counts and years. */
export const countIntervalShape = strictObject({
  at_least: optional(count),
  above: optional(count),
  at_most: optional(count),
  below: optional(count),
  is: optional(count),
});

export interface BoundFields {
  readonly at_least?: DecimalText | undefined;
  readonly above?: DecimalText | undefined;
  readonly at_most?: DecimalText | undefined;
  readonly below?: DecimalText | undefined;
}

/** A mapping that is nothing but an interval, with one end at least. */
export function readInterval(value: DocumentValue | undefined, path: string, report: Report): Interval | undefined {
  const { ok, fields } = shape(intervalShape, value, path, report);
  return ok ? bounded(intervalOf(fields, path, report), path, report) : undefined;
}

export function readCountInterval(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
): Interval | undefined {
  const { ok, fields } = shape(countIntervalShape, value, path, report);
  if (!ok) return undefined;
  if (fields.is === undefined) return bounded(intervalOf(fields, path, report), path, report);
  const other = (["at_least", "above", "at_most", "below"] as const).find((key) => fields[key] !== undefined);
  if (other !== undefined) {
    report.add("bound-twice", pointer(path, other), { first: "is", second: other }, { part: "key" });
    return undefined;
  }
  const end: Bound = { value: fields.is, inclusive: true };
  return { low: end, high: end };
}

/** The interval of bounds that have been read; without any, all numbers. */
export function intervalOf(fields: BoundFields, path: string, report: Report): Interval | undefined {
  const { at_least, above, at_most, below } = fields;
  const twice =
    at_least !== undefined && above !== undefined
      ? (["at_least", "above"] as const)
      : at_most !== undefined && below !== undefined
        ? (["at_most", "below"] as const)
        : undefined;
  if (twice) {
    const [first, second] = twice;
    report.add("bound-twice", pointer(path, second), { first, second }, { part: "key" });
    return undefined;
  }
  const interval = given({ low: bound(at_least, above), high: bound(at_most, below) });
  if (!isEmptyInterval(interval)) return interval;
  reportEmpty(interval, path, report);
  return undefined;
}

/** No number lies in it; what is wrong is seen at its upper end. */
export function reportEmpty(interval: Interval, path: string, report: Report): void {
  const data = { low: interval.low!.value, high: interval.high!.value };
  report.add("interval-empty", pointer(path, keyOfEnd(interval, "high")!), data);
}

/** What an author wrote for one end of an interval. */
export function keyOfEnd({ low, high }: Interval, end: "low" | "high"): keyof BoundFields | undefined {
  if (end === "low") return low && (low.inclusive ? "at_least" : "above");
  return high && (high.inclusive ? "at_most" : "below");
}

function bounded(interval: Interval | undefined, path: string, report: Report): Interval | undefined {
  if (!interval || interval.low || interval.high) return interval;
  report.add("interval-without-bound", path, {}, { part: "key" });
  return undefined;
}

function bound(inclusive: DecimalText | undefined, exclusive: DecimalText | undefined): Bound | undefined {
  if (inclusive !== undefined) return { value: inclusive, inclusive: true };
  return exclusive === undefined ? undefined : { value: exclusive, inclusive: false };
}

function isEmptyInterval({ low, high }: Interval): boolean {
  if (!low || !high) return false;
  const order = compare(exact(low.value), exact(high.value));
  return order > 0 || (order === 0 && !(low.inclusive && high.inclusive));
}
