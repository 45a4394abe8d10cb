/** The tree: every indicator from what was read to the points of the score, and what groups did beside adding up. */
import { compare, exact, formatExact, readExact } from "../base/exact.js";
import type { ComponentResult, NodeResult, Step } from "../model/assessment.js";
import type { ComponentStory, NodeStory } from "../model/explanation.js";
import type { ExactText, Rounding } from "../model/numbers.js";
import { adjustmentStory, contributionText } from "./adjustments.js";
import { whyNotText, whyOpenText } from "./applicability.js";
import { coefficientLines, productText, readsOfRule } from "./coefficient.js";
import { effectLines } from "./effects.js";
import { derivedEntryLines } from "./entries.js";
import { factTitle, sourcedText } from "./facts.js";
import { divisorText, pointWord, pointsText, readable, sumTo } from "./figures.js";
import { fully } from "./full-leaf.js";
import { eachText, emptyText } from "./instances.js";
import { gotText, joinedText, outsideWorth, rangeOfNode } from "./outside.js";
import { givenLines, namedRead } from "./reads.js";
import { roundingKept } from "./rounding.js";
import { type LeafResult, type RuleStory, tellRule } from "./rules.js";
import { shareText, weightText, worthOf } from "./scale.js";
import { combinationText, shareLines, shareLink } from "./shares.js";
import { type Telling, bracketed, cited, say, tellingAt, titleOf } from "./telling.js";

export function componentStory(component: ComponentResult, telling: Telling): ComponentStory {
  const { id, root, applicability } = component;
  if (root) return { id, root: nodeStory(root, telling), text: shareStory(component, root, telling) };
  const counted = weightText(component, telling);
  const why = applicability?.applies === "no" ? whyNotText(applicability, telling) : undefined;
  const text = say(telling, `${why ?? "尚未选定指标表"}，${counted}`, `${why ?? "no sheet named yet"}, ${counted}`);
  return { id, root: null, text };
}

/** What the sheet brings to the score, or why not. */
function shareStory(component: ComponentResult, root: NodeResult, telling: Telling): string {
  const counted = weightText(component, telling);
  if (root.status === "not-applicable") {
    const [zh, en] = root.applicability ? ["不适用", "it does not apply"] : ["没有适用的指标", "nothing applies"];
    return say(telling, `${counted}；${zh}，不计分`, `${counted}; ${en}, so nothing counts`);
  }
  if (root.awarded && root.contribution !== null) {
    const share = shareText(component, telling);
    const sum = share === "" ? root.contribution : `${root.awarded.exact}${share} = ${root.contribution}`;
    return say(telling, `计入总分：${sum}`, `in the score: ${sum}`);
  }
  const { weight } = component;
  const full = weight === null ? undefined : formatExact(worthOf(weight, telling.assessment.scheme));
  const [atBestZh, atBestEn] =
    full === undefined ? ["", ""] : [`，满分计入总分 ${full} 分`, `, ${full} points of the score at best`];
  const [dependsZh, dependsEn] =
    root.factor === null
      ? ["，每 1 分折合多少要看哪些指标适用", ", and so is what a point is worth, until it is known what applies"]
      : ["", ""];
  return say(
    telling,
    `${counted}${atBestZh}；计入总分未定${dependsZh}`,
    `${counted}${atBestEn}; what it brings is open${dependsEn}`,
  );
}

export function nodeStory(node: NodeResult, around: Telling): NodeStory {
  const telling = tellingAt(node, around);
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
    adjustments: node.adjustments.map((entry) => adjustmentStory(entry, telling, node.effects)),
    children: (node.children ?? []).map((child) => nodeStory(child, telling)),
  };
}

export function isLeaf(node: NodeResult): node is LeafResult {
  return node.standard !== undefined;
}

function leafStory(leaf: LeafResult, telling: Telling): RuleStory {
  const { chain, details } = leafTold(leaf, telling);
  const seen = new Set<string>();
  // Of what does not apply, no entry counts for anything.
  const counted =
    leaf.status === "not-applicable" ? [] : leaf.read.flatMap(({ fact }) => derivedEntryLines(fact, telling, seen));
  return { chain, details: [...details, ...counted, ...(telling.inFull ? fully(leaf, telling) : [])] };
}

function leafTold(leaf: LeafResult, telling: Telling): RuleStory {
  const { status, steps } = leaf;
  if (status === "not-applicable") return { chain: outChain(leaf, telling), details: [] };
  if (status !== "scored") return openLeaf(leaf, telling);
  const end = awardChain(leaf, telling);
  if (leaf.redacted) return { chain: [redactedText(telling), ...end], details: [] };
  const [first] = steps;
  if (first?.op === "not-applicable") {
    return { chain: [...keptChain(leaf, String(first.out), telling), ...end], details: [] };
  }
  if (first?.op === "when-missing") {
    const points = String(first.out);
    const rule = say(telling, `没有资料的按 ${points} 分计`, `without it ${points} ${pointWord(points)}`);
    return { chain: [missingText(leaf, telling), rule, ...limitChain(leaf, telling), ...end], details: [] };
  }
  const told = tellRule({ ...leaf, read: readsOfRule(leaf) }, telling);
  return { chain: [...told.chain, ...limitChain(leaf, telling), ...end], details: told.details };
}

/** Of a record that `redactRecord` made: how it came about would tell what was taken out. */
function redactedText(telling: Telling): string {
  return say(telling, "所依据的个人信息已隐去", "it was scored from personal facts, which are redacted");
}

/** What the rule would do with the facts that are not there is told by the bounds. */
function openLeaf(leaf: LeafResult, telling: Telling): RuleStory {
  const { applicability } = leaf;
  const range = rangeOfNode(leaf, telling);
  const chain = [
    ...(applicability ? [whyOpenText(applicability, telling)] : []),
    readsText(leaf, telling),
    // "In any case" would be untrue of what may not apply at all.
    applicability ? ifAppliesText(range, telling) : range,
  ];
  // Those that are not there stand in the sentence, unless they are too many for one.
  const below = leaf.read.flatMap((read) =>
    isLong(leaf) ? [namedRead(read, leaf, telling)] : givenLines(read, leaf, telling),
  );
  return { chain, details: below };
}

function isLong({ read }: LeafResult): boolean {
  return read.filter(({ state }) => state !== "given").length > 2;
}

function ifAppliesText(range: string, telling: Telling): string {
  return say(
    telling,
    `适用的话，${range.replace("不论如何都", "")}`,
    `if it applies, ${range.replace(" in any case", "")}`,
  );
}

/** What the rule did without. */
function missingText(leaf: LeafResult, telling: Telling): string {
  return readsText({ ...leaf, read: readsOfRule(leaf) }, telling);
}

function readsText(leaf: LeafResult, telling: Telling): string {
  const open = leaf.read.filter(({ state }) => state !== "given");
  if (isLong(leaf) && leaf.status !== "scored")
    return open.length === leaf.read.length
      ? say(telling, `所需的 ${open.length} 项资料都还没有`, `none of the ${open.length} facts it needs is there`)
      : say(
          telling,
          `所需的 ${leaf.read.length} 项资料中还缺 ${open.length} 项`,
          `of the ${leaf.read.length} facts it needs, ${open.length} are not there`,
        );
  return (open.length === 0 ? leaf.read : open)
    .map((read) => namedRead(read, leaf, telling))
    .join(say(telling, "；", "; "));
}

function outChain(node: NodeResult, telling: Telling): readonly string[] {
  const why = node.applicability ? whyNotText(node.applicability, telling) : nothingBelowText(node, telling);
  return [why, say(telling, "不计分，也不占分值", "neither its points nor their maximum count")];
}

function nothingBelowText(node: NodeResult, telling: Telling): string {
  const empty = emptyText(node, telling);
  if (empty !== undefined) return empty;
  return node.children
    ? say(telling, "下级指标都不适用", "nothing below it applies")
    : say(telling, "上级指标不适用", "what it belongs to does not apply");
}

/** What does not apply and has its points, or none, all the same. */
function keptChain(node: NodeResult, points: string, telling: Telling): readonly string[] {
  const { applicability } = node;
  return [
    applicability ? whyNotText(applicability, telling) : nothingBelowText(node, telling),
    say(telling, `按规定计 ${points} 分`, `counts ${points} as the rubric says`),
  ];
}

/** Coefficient, floor and cap of a leaf are part of its value, and so of its story. */
function limitChain(leaf: LeafResult, telling: Telling): readonly string[] {
  return leaf.steps.flatMap((step) => {
    const {
      op,
      in: [from],
      out,
      note,
    } = step;
    if (op === "coefficient") return [productText(step, leaf, telling)];
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

function roundingText(from: string, to: string, note: Step["note"], telling: Telling): string {
  const { mode, kept } = roundingKept(note as unknown as Rounding, telling);
  return say(
    telling,
    `${readable(from, telling)} ${mode}${kept}，得 ${to}`,
    `${readable(from, telling)} rounded ${mode} ${kept} is ${to}`,
  );
}

function awardChain(node: NodeResult, telling: Telling): readonly string[] {
  const { points, available, contribution } = node;
  // Where something below does not apply and nobody divides here, full marks are out of reach.
  const less =
    available === null || compare(readExact(available), exact(points)) >= 0
      ? ""
      : bracketed(say(telling, `适用的只有 ${available} 分`, `${available} of them apply`), telling);
  const award = `${gotText(node, telling)}${less}`;
  // What a point is worth is open for all of them together, and told where that is so.
  return contribution === null ? [award] : [award, contributionText(contribution, telling)];
}

function groupStory(group: NodeResult, telling: Telling): RuleStory {
  const { chain, details } = combinedStory(group, telling);
  return { chain, details: [...weightLines(group, telling), ...details] };
}

/** What an instance is weighed by. */
function weightLines({ read, instance }: NodeResult, telling: Telling): readonly string[] {
  if (!instance) return [];
  return read.map((weight) => {
    const text = `${factTitle(weight.fact, telling)}${say(telling, "：", ": ")}${sourcedText(weight, telling)}`;
    return say(telling, `权数 ${text}`, `weight ${text}`);
  });
}

function combinedStory(group: NodeResult, telling: Telling): RuleStory {
  const { status, steps, applicability } = group;
  if (status === "not-applicable") return { chain: outChain(group, telling), details: [] };
  if (status !== "scored") {
    const why = applicability ? [whyOpenText(applicability, telling)] : [];
    const way = [...eachText(group, telling), ...combinationText(group, telling)];
    const range = rangeOfNode(group, telling);
    const unlisted = group.each !== undefined && group.each.state !== "given";
    const chain = [...why, ...way, unlisted ? ifAppliesText(range, telling) : range];
    return { chain, details: [...coefficientLines(group, telling), ...effectLines(group, telling)] };
  }
  if (group.redacted)
    return { chain: [redactedText(telling), ...awardChain(group, telling)], details: effectLines(group, telling) };
  const chain = steps.flatMap((step, i) => {
    const { op, in: input, out } = step;
    if (op === "bonus" || op === "deduction") {
      const isBehind = steps.slice(0, i).some((before) => before.op === "floor" || before.op === "cap");
      return [joinedText(step, isBehind, telling)];
    }
    if (op === group.combine) return [...eachText(group, telling), shareLink(step, group, telling)];
    if (op === "scale") return [shareLink(step, group, telling)];
    if (op === "sum" && input.length === 0) return keptChain(group, String(out), telling);
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
  return {
    chain: [...chain, ...awardChain(group, telling)],
    details: [...worthLines(group, telling), ...coefficientLines(group, telling), ...effectLines(group, telling)],
  };
}

/** At the top, and wherever a group changes it: what one point below it is worth in the score. */
function worthLines(group: NodeResult, telling: Telling): readonly string[] {
  const { level, factor, children = [], steps } = group;
  if (group.combine !== undefined) return [...shareLines(group, telling), ...outsideWorth(group, telling)];
  if (level > 0 && !steps.some(({ op }) => op === "renormalise")) return [];
  const divided = children.filter(({ countsAs }) => countsAs === undefined);
  const below = divided.find((child) => child.factor !== null && child.factor !== "0")?.factor ?? factor;
  if (below === null || below === "1") return [];
  return [
    say(
      telling,
      `下面每一分，计入总分 ${pointsText(below, telling)}`,
      `below, every point is worth ${pointsText(below, telling)} of the score`,
    ),
    ...outsideWorth(group, telling),
  ];
}
