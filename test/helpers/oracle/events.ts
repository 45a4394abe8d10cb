/** Which entries of a list of events count, and how many. */
import { addDays, addMonths, addYears, compareDays, daysInMonth } from "./calendar.js";
import { joined, testValue } from "./conditions.js";
import { has, map, text } from "./plain.js";
import type { Day } from "./calendar.js";
import type { Facts } from "./facts.js";
import type { PlainMap } from "./plain.js";
import type { Entry, EventList } from "./values.js";

/** The usable part of the list a fact holds. */
export function eventsOf(fact: string, facts: Facts): EventList {
  const { value } = facts.know(fact);
  if (value?.type !== "events") throw new Error(`${fact} holds no list of events`);
  return value;
}

/** Entries that pass `within` and `where`, and with them the unusable ones, which may pass or not. */
export function countEvents(filter: PlainMap, facts: Facts): { least: number; most: number } {
  const events = eventsOf(text(filter["fact"]), facts);
  const least = events.entries.filter((entry) => passes(entry, filter, facts.asOf)).length;
  return { least, most: least + events.broken.length };
}

export function passes(entry: Entry, filter: PlainMap, asOf: Day): boolean {
  if (compareDays(entry.day, asOf) > 0) return false;
  if (has(filter, "within") && !counts(entry, map(filter["within"]), asOf)) return false;
  return !has(filter, "where") || holdsFor(entry, map(filter["where"]), asOf);
}

/** A condition on the fields of one entry: an optional field that is absent fails every test but `missing`. */
export function holdsFor(entry: Entry, condition: PlainMap, asOf: Day): boolean {
  const truth = joined(condition, (part) => {
    const value = entry.fields.get(text(part["field"]));
    if (part["missing"] === true) return value === undefined;
    return value === undefined ? false : testValue(value, part, asOf);
  });
  if (truth === undefined) throw new Error("a condition on fields is never unknown");
  return truth;
}

/** By its own term where it states one, that day included; else by the window that stands in its place. */
function counts(entry: Entry, within: PlainMap, asOf: Day): boolean {
  if (!has(within, "own_term")) return inWindow(entry.day, within, asOf);
  const term = map(within["own_term"]);
  const until = entry.fields.get(text(term["until"]));
  if (until !== undefined) return until.type === "day" && compareDays(asOf, until.day) <= 0;
  return term["otherwise"] === "always" || inWindow(entry.day, map(term["otherwise"]), asOf);
}

function inWindow(day: Day, within: PlainMap, asOf: Day): boolean {
  if (has(within, "calendar_years")) {
    const years = Number(text(within["calendar_years"]));
    const last = within["including_current"] === true ? asOf.year : asOf.year - 1;
    return day.year <= last && day.year > last - years;
  }
  const end = has(within, "until") ? dayOfYear(map(within["until"]), asOf) : asOf;
  const order = compareDays(later(day, map(within["last"])), end);
  return compareDays(day, end) <= 0 && (within["first_day"] === "counts" ? order >= 0 : order > 0);
}

function dayOfYear(until: PlainMap, asOf: Day): Day {
  const year = until["year"] === "previous" ? asOf.year - 1 : asOf.year;
  const month = Number(text(until["month"]));
  return { year, month, day: Math.min(Number(text(until["day"])), daysInMonth(year, month)) };
}

function later(day: Day, span: PlainMap): Day {
  if (has(span, "years")) return addYears(day, Number(text(span["years"])));
  if (has(span, "months")) return addMonths(day, Number(text(span["months"])));
  return addDays(day, Number(text(span["days"])));
}
