/** Random effects of a group: what they ask, and what they make of its value. */
import { has, isMap, maps, number } from "../oracle/plain.js";
import { fraction, less, max, min, mul, ZERO } from "../oracle/rational.js";
import { single, union } from "../oracle/span.js";
import { condition } from "./conditions.js";
import { emit } from "./numbers.js";
import { askablesBelow, withQuestion } from "./questions.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Hull } from "../oracle/span.js";
import type { Pool } from "./facts.js";

/** Some groups have one effect, few of them several. */
export function withEffects(pool: Pool, group: PlainMap): PlainMap {
  const { random } = pool;
  if (!random.chance(22)) return group;
  const effects = Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => ({
    when: whenOf(pool, group),
    ...thenOf(pool, group),
    ...(random.chance(30) ? { clause: "三（二）" } : {}),
  }));
  return { ...group, effects };
}

function whenOf(pool: Pool, group: PlainMap): PlainMap {
  const askables = askablesBelow(group);
  return askables.length > 0 && pool.random.chance(70)
    ? withQuestion(pool.random, askables, () => condition(pool, 0))
    : condition(pool, 1);
}

function thenOf({ random }: Pool, group: PlainMap): { then: Plain } {
  const share = (percent: number): Plain => emit(random, mul(number(group["points"]), fraction(BigInt(percent), 100n)));
  switch (random.kind({ zero: 30, at_most: 25, points: 20, veto: 25 })) {
    case "zero":
      return { then: "zero" };
    case "veto":
      return { then: "veto" };
    case "at_most":
      return { then: { at_most: share(random.chance(90) ? random.int(10, 90) : -20) } };
    case "points":
      return { then: { points: share(random.pick([10, 25, 50, 75, 100, 100, 125, -10])) } };
  }
}

/** What a group can be with its effects in force, and without. */
export function affectedRange(group: PlainMap, range: Hull): Hull {
  return maps(group["effects"]).reduce((before, { then }) => {
    if (then === "veto") return before;
    if (!isMap(then)) return union(before, single(ZERO));
    if (has(then, "points")) return union(before, single(number(then["points"])));
    const most = number(then["at_most"]);
    return { lo: before.lo === null ? null : min(before.lo, most), hi: before.hi };
  }, range);
}

/** Whether an effect may set more than what of the group applies. */
export const setsPoints = (group: PlainMap): boolean =>
  maps(group["effects"]).some(
    ({ then }) => isMap(then) && has(then, "points") && less(ZERO, max(ZERO, number(then["points"]))),
  );
