/** What only shows when a scheme and its sheets are seen together: names, agreement, size. */
import { ZERO, compare, readExact } from "../base/exact.js";
import { staysInside } from "../base/reach.js";
import { nearest } from "../base/nearest.js";
import type { DiagnosticCode } from "../model/codes.js";
import type { Diagnostic, DiagnosticData, Subject } from "../model/diagnostic.js";
import type { FactDeclaration } from "../model/fact.js";
import type { Component, Rubric, Scheme } from "../model/rubric.js";
import type { LoadedRubric } from "../model/rubric-set.js";
import { conditionProblem } from "./condition-types.js";
import type { FoundSheets, LoadedScheme, LoadedSheet } from "./find.js";
import { type AskedIndicator, indicatorNames, indicatorsAsked, indicatorsNamed } from "./indicators.js";
import { conditionsTwice, unaskedSheets } from "./link-eligibility.js";
import {
  effectsAcrossInstances,
  idleInstances,
  instancesWith,
  nodesBelow,
  nodesPerInstance,
  outsideInstances,
} from "./link-instances.js";
import { outOfReach } from "./link-reach.js";
import { placed } from "./placed.js";
import { declarationKey } from "./slots.js";
import { type Use, usesOfDerivations, usesOfParts, usesOfScheme, usesOfSheet } from "./uses.js";

/** A sheet stands alone: what its indicators read, it declares. */
export function linkSheet(loaded: LoadedSheet, usedElsewhere: ReadonlySet<string>): readonly Diagnostic[] {
  const { rubric } = loaded;
  const uses = usesOfSheet(rubric);
  const declared = new Set(rubric.facts.map((fact) => fact.id));
  return [
    ...undeclared(loaded, uses, declared),
    ...outsideInstances(loaded, usesOfParts(rubric), new Map(rubric.facts.map((fact) => [fact.id, fact]))),
    ...effectsAcrossInstances(loaded),
    ...idleInstances(loaded),
    ...unused(loaded, new Set([...uses.map((use) => use.fact), ...usedElsewhere])),
  ];
}

export interface Linked {
  /** About the scheme and the sheets that are always in. */
  readonly diagnostics: readonly Diagnostic[];
  /** About the sheets that a fact sheet may choose. */
  readonly choices: readonly { readonly sheet: LoadedSheet; readonly diagnostics: readonly Diagnostic[] }[];
}

/** Names and agreement, before anything is bound. */
export function linkScheme(loaded: LoadedScheme, found: readonly FoundSheets[]): Linked {
  const uses = usesOfScheme(loaded.rubric);
  const derivations = usesOfDerivations(loaded.rubric);
  const isFixed = ({ component }: FoundSheets): boolean => "sheet" in component.from;
  const fixed = found.filter(isFixed).flatMap(({ sheets }) => sheets);
  const chosen = found.filter((entry) => !isFixed(entry)).flatMap(({ sheets }) => sheets);
  const always: readonly LoadedRubric[] = [loaded, ...fixed];
  const facts = new Map(always.flatMap(({ rubric }) => rubric.facts.map((fact) => [fact.id, fact] as const)));
  const usedByScheme = new Set([...uses, ...derivations].map((use) => use.fact));
  const clashes = conflicts(loaded, found);
  const twice = conditionsTwice(loaded, found);
  const about = (each: LoadedSheet) => [...(clashes.get(each) ?? []), ...(twice.get(each) ?? [])];
  const { sheet } = loaded.rubric;
  return {
    diagnostics: [
      ...undeclared(loaded, uses, new Set(facts.keys())),
      // The facts of a scheme that holds its sheet are those of the sheet, which tells about them.
      ...(sheet ? [] : undeclared(loaded, derivations, new Set(loaded.rubric.facts.map((fact) => fact.id)))),
      ...wrongTypes(loaded, uses, facts),
      ...outsideInstances(loaded, uses, facts),
      ...(sheet ? [] : unused(loaded, usedByScheme)),
      ...indicatorsAsked(loaded.rubric).flatMap((asked) => wrongIndicator(loaded, asked, found)),
      ...unaskedSheets(loaded, [...fixed, ...chosen]),
      ...fixed.flatMap((sheet) => [...linkSheet(sheet, usedByScheme), ...about(sheet)]),
    ],
    choices: chosen.map((sheet) => ({
      sheet,
      diagnostics: [...linkSheet(sheet, usedByScheme), ...about(sheet)],
    })),
  };
}

/** Whether a sheet can be blended as the scheme says. */
export function linkShare(loaded: LoadedScheme, { component }: FoundSheets, sheet: LoadedSheet): readonly Diagnostic[] {
  const { id, root, reach, mayVanish } = sheet.rubric;
  const subject: Subject = { kind: "component", id: component.id };
  const names = { component: component.id, sheet: id };
  const [least, most] = [reach.least ?? "−∞", reach.most ?? "+∞"];
  const params = { ...names, points: root.points, least, most };
  const raises =
    component.countsAs === "deduction" &&
    component.outside === "keep" &&
    (reach.least === null || compare(readExact(reach.least), ZERO) < 0);
  const unstated = !staysInside(reach, root.points) && component.outside === undefined;
  return [
    ...(unstated ? [placed(loaded, "outside-unstated", component.path, params, subject)] : []),
    ...(raises ? [placed(loaded, "deduction-may-raise", component.path, params, subject)] : []),
    ...(mayVanish && isUnanswered(component, loaded.rubric)
      ? [placed(sheet, "component-may-vanish", "", names, subject)]
      : []),
  ];
}

/** Other weights are left, and nothing says what becomes of them. */
function isUnanswered({ weight, ifNotApplicable }: Component, { blend, renormalise }: Scheme): boolean {
  const weighted = blend.filter((each) => each.weight !== undefined);
  return weight !== undefined && weighted.length > 1 && ifNotApplicable === "drop" && renormalise === undefined;
}

/** More nodes than any evaluation has: what is bound costs time and memory for each of them. */
const MOST_NODES = 20_000;

/** What is scored once for each of a thousand instances is multiplied by them. */
const MOST_PER_INSTANCE = 200;

/** Whether all of it together can be scored, and the goal be reached. */
export function linkWhole(loaded: LoadedScheme, found: readonly FoundSheets[]): readonly Diagnostic[] {
  const at = loaded.rubric.sheet ? "/indicators" : "/blend";
  const sheets = found.flatMap((entry) => entry.sheets.map(({ rubric }) => rubric));
  const nodes = sheets.reduce((total, { root }) => total + nodesBelow(root), 0);
  if (nodes > MOST_NODES) return [placed(loaded, "too-many-indicators", at, { count: nodes, limit: MOST_NODES })];
  const repeated = sheets.reduce((total, sheet) => total + nodesPerInstance(sheet), 0);
  if (repeated <= MOST_PER_INSTANCE) return outOfReach(loaded, found);
  return [placed(loaded, "each-too-large", at, { count: repeated, limit: MOST_PER_INSTANCE })];
}

function undeclared(loaded: LoadedRubric, uses: readonly Use[], declared: ReadonlySet<string>): readonly Diagnostic[] {
  const seen = new Set<string>();
  return uses.flatMap(({ fact, path, part }) => {
    const key = `${path} ${fact}`;
    if (declared.has(fact) || seen.has(key)) return [];
    seen.add(key);
    const params = { fact, nearest: nearest(fact, [...declared]) };
    return [placed(loaded, "fact-not-declared", path, params, { kind: "fact", id: fact }, undefined, part ?? "value")];
  });
}

/** A question about the breakdown that finds nothing to read, or does not say what. */
function wrongIndicator(
  loaded: LoadedScheme,
  { question: { kind, indicator }, path }: AskedIndicator,
  found: readonly FoundSheets[],
): readonly Diagnostic[] {
  const named = indicatorsNamed(indicator, found);
  const subject: Subject = { kind: "indicator", id: indicator };
  const add = (code: DiagnosticCode, params: DiagnosticData) => [
    placed(loaded, code, path, params, subject, undefined, "value"),
  ];
  if (named.length === 0)
    return add("indicator-not-found", { indicator, nearest: nearest(indicator, indicatorNames(found)) });
  if (named.length > 1)
    return add("indicator-ambiguous", { indicator, known: named.map(({ key }) => key), example: named[0]!.key });
  const { nodes } = named[0]!;
  const inside = nodes.flatMap((node) => instancesWith(node, kind, found))[0];
  if (inside) return add("indicator-of-instances", { indicator, group: inside.group, list: inside.list, key: kind });
  const isGroup = nodes.length === 0 || nodes.some((node) => node.kind === "group");
  return kind === "indicator" || isGroup ? [] : add("indicator-without-children", { indicator, key: kind });
}

function unused(loaded: LoadedRubric, used: ReadonlySet<string>): readonly Diagnostic[] {
  return loaded.rubric.facts
    .filter((fact) => !used.has(fact.id))
    .map((fact) => placed(loaded, "fact-not-used", fact.path, { fact: fact.id }, { kind: "fact", id: fact.id }));
}

/** Conditions on facts that the scheme itself declares have been checked when it was validated. */
function wrongTypes(
  loaded: LoadedScheme,
  uses: readonly Use[],
  facts: ReadonlyMap<string, FactDeclaration>,
): readonly Diagnostic[] {
  const own = new Set(loaded.rubric.facts.map((fact) => fact.id));
  return uses.flatMap(({ fact, path, user, condition }) => {
    const declaration = facts.get(fact);
    if (own.has(fact) || !declaration || !condition) return [];
    const expected = conditionProblem(condition, declaration);
    if (expected === undefined) return [];
    return [
      placed(
        loaded,
        "fact-type-mismatch",
        path,
        { user, fact, type: declaration.type, expected },
        { kind: "fact", id: fact },
      ),
    ];
  });
}

/**
 * Facts of rubrics that can meet in one assessment must be declared alike; alternatives of a component never meet.
 * A clash is laid to the later rubric: scheme and fixed sheets come first, then the choices.
 */
function conflicts(
  scheme: LoadedScheme,
  found: readonly FoundSheets[],
): ReadonlyMap<LoadedRubric, readonly Diagnostic[]> {
  const isFixed = ({ component }: FoundSheets): boolean => "sheet" in component.from;
  const ordered = [...found.filter(isFixed), ...found.filter((entry) => !isFixed(entry))];
  const sides: readonly (readonly LoadedRubric[])[] = [[scheme], ...ordered.map(({ sheets }) => sheets)];
  const clashes = new Map<LoadedRubric, Diagnostic[]>();
  sides.forEach((side, i) => {
    const earlier = sides.slice(0, i).flat();
    for (const later of side) {
      const found = new Map<string, Diagnostic>();
      for (const other of earlier.filter(({ rubric }) => rubric !== later.rubric)) addClashes(later, other, found);
      clashes.set(later, [...found.values()]);
    }
  });
  return clashes;
}

/** One clash for each fact: the first rubric that says it differently. */
function addClashes(later: LoadedRubric, earlier: LoadedRubric, found: Map<string, Diagnostic>): void {
  const facts = new Map(earlier.rubric.facts.map((fact) => [fact.id, fact]));
  for (const fact of later.rubric.facts) {
    const other = facts.get(fact.id);
    if (!other || found.has(fact.id) || declarationKey(other) === declarationKey(fact)) continue;
    found.set(fact.id, conflict(later, fact, earlier, other));
  }
}

function conflict(
  later: LoadedRubric,
  fact: FactDeclaration,
  earlier: LoadedRubric,
  other: FactDeclaration,
): Diagnostic {
  const params = {
    fact: fact.id,
    first: earlier.rubric.id,
    second: later.rubric.id,
    difference: differences(other, fact),
  };
  const range = earlier.locate?.(other.path, "key");
  const first = {
    message: { zh: "第一处声明在这里", en: "first declared here" },
    ...(earlier.file !== undefined && { file: earlier.file }),
    path: other.path,
    ...(range && { range }),
  };
  return placed(later, "fact-conflict", fact.path, params, { kind: "fact", id: fact.id }, [first]);
}

function differences(a: FactDeclaration, b: FactDeclaration): readonly string[] {
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  const keys = new Set([...left.map(([key]) => key), ...right.keys()]);
  keys.delete("path");
  const values = new Map(left);
  return [...keys].filter((key) => JSON.stringify(values.get(key)) !== JSON.stringify(right.get(key))).sort();
}

/** Sheets that no scheme of the set reaches: they are linked by themselves. */
export function sheetsOutside(loaded: readonly LoadedRubric[], schemes: readonly Scheme[]): readonly LoadedSheet[] {
  const reached = (rubric: Rubric): boolean =>
    rubric.kind === "sheet" &&
    schemes.some(
      (scheme) =>
        !scheme.sheet &&
        scheme.blend.some(({ from }) =>
          "sheet" in from ? from.sheet === rubric.id : from.oneOf.includes(rubric.category),
        ),
    );
  return loaded.filter((entry): entry is LoadedSheet => entry.rubric.kind === "sheet" && !reached(entry.rubric));
}
