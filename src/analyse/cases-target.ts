/** What golden cases are about → something to score with; a sheet alone gets the plainest scheme around it. */
import { inForce } from "../compile/find.js";
import { compileScheme } from "../compile/scheme.js";
import type { CompiledScheme } from "../compile/program.js";
import { parseDate } from "../base/calendar.js";
import { staysInside } from "../base/reach.js";
import { diagnose } from "../messages/diagnose.js";
import { RubricError } from "../messages/rubric-error.js";
import type { Cases } from "../model/cases.js";
import type { DateText } from "../model/numbers.js";
import type { Scheme, Sheet } from "../model/rubric.js";
import type { LoadedRubric, RubricSet } from "../model/rubric-set.js";
import { sheetScheme } from "../validate/cases-given.js";

/** The component that a sheet alone is. */
export const SHEET_COMPONENT = "sheet";

/** @throws RubricError when there is no such rubric, or it cannot be scored. */
export function compileTarget({ id, version, kind }: Cases["of"], rubrics: RubricSet, asOf: DateText): CompiledScheme {
  if (kind === "scheme") return compileScheme(rubrics, id, { asOf, ...(version !== undefined && { version }) });
  const sheet = findSheet({ id, ...(version !== undefined && { version }) }, rubrics, asOf);
  const scheme: LoadedRubric = { rubric: schemeAround(sheet.rubric) };
  return compileScheme({ rubrics: [sheet, scheme], diagnostics: [] }, scheme.rubric.id, { asOf });
}

type LoadedSheet = LoadedRubric & { readonly rubric: Sheet };

function findSheet(
  { id, version }: { readonly id: string; readonly version?: string },
  rubrics: RubricSet,
  asOf: DateText,
): LoadedSheet {
  const place = { path: "", subject: { kind: "rubric", id } } as const;
  const damaged = rubrics.broken?.find((entry) => entry.id === id);
  if (damaged)
    throw new RubricError([diagnose("rubric-broken", { ...place, file: damaged.file }, { id, file: damaged.file })]);
  const sheets = rubrics.rubrics.filter((entry): entry is LoadedSheet => entry.rubric.kind === "sheet");
  const named = sheets.filter(({ rubric }) => rubric.id === id && (version ?? rubric.version) === rubric.version);
  const day = parseDate(asOf)!;
  const current = named.length > 1 ? named.filter(({ rubric }) => inForce(rubric.effective, day)) : named;
  if (current.length === 1) return current[0]!;
  const versions = [...new Set(named.map(({ rubric }) => rubric.version))].sort();
  if (named.length > 0) {
    throw new RubricError([diagnose("version-ambiguous", place, { id, versions, example: versions[0]! })]);
  }
  const known = [...new Set(sheets.map(({ rubric }) => rubric.id))].sort();
  throw new RubricError([diagnose("sheet-not-found", place, { component: SHEET_COMPONENT, sheet: id, known })]);
}

/** Weight 1, the sheet's own points, no condition, one outcome. */
function schemeAround({ id, version, title, root, reach }: Sheet): Scheme {
  return {
    kind: "scheme",
    id: sheetScheme(id),
    version,
    title,
    status: "official",
    documents: [],
    facts: [],
    points: root.points,
    blend: [
      {
        id: SHEET_COMPONENT,
        from: { sheet: id },
        weight: "1",
        ...(!staysInside(reach, root.points) && { outside: "keep" as const }),
        mayBeNotApplicable: false,
        ifNotApplicable: "drop",
        path: "/blend/0",
      },
    ],
    display: { places: 2, mode: "half-up" },
    roles: [],
    laterMayRaise: false,
    eligibility: [],
    preferences: [],
    materials: [],
    bands: [],
    effects: [],
    outcomes: [{ id: "scored", path: "/outcomes/0" }],
    goal: "scored",
  };
}
