/** Every shape of the validator as JSON Schema, found in its files: nobody has to remember a new one. */
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { globalRegistry } from "zod/mini";

export type Schema = { readonly [key: string]: unknown };

export interface Shape {
  /** File and export: `tiers.tiers` is `tiersShape` in `tiers.ts`. */
  readonly name: string;
  readonly keys: Readonly<Record<string, { readonly optional: boolean; readonly schema: Schema }>>;
}

export async function readShapes(): Promise<readonly Shape[]> {
  const shapes: Shape[] = [];
  for (const name of modulesIn("../../src/validate/")) {
    shapes.push(...shapesIn(name, (await import(`../../src/validate/${name}.ts`)) as object));
  }
  for (const name of modulesIn("../../src/validate/rules/")) {
    shapes.push(...shapesIn(name, (await import(`../../src/validate/rules/${name}.ts`)) as object));
  }
  return shapes.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function modulesIn(folder: string): readonly string[] {
  const files = readdirSync(fileURLToPath(new URL(folder, import.meta.url)));
  return files.filter((file) => file.endsWith(".ts")).map((file) => basename(file, ".ts"));
}

/** What is looked at of a zod schema. */
interface ZodSchema {
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly innerType?: ZodSchema;
      readonly element?: ZodSchema;
      readonly checks?: readonly unknown[];
    };
  };
}

function shapesIn(file: string, module: object): Shape[] {
  return Object.entries(module).flatMap(([exported, value]) => {
    const shape = (value as { readonly shape?: Readonly<Record<string, ZodSchema>> } | undefined)?.shape;
    if (!exported.endsWith("Shape") || !shape) return [];
    const keys = Object.entries(shape).map(([key, schema]) => {
      const { type, innerType } = schema._zod.def;
      const optional = type === "optional";
      return [key, { optional, schema: schemaOf(optional ? innerType! : schema) }] as const;
    });
    return [{ name: `${file}.${exported.slice(0, -"Shape".length)}`, keys: Object.fromEntries(keys) }];
  });
}

function schemaOf(schema: ZodSchema): Schema {
  const { element, checks = [] } = schema._zod.def;
  // The only thing our lists are checked for is that they are not empty.
  if (element) return { type: "array", items: schemaOf(element), ...(checks.length > 0 && { minItems: 1 }) };
  const words = globalRegistry.get(schema as never) as Schema | undefined;
  if (!words) throw new Error("a value without words for the JSON Schema");
  return words;
}

/** JSON Schema's `if`. */
export function branch(when: Schema, so: Schema, otherwise?: Schema): Schema {
  return { if: when, then: so, ...(otherwise && { else: otherwise }) };
}

/** The words that may stand behind a key, such as `true` and `none`. */
export function wordsOf({ enum: words, const: only, anyOf }: Schema): readonly string[] {
  if (Array.isArray(anyOf)) return (anyOf as readonly Schema[]).flatMap(wordsOf);
  return [...((words as readonly unknown[] | undefined) ?? []), ...(only === undefined ? [] : [only])].map(String);
}

/** The definitions that a schema refers to, wherever in it. */
export function referencesIn(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === "$ref" ? [(value as string).slice("#/definitions/".length)] : referencesIn(value),
  );
}
