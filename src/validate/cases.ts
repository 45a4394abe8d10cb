/** `kind: cases`: facts with what must come out of them. What the ids mean is known only with the rubric. */
import { pointer } from "../base/pointer.js";
import { places } from "../messages/validate.js";
import type { Cases, GoldenCase } from "../model/cases.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Document, DocumentValue } from "../model/document.js";
import { readExpectations } from "./cases-expect.js";
import { type Target, factSheetOf, readGiven } from "./cases-given.js";
import { theOneKey, theWord } from "./dispatch.js";
import { all, given } from "./given.js";
import { type Report, newReport } from "./report.js";
import { oneOf, schemeReference, text } from "./scalars.js";
import { givenList, isGivenMapping, part, shape } from "./shape.js";
import { optional, strictObject } from "./zod.js";

/** `success` when every case can be run. */
export type CasesValidation =
  | { readonly success: true; readonly cases: Cases; readonly diagnostics: readonly Diagnostic[] }
  | { readonly success: false; readonly diagnostics: readonly Diagnostic[] };

export const casesShape = strictObject({
  $schema: optional(text),
  kind: oneOf(["cases"]),
  scheme: optional(schemeReference),
  sheet: optional(schemeReference),
  defaults: optional(part("given")),
  cases: part("cases"),
});
export const caseShape = strictObject({
  name: text,
  basis: optional(text),
  given: optional(part("given")),
  expect: part("expect"),
});

export function validateCasesDocument(document: Document): CasesValidation {
  const report = newReport(document);
  const cases = readCases(document.value, report);
  const diagnostics = report.list();
  return cases && report.errors() === 0 ? { success: true, cases, diagnostics } : { success: false, diagnostics };
}

function readCases(value: DocumentValue, report: Report): Cases | undefined {
  if (value === null) report.add("document-empty", "");
  if (value === null || !isGivenMapping(value, "", report)) return undefined;
  if (theWord(value, "kind", ["cases"], "", report) === undefined) return undefined;
  const { ok, fields, wrong } = shape(casesShape, value, "", report);
  const kind = theOneKey(value, ["scheme", "sheet"], "", report, { wrong });
  const defaults = readGiven(fields.defaults, "/defaults", report);
  const reference = kind && fields[kind];
  const [id = "", version] = reference?.split("@") ?? [];
  const of = { kind: kind ?? "scheme", ...given({ id, version }) };
  const entries = givenList(fields.cases, "/cases", report)?.map((entry, i) =>
    readCase(entry, pointer("/cases", i), { of, defaults }, report),
  );
  const cases = all(entries);
  checkNames(cases ?? [], report);
  const base = cases && baseOf({ of, defaults }, cases);
  return ok && reference !== undefined && cases && base ? { of, cases, base } : undefined;
}

function baseOf({ of, defaults = {} }: Target, [first]: readonly GoldenCase[]): Cases["base"] | undefined {
  const statesDay = defaults["as_of"] !== undefined;
  const made = first && factSheetOf(statesDay ? {} : { as_of: first.factSheet.asOf }, { of, defaults });
  return made && { factSheet: made.factSheet, statesDay };
}

function readCase(value: DocumentValue, path: string, target: Target, report: Report): GoldenCase | undefined {
  if (value === null) report.add("empty-entry", path);
  if (value === null || !isGivenMapping(value, path, report)) return undefined;
  const { ok, fields } = shape(caseShape, value, path, report);
  const at = pointer(path, "given");
  const own = readGiven(fields.given, at, report);
  const expect = readExpectations(fields.expect, pointer(path, "expect"), {
    kind: target.of.kind,
    name: fields.name ?? "",
    report,
  });
  // Where the day is missing, the case lacks it: the defaults are free to leave it to each.
  if (own && target.defaults && own["as_of"] === undefined && target.defaults["as_of"] === undefined) {
    report.add("missing-key", fields.given === undefined ? path : at, { key: "as_of" }, { part: "holder" });
    return undefined;
  }
  const made = own && factSheetOf(own, target);
  return ok && made && expect
    ? { ...given({ name: fields.name, basis: fields.basis }), path, ...made, expect }
    : undefined;
}

function checkNames(cases: readonly GoldenCase[], report: Report): void {
  const first = new Map<string, string>();
  for (const { name, path } of cases) {
    const at = pointer(path, "name");
    const before = first.get(name);
    if (before === undefined) first.set(name, at);
    else report.add("case-name-twice", at, { name }, { related: [{ path: before, message: places.firstHere }] });
  }
}
