/** One value, one test: comparisons bound to the type of what they read. */
import { type Amount, amount, order } from "../base/amount.js";
import { type Day, compareDays, fullPeriods, parseDate } from "../base/calendar.js";
import { describeInterval } from "../base/interval.js";
import type { Truth } from "../model/assessment.js";
import type { Test } from "../model/condition.js";
import type { FactDeclaration, FieldDeclaration } from "../model/fact.js";
import type { Interval } from "../model/numbers.js";
import type { FactValue } from "./program.js";

export type ValueType = FactDeclaration["type"] | FieldDeclaration["type"];

/** Answers for a value that is there; `missing` is the caller's question. */
export type BoundTest = (value: FactValue, asOf: Day) => Truth;

/** The type is known to fit: linking has checked it. */
export function bindTest(test: Test, type: ValueType): BoundTest {
  switch (test.op) {
    case "is": {
      const equal = equality(test.value, type);
      return (value) => truth(equal(value));
    }
    case "in": {
      const equals = test.values.map((value) => equality(value, type));
      if (type === "choices")
        return (value) => truth((value as readonly string[]).some((held) => equals.some((e) => e(held))));
      return (value) => truth(equals.some((equal) => equal(value)));
    }
    case "at_least":
    case "above":
    case "at_most":
    case "below": {
      const edge = amount(test.value);
      const answers = ANSWERS[test.op];
      return (value) => truth(answers(order(value as Amount, edge)));
    }
    case "on_or_before":
    case "on_or_after": {
      const edge = parseDate(test.value)!;
      const sign = test.op === "on_or_before" ? 1 : -1;
      return (value) => truth(compareDays(value as Day, edge) * sign <= 0);
    }
    case "full_years": {
      const within = bindInterval(test.interval);
      return (value, asOf) => {
        const years = fullPeriods(value as Day, asOf, "years");
        // A day after the as-of date has no full years, not even none: the fact says something impossible.
        return years === undefined ? "unknown" : truth(within(amount(String(years))));
      };
    }
    case "missing":
      return () => "false";
  }
}

/** The interval as a question about amounts. */
export function bindInterval({ low, high }: Interval): (value: Amount) => boolean {
  const least = low && { edge: amount(low.value), answers: ANSWERS[low.inclusive ? "at_least" : "above"] };
  const most = high && { edge: amount(high.value), answers: ANSWERS[high.inclusive ? "at_most" : "below"] };
  return (value) =>
    (!least || least.answers(order(value, least.edge))) && (!most || most.answers(order(value, most.edge)));
}

/** The test in the words of the rubric, for the record. */
export function describeTest(test: Test): Readonly<Record<string, unknown>> {
  switch (test.op) {
    case "is":
      return { is: test.value };
    case "in":
      return { in: test.values };
    case "full_years":
      return { full_years: Object.fromEntries(describeInterval(test.interval)) };
    case "missing":
      return { missing: true };
    default:
      return { [test.op]: test.value };
  }
}

export function truth(value: boolean): Truth {
  return value ? "true" : "false";
}

const ANSWERS = {
  at_least: (sign: number) => sign >= 0,
  above: (sign: number) => sign > 0,
  at_most: (sign: number) => sign <= 0,
  below: (sign: number) => sign < 0,
};

function equality(expected: string | boolean, type: ValueType): (value: FactValue) => boolean {
  if (type === "integer" || type === "decimal") {
    const number = amount(String(expected));
    return (value) => order(value as Amount, number) === 0;
  }
  if (type === "date") {
    const day = parseDate(String(expected))!;
    return (value) => compareDays(value as Day, day) === 0;
  }
  return (value) => value === expected;
}
