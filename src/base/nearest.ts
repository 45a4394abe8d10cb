/** "Did you mean": the candidates closest to a misspelt word. */

/** At most three candidates at the smallest distance, in their order; none when all are too far off. */
export function nearest(word: string, candidates: readonly string[]): readonly string[] {
  const reach = word.length <= 2 ? 1 : Math.min(3, Math.ceil(word.length / 3));
  let best = reach;
  let found: string[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > best) continue;
    const away = distance(word, candidate);
    if (away > best) continue;
    if (away < best) found = [];
    best = away;
    found.push(candidate);
  }
  return found.slice(0, 3);
}

/** Edits from one word to the other: insert, delete, replace, swap neighbours (optimal string alignment). */
function distance(a: string, b: string): number {
  // Ids are at most 64 characters; the fence keeps hostile keys from costing time.
  if (a.length > 80 || b.length > 80) return Number.MAX_SAFE_INTEGER;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
