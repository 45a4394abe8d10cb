/** Three-valued logic: conditions joined from the answers to their questions, and ranges held against intervals. */
import type { Bounds, Truth } from "../model/assessment.js";
import type { Condition, Test } from "../model/condition.js";
import type { Interval } from "../model/numbers.js";
import { type Rational, compare, numberOf } from "./rational.js";

/** A part of a condition that asks something by itself; of a fact each test is one. */
export type Question =
  | { readonly kind: "fact"; readonly fact: string; readonly test: Test }
  | Exclude<Condition, { kind: "all" | "any" | "not" | "at_least_n" | "fact" }>;

/** Joined in the order in which the questions stand, every one of them answered. */
export function joined(
  condition: Condition,
  answer: (question: Question, negated: boolean) => Truth,
  negated = false,
): Truth {
  const part = (each: Condition): Truth => joined(each, answer, negated);
  const sure = (question: Question): Truth => {
    const truth = answer(question, negated);
    if (!TRUTHS.includes(truth)) throw new RangeError("a question that has no answer");
    return truth;
  };
  switch (condition.kind) {
    case "all":
      return allOf(condition.of.map(part));
    case "any":
      return not(allOf(condition.of.map((each) => not(part(each)))));
    case "not":
      return not(joined(condition.of, answer, !negated));
    case "at_least_n":
      return atLeast(condition.n, condition.of.map(part));
    case "fact":
      return allOf(condition.tests.map((test) => sure({ kind: "fact", fact: condition.fact, test })));
    default:
      return sure(condition);
  }
}

const TRUTHS: readonly Truth[] = ["true", "false", "unknown"];

export function allOf(answers: readonly Truth[]): Truth {
  return answers.includes("false") ? "false" : answers.includes("unknown") ? "unknown" : "true";
}

export function not(truth: Truth): Truth {
  return truth === "unknown" ? truth : truth === "true" ? "false" : "true";
}

function atLeast(n: number, answers: readonly Truth[]): Truth {
  const yes = answers.filter((each) => each === "true").length;
  const open = answers.filter((each) => each === "unknown").length;
  return yes >= n ? "true" : yes + open >= n ? "unknown" : "false";
}

/** How many tests a condition writes down. */
export function countTests(condition: Condition): number {
  let count = 0;
  joined(condition, () => {
    count += 1;
    return "true";
  });
  return count;
}

/** Numbers between two ends, which are among them unless it says so; null where there is no end. */
export interface Range {
  readonly least: Rational | null;
  readonly most: Rational | null;
  readonly isOpen?: boolean;
}

export function rangeOf({ least, most }: Pick<Bounds, "least" | "most">): Range {
  return { least: least === null ? null : numberOf(least), most: most === null ? null : numberOf(most) };
}

/** Whether all numbers of a range lie in the interval, none, or some. */
export function inRange({ low, high }: Interval, range: Range): Truth {
  const above = low ? isAbove(range, numberOf(low.value), low.inclusive) : "true";
  // What is at most so much is what is not above it.
  const below = high ? not(isAbove(range, numberOf(high.value), !high.inclusive)) : "true";
  return allOf([above, below]);
}

function isAbove({ least, most, isOpen = false }: Range, edge: Rational, inclusive: boolean): Truth {
  const from = least === null ? -1 : compare(least, edge);
  if (from > 0 || (from === 0 && (inclusive || isOpen))) return "true";
  const to = most === null ? 1 : compare(most, edge);
  return to < 0 || (to === 0 && (!inclusive || isOpen)) ? "false" : "unknown";
}
