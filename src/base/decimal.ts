/** The door to decimal.js: rounding and printing, where a rubric or a display asks for it. Nothing else rounds. */
import { Decimal as DecimalJs } from "decimal.js";
import type { DecimalText, Rounding, RoundingMode } from "../model/numbers.js";
import { type Exact, exact } from "./exact.js";

/** A private clone: the settings of other users of decimal.js in the same process do not reach it. */
const Decimal = DecimalJs.clone({ defaults: true, precision: 1e9, toExpNeg: -9e15, toExpPos: 9e15 });

const MODES: Readonly<Record<RoundingMode, DecimalJs.Rounding>> = {
  up: DecimalJs.ROUND_UP,
  down: DecimalJs.ROUND_DOWN,
  ceiling: DecimalJs.ROUND_CEIL,
  floor: DecimalJs.ROUND_FLOOR,
  "half-up": DecimalJs.ROUND_HALF_UP,
  "half-even": DecimalJs.ROUND_HALF_EVEN,
};

/** The value rounded as stated, still exact. */
export function round(value: Exact, rounding: Rounding): Exact {
  return exact(fixed(value, rounding));
}

/** The value rounded as stated, with all its places: `80.00`. Never `-0.00`. */
export function fixed(value: Exact, { places, mode }: Rounding): DecimalText {
  const text = new Decimal(truncated(value, places + 1)).toFixed(places, MODES[mode]);
  return /^-[0.]+$/.test(text) ? text.slice(1) : text;
}

/**
 * The value cut after some places; what was cut off stays visible as one more digit 1, so that the text rounds to
 * fewer places exactly as the fraction does, in every mode.
 */
function truncated({ n, d }: Exact, places: number): DecimalText {
  const scaled = (n < 0n ? -n : n) * 10n ** BigInt(places);
  const sticky = scaled % d === 0n ? "0" : "1";
  return `${n < 0n ? "-" : ""}${scaled / d}${sticky}e-${places + 1}`;
}
