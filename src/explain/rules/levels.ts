/** `levels`: an award ladder. */
import type { LevelsRule } from "../../model/scoring.js";
import type { RuleTeller } from "../rules.js";
import type { Telling } from "../telling.js";
import { type Pick, optionLines, tellOptions } from "./choice.js";

export const tellLevels: RuleTeller<LevelsRule> = {
  told: (leaf, telling) => tellOptions(leaf, leaf.standard.points, pickOf(leaf.standard, telling), telling),
  standard: (rule, telling) => optionLines(rule.fact, rule.points, pickOf(rule, telling), telling),
};

/** Of a fact with one option there is nothing to pick. */
function pickOf({ fact, count }: LevelsRule, { facts }: Telling): Pick {
  if (facts.get(fact)?.type === "choice") return undefined;
  return count === "highest" ? "best" : "sum";
}
