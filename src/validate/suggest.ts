/** "Did you mean": what an author may have meant by a word that cannot stand where it stands. */
import { nearest, nearestOf } from "../base/nearest.js";
import { chineseNamesFor } from "../messages/chinese-names.js";

/** Words that have their place elsewhere, nearer by letters to another word than to the one that is meant. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([["not_applicable", "may_be_not_applicable"]]);

/** At most three of `words`; `likely` are those that a place still lacks. */
export function suggest(word: string, words: readonly string[], likely: readonly string[] = []): readonly string[] {
  const other = OTHER_NAMES.get(word);
  if (other !== undefined && words.includes(other)) return [other];
  const meant = chineseNamesFor(word, words);
  if (meant.length === 0) {
    const near = nearest(word, words, likely);
    return near.length > 0 ? near : sameBeginning(word, words).slice(0, 3);
  }
  return [...meant.filter((each) => likely.includes(each)), ...meant.filter((each) => !likely.includes(each))].slice(
    0,
    3,
  );
}

/** The one of several keys that most likely stands for one of `words`. */
export function suggestOf(
  keys: readonly string[],
  words: readonly string[],
): { readonly word: string; readonly nearest: readonly string[] } | undefined {
  const chinese = keys.find((key) => chineseNamesFor(key, words).length > 0);
  if (chinese !== undefined) return { word: chinese, nearest: suggest(chinese, words) };
  const near = nearestOf(keys, words);
  if (near) return near;
  const begun = keys.find((key) => sameBeginning(key, words).length > 0);
  return begun === undefined ? undefined : { word: begun, nearest: sameBeginning(begun, words).slice(0, 3) };
}

/** `bool` for `boolean`, `score` for `scoring`: further apart than a slip, and still the same word. */
function sameBeginning(word: string, words: readonly string[]): readonly string[] {
  const asked = word.trim().toLowerCase();
  if (asked.length < 3) return [];
  return words.filter((each) => each.startsWith(asked.slice(0, Math.max(4, asked.length - 2))));
}
