/** Indicators bound for scoring, in the place that their sheet has in a scheme. */
import {
  type Amount,
  type Factor,
  amount,
  formatAmount,
  minus,
  order,
  spelled,
  times,
  product,
  ONE_AMOUNT,
} from "../base/amount.js";
import { deepFreeze } from "../base/freeze.js";
import type { Step, Terms } from "../model/assessment.js";
import type { FactDeclaration } from "../model/fact.js";
import type { DecimalText } from "../model/numbers.js";
import type { Component, Group, Indicator, Leaf, Limit } from "../model/rubric.js";
import { bindCoefficient } from "./coefficient.js";
import { type ConditionContext, bindCondition } from "./conditions.js";
import { clamp, pointHull } from "./hull.js";
import type { Award, BoundCondition, Finish, GroupProgram, Joins, LeafProgram, NodeProgram } from "./program.js";
import { termsOf } from "./notes.js";
import { bindEffects, bindOperations } from "./operations.js";
import { bindRounding } from "./rounding.js";
import { bindRule } from "./rules.js";
import { type SlotTable, atMostTwice, bindJudgement } from "./slots.js";

export interface SheetPlace {
  /** Its id is the first part of every node's key. */
  readonly component: Component;
  readonly factor: Factor;
  readonly display: (value: Amount) => DecimalText;
  /** Whether the component applies at all, and what becomes of it where it does not. */
  readonly applies: BoundCondition | undefined;
  readonly terms: Terms | undefined;
}

/** Where facts are read: of the enterprise, or of one instance of a list. */
export interface FactScope {
  readonly list: string | undefined;
  readonly table: SlotTable;
  readonly countedFrom: Set<number>;
  readonly slotOf: (fact: string) => number;
  readonly judgements: number[];
}

export interface SheetContext extends SheetPlace {
  readonly scope: FactScope;
  /** By list. */
  readonly scopes: ReadonlyMap<string, FactScope>;
  readonly declarations: ReadonlyMap<string, FactDeclaration>;
  readonly nodes: Map<string, NodeProgram>;
  /** Of every indicator of the sheet. */
  readonly ids: ReadonlySet<string>;
}

function bindNode(node: Indicator, joins: Joins, context: SheetContext): NodeProgram {
  const program = node.kind === "leaf" ? bindLeaf(node, joins, context) : bindGroup(node, joins, context);
  context.nodes.set(node.id, program);
  return program;
}

export function bindGroup(node: Group, joins: Joins, context: SheetContext): GroupProgram {
  const shared = common(node, joins, context);
  const { each } = node;
  const inside = each ? { ...context, scope: context.scopes.get(each.list)! } : context;
  const hasOrdinary = node.children.some(({ countsAs }) => countsAs.kind === "ordinary");
  const children = node.children.map((child) => bindNode(child, hasOrdinary ? joinsOf(child, node) : "sum", inside));
  const { coefficient, floor, cap, round } = shared;
  const isSplit = children.some((child) => child.joins === "behind");
  const isPlain = children.every((child) => child.joins === "sum");
  const effects = node.effects.map((effect) => ({
    effect,
    when: bindCondition(effect.when, { ...conditionContext(context), indicator: keyIn(context) }),
  }));
  return {
    kind: "group",
    node,
    ...shared,
    effects,
    operations: bindOperations({
      coefficient,
      effects: bindEffects(effects, rawIn(context)),
      floor,
      cap,
      round: isSplit ? undefined : round,
    }),
    finishing: isSplit ? bindOperations({ round }) : [],
    children,
    // What is combined of a group that is scored for each instance are its instances.
    hasOrdinary: each !== undefined || hasOrdinary,
    isPlain: each !== undefined || isPlain,
    each: each && {
      list: each.list,
      weight: each.weightBy === undefined ? undefined : inside.scope.slotOf(each.weightBy),
      hasOrdinary,
      isPlain,
    },
    instance: undefined,
  };
}

/** A bonus that nobody absorbs joins behind the cap only at the sheet itself: on the way there, nothing caps it. */
function joinsOf({ countsAs }: Indicator, { level }: Group): Joins {
  if (countsAs.kind === "ordinary") return "sum";
  return countsAs.kind === "bonus" && countsAs.absorbedBy === "none" && level === 0 ? "behind" : "beside";
}

function bindLeaf(node: Leaf, joins: Joins, context: SheetContext): LeafProgram {
  const shared = common(node, joins, context);
  const { table, slotOf, judgements } = context.scope;
  const whole = bindFinish(shared, context);
  // A rule inside another, or before a coefficient, is limited and rounded with the whole, not by itself.
  const bare = bindFinish({ points: shared.points, floor: undefined, cap: undefined, round: undefined }, context);
  const finish = shared.coefficient ? bare : whole;
  const rule = bindRule(node.scoring, {
    slot: slotOf,
    fact: (fact) => context.declarations.get(fact)!,
    judgement: (interpret) => {
      const slot = bindJudgement(node.id, shared.key, interpret, table);
      judgements.push(slot);
      return slot;
    },
    finish,
    constant: (value, steps) => deepFreeze(finish(value, steps)),
    bare,
    bind: bindRule,
    condition: (condition) => bindCondition(condition, conditionContext(context)),
  });
  const rawOf = rawIn(context);
  return {
    kind: "leaf",
    node,
    ...shared,
    rule,
    raw: rawOf(rule.reads),
    rawOf,
    whenMissing:
      node.whenMissing === undefined
        ? undefined
        : deepFreeze(finish(amount(node.whenMissing), [missingStep(node.whenMissing)])),
    multiplied: (award, by) => {
      const result = product(award.points, by);
      const step = coefficientStep(award.points, by, result, node.coefficient!.fact);
      return whole(result, [...award.steps, step]);
    },
    full: notApplicable(shared.points, shared.points, context),
    zero: notApplicable(0, shared.points, context),
  };
}

/** An indicator of the sheet by its id; the sheet's own id stands for the sheet, unless an indicator has it. */
function keyIn({ component, ids }: SheetContext): (id: string) => string {
  return (id) => (ids.has(id) ? `${component.id}/${id}` : component.id);
}

/** Supplied facts beneath some slots. */
function rawIn({ scope: { table } }: SheetContext): (slots: readonly number[]) => readonly number[] {
  return (slots) => atMostTwice(slots.flatMap((slot) => table.slots[slot]!.raw));
}

function common(
  node: Indicator,
  joins: Joins,
  context: SheetContext,
): Omit<LeafProgram, "kind" | "node" | "rule" | "raw" | "rawOf" | "whenMissing" | "multiplied" | "full" | "zero"> {
  const { scope } = context;
  const { id } = context.component;
  const key = node.level === 0 ? id : `${id}/${node.id}`;
  return {
    key,
    terms: termsOf(node),
    points: amount(node.points),
    printed: spelled(node.points),
    weight: node.weight === undefined ? ONE_AMOUNT : amount(node.weight),
    coefficient: node.coefficient && bindCoefficient(node.coefficient, scope.slotOf, rawIn(context)),
    floor: boundLimit(node.floor),
    cap: boundLimit(node.cap),
    round: bindRounding(node.round),
    joins,
    applies: node.appliesWhen && bindCondition(node.appliesWhen, conditionContext(context)),
    list: scope.list,
  };
}

export function conditionContext({ scope, declarations }: SheetContext): ConditionContext {
  return { slot: scope.slotOf, fact: (fact) => declarations.get(fact)!, countedFrom: scope.countedFrom };
}

export function boundLimit(value: Limit | undefined): Amount | undefined {
  return value === undefined || value === "none" ? undefined : amount(value);
}

function missingStep(points: DecimalText): Step {
  return { op: "when-missing", in: [], out: formatAmount(amount(points)) };
}

function coefficientStep(points: Amount, by: Amount, result: Amount, fact: string): Step {
  return {
    op: "coefficient",
    in: [formatAmount(points), formatAmount(by)],
    out: formatAmount(result),
    note: { fact },
  };
}

/** Floor, cap, rounding, and the text of everything that is printed about the points. */
function bindFinish(
  { points, floor, cap, round }: Pick<LeafProgram, "points" | "floor" | "cap" | "round">,
  place: SheetPlace,
): Finish {
  return (value, steps) => {
    const limited = clamp(value, floor, cap);
    const result = round ? round.apply(limited) : limited;
    if (limited === value && order(result, limited) === 0) return awardOf(value, steps, points, place);
    const raised = clamp(value, floor, undefined);
    const all = [...steps];
    if (raised !== value) all.push({ op: "floor", in: [formatAmount(value)], out: formatAmount(raised) });
    if (limited !== raised) all.push({ op: "cap", in: [formatAmount(raised)], out: formatAmount(limited) });
    if (order(result, limited) !== 0) {
      const note = { ...round!.rounding };
      all.push({ op: "rounding", in: [formatAmount(limited)], out: formatAmount(result), note });
    }
    return awardOf(result, all, points, place);
  };
}

/** A node that does not apply and stays in is worth its stated share, floor and cap notwithstanding. */
function notApplicable(value: Amount, points: Amount, place: SheetPlace): Award {
  return deepFreeze(awardOf(value, [{ op: "not-applicable", in: [], out: formatAmount(value) }], points, place));
}

function awardOf(value: Amount, steps: readonly Step[], points: Amount, { factor, display }: SheetPlace): Award {
  const exact = formatAmount(value);
  return {
    points: value,
    steps,
    hull: pointHull(value),
    awarded: { exact, display: display(value) },
    bounds: { least: exact, most: exact, tight: true },
    contribution: formatAmount(times(value, factor)),
    shortfall: formatAmount(times(minus(points, value), factor)),
  };
}
