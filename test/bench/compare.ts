/**
 * Every approach against chengxin, row by row, before anything is timed: a fast wrong answer does not count. Exact
 * approaches must agree to the letter on all 63 scores, the total and the outcome. Those on doubles must come within
 * 10⁻⁹ of every score and of the total, and agree on who is eligible; where their total falls on the other side of the
 * threshold, that is counted and said.
 *
 * Nothing is kept: results that outlive the comparison would teach the allocator to expect it while we measure.
 */
import type { Answer, Approach } from "./approach.js";
import { THRESHOLD } from "./rubric.js";

export interface Comparison {
  readonly approach: string;
  readonly exact: boolean;
  readonly rows: number;
  readonly scores: number;
  /** Rows that differ; the first few in words. None: the approach does the same job. */
  readonly different: number;
  readonly examples: readonly string[];
  /** Eligible rows exactly at the threshold, and how many decisions the doubles turn around. */
  readonly atThreshold: number;
  readonly turned: number;
}

const TOLERANCE = 1e-9;
const EXAMPLES = 3;

export async function compareAll(
  reference: Approach,
  others: readonly Approach[],
  rows: number,
): Promise<readonly Comparison[]> {
  const tallies = others.map((approach) => ({ approach, tally: emptyTally() }));
  for (let row = 0; row < rows; row += 1) {
    const expected = await reference.answer(row);
    for (const { approach, tally } of tallies) {
      if (row % approach.compareEvery === 0) count(tally, row, expected, await approach.answer(row));
    }
  }
  return tallies.map(({ approach, tally }) => ({ approach: approach.name, ...tally }));
}

type Tally = { -readonly [K in Exclude<keyof Comparison, "approach" | "examples">]: Comparison[K] } & {
  examples: string[];
};

function emptyTally(): Tally {
  return { exact: true, rows: 0, scores: 0, different: 0, examples: [], atThreshold: 0, turned: 0 };
}

function count(tally: Tally, row: number, expected: Answer, got: Answer): void {
  tally.exact &&= got.exact;
  tally.rows += 1;
  tally.scores += got.scores.length;
  if (expected.total === String(THRESHOLD) && expected.outcome !== "ineligible") tally.atThreshold += 1;
  const difference = differenceOf(expected, got);
  if (difference === undefined) {
    if (expected.outcome !== got.outcome) tally.turned += 1;
    return;
  }
  tally.different += 1;
  if (tally.examples.length < EXAMPLES) tally.examples.push(`row ${row}: ${difference}`);
}

function differenceOf(expected: Answer, got: Answer): string | undefined {
  if (expected.scores.length !== got.scores.length) return `${got.scores.length} scores, not ${expected.scores.length}`;
  const index = expected.scores.findIndex((score, i) => !same(score, got.scores[i]!, got.exact));
  if (index >= 0) return `indicator ${index + 1} is ${got.scores[index]}, not ${expected.scores[index]}`;
  if (!same(expected.total, got.total, got.exact)) return `the total is ${got.total}, not ${expected.total}`;
  if (expected.outcome === got.outcome) return undefined;
  const onEligibility = expected.outcome === "ineligible" || got.outcome === "ineligible";
  return got.exact || onEligibility ? `the outcome is ${got.outcome}, not ${expected.outcome}` : undefined;
}

function same(expected: string | number, got: string | number, exact: boolean): boolean {
  return exact ? expected === got : Math.abs(Number(expected) - Number(got)) <= TOLERANCE;
}
