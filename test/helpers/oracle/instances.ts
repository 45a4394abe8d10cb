/** Lists of instances as a fact sheet gives them, and what is known of one of them. */
import { raw } from "./facts.js";
import { derived } from "./derive.js";
import { has, isList, isMap, list, map, text } from "./plain.js";
import type { Facts, Known } from "./facts.js";
import type { PlainMap } from "./plain.js";

export interface GivenList {
  readonly state: "given" | "unknown" | "invalid";
  readonly entries: readonly PlainMap[];
}

/** Missing for good is no more than unknown: nothing says what the group is then worth. */
export function readList(factSheet: PlainMap, id: string): GivenList {
  const lists = isMap(factSheet["instances"]) ? factSheet["instances"] : {};
  const given = lists[id];
  if (given === undefined || given === null) return { state: "unknown", entries: [] };
  if (!isList(given) || !given.every(isEntry)) return { state: "invalid", entries: [] };
  const ids = new Set(given.map((entry) => text(entry["id"])));
  return ids.size < given.length || given.length > 1000
    ? { state: "invalid", entries: [] }
    : { state: "given", entries: given };
}

const KEYS = ["id", "title", "facts", "judgements", "not_applicable"];

function isEntry(entry: unknown): entry is PlainMap {
  if (!isMap(entry) || Object.keys(entry).some((key) => !KEYS.includes(key))) return false;
  const id = entry["id"];
  return (typeof id === "string" || typeof id === "number") && /^[\p{L}\p{M}\p{Nd}._-]{1,64}$/u.test(String(id));
}

/** Its own facts from its own entry, all others as the enterprise has them. */
export function instanceFacts(outer: Facts, listId: string, supplied: PlainMap, closed: boolean): Facts {
  const memory = new Map<string, Known>();
  const facts: Facts = { ...outer, know };
  return facts;

  function know(id: string): Known {
    const declaration = map(outer.declarations.get(id));
    if (declaration["each"] !== listId) return outer.know(id);
    const before = memory.get(id);
    if (before !== undefined) return before;
    const known = has(declaration, "derive") ? derived(declaration, facts) : raw(declaration, supplied[id], closed);
    memory.set(id, known);
    return known;
  }
}

/** Everything a fact sheet lists, list by list, for those who change it. */
export function entriesOf(factSheet: PlainMap): [list: string, entries: readonly PlainMap[]][] {
  const lists = isMap(factSheet["instances"]) ? factSheet["instances"] : {};
  return Object.keys(lists).flatMap((id): [string, readonly PlainMap[]][] =>
    readList(factSheet, id).state === "given" ? [[id, list(lists[id]).map(map)]] : [],
  );
}
