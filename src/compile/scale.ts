/** Points that a person awards: in a range, and on the grid that starts at its lower end. */
import { type Amount, amount, exactOf, formatAmount, minus, order } from "../base/amount.js";
import { exact } from "../base/exact.js";
import type { SuppliedValue } from "../model/fact.js";
import type { JudgedRule } from "../model/scoring.js";
import { bindNumber } from "./interpret.js";
import type { Report } from "./program.js";

export type Scale = Pick<JudgedRule, "low" | "high" | "step">;

export type ReadPoints = (value: SuppliedValue, report: Report, path: string) => Amount | undefined;

export function bindScale({ low, high, step }: Scale): ReadPoints {
  const read = bindNumber(false, {});
  const [least, most] = [amount(low), amount(high)];
  const grid = exact(step);
  return (value, report, path) => {
    const points = read(value, report, path);
    if (points === undefined) return undefined;
    if (order(points, least) < 0 || order(points, most) > 0) {
      report("judgement-out-of-range", { got: formatAmount(points), low, high }, path);
      return undefined;
    }
    const { n, d } = exactOf(minus(points, least));
    if ((n * grid.d) % (d * grid.n) === 0n) return points;
    report("judgement-off-step", { got: formatAmount(points), low, step }, path);
    return undefined;
  };
}
