/** Points that people award, as the fact sheet has them: whose they are, whether they can be used, and which count. */
import type { FactState, JudgementResult, Read } from "../model/assessment.js";
import type { FactSheet, Judgement, SuppliedJudgement, SuppliedPanel } from "../model/fact.js";
import type { JudgedRule, PanelRule } from "../model/scoring.js";
import { type Rational, compare, divide, isNumber, numberOf, spelled, subtract } from "./rational.js";

type Scale = Pick<JudgedRule, "low" | "high" | "step">;
type Supplied = SuppliedJudgement | SuppliedPanel;

/** What an indicator read of what was said of it; of two nothing counts. */
export function judgementRead(
  rule: JudgedRule | PanelRule,
  said: readonly Supplied[],
  { closed }: Pick<FactSheet, "closed">,
): Omit<Read, "fact"> {
  const last = said.at(-1);
  const waiting: FactState = closed ? "missing" : "unknown";
  if (!last) return { state: waiting, value: null, evidence: [] };
  const read = rule.rule === "judged" ? single(rule, last) : panel(rule, last, waiting);
  const isGiven = read.state === "given" && said.length === 1;
  const state = said.length > 1 ? "invalid" : read.state;
  return { ...read, state, value: isGiven ? read.value : null, evidence: [] };
}

type Own = Omit<Read, "fact" | "evidence">;

function single(rule: Scale, supplied: Supplied): Own {
  if ("judgements" in supplied) return { state: "invalid", value: null };
  const { by, as, reason } = supplied;
  const points = pointsOf(supplied, rule);
  return {
    state: points ? "given" : "invalid",
    value: points ? spelled(points) : null,
    by,
    ...(as !== undefined && { as }),
    reason,
  };
}

function pointsOf({ points, invalid }: Judgement, { low, high, step }: Scale): Rational | undefined {
  if (invalid || !isNumber(points) || points.includes("/")) return undefined;
  const value = numberOf(points);
  const least = numberOf(low);
  const inRange = compare(value, least) >= 0 && compare(value, numberOf(high)) <= 0;
  return inRange && divide(subtract(value, least), numberOf(step)).d === 1n ? value : undefined;
}

function panel(rule: PanelRule, supplied: Supplied, waiting: FactState): Own {
  if (!("judgements" in supplied)) return { state: "invalid", value: null };
  const { judgements } = supplied;
  const points = judgements.map((each) => pointsOf(each, rule));
  const names = judgements.filter(({ invalid }) => !invalid).map(({ by }) => by);
  const classes = rule.weights?.map((each) => each.class);
  const isPlaced = judgements.every(({ as = "", invalid }) => invalid || !classes || classes.includes(as));
  if (points.includes(undefined) || !isPlaced || new Set(names).size < names.length)
    return { state: "invalid", value: null, judgements: judgements.map((each, i) => printed(each, points[i])) };
  const isShort = judgements.length < rule.needed || classes?.some((name) => !judgements.some(({ as }) => as === name));
  if (isShort)
    return { state: waiting, value: null, judgements: judgements.map((each, i) => printed(each, points[i])) };
  const excluded = trimmed(points as readonly Rational[], rule.trim);
  return {
    state: "given",
    value: judgements.length,
    judgements: judgements.map((each, i) => printed(each, points[i], excluded[i])),
  };
}

/** As many of the lowest as of the highest; of equal ones the first in the list is the lower. */
function trimmed(points: readonly Rational[], trim: number): readonly JudgementResult["excluded"][] {
  const rising = points.map((_, i) => i).sort((a, b) => compare(points[a]!, points[b]!) || a - b);
  const place = new Map(rising.map((i, at) => [i, at]));
  return points.map((_, i) => {
    const at = place.get(i)!;
    return at < trim ? "lowest" : at >= points.length - trim ? "highest" : undefined;
  });
}

function printed(
  { by, as, reason }: Judgement,
  points: Rational | undefined,
  excluded?: JudgementResult["excluded"],
): JudgementResult {
  return {
    points: points ? spelled(points) : null,
    by,
    ...(as !== undefined && { as }),
    reason,
    ...(excluded && { excluded }),
  };
}
