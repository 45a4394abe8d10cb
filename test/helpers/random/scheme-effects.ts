/** Random effects at the head of a scheme: on the score within its scale, and on the band. */
import { holdsSheet } from "../oracle/blend.js";
import { has, map, number } from "../oracle/plain.js";
import { add, fraction, less, mul, sub, whole, ZERO } from "../oracle/rational.js";
import { condition } from "./conditions.js";
import { emit, emitInt } from "./numbers.js";
import { withQuestion } from "./questions.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Q } from "../oracle/rational.js";
import type { Pool } from "./facts.js";
import type { Askable } from "./questions.js";

/** One or several; the order does not matter to whether they are right. */
export function scoreEffectsFor(pool: Pool, scheme: PlainMap, of: readonly Askable[]): PlainMap[] {
  const { random } = pool;
  const { low, high } = scaleOf(scheme);
  const at = (percent: number): Plain => emit(random, add(low, mul(sub(high, low), fraction(BigInt(percent), 100n))));
  const then = (): Plain => {
    switch (random.kind({ zero: 20, at_most: 30, points: 30, veto: 20 })) {
      case "zero":
        return less(ZERO, low) || less(high, ZERO) ? "veto" : "zero";
      case "veto":
        return "veto";
      case "at_most":
        return { at_most: at(random.int(5, 95)) };
      case "points":
        return { points: at(random.pick([0, 10, 30, 50, 70, 100])) };
    }
  };
  return effects(pool, of, then);
}

export function bandEffectsFor(pool: Pool, bands: readonly PlainMap[], of: readonly Askable[]): PlainMap[] {
  const { random } = pool;
  const name = (): Plain => String(random.pick(bands)["id"]);
  const then = (): Plain => {
    switch (random.kind({ band: 35, band_at_most: 30, bands_down: 35 })) {
      case "band":
        return { band: name() };
      case "band_at_most":
        return { band_at_most: name() };
      case "bands_down":
        return { bands_down: emitInt(random, random.int(1, bands.length - 1)) };
    }
  };
  return effects(pool, of, then);
}

function effects(pool: Pool, of: readonly Askable[], then: () => Plain): PlainMap[] {
  const { random } = pool;
  return Array.from({ length: random.pick([1, 1, 2, 3]) }, () => ({
    when: random.chance(30) ? withQuestion(random, of, () => condition(pool, 0)) : condition(pool, random.int(0, 1)),
    then: then(),
    ...(random.chance(30) ? { clause: "五（三）" } : {}),
  }));
}

/** From the floor to the cap; where none is a number, the ends of the printed scale. */
function scaleOf(scheme: PlainMap): { readonly low: Q; readonly high: Q } {
  const to = map(map(scheme["rescale"])["to"]);
  const printed = has(scheme, "rescale")
    ? { low: number(to["at_least"]), high: number(to["at_most"]) }
    : { low: whole(0), high: number(scheme["points"]) };
  // With its own indicators the scheme has floor and cap for their sum.
  if (holdsSheet(scheme)) return printed;
  const limit = (key: "floor" | "cap", end: Q): Q =>
    ["none", "points", undefined].includes(scheme[key] as string | undefined) ? end : number(scheme[key]);
  return { low: limit("floor", printed.low), high: limit("cap", printed.high) };
}
