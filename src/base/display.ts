/** Amounts as people read them: a fixed number of places. */
import type { DecimalText, Rounding } from "../model/numbers.js";
import { type Amount, exactOf, formatAmount } from "./amount.js";
import { fixed } from "./decimal.js";

/** A printer for one stated rounding. Text that needs no rounding is only padded, which is most of it. */
export function displayer(rounding: Rounding): (value: Amount) => DecimalText {
  const { places } = rounding;
  const zeros = "0".repeat(places);
  return (value) => {
    if (typeof value !== "number") return fixed(exactOf(value), rounding);
    const text = formatAmount(value);
    const point = text.indexOf(".");
    if (point < 0) return places === 0 ? text : `${text}.${zeros}`;
    const given = text.length - point - 1;
    return given <= places ? text + zeros.slice(given) : fixed(exactOf(value), rounding);
  };
}
