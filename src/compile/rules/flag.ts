/** `flag`: stated points when a boolean is true, else 0. */
import { amount, formatAmount } from "../../base/amount.js";
import type { FlagRule } from "../../model/scoring.js";
import { hullOf } from "../hull.js";
import type { BoundRule } from "../program.js";
import type { RuleContext } from "../rules.js";

export function bindFlag(rule: FlagRule, { slot, constant }: RuleContext): BoundRule {
  const fact = slot(rule.fact);
  const points = amount(rule.points);
  const yes = constant(points, [{ op: "flag", in: [true], out: formatAmount(points) }]);
  const no = constant(0, [{ op: "flag", in: [false], out: "0" }]);
  const either = hullOf([0, points]);
  return {
    reads: [fact],
    award: (known) => (known[fact]!.value === true ? yes : no),
    hull: () => either,
  };
}
