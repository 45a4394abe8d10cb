/** How the points came about: inside the indicator step by step, then through every group around it up to the score. */
import { formatExact, multiply, readExact, subtract } from "../base/exact.js";
import { adjustmentStory, schemeAdjustmentStory } from "../explain/adjustments.js";
import { pointsText, readable, sumTo } from "../explain/figures.js";
import { nodeStory } from "../explain/nodes.js";
import { gain } from "../explain/reads.js";
import type { LeafResult } from "../explain/rules.js";
import { type Telling, say, tellingAt, titleOf } from "../explain/telling.js";
import type { Adjustment, Step } from "../model/assessment.js";
import type { AdjustmentStory } from "../model/explanation.js";
import type { ExactText } from "../model/numbers.js";
import type { ObjectionAdjustment, ObjectionPlace, ObjectionStep } from "../model/objection.js";
import { type FoundLeaf, nameOf } from "./find.js";

/** None while the points are open. */
export function stepsOf(leaf: LeafResult, telling: Telling): readonly ObjectionStep[] {
  if (!leaf.awarded) return [];
  const limits = lastSteps(leaf.steps);
  const ruled = limits[0] ? String(limits[0].in[0]) : leaf.awarded.exact;
  return [
    stepOf("rule", "0", ruled, leaf, telling),
    ...limits.map(({ op, in: [from], out }) =>
      stepOf(op as ObjectionStep["kind"], String(from), String(out), leaf, telling),
    ),
  ];
}

const LIMITS: ReadonlySet<string> = new Set<ObjectionStep["kind"]>(["coefficient", "floor", "cap", "rounding"]);

/** What is done to the value of the rule stands behind it. */
function lastSteps(steps: readonly Step[]): readonly Step[] {
  let from = steps.length;
  while (from > 0 && LIMITS.has(steps[from - 1]!.op)) from -= 1;
  return steps.slice(from);
}

function stepOf(
  kind: ObjectionStep["kind"],
  from: ExactText,
  out: ExactText,
  { factor }: LeafResult,
  telling: Telling,
): ObjectionStep {
  const size = subtract(readExact(out), readExact(from));
  const by = formatExact(size);
  const contribution = factor === null ? null : formatExact(multiply(size, readExact(factor)));
  const worth =
    contribution === null
      ? ""
      : say(telling, `，计入总分 ${signed(contribution)}`, `, ${signed(contribution)} in the score`);
  const figures = kind === "rule" ? pointsText(out, telling) : `${readable(from, telling)} → ${readable(out, telling)}`;
  const change = kind === "rule" ? "" : say(telling, `（${gain(by)}）`, ` (${gain(by)})`);
  return {
    kind,
    in: from,
    out,
    by,
    contribution,
    text: `${NAMES[kind][telling.lang]}${say(telling, "：", ": ")}${figures}${change}${worth}`,
  };
}

const NAMES: Readonly<Record<ObjectionStep["kind"], Readonly<Record<Telling["lang"], string>>>> = {
  rule: { zh: "按评分标准", en: "by the standard" },
  coefficient: { zh: "乘以系数", en: "times the coefficient" },
  floor: { zh: "低于下限，补到下限", en: "raised to the floor" },
  cap: { zh: "超过上限，减到上限", en: "lowered to the cap" },
  rounding: { zh: "舍入", en: "rounded" },
};

function signed(points: ExactText): string {
  return points === "0" ? points : gain(points);
}

/** The group next to it first, the score last. */
export function wayOf({ component, groups }: FoundLeaf, around: Telling): readonly ObjectionPlace[] {
  let telling = around;
  const places = groups.map((node): ObjectionPlace => {
    telling = tellingAt(node, telling);
    const own = telling;
    return {
      id: nameOf({ component, node }),
      title: titleOf(node.title, own),
      awarded: node.awarded?.exact ?? null,
      contribution: node.contribution,
      story: nodeStory(node, own).story,
      adjustments: node.adjustments.map((each) => told(each, adjustmentStory(each, own, node.effects))),
    };
  });
  return [...places.reverse(), scorePlace(around)];
}

function scorePlace(telling: Telling): ObjectionPlace {
  const { assessment } = telling;
  const { components, score, scheme } = assessment;
  const terms = [
    ...components.flatMap(({ root }) => root?.contribution ?? []),
    ...score.adjustments.flatMap(({ contribution }) => contribution ?? []),
  ];
  return {
    id: "score",
    title: titleOf(scheme.title, telling),
    awarded: score.exact,
    contribution: score.exact,
    story: score.exact === null ? say(telling, "未定", "open") : sumTo(terms, score.exact),
    adjustments: score.adjustments.map((each) => told(each, schemeAdjustmentStory(each, telling))),
  };
}

function told({ cause, by, contribution }: Adjustment, { text }: AdjustmentStory): ObjectionAdjustment {
  return { cause, by, contribution, text };
}
