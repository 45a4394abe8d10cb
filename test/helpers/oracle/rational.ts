/** Exact numbers of the oracle: a fraction of two BigInts, always in lowest terms, denominator above 0. */

export interface Q {
  readonly n: bigint;
  readonly d: bigint;
}

const SPELLING = /^-?(0|[1-9]\d*)(\.\d+)?$/;

export function fraction(n: bigint, d: bigint): Q {
  if (d === 0n) throw new Error("division by zero in the oracle");
  const g = gcd(n < 0n ? -n : n, d < 0n ? -d : d);
  return d < 0n ? { n: -n / g, d: -d / g } : { n: n / g, d: d / g };
}

export const ZERO: Q = { n: 0n, d: 1n };
export const ONE: Q = { n: 1n, d: 1n };

export const whole = (n: number | bigint): Q => ({ n: BigInt(n), d: 1n });
export const add = (a: Q, b: Q): Q => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const sub = (a: Q, b: Q): Q => add(a, negate(b));
export const mul = (a: Q, b: Q): Q => fraction(a.n * b.n, a.d * b.d);
export const div = (a: Q, b: Q): Q => fraction(a.n * b.d, a.d * b.n);
export const negate = (a: Q): Q => ({ n: -a.n, d: a.d });
export const abs = (a: Q): Q => (a.n < 0n ? negate(a) : a);
export const sign = (a: Q): -1 | 0 | 1 => (a.n < 0n ? -1 : a.n > 0n ? 1 : 0);
export const compare = (a: Q, b: Q): -1 | 0 | 1 => sign(sub(a, b));
export const equal = (a: Q, b: Q): boolean => compare(a, b) === 0;
export const less = (a: Q, b: Q): boolean => compare(a, b) < 0;
export const min = (a: Q, b: Q): Q => (less(b, a) ? b : a);
export const max = (a: Q, b: Q): Q => (less(a, b) ? b : a);
export const total = (values: readonly Q[]): Q => values.reduce(add, ZERO);

export function floor(a: Q): Q {
  const down = a.n / a.d; // BigInt division goes towards zero
  return whole(a.n < 0n && a.n % a.d !== 0n ? down - 1n : down);
}
export const ceil = (a: Q): Q => negate(floor(negate(a)));
export const isWhole = (a: Q): boolean => a.d === 1n;

/** The number a text spells, or undefined when the spelling is not ours. */
export function readNumber(value: unknown): Q | undefined {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string" || text.length > 40 || !SPELLING.test(text)) return undefined;
  if (typeof value === "number" && !exactNumber(value, text)) return undefined;
  return spelled(text);
}

/** The number of a text that is known to be well spelled, fractions `p/q` of results included. */
export function spelled(text: string): Q {
  const [p, q] = text.split("/");
  if (q !== undefined) return fraction(BigInt(p ?? ""), BigInt(q));
  const [units, places = ""] = text.split(".");
  return fraction(BigInt(`${units}${places}`), 10n ** BigInt(places.length));
}

/** A JavaScript number is taken when it is a safe integer or has at most 15 significant digits. */
function exactNumber(value: number, text: string): boolean {
  if (Number.isSafeInteger(value)) return true;
  return text.replace(/^-?0?\.?0*/, "").replace(".", "").length <= 15;
}

/** The spelling of results: a decimal without trailing zeros when it terminates, else `p/q`; never `-0`. */
export function print(a: Q): string {
  let rest = a.d;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  if (rest !== 1n) return `${a.n}/${a.d}`;
  const places = Math.max(twos, fives);
  return point(a.n * (10n ** BigInt(places) / a.d), places);
}

export type Mode = "half-up" | "half-even" | "up" | "down" | "ceiling" | "floor";

/** Rounded for display, with exactly `places` decimals. */
export function display(a: Q, places: number, mode: Mode): string {
  const scaled = mul(abs(a), whole(10n ** BigInt(places)));
  const down = floor(scaled);
  const rest = sub(scaled, down);
  const half = compare(rest, fraction(1n, 2n));
  const positive = sign(a) >= 0;
  const away = {
    "half-up": half >= 0,
    "half-even": half > 0 || (half === 0 && down.n % 2n === 1n),
    up: sign(rest) > 0,
    down: false,
    ceiling: sign(rest) > 0 && positive,
    floor: sign(rest) > 0 && !positive,
  }[mode];
  const units = down.n + (away ? 1n : 0n);
  return point(positive ? units : -units, places);
}

function point(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
  const cut = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return units < 0n ? `-${text}` : text;
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
