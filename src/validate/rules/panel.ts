/** `panel`: several assessors award points on one scale, and their mean counts. */
import type { DocumentValue } from "../../model/document.js";
import type { ClassWeight, PanelRule } from "../../model/scoring.js";
import { pointer } from "../../base/pointer.js";
import { given, readMap } from "../given.js";
import type { Report } from "../report.js";
import { oneOf, positive, positiveCount, positiveProblem } from "../scalars.js";
import { isFilled, isRight, part, shape } from "../shape.js";
import { reportWeights } from "../weights.js";
import { optional, strictObject } from "../zod.js";
import { checkScale, readRange, reachOfScale } from "./judged.js";
import type { RuleModule } from "./rule.js";

export const panelShape = strictObject({
  rule: oneOf(["panel"]),
  range: part("judged-range"),
  step: positive,
  assessors: optional(part("assessors")),
  trim: optional(positiveCount),
  weights: optional(part("class-weights")),
});
export const assessorsShape = strictObject({ at_least: positiveCount });

export const panel: RuleModule<PanelRule> = {
  read({ value, path, report }) {
    const { ok, fields } = shape(panelShape, value, path, report);
    const range = readRange(fields.range, pointer(path, "range"), report);
    const asked = shape(assessorsShape, fields.assessors, pointer(path, "assessors"), report);
    const weights = readWeights(fields.weights, pointer(path, "weights"), report);
    if (!ok || !range || (fields.assessors !== undefined && !asked.ok)) return undefined;
    if (fields.weights !== undefined && !weights) return undefined;
    const trim = Number(fields.trim ?? 0);
    const least = Math.max(2 * trim + 1, weights?.length ?? 0);
    const needed = Number(asked.fields.at_least ?? least);
    if (needed < least) {
      const data = { needed, least, trim };
      report.add("panel-needs-more", pointer(pointer(path, "assessors"), "at_least"), data);
      return undefined;
    }
    return given({ rule: "panel" as const, ...range, step: fields.step, needed, trim, weights });
  },

  check(rule, check) {
    checkScale(rule, check);
    if (rule.trim > 0 && rule.weights)
      check.report.add("panel-trimmed-and-weighted", pointer(check.path, "trim"), {}, { part: "key" });
  },

  reach: reachOfScale,
};

/** One class at least, and weights that add up to 1. */
function readWeights(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
): readonly ClassWeight[] | undefined {
  if (value === undefined) return undefined;
  const { ok, entries } = readMap(value, path, report, (name, weight, at): ClassWeight | undefined =>
    isFilled(weight, at, report) && isRight(positiveProblem, weight, at, report)
      ? { class: name, weight: weight as string }
      : undefined,
  );
  if (!ok) return undefined;
  if (entries.length === 0) {
    report.add("empty-mapping", path, {}, { part: "holder" });
    return undefined;
  }
  reportWeights(
    entries.map(({ weight }) => weight),
    path,
    report,
  );
  return entries;
}
