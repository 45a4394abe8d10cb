/** What the engine says to the files of an example, stage by stage; what an error has stopped, later stages do not see. */
import { checkRubrics, unique } from "../analyse/check.js";
import { readFactSheetBytes } from "../files/fact-sheet.js";
import { readRubricBytes, rubricSetOf } from "../files/rubrics.js";
import type { Diagnostic } from "../index.js";
import type { Files } from "../messages/examples/frames.js";
import { checkFactSheet } from "./check.js";
import { fails } from "./sources.js";

/** In the order of `Files`. */
export const RUBRIC_FILES = ["sheet.yaml", "scheme.yaml", "other.yaml"] as const;
export const FACTS_FILE = "enterprise.facts.yaml";

export function runFiles({ rubrics, facts }: Files<string | Uint8Array>): readonly Diagnostic[] {
  const readings = rubrics.map((content, index) => readRubricBytes(bytesOf(content), RUBRIC_FILES[index]!));
  const set = rubricSetOf(readings);
  if (fails(set.diagnostics, "error")) return set.diagnostics;
  const linked = checkRubrics(set);
  if (fails(linked, "error")) return linked;
  return unique([...linked, ...checkFactSheet(readFactSheetBytes(bytesOf(facts), FACTS_FILE), set)]);
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}
