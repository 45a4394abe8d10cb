/** What a case gives: parts of a fact sheet in the same words, laid over what all cases have in common. */
import { pointer } from "../base/pointer.js";
import type { Cases, GoldenCase } from "../model/cases.js";
import type { DocumentValue } from "../model/document.js";
import { validateFactSheetDocument } from "./facts.js";
import type { Report } from "./report.js";
import { date, text, yesNo } from "./scalars.js";
import { isGivenMapping, isMapping, part, shape } from "./shape.js";
import { optional, strictObject } from "./zod.js";

export const givenShape = strictObject({
  as_of: optional(date),
  role: optional(text),
  closed: optional(yesNo),
  sheets: optional(part("sheet-choices")),
  subject: optional(part("subject")),
  facts: optional(part("supplied-facts")),
  judgements: optional(part("judgements")),
  not_applicable: optional(part("not-applicable")),
  instances: optional(part("instances")),
  materials: optional(part("materials-held")),
});

/** Sections of a fact sheet. */
export type Sections = { readonly [key: string]: DocumentValue };

export interface Target {
  readonly of: Cases["of"];
  /** Undefined: wrong, which has been reported. */
  readonly defaults: Sections | undefined;
}

/** The frame only: what stands in the sections is judged with the fact sheet that they make. */
export function readGiven(value: DocumentValue | undefined, path: string, report: Report): Sections | undefined {
  if (value === undefined) return {};
  if (!isGivenMapping(value, path, report)) return undefined;
  const { ok } = shape(givenShape, value, path, report);
  const sections = Object.keys(value).filter((key) => MAPPINGS.has(key));
  const wrong = sections.filter((key) => value[key] !== null && !isMapping(value[key]));
  for (const key of wrong) isGivenMapping(value[key], pointer(path, key), report);
  return ok && wrong.length === 0 ? value : undefined;
}

const MAPPINGS: ReadonlySet<string> = new Set([
  "sheets",
  "subject",
  "facts",
  "judgements",
  "not_applicable",
  "instances",
  "materials",
]);

/** One fact of the case replaces the same fact of the defaults; the other facts of the defaults stay. */
export function factSheetOf(
  own: Sections,
  { of, defaults = {} }: Target,
): Pick<GoldenCase, "factSheet" | "own"> | undefined {
  const merged: Record<string, DocumentValue> = { kind: "facts", scheme: "s" };
  for (const key of Object.keys({ ...defaults, ...own })) {
    const [below, above] = [defaults[key], own[key]];
    merged[key] = isMapping(below) && isMapping(above) ? merge(below, above) : (above ?? below ?? null);
  }
  // A role is one of a scheme's: a sheet has none.
  if (of.kind === "sheet") delete merged["role"];
  const validation = validateFactSheetDocument({ text: "", value: merged, locate: () => undefined });
  if (!validation.success) return undefined;
  const { id, version } = of;
  const scheme = of.kind === "sheet" ? { id: sheetScheme(id) } : { id, ...(version !== undefined && { version }) };
  const problems = validation.diagnostics.length > 0 ? { problems: validation.diagnostics } : {};
  return { factSheet: { ...validation.factSheet, scheme, ...problems }, own: pointersIn(own) };
}

/** The scheme that stands around a sheet alone: no author can call one so. */
export function sheetScheme(sheet: string): string {
  return `sheet:${sheet}`;
}

/** `~` takes an entry of the defaults away: nothing is known of it then. */
function merge(below: Sections, above: Sections): Sections {
  const merged = Object.create(null) as Record<string, DocumentValue>;
  for (const [key, value] of Object.entries(below)) merged[key] = value;
  for (const [key, value] of Object.entries(above)) {
    if (value === null && below[key] !== undefined) delete merged[key];
    else merged[key] = value;
  }
  return merged;
}

function pointersIn(own: Sections): readonly string[] {
  return Object.entries(own).flatMap(([key, value]) =>
    isMapping(value) ? Object.keys(value).map((entry) => pointer(pointer("", key), entry)) : [pointer("", key)],
  );
}
