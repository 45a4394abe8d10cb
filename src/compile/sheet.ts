/** A sheet bound for scoring: its facts and lists, its conditions, and the tree of its indicators. */
import { deepFreeze } from "../base/freeze.js";
import type { Indicator, InstanceList, Sheet, Title } from "../model/rubric.js";
import { bindCondition } from "./conditions.js";
import type { BoundEligibility, NodeProgram, SheetList, SheetProgram } from "./program.js";
import { factPlaces, sheetNote } from "./notes.js";
import { type InstanceFacts, type SlotTable, type SlotTables, bindFacts, bindInstanceFacts } from "./slots.js";
import { type FactScope, type SheetContext, type SheetPlace, bindGroup, conditionContext } from "./nodes.js";

export function bindSheet(sheet: Sheet, place: SheetPlace, tables: SlotTables): SheetProgram {
  const countedFrom = new Set<number>();
  const facts = bindFacts(sheet.facts, tables, countedFrom);
  const declarations = new Map(sheet.facts.map((fact) => [fact.id, fact]));
  const scope: FactScope = {
    list: undefined,
    table: tables,
    countedFrom,
    slotOf: (fact) => facts.get(fact)!,
    judgements: [],
  };
  const lists = sheet.instances.map((list) => bindList(list, sheet, facts, tables));
  const scopes = new Map(lists.map((list) => [list.id, list.scope]));
  const context: SheetContext = {
    ...place,
    scope,
    scopes,
    declarations,
    nodes: new Map(),
    ids: new Set(idsBelow(sheet.root)),
  };
  const { applies, terms } = place;
  const { mayBeNotApplicable, ifNotApplicable } = place.component;
  const bound = bindGroup({ ...sheet.root, mayBeNotApplicable, ifNotApplicable }, "sum", context);
  const root = { ...bound, ...(terms && { terms: deepFreeze({ ...bound.terms, ...terms }) }), applies };
  const nodes = [root, ...context.nodes.values()];
  const asking = conditionContext(context);
  const eligibility = sheet.eligibility.map(({ appliesWhen, require }) => ({
    applies: appliesWhen && bindCondition(appliesWhen, asking),
    require: bindCondition(require, asking),
  }));
  return {
    sheet,
    note: sheetNote(sheet),
    factPlaces: factPlaces(sheet.facts, facts),
    root,
    factor: place.factor,
    facts,
    slots: inOrder([...facts.values(), ...scope.judgements]),
    countedFrom: new Set([
      ...countedFrom,
      ...lists.flatMap(({ scope: inside }) => sharedOf(inside.countedFrom, inside)),
    ]),
    missable: new Set([
      ...nodes.flatMap((node) => missableOf(node, scopeOf(node, context))),
      ...eligibility.flatMap((each) => missableIn(each, tables)),
    ]),
    eligibility,
    lists: lists.map(sheetList),
    nodes: context.nodes,
  };
}

function idsBelow(node: Indicator): readonly string[] {
  return node.kind === "leaf" ? [] : node.children.flatMap((child) => [child.id, ...idsBelow(child)]);
}

interface List {
  readonly id: string;
  readonly title: Title;
  readonly sheet: Sheet;
  readonly facts: InstanceFacts;
  readonly scope: FactScope;
}

function bindList(
  { id, title }: InstanceList,
  sheet: Sheet,
  outer: ReadonlyMap<string, number>,
  tables: SlotTables,
): List {
  const countedFrom = new Set<number>();
  const facts = bindInstanceFacts(id, sheet.facts, outer, tables, countedFrom);
  const { table, slotOf } = facts;
  return { id, title, sheet, facts, scope: { list: id, table, countedFrom, slotOf, judgements: [] } };
}

/** Only once the tree is bound: reading makes slots. */
function sheetList({ id, title, sheet, facts: { own, seen }, scope }: List): SheetList {
  const { slots } = scope.table;
  const read = [...own.values(), ...seen, ...scope.judgements];
  const facts = sheet.facts.filter(({ each }) => each === id);
  return {
    list: id,
    title,
    facts: own,
    factPlaces: factPlaces(facts, own),
    slots: inOrder(read.flatMap((slot) => [slot, ...slots[slot]!.raw])),
    countedFrom: scope.countedFrom,
  };
}

function inOrder(slots: readonly number[]): readonly number[] {
  return [...new Set(slots)].sort((a, b) => a - b);
}

function scopeOf({ list }: NodeProgram, { scope, scopes }: SheetContext): FactScope {
  return list === undefined ? scope : scopes.get(list)!;
}

/** Of slots of a list those that are the enterprise's, as it knows them. */
function sharedOf(slots: Iterable<number>, { table, list }: FactScope): readonly number[] {
  if (list === undefined) return [...slots];
  return [...slots].flatMap((index) => {
    const slot = table.slots[index]!;
    return slot.kind === "shared" ? [slot.of] : [];
  });
}

/** Facts of the enterprise that may turn out missing, supplied ones. */
function missableOf(program: NodeProgram, scope: FactScope): readonly number[] {
  return sharedOf(missableSlots(program, scope.table), scope);
}

function missableIn({ applies, require }: BoundEligibility, { slots }: SlotTable): readonly number[] {
  return [...(applies?.missable ?? []), ...require.missable].flatMap((slot) => slots[slot]!.raw);
}

function missableSlots(program: NodeProgram, { slots }: SlotTable): readonly number[] {
  const asked = program.applies?.missable.flatMap((slot) => slots[slot]!.raw) ?? [];
  const multiplying = program.coefficient?.missable ?? [];
  if (program.kind === "group") {
    const effects = program.effects.flatMap(({ when }) => when.missable.flatMap((slot) => slots[slot]!.raw));
    return [...asked, ...multiplying, ...effects];
  }
  const inside = program.rule.missable?.flatMap((slot) => slots[slot]!.raw) ?? [];
  return [...asked, ...multiplying, ...inside, ...(program.whenMissing ? program.raw : [])];
}
