/** Fact sheet → what is known, slot by slot: given, unknown, missing or invalid. */
import { type Day, compareDays, formatDate } from "../base/calendar.js";
import { nearest } from "../base/nearest.js";
import { pointer } from "../base/pointer.js";
import type { JudgementSlot, Known, NodeProgram, Program, Slot, SuppliedSlot } from "../compile/program.js";
import { maximumFindings } from "../messages/limit.js";
import type { Read } from "../model/assessment.js";
import type { ScoreCode } from "../model/codes.js";
import type { DiagnosticData } from "../model/diagnostic.js";
import type { FactSheet, SuppliedFact, SuppliedJudgement, SuppliedPanel } from "../model/fact.js";
import type { Findings } from "./findings.js";
import type { Selected } from "./selection.js";
import { type Found, nearestIndicators, resolveIndicator } from "./indicators.js";

/** Where a fact sheet says something: of the enterprise, or of one instance of a list. */
export interface Place {
  /** Pointer to what has the sections `facts`, `judgements` and `not_applicable`. */
  readonly path: string;
  readonly list: string | undefined;
}

/** Slots outside the selected sheets stay empty; nothing reads them. */
export function readKnown(
  program: Program,
  selected: readonly Selected[],
  factSheet: FactSheet,
  asOf: Day,
  findings: Findings,
): readonly Known[] {
  const supplied = matchFacts(program, selected, factSheet, findings);
  const judgements = matchJudgements(selected, factSheet.judgements, { path: "", list: undefined }, findings);
  const counted = (slot: number): boolean =>
    program.countedFrom.has(slot) || selected.some(({ sheet }) => sheet?.countedFrom.has(slot));
  const known: Known[] = [];
  const said: Said = { supplied, judgements, counted, closed: factSheet.closed, path: "", shared: known };
  const fill = (index: number): void => {
    known[index] ??= readSlot(program.slots[index]!, index, said, known, asOf, findings);
  };
  program.schemeSlots.forEach(fill);
  for (const { sheet } of selected) sheet?.slots.forEach(fill);
  return known;
}

/** Everything that is said of the enterprise, or of one instance. */
export interface Said {
  /** By slot. */
  readonly supplied: readonly (SuppliedFact | undefined)[];
  readonly judgements: ReadonlyMap<string, MatchedJudgement>;
  /** Whether periods are counted from what is in the slot. */
  readonly counted: (slot: number) => boolean;
  readonly closed: boolean;
  readonly path: string;
  /** What is known of the enterprise. */
  readonly shared: readonly Known[];
}

/** `known` holds the slots before this one. */
export function readSlot(
  slot: Slot,
  index: number,
  { supplied, judgements, counted, closed, path, shared }: Said,
  known: readonly Known[],
  asOf: Day,
  findings: Findings,
): Known {
  switch (slot.kind) {
    case "supplied":
      return readFact(slot, supplied[index], counted(index), closed, asOf, findings);
    case "judgement":
      return readJudgement(slot, judgements.get(slot.indicator), closed, findings);
    case "shared":
      return shared[slot.of]!;
    case "derived":
      return slot.derive(known, asOf, (code, params) => {
        const subject = { kind: "fact", id: slot.id } as const;
        findings.report(code, pointer(`${path}/facts`, slot.id), { fact: slot.id, ...params }, subject);
      });
  }
}

/** Supplied facts by slot. What no rubric of this assessment declares is a finding, and loses nothing else. */
function matchFacts(
  program: Program,
  selected: readonly Selected[],
  factSheet: FactSheet,
  findings: Findings,
): readonly (SuppliedFact | undefined)[] {
  const supplied: (SuppliedFact | undefined)[] = [];
  // A sheet that nobody knows may declare them: its name is the mistake, and it has been reported.
  const reportUndeclared = selected.some(({ misnamed }) => misnamed)
    ? undefined
    : undeclaredReporter(program, selected, findings);
  for (const fact of factSheet.facts) {
    const own = program.facts.get(fact.id);
    if (own !== undefined) supplied[own] = fact;
    let slot = own;
    for (const { sheet } of selected) {
      const inSheet = sheet?.facts.get(fact.id);
      if (inSheet === undefined) continue;
      supplied[inSheet] = fact;
      slot = inSheet;
    }
    const list = slot === undefined ? listOfFact(fact.id, selected) : undefined;
    if (list !== undefined) reportBelonging(fact.id, list, pointer("/facts", fact.id), "fact", findings);
    else if (slot === undefined) reportUndeclared?.(fact);
    // Declared alike wherever it is declared: one of the slots tells for all.
    else if (program.slots[slot]!.kind === "derived") {
      findings.report("fact-derived", fact.path, { fact: fact.id }, { kind: "fact", id: fact.id });
    }
  }
  return supplied;
}

/** The list whose instances each have such a fact. */
function listOfFact(id: string, selected: readonly Selected[]): string | undefined {
  return selected.flatMap(({ sheet }) => sheet?.lists ?? []).find(({ facts }) => facts.has(id))?.list;
}

/** What each instance has for itself is said of all of them. */
export function reportBelonging(
  name: string,
  list: string,
  path: string,
  kind: "fact" | "indicator",
  findings: Findings,
): void {
  findings.report("belongs-to-instances", path, { name, list }, { kind, id: name });
}

export type Suggest = (word: string, known: () => readonly string[]) => readonly string[];

/** Suggestions are for people: beyond as many findings as are ever shown, nobody needs more of them. */
export function suggester(): Suggest {
  let told = 0;
  return (word, known) => {
    told += 1;
    return told <= maximumFindings ? nearest(word, known()) : [];
  };
}

function undeclaredReporter(
  program: Program,
  selected: readonly Selected[],
  findings: Findings,
): (fact: SuppliedFact) => void {
  let declared: readonly string[] | undefined;
  const suggest = suggester();
  const all = (): readonly string[] =>
    (declared ??= [
      ...new Set([...program.facts.keys(), ...selected.flatMap(({ sheet }) => [...(sheet?.facts.keys() ?? [])])]),
    ].sort());
  return (fact) => {
    const params = { fact: fact.id, nearest: suggest(fact.id, all) };
    findings.report("fact-undeclared", pointer("/facts", fact.id), params, { kind: "fact", id: fact.id });
  };
}

function readFact(
  slot: SuppliedSlot,
  fact: SuppliedFact | undefined,
  countedFrom: boolean,
  closed: boolean,
  asOf: Day,
  findings: Findings,
): Known {
  if (!fact) return closed ? slot.missing : slot.unknown;
  // What cannot be used has been reported when the fact sheet was read.
  if (fact.invalid) return spoken(slot.invalid, fact);
  if (fact.state === "missing") return spoken(slot.missing, fact);
  const report = (code: ScoreCode, params: DiagnosticData, path = ""): void =>
    findings.report(code, fact.path + path, params, { kind: "fact", id: slot.id });
  const value = slot.interpret(fact.value ?? null, asOf, report);
  if (!value) return spoken(slot.invalid, fact);
  if (slot.declaration.evidence === "required" && fact.evidence.length === 0)
    report("evidence-missing", { fact: slot.id });
  if (slot.declaration.record === "required" && fact.record === undefined) report("record-missing", { fact: slot.id });
  if (countedFrom && slot.declaration.type === "date" && compareDays(value.value as Day, asOf) > 0) {
    report("date-after-as-of", { got: formatDate(value.value as Day), as_of: formatDate(asOf) });
  }
  return {
    state: value.state,
    value: value.value,
    domain: value.domain,
    reachable: value.state === "given",
    read: withAsides({ fact: slot.id, value: value.print, state: value.state, evidence: fact.evidence }, fact),
  };
}

function withAsides(read: Read, { note, record }: SuppliedFact): Read {
  if (note === undefined && record === undefined) return read;
  return { ...read, ...(note !== undefined && { note }), ...(record !== undefined && { record }) };
}

/** An open fact shares its state with all assessments, unless the fact sheet says something about it. */
function spoken(known: Known, fact: SuppliedFact): Known {
  if (fact.evidence.length === 0 && fact.note === undefined && fact.record === undefined) return known;
  return { ...known, read: withAsides({ ...known.read, evidence: fact.evidence }, fact) };
}

export interface MatchedJudgement {
  /** Two of them for one leaf: neither counts, and that has been reported. */
  readonly twice: boolean;
  readonly judgement: SuppliedJudgement | SuppliedPanel;
  readonly path: string;
}

/** Judgements by the key of their indicator. */
export function matchJudgements(
  selected: readonly Selected[],
  judgements: readonly (SuppliedJudgement | SuppliedPanel)[],
  place: Place,
  findings: Findings,
): ReadonlyMap<string, MatchedJudgement> {
  const matched = new Map<string, MatchedJudgement>();
  for (const judgement of judgements) {
    const { indicator } = judgement;
    const path = pointer(`${place.path}/judgements`, indicator);
    const found = resolveIndicator(indicator, selected);
    if (found && isJudged(found.program)) {
      if (isMisplaced(found, indicator, place, "judgements", findings)) continue;
      const { key } = found.program;
      const twice = matched.has(key);
      if (twice)
        findings.report("judgement-twice", path, { indicator }, { kind: "indicator", id: found.program.node.id });
      matched.set(key, { judgement, path, twice });
    } else if (!selected.some(({ misnamed }) => misnamed)) {
      const isMeant = (program: NodeProgram) => program.list === place.list && isJudged(program);
      const params = { indicator, nearest: nearestIndicators(indicator, selected, isMeant) };
      findings.report("judgement-unknown", path, params, { kind: "indicator", id: indicator });
    }
  }
  return matched;
}

/** Said of the enterprise what belongs to its instances, or of an instance what does not; which is then reported. */
export function isMisplaced(
  { program }: Found,
  name: string,
  { path, list }: Place,
  section: "judgements" | "not_applicable",
  findings: Findings,
): boolean {
  if (program.list === list) return false;
  const at = pointer(`${path}/${section}`, name);
  if (program.list !== undefined) reportBelonging(name, program.list, at, "indicator", findings);
  else findings.report("not-of-instances", at, { name, list: list!, section }, { kind: "indicator", id: name });
  return true;
}

function isJudged(program: NodeProgram): boolean {
  return program.kind === "leaf" && program.rule.judgement !== undefined;
}

function readJudgement(
  slot: JudgementSlot,
  matched: MatchedJudgement | undefined,
  closed: boolean,
  findings: Findings,
): Known {
  if (!matched) return closed ? slot.missing : slot.unknown;
  const { judgement, path, twice } = matched;
  const subject = { kind: "indicator", id: slot.id } as const;
  const { state, value, print } = slot.interpret(judgement, (code, params, below = "") => {
    if (!twice) findings.report(code, path + below, params, subject);
  });
  const printed = (known: Known): Known => ({ ...known, read: { ...known.read, ...print, value: null } });
  if (twice || state === "invalid") return printed(slot.invalid);
  // What has been awarded already holds the ends of the range out of reach.
  if (state === "short") return printed(closed ? slot.missing : { ...slot.unknown, reachable: false });
  return { ...slot.unknown, state, value, read: { ...slot.unknown.read, state, ...print } };
}
