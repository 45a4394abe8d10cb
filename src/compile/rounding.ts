/** A stated rounding, bound: applied to values, and to both ends of what a value may be. */
import { toAmount } from "../base/amount.js";
import { rounder } from "../base/display.js";
import { fraction } from "../base/exact.js";
import type { Rounding } from "../model/numbers.js";
import type { BoundRounding, Hull } from "./program.js";

export function bindRounding(rounding: Rounding | undefined): BoundRounding | undefined {
  if (!rounding) return undefined;
  return { rounding, apply: rounder(rounding), step: toAmount(fraction(1n, 10n ** BigInt(rounding.places))) };
}

export function roundHull(hull: Hull, round: BoundRounding | undefined): Hull {
  if (!round) return hull;
  const { least, most, tight } = hull;
  return { least: least === null ? null : round.apply(least), most: most === null ? null : round.apply(most), tight };
}
