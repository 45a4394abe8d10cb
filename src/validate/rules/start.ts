/** Where counting begins: `zero`, `full` (the leaf's points) or a number. */
import type { DecimalText } from "../../model/numbers.js";

/** Undefined where the leaf's points are. */
export function startOf(word: DecimalText, points: DecimalText | undefined): DecimalText | undefined {
  if (word === "zero") return "0";
  return word === "full" ? points : word;
}
