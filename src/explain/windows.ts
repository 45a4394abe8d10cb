/** Periods in words: how long they are, and from which day to which. */
import { type Day, after, compareDays, formatDate, parseDate } from "../base/calendar.js";
import type { Within } from "../model/condition.js";
import { type Telling, bracketed, say } from "./telling.js";

/** `近 3 年内（2020-11-11 至 2023-11-10）`: with the days, nobody need ask whether the anniversary counts. */
export function windowText(within: Within, telling: Telling): string {
  const days = daysText(within, telling);
  return `${lengthText(within, telling)}${days === undefined ? "" : bracketed(days, telling)}`;
}

function lengthText(within: Within, telling: Telling): string {
  if (within.kind === "calendar-years") {
    const { n, includingCurrent } = within;
    if (n === 1)
      return includingCurrent
        ? say(telling, "本自然年度内", "in the current calendar year")
        : say(telling, "上一自然年度内", "in the calendar year before the current one");
    return includingCurrent
      ? say(telling, `本年度在内的 ${n} 个自然年度内`, `in the last ${n} calendar years, the current one included`)
      : say(telling, `本年度之前的 ${n} 个自然年度内`, `in the ${n} calendar years before the current one`);
  }
  const { n, unit } = within;
  const zh = { years: "年", months: "个月", days: "日" }[unit];
  return say(telling, `近 ${n} ${zh}内`, n === 1 ? `in the last ${unit.slice(0, -1)}` : `in the last ${n} ${unit}`);
}

/** Undefined where no as-of date is meant, as in a fact sheet that is still to be filled in. */
function daysText(within: Within, telling: Telling): string | undefined {
  const asOf = telling.asOf === null ? undefined : parseDate(telling.asOf);
  const days = asOf && daysOf(within, asOf);
  if (!days) return undefined;
  const [from, to] = days.map(formatDate) as [string, string];
  return say(telling, `${from} 至 ${to}`, `${from} to ${to}`);
}

function daysOf(within: Within, asOf: Day): readonly [Day, Day] | undefined {
  if (within.kind === "calendar-years") {
    const last = within.includingCurrent ? asOf.year : asOf.year - 1;
    const first = Math.max(1, last - within.n + 1);
    if (last < first) return undefined;
    return [{ year: first, month: 1, day: 1 }, within.includingCurrent ? asOf : { year: last, month: 12, day: 31 }];
  }
  const { n, unit, firstDay } = within;
  const holds = (day: Day): boolean => {
    const end = compareDays(after(day, n, unit), asOf);
    return firstDay === "counts" ? end >= 0 : end > 0;
  };
  // The first day that counts lies within a few days of the corresponding one: months differ in length.
  const near = unit === "days" ? after(asOf, -n, "days") : after(after(asOf, -n, unit), -5, "days");
  let day = near;
  while (!holds(day)) day = after(day, 1, "days");
  return day.year < 1 ? undefined : [day, asOf];
}
