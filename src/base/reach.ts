/** Whether what something can come to stays between nothing and its points. */
import { ZERO, compare, exact, readExact } from "./exact.js";

/** Exact texts; null where there is no end. */
export interface Reach {
  readonly least: string | null;
  readonly most: string | null;
}

export function staysInside({ least, most }: Reach, points: string): boolean {
  if (least === null || most === null) return false;
  return compare(readExact(least), ZERO) >= 0 && compare(readExact(most), exact(points)) <= 0;
}
