/** Days without clocks or zones: year, month, day as integers, counted forward (Civil Code, article 202). */

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day a text names, or undefined when there is no such day. */
export function readDay(value: unknown): Day | undefined {
  if (typeof value !== "string") return undefined;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { year, month, day };
}

export function mustDay(value: unknown): Day {
  const day = readDay(value);
  if (day === undefined) throw new Error(`not a day: ${String(value)}`);
  return day;
}

export function printDay(day: Day): string {
  return `${pad(day.year, 4)}-${pad(day.month, 2)}-${pad(day.day, 2)}`;
}

export const monthOf = (day: Day): string => printDay(day).slice(0, 7);

export function compareDays(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return leap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The corresponding day n months later, or the last day of that month where there is none. */
export function addMonths(from: Day, n: number): Day {
  const months = from.year * 12 + (from.month - 1) + n;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return { year, month, day: Math.min(from.day, daysInMonth(year, month)) };
}

export const addYears = (from: Day, n: number): Day => addMonths(from, 12 * n);

/** One day after another: slow, and plainly right. */
export function addDays(from: Day, n: number): Day {
  let { year, month, day } = from;
  for (let left = n; left > 0; left -= 1) {
    day += 1;
    if (day > daysInMonth(year, month)) [month, day] = [month + 1, 1];
    if (month > 12) [year, month] = [year + 1, 1];
  }
  for (let left = n; left < 0; left += 1) {
    day -= 1;
    if (day < 1) {
      [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
      day = daysInMonth(year, month);
    }
  }
  return { year, month, day };
}

/** The most n with from + n months <= until, or undefined when `from` is later than `until`. */
export function fullMonths(from: Day, until: Day): number | undefined {
  if (compareDays(from, until) > 0) return undefined;
  let n = (until.year - from.year) * 12 + (until.month - from.month);
  while (compareDays(addMonths(from, n), until) > 0) n -= 1;
  return n;
}

/** The most n with from + n years <= until, or undefined when `from` is later than `until`. */
export function fullYears(from: Day, until: Day): number | undefined {
  if (compareDays(from, until) > 0) return undefined;
  let n = until.year - from.year;
  while (compareDays(addYears(from, n), until) > 0) n -= 1;
  return n;
}

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const pad = (n: number, width: number): string => String(n).padStart(width, "0");
