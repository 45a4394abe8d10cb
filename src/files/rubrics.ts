/** Folders and files → a set of rubrics. */
import { validateReadRubric } from "../load/rubric.js";
import { isRubricError } from "../messages/rubric-error.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Document } from "../model/document.js";
import type { LoadedRubric, RubricSet } from "../model/rubric-set.js";
import { isRubricFile, listFiles } from "./list.js";
import { inFile, readBytes, readBytesAs } from "./read.js";

/**
 * Loads every sheet and scheme below a folder, or the files named. A broken file is reported among the diagnostics,
 * and the others load. Fact sheets (`.facts.yaml`) and golden cases (`.cases.yaml`) in the same folder are left alone.
 *
 * @throws RubricError when a path cannot be read at all.
 */
export async function loadRubrics(...paths: readonly string[]): Promise<RubricSet> {
  const rubrics: LoadedRubric[] = [];
  const diagnostics: Diagnostic[] = [];
  const texts = new Map<string, string>();
  for (const file of await listFiles(paths, isRubricFile)) {
    const loaded = await loadRubricFile(file);
    diagnostics.push(...loaded.diagnostics);
    if (loaded.rubric) rubrics.push(loaded.rubric);
    if (loaded.text !== undefined) texts.set(file, loaded.text);
  }
  return { rubrics, diagnostics, texts };
}

interface LoadedFile {
  readonly rubric?: LoadedRubric;
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

async function loadRubricFile(file: string): Promise<LoadedFile> {
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(file, "rubric");
  } catch (error) {
    if (isRubricError(error)) return { diagnostics: error.diagnostics };
    throw error;
  }
  const { document, text, diagnostics } = readBytesAs(bytes, "rubric", file);
  if (!document) return { diagnostics, ...(text !== undefined && { text }) };
  // The generated JSON Schema lives beside the rubrics and is none.
  if (isSchema(document)) return { diagnostics: [] };
  const validation = validateReadRubric(document, diagnostics);
  const placed = validation.diagnostics.map((found) => inFile(found, file));
  if (!validation.success) return { diagnostics: placed, text: document.text };
  return { rubric: { rubric: validation.rubric, file, locate: document.locate }, text: document.text, diagnostics: placed };
}

function isSchema({ value }: Document): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "$schema" in value && !("kind" in value);
}

