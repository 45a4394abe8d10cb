/** Two lists of the same things → which entry became which, and what stands in another order now. */

export interface Pairing {
  /** Places before and after, in the order of after. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/** One way to tell who is who. Undefined: this entry cannot be told that way. */
export interface Round<T> {
  readonly name: (entry: T) => string | undefined;
  /** A name that several unpaired entries have tells nobody apart. */
  readonly once?: true;
}

/** Round by round: what an earlier one has paired is out of the later ones. Of a name that several have, the first goes first. */
export function pairUp<T>(before: readonly T[], after: readonly T[], rounds: readonly Round<T>[]): Pairing {
  const partner = new Map<number, number>();
  let [left, right] = [before.map((_, i) => i), after.map((_, j) => j)];
  for (const { name, once } of rounds) {
    const [old, now] = [byName(before, left, name), byName(after, right, name)];
    for (const [key, olds] of old) {
      const nows = now.get(key) ?? [];
      if (once && (olds.length > 1 || nows.length > 1)) continue;
      nows.slice(0, olds.length).forEach((j, k) => partner.set(j, olds[k]!));
    }
    const taken = new Set(partner.values());
    [left, right] = [left.filter((i) => !taken.has(i)), right.filter((j) => !partner.has(j))];
    if (left.length === 0 || right.length === 0) break;
  }
  const pairs = [...partner].map(([j, i]) => [i, j] as const).sort(([, a], [, b]) => a - b);
  return { pairs, removed: left, added: right };
}

function byName<T>(
  entries: readonly T[],
  places: readonly number[],
  name: Round<T>["name"],
): ReadonlyMap<string, readonly number[]> {
  const named = new Map<string, number[]>();
  for (const place of places) {
    const key = name(entries[place]!);
    if (key === undefined) continue;
    const found = named.get(key);
    if (found) found.push(place);
    else named.set(key, [place]);
  }
  return named;
}

/**
 * Which places of a sequence of different numbers have to move to make it rise: as few as possible, so that of two
 * siblings that changed places one has moved. The others are a longest rising part.
 */
export function outOfOrder(places: readonly number[]): ReadonlySet<number> {
  // `ends[n]`: index of the smallest number that a rising part of length n + 1 can end with.
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  places.forEach((place, i) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[ends[middle]!]! < place) low = middle + 1;
      else high = middle;
    }
    previous[i] = low === 0 ? undefined : ends[low - 1];
    ends[low] = i;
  });
  const moved = new Set(places.keys());
  for (let i = ends.at(-1); i !== undefined; i = previous[i]) moved.delete(i);
  return moved;
}
