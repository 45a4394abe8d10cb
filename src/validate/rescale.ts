/** `rescale:` two scales whose ends lie on each other. */
import { compare, exact } from "../base/exact.js";
import { pointer } from "../base/pointer.js";
import type { DocumentValue } from "../model/document.js";
import type { Rescale, Scale } from "../model/rubric.js";
import type { Report } from "./report.js";
import { decimal } from "./scalars.js";
import { part, shape } from "./shape.js";
import { strictObject } from "./zod.js";

export const rescaleShape = strictObject({ from: part("scale"), to: part("scale") });
export const scaleShape = strictObject({ at_least: decimal, at_most: decimal });

export function readRescale(value: DocumentValue | undefined, report: Report): Rescale | undefined {
  if (value === undefined) return undefined;
  const { fields } = shape(rescaleShape, value, "/rescale", report);
  const from = readScale(fields.from, "/rescale/from", report);
  const to = readScale(fields.to, "/rescale/to", report);
  return from && to ? { from, to } : undefined;
}

function readScale(value: DocumentValue | undefined, path: string, report: Report): Scale | undefined {
  const { ok, fields } = shape(scaleShape, value, path, report);
  if (!ok) return undefined;
  const { at_least: low, at_most: high } = fields;
  if (compare(exact(low), exact(high)) < 0) return { low, high };
  report.add("scale-not-rising", pointer(path, "at_most"), { low, high });
  return undefined;
}
