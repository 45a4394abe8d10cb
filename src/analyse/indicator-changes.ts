/** Two trees of indicators → what was added, removed, moved, called otherwise, and what is said otherwise of each. */
import type { DocumentValue } from "../model/document.js";
import { isListOfMappings, isMapping, textOf, valueOf, without } from "./content-values.js";
import { outOfOrder, pairUp } from "./pairing.js";
import { type Named, NAMED_ROUNDS, type SubjectChange, entryChanges, oneSided } from "./subject-changes.js";

/** An indicator without what is below it. */
interface Placed extends Named {
  /** Of the group around it, in the same list; undefined on the first level. */
  readonly parent: number | undefined;
  /** Counted from 1, in its group. */
  readonly place: number;
}

export function indicatorChanges(
  before: DocumentValue | undefined,
  after: DocumentValue | undefined,
): readonly SubjectChange[] {
  const [old, now] = [flattened(before), flattened(after)];
  const { pairs, removed, added } = pairUp(old, now, NAMED_ROUNDS);
  const formerly = new Map(pairs.map(([i, j]) => [j, i]));
  const moved = movedAmong(old, now, formerly);
  const isNew = new Set(added);
  return [
    ...removed.map((i) => oneSided("indicator", old[i]!, undefined)),
    ...now.flatMap((node, j) => {
      if (isNew.has(j)) return [oneSided("indicator", undefined, node)];
      const formerNode = old[formerly.get(j)!]!;
      const places = moved.has(j) ? [moveOf(formerNode, node, old, now)] : [];
      return [...places, ...entryChanges("indicator", formerNode, node), ...factOf(formerNode, node)];
    }),
  ];
}

/** In document order: a group, then what is in it. */
function flattened(value: DocumentValue | undefined): readonly Placed[] {
  const all: Placed[] = [];
  const visit = (nodes: DocumentValue | undefined, parent: number | undefined): void => {
    if (!isListOfMappings(nodes)) return;
    nodes.forEach((node, i) => {
      const index = all.push({ id: textOf(node, "id") ?? "", says: without(node, BELOW), parent, place: i + 1 }) - 1;
      visit(valueOf(node, "indicators"), index);
    });
  };
  visit(value, undefined);
  return all;
}

const BELOW = ["indicators"] as const;

/** Into another group, or to another place among the siblings that have stayed. */
function movedAmong(
  old: readonly Placed[],
  now: readonly Placed[],
  formerly: ReadonlyMap<number, number>,
): ReadonlySet<number> {
  const moved = new Set<number>();
  const stayed = new Map<number | undefined, number[]>();
  now.forEach(({ parent }, j) => {
    const i = formerly.get(j);
    if (i === undefined) return;
    const isNewGroup = parent !== undefined && !formerly.has(parent);
    const isSameGroup = old[i]!.parent === (parent === undefined ? undefined : formerly.get(parent));
    if (isNewGroup || !isSameGroup) {
      moved.add(j);
      return;
    }
    const siblings = stayed.get(parent);
    if (siblings) siblings.push(j);
    else stayed.set(parent, [j]);
  });
  for (const group of stayed.values()) {
    for (const k of outOfOrder(group.map((j) => old[formerly.get(j)!]!.place))) moved.add(group[k]!);
  }
  return moved;
}

function moveOf(before: Placed, after: Placed, old: readonly Placed[], now: readonly Placed[]): SubjectChange {
  const placeIn = ({ parent, place }: Placed, all: readonly Placed[]): string =>
    `${parent === undefined ? "" : `${all[parent]!.id} `}#${place}`;
  return {
    about: "indicator",
    entry: before,
    change: { how: "moved", at: [], before: placeIn(before, old), after: placeIn(after, now) },
  };
}

/** A fact that is declared in its leaf has the id of the leaf, and fact sheets call it by that. */
function factOf(before: Placed, after: Placed): readonly SubjectChange[] {
  const isHere = [before, after].every(({ says }) => {
    const scoring = isMapping(says) ? valueOf(says, "scoring") : undefined;
    return isMapping(scoring) && isMapping(valueOf(scoring, "fact"));
  });
  if (before.id === after.id || !isHere) return [];
  return [{ about: "fact", entry: before, change: { how: "changed", at: [], before: before.id, after: after.id } }];
}
