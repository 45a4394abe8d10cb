/** Document or plain value → Rubric, with everything that was found on the way. */
import { deepFreeze } from "../base/freeze.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Document, DocumentValue } from "../model/document.js";
import type { Rubric } from "../model/rubric.js";
import { theWord } from "./dispatch.js";
import { toDocumentValue } from "./plain.js";
import { type Report, newReport } from "./report.js";
import { readScheme } from "./scheme.js";
import { isGivenMapping } from "./shape.js";
import { readSheet } from "./sheet.js";

/** `success` when no finding is an error; warnings may be there. */
export type Validation =
  | { readonly success: true; readonly rubric: Rubric; readonly diagnostics: readonly Diagnostic[] }
  | { readonly success: false; readonly diagnostics: readonly Diagnostic[] };

/** As many characters as a rubric file may have bytes. */
const MAX_CHARACTERS = 2 * 1024 * 1024;

export function validateRubricDocument(document: Document): Validation {
  return validate(document.value, newReport(document), document.text);
}

export function validateRubricValue(value: unknown): Validation {
  const report = newReport();
  const read = toDocumentValue(value, report, MAX_CHARACTERS);
  return read === undefined ? { success: false, diagnostics: report.list() } : validate(read, report);
}

function validate(value: DocumentValue, report: Report, text?: string): Validation {
  const rubric = readRubric(value, report);
  const diagnostics = report.list();
  if (!rubric) return { success: false, diagnostics };
  // For records, which hold what was read; no part of what the rubric says, so it neither prints nor compares.
  Object.defineProperty(rubric, "origin", { value: { value, text }, enumerable: false });
  return { success: true, rubric: deepFreeze(rubric), diagnostics };
}

function readRubric(value: DocumentValue, report: Report): Rubric | undefined {
  if (value === null) report.add("document-empty", "");
  if (value === null || !isGivenMapping(value, "", report)) return undefined;
  if (value["kind"] === "facts") {
    report.add("is-a-fact-sheet", "/kind");
    return undefined;
  }
  const kind = theWord(value, "kind", ["sheet", "scheme"], "", report);
  if (kind === undefined) return undefined;
  const name = value["id"];
  const about = report.about("rubric", typeof name === "string" ? name : undefined);
  return kind === "sheet" ? readSheet(value, about) : readScheme(value, about);
}
