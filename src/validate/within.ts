/** Windows in time: the last n years, months or days, whole calendar years, or the term that each entry has itself. */
import type { DayOfYear, OwnTerm, Window, Within } from "../model/condition.js";
import type { DocumentValue } from "../model/document.js";
import type { EventsFact } from "../model/fact.js";
import type { Report } from "./report.js";
import { parseDate } from "../base/calendar.js";
import { pointer } from "../base/pointer.js";
import type { DeclaredFacts } from "./declared-facts.js";
import { theOneKey } from "./dispatch.js";
import { fieldOf, reportUndeclared } from "./entry-fields.js";
import { given } from "./given.js";
import { id, oneOf, positiveCount, wordProblem, yesNo } from "./scalars.js";
import { isGivenMapping, isMapping, isRight, part, shape } from "./shape.js";
import { optional, strictObject } from "./zod.js";

export const lastShape = strictObject({
  last: part("period"),
  until: optional(part("day-of-year")),
  first_day: oneOf(["out", "counts"]),
});
export const periodShape = strictObject({
  years: optional(positiveCount),
  months: optional(positiveCount),
  days: optional(positiveCount),
});
export const dayOfYearShape = strictObject({
  year: oneOf(["previous", "current"]),
  month: positiveCount,
  day: positiveCount,
});
export const calendarYearsShape = strictObject({ calendar_years: positiveCount, including_current: yesNo });
export const ownTermShape = strictObject({ own_term: part("own-term") });
export const ownTermPartsShape = strictObject({ until: id, otherwise: optional(part("otherwise-term")) });

const BESIDE = ["first_day", "including_current", "until", "otherwise"];

export function readWithin(value: DocumentValue | undefined, path: string, report: Report): Within | undefined {
  if (value === undefined || !isGivenMapping(value, path, report)) return undefined;
  const kind = theOneKey(value, ["last", "calendar_years", "own_term"], path, report, { beside: BESIDE });
  return kind === "own_term" ? readOwnTerm(value, path, report) : readWindowOf(kind, value, path, report);
}

/** What the field of a term is: a day that each entry may state, or must. */
export function checkWithin(
  within: Within | undefined,
  fact: EventsFact,
  facts: DeclaredFacts,
  path: string,
  report: Report,
): void {
  if (within?.kind !== "own-term") return;
  const { field: name, otherwise } = within;
  const at = pointer(path, "own_term");
  const field = fieldOf(name, fact, facts);
  if (!field) {
    reportUndeclared(name, fact, pointer(at, "until"), report);
  } else if (field.type !== "date") {
    const data = { field: name, got: field.type, allowed: ["date"] };
    report.add("field-of-wrong-type", pointer(at, "until"), data);
  } else if (field.optional && otherwise === undefined) {
    report.add("term-unstated", at, { field: name }, { part: "key" });
  } else if (!field.optional && otherwise !== undefined) {
    report.add("field-never-missing", pointer(at, "otherwise"), { field: name }, { part: "key" });
  }
}

function readWindowOf(
  kind: "last" | "calendar_years" | undefined,
  value: DocumentValue,
  path: string,
  report: Report,
): Window | undefined {
  if (kind === undefined) return undefined;
  if (kind === "last") return readLast(value, path, report);
  const { ok, fields } = shape(calendarYearsShape, value, path, report);
  if (!ok) return undefined;
  return { kind: "calendar-years", n: Number(fields.calendar_years), includingCurrent: fields.including_current };
}

function readLast(value: DocumentValue, path: string, report: Report): Window | undefined {
  const outer = shape(lastShape, value, path, report);
  const at = pointer(path, "last");
  const until = readDayOfYear(outer.fields.until, pointer(path, "until"), report);
  const { last } = outer.fields;
  if (last === undefined || !isGivenMapping(last, at, report)) return undefined;
  const unit = theOneKey(last, ["years", "months", "days"], at, report);
  const { ok, fields } = unit === undefined ? { ok: false as const, fields: {} } : shape(periodShape, last, at, report);
  if (!outer.ok || !ok || unit === undefined || (outer.fields.until !== undefined && !until)) return undefined;
  return given({ kind: "last" as const, unit, n: Number(fields[unit]), firstDay: outer.fields.first_day, until });
}

function readDayOfYear(value: DocumentValue | undefined, path: string, report: Report): DayOfYear | undefined {
  const { ok, fields } = shape(dayOfYearShape, value, path, report);
  if (!ok) return undefined;
  const text = `${fields.month.padStart(2, "0")}-${fields.day.padStart(2, "0")}`;
  // 2024 has every day that any year has.
  if (parseDate(`2024-${text}`)) return { year: fields.year, month: Number(fields.month), day: Number(fields.day) };
  report.add("impossible-date", pointer(path, "day"), { got: text });
  return undefined;
}

function readOwnTerm(value: DocumentValue, path: string, report: Report): OwnTerm | undefined {
  const outer = shape(ownTermShape, value, path, report);
  const at = pointer(path, "own_term");
  const { ok, fields } = shape(ownTermPartsShape, outer.fields.own_term, at, report);
  const otherwise = readOtherwise(fields.otherwise, pointer(at, "otherwise"), report);
  if (!outer.ok || !ok || (fields.otherwise !== undefined && !otherwise)) return undefined;
  return given({ kind: "own-term" as const, field: fields.until, otherwise });
}

function readOtherwise(value: DocumentValue | undefined, path: string, report: Report): Window | "always" | undefined {
  if (value === undefined) return undefined;
  if (isMapping(value)) {
    const kind = theOneKey(value, ["last", "calendar_years"], path, report, { beside: BESIDE });
    return readWindowOf(kind, value, path, report);
  }
  return isRight((each) => wordProblem(each, ["always"]), value, path, report) ? "always" : undefined;
}
