/** Where the JSON Schemas and the reference stand, and how a schema is printed. */
import { fileURLToPath } from "node:url";
import type { ModelDocument } from "./model-schema.js";
import type { Schema } from "./shapes.js";

export const SCHEMA = fileURLToPath(new URL("../../rubrics/rubric.v1.json", import.meta.url));
export const REFERENCE = fileURLToPath(new URL("../../rubrics/README.md", import.meta.url));

/** What the engine gives out, each with a schema of its own. The number rises with that of the `format`. */
export const RESULTS: readonly (ModelDocument & { readonly file: string })[] = [
  {
    name: "Assessment",
    file: fileURLToPath(new URL("../../rubrics/assessment.v1.json", import.meta.url)),
    title: "chengxin/assessment@1",
    description:
      "计分结果：chengxin score --format json 的输出 / an assessment, as chengxin score --format json prints it",
  },
  {
    name: "ScoreRecord",
    file: fileURLToPath(new URL("../../rubrics/record.v1.json", import.meta.url)),
    title: "chengxin/record@1",
    description: "计分记录：chengxin score --record 写出的文件 / a record, as chengxin score --record writes it",
  },
];

export function schemaText(schema: Schema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
