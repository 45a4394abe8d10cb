/** Tests of single values, and questions about the entries of a list, answered from what a record says of them. */
import type { EntryResult, ReadValue, Truth } from "../model/assessment.js";
import type { FieldCondition, Test, Within } from "../model/condition.js";
import type { EventsFact, FieldDeclaration } from "../model/fact.js";
import type { DateText, Interval } from "../model/numbers.js";
import { fullPeriods, isWithin } from "./days.js";
import { type Rational, compare, equal, isNumber, numberOf, wholeNumber } from "./rational.js";

export function isInside({ low, high }: Interval, value: Rational): boolean {
  const above = low ? compare(value, numberOf(low.value)) : 1;
  const below = high ? compare(value, numberOf(high.value)) : -1;
  return (
    (above > 0 || (above === 0 && low?.inclusive === true)) && (below < 0 || (below === 0 && high?.inclusive === true))
  );
}

/** In the words of rubrics. */
export function intervalWords({ low, high }: Interval): Readonly<Record<string, string>> {
  return {
    ...(low && { [low.inclusive ? "at_least" : "above"]: low.value }),
    ...(high && { [high.inclusive ? "at_most" : "below"]: high.value }),
  };
}

export function testWords(test: Test): Readonly<Record<string, unknown>> {
  switch (test.op) {
    case "is":
      return { is: test.value };
    case "in":
      return { in: test.values };
    case "full_years":
      return { full_years: intervalWords(test.interval) };
    case "missing":
      return { missing: true };
    default:
      return { [test.op]: test.value };
  }
}

/** Of a value that is there; unknown only for the full years of a day that is still to come. */
export function answerTo(test: Test, value: ReadValue, isNumeric: boolean, asOf: DateText): Truth {
  switch (test.op) {
    case "is":
      return truthOf(isSame(value, test.value, isNumeric));
    case "in": {
      const held = Array.isArray(value) ? value : [value];
      return truthOf(held.some((each: ReadValue) => test.values.some((wanted) => isSame(each, wanted, isNumeric))));
    }
    case "at_least":
    case "above":
    case "at_most":
    case "below":
      return truthOf(ANSWERS[test.op](compare(numberOf(String(value)), numberOf(test.value))));
    case "on_or_before":
      return truthOf(String(value) <= test.value);
    case "on_or_after":
      return truthOf(String(value) >= test.value);
    case "full_years": {
      const years = fullPeriods(String(value), asOf, "years");
      return years === undefined ? "unknown" : truthOf(isInside(test.interval, wholeNumber(years)));
    }
    case "missing":
      return "false";
  }
}

const ANSWERS = {
  at_least: (sign: number) => sign >= 0,
  above: (sign: number) => sign > 0,
  at_most: (sign: number) => sign <= 0,
  below: (sign: number) => sign < 0,
};

export function isSame(value: unknown, wanted: unknown, isNumeric: boolean): boolean {
  if (!isNumeric) return value === wanted;
  return isNumber(value) && isNumber(wanted) && equal(numberOf(value), numberOf(wanted));
}

export function truthOf(holds: boolean): Truth {
  return holds ? "true" : "false";
}

/** Why an entry does not count; undefined: it does. */
export function exclusionOf(
  entry: EntryResult,
  { within, where }: { readonly within?: Within; readonly where?: FieldCondition },
  fact: EventsFact,
  asOf: DateText,
): EntryResult["excluded"] {
  if (entry.date > asOf) return "later";
  if (within && !isWithin(within, entry, asOf)) return "window";
  return where && !meets(where, entry, fact, asOf) ? "where" : undefined;
}

/** Never open: an entry is complete, and a field that it lacks does not exist. */
export function meets(condition: FieldCondition, entry: EntryResult, fact: EventsFact, asOf: DateText): boolean {
  const part = (each: FieldCondition): boolean => meets(each, entry, fact, asOf);
  switch (condition.kind) {
    case "all":
      return condition.of.every(part);
    case "any":
      return condition.of.some(part);
    case "not":
      return !part(condition.of);
    case "at_least_n":
      return condition.of.filter(part).length >= condition.n;
    case "field": {
      const value = fieldOf(condition.field, entry);
      const isNumeric = NUMERIC.has(typeOf(condition.field, fact));
      return condition.tests.every((test) =>
        value === undefined ? test.op === "missing" : answerTo(test, value, isNumeric, asOf) === "true",
      );
    }
  }
}

export const NUMERIC: ReadonlySet<string> = new Set(["integer", "decimal"]);

/** Every entry has a date and a kind; month and year follow from the date. */
export function fieldOf(name: string, { date, kind, fields }: EntryResult): string | boolean | undefined {
  switch (name) {
    case "date":
      return date;
    case "kind":
      return kind;
    case "month":
      return date.slice(0, 7);
    case "year":
      return String(Number(date.slice(0, 4)));
    default:
      return fields.find((field) => field.name === name)?.value;
  }
}

function typeOf(name: string, fact: EventsFact): FieldDeclaration["type"] {
  if (name === "year") return "integer";
  return fact.fields.find((field) => field.name === name)?.type ?? "text";
}
