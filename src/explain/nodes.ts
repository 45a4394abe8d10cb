/** The tree: every indicator from what was read to the points of the score, and what groups did beside adding up. */
import { compare, exact, readExact } from "../base/exact.js";
import type { Adjustment, ComponentResult, FactNote, NodeResult, Step } from "../model/assessment.js";
import type { AdjustmentStory, ComponentStory, NodeStory } from "../model/explanation.js";
import type { ExactText } from "../model/numbers.js";
import { whyNotText, whyOpenText } from "./applicability.js";
import { factTitle, inputsOf } from "./facts.js";
import { divisorText, outOfText, pointWord, pointsText, rangeOfText, readable, sumTo } from "./figures.js";
import { gain, namedRead } from "./reads.js";
import { type LeafResult, type RuleStory, tellRule, tellStandard } from "./rules.js";
import { type Telling, bracketed, cited, listed, say, titleOf } from "./telling.js";

export function componentStory({ id, weight, sheet, root }: ComponentResult, telling: Telling): ComponentStory {
  if (!root || !sheet) {
    return {
      id,
      root: null,
      text: say(telling, `尚未选定指标表，权重 ${weight}`, `no sheet named yet, weight ${weight}`),
    };
  }
  const { points } = telling.assessment.scheme;
  const awarded = root.awarded?.exact;
  const share = `${weight} × ${points} ÷ ${root.points}`;
  const worth = root.contribution;
  const text =
    awarded === undefined || worth === null
      ? say(telling, `权重 ${weight}，计入总分未定`, `weight ${weight}, what it brings to the score is open`)
      : say(telling, `计入总分：${awarded} × ${share} = ${worth}`, `in the score: ${awarded} × ${share} = ${worth}`);
  return { id, root: nodeStory(root, telling), text };
}

export function nodeStory(node: NodeResult, telling: Telling): NodeStory {
  const { chain, details } = isLeaf(node) ? leafStory(node, telling) : groupStory(node, telling);
  return {
    id: node.id,
    title: titleOf(node.title, telling),
    level: node.level,
    status: node.status,
    points: node.points,
    awarded: node.awarded?.exact ?? null,
    contribution: node.contribution,
    clause: cited(node.clause, node.source, telling),
    story: chain.join(" → "),
    details,
    adjustments: node.adjustments.map((entry) => adjustmentStory(entry, telling)),
    children: (node.children ?? []).map((child) => nodeStory(child, telling)),
  };
}

export function isLeaf(node: NodeResult): node is LeafResult {
  return node.standard !== undefined;
}

function leafStory(leaf: LeafResult, telling: Telling): RuleStory {
  const { chain, details } = leafTold(leaf, telling);
  return { chain, details: telling.inFull ? [...details, ...fully(leaf, telling)] : details };
}

function leafTold(leaf: LeafResult, telling: Telling): RuleStory {
  const { status, steps } = leaf;
  if (status === "not-applicable") return { chain: outChain(leaf, telling), details: [] };
  if (status !== "scored") return openLeaf(leaf, telling);
  const end = awardChain(leaf, telling);
  const [only] = steps;
  if (only?.op === "not-applicable") {
    return { chain: [...keptChain(leaf, String(only.out), telling), ...end], details: [] };
  }
  if (only?.op === "when-missing") {
    const points = String(only.out);
    const rule = say(telling, `没有资料的按 ${points} 分计`, `without it ${points} ${pointWord(points)}`);
    return { chain: [readsText(leaf, telling), rule, ...limitChain(steps, telling), ...end], details: [] };
  }
  const told = tellRule(leaf, telling);
  return { chain: [...told.chain, ...limitChain(steps, telling), ...end], details: told.details };
}

/** What the rule would do with the facts that are not there is told by the bounds. */
function openLeaf(leaf: LeafResult, telling: Telling): RuleStory {
  const { applicability, bounds, points } = leaf;
  const chain = [
    ...(applicability ? [whyOpenText(applicability, telling)] : []),
    readsText(leaf, telling),
    // "In any case" would be untrue of what may not apply at all.
    applicability ? ifAppliesText(rangeOfText(bounds, points, telling), telling) : rangeOfText(bounds, points, telling),
  ];
  return { chain, details: [] };
}

function ifAppliesText(range: string, telling: Telling): string {
  return say(
    telling,
    `适用的话，${range.replace("不论如何都", "")}`,
    `if it applies, ${range.replace(" in any case", "")}`,
  );
}

function readsText(leaf: LeafResult, telling: Telling): string {
  const open = leaf.read.filter(({ state }) => state !== "given");
  return listed(
    (open.length === 0 ? leaf.read : open).map((read) => namedRead(read, leaf, telling)),
    telling,
  );
}

function outChain(node: NodeResult, telling: Telling): readonly string[] {
  const why = node.applicability
    ? whyNotText(node.applicability, telling)
    : node.children
      ? say(telling, "下级指标都不适用", "nothing below it applies")
      : say(telling, "上级指标不适用", "what it belongs to does not apply");
  return [why, say(telling, "不计分，也不占分值", "neither its points nor their maximum count")];
}

/** What does not apply and is worth something all the same. */
function keptChain({ applicability }: NodeResult, points: string, telling: Telling): readonly string[] {
  return [
    applicability ? whyNotText(applicability, telling) : say(telling, "不适用", "does not apply"),
    say(telling, `按规定计 ${points} 分`, `counts ${points} as the rubric says`),
  ];
}

/** Floor and cap of a leaf are part of its value, and so of its story. */
function limitChain(steps: readonly Step[], telling: Telling): readonly string[] {
  return steps.flatMap(({ op, in: [from], out, note }) => {
    if (op === "floor")
      return [
        say(
          telling,
          `${String(from)}，低于下限，按 ${String(out)} 计`,
          `${String(from)} is below the floor, counts as ${String(out)}`,
        ),
      ];
    if (op === "cap")
      return [
        say(
          telling,
          `${String(from)}，封顶为 ${String(out)}`,
          `${String(from)} is above the cap, counts as ${String(out)}`,
        ),
      ];
    if (op === "rounding") return [roundingText(String(from), String(out), note, telling)];
    return [];
  });
}

const MODES = {
  "half-up": { zh: "四舍五入", en: "half up" },
  "half-even": { zh: "四舍六入五成双", en: "half to even" },
  up: { zh: "向上进位", en: "away from zero" },
  down: { zh: "舍去", en: "towards zero" },
  ceiling: { zh: "向上取", en: "up" },
  floor: { zh: "向下取", en: "down" },
} as const;

function roundingText(from: string, to: string, note: Step["note"], telling: Telling): string {
  const { places, mode } = note as { places: number; mode: keyof typeof MODES };
  const { zh, en } = MODES[mode];
  const kept =
    places === 0
      ? say(telling, "到整数", "to a whole number")
      : say(telling, `到小数 ${places} 位`, `to ${places} decimal ${places === 1 ? "place" : "places"}`);
  return say(
    telling,
    `${readable(from, telling)} ${zh}${kept}，得 ${to}`,
    `${readable(from, telling)} rounded ${en} ${kept} is ${to}`,
  );
}

function awardChain({ awarded, points, available, contribution }: NodeResult, telling: Telling): readonly string[] {
  // Where something below does not apply and nobody divides here, full marks are out of reach.
  const less =
    available === null || compare(readExact(available), exact(points)) >= 0
      ? ""
      : bracketed(say(telling, `适用的只有 ${available} 分`, `${available} of them apply`), telling);
  return [`${outOfText(awarded!.exact, points, telling)}${less}`, contributionText(contribution, telling)];
}

function contributionText(contribution: ExactText | null, telling: Telling): string {
  return contribution === null
    ? say(telling, "计入总分未定", "what it brings to the score is open")
    : say(telling, `计入总分 ${readable(contribution, telling)}`, `${readable(contribution, telling)} in the score`);
}

function groupStory(group: NodeResult, telling: Telling): RuleStory {
  const { status, steps, applicability, bounds, points } = group;
  if (status === "not-applicable") return { chain: outChain(group, telling), details: [] };
  if (status !== "scored") {
    const why = applicability ? [whyOpenText(applicability, telling)] : [];
    return { chain: [...why, rangeOfText(bounds, points, telling)], details: [] };
  }
  const chain = steps.flatMap(({ op, in: input, out }) => {
    if (op === "sum") return [sumTo(input as readonly ExactText[], String(out))];
    if (op === "not-applicable") return keptChain(group, String(out), telling);
    if (op !== "renormalise") return [];
    const [sum, all, available] = input.map(String) as [string, string, string];
    const share = `${sum} × ${all} ÷ ${divisorText(available)} = ${String(out)}`;
    return [
      say(
        telling,
        `适用的指标满分共 ${available} 分，折算：${share}`,
        `of the ${available} ${pointWord(available)} that apply: ${share}`,
      ),
    ];
  });
  return { chain: [...chain, ...awardChain(group, telling)], details: [] };
}

const CAUSES: Readonly<Record<Adjustment["cause"], { readonly zh: string; readonly en: string }>> = {
  coefficient: { zh: "系数", en: "coefficient" },
  effect: { zh: "连带规定", en: "effect" },
  floor: { zh: "低于下限，补到下限", en: "raised to the floor" },
  cap: { zh: "超过上限，减到上限", en: "lowered to the cap" },
  rounding: { zh: "舍入", en: "rounding" },
  offset: { zh: "不适用时按规定计分", en: "counted as the rubric says although it does not apply" },
};

export function adjustmentStory({ cause, by, contribution, because }: Adjustment, telling: Telling): AdjustmentStory {
  const about = because.component === undefined ? "" : `${because.component} `;
  const text = say(
    telling,
    `${about}${CAUSES[cause].zh}：${because.in} → ${because.out}（${gain(by)}）→ ${contributionText(contribution, telling)}`,
    `${about}${CAUSES[cause].en}: ${because.in} → ${because.out} (${gain(by)}) → ${contributionText(contribution, telling)}`,
  );
  return { cause, contribution, text };
}

/** For the reader of one indicator: the rule itself, every fact with its papers and notes. */
function fully(leaf: LeafResult, telling: Telling): readonly string[] {
  const standard = tellStandard(leaf.standard, telling).map((line) =>
    say(telling, `评分标准：${line}`, `standard: ${line}`),
  );
  const seen = new Set<string>();
  const reads = leaf.read.flatMap(({ fact }) => evidenceLines(fact, telling, seen));
  const lost = leaf.shortfall !== null && leaf.shortfall !== "0";
  const shortfall = lost
    ? [
        say(
          telling,
          `与满分相比，总分少 ${pointsText(leaf.shortfall, telling)}`,
          `full marks would bring ${pointsText(leaf.shortfall, telling)} more`,
        ),
      ]
    : [];
  return [...standard, ...reads, ...shortfall];
}

/** The papers of every supplied fact beneath; a derived fact has none of its own, a judgement neither. */
function evidenceLines(fact: string, telling: Telling, seen = new Set<string>()): readonly string[] {
  const read = telling.reads.get(fact);
  if (!read || seen.has(fact)) return [];
  seen.add(fact);
  const inputs = inputsOf(telling.facts.get(fact));
  if (inputs.length > 0) return inputs.flatMap((input) => evidenceLines(input, telling, seen));
  const { evidence, note } = read;
  const papers =
    evidence.length === 0 ? lackingText(telling.facts.get(fact)?.evidence, telling) : listed(evidence, telling);
  const about = note === undefined ? "" : bracketed(note, telling);
  const title = factTitle(fact, telling);
  return [say(telling, `佐证：${title}：${papers}${about}`, `evidence: ${title}: ${papers}${about}`)];
}

function lackingText(wanted: FactNote["evidence"], telling: Telling): string {
  return wanted === "required"
    ? say(telling, "应附佐证，还没有附", "required, none attached")
    : say(telling, "没有附佐证", "none attached");
}
