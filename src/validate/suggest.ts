/** "Did you mean": what an author may have meant by a word that cannot stand where it stands. */
import { nearest, nearestOf } from "../base/nearest.js";
import { chineseNamesFor } from "../messages/chinese-names.js";

/** At most three of `words`; `likely` are those that a place still lacks. */
export function suggest(word: string, words: readonly string[], likely: readonly string[] = []): readonly string[] {
  const meant = chineseNamesFor(word, words);
  if (meant.length === 0) return nearest(word, words, likely);
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
  return chinese === undefined ? nearestOf(keys, words) : { word: chinese, nearest: suggest(chinese, words) };
}
