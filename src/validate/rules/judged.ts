/** `judged`: an assessor awards points in a range, on a grid of `step`. */
import type { DocumentValue } from "../../model/document.js";
import type { JudgedRule } from "../../model/scoring.js";
import { compare, divide, exact, subtract } from "../../base/exact.js";
import { pointer } from "../../base/pointer.js";
import type { Report } from "../report.js";
import { decimal, oneOf, positive } from "../scalars.js";
import { part, shape } from "../shape.js";
import { strictObject } from "../zod.js";
import { type Reach, type RuleCheck, type RuleModule, reachOf } from "./rule.js";

export const judgedShape = strictObject({ rule: oneOf(["judged"]), range: part("judged-range"), step: positive });
export const judgedRangeShape = strictObject({ at_least: decimal, at_most: decimal });

export const judged: RuleModule<JudgedRule> = {
  read({ value, path, report }) {
    const { ok, fields } = shape(judgedShape, value, path, report);
    const range = readRange(fields.range, pointer(path, "range"), report);
    return ok && range ? { rule: "judged", ...range, step: fields.step } : undefined;
  },

  check: checkScale,

  reach: reachOfScale,
};

type Scale = Pick<JudgedRule, "low" | "high" | "step">;

/** Both ends belong to it, and may be the same. */
export function readRange(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
): Omit<Scale, "step"> | undefined {
  const { ok, fields } = shape(judgedRangeShape, value, path, report);
  if (!ok) return undefined;
  const { at_least: low, at_most: high } = fields;
  if (compare(exact(low), exact(high)) <= 0) return { low, high };
  report.add("interval-empty", pointer(path, "at_most"), { low, high });
  return undefined;
}

/** The steps lead from one end of the range to the other. */
export function checkScale({ low, high, step }: Scale, { path, report }: RuleCheck): void {
  const grid = divide(subtract(exact(high), exact(low)), exact(step));
  if (grid.d !== 1n) report.add("step-off-grid", pointer(path, "step"), { low, high, step });
}

export function reachOfScale({ low, high }: Scale): Reach {
  const results = [low, high].map((text) => ({ points: exact(text), witness: text }));
  return reachOf(results, compare);
}
