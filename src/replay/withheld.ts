/** What is personal in a record, and the parts of it without that. */
import { pointer } from "../base/pointer.js";
import { inputsOf } from "../compile/uses.js";
import { isObject } from "../messages/misuse.js";
import { redactedText } from "../messages/redacted.js";
import type { Assessment, FactNote, Finding } from "../model/assessment.js";
import type { SuppliedFact } from "../model/fact.js";
import type { RecordedInputs } from "../model/record.js";

export interface Withheld {
  /** Declared personal, or derived from one that is: told in the assessment too. */
  readonly declared: ReadonlySet<string>;
  /** And what nobody declares: it may be one of them misspelt, and stands in the inputs alone. */
  readonly supplied: ReadonlySet<string>;
}

/** A fact means one thing in a scheme, also where each instance has it for itself. */
export function withheldIds({ facts, instances = [] }: Assessment, inputs: RecordedInputs): Withheld {
  const notes = [...facts.map(({ declared }) => declared), ...instances.flatMap((list) => list.declared)];
  const declared = new Set(notes.filter(({ personal }) => personal).map(({ id }) => id));
  const follows = (note: FactNote): boolean =>
    "derive" in note && note.derive !== undefined && inputsOf(note.derive).some((id) => declared.has(id));
  for (let size = -1; size < declared.size;) {
    size = declared.size;
    for (const note of notes) if (follows(note)) declared.add(note.id);
  }
  const known = new Set(notes.map(({ id }) => id));
  const strange = suppliedFacts(inputs).flatMap(({ fact }) => (known.has(fact.id) ? [] : [fact.id]));
  return { declared, supplied: new Set([...declared, ...strange]) };
}

export interface SuppliedPlace {
  /** RFC 6901 pointer into the record. */
  readonly path: string;
  readonly fact: SuppliedFact;
}

export function withheldFacts(inputs: RecordedInputs, { supplied }: Withheld): readonly SuppliedPlace[] {
  return suppliedFacts(inputs).filter(({ fact }) => supplied.has(fact.id));
}

/** Of the enterprise, then of every instance. */
function suppliedFacts({ facts, instances = [] }: RecordedInputs): readonly SuppliedPlace[] {
  const own = facts.map((fact, i) => ({ path: `/inputs/facts/${i}`, fact }));
  const theirs = instances.flatMap(({ entries }, i) =>
    entries.flatMap((entry, k) =>
      entry.facts.map((fact, m) => ({ path: `/inputs/instances/${i}/entries/${k}/facts/${m}`, fact })),
    ),
  );
  return [...own, ...theirs];
}

export function inputsWithout(inputs: RecordedInputs, ids: Withheld): RecordedInputs {
  const without = (facts: readonly SuppliedFact[]): readonly SuppliedFact[] =>
    facts.map((fact) => (ids.supplied.has(fact.id) ? emptied(fact) : fact));
  const { instances, problems } = inputs;
  return {
    ...inputs,
    facts: without(inputs.facts),
    ...(instances && {
      instances: instances.map((list) => ({
        ...list,
        entries: list.entries.map((entry) => ({ ...entry, facts: without(entry.facts) })),
      })),
    }),
    ...(problems && { problems: findingsWithout(problems, inputs, ids) }),
  };
}

function emptied({ id, state, invalid, path }: SuppliedFact): SuppliedFact {
  return { id, state, ...(invalid && { invalid }), path, evidence: [], redacted: true };
}

export function assessmentWithout(assessment: Assessment, inputs: RecordedInputs, ids: Withheld): Assessment {
  const { findings, ...parts } = withoutIn(assessment, ids.declared) as Assessment;
  return { ...parts, findings: findingsWithout(findings, inputs, ids) };
}

/** A finding quotes what it is about, and its path may end in words of the fact sheet. */
function findingsWithout(findings: readonly Finding[], inputs: RecordedInputs, ids: Withheld): readonly Finding[] {
  const places = withheldFacts(inputs, ids).map(({ fact: { id, path } }) => {
    const wrapped = `${pointer("", id)}/value`;
    return path.endsWith(wrapped) ? path.slice(0, -"/value".length) : path;
  });
  const told = findings.map((finding): Finding => {
    const { code, severity, path, subject } = finding;
    const place = places.find((each) => path === each || path.startsWith(`${each}/`));
    const isAbout = subject?.kind === "fact" && ids.supplied.has(subject.id);
    if (place === undefined && !isAbout) return finding;
    return { code, severity, message: redactedText, path: place ?? path, ...(subject && { subject }) };
  });
  return told.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.code < b.code ? -1 : 1));
}

type Fields = Readonly<Record<string, unknown>>;

/** What stands behind these keys is the rubric's. */
const OF_RUBRIC: ReadonlySet<string> = new Set(["scheme", "declared", "standard", "asks", "appliesWhen", "terms"]);

/** Wherever in the assessment it stands: a place that is added one day is not forgotten. */
function withoutIn(value: unknown, ids: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => withoutIn(entry, ids));
  if (!isObject(value)) return value;
  const isJudged = isObject(value["standard"]) && JUDGED.has(value["standard"]["rule"]);
  const entries = Object.entries(value).map(([key, part]): [string, unknown] => {
    if (OF_RUBRIC.has(key)) return [key, part];
    // What assessors say of an indicator is under its id, which a fact may have as well.
    if (key === "read" && isJudged && Array.isArray(part))
      return [key, [part[0], ...(withoutIn(part.slice(1), ids) as unknown[])]];
    return [key, withoutIn(part, ids)];
  });
  return emptiedNode(emptiedTest(emptiedRead(Object.fromEntries(entries), ids), ids), ids, isJudged);
}

const JUDGED: ReadonlySet<unknown> = new Set(["judged", "panel"]);

/** A fact as somebody read it, and of a derived count the entries beside it. Keys keep their order. */
function emptiedRead(value: Fields, ids: ReadonlySet<string>): Fields {
  const { fact, state, evidence, read, note, record } = value;
  if (isObject(read) && read["redacted"] === true) {
    const { entries: _entries, ...others } = value;
    return others;
  }
  if (typeof fact !== "string" || !ids.has(fact) || !Array.isArray(evidence)) return value;
  const isBare = value["value"] === null && evidence.length === 0 && note === undefined && record === undefined;
  if (isBare) return value;
  return { fact, value: null, state, evidence: [], redacted: true };
}

/** One test of a condition. The engine's own words may be names of facts too: then it is one too many that goes. */
function emptiedTest(value: Fields, ids: ReadonlySet<string>): Fields {
  const { entries, ...others } = value;
  const { read, test } = others;
  if (typeof read !== "string" || !ids.has(read) || !isObject(test)) return value;
  if (others["value"] === null && entries === undefined) return value;
  return { ...others, value: null, test: uncounted(test), redacted: true };
}

/** How many entries it found stands in a test, also below a `not`. */
function uncounted({ counted: _counted, ...test }: Fields): Fields {
  const { not } = test;
  return isObject(not) ? { ...test, not: uncounted(not) } : test;
}

/** An indicator: its steps quote what it read, and the weight of an instance is the value that it read. */
function emptiedNode(value: Fields, ids: ReadonlySet<string>, isJudged: boolean): Fields {
  const { weight: _weight, ...others } = value;
  const { read, steps, each, instance } = others;
  if (!Array.isArray(read) || !Array.isArray(steps)) return value;
  const reads = (isJudged ? read.slice(1) : read) as readonly Fields[];
  const isTold = reads.some(({ redacted }) => redacted === true);
  const isWeighed = isObject(each) && ids.has(String(each["weightBy"]));
  if (!isTold && !isWeighed) return value;
  const own = isTold && instance !== undefined ? others : value;
  return tellsValue(steps as readonly Fields[]) ? { ...own, steps: [], redacted: true } : own;
}

/** Not where nothing was read for it: what does not apply, and a group in which nothing does. */
function tellsValue(steps: readonly Fields[]): boolean {
  const [first, ...more] = steps;
  if (first === undefined || first["op"] === "not-applicable") return false;
  return more.length > 0 || first["op"] !== "sum" || !Array.isArray(first["in"]) || first["in"].length > 0;
}
