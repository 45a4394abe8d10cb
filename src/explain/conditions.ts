/** Eligibility and preferences: condition by condition, with every answer. */
import type { Assessment, ConditionResult } from "../model/assessment.js";
import type { Condition } from "../model/condition.js";
import type { ConditionStory, Explanation } from "../model/explanation.js";
import { conditionText } from "./asked.js";
import { countedLines } from "./entries.js";
import { becauseText } from "./tests.js";
import { type Telling, citation, cited, listed, say, titleOf } from "./telling.js";

export function conditionStory(condition: ConditionResult, telling: Telling): ConditionStory {
  const { id, title, status, clause, source, because } = condition;
  return {
    id,
    title: titleOf(title, telling),
    status,
    clause: cited(clause, source, telling),
    because: [
      ...fromText(condition, telling),
      ...askedLines(condition, telling),
      ...because.flatMap((entry) => [
        becauseText(entry, telling),
        ...countedLines(entry, telling).map((line) => `· ${line}`),
      ]),
    ],
  };
}

/** Where not every test must hold, what is asked; of one that does not apply, that nothing is. */
function askedLines({ status, from, asks }: ConditionResult, telling: Telling): readonly string[] {
  if (status === "not-applicable") {
    // That the sheet is not meant has been said; else the answers are about whether the condition applies.
    if (from?.applies === "no") return [];
    return [
      say(telling, "适用的前提不成立，所以不作要求", "nothing is asked, since it applies only under a condition"),
    ];
  }
  if (!hasAlternatives(asks)) return [];
  return [say(telling, `要求：${conditionText(asks, telling)}`, `asked for: ${conditionText(asks, telling)}`)];
}

/** Which sheet brings it along, and whether that counts. */
export function fromText({ from }: ConditionResult, telling: Telling): readonly string[] {
  if (!from) return [];
  const { component } = from;
  switch (from.applies) {
    case "yes":
      return [say(telling, `由 ${component} 的指标表提出`, `asked by the sheet of ${component}`)];
    case "no":
      return [
        say(
          telling,
          `由 ${component} 的指标表提出，而 ${component} 不适用，所以不作要求`,
          `asked by the sheet of ${component}, which does not apply, so that nothing is asked`,
        ),
      ];
    case "open":
      return [
        say(
          telling,
          `由 ${component} 的指标表提出，而 ${component} 是否适用还不能确定`,
          `asked by the sheet of ${component}, and whether that applies is still open`,
        ),
      ];
  }
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
export function eligibilityText(eligibility: Assessment["eligibility"], telling: Telling): string {
  const { status, conditions, open = [] } = eligibility;
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
      return [openText(withStatus("unknown"), telling), unnamedText(open, telling)]
        .filter((text) => text !== "")
        .join(say(telling, "，", ", "));
  }
}

function openText(unknown: readonly string[], telling: Telling): string {
  if (unknown.length === 0) return "";
  return say(
    telling,
    `申报条件 ${listed(unknown, telling)} 尚不能确定`,
    `${unknown.length === 1 ? "condition" : "conditions"} ${listed(unknown, telling)} ${unknown.length === 1 ? "is" : "are"} still open`,
  );
}

/** Sheets that nobody has named yet may ask something too. */
function unnamedText(components: readonly string[], telling: Telling): string {
  if (components.length === 0) return "";
  return say(
    telling,
    `${listed(components, telling)} 还没有选定指标表，可能另有申报条件`,
    `${listed(components, telling)} ${components.length === 1 ? "has" : "have"} no sheet yet, which may bring conditions of its own`,
  );
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
