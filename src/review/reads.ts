/** What a leaf stands on: every fact it reads or is asked about, what derived ones come from, and every entry that was counted. */
import { parseDate, formatDate } from "../base/calendar.js";
import { questionsIn } from "../base/condition-leaves.js";
import { factTitle, inputsOf, readText } from "../explain/facts.js";
import { judgementIn, namedRead } from "../explain/reads.js";
import type { LeafResult } from "../explain/rules.js";
import { type Telling, say, titleOf } from "../explain/telling.js";
import { daysOf } from "../explain/windows.js";
import type { EntryNote, EntryResult, Read, Step } from "../model/assessment.js";
import type { Condition, Within } from "../model/condition.js";
import type { ObjectionEntry, ObjectionExclusion, ObjectionFact } from "../model/objection.js";
import type { EventsRule, Scoring } from "../model/scoring.js";

/** Ids of facts: those of the rule, of its conditions and coefficient, and of whether it applies. */
export function factsOf(leaf: LeafResult): readonly string[] {
  const ofRule = leaf.read.filter((read) => judgementIn(read, leaf) === undefined).map(({ fact }) => fact);
  const asked = [...conditionsIn(leaf.standard), ...(leaf.terms?.appliesWhen ? [leaf.terms.appliesWhen] : [])];
  const ofConditions = asked.flatMap(questionsIn).flatMap((question) => ("fact" in question ? [question.fact] : []));
  return [...new Set([...ofRule, ...ofConditions])];
}

/** The same with all that they are derived from, each once: derivations may meet again further down. */
export function factsBeneath(leaf: LeafResult, telling: Telling): readonly string[] {
  const met = new Set<string>();
  const meet = (fact: string): void => {
    if (met.has(fact)) return;
    met.add(fact);
    inputsOf(telling.facts.get(fact)).forEach(meet);
  };
  factsOf(leaf).forEach(meet);
  return [...met];
}

/** What switches a part of a rule on or off. */
export function conditionsIn(scoring: Scoring): readonly Condition[] {
  const parts = scoring.rule === "parts" ? scoring.parts : scoring.rule === "first_of" ? scoring.of : [];
  return parts.flatMap(({ when }) => (when ? [when] : []));
}

export function factStories(leaf: LeafResult, telling: Telling): readonly ObjectionFact[] {
  const judged = leaf.read.filter((read) => judgementIn(read, leaf) !== undefined);
  const tell = (fact: string): readonly ObjectionFact[] => {
    const read = telling.reads.get(fact);
    return read ? [factStory(read, inputsOf(telling.facts.get(fact)), telling)] : [];
  };
  return [...judged.map((read) => judgementStory(read, leaf, telling)), ...factsBeneath(leaf, telling).flatMap(tell)];
}

function factStory(read: Read, from: readonly string[], telling: Telling): ObjectionFact {
  const { fact, value, state, evidence, note } = read;
  const declared = telling.facts.get(fact);
  const title = factTitle(fact, telling);
  return {
    fact,
    title,
    value,
    state,
    evidence,
    evidenceRequired: declared?.evidence === "required",
    note: note ?? null,
    owner: declared?.owner ?? null,
    from,
    text: `${title}${say(telling, "：", ": ")}${readText(read, telling)}`,
  };
}

function judgementStory(read: Read, leaf: LeafResult, telling: Telling): ObjectionFact {
  const { value, state, evidence, note, reason } = read;
  return {
    fact: leaf.id,
    title: titleOf(leaf.title, telling),
    value,
    state,
    evidence,
    evidenceRequired: false,
    note: reason ?? note ?? null,
    owner: null,
    from: [],
    text: namedRead(read, leaf, telling),
  };
}

/** Of rules that count events, and of facts that are the number of some. */
export function entriesOf(leaf: LeafResult, telling: Telling): readonly ObjectionEntry[] {
  return [
    ...ruleEntries(leaf.standard, leaf.steps, telling),
    ...factsBeneath(leaf, telling).flatMap((fact) => countedEntries(fact, telling)),
  ];
}

function ruleEntries(scoring: Scoring, steps: readonly Step[], telling: Telling): readonly ObjectionEntry[] {
  switch (scoring.rule) {
    case "events":
      return steps.filter(({ op }) => op === "event").map((step) => entryOf(step, scoring, telling));
    case "best_of":
    case "first_of":
      return steps.flatMap((step) => innerEntries(step, scoring.of, telling));
    case "parts":
      return steps.flatMap((step) => innerEntries(step, scoring.parts, telling));
    default:
      return [];
  }
}

/** The steps of a rule inside another are noted at the step that it is there. */
function innerEntries(
  { note = {} }: Step,
  rules: readonly { readonly scoring: Scoring }[],
  telling: Telling,
): readonly ObjectionEntry[] {
  const { index, steps } = note as { readonly index?: number | null; readonly steps?: readonly Step[] };
  if (typeof index !== "number" || !steps) return [];
  return ruleEntries(rules[index]!.scoring, steps, telling);
}

function entryOf({ note = {}, out }: Step, { fact, within }: EventsRule, telling: Telling): ObjectionEntry {
  const entry = note as unknown as EntryNote;
  return {
    fact,
    by: null,
    index: entry.index,
    date: entry.date,
    kind: entry.kind,
    fields: entry.fields,
    excluded: exclusionOf(entry),
    window: windowOf(within, telling),
    points: String(out),
  };
}

function exclusionOf({ excluded, line, matter, beyond }: EntryNote): ObjectionExclusion | null {
  if (excluded !== undefined) return excluded;
  if (line === null) return "no-line";
  if (matter !== undefined) return "same-matter";
  return beyond ? "too-many" : null;
}

function countedEntries(fact: string, telling: Telling): readonly ObjectionEntry[] {
  const declared = telling.facts.get(fact);
  const derive = declared && "derive" in declared ? declared.derive : undefined;
  if (derive?.kind !== "count") return [];
  const window = windowOf(derive.within, telling);
  return (telling.entries.get(fact) ?? []).map((entry: EntryResult, index) => ({
    fact: derive.fact,
    by: fact,
    index,
    date: entry.date,
    kind: entry.kind,
    fields: entry.fields,
    excluded: entry.excluded ?? null,
    window,
    points: null,
  }));
}

/** Null where no day decides, or none can count. */
function windowOf(within: Within | undefined, { asOf }: Telling): ObjectionEntry["window"] {
  const today = asOf === null ? undefined : parseDate(asOf);
  if (!within || within.kind === "own-term" || !today) return null;
  const days = daysOf(within, today);
  return days ? { first: formatDate(days[0]), last: formatDate(days[1]) } : null;
}
