/** `steps`: points for each full step. */
import { compare, exact } from "../../base/exact.js";
import type { StepsRule } from "../../model/scoring.js";
import { factTitle } from "../facts.js";
import { factorText } from "../figures.js";
import { onlyRead, stepOf } from "../reads.js";
import type { RuleTeller } from "../rules.js";
import { type Telling, say } from "../telling.js";

export const tellSteps: RuleTeller<StepsRule> = {
  told: (leaf, telling) => {
    const { standard: rule } = leaf;
    const count = String(stepOf(leaf, "count-steps")!.out);
    const out = String(stepOf(leaf, "steps")!.out);
    const counted = say(
      telling,
      `从 ${rule.start} 起${perText(rule, telling)}计一次，共 ${count} 次`,
      `from ${rule.start}, once ${perText(rule, telling)}: ${count} times`,
    );
    const sum = `${rule.base} + ${factorText(count)} × ${factorText(rule.points)} = ${out}`;
    return { chain: [onlyRead(leaf, telling), counted, sum], details: [] };
  },
  standard: (rule, telling) => {
    const title = factTitle(rule.fact, telling);
    const { start, base, points } = rule;
    const change = isNegative(points)
      ? say(telling, `减 ${points.slice(1)} 分`, `${points.slice(1)} points less`)
      : say(telling, `加 ${points} 分`, `${points} points more`);
    const lines = [
      say(
        telling,
        `${title}为 ${start} 时得 ${base} 分，${perText(rule, telling)}${change}`,
        `${title} ${start} is worth ${base}; ${perText(rule, telling)} ${change}`,
      ),
    ];
    if (rule.bothWays) lines.push(say(telling, `低于 ${start} 时反向计算`, `below ${start} it counts the other way`));
    return lines;
  },
};

function isNegative(points: string): boolean {
  return compare(exact(points), exact("0")) < 0;
}

function perText({ per, partial, fact }: StepsRule, telling: Telling): string {
  const declared = telling.facts.get(fact);
  const size = declared?.unit === undefined ? per : `${per} ${declared.unit}`;
  switch (partial) {
    case "floor":
      return say(telling, `每满 ${size}`, `for every full ${size}`);
    case "ceil":
      return say(telling, `每 ${size}（不足的也算）`, `for every ${size} or part of it`);
    case "interpolate":
      return say(telling, `每 ${size}（按比例）`, `for every ${size}, in proportion,`);
  }
}
