/** `linear`: exact interpolation between knots; beyond the outer ones their points, or their slope. */
import {
  type Amount,
  type Factor,
  amount,
  exactOf,
  factor,
  formatAmount,
  isWhole,
  minus,
  order,
  plus,
  times,
} from "../../base/amount.js";
import { divide, subtract } from "../../base/exact.js";
import type { LinearRule } from "../../model/scoring.js";
import { hullOf } from "../hull.js";
import { endsReached, holds } from "../domain.js";
import type { BoundRule, Domain, Hull } from "../program.js";
import type { RuleContext } from "../rules.js";

interface Knot {
  readonly at: Amount;
  readonly points: Amount;
}

interface Piece {
  readonly from: Knot;
  readonly to: Knot;
  readonly slope: Factor;
}

export function bindLinear(rule: LinearRule, { slot, finish }: RuleContext): BoundRule {
  const fact = slot(rule.fact);
  const knots = rule.knots.map((knot): Knot => ({ at: amount(knot.at), points: amount(knot.points) }));
  const pieces = knots.slice(1).map((to, i): Piece => ({ from: knots[i]!, to, slope: slopeOf(knots[i]!, to) }));
  const first = pieces[0]!;
  const last = pieces[pieces.length - 1]!;

  const pointsAt = (value: Amount): Amount => {
    if (rule.beyond === "clip") {
      if (order(value, first.from.at) <= 0) return first.from.points;
      if (order(value, last.to.at) >= 0) return last.to.points;
    }
    const piece = pieces.find(({ to }) => order(value, to.at) <= 0) ?? last;
    return plus(piece.from.points, times(minus(value, piece.from.at), piece.slope));
  };

  return {
    reads: [fact],
    award: (known) => {
      const value = known[fact]!.value as Amount;
      const result = pointsAt(value);
      return finish(result, [{ op: "linear", in: [formatAmount(value)], out: formatAmount(result) }]);
    },
    hull: (known) => overDomain(known[fact]!.domain!),
  };

  function overDomain(domain: Domain): Hull {
    const within = knots.filter((knot) => holds(domain, knot.at));
    const inside = within.map((knot) => knot.points);
    const low = endPoints(domain.low, first, -1);
    const high = endPoints(domain.high, last, 1);
    const ends = [low, high].filter((end): end is Amount => typeof end !== "string");
    const finite = hullOf([...ends, ...inside]);
    const down = low === "down" || high === "down";
    const up = low === "up" || high === "up";
    const reached = endsReached(domain) && (!domain.whole || within.every((knot) => isWhole(knot.at)));
    return { least: down ? null : finite.least, most: up ? null : finite.most, tight: reached };
  }

  /** The points at an end of the domain; at an infinite one the outer knot, or the direction without end. */
  function endPoints(end: Amount | null, piece: Piece, side: 1 | -1): Amount | "up" | "down" {
    if (end !== null) return pointsAt(end);
    const outer = side > 0 ? piece.to : piece.from;
    const slope = piece.slope.exact.n;
    if (rule.beyond === "clip" || slope === 0n) return outer.points;
    return slope > 0n === side > 0 ? "up" : "down";
  }
}

function slopeOf(from: Knot, to: Knot): Factor {
  const rise = subtract(exactOf(to.points), exactOf(from.points));
  return factor(divide(rise, subtract(exactOf(to.at), exactOf(from.at))));
}
