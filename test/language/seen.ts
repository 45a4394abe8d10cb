/** Which keys and words of a schema a document shows. */
import type { Schema } from "./shapes.js";

/** `NodeResult/awarded/exact` for a key, `NodeStatus "scored"` for a word; texts, numbers and null have no place. */
export function* placesOf(schema: Schema): Generator<string> {
  const definitions = schema["definitions"] as Readonly<Record<string, Schema>>;
  for (const [name, definition] of Object.entries(definitions)) yield* placesIn(definition, name);
}

function* placesIn(schema: Schema, place: string): Generator<string> {
  const { properties, items, anyOf, enum: words } = schema;
  for (const word of (words as unknown[] | undefined) ?? []) yield wordPlace(place, word);
  for (const part of (anyOf as Schema[] | undefined) ?? []) yield* placesIn(part, place);
  for (const [key, part] of Object.entries((properties ?? {}) as Readonly<Record<string, Schema>>)) {
    yield `${place}/${key}`;
    yield* placesIn(part, `${place}/${key}`);
  }
  if (items) yield* placesIn(items as Schema, place);
}

function wordPlace(place: string, word: unknown): string {
  return `${place} ${JSON.stringify(word)}`;
}

/** Of documents that the schema takes. */
export function placesSeen(values: readonly unknown[], schema: Schema): ReadonlySet<string> {
  const definitions = schema["definitions"] as Readonly<Record<string, Schema>>;
  const seen = new Set<string>();
  const patterns = new Map<unknown, RegExp>();
  const matches = (text: string, pattern: unknown): boolean => {
    if (pattern === undefined) return true;
    if (!patterns.has(pattern)) patterns.set(pattern, new RegExp(pattern as string));
    return patterns.get(pattern)!.test(text);
  };
  const named = ({ $ref }: Schema): string | undefined =>
    $ref === undefined ? undefined : String($ref).slice("#/definitions/".length);

  const fits = (value: unknown, schema: Schema): boolean => {
    const name = named(schema);
    if (name !== undefined) return fits(value, definitions[name]!);
    const { enum: words, anyOf, type, pattern, items, properties, required, additionalProperties } = schema;
    if (words) return (words as unknown[]).includes(value);
    if (anyOf) return (anyOf as Schema[]).some((part) => fits(value, part));
    if (typeof value === "string") return type === "string" && matches(value, pattern);
    if (Array.isArray(value)) return type === "array" && value.every((entry) => fits(entry, items as Schema));
    if (typeof value !== "object" || value === null)
      return (
        type === undefined || type === (value === null ? "null" : typeof value === "number" ? "integer" : typeof value)
      );
    if (type !== "object") return type === undefined;
    const known = (properties ?? {}) as Readonly<Record<string, Schema>>;
    return (
      ((required as string[] | undefined) ?? []).every((key) => Object.hasOwn(value, key)) &&
      Object.entries(value).every(([key, part]) =>
        Object.hasOwn(known, key) ? fits(part, known[key]!) : additionalProperties !== false,
      )
    );
  };

  const mark = (value: unknown, schema: Schema, place: string): void => {
    const name = named(schema);
    if (name !== undefined) return mark(value, definitions[name]!, name);
    const { enum: words, anyOf, items, properties } = schema;
    if (words) return void seen.add(wordPlace(place, value));
    if (anyOf) {
      const part = (anyOf as Schema[]).find((each) => fits(value, each));
      return part && mark(value, part, place);
    }
    if (Array.isArray(value)) return value.forEach((entry) => mark(entry, (items ?? {}) as Schema, place));
    if (typeof value !== "object" || value === null || !properties) return;
    for (const [key, part] of Object.entries(value)) {
      seen.add(`${place}/${key}`);
      mark(part, (properties as Readonly<Record<string, Schema>>)[key]!, `${place}/${key}`);
    }
  };

  for (const value of values) mark(value, { $ref: schema["$ref"] }, "");
  return seen;
}
