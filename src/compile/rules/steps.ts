/** `steps`: `base` at `start`, and points for each `per` beyond it. */
import {
  type Amount,
  amount,
  ceiled,
  factor,
  floored,
  formatAmount,
  minus,
  negated,
  order,
  plus,
  spelled,
  times,
} from "../../base/amount.js";
import { ONE, divide, exact } from "../../base/exact.js";
import type { StepsRule } from "../../model/scoring.js";
import { endsReached } from "../domain.js";
import { hullOf } from "../hull.js";
import type { BoundRule, Domain, Hull } from "../program.js";
import type { RuleContext } from "../rules.js";

export function bindSteps(rule: StepsRule, { slot, finish }: RuleContext): BoundRule {
  const fact = slot(rule.fact);
  const start = amount(rule.start);
  const base = amount(rule.base);
  const perStep = factor(divide(ONE, exact(rule.per)));
  const points = factor(exact(rule.points));
  const counting = [spelled(rule.start), spelled(rule.per)];
  const paying = [spelled(rule.points), spelled(rule.base)];

  /** Steps from start, with sign; a part of a step is treated alike on both sides. */
  const stepsAt = (value: Amount): Amount => {
    const beyond = minus(value, start);
    const below = order(beyond, 0) < 0;
    if (below && !rule.bothWays) return 0;
    const size = times(below ? negated(beyond) : beyond, perStep);
    const whole = rule.partial === "interpolate" ? size : rule.partial === "floor" ? floored(size) : ceiled(size);
    return below ? negated(whole) : whole;
  };
  const pointsAt = (steps: Amount): Amount => plus(base, times(steps, points));

  return {
    reads: [fact],
    award: (known) => {
      const value = known[fact]!.value as Amount;
      const steps = stepsAt(value);
      const result = pointsAt(steps);
      return finish(result, [
        {
          op: "count-steps",
          in: [formatAmount(value), ...counting],
          out: formatAmount(steps),
          note: { partial: rule.partial },
        },
        { op: "steps", in: [formatAmount(steps), ...paying], out: formatAmount(result) },
      ]);
    },
    hull: (known) => overDomain(known[fact]!.domain!),
  };

  /** Steps never fall as the number rises, so the ends of the domain are the ends of the points. */
  function overDomain(domain: Domain): Hull {
    const direction = order(amount(rule.points), 0);
    if (direction === 0) return hullOf([base]);
    const low = domain.low === null ? (rule.bothWays ? null : base) : pointsAt(stepsAt(domain.low));
    const high = domain.high === null ? null : pointsAt(stepsAt(domain.high));
    // An open end is counted in although no value reaches it: the bounds hold, but are not promised to be reached.
    const reached = endsReached(domain);
    return direction > 0 ? { least: low, most: high, tight: reached } : { least: high, most: low, tight: reached };
  }
}
