/** A supplied value against its declaration: usable, or not. */
import { monthOf, readDay } from "./calendar.js";
import { ids, isList, isMap, map } from "./plain.js";
import { isWhole, readNumber, whole } from "./rational.js";
import { holds, readSpan } from "./span.js";
import type { Day } from "./calendar.js";
import type { Plain, PlainMap } from "./plain.js";
import type { Q } from "./rational.js";

export type Value =
  | { readonly type: "boolean"; readonly is: boolean }
  | { readonly type: "number"; readonly n: Q }
  | { readonly type: "day"; readonly day: Day }
  /** Texts, credit codes and the one option of a choice. */
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "set"; readonly held: readonly string[] }
  | EventList;

export interface EventList {
  readonly type: "events";
  readonly entries: readonly Entry[];
  /** Entries that cannot be used; bounds leave each out, and count it at worst and best. */
  readonly broken: readonly BrokenEntry[];
}

export interface Entry {
  readonly day: Day;
  readonly kind: string;
  /** date, kind, month and year among them. */
  readonly fields: ReadonlyMap<string, Value>;
}

export interface BrokenEntry {
  /** Absent where not even the kind can be read. */
  readonly kind?: string;
}

/** The value, or undefined when it cannot be used. A list of events with unusable entries is still a list. */
export function readValue(declaration: PlainMap, supplied: Plain | undefined): Value | undefined {
  switch (declaration["type"]) {
    case "boolean":
      return typeof supplied === "boolean" ? { type: "boolean", is: supplied } : undefined;
    case "integer":
    case "decimal":
      return readNumeric(declaration, supplied);
    case "date": {
      const day = readDay(supplied);
      return day === undefined ? undefined : { type: "day", day };
    }
    case "choice":
      return typeof supplied === "string" && ids(declaration["options"]).includes(supplied)
        ? { type: "text", text: supplied }
        : undefined;
    case "choices":
      return readSet(declaration, supplied);
    case "text":
      return typeof supplied === "string" ? { type: "text", text: supplied } : undefined;
    case "credit-code":
      return typeof supplied === "string" && validCode(supplied) ? { type: "text", text: supplied } : undefined;
    case "events":
      return isList(supplied) ? readEvents(declaration, supplied) : undefined;
    default:
      throw new Error(`no such type: ${String(declaration["type"])}`);
  }
}

function readNumeric(declaration: PlainMap, supplied: Plain | undefined): Value | undefined {
  const n = readNumber(supplied);
  if (n === undefined || (declaration["type"] === "integer" && !isWhole(n))) return undefined;
  return holds(readSpan(map(declaration["range"]), false), n) ? { type: "number", n } : undefined;
}

function readSet(declaration: PlainMap, supplied: Plain | undefined): Value | undefined {
  if (!isList(supplied)) return undefined;
  const options = ids(declaration["options"]);
  const held = supplied.map(String);
  if (!supplied.every((one) => typeof one === "string" && options.includes(one))) return undefined;
  return new Set(held).size === held.length ? { type: "set", held } : undefined;
}

function readEvents(declaration: PlainMap, supplied: readonly Plain[]): EventList {
  const entries: Entry[] = [];
  const broken: BrokenEntry[] = [];
  for (const one of supplied) {
    const entry = readEntry(declaration, one);
    if ("day" in entry) entries.push(entry);
    else broken.push(entry);
  }
  return { type: "events", entries, broken };
}

function readEntry(declaration: PlainMap, supplied: Plain): Entry | BrokenEntry {
  if (!isMap(supplied)) return {};
  const kind = readKind(declaration, supplied["kind"]);
  const broken: BrokenEntry = kind === undefined ? {} : { kind };
  const day = readDay(supplied["date"]);
  if (kind === undefined || day === undefined) return broken;
  const fields = new Map<string, Value>([
    ["date", { type: "day", day }],
    ["kind", { type: "text", text: kind }],
    ["month", { type: "text", text: monthOf(day) }],
    ["year", { type: "number", n: whole(day.year) }],
  ]);
  const declared = map(declaration["fields"]);
  for (const [name, field] of Object.entries(declared)) {
    if (supplied[name] === undefined) {
      if (map(field)["optional"] === true) continue;
      return broken;
    }
    const value = readValue(map(field), supplied[name]);
    if (value === undefined) return broken;
    fields.set(name, value);
  }
  const known = Object.keys(supplied).every((key) => key === "date" || key === "kind" || Object.hasOwn(declared, key));
  return known ? { day, kind, fields } : broken;
}

function readKind(declaration: PlainMap, supplied: Plain | undefined): string | undefined {
  if (typeof supplied !== "string") return undefined;
  return declaration["kinds"] === undefined || ids(declaration["kinds"]).includes(supplied) ? supplied : undefined;
}

const CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** The eighteenth sign of a credit code (GB 32100), made from the first seventeen. */
export function checkSign(body: string): string {
  let weight = 1;
  let weighed = 0;
  for (const sign of body.slice(0, 17)) {
    weighed += CODE_SIGNS.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return CODE_SIGNS.charAt((31 - (weighed % 31)) % 31);
}

function validCode(code: string): boolean {
  return (
    code.length === 18 && [...code].every((sign) => CODE_SIGNS.includes(sign)) && checkSign(code) === code.charAt(17)
  );
}
