/** `tiers`: the bracket that holds the number. */
import type { Interval } from "../../model/numbers.js";
import type { Tier, TiersRule } from "../../model/scoring.js";
import { factTitle } from "../facts.js";
import { bracketText, pointWord } from "../figures.js";
import { onlyRead, stepOf } from "../reads.js";
import type { LeafResult, RuleTeller } from "../rules.js";
import { type Telling, say } from "../telling.js";

export const tellTiers: RuleTeller<TiersRule> = {
  told: (leaf, telling) => ({
    chain: [onlyRead(leaf, telling), tierText(takenTier(leaf, leaf.standard.tiers, "tiers"), telling)],
    details: [],
  }),
  standard: ({ fact, tiers }, telling) => tierLines(factTitle(fact, telling), tiers, telling),
};

/** The tier that a step says was taken. */
export function takenTier(leaf: LeafResult, tiers: readonly Tier[], op: string): Interval {
  const index = stepOf(leaf, op)?.note?.["index"];
  return tiers[Number(index)]!.interval;
}

export function tierText(interval: Interval, telling: Telling): string {
  return say(telling, `${bracketText(interval)} 档`, `tier ${bracketText(interval)}`);
}

export function tierLines(title: string, tiers: readonly Tier[], telling: Telling): readonly string[] {
  return tiers.map(({ interval, points }) =>
    say(
      telling,
      `${title} ${bracketText(interval)}：${points} 分`,
      `${title} ${bracketText(interval)}: ${points} ${pointWord(points)}`,
    ),
  );
}
