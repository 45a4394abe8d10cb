/** Conditions answered again: each test from what it says it read, and the whole from its tests in three-valued logic. */
import type { Assessment, Because, FactResult, NodeResult, Truth } from "../model/assessment.js";
import type { Condition, Test } from "../model/condition.js";
import type { EventsFact, FactSheet } from "../model/fact.js";
import { type Facts, countedAmong, entriesAgain, factNamed, factsOf, printable } from "./facts.js";
import { mayBeNothing } from "./applies.js";
import { answerIndicators } from "./indicators.js";
import type { Ledger } from "./ledger.js";
import type { Named } from "./names.js";
import { wholeNumber } from "./rational.js";
import { under } from "./tables.js";
import { NUMERIC, answerTo, intervalWords, testWords } from "./tests.js";
import { type Question, inRange, joined, not, rangeOf } from "./truth.js";

/** What answers questions about facts. */
export interface Told {
  readonly facts: Facts;
  readonly inputs: FactSheet;
  readonly assessment: Assessment;
}

/** What answers the questions that an assessment was asked. */
export interface Asked extends Told, Named {
  readonly assessment: Assessment;
  /** Above each indicator the group that it stands in. */
  readonly parents: ReadonlyMap<NodeResult, NodeResult>;
  /** Whose sheet asks, where it is a sheet. */
  readonly component?: string;
  /** The group whose effects ask. */
  readonly scope?: NodeResult;
  readonly ledger: Ledger;
}

export function askedOf(assessment: Assessment, inputs: FactSheet, ledger: Ledger): Asked {
  const parents = parentsOf(assessment);
  return { assessment, inputs, facts: factsOf(assessment), nodes: nodesOf(assessment), parents, ledger };
}

/** @throws RangeError where an indicator stands in two places, or below itself. */
function parentsOf({ components }: Assessment): ReadonlyMap<NodeResult, NodeResult> {
  const parents = new Map<NodeResult, NodeResult>();
  const waiting = components.flatMap(({ root }) => root ?? []);
  const found = new Set<NodeResult>(waiting);
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const child of node.children ?? []) {
      if (found.has(child)) throw new RangeError("an indicator that stands in two places");
      found.add(child);
      parents.set(child, node);
      waiting.push(child);
    }
  }
  return parents;
}

/** By the names that conditions use: `component/id`, and the component's for its sheet. */
function nodesOf({ components }: Assessment): ReadonlyMap<string, NodeResult> {
  return new Map(components.flatMap(({ id, root }) => (root ? namedBelow(root, id, id) : [])));
}

/** A node and everything below it. */
export function namedBelow(
  node: NodeResult,
  component: string,
  key = `${component}/${node.id}`,
): readonly (readonly [string, NodeResult])[] {
  const found: (readonly [string, NodeResult])[] = [[key, node]];
  const visit = ({ children = [] }: NodeResult): void => {
    for (const child of children) {
      found.push([`${component}/${child.id}`, child]);
      visit(child);
    }
  };
  visit(node);
  return found;
}

/**
 * Goes through the tests that were written down, one for each question and in their order, and holds each against what
 * it reads. What follows from them is the answer to the whole.
 */
export function answered(
  condition: Condition,
  because: readonly Because[],
  from: number,
  path: string,
  asked: Asked,
): Truth {
  let next = from;
  return joined(condition, (question, negated) => {
    const at = next;
    next += 1;
    const entry = because[at];
    if (!entry) throw new RangeError("a test is not written down");
    const place = `${path}/${at}`;
    if (entry.redacted) return answerTaken(entry, negated, place, asked);
    const answer = under(ANSWERERS, question.kind)(question as never, entry, place, asked);
    asked.ledger.same(`${place}/test`, entry.test, negated ? { not: answer.test } : answer.test);
    asked.ledger.same(`${place}/result`, entry.result, negated ? not(answer.result) : answer.result);
    return answer.result;
  });
}

/** What it read was taken out: then so must have been the fact. */
function answerTaken({ read, value, result }: Because, negated: boolean, path: string, asked: Asked): Truth {
  if (!factNamed(read, asked.facts).read.redacted) throw new RangeError("redacted, and the fact that it read is not");
  asked.ledger.same(`${path}/value`, value, null);
  asked.ledger.take();
  return negated ? not(result) : result;
}

export interface Answer {
  readonly test: Readonly<Record<string, unknown>>;
  readonly result: Truth;
}

type Answerers = {
  readonly [K in Question["kind"]]: (
    question: Extract<Question, { kind: K }>,
    entry: Because,
    path: string,
    asked: Asked,
  ) => Answer;
};

const ANSWERERS: Answerers = {
  fact: answerFact,
  events: answerEvents,
  indicator: answerIndicators,
  any_child_of: answerIndicators,
  every_child_of: answerIndicators,
  score: answerScore,
  band: answerBand,
  vetoed: ({ is }, { value, state }, path, { assessment: { decision }, ledger }) => {
    const { vetoed = false } = decision;
    ledger.same(`${path}/value`, value, vetoed);
    ledger.same(`${path}/state`, state, vetoed === null ? "unknown" : "given");
    return { test: { is }, result: vetoed === null ? "unknown" : vetoed === is ? "true" : "false" };
  },
  eligibility: ({ is }, { value, state }, path, { assessment, ledger }) => {
    const { status } = assessment.eligibility;
    ledger.same(`${path}/value`, value, status);
    ledger.same(`${path}/state`, state, status === "undetermined" ? "unknown" : "given");
    return { test: { is }, result: status === "undetermined" ? "unknown" : status === is ? "true" : "false" };
  },
};

function answerFact(
  { fact: id, test }: Extract<Question, { kind: "fact" }>,
  { read, value, state }: Because,
  path: string,
  { facts, assessment, ledger }: Asked,
): Answer {
  const fact = readFact(id, read, value, path, facts, ledger);
  const result = factAnswer(test, fact, assessment.asOf);
  const impossible = test.op === "full_years" && fact.read.state === "given" && result === "unknown";
  ledger.same(`${path}/state`, state, impossible ? "invalid" : fact.read.state);
  return { test: testWords(test), result };
}

/** Unknown too where the value was taken out of the record: then it is only known that there was one. */
export function factAnswer(test: Test, { declared, read }: FactResult, asOf: string): Truth {
  if (read.redacted && read.state === "given" && test.op !== "missing") return "unknown";
  if (test.op === "missing") return read.state === "missing" ? "true" : read.state === "given" ? "false" : "unknown";
  return read.state === "given" ? answerTo(test, read.value, NUMERIC.has(declared.type), asOf) : "unknown";
}

function readFact(
  id: string,
  read: string,
  value: Because["value"],
  path: string,
  facts: Facts,
  ledger: Ledger,
): FactResult {
  ledger.same(`${path}/read`, read, id);
  const fact = factNamed(id, facts);
  ledger.same(`${path}/value`, value, fact.read.value);
  return fact;
}

function answerEvents(
  question: Extract<Question, { kind: "events" }>,
  { read, value, state, entries }: Because,
  path: string,
  asked: Asked,
): Answer {
  const { facts, ledger } = asked;
  const fact = readFact(question.fact, read, value, path, facts, ledger);
  ledger.same(`${path}/state`, state, fact.read.state);
  const { count, within, where } = question;
  const words = { count: intervalWords(count), ...(within && { within }), ...(where && { where }) };
  const { listed, result } = countAgain(question, asked);
  ledger.same(`${path}/entries`, entries, printable(listed));
  return { test: { ...words, ...(listed && { counted: countedAmong(listed) }) }, result };
}

/** Entries that cannot be read may count or not. */
function countAgain(
  question: Extract<Question, { kind: "events" }>,
  { facts, inputs, assessment }: Told,
): { readonly listed: ReturnType<typeof entriesAgain>; readonly result: Truth } {
  const { declared, read } = factNamed(question.fact, facts);
  const listed = entriesAgain(question, declared as EventsFact, inputs, assessment.asOf);
  if (!listed) return { listed, result: "unknown" };
  const [counted, doubtful] = [countedAmong(listed), Number(read.value) - listed.length];
  const range = { least: wholeNumber(counted), most: wholeNumber(counted + doubtful) };
  return { listed, result: inRange(question.count, range) };
}

/** Whether the answer may depend on what was taken out of the record. */
export function asksRedacted(condition: Condition, { facts }: Told): boolean {
  let asks = false;
  joined(condition, (question) => {
    if ("fact" in question && facts.get(question.fact)?.read.redacted) asks = true;
    return "true";
  });
  return asks;
}

/** The answer to a condition on facts of which nothing is written down. */
export function truthOf(condition: Condition, told: Told): Truth {
  return joined(condition, (question) => {
    switch (question.kind) {
      case "fact":
        return factAnswer(question.test, factNamed(question.fact, told.facts), told.assessment.asOf);
      case "events":
        return countAgain(question, told).result;
      default:
        throw new RangeError("a question that only facts can answer");
    }
  });
}

function answerScore(
  { interval }: Extract<Question, { kind: "score" }>,
  { value, state, result }: Because,
  path: string,
  { assessment, ledger }: Asked,
): Answer {
  const { score } = assessment;
  ledger.same(`${path}/value`, value, score.exact);
  ledger.same(`${path}/state`, state, score.exact === null ? "unknown" : "given");
  const test = intervalWords(interval);
  if (score.status === "nothing-scored") return { test, result: "false" };
  return { test, result: unlessNothing(inRange(interval, rangeOf(score.bounds)), result, assessment) };
}

function answerBand(
  { bands: wanted }: Extract<Question, { kind: "band" }>,
  { value, state, result }: Because,
  path: string,
  { assessment, ledger }: Asked,
): Answer {
  const { score, decision } = assessment;
  ledger.same(`${path}/value`, value, decision.band);
  ledger.same(`${path}/state`, state, decision.band === null ? "unknown" : "given");
  const test = wanted.length === 1 ? { is: wanted[0] } : { in: wanted };
  if (score.status === "nothing-scored") return { test, result: "false" };
  return { test, result: unlessNothing(bandAnswer(wanted, decision.bands ?? []), result, assessment) };
}

/** Where nothing at all may turn out to apply there may be no score, and the answer is open. */
function unlessNothing(answer: Truth, stated: Truth, assessment: Assessment): Truth {
  return isOpen(stated) && mayBeNothing(assessment) ? stated : answer;
}

function bandAnswer(wanted: readonly string[], possible: readonly string[]): Truth {
  if (possible.length > 0 && possible.every((band) => wanted.includes(band))) return "true";
  return possible.some((band) => wanted.includes(band)) ? "unknown" : "false";
}

function isOpen(result: Truth): boolean {
  return result === "unknown";
}
