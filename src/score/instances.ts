/** Fact sheet → what is known of each instance of each list. A list that is not there may hold any number of anything. */
import type { Day } from "../base/calendar.js";
import { pointer } from "../base/pointer.js";
import type { Known, KnownInstance, ListProgram, Program, SheetList } from "../compile/program.js";
import type { FactState } from "../model/assessment.js";
import type { FactSheet, SuppliedFact, SuppliedInstance, SuppliedList } from "../model/fact.js";
import type { Title } from "../model/rubric.js";
import { declaredOut } from "./applicability.js";
import { type Findings, collectFindings } from "./findings.js";
import { type Place, type Said, type Suggest, matchJudgements, readSlot, reportBelonging, suggester } from "./known.js";
import type { Selected } from "./selection.js";

/** One list as it stands while one fact sheet is scored. */
export type KnownList = {
  readonly program: ListProgram;
  /** As the first of the selected sheets calls it: a record holds no other. */
  readonly title: Title;
} & (
  | {
      /** Complete, and perhaps empty. */
      readonly state: "given";
      readonly entries: readonly KnownInstance[];
    }
  | {
      readonly state: Exclude<FactState, "given">;
      /** One of which nothing is known: between its bounds lies whatever the list can hold. */
      readonly anyone: KnownInstance;
    }
);

/** Every list that the selected sheets ask for, in their order. */
export function readLists(
  program: Program,
  selected: readonly Selected[],
  factSheet: FactSheet,
  known: readonly Known[],
  asOf: Day,
  findings: Findings,
): ReadonlyMap<string, KnownList> {
  const given = new Map(factSheet.instances?.map((supplied) => [supplied.list, supplied]));
  const ids = new Set(selected.flatMap(({ sheet }) => sheet?.lists ?? []).map(({ list }) => list));
  if (!selected.some(({ misnamed }) => misnamed)) {
    for (const list of given.keys()) {
      if (!ids.has(list)) findings.report("instances-unknown", pointer("/instances", list), { list, known: [...ids] });
    }
  }
  const { closed } = factSheet;
  const suggest = suggester();
  const lists = new Map<string, KnownList>();
  for (const id of ids) {
    const list = program.lists.get(id)!;
    const sections = selected.flatMap(({ sheet }) => sheet?.lists ?? []).filter((section) => section.list === id);
    const asking: Asking = { list, sections, program, selected, shared: known, closed, asOf, suggest };
    lists.set(id, knownList(given.get(id), asking, findings));
  }
  return lists;
}

function knownList(supplied: SuppliedList | undefined, asking: Asking, findings: Findings): KnownList {
  const base = { program: asking.list, title: asking.sections[0]!.title };
  if (supplied && !supplied.invalid) {
    const entries = supplied.entries.map((entry, i) => readInstance(entry, i, asking, findings));
    return { ...base, state: "given", entries };
  }
  const state = supplied ? "invalid" : asking.closed ? "missing" : "unknown";
  return { ...base, state, anyone: anyoneOf(asking) };
}

/** Everything that the entries of one list have in common. */
interface Asking {
  readonly list: ListProgram;
  /** What each of the selected sheets asks of them. */
  readonly sections: readonly SheetList[];
  readonly program: Program;
  readonly selected: readonly Selected[];
  readonly shared: readonly Known[];
  readonly closed: boolean;
  readonly asOf: Day;
  readonly suggest: Suggest;
}

function readInstance(entry: SuppliedInstance, index: number, asking: Asking, findings: Findings): KnownInstance {
  const { list, sections, selected, shared, closed } = asking;
  const place: Place = { path: pointer(pointer("/instances", list.id), index), list: list.id };
  const supplied = matchFacts(entry.facts, place, asking, findings);
  const judgements = matchJudgements(selected, entry.judgements, place, findings);
  const counted = (slot: number): boolean => sections.some(({ countedFrom }) => countedFrom.has(slot));
  const known = fill({ supplied, judgements, counted, closed, path: place.path, shared }, asking, findings);
  const out = declaredOut(selected, entry.notApplicable, place, { known, lists: new Map() }, findings);
  return {
    list: list.id,
    id: entry.id,
    title: entry.title,
    known,
    out,
    factOf: factsFrom(list, list.firstFact + index * list.slots.length),
  };
}

function anyoneOf(asking: Asking): KnownInstance {
  const { list, shared } = asking;
  const said: Said = { supplied: [], judgements: new Map(), counted: () => false, closed: false, path: "", shared };
  // Nobody said anything of it that could be wrong.
  const known = fill(said, asking, collectFindings());
  return { list: list.id, id: "", title: undefined, known, out: new Map(), factOf: factsFrom(list, list.firstFact) };
}

function fill(said: Said, { list, sections, asOf }: Asking, findings: Findings): readonly Known[] {
  const known: Known[] = [];
  for (const { slots } of sections) {
    for (const index of slots) known[index] ??= readSlot(list.slots[index]!, index, said, known, asOf, findings);
  }
  return known;
}

function factsFrom({ slots }: ListProgram, first: number): KnownInstance["factOf"] {
  return (index) => {
    const slot = slots[index]!;
    return slot.kind === "shared" ? slot.of : first + index;
  };
}

function matchFacts(
  facts: readonly SuppliedFact[],
  { path, list }: Place,
  { sections, program, selected, suggest, list: { slots } }: Asking,
  findings: Findings,
): readonly (SuppliedFact | undefined)[] {
  const supplied: (SuppliedFact | undefined)[] = [];
  for (const fact of facts) {
    const { id } = fact;
    const found = sections.flatMap((section) => section.facts.get(id) ?? []);
    for (const slot of found) supplied[slot] = fact;
    const at = pointer(`${path}/facts`, id);
    const subject = { kind: "fact", id } as const;
    const [first] = found;
    if (first !== undefined) {
      if (slots[first]!.kind === "derived") findings.report("fact-derived", fact.path, { fact: id }, subject);
    } else if (!selected.some(({ misnamed }) => misnamed)) {
      const other = selected.flatMap(({ sheet }) => sheet?.lists ?? []).find((section) => section.facts.has(id));
      const isOwn = program.facts.has(id) || selected.some(({ sheet }) => sheet?.facts.has(id));
      if (other) reportBelonging(id, other.list, at, "fact", findings);
      else if (isOwn) findings.report("not-of-instances", at, { name: id, list: list!, section: "facts" }, subject);
      else {
        const known = () => [...new Set(sections.flatMap((section) => [...section.facts.keys()]))].sort();
        findings.report("fact-undeclared", at, { fact: id, nearest: suggest(id, known) }, subject);
      }
    }
  }
  return supplied;
}
