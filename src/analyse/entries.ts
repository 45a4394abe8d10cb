/** Entries of a list: which of the old one is which of the new one, and what to call it. */
import type { DocumentValue } from "../model/document.js";
import {
  type Mapping,
  isInterval,
  isMapping,
  isSame,
  keyOf,
  spelled,
  textOf,
  valueOf,
  without,
} from "./content-values.js";
import { type Pairing, type Round, pairUp } from "./pairing.js";

/**
 * By id where they have one; else the same entry, then the one about the same (an interval, a condition), the one with
 * the same name, and the one that is worth the same. What is left after that is paired place by place, if as many are
 * left on both sides: nothing else could have become of it.
 */
export function pairEntries(before: readonly Mapping[], after: readonly Mapping[]): Pairing {
  const found = pairUp(before, after, ROUNDS);
  const { pairs, removed, added } = found;
  if (removed.length === 0 || removed.length !== added.length || removed.some((i) => hasId(before[i]!))) return found;
  const rest = removed.map((i, k) => [i, added[k]!] as const);
  return { pairs: [...pairs, ...rest].sort(([, a], [, b]) => a - b), removed: [], added: [] };
}

const WORTH = ["points", "share", "then", "steps"] as const;

const ROUNDS: readonly Round<Mapping>[] = [
  { name: keyOf },
  { name: (entry) => textOf(entry, "id") },
  { name: (entry) => (hasId(entry) ? undefined : keyOf(without(entry, WORTH))) },
  { name: (entry) => (hasId(entry) ? undefined : subjectOf(entry)) },
  { name: (entry) => (hasId(entry) ? undefined : worthOf(entry)) },
];

function hasId(entry: Mapping): boolean {
  return textOf(entry, "id") !== undefined;
}

/** What a part, an item or a question is about. */
function subjectOf(entry: Mapping): string | undefined {
  const key = SUBJECTS.find((each) => valueOf(entry, each) !== undefined);
  if (key) return `${key} ${keyOf(valueOf(entry, key)!)}`;
  // Of conditions that join others it is at least of the same sort.
  return JOINING.find((each) => valueOf(entry, each) !== undefined);
}

const JOINING = ["all", "any", "not", "at_least_n"] as const;
const SUBJECTS = ["title", "fact", "field", "indicator", "any_child_of", "every_child_of", "kind", "at"] as const;

function worthOf(entry: Mapping): string | undefined {
  const key = WORTH.find((each) => valueOf(entry, each) !== undefined);
  return key && `${key} ${keyOf(valueOf(entry, key)!)}`;
}

/**
 * By its id, its name or its interval; by what it is worth, if it is the interval that changed; else by its place.
 *
 * @param now what became of it, if anything did.
 */
export function entryName(entry: Mapping, place: number, now: Mapping = entry): string {
  const id = textOf(entry, "id");
  if (id !== undefined) return id;
  const [about, aboutNow] = [entry, now].map((each) => nameOf(each));
  if (about !== undefined && about === aboutNow) return about;
  const worth = WORTH.find((key) => valueOf(entry, key) !== undefined);
  if (worth && isSame(valueOf(entry, worth), valueOf(now, worth))) return `${worth}: ${short(valueOf(entry, worth)!)}`;
  return about ?? `#${place + 1}`;
}

function nameOf(entry: Mapping): string | undefined {
  const title = valueOf(entry, "title");
  if (title !== undefined) return short(isMapping(title) ? (valueOf(title, "zh") ?? title) : title);
  const about = without(entry, WORTH);
  if (isInterval(about)) return spelled(about)!;
  const key = SUBJECTS.find((each) => textOf(entry, each) !== undefined);
  const when = valueOf(entry, "when");
  const parts = [...(key ? [textOf(entry, key)!] : []), ...(when === undefined ? [] : [short(when)])];
  return parts.length === 0 ? undefined : parts.join(" ");
}

/** Enough to find it by; no character is cut in two. */
function short(value: DocumentValue): string {
  return spelled(value)!.replace(/^(.{60}).+$/su, "$1…");
}
