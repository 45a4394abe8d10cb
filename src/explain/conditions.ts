/** Eligibility and preferences: condition by condition, with every answer. */
import type { Assessment, ConditionResult } from "../model/assessment.js";
import type { Condition } from "../model/condition.js";
import type { ConditionStory, Explanation } from "../model/explanation.js";
import { conditionText } from "./asked.js";
import { countedLines } from "./entries.js";
import { becauseText } from "./tests.js";
import { type Telling, citation, cited, listed, say, titleOf } from "./telling.js";

export function conditionStory(condition: ConditionResult, telling: Telling): ConditionStory {
  const { id, title, status, clause, source, asks, because } = condition;
  return {
    id,
    title: titleOf(title, telling),
    status,
    clause: cited(clause, source, telling),
    because: [
      // Then the answers are about whether it applies, and what it asks was never looked at.
      ...(status === "not-applicable"
        ? [say(telling, "适用的前提不成立，所以不作要求", "nothing is asked, since it applies only under a condition")]
        : hasAlternatives(asks)
          ? [say(telling, `要求：${conditionText(asks, telling)}`, `asked for: ${conditionText(asks, telling)}`)]
          : []),
      ...because.flatMap((entry) => [
        becauseText(entry, telling),
        ...countedLines(entry, telling).map((line) => `· ${line}`),
      ]),
    ],
  };
}

/** Where not every test must hold, the tests alone do not say what is asked. */
function hasAlternatives(condition: Condition): boolean {
  switch (condition.kind) {
    case "any":
    case "at_least_n":
      return true;
    case "all":
      return condition.of.some(hasAlternatives);
    case "not":
      // Not all of them: one that does not hold is enough. None of them: each has to fail.
      if (condition.of.kind === "not") return hasAlternatives(condition.of.of);
      return condition.of.kind === "all" || condition.of.kind === "at_least_n";
    default:
      return false;
  }
}

export function eligibilityStory({ eligibility }: Assessment, telling: Telling): Explanation["eligibility"] {
  const { status, conditions } = eligibility;
  return {
    status,
    text: eligibilityText(eligibility, telling),
    conditions: conditions.map((entry) => conditionStory(entry, telling)),
  };
}

/** One clause of a sentence: what the conditions together come to. */
export function eligibilityText({ status, conditions }: Assessment["eligibility"], telling: Telling): string {
  const withStatus = (wanted: ConditionResult["status"]): readonly string[] =>
    conditions.filter((entry) => entry.status === wanted).map(({ id }) => id);
  switch (status) {
    case "eligible":
      return metText(conditions.length, withStatus("not-applicable").length, telling);
    case "ineligible":
      return say(
        telling,
        `不符合申报条件 ${listed(withStatus("failed"), telling)}`,
        `${withStatus("failed").length === 1 ? "condition" : "conditions"} ${listed(withStatus("failed"), telling)} ${withStatus("failed").length === 1 ? "is" : "are"} not met`,
      );
    case "undetermined":
      return say(
        telling,
        `申报条件 ${listed(withStatus("unknown"), telling)} 尚不能确定`,
        `${withStatus("unknown").length === 1 ? "condition" : "conditions"} ${listed(withStatus("unknown"), telling)} ${withStatus("unknown").length === 1 ? "is" : "are"} still open`,
      );
  }
}

function metText(all: number, out: number, telling: Telling): string {
  if (all === 0) return say(telling, "没有规定申报条件", "there are no conditions");
  if (all === out)
    return all === 1
      ? say(telling, "唯一的申报条件不适用", "the one condition does not apply")
      : say(telling, `${all} 项申报条件都不适用`, `none of the ${all} conditions applies`);
  if (all === 1) return say(telling, "唯一的申报条件符合", "the one condition is met");
  if (out === 0) return say(telling, `${all} 项申报条件全部符合`, `all ${all} conditions are met`);
  return say(
    telling,
    `${all} 项申报条件中 ${out} 项不适用，其余全部符合`,
    `of ${all} conditions ${out} ${out === 1 ? "does" : "do"} not apply, and all others are met`,
  );
}

export function materialsStory({ materials }: Assessment, telling: Telling): readonly string[] {
  if (materials.items.length === 0) return [];
  if (materials.complete) return [say(telling, "申报材料齐全", "all required materials are there")];
  const missing = materials.items.filter(({ id }) => materials.missing.includes(id));
  const names = missing.map(({ id, title, clause, source }) => {
    const where = cited(clause, source, telling);
    const name = `${id} ${titleOf(title, telling)}${where === null ? "" : citation(where, telling)}`;
    return say(telling, `还缺 ${name}`, `missing: ${name}`);
  });
  return [
    ...names,
    say(
      telling,
      "缺材料不改变得分和上面的结论，但申报还不齐全，要补交",
      "this changes neither the score nor the outcome above; but the application is not complete without them",
    ),
  ];
}
