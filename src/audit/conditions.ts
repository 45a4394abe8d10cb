/** Conditions answered again: each test from what it says it read, and the whole from its tests in three-valued logic. */
import type { Assessment, Because, Bounds, FactResult, IndicatorRead, NodeResult, Truth } from "../model/assessment.js";
import type { Condition, IndicatorQuestion, Test } from "../model/condition.js";
import type { EventsFact } from "../model/fact.js";
import type { Interval } from "../model/numbers.js";
import { type Facts, factNamed, factsOf } from "./facts.js";
import type { Ledger } from "./ledger.js";
import { type Rational, compare, divide, equal, multiply, numberOf, spelled, wholeNumber } from "./rational.js";
import { NUMERIC, answerTo, exclusionOf, intervalWords, testWords } from "./tests.js";

/** A part of a condition that asks something by itself; of a fact each test is one. */
export type Question =
  | { readonly kind: "fact"; readonly fact: string; readonly test: Test }
  | Exclude<Condition, { kind: "all" | "any" | "not" | "at_least_n" | "fact" }>;

/** Joined in the order in which the questions stand, every one of them answered. */
export function joined(
  condition: Condition,
  answer: (question: Question, negated: boolean) => Truth,
  negated = false,
): Truth {
  const part = (each: Condition): Truth => joined(each, answer, negated);
  switch (condition.kind) {
    case "all":
      return allOf(condition.of.map(part));
    case "any":
      return not(allOf(condition.of.map((each) => not(part(each)))));
    case "not":
      return not(joined(condition.of, answer, !negated));
    case "at_least_n":
      return atLeast(condition.n, condition.of.map(part));
    case "fact":
      return allOf(condition.tests.map((test) => answer({ kind: "fact", fact: condition.fact, test }, negated)));
    default:
      return answer(condition, negated);
  }
}

export function allOf(answers: readonly Truth[]): Truth {
  return answers.includes("false") ? "false" : answers.includes("unknown") ? "unknown" : "true";
}

export function not(truth: Truth): Truth {
  return truth === "unknown" ? truth : truth === "true" ? "false" : "true";
}

function atLeast(n: number, answers: readonly Truth[]): Truth {
  const yes = answers.filter((each) => each === "true").length;
  const open = answers.filter((each) => each === "unknown").length;
  return yes >= n ? "true" : yes + open >= n ? "unknown" : "false";
}

/** What answers the questions that an assessment was asked. */
export interface Asked {
  readonly assessment: Assessment;
  readonly facts: Facts;
  readonly nodes: ReadonlyMap<string, NodeResult>;
  readonly ledger: Ledger;
}

export function askedOf(assessment: Assessment, ledger: Ledger): Asked {
  return { assessment, facts: factsOf(assessment), nodes: nodesOf(assessment), ledger };
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
  return [[key, node], ...(node.children ?? []).flatMap((child) => namedBelow(child, component))];
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
    const answer = ANSWERERS[question.kind](question as never, entry, place, asked);
    asked.ledger.same(`${place}/test`, entry.test, negated ? { not: answer.test } : answer.test);
    asked.ledger.same(`${place}/result`, entry.result, negated ? not(answer.result) : answer.result);
    return answer.result;
  });
}

/** How many tests a condition writes down. */
export function countTests(condition: Condition): number {
  let count = 0;
  joined(condition, () => {
    count += 1;
    return "true";
  });
  return count;
}

interface Answer {
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
  vetoed: ({ is }, { value }, path, { assessment: { decision }, ledger }) => {
    const { vetoed = false } = decision;
    ledger.same(`${path}/value`, value, vetoed);
    return { test: { is }, result: vetoed === null ? "unknown" : vetoed === is ? "true" : "false" };
  },
  eligibility: ({ is }, { value }, path, { assessment, ledger }) => {
    const { status } = assessment.eligibility;
    ledger.same(`${path}/value`, value, status);
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

export function factAnswer(test: Test, { declared, read }: FactResult, asOf: string): Truth {
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
  { read, value, test, entries = [] }: Because,
  path: string,
  { facts, assessment, ledger }: Asked,
): Answer {
  const fact = readFact(question.fact, read, value, path, facts, ledger);
  const { count, within, where } = question;
  const words = { count: intervalWords(count), ...(within && { within }), ...(where && { where }) };
  const length = fact.read.value;
  if (typeof length !== "number") return { test: words, result: "unknown" };
  const excluded = entries.map((entry) => exclusionOf(entry, question, fact.declared as EventsFact, assessment.asOf));
  entries.forEach((entry, i) => ledger.same(`${path}/entries/${i}/excluded`, entry.excluded, excluded[i]));
  const counted = excluded.filter((each) => each === undefined).length;
  // Entries that cannot be read may count or not.
  const range = { least: wholeNumber(counted), most: wholeNumber(counted + length - entries.length) };
  const key = "not" in test ? (test["not"] as Answer["test"]) : test;
  return { test: { ...words, ...("counted" in key && { counted }) }, result: inRange(count, range) };
}

/** Numbers between two ends, which are among them unless it says so; null where there is no end. */
export interface Range {
  readonly least: Rational | null;
  readonly most: Rational | null;
  readonly isOpen?: boolean;
}

export function rangeOf({ least, most }: Pick<Bounds, "least" | "most">): Range {
  return { least: least === null ? null : numberOf(least), most: most === null ? null : numberOf(most) };
}

/** Whether all numbers of a range lie in the interval, none, or some. */
export function inRange({ low, high }: Interval, range: Range): Truth {
  const above = low ? isAbove(range, numberOf(low.value), low.inclusive) : "true";
  // What is at most so much is what is not above it.
  const below = high ? not(isAbove(range, numberOf(high.value), !high.inclusive)) : "true";
  return allOf([above, below]);
}

function isAbove({ least, most, isOpen = false }: Range, edge: Rational, inclusive: boolean): Truth {
  const from = least === null ? -1 : compare(least, edge);
  if (from > 0 || (from === 0 && (inclusive || isOpen))) return "true";
  const to = most === null ? 1 : compare(most, edge);
  return to < 0 || (to === 0 && (!inclusive || isOpen)) ? "false" : "unknown";
}

const WORDS: Readonly<Record<IndicatorQuestion, string>> = {
  indicator: "points",
  any_child_of: "any_child",
  every_child_of: "every_child",
};

function answerIndicators(
  { kind, points }: Extract<Question, { kind: IndicatorQuestion }>,
  { read, state, indicators = [] }: Because,
  path: string,
  { nodes, assessment, ledger }: Asked,
): Answer {
  const test = { [WORDS[kind]]: intervalWords(points) };
  const [component] = read.split("/");
  const isNamed = assessment.components.some(({ id, root }) => id === component && root !== null);
  ledger.same(`${path}/state`, state === "given" || state === "unknown", true);
  if (!isNamed) return { test, result: "unknown" };
  const node = nodes.get(read);
  const about = node === undefined ? [] : kind === "indicator" ? [node] : (node.children ?? []);
  // A sheet that has no such indicator is asked about something that does not apply.
  if (node !== undefined) ledger.same(`${path}/indicators/length`, indicators.length, about.length);
  indicators.forEach((each, i) => checkIndicator(each, about[i], points, `${path}/indicators/${i}`, ledger));
  const asked = indicators.map(({ applies, meets }) => ({ applies, meets: meets ?? "false" }));
  if (kind !== "every_child_of") return { test, result: someMeet(asked) };
  return { test, result: not(someMeet(asked.map(({ applies, meets }) => ({ applies, meets: not(meets) })))) };
}

function checkIndicator(
  read: IndicatorRead,
  node: NodeResult | undefined,
  asked: Interval,
  path: string,
  ledger: Ledger,
): void {
  const { bounds, meets } = read;
  ledger.same(`${path}/meets`, meets, bounds && inRange(asked, rangeOf(bounds)));
  if (!node) return;
  ledger.same(`${path}/points`, read.points, node.points);
  if (node.status === "not-applicable") ledger.same(`${path}/applies`, read.applies, "no");
  if (!node.awarded || !bounds) return;
  const [points, available] = [numberOf(node.points), numberOf(node.available!)];
  const awarded = numberOf(node.awarded.exact);
  const scaled = points.n === 0n || equal(points, available) ? awarded : divide(multiply(awarded, points), available);
  ledger.same(`${path}/bounds/least`, bounds.least, spelled(scaled));
  ledger.same(`${path}/bounds/most`, bounds.most, spelled(scaled));
}

/** What does not apply has no points, and meets nothing. */
function someMeet(asked: readonly { readonly applies: IndicatorRead["applies"]; readonly meets: Truth }[]): Truth {
  const answers = asked
    .filter(({ applies }) => applies !== "no")
    .map(({ applies, meets }) => (applies === "open" && meets === "true" ? "unknown" : meets));
  return answers.includes("true") ? "true" : answers.includes("unknown") ? "unknown" : "false";
}

function answerScore(
  { interval }: Extract<Question, { kind: "score" }>,
  { value, result }: Because,
  path: string,
  { assessment: { score }, ledger }: Asked,
): Answer {
  ledger.same(`${path}/value`, value, score.exact);
  const test = intervalWords(interval);
  if (score.status === "nothing-scored") return { test, result: "false" };
  // Where nothing at all may turn out to apply there may be no score, and the answer is open.
  if (score.status === "open" && isOpen(result)) return { test, result: "unknown" };
  return { test, result: inRange(interval, rangeOf(score.bounds)) };
}

function answerBand(
  { bands: wanted }: Extract<Question, { kind: "band" }>,
  { value, result }: Because,
  path: string,
  { assessment: { score, decision }, ledger }: Asked,
): Answer {
  ledger.same(`${path}/value`, value, decision.band);
  const test = wanted.length === 1 ? { is: wanted[0] } : { in: wanted };
  if (score.status === "nothing-scored") return { test, result: "false" };
  // Where nothing at all may turn out to apply there may be no score, and the answer is open.
  if (score.status === "open" && isOpen(result)) {
    ledger.take();
    return { test, result: "unknown" };
  }
  return { test, result: bandAnswer(wanted, decision.bands ?? []) };
}

function bandAnswer(wanted: readonly string[], possible: readonly string[]): Truth {
  if (possible.length > 0 && possible.every((band) => wanted.includes(band))) return "true";
  return possible.some((band) => wanted.includes(band)) ? "unknown" : "false";
}

function isOpen(result: Truth): boolean {
  return result === "unknown";
}
