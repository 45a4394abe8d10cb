/** The rules that may stand inside another one, and the dispatch on `rule` there. */
import type { DocumentValue } from "../../model/document.js";
import type { SingleRule } from "../../model/scoring.js";
import { theWord } from "../dispatch.js";
import { isGivenMapping } from "../shape.js";
import { checklist } from "./checklist.js";
import { choice } from "./choice.js";
import { events } from "./events.js";
import { flag } from "./flag.js";
import { imported } from "./imported.js";
import { levels } from "./levels.js";
import { linear } from "./linear.js";
import type { Reach, RuleCheck, RuleModule, RuleReading } from "./rule.js";
import { steps } from "./steps.js";
import { table } from "./table.js";
import { tiers } from "./tiers.js";

type SingleKind = SingleRule["rule"];

export const SINGLE_RULES: { readonly [K in SingleKind]: RuleModule<Extract<SingleRule, { rule: K }>> } = {
  flag,
  choice,
  tiers,
  steps,
  linear,
  checklist,
  events,
  levels,
  table,
  imported,
};

export function readSingleRule(reading: Omit<RuleReading, "value"> & { value: DocumentValue }): SingleRule | undefined {
  const { value, path, report } = reading;
  if (!isGivenMapping(value, path, report)) return undefined;
  const rule = theWord(value, "rule", Object.keys(SINGLE_RULES) as SingleKind[], path, report);
  return rule && SINGLE_RULES[rule].read(reading);
}

export function checkSingleRule(rule: SingleRule, check: RuleCheck): void {
  moduleOf(rule).check(rule, check);
}

export function reachOfSingleRule(rule: SingleRule, check: RuleCheck): Reach | undefined {
  return moduleOf(rule).reach(rule, check);
}

/** The table pairs each rule with its own module; TypeScript cannot follow that through an index. */
function moduleOf(rule: SingleRule): RuleModule<SingleRule> {
  return SINGLE_RULES[rule.rule] as unknown as RuleModule<SingleRule>;
}
