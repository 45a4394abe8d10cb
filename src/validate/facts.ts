/**
 * Document or plain value → FactSheet: the frame only. What the values mean is known with a scheme, so a wrong value is
 * a finding of the assessment; here a wrong entry loses nothing but itself.
 */
import type { Diagnostic } from "../model/diagnostic.js";
import type { Document, DocumentValue } from "../model/document.js";
import type { FactSheet } from "../model/fact.js";
import { theWord } from "./dispatch.js";
import { readInstances } from "./facts-instances.js";
import { readSuppliedFacts } from "./facts-supplied.js";
import { given } from "./given.js";
import { toDocumentValue } from "./plain.js";
import { type Report, newReport } from "./report.js";
import {
  readJudgements,
  readMaterialsHeld,
  readNotApplicable,
  readSheetChoices,
  readSubject,
} from "./facts-sections.js";
import { date, oneOf, schemeReference, text, yesNo } from "./scalars.js";
import { isGivenMapping, part, shape } from "./shape.js";
import { optional, strictObject } from "./zod.js";

/** `success` when there is a fact sheet to score; single entries may still be wrong, which the diagnostics say. */
export type FactSheetValidation =
  | { readonly success: true; readonly factSheet: FactSheet; readonly diagnostics: readonly Diagnostic[] }
  | { readonly success: false; readonly diagnostics: readonly Diagnostic[] };

export const factSheetShape = strictObject({
  $schema: optional(text),
  kind: oneOf(["facts"]),
  scheme: schemeReference,
  sheets: optional(part("sheet-choices")),
  subject: optional(part("subject")),
  as_of: date,
  role: optional(text),
  closed: optional(yesNo),
  facts: optional(part("supplied-facts")),
  judgements: optional(part("judgements")),
  not_applicable: optional(part("not-applicable")),
  instances: optional(part("instances")),
  materials: optional(part("materials-held")),
});

/** As many characters as a fact sheet may have bytes. */
const MAX_CHARACTERS = 1024 * 1024;

export function validateFactSheetDocument(document: Document): FactSheetValidation {
  return validate(document.value, newReport(document));
}

export function validateFactSheetValue(value: unknown): FactSheetValidation {
  const report = newReport();
  const read = toDocumentValue(value, report, MAX_CHARACTERS);
  return read === undefined ? { success: false, diagnostics: report.list() } : validate(read, report);
}

function validate(value: DocumentValue, report: Report): FactSheetValidation {
  const factSheet = readFactSheet(value, report);
  const diagnostics = report.list();
  return factSheet ? { success: true, factSheet, diagnostics } : { success: false, diagnostics };
}

function readFactSheet(value: DocumentValue, report: Report): FactSheet | undefined {
  if (value === null) report.add("document-empty", "");
  if (value === null || !isGivenMapping(value, "", report)) return undefined;
  const { kind } = value;
  if (kind === "sheet" || kind === "scheme") {
    report.add("is-a-rubric", "/kind", { got: kind });
    return undefined;
  }
  if (theWord(value, "kind", ["facts"], "", report) === undefined) return undefined;
  const { fields } = shape(factSheetShape, value, "", report);
  const known = Object.keys(factSheetShape.shape);
  const read = {
    sheets: readSheetChoices(fields.sheets, report),
    subject: readSubject(fields.subject, report),
    facts: readSuppliedFacts(fields.facts, report),
    judgements: readJudgements(fields.judgements, report),
    notApplicable: readNotApplicable(fields.not_applicable, report),
    materials: readMaterialsHeld(fields.materials, report),
    instances: readInstances(fields.instances, report),
  };
  const { scheme, as_of: asOf, role, closed = false } = fields;
  if (scheme === undefined || asOf === undefined || Object.keys(value).some((key) => !known.includes(key)))
    return undefined;
  const [id = "", version] = scheme.split("@");
  const { sheets, subject, facts, judgements, notApplicable, materials, instances } = read;
  return {
    scheme: given({ id, version }),
    sheets,
    subject,
    asOf,
    ...given({ role }),
    closed,
    facts,
    judgements,
    notApplicable,
    materials,
    ...given({ instances }),
  };
}
