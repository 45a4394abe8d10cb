/** `judged`: an assessor awards points in a range, on a grid of `step`. */
import type { JudgedRule } from "../../model/scoring.js";
import { compare, divide, exact, subtract } from "../../base/exact.js";
import { pointer } from "../../base/pointer.js";
import { decimal, oneOf, positive } from "../scalars.js";
import { part, shape } from "../shape.js";
import { strictObject } from "../zod.js";
import { type RuleModule, reachOf } from "./rule.js";

export const judgedShape = strictObject({ rule: oneOf(["judged"]), range: part("judged-range"), step: positive });
export const judgedRangeShape = strictObject({ at_least: decimal, at_most: decimal });

export const judged: RuleModule<JudgedRule> = {
  read({ value, path, report }) {
    const outer = shape(judgedShape, value, path, report);
    const at = pointer(path, "range");
    const { ok, fields } = shape(judgedRangeShape, outer.fields.range, at, report);
    if (!outer.ok || !ok) return undefined;
    const { at_least: low, at_most: high } = fields;
    if (compare(exact(low), exact(high)) <= 0) return { rule: "judged", low, high, step: outer.fields.step };
    report.add("interval-empty", pointer(at, "at_most"), { low, high });
    return undefined;
  },

  check({ low, high, step }, { path, report }) {
    const grid = divide(subtract(exact(high), exact(low)), exact(step));
    if (grid.d !== 1n) report.add("step-off-grid", pointer(path, "step"), { low, high, step });
  },

  reach({ low, high }) {
    const results = [low, high].map((text) => ({ points: exact(text), witness: text }));
    return reachOf(results, compare);
  },
};
