/** Two values of a document → what parts them, told by the smallest part that has a name of its own. */
import type { DocumentValue } from "../model/document.js";
import type { ChangePlace } from "../model/rubric-difference.js";
import {
  type Mapping,
  SIGNS,
  byRank,
  isInterval,
  isListOfMappings,
  isMapping,
  isSame,
  spelled,
  valueOf,
} from "./content-values.js";
import { entryName, pairEntries } from "./entries.js";
import { outOfOrder } from "./pairing.js";

export interface ValueChange {
  readonly how: "added" | "removed" | "moved" | "changed";
  readonly at: readonly ChangePlace[];
  readonly before: string | null;
  readonly after: string | null;
}

type Places = readonly ChangePlace[];
type Value = DocumentValue | undefined;

/** Undefined: nothing is said. None exactly where both are the same. */
export function valueChanges(before: Value, after: Value, at: Places, holder?: Mapping): readonly ValueChange[] {
  if (isSame(before, after)) return [];
  if (isMapping(before) && isMapping(after)) {
    if (isAuthorsMap(at, holder)) return optionChanges(before, after, at);
    if (haveMuchInCommon(before, after, at)) return keyChanges(before, after, at);
  }
  if (isListOfMappings(before) && isListOfMappings(after)) return listChanges(before, after, at);
  return [{ how: "changed", at, before: spelled(before), after: spelled(after) }];
}

/** Key by key; the two ways to write one end of an interval are one place. */
export function keyChanges(before: Mapping, after: Mapping, at: Places): readonly ValueChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(byRank);
  const ends = ENDS.filter((end) => end.every((key) => isEnd(before, key) && isEnd(after, key)));
  const others = keys.filter((key) => !ends.some((end) => end.includes(key)));
  return [
    ...ends.flatMap((end) => endChanges(before, after, end, at)),
    ...others.flatMap((key) => {
      const place = { key, entry: null };
      return valueChanges(valueOf(before, key), valueOf(after, key), [...at, place], before);
    }),
  ];
}

/** The keys of the low end, and of the high one. */
type End = readonly [string, string];

const ENDS: readonly End[] = [
  ["at_least", "above"],
  ["at_most", "below"],
];

function isEnd(mapping: Mapping, key: string): boolean {
  const value = valueOf(mapping, key);
  return value === undefined || typeof value === "string";
}

function endChanges(before: Mapping, after: Mapping, end: End, at: Places): readonly ValueChange[] {
  const [old, now] = [endText(before, end), endText(after, end)];
  if (old === now) return [];
  const key = end.find((each) => valueOf(before, each) !== undefined) ?? end.find((each) => valueOf(after, each))!;
  return [{ how: "changed", at: [...at, { key, entry: null }], before: old, after: now }];
}

function endText(mapping: Mapping, end: End): string | null {
  const texts = end.flatMap((key) => {
    const value = valueOf(mapping, key);
    return value === undefined ? [] : [`${SIGNS[key]} ${String(value)}`];
  });
  return texts.length === 0 ? null : texts.join(", ");
}

/** What is another rule, another kind of condition, or a title is not told key by key. */
function haveMuchInCommon(before: Mapping, after: Mapping, at: Places): boolean {
  if (at.at(-1)?.key === "title") return false;
  if (!isSame(valueOf(before, "rule"), valueOf(after, "rule"))) return false;
  if (isInterval(before) && isInterval(after)) return true;
  return Object.keys(before).some((key) => valueOf(after, key) !== undefined);
}

/** Whether its keys are the author's: options, classes, fields, facts. */
function isAuthorsMap(at: Places, holder: Mapping | undefined): boolean {
  const last = at.at(-1);
  // One of its entries, of which the keys are the language's again.
  if (last === undefined || last.entry !== null) return false;
  const { key } = last;
  if (NAMED.has(key)) return true;
  if (key === "points") return holder !== undefined && valueOf(holder, "rule") !== undefined;
  return key === "when" && at.at(-2)?.key === "rows";
}

const NAMED: ReadonlySet<string> = new Set(["options", "kinds", "fields", "values", "weights"]);

function optionChanges(before: Mapping, after: Mapping, at: Places): readonly ValueChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const [old, now] = [valueOf(before, name), valueOf(after, name)];
    const place = [...at.slice(0, -1), { ...at.at(-1)!, entry: name }];
    if (old === undefined || now === undefined) return oneSided(old, now, place);
    return valueChanges(old, now, place);
  });
}

function oneSided(before: Value, after: Value, at: Places): readonly ValueChange[] {
  const how = before === undefined ? "added" : "removed";
  return [{ how, at, before: spelled(before), after: spelled(after) }];
}

function listChanges(before: readonly Mapping[], after: readonly Mapping[], at: Places): readonly ValueChange[] {
  const { pairs, removed, added } = pairEntries(before, after);
  const inEntry = (name: string): Places => [...at.slice(0, -1), { key: at.at(-1)?.key ?? "", entry: name }];
  const moved = outOfOrder(pairs.map(([i]) => i));
  const changes = [
    ...removed.flatMap((i) => oneSided(before[i], undefined, inEntry(entryName(before[i]!, i)))),
    ...pairs.flatMap(([i, j], k) => {
      const place = inEntry(entryName(before[i]!, i, after[j]));
      const move: ValueChange = { how: "moved", at: place, before: `#${i + 1}`, after: `#${j + 1}` };
      return [...(moved.has(k) ? [move] : []), ...valueChanges(before[i], after[j], place, before[i])];
    }),
    ...added.flatMap((j) => oneSided(undefined, after[j], inEntry(entryName(after[j]!, j)))),
  ];
  return at.at(-1)?.key === "tiers" ? sharedEdgesOnce(changes) : changes;
}

/** Where one tier begins the other ends: one edge, told by the tier that comes first. */
function sharedEdgesOnce(changes: readonly ValueChange[]): readonly ValueChange[] {
  const told = new Set<string>();
  return changes.filter(({ how, at, before, after }) => {
    const isEdge = how === "changed" && Object.hasOwn(SIGNS, at.at(-1)!.key) && before !== null && after !== null;
    if (!isEdge) return true;
    const edge = `${edgeOf(before)} ${edgeOf(after)}`;
    if (told.has(edge)) return false;
    told.add(edge);
    return true;
  });
}

/** `≥ 15` and `< 15` part the numbers at the same place, `> 15` and `≤ 15` just above it. */
function edgeOf(end: string): string {
  return end.replace("<", "≥").replace("≤", ">");
}
