/** `choice`: option → points. */
import type { FactNote } from "../../model/assessment.js";
import type { ChoiceRule, LevelsRule, OptionPoints } from "../../model/scoring.js";
import { factTitle, optionTitle } from "../facts.js";
import { plainText, pointWord, sumTo } from "../figures.js";
import { onlyRead } from "../reads.js";
import type { LeafResult, RuleStory, RuleTeller } from "../rules.js";
import { type Telling, say } from "../telling.js";

export const tellChoice: RuleTeller<ChoiceRule> = {
  told: (leaf, telling) => tellOptions(leaf, leaf.standard.points, leaf.standard.pick, telling),
  standard: ({ fact, points, pick }, telling) => optionLines(fact, points, pick, telling),
};

export type Pick = "best" | "sum" | undefined;

/** One option says it all; of several held ones what each is worth, and which count. */
export function tellOptions(
  leaf: LeafResult<ChoiceRule | LevelsRule>,
  points: readonly OptionPoints[],
  pick: Pick,
  telling: Telling,
): RuleStory {
  const held = leaf.read[0]!.value;
  if (!Array.isArray(held) || held.length < 2) return { chain: [onlyRead(leaf, telling)], details: [] };
  const worth = (held as readonly string[]).map((id) => plainText(points.find(({ option }) => option === id)!.points));
  const counted =
    pick === "sum"
      ? say(
          telling,
          `${sumTo(worth, leaf.steps[0]!.out as string)}，各项相加`,
          `${sumTo(worth, leaf.steps[0]!.out as string)}, all added`,
        )
      : say(telling, `分别为 ${worth.join("、")} 分，取最高`, `worth ${worth.join(", ")}, the best counts`);
  return { chain: [onlyRead(leaf, telling), counted], details: [] };
}

export function optionLines(
  fact: string,
  points: readonly OptionPoints[],
  pick: Pick,
  telling: Telling,
): readonly string[] {
  const title = factTitle(fact, telling);
  const options = optionsOf(telling.facts.get(fact));
  const lines = points.map((entry) => {
    const option = optionTitle(entry.option, options, telling);
    return say(
      telling,
      `${title}为“${option}”：${entry.points} 分`,
      `${title} \`${option}\`: ${entry.points} ${pointWord(entry.points)}`,
    );
  });
  if (pick === "best") lines.push(say(telling, "有几项的取最高一项", "of several the best counts"));
  if (pick === "sum") lines.push(say(telling, "有几项的相加", "several are added"));
  return lines;
}

function optionsOf(declared: FactNote | undefined) {
  return declared && "options" in declared ? declared.options : undefined;
}
