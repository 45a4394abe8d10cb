/** Small things that every reader needs to build its value. */
import type { DocumentValue } from "../model/document.js";
import type { Report } from "./report.js";
import { pointer } from "../base/pointer.js";
import { idProblem } from "./scalars.js";
import { isGivenMapping, isRight } from "./shape.js";

export type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Without the keys that are undefined: an absent key and an undefined one print differently. */
export function given<T extends object>(value: T): Given<T> {
  const kept: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(value)) if (entry !== undefined) kept[key] = entry;
  return kept as Given<T>;
}

/**
 * A mapping from the author's ids, read entry by entry and sorted by id, so that the order of keys changes nothing.
 * `ok` when every entry could be read.
 */
export function readMap<T>(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
  read: (id: string, value: DocumentValue, path: string) => T | undefined,
): { readonly ok: boolean; readonly entries: readonly T[] } {
  if (value === undefined) return { ok: true, entries: [] };
  if (!isGivenMapping(value, path, report)) return { ok: false, entries: [] };
  const ids = Object.keys(value).sort();
  const values = ids.map((id) => {
    const at = pointer(path, id);
    return isRight(idProblem, id, at, keyReport(report)) ? read(id, value[id]!, at) : undefined;
  });
  const entries = values.filter((entry) => entry !== undefined);
  return { ok: entries.length === ids.length, entries };
}

/** Findings about a key stand on the key. */
function keyReport(report: Report): Report {
  return { ...report, add: (code, path, data, detail) => report.add(code, path, data, { ...detail, part: "key" }) };
}

/** Enough of a list to recognise it in a sentence. */
export function someOf(words: readonly string[]): readonly string[] {
  return words.length > 12 ? [...words.slice(0, 12), "…"] : words;
}

/** Every value of a list read; undefined when one of them could not be. */
export function all<T>(values: readonly (T | undefined)[] | undefined): readonly T[] | undefined {
  return values?.every((value) => value !== undefined) ? (values as readonly T[]) : undefined;
}
