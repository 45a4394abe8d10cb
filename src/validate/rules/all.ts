/** All rules, and the dispatch on `rule`. */
import type { DocumentValue } from "../../model/document.js";
import type { RuleKind, Scoring } from "../../model/scoring.js";
import { theWord } from "../dispatch.js";
import { isGivenMapping } from "../shape.js";
import { bestOf } from "./best-of.js";
import { firstOf } from "./first-of.js";
import { judged } from "./judged.js";
import { panel } from "./panel.js";
import { parts } from "./parts.js";
import type { Reach, RuleCheck, RuleModule, RuleReading } from "./rule.js";
import { SINGLE_RULES } from "./single.js";

const RULES: { readonly [K in RuleKind]: RuleModule<Extract<Scoring, { rule: K }>> } = {
  ...SINGLE_RULES,
  judged,
  panel,
  best_of: bestOf,
  first_of: firstOf,
  parts,
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
