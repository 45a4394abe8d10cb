/**
 * Exact numbers at the speed of integers. An amount is a whole number of 10⁻⁸ where that is exact and safe, and a
 * fraction on BigInt everywhere else. Every operation checks its own result, so nothing has to be proved about its
 * input: a sum that leaves the safe range, a product with more places or a third become fractions and stay exact.
 */
import type { DecimalText, ExactText } from "../model/numbers.js";
import { type Exact, add, ceilingOf, compare, exact, floorOf, formatExact, fraction, multiply } from "./exact.js";

/** A number counts units of 10⁻⁸. Whatever fits is a number: an amount has one representation. */
export type Amount = number | Exact;

/** A constant multiplier p/q, ready for both representations. */
export interface Factor {
  /** 0 where numerator or denominator is no safe integer: then only the fraction is used. */
  readonly p: number;
  readonly q: number;
  readonly exact: Exact;
}

/** Decimal places of a unit. */
export const PLACES = 8;
const UNITS = 10 ** PLACES;
const BIG_UNITS = BigInt(UNITS);
const MOST_DIGITS = 15;
const MOST = Number.MAX_SAFE_INTEGER;
const BIG_MOST = BigInt(MOST);

/** The value of a decimal text, which the caller has checked. */
export function amount(text: DecimalText): Amount {
  if (text.length <= MOST_DIGITS) {
    const point = text.indexOf(".");
    const places = point < 0 ? 0 : text.length - point - 1;
    // Fewer than 2⁴⁷ units: what a double loses of them is far below a half, so that rounding finds the whole number.
    // Adding 0 makes "-0" a zero like any other.
    if (places <= PLACES && text.length - places <= 7) return Math.round(Number(text) * UNITS) + 0;
  }
  return toAmount(exact(text));
}

/** The one spelling of a number that may be written in several: `2.50` is `2.5`, `-0` is `0`. */
export function spelled(text: DecimalText): ExactText {
  return formatAmount(amount(text));
}

export function toAmount(value: Exact): Amount {
  if (value.d !== 1n && BIG_UNITS % value.d !== 0n) return value;
  const units = value.n * (BIG_UNITS / value.d);
  return units <= BIG_MOST && units >= -BIG_MOST ? Number(units) : value;
}

/** A whole number, at most 2⁵³ − 1 in size. */
export function wholeAmount(value: number): Amount {
  const units = value * UNITS;
  return units <= MOST && units >= -MOST ? units : { n: BigInt(value), d: 1n };
}

export const ONE_AMOUNT: Amount = wholeAmount(1);

export function exactOf(a: Amount): Exact {
  return typeof a === "number" ? fraction(BigInt(a), BIG_UNITS) : a;
}

export function plus(a: Amount, b: Amount): Amount {
  if (typeof a === "number" && typeof b === "number") {
    const units = a + b;
    if (units <= MOST && units >= -MOST) return units;
  }
  return toAmount(add(exactOf(a), exactOf(b)));
}

export function minus(a: Amount, b: Amount): Amount {
  return plus(a, negated(b));
}

export function negated(a: Amount): Amount {
  return typeof a === "number" ? 0 - a : { n: -a.n, d: a.d };
}

export function factor(value: Exact): Factor {
  const safe = value.n <= BIG_MOST && value.n >= -BIG_MOST && value.d <= BIG_MOST;
  return { p: safe ? Number(value.n) : 0, q: safe ? Number(value.d) : 0, exact: value };
}

export function times(a: Amount, by: Factor): Amount {
  if (typeof a === "number" && by.q !== 0) {
    // A product beyond the safe range may be rounded, but not back into it: the comparison decides exactly.
    const units = a * by.p;
    if (units <= MOST && units >= -MOST && units % by.q === 0) return units / by.q;
  }
  return toAmount(multiply(exactOf(a), by.exact));
}

/** a × b ÷ c, with c not 0. */
export function timesOver(a: Amount, b: Amount, c: Amount): Amount {
  if (typeof a === "number" && typeof b === "number" && typeof c === "number") {
    const quotient = wholeQuotient(a / UNITS, b / UNITS, c / UNITS);
    if (quotient !== undefined) return quotient;
  }
  const [x, y, z] = [exactOf(a), exactOf(b), exactOf(c)];
  return toAmount(fraction(x.n * y.n * z.d, x.d * y.d * z.n));
}

/** a × b. */
export function product(a: Amount, b: Amount): Amount {
  return timesOver(a, b, ONE_AMOUNT);
}

/** a ÷ b, which is not 0. */
export function quotient(a: Amount, b: Amount): Amount {
  return timesOver(a, ONE_AMOUNT, b);
}

/** Of whole numbers, as counts are: product, quotient and common divisor stay exact in a double, or it is undefined. */
function wholeQuotient(a: number, b: number, c: number): Amount | undefined {
  if (!Number.isInteger(a) || !Number.isInteger(b) || !Number.isInteger(c) || c <= 0) return undefined;
  const top = a * b;
  const units = top * UNITS;
  if (units > MOST || units < -MOST) return undefined;
  if (units % c === 0) return units / c + 0;
  let [x, y] = [top < 0 ? -top : top, c];
  while (y !== 0) [x, y] = [y, x % y];
  return { n: BigInt(top / x), d: BigInt(c / x) };
}

export function order(a: Amount, b: Amount): -1 | 0 | 1 {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : 0;
  return compare(exactOf(a), exactOf(b));
}

export function smaller(a: Amount, b: Amount): Amount {
  return order(a, b) <= 0 ? a : b;
}

export function larger(a: Amount, b: Amount): Amount {
  return order(a, b) >= 0 ? a : b;
}

export function isWhole(a: Amount): boolean {
  return typeof a === "number" ? a % UNITS === 0 : a.d === 1n;
}

/** The greatest whole number not above the amount, as an amount; and the least not below it. */
export function floored(a: Amount): Amount {
  if (typeof a === "number") {
    const rest = a % UNITS;
    const units = rest < 0 ? a - rest - UNITS : a - rest;
    // Adding 0 makes "-0" a zero like any other.
    if (units >= -MOST) return units + 0;
  }
  return toAmount({ n: floorOf(exactOf(a)), d: 1n });
}

export function ceiled(a: Amount): Amount {
  if (typeof a === "number") return negated(floored(negated(a)));
  return toAmount({ n: ceilingOf(exactOf(a)), d: 1n });
}

/** As results are printed: `86.345`, `245/3`, never `-0`. */
export function formatAmount(a: Amount): ExactText {
  if (typeof a !== "number") return formatExact(a);
  const size = a < 0 ? -a : a;
  // Below 2⁵⁰ a quotient cannot round up to the next whole number; beyond, the remainder is taken first.
  const whole = size < 2 ** 50 ? Math.floor(size / UNITS) : (size - (size % UNITS)) / UNITS;
  const sign = a < 0 ? "-" : "";
  let rest = (size - whole * UNITS) | 0;
  if (rest === 0) return sign + whole;
  let width = PLACES;
  while (rest % 10 === 0) {
    rest /= 10;
    width -= 1;
  }
  const digits = String(rest);
  return `${sign}${whole}.${ZEROS.slice(0, width - digits.length)}${digits}`;
}

const ZEROS = "0".repeat(PLACES);
