/** Conditions of eligibility that sheets bring along, once it is known which of them can meet. */
import { asks } from "../base/condition-leaves.js";
import { pointer } from "../base/pointer.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { FoundSheets, LoadedScheme, LoadedSheet } from "./find.js";
import { placed } from "./placed.js";

/**
 * Conditions that can meet are told apart by their ids: those of the scheme and of the sheets of several components. The
 * later rubric has to call its own another name. Alternatives of one component never meet.
 */
export function conditionsTwice(
  scheme: LoadedScheme,
  found: readonly FoundSheets[],
): ReadonlyMap<LoadedSheet, readonly Diagnostic[]> {
  const told = new Map<LoadedSheet, Map<string, Diagnostic>>();
  const earlier: (LoadedScheme | LoadedSheet)[] = [scheme];
  for (const { sheets } of found) {
    for (const sheet of sheets) {
      const twice = told.get(sheet) ?? new Map<string, Diagnostic>();
      told.set(sheet, twice);
      for (const { id, path } of sheet.rubric.eligibility) {
        const first = earlier.find(({ rubric }) => rubric !== sheet.rubric && hasCondition(rubric, id));
        if (!first || twice.has(id)) continue;
        const params = { condition: id, first: first.rubric.id, second: sheet.rubric.id };
        const subject = { kind: "condition", id } as const;
        twice.set(id, placed(sheet, "condition-twice", pointer(path, "id"), params, subject, undefined, "value"));
      }
    }
    earlier.push(...sheets);
  }
  return new Map([...told].map(([sheet, diagnostics]) => [sheet, [...diagnostics.values()]]));
}

function hasCondition({ eligibility }: (LoadedScheme | LoadedSheet)["rubric"], id: string): boolean {
  return eligibility.some((condition) => condition.id === id);
}

/** Conditions that change nothing, since no outcome asks for them. Those of the scheme have been told by themselves. */
export function unaskedSheets(loaded: LoadedScheme, sheets: readonly LoadedSheet[]): readonly Diagnostic[] {
  const { eligibility, outcomes } = loaded.rubric;
  const asking = sheets.filter(({ rubric }) => rubric.eligibility.length > 0);
  if (eligibility.length > 0 || asking.length === 0) return [];
  if (outcomes.some(({ when }) => when && asks(when, "eligibility"))) return [];
  const names = [...new Set(asking.map(({ rubric }) => rubric.id))];
  return [placed(loaded, "sheet-eligibility-unasked", "/outcomes", { sheets: names })];
}
