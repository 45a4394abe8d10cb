/** Every word that is one slip of the finger away from a word. */

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz_-"];

/** One letter more, less, other or doubled, two neighbours swapped, one or all letters in the other case. */
export function slipsOf(word: string): readonly string[] {
  const slips = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, behind] = [word.slice(0, at), word.slice(at)];
    for (const letter of LETTERS) slips.add(before + letter + behind);
    if (at === word.length) continue;
    const [here, rest] = [word[at]!, word.slice(at + 1)];
    for (const letter of LETTERS) slips.add(before + letter + rest);
    slips.add(before + rest);
    slips.add(before + here + here + rest);
    slips.add(before + here.toUpperCase() + rest);
    if (rest !== "") slips.add(before + rest[0]! + here + rest.slice(1));
  }
  slips.add(word.toUpperCase());
  slips.delete(word);
  // Nothing at all is no word, and no key either.
  slips.delete("");
  return [...slips];
}
