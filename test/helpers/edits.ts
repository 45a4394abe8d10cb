/** A document with one thing done to it: whatever stands in it, said otherwise, left out, put in another order. */
import type { DocumentValue } from "../../src/model/document.js";

export type DocumentMapping = { readonly [key: string]: DocumentValue };

export interface Edit {
  readonly document: DocumentMapping;
  /** Where, and what: `/indicators/0/points 4 → 41`. */
  readonly what: string;
  readonly at: readonly string[];
  readonly how: "said otherwise" | "left out" | "twice" | "changes places";
}

/** Every one there is, but for what makes it another kind of document. Only few of them are still valid rubrics. */
export function* editsOf(document: DocumentMapping): Generator<Edit> {
  yield* below(document, []);

  function* below(value: DocumentValue, path: readonly string[]): Generator<Edit> {
    if (typeof value !== "object" || value === null) return;
    const entries: readonly Entry[] = Object.entries(value);
    for (const [place, [key, part]] of entries.entries()) {
      const at = [...path, key];
      /** So many entries from here on are these instead. */
      const edited = (how: Edit["how"], count: number, instead: readonly Entry[], what: string = how): Edit => {
        const others = [...entries.slice(0, place), ...instead, ...entries.slice(place + count)];
        const edit = withEntries(document, path, others) as DocumentMapping;
        return { document: edit, what: `/${at.join("/")} ${what}`, at, how };
      };
      for (const other of otherThan(part))
        yield edited("said otherwise", 1, [[key, other]], `${String(part)} → ${String(other)}`);
      if (path.length > 0 || (key !== "kind" && key !== "id")) yield edited("left out", 1, []);
      const next = entries[place + 1];
      if (Array.isArray(value)) yield edited("twice", 0, [[key, part]]);
      if (Array.isArray(value) && next) yield edited("changes places", 2, [next, [key, part]]);
      yield* below(part, at);
    }
  }
}

type Entry = readonly [string, DocumentValue];

function otherThan(value: DocumentValue): readonly DocumentValue[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value !== "string") return [];
  return /^\d+$/.test(value) ? [`${value}1`, `${value}.0`] : [`${value}1`];
}

/** The same document with other entries at one place; what is beside it is shared. */
function withEntries(value: DocumentValue, path: readonly string[], entries: readonly Entry[]): DocumentValue {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (Array.isArray(value)) return entries.map(([, part]) => part);
    return mapOf(entries);
  }
  if (Array.isArray(value))
    return value.map((part: DocumentValue, i) => (String(i) === key ? withEntries(part, rest, entries) : part));
  return mapOf(
    Object.entries(value as DocumentMapping).map(([name, part]): Entry => [
      name,
      name === key ? withEntries(part, rest, entries) : part,
    ]),
  );
}

/** As a document has it: without a prototype. */
function mapOf(entries: readonly Entry[]): DocumentMapping {
  const map = Object.create(null) as { [key: string]: DocumentValue };
  for (const [key, part] of entries) map[key] = part;
  return map;
}
