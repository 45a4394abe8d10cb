/** One random rubric with one random fact sheet, made from a seed and an index alone. */
import { consult } from "../oracle/oracle.js";
import { add, compare, mul, print, sign, spelled, whole } from "../oracle/rational.js";
import { randomFactSheet } from "./fact-sheet.js";
import { tenth } from "./numbers.js";
import { makeRandom } from "./prng.js";
import { moveThreshold, randomRubrics, staticRange } from "./scheme.js";
import type { PlainMap } from "../oracle/plain.js";

export interface Pair {
  /** The scheme, then its sheets. */
  readonly rubrics: readonly PlainMap[];
  readonly factSheet: PlainMap;
}

export function randomPair(seed: number, index: number): Pair {
  const random = makeRandom(seed, index);
  const rubrics = randomRubrics(random);
  const factSheet = randomFactSheet(random, rubrics);
  const { score } = consult(rubrics, factSheet);
  if (score.exact === null || score.exact.includes("/") || !random.chance(30)) return { rubrics, factSheet };
  const [scheme, ...sheets] = rubrics;
  const hair = random.pick([whole(0), whole(0), mul(whole(-1), tenth(random.pick([1, 5, 20])))]);
  const at = print(add(spelled(score.exact), hair));
  const { most } = staticRange(rubrics);
  const tooFar = at.length > 40 || sign(spelled(at)) <= 0 || (most !== null && compare(spelled(at), most) >= 0);
  if (scheme === undefined || tooFar) return { rubrics, factSheet };
  return { rubrics: [moveThreshold(scheme, at), ...sheets], factSheet };
}
