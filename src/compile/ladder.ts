/** Brackets over a number: which one holds it, and which ones may. Used by `tiers` and by the ladder of a checklist. */
import { type Amount, amount, formatAmount } from "../base/amount.js";
import { describeInterval } from "../base/interval.js";
import type { SteppedTier } from "../model/scoring.js";
import { domainOf, intersect, isEmptyDomain } from "./domain.js";
import { joinHulls, pointHull } from "./hull.js";
import type { Award, Domain, Finish, Hull } from "./program.js";
import { type BoundStepping, bindStepping } from "./stepping.js";
import { bindInterval } from "./tests.js";

export interface Ladder {
  readonly award: (value: Amount) => Award;
  readonly hull: (domain: Domain) => Hull;
}

interface Finishing {
  readonly finish: Finish;
  readonly constant: Finish;
}

export function bindLadder(tiers: readonly SteppedTier[], whole: boolean, op: string, finishing: Finishing): Ladder {
  const bound = tiers.map((tier, index) => {
    const points = amount(tier.points);
    const note = { tier: Object.fromEntries(describeInterval(tier.interval)), index };
    const taken = { op, in: [], out: formatAmount(points), note };
    const stepping = steppingOf(tier);
    const fixed = finishing.constant(points, [taken]);
    return {
      holds: bindInterval(tier.interval),
      domain: domainOf(tier.interval, whole),
      award: (value: Amount): Award => {
        if (!stepping) return fixed;
        const counted = stepping.at(value);
        return finishing.finish(counted.points, [taken, ...counted.steps]);
      },
      hull: (domain: Domain): Hull => stepping?.hull(domain) ?? pointHull(points),
    };
  });
  return {
    // The brackets are a partition of the range, and a value is in its range: one of them holds it.
    award: (value) => bound.find((tier) => tier.holds(value))!.award(value),
    hull: (domain) =>
      bound
        .flatMap((tier) => {
          const part = intersect(tier.domain, domain);
          return isEmptyDomain(part) ? [] : [tier.hull(part)];
        })
        .reduce(joinHulls),
  };
}

/** From one end of a tier, or from a number inside it, whichever way the number lies. */
function steppingOf({ points, steps }: SteppedTier): BoundStepping | undefined {
  return steps && bindStepping({ ...steps, start: steps.from, base: points, bothWays: true });
}
