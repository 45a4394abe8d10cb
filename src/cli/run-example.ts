/** What the engine says to the files of an example, stage by stage; what an error has stopped, later stages do not see. */
import { checkRubrics, unique } from "../analyse/check.js";
import { readCasesBytes } from "../files/cases.js";
import { readFactSheetBytes } from "../files/fact-sheet.js";
import { readRubricBytes, rubricSetOf } from "../files/rubrics.js";
import type { Diagnostic } from "../index.js";
import type { Files } from "../messages/examples/frames.js";
import { checkCases } from "./cases.js";
import { checkFactSheet } from "./check.js";
import { fails } from "./sources.js";

/** In the order of `Files`. */
export const RUBRIC_FILES = ["sheet.yaml", "scheme.yaml", "other.yaml"] as const;
export const FACTS_FILE = "enterprise.facts.yaml";
export const CASES_FILE = "enterprise.cases.yaml";

export function runFiles({ rubrics, facts, cases }: Files<string | Uint8Array>): readonly Diagnostic[] {
  const readings = rubrics.map((content, index) => readRubricBytes(bytesOf(content), RUBRIC_FILES[index]!));
  const set = rubricSetOf(readings);
  if (fails(set.diagnostics, "error")) return set.diagnostics;
  const linked = checkRubrics(set);
  if (fails(linked, "error")) return linked;
  const ofCases = cases === undefined ? [] : checkCases(readCasesBytes(bytesOf(cases), CASES_FILE), set);
  return unique([...linked, ...checkFactSheet(readFactSheetBytes(bytesOf(facts), FACTS_FILE), set), ...ofCases]);
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}
