/** `best_of`: what each rule comes to, and which of them counts. */
import type { BestOfRule } from "../../model/scoring.js";
import { innerLines, innerStandard } from "../inner.js";
import { stepOf } from "../reads.js";
import type { RuleTeller } from "../rules.js";
import { say, titleOf } from "../telling.js";

export const tellBestOf: RuleTeller<BestOfRule> = {
  told: (leaf, telling) => {
    const { of } = leaf.standard;
    const { in: results, note } = stepOf(leaf, "best-of")!;
    const best = titleOf(of[Number(note!["index"])]!.title, telling);
    const options = leaf.steps.filter(({ op }) => op === "option");
    return {
      chain: [
        say(
          telling,
          `${of.length} 种计分方法分别得 ${results.join("、")} 分，取最高的“${best}”`,
          `${of.length} rules come to ${results.join(", ")}, the best counts: ${best}`,
        ),
      ],
      details: options.flatMap((step, i) => innerLines(step, of[i]!, leaf, telling)),
    };
  },
  standard: ({ of }, telling) => [
    say(telling, "以下几种计分方法取最高的", "the best of these rules counts"),
    ...of.flatMap((inner) => innerStandard(inner, telling)),
  ],
};
