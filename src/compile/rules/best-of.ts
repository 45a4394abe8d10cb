/** `best_of`: every rule is worked out, and the greatest counts. */
import { formatAmount, larger, order } from "../../base/amount.js";
import type { BestOfRule } from "../../model/scoring.js";
import { bindInner, distinct } from "../inner.js";
import type { Award, BoundRule, Hull } from "../program.js";
import type { RuleContext } from "../rules.js";

export function bindBestOf({ of }: BestOfRule, context: RuleContext): BoundRule {
  const inner = of.map((each, i) => bindInner(each, i, context));
  const possible = inner.flatMap(({ rule }) => rule.reads);
  const reads = distinct(possible);
  const asked = { needed: reads, possible, stuck: false };
  return {
    reads,
    asked: () => asked,
    award: (known, asOf) => {
      const awards = inner.map((each) => each.award(known, asOf));
      const index = indexOfBest(awards);
      const { points } = awards[index]!;
      const steps = inner.map((each, i) => each.step("option", awards[i]!));
      const best = { op: "best-of", in: steps.map(({ out }) => out), out: formatAmount(points), note: { index } };
      return context.finish(points, [...steps, best]);
    },
    hull: (known, asOf) => inner.map((each) => each.hull(known, asOf)).reduce(bestHull),
  };
}

/** Of equally good ones the first. */
function indexOfBest(awards: readonly Award[]): number {
  return awards.reduce((best, award, i) => (order(award.points, awards[best]!.points) > 0 ? i : best), 0);
}

/** The best of two is at least the better of both at their worst; an end that does not exist is below or above all. */
function bestHull(a: Hull, b: Hull): Hull {
  return {
    least: a.least === null ? b.least : b.least === null ? a.least : larger(a.least, b.least),
    most: a.most === null || b.most === null ? null : larger(a.most, b.most),
    tight: a.tight && b.tight,
  };
}
