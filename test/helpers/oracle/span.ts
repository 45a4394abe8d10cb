/** Sets of numbers with ends: domains of facts (ends may be open), and hulls of points (closed). */
import { add, ceil, compare, equal, floor, less, max, min, mul, ONE, sub } from "./rational.js";
import { has, number } from "./plain.js";
import type { PlainMap } from "./plain.js";
import type { Q } from "./rational.js";

/** Closed; null: no end on that side. */
export interface Hull {
  readonly lo: Q | null;
  readonly hi: Q | null;
}

/** A domain; `whole` sets hold whole numbers only. */
export interface Span extends Hull {
  readonly loOpen: boolean;
  readonly hiOpen: boolean;
  readonly whole: boolean;
}

export const REALS: Span = { lo: null, hi: null, loOpen: false, hiOpen: false, whole: false };

export const closed = (lo: Q | null, hi: Q | null, whole: boolean): Span => ({
  lo,
  hi,
  loOpen: false,
  hiOpen: false,
  whole,
});
export const single = (value: Q): Hull => ({ lo: value, hi: value });

/** `at_least`/`above` and `at_most`/`below` of a range, a tier or a test; whole sets start and end on whole numbers. */
export function readSpan(range: PlainMap, whole: boolean): Span {
  const lo = has(range, "at_least") ? number(range["at_least"]) : has(range, "above") ? number(range["above"]) : null;
  const hi = has(range, "at_most") ? number(range["at_most"]) : has(range, "below") ? number(range["below"]) : null;
  return settle({ lo, hi, loOpen: has(range, "above"), hiOpen: has(range, "below"), whole });
}

/** A whole set with its first and last whole number as closed ends. */
export function settle(span: Span): Span {
  if (!span.whole) return span;
  const { lo, hi } = span;
  const first = lo === null ? null : span.loOpen && equal(ceil(lo), lo) ? add(lo, ONE) : ceil(lo);
  const last = hi === null ? null : span.hiOpen && equal(floor(hi), hi) ? sub(hi, ONE) : floor(hi);
  return closed(first, last, true);
}

export function holds(span: Hull & Partial<Span>, value: Q): boolean {
  if (span.lo !== null && (less(value, span.lo) || (span.loOpen === true && equal(value, span.lo)))) return false;
  if (span.hi !== null && (less(span.hi, value) || (span.hiOpen === true && equal(value, span.hi)))) return false;
  return true;
}

/** What both hold; of a whole set with another, only whole numbers. */
export function intersect(a: Span, b: Span): Span {
  const lo = higherLow(a, b);
  const hi = lowerHigh(a, b);
  return settle({ lo: lo.at, hi: hi.at, loOpen: lo.open, hiOpen: hi.open, whole: a.whole || b.whole });
}

export function isEmpty(span: Span): boolean {
  if (span.lo === null || span.hi === null) return false;
  const order = compare(span.lo, span.hi);
  return order > 0 || (order === 0 && (span.loOpen || span.hiOpen));
}

export const meet = (a: Span, b: Span): boolean => !isEmpty(intersect(a, b));

export function union(a: Hull, b: Hull): Hull {
  return {
    lo: a.lo === null || b.lo === null ? null : min(a.lo, b.lo),
    hi: a.hi === null || b.hi === null ? null : max(a.hi, b.hi),
  };
}

export function hullOf(hulls: readonly Hull[]): Hull {
  const [first, ...rest] = hulls;
  if (first === undefined) throw new Error("the hull of nothing");
  return rest.reduce(union, first);
}

export const hullOfPoints = (points: readonly Q[]): Hull => hullOf(points.map(single));

export function sum(a: Hull, b: Hull): Hull {
  return {
    lo: a.lo === null || b.lo === null ? null : add(a.lo, b.lo),
    hi: a.hi === null || b.hi === null ? null : add(a.hi, b.hi),
  };
}

/** Times a number of either sign; times 0 is 0, infinite ends or not. */
export function times(a: Hull, factor: Q): Hull {
  if (factor.n === 0n) return single(factor);
  const lo = a.lo === null ? null : mul(a.lo, factor);
  const hi = a.hi === null ? null : mul(a.hi, factor);
  return factor.n > 0n ? { lo, hi } : { lo: hi, hi: lo };
}

/** Floor, then cap; undefined: none. */
export function limit(a: Hull, low: Q | undefined, high: Q | undefined): Hull {
  const raised =
    low === undefined ? a : { lo: a.lo === null ? low : max(a.lo, low), hi: a.hi === null ? null : max(a.hi, low) };
  if (high === undefined) return raised;
  return { lo: raised.lo === null ? null : min(raised.lo, high), hi: raised.hi === null ? high : min(raised.hi, high) };
}

function higherLow(a: Span, b: Span): { at: Q | null; open: boolean } {
  if (a.lo === null) return { at: b.lo, open: b.loOpen };
  if (b.lo === null) return { at: a.lo, open: a.loOpen };
  const order = compare(a.lo, b.lo);
  return { at: max(a.lo, b.lo), open: order > 0 ? a.loOpen : order < 0 ? b.loOpen : a.loOpen || b.loOpen };
}

function lowerHigh(a: Span, b: Span): { at: Q | null; open: boolean } {
  if (a.hi === null) return { at: b.hi, open: b.hiOpen };
  if (b.hi === null) return { at: a.hi, open: a.hiOpen };
  const order = compare(a.hi, b.hi);
  return { at: min(a.hi, b.hi), open: order < 0 ? a.hiOpen : order > 0 ? b.hiOpen : a.hiOpen || b.hiOpen };
}
