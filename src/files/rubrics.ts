/** Folders and files → a set of rubrics. */
import { validateReadRubric } from "../load/rubric.js";
import { expectText, misuse } from "../messages/misuse.js";
import { isRubricError } from "../messages/rubric-error.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Document } from "../model/document.js";
import type { BrokenRubric, LoadedRubric, RubricSet } from "../model/rubric-set.js";
import { isRubricFile, listFiles } from "./list.js";
import { inFile, readBytes, readBytesAs, shown } from "./read.js";

/**
 * Loads every sheet and scheme below a folder, or the files named. A broken file is reported among the diagnostics,
 * and the others load. Fact sheets and golden cases in the same folder are left alone.
 *
 * @param paths of folders or files, at least one; relative ones count from the working directory.
 * @throws RubricError when a path cannot be read at all.
 * @throws TypeError when there is no path, or one is no text.
 *
 * @example
 * ```ts
 * import { loadRubrics } from "chengxin/node";
 *
 * const { rubrics, diagnostics } = await loadRubrics("rubrics/schemes/gongzhu-2023.yaml", "rubrics/sheets/base");
 * const names = rubrics.map(({ rubric }) => `${rubric.kind} ${rubric.id}`);
 * console.log(names.join(", ")); // scheme gongzhu-2023, sheet gongzhu-base-2023
 * console.log(diagnostics.length); // 0
 * ```
 */
export async function loadRubrics(...paths: readonly string[]): Promise<RubricSet> {
  if (paths.length === 0) throw misuse("loadRubrics", "paths", "at least one folder or file", paths);
  paths.forEach((path, i) => expectText("loadRubrics", `paths[${i}]`, path));
  const readings: RubricReading[] = [];
  // One after the other: a folder of thousands would need as many open files and buffers at once.
  for (const file of await listFiles(paths, isRubricFile)) readings.push(await readRubricFile(file));
  return rubricSetOf(readings);
}

/** What one file turned out to be: a rubric, a broken one, or a document of another kind. */
export interface RubricReading {
  readonly file: string;
  readonly rubric?: LoadedRubric;
  readonly broken?: BrokenRubric;
  /** `facts` or `cases`: no rubric, and not meant to be one. */
  readonly other?: string;
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

export function rubricSetOf(readings: readonly RubricReading[]): RubricSet {
  return {
    rubrics: readings.flatMap(({ rubric }) => rubric ?? []),
    broken: readings.flatMap(({ broken }) => broken ?? []),
    diagnostics: readings.flatMap(({ diagnostics }) => diagnostics),
    texts: new Map(readings.flatMap(({ file, text }) => (text === undefined ? [] : [[file, text]]))),
  };
}

export async function readRubricFile(path: string): Promise<RubricReading> {
  const file = shown(path);
  try {
    return readRubricBytes(await readBytes(path, "rubric"), file);
  } catch (error) {
    if (isRubricError(error)) return { file, broken: { file }, diagnostics: error.diagnostics };
    throw error;
  }
}

export function readRubricBytes(bytes: Uint8Array, file: string): RubricReading {
  const { document, text, diagnostics } = readBytesAs(bytes, "rubric", file);
  if (!document) return { file, broken: { file }, diagnostics, ...(text !== undefined && { text }) };
  // The generated JSON Schema lives beside the rubrics and is none.
  if (isSchema(document)) return { file, other: "schema", diagnostics: [] };
  const kind = textAt(document, "kind");
  if (kind === "facts" || kind === "cases") return { file, other: kind, diagnostics: [] };
  const validation = validateReadRubric(document, diagnostics);
  const read = { file, text: document.text, diagnostics: validation.diagnostics.map((found) => inFile(found, file)) };
  if (validation.success) return { ...read, rubric: { rubric: validation.rubric, file, locate: document.locate } };
  const id = textAt(document, "id");
  return { ...read, broken: { file, ...(id !== undefined && { id }) } };
}

function textAt({ value }: Document, key: string): string | undefined {
  const found = isMapping(value) ? value[key] : undefined;
  return typeof found === "string" ? found : undefined;
}

function isSchema({ value }: Document): boolean {
  return isMapping(value) && "$schema" in value && !("kind" in value);
}

function isMapping(value: Document["value"]): value is { readonly [key: string]: Document["value"] } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
