/** Program × fact sheet → assessment. Total: whatever a fact sheet says, there is a result, and findings beside it. */
import { formatAmount, minus } from "../base/amount.js";
import { type Day, parseDate } from "../base/calendar.js";
import { pointer } from "../base/pointer.js";
import type { CompiledScheme, Known, Program, Slot } from "../compile/program.js";
import type {
  Assessment,
  FactResult,
  InstanceResult,
  ListResult,
  MaterialsResult,
  ScoreResult,
} from "../model/assessment.js";
import type { FactSheet } from "../model/fact.js";
import type { Scheme } from "../model/rubric.js";
import { declaredOut } from "./applicability.js";
import { expectCompiled, expectFactSheet } from "./arguments.js";
import { type ScoreAdjustment, type ScoreStanding, blend } from "./blend.js";
import { boundsOf, componentResult } from "./breakdown.js";
import { askEligibility, askPreferences } from "./conditions.js";
import { decide } from "./decision.js";
import { schemeEffectResults, vetoesOf } from "./effects.js";
import { type Findings, collectFindings } from "./findings.js";
import { type KnownList, readLists } from "./instances.js";
import { readKnown } from "./known.js";
import { indicatorsOf } from "./seen.js";
import { type Selected, selectSheets } from "./selection.js";

/**
 * Scores one fact sheet. Never throws for anything in it: wrong facts are `invalid` and named under `findings`, facts
 * that are not there leave the score open between its bounds.
 *
 * The same scheme, facts and date give the same assessment, byte for byte once printed.
 *
 * @param compiled from `compileScheme`.
 * @param factSheet from `parseFactSheet`, `readFactSheet` or `loadFactSheet`.
 * @throws TypeError when one of the two is something else, such as a promise that was not awaited.
 *
 * @example
 * ```ts
 * import { compileScheme, score } from "chengxin";
 * import { loadFactSheet, loadRubrics } from "chengxin/node";
 *
 * const scheme = compileScheme(await loadRubrics("rubrics"), "gongzhu-2023");
 * const exactly80 = score(scheme, await loadFactSheet("rubrics/examples/exactly-80.facts.yaml"));
 * console.log(exactly80.score.exact); // 80
 * console.log(exactly80.decision.outcome, exactly80.decision.margin); // expert-review 0
 *
 * // Facts that are not in yet leave the score open, between what it can still become.
 * const open = score(scheme, await loadFactSheet("rubrics/examples/open.facts.yaml"));
 * console.log(open.score.status, open.score.exact); // open null
 * console.log(open.score.bounds.least, open.score.bounds.most); // 12099/175 28853/350
 * ```
 */
export function score(compiled: CompiledScheme, factSheet: FactSheet): Assessment {
  expectCompiled("score", compiled);
  expectFactSheet("score", factSheet);
  const { program } = compiled;
  const { scheme } = program;
  const findings = collectFindings();
  factSheet.problems?.forEach(findings.add);
  // A fact sheet is read with its day checked; the year 1 stands in for what cannot happen.
  const asOf = parseDate(factSheet.asOf) ?? { year: 1, month: 1, day: 1 };
  const selected = selectSheets(program, factSheet, asOf, findings);
  const known = readKnown(program, selected, factSheet, asOf, findings);
  const lists = readLists(program, selected, factSheet, known, asOf, findings);
  const place = { path: "", list: undefined };
  const out = declaredOut(selected, factSheet.notApplicable, place, { known, lists }, findings);
  const now = { known, asOf, closed: factSheet.closed, out, lists };
  const standing = blend(selected, now, program);
  reportUnnamed(standing, findings);
  const view = { known, asOf, indicators: indicatorsOf(standing.components) };
  const effects = schemeEffectResults(program, view);
  const eligibility = askEligibility(program, standing.components, view);
  const materials = checkMaterials(scheme, factSheet, findings);
  return {
    format: "chengxin/assessment@1",
    scheme: program.note,
    drafted: draftedOf(scheme, selected),
    subject: { id: factSheet.subject.id ?? null, name: factSheet.subject.name ?? null },
    asOf: factSheet.asOf,
    role: factSheet.role ?? null,
    eligibility,
    preferences: askPreferences(scheme.preferences, program.preferences, view),
    materials,
    score: scoreResult(standing, program),
    ...(effects && { effects }),
    decision: decide({
      program,
      view,
      score: standing,
      vetoes: vetoesOf(standing.components, now, effects),
      eligibility: eligibility.status,
    }),
    components: standing.components.map((component) => componentResult(component, program, now)),
    facts: factResults(program, selected, known, asOf),
    ...(lists.size > 0 && { instances: listResults(lists, selected, asOf) }),
    findings: findings.list(),
  };
}

/** What does not apply needs no sheet. */
function reportUnnamed({ components }: ScoreStanding, findings: Findings): void {
  for (const { selected, root, applies } of components) {
    if (root || selected.misnamed || applies === "out") continue;
    const { id } = selected.component;
    findings.report("component-not-named", "/sheets", { component: id }, { kind: "component", id });
  }
}

function draftedOf(scheme: Scheme, selected: readonly Selected[]): readonly string[] {
  const rubrics = [scheme, ...selected.flatMap(({ sheet }) => sheet?.sheet ?? [])];
  // A sheet that the scheme holds has its id.
  return [...new Set(rubrics.filter((rubric) => rubric.status === "drafted").map((rubric) => rubric.id))];
}

/** Those of the scheme, then of each sheet; a fact of several is told once. */
function factResults(
  program: Program,
  selected: readonly Selected[],
  known: readonly Known[],
  asOf: Day,
): readonly FactResult[] {
  const results: FactResult[] = [];
  const told = new Set<string>();
  for (const { factPlaces } of [program, ...selected.flatMap(({ sheet }) => sheet ?? [])]) {
    for (const { declared, slot } of factPlaces) {
      if (told.has(declared.id)) continue;
      told.add(declared.id);
      results.push({ declared, ...valueOf(program.slots[slot]!, slot, known, asOf) });
    }
  }
  return results;
}

/** A fact that several sheets ask of the same instances is told once. */
function listResults(
  lists: ReadonlyMap<string, KnownList>,
  selected: readonly Selected[],
  asOf: Day,
): readonly ListResult[] {
  return [...lists.values()].map((known): ListResult => {
    const { title } = known;
    const { id: list, slots } = known.program;
    const places = new Map(
      selected
        .flatMap(({ sheet }) => sheet?.lists ?? [])
        .filter((section) => section.list === list)
        .flatMap((section) => section.factPlaces.map((place) => [place.declared.id, place] as const)),
    );
    const entries = known.state === "given" ? known.entries : [];
    return {
      list,
      title,
      state: known.state,
      declared: [...places.values()].map(({ declared }) => declared),
      entries: entries.map((entry): InstanceResult => ({
        id: entry.id,
        ...(entry.title !== undefined && { title: entry.title }),
        facts: [...places.values()].map(({ slot }) => valueOf(slots[slot]!, slot, entry.known, asOf)),
      })),
    };
  });
}

function valueOf(bound: Slot, slot: number, known: readonly Known[], asOf: Day): Omit<FactResult, "declared"> {
  const entries = bound.kind === "derived" ? bound.entries?.(known, asOf) : undefined;
  return { read: known[slot]!.read, ...(entries && { entries }) };
}

function scoreResult(standing: ScoreStanding, { display }: Program): ScoreResult {
  const { value, hull, mayBeNothing } = standing;
  const bounds = boundsOf(hull ?? { least: null, most: null, tight: true });
  const adjustments = standing.adjustments.map(adjustmentOf);
  if (value !== null) {
    return {
      status: "scored",
      exact: formatAmount(value),
      display: display(value),
      bounds,
      certain: true,
      adjustments,
    };
  }
  const status = hull === null && mayBeNothing ? "nothing-scored" : "open";
  return { status, exact: null, display: null, bounds, certain: status === "nothing-scored", adjustments };
}

function adjustmentOf({ component, cause, effect, from, to }: ScoreAdjustment): ScoreResult["adjustments"][number] {
  const by = formatAmount(minus(to, from));
  const because = {
    in: formatAmount(from),
    out: formatAmount(to),
    ...(component !== undefined && { component }),
    ...(effect !== undefined && { effect }),
  };
  return { cause, by, contribution: by, because };
}

function checkMaterials({ materials }: Scheme, factSheet: FactSheet, findings: Findings): MaterialsResult {
  const filed = new Map(factSheet.materials.map(({ id, papers }) => [id, papers]));
  const known = materials.map((material) => material.id);
  for (const id of filed.keys()) {
    if (!known.includes(id)) findings.report("material-unknown", pointer("/materials", id), { material: id, known });
  }
  const items = materials.map((material) => ({ ...material, papers: filed.get(material.id) ?? [] }));
  const missing = items.filter(({ required, papers }) => required && papers.length === 0).map(({ id }) => id);
  return { complete: missing.length === 0, missing, items };
}
