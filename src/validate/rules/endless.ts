/** Values without an end: equal steps, repeated as often as one likes. */
import { type Exact, ONE, ZERO, add, compare, divide, floorOf, multiply, negate, subtract } from "../../base/exact.js";
import type { End, Reach } from "./rule.js";

/** Undefined where the steps are worth nothing. */
export type EndlessSide = { readonly side: "low" | "high"; readonly end: End } | undefined;

/** From `start` by `step` again and again; the sample is the first value outside of 0 and the leaf's points. */
export function endlessFrom(start: Exact, step: Exact, points: Exact, witness: (times: Exact) => string): EndlessSide {
  if (step.n === 0n) return undefined;
  const room = step.n > 0n ? subtract(points, start) : start;
  const size = step.n > 0n ? step : negate(step);
  const within = { n: floorOf(divide(room, size)), d: 1n };
  const times = compare(within, ZERO) < 0 ? ONE : add(within, ONE);
  const sample = add(start, multiply(times, step));
  return { side: step.n > 0n ? "high" : "low", end: { sample, witness: witness(times) } };
}

export function withEndless(reach: Reach, sides: readonly EndlessSide[]): Reach {
  return sides.reduce<Reach>((sum, side) => (side ? { ...sum, [side.side]: side.end } : sum), reach);
}
