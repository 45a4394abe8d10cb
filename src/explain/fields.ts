/** Entries of a list in words: what they say, and what a rubric asks of them. */
import type { FieldCondition, Test } from "../model/condition.js";
import type { EventsFact, FieldDeclaration } from "../model/fact.js";
import { optionTitle } from "./facts.js";
import { askedText, askedYearsText } from "./figures.js";
import { type Telling, beforeWord, listed, say, titleOf } from "./telling.js";

/** `严重程度是严重违法失信，且主体是企业或法定代表人`. */
export function fieldConditionText(condition: FieldCondition, fact: string, telling: Telling): string {
  const part = (inner: FieldCondition): string => {
    const text = fieldConditionText(inner, fact, telling);
    return inner.kind === "field" || inner.kind === "not" ? text : say(telling, `（${text}）`, `(${text})`);
  };
  switch (condition.kind) {
    case "all":
      return both(condition.of.map(part), telling);
    case "any":
      return condition.of.map(part).join(say(telling, "或", " or "));
    case "not":
      return say(telling, `并非（${part(condition.of)}）`, `not (${part(condition.of)})`);
    case "at_least_n":
      return say(
        telling,
        `至少符合 ${condition.n} 项（${listed(condition.of.map(part), telling)}）`,
        `at least ${condition.n} of (${listed(condition.of.map(part), telling)}) ${condition.n === 1 ? "holds" : "hold"}`,
      );
    case "field": {
      const name = fieldTitle(condition.field, fact, telling);
      const asked = condition.tests.map((test) => askText(test, condition.field, fact, telling));
      return `${name}${say(telling, "", " ")}${both(asked, telling)}`;
    }
  }
}

function both(parts: readonly string[], telling: Telling): string {
  return say(
    telling,
    parts.map((part, i) => (i < parts.length - 1 ? beforeWord(part) : part)).join("且"),
    parts.join(" and "),
  );
}

function askText(test: Test, name: string, fact: string, telling: Telling): string {
  const field = fieldOf(name, fact, telling);
  const isNumber = name === "year" || field?.type === "integer" || field?.type === "decimal";
  // Words stand in quotation marks, numbers do not.
  const word = (value: string | boolean): string => {
    const text = name === "kind" ? kindTitle(String(value), fact, telling) : fieldValueText(value, field, telling);
    return isNumber ? say(telling, ` ${text}`, text) : say(telling, `“${text}”`, `\`${text}\``);
  };
  switch (test.op) {
    case "is":
      return say(telling, `为${word(test.value)}`, `is ${word(test.value)}`);
    case "in":
      return say(telling, `为${test.values.map(word).join("或")}`, `is ${test.values.map(word).join(" or ")}`);
    case "on_or_before":
      return say(telling, `不晚于 ${test.value}`, `is not after ${test.value}`);
    case "on_or_after":
      return say(telling, `不早于 ${test.value}`, `is not before ${test.value}`);
    case "full_years": {
      const { low, high } = test.interval;
      const years = askedYearsText(
        {
          ...(low && { [low.inclusive ? "at_least" : "above"]: low.value }),
          ...(high && { [high.inclusive ? "at_most" : "below"]: high.value }),
        },
        telling,
      );
      return say(telling, years, `lies ${years}`);
    }
    case "missing":
      return say(telling, "没有填写", "is not stated");
    default: {
      const unit = field?.unit === undefined ? "" : ` ${field.unit}`;
      return `${say(telling, "", "is ")}${askedText({ [test.op]: test.value }, telling)}${unit}`;
    }
  }
}

export function fieldValueText(value: string | boolean, field: FieldDeclaration | undefined, telling: Telling): string {
  if (typeof value === "boolean") return value ? say(telling, "是", "yes") : say(telling, "否", "no");
  const text = optionTitle(value, field?.options, telling);
  return field?.unit === undefined ? text : `${text} ${field.unit}`;
}

export function fieldTitle(name: string, fact: string, telling: Telling): string {
  const title = fieldOf(name, fact, telling)?.title;
  if (title !== undefined) return titleOf(title, telling);
  const own = { date: "日期", kind: "种类", month: "月份", year: "年份" }[name];
  return telling.lang === "zh" && own !== undefined ? own : name;
}

export function fieldOf(name: string, fact: string, { facts }: Telling): FieldDeclaration | undefined {
  const declared = facts.get(fact);
  return declared?.type === "events" ? declared.fields.find((field) => field.name === name) : undefined;
}

export function kindTitle(kind: string, fact: string, telling: Telling): string {
  const declared = telling.facts.get(fact);
  return optionTitle(kind, declared?.type === "events" ? (declared as EventsFact).kinds : undefined, telling);
}
