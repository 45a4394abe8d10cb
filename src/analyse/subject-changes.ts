/** What has an id of its own: which of the old ones is which of the new ones, and what each of them says otherwise. */
import type { DocumentValue } from "../model/document.js";
import type { ChangeSubject } from "../model/rubric-difference.js";
import { isListOfMappings, isMapping, keyOf, spelled, textOf, valueOf, without } from "./content-values.js";
import { type Round, outOfOrder, pairUp } from "./pairing.js";
import { type ValueChange, keyChanges, valueChanges } from "./value-changes.js";

export interface Named {
  readonly id: string;
  /** All that is said of it, its id included where it stands inside. */
  readonly says: DocumentValue;
}

export interface SubjectChange {
  readonly about: ChangeSubject;
  /** As it was; of what is new, as it is. */
  readonly entry: Named;
  readonly change: ValueChange;
}

/**
 * The same id and content; then the same content under another id, if it has a title and nothing else has that content,
 * so that swapped ids are told as what they are; then the same id.
 */
export const NAMED_ROUNDS: readonly Round<Named>[] = [
  { name: ({ id, says }) => `${id} ${keyOf(says)}` },
  { name: contentBesideId, once: true },
  { name: ({ id }) => id },
];

function contentBesideId({ says }: Named): string | undefined {
  return isMapping(says) && valueOf(says, "title") !== undefined ? keyOf(without(says, ID)) : undefined;
}

const ID = ["id"] as const;

/** Subjects in a list, whose order may count. */
export function listedChanges(
  about: ChangeSubject,
  before: DocumentValue | undefined,
  after: DocumentValue | undefined,
): readonly SubjectChange[] {
  const [old, now] = [listed(before), listed(after)];
  const { pairs, removed, added } = pairUp(old, now, NAMED_ROUNDS);
  const moved = outOfOrder(pairs.map(([i]) => i));
  return [
    ...removed.map((i) => oneSided(about, old[i]!, undefined)),
    ...pairs.flatMap(([i, j], k) => {
      const move = { how: "moved", at: [], before: `#${i + 1}`, after: `#${j + 1}` } as const;
      const moves: readonly SubjectChange[] = moved.has(k) ? [{ about, entry: old[i]!, change: move }] : [];
      return [...moves, ...entryChanges(about, old[i]!, now[j]!)];
    }),
    ...added.map((j) => oneSided(about, undefined, now[j]!)),
  ];
}

function listed(value: DocumentValue | undefined): readonly Named[] {
  if (!isListOfMappings(value)) return [];
  return value.map((says) => ({ id: textOf(says, "id") ?? "", says }));
}

/** Subjects behind their ids, in no order. */
export function mappedChanges(
  about: ChangeSubject,
  before: DocumentValue | undefined,
  after: DocumentValue | undefined,
): readonly SubjectChange[] {
  const [old, now] = [mapped(before), mapped(after)];
  const { pairs, removed, added } = pairUp(old, now, NAMED_ROUNDS);
  return [
    ...removed.map((i) => oneSided(about, old[i]!, undefined)),
    ...pairs.flatMap(([i, j]) => entryChanges(about, old[i]!, now[j]!)),
    ...added.map((j) => oneSided(about, undefined, now[j]!)),
  ];
}

function mapped(value: DocumentValue | undefined): readonly Named[] {
  if (!isMapping(value)) return [];
  return Object.keys(value)
    .sort()
    .map((id) => ({ id, says: value[id]! }));
}

export function oneSided(about: ChangeSubject, before: Named | undefined, after: Named | undefined): SubjectChange {
  const [old, now] = [before, after].map((entry) => entry && spelled(besideName(entry.says)));
  return {
    about,
    entry: (before ?? after)!,
    change: { how: before ? "removed" : "added", at: [], before: old ?? null, after: now ?? null },
  };
}

/** Id and title are told by themselves. */
function besideName(says: DocumentValue): DocumentValue {
  return isMapping(says) ? without(says, ["id", "title"]) : says;
}

export function entryChanges(about: ChangeSubject, before: Named, after: Named): readonly SubjectChange[] {
  const renamed: ValueChange = { how: "changed", at: [], before: before.id, after: after.id };
  const [old, now] = [before.says, after.says];
  const changes =
    isMapping(old) && isMapping(now)
      ? keyChanges(without(old, ID), without(now, ID), [])
      : valueChanges(old, now, [{ key: "title", entry: null }]);
  return [...(before.id === after.id ? [] : [renamed]), ...changes].map((change) => ({ about, entry: before, change }));
}
