/** Titles: one spelling, or one for each language. */
import type { DocumentValue } from "../model/document.js";
import type { Title } from "../model/rubric.js";
import type { Report } from "./report.js";
import { text, textProblem } from "./scalars.js";
import { isMapping, isRight, shape } from "./shape.js";
import { strictObject } from "./zod.js";

export const titleShape = strictObject({ zh: text, en: text });

export function readTitle(value: DocumentValue | undefined, path: string, report: Report): Title | undefined {
  if (value === undefined) return undefined;
  if (!isMapping(value)) return isRight(textProblem, value, path, report) ? (value as string) : undefined;
  const { ok, fields } = shape(titleShape, value, path, report);
  return ok ? fields : undefined;
}
