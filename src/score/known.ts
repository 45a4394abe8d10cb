/** Fact sheet → what is known, slot by slot: given, unknown, missing or invalid. */
import { type Day, compareDays, formatDate } from "../base/calendar.js";
import { nearest } from "../base/nearest.js";
import { pointer } from "../base/pointer.js";
import type { JudgementSlot, Known, NodeProgram, Program, SuppliedSlot } from "../compile/program.js";
import { maximumFindings } from "../messages/limit.js";
import type { Read } from "../model/assessment.js";
import type { ScoreCode } from "../model/codes.js";
import type { DiagnosticData } from "../model/diagnostic.js";
import type { FactSheet, SuppliedFact, SuppliedJudgement, SuppliedPanel } from "../model/fact.js";
import type { Findings } from "./findings.js";
import type { Selected } from "./selection.js";
import { nearestIndicators, resolveIndicator } from "./indicators.js";

/** Slots outside the selected sheets stay empty; nothing reads them. */
export function readKnown(
  program: Program,
  selected: readonly Selected[],
  factSheet: FactSheet,
  asOf: Day,
  findings: Findings,
): readonly Known[] {
  const supplied = matchFacts(program, selected, factSheet, findings);
  const judgements = matchJudgements(selected, factSheet, findings);
  const counted = (slot: number): boolean =>
    program.countedFrom.has(slot) || selected.some(({ sheet }) => sheet?.countedFrom.has(slot));
  const known: Known[] = [];
  const fill = (index: number): void => {
    if (known[index] !== undefined) return;
    const slot = program.slots[index]!;
    switch (slot.kind) {
      case "supplied":
        known[index] = readFact(slot, supplied[index], counted(index), factSheet.closed, asOf, findings);
        break;
      case "judgement":
        known[index] = readJudgement(slot, judgements.get(slot.indicator), factSheet.closed, findings);
        break;
      case "derived":
        known[index] = slot.derive(known, asOf, (code, params) => {
          const subject = { kind: "fact", id: slot.id } as const;
          findings.report(code, pointer("/facts", slot.id), { fact: slot.id, ...params }, subject);
        });
    }
  };
  program.schemeSlots.forEach(fill);
  for (const { sheet } of selected) sheet?.slots.forEach(fill);
  return known;
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
    if (slot === undefined) reportUndeclared?.(fact);
    // Declared alike wherever it is declared: one of the slots tells for all.
    else if (program.slots[slot]!.kind === "derived") {
      findings.report("fact-derived", fact.path, { fact: fact.id }, { kind: "fact", id: fact.id });
    }
  }
  return supplied;
}

/** Suggestions are for people: beyond as many findings as are ever shown, nobody needs more of them. */
function undeclaredReporter(
  program: Program,
  selected: readonly Selected[],
  findings: Findings,
): (fact: SuppliedFact) => void {
  let declared: readonly string[] | undefined;
  let told = 0;
  return (fact) => {
    declared ??= [
      ...new Set([...program.facts.keys(), ...selected.flatMap(({ sheet }) => [...(sheet?.facts.keys() ?? [])])]),
    ].sort();
    told += 1;
    const suggestions = told <= maximumFindings ? nearest(fact.id, declared) : [];
    const params = { fact: fact.id, nearest: suggestions };
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
  if (countedFrom && slot.declaration.type === "date" && compareDays(value.value as Day, asOf) > 0) {
    report("date-after-as-of", { got: formatDate(value.value as Day), as_of: formatDate(asOf) });
  }
  return {
    state: value.state,
    value: value.value,
    domain: value.domain,
    reachable: value.state === "given",
    read: withNote({ fact: slot.id, value: value.print, state: value.state, evidence: fact.evidence }, fact),
  };
}

function withNote(read: Read, { note }: SuppliedFact): Read {
  return note === undefined ? read : { ...read, note };
}

/** An open fact shares its state with all assessments, unless the fact sheet says something about it. */
function spoken(known: Known, fact: SuppliedFact): Known {
  if (fact.evidence.length === 0 && fact.note === undefined) return known;
  return { ...known, read: withNote({ ...known.read, evidence: fact.evidence }, fact) };
}

interface MatchedJudgement {
  /** Two of them for one leaf: neither counts, and that has been reported. */
  readonly twice: boolean;
  readonly judgement: SuppliedJudgement | SuppliedPanel;
  readonly path: string;
}

function matchJudgements(
  selected: readonly Selected[],
  factSheet: FactSheet,
  findings: Findings,
): ReadonlyMap<string, MatchedJudgement> {
  const matched = new Map<string, MatchedJudgement>();
  for (const judgement of factSheet.judgements) {
    const path = pointer("/judgements", judgement.indicator);
    const found = resolveIndicator(judgement.indicator, selected);
    if (found && isJudged(found.program)) {
      const { key } = found.program;
      const twice = matched.has(key);
      if (twice)
        findings.report(
          "judgement-twice",
          path,
          { indicator: judgement.indicator },
          { kind: "indicator", id: found.program.node.id },
        );
      matched.set(key, { judgement, path, twice });
    } else if (!selected.some(({ misnamed }) => misnamed)) {
      const near = nearestIndicators(judgement.indicator, selected, isJudged);
      const params = { indicator: judgement.indicator, nearest: near };
      findings.report("judgement-unknown", path, params, { kind: "indicator", id: judgement.indicator });
    }
  }
  return matched;
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
