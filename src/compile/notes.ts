/** What an assessment says about the rubrics it was made with: made once, shared by all assessments. */
import { deepFreeze } from "../base/freeze.js";
import { spelled } from "../base/amount.js";
import type { BandNote, FactNote, SchemeNote, SheetNote, Terms } from "../model/assessment.js";
import type { FactDeclaration } from "../model/fact.js";
import type { Leaf, Rubric, Scheme, Sheet } from "../model/rubric.js";

export function sheetNote(sheet: Sheet): SheetNote {
  const { id, version, title, documents, source } = noteOf(sheet);
  return deepFreeze({ id, version, title, status: sheet.status, documents, ...(source !== undefined && { source }) });
}

export function schemeNote(scheme: Scheme): SchemeNote {
  const { id, version, title, ...rest } = noteOf(scheme);
  const bands = scheme.bands.map(({ path: _path, ...band }): BandNote => band);
  return deepFreeze({
    id,
    version,
    title,
    points: spelled(scheme.points),
    ...(scheme.rescale && { rescale: scheme.rescale }),
    ...(bands.length > 0 && { bands }),
    ...rest,
  });
}

function noteOf({ id, version, title, documents, source }: Rubric): Omit<SchemeNote, "points"> {
  return { id, version, title, documents, ...(source !== undefined && { source }) };
}

/** Undefined where a leaf says nothing beside its rule, as most do. */
export function termsOf(leaf: Leaf): Terms | undefined {
  const { floor, cap, round, whenMissing, appliesWhen, mayBeNotApplicable, ifNotApplicable } = leaf;
  const mayDrop = appliesWhen !== undefined || mayBeNotApplicable;
  const terms: Terms = {
    ...(floor !== undefined && { floor }),
    ...(cap !== undefined && { cap }),
    ...(round !== undefined && { round }),
    ...(whenMissing !== undefined && { whenMissing }),
    ...(appliesWhen !== undefined && { appliesWhen }),
    ...(mayBeNotApplicable && { mayBeNotApplicable }),
    ...(mayDrop && { ifNotApplicable }),
  };
  return Object.keys(terms).length === 0 ? undefined : deepFreeze(terms);
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
  return facts.flatMap(({ path: _path, ...declared }) => {
    const slot = slots.get(declared.id);
    return slot === undefined ? [] : [{ declared: Object.freeze(declared), slot }];
  });
}
