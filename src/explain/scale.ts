/** What a component's points are worth in the score: its weight, or face value outside the weights, and 换算. */
import {
  type Exact,
  ONE,
  compare,
  divide,
  exact,
  formatExact,
  multiply,
  negate,
  readExact,
  subtract,
} from "../base/exact.js";
import { offsetOf, slopeOf } from "../base/rescale.js";
import type { Adjustment, ComponentResult, NodeResult, SchemeNote } from "../model/assessment.js";
import { divisorText } from "./figures.js";
import { type Telling, say } from "./telling.js";

/** What a component of this weight brings to the score with full marks, as long as all apply. */
export function worthOf(weight: string, { points, rescale }: SchemeNote): Exact {
  const worth = multiply(readExact(weight), exact(points));
  return multiply(worth, rescale ? slopeOf(rescale) : ONE);
}

/** In front of everything that is said of a component. */
export function weightText(
  { weight, countsAs }: Pick<ComponentResult, "weight" | "countsAs">,
  telling: Telling,
): string {
  if (weight !== null) return say(telling, `权重 ${weight}`, `weight ${weight}`);
  return countsAs === "deduction"
    ? say(telling, "扣分，不占权重", "a deduction outside the weights")
    : say(telling, "加分，不占权重", "a bonus outside the weights");
}

/** What an awarded point is multiplied with: ` × 0.7 × 100 ÷ 50`, and with another scale ` × 600 ÷ 100`. */
export function shareText({ weight, countsAs, root }: ComponentResult, telling: Telling): string {
  const { scheme } = telling.assessment;
  if (weight === null) return `${countsAs === "deduction" ? " × (−1)" : ""}${slopeText(scheme)}`;
  const applying = weightApplying(weight, root!, scheme);
  return ` × ${weight}${applying} × ${scheme.points} ÷ ${root!.points}${slopeText(scheme)}`;
}

/** ` ÷ 0.8`, where the weights that apply come to less than 1 and are divided by their sum. */
export function weightApplying(weight: string, { factor, points }: NodeResult, scheme: SchemeNote): string {
  if (!scheme.renormalise || factor === null) return "";
  const sum = divide(divide(worthOf(weight, scheme), exact(points)), readExact(factor));
  return compare(sum, ONE) === 0 ? "" : ` ÷ ${divisorText(formatExact(sum))}`;
}

/** The last factors of a share: ` × 600 ÷ 100`; nothing where there is one scale only. */
function slopeText({ rescale }: SchemeNote): string {
  if (!rescale) return "";
  const length = ({ low, high }: { readonly low: string; readonly high: string }) =>
    formatExact(subtract(exact(high), exact(low)));
  return ` × ${length(rescale.to)} ÷ ${length(rescale.from)}`;
}

/** How the other scale is reached: what the shares do not say is where it begins. */
export function rescaleText({ because }: Adjustment, telling: Telling): string {
  const { scheme } = telling.assessment;
  const { from, to } = scheme.rescale!;
  const sum = formatExact(divide(readExact(because.in), slopeOf(scheme.rescale!)));
  const offset = offsetOf(scheme.rescale!);
  const added = offset.n < 0n ? `− ${formatExact(negate(offset))}` : `+ ${formatExact(offset)}`;
  const line = `${sum}${slopeText(scheme)} ${added} = ${because.out}`;
  return say(
    telling,
    `换算，${from.low} 到 ${from.high} 分对应 ${to.low} 到 ${to.high} 分：${line}`,
    `rescaled, ${from.low} to ${from.high} becoming ${to.low} to ${to.high}: ${line}`,
  );
}
