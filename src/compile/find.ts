/** Which version of a scheme and of its sheets an evaluation uses. */
import { diagnose } from "../messages/diagnose.js";
import { RubricError } from "../messages/rubric-error.js";
import { compareDays, parseDate } from "../base/calendar.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { DateText } from "../model/numbers.js";
import type { Component, Effective, Rubric, Scheme, Sheet } from "../model/rubric.js";
import type { LoadedRubric, RubricSet } from "../model/rubric-set.js";

export interface Choosing {
  /** The day whose version is wanted, where several are loaded. */
  readonly asOf?: DateText;
  readonly version?: string;
}

export type LoadedScheme = LoadedRubric & { readonly rubric: Scheme };
export type LoadedSheet = LoadedRubric & { readonly rubric: Sheet };

export function loadedOf(rubrics: RubricSet | readonly Rubric[]): readonly LoadedRubric[] {
  return "rubrics" in rubrics ? rubrics.rubrics : rubrics.map((rubric) => ({ rubric }));
}

/** @throws RubricError when there is no such scheme, or several and nothing to choose by. */
export function findScheme(loaded: readonly LoadedRubric[], id: string, choosing: Choosing): LoadedScheme {
  const schemes = loaded.filter((entry): entry is LoadedScheme => entry.rubric.kind === "scheme");
  const found = choose(
    schemes.filter(({ rubric }) => rubric.id === id && (choosing.version ?? rubric.version) === rubric.version),
    choosing.asOf,
  );
  if (found.length === 1) return found[0]!;
  const place = { path: "", subject: { kind: "rubric", id } } as const;
  if (found.length === 0) {
    const known = [...new Set(schemes.map(({ rubric }) => rubric.id))].sort();
    const wanted = choosing.version === undefined ? id : `${id}@${choosing.version}`;
    throw new RubricError([diagnose("scheme-not-found", place, { scheme: wanted, known })]);
  }
  throw new RubricError([ambiguous(id, found)]);
}

export interface FoundSheets {
  readonly component: Component;
  readonly sheets: readonly LoadedSheet[];
}

/** The sheets that each component of a scheme may use. */
export function findSheets(
  loaded: readonly LoadedRubric[],
  scheme: Scheme,
  asOf: DateText | undefined,
  report: (diagnostic: Diagnostic) => void,
): readonly FoundSheets[] {
  const sheets = loaded.filter((entry): entry is LoadedSheet => entry.rubric.kind === "sheet");
  return scheme.blend.map((component) => {
    const place = { path: component.path, subject: { kind: "component", id: component.id } } as const;
    if ("sheet" in component.from) {
      const { sheet } = component.from;
      const found = one(sheets, sheet, asOf, report);
      if (found.length === 0) {
        const known = [...new Set(sheets.map(({ rubric }) => rubric.id))].sort();
        report(diagnose("sheet-not-found", place, { component: component.id, sheet, known }));
      }
      return { component, sheets: found };
    }
    const { oneOf } = component.from;
    const ids = [...new Set(sheets.filter(({ rubric }) => oneOf.includes(rubric.category)).map(({ rubric }) => rubric.id))];
    if (ids.length === 0) report(diagnose("category-without-sheet", place, { component: component.id, categories: oneOf }));
    return { component, sheets: ids.sort().flatMap((id) => one(sheets, id, asOf, report)) };
  });
}

function one(
  sheets: readonly LoadedSheet[],
  id: string,
  asOf: DateText | undefined,
  report: (diagnostic: Diagnostic) => void,
): readonly LoadedSheet[] {
  const found = choose(
    sheets.filter(({ rubric }) => rubric.id === id),
    asOf,
  );
  if (found.length <= 1) return found;
  report(ambiguous(id, found));
  return found.slice(0, 1);
}

/** Several versions: those in force on the day; with no day, or none in force, all of them. */
function choose<T extends LoadedRubric>(candidates: readonly T[], asOf: DateText | undefined): readonly T[] {
  if (candidates.length <= 1 || asOf === undefined) return candidates;
  const current = candidates.filter(({ rubric }) => inForce(rubric.effective, asOf));
  return current.length > 0 ? current : candidates;
}

/** Both days of `effective` are included; without them a rubric is always in force. */
export function inForce(effective: Effective | undefined, asOf: DateText): boolean {
  const day = parseDate(asOf)!;
  const { from, until } = effective ?? {};
  return (
    (from === undefined || compareDays(parseDate(from)!, day) <= 0) &&
    (until === undefined || compareDays(day, parseDate(until)!) <= 0)
  );
}

function ambiguous(id: string, found: readonly LoadedRubric[]): Diagnostic {
  const versions = found.map(({ rubric }) => rubric.version).sort();
  return diagnose("version-ambiguous", { path: "", subject: { kind: "rubric", id } }, { id, versions, example: versions[0]! });
}
