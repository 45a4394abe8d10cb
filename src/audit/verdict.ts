/** From the components to the score, its band, eligibility and the decision: each from the recorded parts before it. */
import type { Assessment, EligibilityStatus, OutcomeReason, ScoreResult, Truth } from "../model/assessment.js";
import type { Condition } from "../model/condition.js";
import type { FactSheet } from "../model/fact.js";
import type { Interval } from "../model/numbers.js";
import { appliesIn, mayBeNothing } from "./applies.js";
import { bandsIn, checkBands, isOpenMove } from "./bands.js";
import { adjustmentOf, broughtBy, slopeOf } from "./blend.js";
import { type Asked, answered } from "./conditions.js";
import { checkVetoes, effectOperations, hasOpenChanges } from "./effects.js";
import { endAgain } from "./open-ends.js";
import { type Rational, add, compare, displayed, equal, multiply, numberOf, spelled, subtract } from "./rational.js";
import { type Operation, changesBy, lastOf, limitsOf } from "./steps.js";
import { type Question, type Range, countTests, inRange, joined, not, rangeOf } from "./truth.js";

export function checkScore(assessment: Assessment, { ledger }: Asked): void {
  const { score, scheme, components } = assessment;
  ledger.attempt("/assessment/score", () => {
    const applying = components.filter((each) => appliesIn(each) !== "out");
    const isNothing = applying.every(({ weight }) => weight === null);
    // What stays in although it does not apply has its value without a sheet.
    const isWaiting = applying.some(({ root, applicability, weight, terms }) =>
      root
        ? root.status !== "scored"
        : applicability?.applies !== "no" || (weight === null && terms?.ifNotApplicable === "full"),
    );
    const isOpen = isWaiting || hasOpenChanges(assessment);
    const status: ScoreResult["status"] = isNothing ? "nothing-scored" : isOpen ? "open" : "scored";
    // Operations of a sheet may still be open although everything below it is known; then its root is.
    ledger.same("/assessment/score/status", score.status, status);
    ledger.same("/assessment/score/certain", score.certain, status !== "open");
    if (isNothing) {
      ledger.same("/assessment/score/bounds", score.bounds, { least: null, most: null, tight: true });
      ledger.same("/assessment/score/exact", score.exact, null);
      return;
    }
    const { ends, adjustments } = broughtBy(assessment);
    const operations = operationsOf(assessment);
    if (isOpen) {
      checkOpenScore(score, ends, operations, ledger);
      ledger.same("/assessment/score/adjustments", score.adjustments, adjustments);
      return;
    }
    const total = numberOf(ends!.least!);
    const changes = changesBy(operations, total);
    const exact = spelled(lastOf(changes, total));
    ledger.same("/assessment/score/adjustments", score.adjustments, [
      ...adjustments,
      ...changes.map((change) => adjustmentOf(change)),
    ]);
    ledger.same("/assessment/score/exact", score.exact, exact);
    ledger.same("/assessment/score/display", score.display, displayed(numberOf(exact), scheme.display));
    ledger.same("/assessment/score/bounds", score.bounds, { least: exact, most: exact, tight: true });
  });
}

function checkOpenScore(
  { bounds, exact, display }: ScoreResult,
  ends: ReturnType<typeof broughtBy>["ends"],
  operations: readonly Operation[],
  ledger: Asked["ledger"],
): void {
  for (const end of ["least", "most"] as const) {
    if (ends) ledger.same(`/assessment/score/bounds/${end}`, bounds[end], endAgain([ends[end]], end, operations));
    else ledger.take();
  }
  ledger.same("/assessment/score/exact", exact, null);
  ledger.same("/assessment/score/display", display, null);
}

function operationsOf(assessment: Assessment): readonly Operation[] {
  const { scheme } = assessment;
  const behind = [...effectOperations(assessment), ...limitsOf(scheme)];
  if (!scheme.rescale) return behind;
  const { from, to } = scheme.rescale;
  const offset = subtract(numberOf(to.low), multiply(numberOf(from.low), slopeOf(scheme)));
  return [{ cause: "offset", apply: (value) => add(value, offset) }, ...behind];
}

export function checkDecision(assessment: Assessment, asked: Asked): void {
  const { decision, score } = assessment;
  const { ledger } = asked;
  const path = "/assessment/decision";
  ledger.attempt(path, () => {
    const { outcome, certain, possible, threshold, margin, reasons } = decision;
    reasons.forEach((reason, i) => checkReason(reason, `${path}/reasons/${i}`, asked));
    ledger.same(`${path}/certain`, certain, possible.length === 1);
    ledger.same(`${path}/outcome`, outcome, certain ? possible[0] : "undetermined");
    const isKnown = threshold !== null && score.status === "scored";
    ledger.same(
      `${path}/margin`,
      margin,
      isKnown ? spelled(subtract(numberOf(score.exact), numberOf(threshold))) : null,
    );
    const goal = reasons.find((reason) => reason.outcome === decision.goal)?.asks;
    if (goal) ledger.same(`${path}/threshold`, threshold, thresholdIn(goal, assessment)[0] ?? null);
    else ledger.take();
    checkPossible(assessment, path, ledger);
    checkBands(assessment, path, ledger);
    checkVetoes(assessment, path, asked);
  });
}

function checkReason({ asks, because, result }: OutcomeReason, path: string, asked: Asked): void {
  const answer = asks ? answered(asks, because, 0, `${path}/because`, asked) : "true";
  asked.ledger.same(`${path}/result`, result, answer);
  asked.ledger.same(`${path}/because/length`, because.length, asks ? countTests(asks) : 0);
}

/** The lower ends that a condition cannot hold without. */
function thresholdIn(condition: Condition, assessment: Assessment): readonly string[] {
  const intervals = neededIn(condition, assessment);
  return intervals.flatMap(({ low }) => (low ? [spelled(numberOf(low.value))] : []));
}

function neededIn(condition: Condition, assessment: Assessment): readonly Interval[] {
  const { scheme, effects = [] } = assessment;
  switch (condition.kind) {
    case "score":
      return [condition.interval];
    case "band":
      // One that an effect may give needs no score.
      if (effects.some(({ action }) => action.kind === "band" && condition.bands.includes(action.band))) return [];
      return (scheme.bands ?? []).filter(({ id }) => id === condition.bands.at(-1)).map(({ interval }) => interval);
    case "all":
      return condition.of.flatMap((part) => neededIn(part, assessment));
    default:
      return [];
  }
}

/**
 * The first outcome that holds. While something is open each piece of the score's range between the numbers that
 * outcomes name is decided by itself, with each eligibility that is still possible.
 */
function checkPossible(assessment: Assessment, path: string, ledger: Asked["ledger"]): void {
  const { decision, eligibility } = assessment;
  const { reasons, possible } = decision;
  const found = new Set<string>();
  const statuses: readonly EligibilityStatus[] =
    eligibility.status === "undetermined" ? ["eligible", "ineligible"] : [eligibility.status];
  const vetoes = decision.vetoed === null ? [true, false] : [decision.vetoed ?? false];
  for (const range of piecesOf(assessment)) {
    const bands = range ? bandsIn(assessment, range) : [];
    for (const band of bands.length === 0 ? [undefined] : bands)
      for (const status of statuses)
        for (const vetoed of vetoes) decideFor(assessment, { range, band, status, vetoed }, found);
  }
  const follows = reasons.map(({ outcome }) => outcome).filter((outcome) => found.has(outcome));
  // An open yes or no can rule out more than its test by itself shows; never less.
  const isExact =
    !isOpenMove(assessment) &&
    !reasons.some(({ because }) => because.some(({ read, result }) => result === "unknown" && !COMPUTED.has(read)));
  const mayBeLess = !isExact || (assessment.score.status === "open" && assessment.scheme.round !== undefined);
  const stated = mayBeLess ? possible.filter((outcome) => found.has(outcome)) : follows;
  ledger.same(`${path}/possible`, possible, stated);
}

const COMPUTED: ReadonlySet<string> = new Set(["score", "band", "vetoed", "eligibility"]);

/** One way in which everything computed may turn out. */
interface Assumed {
  readonly range: Range | null;
  readonly band: string | undefined;
  readonly status: EligibilityStatus;
  readonly vetoed: boolean;
}

function decideFor({ decision }: Assessment, way: Assumed, found: Set<string>): void {
  for (const { outcome, asks, because } of decision.reasons) {
    let next = 0;
    const result = asks
      ? joined(asks, (question, negated) => {
          const recorded = because[next]!.result;
          next += 1;
          return assumed(question, way) ?? (negated ? not(recorded) : recorded);
        })
      : "true";
    if (result === "false") continue;
    found.add(outcome);
    if (result === "true") return;
  }
}

/** Undefined for what is not computed from the score or from eligibility. */
function assumed(question: Question, { range, band, status, vetoed }: Assumed): Truth | undefined {
  switch (question.kind) {
    case "score":
      return range ? inRange(question.interval, range) : "false";
    case "band":
      return band !== undefined && question.bands.includes(band) ? "true" : "false";
    case "vetoed":
      return question.is === vetoed ? "true" : "false";
    case "eligibility":
      return question.is === status ? "true" : "false";
    default:
      return undefined;
  }
}

/** Points and open pieces between all numbers that outcomes and bands name; null: no score at all. */
function piecesOf(assessment: Assessment): readonly (Range | null)[] {
  const { score, decision, scheme } = assessment;
  const none = score.status === "nothing-scored" || mayBeNothing(assessment) ? [null] : [];
  if (score.status === "nothing-scored") return none;
  const { least, most } = rangeOf(score.bounds);
  const inside = cutsOf(decision.reasons, scheme).filter(
    (cut) => (least === null || compare(cut, least) > 0) && (most === null || compare(cut, most) < 0),
  );
  const edges = [least, ...inside, most];
  const pieces: (Range | null)[] = [...none];
  edges.forEach((edge, i) => {
    if (edge) pieces.push({ least: edge, most: edge });
    const next = edges[i + 1];
    if (next === undefined || (edge && next && equal(edge, next))) return;
    pieces.push({ least: edge, most: next, isOpen: true });
  });
  return pieces;
}

function cutsOf(reasons: readonly OutcomeReason[], { bands = [] }: Assessment["scheme"]): readonly Rational[] {
  const intervals = bands.map(({ interval }) => interval);
  for (const { asks } of reasons) {
    if (!asks) continue;
    joined(asks, (question) => {
      if (question.kind === "score") intervals.push(question.interval);
      return "true";
    });
  }
  const cuts = intervals.flatMap(({ low, high }) => [low, high]).flatMap((end) => (end ? [numberOf(end.value)] : []));
  return cuts.sort(compare).filter((cut, i, all) => i === 0 || !equal(cut, all[i - 1]!));
}

/** Papers as the fact sheet names them, and which of the required ones are missing. */
export function checkMaterials({ materials }: Assessment, inputs: FactSheet, { ledger }: Asked): void {
  const path = "/assessment/materials";
  materials.items.forEach(({ id, papers }, i) => {
    const filed = inputs.materials.filter((each) => each.id === id).at(-1)?.papers ?? [];
    ledger.same(`${path}/items/${i}/papers`, papers, filed);
  });
  const missing = materials.items.filter(({ required, papers }) => required && papers.length === 0).map(({ id }) => id);
  ledger.same(`${path}/missing`, materials.missing, missing);
  ledger.same(`${path}/complete`, materials.complete, missing.length === 0);
}
