/** The tables of `rubrics/README.md`: one for each shape, or for a few that differ by a key or two. */
import { PARTS } from "./parts.js";
import { type Schema, type Shape, wordsOf } from "./shapes.js";
import { wordsFor } from "./schema.js";
import type { KeyWords, ShapeWords, Text } from "./text.js";

const TABLE = /<!-- keys: (.+?) -->\n[^]*?<!-- end -->/g;

/** The text with every table written anew between its two comments. */
export function withTables(text: string, shapes: readonly Shape[]): string {
  return text.replaceAll(TABLE, (_, names: string) => {
    const of = names.split(" ").map((name) => shapes.find((shape) => shape.name === name) ?? unknown(name));
    return `<!-- keys: ${names} -->\n\n${tableOf(of)}\n\n<!-- end -->`;
  });
}

/** The shapes that have a table, each as often as it has one. */
export function tabledShapes(text: string): readonly string[] {
  return [...text.matchAll(TABLE)].flatMap(([, names]) => names!.split(" "));
}

function unknown(name: string): never {
  throw new Error(`the reference has a table of ${name}, which is no shape`);
}

interface Row {
  readonly key: string;
  readonly words: KeyWords;
  readonly schema: Schema;
  readonly optional: boolean;
  readonly in: readonly ShapeWords[];
}

function tableOf(shapes: readonly Shape[]): string {
  const rows: Row[] = [];
  for (const shape of shapes) {
    const words = wordsFor(shape.name);
    if (!words) throw new Error(`no words for ${shape.name}: see words.ts`);
    for (const [key, { schema, optional }] of Object.entries(shape.keys)) {
      const before = rows.find((row) => row.key === key);
      if (before) rows[rows.indexOf(before)] = merged(before, words, key, schema);
      else rows.push({ key, words: words.keys[key] ?? missing(shape.name, key), schema, optional, in: [words] });
    }
  }
  return [
    "| 键 key | 写什么 value | 不写时 absent | 含义 | meaning |",
    "| --- | --- | --- | --- | --- |",
    ...rows.map((row) => lineOf(row, shapes.length)),
  ].join("\n");
}

function missing(shape: string, key: string): never {
  throw new Error(`no words for ${key} of ${shape}: see words.ts`);
}

/** The words of the same key in another shape are added to those that are there. */
function merged(row: Row, shape: ShapeWords, key: string, schema: Schema): Row {
  const words = { ...row.words, words: { ...row.words.words, ...shape.keys[key]?.words } };
  const all = [...new Set([...wordsOf(row.schema), ...wordsOf(schema)])];
  const joined = "enum" in row.schema && "enum" in schema ? { ...row.schema, enum: all } : row.schema;
  return {
    ...row,
    words: Object.keys(words.words).length > 0 ? words : row.words,
    schema: joined,
    in: [...row.in, shape],
  };
}

function lineOf({ key, words, schema, optional, in: shapes }: Row, of: number): string {
  const only = shapes.length < of;
  const zhOnly = only ? `（仅：${shapes.map(({ zh }) => zh).join("；")}）` : "";
  const enOnly = only ? ` (only: ${shapes.map(({ en }) => en).join("; ")})` : "";
  const listed = Object.entries(words.words ?? {}).filter(([word]) => wordsOf(schema).includes(word));
  const each = (lang: keyof Text) => listed.map(([word, said]) => `<br>\`${word}\`: ${said[lang]}`).join("");
  const absent = optional && words.absent ? both(words.absent) : "**必填 required**";
  const cells = [
    `\`${key}\``,
    valueOf(schema),
    absent,
    `${words.zh}${zhOnly}${each("zh").replaceAll("`: ", "`：")}`,
    `${words.en}${enOnly}${each("en")}`,
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function both({ zh, en }: Text): string {
  return zh === en ? zh : `${zh}<br>${en}`;
}

/** What can be written, in words. */
function valueOf(schema: Schema): string {
  const { $ref, anyOf, items, type } = schema;
  if (typeof $ref === "string") return nameOf($ref);
  if (Array.isArray(anyOf)) return (anyOf as readonly Schema[]).map(valueOf).join("<br>");
  const words = wordsOf(schema);
  if (words.length > 0) return words.map((word) => `\`${word}\``).join(" ");
  if (items) return `列表 list: ${valueOf(items as Schema)}`;
  if (type === "boolean") return "`true` `false`";
  if (type === "array") return "`[]`";
  return type === "object" ? "`{}`" : "数、文字、`true` 或 `false`<br>number, text, `true` or `false`";
}

function nameOf($ref: string): string {
  const name = $ref.slice("#/definitions/".length);
  const part = PARTS[name];
  if (!part) throw new Error(`no name for ${name}: see PARTS`);
  return both(part);
}
