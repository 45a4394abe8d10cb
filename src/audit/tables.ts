/** Tables that are looked up by words of a record. */

/**
 * What stands under a word. What every object has from its prototype, such as `constructor`, is none.
 *
 * @throws RangeError for a word that is not in the table.
 */
export function under<T extends object, K extends keyof T>(table: T, word: K): T[K] {
  if (!Object.hasOwn(table, word)) throw new RangeError(`\`${String(word)}\` is no word of a record`);
  return table[word];
}
