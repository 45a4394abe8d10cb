/** Amounts as people read them: a fixed number of places. */
import type { DecimalText, Rounding, RoundingMode } from "../model/numbers.js";
import { type Amount, PLACES, amount, exactOf, formatAmount } from "./amount.js";
import { fixed } from "./decimal.js";

/** The value rounded as stated, still exact: only where a rubric says so. */
export function rounder(rounding: Rounding): (value: Amount) => Amount {
  const print = displayer(rounding);
  return (value) => amount(print(value));
}

/** A printer for one stated rounding. Fractions are rounded by decimal.js, whole units on the units themselves. */
export function displayer(rounding: Rounding): (value: Amount) => DecimalText {
  const { places } = rounding;
  if (places >= PLACES) return (value) => fixed(exactOf(value), rounding);
  const unit = 10 ** (PLACES - places);
  const raises = RAISES[rounding.mode];
  return (value) => {
    if (typeof value !== "number") return fixed(exactOf(value), rounding);
    const rest = Math.abs(value) % unit;
    if (rest === 0) return padded(value, places);
    const cut = Math.abs(value) - rest;
    const size = raises(rest, unit, cut / unit, value < 0) ? cut + unit : cut;
    if (size > Number.MAX_SAFE_INTEGER) return fixed(exactOf(value), rounding);
    return padded(value < 0 ? 0 - size : size, places);
  };
}

/** Whether what is cut off lifts the size: by the rest of a unit, the last digit kept, and the sign. */
const RAISES: Readonly<Record<RoundingMode, (rest: number, unit: number, kept: number, negative: boolean) => boolean>> =
  {
    up: () => true,
    down: () => false,
    ceiling: (_rest, _unit, _kept, negative) => !negative,
    floor: (_rest, _unit, _kept, negative) => negative,
    "half-up": (rest, unit) => rest * 2 >= unit,
    "half-even": (rest, unit, kept) => rest * 2 > unit || (rest * 2 === unit && kept % 2 === 1),
  };

/** No more places than these are left: only zeros are missing. */
function padded(value: number, places: number): DecimalText {
  const text = formatAmount(value);
  if (places === 0) return text;
  const point = text.indexOf(".");
  return point < 0 ? `${text}.${ZEROS.slice(0, places)}` : text + ZEROS.slice(0, places - (text.length - point - 1));
}

const ZEROS = "0".repeat(PLACES);
