/** What an assessment says about the rubrics it was made with: made once, shared by all assessments. */
import { deepFreeze } from "../base/freeze.js";
import { spelled } from "../base/amount.js";
import type { BandNote, FactNote, SchemeNote, SheetNote, Terms } from "../model/assessment.js";
import type { FactDeclaration } from "../model/fact.js";
import type { Indicator, Rubric, Scheme, Sheet } from "../model/rubric.js";

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
    ...(scheme.renormalise === true && { renormalise: true }),
    ...(scheme.rescale && { rescale: scheme.rescale }),
    ...(scheme.floor !== undefined && { floor: scheme.floor }),
    ...(scheme.cap !== undefined && { cap: scheme.cap }),
    ...(scheme.round && { round: scheme.round }),
    display: scheme.display,
    ...(bands.length > 0 && { bands }),
    ...rest,
  });
}

function noteOf({ id, version, title, documents, source }: Rubric): Omit<SchemeNote, "points" | "display"> {
  return { id, version, title, documents, ...(source !== undefined && { source }) };
}

/** Undefined where an indicator says nothing beside its rule or its children, as most do. */
export function termsOf(node: Indicator): Terms | undefined {
  const { floor, cap, round } = node;
  const whenMissing = node.kind === "leaf" ? node.whenMissing : undefined;
  const terms: Terms = {
    ...(floor !== undefined && { floor }),
    ...(cap !== undefined && { cap }),
    ...(round !== undefined && { round }),
    ...(whenMissing !== undefined && { whenMissing }),
    ...applicabilityTerms(node),
  };
  return Object.keys(terms).length === 0 ? undefined : deepFreeze(terms);
}

/** Of an indicator, or of a component; undefined where it always applies. */
export function applicabilityTerms({
  appliesWhen,
  mayBeNotApplicable,
  ifNotApplicable,
}: Pick<Indicator, "appliesWhen" | "mayBeNotApplicable" | "ifNotApplicable">): Terms | undefined {
  // A group may also be left without anything that applies, although it is never asked itself.
  const mayDrop = appliesWhen !== undefined || mayBeNotApplicable || ifNotApplicable !== "drop";
  if (!mayDrop) return undefined;
  return {
    ...(appliesWhen !== undefined && { appliesWhen }),
    ...(mayBeNotApplicable && { mayBeNotApplicable }),
    ifNotApplicable,
  };
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
