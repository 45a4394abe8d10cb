/** What every approach offers: the same job on the same enterprises, and its answers for the comparison. */
import type { Enterprise, PlainLeaf } from "./plain.js";
import { COMPONENTS, THRESHOLD, WEIGHTS, type BenchRubric } from "./rubric.js";
import { leavesOf } from "./plain.js";

export type OutcomeId = "ineligible" | "shortlisted" | "not-shortlisted";

/** Text where the approach is exact, else doubles. Scores in the order of the leaves, base first. */
export type Answer =
  | { readonly exact: true; readonly scores: readonly string[]; readonly total: string; readonly outcome: OutcomeId }
  | { readonly exact: false; readonly scores: readonly number[]; readonly total: number; readonly outcome: OutcomeId };

export interface Approach {
  readonly name: string;
  readonly gives: string;
  /** The part of all rows that a round measures: slow approaches take fewer. */
  readonly share: number;
  /** Every how many rows are compared: 1 is all of them. */
  readonly compareEvery: number;
  /** What is timed: rows from … to, and how many of them are shortlisted, so that no result is thrown away unseen. */
  readonly run: (from: number, to: number) => number | Promise<number>;
  /** What is compared. */
  readonly answer: (row: number) => Answer | Promise<Answer>;
}

export interface Work {
  readonly rubric: BenchRubric;
  readonly enterprises: readonly Enterprise[];
}

/** All 63, base first. */
export function allLeaves({ sheets }: BenchRubric): readonly PlainLeaf[] {
  return COMPONENTS.flatMap((id) => leavesOf(sheets[id].indicators));
}

/** The blend as anybody writes it on doubles. */
export function floatTotal(rubric: BenchRubric): (scores: readonly number[]) => number {
  const inBase = leavesOf(rubric.sheets.base.indicators).length;
  return (scores) => {
    let [base, sector] = [0, 0];
    for (let i = 0; i < scores.length; i += 1) {
      if (i < inBase) base += scores[i]!;
      else sector += scores[i]!;
    }
    return WEIGHTS.base * base + WEIGHTS.sector * sector;
  };
}

export function floatOutcome(eligible: boolean, total: number): OutcomeId {
  return eligible ? (total >= THRESHOLD ? "shortlisted" : "not-shortlisted") : "ineligible";
}
