/** `tiers`: brackets → points, together a partition of the values of the fact. */
import type { TiersRule } from "../../model/scoring.js";
import { pointer } from "../../base/pointer.js";
import { oneOf } from "../scalars.js";
import { part } from "../shape.js";
import { strictObject } from "../zod.js";
import { checkTiers, reachOfTiers, readSteppedTiers } from "./brackets.js";
import { factOfType, readFactReference } from "./fact-reference.js";
import { type RuleModule, ruleShape } from "./rule.js";

export const tiersShape = strictObject({
  rule: oneOf(["tiers"]),
  fact: part("fact-reference"),
  tiers: part("stepped-tiers"),
});

export const tiers: RuleModule<TiersRule> = {
  read(reading) {
    const { ok, fields } = ruleShape(tiersShape, reading);
    const fact = readFactReference(fields.fact, reading);
    const tiers = readSteppedTiers(fields.tiers, pointer(reading.path, "tiers"), reading.report);
    return ok && fact !== undefined && tiers ? { rule: "tiers", fact, tiers } : undefined;
  },

  check(rule, check) {
    if (!factOfType(rule.fact, ["integer", "decimal"], pointer(check.path, "fact"), check)) return;
    const domain = check.facts.domain(rule.fact);
    if (domain) checkTiers(rule.tiers, domain, rule.fact, pointer(check.path, "tiers"), check.report);
  },

  reach(rule, { facts, points }) {
    const domain = facts.domain(rule.fact);
    return domain && reachOfTiers(rule.tiers, domain, rule.fact, points);
  },
};
