/** Calendar days without a clock or a time zone: proleptic Gregorian, years 1 to 9999, periods counted forward. */
import type { DateText } from "../model/numbers.js";

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export type PeriodUnit = "years" | "months" | "days";

/** Undefined for anything but an existing day written `YYYY-MM-DD`. */
export function parseDate(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { year, month, day };
}

/** Only for days made here: a year beyond 9999 has no text. */
export function formatDate(day: Day): DateText {
  return `${pad(day.year, 4)}-${pad(day.month, 2)}-${pad(day.day, 2)}`;
}

/** Negative when a is earlier, 0 on the same day. */
export function compareDays(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/**
 * The day a period after `from` ends on: the corresponding day, or the last day of the month where there is none
 * (Civil Code, article 202). 29 February and one year is 28 February.
 */
export function after(from: Day, n: number, unit: PeriodUnit): Day {
  if (unit === "days") return fromSerial(toSerial(from) + n);
  const months = (unit === "years" ? 12 * n : n) + from.year * 12 + from.month - 1;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  return { year, month, day: Math.min(from.day, daysInMonth(year, month)) };
}

/** The day of a year, or the last day of its month where there is none: 29 February. */
export function dayIn(year: number, month: number, day: number): Day {
  return { year, month, day: Math.min(day, daysInMonth(year, month)) };
}

/** Whole periods passed on `day` since `since`; the anniversary counts. Undefined when `since` is later. */
export function fullPeriods(since: Day, day: Day, unit: "years" | "months"): number | undefined {
  if (compareDays(since, day) > 0) return undefined;
  const months = (day.year - since.year) * 12 + day.month - since.month;
  let count = unit === "years" ? Math.floor(months / 12) : months;
  // The month difference can be one too many, never too few: 31 January to 28 February is a full month.
  if (compareDays(after(since, count, unit), day) > 0) count -= 1;
  return count;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1 March of year 0: starting in March puts the leap day last, so that months have a closed formula. */
function toSerial({ year, month, day }: Day): number {
  const y = month > 2 ? year : year - 1;
  const m = month > 2 ? month - 3 : month + 9;
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1
  );
}

function fromSerial(serial: number): Day {
  let year = Math.floor(serial / 365) + 1;
  while (toSerial({ year, month: 3, day: 1 }) > serial) year -= 1;
  const rest = serial - toSerial({ year, month: 3, day: 1 });
  const m = Math.floor((5 * rest + 2) / 153);
  const day = rest - Math.floor((153 * m + 2) / 5) + 1;
  return m < 10 ? { year, month: m + 3, day } : { year: year + 1, month: m - 9, day };
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
