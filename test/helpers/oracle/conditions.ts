/** Conditions on facts, on the score and on eligibility. */
import { compareDays, fullYears, mustDay } from "./calendar.js";
import { countEvents } from "./events.js";
import { all, any, atLeast, not } from "./kleene.js";
import { has, list, map, maps, number, text } from "./plain.js";
import { compare, equal, less, readNumber, whole } from "./rational.js";
import { holds, readSpan } from "./span.js";
import type { Day } from "./calendar.js";
import type { Facts } from "./facts.js";
import type { Truth } from "./kleene.js";
import type { Plain, PlainMap } from "./plain.js";
import { answerAbout, QUESTIONS } from "./points.js";
import type { Breakdown } from "./points.js";
import type { Q } from "./rational.js";
import type { Value } from "./values.js";

/** What a condition may ask beside facts: of indicators once they are scored, of the rest in outcomes only. */
export interface Verdicts {
  readonly indicators?: Breakdown;
  readonly score: (test: PlainMap) => Truth;
  readonly vetoed: (wanted: boolean) => Truth;
  readonly band: (asked: Plain | undefined) => Truth;
  readonly eligibility: (status: string) => Truth;
}

export function holdsTrue(condition: PlainMap, facts: Facts, verdicts?: Partial<Verdicts>): Truth {
  return joined(condition, (part) => {
    for (const kind of QUESTIONS)
      if (has(part, kind))
        return answerAbout(kind, mustHave(verdicts?.indicators)(text(part[kind])), map(part["points"]));
    if (has(part, "score")) return mustHave(verdicts?.score)(map(part["score"]));
    if (has(part, "vetoed")) return mustHave(verdicts?.vetoed)(part["vetoed"] === true);
    if (has(part, "band")) return mustHave(verdicts?.band)(part["band"]);
    if (has(part, "eligibility")) return mustHave(verdicts?.eligibility)(text(part["eligibility"]));
    return factTest(part, facts);
  });
}

/** all, any, not, at_least_n over whatever `leaf` answers. */
export function joined(condition: PlainMap, leaf: (part: PlainMap) => Truth): Truth {
  const each = (parts: Plain | undefined): Truth[] => maps(parts).map((part) => joined(part, leaf));
  if (has(condition, "all")) return all(each(condition["all"]));
  if (has(condition, "any")) return any(each(condition["any"]));
  if (has(condition, "not")) return not(joined(map(condition["not"]), leaf));
  if (has(condition, "at_least_n")) {
    const body = map(condition["at_least_n"]);
    return atLeast(Number(text(body["n"])), each(body["of"]));
  }
  return leaf(condition);
}

function factTest(part: PlainMap, facts: Facts): Truth {
  const { state, value } = facts.know(text(part["fact"]));
  if (part["missing"] === true) return state === "missing" ? true : state === "given" ? false : undefined;
  if (has(part, "count")) {
    if (value === undefined) return undefined;
    return countTest(map(part["count"]), countEvents(part, facts));
  }
  if (state !== "given" || value === undefined) return undefined;
  return testValue(value, part, facts.asOf);
}

/** A number of events somewhere in [least, most]. */
function countTest(test: PlainMap, { least, most }: { least: number; most: number }): Truth {
  const answers = new Set<boolean>();
  for (let n = least; n <= most; n += 1) answers.add(numberTest(test, whole(n)));
  return answers.size === 1 ? [...answers][0] : undefined;
}

export function numberTest(test: PlainMap, n: Q): boolean {
  return holds(readSpan(test, false), n) && (!has(test, "is") || equal(number(test["is"]), n));
}

/** Every test of one value must hold. */
export function testValue(value: Value, tests: PlainMap, asOf: Day): Truth {
  const truths: Truth[] = [];
  if (has(tests, "is")) truths.push(same(value, tests["is"]));
  if (has(tests, "in")) truths.push(isOneOf(value, list(tests["in"])));
  for (const op of ["at_least", "above", "at_most", "below"]) {
    if (has(tests, op)) truths.push(ordered(value, op, number(tests[op])));
  }
  if (value.type === "day") {
    if (has(tests, "on_or_before")) truths.push(compareDays(value.day, mustDay(tests["on_or_before"])) <= 0);
    if (has(tests, "on_or_after")) truths.push(compareDays(value.day, mustDay(tests["on_or_after"])) >= 0);
    if (has(tests, "full_years")) {
      const years = fullYears(value.day, asOf);
      truths.push(years === undefined ? undefined : numberTest(map(tests["full_years"]), whole(years)));
    }
  }
  return all(truths);
}

function ordered(value: Value, op: string, bound: Q): boolean {
  if (value.type !== "number") throw new Error(`${op} asks for a number`);
  if (op === "at_least") return compare(value.n, bound) >= 0;
  if (op === "above") return less(bound, value.n);
  if (op === "at_most") return compare(value.n, bound) <= 0;
  return less(value.n, bound);
}

function isOneOf(value: Value, wanted: readonly Plain[]): boolean {
  if (value.type === "set") return wanted.some((one) => value.held.includes(text(one)));
  return wanted.some((one) => same(value, one));
}

function same(value: Value, wanted: Plain | undefined): boolean {
  switch (value.type) {
    case "boolean":
      return value.is === wanted;
    case "number": {
      const n = readNumber(wanted);
      return n !== undefined && equal(n, value.n);
    }
    case "day":
      return compareDays(value.day, mustDay(wanted)) === 0;
    case "text":
      return value.text === text(wanted);
    case "set":
    case "events":
      throw new Error("`is` does not ask this");
  }
}

function mustHave<T>(verdict: T | undefined): T {
  if (verdict === undefined) throw new Error("this cannot be asked here");
  return verdict;
}
