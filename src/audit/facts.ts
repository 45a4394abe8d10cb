/** The facts of a record: as the fact sheet gives them, as they follow from others, and as the breakdown says it read them. */
import type { Assessment, FactNote, FactResult, NodeResult, Read } from "../model/assessment.js";
import type { Derivation, EventsFact, FactSheet, Option, SuppliedFact, SuppliedValue } from "../model/fact.js";
import type { DateText } from "../model/numbers.js";
import { fullPeriods } from "./days.js";
import type { Ledger } from "./ledger.js";
import { type Rational, ONE, divide, multiply, numberOf, spelled, subtract, sum, wholeNumber } from "./rational.js";
import { NUMERIC, exclusionOf, isSame } from "./tests.js";

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
      const said = inputsOf(inputs, { list: list.list, id: entry.id });
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

/** The fact sheet as far as it speaks of one instance. */
export function inputsOf(inputs: FactSheet, { list, id }: InstanceName): FactSheet {
  const entry = inputs.instances?.find((each) => each.list === list)?.entries.find((each) => each.id === id);
  if (!entry) throw new RangeError("an instance that the fact sheet does not have");
  const { facts, judgements, notApplicable } = entry;
  return { ...inputs, facts, judgements, notApplicable };
}

interface FactList {
  readonly facts: Facts;
  readonly inputs: FactSheet;
  readonly assessment: Assessment;
  readonly path: string;
}

function checkList(
  results: readonly FactResult[],
  { facts, inputs, assessment, path: at }: FactList,
  ledger: Ledger,
): void {
  const supplied = new Map(inputs.facts.map((fact) => [fact.id, fact]));
  results.forEach((fact, i) => {
    const path = `${at}/${i}`;
    ledger.attempt(path, () => {
      const { declared, read } = fact;
      ledger.same(`${path}/read/fact`, read.fact, declared.id);
      if ("derive" in declared && declared.derive) checkDerived(fact, declared.derive, facts, assessment, path, ledger);
      else checkSupplied(declared, read, supplied.get(declared.id), inputs.closed, path, ledger);
    });
  });
}

/** What the fact sheet says, unless it cannot be used: then the record has to say so. */
function checkSupplied(
  declared: FactNote,
  read: Read,
  supplied: SuppliedFact | undefined,
  closed: boolean,
  path: string,
  ledger: Ledger,
): void {
  const { state, value } = read;
  if (!supplied) {
    ledger.same(`${path}/read/state`, state, closed ? "missing" : "unknown");
    return;
  }
  ledger.same(`${path}/read/evidence`, read.evidence, supplied.evidence);
  ledger.same(`${path}/read/note`, read.note, supplied.note);
  ledger.same(`${path}/read/record`, read.record, supplied.record);
  if (supplied.state === "missing" || state !== "given") {
    ledger.same(`${path}/read/state`, state, supplied.state === "missing" && !supplied.invalid ? "missing" : "invalid");
    ledger.same(`${path}/read/value`, isValueless(read, declared), true);
    return;
  }
  const given = supplied.value ?? null;
  if (declared.type === "events") ledger.same(`${path}/read/value`, value, Array.isArray(given) ? given.length : null);
  else if (declared.type === "choices")
    ledger.same(`${path}/read/value`, value, held(declared.options, Array.isArray(given) ? given : [given]));
  else if (declared.type === "integer" || declared.type === "decimal")
    ledger.same(`${path}/read/value`, value, spelled(numberOf(String(given))));
  else ledger.same(`${path}/read/value`, value, given);
}

/** A set has no order of its own: that of the declaration. */
function held(options: readonly Option[], given: readonly SuppliedValue[]): readonly string[] {
  return options.map(({ id }) => id).filter((id) => given.includes(id));
}

/** A list of which some entries cannot be read still has a length. */
function isValueless({ value }: Read, { type }: FactNote): boolean {
  return value === null || (type === "events" && typeof value === "number");
}

function checkDerived(
  { read, entries = [] }: FactResult,
  derive: Derivation,
  facts: Facts,
  { asOf }: Assessment,
  path: string,
  ledger: Ledger,
): void {
  if (read.state !== "given") {
    ledger.same(`${path}/read/value`, read.value, null);
    ledger.take();
    return;
  }
  if (derive.kind === "count") {
    const fact = facts.get(derive.fact)!.declared as EventsFact;
    const follow = entries.map((entry) => exclusionOf(entry, derive, fact, asOf));
    entries.forEach(({ excluded }, i) => ledger.same(`${path}/entries/${i}/excluded`, excluded, follow[i]));
    ledger.same(`${path}/read/value`, read.value, String(follow.filter((each) => each === undefined).length));
    return;
  }
  ledger.same(`${path}/read/value`, read.value, spelled(derived(derive, facts, asOf)));
}

/** @throws RangeError where a fact that is needed has no number, which is reported as it stands. */
function derived(derive: Exclude<Derivation, { kind: "count" }>, facts: Facts, asOf: DateText): Rational {
  const number = (fact: string): Rational => numberOf(String(facts.get(fact)?.read.value));
  switch (derive.kind) {
    case "full_years_since":
    case "full_months_since": {
      const unit = derive.kind === "full_years_since" ? "years" : "months";
      const count = fullPeriods(String(facts.get(derive.fact)?.read.value), asOf, unit);
      if (count === undefined) throw new RangeError("counted from a day that is still to come");
      return wholeNumber(count);
    }
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

/** A value of the fact sheet, as a list of events prints it. */
export function isPrinted(given: SuppliedValue | undefined, printed: string | boolean, type: string): boolean {
  return isSame(printed, given, NUMERIC.has(type));
}
