/** Counting steps from a number, and what they come to: for `steps`, and for a tier that holds steps. */
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
} from "../base/amount.js";
import { ONE, divide, exact } from "../base/exact.js";
import type { Step } from "../model/assessment.js";
import type { DecimalText } from "../model/numbers.js";
import type { StepsRule } from "../model/scoring.js";
import { endsReached } from "./domain.js";
import { hullOf } from "./hull.js";
import type { Domain, Hull } from "./program.js";

export interface Stepping {
  readonly start: DecimalText;
  readonly per: DecimalText;
  readonly points: DecimalText;
  readonly base: DecimalText;
  readonly partial: StepsRule["partial"];
  readonly bothWays: boolean;
}

export interface BoundStepping {
  readonly at: (value: Amount) => { readonly points: Amount; readonly steps: readonly Step[] };
  readonly hull: (domain: Domain) => Hull;
}

export function bindStepping(rule: Stepping): BoundStepping {
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
    at: (value) => {
      const counted = stepsAt(value);
      const result = pointsAt(counted);
      const steps = [
        {
          op: "count-steps",
          in: [formatAmount(value), ...counting],
          out: formatAmount(counted),
          note: { partial: rule.partial },
        },
        { op: "steps", in: [formatAmount(counted), ...paying], out: formatAmount(result) },
      ];
      return { points: result, steps };
    },
    /** Steps never fall as the number rises, so the ends of the domain are the ends of the points. */
    hull: (domain) => {
      const direction = order(amount(rule.points), 0);
      if (direction === 0) return hullOf([base]);
      const low = domain.low === null ? (rule.bothWays ? null : base) : pointsAt(stepsAt(domain.low));
      const high = domain.high === null ? null : pointsAt(stepsAt(domain.high));
      // An open end is counted in although no value reaches it: the bounds hold, but are not promised to be reached.
      const reached = endsReached(domain);
      return direction > 0 ? { least: low, most: high, tight: reached } : { least: high, most: low, tight: reached };
    },
  };
}
