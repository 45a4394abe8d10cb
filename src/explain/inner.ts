/** Rules inside a rule: each told like the rule of an indicator, from the steps that were noted for it. */
import type { Step } from "../model/assessment.js";
import type { InnerRule } from "../model/scoring.js";
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

function titled(title: string, line: string, telling: Telling): string {
  return `${title}${say(telling, "：", ": ")}${line}`;
}
