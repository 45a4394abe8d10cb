/** Numbers and days at which a rubric decides something: worth hitting exactly. */
import { addDays, addMonths, addYears, mustDay } from "../oracle/calendar.js";
import { has, isList, isMap, map, maps, number, text } from "../oracle/plain.js";
import { add, fraction, mul, readNumber, sub, whole } from "../oracle/rational.js";
import { allRules } from "../oracle/inner.js";
import { leavesOf } from "../oracle/facts.js";
import type { Day } from "../oracle/calendar.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Q } from "../oracle/rational.js";

export interface Edges {
  readonly numbers: ReadonlyMap<string, readonly Q[]>;
  readonly days: ReadonlyMap<string, readonly Day[]>;
  /** Days at the ends of windows. */
  readonly windows: readonly Day[];
}

export function edgesOf(rubrics: readonly PlainMap[], declarations: ReadonlyMap<string, PlainMap>, asOf: Day): Edges {
  const numbers = new Map<string, Q[]>();
  const days = new Map<string, Day[]>();
  const windows: Day[] = [];
  const note = (fact: string, values: readonly Q[]): void =>
    void numbers.set(fact, [...(numbers.get(fact) ?? []), ...values]);
  const noteDay = (fact: string, day: Day): void =>
    void days.set(fact, [...(days.get(fact) ?? []), ...[-1, 0, 1].map((n) => addDays(day, n))]);
  for (const leaf of rubrics.flatMap(leavesOf)) {
    for (const rule of allRules(leaf)) {
      if (rule["fact"] !== undefined)
        note(isMap(rule["fact"]) ? text(leaf["id"]) : text(rule["fact"]), ruleNumbers(rule));
      for (const row of maps(rule["rows"]))
        for (const [fact, cell] of Object.entries(map(row["when"]))) if (isMap(cell)) note(fact, ends(cell));
    }
  }
  for (const part of rubrics.flatMap(mapsWithin)) {
    if (typeof part["fact"] === "string") {
      note(
        part["fact"],
        ["is", "at_least", "above", "at_most", "below"].flatMap((op) => readNumber(part[op]) ?? []),
      );
      for (const op of ["on_or_before", "on_or_after"]) if (has(part, op)) noteDay(part["fact"], mustDay(part[op]));
      for (const n of Object.values(map(part["full_years"]))) noteDay(part["fact"], addYears(asOf, -Number(text(n))));
    }
    if (has(part, "within")) windows.push(...windowDays(map(part["within"]), asOf));
  }
  for (const [id, declaration] of declarations) {
    const derive = map(declaration["derive"]);
    for (const n of numbers.get(id) ?? []) {
      const count = Number(n.n / n.d);
      if (Math.abs(count) > 600) continue;
      if (has(derive, "full_years_since")) noteDay(text(derive["full_years_since"]), addYears(asOf, -count));
      if (has(derive, "full_months_since")) noteDay(text(derive["full_months_since"]), addMonths(asOf, -count));
    }
  }
  return { numbers, days, windows };
}

/** Every map in a document, however deep. */
function mapsWithin(value: Plain | undefined): PlainMap[] {
  if (isList(value)) return value.flatMap(mapsWithin);
  return isMap(value) ? [value, ...Object.values(value).flatMap(mapsWithin)] : [];
}

const ends = (interval: PlainMap): Q[] =>
  ["at_least", "above", "at_most", "below"].flatMap((op) => readNumber(interval[op]) ?? []);

function ruleNumbers(rule: PlainMap): Q[] {
  if (rule["rule"] === "tiers")
    return maps(rule["tiers"]).flatMap((tier) => [...ends(tier), readNumber(map(tier["steps"])["from"]) ?? []].flat());
  if (rule["rule"] === "linear") return maps(rule["knots"]).map((knot) => number(knot["at"]));
  if (rule["rule"] === "imported") return ends(map(rule["from"]));
  if (rule["rule"] !== "steps") return [];
  const [start, per] = [number(rule["start"]), number(rule["per"])];
  return [
    start,
    add(start, per),
    sub(start, per),
    add(start, mul(per, whole(3))),
    add(start, mul(per, fraction(7n, 2n))),
  ];
}

function windowDays(within: PlainMap, asOf: Day): Day[] {
  if (has(within, "own_term")) {
    const { otherwise } = map(within["own_term"]);
    return [...[-1, 0, 1].map((n) => addDays(asOf, n)), ...(isMap(otherwise) ? windowDays(otherwise, asOf) : [])];
  }
  if (has(within, "calendar_years")) {
    const n = Number(text(within["calendar_years"]));
    return [asOf.year, asOf.year - n, asOf.year - n + 1].flatMap((year) => [
      { year, month: 1, day: 1 },
      { year: year - 1, month: 12, day: 31 },
    ]);
  }
  const end = has(within, "until") ? endOf(map(within["until"]), asOf) : asOf;
  const last = map(within["last"]);
  const start = has(last, "years")
    ? addYears(end, -Number(text(last["years"])))
    : has(last, "months")
      ? addMonths(end, -Number(text(last["months"])))
      : addDays(end, -Number(text(last["days"])));
  const ends = end === asOf ? [start] : [start, end];
  return ends.flatMap((day) => [-1, 0, 1].map((n) => addDays(day, n)));
}

/** A month and a day of the year, the last of its month where there is none. */
function endOf(until: PlainMap, asOf: Day): Day {
  const year = until["year"] === "previous" ? asOf.year - 1 : asOf.year;
  const first = addMonths({ year, month: 1, day: 31 }, Number(text(until["month"])) - 1);
  return { ...first, day: Math.min(first.day, Number(text(until["day"]))) };
}
