/** Periods in words: how long they are, and from which day to which. */
import { type Day, after, compareDays, dayIn, formatDate, parseDate } from "../base/calendar.js";
import type { EntryResult } from "../model/assessment.js";
import type { OwnTerm, Window, Within } from "../model/condition.js";
import { fieldTitle } from "./fields.js";
import { type Telling, bracketed, say } from "./telling.js";

/** `近 3 年内（2020-11-11 至 2023-11-10）`: with the days, nobody need ask whether the anniversary counts. */
export function withinText(within: Within, fact: string, telling: Telling): string {
  return within.kind === "own-term" ? ownTermText(within, fact, telling) : windowText(within, telling);
}

/** Why an entry lies outside. */
export function outsideText(
  within: Within,
  { fields }: Pick<EntryResult, "fields">,
  fact: string,
  telling: Telling,
): string {
  if (within.kind !== "own-term") {
    const window = windowText(within, telling);
    return say(telling, `不在${window}`, `not ${window}`);
  }
  const { field, otherwise } = within;
  const title = fieldTitle(field, fact, telling);
  const until = fields.find(({ name }) => name === field)?.value;
  if (until !== undefined)
    return say(telling, `${title} ${String(until)}，早于评价日`, `${title} ${String(until)}, before the as-of date`);
  // Without a term of its own an entry falls out only of the window that takes its place.
  const window = windowText(otherwise as Window, telling);
  return say(telling, `没有填写${title}，也不在${window}`, `${title} is not stated, and it is not ${window}`);
}

/** `有效期至未过的（没有填写的，看近 1 年内（…））`. */
function ownTermText({ field, otherwise }: OwnTerm, fact: string, telling: Telling): string {
  const title = fieldTitle(field, fact, telling);
  const last = say(telling, `${title}不早于评价日`, `with ${title} not before the as-of date`);
  if (otherwise === undefined) return last;
  const instead =
    otherwise === "always"
      ? say(telling, "没有填写的都算", "or not stated")
      : say(
          telling,
          `没有填写的看是否在${windowText(otherwise, telling)}`,
          `where it is not stated: ${windowText(otherwise, telling)}`,
        );
  return `${last}${bracketed(instead, telling)}`;
}

function windowText(window: Window, telling: Telling): string {
  const days = daysText(window, telling);
  return `${lengthText(window, telling)}${days === undefined ? "" : bracketed(days, telling)}`;
}

function lengthText(window: Window, telling: Telling): string {
  if (window.kind === "calendar-years") {
    const { n, includingCurrent } = window;
    if (n === 1)
      return includingCurrent
        ? say(telling, "本自然年度内", "in the current calendar year")
        : say(telling, "上一自然年度内", "in the calendar year before the current one");
    return includingCurrent
      ? say(telling, `本年度在内的 ${n} 个自然年度内`, `in the last ${n} calendar years, the current one included`)
      : say(telling, `本年度之前的 ${n} 个自然年度内`, `in the ${n} calendar years before the current one`);
  }
  const { n, unit, until } = window;
  const zh = { years: "年", months: "个月", days: "日" }[unit];
  const en = n === 1 ? unit.slice(0, -1) : `${n} ${unit}`;
  if (!until) return say(telling, `近 ${n} ${zh}内`, `in the last ${en}`);
  const { year, month, day } = until;
  const date = `${day} ${MONTHS[month - 1]!}`;
  return say(
    telling,
    `截至${year === "previous" ? "上" : "本"}年 ${month} 月 ${day} 日的 ${n} ${zh}内`,
    `in the ${en} up to ${date} of the ${year} year`,
  );
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Undefined where no as-of date is meant, as in a fact sheet that is still to be filled in. */
function daysText(window: Window, telling: Telling): string | undefined {
  const asOf = telling.asOf === null ? undefined : parseDate(telling.asOf);
  const days = asOf && daysOf(window, asOf);
  if (!days) return undefined;
  const [from, to] = days.map(formatDate) as [string, string];
  return say(telling, `${from} 至 ${to}`, `${from} to ${to}`);
}

/** First and last day that count; undefined where no day does. */
export function daysOf(window: Window, asOf: Day): readonly [Day, Day] | undefined {
  if (window.kind === "calendar-years") {
    const last = window.includingCurrent ? asOf.year : asOf.year - 1;
    const first = Math.max(1, last - window.n + 1);
    if (last < first) return undefined;
    return [{ year: first, month: 1, day: 1 }, window.includingCurrent ? asOf : { year: last, month: 12, day: 31 }];
  }
  const { n, unit, firstDay, until } = window;
  const end = until ? dayIn(until.year === "current" ? asOf.year : asOf.year - 1, until.month, until.day) : asOf;
  const holds = (day: Day): boolean => {
    const over = compareDays(after(day, n, unit), end);
    return firstDay === "counts" ? over >= 0 : over > 0;
  };
  // The first day that counts lies within a few days of the corresponding one: months differ in length.
  const near = unit === "days" ? after(end, -n, "days") : after(after(end, -n, unit), -5, "days");
  let day = near;
  while (!holds(day)) day = after(day, 1, "days");
  // What lies after the as-of date does not count, so the window ends there.
  const last = compareDays(end, asOf) > 0 ? asOf : end;
  return day.year < 1 || compareDays(day, last) > 0 ? undefined : [day, last];
}
