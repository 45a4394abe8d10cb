/** `steps`: points for each full, begun or exact part of `per` beyond a start. */
import type { StepsRule } from "../../model/scoring.js";
import {
  type Exact,
  ZERO,
  add,
  ceilingOf,
  compare,
  divide,
  exact,
  floorOf,
  formatExact,
  multiply,
  subtract,
} from "../../base/exact.js";
import { pointer } from "../../base/pointer.js";
import type { Domain, DomainEnd } from "../domain.js";
import { decimal, oneOf, positive, yesNo } from "../scalars.js";
import { part } from "../shape.js";
import { optional, strictObject } from "../zod.js";
import { type EndlessSide, endlessFrom, withEndless } from "./endless.js";
import { factOfType, readFactReference } from "./fact-reference.js";
import { type Reach, type RuleModule, reachOf, ruleShape } from "./rule.js";

export const stepsShape = strictObject({
  rule: oneOf(["steps"]),
  fact: part("fact-reference"),
  start: decimal,
  per: positive,
  points: decimal,
  partial: oneOf(["floor", "ceil", "interpolate"]),
  base: optional(decimal),
  both_ways: optional(yesNo),
});

export const steps: RuleModule<StepsRule> = {
  read(reading) {
    const { ok, fields } = ruleShape(stepsShape, reading);
    const fact = readFactReference(fields.fact, reading);
    if (!ok || fact === undefined) return undefined;
    const { start, per, points, base = "0", partial, both_ways: bothWays = false } = fields;
    return { rule: "steps", fact, start, per, points, base, partial, bothWays };
  },

  check(rule, check) {
    factOfType(rule.fact, ["integer", "decimal"], pointer(check.path, "fact"), check);
  },

  reach(rule, { facts, points }) {
    const domain = facts.domain(rule.fact);
    return domain && reachOfSteps(rule, domain, points);
  },
};

/** The value moves in one direction with the fact, so its extremes are at the ends of the domain. */
export function reachOfSteps(rule: StepsRule, { low, high, integer }: Domain, points: Exact): Reach {
  const [start, per, base, step] = [exact(rule.start), exact(rule.per), exact(rule.base), exact(rule.points)];
  const results: { points: Exact; witness: string }[] = [];
  const ends: EndlessSide[] = [];
  const at = (x: Exact) => `${rule.fact}: ${formatExact(x)}`;
  if (low) results.push({ points: valueAt(rule, low, "low"), witness: at(low.value) });
  if (high) results.push({ points: valueAt(rule, high, "high"), witness: at(high.value) });
  // Whole numbers may step over several `per` at once or less than one; `per` × its denominator is always whole.
  const stride: Exact = { n: integer ? per.d : 1n, d: 1n };
  const ahead = (times: Exact) => at(add(start, multiply(multiply(times, stride), per)));
  const behind = (times: Exact) => at(subtract(start, multiply(multiply(times, stride), per)));
  if (!high) ends.push(endlessFrom(base, multiply(step, stride), points, ahead));
  if (!low && rule.bothWays) ends.push(endlessFrom(base, multiply(step, { n: -stride.n, d: 1n }), points, behind));
  const startsInside = (!low || compare(low.value, start) <= 0) && (!high || compare(start, high.value) <= 0);
  if (startsInside || (!low && !rule.bothWays)) results.push({ points: base, witness: at(start) });
  return withEndless(reachOf(results, compare), ends);
}

/** At an end that is not in the domain: the value just inside it. */
function valueAt(rule: StepsRule, end: DomainEnd, side: "low" | "high"): Exact {
  const beyond = subtract(end.value, exact(rule.start));
  if (compare(beyond, ZERO) < 0 && !rule.bothWays) return exact(rule.base);
  const backwards = compare(beyond, ZERO) < 0;
  const parts = divide(backwards ? subtract(ZERO, beyond) : beyond, exact(rule.per));
  // Just inside a low end lies more of a step, just inside a high one less; seen backwards it is the other way round.
  const nudge = end.inclusive ? 0 : (side === "low") === backwards ? -1 : 1;
  const counted = multiply(countedSteps(rule.partial, parts, nudge), exact(rule.points));
  return backwards ? subtract(exact(rule.base), counted) : add(exact(rule.base), counted);
}

function countedSteps(partial: StepsRule["partial"], parts: Exact, nudge: -1 | 0 | 1): Exact {
  if (partial === "interpolate") return parts;
  const [whole, next] = [floorOf(parts), ceilingOf(parts)];
  if (partial === "ceil") return { n: nudge > 0 ? whole + 1n : next, d: 1n };
  const below = nudge < 0 ? next - 1n : whole;
  return { n: below < 0n ? 0n : below, d: 1n };
}
