/** Everything that can be said against a set of rubrics: file by file, and between schemes and their sheets. */
import { linkSheet, sheetsOutside } from "../compile/link.js";
import { linkedScheme } from "../compile/scheme.js";
import { isRubricError } from "../messages/rubric-error.js";
import type { DiagnosticCode } from "../model/codes.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { DateText } from "../model/numbers.js";
import type { Scheme } from "../model/rubric.js";
import type { RubricSet } from "../model/rubric-set.js";
import { validityFindings } from "./validity.js";

/** The diagnostics of the files themselves first, then what linking finds; each once. */
export function checkRubrics(set: RubricSet): readonly Diagnostic[] {
  const schemes = set.rubrics.flatMap(({ rubric }) => (rubric.kind === "scheme" ? [rubric] : []));
  const outside = sheetsOutside(set.rubrics, schemes).flatMap((sheet) => linkSheet(sheet, new Set()));
  // Of a scheme in several versions with one file broken, the broken file says all there is to say.
  const whole = schemes.filter(({ id }) => !set.broken?.some((entry) => entry.id === id));
  const linked = whole.flatMap((scheme) => linking(set, scheme)).filter(({ code }) => !followsFromBroken(code, set));
  return unique([...set.diagnostics, ...linked, ...outside, ...validityFindings(set)]);
}

/** What a broken file would have declared is not missing: the broken file says all there is to say. */
function followsFromBroken(code: DiagnosticCode, { broken = [] }: RubricSet): boolean {
  return code === "rubric-broken" || (broken.length > 0 && FOLLOWS.has(code));
}

const FOLLOWS: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  "sheet-not-found",
  "category-without-sheet",
  "fact-not-declared",
  "fact-not-used",
]);

/** On its first day, and on every day on which it gets other versions of its sheets. */
function linking(set: RubricSet, scheme: Scheme): readonly Diagnostic[] {
  const [first, ...others] = daysOf(set, scheme);
  return [
    ...linkingOn(set, scheme, first),
    // Days of none or of two versions are told once, of the versions: the scheme cannot help them.
    ...others.flatMap((day) => linkingOn(set, scheme, day).filter(({ code }) => !OF_VERSIONS.has(code))),
  ];
}

const OF_VERSIONS: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>(["version-ambiguous", "version-not-in-force"]);

function linkingOn(set: RubricSet, { id, version }: Scheme, asOf: DateText | undefined): readonly Diagnostic[] {
  try {
    return linkedScheme(set, id, { version, ...(asOf !== undefined && { asOf }) }).diagnostics;
  } catch (error) {
    if (isRubricError(error)) return error.diagnostics;
    throw error;
  }
}

/** ISO days sort as text. A sheet in one version is the same on all of them. */
function daysOf(
  { rubrics }: RubricSet,
  { effective: { from, until } = {} }: Scheme,
): readonly (DateText | undefined)[] {
  const sheets = rubrics.flatMap(({ rubric }) => (rubric.kind === "sheet" ? [rubric] : []));
  const count = new Map<string, number>();
  for (const { id } of sheets) count.set(id, (count.get(id) ?? 0) + 1);
  const versions = sheets.filter(({ id }) => count.get(id)! > 1);
  const turns = versions.flatMap(({ effective }) => [effective?.from, effective?.until]);
  const days = turns.filter(
    (day) => day !== undefined && (from === undefined || day > from) && (until === undefined || day <= until),
  );
  const ordered = [...new Set(days)].sort();
  return from !== undefined || ordered.length === 0 ? [from, ...ordered] : ordered;
}

/** A sheet that two schemes use is linked twice, and a scheme once more for each fact sheet: it says the same each time. */
export function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, file, path, message }) => {
    const key = JSON.stringify([code, file, path, message.en]);
    return !seen.has(key) && seen.add(key);
  });
}
