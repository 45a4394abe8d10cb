/** `steps`: points for each full step. */
import type { StepsRule } from "../../model/scoring.js";
import { factTitle } from "../facts.js";
import { changeText, plainText, productText } from "../figures.js";
import { onlyRead, stepOf } from "../reads.js";
import type { LeafResult, RuleTeller } from "../rules.js";
import { type Telling, say } from "../telling.js";

export const tellSteps: RuleTeller<StepsRule> = {
  told: (leaf, telling) => {
    return { chain: [onlyRead(leaf, telling), ...stepsChain(leaf, leaf.standard, telling)], details: [] };
  },
  standard: (rule, telling) => {
    const title = factTitle(rule.fact, telling);
    const { start, base, points } = rule;
    const change = changeText(points, telling);
    const lines = [
      say(
        telling,
        `${title}为 ${start} 时得 ${base} 分，${perText(rule, telling)}${change}`,
        `${title} ${start} is worth ${base}, and ${change} ${perText(rule, telling)}`,
      ),
    ];
    if (rule.bothWays) lines.push(say(telling, `低于 ${start} 时反向计算`, `below ${start} it counts the other way`));
    return lines;
  },
};

/** Steps as a rule counts them, or a tier that holds some. */
type Counting = Pick<StepsRule, "fact" | "start" | "per" | "points" | "base" | "partial">;

/** How many steps, and what they come to, from the steps of a leaf that counted some. */
export function stepsChain(leaf: LeafResult, rule: Counting, telling: Telling): readonly string[] {
  const count = String(stepOf(leaf, "count-steps")!.out);
  const out = String(stepOf(leaf, "steps")!.out);
  const sum = `${productText(plainText(rule.base), count, plainText(rule.points))} = ${out}`;
  return [countedText(rule, count, telling), sum];
}

/** How many steps lie between the start and the value, and what becomes of a part of one. */
function countedText(rule: Counting, count: string, telling: Telling): string {
  const { start, partial } = rule;
  const size = sizeText(rule, telling);
  const times = count === "1" ? "time" : "times";
  switch (partial) {
    case "floor":
      return say(
        telling,
        `从 ${start} 起每满 ${size}计一次，共 ${count} 次`,
        `from ${start}, once for every full ${size}: ${count} ${times}`,
      );
    case "ceil":
      return say(
        telling,
        `从 ${start} 起每 ${size}计一次（不足的也算），共 ${count} 次`,
        `from ${start}, once for every ${size} or part of it: ${count} ${times}`,
      );
    case "interpolate":
      return say(
        telling,
        `从 ${start} 起每 ${size}为一份，按比例折成 ${count} 份`,
        `from ${start}, every ${size} counts once, a part of it in proportion: ${count} ${times}`,
      );
  }
}

export function perText(rule: Pick<StepsRule, "fact" | "per" | "partial">, telling: Telling): string {
  const size = sizeText(rule, telling);
  switch (rule.partial) {
    case "floor":
      return say(telling, `每满 ${size}`, `for every full ${size}`);
    case "ceil":
      return say(telling, `每 ${size.trimEnd()}（不足的也算）`, `for every ${size} or part of it`);
    case "interpolate":
      return say(telling, `每 ${size.trimEnd()}（按比例）`, `for every ${size}, in proportion`);
  }
}

/** `2 小时`; a bare number keeps its distance from the Chinese word behind it. */
function sizeText({ per, fact }: Pick<StepsRule, "fact" | "per">, telling: Telling): string {
  const unit = telling.facts.get(fact)?.unit;
  return unit === undefined ? `${per}${say(telling, " ", "")}` : `${per} ${unit}`;
}
