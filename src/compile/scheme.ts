/** Scheme and sheets → a program that scores fact sheets: found, linked, bound. */
import { MAX_INSTANCES } from "../base/instances.js";
import { type Amount, amount, factor, order, spelled, toAmount } from "../base/amount.js";
import { questionsIn } from "../base/condition-leaves.js";
import { displayer } from "../base/display.js";
import { type Exact, ONE, divide, exact, multiply, negate } from "../base/exact.js";
import { offsetOf, slopeOf } from "../base/rescale.js";
import { expectText } from "../messages/misuse.js";
import { RubricError } from "../messages/rubric-error.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { FactDeclaration } from "../model/fact.js";
import type { DecimalText } from "../model/numbers.js";
import type { Component, Rubric, Scheme } from "../model/rubric.js";
import type { RubricSet } from "../model/rubric-set.js";
import { expectChoosing, expectRubrics } from "./arguments.js";
import { bindCondition } from "./conditions.js";
import { type Choosing, type FoundSheets, type LoadedScheme, findScheme, findSheets, libraryOf } from "./find.js";
import { linkScheme, linkShare, linkWhole } from "./link.js";
import { indicatorsNamed } from "./indicators.js";
import { boundLimit } from "./nodes.js";
import { applicabilityTerms, factPlaces, schemeNote } from "./notes.js";
import { bindEffects, bindOperations } from "./operations.js";
import { placed } from "./placed.js";
import type {
  BoundCondition,
  CompiledScheme,
  ComponentProgram,
  ListProgram,
  Program,
  SheetProgram,
} from "./program.js";
import { bindRangeTest } from "./range-tests.js";
import { bindRounding } from "./rounding.js";
import { movesBand } from "./scheme-effects.js";
import { bindSheet } from "./sheet.js";
import { thresholdOf } from "./threshold.js";
import { type SlotTables, bindFacts, emptyTables } from "./slots.js";

/**
 * Checks a scheme together with its sheets and binds it for scoring. Compile once, score any number of fact sheets.
 *
 * @param rubrics what `loadRubrics` gives, or a list of rubrics from `parseRubric` and `validateRubric`.
 * @param id the scheme's own `id`, without a version.
 * @param options which versions, where several are loaded; see {@link Choosing}.
 * @throws RubricError with every error found: no such scheme, a sheet that is not loaded, facts declared differently …
 * @throws TypeError when an argument is something else, `asOf` no day, or an option unknown.
 *
 * @example
 * ```ts
 * import { compileScheme } from "chengxin";
 * import { loadRubrics } from "chengxin/node";
 *
 * const rubrics = await loadRubrics("rubrics");
 * const scheme = compileScheme(rubrics, "gongzhu-2023", { asOf: "2023-11-10" });
 * console.log(scheme.version); // 2023.1
 * ```
 */
export function compileScheme(
  rubrics: RubricSet | readonly Rubric[],
  id: string,
  options: Choosing = {},
): CompiledScheme {
  expectRubrics("compileScheme", rubrics);
  expectText("compileScheme", "id", id);
  expectChoosing("compileScheme", options);
  const { compiled, diagnostics } = linkedScheme(rubrics, id, options);
  if (!compiled) throw new RubricError(diagnostics);
  return compiled;
}

/** The same without throwing for what is wrong between rubrics: for checks, which want the warnings too. */
export function linkedScheme(
  rubrics: RubricSet | readonly Rubric[],
  id: string,
  options: Choosing = {},
): { readonly compiled?: CompiledScheme; readonly diagnostics: readonly Diagnostic[] } {
  const { asOf } = options;
  const library = libraryOf(rubrics);
  const scheme = findScheme(library, id, options);
  const diagnostics: Diagnostic[] = [];
  const found = findSheets(library, scheme, asOf, (diagnostic) => {
    diagnostics.push(inFile(diagnostic, scheme));
  });
  const linked = linkScheme(scheme, found);
  diagnostics.push(...linked.diagnostics);
  const ofChoices = [
    ...found.flatMap(({ refused }) => refused),
    ...linked.choices.flatMap((choice) => choice.diagnostics),
  ];
  if (diagnostics.some(isError)) return { diagnostics: [...diagnostics, ...ofChoices] };
  diagnostics.push(...ofChoices);
  // One broken sheet among thirty takes away that choice, not the scheme.
  const broken = new Set(
    linked.choices.filter((choice) => choice.diagnostics.some(isError)).map((choice) => choice.sheet),
  );
  const fatal: Diagnostic[] = [];
  const usable = found.map((entry) => ({
    ...entry,
    sheets: entry.sheets.filter((sheet) => {
      if (broken.has(sheet)) return false;
      const wrong = linkShare(scheme, entry, sheet);
      ("sheet" in entry.component.from ? fatal : diagnostics).push(...wrong);
      return wrong.length === 0;
    }),
  }));
  if (fatal.length === 0) fatal.push(...linkWhole(scheme, usable));
  diagnostics.push(...fatal);
  if (fatal.some(isError)) return { diagnostics };
  const program = bindScheme(scheme.rubric, usable, found);
  return { compiled: { id, version: scheme.rubric.version, diagnostics, program }, diagnostics };
}

function inFile(diagnostic: Diagnostic, scheme: LoadedScheme): Diagnostic {
  if (diagnostic.file !== undefined) return diagnostic;
  return placed(scheme, diagnostic.code, diagnostic.path, diagnostic.data ?? {}, diagnostic.subject);
}

function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === "error";
}

/** `named`: all sheets that names were looked up in, those included that cannot be chosen. */
function bindScheme(scheme: Scheme, found: readonly FoundSheets[], named: readonly FoundSheets[]): Program {
  const table = emptyTables();
  const display = displayer(scheme.display);
  const threshold = thresholdOf(scheme);
  const round = bindRounding(scheme.round);
  const countedFrom = new Set<number>();
  const own = bindFacts(scheme.facts, table, countedFrom);
  const fixed = found.filter(({ component }) => "sheet" in component.from).flatMap(({ sheets }) => sheets);
  // Declared alike wherever they are declared: the sheets, bound below, find the same slots.
  const facts = new Map([...fixed.flatMap(({ rubric }) => [...bindFacts(rubric.facts, table, new Set())]), ...own]);
  const declarations = new Map<string, FactDeclaration>(
    [...fixed.flatMap(({ rubric }) => rubric.facts), ...scheme.facts].map((fact) => [fact.id, fact]),
  );
  const context = {
    slot: (fact: string) => facts.get(fact)!,
    fact: (fact: string) => declarations.get(fact)!,
    countedFrom,
    // Linking has found exactly one.
    indicator: (name: string) => indicatorsNamed(name, named)[0]!.key,
  };
  const components = found.map((entry) => {
    const { appliesWhen } = entry.component;
    return bindComponent(entry, scheme, table, display, appliesWhen && bindCondition(appliesWhen, context));
  });
  const outcomes = scheme.outcomes.map(({ when }) => when && bindCondition(when, context));
  const eligibility = scheme.eligibility.map(({ appliesWhen, require }) => ({
    applies: appliesWhen && bindCondition(appliesWhen, context),
    require: bindCondition(require, context),
  }));
  const preferences = scheme.preferences.map(({ when }) => bindCondition(when, context));
  const effects = scheme.effects.map((effect) => ({ effect, when: bindCondition(effect.when, context) }));
  const ofBands = effects.filter(({ effect }) => movesBand(effect.action)).map(({ when }) => when);
  const rawOf = (slots: readonly number[]) => slots.flatMap((slot) => table.slots[slot]!.raw);
  const conditions = [
    ...components.map(({ applies }) => applies),
    ...eligibility.flatMap(({ applies, require }) => [applies, require]),
    ...preferences,
    ...effects.map(({ when }) => when),
    ...outcomes,
  ];
  return {
    scheme,
    note: schemeNote(scheme),
    factPlaces: factPlaces(scheme.facts, own),
    slots: table.slots,
    lists: listsOf(table, found),
    countedFrom,
    facts,
    schemeSlots: [...own.values()].sort((a, b) => a - b),
    components,
    named,
    eligibility,
    preferences,
    effects,
    outcomes,
    outcomeSlots: [...new Set([...ofBands, ...outcomes].flatMap((condition) => condition?.slots ?? []))],
    missable: new Set(rawOf(conditions.flatMap((condition) => condition?.missable ?? []))),
    cuts: cutsOf(scheme),
    bands: scheme.bands.map(({ id, interval }) => ({ id, holds: bindRangeTest(interval) })),
    threshold: threshold === undefined ? undefined : { text: spelled(threshold), amount: amount(threshold) },
    operations: bindOperations({
      offset: scheme.rescale && toAmount(offsetOf(scheme.rescale)),
      effects: bindEffects(effects, rawOf),
      floor: boundLimit(scheme.floor),
      cap: boundLimit(scheme.cap),
      round,
    }),
    renormalise: scheme.renormalise === true,
    round,
    display,
  };
}

/** A list of several sheets is one list. */
function listsOf({ slots, lists }: SlotTables, found: readonly FoundSheets[]): Program["lists"] {
  const declared = found.flatMap(({ sheets }) => sheets).flatMap(({ rubric }) => rubric.instances);
  const bound = new Map<string, ListProgram>();
  let firstFact = slots.length;
  for (const { id } of declared) {
    const table = lists.get(id);
    if (!table || bound.has(id)) continue;
    bound.set(id, { id, slots: table.slots, firstFact });
    firstFact += table.slots.length * MAX_INSTANCES;
  }
  return bound;
}

function bindComponent(
  { component, sheets }: FoundSheets,
  scheme: Scheme,
  table: SlotTables,
  display: (value: Amount) => DecimalText,
  applies: BoundCondition | undefined,
): ComponentProgram {
  const { weight } = component;
  const terms = applicabilityTerms(component);
  // All contributions are told on the scale of the score.
  const slope = scheme.rescale ? slopeOf(scheme.rescale) : ONE;
  const worth = weight === undefined ? null : multiply(multiply(exact(weight), exact(scheme.points)), slope);
  const programs = sheets.map(({ rubric }): [string, SheetProgram] => {
    const perPoint = factor(worth ? divide(worth, exact(rubric.root.points)) : faceValue(component, slope));
    const place = { component, factor: perPoint, display, applies, terms };
    return [rubric.id, bindSheet(rubric, place, table)];
  });
  return {
    component,
    worth: worth && toAmount(worth),
    weight: weight === undefined ? null : amount(weight),
    applies,
    terms,
    choices: new Map(programs),
    fixed: "sheet" in component.from ? programs[0]?.[1] : undefined,
  };
}

/** One point of the sheet is one of the score, before it is rescaled; what is deducted is taken away. */
function faceValue({ countsAs }: Component, slope: Exact): Exact {
  return countsAs === "deduction" ? negate(slope) : slope;
}

/** Every number that an outcome compares the score with, and every end of a band, rising. */
function cutsOf(scheme: Scheme): readonly Amount[] {
  const numbers = scheme.outcomes
    .flatMap(({ when }) =>
      when ? questionsIn(when).flatMap((asked) => (asked.kind === "score" ? asked.interval : [])) : [],
    )
    .concat(scheme.bands.map(({ interval }) => interval))
    .flatMap(({ low, high }) => [low, high]);
  const amounts = numbers.flatMap((bound) => (bound ? [amount(bound.value)] : [])).sort(order);
  return amounts.filter((cut, i) => i === 0 || order(cut, amounts[i - 1]!) !== 0);
}
