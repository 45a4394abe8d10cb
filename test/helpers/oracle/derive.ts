/** Derived facts: their state, their value when everything is given, and the numbers they can have when not. */
import { compareDays, fullMonths, fullYears } from "./calendar.js";
import { countEvents } from "./events.js";
import { declaredDomain } from "./facts.js";
import { has, isMap, list, map, number, text } from "./plain.js";
import { div, mul, negate, ONE, sign, sub, total, whole, ZERO } from "./rational.js";
import { closed, holds, hullOf, intersect, isEmpty, single, sum, times } from "./span.js";
import type { Facts, Known, State } from "./facts.js";
import type { Plain, PlainMap } from "./plain.js";
import type { Q } from "./rational.js";
import type { Hull, Span } from "./span.js";

const FROM_ZERO: Hull = { lo: ZERO, hi: null };
const ALL: Hull = { lo: null, hi: null };

export function derived(declaration: PlainMap, facts: Facts): Known {
  const derive = map(declaration["derive"]);
  const inputs = inputsOf(derive).map(facts.know);
  const range = declaredDomain(declaration);
  const state = stateOf(derive, inputs, facts);
  const value = state === "given" ? valueOf(derive, facts) : undefined;
  if (value !== undefined && holds(range, value)) {
    return {
      state: "given",
      value: { type: "number", n: value },
      domain: closed(value, value, range.whole),
      mayGoMissing: false,
      mayChange: false,
    };
  }
  return {
    state: state === "given" ? "invalid" : state,
    domain: domainOf(derive, range, facts),
    mayGoMissing: state !== "missing" && (inputs.some((one) => one.mayGoMissing) || zeroMayCome(derive, facts)),
    mayChange: inputs.some((one) => one.mayChange),
  };
}

/** The facts a derivation reads, in its own order. */
export function inputsOf(derive: PlainMap): string[] {
  const [kind] = Object.keys(derive);
  const body = derive[kind ?? ""];
  if (kind === "sum") return terms(body).map((term) => term.fact);
  if (kind === "difference" || kind === "mean") return list(body).map(text);
  if (kind === "ratio") return [text(map(body)["numerator"]), text(map(body)["denominator"])];
  return [kind === "count" ? text(map(body)["fact"]) : text(body)];
}

function stateOf(derive: PlainMap, inputs: readonly Known[], facts: Facts): State {
  if (inputs.some((one) => one.state === "missing") || zeroIsMissing(derive, facts)) return "missing";
  if (inputs.some((one) => one.state === "invalid") || afterAsOf(inputs, facts)) return "invalid";
  return inputs.some((one) => one.state === "unknown") ? "unknown" : "given";
}

function afterAsOf(inputs: readonly Known[], facts: Facts): boolean {
  return inputs.some(({ value }) => value?.type === "day" && compareDays(value.day, facts.asOf) > 0);
}

/** A ratio whose denominator is given as 0 and whose author calls that missing. */
function zeroIsMissing(derive: PlainMap, facts: Facts): boolean {
  if (!isMap(derive["ratio"]) || derive["ratio"]["if_zero"] !== "missing") return false;
  const denominator = facts.know(text(derive["ratio"]["denominator"]));
  return denominator.state === "given" && sign(pointOf(denominator)) === 0;
}

/** A ratio whose denominator can still change and be 0, and whose author calls that missing. */
function zeroMayCome(derive: PlainMap, facts: Facts): boolean {
  if (!isMap(derive["ratio"]) || derive["ratio"]["if_zero"] !== "missing") return false;
  const denominator = facts.know(text(derive["ratio"]["denominator"]));
  return denominator.mayChange && holds(denominator.domain, ZERO);
}

function valueOf(derive: PlainMap, facts: Facts): Q {
  const numberOf = (id: Plain | undefined): Q => pointOf(facts.know(text(id)));
  if (has(derive, "full_years_since"))
    return whole(fullYears(dayOf(derive["full_years_since"], facts), facts.asOf) ?? 0);
  if (has(derive, "full_months_since"))
    return whole(fullMonths(dayOf(derive["full_months_since"], facts), facts.asOf) ?? 0);
  if (has(derive, "sum")) return total(terms(derive["sum"]).map((term) => mul(term.times, numberOf(term.fact))));
  if (has(derive, "difference")) {
    const [minuend, subtrahend] = list(derive["difference"]);
    return sub(numberOf(minuend), numberOf(subtrahend));
  }
  if (has(derive, "mean")) {
    const values = list(derive["mean"]).map(numberOf);
    return div(total(values), whole(values.length));
  }
  if (has(derive, "ratio")) {
    const ratio = map(derive["ratio"]);
    const denominator = numberOf(ratio["denominator"]);
    if (sign(denominator) === 0) return number(ratio["if_zero"]);
    return mul(div(numberOf(ratio["numerator"]), denominator), scaleOf(ratio));
  }
  const { least } = countEvents(map(derive["count"]), facts);
  return whole(least);
}

function domainOf(derive: PlainMap, range: Span, facts: Facts): Span {
  const possible = possibleNumbers(derive, facts);
  const within = intersect({ ...closed(possible.lo, possible.hi, false) }, range);
  return isEmpty(within) ? range : within;
}

/** Interval arithmetic on what the inputs can be; ends count as reached. */
function possibleNumbers(derive: PlainMap, facts: Facts): Hull {
  const domain = (id: Plain | undefined): Span => facts.know(text(id)).domain;
  if (has(derive, "sum")) return addAll(terms(derive["sum"]).map((term) => times(domain(term.fact), term.times)));
  if (has(derive, "difference")) {
    const [minuend, subtrahend] = list(derive["difference"]);
    return sum(domain(minuend), times(domain(subtrahend), negate(ONE)));
  }
  if (has(derive, "mean")) {
    const facets = list(derive["mean"]).map(domain);
    return times(addAll(facets), div(ONE, whole(facets.length)));
  }
  if (has(derive, "ratio")) return possibleRatios(map(derive["ratio"]), facts);
  if (has(derive, "count")) return possibleCounts(map(derive["count"]), facts);
  return FROM_ZERO;
}

function possibleCounts(count: PlainMap, facts: Facts): Hull {
  if (facts.know(text(count["fact"])).value === undefined) return FROM_ZERO;
  const { least, most } = countEvents(count, facts);
  return { lo: whole(least), hi: whole(most) };
}

function possibleRatios(ratio: PlainMap, facts: Facts): Hull {
  const above = facts.know(text(ratio["numerator"])).domain;
  const below = facts.know(text(ratio["denominator"])).domain;
  if (below.lo === null || sign(below.lo) < 0) return ALL;
  if (sign(below.lo) > 0) return times(corners(above, below.lo, below.hi), scaleOf(ratio));
  if (ratio["if_zero"] === "missing" && holds(below, ZERO)) return ALL;
  const shares: Hull[] = [];
  if (below.hi === null || sign(below.hi) > 0) shares.push(times(nearZero(above, below.hi), scaleOf(ratio)));
  if (has(ratio, "if_zero") && ratio["if_zero"] !== "missing") shares.push(single(number(ratio["if_zero"])));
  return hullOf(shares);
}

/** above ÷ [low, high] with low > 0: each end of the numerator takes the denominator that pushes it outwards. */
function corners(above: Hull, low: Q, high: Q | null): Hull {
  const far = (x: Q): Q => (high === null ? ZERO : div(x, high));
  const near = (x: Q): Q => div(x, low);
  return {
    lo: above.lo === null ? null : sign(above.lo) < 0 ? near(above.lo) : far(above.lo),
    hi: above.hi === null ? null : sign(above.hi) > 0 ? near(above.hi) : far(above.hi),
  };
}

/** above ÷ (0, high]: whatever is positive grows without end, whatever is negative falls without end. */
function nearZero(above: Hull, high: Q | null): Hull {
  const far = (x: Q): Q => (high === null ? ZERO : div(x, high));
  return {
    lo: above.lo === null || sign(above.lo) < 0 ? null : far(above.lo),
    hi: above.hi === null || sign(above.hi) > 0 ? null : far(above.hi),
  };
}

const addAll = (hulls: readonly Hull[]): Hull => hulls.reduce(sum, single(ZERO));
const scaleOf = (ratio: PlainMap): Q => whole(ratio["percent"] === true ? 100 : 1);

interface Term {
  readonly fact: string;
  readonly times: Q;
}

function terms(body: Plain | undefined): Term[] {
  return list(body).map((term) => {
    if (!isMap(term)) return { fact: text(term), times: ONE };
    return { fact: text(term["fact"]), times: has(term, "times") ? number(term["times"]) : ONE };
  });
}

function dayOf(id: Plain | undefined, facts: Facts): NonNullable<Facts["asOf"]> {
  const { value } = facts.know(text(id));
  if (value?.type !== "day") throw new Error(`${String(id)} is no day`);
  return value.day;
}

function pointOf(known: Known): Q {
  if (known.value?.type !== "number") throw new Error("a number was expected");
  return known.value.n;
}
