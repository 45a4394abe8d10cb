/** From the components to the score, its band, eligibility and the decision: each from the recorded parts before it. */
import type {
  Assessment,
  ConditionResult,
  EligibilityStatus,
  NodeResult,
  OutcomeReason,
  ScoreResult,
  Truth,
} from "../model/assessment.js";
import type { Condition } from "../model/condition.js";
import type { FactSheet } from "../model/fact.js";
import type { Interval } from "../model/numbers.js";
import {
  type Asked,
  type Question,
  type Range,
  answered,
  countTests,
  inRange,
  joined,
  not,
  rangeOf,
} from "./conditions.js";
import { checkVetoes } from "./effects.js";
import { endAgain } from "./open-ends.js";
import {
  type Rational,
  ONE,
  ZERO,
  add,
  compare,
  displayed,
  divide,
  equal,
  greater,
  lesser,
  multiply,
  numberOf,
  spelled,
  subtract,
  sum,
} from "./rational.js";
import { type Operation, changesBy, lastOf, limitsOf } from "./steps.js";
import { isInside } from "./tests.js";

/** What one point of a component's sheet is worth in the score. */
export function pointWorth({ scheme }: Assessment, weight: string, root: NodeResult): Rational {
  return divide(worthOf(scheme, weight), numberOf(root.points));
}

/** The most that full marks in a component come to, on the scale of the score. */
function worthOf(scheme: Assessment["scheme"], weight: string): Rational {
  return multiply(multiply(numberOf(weight), numberOf(scheme.points)), slopeOf(scheme));
}

function slopeOf({ rescale }: Assessment["scheme"]): Rational {
  if (!rescale) return ONE;
  const { from, to } = rescale;
  const width = subtract(numberOf(from.high), numberOf(from.low));
  return divide(subtract(numberOf(to.high), numberOf(to.low)), width);
}

export function checkScore(assessment: Assessment, { ledger }: Asked): void {
  const { score, scheme, components } = assessment;
  ledger.attempt("/assessment/score", () => {
    const roots = components.map(({ root }) => root);
    const isNothing = roots.every((root) => root?.status === "not-applicable");
    const isOpen = roots.some((root) => !root || (root.status !== "scored" && root.status !== "not-applicable"));
    const status: ScoreResult["status"] = isNothing ? "nothing-scored" : isOpen ? "open" : "scored";
    // Operations of a sheet may still be open although everything below it is known; then its root is.
    ledger.same("/assessment/score/status", score.status, status);
    ledger.same("/assessment/score/certain", score.certain, status !== "open");
    if (isNothing) {
      ledger.same("/assessment/score/bounds", score.bounds, { least: null, most: null, tight: true });
      ledger.same("/assessment/score/exact", score.exact, null);
      return;
    }
    const clamped = components.map((component) => clampedAgain(component, scheme));
    const operations = operationsOf(scheme);
    const adjustments = clamped.flatMap(({ adjustments: own }) => own);
    if (isOpen) {
      for (const end of ["least", "most"] as const) {
        const ends = clamped.map(({ bounds }) => bounds[end]);
        ledger.same(`/assessment/score/bounds/${end}`, score.bounds[end], endAgain(ends, end, operations));
      }
      ledger.same("/assessment/score/exact", score.exact, null);
      ledger.same("/assessment/score/display", score.display, null);
      ledger.same("/assessment/score/adjustments", score.adjustments, adjustments);
      return;
    }
    const total = sum(clamped.map(({ bounds }) => numberOf(bounds.least!)));
    const changes = changesBy(operations, total);
    const exact = spelled(lastOf(changes, total));
    ledger.same("/assessment/score/adjustments", score.adjustments, [
      ...adjustments,
      ...changes.map(({ cause, from, to }) => adjustmentOf(cause, from, to)),
    ]);
    ledger.same("/assessment/score/exact", score.exact, exact);
    ledger.same("/assessment/score/display", score.display, displayed(numberOf(exact), scheme.display));
    ledger.same("/assessment/score/bounds", score.bounds, { least: exact, most: exact, tight: true });
  });
}

function operationsOf(scheme: Assessment["scheme"]): readonly Operation[] {
  const limits = limitsOf(scheme);
  if (!scheme.rescale) return limits;
  const { from, to } = scheme.rescale;
  const offset = subtract(numberOf(to.low), multiply(numberOf(from.low), slopeOf(scheme)));
  return [{ cause: "offset", apply: (value) => add(value, offset) }, ...limits];
}

type Adjustments = ScoreResult["adjustments"];

function adjustmentOf(
  cause: Operation["cause"],
  from: Rational,
  to: Rational,
  component?: string,
): Adjustments[number] {
  const by = spelled(subtract(to, from));
  const because = { in: spelled(from), out: spelled(to), ...(component !== undefined && { component }) };
  return { cause, by, contribution: by, because };
}

interface Clamped {
  readonly bounds: { readonly least: string | null; readonly most: string | null };
  readonly adjustments: Adjustments;
}

/** What a component brings, held between nothing and its full worth where the scheme says so. */
function clampedAgain(
  { id, weight, outside, root }: Assessment["components"][number],
  scheme: Assessment["scheme"],
): Clamped {
  const worth = worthOf(scheme, weight);
  if (!root) return { bounds: { least: "0", most: spelled(worth) }, adjustments: [] };
  const perPoint = divide(worth, numberOf(root.points));
  const { least, most } = root.bounds ?? { least: "0", most: "0" };
  const raw = { least: carried(least, perPoint), most: carried(most, perPoint) };
  if (outside !== "clamp") return { bounds: raw, adjustments: [] };
  const held = (end: string | null, missing: Rational): string =>
    spelled(end === null ? missing : lesser(greater(numberOf(end), ZERO), worth));
  const bounds = { least: held(raw.least, ZERO), most: held(raw.most, worth) };
  if (root.status !== "scored" || bounds.least === raw.least) return { bounds, adjustments: [] };
  const [from, to] = [numberOf(raw.least!), numberOf(bounds.least)];
  return { bounds, adjustments: [adjustmentOf(compare(to, from) > 0 ? "floor" : "cap", from, to, id)] };
}

function carried(end: string | null, by: Rational): string | null {
  return end === null ? null : spelled(multiply(numberOf(end), by));
}

export function checkEligibility(assessment: Assessment, asked: Asked): void {
  const { eligibility, preferences } = assessment;
  eligibility.conditions.forEach((condition, i) => {
    checkCondition(condition, `/assessment/eligibility/conditions/${i}`, asked);
  });
  preferences.forEach((preference, i) => checkCondition(preference, `/assessment/preferences/${i}`, asked));
  asked.ledger.same("/assessment/eligibility/status", eligibility.status, statusOf(eligibility.conditions));
}

function statusOf(conditions: readonly ConditionResult[]): EligibilityStatus {
  if (conditions.some(({ status }) => status === "failed")) return "ineligible";
  return conditions.some(({ status }) => status === "unknown") ? "undetermined" : "eligible";
}

/** One that does not apply counts as satisfied; so does one that holds whether it applies or not. */
function checkCondition({ status, appliesWhen, asks, because }: ConditionResult, path: string, asked: Asked): void {
  asked.ledger.attempt(path, () => {
    const applies = appliesWhen ? answered(appliesWhen, because, 0, `${path}/because`, asked) : "true";
    const first = appliesWhen ? countTests(appliesWhen) : 0;
    if (applies === "false") {
      asked.ledger.same(`${path}/status`, status, "not-applicable");
      asked.ledger.same(`${path}/because/length`, because.length, first);
      return;
    }
    const answer = answered(asks, because, first, `${path}/because`, asked);
    const isOpen = answer === "unknown" || (applies === "unknown" && answer === "false");
    asked.ledger.same(`${path}/status`, status, isOpen ? "unknown" : answer === "true" ? "satisfied" : "failed");
    asked.ledger.same(`${path}/because/length`, because.length, first + countTests(asks));
  });
}

export function checkDecision(assessment: Assessment, asked: Asked): void {
  const { decision, score, scheme } = assessment;
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
    if (goal) ledger.same(`${path}/threshold`, threshold, thresholdIn(goal, scheme)[0] ?? null);
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
function thresholdIn(condition: Condition, scheme: Assessment["scheme"]): readonly string[] {
  const intervals = neededIn(condition, scheme);
  return intervals.flatMap(({ low }) => (low ? [spelled(numberOf(low.value))] : []));
}

function neededIn(condition: Condition, scheme: Assessment["scheme"]): readonly Interval[] {
  switch (condition.kind) {
    case "score":
      return [condition.interval];
    case "band":
      return (scheme.bands ?? []).filter(({ id }) => id === condition.bands.at(-1)).map(({ interval }) => interval);
    case "all":
      return condition.of.flatMap((part) => neededIn(part, scheme));
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
    for (const status of statuses) for (const vetoed of vetoes) decideFor(assessment, { range, status, vetoed }, found);
  }
  const follows = reasons.map(({ outcome }) => outcome).filter((outcome) => found.has(outcome));
  // An open yes or no can rule out more than its test by itself shows; never less.
  const isExact = !reasons.some(({ because }) =>
    because.some(({ read, result }) => result === "unknown" && !COMPUTED.has(read)),
  );
  const mayBeLess = !isExact || (assessment.score.status === "open" && assessment.scheme.round !== undefined);
  const stated = mayBeLess ? possible.filter((outcome) => found.has(outcome)) : follows;
  ledger.same(`${path}/possible`, possible, stated);
}

const COMPUTED: ReadonlySet<string> = new Set(["score", "band", "vetoed", "eligibility"]);

/** One way in which everything computed may turn out. */
interface Assumed {
  readonly range: Range | null;
  readonly status: EligibilityStatus;
  readonly vetoed: boolean;
}

function decideFor({ decision, scheme }: Assessment, way: Assumed, found: Set<string>): void {
  for (const { outcome, asks, because } of decision.reasons) {
    let next = 0;
    const result = asks
      ? joined(asks, (question, negated) => {
          const recorded = because[next]!.result;
          next += 1;
          return assumed(question, way, scheme) ?? (negated ? not(recorded) : recorded);
        })
      : "true";
    if (result === "false") continue;
    found.add(outcome);
    if (result === "true") return;
  }
}

/** Undefined for what is not computed from the score or from eligibility. */
function assumed(
  question: Question,
  { range, status, vetoed }: Assumed,
  { bands = [] }: Assessment["scheme"],
): Truth | undefined {
  switch (question.kind) {
    case "score":
      return range ? inRange(question.interval, range) : "false";
    case "band": {
      if (!range) return "false";
      const answers = bands
        .filter(({ id }) => question.bands.includes(id))
        .map(({ interval }) => inRange(interval, range));
      return answers.includes("true") ? "true" : answers.includes("unknown") ? "unknown" : "false";
    }
    case "vetoed":
      return question.is === vetoed ? "true" : "false";
    case "eligibility":
      return question.is === status ? "true" : "false";
    default:
      return undefined;
  }
}

/** Points and open pieces between all numbers that outcomes and bands name; null: no score at all. */
function piecesOf({ score, decision, scheme, components }: Assessment): readonly (Range | null)[] {
  const mayBeNothing = components.every(({ root }) => root !== null && root.available === null);
  const none = score.status === "nothing-scored" || (score.status === "open" && mayBeNothing) ? [null] : [];
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

function checkBands({ decision, scheme, score }: Assessment, path: string, ledger: Asked["ledger"]): void {
  const { bands = [] } = scheme;
  if (bands.length === 0) {
    ledger.same(`${path}/band`, decision.band, null);
    return;
  }
  if (score.status !== "scored") {
    ledger.take();
    return;
  }
  const own = bands.filter(({ interval }) => isInside(interval, numberOf(score.exact))).map(({ id }) => id);
  ledger.same(`${path}/bands`, decision.bands, own);
  ledger.same(`${path}/band`, decision.band, own[0] ?? null);
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
