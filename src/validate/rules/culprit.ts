/** Whose mistake an overlap is: one entry that reaches into several others is one mistake, and it is that entry's. */

interface Overlap {
  readonly first: number;
  readonly second: number;
}

export interface Culprit<F extends Overlap> {
  readonly culprit: number;
  /** What it overlaps with. */
  readonly partners: readonly number[];
  readonly faults: readonly F[];
}

/** Of two that overlap with equally many, the second. */
export function byCulprit<F extends Overlap>(overlaps: readonly F[]): readonly Culprit<F>[] {
  const others = new Map<number, number>();
  for (const { first, second } of overlaps) {
    for (const at of [first, second]) others.set(at, (others.get(at) ?? 0) + 1);
  }
  const told = new Map<number, F[]>();
  for (const overlap of overlaps) {
    const { first, second } = overlap;
    const culprit = others.get(first)! > others.get(second)! ? first : second;
    told.set(culprit, [...(told.get(culprit) ?? []).slice(0, 10), overlap]);
  }
  return [...told].map(([culprit, faults]) => ({
    culprit,
    partners: faults.map(({ first, second }) => (first === culprit ? second : first)),
    faults,
  }));
}
