/** What changed a value after it was added up, and what that is worth in the score. */
import type { Adjustment, EffectResult, SchemeEffectResult } from "../model/assessment.js";
import type { AdjustmentStory } from "../model/explanation.js";
import type { ExactText } from "../model/numbers.js";
import { effectText } from "./effects.js";
import { readable } from "./figures.js";
import { gain } from "./reads.js";
import { rescaleText } from "./scale.js";
import { type Telling, say } from "./telling.js";

const CAUSES: Readonly<Record<Adjustment["cause"], { readonly zh: string; readonly en: string }>> = {
  coefficient: { zh: "系数", en: "coefficient" },
  effect: { zh: "连带规定", en: "effect" },
  floor: { zh: "低于下限，补到下限", en: "raised to the floor" },
  cap: { zh: "超过上限，减到上限", en: "lowered to the cap" },
  rounding: { zh: "舍入", en: "rounding" },
  offset: { zh: "不适用时按规定计分", en: "counted as the rubric says although it does not apply" },
};

export function adjustmentStory(
  { cause, by, contribution, because }: Adjustment,
  telling: Telling,
  effects: readonly (EffectResult | SchemeEffectResult)[] = [],
): AdjustmentStory {
  const about = because.component === undefined ? "" : `${because.component} `;
  const effect = because.effect === undefined ? undefined : effects[because.effect];
  const why = effect ? effectText(effect, telling) : CAUSES[cause][telling.lang];
  const text = say(
    telling,
    `${about}${why}：${because.in} → ${because.out}（${gain(by)}）→ ${contributionText(contribution, telling)}`,
    `${about}${why}: ${because.in} → ${because.out} (${gain(by)}) → ${contributionText(contribution, telling)}`,
  );
  return { cause, contribution, text };
}

/** The same of what a scheme does to the sum of its components. */
export function schemeAdjustmentStory(adjustment: Adjustment, telling: Telling): AdjustmentStory {
  const { cause, contribution } = adjustment;
  // With a component: it does not apply, and the scheme says what it is worth then.
  if (cause !== "offset" || adjustment.because.component !== undefined)
    return adjustmentStory(adjustment, telling, telling.assessment.effects);
  return { cause, contribution, text: rescaleText(adjustment, telling) };
}

export function contributionText(contribution: ExactText | null, telling: Telling): string {
  return contribution === null
    ? say(telling, "计入总分未定", "what it brings to the score is open")
    : say(telling, `计入总分 ${readable(contribution, telling)}`, `${readable(contribution, telling)} in the score`);
}
