/** A difference with its sign, as people write it. */
import type { ExactText } from "../model/numbers.js";

export function signed(points: ExactText): string {
  return points === "0" ? points : points.startsWith("-") ? points.replace("-", "−") : `+${points}`;
}
