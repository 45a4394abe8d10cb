/** Do brackets hold every value of a domain exactly once? Every hole and every overlap with a value that shows it. */
import type { Interval } from "../model/numbers.js";
import {
  type Exact,
  ONE,
  ZERO,
  add,
  ceilingOf,
  compare,
  exact,
  floorOf,
  formatExact,
  fraction,
  subtract,
} from "../base/exact.js";
import type { Domain } from "./domain.js";

export type PartitionFault =
  /** Nothing holds `witness`, or anything in `hole`; `after` is the bracket below it, `before` the one above it. */
  | {
      readonly kind: "gap";
      readonly witness: string;
      readonly hole: Interval;
      readonly after?: number;
      readonly before?: number;
    }
  | { readonly kind: "overlap"; readonly witness: string; readonly first: number; readonly second: number }
  /** No value of the domain is in it. */
  | { readonly kind: "unreachable"; readonly at: number };

export function partitionFaults(intervals: readonly Interval[], domain: Domain): readonly PartitionFault[] {
  const whole = spanOf(domain, domain.integer, -1);
  const spans = intervals.map((interval, at) => clip(spanOf(toDomain(interval), domain.integer, at), whole));
  const faults: PartitionFault[] = [];
  for (const span of spans) if (isBare(span)) faults.push({ kind: "unreachable", at: span.at });
  const reached = spans.filter((span) => !isBare(span)).sort((a, b) => compareCuts(a.from, b.from));
  let end: Cut = whole.from;
  let last: Span | undefined;
  for (const span of reached) {
    const order = compareCuts(span.from, end);
    if (order > 0) {
      faults.push(gap(holeOf(end, span.from, domain.integer), between(end, span.from), last?.at, span.at));
    } else if (order < 0 && last) {
      const [first, second] = [Math.min(last.at, span.at), Math.max(last.at, span.at)];
      const until = compareCuts(span.to, end) < 0 ? span.to : end;
      faults.push({ kind: "overlap", witness: between(span.from, until), first, second });
    }
    if (compareCuts(span.to, end) > 0) {
      end = span.to;
      last = span;
    }
  }
  if (compareCuts(end, whole.to) < 0) {
    faults.push(gap(holeOf(end, whole.to, domain.integer), between(end, whole.to), last?.at, undefined));
  }
  return faults;
}

/** A place between numbers: just before `value`, or just after it. Infinite where there is no value. */
interface Cut {
  readonly value?: Exact;
  readonly side: -1 | 0 | 1;
}

interface Span {
  readonly at: number;
  readonly from: Cut;
  readonly to: Cut;
}

/** Whole numbers are cut before the first number in and before the first number beyond, so that 4 and 5 touch. */
function spanOf({ low, high }: Domain, integer: boolean, at: number): Span {
  if (!integer) {
    const from: Cut = low ? { value: low.value, side: low.inclusive ? 0 : 1 } : { side: -1 };
    const to: Cut = high ? { value: high.value, side: high.inclusive ? 1 : 0 } : { side: 1 };
    return { at, from, to };
  }
  const first = low && (low.inclusive ? ceilingOf(low.value) : floorOf(low.value) + 1n);
  const beyond = high && (high.inclusive ? floorOf(high.value) + 1n : ceilingOf(high.value));
  const cut = (n: bigint | undefined, side: -1 | 1): Cut =>
    n === undefined ? { side } : { value: { n, d: 1n }, side: 0 };
  return { at, from: cut(first, -1), to: cut(beyond, 1) };
}

export function toDomain({ low, high }: Interval): Domain {
  return {
    integer: false,
    ...(low && { low: { value: exact(low.value), inclusive: low.inclusive } }),
    ...(high && { high: { value: exact(high.value), inclusive: high.inclusive } }),
  };
}

function clip(span: Span, whole: Span): Span {
  const from = compareCuts(span.from, whole.from) < 0 ? whole.from : span.from;
  const to = compareCuts(span.to, whole.to) > 0 ? whole.to : span.to;
  return { at: span.at, from, to };
}

function isBare({ from, to }: Span): boolean {
  return compareCuts(from, to) >= 0;
}

function gap(hole: Interval, witness: string, after: number | undefined, before: number | undefined): PartitionFault {
  const around = { ...(after !== undefined && { after }), ...(before !== undefined && { before }) };
  return { kind: "gap", witness, hole, ...around };
}

/** What lies between two cuts, as an author would write it: whole numbers from the first to the last. */
function holeOf(from: Cut, to: Cut, integer: boolean): Interval {
  const last = integer && to.value ? { value: subtract(to.value, ONE), side: 1 as const } : to;
  return {
    ...(from.value && { low: { value: formatExact(from.value), inclusive: from.side === 0 } }),
    ...(last.value && { high: { value: formatExact(last.value), inclusive: last.side === 1 } }),
  };
}

/** A number between two cuts: an end where it belongs, else the middle. */
function between(from: Cut, to: Cut): string {
  if (from.value && from.side === 0) return formatExact(from.value);
  if (to.value && to.side === 1) return formatExact(to.value);
  if (from.value && to.value) return formatExact(halfway(from.value, to.value));
  if (from.value) return formatExact(add(from.value, ONE));
  return formatExact(to.value ? subtract(to.value, ONE) : ZERO);
}

function halfway(a: Exact, b: Exact): Exact {
  const { n, d } = add(a, b);
  return fraction(n, d * 2n);
}

function compareCuts(a: Cut, b: Cut): number {
  if (a.value && b.value) return compare(a.value, b.value) || a.side - b.side;
  if (a.value) return -b.side;
  return b.value ? a.side : a.side - b.side;
}
