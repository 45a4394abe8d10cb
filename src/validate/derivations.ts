/** How a fact follows from others: one way each, declared and never free text. */
import type { DocumentValue } from "../model/document.js";
import type { Derivation, Term } from "../model/fact.js";
import type { Report } from "./report.js";
import { pointer } from "../base/pointer.js";
import { all, given } from "./given.js";
import { readEntryCondition } from "./entry-conditions.js";
import { decimal, decimalOr, id, idProblem, listOf, yesNo } from "./scalars.js";
import { givenList, isGivenMapping, isMapping, isRight, part, shape } from "./shape.js";
import { theOneKey } from "./dispatch.js";
import { readWithin } from "./within.js";
import { optional, strictObject } from "./zod.js";

const WAYS = ["full_years_since", "full_months_since", "sum", "difference", "mean", "ratio", "count"] as const;

export const yearsSinceShape = strictObject({ full_years_since: id });
export const monthsSinceShape = strictObject({ full_months_since: id });
export const sumShape = strictObject({ sum: part("terms") });
export const termShape = strictObject({ fact: id, times: decimal });
export const differenceShape = strictObject({ difference: listOf(id) });
export const meanShape = strictObject({ mean: listOf(id) });
export const ratioShape = strictObject({ ratio: part("ratio") });
export const ratioPartsShape = strictObject({
  numerator: id,
  denominator: id,
  percent: optional(yesNo),
  if_zero: optional(decimalOr(["missing"])),
});
export const countShape = strictObject({ count: part("event-count") });
export const countPartsShape = strictObject({
  fact: id,
  within: optional(part("within")),
  where: optional(part("entry-condition")),
});

export function readDerivation(value: DocumentValue | undefined, path: string, report: Report): Derivation | undefined {
  if (value === undefined || !isGivenMapping(value, path, report)) return undefined;
  const kind = theOneKey(value, WAYS, path, report);
  switch (kind) {
    case undefined:
      return undefined;
    case "full_years_since": {
      const { ok, fields } = shape(yearsSinceShape, value, path, report);
      return ok ? { kind, fact: fields.full_years_since } : undefined;
    }
    case "full_months_since": {
      const { ok, fields } = shape(monthsSinceShape, value, path, report);
      return ok ? { kind, fact: fields.full_months_since } : undefined;
    }
    case "mean": {
      const { ok, fields } = shape(meanShape, value, path, report);
      return ok ? { kind, facts: fields.mean } : undefined;
    }
    case "sum":
      return readSum(value, path, report);
    case "difference":
      return readDifference(value, path, report);
    case "ratio":
      return readRatio(value, path, report);
    case "count":
      return readCount(value, path, report);
  }
}

function readSum(value: DocumentValue, path: string, report: Report): Derivation | undefined {
  const { ok, fields } = shape(sumShape, value, path, report);
  const at = pointer(path, "sum");
  const terms = all(givenList(fields.sum, at, report)?.map((term, i) => readTerm(term, pointer(at, i), report)));
  return ok && terms ? { kind: "sum", terms } : undefined;
}

/** A fact counts once unless the author says how often. */
function readTerm(value: DocumentValue, path: string, report: Report): Term | undefined {
  if (!isMapping(value))
    return isRight(idProblem, value, path, report) ? { fact: value as string, times: "1" } : undefined;
  const { ok, fields } = shape(termShape, value, path, report);
  return ok ? fields : undefined;
}

function readDifference(value: DocumentValue, path: string, report: Report): Derivation | undefined {
  const { ok, fields } = shape(differenceShape, value, path, report);
  if (!ok) return undefined;
  const [minuend, subtrahend, ...others] = fields.difference;
  if (minuend !== undefined && subtrahend !== undefined && others.length === 0) {
    return { kind: "difference", minuend, subtrahend };
  }
  const at = pointer(path, "difference");
  report.add("difference-of-two", others.length > 0 ? pointer(at, 2) : at, { got: fields.difference.length });
  return undefined;
}

function readRatio(value: DocumentValue, path: string, report: Report): Derivation | undefined {
  const outer = shape(ratioShape, value, path, report);
  const { ok, fields } = shape(ratioPartsShape, outer.fields.ratio, pointer(path, "ratio"), report);
  if (!outer.ok || !ok) return undefined;
  const { numerator, denominator, percent = false, if_zero: ifZero } = fields;
  return given({ kind: "ratio" as const, numerator, denominator, percent, ifZero });
}

function readCount(value: DocumentValue, path: string, report: Report): Derivation | undefined {
  const outer = shape(countShape, value, path, report);
  const at = pointer(path, "count");
  const { ok, fields } = shape(countPartsShape, outer.fields.count, at, report);
  const within = readWithin(fields.within, pointer(at, "within"), report);
  const where = readEntryCondition(fields.where, pointer(at, "where"), report);
  if (!outer.ok || !ok) return undefined;
  if ((fields.within !== undefined && !within) || (fields.where !== undefined && !where)) return undefined;
  return given({ kind: "count" as const, fact: fields.fact, within, where });
}
