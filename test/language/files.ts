/** Where the JSON Schema and the reference stand, and how the schema is printed. */
import { fileURLToPath } from "node:url";
import type { Schema } from "./shapes.js";

export const SCHEMA = fileURLToPath(new URL("../../rubrics/rubric.v1.json", import.meta.url));
export const REFERENCE = fileURLToPath(new URL("../../rubrics/README.md", import.meta.url));

export function schemaText(schema: Schema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
