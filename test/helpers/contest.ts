/** One pair, engine against oracle. Whatever the engine throws is a difference too. */
import { compareResults } from "./compare.js";
import { assess, assessText } from "./engine.js";
import { consult } from "./oracle/oracle.js";
import { makeRandom } from "./random/prng.js";
import type { Comparison } from "./compare.js";
import type { OracleResult } from "./oracle/result.js";
import type { Pair } from "./random/pair.js";

/** One in ten goes through YAML text, with keys in an order of their own. */
export function contest(
  pair: Pair,
  index: number,
  said: OracleResult = consult(pair.rubrics, pair.factSheet),
): Comparison {
  try {
    return compareResults(index % 10 === 0 ? assessText(pair, makeRandom(index)) : assess(pair), said);
  } catch (error) {
    return { differences: [`threw ${error instanceof Error ? error.message : String(error)}`], compared: 0 };
  }
}
