/** What a scheme asks beside the score: eligibility, preferences, materials. */
import type { Condition } from "../model/condition.js";
import type { DocumentValue } from "../model/document.js";
import type { EligibilityCondition, Material, Measure, Preference } from "../model/rubric.js";
import type { Subject } from "../model/diagnostic.js";
import { pointer } from "../base/pointer.js";
import { checkCondition } from "./condition-types.js";
import type { readCondition } from "./conditions.js";
import { readBreakdownCondition } from "./conditions.js";
import type { DeclaredFacts } from "./declared-facts.js";
import { all, given } from "./given.js";
import type { HeaderDraft } from "./header.js";
import { checkUnique } from "./ids.js";
import type { Report } from "./report.js";
import { id, text, yesNo } from "./scalars.js";
import { givenList, isList, isMapping, part, shape } from "./shape.js";
import { readTitle } from "./titles.js";
import { optional, strictObject } from "./zod.js";

const commonKeys = { id, title: part("title"), clause: optional(text), source: optional(id) };

export const eligibilityShape = strictObject({
  ...commonKeys,
  require: part("breakdown-condition"),
  applies_when: optional(part("breakdown-condition")),
});
export const preferenceShape = strictObject({ ...commonKeys, when: part("breakdown-condition") });
export const materialShape = strictObject({ ...commonKeys, required: yesNo });
export const measureShape = strictObject(commonKeys);

export interface SchemeReading {
  readonly header: HeaderDraft;
  readonly facts: DeclaredFacts;
  readonly report: Report;
}

/** Those of a sheet ask for facts only: what its indicators come to, only a scheme knows. */
export function readEligibility(
  value: DocumentValue | undefined,
  reading: SchemeReading,
  read: typeof readCondition = readBreakdownCondition,
): readonly EligibilityCondition[] | undefined {
  return readNamed(
    value,
    "/eligibility",
    "condition",
    reading,
    (entry, path, report): EligibilityCondition | undefined => {
      const { ok, fields } = shape(eligibilityShape, entry, path, report);
      const common = readCommon(fields, path, report, reading);
      const require = readChecked(fields.require, pointer(path, "require"), report, reading, read);
      const appliesWhen = readChecked(fields.applies_when, pointer(path, "applies_when"), report, reading, read);
      if (!ok || !common || !require || (fields.applies_when !== undefined && !appliesWhen)) return undefined;
      return given({ ...common, appliesWhen, require, path });
    },
  );
}

export function readPreferences(
  value: DocumentValue | undefined,
  reading: SchemeReading,
): readonly Preference[] | undefined {
  return readNamed(value, "/preferences", "condition", reading, (entry, path, report): Preference | undefined => {
    const { ok, fields } = shape(preferenceShape, entry, path, report);
    const common = readCommon(fields, path, report, reading);
    const when = readChecked(fields.when, pointer(path, "when"), report, reading);
    return ok && common && when ? { ...common, when, path } : undefined;
  });
}

export function readMaterials(
  value: DocumentValue | undefined,
  reading: SchemeReading,
): readonly Material[] | undefined {
  return readNamed(value, "/materials", undefined, reading, (entry, path, report): Material | undefined => {
    const { ok, fields } = shape(materialShape, entry, path, report);
    const common = readCommon(fields, path, report, reading);
    return ok && common ? { ...common, required: fields.required } : undefined;
  });
}

/** What follows from an outcome. */
export function readMeasures(
  value: DocumentValue | undefined,
  path: string,
  reading: SchemeReading,
): readonly Measure[] | undefined {
  return readNamed(value, path, undefined, reading, (entry, at, report): Measure | undefined => {
    const { ok, fields } = shape(measureShape, entry, at, report);
    const common = readCommon(fields, at, report, reading);
    return ok ? common : undefined;
  });
}

/** A list of entries with ids of their own; none is an empty list. */
export function readNamed<T>(
  value: DocumentValue | undefined,
  path: string,
  kind: Subject["kind"] | undefined,
  { report }: { readonly report: Report },
  read: (value: DocumentValue, path: string, report: Report) => T | undefined,
): readonly T[] | undefined {
  if (value === undefined || (isList(value) && value.length === 0)) return [];
  const drafts = givenList(value, path, report)?.map((entry, i) => {
    const at = pointer(path, i);
    const name = isMapping(entry) ? entry["id"] : undefined;
    const id = typeof name === "string" ? name : undefined;
    const about = kind === undefined ? report : report.about(kind, id);
    if (entry === null) report.add("empty-entry", at);
    return { id, path: at, report: about, read: entry === null ? undefined : read(entry, at, about) };
  });
  if (drafts) checkUnique(drafts);
  return all(drafts?.map((draft) => draft.read));
}

interface CommonFields {
  readonly id?: string | undefined;
  readonly title?: DocumentValue | undefined;
  readonly clause?: string | undefined;
  readonly source?: string | undefined;
}

function readCommon(
  { id, title, clause, source }: CommonFields,
  path: string,
  report: Report,
  { header }: SchemeReading,
) {
  const read = readTitle(title, pointer(path, "title"), report);
  header.checkSource(source, pointer(path, "source"), report);
  return id !== undefined && read !== undefined ? given({ id, title: read, clause, source }) : undefined;
}

function readChecked(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
  { facts }: SchemeReading,
  read: typeof readCondition = readBreakdownCondition,
): Condition | undefined {
  const condition = read(value, path, report);
  if (condition) checkCondition(condition, facts, path, report);
  return condition;
}
