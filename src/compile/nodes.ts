/** Indicators bound for scoring: a sheet in its place in a scheme. */
import {
  type Amount,
  type Factor,
  amount,
  formatAmount,
  minus,
  order,
  spelled,
  times,
  wholeAmount,
} from "../base/amount.js";
import { deepFreeze } from "../base/freeze.js";
import type { Step } from "../model/assessment.js";
import type { FactDeclaration } from "../model/fact.js";
import type { DecimalText } from "../model/numbers.js";
import type { Group, Indicator, Leaf, Limit, Sheet } from "../model/rubric.js";
import { type ConditionContext, bindCondition } from "./conditions.js";
import { clamp, pointHull } from "./hull.js";
import type { Award, Finish, GroupProgram, Joins, LeafProgram, NodeProgram, SheetProgram } from "./program.js";
import { factPlaces, sheetNote, termsOf } from "./notes.js";
import { bindOperations } from "./operations.js";
import { bindRounding } from "./rounding.js";
import { bindRule } from "./rules.js";
import { type SlotTable, atMostTwice, bindFacts, bindJudgement } from "./slots.js";

export interface SheetPlace {
  /** The component's id: the first part of every node's key. */
  readonly component: string;
  readonly factor: Factor;
  readonly display: (value: Amount) => DecimalText;
}

interface SheetContext extends SheetPlace {
  readonly table: SlotTable;
  readonly countedFrom: Set<number>;
  readonly facts: ReadonlyMap<string, number>;
  readonly declarations: ReadonlyMap<string, FactDeclaration>;
  readonly nodes: Map<string, NodeProgram>;
  readonly judgements: number[];
}

export function bindSheet(sheet: Sheet, place: SheetPlace, table: SlotTable): SheetProgram {
  const countedFrom = new Set<number>();
  const facts = bindFacts(sheet.facts, table, countedFrom);
  const declarations = new Map(sheet.facts.map((fact) => [fact.id, fact]));
  const context: SheetContext = { ...place, table, countedFrom, facts, declarations, nodes: new Map(), judgements: [] };
  const root = bindGroup(sheet.root, "sum", context);
  const slots = [...new Set([...facts.values(), ...context.judgements])].sort((a, b) => a - b);
  const missable = new Set([...context.nodes.values()].flatMap((node) => missableOf(node, table)));
  return {
    sheet,
    note: sheetNote(sheet),
    factPlaces: factPlaces(sheet.facts, facts),
    root,
    factor: place.factor,
    facts,
    slots,
    countedFrom,
    missable,
    nodes: context.nodes,
  };
}

function missableOf(program: NodeProgram, { slots }: SlotTable): readonly number[] {
  const asked = program.applies?.missable.flatMap((slot) => slots[slot]!.raw) ?? [];
  if (program.kind === "group") return asked;
  const inside = program.rule.missable?.flatMap((slot) => slots[slot]!.raw) ?? [];
  return [...asked, ...inside, ...(program.whenMissing ? program.raw : [])];
}

function bindNode(node: Indicator, joins: Joins, context: SheetContext): NodeProgram {
  const program = node.kind === "leaf" ? bindLeaf(node, joins, context) : bindGroup(node, joins, context);
  context.nodes.set(node.id, program);
  return program;
}

function bindGroup(node: Group, joins: Joins, context: SheetContext): GroupProgram {
  const shared = common(node, joins, context);
  const hasOrdinary = node.children.some(({ countsAs }) => countsAs.kind === "ordinary");
  const children = node.children.map((child) => bindNode(child, hasOrdinary ? joinsOf(child, node) : "sum", context));
  const { floor, cap, round } = shared;
  const isSplit = children.some((child) => child.joins === "behind");
  return {
    kind: "group",
    node,
    ...shared,
    operations: bindOperations(isSplit ? { floor, cap } : shared),
    finishing: isSplit ? bindOperations({ round }) : [],
    children,
    hasOrdinary,
    isPlain: children.every((child) => child.joins === "sum"),
  };
}

/** A bonus that nobody absorbs joins behind the cap only at the sheet itself: on the way there, nothing caps it. */
function joinsOf({ countsAs }: Indicator, { level }: Group): Joins {
  if (countsAs.kind === "ordinary") return "sum";
  return countsAs.kind === "bonus" && countsAs.absorbedBy === "none" && level === 0 ? "behind" : "beside";
}

function bindLeaf(node: Leaf, joins: Joins, context: SheetContext): LeafProgram {
  const shared = common(node, joins, context);
  const { table } = context;
  const finish = bindFinish(shared, context);
  const rule = bindRule(node.scoring, {
    slot: (fact) => context.facts.get(fact)!,
    fact: (fact) => context.declarations.get(fact)!,
    judgement: (interpret) => {
      const slot = bindJudgement(node.id, shared.key, interpret, table);
      context.judgements.push(slot);
      return slot;
    },
    finish,
    constant: (value, steps) => deepFreeze(finish(value, steps)),
    // A rule inside another is limited and rounded with the whole, not by itself.
    bare: bindFinish({ points: shared.points, floor: undefined, cap: undefined, round: undefined }, context),
    bind: bindRule,
    condition: (condition) => bindCondition(condition, conditionContext(context)),
  });
  const rawOf = (slots: readonly number[]) => atMostTwice(slots.flatMap((slot) => table.slots[slot]!.raw));
  return {
    kind: "leaf",
    node,
    ...shared,
    rule,
    terms: termsOf(node),
    raw: rawOf(rule.reads),
    rawOf,
    whenMissing:
      node.whenMissing === undefined
        ? undefined
        : deepFreeze(finish(amount(node.whenMissing), [missingStep(node.whenMissing)])),
    full: notApplicable(shared.points, shared.points, context),
    zero: notApplicable(0, shared.points, context),
  };
}

function common(
  node: Indicator,
  joins: Joins,
  context: SheetContext,
): Omit<LeafProgram, "kind" | "node" | "rule" | "terms" | "raw" | "rawOf" | "whenMissing" | "full" | "zero"> {
  const key = node.level === 0 ? context.component : `${context.component}/${node.id}`;
  return {
    key,
    points: amount(node.points),
    printed: spelled(node.points),
    weight: node.weight === undefined ? ONE : amount(node.weight),
    floor: boundLimit(node.floor),
    cap: boundLimit(node.cap),
    round: bindRounding(node.round),
    joins,
    applies: node.appliesWhen && bindCondition(node.appliesWhen, conditionContext(context)),
  };
}

const ONE = wholeAmount(1);

function conditionContext({ facts, declarations, countedFrom }: SheetContext): ConditionContext {
  return { slot: (fact) => facts.get(fact)!, fact: (fact) => declarations.get(fact)!, countedFrom };
}

export function boundLimit(value: Limit | undefined): Amount | undefined {
  return value === undefined || value === "none" ? undefined : amount(value);
}

function missingStep(points: DecimalText): Step {
  return { op: "when-missing", in: [], out: formatAmount(amount(points)) };
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
