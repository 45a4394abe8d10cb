/** The standard of a leaf in full: its rule, and what the rubric says about its value beside it. */
import type { Rounding } from "../model/numbers.js";
import { conditionText } from "./asked.js";
import { coefficientStandard } from "./coefficient.js";
import { pointWord } from "./figures.js";
import { countingLines, lowestText } from "./outside.js";
import { roundingKept } from "./rounding.js";
import { type LeafResult, tellStandard } from "./rules.js";
import { type Telling, say } from "./telling.js";

export function standardLines(leaf: LeafResult, telling: Telling): readonly string[] {
  const { coefficient } = leaf;
  const multiplied = coefficient ? coefficientStandard(coefficient, telling) : [];
  return [...tellStandard(leaf.standard, telling), ...multiplied, ...termLines(leaf, telling)];
}

function termLines(leaf: LeafResult, telling: Telling): readonly string[] {
  const { terms = {}, points, countsAs } = leaf;
  const { floor, cap, round, whenMissing, appliesWhen, mayBeNotApplicable, ifNotApplicable } = terms;
  return [
    ...countingLines(leaf, telling),
    ...(floor === undefined ? [] : [(countsAs === "deduction" ? lowestText : floorText)(floor, telling)]),
    ...(cap === undefined ? [] : [capText(cap, points, telling)]),
    ...(round === undefined ? [] : [roundText(round, telling)]),
    ...(whenMissing === undefined
      ? []
      : [
          say(
            telling,
            `确认没有这项资料的，得 ${whenMissing} 分`,
            `without the facts, once that is final: ${whenMissing} ${pointWord(whenMissing)}`,
          ),
        ]),
    ...(appliesWhen === undefined
      ? []
      : [
          say(
            telling,
            `只在这种情况下适用：${conditionText(appliesWhen, telling)}`,
            `applies only where ${conditionText(appliesWhen, telling)}`,
          ),
        ]),
    ...(mayBeNotApplicable === true
      ? [say(telling, "可以认定为不适用，须写明认定人和理由", "may be found not to apply, by somebody who says why")]
      : []),
    ...(ifNotApplicable === undefined ? [] : [NOT_APPLICABLE[ifNotApplicable][telling.lang]]),
  ];
}

function floorText(floor: string, telling: Telling): string {
  if (floor === "none") return say(telling, "扣分不设下限，可以是负分", "no floor: it may fall below 0");
  return floor === "0"
    ? say(telling, "扣完为止，最低 0 分", "never below 0")
    : say(telling, `最低 ${floor} 分`, `never below ${floor}`);
}

function capText(cap: string, points: string, telling: Telling): string {
  if (cap === "none") return say(telling, "不封顶，可以超过满分", "no cap: it may exceed its points");
  return say(telling, `最高 ${cap} 分${cap === points ? "（满分）" : ""}`, `never above ${cap}`);
}

function roundText(round: Rounding, telling: Telling): string {
  const { mode, kept } = roundingKept(round, telling);
  return say(telling, `得分${mode}${kept}`, `rounded ${mode} ${kept}`);
}

const NOT_APPLICABLE = {
  drop: {
    zh: "不适用的，不计分，也不占分值",
    en: "where it does not apply, neither its points nor their maximum count",
  },
  full: { zh: "不适用的，按满分计", en: "where it does not apply, it counts in full" },
  zero: { zh: "不适用的，计 0 分", en: "where it does not apply, it counts 0" },
} as const;
