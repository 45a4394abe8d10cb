/** What a value is multiplied by, bound to its fact. */
import { type Amount, amount } from "../base/amount.js";
import type { Coefficient } from "../model/rubric.js";
import { endsReached } from "./domain.js";
import { hullOf, joinHulls, pointHull } from "./hull.js";
import type { BoundCoefficient, Hull, Known } from "./program.js";

export function bindCoefficient(
  { fact, values, whenMissing }: Coefficient,
  slotOf: (fact: string) => number,
  rawOf: (slots: readonly number[]) => readonly number[],
): BoundCoefficient {
  const slot = slotOf(fact);
  const raw = rawOf([slot]);
  const table = values && new Map(values.map(({ option, times }) => [option, amount(times)]));
  const instead = whenMissing === undefined ? undefined : amount(whenMissing);

  const valueOf = ({ value }: Known): Amount => (table ? table.get(String(value))! : (value as Amount));

  const open = (known: Known): Hull => {
    if (table) return { ...hullOf([...table.values()]), tight: known.reachable };
    const domain = known.domain!;
    return { least: domain.low, most: domain.high, tight: known.reachable && endsReached(domain) };
  };

  return {
    slot,
    raw,
    missable: instead === undefined ? [] : raw,
    at: (known) => {
      const read = known[slot]!;
      if (read.state === "given") return valueOf(read);
      return read.state === "missing" && instead !== undefined ? instead : null;
    },
    hull: (known) => {
      const read = known[slot]!;
      if (read.state === "given") return pointHull(valueOf(read));
      if (instead === undefined) return open(read);
      if (read.state === "missing") return pointHull(instead);
      const mayMiss = raw.some((each) => known[each]!.state !== "given");
      return mayMiss ? joinHulls(open(read), pointHull(instead)) : open(read);
    },
  };
}
