/** `parts`: what every part comes to, and the sum. */
import type { PartsRule } from "../../model/scoring.js";
import { sumTo } from "../figures.js";
import { conditionalStandard, innerLines, passedLine } from "../inner.js";
import { stepOf } from "../reads.js";
import type { RuleTeller } from "../rules.js";
import { say } from "../telling.js";

export const tellParts: RuleTeller<PartsRule> = {
  told: (leaf, telling) => {
    const { parts, start } = leaf.standard;
    const { in: terms, out } = stepOf(leaf, "parts")!;
    return {
      chain: [
        say(telling, `从 ${start} 分起，各部分相加`, `from ${start}, the parts added`),
        sumTo(terms as readonly string[], String(out)),
      ],
      details: leaf.steps
        .filter(({ op }) => op === "part")
        .flatMap((step, i) =>
          step.note!["when"] === "false"
            ? [passedLine(parts[i]!, telling)]
            : innerLines(step, parts[i]!, leaf, telling),
        ),
    };
  },
  standard: ({ start, parts }, telling) => [
    say(telling, `从 ${start} 分起，以下各部分相加`, `from ${start} points, these parts are added`),
    ...parts.flatMap((part) => conditionalStandard(part, telling)),
    ...(parts.some(({ when }) => when)
      ? [say(telling, "条件不成立的部分不计", "a part whose condition does not hold does not count")]
      : []),
  ],
};
