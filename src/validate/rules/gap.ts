/** A hole between tiers in words: one number, or from where to where. */
import type { DiagnosticData, Text } from "../../model/diagnostic.js";
import type { Interval } from "../../model/numbers.js";
import { describeInterval } from "../../base/interval.js";
import { gaps } from "../../messages/validate.js";

/** `gap` is what a tier for it would say; without a message the hole is the one number of the catalogue's sentence. */
export function gapWords(
  hole: Interval,
  integer: boolean,
): { readonly message?: Text | undefined; readonly data: DiagnosticData } {
  const { low, high } = hole;
  // A hole without ends needs a tier without ends, which says nothing but its points.
  const gap = low || high ? describeInterval(hole).map(([word, number]) => `${word}: ${number}`) : ["points: …"];
  const data = { gap: gap.join(", "), ...(low && { from: low.value }), ...(high && { to: high.value }) };
  return { message: messageOf(hole, integer), data };
}

function messageOf({ low, high }: Interval, integer: boolean): Text | undefined {
  if (low && high) {
    if (low.value === high.value) return undefined;
    return integer ? gaps.wholeNumbers : gaps.between;
  }
  if (low) return low.inclusive ? gaps.fromUp : gaps.above;
  if (high) return high.inclusive ? gaps.downFrom : gaps.below;
  return gaps.everywhere;
}
