/** `tiers`: the bracket that holds the number gives the points. */
import type { Amount } from "../../base/amount.js";
import type { TiersRule } from "../../model/scoring.js";
import { bindLadder } from "../ladder.js";
import type { BoundRule } from "../program.js";
import type { RuleContext } from "../rules.js";

export function bindTiers(rule: TiersRule, { slot, fact, finish, constant }: RuleContext): BoundRule {
  const read = slot(rule.fact);
  const ladder = bindLadder(rule.tiers, fact(rule.fact).type === "integer", "tiers", { finish, constant });
  return {
    reads: [read],
    award: (known) => ladder.award(known[read]!.value as Amount),
    hull: (known) => ladder.hull(known[read]!.domain!),
  };
}
