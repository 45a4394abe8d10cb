/** `panel`: who awarded how much, what was left out, and the mean. */
import type { JudgementResult, Read, Step } from "../../model/assessment.js";
import type { PanelRule } from "../../model/scoring.js";
import { judgementStateText } from "../facts.js";
import { divisorText, factorText, sumText } from "../figures.js";
import { stepOf } from "../reads.js";
import type { LeafResult, RuleTeller } from "../rules.js";
import { type Telling, beforeWord, bracketed, listed, say } from "../telling.js";

export const tellPanel: RuleTeller<PanelRule> = {
  told: (leaf, telling) => {
    const [read] = leaf.read;
    const { weights, trim } = leaf.standard;
    return {
      chain: [
        countText(read!, telling),
        ...(trim > 0 ? [trimText(trim, telling)] : []),
        weights ? weightedText(leaf) : meanText(stepOf(leaf, "panel")!),
      ],
      details: [...linesOf(read!, telling), ...classSteps(leaf).map((step) => classText(step, telling))],
    };
  },
  standard: ({ low, high, step, needed, trim, weights = [] }, telling) => [
    say(
      telling,
      `由几个评审人各在 ${low} 到 ${high} 分之间评定，每 ${step} 分一档，至少 ${needed} 人`,
      `awarded by several assessors between ${low} and ${high}, in steps of ${step}, at least ${needed} of them`,
    ),
    ...(trim > 0 ? [trimText(trim, telling)] : []),
    ...weights.map(({ class: name, weight }) =>
      say(telling, `${beforeWord(name)}的平均分占 ${weight}`, `the mean of ${name} counts ${weight}`),
    ),
    weights.length > 0
      ? say(telling, "各类的平均分按权重相加", "the means of the classes are added by weight")
      : say(telling, "取平均分", "the mean counts"),
  ],
  judgement: {
    state: (read, rule, telling) => (read.state === "given" ? countText(read, telling) : openText(read, rule, telling)),
    lines: (read, _rule, telling) => linesOf(read, telling),
  },
};

function countText({ value }: Read, telling: Telling): string {
  return say(telling, `${String(value)} 人评分`, `${String(value)} ${value === 1 ? "judgement" : "judgements"}`);
}

/** Some are there and more are needed, or why there are none. */
function openText({ state, judgements = [] }: Read, { needed, weights = [] }: PanelRule, telling: Telling): string {
  const text = judgementStateText(state, telling);
  if (judgements.length === 0 || state === "invalid") return text;
  const empty = weights.map((each) => each.class).filter((name) => !judgements.some(({ as }) => as === name));
  if (empty.length > 0)
    return say(telling, `还没有${listed(empty, telling)}的评分`, `no judgement of ${listed(empty, telling)}`);
  const got = judgements.length;
  return say(telling, `要有 ${needed} 个评分，只有 ${got} 个`, `${got} of the ${needed} judgements that are needed`);
}

function trimText(trim: number, telling: Telling): string {
  return say(
    telling,
    `去掉 ${trim} 个最高分和 ${trim} 个最低分`,
    `without the ${trim === 1 ? "" : `${trim} `}highest and the ${trim === 1 ? "" : `${trim} `}lowest`,
  );
}

/** `(3 + 4.5) ÷ 2 = 3.75`. */
function meanText({ in: terms, out }: Step): string {
  return terms.length === 1
    ? String(out)
    : `(${sumText(terms as readonly string[])}) ÷ ${terms.length} = ${String(out)}`;
}

/** `4.5 × 0.6 + 3 × 0.4 = 3.9`. */
function weightedText(leaf: LeafResult<PanelRule>): string {
  const products = classSteps(leaf).map(
    ({ out, note }) => `${divisorText(factorText(String(out)))} × ${String(note!["weight"])}`,
  );
  return `${products.join(" + ")} = ${String(stepOf(leaf, "panel")!.out)}`;
}

function classSteps({ steps }: LeafResult): readonly Step[] {
  return steps.filter(({ op }) => op === "panel-class");
}

function classText(step: Step, telling: Telling): string {
  const { class: name, weight } = step.note as { readonly class: string; readonly weight: string };
  return say(
    telling,
    `${beforeWord(name)}的平均分：${meanText(step)}，占 ${weight}`,
    `mean of ${name}: ${meanText(step)}, counts ${weight}`,
  );
}

function linesOf({ judgements = [] }: Read, telling: Telling): readonly string[] {
  return judgements.map((judgement) => lineOf(judgement, telling));
}

function lineOf({ points, by, as, reason, excluded }: JudgementResult, telling: Telling): string {
  const who = `${by}${as === undefined ? "" : bracketed(as, telling)}`;
  const awarded =
    points === null
      ? say(telling, `${who}的评分不能用`, `what ${who} awarded cannot be used`)
      : say(telling, `${who}评 ${points} 分`, `${who} awarded ${points}`);
  const out = excluded === undefined ? "" : OUT[excluded][telling.lang];
  return `${awarded}${out}${reason === "" ? "" : say(telling, `：${reason}`, `: ${reason}`)}`;
}

const OUT = {
  highest: { zh: "（最高，不计）", en: " (the highest, left out)" },
  lowest: { zh: "（最低，不计）", en: " (the lowest, left out)" },
} as const;
