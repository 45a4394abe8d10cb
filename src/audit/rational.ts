/** Fractions on whole numbers of any size: the checker's own arithmetic, which shares nothing with the engine's. */
import type { DecimalText, ExactText, Rounding, RoundingMode } from "../model/numbers.js";
import { under } from "./tables.js";

/** In lowest terms, `d` above 0. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };

/** What a record spells as a number. Longer than any that scoring can print is no number. */
const SPELLED = /^(-?)(0|[1-9]\d*)(?:\.(\d+)|\/([1-9]\d*))?$/;
const MOST_CHARACTERS = 10_000;
/** Nor is what comes of so many digits: with numbers of any length a record could be reckoned with for hours. */
const LONG = 2n ** 16_384n;
const LONGEST = LONG ** 2n;

export function isNumber(text: unknown): text is ExactText {
  return typeof text === "string" && text.length <= MOST_CHARACTERS && SPELLED.test(text);
}

/** @throws RangeError for anything else, which the audit reports where it stands. */
export function numberOf(text: ExactText): Rational {
  const match = isNumber(text) ? SPELLED.exec(text) : null;
  if (!match) throw new RangeError("not a number");
  const [, sign = "", whole = "", decimals = "", divisor = "1"] = match;
  const size = BigInt(whole + decimals);
  return ratio(sign === "-" ? -size : size, 10n ** BigInt(decimals.length) * BigInt(divisor));
}

export function wholeNumber(value: number): Rational {
  return { n: BigInt(value), d: 1n };
}

/** @throws RangeError for one that is too long. */
function ratio(n: bigint, d: bigint): Rational {
  let [a, b] = [n < 0n ? -n : n, d];
  if (a >= LONGEST || b >= LONGEST) throw new RangeError("a number that is too long to be reckoned with");
  while (b !== 0n) [a, b] = [b, a % b];
  if (a === 0n) return ZERO;
  const lowest = { n: n / a, d: d / a };
  if (lowest.n >= LONG || -lowest.n >= LONG || lowest.d >= LONG)
    throw new RangeError("a number that is too long to be reckoned with");
  return lowest;
}

export function add(a: Rational, b: Rational): Rational {
  return ratio(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function sum(all: readonly Rational[]): Rational {
  return all.reduce(add, ZERO);
}

export function subtract(a: Rational, b: Rational): Rational {
  return ratio(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Rational, b: Rational): Rational {
  return ratio(a.n * b.n, a.d * b.d);
}

/** @throws RangeError for division by 0. */
export function divide(a: Rational, b: Rational): Rational {
  if (b.n === 0n) throw new RangeError("division by 0");
  return b.n < 0n ? ratio(-a.n * b.d, -b.n * a.d) : ratio(a.n * b.d, a.d * b.n);
}

/** Negative where a is less. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function equal(a: Rational, b: Rational): boolean {
  return compare(a, b) === 0;
}

export function greater(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

export function lesser(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

export function floorOf({ n, d }: Rational): Rational {
  const cut = n / d;
  return { n: n < 0n && cut * d !== n ? cut - 1n : cut, d: 1n };
}

/** A rubric rounds to no more. */
const MOST_PLACES = 20;

export function rounded(value: Rational, { places, mode }: Rounding): Rational {
  if (!(places >= 0 && places <= MOST_PLACES)) throw new RangeError("rounded to more places than a rubric may say");
  const scale = { n: 10n ** BigInt(places), d: 1n };
  const { n, d } = multiply(value, scale);
  const size = n < 0n ? -n : n;
  const kept = size / d;
  const rest = size % d;
  const isUp = rest !== 0n && under(LIFTS, mode)(rest * 2n, d, kept, n < 0n);
  const whole = isUp ? kept + 1n : kept;
  return divide({ n: n < 0n ? -whole : whole, d: 1n }, scale);
}

/** Whether what is cut off lifts the size: twice the rest against the whole, the last digit kept, and the sign. */
const LIFTS: Readonly<
  Record<RoundingMode, (twice: bigint, whole: bigint, kept: bigint, negative: boolean) => boolean>
> = {
  "half-up": (twice, whole) => twice >= whole,
  "half-even": (twice, whole, kept) => twice > whole || (twice === whole && kept % 2n === 1n),
  up: () => true,
  down: () => false,
  ceiling: (_twice, _whole, _kept, negative) => !negative,
  floor: (_twice, _whole, _kept, negative) => negative,
};

/** As a record spells it: a decimal where it ends, else a fraction. */
export function spelled(value: Rational): ExactText {
  const { n, d } = value;
  let places = 0;
  let rest = d;
  for (const prime of [2n, 5n]) {
    let times = 0;
    for (; rest % prime === 0n; rest /= prime) times += 1;
    places = Math.max(places, times);
  }
  if (rest !== 1n) return `${n}/${d}`;
  return fixed(value, places);
}

/** With exactly so many places, which have to suffice. */
export function fixed({ n, d }: Rational, places: number): DecimalText {
  const digits = ((n < 0n ? -n : n) * 10n ** BigInt(places)) / d;
  const text = digits.toString().padStart(places + 1, "0");
  const sign = n < 0n && digits !== 0n ? "-" : "";
  return places === 0 ? sign + text : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
}

/** For people. */
export function displayed(value: Rational, rounding: Rounding): DecimalText {
  return fixed(rounded(value, rounding), rounding.places);
}
