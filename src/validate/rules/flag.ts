/** `flag`: stated points when a boolean is true, else 0. */
import { ZERO, compare, exact } from "../../base/exact.js";
import { pointer } from "../../base/pointer.js";
import type { FlagRule } from "../../model/scoring.js";
import { decimal, oneOf } from "../scalars.js";
import { part } from "../shape.js";
import { optional, strictObject } from "../zod.js";
import { factOfType, readFactReference } from "./fact-reference.js";
import { type RuleModule, reachOf, ruleShape } from "./rule.js";

export const flagShape = strictObject({
  rule: oneOf(["flag"]),
  fact: part("fact-reference"),
  points: optional(decimal),
});

export const flag: RuleModule<FlagRule> = {
  read(reading) {
    const { ok, fields } = ruleShape(flagShape, reading);
    const fact = readFactReference(fields.fact, reading);
    const points = fields.points ?? reading.leaf.points;
    return ok && fact !== undefined && points !== undefined ? { rule: "flag", fact, points } : undefined;
  },

  check(rule, check) {
    factOfType(rule.fact, ["boolean"], pointer(check.path, "fact"), check);
  },

  reach(rule) {
    const results = [
      { points: ZERO, witness: `${rule.fact}: false` },
      { points: exact(rule.points), witness: `${rule.fact}: true` },
    ];
    return reachOf(results, compare);
  },
};
