/** From one scale to another along a straight line: exact, and without an end of its own. */
import { type Exact, add, divide, exact, multiply, subtract } from "./exact.js";

interface Ends {
  readonly low: string;
  readonly high: string;
}

export interface Scales {
  readonly from: Ends;
  readonly to: Ends;
}

/** What one point of the first scale is worth on the second. */
export function slopeOf({ from, to }: Scales): Exact {
  return divide(subtract(exact(to.high), exact(to.low)), subtract(exact(from.high), exact(from.low)));
}

/** What the second scale has where the first has nothing. */
export function offsetOf(scales: Scales): Exact {
  const { from, to } = scales;
  return subtract(exact(to.low), multiply(exact(from.low), slopeOf(scales)));
}

export function rescaled(value: Exact, scales: Scales): Exact {
  return add(multiply(value, slopeOf(scales)), offsetOf(scales));
}
