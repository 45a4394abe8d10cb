/** Tests of one value: `is`, `in`, bounds, dates, full years, `missing`. */
import type { Test } from "../model/condition.js";
import type { DocumentValue } from "../model/document.js";
import type { Report } from "./report.js";
import { pointer } from "../base/pointer.js";
import { intervalOf, boundKeys, readCountInterval, type BoundFields } from "./intervals.js";
import { date, justTrue, listOf, textProblem } from "./scalars.js";
import { checked, part } from "./shape.js";
import { optional } from "./zod.js";

/** What can be compared with `is` and `in` before the type is known. */
const word = checked<string | boolean>((value) => (typeof value === "boolean" ? undefined : textProblem(value)), {
  type: ["string", "number", "boolean"],
});

export const testKeys = {
  is: optional(word),
  in: optional(listOf(word)),
  ...boundKeys,
  on_or_before: optional(date),
  on_or_after: optional(date),
  full_years: optional(part("count-interval")),
  missing: optional(justTrue),
};

interface TestFields extends BoundFields {
  readonly is?: string | boolean | undefined;
  readonly in?: readonly (string | boolean)[] | undefined;
  readonly on_or_before?: string | undefined;
  readonly on_or_after?: string | undefined;
  readonly full_years?: DocumentValue | undefined;
  readonly missing?: true | undefined;
}

/** In one order, whatever the author's, so that shuffled keys make the same rubric. */
export function readTests(fields: TestFields, path: string, report: Report): readonly Test[] | undefined {
  const tests: Test[] = [];
  if (fields.is !== undefined) tests.push({ op: "is", value: fields.is });
  if (fields.in !== undefined) tests.push({ op: "in", values: fields.in });
  if (!intervalOf(fields, path, report)) return undefined;
  for (const op of ["at_least", "above", "at_most", "below", "on_or_before", "on_or_after"] as const) {
    const value = fields[op];
    if (value !== undefined) tests.push({ op, value });
  }
  if (fields.full_years !== undefined) {
    const interval = readCountInterval(fields.full_years, pointer(path, "full_years"), report);
    if (!interval) return undefined;
    tests.push({ op: "full_years", interval });
  }
  if (fields.missing) {
    if (tests.length > 0) {
      report.add("missing-not-alone", pointer(path, "missing"), {}, { part: "key" });
      return undefined;
    }
    tests.push({ op: "missing" });
  }
  if (tests.length > 0) return tests;
  report.add("no-test", path, { allowed: Object.keys(testKeys) }, { part: "holder" });
  return undefined;
}
