/** `tiers`: the bracket that holds the number. */
import { compare, exact } from "../../base/exact.js";
import type { DecimalText, Interval } from "../../model/numbers.js";
import type { SteppedTier, Tier, TiersRule } from "../../model/scoring.js";
import { factTitle } from "../facts.js";
import { bracketText, changeText, isAny, pointWord } from "../figures.js";
import { onlyRead, stepOf } from "../reads.js";
import type { LeafResult, RuleTeller } from "../rules.js";
import { type Telling, say } from "../telling.js";
import { perText, stepsChain } from "./steps.js";

export const tellTiers: RuleTeller<TiersRule> = {
  told: (leaf, telling) => {
    const { fact, tiers } = leaf.standard;
    const { interval, points, steps } = tiers[takenIndex(leaf, "tiers")]!;
    const counted = steps ? stepsChain(leaf, { ...steps, fact, start: steps.from, base: points }, telling) : [];
    return { chain: [onlyRead(leaf, telling), tierText(interval, telling), ...counted], details: [] };
  },
  standard: ({ fact, tiers }, telling) => {
    const lines = tierLines(factTitle(fact, telling), tiers, telling);
    return lines.map((line, i) => `${line}${stepsText(tiers[i]!, fact, telling)}`);
  },
};

/** The tier that a step says was taken. */
export function takenTier(leaf: LeafResult, tiers: readonly Tier[], op: string): Interval {
  return tiers[takenIndex(leaf, op)]!.interval;
}

function takenIndex(leaf: LeafResult, op: string): number {
  return Number(stepOf(leaf, op)?.note?.["index"]);
}

function stepsText({ interval, steps }: SteppedTier, fact: string, telling: Telling): string {
  if (!steps) return "";
  const { from, points } = steps;
  const per = perText({ ...steps, fact }, telling);
  const isBelow = interval.high !== undefined && compare(exact(interval.high.value), exact(from)) === 0;
  // Counted downwards, every step takes away what upwards it would add.
  const change = changeText(isBelow ? negated(points) : points, telling);
  return isBelow
    ? say(telling, `；低于 ${from} 的，${per}${change}`, `; below ${from} ${per} ${change}`)
    : say(telling, `；从 ${from} 起${per}${change}`, `; from ${from} on ${per} ${change}`);
}

function negated(points: DecimalText): DecimalText {
  return points.startsWith("-") ? points.slice(1) : `-${points}`;
}

export function tierText(interval: Interval, telling: Telling): string {
  return isAny(interval)
    ? say(telling, "不论多少都是这一档", "one tier for any value")
    : say(telling, `${bracketText(interval)} 档`, `tier ${bracketText(interval)}`);
}

export function tierLines(title: string, tiers: readonly Tier[], telling: Telling): readonly string[] {
  return tiers.map(({ interval, points }) =>
    say(
      telling,
      `${title}${isAny(interval) ? "不论多少" : ` ${bracketText(interval)}`}：${points} 分`,
      `${title} ${isAny(interval) ? "whatever it is" : bracketText(interval)}: ${points} ${pointWord(points)}`,
    ),
  );
}
