/** Concrete syntax → every scalar with the role it plays: comments, block scalars and brackets are masked. */
import type { Span } from "./syntax.js";
import type { ConcreteSyntax } from "./yaml.js";

export type Role =
  /** Followed by a colon, on one line. */
  | "key"
  /** Where a key should be, but without its colon, or over several lines: something went wrong in it. */
  | "loose-key"
  /** The value of a key between brackets. */
  | "value"
  /** An entry of a list, or a value on a line of its own: here a map could stand as well. */
  | "entry"
  /** The only entry of a list between brackets. */
  | "only-entry";

export interface ScalarPlace {
  readonly role: Role;
  /** As written, quotes included. */
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
  // What the parser could not place hangs at the end of what stands before.
  if ("end" in token && token.end) for (const part of token.end) visit(part, "loose-key", inBrackets, places);
  switch (token.type as ConcreteSyntax["type"] | "scalar") {
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
      visitScalar(token as Scalar, role, inBrackets, places);
      return;
    default:
  }
  switch (token.type) {
    case "document":
      visit(token.value, role, inBrackets, places);
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
type Scalar = Extract<ConcreteSyntax, { type: "scalar" }>;

function visitScalar({ type, offset, source }: Scalar, role: Role | "prose", inBrackets: boolean, places: ScalarPlace[]) {
  if (role !== "prose" && source !== "") places.push({ role, source, offset, plain: type === "scalar", inBrackets });
}

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
  const isOnOneLine = !(key && "source" in key && key.source.includes("\n"));
  visit(key, hasColon && isOnOneLine ? "key" : "loose-key", inBrackets, places);
  const isOnOwnLine = sep?.some((part) => part.type === "newline") ?? false;
  visit(value, inBrackets ? "value" : isOnOwnLine ? "entry" : "prose", inBrackets, places);
}
