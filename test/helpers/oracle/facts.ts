/** What is known: the state, value and domain of every declared fact, supplied or derived. */
import { readDay } from "./calendar.js";
import { derived } from "./derive.js";
import { has, isList, isMap, map, maps, text } from "./plain.js";
import { closed, readSpan, REALS } from "./span.js";
import { readValue } from "./values.js";
import type { Day } from "./calendar.js";
import type { Plain, PlainMap } from "./plain.js";
import type { Span } from "./span.js";
import type { Value } from "./values.js";

export type State = "given" | "unknown" | "missing" | "invalid";

export interface Known {
  readonly state: State;
  /** When given; and of an invalid list of events, its usable part. */
  readonly value?: Value;
  /** Of numbers: the values it can have; a point when given. */
  readonly domain: Span;
  /** Open now, and may turn out missing. */
  readonly mayGoMissing: boolean;
  /** A completion can change it: it is open itself, or comes from something that is. */
  readonly mayChange: boolean;
}

export interface Facts {
  readonly asOf: Day;
  readonly declarations: ReadonlyMap<string, PlainMap>;
  readonly know: (id: string) => Known;
}

/** `documents` are the scheme and the sheets; what they declare is one namespace. */
export function readFacts(documents: readonly PlainMap[], factSheet: PlainMap): Facts {
  const asOf = readDay(factSheet["as_of"]);
  if (asOf === undefined) throw new Error("a fact sheet without a day");
  const declarations = declaredFacts(documents);
  const supplied = map(factSheet["facts"]);
  const memory = new Map<string, Known>();
  const facts: Facts = { asOf, declarations, know };
  return facts;

  function know(id: string): Known {
    const before = memory.get(id);
    if (before !== undefined) return before;
    const declaration = declarations.get(id);
    if (declaration === undefined) throw new Error(`nobody declares ${id}`);
    const known = has(declaration, "derive")
      ? derived(declaration, facts)
      : raw(declaration, supplied[id], factSheet["closed"] === true);
    memory.set(id, known);
    return known;
  }
}

export function raw(declaration: PlainMap, supplied: Plain | undefined, sheetClosed: boolean): Known {
  const domain = declaredDomain(declaration);
  if (supplied === undefined)
    return { state: sheetClosed ? "missing" : "unknown", domain, mayGoMissing: !sheetClosed, mayChange: !sheetClosed };
  if (isMap(supplied) && supplied["missing"] === true)
    return { state: "missing", domain, mayGoMissing: false, mayChange: false };
  const value = readValue(declaration, isMap(supplied) ? supplied["value"] : supplied);
  const digest = isMap(supplied) ? supplied["record"] : undefined;
  const fromNowhere = digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(String(digest));
  if (value === undefined || fromNowhere) return { state: "invalid", domain, mayGoMissing: true, mayChange: true };
  if (value.type === "events" && value.broken.length > 0)
    return { state: "invalid", value, domain, mayGoMissing: true, mayChange: true };
  if (value.type === "number")
    return {
      state: "given",
      value,
      domain: closed(value.n, value.n, domain.whole),
      mayGoMissing: false,
      mayChange: false,
    };
  return { state: "given", value, domain, mayGoMissing: false, mayChange: false };
}

/** What the type and the declared range allow; for facts that are no numbers, nothing to say. */
export function declaredDomain(declaration: PlainMap): Span {
  const type = declaration["type"];
  if (type !== "integer" && type !== "decimal") return REALS;
  return readSpan(map(declaration["range"]), type === "integer");
}

export function declaredFacts(documents: readonly PlainMap[]): Map<string, PlainMap> {
  const found = new Map<string, PlainMap>();
  for (const document of documents) {
    for (const [id, declaration] of Object.entries(map(document["facts"]))) found.set(id, map(declaration));
    for (const leaf of leavesOf(document)) {
      const inPlace = map(leaf["scoring"])["fact"];
      if (isMap(inPlace)) found.set(text(leaf["id"]), inPlace);
    }
  }
  return found;
}

export function leavesOf(node: PlainMap): PlainMap[] {
  if (!isList(node["indicators"])) return has(node, "scoring") ? [node] : [];
  return maps(node["indicators"]).flatMap(leavesOf);
}
