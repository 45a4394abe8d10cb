/** What other points of the indicator itself would do: full points, and the least change that decides. */
import { type Amount, amount, exactOf, order, toAmount } from "../base/amount.js";
import {
  type Exact,
  add,
  compare,
  divide,
  floorOf,
  formatExact,
  multiply,
  negate,
  readExact,
  subtract,
} from "../base/exact.js";
import { type LeafPlace, assuming } from "../compile/assumed.js";
import type { CompiledScheme } from "../compile/program.js";
import { pointsText, readable } from "../explain/figures.js";
import { type Telling, say } from "../explain/telling.js";
import type { FactSheet } from "../model/fact.js";
import type { ExactText } from "../model/numbers.js";
import type { ObjectionOutcome, ObjectionTrial } from "../model/objection.js";
import type { LeafResult } from "../explain/rules.js";
import { type Bench, answerOf } from "./bench.js";
import { nearestOther } from "./nearest-other.js";

export interface PointsGround {
  readonly leaf: LeafResult;
  readonly place: LeafPlace;
  readonly compiled: CompiledScheme;
  readonly factSheet: FactSheet;
  readonly telling: Telling;
  readonly bench: Bench;
}

export function pointTrials(ground: PointsGround): Pick<ObjectionOutcome, "full" | "points"> {
  const { leaf } = ground;
  // What does not apply has no points to change.
  if (leaf.status === "not-applicable") return { full: null, points: [] };
  const most = amount(leaf.points);
  const full =
    leaf.awarded && order(awardedOf(leaf), most) === 0 ? null : (trialAt(exactOf(most), null, ground) ?? null);
  return { full, points: leastChanges(most, ground) };
}

function awardedOf({ awarded }: LeafResult): Amount {
  return toAmount(readExact(awarded!.exact));
}

/** Up and down, as far as the points of the indicator reach. */
function leastChanges(most: Amount, ground: PointsGround): readonly ObjectionTrial[] {
  const { leaf } = ground;
  const { exact: score } = ground.telling.assessment.score;
  if (!leaf.awarded || score === null) return [];
  const now = readExact(leaf.awarded.exact);
  const sides: readonly Way[] = [
    { now, sign: 1n, end: exactOf(most) },
    { now, sign: -1n, end: lowestOf(leaf) },
  ];
  return sides.flatMap((way) => decidingCut(readExact(score), way, ground) ?? nearestInSteps(way, ground) ?? []);
}

interface Way {
  readonly now: Exact;
  readonly sign: 1n | -1n;
  /** Undefined: no end. */
  readonly end: Exact | undefined;
}

/** As low as the rule can go: 0, unless it says otherwise. */
function lowestOf({ terms, countsAs }: LeafResult): Exact | undefined {
  const floor = terms?.floor;
  return floor === "none" || (floor === undefined && countsAs === "deduction") ? undefined : readExact(floor ?? "0");
}

/** Exactly where the score comes to a number that decides, or a little past it. */
function decidingCut(score: Exact, way: Way, ground: PointsGround): ObjectionTrial | undefined {
  const { leaf, compiled } = ground;
  if (leaf.factor === null || leaf.factor === "0") return undefined;
  const worth = readExact(leaf.factor);
  const wanted = compiled.program.cuts
    .map((cut) => add(way.now, divide(subtract(exactOf(cut), score), worth)))
    .filter((points) => isOnWay(points, way))
    .sort((a, b) => compare(a, b) * Number(way.sign));
  for (const points of wanted) {
    const reached = compare(points, way.now) === 0 ? undefined : trialAt(points, null, ground);
    // Where less does it too, something around it bends the way to the score.
    if (reached?.differs) return isLeast(points, way, ground) ? reached : undefined;
    const passed = add(points, multiply({ n: way.sign, d: 1n }, STEP));
    const beyond = isOnWay(passed, way) ? trialAt(passed, points, ground) : undefined;
    if (beyond?.differs) return beyond;
  }
  return undefined;
}

function isLeast(points: Exact, way: Way, ground: PointsGround): boolean {
  const less = subtract(points, multiply({ n: way.sign, d: 1n }, STEP));
  return !isOnWay(less, way) || trialAt(less, null, ground)?.differs !== true;
}

function isOnWay(points: Exact, { now, sign, end }: Way): boolean {
  const ahead = (from: Exact, to: Exact): boolean => compare(to, from) * Number(sign) >= 0;
  return ahead(now, points) && (end === undefined || ahead(points, end));
}

/** Where what stands around it bends the way to the score: in hundredths of a point. */
function nearestInSteps({ now, sign, end }: Way, ground: PointsGround): ObjectionTrial | undefined {
  if (end === undefined) return undefined;
  const trials = new Map<bigint, ObjectionTrial>();
  const length = subtract(end, now);
  const last = floorOf(divide(sign > 0n ? length : negate(length), STEP));
  const found = nearestOther(
    [last].filter((steps) => steps > 0n),
    (steps) => {
      const trial = trialAt(add(now, multiply({ n: sign * steps, d: 1n }, STEP)), null, ground);
      if (trial) trials.set(steps, trial);
      return answerOf(trial);
    },
  );
  return found === undefined ? undefined : trials.get(found);
}

const STEP: Exact = { n: 1n, d: 100n };

function trialAt(points: Exact, past: Exact | null, ground: PointsGround): ObjectionTrial | undefined {
  const { leaf, place, compiled, factSheet, telling, bench } = ground;
  const to = formatExact(points);
  const trial = bench.try({
    change: { kind: "points", from: leaf.awarded?.exact ?? null, to, past: past && formatExact(past) },
    text: past === null ? reachedText(to, telling) : passedText(to, formatExact(past), points, past, telling),
    factSheet,
    compiled: assuming(compiled, place, toAmount(points)),
  });
  return typeof trial === "object" ? trial : undefined;
}

function reachedText(to: ExactText, telling: Telling): string {
  return say(telling, `这一项得 ${pointsText(to, telling)}`, `${pointsText(to, telling)} here`);
}

function passedText(to: ExactText, bound: ExactText, points: Exact, past: Exact, telling: Telling): string {
  const [zh, en] = compare(points, past) > 0 ? ["高于", "above"] : ["低于", "below"];
  const edge = pointsText(bound, telling);
  return say(
    telling,
    `这一项${zh} ${edge}，例如 ${readable(to, telling)} 分`,
    `${en} ${edge} here, such as ${readable(to, telling)}`,
  );
}
