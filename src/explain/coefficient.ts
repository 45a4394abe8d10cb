/** What a value is multiplied by: the rubric's table in words, and the product that came of it. */
import type { NodeResult, Read, Step } from "../model/assessment.js";
import type { ExactText } from "../model/numbers.js";
import type { Coefficient } from "../model/rubric.js";
import { factTitle, optionTitle, readText } from "./facts.js";
import { divisorText, factorText, plainText } from "./figures.js";
import { type Telling, bracketed, listed, say } from "./telling.js";

/** What a leaf read for its rule; the fact of the coefficient stands behind it. */
export function readsOfRule({ read, coefficient }: NodeResult): readonly Read[] {
  return coefficient ? read.slice(0, -1) : read;
}

/** `4 × 系数 1.2（规模：大型） = 4.8`. */
export function productText({ in: [from, by], out }: Step, node: NodeResult, telling: Telling): string {
  const [value, times] = [from, by].map((each) => factorText(divisorText(String(each)))) as [string, string];
  const why = bracketed(sourceText(node, telling), telling);
  return say(
    telling,
    `${value} × 系数 ${times}${why} = ${String(out)}`,
    `${value} × coefficient ${times}${why} = ${String(out)}`,
  );
}

/** The fact that the coefficient is, or stands for, with its value. */
export function sourceText({ read, coefficient }: NodeResult, telling: Telling): string {
  const { fact } = coefficient!;
  return `${factTitle(fact, telling)}${say(telling, "：", ": ")}${readText(read[read.length - 1]!, telling)}`;
}

/** Of a group, whose value tells nothing of a coefficient that changed nothing. */
export function coefficientLines(node: NodeResult, telling: Telling): readonly string[] {
  if (!node.coefficient || node.children === undefined) return [];
  return [
    say(telling, `系数取自 ${sourceText(node, telling)}`, `coefficient from ${sourceText(node, telling)}`),
    ...coefficientStandard(node.coefficient, telling),
  ];
}

/** The rubric's own words: 系数. */
export function coefficientStandard({ fact, values, whenMissing }: Coefficient, telling: Telling): readonly string[] {
  const title = factTitle(fact, telling);
  const missing =
    whenMissing === undefined
      ? []
      : [
          say(
            telling,
            `确认没有这项资料的，乘 ${plainText(whenMissing)}`,
            `× ${plainText(whenMissing)} where there is no such thing`,
          ),
        ];
  const table = values?.map(({ option, times }) => `${valueTitle(fact, option, telling)} × ${plainText(times)}`);
  const told = table
    ? say(
        telling,
        `得分乘以系数，按${title}：${listed(table, telling)}`,
        `multiplied, by ${title}: ${listed(table, telling)}`,
      )
    : say(telling, `得分乘以${title}`, `multiplied by ${title}`);
  return [[told, ...missing].join(say(telling, "；", "; "))];
}

function valueTitle(fact: string, option: ExactText, telling: Telling): string {
  const declared = telling.facts.get(fact);
  if (declared?.type === "boolean") return option === "true" ? say(telling, "是", "yes") : say(telling, "否", "no");
  return optionTitle(option, declared && "options" in declared ? declared.options : undefined, telling);
}
