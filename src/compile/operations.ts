/** What a group or a scheme does to its value once its parts are together, each step by itself, in the order they happen. */
import { type Amount, amount, larger, plus, smaller, product } from "../base/amount.js";
import type { BandAction, Effect, EffectAction, SchemeEffect } from "../model/rubric.js";
import { clampHull, joinHulls, plusHulls, pointHull, timesHulls } from "./hull.js";
import type { BoundCoefficient, BoundEffect, BoundRounding, Hull, Operation } from "./program.js";
import { roundHull } from "./rounding.js";

export interface Limits {
  readonly coefficient?: BoundCoefficient | undefined;
  /** What the scale of the score has where the blended sum has nothing. */
  readonly offset?: Amount | undefined;
  readonly effects?: readonly Operation[];
  readonly floor?: Amount | undefined;
  readonly cap?: Amount | undefined;
  readonly round?: BoundRounding | undefined;
}

/** In the order in which they happen, as far as they are stated. */
export function bindOperations({
  coefficient,
  offset,
  effects = NOTHING,
  floor,
  cap,
  round,
}: Limits): readonly Operation[] {
  const operations: Operation[] = [];
  if (coefficient)
    operations.push({
      cause: "coefficient",
      raw: coefficient.raw,
      isInvalid: (known) => known[coefficient.slot]!.state === "invalid",
      apply: (value, { known }) => {
        const by = coefficient.at(known);
        return by === null ? null : product(value, by);
      },
      hull: (hull, { known }) => timesHulls(hull, coefficient.hull(known)),
    });
  if (offset !== undefined)
    operations.push({
      cause: "offset",
      raw: NOTHING,
      apply: (value) => plus(value, offset),
      hull: (hull) => plusHulls(hull, pointHull(offset)),
    });
  operations.push(...effects);
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

/** Effects that change the value; a veto does not, nor does what moves a band. `rawOf`: the supplied facts beneath slots. */
export function bindEffects(
  effects: readonly BoundEffect<Effect | SchemeEffect>[],
  rawOf: (slots: readonly number[]) => readonly number[],
): readonly Operation[] {
  return effects.flatMap(({ effect: { action }, when }, i): readonly Operation[] => {
    const change = changeOf(action);
    if (!change) return [];
    return [
      {
        cause: "effect",
        effect: i,
        raw: rawOf(when.slots),
        apply: (value, view) => {
          const holds = when.evaluate(view, null);
          return holds === "unknown" ? null : holds === "true" ? change.value(value) : value;
        },
        hull: (hull, view) => {
          const holds = when.evaluate(view, null);
          if (holds === "false") return hull;
          const changed = change.hull(hull);
          return holds === "true" ? changed : { ...joinHulls(hull, changed), tight: false };
        },
      },
    ];
  });
}

interface ValueChange {
  readonly value: (value: Amount) => Amount;
  readonly hull: (hull: Hull) => Hull;
}

function changeOf(action: EffectAction | BandAction): ValueChange | undefined {
  switch (action.kind) {
    case "veto":
    case "band":
    case "band_at_most":
    case "bands_down":
      return undefined;
    case "zero":
      return setTo(0);
    case "points":
      return setTo(amount(action.points));
    case "at_most": {
      const most = amount(action.points);
      return { value: (value) => smaller(value, most), hull: (hull) => clampHull(hull, undefined, most) };
    }
  }
}

function setTo(points: Amount): ValueChange {
  // What never comes to a value promises none, whatever is made of it.
  return { value: () => points, hull: ({ tight }) => ({ ...pointHull(points), tight }) };
}

const NOTHING: readonly never[] = [];
