/** A fact sheet from text or from a value: its frame is checked here, its facts when it is scored. */
import { limitFindings } from "../messages/limit.js";
import { RubricError } from "../messages/rubric-error.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Document } from "../model/document.js";
import type { FactSheet } from "../model/fact.js";
import { readDocument } from "../parse/read-document.js";
import { type FactSheetValidation, validateFactSheetDocument, validateFactSheetValue } from "../validate/facts.js";

/**
 * Reads a fact sheet written in YAML or JSON.
 *
 * @throws RubricError when the text cannot be read, or is no fact sheet: an unknown key at the top, no scheme, no
 * possible as-of date. Wrong facts are no reason: they are findings of the assessment.
 */
export function parseFactSheet(text: string): FactSheet {
  const { document, diagnostics } = readDocument(text, "facts");
  if (!document) throw new RubricError(diagnostics);
  return readFactSheetDocument(document, diagnostics);
}

/**
 * Reads a fact sheet from a plain value. Numbers are strings, or JavaScript numbers of at most 15 significant digits.
 *
 * @throws RubricError when the value is no fact sheet.
 */
export function readFactSheet(value: unknown): FactSheet {
  return accept(validateFactSheetValue(value), []);
}

/** A document that has been read, with what reading it has found. */
export function readFactSheetDocument(document: Document, found: readonly Diagnostic[]): FactSheet {
  return accept(validateFactSheetDocument(document), found);
}

function accept(validation: FactSheetValidation, found: readonly Diagnostic[]): FactSheet {
  const diagnostics = [...found, ...validation.diagnostics];
  const failed = !validation.success || found.some((diagnostic) => diagnostic.severity === "error");
  if (failed) throw new RubricError(limitFindings(diagnostics));
  const { factSheet } = validation;
  // Not limited here, in the order of the text: the assessment limits them in the order of their paths.
  return diagnostics.length === 0 ? factSheet : { ...factSheet, problems: diagnostics };
}
