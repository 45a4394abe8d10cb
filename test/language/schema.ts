/** The JSON Schema for editors: shapes for what a mapping holds, parts for what stands behind a key, words for people. */
import { type ByKey, type ByWord, PARTS, type Part } from "./parts.js";
import { type Schema, type Shape, branch, referencesIn, wordsOf } from "./shapes.js";
import type { KeyWords, ShapeWords, Text } from "./text.js";
import { WORDS } from "./words.js";

/** Joins of questions, which each family of questions has for itself. */
const JOINED = /^(?:conditions?|at-least-n|questions\..*)$/;

export function schemaFrom(shapes: readonly Shape[]): Schema {
  const definitions: Record<string, Schema> = {};
  const add = (name: string): void => {
    if (definitions[name]) return;
    const definition = definitionOf(name, shapes);
    definitions[name] = definition;
    for (const next of referencesIn(definition)) add(next);
  };
  const root = byWord({ by: ["kind"] }, shapes);
  for (const next of referencesIn(root)) add(next);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "chengxin",
    description: "chengxin：指标表、评价方案、填报表 / sheets, schemes, fact sheets",
    ...root,
    definitions: Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** `entry-conditions` are `conditions` in which everything asks about an entry. */
function definitionOf(name: string, shapes: readonly Shape[]): Schema {
  const part: Part | undefined = PARTS[name];
  if (part) return partSchema(name, part, shapes);
  const shape = shapes.find((each) => each.name === name);
  if (shape) return shapeSchema(shape);
  const family = Object.values(PARTS).flatMap(({ is }) => ("family" in is ? [String(is.family)] : []));
  const prefix = family.find((each) => name.startsWith(each) && JOINED.test(name.slice(each.length)));
  if (prefix === undefined) throw new Error(`the JSON Schema has no definition of ${name}: see PARTS`);
  return inFamily(definitionOf(name.slice(prefix.length), shapes), prefix);
}

function partSchema(name: string, { is, zh, en }: Part, shapes: readonly Shape[]): Schema {
  const title = `${zh} / ${en}`;
  if ("by" in is) return { title, ...byWord(is as ByWord, shapes) };
  if (!("keys" in is)) return { title, ...is };
  const union = byKey(is as ByKey, shapes);
  const { family } = is as ByKey;
  return { title, ...(family === undefined ? union : inFamily(union, family)) };
}

function inFamily(schema: Schema, prefix: string): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    if (key !== "$ref") return value;
    const name = String(value).slice("#/definitions/".length);
    return JOINED.test(name) ? `#/definitions/${prefix}${name}` : value;
  }) as Schema;
}

export function wordsFor(shape: string): ShapeWords | undefined {
  return Object.hasOwn(WORDS, shape) ? WORDS[shape] : undefined;
}

function shapeSchema({ name, keys }: Shape): Schema {
  const words = wordsFor(name);
  const entries = Object.entries(keys);
  return {
    ...(words && { title: said(words) }),
    type: "object",
    required: entries.filter(([, { optional }]) => !optional).map(([key]) => key),
    properties: Object.fromEntries(entries.map(([key, { schema }]) => [key, described(schema, words?.keys[key])])),
    additionalProperties: false,
    ...(COUNTING_SHAPES.includes(name) && { allOf: COUNTING }),
  };
}

const COUNTING_SHAPES: readonly string[] = ["nodes.group", "nodes.leaf"];

/** What an indicator must say besides, by how it counts. */
const COUNTING: readonly Schema[] = [
  branch(countsAs("deduction"), { required: ["floor"] }, { required: ["points"] }),
  branch(countsAs("bonus"), { required: ["absorbed_by"] }),
];

function countsAs(word: string): Schema {
  return { required: ["counts_as"], properties: { counts_as: { const: word } } };
}

/** Words of an enumeration carry their own descriptions: editors show them beside what they offer. */
function described(schema: Schema, words: KeyWords | undefined): Schema {
  if (!words) return schema;
  return { description: descriptionOf(words), ...withWords(schema, words) };
}

function withWords(schema: Schema, words: KeyWords): Schema {
  if (Array.isArray(schema["anyOf"])) {
    const said = `应为数，或 ${wordsOf(schema).join("、")} / a number, or ${wordsOf(schema).join(", ")}`;
    const own = { errorMessage: said, patternErrorMessage: said };
    // Written out instead of referred to: editors let the sentence of a definition win.
    const anyOf = (schema["anyOf"] as readonly Schema[]).map(({ $ref, ...rest }) => {
      const is = $ref === undefined ? withWords(rest, words) : PARTS[String($ref).slice("#/definitions/".length)]?.is;
      return { ...is, ...own };
    });
    return { ...schema, anyOf };
  }
  if (!Array.isArray(schema["enum"]) || !words.words) return schema;
  const of = schema["enum"] as readonly unknown[];
  return {
    ...schema,
    enumDescriptions: of.map((word) => said(words.words![String(word)])),
    errorMessage: choiceMessage(of),
  };
}

function choiceMessage(words: readonly unknown[]): string {
  const all = words.join("、");
  return `应为 ${all} 之一 / one of ${words.join(", ")}`;
}

function descriptionOf({ zh, en, absent }: KeyWords): string {
  const [zhTail, enTail] = absent ? [`不写：${absent.zh}。`, ` Absent: ${absent.en}.`] : ["", ""];
  return plain(`${zh}。${zhTail}\n\n${sentence(en)}.${enTail}`);
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function said(words: Text | undefined): string {
  return words ? plain(`${words.zh} / ${words.en}`) : "";
}

/** Editors show the text as it stands. */
function plain(text: string): string {
  return text.replaceAll("`", "");
}

/** The shapes of a union with the words that tell them. */
export function shapesByWord({ by, files }: ByWord, shapes: readonly Shape[]): ReadonlyMap<string, readonly Shape[]> {
  const [key] = by;
  const found = new Map<string, Shape[]>();
  for (const shape of shapes) {
    if (files && !files.some((file) => shape.name.startsWith(`${file}.`))) continue;
    for (const word of wordsOf(shape.keys[key!]?.schema ?? {})) found.set(word, [...(found.get(word) ?? []), shape]);
  }
  return found;
}

function byWord(union: ByWord, shapes: readonly Shape[]): Schema {
  const [key = "", ...more] = union.by;
  const found = [...shapesByWord(union, shapes)];
  if (found.length === 0) throw new Error(`nothing tells ${shapes.map(({ name }) => name).join(" from ")}: see PARTS`);
  const words = found.map(([word]) => word);
  const descriptions = found.map(([word, of]) => {
    const own = of.length === 1 ? wordsFor(of[0]!.name) : undefined;
    return said(own?.keys[key]?.words?.[word] ?? own ?? wordsFor(of[0]!.name)?.keys[key]?.words?.[word]);
  });
  const about = wordsFor(found[0]![1][0]!.name)?.keys[key];
  return {
    type: "object",
    required: [key],
    properties: {
      [key]: {
        ...(about && { description: descriptionOf(about) }),
        enum: words,
        enumDescriptions: descriptions,
        errorMessage: choiceMessage(words),
      },
    },
    allOf: found.map(([word, of]) =>
      branch(
        { required: [key], properties: { [key]: { const: word } } },
        // Of several shapes with this word, the next one tells.
        of.length === 1 ? { $ref: `#/definitions/${of[0]!.name}` } : byWord({ by: more }, of),
      ),
    ),
  };
}

/** One branch is looked at, never several: an editor then has one thing to say. */
function byKey({ keys }: ByKey, shapes: readonly Shape[]): Schema {
  const offered = keys.map(([[first], shape]) => {
    const words = wordsFor(shape)?.keys[first!];
    const { schema = {} } = shapes.find((each) => each.name === shape)?.keys[first!] ?? {};
    return [first!, { ...(words && { description: descriptionOf(words) }), ...typeOf(schema) }] as const;
  });
  const known = offered.map(([key]) => key);
  // None of them is there: that the first is missing lets an editor say so in our words.
  const neither: Schema = { required: known.slice(0, 1), errorMessage: choiceMessage(known) };
  const chain = keys.reduceRight<Schema>((otherwise, [own, shape]) => {
    if (!shapes.some((each) => each.name === shape)) throw new Error(`the validator has no shape ${shape}: see PARTS`);
    const isThere: Schema = own.length === 1 ? { required: own } : { anyOf: own.map((key) => ({ required: [key] })) };
    const others = keys.filter((line) => line[1] === shape && line[0] !== own).map(([[first]]) => first!);
    return branch(isThere, alone(`#/definitions/${shape}`, others), otherwise);
  }, neither);
  return { type: "object", properties: Object.fromEntries(offered), ...chain };
}

/** Where one shape holds several kinds, it has the key of one only. */
function alone($ref: string, others: readonly string[]): Schema {
  if (others.length === 0) return { $ref };
  return { allOf: [{ $ref }, { properties: Object.fromEntries(others.map((other) => [other, false])) }] };
}

/** Editors write what belongs behind a key when they know its type. */
function typeOf({ type, $ref }: Schema): Schema {
  if (type !== undefined) return { type };
  const is: Part["is"] | undefined = PARTS[String($ref).slice("#/definitions/".length)]?.is;
  if (is && "type" in is) return { type: is.type };
  // Several: which, the definition says.
  if (is && "if" in is) return {};
  return $ref === undefined ? {} : { type: "object" };
}
