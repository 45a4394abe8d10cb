/** Whether a value is a record at all: stored files are untrusted. */
import { canonicalJson } from "../base/canonical.js";
import type { ScoreRecord } from "../model/record.js";

/** The frame only: what stands inside is compared, not believed. */
export function isRecord(value: unknown): value is ScoreRecord {
  if (!isObject(value) || value["format"] !== "chengxin/record@1") return false;
  const { engine, rubrics, inputs, assessment, redacted, digests } = value;
  return (
    isObject(engine) &&
    typeof engine["version"] === "string" &&
    typeof engine["semantics"] === "number" &&
    Array.isArray(rubrics) &&
    rubrics.every(isRubric) &&
    isObject(inputs) &&
    isObject(assessment) &&
    isObject(assessment["scheme"]) &&
    typeof assessment["scheme"]["id"] === "string" &&
    typeof assessment["scheme"]["version"] === "string" &&
    isObject(digests) &&
    ["inputs", "trace", "record"].every((name) => typeof digests[name] === "string") &&
    (redacted === undefined || isRedaction(redacted)) &&
    isPlain([engine, rubrics, inputs, assessment, redacted ?? null])
  );
}

function isRubric(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { kind, id, version, bytes, content, embedded } = value;
  return (
    (kind === "scheme" || kind === "sheet") &&
    [id, version, content].every((part) => typeof part === "string") &&
    (bytes === null || typeof bytes === "string") &&
    (embedded === undefined || (isObject(embedded) && typeof embedded["text"] === "string"))
  );
}

function isRedaction(value: unknown): boolean {
  if (!isObject(value) || typeof value["of"] !== "string" || !Array.isArray(value["places"])) return false;
  return value["places"].every(
    (place) => isObject(place) && typeof place["path"] === "string" && typeof place["digest"] === "string",
  );
}

/** What has no canonical text was never under a digest. */
function isPlain(value: unknown): boolean {
  try {
    canonicalJson(value);
    return true;
  } catch {
    return false;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
