/** Derived facts: computed from other facts, with what they may still be while those are open. */
import {
  type Amount,
  type Factor,
  amount,
  factor,
  formatAmount,
  order,
  plus,
  times,
  timesOver,
  wholeAmount,
} from "../base/amount.js";
import { type Day, fullPeriods } from "../base/calendar.js";
import { ONE, divide, exact } from "../base/exact.js";
import type { FactState } from "../model/assessment.js";
import type { Derivation, EventsFact, NumberFact } from "../model/fact.js";
import type { DecimalText } from "../model/numbers.js";
import {
  domainOf,
  endsReached,
  holds,
  intersect,
  isEmptyDomain,
  join,
  mapDomain,
  plusDomain,
  pointDomain,
} from "./domain.js";
import { entriesOf } from "./entries.js";
import { bindExclusion, mayBeEmpty } from "./events.js";
import type { DerivedSlot, Domain, Events, Known, Report } from "./program.js";

export interface Inputs {
  /** Slot of a fact that the derivation names. */
  readonly slot: (fact: string) => number;
  readonly events: (fact: string) => EventsFact;
  /** What the numbers of a slot may be, nothing being known. */
  readonly domain: (slot: number) => Domain;
}

export interface BoundDerivation {
  readonly inputs: readonly number[];
  readonly derive: (known: readonly Known[], asOf: Day, report: Report) => Derived;
  /** All inputs open. */
  readonly domain: Domain;
  readonly entries?: DerivedSlot["entries"];
}

/** Given with a value, or open with a domain. */
export interface Derived {
  readonly state: FactState;
  readonly value: Amount | null;
  readonly domain: Domain;
  /** Whether every value of the domain can come about. */
  readonly reachable: boolean;
}

export function bindDerivation(fact: NumberFact, derivation: Derivation, inputs: Inputs): BoundDerivation {
  const whole = fact.type === "integer";
  const range = domainOf(fact.range, whole);
  const { slots, compute, settled, domainOfOpen, reaches, entries } = bindKind(derivation, inputs, whole);
  const staticDomain = clip(domainOfOpen(slots.map((slot) => inputs.domain(slot))), range);
  const open = { value: null, domain: staticDomain, reachable: false } as const;
  return {
    inputs: slots,
    domain: staticDomain,
    ...(entries && { entries }),
    derive: (known, asOf, report) => {
      const states = slots.map((slot) => known[slot]!);
      const worst = settled?.(states) ?? worstState(states);
      if (worst === "given") {
        const value = compute(states, asOf);
        if (value === "missing" || value === "invalid") return { ...open, state: value };
        if (isTooLong(value)) {
          report("derived-too-long", { limit: MOST_BITS });
          return { ...open, state: "invalid", domain: range };
        }
        if (holds(range, value)) return { state: "given", value, domain: pointDomain(value, whole), reachable: true };
        report("derived-out-of-range", { got: formatAmount(value) });
        return { ...open, state: "invalid", domain: range };
      }
      const domains = states.map((state, i) => state.domain ?? inputs.domain(slots[i]!));
      const domain = clip(domainOfOpen(domains, states, asOf), range);
      return { state: worst, value: null, domain, reachable: reachesAll(states, reaches) };
    },
  };
}

/** A range that the derivation cannot reach says nothing: then the range itself is the answer. */
function clip(domain: Domain, range: Domain): Domain {
  const both = intersect(domain, range);
  return isEmptyDomain(both) ? range : both;
}

/**
 * Derived from one another, fractions can double in length at every step. No sheet needs a tenth of this; without a
 * bound a small file could keep the engine busy for minutes.
 */
const MOST_BITS = 4096;

function isTooLong(value: Amount): boolean {
  if (typeof value === "number") return false;
  const size = value.n < 0n ? -value.n : value.n;
  return size >> BigInt(MOST_BITS) !== 0n || value.d >> BigInt(MOST_BITS) !== 0n;
}

/** With one open input its values carry over; of several, or where the map leaves some out, nothing is promised. */
function reachesAll(states: readonly Known[], reaches: Kind["reaches"]): boolean {
  const open = states.flatMap((known, i) => (known.state === "given" ? [] : [i]));
  return open.length === 1 && states[open[0]!]!.reachable && reaches(open[0]!, states[open[0]!]!);
}

/** Missing is final and wins; then what is wrong; then what may still come. */
function worstState(states: readonly Known[]): FactState {
  for (const state of ["missing", "invalid", "unknown"] as const) {
    if (states.some((known) => known.state === state)) return state;
  }
  return "given";
}

interface Kind {
  readonly slots: readonly number[];
  readonly compute: (states: readonly Known[], asOf: Day) => Amount | "missing" | "invalid";
  /** A state that some inputs decide by themselves. */
  readonly settled?: (states: readonly Known[]) => FactState | undefined;
  readonly domainOfOpen: (domains: readonly Domain[], states?: readonly Known[], asOf?: Day) => Domain;
  /** Whether every value of the domain comes about when only this input is open. */
  readonly reaches: (input: number, known: Known) => boolean;
  readonly entries?: DerivedSlot["entries"];
}

function bindKind(derivation: Derivation, inputs: Inputs, whole: boolean): Kind {
  switch (derivation.kind) {
    case "full_years_since":
    case "full_months_since":
      return bindPeriods(derivation, inputs);
    case "sum":
      return bindSum(
        derivation.terms.map((term) => ({ slot: inputs.slot(term.fact), times: factor(exact(term.times)) })),
        factor(ONE),
        whole,
      );
    case "difference":
      return bindSum(
        [
          { slot: inputs.slot(derivation.minuend), times: factor(ONE) },
          { slot: inputs.slot(derivation.subtrahend), times: factor(exact("-1")) },
        ],
        factor(ONE),
        whole,
      );
    case "mean": {
      const share = divide(ONE, exact(String(derivation.facts.length)));
      return bindSum(
        derivation.facts.map((fact) => ({ slot: inputs.slot(fact), times: factor(ONE) })),
        factor(share),
        whole,
      );
    }
    case "ratio":
      return bindRatio(derivation, inputs);
    case "count":
      return bindCount(derivation, inputs);
  }
}

function bindPeriods(
  derivation: Derivation & { kind: "full_years_since" | "full_months_since" },
  inputs: Inputs,
): Kind {
  const unit = derivation.kind === "full_years_since" ? "years" : "months";
  return {
    slots: [inputs.slot(derivation.fact)],
    compute: ([since], asOf) => {
      const count = fullPeriods(since!.value as Day, asOf, unit);
      // Reported where the date is read, for everything that counts from it.
      return count === undefined ? "invalid" : wholeAmount(count);
    },
    domainOfOpen: () => FROM_ZERO,
    reaches: () => true,
  };
}

const FROM_ZERO: Domain = { low: 0, lowOpen: false, high: null, highOpen: true, whole: true };

interface BoundTerm {
  readonly slot: number;
  readonly times: Factor;
}

function bindSum(terms: readonly BoundTerm[], share: Factor, whole: boolean): Kind {
  return {
    slots: terms.map((term) => term.slot),
    compute: (states) => {
      let total: Amount = 0;
      terms.forEach((term, i) => {
        // Too long is too long already: what follows would only take more time.
        if (!isTooLong(total)) total = plus(total, times(states[i]!.value as Amount, term.times));
      });
      return times(total, share);
    },
    // Whole numbers taken times 2 skip every other one; decimals leave nothing out.
    reaches: (input, known) =>
      terms[input]!.times.exact.n !== 0n &&
      endsReached(known.domain!) &&
      (known.domain?.whole === false || (whole && isUnit(terms[input]!.times))),
    domainOfOpen: (domains) => {
      let total = pointDomain(0, whole);
      terms.forEach((term, i) => {
        const sign = term.times.exact.n;
        // A coefficient of 0 asks for nothing, however far its fact reaches.
        if (sign === 0n) return;
        total = plusDomain(
          total,
          mapDomain(domains[i]!, sign > 0n ? 1 : -1, (x) => times(x, term.times), whole),
        );
      });
      return mapDomain(total, 1, (x) => times(x, share), whole);
    },
  };
}

function isUnit({ exact: { n, d } }: Factor): boolean {
  return d === 1n && (n === 1n || n === -1n);
}

function bindRatio(derivation: Derivation & { kind: "ratio" }, inputs: Inputs): Kind {
  const scale: Amount = wholeAmount(derivation.percent ? 100 : 1);
  const { ifZero } = derivation;
  const zero = ifZero === undefined || ifZero === "missing" ? undefined : amount(ifZero);
  return {
    // Nothing to divide by, whatever the numerator may be.
    settled: ([, denominator]) =>
      ifZero === "missing" && denominator!.state === "given" && denominator!.value === 0 ? "missing" : undefined,
    slots: [inputs.slot(derivation.numerator), inputs.slot(derivation.denominator)],
    compute: ([numerator, denominator]) => {
      const divisor = denominator!.value as Amount;
      if (divisor !== 0) return timesOver(numerator!.value as Amount, scale, divisor);
      if (zero !== undefined) return zero;
      // Without `if_zero` a rubric is valid only where the denominator cannot be 0.
      return ifZero === "missing" ? "missing" : "invalid";
    },
    reaches: (input, known) => input === 0 && known.domain?.whole === false && endsReached(known.domain),
    domainOfOpen: ([numerator, denominator]) => ratioDomain(numerator!, denominator!, scale, ifZero),
  };
}

/** The hull of all quotients. Where a denominator of either sign may stand, anything can come out. */
function ratioDomain(n: Domain, d: Domain, scale: Amount, ifZero: DecimalText | "missing" | undefined): Domain {
  if (d.low === null || order(d.low, 0) < 0) return REALS;
  if (order(d.low, 0) > 0) return byPositive(n, d, scale);
  if (ifZero === "missing" && !d.lowOpen) return REALS;
  const onlyZero = d.high !== null && order(d.high, 0) === 0;
  if (ifZero === undefined || ifZero === "missing") return onlyZero ? REALS : byNearZero(n, d, scale);
  const instead = pointDomain(amount(ifZero), false);
  return onlyZero ? instead : join(byNearZero(n, d, scale), instead);
}

/** The ends count as their closure. */
function byPositive(n: Domain, d: Domain, scale: Amount): Domain {
  const end = (x: Amount | null, near: Amount | null, far: Amount | null, sign: 1 | -1): Amount | null => {
    if (x === null) return null;
    // The numerator's sign decides whether a large or a small denominator takes the quotient to its end.
    const divisor = order(x, 0) * sign > 0 ? near : far;
    if (divisor === null) return 0;
    return timesOver(x, scale, divisor);
  };
  return closed(end(n.low, d.high, d.low, 1), end(n.high, d.low, d.high, 1));
}

function byNearZero(n: Domain, d: Domain, scale: Amount): Domain {
  const atFar = (x: Amount): Amount => (d.high === null ? 0 : timesOver(x, scale, d.high));
  const low = n.low === null || order(n.low, 0) < 0 ? null : atFar(n.low);
  const high = n.high === null || order(n.high, 0) > 0 ? null : atFar(n.high);
  return closed(low, high);
}

function closed(low: Amount | null, high: Amount | null): Domain {
  return { low, lowOpen: low === null, high, highOpen: high === null, whole: false };
}

const REALS: Domain = closed(null, null);

function bindCount(derivation: Derivation & { kind: "count" }, inputs: Inputs): Kind {
  const declared = inputs.events(derivation.fact);
  const excludes = bindExclusion(declared, derivation.within, derivation.where);
  const certain = (known: Known, asOf: Day): number =>
    (known.value as Events).entries.filter((event) => excludes(event, asOf) === undefined).length;
  const slot = inputs.slot(derivation.fact);
  return {
    slots: [slot],
    entries: (known, asOf) => {
      const list = known[slot]!.value as Events | null;
      return list === null ? undefined : entriesOf(list, declared, (event) => excludes(event, asOf));
    },
    compute: ([list], asOf) => wholeAmount(certain(list!, asOf)),
    reaches: (_input, known) => known.value === null && !mayBeEmpty(derivation.within),
    domainOfOpen: (_domains, states, asOf) => {
      const list = states?.[0];
      if (!list || list.value === null || !asOf) return FROM_ZERO;
      const least = certain(list, asOf);
      const most = least + (list.value as Events).doubtful.length;
      return { low: wholeAmount(least), lowOpen: false, high: wholeAmount(most), highOpen: false, whole: true };
    },
  };
}
