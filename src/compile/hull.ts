/** Hulls: the least and most of what an open leaf may come to. */
import { type Amount, larger, order, plus, smaller, product } from "../base/amount.js";
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

/** All products of one number from each. */
export function timesHulls(a: Hull, b: Hull): Hull {
  let [least, most]: [Amount | null | undefined, Amount | null | undefined] = [undefined, undefined];
  for (const [x, xSide] of endsOf(a)) {
    for (const [y, ySide] of endsOf(b)) {
      const corner = cornerOf(x, xSide, y, ySide);
      if (typeof corner !== "string") {
        least = least === undefined ? corner : least === null ? null : smaller(least, corner);
        most = most === undefined ? corner : most === null ? null : larger(most, corner);
      } else if (corner === "down") least = null;
      else most = null;
    }
  }
  return { least: least ?? null, most: most ?? null, tight: a.tight && b.tight };
}

type Side = -1 | 1;

function endsOf({ least, most }: Hull): readonly (readonly [Amount | null, Side])[] {
  return [
    [least, -1],
    [most, 1],
  ];
}

/** Without an end on either side it goes up or down without one, but for 0, which stays 0. */
function cornerOf(x: Amount | null, xSide: Side, y: Amount | null, ySide: Side): Amount | "up" | "down" {
  if (x !== null && y !== null) return product(x, y);
  const [xSign, ySign] = [x === null ? xSide : order(x, 0), y === null ? ySide : order(y, 0)];
  if (xSign === 0 || ySign === 0) return 0;
  return xSign === ySign ? "up" : "down";
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
