/** Questions about one entry of a list of events. */
import type { FieldCondition } from "../model/condition.js";
import type { DocumentValue } from "../model/document.js";
import type { Report } from "./report.js";
import { readQuestion } from "./questions.js";
import { id } from "./scalars.js";
import { shape } from "./shape.js";
import { readTests, testKeys } from "./tests.js";
import { strictObject } from "./zod.js";

export const fieldConditionShape = strictObject({ field: id, ...testKeys });

export function readEntryCondition(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
): FieldCondition | undefined {
  return readQuestion<FieldCondition>(value, path, report, { field: readFieldCondition }, (joined) => joined);
}

function readFieldCondition(value: DocumentValue, path: string, report: Report): FieldCondition | undefined {
  const { ok, fields } = shape(fieldConditionShape, value, path, report);
  if (!ok) return undefined;
  const tests = readTests(fields, path, report);
  return tests && { kind: "field", field: fields.field, tests };
}
