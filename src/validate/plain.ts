/** Any JavaScript value → the value of a document, or findings. Reads a hostile value without ever throwing. */
import type { ValidateCode } from "../model/codes.js";
import type { DiagnosticData } from "../model/diagnostic.js";
import type { DocumentValue } from "../model/document.js";
import type { Report } from "./report.js";
import { decimalOfNumber } from "../base/decimal-text.js";
import { pointer } from "../base/pointer.js";

const MAX_DEPTH = 64;
const MAX_ENTRIES = 10_000;
const MAX_VALUES = 600_000;

/**
 * What cannot be used is rejected in the report and stands as null, so that the rest can still be looked at. Undefined
 * when the value is too large to be looked at.
 */
export function toDocumentValue(value: unknown, report: Report, maxCharacters: number): DocumentValue | undefined {
  const reading: Reading = { report, holders: [], values: 0, characters: 0, maxCharacters, stopped: false };
  const read = readValue(value, "", reading);
  return reading.stopped ? undefined : read;
}

interface Reading {
  readonly report: Report;
  /** The objects around the current value, against cycles. */
  readonly holders: object[];
  values: number;
  characters: number;
  readonly maxCharacters: number;
  stopped: boolean;
}

function readValue(value: unknown, path: string, reading: Reading): DocumentValue {
  if (reading.stopped) return null;
  reading.values += 1;
  if (reading.values > MAX_VALUES) return stop(path, MAX_VALUES, reading);
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "string") return readText(value, path, reading);
  if (typeof value === "object") return readObject(value, path, reading);
  if (typeof value !== "number") return reject("value-not-plain", path, { got: typeof value }, reading);
  return decimalOfNumber(value) ?? reject("number-precision", path, { got: String(value) }, reading);
}

function readText(value: string, path: string, reading: Reading): DocumentValue {
  reading.characters += value.length;
  if (reading.characters > reading.maxCharacters) return stop(path, reading.maxCharacters, reading);
  return /[\ud800-\udfff]/u.test(value) ? reject("text-broken", path, {}, reading) : value;
}

function readObject(value: object, path: string, reading: Reading): DocumentValue {
  if (reading.holders.includes(value)) return reject("value-cyclic", path, {}, reading);
  if (reading.holders.length >= MAX_DEPTH) return reject("value-too-deep", path, { limit: MAX_DEPTH }, reading);
  reading.holders.push(value);
  try {
    // Proxies and getters are foreign code; whatever it throws is one finding.
    return Array.isArray(value) ? readList(value, path, reading) : readMapping(value, path, reading);
  } catch {
    return reject("value-unreadable", path, {}, reading);
  } finally {
    reading.holders.pop();
  }
}

function readList(value: readonly unknown[], path: string, reading: Reading): DocumentValue {
  const { length } = value;
  if (!(length <= MAX_ENTRIES)) return reject("value-too-wide", path, { limit: MAX_ENTRIES }, reading);
  const list: DocumentValue[] = [];
  for (let i = 0; i < length; i += 1) list.push(readProperty(value, i, path, reading) ?? null);
  return list;
}

function readMapping(value: object, path: string, reading: Reading): DocumentValue {
  const prototype: unknown = Object.getPrototypeOf(value);
  // An object of another realm has that realm's Object.prototype, which itself has none above it.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    return reject("value-not-plain", path, { got: "class instance" }, reading);
  }
  const keys = Reflect.ownKeys(value);
  if (keys.length > MAX_ENTRIES) return reject("value-too-wide", path, { limit: MAX_ENTRIES }, reading);
  const mapping = Object.create(null) as { [key: string]: DocumentValue };
  for (const key of keys) {
    if (typeof key === "symbol") return reject("value-not-plain", path, { got: "symbol" }, reading);
    const entry = readText(key, path, reading) === key ? readProperty(value, key, path, reading) : undefined;
    if (entry !== undefined) mapping[key] = entry;
  }
  return mapping;
}

/** As in JSON, a key without a value is not there. */
function readProperty(holder: object, key: string | number, path: string, reading: Reading): DocumentValue | undefined {
  const at = pointer(path, key);
  let value: unknown;
  try {
    value = (holder as Record<string | number, unknown>)[key];
  } catch {
    return reject("value-unreadable", at, {}, reading);
  }
  if (value === undefined && typeof key === "string") return undefined;
  return readValue(value, at, reading);
}

function reject(code: ValidateCode, path: string, data: DiagnosticData, reading: Reading): null {
  reading.report.reject(code, path, data);
  return null;
}

function stop(path: string, limit: number, reading: Reading): null {
  if (reading.stopped) return null;
  reading.stopped = true;
  reading.report.reject("value-too-large", path, { limit });
  return null;
}
