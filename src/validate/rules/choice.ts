/** `choice`: option → points; of several held options the best or the sum. */
import type { ChoiceRule } from "../../model/scoring.js";
import { pointer } from "../../base/pointer.js";
import { given } from "../given.js";
import { oneOf } from "../scalars.js";
import { part } from "../shape.js";
import { optional, strictObject } from "../zod.js";
import { factOfType, readFactReference } from "./fact-reference.js";
import { checkOptionPoints, reachOfAll, reachOfOne, readOptionPoints } from "./option-points.js";
import { type RuleModule, ruleShape } from "./rule.js";

export const choiceShape = strictObject({
  rule: oneOf(["choice"]),
  fact: part("fact-reference"),
  points: part("option-points"),
  pick: optional(oneOf(["best", "sum"])),
});

export const choice: RuleModule<ChoiceRule> = {
  read(reading) {
    const { ok, fields } = ruleShape(choiceShape, reading);
    const fact = readFactReference(fields.fact, reading);
    const points = readOptionPoints(fields.points, pointer(reading.path, "points"), reading.report);
    if (!ok || fact === undefined || !points) return undefined;
    return given({ rule: "choice" as const, fact, points, pick: fields.pick });
  },

  check(rule, check) {
    const { path, report } = check;
    const fact = factOfType(rule.fact, ["choice", "choices"], pointer(path, "fact"), check);
    if (!fact) return;
    checkOptionPoints(rule.points, fact, pointer(path, "points"), check);
    if (fact.type === "choices" && rule.pick === undefined) {
      report.add("pick-unstated", path, { fact: fact.id }, { part: "holder" });
    }
    if (fact.type === "choice" && rule.pick !== undefined) {
      report.add("pick-needless", pointer(path, "pick"), { fact: fact.id }, { part: "key" });
    }
  },

  reach({ fact, points, pick }) {
    return pick === "sum" ? reachOfAll(fact, points) : reachOfOne(fact, points, pick === "best");
  },
};
