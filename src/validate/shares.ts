/** What a group that averages, or picks the least or greatest, can come to: shares of children, and which of them apply. */
import type { DecimalText } from "../model/numbers.js";
import type { Averaging } from "../model/rubric.js";
import { type Exact, ONE, ZERO, add, compare, divide, exact, multiply } from "../base/exact.js";
import { someOf } from "./given.js";
import type { Span } from "./ranges.js";
import type { End, Reach } from "./rules/rule.js";

/** One child, with its points and how much it counts. */
export interface Part {
  readonly name: string;
  readonly points: DecimalText;
  readonly weight: DecimalText;
  readonly span: Span;
}

/** Every combination but the sum. */

export function reachOfShares(combine: Averaging, parts: readonly Part[], points: DecimalText): Reach {
  return { low: endOf(combine, parts, exact(points), -1), high: endOf(combine, parts, exact(points), 1) };
}

/** −1 looks for the least, 1 for the most. */
type Side = -1 | 1;

/** Null: there is no end. */
type ShareEnd = Exact | null;

interface Share {
  readonly share: ShareEnd;
  readonly weight: Exact;
  readonly mayDrop: boolean;
}

function endOf(combine: Averaging, parts: readonly Part[], points: Exact, side: Side): End {
  const ends = parts.map((part) => ({ ...part, ...(side < 0 ? lowShare(part) : highShare(part)) }));
  const sharesOf = (which: "value" | "sample"): readonly Share[] =>
    ends.map((end) => ({ share: end[which], weight: exact(end.weight), mayDrop: end.span.mayDrop }));
  const value = extremeOf(combine, sharesOf("value"), side);
  const sample = multiply(value ?? extremeOf(combine, sharesOf("sample"), side)!, points);
  const outside = (share: Exact) => (side < 0 ? compare(share, ZERO) < 0 : compare(share, ONE) > 0);
  const causes = ends.filter((end) => end.value === null || outside(end.sample)).map(({ name }) => name);
  return { ...(value && { value: sample }), sample, witness: someOf(causes).join(", ") };
}

interface Ends {
  readonly value: ShareEnd;
  /** A share that can be reached, outside of 0 to 1 where any can. */
  readonly sample: Exact;
}

/** Of a child whose available points are open, a share can leave 0 to 1 without end, and only where its value can. */
function lowShare({ span: { low, loose }, points }: Part): Ends {
  const sample = divide(low.sample, exact(points));
  if (!low.value) return { value: null, sample };
  if (!loose) return { value: sample, sample };
  return low.value.n < 0n ? { value: null, sample } : { value: ZERO, sample: ZERO };
}

function highShare({ span: { high, loose, excess }, points }: Part): Ends {
  const sample = divide(high.sample, exact(points));
  if (!loose) return { value: high.value ? sample : null, sample };
  if (excess === undefined) return { value: null, sample };
  return excess.n > 0n
    ? { value: null, sample: divide(add(exact(points), excess), exact(points)) }
    : { value: ONE, sample: ONE };
}

function extremeOf(combine: Averaging, shares: readonly Share[], side: Side): ShareEnd {
  switch (combine) {
    case "mean":
    case "weighted_mean":
      return meanEnd(shares, side);
    case "min":
      return side < 0 ? outermost(shares, side) : innermost(shares, side);
    case "max":
      return side > 0 ? outermost(shares, side) : innermost(shares, side);
  }
}

/** Any of them may be the one that is picked. */
function outermost(shares: readonly Share[], side: Side): ShareEnd {
  return shares.map(({ share }) => share).reduce((a, b) => (isBeyond(a, b, side) ? a : b));
}

/** Picked from the other side: the fewer apply the farther it goes, and those that always apply hold it back. */
function innermost(shares: readonly Share[], side: Side): ShareEnd {
  const always = shares.filter(({ mayDrop }) => !mayDrop).map(({ share }) => share);
  if (always.length === 0) return outermost(shares, side);
  return always.reduce((a, b) => (isBeyond(a, b, side) ? b : a));
}

/** Of those that may drop out, as many as move the mean on, the outermost first. */
function meanEnd(shares: readonly Share[], side: Side): ShareEnd {
  const always = shares.filter(({ mayDrop }) => !mayDrop);
  const open = shares.filter(({ mayDrop }) => mayDrop).sort((a, b) => (isBeyond(a.share, b.share, side) ? -1 : 1));
  let total = ZERO;
  let weights = ZERO;
  for (const [i, { share, weight }] of [...always, ...open].entries()) {
    if (share === null) return null;
    const helps = i < always.length || weights.n === 0n || compare(share, divide(total, weights)) === side;
    if (!helps) continue;
    total = add(total, multiply(share, weight));
    weights = add(weights, weight);
  }
  return divide(total, weights);
}

function isBeyond(a: ShareEnd, b: ShareEnd, side: Side): boolean {
  if (a === null || b === null) return a === null;
  return compare(a, b) === side;
}
