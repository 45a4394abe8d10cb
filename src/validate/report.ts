/** Collects what is found in one document, each finding with its place. */
import type { CaseCode, ValidateCode } from "../model/codes.js";
import type { Diagnostic, DiagnosticData, Range, RelatedPlace, Subject, Text } from "../model/diagnostic.js";
import type { Document, DocumentValue } from "../model/document.js";
import { findingsLeftOut } from "../messages/limit.js";
import { diagnose, fill } from "../messages/diagnose.js";
import { nearest } from "../base/nearest.js";
import { pointer } from "../base/pointer.js";

export interface Report {
  /** `path` is a JSON pointer; the range is that of the value unless `detail` says otherwise. */
  readonly add: (code: ValidateCode | CaseCode, path: string, data?: DiagnosticData, detail?: Detail) => void;
  /** The same report; what is added through it is about this subject. */
  readonly about: (kind: Subject["kind"], id: string | undefined) => Report;
  /** A value that cannot be used at all: nothing more is said about it. */
  readonly reject: (code: ValidateCode, path: string, data?: DiagnosticData) => void;
  /** Whether something at or below a path was rejected. */
  readonly hasRejected: (path: string) => boolean;
  readonly errors: () => number;
  /** Errors, warnings and all. */
  readonly count: () => number;
  /** "Did you mean", as long as that does not cost too much: hostile texts make many mistakes against long lists. */
  readonly nearest: (word: string, candidates: readonly string[]) => readonly string[];
  /** In the order of the document. */
  readonly list: () => readonly Diagnostic[];
}

export interface Detail {
  /** Which part to underline: `holder` is the key of a mapping that lacks something. */
  readonly part?: "key" | "value" | "holder" | undefined;
  /** Instead of the hint of the catalogue; `{name}` is filled from the data. */
  readonly hint?: Text | undefined;
  /** Likewise instead of the sentence of the catalogue, where it can be said more closely. */
  readonly message?: Text | undefined;
  readonly related?: readonly { readonly path: string; readonly message: Text }[];
}

export function newReport(document?: Pick<Document, "locate" | "value">): Report {
  const locate = document?.locate ?? (() => undefined);
  const value = document?.value ?? null;
  return reportAbout(
    { errors: 0, left: 0, comparisons: 0, found: [], rejected: new Set(), holders: new Set(), locate, value },
    undefined,
  );
}

const MAX_COMPARISONS = 20_000;

/** More than anybody is shown; the rest is counted, so that a hostile text cannot fill the memory. */
const MAX_FINDINGS = 10_000;

interface Findings {
  readonly found: Diagnostic[];
  readonly rejected: Set<string>;
  /** Rejected paths and everything above them. */
  readonly holders: Set<string>;
  errors: number;
  left: number;
  comparisons: number;
  readonly locate: Document["locate"];
  readonly value: DocumentValue;
}

function reportAbout(findings: Findings, subject: Subject | undefined): Report {
  const { found, rejected, holders, locate, value } = findings;
  const add: Report["add"] = (code, path, data = {}, detail = {}) => {
    if (rejected.has(path)) return;
    const related = detail.related?.map((place) => relatedPlace(place, data, locate));
    const diagnostic = diagnose(
      code,
      { path, range: placeOf(path, detail.part, locate, value), subject, related },
      data,
    );
    if (diagnostic.severity === "error") findings.errors += 1;
    if (found.length >= MAX_FINDINGS) {
      findings.left += 1;
      return;
    }
    found.push({
      ...diagnostic,
      ...(detail.message && { message: fillText(detail.message, data) }),
      ...(detail.hint && { hint: fillText(detail.hint, data) }),
    });
  };
  return {
    add,
    about: (kind, id) => (id === undefined ? reportAbout(findings, subject) : reportAbout(findings, { kind, id })),
    reject(code, path, data) {
      add(code, path, data);
      rejected.add(path);
      for (let at = path; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) holders.add(at);
      holders.add("");
    },
    hasRejected: (path) => holders.has(path),
    errors: () => findings.errors,
    count: () => found.length + findings.left,
    nearest(word, candidates) {
      findings.comparisons += candidates.length;
      return findings.comparisons > MAX_COMPARISONS ? [] : nearest(word, candidates);
    },
    list() {
      const list = [...found].sort(byPlace);
      return findings.left === 0
        ? list
        : [...list, findingsLeftOut(findings.left, findings.errors > 0 ? "error" : "warning")];
    },
  };
}

function placeOf(
  path: string,
  part: Detail["part"],
  locate: Document["locate"],
  whole: DocumentValue,
): Range | undefined {
  if (part === "value" || part === undefined) return locate(path, "value");
  if (part === "key") return locate(path, "key") ?? locate(path, "value");
  // A whole mapping is too much to underline: its key, or the entry that names it, or the first key in it.
  return (
    locate(path, "key") ??
    locate(pointer(path, "id"), "value") ??
    locate(pointer(path, "kind"), "value") ??
    locate(pointer(path, firstKey(whole, path)), "key") ??
    locate(path, "value")
  );
}

function firstKey(whole: DocumentValue, path: string): string {
  let value: DocumentValue | undefined = whole;
  for (const step of path.split("/").slice(1)) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return "";
    value = (value as { readonly [key: string]: DocumentValue })[name];
  }
  return typeof value === "object" && value !== null ? (Object.keys(value)[0] ?? "") : "";
}

function relatedPlace(
  place: { readonly path: string; readonly message: Text },
  data: DiagnosticData,
  locate: Document["locate"],
): RelatedPlace {
  const range = locate(place.path, "value");
  return { message: fillText(place.message, data), path: place.path, ...(range && { range }) };
}

function fillText(text: Text, data: DiagnosticData): Text {
  return { zh: fill(text.zh, data, "、"), en: fill(text.en, data, ", ") };
}

/** By place; without places by path, numbers in paths as numbers. The code decides between findings of one place. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.range && b.range) {
    const order = a.range.offset[0] - b.range.offset[0] || a.range.offset[1] - b.range.offset[1];
    if (order !== 0) return order;
  } else if (a.range || b.range) {
    return a.range ? -1 : 1;
  }
  return comparePaths(a.path, b.path) || compareTexts(a.code, b.code);
}

function comparePaths(a: string, b: string): number {
  const left = a.split("/");
  const right = b.split("/");
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const order = compareKeys(left[i]!, right[i]!);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareKeys(a: string, b: string): number {
  return /^\d{1,9}$/.test(a) && /^\d{1,9}$/.test(b) ? Number(a) - Number(b) : compareTexts(a, b);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
