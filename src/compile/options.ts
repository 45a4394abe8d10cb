/** Points by option: what `choice` and `levels` have in common. */
import { type Amount, amount, formatAmount, plus } from "../base/amount.js";
import type { OptionPoints } from "../model/scoring.js";
import { hullOf } from "./hull.js";
import type { Award, BoundRule, Finish } from "./program.js";

interface OptionRule {
  readonly op: string;
  readonly fact: number;
  readonly points: readonly OptionPoints[];
  readonly finish: Finish;
  readonly constant: Finish;
}

/** One option held: finitely many results, made once. */
export function bindOne({ op, fact, points, constant }: OptionRule): BoundRule {
  const awards = new Map<string, Award>();
  for (const option of points) {
    const worth = amount(option.points);
    awards.set(option.option, constant(worth, [{ op, in: [option.option], out: formatAmount(worth) }]));
  }
  const any = hullOf(points.map((option) => amount(option.points)));
  return { reads: [fact], award: (known) => awards.get(known[fact]!.value as string)!, hull: () => any };
}

/** Any number of options held, the best of them counting, or all; nothing held is worth 0. */
export function bindMany(rule: OptionRule, pick: "best" | "sum"): BoundRule {
  const { op, fact, points, finish } = rule;
  const worth = new Map(points.map((option) => [option.option, amount(option.points)]));
  const amounts = [...worth.values()];
  const total = (list: readonly Amount[]): Amount => list.reduce(plus, 0);
  const any =
    pick === "best"
      ? hullOf([0, ...amounts])
      : hullOf([total(amounts.filter((x) => isNegative(x))), total(amounts.filter((x) => !isNegative(x)))]);
  return {
    reads: [fact],
    award: (known) => {
      const held = known[fact]!.value as readonly string[];
      const scores = held.map((option) => worth.get(option)!);
      const result = scores.length === 0 ? 0 : pick === "best" ? hullOf(scores).most! : total(scores);
      return finish(result, [{ op, in: scores.map(formatAmount), out: formatAmount(result), note: { held, pick } }]);
    },
    hull: () => any,
  };
}

function isNegative(points: Amount): boolean {
  return typeof points === "number" ? points < 0 : points.n < 0n;
}
