/** `imported`: from one scale to another, in proportion and beyond the ends as well. */
import { type Amount, amount, exactOf, factor, formatAmount, minus, plus, times } from "../../base/amount.js";
import { divide, subtract } from "../../base/exact.js";
import type { ImportedRule, ScoreScale } from "../../model/scoring.js";
import { endsReached } from "../domain.js";
import type { BoundRule } from "../program.js";
import type { RuleContext } from "../rules.js";

export function bindImported(rule: ImportedRule, { slot, finish }: RuleContext): BoundRule {
  const fact = slot(rule.fact);
  const [from, to] = [amount(rule.from.low), amount(rule.to.low)];
  const slope = factor(divide(lengthOf(rule.to), lengthOf(rule.from)));
  const pointsAt = (value: Amount): Amount => plus(to, times(minus(value, from), slope));
  return {
    reads: [fact],
    award: (known) => {
      const value = known[fact]!.value as Amount;
      const result = pointsAt(value);
      return finish(result, [{ op: "imported", in: [formatAmount(value)], out: formatAmount(result) }]);
    },
    // It always rises.
    hull: (known) => {
      const domain = known[fact]!.domain!;
      return {
        least: domain.low === null ? null : pointsAt(domain.low),
        most: domain.high === null ? null : pointsAt(domain.high),
        tight: endsReached(domain),
      };
    },
  };
}

function lengthOf({ low, high }: ScoreScale) {
  return subtract(exactOf(amount(high)), exactOf(amount(low)));
}
