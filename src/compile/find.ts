/** Which version of a scheme and of its sheets an evaluation uses. */
import { diagnose } from "../messages/diagnose.js";
import { RubricError } from "../messages/rubric-error.js";
import { type Day, compareDays, formatDate, parseDate } from "../base/calendar.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { DateText } from "../model/numbers.js";
import type { Component, Effective, Rubric, Scheme, Sheet } from "../model/rubric.js";
import type { BrokenRubric, LoadedRubric, RubricSet } from "../model/rubric-set.js";

/** Which versions of a scheme and of its sheets are meant: not needed while each is loaded in one version only. */
export interface Choosing {
  /** The day (ISO 8601, `2023-11-10`) whose versions are wanted, of the scheme and of its sheets. */
  readonly asOf?: DateText;
  /** The scheme's version, as its file writes it. */
  readonly version?: string;
}

export type LoadedScheme = LoadedRubric & { readonly rubric: Scheme };
export type LoadedSheet = LoadedRubric & { readonly rubric: Sheet };

/** What can be found, and what cannot be used although it is there. */
export interface Library {
  readonly loaded: readonly LoadedRubric[];
  readonly broken: readonly BrokenRubric[];
}

export function libraryOf(rubrics: RubricSet | readonly Rubric[]): Library {
  if ("rubrics" in rubrics) return { loaded: rubrics.rubrics, broken: rubrics.broken ?? [] };
  return { loaded: rubrics.map((rubric) => ({ rubric })), broken: [] };
}

/** @throws RubricError when there is no such scheme, or several and nothing to choose by. */
export function findScheme({ loaded, broken }: Library, id: string, choosing: Choosing): LoadedScheme {
  const damaged = broken.filter((entry) => entry.id === id);
  if (damaged.length > 0) throw new RubricError(damaged.map((entry) => isBroken(id, entry)));
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
  throw new RubricError([ambiguous(id, found, choosing.asOf)]);
}

export interface FoundSheets {
  readonly component: Component;
  readonly sheets: readonly LoadedSheet[];
  /** Why some sheets that could be chosen are not among them. */
  readonly refused: readonly Diagnostic[];
}

/** The sheets that each component of a scheme may use. */
export function findSheets(
  library: Library,
  loaded: LoadedScheme,
  asOf: DateText | undefined,
  report: (diagnostic: Diagnostic) => void,
): readonly FoundSheets[] {
  const scheme = loaded.rubric;
  // In the same file: the places are those of the scheme.
  if (scheme.sheet)
    return [{ component: scheme.blend[0]!, sheets: [{ ...loaded, rubric: scheme.sheet }], refused: [] }];
  const broken = new Set(library.broken.map(({ id }) => id));
  const sheets = library.loaded.filter(
    (entry): entry is LoadedSheet => entry.rubric.kind === "sheet" && !broken.has(entry.rubric.id),
  );
  return scheme.blend.map((component) => {
    const place = { path: component.path, subject: { kind: "component", id: component.id } } as const;
    if ("sheet" in component.from) {
      const { sheet } = component.from;
      const damaged = library.broken.filter(({ id }) => id === sheet);
      for (const entry of damaged) report(isBroken(sheet, entry));
      if (damaged.length > 0) return { component, sheets: [], refused: [] };
      const found = one(sheets, sheet, asOf, report);
      const ambiguousHere = sheets.some(({ rubric }) => rubric.id === sheet);
      if (found.length === 0 && !ambiguousHere) {
        const known = [...new Set(sheets.map(({ rubric }) => rubric.id))].sort();
        report(diagnose("sheet-not-found", place, { component: component.id, sheet, known }));
      }
      return { component, sheets: found, refused: [] };
    }
    const { oneOf } = component.from;
    const ids = [
      ...new Set(sheets.filter(({ rubric }) => oneOf.includes(rubric.category)).map(({ rubric }) => rubric.id)),
    ];
    if (ids.length === 0)
      report(diagnose("category-without-sheet", place, { component: component.id, categories: oneOf }));
    const refused: Diagnostic[] = [];
    const choices = ids.sort().flatMap((sheet) => one(sheets, sheet, asOf, (found) => refused.push(found)));
    return { component, sheets: choices, refused };
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
  report(ambiguous(id, found, asOf));
  return [];
}

/** Several versions: those in force on the day; with no day, or none in force, all of them. */
function choose<T extends LoadedRubric>(candidates: readonly T[], asOf: DateText | undefined): readonly T[] {
  const day = asOf === undefined ? undefined : parseDate(asOf);
  if (candidates.length <= 1 || day === undefined) return candidates;
  const current = candidates.filter(({ rubric }) => inForce(rubric.effective, day));
  return current.length > 0 ? current : candidates;
}

/** Both days of `effective` are included; without them a rubric is always in force. */
export function inForce(effective: Effective | undefined, day: Day): boolean {
  const { from, until } = effective ?? {};
  return (
    (from === undefined || compareDays(parseDate(from)!, day) <= 0) &&
    (until === undefined || compareDays(day, parseDate(until)!) <= 0)
  );
}

function isBroken(id: string, { file }: BrokenRubric): Diagnostic {
  return diagnose("rubric-broken", { path: "", file, subject: { kind: "rubric", id } }, { id, file });
}

function ambiguous(id: string, found: readonly LoadedRubric[], asOf: DateText | undefined): Diagnostic {
  const versions = [...new Set(found.map(({ rubric }) => rubric.version))].sort();
  if (versions.length < found.length) return twice(id, found);
  const place = { path: "", subject: { kind: "rubric", id } } as const;
  const day = asOf === undefined ? undefined : parseDate(asOf);
  if (day && !found.some(({ rubric }) => inForce(rubric.effective, day))) {
    const dated = found.map(({ rubric }) => `${rubric.version} (${daysInForce(rubric.effective)})`).sort();
    const as_of = formatDate(day);
    return diagnose("version-not-in-force", place, { id, as_of, versions: dated, example: versions.at(-1)! });
  }
  return diagnose("version-ambiguous", place, { id, versions, example: versions[0]! });
}

/** Both days, for messages; without one it goes on. */
export function daysInForce({ from = "…", until = "…" }: Effective = {}): string {
  return `${from} – ${until}`;
}

/** Nobody can choose between two files that call themselves the same. */
function twice(id: string, found: readonly LoadedRubric[]): Diagnostic {
  const version = found.map((entry) => entry.rubric.version).find((each, i, all) => all.indexOf(each) !== i)!;
  const same = found.filter(({ rubric }) => rubric.version === version);
  const [first, second] = same.map(({ file, locate }) => {
    const range = locate?.("/id", "value");
    return { ...(file !== undefined && { file }), ...(range && { range }) };
  });
  const related = [{ message: { zh: "另一个在这里", en: "the other one is here" }, path: "/id", ...first }];
  return diagnose(
    "rubric-twice",
    { path: "/id", subject: { kind: "rubric", id }, related, ...second },
    { id, version },
  );
}
