/** `checklist`: which items hold, and what they come to. */
import type { Read } from "../../model/assessment.js";
import type { ChecklistRule } from "../../model/scoring.js";
import { factTitle, readText } from "../facts.js";
import { changeText, plainText, pointWord, productText, sumTo } from "../figures.js";
import { gain, stepOf } from "../reads.js";
import type { LeafResult, RuleStory, RuleTeller } from "../rules.js";
import { type Telling, listed, say } from "../telling.js";
import { takenTier, tierLines, tierText } from "./tiers.js";

export const tellChecklist: RuleTeller<ChecklistRule> = {
  told: (leaf, telling) => {
    const rule = leaf.standard;
    switch (rule.mode) {
      case "sum":
        return tellSum(leaf, rule, telling);
      case "per_item":
        return tellPerItem(leaf, rule, telling);
      case "ladder": {
        const taken = takenTier(leaf, rule.tiers, "checklist-ladder");
        return {
          chain: [metText(leaf.read, telling), tierText(taken, telling)],
          details: itemLines(leaf.read, telling),
        };
      }
    }
  },
  standard: (rule, telling) => {
    switch (rule.mode) {
      case "sum":
        return rule.items.map(({ fact, points }) =>
          say(
            telling,
            `${factTitle(fact, telling)}：${points} 分`,
            `${factTitle(fact, telling)}: ${points} ${pointWord(points)}`,
          ),
        );
      case "per_item":
        return [perItemText(rule, telling), namesOf(rule.items, telling)];
      case "ladder":
        return [
          ...tierLines(say(telling, "为“是”的项数", "items with yes"), rule.tiers, telling),
          namesOf(rule.items, telling),
        ];
    }
  },
};

type Sum = ChecklistRule & { mode: "sum" };
type PerItem = ChecklistRule & { mode: "per_item" };

function tellSum(leaf: LeafResult, { items }: Sum, telling: Telling): RuleStory {
  const step = stepOf(leaf, "checklist-sum")!;
  const details = leaf.read.map((read, i) => {
    const worth = read.value === true ? plainText(items[i]!.points) : "0";
    return `${factTitle(read.fact, telling)}${say(telling, "：", ": ")}${readText(read, telling)}${say(telling, "，", ", ")}${gain(worth)}`;
  });
  return { chain: [metText(leaf.read, telling), sumTo(step.in as readonly string[], step.out as string)], details };
}

function tellPerItem(leaf: LeafResult, rule: PerItem, telling: Telling): RuleStory {
  const [start, n, each] = stepOf(leaf, "checklist-per-item")!.in as readonly string[];
  const out = String(stepOf(leaf, "checklist-per-item")!.out);
  return {
    chain: [
      rule.count === "met" ? metText(leaf.read, telling) : unmetText(leaf.read, telling),
      `${productText(start!, n!, each!)} = ${out}`,
    ],
    details: itemLines(leaf.read, telling),
  };
}

function metText(reads: readonly Read[], telling: Telling): string {
  const met = reads.filter(({ value }) => value === true).length;
  return say(telling, `${reads.length} 项中 ${met} 项为“是”`, `${met} of ${itemsText(reads)}: yes`);
}

function itemsText({ length }: readonly Read[]): string {
  return length === 1 ? "1 item" : `${length} items`;
}

function unmetText(reads: readonly Read[], telling: Telling): string {
  const unmet = reads.filter(({ value }) => value === false).length;
  return say(telling, `${reads.length} 项中 ${unmet} 项为“否”`, `${unmet} of ${itemsText(reads)}: no`);
}

function itemLines(reads: readonly Read[], telling: Telling): readonly string[] {
  return reads.map((read) => `${factTitle(read.fact, telling)}${say(telling, "：", ": ")}${readText(read, telling)}`);
}

function perItemText({ start, each, count }: PerItem, telling: Telling): string {
  return count === "met"
    ? say(
        telling,
        `从 ${start} 分起，每有一项为“是”${changeText(each, telling)}`,
        `from ${start}, ${changeText(each, telling)} for every yes`,
      )
    : say(
        telling,
        `从 ${start} 分起，每有一项为“否”${changeText(each, telling)}`,
        `from ${start}, ${changeText(each, telling)} for every no`,
      );
}

function namesOf(items: readonly string[], telling: Telling): string {
  const names = listed(
    items.map((item) => factTitle(item, telling)),
    telling,
  );
  return say(telling, `各项：${names}`, `items: ${names}`);
}
