/** `round`: where a rubric says so, and only there, a value is rounded. */
import { type Exact, exact, formatExact, multiply } from "../base/exact.js";
import { pointer } from "../base/pointer.js";
import type { DocumentValue } from "../model/document.js";
import type { Limit } from "../model/rubric.js";
import type { Rounding } from "../model/numbers.js";
import type { Report } from "./report.js";
import { displayPlaces, oneOf } from "./scalars.js";
import { shape } from "./shape.js";
import { strictObject } from "./zod.js";

/** Of `display` and of `round`: how many places, and which way. */
export const displayShape = strictObject({
  places: displayPlaces,
  mode: oneOf(["half-up", "half-even", "up", "down", "ceiling", "floor"]),
});

export function readRounding(value: DocumentValue | undefined, path: string, report: Report): Rounding | undefined {
  if (value === undefined) return undefined;
  const { ok, fields } = shape(displayShape, value, path, report);
  return ok ? { places: Number(fields.places), mode: fields.mode } : undefined;
}

export interface Rounded {
  readonly path: string;
  readonly report: Report;
  readonly points: string | undefined;
  readonly floor?: Limit | undefined;
  readonly cap?: Limit | undefined;
  readonly round: Rounding | undefined;
}

/**
 * Full marks and stated limits lie on the grid of the rounding. Otherwise rounding would lead beyond them: 2.5 points
 * rounded half up to a whole number are 3.
 */
export function checkRounding({ path, report, points, floor, cap, round }: Rounded): void {
  if (!round) return;
  const step = formatExact(stepOf(round));
  const stated = [points, floor, cap].filter((each) => each !== undefined && each !== "none") as readonly string[];
  const off = stated.find((each) => !isOnGrid(each, round));
  if (off !== undefined) report.add("round-off-grid", pointer(path, "round"), { got: off, step });
}

/** The distance between two values that rounding leaves alone. */
export function stepOf({ places }: Rounding): Exact {
  return { n: 1n, d: 10n ** BigInt(places) };
}

export function isOnGrid(value: string, rounding: Rounding): boolean {
  return multiply(exact(value), scaleOf(rounding)).d === 1n;
}

function scaleOf({ places }: Rounding): Exact {
  return { n: 10n ** BigInt(places), d: 1n };
}
