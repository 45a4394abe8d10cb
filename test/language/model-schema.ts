/** JSON Schemas of what the engine gives out, made from the types of the model: every object is closed. */
import ts from "typescript";
import { type ModelTypes, type ObjectKind, type Placed, isMap, literalsOf, nameOf, wordsOf } from "./model-types.js";
import { type Schema, referencesIn } from "./shapes.js";

export interface ModelDocument {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

export function modelSchema({ name, title, description }: ModelDocument, types: ModelTypes): Schema {
  const definitions: Record<string, Schema> = {};
  const add = (of: string): void => {
    if (definitions[of]) return;
    const definition = definitionOf(of, types);
    definitions[of] = definition;
    for (const next of referencesIn(definition)) add(next);
  };
  add(name);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title,
    description,
    $ref: `#/definitions/${name}`,
    definitions: Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Texts that are more than text. Exact numbers are in lowest terms, and there is no -0. Codes are many, and get more. */
const TEXTS: Readonly<Record<string, Schema>> = {
  DecimalText: { type: "string", pattern: "^-?(?:0|[1-9]\\d*)(?:\\.\\d+)?$" },
  ExactText: {
    type: "string",
    pattern: "^(?:0|-?(?:[1-9]\\d*|(?:0|[1-9]\\d*)\\.\\d*[1-9]|[1-9]\\d*/(?:[2-9]|[1-9]\\d+)))$",
  },
  DateText: { type: "string", pattern: "^(?!0000)\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$" },
  DiagnosticCode: { type: "string", pattern: "^[a-z]+(?:-[a-z]+)*$" },
  Digest: { type: "string", pattern: "^sha256:[0-9a-f]{64}$" },
};

function definitionOf(name: string, types: ModelTypes): Schema {
  const declared = types.declaration(name);
  const words = wordsOf(declared);
  const is = Object.hasOwn(TEXTS, name)
    ? TEXTS[name]!
    : ts.isTypeAliasDeclaration(declared)
      ? schemaOf({ node: declared.type, bound: new Map() }, types)
      : objects(types.kindsOf(reference(name))!, types);
  return { ...(words !== "" && { description: words }), ...is };
}

function reference(name: string): Placed {
  return { node: ts.factory.createTypeReferenceNode(name), bound: new Map() };
}

function schemaOf(type: Placed, types: ModelTypes): Schema {
  const { node, bound } = type;
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword:
      return { type: "string" };
    case ts.SyntaxKind.BooleanKeyword:
      return { type: "boolean" };
    case ts.SyntaxKind.NumberKeyword:
      // Counts and places; every other number is text.
      return { type: "integer" };
    case ts.SyntaxKind.UnknownKeyword:
      return {};
  }
  if (ts.isParenthesizedTypeNode(node)) return schemaOf({ node: node.type, bound }, types);
  if (ts.isTypeOperatorNode(node)) return schemaOf({ node: node.type, bound }, types);
  if (ts.isArrayTypeNode(node)) return { type: "array", items: schemaOf({ node: node.elementType, bound }, types) };
  if (ts.isLiteralTypeNode(node)) return literal(node);
  if (ts.isIndexedAccessTypeNode(node)) return anyOf(types.behind(node, bound).map((each) => schemaOf(each, types)));
  if (ts.isUnionTypeNode(node)) return anyOf(node.types.map((each) => schemaOf({ node: each, bound }, types)));
  if (ts.isTypeLiteralNode(node) && isMap(node)) {
    const [member] = node.members as unknown as readonly ts.IndexSignatureDeclaration[];
    return { type: "object", additionalProperties: schemaOf({ node: member!.type, bound }, types) };
  }
  if (ts.isTypeReferenceNode(node)) {
    const [name, first, second] = [nameOf(node), ...(node.typeArguments ?? [])];
    if (name === "Readonly") return schemaOf({ node: first!, bound }, types);
    if (name === "Record") return { type: "object", additionalProperties: schemaOf({ node: second!, bound }, types) };
    if (name === "Exclude") {
      const without = new Set<unknown>(literalsOf(second!));
      const words = definitionOf(nameOf(first as ts.TypeReferenceNode), types)["enum"] as readonly unknown[];
      return { enum: words.filter((word) => !without.has(word)) };
    }
    if (!node.typeArguments && !bound.has(name)) return { $ref: `#/definitions/${name}` };
  }
  const kinds = types.kindsOf(type);
  if (!kinds) throw new Error(`the JSON Schema has no form for ${node.getText()}`);
  return objects(kinds, types);
}

function literal({ literal }: ts.LiteralTypeNode): Schema {
  if (literal.kind === ts.SyntaxKind.NullKeyword) return { type: "null" };
  if (ts.isStringLiteral(literal)) return { enum: [literal.text] };
  return { enum: [literal.kind === ts.SyntaxKind.TrueKeyword] };
}

/** Words are one enumeration, and a thing that may be null is said to be so. */
function anyOf(parts: readonly Schema[]): Schema {
  const all = parts.flatMap((part) => (Object.keys(part).join() === "anyOf" ? (part["anyOf"] as Schema[]) : [part]));
  const words = all.flatMap((part) => (part["enum"] as readonly unknown[] | undefined) ?? []);
  const others = all.filter((part) => !part["enum"]);
  const joined = [...(words.length > 0 ? [{ enum: [...new Set(words)] }] : []), ...unique(others)];
  return joined.length === 1 ? joined[0]! : { anyOf: joined };
}

function unique(parts: readonly Schema[]): readonly Schema[] {
  return [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()];
}

function objects(kinds: readonly ObjectKind[], types: ModelTypes): Schema {
  return anyOf(kinds.map((kind) => objectOf(kind, types)));
}

function objectOf(kind: ObjectKind, types: ModelTypes): Schema {
  const properties = [...kind].map(([key, { type, words }]) => {
    return [key, { ...(words !== "" && { description: words }), ...schemaOf(type, types) }] as const;
  });
  const required = [...kind].filter(([, { optional }]) => !optional).map(([key]) => key);
  return {
    type: "object",
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(properties),
    additionalProperties: false,
  };
}
