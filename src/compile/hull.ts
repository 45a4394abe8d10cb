/** Hulls: the least and most of what an open leaf may come to. */
import { type Amount, larger, plus, smaller } from "../base/amount.js";
import type { Hull } from "./program.js";

export function pointHull(points: Amount): Hull {
  return { least: points, most: points, tight: true };
}

/** Around at least one number, each of them reachable. */
export function hullOf(points: readonly Amount[]): Hull {
  const [first, ...rest] = points;
  return pointsHull(first!, rest);
}

function pointsHull(first: Amount, rest: readonly Amount[]): Hull {
  let least = first;
  let most = first;
  for (const points of rest) {
    least = smaller(least, points);
    most = larger(most, points);
  }
  return { least, most, tight: true };
}

export function joinHulls(a: Hull, b: Hull): Hull {
  return {
    least: a.least === null || b.least === null ? null : smaller(a.least, b.least),
    most: a.most === null || b.most === null ? null : larger(a.most, b.most),
    tight: a.tight && b.tight,
  };
}

export function plusHulls(a: Hull, b: Hull): Hull {
  return {
    least: a.least === null || b.least === null ? null : plus(a.least, b.least),
    most: a.most === null || b.most === null ? null : plus(a.most, b.most),
    tight: a.tight && b.tight,
  };
}

/** Floor first, then cap; an end that does not exist takes the limit. */
export function clampHull({ least, most, tight }: Hull, floor: Amount | undefined, cap: Amount | undefined): Hull {
  return { least: clampEnd(least, floor, cap, floor), most: clampEnd(most, floor, cap, cap), tight };
}

function clampEnd(
  end: Amount | null,
  floor: Amount | undefined,
  cap: Amount | undefined,
  limit: Amount | undefined,
): Amount | null {
  if (end === null) return limit ?? null;
  return clamp(end, floor, cap);
}

export function clamp(points: Amount, floor: Amount | undefined, cap: Amount | undefined): Amount {
  const raised = floor === undefined ? points : larger(points, floor);
  return cap === undefined ? raised : smaller(raised, cap);
}
