/** Brackets over a number: which one holds it, and which ones may. Used by `tiers` and by the ladder of a checklist. */
import { type Amount, amount, formatAmount } from "../base/amount.js";
import { describeInterval } from "../base/interval.js";
import type { Tier } from "../model/scoring.js";
import { domainOf, intersect, isEmptyDomain } from "./domain.js";
import { hullOf } from "./hull.js";
import type { Award, Domain, Finish, Hull } from "./program.js";
import { bindInterval } from "./tests.js";

export interface Ladder {
  readonly award: (value: Amount) => Award;
  readonly hull: (domain: Domain) => Hull;
}

export function bindLadder(tiers: readonly Tier[], whole: boolean, op: string, constant: Finish): Ladder {
  const bound = tiers.map((tier, index) => {
    const points = amount(tier.points);
    const note = { tier: Object.fromEntries(describeInterval(tier.interval)), index };
    return {
      points,
      holds: bindInterval(tier.interval),
      domain: domainOf(tier.interval, whole),
      award: constant(points, [{ op, in: [], out: formatAmount(points), note }]),
    };
  });
  return {
    // The brackets are a partition of the range, and a value is in its range: one of them holds it.
    award: (value) => bound.find((tier) => tier.holds(value))!.award,
    hull: (domain) =>
      hullOf(bound.filter((tier) => !isEmptyDomain(intersect(tier.domain, domain))).map((tier) => tier.points)),
  };
}
