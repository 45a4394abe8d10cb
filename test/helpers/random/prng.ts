/** Chance with a seed: the same seed gives the same documents on every machine (mulberry32, 32-bit integers only). */

export interface Random {
  /** A whole number in [low, high]. */
  readonly int: (low: number, high: number) => number;
  /** True in `percent` of a hundred cases. */
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** One of several kinds, each as often as its weight says. */
  readonly kind: <K extends string>(weights: Readonly<Record<K, number>>) => K;
  readonly shuffle: <T>(list: readonly T[]) => T[];
}

export function makeRandom(seed: number, index = 0): Random {
  let state = mix(mix(seed | 0) ^ Math.imul(index + 1, 0x9e3779b1));
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    return mix(state) >>> 0;
  };
  const int = (low: number, high: number): number => low + (next() % (high - low + 1));
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error("nothing to pick from");
    return from[int(0, from.length - 1)] as T;
  };
  const kind = <K extends string>(weights: Readonly<Record<K, number>>): K => {
    const entries = Object.entries<number>(weights) as [K, number][];
    let left = int(
      1,
      entries.reduce((sum, [, weight]) => sum + weight, 0),
    );
    for (const [name, weight] of entries) {
      left -= weight;
      if (left <= 0) return name;
    }
    throw new Error("weights add up to nothing");
  };
  const shuffle = <T>(list: readonly T[]): T[] => {
    const left = [...list];
    const drawn: T[] = [];
    while (left.length > 0) drawn.push(...left.splice(int(0, left.length - 1), 1));
    return drawn;
  };
  return { int, chance: (percent) => int(1, 100) <= percent, pick, kind, shuffle };
}

function mix(seed: number): number {
  let t = seed | 0;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return (t ^ (t >>> 14)) | 0;
}
