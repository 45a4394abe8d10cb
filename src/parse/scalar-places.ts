/** Concrete syntax → every scalar with the role it plays: comments, block scalars and brackets are masked. */
import type { ConcreteSyntax } from "./yaml.js";

export type Role =
  /** Followed by a colon, on one line. */
  | "key"
  /** A line where a key should be, but that lacks its colon, or got mixed up with other lines. */
  | "loose-key"
  /** The value of a key between brackets. */
  | "value"
  /** An entry of a list, or text on a line of its own: here a map could stand as well. */
  | "entry"
  /** The only entry of a list between brackets. */
  | "only-entry";

export interface ScalarPlace {
  readonly role: Role;
  /** As written, quotes included; of a key over several lines one line, with the newline before it. */
  readonly source: string;
  readonly offset: number;
  readonly plain: boolean;
  readonly inBrackets: boolean;
}

/** Without the values that follow a key on its line: they are prose, and may hold anything. */
export function scalarPlaces(syntax: readonly ConcreteSyntax[]): ScalarPlace[] {
  const places: ScalarPlace[] = [];
  for (const token of syntax) visit(token, "entry", false, places);
  return places;
}

/** Recursion is bounded: `measure.ts` has counted the depth. */
function visit(token: Node, role: Role | "prose", inBrackets: boolean, places: ScalarPlace[]): void {
  if (!token) return;
  if (isScalar(token)) visitScalar(token, role, inBrackets, places);
  else visitCollection(token, inBrackets, places);
  if ("end" in token && token.end) visitUnplaced(token.end, inBrackets, places);
}

function visitCollection(token: ConcreteSyntax, inBrackets: boolean, places: ScalarPlace[]): void {
  switch (token.type) {
    case "document":
      visit(token.value, "entry", inBrackets, places);
      return;
    case "block-seq":
      for (const { value } of token.items) visit(value, "entry", inBrackets, places);
      return;
    case "block-map":
      for (const pair of token.items) visitPair(pair, inBrackets, places);
      return;
    case "flow-collection":
      visitBrackets(token, places);
      return;
    default:
  }
}

type Node = ConcreteSyntax | null | undefined;
type Brackets = Extract<ConcreteSyntax, { type: "flow-collection" }>;
type Pair = Brackets["items"][number];
type Scalar = Extract<ConcreteSyntax, { type: "alias" | "scalar" | "single-quoted-scalar" | "double-quoted-scalar" }>;

function visitBrackets({ start, items }: Brackets, places: ScalarPlace[]): void {
  const isList = start.source === "[";
  const entry = isList && items.filter(({ key, value }) => key || value).length === 1 ? "only-entry" : "entry";
  for (const item of items) {
    if (isList && !item.key) visit(item.value, entry, true, places);
    else visitPair(item, true, places);
  }
}

function visitPair({ key, sep, value }: Pair, inBrackets: boolean, places: ScalarPlace[]): void {
  const hasColon = sep?.some((part) => part.type === "map-value-ind") ?? false;
  if (isScalar(key)) visitKey(key, hasColon, inBrackets, places);
  else visit(key, "prose", inBrackets, places);
  const isOnOwnLine = sep?.some((part) => part.type === "newline") ?? false;
  if (!inBrackets && !isOnOwnLine && value?.type === "block-map") visitSwallowed(value, places);
  else visit(value, inBrackets ? "value" : isOnOwnLine ? "entry" : "prose", inBrackets, places);
}

/** Of a key over several lines the first may lack its colon, and the last has it; what lies between is anything. */
function visitKey(key: Scalar, hasColon: boolean, inBrackets: boolean, places: ScalarPlace[]): void {
  const { source } = key;
  const newline = source.indexOf("\n");
  const end = newline === -1 ? source.length : newline;
  visitScalar(cut(key, 0, end), hasColon && newline === -1 ? "key" : "loose-key", inBrackets, places);
  if (newline === -1) return;
  if (hasColon) visitScalar(cut(key, source.lastIndexOf("\n"), source.length), "loose-key", inBrackets, places);
  else visitScalar(cut(key, newline, source.length), "entry", inBrackets, places);
}

/** `title: 一⏎  points: 3`: a value that took the next line with it, and became a key by that line's colon. */
function visitSwallowed({ items }: Extract<ConcreteSyntax, { type: "block-map" }>, places: ScalarPlace[]): void {
  for (const [index, pair] of items.entries()) {
    const newline = index === 0 && isScalar(pair.key) ? pair.key.source.lastIndexOf("\n") : -1;
    if (index > 0) visitPair(pair, false, places);
    else if (newline !== -1 && isScalar(pair.key)) {
      visitScalar(cut(pair.key, newline, pair.key.source.length), "loose-key", false, places);
    }
  }
}

/** What the parser could not place hangs, token by token, at the end of what stands before. */
function visitUnplaced(tokens: readonly Node[], inBrackets: boolean, places: ScalarPlace[]): void {
  const parts = tokens.filter((token) => token?.type !== "space");
  for (const [index, token] of parts.entries()) {
    if (!isScalar(token) || parts[index - 1]?.type === "map-value-ind") continue;
    visitKey(token, parts[index + 1]?.type === "map-value-ind", inBrackets, places);
  }
}

function visitScalar(
  { type, offset, source }: Scalar,
  role: Role | "prose",
  inBrackets: boolean,
  places: ScalarPlace[],
) {
  if (role !== "prose" && source !== "") places.push({ role, source, offset, plain: type === "scalar", inBrackets });
}

function cut({ type, offset, indent, source }: Scalar, start: number, end: number): Scalar {
  return { type, offset: offset + start, indent, source: source.slice(start, end) };
}

function isScalar(token: Node): token is Scalar {
  return token?.type === "scalar" || token?.type === "single-quoted-scalar" || token?.type === "double-quoted-scalar";
}
