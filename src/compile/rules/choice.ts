/** `choice`: option → points; of several held options the best, or all. */
import type { ChoiceRule } from "../../model/scoring.js";
import { bindMany, bindOne } from "../options.js";
import type { BoundRule } from "../program.js";
import type { RuleContext } from "../rules.js";

export function bindChoice(rule: ChoiceRule, { slot, finish, constant }: RuleContext): BoundRule {
  const bound = { op: "choice", fact: slot(rule.fact), points: rule.points, finish, constant };
  return rule.pick === undefined ? bindOne(bound) : bindMany(bound, rule.pick);
}
