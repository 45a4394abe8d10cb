/** Windows in time: the last n years, months or days before the as-of date, or whole calendar years. */
import type { Within } from "../model/condition.js";
import type { DocumentValue } from "../model/document.js";
import type { Report } from "./report.js";
import { pointer } from "../base/pointer.js";
import { theOneKey } from "./dispatch.js";
import { oneOf, positiveCount, yesNo } from "./scalars.js";
import { isGivenMapping, part, shape } from "./shape.js";
import { optional, strictObject } from "./zod.js";

export const lastShape = strictObject({ last: part("period"), first_day: oneOf(["out", "counts"]) });
export const periodShape = strictObject({
  years: optional(positiveCount),
  months: optional(positiveCount),
  days: optional(positiveCount),
});
export const calendarYearsShape = strictObject({ calendar_years: positiveCount, including_current: yesNo });

export function readWithin(value: DocumentValue | undefined, path: string, report: Report): Within | undefined {
  if (value === undefined || !isGivenMapping(value, path, report)) return undefined;
  const kind = theOneKey(value, ["last", "calendar_years"], path, report, {
    beside: ["first_day", "including_current"],
  });
  if (kind === "last") return readLast(value, path, report);
  if (kind === undefined) return undefined;
  const { ok, fields } = shape(calendarYearsShape, value, path, report);
  if (!ok) return undefined;
  return { kind: "calendar-years", n: Number(fields.calendar_years), includingCurrent: fields.including_current };
}

function readLast(value: DocumentValue, path: string, report: Report): Within | undefined {
  const outer = shape(lastShape, value, path, report);
  const at = pointer(path, "last");
  const { last } = outer.fields;
  if (last === undefined || !isGivenMapping(last, at, report)) return undefined;
  const unit = theOneKey(last, ["years", "months", "days"], at, report);
  const { ok, fields } = unit === undefined ? { ok: false as const, fields: {} } : shape(periodShape, last, at, report);
  if (!outer.ok || !ok || unit === undefined) return undefined;
  return { kind: "last", unit, n: Number(fields[unit]), firstDay: outer.fields.first_day };
}
