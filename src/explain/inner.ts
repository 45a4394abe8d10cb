/** Rules inside a rule: each told like the rule of an indicator, from the steps that were noted for it. */
import type { Step } from "../model/assessment.js";
import type { ConditionalRule, InnerRule } from "../model/scoring.js";
import { conditionText } from "./asked.js";
import { type LeafResult, tellRule, tellStandard } from "./rules.js";
import { type Telling, say, titleOf } from "./telling.js";

/** `方案一：… → 4 分`, and below it what else is to be told, each line with the same title. */
export function innerLines(
  step: Step,
  { title, scoring }: InnerRule,
  leaf: LeafResult,
  telling: Telling,
): readonly string[] {
  const facts = step.note!["facts"] as readonly string[];
  const steps = step.note!["steps"] as readonly Step[];
  const read = facts.map((fact) => leaf.read.find((each) => each.fact === fact)!);
  const { chain, details } = tellRule({ ...leaf, standard: scoring, rule: scoring.rule, read, steps }, telling);
  const points = say(telling, `${String(step.out)} 分`, `${String(step.out)} points`);
  return [[...chain, points].join(" → "), ...details].map((line) => titled(titleOf(title, telling), line, telling));
}

export function innerStandard({ title, scoring }: InnerRule, telling: Telling): readonly string[] {
  return tellStandard(scoring, telling).map((line) => titled(titleOf(title, telling), line, telling));
}

/** The same with the condition, which stands before the rule itself. */
export function conditionalStandard({ when, ...inner }: ConditionalRule, telling: Telling): readonly string[] {
  const lines = innerStandard(inner, telling);
  if (!when) return lines;
  const asked = conditionText(when, telling);
  const name = titleOf(inner.title, telling);
  return [titled(name, say(telling, `条件是${asked}`, `where ${asked}`), telling), ...lines];
}

/** A rule that was passed by because its condition does not hold. */
export function passedLine({ title }: InnerRule, telling: Telling): string {
  return titled(titleOf(title, telling), say(telling, "条件不成立，不用", "its condition does not hold"), telling);
}

function titled(title: string, line: string, telling: Telling): string {
  return `${title}${say(telling, "：", ": ")}${line}`;
}
