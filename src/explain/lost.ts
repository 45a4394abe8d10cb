/** Where points were lost, and what was added or taken away beside them: the most first. */
import { compare, exact, formatExact, negate, readExact, sum } from "../base/exact.js";
import type { Assessment, ComponentResult, NodeResult } from "../model/assessment.js";
import type { Reason } from "../model/explanation.js";
import type { ExactText } from "../model/numbers.js";
import { outOfText, pointsText } from "./figures.js";
import { isLeaf } from "./nodes.js";
import { takenText } from "./outside.js";
import type { LeafResult } from "./rules.js";
import { type Telling, say, titleOf } from "./telling.js";

const MOST_LOST = 5;

/**
 * The leaves that cost most, in points of the score; the order of the document decides among equals. What stands outside
 * the points of the sheet, or with its sheet outside the weights, cannot lose any of them.
 */
export function lostReasons({ components }: Assessment, telling: Telling): readonly Reason[] {
  const lost = components
    .flatMap((component) => leavesIn(component, false))
    .filter(({ shortfall }) => shortfall !== null && compare(readExact(shortfall), ZERO) > 0)
    .sort((a, b) => compare(readExact(b.shortfall!), readExact(a.shortfall!)));
  const told = lost.slice(0, MOST_LOST).map((leaf): Reason => {
    const shortfall = leaf.shortfall!;
    const title = `${leaf.id} ${titleOf(leaf.title, telling)}`;
    const got = leaf.awarded!.exact;
    const text = say(
      telling,
      `${title}：得 ${outOfText(got, leaf.points, telling)}，总分因此少 ${pointsText(shortfall, telling)}`,
      `${title}: ${outOfText(got, leaf.points, telling)}, which costs ${pointsText(shortfall, telling)} of the score`,
    );
    return { code: "points-lost", params: { indicator: leaf.id }, points: negated(shortfall), text };
  });
  if (lost.length <= MOST_LOST) return told;
  const all = formatExact(sum(lost.map(({ shortfall }) => readExact(shortfall!))));
  const text = say(
    telling,
    `共有 ${lost.length} 项没有得满分，总分合计少 ${pointsText(all, telling)}；以下是少得最多的 ${MOST_LOST} 项`,
    `${lost.length} indicators have less than full marks, which costs ${pointsText(all, telling)} of the score in all; these ${MOST_LOST} cost most`,
  );
  return [{ code: "points-lost-in-all", params: { count: String(lost.length) }, points: negated(all), text }, ...told];
}

function leavesIn({ root, countsAs }: ComponentResult, outside: boolean): readonly LeafResult[] {
  return root ? leavesOf(root, outside, countsAs !== undefined) : [];
}

/** Leaves of what counts towards the points, or of the bonuses and deductions beside it. */
function leavesOf(node: NodeResult, outside: boolean, within: boolean): readonly LeafResult[] {
  const isOutside = within || node.countsAs !== undefined;
  if (isLeaf(node)) return isOutside === outside ? [node] : [];
  return (node.children ?? []).flatMap((child) => leavesOf(child, outside, isOutside));
}

interface JoinedKind {
  readonly code: "points-deducted" | "points-added";
  /** Of what a leaf brings to the score: whether it is one of them. */
  readonly side: -1 | 1;
  readonly each: (leaf: LeafResult, worth: string, telling: Telling) => string;
  readonly all: (count: number, worth: string, telling: Telling) => string;
}

export const DEDUCTED: JoinedKind = {
  code: "points-deducted",
  side: -1,
  each: ({ awarded }, worth, telling) => {
    const taken = takenText(awarded!.exact, telling);
    return say(telling, `${taken}，总分因此少 ${worth}`, `${taken}, which costs ${worth} of the score`);
  },
  all: (count, worth, telling) =>
    say(
      telling,
      `扣分的共有 ${count} 项，总分合计少 ${worth}；以下是扣得最多的 ${MOST_LOST} 项`,
      `${count} deductions take away ${worth} of the score in all; these ${MOST_LOST} cost most`,
    ),
};

export const ADDED: JoinedKind = {
  code: "points-added",
  side: 1,
  each: ({ awarded }, worth, telling) => {
    const added = pointsText(awarded!.exact.replace("-", ""), telling);
    return say(telling, `加 ${added}，总分因此多 ${worth}`, `${added} added, ${worth} of the score`);
  },
  all: (count, worth, telling) =>
    say(
      telling,
      `加分的共有 ${count} 项，总分合计多 ${worth}；以下是加得最多的 ${MOST_LOST} 项`,
      `${count} bonuses add ${worth} of the score in all; these ${MOST_LOST} add most`,
    ),
};

/** What was added or taken away beside the points, the largest first; what a cap then cut off has been told above. */
export function joinedReasons({ components }: Assessment, kind: JoinedKind, telling: Telling): readonly Reason[] {
  const { code, side, each, all } = kind;
  const joined = components
    .flatMap((component) => leavesIn(component, true))
    .flatMap((leaf) => (leaf.contribution === null ? [] : [{ leaf, worth: readExact(leaf.contribution) }]))
    .filter(({ worth }) => compare(worth, ZERO) === side)
    .sort((a, b) => compare(b.worth, a.worth) * side);
  const told = joined.slice(0, MOST_LOST).map(({ leaf }): Reason => {
    const worth = pointsText(leaf.contribution!.replace("-", ""), telling);
    const text = `${leaf.id} ${titleOf(leaf.title, telling)}${say(telling, "：", ": ")}${each(leaf, worth, telling)}`;
    return { code, params: { indicator: leaf.id }, points: leaf.contribution, text };
  });
  if (joined.length <= MOST_LOST) return told;
  const points = formatExact(sum(joined.map(({ worth }) => worth)));
  const text = all(joined.length, pointsText(points.replace("-", ""), telling), telling);
  return [{ code: `${code}-in-all`, params: { count: String(joined.length) }, points, text }, ...told];
}

const ZERO = exact("0");

function negated(value: ExactText): ExactText {
  return compare(negate(readExact(value)), ZERO) === 0 ? value : `-${value}`;
}
