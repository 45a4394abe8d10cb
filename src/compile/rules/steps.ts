/** `steps`: `base` at `start`, and points for each `per` beyond it. */
import type { Amount } from "../../base/amount.js";
import type { StepsRule } from "../../model/scoring.js";
import type { BoundRule } from "../program.js";
import type { RuleContext } from "../rules.js";
import { bindStepping } from "../stepping.js";

export function bindSteps(rule: StepsRule, { slot, finish }: RuleContext): BoundRule {
  const fact = slot(rule.fact);
  const stepping = bindStepping(rule);
  return {
    reads: [fact],
    award: (known) => {
      const { points, steps } = stepping.at(known[fact]!.value as Amount);
      return finish(points, steps);
    },
    hull: (known) => stepping.hull(known[fact]!.domain!),
  };
}
