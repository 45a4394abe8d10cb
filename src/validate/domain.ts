/** The values that a numeric fact can take, from its range and from what it derives from. */
import type { Derivation, NumberFact } from "../model/fact.js";
import type { Bound } from "../model/numbers.js";
import { type Exact, ZERO, add, ceilingOf, compare, divide, exact, floorOf, multiply } from "../base/exact.js";

export interface DomainEnd {
  readonly value: Exact;
  readonly inclusive: boolean;
}

/** An absent end is open to infinity. Ends of whole numbers are whole and inclusive. */
export interface Domain {
  readonly integer: boolean;
  readonly low?: DomainEnd;
  readonly high?: DomainEnd;
}

const FROM_ZERO: Domain = { integer: true, low: { value: ZERO, inclusive: true } };

/** Longer numbers than this in a derived end would cost more than they tell: such an end counts as none. */
const MAX_BITS = 2048n;

export function declaredDomain(fact: NumberFact): Domain {
  const { low, high } = fact.range;
  return wholeEnds(makeDomain(fact.type === "integer", low && end(low), high && end(high)));
}

export function isWithin(value: Exact, { low, high }: Domain): boolean {
  return !(low && isBeyond(value, low, -1)) && !(high && isBeyond(value, high, 1));
}

export function isEmpty({ low, high }: Domain): boolean {
  if (!low || !high) return false;
  const order = compare(low.value, high.value);
  return order > 0 || (order === 0 && !(low.inclusive && high.inclusive));
}

/** Undefined where the domain of an operand is. */
export function derivedDomain(derive: Derivation, of: (id: string) => Domain | undefined): Domain | undefined {
  switch (derive.kind) {
    case "full_years_since":
    case "full_months_since":
    case "count":
      return FROM_ZERO;
    case "sum":
      return total(derive.terms.map(({ fact, times }) => scaled(of(fact), exact(times))));
    case "difference":
      return total([of(derive.minuend), scaled(of(derive.subtrahend), { n: -1n, d: 1n })]);
    case "mean": {
      const share: Exact = { n: 1n, d: BigInt(derive.facts.length) };
      return total(derive.facts.map((fact) => scaled(of(fact), share)));
    }
    case "ratio": {
      const quotient = ratio(of(derive.numerator), of(derive.denominator), derive.ifZero);
      return quotient && derive.percent ? scaled(quotient, { n: 100n, d: 1n }) : quotient;
    }
  }
}

function total(parts: readonly (Domain | undefined)[]): Domain | undefined {
  return parts.reduce((sum, part) => {
    if (!sum || !part) return undefined;
    return makeDomain(false, addEnds(sum.low, part.low), addEnds(sum.high, part.high));
  });
}

function addEnds(a: DomainEnd | undefined, b: DomainEnd | undefined): DomainEnd | undefined {
  return a && b && { value: add(a.value, b.value), inclusive: a.inclusive && b.inclusive };
}

function scaled(domain: Domain | undefined, factor: Exact): Domain | undefined {
  if (!domain) return undefined;
  if (factor.n === 0n) return makeDomain(false, { value: ZERO, inclusive: true }, { value: ZERO, inclusive: true });
  const scale = (at: DomainEnd | undefined) => at && { value: multiply(at.value, factor), inclusive: at.inclusive };
  const [low, high] = [scale(domain.low), scale(domain.high)];
  return factor.n > 0n ? makeDomain(false, low, high) : makeDomain(false, high, low);
}

/** Only a denominator that stays on the positive side bounds the quotient. */
function ratio(
  numerator: Domain | undefined,
  denominator: Domain | undefined,
  ifZero: string | undefined,
): Domain | undefined {
  if (!numerator || !denominator) return undefined;
  const { low: least, high: most } = denominator;
  if (!least || least.value.n < 0n) return { integer: false };
  if (least.value.n === 0n && ifZero === "missing") return { integer: false };
  if (most?.value.n === 0n) {
    // There is nothing to divide by, ever: what stands in for it is the only value.
    const only: DomainEnd | undefined = ifZero === undefined ? undefined : { value: exact(ifZero), inclusive: true };
    return makeDomain(false, only, only);
  }
  const low = corner(numerator.low, -1, least, most);
  const high = corner(numerator.high, 1, least, most);
  if (ifZero === undefined || ifZero === "missing" || least.value.n > 0n) return makeDomain(false, low, high);
  const instead: DomainEnd = { value: exact(ifZero), inclusive: true };
  return makeDomain(false, low && lower(low, instead), high && higher(high, instead));
}

/** An end of the quotient: far from 0 it is divided by the least denominator, near 0 by the greatest. */
function corner(
  at: DomainEnd | undefined,
  side: -1 | 1,
  least: DomainEnd,
  most: DomainEnd | undefined,
): DomainEnd | undefined {
  if (!at) return undefined;
  const outward = side === 1 ? at.value.n > 0n : at.value.n < 0n;
  if (outward) return least.value.n === 0n ? undefined : { value: divide(at.value, least.value), inclusive: true };
  return most ? { value: divide(at.value, most.value), inclusive: true } : { value: ZERO, inclusive: true };
}

/** A derived fact that can never be in its range has only invalid values; the range is then all that is known. */
export function intersectionOf(fact: NumberFact, derived: Domain): Domain {
  const declared = declaredDomain(fact);
  const both = intersection(declared, derived);
  return isEmpty(both) ? declared : both;
}

/** Whole numbers where the first holds whole numbers. */
export function intersection(declared: Domain, derived: Domain): Domain {
  const low = inner(declared.low, derived.low, higher);
  const high = inner(declared.high, derived.high, lower);
  return wholeEnds(makeDomain(declared.integer, low, high));
}

/** Of two ends at the same number, the one that leaves it out. */
function inner(
  a: DomainEnd | undefined,
  b: DomainEnd | undefined,
  choose: (a: DomainEnd, b: DomainEnd) => DomainEnd,
): DomainEnd | undefined {
  if (!a || !b) return a ?? b;
  if (compare(a.value, b.value) === 0) return a.inclusive ? b : a;
  return choose(a, b);
}

function wholeEnds(domain: Domain): Domain {
  if (!domain.integer) return domain;
  const { low, high } = domain;
  const first = low && (low.inclusive ? ceilingOf(low.value) : floorOf(low.value) + 1n);
  const last = high && (high.inclusive ? floorOf(high.value) : ceilingOf(high.value) - 1n);
  return makeDomain(true, whole(first), whole(last));
}

function whole(n: bigint | undefined): DomainEnd | undefined {
  return n === undefined ? undefined : { value: { n, d: 1n }, inclusive: true };
}

function makeDomain(integer: boolean, low: DomainEnd | undefined, high: DomainEnd | undefined): Domain {
  return { integer, ...(isShort(low) && { low }), ...(isShort(high) && { high }) };
}

function isShort(end: DomainEnd | undefined): end is DomainEnd {
  if (!end) return false;
  const { n, d } = end.value;
  return (n < 0n ? -n : n) >> MAX_BITS === 0n && d >> MAX_BITS === 0n;
}

function end(bound: Bound): DomainEnd {
  return { value: exact(bound.value), inclusive: bound.inclusive };
}

function lower(a: DomainEnd, b: DomainEnd): DomainEnd {
  return compare(a.value, b.value) <= 0 ? a : b;
}

function higher(a: DomainEnd, b: DomainEnd): DomainEnd {
  return compare(a.value, b.value) >= 0 ? a : b;
}

function isBeyond(value: Exact, at: DomainEnd, side: -1 | 1): boolean {
  const order = compare(value, at.value) * side;
  return order > 0 || (order === 0 && !at.inclusive);
}
