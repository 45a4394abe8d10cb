/**
 * Standings → the breakdown that an auditor recomputes. Every node has a factor, what one of its points is worth in
 * the score; its contribution is factor × awarded. At every group the contributions of the children and the
 * adjustments of the group add up to the group's own: whatever is not passed on is written down.
 */
import { type Factor, exactOf, factor, formatAmount, minus, order, spelled, times, toAmount } from "../base/amount.js";
import { divide, multiply } from "../base/exact.js";
import type {
  Award,
  BoundCondition,
  GroupProgram,
  Hull,
  InstanceOf,
  KnownInstance,
  LeafProgram,
  NodeProgram,
  Program,
} from "../compile/program.js";
import type {
  Adjustment,
  Applicability,
  Because,
  Bounds,
  ComponentResult,
  EachNote,
  EffectResult,
  NodeResult,
  Read,
  Terms,
} from "../model/assessment.js";
import type { ExactText } from "../model/numbers.js";
import type { AbsorbedBy, Averaging, Coefficient } from "../model/rubric.js";
import type { ComponentStanding } from "./blend.js";
import { nameIn, seenFrom } from "./each.js";
import { effectResults } from "./effects.js";
import { groupSteps } from "./group-steps.js";
import { type Change, changeBy } from "./operate.js";
import { type Finished, coreOf } from "./outside.js";
import { pointWorths } from "./shares.js";
import type { Circumstances, Standing } from "./standing.js";

export function componentResult(
  { selected, root, applies, worth }: ComponentStanding,
  program: Program,
  now: Circumstances,
): ComponentResult {
  const { component, sheet } = selected;
  const { id, weight, countsAs, outside } = component;
  const base = {
    id,
    weight: weight === undefined ? null : spelled(weight),
    ...(countsAs && { countsAs }),
    ...(outside && { outside }),
  };
  if (!sheet || !root) {
    const asked = { key: id, condition: selected.applies, undecided: applies === "open" };
    const applicability = applicabilityOf(asked, now);
    const { terms } = selected;
    return { ...base, sheet: null, root: null, ...(applicability && { applicability }), ...(terms && { terms }) };
  }
  const printer: Printer = {
    now,
    display: program.display,
    usual: sheet.factor,
    usualText: formatAmount(toAmount(sheet.factor.exact)),
  };
  return { ...base, sheet: sheet.note, root: nodeResult(root, worth, printer) };
}

interface Printer {
  readonly now: Circumstances;
  /** The instance that is printed: its indicators are told apart by its name. */
  readonly instance?: KnownInstance;
  readonly display: Program["display"];
  /** The factor that awards have been printed with in advance, and how it is printed itself. */
  readonly usual: Factor;
  readonly usualText: ExactText;
}

/** `worth` is null while what the node is worth in the score is open. */
function nodeResult(standing: Standing, worth: Factor | null, printer: Printer): NodeResult {
  const { program, award } = standing;
  if (program.kind === "group") {
    const { instance } = program;
    if (!instance) return groupResult(standing, program, worth, printer);
    return groupResult(standing, program, worth, { ...printer, now: seenFrom(instance, printer.now), instance });
  }
  if (award !== null) return scoredLeaf(standing, program, award, worth, printer);
  const { node } = program;
  const { contribution, shortfall } = printedWorth(standing, worth);
  const result = {
    id: named(program, printer),
    title: node.title,
    level: node.level,
    points: program.printed,
    available: availableText(standing),
    awarded: null,
    bounds: standing.hull && boundsOf(standing.hull),
    status: standing.status,
    factor: factorText(worth, printer),
    contribution,
    shortfall,
    adjustments: NOTHING,
    rule: node.scoring.rule,
    standard: node.scoring,
    read: readsOf(program, printer),
    steps: NOTHING,
  };
  return cited(result, standing, printer);
}

function groupResult(standing: Standing, program: GroupProgram, worth: Factor | null, printer: Printer): NodeResult {
  const { node } = program;
  const { value } = standing;
  const { contribution, shortfall } = printedWorth(standing, worth);
  const exact = value === null ? "" : formatAmount(value);
  const result = {
    id: named(program, printer),
    title: node.title,
    level: node.level,
    points: program.printed,
    available: availableText(standing),
    awarded: value === null ? null : { exact, display: printer.display(value) },
    bounds: value === null ? standing.hull && boundsOf(standing.hull) : { least: exact, most: exact, tight: true },
    status: standing.status,
    factor: factorText(worth, printer),
    contribution,
    shortfall,
    adjustments: adjustmentsOf(standing.changes, worth),
    read: program.instance ? weightRead(program.instance) : coefficientRead(program, printer),
    steps: groupSteps(standing, exact, printer.now, (child) => named(child, printer)),
  };
  return withChildren(cited(result, standing, printer), childResults(standing, worth, printer));
}

/** What stands for an instance is named already. */
function named(program: NodeProgram, { instance }: Printer): string {
  const { id } = program.node;
  return instance === undefined || (program.kind === "group" && program.instance) ? id : nameIn(instance, id);
}

/** Of an instance what it is weighed by, where it is. */
function weightRead({ weighedBy, known }: InstanceOf): NodeResult["read"] {
  return weighedBy === undefined ? NOTHING : [known[weighedBy]!.read];
}

function coefficientRead({ coefficient }: GroupProgram, { now: { known } }: Printer): NodeResult["read"] {
  return coefficient ? [known[coefficient.slot]!.read] : NOTHING;
}

function availableText({ available, program }: Standing): ExactText | null {
  if (available === null) return null;
  return available === program.points ? program.printed : formatAmount(available);
}

/** The common case by itself: nearly everything about a scored leaf was printed when its award was made. */
function scoredLeaf(
  standing: Standing,
  program: LeafProgram,
  award: Award,
  worth: Factor | null,
  printer: Printer,
): NodeResult {
  const { node } = program;
  const { contribution, shortfall } = worth === printer.usual ? award : printedWorth(standing, worth);
  const { scoring } = node;
  const result = {
    id: named(program, printer),
    title: node.title,
    level: node.level,
    points: program.printed,
    available: program.printed,
    awarded: award.awarded,
    bounds: award.bounds,
    status: standing.status,
    factor: factorText(worth, printer),
    contribution,
    shortfall,
    adjustments: NOTHING,
    rule: scoring.rule,
    standard: scoring,
    read: readsOf(program, printer),
    steps: award.steps,
  };
  return cited(result, standing, printer);
}

interface Citing {
  each?: EachNote;
  instance?: NonNullable<NodeResult["instance"]>;
  combine?: Averaging;
  renormalise?: true;
  weight?: ExactText;
  effects?: readonly EffectResult[];
  coefficient?: Coefficient;
  clause?: string;
  source?: string;
  terms?: Terms;
  countsAs?: "bonus" | "deduction";
  absorbedBy?: AbsorbedBy;
  applicability?: Applicability;
}

type Printed = Omit<NodeResult, keyof Citing> & Citing;

/** Added behind the rest, where it belongs: a conditional spread inside the literal costs as much as everything else. */
function cited(result: Printed, standing: Standing, { now }: Printer): NodeResult {
  const { program } = standing;
  const { node, applies } = program;
  if (program.kind === "group") {
    if (program.instance) result.instance = instanceNote(program.instance);
    if (program.each) result.each = eachNote(program, now);
  }
  if (node.kind === "group" && node.combine !== "sum") result.combine = node.combine;
  if (node.kind === "group" && node.renormalise) result.renormalise = true;
  if (node.weight !== undefined) result.weight = spelled(node.weight);
  else if (result.instance && result.read.length > 0 && program.weight !== null)
    result.weight = formatAmount(program.weight);
  if (node.coefficient) result.coefficient = node.coefficient;
  if (program.terms) result.terms = program.terms;
  const effects = program.kind === "group" && effectResults(standing, now);
  if (effects) result.effects = effects;
  if (node.clause !== undefined) result.clause = node.clause;
  if (node.source !== undefined) result.source = node.source;
  const { countsAs } = node;
  if (countsAs.kind !== "ordinary") result.countsAs = countsAs.kind;
  if (countsAs.kind === "bonus") result.absorbedBy = countsAs.absorbedBy;
  if (applies || node.mayBeNotApplicable) {
    const asked = { key: program.key, condition: applies, undecided: standing.undecided };
    const found = applicabilityOf(asked, now);
    if (found) result.applicability = found;
  }
  return result;
}

function instanceNote({ list, id }: KnownInstance): NonNullable<NodeResult["instance"]> {
  return { list, id };
}

function eachNote({ node: { each } }: GroupProgram, { lists }: Circumstances): EachNote {
  const { title, state } = lists.get(each!.list)!;
  const note = { list: each!.list, title, state };
  return each!.weightBy === undefined ? note : { ...note, weightBy: each!.weightBy };
}

interface Asked {
  readonly key: string;
  readonly condition: BoundCondition | undefined;
  readonly undecided: boolean;
}

/** Asked once more, this time with every answer written down: few nodes may not apply, and fewer do not. */
function applicabilityOf({ key, condition, undecided }: Asked, now: Circumstances): Applicability | undefined {
  const because: Because[] = [];
  const answer = condition ? condition.evaluate(now, because) : "true";
  const declared = now.out.get(key);
  if (declared) return { applies: "no", declared, because };
  if (answer === "false") return { applies: "no", because };
  return undecided ? { applies: "open", because } : undefined;
}

function factorText(worth: Factor | null, { usual, usualText }: Printer): ExactText | null {
  if (worth === null) return null;
  return worth === usual ? usualText : formatAmount(toAmount(worth.exact));
}

function withChildren(
  result: NodeResult & { children?: readonly NodeResult[] },
  children: readonly NodeResult[],
): NodeResult {
  result.children = children;
  return result;
}

function printedWorth(
  { value, status, available }: Standing,
  worth: Factor | null,
): { readonly contribution: ExactText | null; readonly shortfall: ExactText | null } {
  if (status === "not-applicable") return { contribution: "0", shortfall: "0" };
  if (value === null || worth === null) return { contribution: null, shortfall: null };
  return {
    contribution: formatAmount(times(value, worth)),
    shortfall: formatAmount(times(minus(available!, value), worth)),
  };
}

function readsOf({ rule, coefficient }: LeafProgram, { now: { known } }: Printer): readonly Read[] {
  if (coefficient) return [...rule.reads, coefficient.slot].map((slot) => known[slot]!.read);
  // One read is by far the commonest: a list made by pushing would reserve room for more.
  if (rule.reads.length === 1) return [known[rule.reads[0]!]!.read];
  const reads: Read[] = [];
  for (const slot of rule.reads) reads.push(known[slot]!.read);
  return reads;
}

function adjustmentsOf(changes: Finished["changes"], worth: Factor | null): readonly Adjustment[] {
  if (changes.length === 0) return NOTHING;
  // What has joined contributes by itself.
  return changes.flatMap((change) => ("joined" in change ? [] : [adjustmentOf(change, worth)]));
}

/** Shared by all results, so nobody may add to it. */
const NOTHING: readonly never[] = Object.freeze([]);

function childResults(standing: Standing, worth: Factor | null, printer: Printer): readonly NodeResult[] {
  const outside = outsideFactor(standing, worth);
  const { program, children, undecided } = standing;
  if (program.kind === "group" && program.node.combine !== "sum") {
    const core = coreOf(program, children);
    const pointWorth = pointWorths(program, core);
    return children.map((child) => {
      if (child.program.joins !== "sum") return nodeResult(child, outside, printer);
      // Each has a scale of its own, and so a worth of its own.
      const point = worth === null || undecided ? null : pointWorth(child);
      return nodeResult(child, point && factor(multiply(worth!.exact, point)), printer);
    });
  }
  const below = childFactor(standing, worth);
  const results: NodeResult[] = [];
  for (const child of children)
    results.push(nodeResult(child, child.program.joins === "sum" ? below : outside, printer));
  return results;
}

/** Bonus and deduction are never divided; but where the group may be left empty, they count only if it is not. */
function outsideFactor({ program, undecided, status, children }: Standing, worth: Factor | null): Factor | null {
  if (worth === null || undecided || program.kind === "leaf" || program.isPlain) return null;
  if (status !== "scored" && coreOf(program, children).every((child) => child.applies !== "in")) return null;
  return worth;
}

/** One point of a child: as much as one of the group's own, or more where the group divides by less than its points. */
function childFactor({ program, divisor, undecided }: Standing, worth: Factor | null): Factor | null {
  if (worth === null || undecided || program.kind === "leaf") return null;
  if (!program.node.renormalise) return worth;
  if (divisor === null) return null;
  if (order(divisor, program.points) === 0) return worth;
  return factor(multiply(worth.exact, divide(exactOf(program.points), exactOf(divisor))));
}

export function boundsOf({ least, most, tight }: Hull): Bounds {
  return {
    least: least === null ? null : formatAmount(least),
    most: most === null ? null : formatAmount(most),
    tight,
  };
}

function adjustmentOf(change: Change, worth: Factor | null): Adjustment {
  const by = changeBy(change);
  return {
    cause: change.cause,
    by: formatAmount(by),
    contribution: worth === null ? null : formatAmount(times(by, worth)),
    because: {
      in: formatAmount(change.from),
      out: formatAmount(change.to),
      ...(change.effect !== undefined && { effect: change.effect }),
    },
  };
}
