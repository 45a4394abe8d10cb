/** All rules, and the dispatch on `rule`. */
import type { DocumentValue } from "../../model/document.js";
import type { RuleKind, Scoring } from "../../model/scoring.js";
import { theWord } from "../dispatch.js";
import { isGivenMapping } from "../shape.js";
import { checklist } from "./checklist.js";
import { choice } from "./choice.js";
import { events } from "./events.js";
import { flag } from "./flag.js";
import { judged } from "./judged.js";
import { levels } from "./levels.js";
import { linear } from "./linear.js";
import type { Reach, RuleCheck, RuleModule, RuleReading } from "./rule.js";
import { steps } from "./steps.js";
import { table } from "./table.js";
import { tiers } from "./tiers.js";

const RULES: { readonly [K in RuleKind]: RuleModule<Extract<Scoring, { rule: K }>> } = {
  flag,
  choice,
  tiers,
  steps,
  linear,
  checklist,
  events,
  levels,
  judged,
  table,
};

export function readRule(
  reading: Omit<RuleReading, "value"> & { value: DocumentValue | undefined },
): Scoring | undefined {
  const { value, path, report } = reading;
  if (value === undefined || !isGivenMapping(value, path, report)) return undefined;
  const rule = theWord(value, "rule", Object.keys(RULES) as RuleKind[], path, report);
  return rule && RULES[rule].read({ ...reading, value });
}

export function checkRule(rule: Scoring, check: RuleCheck): void {
  moduleOf(rule).check(rule, check);
}

export function reachOfRule(rule: Scoring, check: RuleCheck): Reach | undefined {
  return moduleOf(rule).reach(rule, check);
}

/** The table pairs each rule with its own module; TypeScript cannot follow that through an index. */
function moduleOf(rule: Scoring): RuleModule<Scoring> {
  return RULES[rule.rule] as unknown as RuleModule<Scoring>;
}
