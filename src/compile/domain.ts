/** What an open number may still be: intervals with open or infinite ends, and the arithmetic of derived facts on them. */
import {
  type Amount,
  ceiled,
  floored,
  isWhole,
  larger,
  amount,
  minus,
  order,
  plus,
  smaller,
  ONE_AMOUNT,
} from "../base/amount.js";
import type { Interval } from "../model/numbers.js";
import type { Domain } from "./program.js";

export function domainOf(interval: Interval, whole: boolean): Domain {
  return normal({
    low: interval.low ? amount(interval.low.value) : null,
    lowOpen: interval.low ? !interval.low.inclusive : true,
    high: interval.high ? amount(interval.high.value) : null,
    highOpen: interval.high ? !interval.high.inclusive : true,
    whole,
  });
}

export function pointDomain(value: Amount, whole: boolean): Domain {
  return { low: value, lowOpen: false, high: value, highOpen: false, whole };
}

export function holds(domain: Domain, value: Amount): boolean {
  if (domain.low !== null) {
    const below = order(value, domain.low);
    if (below < 0 || (below === 0 && domain.lowOpen)) return false;
  }
  if (domain.high !== null) {
    const above = order(value, domain.high);
    if (above > 0 || (above === 0 && domain.highOpen)) return false;
  }
  return true;
}

/** Whether the ends belong to the domain, as far as there are any. */
export function endsReached({ low, lowOpen, high, highOpen }: Domain): boolean {
  return (low === null || !lowOpen) && (high === null || !highOpen);
}

export function isEmptyDomain({ low, lowOpen, high, highOpen }: Domain): boolean {
  if (low === null || high === null) return false;
  const difference = order(low, high);
  return difference > 0 || (difference === 0 && (lowOpen || highOpen));
}

export function intersect(a: Domain, b: Domain): Domain {
  const [low, lowOpen] = tighter(a.low, a.lowOpen, b.low, b.lowOpen, 1);
  const [high, highOpen] = tighter(a.high, a.highOpen, b.high, b.highOpen, -1);
  return normal({ low, lowOpen, high, highOpen, whole: a.whole || b.whole });
}

/** The smallest domain around both. */
export function join(a: Domain, b: Domain): Domain {
  const [low, lowOpen] = wider(a.low, a.lowOpen, b.low, b.lowOpen, 1);
  const [high, highOpen] = wider(a.high, a.highOpen, b.high, b.highOpen, -1);
  return { low, lowOpen, high, highOpen, whole: a.whole && b.whole };
}

/** Sums of one number from each; the ends count as their closure. */
export function plusDomain(a: Domain, b: Domain): Domain {
  const low = a.low === null || b.low === null ? null : plus(a.low, b.low);
  const high = a.high === null || b.high === null ? null : plus(a.high, b.high);
  return { low, lowOpen: low === null, high, highOpen: high === null, whole: a.whole && b.whole };
}

/** The image under a rising (sign 1) or falling (sign −1) map. */
export function mapDomain(a: Domain, sign: 1 | -1, map: (x: Amount) => Amount, whole: boolean): Domain {
  const low = a.low === null ? null : map(a.low);
  const high = a.high === null ? null : map(a.high);
  return sign > 0
    ? { low, lowOpen: a.lowOpen, high, highOpen: a.highOpen, whole }
    : { low: high, lowOpen: a.highOpen, high: low, highOpen: a.lowOpen, whole };
}

/** Whole numbers: ends are whole and included, so that 4 and 5 have nothing between them. */
function normal(domain: Domain): Domain {
  if (!domain.whole) return domain;
  const { low, lowOpen, high, highOpen } = domain;
  return {
    low: low === null ? null : lowOpen && isWhole(low) ? plus(low, ONE_AMOUNT) : ceiled(low),
    lowOpen: low === null,
    high: high === null ? null : highOpen && isWhole(high) ? minus(high, ONE_AMOUNT) : floored(high),
    highOpen: high === null,
    whole: true,
  };
}

type End = readonly [Amount | null, boolean];

function tighter(a: Amount | null, aOpen: boolean, b: Amount | null, bOpen: boolean, side: 1 | -1): End {
  if (a === null) return [b, bOpen];
  if (b === null) return [a, aOpen];
  if (order(a, b) === 0) return [a, aOpen || bOpen];
  return (side > 0 ? larger(a, b) : smaller(a, b)) === a ? [a, aOpen] : [b, bOpen];
}

function wider(a: Amount | null, aOpen: boolean, b: Amount | null, bOpen: boolean, side: 1 | -1): End {
  if (a === null || b === null) return [null, true];
  if (order(a, b) === 0) return [a, aOpen && bOpen];
  return (side > 0 ? smaller(a, b) : larger(a, b)) === a ? [a, aOpen] : [b, bOpen];
}
