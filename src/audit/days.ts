/** Calendar days for the checker: dates as text compare as they are, and periods count forward (Civil Code, article 202). */
import type { EntryResult } from "../model/assessment.js";
import type { Window, Within } from "../model/condition.js";
import type { DateText } from "../model/numbers.js";

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A day of the calendar, in the years 0001 to 9999. */
export function isDay(text: unknown): text is DateText {
  const match = typeof text === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null;
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year > 0 && month > 0 && month <= 12 && day > 0 && day <= lengthOf(year, month);
}

/** @throws RangeError for anything else, as periods of it have no end. */
function dayOf(text: DateText): Day {
  if (!isDay(text)) throw new RangeError("not a day of the calendar");
  const [year, month, day] = text.split("-").map(Number) as [number, number, number];
  return { year, month, day };
}

function textOf({ year, month, day }: Day): DateText {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function lengthOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** The corresponding day so many months later, or the last day of that month. */
function monthsLater(day: Day, months: number): Day {
  const count = day.year * 12 + day.month - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  return { year, month, day: Math.min(day.day, lengthOf(year, month)) };
}

/** Four hundred years have the same days again; within them it is walked month by month. */
const DAYS_OF_CYCLE = 146_097;

function daysLater(day: Day, days: number): Day {
  const cycles = Math.floor((day.day + days - 1) / DAYS_OF_CYCLE);
  let year = day.year + 400 * cycles;
  let { month } = day;
  let rest = day.day + days - cycles * DAYS_OF_CYCLE;
  while (rest > lengthOf(year, month)) {
    rest -= lengthOf(year, month);
    month += 1;
    if (month === 13) [year, month] = [year + 1, 1];
  }
  return { year, month, day: rest };
}

/** Beyond the year 9999 texts no longer compare as days do. */
function isAfter(a: Day, b: Day): boolean {
  return (a.year - b.year || a.month - b.month || a.day - b.day) > 0;
}

/** Undefined where the period has not begun. */
export function fullPeriods(since: DateText, on: DateText, unit: "years" | "months"): number | undefined {
  const [from, to] = [dayOf(since), dayOf(on)];
  if (isAfter(from, to)) return undefined;
  const each = unit === "years" ? 12 : 1;
  let count = Math.floor(((to.year - from.year) * 12 + to.month - from.month) / each);
  while (count > 0 && isAfter(monthsLater(from, count * each), to)) count -= 1;
  return count;
}

/** Whether an entry counts for a window, apart from what it is about. */
export function isWithin(within: Within, { date, fields }: EntryResult, asOf: DateText): boolean {
  if (within.kind !== "own-term") return isInWindow(within, date, asOf);
  const until = fields.find(({ name }) => name === within.field)?.value;
  if (typeof until === "string") return until >= asOf;
  const { otherwise = "always" } = within;
  return otherwise === "always" || isInWindow(otherwise, date, asOf);
}

function isInWindow(window: Window, date: DateText, asOf: DateText): boolean {
  const day = dayOf(date);
  const today = dayOf(asOf);
  if (!Number.isInteger(window.n) || window.n < 1) throw new RangeError("not a length of time");
  if (window.kind === "calendar-years") {
    const last = window.includingCurrent ? today.year : today.year - 1;
    return day.year <= last && day.year > last - window.n;
  }
  const { unit, n, until, firstDay } = window;
  const year = until?.year === "previous" ? today.year - 1 : today.year;
  const end = until ? { year, month: until.month, day: Math.min(until.day, lengthOf(year, until.month)) } : today;
  if (until && isAfter(day, end)) return false;
  const over = unit === "days" ? daysLater(day, n) : monthsLater(day, unit === "years" ? 12 * n : n);
  return isAfter(over, end) || (firstDay === "counts" && textOf(over) === textOf(end));
}
