/** A fact sheet from text or from a value: its frame is checked here, its facts when it is scored. */
import { limitFindings } from "../messages/limit.js";
import { expectText, isPromise, misuse } from "../messages/misuse.js";
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
 * @throws TypeError when the argument is no text.
 *
 * @example
 * ```ts
 * import { parseFactSheet } from "chengxin";
 *
 * const factSheet = parseFactSheet(`
 * kind: facts
 * scheme: gongzhu-2023
 * as_of: 2023-11-10
 * facts:
 *   registered: { value: true, evidence: [licence] }
 *   breach_records: { missing: true }
 * `);
 * console.log(factSheet.asOf); // 2023-11-10
 * const states = factSheet.facts.map(({ id, state }) => `${id} is ${state}`);
 * console.log(states.join(", ")); // breach_records is missing, registered is given
 * ```
 */
export function parseFactSheet(text: string): FactSheet {
  expectText("parseFactSheet", "text", text);
  const { document, diagnostics } = readDocument(text, "facts");
  if (!document) throw new RubricError(diagnostics);
  return readFactSheetDocument(document, diagnostics);
}

/**
 * Reads a fact sheet from a plain value. Numbers are strings, or JavaScript numbers of at most 15 significant digits.
 *
 * @param value what `parseFactSheet` would read from YAML: the same keys, in plain objects and arrays.
 * @throws RubricError when the value is no fact sheet.
 * @throws TypeError when it is a promise that was not awaited.
 *
 * @example
 * ```ts
 * import { readFactSheet } from "chengxin";
 *
 * const factSheet = readFactSheet({
 *   kind: "facts",
 *   scheme: "gongzhu-2023@2023.1",
 *   as_of: "2023-11-10",
 *   facts: { staff: 120, margin: "0.1" },
 * });
 * console.log(factSheet.scheme.id, factSheet.scheme.version); // gongzhu-2023 2023.1
 * console.log(factSheet.facts.map(({ id, value }) => `${id} ${value}`).join(", ")); // margin 0.1, staff 120
 * ```
 */
export function readFactSheet(value: unknown): FactSheet {
  // What it would hold cannot be seen, and every other value is worth a finding.
  if (isPromise(value)) throw misuse("readFactSheet", "value", "a plain value", value);
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
