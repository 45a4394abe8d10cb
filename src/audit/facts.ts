/** The facts of a record: as the fact sheet gives them, as they follow from others, and as the breakdown says it read them. */
import type {
  Assessment,
  EntryResult,
  FactNote,
  FactResult,
  FactState,
  NodeResult,
  Read,
} from "../model/assessment.js";
import type { FieldCondition, Within } from "../model/condition.js";
import type { Derivation, EventsFact, FactSheet, NumberFact, SuppliedFact } from "../model/fact.js";
import type { DateText } from "../model/numbers.js";
import { fullPeriods } from "./days.js";
import type { Ledger } from "./ledger.js";
import { type Rational, ONE, divide, multiply, numberOf, spelled, subtract, sum, wholeNumber } from "./rational.js";
import { printedAs, printedEntries } from "./supplied.js";
import { exclusionOf, isInside } from "./tests.js";

export type Facts = ReadonlyMap<string, FactResult>;

/** Each by its id. */
export function factsOf({ facts }: Assessment): Facts {
  return new Map(facts.map((fact) => [fact.declared.id, fact]));
}

export function checkFacts(assessment: Assessment, inputs: FactSheet, ledger: Ledger): void {
  checkList(assessment.facts, { facts: factsOf(assessment), inputs, assessment, path: "/assessment/facts" }, ledger);
  assessment.instances?.forEach((list, i) => {
    const given = inputs.instances?.find((each) => each.list === list.list);
    const state = given ? (given.invalid ? "invalid" : "given") : inputs.closed ? "missing" : "unknown";
    ledger.same(`/assessment/instances/${i}/state`, list.state, state);
    // One that is left out would not be scored.
    const ids = state === "given" ? idsOf(given!.entries) : [];
    ledger.same(`/assessment/instances/${i}/entries`, idsOf(list.entries), ids);
    list.entries.forEach((entry, k) => {
      const own = instanceFacts(assessment, { list: list.list, id: entry.id });
      const facts = new Map([...factsOf(assessment), ...own]);
      const path = `/assessment/instances/${i}/entries/${k}/facts`;
      const said = inputsOf(inputs, { list: list.list, id: entry.id }, own);
      checkList([...own.values()], { facts, inputs: said, assessment, path }, ledger);
    });
  });
}

function idsOf(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map(({ id }) => id);
}

/** One entry of a list of instances. */
export type InstanceName = NonNullable<NodeResult["instance"]>;

/** What an instance has for itself; what it is not asked is that of the enterprise. */
export function instanceFacts({ instances = [] }: Assessment, { list: name, id }: InstanceName): Facts {
  const list = instances.find((each) => each.list === name);
  const entry = list?.entries.find((each) => each.id === id);
  if (!list || !entry) throw new RangeError("an instance that is not in its list");
  return new Map(list.declared.map((declared, i) => [declared.id, { declared, ...entry.facts[i]! }]));
}

/** What the fact sheet says of one instance, and of the enterprise what an instance is not asked. */
export function inputsOf(inputs: FactSheet, { list, id }: InstanceName, own: Facts): FactSheet {
  const entry = inputs.instances?.find((each) => each.list === list)?.entries.find((each) => each.id === id);
  if (!entry) throw new RangeError("an instance that the fact sheet does not have");
  const { judgements, notApplicable } = entry;
  const facts = [
    ...entry.facts.filter((fact) => own.has(fact.id)),
    ...inputs.facts.filter((fact) => !own.has(fact.id)),
  ];
  return { ...inputs, facts, judgements, notApplicable };
}

interface FactList {
  readonly facts: Facts;
  readonly inputs: FactSheet;
  readonly assessment: Assessment;
  readonly path: string;
}

function checkList(results: readonly FactResult[], list: FactList, ledger: Ledger): void {
  const { inputs, path: at } = list;
  const supplied = new Map(inputs.facts.map((fact) => [fact.id, fact]));
  results.forEach((fact, i) => {
    const path = `${at}/${i}`;
    ledger.attempt(path, () => {
      const { declared, read } = fact;
      if ("derive" in declared && declared.derive) checkDerived(fact, declared.derive, list, path, ledger);
      else checkSupplied(declared, read, supplied.get(declared.id), inputs.closed, path, ledger);
    });
  });
}

/** What the fact sheet says, or that it cannot be used. */
function checkSupplied(
  declared: FactNote,
  read: Read,
  supplied: SuppliedFact | undefined,
  closed: boolean,
  path: string,
  ledger: Ledger,
): void {
  if (read.redacted) {
    checkRedacted(declared, read, supplied, closed, path, ledger);
    return;
  }
  const { evidence = [], note, record } = supplied ?? {};
  const aside = { evidence, ...(note !== undefined && { note }), ...(record !== undefined && { record }) };
  ledger.same(`${path}/read`, read, { fact: declared.id, ...statedBy(declared, supplied, closed), ...aside });
}

/** What was taken out of the fact sheet cannot be read again; whether it could be used is taken as it stands. */
function checkRedacted(
  declared: FactNote,
  read: Read,
  supplied: SuppliedFact | undefined,
  closed: boolean,
  path: string,
  ledger: Ledger,
): void {
  if (supplied && !supplied.redacted) throw new RangeError("redacted, and the fact sheet has it");
  const stated = statedBy(declared, supplied, closed).state;
  const isTaken = supplied?.state === "given" && !supplied.invalid;
  const state = isTaken ? (read.state === "invalid" ? "invalid" : "given") : stated;
  if (isTaken) ledger.take();
  ledger.same(`${path}/read`, read, { fact: declared.id, value: null, state, evidence: [], redacted: true });
}

function statedBy(
  declared: FactNote,
  supplied: SuppliedFact | undefined,
  closed: boolean,
): Pick<Read, "state" | "value"> {
  if (!supplied) return { state: closed ? "missing" : "unknown", value: null };
  if (supplied.invalid) return { state: "invalid", value: null };
  return supplied.state === "missing" ? { state: "missing", value: null } : printedAs(declared, supplied.value ?? null);
}

function checkDerived(
  { declared, read, entries }: FactResult,
  derive: Derivation,
  { facts, inputs, assessment: { asOf } }: FactList,
  path: string,
  ledger: Ledger,
): void {
  const sources = sourcesOf(derive).map((id) => factNamed(id, facts).read);
  const isRedacted = sources.some(({ redacted }) => redacted);
  if (read.redacted && !isRedacted) throw new RangeError("redacted, and nothing that it follows from is");
  if (isRedacted) {
    ledger.take();
    ledger.same(`${path}/read/value`, read.value, null);
    return;
  }
  if (derive.kind === "count") {
    const fact = factNamed(derive.fact, facts).declared as EventsFact;
    const listed = entriesAgain(derive, fact, inputs, asOf);
    ledger.same(`${path}/entries`, entries, printable(listed));
  }
  const follows = derivedAgain(derive, sources, { facts, inputs, asOf });
  const isRefused =
    follows.value !== null && (isLong(follows.value) || !isInside((declared as NumberFact).range, follows.value));
  const state = isRefused ? "invalid" : follows.state;
  const value = state === "given" ? spelled(follows.value!) : null;
  ledger.same(`${path}/read`, read, { fact: declared.id, value, state, evidence: [] });
}

function sourcesOf(derive: Derivation): readonly string[] {
  switch (derive.kind) {
    case "sum":
      return derive.terms.map(({ fact }) => fact);
    case "difference":
      return [derive.minuend, derive.subtrahend];
    case "mean":
      return derive.facts;
    case "ratio":
      return [derive.numerator, derive.denominator];
    default:
      return [derive.fact];
  }
}

interface Derived {
  readonly state: FactState;
  readonly value: Rational | null;
}

/** Missing is final and wins; then what is wrong; then what may still come. */
const WORST_FIRST = ["missing", "invalid", "unknown"] as const;

function derivedAgain(derive: Derivation, sources: readonly Read[], asked: Deriving): Derived {
  const { facts, inputs, asOf } = asked;
  const open = (state: FactState): Derived => ({ state, value: null });
  if (derive.kind === "ratio") {
    const [, { state, value }] = sources as readonly [Read, Read];
    const isZero = state === "given" && numberOf(String(value)).n === 0n;
    if (isZero && derive.ifZero === "missing") return open("missing");
  }
  const worst = WORST_FIRST.find((state) => sources.some((source) => source.state === state));
  if (worst) return open(worst);
  if (derive.kind === "full_years_since" || derive.kind === "full_months_since") {
    const unit = derive.kind === "full_years_since" ? "years" : "months";
    const count = fullPeriods(String(sources[0]!.value), asOf, unit);
    // Counted from a day that is still to come.
    return count === undefined ? open("invalid") : { state: "given", value: wholeNumber(count) };
  }
  if (derive.kind === "count") {
    const listed = entriesAgain(derive, factNamed(derive.fact, facts).declared as EventsFact, inputs, asOf)!;
    return { state: "given", value: wholeNumber(countedAmong(listed)) };
  }
  return { state: "given", value: derived(derive, facts) };
}

interface Deriving {
  readonly facts: Facts;
  readonly inputs: FactSheet;
  readonly asOf: DateText;
}

/** From here on a number that is derived is too long to be reckoned with: some 1200 digits. */
const LONG = 2n ** 4096n;

function isLong({ n, d }: Rational): boolean {
  return n >= LONG || -n >= LONG || d >= LONG;
}

type Reckoned = Exclude<Derivation, { kind: "count" | "full_years_since" | "full_months_since" }>;

/** @throws RangeError where a fact that is needed has no number, which is reported as it stands. */
function derived(derive: Reckoned, facts: Facts): Rational {
  const number = (fact: string): Rational => numberOf(String(factNamed(fact, facts).read.value));
  switch (derive.kind) {
    case "sum":
      return sum(derive.terms.map(({ fact, times }) => multiply(number(fact), numberOf(times))));
    case "difference":
      return subtract(number(derive.minuend), number(derive.subtrahend));
    case "mean":
      return divide(sum(derive.facts.map(number)), wholeNumber(derive.facts.length));
    case "ratio": {
      const divisor = number(derive.denominator);
      if (divisor.n === 0n) return numberOf(derive.ifZero ?? "");
      const scale = derive.percent ? wholeNumber(100) : ONE;
      return divide(multiply(number(derive.numerator), scale), divisor);
    }
  }
}

/** What somebody read is what the list of facts says: only there is it held against the fact sheet. */
export function checkRead(read: Read, facts: Facts, path: string, ledger: Ledger): void {
  ledger.attempt(path, () => ledger.same(path, read, factNamed(read.fact, facts).read));
}

/** @throws RangeError where the list of facts does not have it. */
export function factNamed(id: string, facts: Facts): FactResult {
  const fact = facts.get(id);
  if (!fact) throw new RangeError("a fact that is not in the list of facts");
  return fact;
}

/** What a question about the entries of a list asks. */
interface Counting {
  readonly fact: string;
  readonly within?: Within;
  readonly where?: FieldCondition;
}

/** Those entries of the fact sheet that can be read, each with why it does not count; undefined where there is no list. */
export function entriesAgain(
  question: Counting,
  fact: EventsFact,
  inputs: FactSheet,
  asOf: DateText,
): readonly EntryResult[] | undefined {
  const supplied = suppliedOf(question.fact, inputs);
  if (!supplied || supplied.invalid || supplied.state === "missing") return undefined;
  return printedEntries(supplied.value, fact)?.flatMap((entry) => {
    if (!entry) return [];
    const excluded = exclusionOf(entry, question, fact, asOf);
    return [{ ...entry, ...(excluded && { excluded }) }];
  });
}

/** Of an empty list nothing is printed. */
export function printable(entries: readonly EntryResult[] | undefined): readonly EntryResult[] | undefined {
  return entries && entries.length > 0 ? entries : undefined;
}

export function countedAmong(entries: readonly EntryResult[]): number {
  return entries.filter(({ excluded }) => excluded === undefined).length;
}

export function suppliedOf(id: string, { facts }: FactSheet): SuppliedFact | undefined {
  return facts.find((fact) => fact.id === id);
}
