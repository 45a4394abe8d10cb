/** What golden cases have touched of the rubrics they are about, and what they have not. */
import { readExact } from "../base/exact.js";
import { describeInterval } from "../base/interval.js";
import type {
  Assessment,
  ConditionResult,
  EffectResult,
  EntryNote,
  FactNote,
  NodeResult,
  ReadValue,
  SchemeEffectResult,
  Step,
} from "../model/assessment.js";
import type { CoverageGroup, RubricCoverage } from "../model/cases.js";
import type { Scheme } from "../model/rubric.js";
import type { ConditionalRule } from "../model/scoring.js";
import type { ScoredCase } from "./cases.js";
import { type Boundary, boundariesOf, isTriedBy } from "./boundaries.js";

/** Something that a case can touch, and whether one has. */
export interface Cell {
  readonly kind: CoverageGroup["kind"];
  readonly id: string;
  readonly what: string;
  /** Of a boundary: the value that should be tried. */
  readonly boundary?: Boundary;
  hit: boolean;
}

/** The cells of one rubric. */
export interface Covered {
  readonly rubric: RubricCoverage["rubric"];
  readonly cells: ReadonlyMap<string, Cell>;
}

/** Rubrics in the order in which cases first used them. */
export function coverageOf(scored: readonly ScoredCase[]): readonly Covered[] {
  const found = new Map<string, { readonly rubric: RubricCoverage["rubric"]; readonly cells: Map<string, Cell> }>();
  const cellsOf = (kind: "scheme" | "sheet", { id, version }: { readonly id: string; readonly version: string }) => {
    const key = `${kind} ${id}@${version}`;
    const before = found.get(key) ?? { rubric: { kind, id, version }, cells: new Map<string, Cell>() };
    found.set(key, before);
    return before.cells;
  };
  for (const { loaded, compiled, assessment } of scored) {
    const { scheme } = compiled.program;
    if (loaded.cases.of.kind === "scheme") touchScheme(scheme, assessment, toucher(cellsOf("scheme", scheme)));
    const { facts, instances = [] } = assessment;
    const all = [...facts.map((fact) => fact.declared), ...instances.flatMap((list) => list.declared)];
    const declared = new Map(all.map((fact) => [fact.id, fact]));
    for (const { id, sheet, root } of assessment.components) {
      if (!sheet || !root) continue;
      const touch = toucher(cellsOf(scheme.sheet ? "scheme" : "sheet", sheet));
      touchNode(root, declared, touch);
      const { conditions } = assessment.eligibility;
      touchConditions(
        conditions.filter(({ from }) => from?.component === id),
        touch,
      );
    }
  }
  return [...found.values()];
}

const KINDS = [
  "tiers",
  "options",
  "items",
  "lines",
  "conditions",
  "effects",
  "bands",
  "outcomes",
  "boundaries",
] as const;

/** Counted, with what is missing; kinds that a rubric has none of are left out. */
export function summaryOf({ rubric, cells }: Covered): RubricCoverage {
  const all = [...cells.values()];
  const groups = KINDS.flatMap((kind): readonly CoverageGroup[] => {
    const own = all.filter((cell) => cell.kind === kind);
    if (own.length === 0) return [];
    const missing = own.filter(({ hit }) => !hit).map(({ id, what }) => ({ id, what }));
    const covered = own.length - missing.length;
    return [{ kind, covered, total: own.length, percent: Math.floor((100 * covered) / own.length), missing }];
  });
  return { rubric, groups };
}

/** Whichever instance touches it: the indicator is one. */
function indicatorOf(id: string): string {
  return id.replace(/\[.*$/, "");
}

type Touch = (cell: Omit<Cell, "hit">, hit: boolean) => void;

function toucher(cells: Map<string, Cell>): Touch {
  return (cell, hit) => {
    const key = `${cell.kind} ${cell.id} ${cell.what}`;
    const before = cells.get(key);
    if (!before) cells.set(key, { ...cell, hit });
    else if (hit) before.hit = true;
  };
}

function touchScheme(
  scheme: Scheme,
  { eligibility, preferences, effects = [], decision }: Assessment,
  touch: Touch,
): void {
  touchConditions([...eligibility.conditions.filter(({ from }) => !from), ...preferences], touch);
  effects.forEach((effect, i) => touchEffect(scheme.id, effect, i, touch));
  for (const { id } of scheme.bands) touch({ kind: "bands", id, what: "" }, decision.band === id);
  for (const { id } of scheme.outcomes) touch({ kind: "outcomes", id, what: "" }, decision.outcome === id);
}

function touchConditions(conditions: readonly ConditionResult[], touch: Touch): void {
  for (const { id, status, appliesWhen } of conditions) {
    const statuses = ["satisfied", "failed", "unknown", ...(appliesWhen ? ["not-applicable"] : [])];
    for (const each of statuses) touch({ kind: "conditions", id, what: each }, status === each);
  }
}

function touchNode(node: NodeResult, declared: ReadonlyMap<string, FactNote>, touch: Touch): void {
  if (node.standard) touchLeaf(node, node.standard, declared, touch);
  (node.effects ?? []).forEach((effect, i) => touchEffect(indicatorOf(node.id), effect, i, touch));
  for (const { option } of node.coefficient?.values ?? []) {
    const { fact } = node.coefficient!;
    const read = node.status === "not-applicable" ? undefined : node.read[node.read.length - 1];
    touch(
      { kind: "options", id: indicatorOf(node.id), what: `× ${fact}: ${option}` },
      read?.state === "given" && String(read.value) === option,
    );
  }
  for (const child of node.children ?? []) touchNode(child, declared, touch);
}

function touchEffect(id: string, { action, result }: EffectResult | SchemeEffectResult, i: number, touch: Touch): void {
  touch({ kind: "effects", id, what: `[${i + 1}] ${Object.values(action).join(" ")}` }, result === "true");
}

function touchLeaf(
  leaf: NodeResult,
  rule: NonNullable<NodeResult["standard"]>,
  declared: ReadonlyMap<string, FactNote>,
  touch: Touch,
): void {
  const values = new Map(leaf.read.flatMap(({ fact, state, value }) => (state === "given" ? [[fact, value]] : [])));
  // What does not apply is not asked: its facts decide nothing.
  const isAsked = leaf.status !== "not-applicable";
  const given = (fact: string): ReadValue | undefined => (isAsked ? values.get(fact) : undefined);
  touchRule({ rule, id: indicatorOf(leaf.id), place: "", given, steps: leaf.steps }, declared, touch);
}

/** A rule as a leaf used it, or a rule inside it. */
interface Used {
  readonly rule: NonNullable<NodeResult["standard"]>;
  readonly id: string;
  /** In front of what is told of a rule inside another: `[2] `. */
  readonly place: string;
  /** Undefined where the fact is not given, or the rule was not asked. */
  readonly given: (fact: string) => ReadValue | undefined;
  readonly steps: readonly Step[];
}

function touchRule(used: Used, declared: ReadonlyMap<string, FactNote>, touch: Touch): void {
  const { rule, id, place, given, steps } = used;
  switch (rule.rule) {
    case "tiers": {
      touchTiers(used, "tiers", rule.tiers, touch);
      const fact = declared.get(rule.fact);
      const value = given(rule.fact);
      for (const boundary of fact ? boundariesOf(rule, fact) : []) {
        const what = `${place}${wordsFor(boundary)}`;
        const hit = typeof value === "string" && isTriedBy(boundary, readExact(value));
        touch({ kind: "boundaries", id, what, boundary }, hit);
      }
      return;
    }
    case "flag":
      for (const answer of [true, false])
        touch({ kind: "options", id, what: `${place}${rule.fact}: ${answer}` }, given(rule.fact) === answer);
      return;
    case "choice":
    case "levels": {
      const value = given(rule.fact);
      const held = Array.isArray(value) ? (value as readonly string[]) : [value];
      for (const { option } of rule.points)
        touch({ kind: "options", id, what: `${place}${rule.fact}: ${option}` }, held.includes(option));
      return;
    }
    case "checklist": {
      for (const item of rule.items) {
        const fact = typeof item === "string" ? item : item.fact;
        for (const answer of [true, false])
          touch({ kind: "items", id, what: `${place}${fact}: ${answer}` }, given(fact) === answer);
      }
      if (rule.mode === "ladder") touchTiers(used, "checklist-ladder", rule.tiers, touch);
      return;
    }
    case "events": {
      const notes = steps.flatMap(({ op, note }) => (op === "event" ? [note as unknown as EntryNote] : []));
      rule.lines.forEach(({ kind, points }, i) => {
        const what = `${place}${rule.fact}[${i + 1}] ${kind ?? "*"} ${points}`;
        touch(
          { kind: "lines", id, what },
          notes.some(({ line }) => line === i),
        );
      });
      rule.restore?.forEach((_, i) => {
        const what = `${place}${rule.fact} restore[${i + 1}]`;
        touch(
          { kind: "lines", id, what },
          notes.some(({ restored }) => restored?.line === i),
        );
      });
      return;
    }
    case "best_of":
      return touchInner(used, rule.of, "best-of", declared, touch);
    case "first_of":
      return touchInner(used, rule.of, "first-of", declared, touch);
    case "parts":
      return touchInner(used, rule.parts, undefined, declared, touch);
    // Nothing of theirs has a name that a case could touch.
    case "linear":
    case "steps":
    case "imported":
    case "judged":
    case "panel":
    case "table":
      return;
    default:
      return rule satisfies never;
  }
}

/** Each of several rules: whether it was the one that counts, or, where all add up, whether its condition held. */
function touchInner(
  { id, given, steps }: Used,
  inner: readonly ConditionalRule[],
  chooses: "best-of" | "first-of" | undefined,
  declared: ReadonlyMap<string, FactNote>,
  touch: Touch,
): void {
  const chosen = steps.find(({ op }) => op === chooses)?.note?.["index"];
  inner.forEach(({ scoring, when }, i) => {
    const note = steps.find(({ op, note: each }) => (op === "option" || op === "part") && each?.["index"] === i)?.note;
    const isUsed = note !== undefined && note["when"] !== "false";
    const place = `[${i + 1}]`;
    if (chooses) touch({ kind: "options", id, what: place }, chosen === i);
    else if (when)
      for (const answer of [true, false])
        touch({ kind: "options", id, what: `${place}: ${answer}` }, note !== undefined && isUsed === answer);
    const own = (isUsed ? note["steps"] : undefined) as readonly Step[] | undefined;
    const asked = (fact: string): ReadValue | undefined => (isUsed ? given(fact) : undefined);
    touchRule({ rule: scoring, id, place: `${place} `, given: asked, steps: own ?? [] }, declared, touch);
  });
}

function touchTiers(
  { id, place, steps }: Used,
  op: string,
  tiers: readonly { readonly interval: Parameters<typeof describeInterval>[0] }[],
  touch: Touch,
): void {
  const index = steps.find((step) => step.op === op)?.note?.["index"];
  tiers.forEach(({ interval }, i) => {
    const words = describeInterval(interval)
      .map((each) => each.join(" "))
      .join(", ");
    touch({ kind: "tiers", id, what: `${place}${words}` }, index === i);
  });
}

/** In signs, which both languages read. */
export function wordsFor({ fact, bound, side, value }: Boundary): string {
  if (side === "at") return `${fact} = ${value}`;
  return `${fact} = ${value} ${side === "below" ? "<" : ">"} ${bound}`;
}
