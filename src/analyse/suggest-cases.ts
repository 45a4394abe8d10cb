/** Boundaries that no case has tried → cases that would, with what the engine says today: for the author to confirm. */
import { after, formatDate, fullPeriods, parseDate } from "../base/calendar.js";
import type { Assessment, FactNote } from "../model/assessment.js";
import type { SuggestedCase } from "../model/cases.js";
import type { FactSheet } from "../model/fact.js";
import type { DateText } from "../model/numbers.js";
import { score } from "../score/score.js";
import type { Boundary } from "./boundaries.js";
import type { ScoredCase } from "./cases.js";
import { type Covered, wordsFor } from "./coverage.js";
import { findNode } from "./expectations.js";

/** Each boundary once, for the first file that is about its sheet; what the defaults cannot reach is left out. */
export function suggestCases(scored: readonly ScoredCase[], covered: readonly Covered[]): readonly SuggestedCase[] {
  const suggested: SuggestedCase[] = [];
  const done = new Set<string>();
  const files = [...new Set(scored.map(({ loaded }) => loaded.file))];
  for (const one of files.map((file) => scored.find(({ loaded }) => loaded.file === file)!)) {
    const names = new Set(one.loaded.cases.cases.map(({ name }) => name));
    for (const { component, sheet, cell } of missingIn(one.assessment, covered)) {
      const key = `${sheet} ${cell.id} ${cell.boundary.value}`;
      const name = `${cell.id} ${wordsFor(cell.boundary)}`;
      if (done.has(key) || names.has(name)) continue;
      const made = suggestion(one, component, cell, name);
      if (!made) continue;
      done.add(key);
      suggested.push(made);
    }
  }
  return suggested;
}

interface Missing {
  readonly component: string;
  readonly sheet: string;
  readonly cell: { readonly id: string; readonly boundary: Boundary };
}

function missingIn({ components }: Assessment, covered: readonly Covered[]): readonly Missing[] {
  return components.flatMap(({ id: component, sheet }) => {
    const called = covered.filter(({ rubric }) => rubric.id === sheet?.id && rubric.version === sheet.version);
    // A scheme that holds its sheet has the cells of its indicators itself.
    const own = called.find(({ rubric }) => rubric.kind === "sheet") ?? called[0];
    return [...(own?.cells.values() ?? [])].flatMap(({ id, boundary, hit }): readonly Missing[] =>
      boundary && !hit ? [{ component, sheet: own!.rubric.id, cell: { id, boundary } }] : [],
    );
  });
}

function suggestion(
  { loaded, compiled, assessment }: ScoredCase,
  component: string,
  { id, boundary }: Missing["cell"],
  name: string,
): SuggestedCase | undefined {
  const { factSheet, statesDay } = loaded.cases.base;
  const declared = assessment.facts.find((fact) => fact.declared.id === boundary.fact)?.declared;
  const supplied = declared && suppliedFor(boundary, declared, factSheet.asOf);
  if (!supplied) return undefined;
  const result = score(compiled, withFact(factSheet, supplied));
  const bare = findNode(result, id);
  const indicator = bare ? id : `${component}/${id}`;
  const node = bare ?? findNode(result, indicator);
  const reached = node?.read.find(({ fact }) => fact === boundary.fact);
  if (!node?.awarded || node.status !== "scored" || reached?.value !== boundary.value) return undefined;
  return {
    file: loaded.file,
    name,
    ...(!statesDay && { asOf: factSheet.asOf }),
    ...supplied,
    indicator,
    points: node.awarded.exact,
  };
}

interface Supplied {
  readonly fact: string;
  readonly value: string;
}

/** The fact itself; of a count of years or months, the date from which it is counted. */
function suppliedFor({ value, side }: Boundary, { id, ...declared }: FactNote, asOf: DateText): Supplied | undefined {
  const derive = "derive" in declared ? declared.derive : undefined;
  if (!derive) return { fact: id, value };
  if (derive.kind !== "full_years_since" && derive.kind !== "full_months_since") return undefined;
  const unit = derive.kind === "full_years_since" ? "years" : "months";
  const today = parseDate(asOf)!;
  const whole = Number(value);
  // On the bound: the day on which the period is complete. Below it: one day short of that.
  const day = side === "below" ? after(after(today, -whole - 1, unit), 1, "days") : after(today, -whole, unit);
  return day.year >= 1 && fullPeriods(day, today, unit) === whole
    ? { fact: derive.fact, value: formatDate(day) }
    : undefined;
}

function withFact(factSheet: FactSheet, { fact, value }: Supplied): FactSheet {
  const others = factSheet.facts.filter(({ id }) => id !== fact);
  return {
    ...factSheet,
    facts: [...others, { id: fact, state: "given", value, path: `/facts/${fact}`, evidence: [] }],
  };
}
