/** Slots: every fact and judgement of a scheme gets a number, inputs before what is derived from them. */
import { formatAmount } from "../base/amount.js";
import { deepFreeze } from "../base/freeze.js";
import type { FactState, Read } from "../model/assessment.js";
import type { EventsFact, FactDeclaration } from "../model/fact.js";
import { bindDerivation } from "./derive.js";
import { domainOf } from "./domain.js";
import { bindInterpreter } from "./interpret.js";
import type { Domain, Known, ReadJudgement, Slot } from "./program.js";

export interface SlotTable {
  readonly slots: Slot[];
  /** Equal declarations share a slot, wherever they stand. */
  readonly byDeclaration: Map<string, number>;
}

function emptySlots(): SlotTable {
  return { slots: [], byDeclaration: new Map() };
}

/** The slots of a scheme, and those that each list of instances has for itself. */
export interface SlotTables extends SlotTable {
  readonly lists: Map<string, SlotTable>;
}

export function emptyTables(): SlotTables {
  return { ...emptySlots(), lists: new Map() };
}

/** The slots of the enterprise's facts of one rubric, by id; dates that periods are counted from are noted. Names that derivations use are looked up among the same facts. */
export function bindFacts(
  facts: readonly FactDeclaration[],
  table: SlotTable,
  countedFrom: Set<number>,
): Map<string, number> {
  const own = facts.filter(({ each }) => each === undefined);
  return bindAll(own, own, table, countedFrom, new Map());
}

/** The facts that one instance of a list sees: its own, and through them those of the enterprise. */
export interface InstanceFacts {
  readonly table: SlotTable;
  /** Its own, by id. */
  readonly own: ReadonlyMap<string, number>;
  /** Of any fact that may be read where an instance is scored. */
  readonly slotOf: (fact: string) => number;
  /** The enterprise's facts that were asked for. */
  readonly seen: ReadonlySet<number>;
}

/** `outer` are the enterprise's facts, by id, in `tables` themselves. */
export function bindInstanceFacts(
  list: string,
  facts: readonly FactDeclaration[],
  outer: ReadonlyMap<string, number>,
  tables: SlotTables,
  countedFrom: Set<number>,
): InstanceFacts {
  const table = tables.lists.get(list) ?? emptySlots();
  tables.lists.set(list, table);
  const seen = new Set<number>();
  const see = (outerSlot: number): number => {
    const slot = sharedSlot(outerSlot, tables, table);
    seen.add(slot);
    return slot;
  };
  const shared = new Map([...outer].map(([id, slot]) => [id, () => see(slot)] as const));
  const own = bindAll(
    facts.filter(({ each }) => each === list),
    facts,
    table,
    countedFrom,
    shared,
  );
  return { table, own, slotOf: (fact) => own.get(fact) ?? shared.get(fact)!(), seen };
}

/** `elsewhere` are facts with a slot in another table. */
function bindAll(
  facts: readonly FactDeclaration[],
  all: readonly FactDeclaration[],
  table: SlotTable,
  countedFrom: Set<number>,
  elsewhere: ReadonlyMap<string, () => number>,
): Map<string, number> {
  const byId = new Map(all.map((fact) => [fact.id, fact]));
  const bound = new Map<string, number>();
  const slotOf = (id: string): number => {
    const known = bound.get(id) ?? elsewhere.get(id)?.();
    if (known !== undefined) return known;
    const slot = bindFact(byId.get(id)!, slotOf, (name) => byId.get(name)!, table, countedFrom);
    bound.set(id, slot);
    return slot;
  };
  for (const fact of facts) slotOf(fact.id);
  return bound;
}

/** A fact of the enterprise among the slots of a list, together with those it follows from. */
function sharedSlot(of: number, outer: SlotTable, table: SlotTable): number {
  const { id, unknown, missing, invalid, raw } = outer.slots[of]!;
  const below = raw.map((slot) => (slot === of ? undefined : sharedSlot(slot, outer, table)));
  return shared(table, `slot ${of}`, (index) => ({
    kind: "shared",
    id,
    of,
    unknown,
    missing,
    invalid,
    raw: below.map((slot) => slot ?? index),
  }));
}

function bindFact(
  fact: FactDeclaration,
  slotOf: (id: string) => number,
  factOf: (id: string) => FactDeclaration,
  table: SlotTable,
  countedFrom: Set<number>,
): number {
  const derived = "derive" in fact && fact.derive !== undefined ? { fact, derivation: fact.derive } : undefined;
  if (!derived) return shared(table, declarationKey(fact), (index) => suppliedSlot(fact, index));
  const bound = bindDerivation(derived.fact, derived.derivation, {
    slot: slotOf,
    events: (name) => factOf(name) as EventsFact,
    domain: (slot) => table.slots[slot]!.unknown.domain!,
  });
  const { kind } = derived.derivation;
  if (kind === "full_years_since" || kind === "full_months_since") countedFrom.add(bound.inputs[0]!);
  // The same words over different inputs are different facts.
  return shared(table, `${declarationKey(fact)} ${bound.inputs.join(" ")}`, () => ({
    kind: "derived",
    id: fact.id,
    declaration: fact,
    ...openStates(fact.id, bound.domain),
    ...(bound.entries && { entries: bound.entries }),
    raw: atMostTwice(bound.inputs.flatMap((slot) => table.slots[slot]!.raw)),
    derive: (known, asOf, report) => {
      const { state, value, domain, reachable } = bound.derive(known, asOf, report);
      const read = readOf(fact.id, state, value === null ? null : formatAmount(value));
      return { state, value, domain, reachable, read };
    },
  }));
}

/**
 * Supplied facts beneath something, a fact read more than once standing twice: that is all that bounds ask. The number
 * of ways from one fact to another can grow with every layer of derivations, so it is never written out.
 */
export function atMostTwice(slots: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  return slots.filter((slot) => {
    const count = (counts.get(slot) ?? 0) + 1;
    counts.set(slot, count);
    return count <= 2;
  });
}

/** What a declaration says, without where it stands. */
export function declarationKey(fact: FactDeclaration): string {
  return JSON.stringify({ ...fact, path: "" });
}

function shared(table: SlotTable, key: string, make: (index: number) => Slot): number {
  const existing = table.byDeclaration.get(key);
  if (existing !== undefined) return existing;
  const index = table.slots.length;
  table.slots.push(make(index));
  table.byDeclaration.set(key, index);
  return index;
}

function suppliedSlot(fact: FactDeclaration, index: number): Slot {
  const domain =
    fact.type === "integer" || fact.type === "decimal" ? domainOf(fact.range, fact.type === "integer") : null;
  return {
    kind: "supplied",
    id: fact.id,
    declaration: fact,
    interpret: bindInterpreter(fact),
    ...openStates(fact.id, domain),
    raw: [index],
  };
}

/** The slot of what assessors say about a leaf. */
export function bindJudgement(id: string, key: string, interpret: ReadJudgement, table: SlotTable): number {
  const index = table.slots.length;
  table.slots.push({ kind: "judgement", id, indicator: key, interpret, ...openStates(id, null), raw: [index] });
  return index;
}

/** The three ways of not being given: made once, shared by all assessments. */
function openStates(id: string, domain: Domain | null): { unknown: Known; missing: Known; invalid: Known } {
  // Shared by all assessments: whoever alters a result must not alter the next one.
  const open = (state: FactState, reachable: boolean): Known => ({
    state,
    value: null,
    domain,
    reachable,
    read: deepFreeze(readOf(id, state, null)),
  });
  return { unknown: open("unknown", true), missing: open("missing", false), invalid: open("invalid", true) };
}

export function readOf(fact: string, state: FactState, value: Read["value"], evidence: readonly string[] = []): Read {
  return { fact, value, state, evidence };
}
