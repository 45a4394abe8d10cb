/** `facts:` of a fact sheet: a bare value, or `{ value, evidence, note, record }`, or `{ missing: true, note }`. */
import type { DocumentValue } from "../model/document.js";
import type { SuppliedFact, SuppliedValue } from "../model/fact.js";
import { pointer } from "../base/pointer.js";
import { hints } from "../messages/validate.js";
import { given } from "./given.js";
import type { Report } from "./report.js";
import { digest, justTrue, listOrEmpty, text } from "./scalars.js";
import { isGivenMapping, isMapping, nameOf, part, shape } from "./shape.js";
import { suggestOf } from "./suggest.js";
import { optional, strictObject } from "./zod.js";

export const valueWrapperShape = strictObject({
  value: part("supplied-value"),
  evidence: optional(listOrEmpty(text)),
  note: optional(text),
  record: optional(digest),
});
export const missingWrapperShape = strictObject({ missing: justTrue, note: optional(text) });

/** Sorted by id. An entry that cannot be used is invalid rather than absent: a closed sheet would call it missing. */
export function readSuppliedFacts(
  value: DocumentValue | undefined,
  report: Report,
  path = "/facts",
): readonly SuppliedFact[] {
  if (value === undefined || !isGivenMapping(value, path, report)) return [];
  return Object.keys(value)
    .sort()
    .map((id) => readSupplied(id, value[id]!, pointer(path, id), report.about("fact", id)))
    .filter((fact) => fact !== undefined);
}

function readSupplied(id: string, value: DocumentValue, path: string, report: Report): SuppliedFact | undefined {
  if (report.hasRejected(path)) return invalid(id, path);
  if (value === null) return empty(path, report);
  if (!isMapping(value)) return { id, state: "given", value, path, evidence: [] };
  if (value["value"] !== undefined && value["missing"] !== undefined) {
    report.add("value-and-missing", pointer(path, "missing"), { fact: id }, { part: "key" });
    return invalid(id, path);
  }
  if (value["missing"] !== undefined) return readMissing(id, value, path, report);
  if (value["value"] !== undefined) return readValue(id, value, path, report);
  const misspelt = suggestOf(
    Object.keys(value).filter((key) => !["evidence", "note", "record"].includes(key)),
    ["value", "missing"],
  );
  if (misspelt) {
    const { word: key, nearest } = misspelt;
    const data = { key, nearest, allowed: Object.keys(valueWrapperShape.shape) };
    report.add("unknown-key", pointer(path, key), data, { part: "key", hint: hints.didYouMean });
    return invalid(id, path);
  }
  report.add("fact-not-wrapped", path, { fact: id }, { part: "key" });
  return invalid(id, path);
}

function readValue(
  id: string,
  value: { readonly [key: string]: DocumentValue },
  path: string,
  report: Report,
): SuppliedFact | undefined {
  if (value["value"] === null) return empty(pointer(path, "value"), report);
  const { fields, wrong } = shape(valueWrapperShape, value, path, report);
  const { evidence = [], note, record } = fields;
  const at = pointer(path, "value");
  // A value with a digest that is none does not stand where it is said to come from.
  if (fields.value === undefined || wrong.has("record")) return invalid(id, at);
  return given({ id, state: "given" as const, value: fields.value as SuppliedValue, path: at, evidence, note, record });
}

function readMissing(id: string, value: DocumentValue, path: string, report: Report): SuppliedFact {
  const { fields } = shape(missingWrapperShape, value, path, report);
  return fields.missing
    ? given({ id, state: "missing" as const, path, evidence: [], note: fields.note })
    : invalid(id, path);
}

/** Nothing behind a fact says nothing about it. */
function empty(path: string, report: Report): undefined {
  report.add("fact-empty", path, nameOf(path), { part: "key" });
  return undefined;
}

function invalid(id: string, path: string): SuppliedFact {
  return { id, state: "given", invalid: true, path, evidence: [] };
}
