/** What is made of a misspelt word: the word named first, among three, or not at all. */
import { type WordPlace, findingsOf } from "./places.js";

/** `valid`: also a word of this place, only not the one that was meant; nobody can know better. */
export type Verdict = "first" | "tied" | "failed" | "valid";

export function verdictOf(word: string, nearest: readonly string[]): Verdict {
  if (nearest[0] === word) return "first";
  return nearest.length <= 3 && nearest.includes(word) ? "tied" : "failed";
}

/** What the validator suggests at the place of a word; nothing when it says nothing there. */
export function nearestTo(place: WordPlace, written: string): readonly string[] {
  const at = place.pathOf(written);
  const found = findingsOf(place.documentWith(written)).find((each) => each.path === at);
  return (found?.data?.["nearest"] ?? []) as readonly string[];
}
