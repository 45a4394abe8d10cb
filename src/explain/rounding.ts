/** A declared rounding in words. */
import type { Rounding } from "../model/numbers.js";
import { type Telling, say } from "./telling.js";

const MODES = {
  "half-up": { zh: "四舍五入", en: "half up" },
  "half-even": { zh: "四舍六入五成双", en: "half to even" },
  up: { zh: "向上进位", en: "away from zero" },
  down: { zh: "舍去", en: "towards zero" },
  ceiling: { zh: "向上取", en: "up" },
  floor: { zh: "向下取", en: "down" },
} as const;

export function roundingKept(
  { places, mode }: Rounding,
  telling: Telling,
): { readonly mode: string; readonly kept: string } {
  const kept =
    places === 0
      ? say(telling, "到整数", "to a whole number")
      : say(telling, `到小数 ${places} 位`, `to ${places} decimal ${places === 1 ? "place" : "places"}`);
  return { mode: MODES[mode][telling.lang], kept };
}
