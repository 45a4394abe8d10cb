/** What `diff` is pointed at: a record, one rubric, or a folder of them. */
import { stat } from "node:fs/promises";
import { isRecordFile } from "../files/list.js";
import { readRubricBytes, rubricSetOf } from "../files/rubrics.js";
import type { RubricSet } from "../index.js";
import { loadRubrics } from "../node.js";
import { bytesAt, recordIn } from "./records.js";

export type Readable = RecordRead | RubricsRead;

export interface RecordRead {
  readonly kind: "record";
  /** Whatever it is: nothing in it is believed yet. */
  readonly record: unknown;
}

export interface RubricsRead {
  readonly kind: "sheet" | "scheme" | "folder";
  readonly rubrics: RubricSet;
}

/** What is no rubric, and does not try to be one, can only be meant as a record. */
export async function readableAt(file: string): Promise<Readable> {
  const entry = file === "-" ? undefined : await stat(file).catch(() => undefined);
  if (entry?.isDirectory()) return { kind: "folder", rubrics: await loadRubrics(file) };
  const bytes = await bytesAt(file);
  const record = recordIn(bytes);
  if (isRecordFile(file) || isOurs(record)) return { kind: "record", record };
  const reading = readRubricBytes(bytes, file === "-" ? "<stdin>" : file);
  if (reading.other !== undefined) return { kind: "record", record };
  return { kind: reading.rubric?.rubric.kind ?? "sheet", rubrics: rubricSetOf([reading]) };
}

/** Says of itself that it came from here. */
function isOurs(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("format" in value)) return false;
  return typeof value.format === "string" && value.format.startsWith("chengxin/");
}
