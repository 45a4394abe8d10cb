/**
 * Dates and lists of records in plain JavaScript, for the approaches that know neither. It is timed as a part of
 * those approaches, and written for speed: ISO dates are compared as text, the as-of date is a constant.
 */
import type { Enterprise, PlainDerive, PlainEvent, PlainScoring } from "./plain.js";
import { AS_OF, type BenchRubric } from "./rubric.js";

type Facts = Enterprise["facts"];
type EventsScoring = Extract<PlainScoring, { rule: "events" }>;

/** The day n years before the as-of date. Its month has that day in every year. */
export function yearsBefore(n: number): string {
  return `${Number(AS_OF.slice(0, 4)) - n}${AS_OF.slice(4)}`;
}

export function fullYears(since: string): number {
  const years = Number(AS_OF.slice(0, 4)) - Number(since.slice(0, 4));
  return since.slice(4) <= AS_OF.slice(4) ? years : years - 1;
}

/** A numeric fact by id, derived or not. */
export function numberReader({ sheets }: BenchRubric, id: string): (facts: Facts) => number {
  const derive = (sheets.base.facts[id] ?? sheets.sector.facts[id])?.derive;
  return derive ? bindDerived(derive) : (facts) => facts[id] as number;
}

function bindDerived(derive: PlainDerive): (facts: Facts) => number {
  if ("full_years_since" in derive) return (facts) => fullYears(facts[derive.full_years_since] as string);
  if ("sum" in derive) {
    const [a, b] = [derive.sum[0]!, derive.sum[1]!];
    return (facts) => (facts[a] as number) + (facts[b] as number);
  }
  const { numerator, denominator } = derive.ratio;
  // Multiplied first, one rounding is left: a quotient stays on its side of an edge that doubles can hold.
  return (facts) => (100 * (facts[numerator] as number)) / (facts[denominator] as number);
}

/** How many records each line of an events rule takes: the first that matches, inside the window. */
export function lineCounter(scoring: EventsScoring): (facts: Facts) => readonly number[] {
  const { fact, within, where, points: lines } = scoring;
  const first =
    "last" in within
      ? yearsBefore(within.last.years)
      : `${Number(AS_OF.slice(0, 4)) - within.calendar_years + 1}-01-01`;
  return (facts) => {
    const counts = lines.map(() => 0);
    for (const event of facts[fact] as readonly PlainEvent[]) {
      if (event.date < first || event.date > AS_OF || (where && event.repaired)) continue;
      for (let i = 0; i < lines.length; i += 1) {
        const { kind, when } = lines[i]!;
        if ((kind !== undefined && kind !== event.kind) || (when && event.amount < when.at_least)) continue;
        counts[i]! += 1;
        break;
      }
    }
    return counts;
  };
}

const BREACHES_FROM = yearsBefore(3);

/** Of condition E4. */
export function seriousBreaches(facts: Facts): number {
  let count = 0;
  for (const event of facts["breaches"] as readonly PlainEvent[]) {
    if (event.kind === "serious" && !event.repaired && event.date >= BREACHES_FROM && event.date <= AS_OF) count += 1;
  }
  return count;
}
