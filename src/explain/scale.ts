/** 换算: from the scale of the blended sum to that of the score. */
import { type Exact, ONE, divide, exact, formatExact, multiply, negate, readExact, subtract } from "../base/exact.js";
import { offsetOf, slopeOf } from "../base/rescale.js";
import type { Adjustment, SchemeNote } from "../model/assessment.js";
import { type Telling, say } from "./telling.js";

/** What a component of this weight brings to the score with full marks. */
export function worthOf(weight: string, { points, rescale }: SchemeNote): Exact {
  const worth = multiply(readExact(weight), exact(points));
  return multiply(worth, rescale ? slopeOf(rescale) : ONE);
}

/** The last factors of a share: ` × 600 ÷ 100`; nothing where there is one scale only. */
export function slopeText({ rescale }: SchemeNote): string {
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
