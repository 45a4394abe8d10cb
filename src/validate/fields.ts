/** Fields of the entries of an events fact, beside `date` and `kind`, which every entry has. */
import type { DocumentValue } from "../model/document.js";
import type { FieldDeclaration } from "../model/fact.js";
import type { Report } from "./report.js";
import { pointer } from "../base/pointer.js";
import { theWord } from "./dispatch.js";
import { given, readMap } from "./given.js";
import { readInterval } from "./intervals.js";
import { readOptions } from "./options.js";
import { oneOf, text, yesNo } from "./scalars.js";
import { isGivenMapping, part, shape } from "./shape.js";
import { readTitle } from "./titles.js";
import { optional, strictObject } from "./zod.js";

const commonKeys = { title: optional(part("title")), unit: optional(text), optional: optional(yesNo) };

export const plainFieldShape = strictObject({ type: oneOf(["boolean", "date", "text"]), ...commonKeys });
export const numberFieldShape = strictObject({
  type: oneOf(["integer", "decimal"]),
  ...commonKeys,
  range: optional(part("interval")),
});
export const choiceFieldShape = strictObject({ type: oneOf(["choice"]), ...commonKeys, options: part("options") });

const TYPES = ["boolean", "integer", "decimal", "date", "choice", "text"] as const;

/** Every entry has these without a declaration; `month` and `year` derive from `date`. */
export const RESERVED_FIELDS: readonly string[] = ["date", "kind", "month", "year"];

export function readFields(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
): readonly FieldDeclaration[] | undefined {
  const { ok, entries } = readMap(value, path, report, (name, field, at) => {
    if (!RESERVED_FIELDS.includes(name)) return readField(name, field, at, report);
    report.add("field-reserved", at, { field: name, reserved: RESERVED_FIELDS }, { part: "key" });
    return undefined;
  });
  return ok ? entries : undefined;
}

interface Parts {
  readonly title?: DocumentValue | undefined;
  readonly options?: DocumentValue | undefined;
  readonly range?: DocumentValue | undefined;
}

function readField(name: string, value: DocumentValue, path: string, report: Report): FieldDeclaration | undefined {
  if (!isGivenMapping(value, path, report)) return undefined;
  const type = theWord(value, "type", TYPES, path, report);
  if (type === undefined) return undefined;
  const shaped =
    type === "choice"
      ? shape(choiceFieldShape, value, path, report)
      : type === "integer" || type === "decimal"
        ? shape(numberFieldShape, value, path, report)
        : shape(plainFieldShape, value, path, report);
  const parts: Parts = shaped.fields;
  const title = readTitle(parts.title, pointer(path, "title"), report);
  const options = readOptions(parts.options, pointer(path, "options"), report);
  const range = parts.range === undefined ? {} : readInterval(parts.range, pointer(path, "range"), report);
  if (!shaped.ok || !range) return undefined;
  if ((parts.title !== undefined && !title) || (parts.options !== undefined && !options)) return undefined;
  const { fields } = shaped;
  return given({
    name,
    type: fields.type,
    optional: fields.optional ?? false,
    title,
    unit: fields.unit,
    options,
    range,
  });
}
