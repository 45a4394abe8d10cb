/** The other sections of a fact sheet: sheets, subject, judgements, what does not apply, materials. */
import type { DocumentValue } from "../model/document.js";
import type {
  FactSheet,
  Judgement,
  SheetChoice,
  SuppliedJudgement,
  SuppliedMaterial,
  SuppliedNotApplicable,
  SuppliedPanel,
} from "../model/fact.js";
import { pointer } from "../base/pointer.js";
import { given } from "./given.js";
import type { Report } from "./report.js";
import { idProblem, text, textProblem } from "./scalars.js";
import { isFilled, isGivenMapping, isList, isRight, part, shape } from "./shape.js";
import { optional, strictObject } from "./zod.js";

export const subjectShape = strictObject({ id: optional(text), name: optional(text) });
export const judgementShape = strictObject({
  points: part("supplied-value"),
  by: text,
  as: optional(text),
  reason: text,
});
export const notApplicableShape = strictObject({ by: text, reason: text });

export function readSheetChoices(value: DocumentValue | undefined, report: Report): readonly SheetChoice[] {
  return readEntries(value, "/sheets", report, (component, sheet, path): SheetChoice | undefined =>
    isFilled(sheet, path, report) && isRight(idProblem, sheet, path, report)
      ? { component, sheet: sheet as string }
      : undefined,
  );
}

export function readSubject(value: DocumentValue | undefined, report: Report): FactSheet["subject"] {
  const { fields } = shape(subjectShape, value, "/subject", report);
  return given({ id: fields.id, name: fields.name });
}

/** One judgement, or a list of them; which of the two an indicator asks for is known with its rule. */
export function readJudgements(
  value: DocumentValue | undefined,
  report: Report,
  section = "/judgements",
): readonly (SuppliedJudgement | SuppliedPanel)[] {
  return readEntries(value, section, report, (indicator, entry, path) => {
    const about = report.about("indicator", indicator);
    if (!isFilled(entry, path, about)) return undefined;
    if (!isList(entry)) return { indicator, ...readJudgement(entry, path, about) };
    return { indicator, judgements: entry.map((each, i) => readJudgement(each, pointer(path, i), about)) };
  });
}

/** Without an assessor and a reason a judgement counts for nothing, but it was made: invalid, not absent. */
function readJudgement(entry: DocumentValue, path: string, report: Report): Judgement {
  const { ok, fields } = shape(judgementShape, entry, path, report);
  const { points = null, by = "", as, reason = "" } = fields;
  const invalid = ok && !report.hasRejected(path) ? undefined : (true as const);
  return given({ points, by, as, reason, invalid });
}

export function readNotApplicable(
  value: DocumentValue | undefined,
  report: Report,
  section = "/not_applicable",
): readonly SuppliedNotApplicable[] {
  return readEntries(value, section, report, (indicator, entry, path): SuppliedNotApplicable | undefined => {
    const about = report.about("indicator", indicator);
    if (!isFilled(entry, path, about)) return undefined;
    const { ok, fields } = shape(notApplicableShape, entry, path, about);
    return ok ? { indicator, ...fields } : undefined;
  });
}

export function readMaterialsHeld(value: DocumentValue | undefined, report: Report): readonly SuppliedMaterial[] {
  return readEntries(value, "/materials", report, (id, papers, path): SuppliedMaterial | undefined => {
    if (!isFilled(papers, path, report)) return undefined;
    if (!isList(papers)) {
      report.add("not-a-list", path, {});
      return undefined;
    }
    const right = papers.filter((paper, i) => isRight(textProblem, paper, pointer(path, i), report));
    return { id, papers: right as readonly string[] };
  });
}

/** A mapping from ids of the scheme, which the scheme will check; sorted, without the entries that cannot be used. */
function readEntries<T>(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
  read: (id: string, value: DocumentValue, path: string) => T | undefined,
): readonly T[] {
  if (value === undefined || !isGivenMapping(value, path, report)) return [];
  return Object.keys(value)
    .sort()
    .map((id) => read(id, value[id]!, pointer(path, id)))
    .filter((entry) => entry !== undefined);
}
