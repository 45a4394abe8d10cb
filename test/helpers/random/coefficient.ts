/** Random coefficients: a number that is one itself, or a number for each option, or for yes and no. */
import { ids } from "../oracle/plain.js";
import { declarationOf, factOf } from "./facts.js";
import { emit, tenth } from "./numbers.js";
import { mul, whole } from "../oracle/rational.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Pool } from "./facts.js";

/** In so many percent of the cases; else nothing. */
export function coefficient(pool: Pool, percent: number): PlainMap {
  const { random } = pool;
  if (!random.chance(percent)) return {};
  const fact = factOf(pool, ["boolean", "choice", "choice", "decimal", "integer"]);
  const { type, options } = declarationOf(pool, fact);
  const words = type === "boolean" ? ["true", "false"] : type === "choice" ? ids(options) : undefined;
  const values: PlainMap =
    words === undefined ? {} : { values: Object.fromEntries(words.map((word) => [word, factor(pool)])) };
  return {
    coefficient: { fact, ...values, ...(random.chance(35) ? { when_missing: factor(pool) } : {}) },
  };
}

/** Mostly between 0 and 1, as sheets have them. */
function factor({ random }: Pool): Plain {
  const tenths = random.kind({ less: 70, more: 20, negative: 10 });
  const at = tenths === "less" ? random.int(0, 10) : tenths === "more" ? random.int(11, 25) : random.int(-10, -1);
  return emit(random, mul(whole(at), tenth(1)));
}
