/** Does a condition ask what its facts can answer? Facts declared elsewhere are looked at when files are linked. */
import type { Condition, FieldCondition, Test } from "../model/condition.js";
import type { EventsFact, FactDeclaration, FactType } from "../model/fact.js";
import type { Report } from "./report.js";
import { pointer } from "../base/pointer.js";
import { hints } from "../messages/validate.js";
import type { DeclaredFacts } from "./declared-facts.js";
import { type Asked, fieldOf, reportUndeclared } from "./entry-fields.js";
import { someOf } from "./given.js";
import { dateProblem, decimalProblem, yesNoProblem } from "./scalars.js";
import type { Problem } from "./shape.js";
import { checkWithin } from "./within.js";

export function checkCondition(condition: Condition, facts: DeclaredFacts, path: string, report: Report): void {
  switch (condition.kind) {
    case "all":
    case "any":
    case "at_least_n":
      for (const [i, each] of condition.of.entries())
        checkCondition(each, facts, partPath(path, condition.kind, i), report);
      return;
    case "not":
      return checkCondition(condition.of, facts, pointer(path, "not"), report);
    case "fact": {
      const fact = facts.get(condition.fact);
      if (fact) checkTests(condition.tests, askedOf(fact, facts), path, report);
      return;
    }
    case "events": {
      const fact = facts.get(condition.fact);
      if (!fact) return;
      if (fact.type === "events") {
        checkWithin(condition.within, fact, facts, pointer(path, "within"), report);
        if (condition.where) checkEntryCondition(condition.where, fact, facts, pointer(path, "where"), report);
      } else {
        const data = { fact: fact.id, got: fact.type, allowed: ["events"] };
        report.add("fact-of-wrong-type", pointer(path, "fact"), data);
      }
      return;
    }
    // Which indicators there are is known once scheme and sheets are seen together.
    case "indicator":
    case "any_child_of":
    case "every_child_of":
    case "score":
    case "band":
    case "vetoed":
    case "eligibility":
      return;
  }
}

export function checkEntryCondition(
  condition: FieldCondition,
  fact: EventsFact,
  facts: DeclaredFacts,
  path: string,
  report: Report,
): void {
  switch (condition.kind) {
    case "all":
    case "any":
    case "at_least_n":
      for (const [i, each] of condition.of.entries())
        checkEntryCondition(each, fact, facts, partPath(path, condition.kind, i), report);
      return;
    case "not":
      return checkEntryCondition(condition.of, fact, facts, pointer(path, "not"), report);
    case "field": {
      const what = fieldOf(condition.field, fact, facts);
      if (what) checkTests(condition.tests, what, path, report);
      else reportUndeclared(condition.field, fact, pointer(path, "field"), report);
    }
  }
}

function partPath(path: string, kind: "all" | "any" | "at_least_n", i: number): string {
  const list = kind === "at_least_n" ? pointer(pointer(path, kind), "of") : pointer(path, kind);
  return pointer(list, i);
}

function askedOf(fact: FactDeclaration, facts: DeclaredFacts): Asked {
  const options = fact.type === "choice" || fact.type === "choices" ? facts.words(fact.options) : undefined;
  return { name: fact.id, type: fact.type, options, optional: true };
}

const NUMERIC: readonly Test["op"][] = ["is", "in", "at_least", "above", "at_most", "below", "missing"];
const WORDS: readonly Test["op"][] = ["is", "in", "missing"];

/** What can be asked of each type. A list of options can hold one of several, and is never one of them. */
const TESTS: { readonly [T in FactType]: readonly Test["op"][] } = {
  boolean: ["is", "missing"],
  integer: NUMERIC,
  decimal: NUMERIC,
  date: ["is", "on_or_before", "on_or_after", "full_years", "missing"],
  choice: WORDS,
  choices: ["in", "missing"],
  text: WORDS,
  "credit-code": WORDS,
  events: ["missing"],
};

function checkTests(tests: readonly Test[], asked: Asked, path: string, report: Report): void {
  for (const test of tests) {
    const at = pointer(path, test.op);
    if (!TESTS[asked.type].includes(test.op)) {
      const data = { test: test.op, fact: asked.name, got: asked.type, allowed: TESTS[asked.type] };
      report.add("test-of-wrong-type", at, data, { part: "key" });
    } else if (test.op === "missing" && !asked.optional) {
      report.add("field-never-missing", at, { field: asked.name }, { part: "key" });
    } else if (test.op === "is") {
      checkValue(test.value, asked, at, report);
    } else if (test.op === "in") {
      for (const [i, value] of test.values.entries()) checkValue(value, asked, pointer(at, i), report);
    }
  }
}

function checkValue(value: string | boolean, asked: Asked, path: string, report: Report): void {
  const problem = valueProblem(value, asked, report);
  if (problem) report.add(problem.code, path, problem.data, { hint: problem.hint });
}

function valueProblem(value: string | boolean, asked: Asked, report: Report): Problem | undefined {
  const { type, name } = asked;
  if (type === "boolean") {
    return yesNoProblem(value);
  }
  if (typeof value === "boolean") {
    return { code: "not-text", data: { got: String(value) }, hint: hints.quote };
  }
  if (type === "integer" || type === "decimal") return decimalProblem(value);
  if (type === "date") return dateProblem(value);
  if (!asked.options || asked.options.has(value)) return undefined;
  const { list } = asked.options;
  const near = report.nearest(value, list);
  const hint = near.length > 0 ? hints.didYouMean : undefined;
  return { code: "option-unknown", data: { option: value, fact: name, allowed: someOf(list), nearest: near }, hint };
}
