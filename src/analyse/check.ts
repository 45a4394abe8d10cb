/** Everything that can be said against a set of rubrics: file by file, and between schemes and their sheets. */
import { linkSheet, sheetsOutside } from "../compile/link.js";
import { linkedScheme } from "../compile/scheme.js";
import { isRubricError } from "../messages/rubric-error.js";
import type { DiagnosticCode } from "../model/codes.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Scheme } from "../model/rubric.js";
import type { RubricSet } from "../model/rubric-set.js";

/** The diagnostics of the files themselves first, then what linking finds; each once. */
export function checkRubrics(set: RubricSet): readonly Diagnostic[] {
  const schemes = set.rubrics.flatMap(({ rubric }) => (rubric.kind === "scheme" ? [rubric] : []));
  const outside = sheetsOutside(set.rubrics, schemes).flatMap((sheet) => linkSheet(sheet, new Set()));
  // Of a scheme in several versions with one file broken, the broken file says all there is to say.
  const whole = schemes.filter(({ id }) => !set.broken?.some((entry) => entry.id === id));
  const linked = whole.flatMap((scheme) => linking(set, scheme)).filter(({ code }) => !followsFromBroken(code, set));
  return unique([...set.diagnostics, ...linked, ...outside]);
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

function linking(set: RubricSet, { id, version, effective }: Scheme): readonly Diagnostic[] {
  // The first day in force picks the versions of the sheets that the scheme was written for.
  const choosing = { version, ...(effective?.from !== undefined && { asOf: effective.from }) };
  try {
    return linkedScheme(set, id, choosing).diagnostics;
  } catch (error) {
    if (isRubricError(error)) return error.diagnostics;
    throw error;
  }
}

/** A sheet that two schemes use is linked twice, and a scheme once more for each fact sheet: it says the same each time. */
export function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, file, path, message }) => {
    const key = JSON.stringify([code, file, path, message.en]);
    return !seen.has(key) && seen.add(key);
  });
}
