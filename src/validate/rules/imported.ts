/** `imported`: another assessment's or authority's score, brought to the points of the leaf. */
import type { DocumentValue } from "../../model/document.js";
import type { ImportedRule, LinearRule, ScoreScale } from "../../model/scoring.js";
import { compare, exact } from "../../base/exact.js";
import { pointer } from "../../base/pointer.js";
import type { Report } from "../report.js";
import { decimal, oneOf } from "../scalars.js";
import { part, shape } from "../shape.js";
import { optional, strictObject } from "../zod.js";
import { factOfType, readFactReference } from "./fact-reference.js";
import { linear } from "./linear.js";
import { type RuleModule, ruleShape } from "./rule.js";

export const importedShape = strictObject({
  rule: oneOf(["imported"]),
  fact: part("fact-reference"),
  from: part("score-scale"),
  to: optional(part("score-scale")),
});
export const scoreScaleShape = strictObject({ at_least: decimal, at_most: decimal });

export const imported: RuleModule<ImportedRule> = {
  read(reading) {
    const { path, report, leaf } = reading;
    const { ok, fields } = ruleShape(importedShape, reading);
    const fact = readFactReference(fields.fact, reading);
    const from = readScale(fields.from, pointer(path, "from"), report);
    const to = fields.to === undefined ? ownScale(leaf.points) : readScale(fields.to, pointer(path, "to"), report);
    return ok && fact !== undefined && from && to ? { rule: "imported", fact, from, to } : undefined;
  },

  check(rule, check) {
    const path = pointer(check.path, "fact");
    const fact = factOfType(rule.fact, ["integer", "decimal"], path, check);
    if (fact && fact.record === undefined) check.report.add("imported-without-record", path, { fact: rule.fact });
  },

  // Nothing is cut off at the ends of the scale, so the range of the fact decides how far the points go.
  reach: (rule, check) => linear.reach(lineOf(rule), check),
};

function readScale(value: DocumentValue | undefined, path: string, report: Report): ScoreScale | undefined {
  const { ok, fields } = shape(scoreScaleShape, value, path, report);
  if (!ok) return undefined;
  const { at_least: low, at_most: high } = fields;
  if (compare(exact(low), exact(high)) < 0) return { low, high };
  report.add("interval-empty", pointer(path, "at_most"), { low, high });
  return undefined;
}

/** From nothing to full marks. */
function ownScale(points: string | undefined): ScoreScale | undefined {
  return points === undefined ? undefined : { low: "0", high: points };
}

function lineOf({ fact, from, to }: ImportedRule): LinearRule {
  const knots = (["low", "high"] as const).map((end) => ({ at: from[end], points: to[end] }));
  return { rule: "linear", fact, knots, beyond: "extend" };
}
