/** A small seeded generator (mulberry32): the same enterprises on every machine. */

export interface Random {
  /** In [0, 1). */
  readonly unit: () => number;
  /** Whole, both ends included. */
  readonly int: (low: number, high: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (low: number, high: number): number => low + Math.floor(unit() * (high - low + 1));
  return { unit, int, chance: (share) => unit() < share, pick: (list) => list[int(0, list.length - 1)]! };
}
