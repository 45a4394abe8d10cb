/** A rubric from text or from a value, read and checked in one step. */
import { limitFindings } from "../messages/limit.js";
import { expectText } from "../messages/misuse.js";
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
 * @returns the rubric, deep-frozen, with every default filled in.
 * @throws RubricError with everything found, each finding with its line and column.
 * @throws TypeError when the argument is no text.
 *
 * @example
 * ```ts
 * import { isRubricError, parseRubric } from "chengxin";
 *
 * const sheet = parseRubric(`
 * kind: sheet
 * id: permits
 * version: "1.0"
 * title: Permits
 * points: 10
 * facts:
 *   filed: { type: boolean }
 * indicators:
 *   - { id: A, title: Report filed, points: 10, scoring: { rule: flag, fact: filed } }
 * `);
 * console.log(sheet.kind, sheet.id, sheet.version); // sheet permits 1.0
 *
 * try {
 *   parseRubric("kind: sheet\nid: permits\npoint: 10\n");
 * } catch (error) {
 *   if (!isRubricError(error)) throw error;
 *   const { code, hint } = error.diagnostics[0]!;
 *   console.log(code, hint?.en); // missing-key add a line `version:`
 * }
 * ```
 */
export function parseRubric(text: string): Rubric {
  expectText("parseRubric", "text", text);
  const validation = validateRubric(text);
  if (validation.success) return validation.rubric;
  throw new RubricError(validation.diagnostics);
}

/**
 * The same without throwing. Takes text, or a plain value as a YAML or JSON reader gives it; numbers in a value are
 * strings, or JavaScript numbers of at most 15 significant digits.
 *
 * @returns never throws: whatever is wrong with the input, also that it is no text and no plain value, is a finding.
 *
 * @example
 * ```ts
 * import { validateRubric } from "chengxin";
 *
 * const validation = validateRubric({
 *   kind: "sheet",
 *   id: "permits",
 *   version: "1.0",
 *   title: "Permits",
 *   points: 10,
 *   facts: { filed: { type: "boolean" } },
 *   indicators: [{ id: "A", title: "Report filed", points: "ten", scoring: { rule: "flag", fact: "filed" } }],
 * });
 * console.log(validation.success); // false
 * const { code, path, message } = validation.diagnostics[0]!;
 * console.log(code, path); // not-a-number /indicators/0/points
 * console.log(message.en); // `ten` is not a number
 * ```
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
