/** Documents as an author writes them: plain values, read key by key, nothing validated. */
import { readNumber } from "./rational.js";
import type { Q } from "./rational.js";

export type Plain = null | boolean | number | string | readonly Plain[] | PlainMap;
export interface PlainMap {
  readonly [key: string]: Plain | undefined;
}

export function isMap(value: unknown): value is PlainMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly Plain[] {
  return Array.isArray(value);
}

/** A map that has to be there; an absent one reads as empty where `value` is undefined. */
export function map(value: Plain | undefined): PlainMap {
  if (value === undefined) return {};
  if (!isMap(value)) throw new Error(`expected a map, got ${JSON.stringify(value)}`);
  return value;
}

export function list(value: Plain | undefined): readonly Plain[] {
  if (value === undefined) return [];
  if (!isList(value)) throw new Error(`expected a list, got ${JSON.stringify(value)}`);
  return value;
}

export const maps = (value: Plain | undefined): readonly PlainMap[] => list(value).map(map);

/** Ids and words; a number stands for its text. */
export function text(value: Plain | undefined): string {
  if (typeof value !== "string" && typeof value !== "number")
    throw new Error(`expected text, got ${JSON.stringify(value)}`);
  return String(value);
}

export function number(value: Plain | undefined): Q {
  const read = readNumber(value);
  if (read === undefined) throw new Error(`expected a number, got ${JSON.stringify(value)}`);
  return read;
}

/** `options` and `kinds`: a list of ids, or a map id → title. */
export function ids(value: Plain | undefined): readonly string[] {
  return isMap(value) ? Object.keys(value) : list(value).map(text);
}

export const has = (value: PlainMap, key: string): boolean => Object.hasOwn(value, key) && value[key] !== undefined;
