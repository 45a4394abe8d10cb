/** What a group or a scheme does to its value once its parts are together, each step by itself, in the order they happen. */
import { type Amount, larger, smaller } from "../base/amount.js";
import { clampHull } from "./hull.js";
import type { BoundRounding, Operation } from "./program.js";
import { roundHull } from "./rounding.js";

export interface Limits {
  readonly floor?: Amount | undefined;
  readonly cap?: Amount | undefined;
  readonly round?: BoundRounding | undefined;
}

/** Floor, cap, rounding: as far as they are stated. */
export function bindOperations({ floor, cap, round }: Limits): readonly Operation[] {
  const operations: Operation[] = [];
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
