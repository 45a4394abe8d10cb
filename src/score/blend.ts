/** Components → the score: each sheet's share, clamped where the scheme says so, and their sum. */
import { type Amount, minus, order, plus, times } from "../base/amount.js";
import { clamp, clampHull, plusHulls, pointHull } from "../compile/hull.js";
import type { Hull, Operation, SheetProgram } from "../compile/program.js";
import { type Change, operate, operateHull } from "./operate.js";
import type { Selected } from "./selection.js";
import { type Circumstances, type Standing, standingOf } from "./standing.js";

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
}

/** What the scheme did to a component's contribution, or to their sum, in points of the score. */
export interface ScoreAdjustment extends Change {
  readonly component?: string;
}

export function blend(
  selected: readonly Selected[],
  now: Circumstances,
  operations: readonly Operation[],
): ScoreStanding {
  const components = selected.map((entry): ComponentStanding => ({
    selected: entry,
    root: entry.sheet && standingOf(entry.sheet.root, now),
  }));
  // Only a scheme of one component may have a sheet that vanishes: linking refuses the others.
  if (components.every(({ root }) => root?.applies === "out")) {
    return { value: null, hull: null, mayBeNothing: true, components, adjustments: [] };
  }
  let value: Amount | null = 0;
  let hull: Hull = pointHull(0);
  const adjustments: ScoreAdjustment[] = [];
  const open: number[] = [];
  for (const { selected: entry, root } of components) {
    const share = shareOf(entry, root);
    hull = plusHulls(hull, share.hull);
    value = value === null || share.value === null ? null : plus(value, share.value);
    adjustments.push(...share.adjustments);
    for (const slot of root?.open ?? []) open.push(slot);
  }
  const tight = hull.tight && new Set(open).size === open.length;
  const mayBeNothing = components.every(({ root }) => root?.applies === "open");
  const done = value === null ? null : operate(value, operations, now);
  return {
    value: done ? done.value : null,
    hull: operateHull({ ...hull, tight }, operations, now),
    mayBeNothing,
    components,
    adjustments: done ? [...adjustments, ...done.changes] : adjustments,
  };
}

interface Share {
  readonly value: Amount | null;
  readonly hull: Hull;
  readonly adjustments: readonly ScoreAdjustment[];
}

function shareOf(entry: Selected, root: Standing | undefined): Share {
  // A sheet that nobody has named yet can be worth anything from nothing to full marks.
  if (!root || !entry.sheet) {
    return { value: null, hull: { least: 0, most: entry.worth, tight: false }, adjustments: [] };
  }
  const raw = contributed(root.hull ?? pointHull(0), entry.sheet);
  const value = root.value === null ? null : times(root.value, entry.sheet.factor);
  if (entry.component.outside !== "clamp") return { value, hull: raw, adjustments: [] };
  const hull = clampHull(raw, 0, entry.worth);
  if (value === null) return { value, hull, adjustments: [] };
  const clamped = clamp(value, 0, entry.worth);
  if (clamped === value) return { value, hull, adjustments: [] };
  const cause = order(minus(clamped, value), 0) > 0 ? "floor" : "cap";
  return { value: clamped, hull, adjustments: [{ component: entry.component.id, cause, from: value, to: clamped }] };
}

function contributed({ least, most, tight }: Hull, { factor }: SheetProgram): Hull {
  return {
    least: least === null ? null : times(least, factor),
    most: most === null ? null : times(most, factor),
    tight,
  };
}
