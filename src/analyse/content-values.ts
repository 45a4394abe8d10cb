/** Values of a document: what they are, whether they are the same, and how they are told in the author's words. */
import type { DocumentValue } from "../model/document.js";

export type Mapping = { readonly [key: string]: DocumentValue };

export function isMapping(value: DocumentValue | undefined): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isListOfMappings(value: DocumentValue | undefined): value is readonly Mapping[] {
  return Array.isArray(value) && value.every((entry: DocumentValue) => isMapping(entry));
}

/** What a key says; an object of a document has no prototype, and none other gets here. */
export function valueOf(mapping: Mapping, key: string): DocumentValue | undefined {
  return Object.hasOwn(mapping, key) ? mapping[key] : undefined;
}

export function textOf(mapping: Mapping, key: string): string | undefined {
  const value = valueOf(mapping, key);
  return typeof value === "string" ? value : undefined;
}

export function without(mapping: Mapping, keys: readonly string[]): Mapping {
  const rest = Object.create(null) as { [key: string]: DocumentValue };
  for (const [key, value] of Object.entries(mapping)) if (!keys.includes(key)) rest[key] = value;
  return rest;
}

/** One text for one content, whatever the order of keys. */
export function keyOf(value: DocumentValue): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const known = KEYS.get(value);
  if (known !== undefined) return known;
  const key = Array.isArray(value)
    ? `[${value.map((entry: DocumentValue) => keyOf(entry)).join(",")}]`
    : `{${Object.keys(value)
        .sort()
        .map((name) => `${JSON.stringify(name)}:${keyOf((value as Mapping)[name]!)}`)
        .join(",")}}`;
  KEYS.set(value, key);
  return key;
}

/** Asked again at every level of a nested value: without it, a deep one would take as many times as long. */
const KEYS = new WeakMap<object, string>();

export function isSame(a: DocumentValue | undefined, b: DocumentValue | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && keyOf(a) === keyOf(b));
}

/** Ends of an interval, by the key that writes each. */
export const SIGNS: Readonly<Record<string, string>> = { at_least: "≥", above: ">", at_most: "≤", below: "<" };

export function isInterval(value: Mapping): boolean {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => Object.hasOwn(SIGNS, key) && typeof value[key] === "string");
}

/** On one line, as an author would write it; an interval as `≥ 3, < 5`. Null where nothing is said. */
export function spelled(value: DocumentValue | undefined): string | null {
  return value === undefined ? null : spell(value);
}

function spell(value: DocumentValue): string {
  if (value === null) return "~";
  if (typeof value === "boolean") return String(value);
  // What is text, and would not be read as text.
  if (typeof value === "string") return /^(|~|true|false|null)$/.test(value) ? JSON.stringify(value) : value;
  if (Array.isArray(value)) return `[${value.map((entry: DocumentValue) => spell(entry)).join(", ")}]`;
  const mapping = value as Mapping;
  const keys = Object.keys(mapping);
  if (keys.length === 0) return "{}";
  if (isInterval(mapping))
    return keys
      .sort(byEnd)
      .map((key) => `${SIGNS[key]} ${mapping[key] as string}`)
      .join(", ");
  return `{ ${keys
    .sort(byRank)
    .map((key) => `${key}: ${spell(mapping[key]!)}`)
    .join(", ")} }`;
}

/** Low end first. */
function byEnd(a: string, b: string): number {
  const ends = Object.keys(SIGNS);
  return ends.indexOf(a) - ends.indexOf(b);
}

/** What it is before what it is worth, then by the alphabet: the order in which an author wrote keys says nothing. */
export function byRank(a: string, b: string): number {
  const [one, other] = [RANKS.indexOf(a), RANKS.indexOf(b)];
  if (one !== other) return (one < 0 ? RANKS.length : one) - (other < 0 ? RANKS.length : other);
  return a < b ? -1 : a > b ? 1 : 0;
}

const RANKS: readonly string[] = [
  "id",
  "version",
  "status",
  "effective",
  "title",
  "category",
  "rule",
  "mode",
  "type",
  "fact",
  "field",
  "kind",
  "when",
  "points",
  "weight",
];
