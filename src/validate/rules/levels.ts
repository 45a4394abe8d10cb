/** `levels`: an award ladder; the highest level held, or all of them. */
import type { LevelsRule } from "../../model/scoring.js";
import { pointer } from "../../base/pointer.js";
import { oneOf } from "../scalars.js";
import { part } from "../shape.js";
import { strictObject } from "../zod.js";
import { factOfType, readFactReference } from "./fact-reference.js";
import { checkOptionPoints, reachOfAll, reachOfOne, readOptionPoints } from "./option-points.js";
import { type RuleModule, ruleShape } from "./rule.js";

export const levelsShape = strictObject({
  rule: oneOf(["levels"]),
  fact: part("fact-reference"),
  points: part("option-points"),
  count: oneOf(["highest", "all"]),
});

export const levels: RuleModule<LevelsRule> = {
  read(reading) {
    const { ok, fields } = ruleShape(levelsShape, reading);
    const fact = readFactReference(fields.fact, reading);
    const points = readOptionPoints(fields.points, pointer(reading.path, "points"), reading.report);
    if (!ok || fact === undefined || !points) return undefined;
    return { rule: "levels", fact, points, count: fields.count };
  },

  check(rule, check) {
    const fact = factOfType(rule.fact, ["choice", "choices"], pointer(check.path, "fact"), check);
    if (fact) checkOptionPoints(rule.points, fact, pointer(check.path, "points"), check);
  },

  reach({ fact, points, count }, { facts }) {
    const type = facts.get(fact)?.type;
    if (type === undefined) return undefined;
    if (type === "choices") return count === "all" ? reachOfAll(fact, points) : reachOfOne(fact, points, true);
    return reachOfOne(fact, points, false);
  },
};
