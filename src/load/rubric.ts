/** A rubric from text or from a value, read and checked in one step. */
import { limitFindings } from "../messages/limit.js";
import { RubricError } from "../messages/rubric-error.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Document } from "../model/document.js";
import type { Rubric } from "../model/rubric.js";
import { readDocument } from "../parse/read-document.js";
import { validateRubricDocument, validateRubricValue } from "../validate/rubric.js";

/** What `validateRubric` found: with `success` the rubric and perhaps warnings, else at least one error. */
export type RubricValidation =
  | { readonly success: true; readonly rubric: Rubric; readonly diagnostics: readonly Diagnostic[] }
  | { readonly success: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads and checks a sheet or scheme written in YAML (or JSON).
 *
 * @throws RubricError with everything found, each finding with its line and column.
 */
export function parseRubric(text: string): Rubric {
  const validation = validateRubric(text);
  if (validation.success) return validation.rubric;
  throw new RubricError(validation.diagnostics);
}

/**
 * The same without throwing. Takes text, or a plain value as a YAML or JSON reader gives it; numbers in a value are
 * strings, or JavaScript numbers of at most 15 significant digits.
 */
export function validateRubric(input: unknown): RubricValidation {
  if (typeof input !== "string") return limited(validateRubricValue(input));
  const { document, diagnostics } = readDocument(input, "rubric");
  if (!document) return { success: false, diagnostics };
  return validateReadRubric(document, diagnostics);
}

/** A document that has been read, with what reading it has found. */
export function validateReadRubric(document: Document, found: readonly Diagnostic[]): RubricValidation {
  const validation = validateRubricDocument(document);
  const diagnostics = [...found, ...validation.diagnostics];
  if (!validation.success || found.some((diagnostic) => diagnostic.severity === "error")) {
    return { success: false, diagnostics: limitFindings(diagnostics) };
  }
  return limited({ ...validation, diagnostics });
}

function limited(validation: RubricValidation): RubricValidation {
  return { ...validation, diagnostics: limitFindings(validation.diagnostics) };
}
