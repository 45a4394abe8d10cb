/** What an assessment says about the rubrics it was made with: made once, shared by all assessments. */
import { deepFreeze } from "../base/freeze.js";
import { spelled } from "../base/amount.js";
import type { FactNote, SchemeNote, SheetNote } from "../model/assessment.js";
import type { FactDeclaration } from "../model/fact.js";
import type { Rubric, Scheme, Sheet } from "../model/rubric.js";

export function sheetNote(sheet: Sheet): SheetNote {
  const { id, version, title, documents, source } = noteOf(sheet);
  return deepFreeze({ id, version, title, status: sheet.status, documents, ...(source !== undefined && { source }) });
}

export function schemeNote(scheme: Scheme): SchemeNote {
  const { id, version, title, ...rest } = noteOf(scheme);
  return deepFreeze({ id, version, title, points: spelled(scheme.points), ...rest });
}

function noteOf({ id, version, title, documents, source }: Rubric): Omit<SchemeNote, "points"> {
  return { id, version, title, documents, ...(source !== undefined && { source }) };
}

/** A fact and where its value lies while a fact sheet is scored. */
export interface FactPlace {
  readonly declared: FactNote;
  readonly slot: number;
}

export function factPlaces(
  facts: readonly FactDeclaration[],
  slots: ReadonlyMap<string, number>,
): readonly FactPlace[] {
  return facts.map(({ path: _path, ...declared }) => ({
    declared: Object.freeze(declared),
    slot: slots.get(declared.id)!,
  }));
}
