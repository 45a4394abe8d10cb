/** `flag`: yes or no. */
import type { FlagRule } from "../../model/scoring.js";
import { factTitle } from "../facts.js";
import { onlyRead } from "../reads.js";
import type { RuleTeller } from "../rules.js";
import { say } from "../telling.js";

export const tellFlag: RuleTeller<FlagRule> = {
  told: (leaf, telling) => ({ chain: [onlyRead(leaf, telling)], details: [] }),
  standard: ({ fact, points }, telling) => [
    say(
      telling,
      `${factTitle(fact, telling)}：是得 ${points} 分，否得 0 分`,
      `${factTitle(fact, telling)}: yes is worth ${points}, no 0`,
    ),
  ],
};
