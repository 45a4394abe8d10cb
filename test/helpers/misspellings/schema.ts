/** Every key and every word that the schemas of the validator know, read from the schemas themselves. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { globalRegistry } from "zod/mini";

export interface SchemaShape {
  readonly name: string;
  readonly keys: readonly string[];
  /** Words that can stand behind some key. */
  readonly words: readonly string[];
}

/** All exported shapes, whatever file of the validator they are in: nobody has to remember a new one. */
export async function schemaShapes(): Promise<readonly SchemaShape[]> {
  const shapes: SchemaShape[] = [];
  for (const name of modulesIn("../../../src/validate/")) {
    shapes.push(...shapesIn((await import(`../../../src/validate/${name}.ts`)) as object));
  }
  for (const name of modulesIn("../../../src/validate/rules/")) {
    shapes.push(...shapesIn((await import(`../../../src/validate/rules/${name}.ts`)) as object));
  }
  return shapes;
}

function modulesIn(folder: string): readonly string[] {
  const files = readdirSync(fileURLToPath(new URL(folder, import.meta.url)));
  return files.filter((file) => file.endsWith(".ts")).map((file) => file.slice(0, -".ts".length));
}

interface Schema {
  readonly _zod: { readonly def: { readonly type: string; readonly innerType?: Schema; readonly element?: Schema } };
}

function shapesIn(module: object): readonly SchemaShape[] {
  return Object.entries(module).flatMap(([name, exported]) => {
    const shape = (exported as { readonly shape?: Readonly<Record<string, Schema>> } | undefined)?.shape;
    if (!name.endsWith("Shape") || !shape) return [];
    return [{ name, keys: Object.keys(shape), words: Object.values(shape).flatMap(wordsOf) }];
  });
}

interface Meta {
  readonly type?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Meta[];
}

function wordsOf(schema: Schema): readonly string[] {
  const { innerType, element } = schema._zod.def;
  if (innerType) return wordsOf(innerType);
  if (element) return wordsOf(element);
  return wordsIn(globalRegistry.get(schema as never) as Meta | undefined);
}

function wordsIn(meta: Meta | undefined): readonly string[] {
  if (meta?.anyOf) return meta.anyOf.flatMap(wordsIn);
  if (meta?.type === "boolean") return ["true", "false"];
  return [...(meta?.enum ?? []), ...(meta?.const === undefined ? [] : [meta.const])].map(String);
}

/** What the schemas know and no document has a place for. */
export function unmetWords(
  shapes: readonly SchemaShape[],
  places: readonly { readonly word: string; readonly allowed: readonly string[] }[],
): readonly string[] {
  const met = new Set(places.map(({ word }) => word));
  const metShapes = new Set(places.map(({ allowed }) => [...allowed].sort().join()));
  return shapes.flatMap(({ name, keys, words }) => [
    ...(metShapes.has([...keys].sort().join()) ? [] : [name]),
    ...[...keys, ...words].filter((word) => !met.has(word)).map((word) => `${name}: ${word}`),
  ]);
}
