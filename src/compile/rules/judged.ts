/** `judged`: the points an assessor awarded, in a range and on a grid. */
import { type Amount, amount, formatAmount } from "../../base/amount.js";
import type { JudgedRule } from "../../model/scoring.js";
import { hullOf } from "../hull.js";
import type { BoundRule } from "../program.js";
import type { RuleContext } from "../rules.js";

export function bindJudged(rule: JudgedRule, { judgement, finish }: RuleContext): BoundRule {
  const read = judgement();
  const range = hullOf([amount(rule.low), amount(rule.high)]);
  return {
    reads: [read],
    award: (known) => {
      const points = known[read]!.value as Amount;
      return finish(points, [{ op: "judged", in: [formatAmount(points)], out: formatAmount(points) }]);
    },
    hull: () => range,
  };
}
