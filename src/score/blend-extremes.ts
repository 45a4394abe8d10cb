/** The ends of a blend while it is open which of its components apply. */
import { type Amount, minus, order, plus, quotient } from "../base/amount.js";
import type { Hull } from "../compile/program.js";

export interface Share {
  /** In points of the score, if it applies. */
  readonly hull: Hull;
  /** 0: nothing is divided. */
  readonly weight: Amount;
  readonly mayDrop: boolean;
}

/**
 * The most (1) or least (−1) that the shares come to together, at least one of them being in. Divided by their weights,
 * the extreme is what surely applies with the most extreme of the others, as long as each carries it further.
 */
export function extremeBlend(shares: readonly Share[], side: 1 | -1): Amount | null {
  const ends = shares.map(({ hull, weight, mayDrop }) => ({
    value: side > 0 ? hull.most : hull.least,
    weight,
    mayDrop,
  }));
  if (ends.some(({ value }) => value === null)) return null;
  const sure = ends.filter(({ mayDrop }) => !mayDrop);
  const others = ends
    .filter(({ mayDrop }) => mayDrop)
    .sort((a, b) => order(ratio(b.value!, b.weight), ratio(a.value!, a.weight)) * side);
  const [first, ...rest] = sure.length > 0 ? [undefined, ...others] : others;
  let value = sure.reduce<Amount>((sum, end) => plus(sum, end.value!), first?.value ?? 0);
  let weight = sure.reduce<Amount>((sum, end) => plus(sum, end.weight), first?.weight ?? 0);
  for (const each of rest) {
    const next = { value: plus(value, each!.value!), weight: plus(weight, each!.weight) };
    if (order(minus(ratio(next.value, next.weight), ratio(value, weight)), 0) * side <= 0) break;
    ({ value, weight } = next);
  }
  return ratio(value, weight);
}

function ratio(value: Amount, weight: Amount): Amount {
  return order(weight, 0) === 0 ? value : quotient(value, weight);
}
