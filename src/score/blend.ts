/**
 * Components → the score: each sheet's share, clamped where the scheme says so; the shares of what applies added, or
 * divided by the sum of their weights; what counts outside the weights; and what the scheme then does to the sum.
 */
import { type Amount, type Factor, exactOf, factor, order, plus, times, quotient, ONE_AMOUNT } from "../base/amount.js";
import { divide } from "../base/exact.js";
import { clamp, clampHull, joinHulls, plusHulls, pointHull } from "../compile/hull.js";
import type { Hull, Program, SheetProgram, View } from "../compile/program.js";
import { extremeBlend } from "./blend-extremes.js";
import { type Change, operate, operateHull } from "./operate.js";
import { indicatorsOf } from "./seen.js";
import type { Selected } from "./selection.js";
import { type Circumstances, type Standing, askApplies, standingOf } from "./standing.js";

export interface ScoreStanding {
  /** Null unless scored. */
  readonly value: Amount | null;
  /** Null when nothing applies. */
  readonly hull: Hull | null;
  /** Whether it may still turn out that nothing at all applies. */
  readonly mayBeNothing: boolean;
  readonly components: readonly ComponentStanding[];
  readonly adjustments: readonly ScoreAdjustment[];
}

export interface ComponentStanding {
  readonly selected: Selected;
  readonly root: Standing | undefined;
  /** `open`: it may still turn out not to apply. */
  readonly applies: Standing["applies"];
  /** It certainly does not apply, though nobody has named its sheet. */
  readonly unneeded: boolean;
  /** What a point of its sheet is worth in the score; null while that is open. */
  readonly worth: Factor | null;
}

/** What the scheme did to a component's contribution, or to their sum, in points of the score. */
export interface ScoreAdjustment extends Change {
  readonly component?: string;
}

export function blend(
  selected: readonly Selected[],
  now: Circumstances,
  { operations, renormalise }: Pick<Program, "operations" | "renormalise">,
): ScoreStanding {
  const parts = selected.map((entry) => partOf(entry, now));
  const weighted = parts.filter(({ entry }) => entry.weight !== null);
  const divisor = renormalise ? weightOf(weighted) : ONE_AMOUNT;
  const components = parts.map(({ entry, root, applies, unneeded }): ComponentStanding => ({
    selected: entry,
    root,
    applies,
    unneeded,
    // What does not apply is not divided either.
    worth: entry.sheet ? worthOf(entry.sheet, entry.weight === null || applies === "out" ? ONE_AMOUNT : divisor) : null,
  }));
  if (weighted.every(({ applies }) => applies === "out")) {
    return { value: null, hull: null, mayBeNothing: true, components, adjustments: [] };
  }
  const outside = parts.filter(({ entry }) => entry.weight === null);
  const open = parts.flatMap(({ root }) => root?.open ?? []);
  const certain = parts.every(({ applies }) => applies !== "open") && new Set(open).size === open.length;
  const sum = plusHulls(weightedHull(weighted, divisor), outside.map(hullOutside).reduce(plusHulls, pointHull(0)));
  const total = divisor === null ? null : valueOf(weighted, divisor);
  const beside = valueOf(outside, ONE_AMOUNT);
  const value = total === null || beside === null ? null : plus(total, beside);
  const view: View = { ...now, indicators: indicatorsOf(components) };
  const done = value === null ? null : operate(value, operations, view);
  return {
    value: done ? done.value : null,
    hull: operateHull({ ...sum, tight: sum.tight && certain }, operations, view),
    mayBeNothing: weighted.every(({ applies }) => applies !== "in"),
    components,
    adjustments: [
      ...weighted.flatMap((part) => adjustmentsOf(part, divisor)),
      ...outside.flatMap((part) => adjustmentsOf(part, ONE_AMOUNT)),
      ...(done?.changes ?? []),
    ],
  };
}

/** A component as it stands by itself, before weights are divided. */
export interface Part {
  readonly entry: Selected;
  readonly root: Standing | undefined;
  readonly applies: Standing["applies"];
  readonly unneeded: boolean;
  /** In points of the score; null unless scored. */
  readonly value: Amount | null;
  /** If it applies. */
  readonly hull: Hull;
  readonly change: Change | undefined;
}

function partOf(entry: Selected, now: Circumstances): Part {
  if (!entry.sheet) return unnamed(entry, now);
  const root = standingOf(entry.sheet.root, now);
  const inside = clampedHull(root.hull ?? pointHull(0), entry);
  const hull = contributed(inside, entry.sheet);
  const base = { entry, root, applies: root.applies, unneeded: false, hull };
  if (root.value === null) return { ...base, value: null, change: undefined };
  const own = entry.component.outside === "clamp" ? clamp(root.value, 0, entry.sheet.root.points) : root.value;
  const value = times(own, entry.sheet.factor);
  if (order(own, root.value) === 0) return { ...base, value, change: undefined };
  const cause = order(own, root.value) > 0 ? "floor" : "cap";
  return { ...base, value, change: { cause, from: times(root.value, entry.sheet.factor), to: value } };
}

/** A sheet that nobody has named yet can be worth anything from nothing to full marks; outside the weights, of any number. */
function unnamed(entry: Selected, now: Circumstances): Part {
  const { component, worth } = entry;
  const answer = askApplies({ key: component.id, applies: entry.applies }, now);
  const isDeduction = component.countsAs === "deduction";
  const hull: Hull = { least: isDeduction ? null : 0, most: isDeduction ? 0 : worth, tight: false };
  const unneeded = answer === "false";
  const base = { entry, root: undefined, unneeded, value: null, hull, change: undefined };
  const isDropped = component.ifNotApplicable === "drop";
  if (unneeded && isDropped) return { ...base, applies: "out" };
  if (unneeded) {
    const value = component.ifNotApplicable === "zero" ? 0 : worth;
    if (value === null) return { ...base, applies: "in" };
    const change: Change | undefined = order(value, 0) === 0 ? undefined : { cause: "offset", from: 0, to: value };
    return { ...base, applies: "in", value, hull: pointHull(value), change };
  }
  const stays = answer === "unknown" || (component.mayBeNotApplicable && !now.closed);
  return { ...base, applies: stays && isDropped ? "open" : "in" };
}

function clampedHull(hull: Hull, { component, sheet }: Selected): Hull {
  return component.outside === "clamp" ? clampHull(hull, 0, sheet!.root.points) : hull;
}

/** What is taken away turns least and most round. */
function contributed({ least, most, tight }: Hull, { factor: by }: SheetProgram): Hull {
  const ends = [least === null ? null : times(least, by), most === null ? null : times(most, by)] as const;
  const [low, high] = by.exact.n < 0n ? [ends[1], ends[0]] : ends;
  return { least: low, most: high, tight };
}

/** Null while it is open which components apply. */
function weightOf(weighted: readonly Part[]): Amount | null {
  let sum: Amount = 0;
  for (const { entry, applies } of weighted) {
    if (applies === "open") return null;
    if (applies === "in") sum = plus(sum, entry.weight!);
  }
  return sum;
}

function worthOf(sheet: SheetProgram, divisor: Amount | null): Factor | null {
  if (divisor === null) return null;
  return order(divisor, ONE_AMOUNT) === 0 ? sheet.factor : factor(divide(sheet.factor.exact, exactOf(divisor)));
}

function valueOf(parts: readonly Part[], divisor: Amount): Amount | null {
  let sum: Amount = 0;
  for (const { applies, value } of parts) {
    if (applies === "out") continue;
    if (applies === "open" || value === null) return null;
    sum = plus(sum, value);
  }
  return divided(sum, divisor);
}

function divided(value: Amount, divisor: Amount): Amount {
  return order(divisor, ONE_AMOUNT) === 0 ? value : quotient(value, divisor);
}

function weightedHull(weighted: readonly Part[], divisor: Amount | null): Hull {
  const inside = weighted.filter(({ applies }) => applies !== "out");
  if (divisor !== null && inside.every(({ applies }) => applies === "in")) {
    const { least, most, tight } = inside.map(({ hull }) => hull).reduce(plusHulls);
    return { least: least && divided(least, divisor), most: most && divided(most, divisor), tight };
  }
  const shares = inside.map(({ entry, applies, hull }) => ({
    hull,
    // Where nothing is divided, what applies makes no difference to what a share is worth.
    weight: divisor === null ? entry.weight! : 0,
    mayDrop: applies === "open",
  }));
  return { least: extremeBlend(shares, -1), most: extremeBlend(shares, 1), tight: false };
}

/** Outside the weights, what does not apply brings nothing. */
function hullOutside({ applies, hull }: Part): Hull {
  if (applies === "out") return pointHull(0);
  return applies === "open" ? { ...joinHulls(hull, pointHull(0)), tight: false } : hull;
}

function adjustmentsOf({ entry, applies, change }: Part, divisor: Amount | null): readonly ScoreAdjustment[] {
  if (!change || divisor === null || applies === "out") return [];
  const { cause, from, to } = change;
  return [{ component: entry.component.id, cause, from: divided(from, divisor), to: divided(to, divisor) }];
}
