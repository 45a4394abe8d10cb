/** `levels`: an award ladder; the highest level held counts, or every one. */
import type { LevelsRule } from "../../model/scoring.js";
import { bindMany, bindOne } from "../options.js";
import type { BoundRule } from "../program.js";
import type { RuleContext } from "../rules.js";

export function bindLevels(rule: LevelsRule, { slot, fact, finish, constant }: RuleContext): BoundRule {
  const bound = { op: "levels", fact: slot(rule.fact), points: rule.points, finish, constant };
  return fact(rule.fact).type === "choice"
    ? bindOne(bound)
    : bindMany(bound, rule.count === "highest" ? "best" : "sum");
}
