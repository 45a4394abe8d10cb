/** A group that averages shares, awarded ÷ available, or picks the least or greatest: the arithmetic, and each child's part in it. */
import { compare, exact, readExact, sum } from "../base/exact.js";
import type { NodeResult, Step } from "../model/assessment.js";
import type { ExactText } from "../model/numbers.js";
import { divisorText, factorText, pointsText, readable, sumText } from "./figures.js";
import { type Telling, bracketed, listed, say } from "./telling.js";

/** What was made of the shares, or its points. */
export function shareLink(step: Step, group: NodeResult, telling: Telling): string {
  if (step.op !== "scale") return madeText(group.combine!, step, telling);
  const [share, points] = texts(step);
  return `${divisorText(share!)} × ${points!} = ${String(step.out)}`;
}

/** The share of each child; none while the group is open, or nothing in it applies. */
export function shareLines(group: NodeResult, telling: Telling): readonly string[] {
  const made = group.steps.find(({ op }) => op === group.combine);
  const shares = group.steps.filter(({ op }) => op === "share");
  return made ? shares.map((step) => shareLine(step, made, group, telling)) : [];
}

/** What will be made of the shares, while they are open. */
export function combinationText({ combine, children = [] }: NodeResult, telling: Telling): readonly string[] {
  if (combine === undefined) return [];
  const weights = children.flatMap(({ id, weight }) => (weight === undefined ? [] : [`${id} ${weight}`]));
  return [`${WAYS[combine][telling.lang]}${weights.length === 0 ? "" : bracketed(listed(weights, telling), telling)}`];
}

const WAYS: Readonly<Record<NonNullable<NodeResult["combine"]>, { readonly zh: string; readonly en: string }>> = {
  mean: { zh: "下级得分率取平均", en: "the mean of the shares below" },
  weighted_mean: { zh: "下级得分率取加权平均", en: "the weighted mean of the shares below" },
  min: { zh: "下级得分率取最低", en: "the least of the shares below" },
  max: { zh: "下级得分率取最高", en: "the greatest of the shares below" },
};

function madeText(combine: NonNullable<NodeResult["combine"]>, step: Step, telling: Telling): string {
  const out = readable(String(step.out), telling);
  const picked = String(step.note?.["indicator"]);
  switch (combine) {
    case "mean":
      return say(telling, `得分率平均：${meanText(step)}`, `mean of the shares: ${meanText(step)}`);
    case "weighted_mean": {
      const mean = weightedText(step, (step.note as unknown as Weighted).weights);
      return say(telling, `得分率加权平均：${mean}`, `weighted mean of the shares: ${mean}`);
    }
    case "min":
      return say(telling, `得分率最低的是 ${picked}：${out}`, `the least share is that of ${picked}: ${out}`);
    case "max":
      return say(telling, `得分率最高的是 ${picked}：${out}`, `the greatest share is that of ${picked}: ${out}`);
  }
}

interface Weighted {
  readonly weights: readonly ExactText[];
}

function meanText(step: Step): string {
  const shares = texts(step);
  if (shares.length === 1) return shares[0]!;
  return `(${sumText(shares)}) ÷ ${shares.length} = ${String(step.out)}`;
}

/** Weights that make 1 need no division. */
function weightedText(step: Step, weights: readonly ExactText[]): string {
  const shares = texts(step);
  const parts = shares.map((share, i) => `${factorText(divisorText(share))} × ${weights[i]!}`).join(" + ");
  if (compare(sum(weights.map(readExact)), exact("1")) === 0) return `${parts} = ${String(step.out)}`;
  const whole = weights.length === 1 ? weights[0]! : `(${weights.join(" + ")})`;
  return `${shares.length === 1 ? parts : `(${parts})`} ÷ ${whole} = ${String(step.out)}`;
}

/** Each child has a scale of its own, so what a point of it is worth stands with its share. */
function shareLine(step: Step, made: Step, { children = [] }: NodeResult, telling: Telling): string {
  const [awarded, available] = texts(step);
  const id = String(step.note!["indicator"]);
  const share = `${divisorText(awarded!)} ÷ ${divisorText(available!)} = ${String(step.out)}`;
  const picked = made.note?.["indicator"];
  // Where one indicator is asked about, only the way to it is there.
  const factor = children.find((child) => child.id === id)?.factor ?? null;
  const worth =
    picked !== undefined && picked !== id
      ? say(telling, "，不取", ", not the one that counts")
      : factor === null
        ? ""
        : say(
            telling,
            `，每一分计入总分 ${pointsText(factor, telling)}`,
            `, every point is worth ${pointsText(factor, telling)} of the score`,
          );
  return say(telling, `${id} 得分率：${share}${worth}`, `share of ${id}: ${share}${worth}`);
}

function texts({ in: input }: Step): readonly ExactText[] {
  return input.map(String);
}
