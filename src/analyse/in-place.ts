/** One version in the place of another: a fact sheet is scored with it, and all other rubrics are the same. */
import type { Library } from "../compile/find.js";
import type { CompiledScheme } from "../compile/program.js";
import { compileScheme } from "../compile/scheme.js";
import { isRubricError } from "../messages/rubric-error.js";
import type { Assessment } from "../model/assessment.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { FactSheet } from "../model/fact.js";
import type { LoadedRubric, RubricSet } from "../model/rubric-set.js";
import { score } from "../score/score.js";

/** Old ids by the new ones, where a version has another id than the one before it. */
export type FormerIds = ReadonlyMap<string, string>;

export type Scored = { readonly assessment: Assessment } | { readonly findings: readonly Diagnostic[] };

export type Scorer = (factSheet: FactSheet) => Scored;

/** Under the id of the version that it takes the place of: schemes name their sheets by it. */
export function standIn(loaded: LoadedRubric, former: FormerIds): LoadedRubric {
  const id = former.get(loaded.rubric.id);
  return id === undefined ? loaded : { ...loaded, rubric: { ...loaded.rubric, id } };
}

/** What is for the new id is for the old one as well. */
export function forFormer(factSheet: FactSheet, former: FormerIds): FactSheet {
  const nameOf = (id: string): string => former.get(id) ?? id;
  return {
    ...factSheet,
    scheme: { ...factSheet.scheme, id: nameOf(factSheet.scheme.id) },
    sheets: factSheet.sheets.map(({ component, sheet }) => ({ component, sheet: nameOf(sheet) })),
  };
}

/** Of these rubrics and the others: every version of what is compared gives way. */
export function scorerWith(rubrics: readonly LoadedRubric[], others: Library, compared: ReadonlySet<string>): Scorer {
  const library: RubricSet = {
    rubrics: [...others.loaded.filter(({ rubric }) => !compared.has(rubric.id)), ...rubrics],
    broken: others.broken.filter(({ id }) => id === undefined || !compared.has(id)),
    diagnostics: [],
  };
  // Many fact sheets are for one scheme and one day.
  const compiled = new Map<string, CompiledScheme | readonly Diagnostic[]>();
  return (factSheet) => {
    const asked = withVersionIn(library, factSheet);
    const { scheme, asOf } = asked;
    const key = JSON.stringify([scheme.id, scheme.version, asOf]);
    if (compiled.size >= MOST_COMPILED) compiled.clear();
    const found = compiled.get(key) ?? compiledFor(library, asked);
    compiled.set(key, found);
    return "program" in found ? { assessment: score(found, asked) } : { findings: found };
  };
}

/** Programs are large, and days may be as many as fact sheets. */
const MOST_COMPILED = 64;

/** A fact sheet that names the old version is asked what the new one would make of it. */
function withVersionIn({ rubrics }: RubricSet, factSheet: FactSheet): FactSheet {
  const { id, version } = factSheet.scheme;
  const isThere = rubrics.some(({ rubric }) => rubric.id === id && rubric.version === version);
  return isThere ? factSheet : { ...factSheet, scheme: { id } };
}

function compiledFor(library: RubricSet, { scheme, asOf }: FactSheet): CompiledScheme | readonly Diagnostic[] {
  const { id, version } = scheme;
  try {
    return compileScheme(library, id, { asOf, ...(version !== undefined && { version }) });
  } catch (error) {
    if (isRubricError(error)) return error.diagnostics;
    throw error;
  }
}
