/** Weights are shares of one whole. */
import type { DecimalText } from "../model/numbers.js";
import { ONE, compare, exact, formatExact, subtract, sum } from "../base/exact.js";
import { additionOf } from "./points.js";
import type { Report } from "./report.js";

export function reportWeights(weights: readonly DecimalText[], path: string, report: Report): void {
  const total = sum(weights.map(exact));
  if (compare(total, ONE) === 0) return;
  const difference = formatExact(subtract(ONE, total));
  const data = { total: formatExact(total), difference, ...additionOf(weights, formatExact(total)) };
  report.add("weights-do-not-add-up", path, data, { part: "key" });
}
