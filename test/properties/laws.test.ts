import { describe, expect, test } from "vitest";
import { assess, assessText, scorerOf } from "../helpers/engine.js";
import {
  brokenByEvidence,
  brokenPoints,
  brokenShares,
  brokenSums,
  furthest,
  misspelled,
  nodesOf,
} from "../helpers/laws.js";
import { completion, gapOf } from "../helpers/random/completions.js";
import { choicesOf, take } from "../helpers/random/extremes.js";
import { randomPair } from "../helpers/random/pair.js";
import { makeRandom } from "../helpers/random/prng.js";
import { shuffled } from "../helpers/random/shuffle.js";
import { map } from "../helpers/oracle/plain.js";
import type { Assessment, Bounds } from "../../src/model/assessment.js";
import type { PlainMap } from "../helpers/oracle/plain.js";
import type { Choice } from "../helpers/random/extremes.js";
import type { Pair } from "../helpers/random/pair.js";

const SEED = 80;
/** How many times as many cases as the suite has time for: `LAWS=20 npm test -- test/properties/laws.test.ts`. */
const TIMES = Number(process.env["LAWS"] ?? 1);
const LONG = { timeout: 240_000 * TIMES };

/** Calls `law` for pairs until it has answered often enough; undefined: the pair says nothing about this law. */
function forPairs(
  cases: number,
  law: (pair: Pair, index: number) => readonly string[] | undefined,
): { broken: string[]; met: number } {
  const wanted = cases * TIMES;
  const broken: string[] = [];
  let met = 0;
  for (let index = 0; met < wanted && index < wanted * 40; index += 1) {
    const found = answered(() => law(randomPair(SEED, index), index));
    if (found === undefined) continue;
    met += 1;
    broken.push(...found.map((one) => `pair ${index}: ${one}`));
  }
  return { broken: broken.slice(0, 10), met };
}

/** Whatever throws breaks the law. */
function answered(law: () => readonly string[] | undefined): readonly string[] | undefined {
  try {
    return law();
  } catch (error) {
    return [`threw ${error instanceof Error ? error.message : String(error)}`];
  }
}

const always = (cases: number): { broken: string[]; met: number } => ({ broken: [], met: cases * TIMES });

describe("laws of every assessment", () => {
  test("contributions and adjustments add up at every node, shares are shares, a scored node is a point", LONG, () => {
    const law = (pair: Pair): string[] => {
      const assessment = assess(pair);
      return [
        ...brokenSums(assessment),
        ...brokenShares(assessment),
        ...brokenPoints(assessment),
        ...misspelled(assessment),
      ];
    };
    expect(forPairs(70, law)).toEqual(always(70));
  });

  test("the order of keys changes no byte, nor does the way through YAML text", LONG, () => {
    const law = (pair: Pair, index: number): string[] => {
      const random = makeRandom(SEED + 1, index);
      const bytes = JSON.stringify(assess(pair));
      const other: Pair = {
        rubrics: pair.rubrics.map((rubric) => shuffled(random, rubric)),
        factSheet: shuffled(random, pair.factSheet),
      };
      return [
        ...(JSON.stringify(assess(other)) === bytes ? [] : ["other bytes for another order of keys"]),
        ...(JSON.stringify(assessText(pair, random)) === bytes ? [] : ["other bytes through text"]),
      ];
    };
    expect(forPairs(30, law)).toEqual(always(30));
  });

  test("scoring leaves its input alone and says the same again", LONG, () => {
    const law = (pair: Pair): string[] => {
      const score = scorerOf(pair.rubrics);
      const sheet = frozen(pair.factSheet);
      return JSON.stringify(score(sheet)) === JSON.stringify(score(sheet)) ? [] : ["two results for one fact sheet"];
    };
    expect(forPairs(30, law)).toEqual(always(30));
  });
});

describe("laws of open assessments", () => {
  test("bounds hold every completion, a certain outcome is never contradicted", LONG, () => {
    const law = (pair: Pair, index: number): string[] | undefined => {
      const score = scorerOf(pair.rubrics);
      const before = score(pair.factSheet);
      if (!isOpen(before)) return undefined;
      const random = makeRandom(SEED + 2, index);
      const gap = gapOf(pair);
      return Array.from({ length: 50 }, () => completion(random, gap)).flatMap((completed) =>
        completed === undefined ? [] : brokenByEvidence(before, score(completed)),
      );
    };
    expect(forPairs(30, law)).toEqual(always(30));
  });

  test("more evidence never widens: step by step until everything is said", LONG, () => {
    const law = (pair: Pair, index: number): string[] | undefined => {
      const score = scorerOf(pair.rubrics);
      const random = makeRandom(SEED + 3, index);
      let sheet = pair.factSheet;
      let before = score(sheet);
      if (!isOpen(before)) return undefined;
      const broken: string[] = [];
      for (const share of [30, 30, 50, 100]) {
        const next = completion(random, gapOf({ ...pair, factSheet: sheet }), share);
        if (next === undefined) break;
        const later = score(next);
        broken.push(...brokenByEvidence(before, later));
        [sheet, before] = [next, later];
      }
      return broken;
    };
    expect(forPairs(30, law)).toEqual(always(30));
  });

  test("tight bounds are reached at both ends, of the score and of every node", LONG, () => {
    const law = (pair: Pair): string[] | undefined => {
      const score = scorerOf(pair.rubrics);
      const before = score(pair.factSheet);
      const choices = choicesOf(pair);
      const tight = boundsIn(before).flatMap(({ at, bounds, exact }, i) =>
        bounds?.tight === true && exact === null ? [{ at, bounds, i }] : [],
      );
      if (choices === undefined || tight.length === 0) return undefined;
      return tight.flatMap(({ at, bounds, i }) =>
        (["least", "most"] as const).flatMap((direction) => {
          const reached = climb(pair.factSheet, score, choices, i, direction);
          const end = bounds[direction] ?? "no end";
          return reached === end ? [] : [`${at}: ${direction} is ${end}, completions reach ${reached ?? "nothing"}`];
        }),
      );
    };
    expect(forPairs(15, law)).toEqual(always(15));
  });
});

/** The score first, then every node. */
function boundsIn(assessment: Assessment): { at: string; bounds: Bounds | null; exact: string | null }[] {
  const nodes = nodesOf(assessment).map(({ at, node }) => ({
    at,
    bounds: node.bounds,
    exact: node.awarded?.exact ?? null,
  }));
  const { status, bounds, exact } = assessment.score;
  return [{ at: "score", bounds: status === "nothing-scored" ? null : bounds, exact }, ...nodes];
}

const isOpen = (assessment: Assessment): boolean => assessment.score.status === "open" || !assessment.decision.certain;

/** One open thing after another takes the value that pushes one end of the bounds inwards least. */
function climb(
  start: PlainMap,
  score: (sheet: PlainMap) => Assessment,
  choices: readonly Choice[],
  i: number,
  direction: "least" | "most",
): string | undefined {
  let sheet = start;
  const at = (one: PlainMap): string | undefined => boundsIn(score(one))[i]?.bounds?.[direction] ?? undefined;
  for (const choice of choices) {
    const tries = choice.values.map((value) => take(sheet, choice, value));
    const ends = tries.map(at).filter((end) => end !== undefined);
    const best = furthest(ends, direction);
    sheet = tries.find((one) => at(one) === best) ?? sheet;
  }
  return boundsIn(score(sheet))[i]?.exact ?? undefined;
}

function frozen(value: PlainMap): PlainMap {
  const freeze = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    Object.freeze(part);
    Object.values(part).forEach(freeze);
  };
  freeze(value);
  return map(value);
}
