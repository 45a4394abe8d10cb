/** A record of a random rubric and a random fact sheet, as it lies in a file. */
import { compileScheme, readFactSheet, recordOf, validateRubric } from "../../../src/index.js";
import type { ScoreRecord } from "../../../src/model/record.js";
import { randomPair } from "./pair.js";

/** Undefined where the random rubric is none: some of a thousand ask for what cannot be. */
export function randomRecord(seed: number, index: number): ScoreRecord | undefined {
  const { rubrics, factSheet } = randomPair(seed, index);
  const read = rubrics.map((rubric) => validateRubric(rubric));
  const valid = read.flatMap((each) => (each.success ? [each.rubric] : []));
  if (valid.length < read.length) return undefined;
  const record = recordOf(compileScheme(valid, "scheme"), readFactSheet(factSheet));
  return JSON.parse(JSON.stringify(record)) as ScoreRecord;
}
