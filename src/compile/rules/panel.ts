/** `panel`: the mean of what several assessors awarded, without the ends, or weighted by class. */
import {
  type Amount,
  amount,
  factor,
  formatAmount,
  order,
  plus,
  spelled,
  times,
  wholeAmount,
  quotient,
} from "../../base/amount.js";
import { exact } from "../../base/exact.js";
import { nearest } from "../../base/nearest.js";
import { pointer } from "../../base/pointer.js";
import type { JudgementResult, Step } from "../../model/assessment.js";
import type { Judgement } from "../../model/fact.js";
import type { ClassWeight, PanelRule } from "../../model/scoring.js";
import { hullOf } from "../hull.js";
import type { BoundRule, Judged, Panel, ReadJudgement, Report, Vote } from "../program.js";
import type { RuleContext } from "../rules.js";
import { bindScale } from "../scale.js";

export function bindPanel(rule: PanelRule, { judgement, finish }: RuleContext): BoundRule {
  const read = judgement(readerOf(rule));
  const range = hullOf([amount(rule.low), amount(rule.high)]);
  const count = rule.weights ? bindWeighted(rule.weights) : meanOfAll;
  return {
    reads: [read],
    judgement: read,
    award: (known) => {
      const { result, steps } = count((known[read]!.value as Panel).votes);
      return finish(result, steps);
    },
    // A mean, weighted or not, never leaves the scale.
    hull: () => range,
  };
}

type Counted = { readonly result: Amount; readonly steps: readonly Step[] };

function meanOfAll(votes: readonly Vote[]): Counted {
  const counted = votes.filter(({ excluded }) => excluded === undefined).map(({ points }) => points);
  const result = meanOf(counted);
  const note = { of: votes.length };
  return { result, steps: [{ op: "panel", in: counted.map(formatAmount), out: formatAmount(result), note }] };
}

/** The mean of each class, and of these the weighted sum. */
function bindWeighted(weights: readonly ClassWeight[]): (votes: readonly Vote[]) => Counted {
  const classes = weights.map((each) => ({ ...each, factor: factor(exact(each.weight)) }));
  return (votes) => {
    let result: Amount = 0;
    const steps: Step[] = [];
    for (const { class: name, weight, factor: by } of classes) {
      const points = votes.filter(({ as }) => as === name).map((vote) => vote.points);
      const mean = meanOf(points);
      result = plus(result, times(mean, by));
      const note = { class: name, weight: spelled(weight) };
      steps.push({ op: "panel-class", in: points.map(formatAmount), out: formatAmount(mean), note });
    }
    const means = steps.map(({ out }) => out);
    return { result, steps: [...steps, { op: "panel", in: means, out: formatAmount(result) }] };
  };
}

function meanOf(points: readonly Amount[]): Amount {
  return quotient(points.reduce(plus, 0), wholeAmount(points.length));
}

function readerOf(rule: PanelRule): ReadJudgement {
  const readPoints = bindScale(rule);
  const classes = rule.weights?.map((each) => each.class);
  return (supplied, report) => {
    if (!("judgements" in supplied)) {
      // One that is wrong in itself has been reported, and the rest can wait.
      if (!supplied.invalid) report("judgement-not-a-list", {});
      return { state: "invalid", value: null, print: {} };
    }
    const { judgements } = supplied;
    const points = judgements.map((each, i) =>
      each.invalid ? undefined : readPoints(each.points, report, pointer(pointer("", i), "points")),
    );
    const named = classes === undefined || reportClasses(judgements, classes, report);
    const single = reportTwice(judgements, report);
    if (points.some((each) => each === undefined) || !named || !single)
      return { state: "invalid", value: null, print: { judgements: judgements.map(printed(points)) } };
    return panelOf(rule, judgements, points as readonly Amount[], report);
  };
}

function panelOf(rule: PanelRule, judgements: readonly Judgement[], points: readonly Amount[], report: Report): Judged {
  if (isShort(rule, judgements, report))
    return { state: "short", value: null, print: { judgements: judgements.map(printed(points)) } };
  const excluded = excludedOf(points, rule.trim);
  const votes = points.map((each, i): Vote => ({ points: each, as: judgements[i]!.as, excluded: excluded[i] }));
  const print = { value: votes.length, judgements: judgements.map(printed(points, excluded)) };
  return { state: "given", value: { votes }, print };
}

/** A judgement of a class that has no weight has no place in the mean. */
function reportClasses(judgements: readonly Judgement[], classes: readonly string[], report: Report): boolean {
  let all = true;
  for (const [i, { as = "", invalid }] of judgements.entries()) {
    if (invalid || classes.includes(as)) continue;
    all = false;
    const near = as === "" ? [] : nearest(as, classes);
    report("judgement-class-unknown", { got: as, classes, nearest: near }, pointer(pointer("", i), "as"));
  }
  return all;
}

/** Nobody has two votes. */
function reportTwice(judgements: readonly Judgement[], report: Report): boolean {
  const seen = new Set<string>();
  let single = true;
  for (const [i, { by, invalid }] of judgements.entries()) {
    if (!invalid && seen.has(by)) {
      single = false;
      report("assessor-twice", { by }, pointer(pointer("", i), "by"));
    }
    seen.add(by);
  }
  return single;
}

/** A class without any judgement says more than the number of them. */
function isShort({ needed, weights = [] }: PanelRule, judgements: readonly Judgement[], report: Report): boolean {
  const empty = weights.map((each) => each.class).filter((name) => !judgements.some(({ as }) => as === name));
  if (empty.length > 0) report("panel-class-empty", { classes: empty });
  else if (judgements.length < needed) report("panel-too-few", { got: judgements.length, needed });
  return empty.length > 0 || judgements.length < needed;
}

/** Of equal ones the first in the list counts as the lower: which of them is left out makes no difference. */
function excludedOf(points: readonly Amount[], trim: number): readonly Vote["excluded"][] {
  const rising = points.map((_, i) => i).sort((a, b) => order(points[a]!, points[b]!) || a - b);
  const lowest = new Set(rising.slice(0, trim));
  const highest = new Set(rising.slice(rising.length - trim));
  return points.map((_, i) => (lowest.has(i) ? "lowest" : highest.has(i) ? "highest" : undefined));
}

function printed(
  points: readonly (Amount | undefined)[],
  excluded: readonly Vote["excluded"][] = [],
): (judgement: Judgement, i: number) => JudgementResult {
  return ({ by, as, reason }, i) => {
    const [own, out] = [points[i], excluded[i]];
    return {
      points: own === undefined ? null : formatAmount(own),
      by,
      ...(as !== undefined && { as }),
      reason,
      ...(out && { excluded: out }),
    };
  };
}
