/** The file door: reads rubrics and fact sheets from disk, with the place of every finding. */
import { lstat, open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { limitFindings } from "./messages/limit.js";
import { diagnose } from "./messages/diagnose.js";
import { RubricError } from "./messages/rubric-error.js";
import { readFactSheetDocument } from "./load/fact-sheet.js";
import { validateReadRubric } from "./load/rubric.js";
import type { Diagnostic } from "./model/diagnostic.js";
import type { Document } from "./model/document.js";
import type { FactSheet } from "./model/fact.js";
import type { LoadedRubric, RubricSet } from "./model/rubric-set.js";
import { decodeText } from "./parse/decode-text.js";
import { type DocumentKind, maximumBytes } from "./parse/limits.js";
import { readDocument } from "./parse/read-document.js";

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

/**
 * Loads one fact sheet.
 *
 * @throws RubricError when the file cannot be read or is no fact sheet. Wrong facts are findings of the assessment.
 */
export async function loadFactSheet(path: string): Promise<FactSheet> {
  return (await loadFactSheetFile(path)).factSheet;
}

/** A fact sheet with the text behind it, so that findings can be shown in their place. */
export interface LoadedFactSheet {
  readonly file: string;
  readonly factSheet: FactSheet;
  readonly document: Document;
}

/** @throws RubricError when the file cannot be read or is no fact sheet. */
export async function loadFactSheetFile(path: string): Promise<LoadedFactSheet> {
  return factSheetFromBytes(await readBytes(path, "facts"), posix(path));
}

/** @throws RubricError when the bytes are no fact sheet. */
export function factSheetFromBytes(bytes: Uint8Array, file: string): LoadedFactSheet {
  const { document, diagnostics } = readBytesAs(bytes, "facts", file);
  if (!document) throw new RubricError(diagnostics);
  try {
    return { file, document, factSheet: readFactSheetDocument(document, diagnostics) };
  } catch (error) {
    if (error instanceof RubricError) throw new RubricError(error.diagnostics.map((found) => inFile(found, file)));
    throw error;
  }
}

/** Files below the paths, sorted by name, so that the order of a folder does not show. */
export async function listFiles(paths: readonly string[], wanted: (name: string) => boolean): Promise<readonly string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const kind = await stat(path).catch((error: unknown) => unreadable(path, error));
    if (kind.isDirectory()) files.push(...(await filesBelow(path)).filter(wanted));
    else files.push(path);
  }
  return [...new Set(files.map(posix))];
}

export function isRubricFile(name: string): boolean {
  return isDataFile(name) && !/\.(?:facts|cases)\.\w+$/.test(name);
}

export function isFactSheetFile(name: string): boolean {
  return isDataFile(name) && /\.facts\.\w+$/.test(name);
}

function isDataFile(name: string): boolean {
  return /\.(?:ya?ml|json)$/.test(name);
}

async function filesBelow(folder: string): Promise<string[]> {
  const files: string[] = [];
  const entries = await readdir(folder).catch((error: unknown) => unreadable(folder, error));
  for (const name of entries.sort()) {
    if (name.startsWith(".") || name === "node_modules") continue;
    const path = join(folder, name);
    // A link may lead anywhere, also back up: folders are followed only where they stand.
    const entry = await lstat(path);
    if (entry.isDirectory()) files.push(...(await filesBelow(path)));
    else if (entry.isFile() || entry.isSymbolicLink()) files.push(path);
  }
  return files;
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
    if (error instanceof RubricError) return { diagnostics: error.diagnostics };
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

function readBytesAs(
  bytes: Uint8Array,
  kind: DocumentKind,
  file: string,
): { document?: Document; text?: string; diagnostics: readonly Diagnostic[] } {
  const decoded = decodeText(bytes);
  if (decoded.text === undefined) return { diagnostics: decoded.diagnostics.map((found) => inFile(found, file)) };
  const { document, diagnostics } = readDocument(decoded.text, kind);
  const found = limitFindings([...decoded.diagnostics, ...diagnostics]).map((one) => inFile(one, file));
  return { ...(document && { document }), text: decoded.text, diagnostics: found };
}

/** No more than the limit is ever in memory, however large the file is. */
async function readBytes(path: string, kind: DocumentKind): Promise<Uint8Array> {
  const limit = maximumBytes[kind];
  const handle = await open(path).catch((error: unknown) => unreadable(path, error));
  try {
    const buffer = new Uint8Array(limit + 1);
    let length = 0;
    while (length <= limit) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null);
      if (bytesRead === 0) return buffer.slice(0, length);
      length += bytesRead;
    }
  } catch (error) {
    unreadable(path, error);
  } finally {
    await handle.close();
  }
  throw new RubricError([tooLarge(posix(path), limit)]);
}

function tooLarge(file: string, limit: number): Diagnostic {
  return diagnose("too-large", { path: "", file }, { limit: `${limit / 1024 / 1024} MiB` });
}

function unreadable(path: string, error: unknown): never {
  const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
  const file = posix(path);
  throw new RubricError([diagnose("unreadable-file", { path: "", file }, { file, reason })]);
}

function inFile(diagnostic: Diagnostic, file: string): Diagnostic {
  return diagnostic.file === undefined ? { ...diagnostic, file } : diagnostic;
}

function posix(path: string): string {
  return path.replaceAll("\\", "/");
}
