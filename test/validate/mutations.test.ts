/** One slip of the pen anywhere in a valid rubric is one finding, at that place, and a misspelt key is recognised. */
import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import type { Document, DocumentValue } from "../../src/model/document.js";
import { pointer } from "../../src/base/pointer.js";
import { readDocument } from "../../src/parse/read-document.js";
import { validateRubricDocument } from "../../src/validate/rubric.js";
import { makeRandom } from "../helpers/random/prng.js";
import { EVERY_RULE, SCHEME } from "./valid.js";

type Mapping = { readonly [key: string]: DocumentValue };
type Change = (key: string, value: DocumentValue) => readonly [string, DocumentValue] | undefined;

// Hundreds of documents each: a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

describe.each([
  ["sheet", EVERY_RULE],
  ["scheme", SCHEME],
])("in a %s", (_, text) => {
  const document = readDocument(text, "rubric").document!;
  const places = keysOf(document.value, "");

  test("a misspelt key is one finding, which names the key", () => {
    for (const { path, key } of places) {
      const found = foundAfter(document, path, (name, value) => [`${name}x`, value]);
      expect([path, ...found.map(({ code }) => code)]).toEqual([path, "unknown-key"]);
      expect([path, found[0]?.data?.["nearest"]]).toEqual([path, expect.arrayContaining([key])]);
    }
  });

  test("a key with nothing behind it is one finding, on the key", () => {
    for (const { path } of places) {
      const found = foundAfter(document, path, (name) => [name, null]);
      expect(found.map((finding) => `${finding.code} ${finding.path}`)).toEqual([`empty-value ${path}`]);
    }
  });

  test("a value of another kind is one finding, at or below its key", () => {
    for (const { path, value } of places) {
      // A title may be one text or two; every other place takes one kind of value.
      if (path.endsWith("/title") && typeof value === "object") continue;
      const other: DocumentValue = typeof value === "object" ? "一" : [["一"]];
      const found = foundAfter(document, path, (name) => [name, other]);
      expect([path, found.length]).toEqual([path, 1]);
      expect([path, found[0]?.path.startsWith(path)]).toEqual([path, true]);
    }
  });

  test("a key that is left out is at most a few findings, and never an exception", () => {
    for (const { path } of places) {
      const found = foundAfter(document, path, () => undefined);
      expect([path, found.length <= 4]).toEqual([path, true]);
    }
  });
});

describe("in the sheet for property management", () => {
  const file = new URL("../../rubrics/sheets/sectors/property-management-2023.yaml", import.meta.url);
  const document = readDocument(readFileSync(file, "utf8"), "rubric").document!;
  const paths = pathsIn(document.value, "");
  const random = makeRandom(7);

  test("any node deleted, misspelt, of another kind, empty or there twice is one finding at most", () => {
    const many: string[] = [];
    let wrong = 0;
    for (let i = 0; i < 200; i += 1) {
      const [path, [name, slip]] = [random.pick(paths), random.pick(Object.entries(SLIPS))];
      const value = slipped(document.value, path.split("/").slice(1).map(unescaped), slip);
      const found = validateRubricDocument({ ...document, value, locate: () => undefined }).diagnostics;
      if (found.length > 0) wrong += 1;
      if (found.length > 1) many.push(`${name} ${path}: ${found.map(({ code }) => code).join(", ")}`);
    }
    expect(many).toEqual([]);
    // The rest are optional keys left out, ids and titles with another letter, and facts that another file may declare.
    expect(wrong).toBeGreaterThan(80);
  });
});

type Slip = (entry: readonly [string, DocumentValue]) => readonly (readonly [string, DocumentValue])[];

const SLIPS: Readonly<Record<string, Slip>> = {
  deleted: () => [],
  misspelt: ([key, value]) => [[`${key.slice(0, -1)}x`, typeof value === "string" ? `${value}x` : value]],
  "of another kind": ([key, value]) => [[key, typeof value === "object" ? "一" : [["一"]]]],
  empty: ([key]) => [[key, null]],
  "there twice": (entry) => [entry, entry],
};

function pathsIn(value: DocumentValue, path: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const at = pointer(path, key);
    return [at, ...pathsIn(entry as DocumentValue, at)];
  });
}

/** One entry of a mapping or a list replaced by what a slip makes of it; in a list the key says nothing. */
function slipped(value: DocumentValue, [first, ...rest]: readonly string[], slip: Slip): DocumentValue {
  const entries = Object.entries(value as Mapping).flatMap(([key, entry]) => {
    if (key !== first) return [[key, entry] as const];
    return rest.length === 0 ? slip([key, entry]) : [[key, slipped(entry, rest, slip)] as const];
  });
  return Array.isArray(value) ? entries.map(([, entry]) => entry) : Object.fromEntries(entries);
}

function unescaped(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** Every key of the language; ids that the author chose are no keys of ours. */
function keysOf(value: DocumentValue, path: string): readonly { path: string; key: string; value: DocumentValue }[] {
  if (Array.isArray(value)) return value.flatMap((entry, i) => keysOf(entry, pointer(path, i)));
  if (typeof value !== "object" || value === null) return [];
  const isAuthors = /^\/(facts|documents)$|\/(fields|kinds|options|points|weights)$|\/rows\/\d+\/when$/.test(path);
  return Object.entries(value).flatMap(([key, entry]) => {
    const at = pointer(path, key);
    return [...(isAuthors ? [] : [{ path: at, key, value: entry }]), ...keysOf(entry, at)];
  });
}

function foundAfter(document: Document, path: string, change: Change): readonly Diagnostic[] {
  const value = changed(document.value, "", path, change);
  return validateRubricDocument({ ...document, value, locate: () => undefined }).diagnostics;
}

function changed(value: DocumentValue, path: string, target: string, change: Change): DocumentValue {
  if (!target.startsWith(path)) return value;
  if (Array.isArray(value)) return value.map((entry, i) => changed(entry, pointer(path, i), target, change));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value as Mapping).flatMap(([key, entry]) => {
    const at = pointer(path, key);
    const kept: readonly [string, DocumentValue] | undefined =
      at === target ? change(key, entry) : [key, changed(entry, at, target, change)];
    return kept ? [kept] : [];
  });
  return Object.fromEntries(entries);
}
