/** Versions of one rubric, side by side → days for which two of them say they are in force, or none between them. */
import { type Day, after, compareDays, formatDate, parseDate } from "../base/calendar.js";
import { daysInForce } from "../compile/find.js";
import { diagnose } from "../messages/diagnose.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { LoadedRubric, RubricSet } from "../model/rubric-set.js";

/**
 * Which version an evaluation uses follows from its date alone: where two are in force it cannot be told, where none is
 * nothing can be scored. Told of neighbours only: whoever mends those sees what is left.
 */
export function validityFindings({ rubrics, broken = [] }: RubricSet): readonly Diagnostic[] {
  // A broken file may be the version that fills the gap, and says enough itself.
  const damaged = new Set(broken.map(({ id }) => id));
  const known = rubrics.filter(({ rubric }) => !damaged.has(rubric.id));
  return groupsOf(known).flatMap((versions) => {
    const ordered = versions.map(versionOf).sort((a, b) => compareFrom(a, b) || compareText(a.version, b.version));
    // What ends last so far is the neighbour: a short version within a long one ends nothing.
    let last = ordered[0]!;
    return ordered.slice(1).flatMap((next) => {
      const found = between(last, next);
      if (endsLater(next, last)) last = next;
      return found;
    });
  });
}

/** Of each rubric its versions; two files of one version are refused as such. */
function groupsOf(rubrics: readonly LoadedRubric[]): readonly (readonly LoadedRubric[])[] {
  const groups = new Map<string, LoadedRubric[]>();
  for (const entry of rubrics) {
    const name = `${entry.rubric.kind} ${entry.rubric.id}`;
    const group = groups.get(name);
    if (group) group.push(entry);
    else groups.set(name, [entry]);
  }
  return [...groups.values()].filter(
    (group) => group.length > 1 && new Set(group.map(({ rubric }) => rubric.version)).size === group.length,
  );
}

interface Version {
  readonly entry: LoadedRubric;
  readonly version: string;
  /** Undefined where it has no beginning, or no end. */
  readonly from: Day | undefined;
  readonly until: Day | undefined;
}

function versionOf(entry: LoadedRubric): Version {
  const { version, effective } = entry.rubric;
  return { entry, version, from: dayOf(effective?.from), until: dayOf(effective?.until) };
}

function dayOf(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : parseDate(text);
}

function compareFrom({ from: a }: Version, { from: b }: Version): number {
  if (!a || !b) return Number(a !== undefined) - Number(b !== undefined);
  return compareDays(a, b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function endsLater({ until: a }: Version, { until: b }: Version): boolean {
  return b !== undefined && (a === undefined || compareDays(a, b) > 0);
}

function between(earlier: Version, later: Version): readonly Diagnostic[] {
  const { from } = later;
  const next = earlier.until && after(earlier.until, 1, "days");
  if (!next || !from || compareDays(from, next) < 0) {
    const until = endsLater(later, earlier) ? earlier.until : later.until;
    return [finding("versions-overlap", earlier, later, from, until)];
  }
  if (compareDays(from, next) === 0) return [];
  return [finding("versions-gap", earlier, later, next, after(from, -1, "days"))];
}

function finding(
  code: "versions-overlap" | "versions-gap",
  earlier: Version,
  later: Version,
  from: Day | undefined,
  until: Day | undefined,
): Diagnostic {
  const { rubric, file } = later.entry;
  const days = daysInForce({ ...(from && { from: formatDate(from) }), ...(until && { until: formatDate(until) }) });
  const place = placeOf(later);
  const related = {
    message: { zh: `版本 ${earlier.version} 在这里`, en: `version ${earlier.version} is here` },
    ...placeOf(earlier),
    ...(earlier.entry.file !== undefined && { file: earlier.entry.file }),
  };
  return diagnose(
    code,
    { ...place, file, subject: { kind: "rubric", id: rubric.id }, related: [related] },
    { id: rubric.id, earlier: earlier.version, later: later.version, days: days },
  );
}

/** At `effective:`, or where it is missing at the version. */
function placeOf({ entry: { rubric, locate } }: Version): { path: string; range?: NonNullable<Diagnostic["range"]> } {
  const path = rubric.effective ? "/effective" : "/version";
  const range = locate?.(path, "key");
  return { path, ...(range && { range }) };
}
