/** What a group or a scheme does to its value once its parts are together, each step by itself, in the order they happen. */
import { type Amount, larger, plus, smaller } from "../base/amount.js";
import { clampHull, plusHulls, pointHull } from "./hull.js";
import type { BoundRounding, Operation } from "./program.js";
import { roundHull } from "./rounding.js";

export interface Limits {
  /** What the scale of the score has where the blended sum has nothing. */
  readonly offset?: Amount | undefined;
  readonly floor?: Amount | undefined;
  readonly cap?: Amount | undefined;
  readonly round?: BoundRounding | undefined;
}

/** In the order in which they happen, as far as they are stated. */
export function bindOperations({ offset, floor, cap, round }: Limits): readonly Operation[] {
  const operations: Operation[] = [];
  if (offset !== undefined)
    operations.push({
      cause: "offset",
      raw: NOTHING,
      apply: (value) => plus(value, offset),
      hull: (hull) => plusHulls(hull, pointHull(offset)),
    });
  if (floor !== undefined)
    operations.push({
      cause: "floor",
      raw: NOTHING,
      apply: (value) => larger(value, floor),
      hull: (hull) => clampHull(hull, floor, undefined),
    });
  if (cap !== undefined)
    operations.push({
      cause: "cap",
      raw: NOTHING,
      apply: (value) => smaller(value, cap),
      hull: (hull) => clampHull(hull, undefined, cap),
    });
  if (round)
    operations.push({
      cause: "rounding",
      raw: NOTHING,
      apply: (value) => round.apply(value),
      hull: (hull) => roundHull(hull, round),
    });
  return operations;
}

const NOTHING: readonly never[] = [];
