/** Random exact numbers, and the ways an author or a program may hand them over. */
import { add, div, fraction, isWhole, mul, print, sub, whole } from "../oracle/rational.js";
import type { Plain } from "../oracle/plain.js";
import type { Q } from "../oracle/rational.js";
import type { Random } from "./prng.js";

export const tenth = (places: number): Q => fraction(1n, 10n ** BigInt(places));

/** A number as a JavaScript number where that is exact, or as text, now and then with a needless zero. */
export function emit(random: Random, value: Q): Plain {
  const text = print(value);
  if (text.length > 40 || text.includes("/")) throw new Error(`not a number of a document: ${text}`);
  if (text.length <= 12 && String(Number(text)) === text && random.chance(40)) return Number(text);
  if (!isWhole(value) && text.length < 40 && random.chance(5)) return `${text}0`;
  return text;
}

export const emitInt = (random: Random, n: number): Plain => (random.chance(60) ? n : String(n));

/** Somewhere in [low, high]: whole, with two places, or with very many. */
export function between(random: Random, low: Q, high: Q): Q {
  const style = random.kind({ whole: 40, two: 40, four: 10, long: 10 });
  const places = { whole: 0, two: 2, four: 4, long: random.int(15, 28) }[style];
  const unit = tenth(places);
  const steps = div(sub(high, low), unit).n / div(sub(high, low), unit).d;
  if (steps <= 0n) return low;
  const at = add(low, mul(unit, whole(randomBig(random, steps))));
  return print(at).length <= 40 && !print(at).includes("/") ? at : low;
}

/** A whole number in [0, most]. */
export function randomBig(random: Random, most: bigint): bigint {
  let drawn = 0n;
  for (let digits = most; digits > 0n; digits >>= 24n) drawn = (drawn << 24n) | BigInt(random.int(0, 2 ** 24 - 1));
  return drawn % (most + 1n);
}

/** `parts` shares of a whole, each a positive multiple of `unit`, adding up to it exactly. */
export function split(random: Random, whole_: Q, parts: number, unit: Q): Q[] {
  const units = div(whole_, unit).n;
  if (units < BigInt(parts)) throw new Error("too little to split");
  const weights = Array.from({ length: parts }, () => BigInt(random.int(1, 10)));
  const all = weights.reduce((a, b) => a + b, 0n);
  const spare = units - BigInt(parts);
  const shares = weights.map((weight) => 1n + (spare * weight) / all);
  const rest = units - shares.reduce((a, b) => a + b, 0n);
  return shares.map((share, i) => mul(unit, whole(i === 0 ? share + rest : share)));
}

/** A share of `full` that ends: between `low` and `high` hundredths of it. */
export function hundredths(random: Random, full: Q, low: number, high: number): Q {
  const step = random.pick([1, 5, 10, 25, 50]);
  const first = Math.ceil(low / step);
  return mul(full, fraction(BigInt(step * random.int(first, Math.max(first, Math.floor(high / step)))), 100n));
}
