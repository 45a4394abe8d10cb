/** "Did you mean": the candidates closest to a misspelt word. */

/**
 * At most three candidates at the smallest distance, none when all are too far off. Full-width letters and capitals are
 * the same word to an author. Among equals: those in `likely`, then the same letters in another order, then the same
 * first letter, then the order of the candidates.
 */
export function nearest(
  word: string,
  candidates: readonly string[],
  likely: readonly string[] = [],
): readonly string[] {
  return closest(word, candidates, likely).found;
}

/** The one of several words that is closest to any candidate, the first of equals, and what it may stand for. */
export function nearestOf(
  words: readonly string[],
  candidates: readonly string[],
): { readonly word: string; readonly nearest: readonly string[] } | undefined {
  let best: { readonly word: string; readonly away: number; readonly nearest: readonly string[] } | undefined;
  for (const word of words) {
    const { away, found } = closest(word, candidates, []);
    if (found.length > 0 && (!best || away < best.away)) best = { word, away, nearest: found };
  }
  return best && { word: best.word, nearest: best.nearest };
}

interface Closest {
  readonly away: number;
  readonly found: readonly string[];
}

function closest(word: string, candidates: readonly string[], likely: readonly string[]): Closest {
  const asked = folded(word);
  let away = asked.length <= 2 ? 1 : Math.min(3, Math.ceil(asked.length / 3));
  let found: string[] = [];
  for (const candidate of candidates) {
    const offered = folded(candidate);
    if (Math.abs(offered.length - asked.length) > away) continue;
    const edits = distance(asked, offered);
    if (edits > away) continue;
    if (edits < away) found = [];
    away = edits;
    found.push(candidate);
  }
  return { away, found: found.length < 2 ? found : inOrder(found, asked, likely).slice(0, 3) };
}

function inOrder(found: readonly string[], asked: string, likely: readonly string[]): readonly string[] {
  const letters = lettersOf(asked);
  const rank = (candidate: string): number => {
    if (likely.includes(candidate)) return 0;
    const offered = folded(candidate);
    if (lettersOf(offered) === letters) return 1;
    return offered[0] === asked[0] ? 2 : 3;
  };
  return [0, 1, 2, 3].flatMap((wanted) => found.filter((candidate) => rank(candidate) === wanted));
}

function folded(word: string): string {
  // Nobody misspells at such length; the fence keeps hostile keys from costing time.
  return word.length > 80 ? word : word.normalize("NFKC").trim().toLowerCase();
}

function lettersOf(word: string): string {
  return [...word].sort().join("");
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
