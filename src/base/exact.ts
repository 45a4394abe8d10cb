/** Exact fractions on BigInt: add, subtract, multiply, divide and compare without ever rounding. */
import type { DecimalText, ExactText } from "../model/numbers.js";

/** A fraction in lowest terms; the denominator is above 0. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Exact = { n: 0n, d: 1n };
export const ONE: Exact = { n: 1n, d: 1n };

/** The value of a decimal text, which the caller has checked with `isDecimalText`. */
export function exact(text: DecimalText): Exact {
  const point = text.indexOf(".");
  if (point < 0) return { n: BigInt(text), d: 1n };
  const places = text.length - point - 1;
  return fraction(BigInt(text.slice(0, point) + text.slice(point + 1)), 10n ** BigInt(places));
}

/** The value of a result as `formatExact` prints it: a decimal, or p/q. */
export function readExact(text: ExactText): Exact {
  const slash = text.indexOf("/");
  return slash < 0 ? exact(text) : fraction(BigInt(text.slice(0, slash)), BigInt(text.slice(slash + 1)));
}

/** n ÷ d in lowest terms. The divisor is not 0: callers decide what division by zero means before they divide. */
export function fraction(n: bigint, d: bigint): Exact {
  if (d < 0n) return fraction(-n, -d);
  const common = gcd(n < 0n ? -n : n, d);
  return common === 1n ? { n, d } : { n: n / common, d: d / common };
}

export function add(a: Exact, b: Exact): Exact {
  if (a.d === b.d) return a.d === 1n ? { n: a.n + b.n, d: 1n } : fraction(a.n + b.n, a.d);
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b));
}

export function multiply(a: Exact, b: Exact): Exact {
  return fraction(a.n * b.n, a.d * b.d);
}

export function divide(a: Exact, b: Exact): Exact {
  return fraction(a.n * b.d, a.d * b.n);
}

export function negate(a: Exact): Exact {
  return { n: -a.n, d: a.d };
}

export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function larger(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b;
}

export function smaller(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b;
}

export function sum(values: readonly Exact[]): Exact {
  return values.reduce(add, ZERO);
}

/** The greatest whole number not above the value. */
export function floorOf(a: Exact): bigint {
  const quotient = a.n / a.d;
  return a.n < 0n && a.n % a.d !== 0n ? quotient - 1n : quotient;
}

/** The least whole number not below the value. */
export function ceilingOf(a: Exact): bigint {
  return -floorOf(negate(a));
}

/** `-?(0|[1-9]\d*)(\.\d*[1-9])?` where the expansion ends, else `-?p/q`; never `-0`. */
export function formatExact(a: Exact): ExactText {
  if (a.d === 1n) return a.n.toString();
  const places = decimalPlaces(a.d);
  if (places === undefined) return `${a.n}/${a.d}`;
  const digits = ((a.n < 0n ? -a.n : a.n) * 10n ** BigInt(places)) / a.d;
  const text = digits.toString().padStart(places + 1, "0");
  return `${a.n < 0n ? "-" : ""}${text.slice(0, -places)}.${text.slice(-places)}`;
}

/** Decimal places needed by a fraction in lowest terms with this denominator; undefined where no number suffices. */
export function decimalPlaces(d: bigint): number | undefined {
  let twos = 0;
  let fives = 0;
  let rest = d;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function gcd(a: bigint, b: bigint): bigint {
  // Most operands are small: the Number loop is several times faster and exact below 2^53.
  if (a <= SAFE && b <= SAFE) {
    let x = Number(a);
    let y = Number(b);
    while (y !== 0) [x, y] = [y, x % y];
    return BigInt(x);
  }
  let x = a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
