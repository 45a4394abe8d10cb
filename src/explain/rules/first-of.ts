/** `first_of`: which rule is used, and which were passed by. */
import type { FirstOfRule } from "../../model/scoring.js";
import { conditionalStandard, innerLines, passedLine } from "../inner.js";
import { stepOf } from "../reads.js";
import type { RuleTeller } from "../rules.js";
import { say, titleOf } from "../telling.js";

export const tellFirstOf: RuleTeller<FirstOfRule> = {
  told: (leaf, telling) => {
    const { of } = leaf.standard;
    const { index } = stepOf(leaf, "first-of")!.note as { readonly index: number | null };
    const taken = index === null ? undefined : titleOf(of[index]!.title, telling);
    const details = leaf.steps
      .filter(({ op }) => op === "option")
      .flatMap((step, i) =>
        step.out === null ? [passedLine(of[i]!, telling)] : innerLines(step, of[i]!, leaf, telling),
      );
    return {
      chain: [
        taken === undefined
          ? say(telling, "没有一种计分方法的条件成立", "no rule has a condition that holds")
          : say(telling, `按“${taken}”计分`, `scored by the rule: ${taken}`),
      ],
      details,
    };
  },
  standard: ({ of }, telling) => [
    say(telling, "依次看以下几种计分方法，用条件最先成立的", "of these rules the first whose condition holds"),
    ...of.flatMap((option) => conditionalStandard(option, telling)),
    ...(of.at(-1)!.when ? [say(telling, "条件都不成立的计 0 分", "0 points where none holds")] : []),
  ],
};
