/** Between what the score of a scheme lies, as far as the scheme alone tells: what bands and outcomes may ask for. */
import { type Exact, ZERO, compare, exact, readExact } from "../base/exact.js";
import { round as roundTo } from "../base/decimal.js";
import { rescaled } from "../base/rescale.js";
import type { DecimalText, Rounding } from "../model/numbers.js";
import type { Component, Limit, Rescale, SchemeEffect, Sheet } from "../model/rubric.js";

export interface ScoreParts {
  readonly points: DecimalText;
  readonly blend: readonly Component[];
  readonly sheet: Pick<Sheet, "reach"> | undefined;
  readonly rescale: Rescale | undefined;
  readonly effects: readonly SchemeEffect[];
  readonly floor: Limit | undefined;
  readonly cap: Limit | undefined;
  readonly round: Rounding | undefined;
}

interface Ends {
  readonly low: Exact | undefined;
  readonly high: Exact | undefined;
}

/** An absent end is open to infinity. */
export interface ScoreRange {
  readonly low?: Exact;
  readonly high?: Exact;
}

export function scoreRange({ rescale, effects, floor, cap, round, ...parts }: ScoreParts): ScoreRange {
  const blended = blendRange(parts);
  const carried = (end: Exact | undefined): Exact | undefined => (end && rescale ? rescaled(end, rescale) : end);
  const { low, high } = effects.reduce(affected, { low: carried(blended.low), high: carried(blended.high) });
  const behind = (end: Exact | undefined, limit: Limit | undefined): Exact | undefined => {
    const limited = end ?? (limit === undefined || limit === "none" ? undefined : exact(limit));
    return limited && within(limited, floor, cap, round);
  };
  const [least, most] = [behind(low, floor), behind(high, cap)];
  return { ...(least && { low: least }), ...(most && { high: most }) };
}

/** An effect may hold, and it may not. */
function affected({ low, high }: Ends, { action }: SchemeEffect): Ends {
  if (action.kind !== "zero" && action.kind !== "points" && action.kind !== "at_most") return { low, high };
  const set = "points" in action ? exact(action.points) : ZERO;
  return {
    low: low && compare(set, low) < 0 ? set : low,
    high: high && action.kind !== "at_most" && compare(set, high) > 0 ? set : high,
  };
}

/**
 * A component that keeps what is outside of its sheet may carry the sum anywhere; how far one outside the weights does,
 * only its sheet tells.
 */
function blendRange({ points, blend, sheet }: Pick<ScoreParts, "points" | "blend" | "sheet">): ScoreRange {
  const full = exact(points);
  if (sheet) {
    const [least, most] = [sheet.reach.least, sheet.reach.most].map((end) =>
      end === null ? undefined : readExact(end),
    );
    return {
      ...(least && { low: compare(least, ZERO) < 0 ? least : ZERO }),
      ...(most && { high: compare(most, full) > 0 ? most : full }),
    };
  }
  if (blend.some(({ outside }) => outside === "keep")) return {};
  return {
    ...(blend.every(({ countsAs }) => countsAs !== "deduction") && { low: ZERO }),
    ...(blend.every(({ countsAs }) => countsAs !== "bonus") && { high: full }),
  };
}

function within(value: Exact, floor: Limit | undefined, cap: Limit | undefined, round: Rounding | undefined): Exact {
  const stated = (limit: Limit | undefined) => (limit === undefined || limit === "none" ? undefined : exact(limit));
  const [least, most] = [stated(floor), stated(cap)];
  const raised = least && compare(value, least) < 0 ? least : value;
  const limited = most && compare(raised, most) > 0 ? most : raised;
  return round ? roundTo(limited, round) : limited;
}
