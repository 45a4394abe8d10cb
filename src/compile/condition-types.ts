/** Whether a condition can be asked of a fact that another rubric declares. */
import { isDecimalText } from "../base/decimal-text.js";
import { parseDate } from "../base/calendar.js";
import type { Condition, FieldCondition, Test, Within } from "../model/condition.js";
import type { EventsFact, FactDeclaration, FieldDeclaration } from "../model/fact.js";

/** What the condition needs instead, as an author writes it; undefined when it fits. */
export function conditionProblem(condition: Condition, fact: FactDeclaration): string | undefined {
  if (condition.kind === "events") {
    if (fact.type !== "events") return "events";
    return (
      (condition.within && withinProblem(condition.within, fact)) ??
      (condition.where && fieldProblem(condition.where, fact))
    );
  }
  if (condition.kind !== "fact") return undefined;
  return firstProblem(condition.tests, (test) => testProblem(test, fact.type, optionsOf(fact)));
}

function optionsOf(fact: FactDeclaration): readonly string[] | undefined {
  return fact.type === "choice" || fact.type === "choices" ? fact.options.map((option) => option.id) : undefined;
}

function withinProblem(within: Within, fact: EventsFact): string | undefined {
  if (within.kind !== "own-term") return undefined;
  const { field: name, otherwise } = within;
  const field = fieldOf(name, fact);
  if (field?.type !== "date") return `fields: { ${name}: { type: date } }`;
  if (field.optional && otherwise === undefined) return "otherwise: …";
  return field.optional || otherwise === undefined ? undefined : `fields: { ${name}: { optional: true } }`;
}

function fieldProblem(condition: FieldCondition, fact: EventsFact): string | undefined {
  switch (condition.kind) {
    case "all":
    case "any":
    case "at_least_n":
      return firstProblem(condition.of, (part) => fieldProblem(part, fact));
    case "not":
      return fieldProblem(condition.of, fact);
    case "field": {
      const field = fieldOf(condition.field, fact);
      if (!field) return `fields: { ${condition.field}: … }`;
      return firstProblem(condition.tests, (test) => {
        if (test.op === "missing")
          return field.optional ? undefined : `fields: { ${condition.field}: { optional: true } }`;
        return testProblem(
          test,
          field.type,
          field.options?.map((option) => option.id),
        );
      });
    }
  }
}

function fieldOf(name: string, fact: EventsFact): Pick<FieldDeclaration, "type" | "optional" | "options"> | undefined {
  switch (name) {
    case "date":
      return { type: "date", optional: false };
    case "month":
      return { type: "text", optional: false };
    case "year":
      return { type: "integer", optional: false };
    case "kind":
      return fact.kinds ? { type: "choice", optional: false, options: fact.kinds } : { type: "text", optional: false };
    default:
      return fact.fields.find((field) => field.name === name);
  }
}

type TestedType = FactDeclaration["type"] | FieldDeclaration["type"];

function testProblem(test: Test, type: TestedType, options: readonly string[] | undefined): string | undefined {
  switch (test.op) {
    case "is":
      return type === "choices" ? "in: [ … ]" : valueProblem(test.value, type, options);
    case "in":
      return firstProblem(test.values, (value) => valueProblem(value, type, options));
    case "at_least":
    case "above":
    case "at_most":
    case "below":
      return type === "integer" || type === "decimal" ? undefined : "integer / decimal";
    case "on_or_before":
    case "on_or_after":
    case "full_years":
      return type === "date" ? undefined : "date";
    case "missing":
      return undefined;
  }
}

function valueProblem(
  value: string | boolean,
  type: TestedType,
  options: readonly string[] | undefined,
): string | undefined {
  if (type === "events") return "count: { … }";
  if (type === "boolean") return typeof value === "boolean" ? undefined : "true / false";
  if (typeof value === "boolean") return options?.includes(String(value)) ? undefined : "boolean";
  if (type === "integer" || type === "decimal") return isDecimalText(value) ? undefined : "integer / decimal";
  if (type === "date") return parseDate(value) ? undefined : "2023-11-10";
  return !options || options.includes(value) ? undefined : options.join(" / ");
}

function firstProblem<T>(items: readonly T[], problem: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = problem(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
