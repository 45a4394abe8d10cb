/** `judged`: the points an assessor awarded, in a range and on a grid. */
import { type Amount, amount, formatAmount } from "../../base/amount.js";
import { pointer } from "../../base/pointer.js";
import type { JudgedRule } from "../../model/scoring.js";
import { hullOf } from "../hull.js";
import type { BoundRule, ReadJudgement } from "../program.js";
import type { RuleContext } from "../rules.js";
import { bindScale } from "../scale.js";

export function bindJudged(rule: JudgedRule, { judgement, finish }: RuleContext): BoundRule {
  const read = judgement(readerOf(rule));
  const range = hullOf([amount(rule.low), amount(rule.high)]);
  return {
    reads: [read],
    judgement: read,
    award: (known) => {
      const points = known[read]!.value as Amount;
      return finish(points, [{ op: "judged", in: [formatAmount(points)], out: formatAmount(points) }]);
    },
    hull: () => range,
  };
}

function readerOf(rule: JudgedRule): ReadJudgement {
  const readPoints = bindScale(rule);
  return (supplied, report) => {
    if ("judgements" in supplied) {
      report("judgement-not-single", { count: supplied.judgements.length });
      return { state: "invalid", value: null, print: {} };
    }
    const { points, by, as, reason, invalid } = supplied;
    const who = { by, ...(as !== undefined && { as }), reason };
    const awarded = invalid ? undefined : readPoints(points, report, pointer("", "points"));
    if (awarded === undefined) return { state: "invalid", value: null, print: who };
    return { state: "given", value: awarded, print: { value: formatAmount(awarded), ...who } };
  };
}
