/** The same value with the keys of every mapping in another order. */
export function shuffled(value: unknown, seed: number): unknown {
  let state = seed;
  /** Only has to differ from place to place, and to be the same for the same seed. */
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state % below;
  };
  const reordered = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(reordered);
    if (typeof part !== "object" || part === null) return part;
    const entries = Object.entries(part);
    for (let i = entries.length - 1; i > 0; i -= 1) {
      const j = next(i + 1);
      [entries[i], entries[j]] = [entries[j]!, entries[i]!];
    }
    return Object.fromEntries(entries.map(([key, inner]) => [key, reordered(inner)]));
  };
  return reordered(value);
}
