/** Laws of writing: a rubric that says the same in another way gives the same figures. */
import { describe, expect, test } from "vitest";
import { contains } from "../helpers/compare.js";
import { assess } from "../helpers/engine.js";
import { nodesOf } from "../helpers/laws.js";
import { equal, spelled, total } from "../helpers/oracle/rational.js";
import { randomPair } from "../helpers/random/pair.js";
import { makeRandom } from "../helpers/random/prng.js";
import { reordered, rescaledWeights, split } from "../helpers/random/rewrites.js";
import type { Assessment, Bounds, NodeResult } from "../../src/model/assessment.js";
import type { Split } from "../helpers/random/rewrites.js";
import type { Pair } from "../helpers/random/pair.js";

const SEED = 4242;
/** How many times as many cases as the suite has time for: `LAWS=20 npm test -- test/properties/rewriting.test.ts`. */
const TIMES = Number(process.env["LAWS"] ?? 1);
const LONG = { timeout: 240_000 * TIMES };

interface Met {
  readonly broken: readonly string[];
  /** How often by what was rewritten. */
  readonly met: Readonly<Record<string, number>>;
}

/** `undefined`: the pair says nothing about the law. */
function forPairs(pairs: number, law: (pair: Pair, index: number) => readonly [string, readonly string[]] | undefined) {
  const broken: string[] = [];
  const met: Record<string, number> = {};
  for (let index = 0; index < pairs * TIMES; index += 1) {
    const found = law(randomPair(SEED, index), index);
    if (!found) continue;
    const [kind, differences] = found;
    met[kind] = (met[kind] ?? 0) + 1;
    broken.push(...differences.slice(0, 3).map((one) => `pair ${index}: ${one}`));
  }
  return { broken: broken.slice(0, 10), met } satisfies Met;
}

describe("a rubric rewritten", () => {
  test("with its indicators in another order gives the same figures", LONG, () => {
    const { broken, met } = forPairs(40, (pair, index) => {
      const other = reordered(makeRandom(SEED + 1, index), pair);
      return ["reordered", differing(figuresOf(assess(pair)), figuresOf(assess(other)))];
    });
    expect(broken).toEqual([]);
    expect(met["reordered"]).toBe(40 * TIMES);
  });

  test("with the weights of siblings multiplied gives the same figures", LONG, () => {
    const { broken, met } = forPairs(130, (pair, index) => {
      const other = rescaledWeights(makeRandom(SEED + 2, index), pair);
      return other && ["weighed", differing(figuresOf(assess(pair)), figuresOf(assess(other)))];
    });
    expect(broken).toEqual([]);
    expect(met["weighed"]).toBeGreaterThan(15 * TIMES);
  });

  test("with one indicator split into two of the same share gives the same figures around it", LONG, () => {
    const { broken, met } = forPairs(130, (pair, index) => {
      const found = split(makeRandom(SEED + 3, index), pair);
      const other = found && tried(found.pair);
      if (!found || !other) return undefined;
      return [found.combine, aroundSplit(assess(pair), other, found)];
    });
    expect(broken).toEqual([]);
    expect(met["sum"]).toBeGreaterThan(60 * TIMES);
    for (const way of ["weighted_mean", "min", "max"]) expect(met[way]).toBeGreaterThan(2 * TIMES);
  });
});

/** A group of halves may ask for a limit that the leaf alone did not need: then nothing is said. */
function tried(pair: Pair): Assessment | undefined {
  try {
    return assess(pair);
  } catch (error) {
    if (error instanceof Error && /an invalid rubric: (?:cap|floor)-unstated/.test(error.message)) return undefined;
    throw error;
  }
}

/** Everything but the order in which it is told, by the names of things. */
function figuresOf(assessment: Assessment): ReadonlyMap<string, string> {
  const { score, decision, eligibility, preferences } = assessment;
  const told = new Map<string, unknown>([
    ["score", [score.status, score.exact, score.display, score.bounds, score.certain]],
    ["adjustments", score.adjustments.map(({ cause, contribution }) => `${cause} ${contribution}`)],
    ["decision", [decision.outcome, decision.possible, decision.margin, decision.band, decision.bands]],
    ["vetoed", [decision.vetoed, (decision.vetoes ?? []).map(({ indicator }) => indicator).sort()]],
    ["eligibility", [eligibility.status, [...eligibility.conditions, ...preferences].map(({ status }) => status)]],
  ]);
  const ways = new Map(nodesOf(assessment).map(({ at, node }) => [at, node.combine]));
  const isOneOfSeveral = (at: string): boolean =>
    placesAbove(at).some((above) => ways.get(above) === "min" || ways.get(above) === "max");
  for (const { at, node } of nodesOf(assessment))
    told.set(at, [...figures(node), ...(isOneOfSeveral(at) ? [] : worth(node))]);
  return new Map([...told].map(([key, value]) => [key, JSON.stringify(value)]));
}

function figures({ status, available, awarded, bounds, adjustments, effects = [] }: NodeResult): readonly unknown[] {
  const changes = adjustments.map(({ cause, by }) => `${cause} ${by}`);
  return [status, available, awarded, bounds, changes, effects.map(({ result }) => result)];
}

/** Of the least or greatest of several that are alike, the first in the document brings what the group has. */
function worth({ contribution, shortfall, adjustments }: NodeResult): readonly unknown[] {
  return [contribution, shortfall, adjustments.map((each) => each.contribution)];
}

function placesAbove(at: string): readonly string[] {
  const last = at.lastIndexOf("/");
  return last < 0 ? [] : [at.slice(0, last), ...placesAbove(at.slice(0, last))];
}

function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => `${key}: ${before.get(key) ?? "nothing"}, then ${after.get(key) ?? "nothing"}`);
}

/**
 * Every node but the one that was split, and the two together what it was. While something is open two halves may drop
 * out one without the other, for all that bounds know: then they may be wider, never narrower.
 */
function aroundSplit(before: Assessment, after: Assessment, { sheet, leaf }: Split): readonly string[] {
  const broken: string[] = [];
  const nodes = new Map(nodesOf(after).map(({ at, node }) => [at, node]));
  for (const { at, node } of nodesOf(before)) {
    if (at.includes(`:${sheet}/`) && isNamed(node, leaf)) {
      if (node.contribution !== null && !sameTogether(node, at, nodes, leaf))
        broken.push(`${at}: halves make another sum`);
      continue;
    }
    const now = nodes.get(at);
    if (!now) broken.push(`${at} is gone`);
    else if (node.awarded !== null || node.status === "not-applicable") {
      const [then, since] = [node, now].map(({ awarded, status, contribution }) =>
        JSON.stringify([awarded, status, contribution]),
      );
      if (then !== since) broken.push(`${at}: ${then}, then ${since}`);
    } else if (!holds(now.bounds, node.bounds)) broken.push(`${at}: bounds got narrower`);
  }
  if (before.score.status === "scored" || before.score.status === "nothing-scored") {
    const [then, since] = [before, after].map(({ score, decision, eligibility }) =>
      JSON.stringify([
        score.exact,
        score.status,
        decision.outcome,
        decision.possible,
        decision.band,
        eligibility.status,
      ]),
    );
    if (then !== since) broken.push(`${then}, then ${since}`);
  } else {
    if (!holds(after.score.bounds, before.score.bounds)) broken.push("score: bounds got narrower");
    if (!before.decision.possible.every((id) => after.decision.possible.includes(id)))
      broken.push("an outcome is gone");
  }
  return broken;
}

/** Of each entry of a list there is one. */
const isNamed = ({ id }: NodeResult, leaf: string): boolean => id.replace(/\[.*\]$/, "") === leaf;

function holds(outer: Bounds | null, inner: Bounds | null): boolean {
  return outer === null || inner === null ? outer === inner : contains(outer, inner);
}

function sameTogether(leaf: NodeResult, at: string, nodes: ReadonlyMap<string, NodeResult>, id: string): boolean {
  const parent = at.slice(0, at.lastIndexOf("/"));
  const both = [...nodes]
    .filter(([path, node]) => path.startsWith(`${parent}/`) && [id, `${id}-2`].some((one) => isNamed(node, one)))
    .map(([, { contribution }]) => contribution);
  // The least or greatest of several is the first that is: one of the two brings all of it.
  return both.length === 2 && equal(total(both.map((one) => spelled(one ?? "0"))), spelled(leaf.contribution!));
}
