/** A file → golden cases, with the text behind them. */
import { readCasesDocument } from "../load/cases.js";
import { isRubricError } from "../messages/rubric-error.js";
import type { LoadedCases } from "../model/cases.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { inFile, readBytes, readBytesAs, shown } from "./read.js";

/** How far reading came: cases that can be run; a text that holds none; or nothing that could be read. */
export type CasesFile = {
  readonly file: string;
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
} & ({ readonly kind: "cases"; readonly loaded: LoadedCases } | { readonly kind: "no-cases" | "unreadable" });

export async function readCasesFile(path: string): Promise<CasesFile> {
  const file = shown(path);
  try {
    return readCasesBytes(await readBytes(path, "rubric"), file);
  } catch (error) {
    if (isRubricError(error)) return { kind: "unreadable", file, diagnostics: error.diagnostics };
    throw error;
  }
}

export function readCasesBytes(bytes: Uint8Array, file: string): CasesFile {
  const { document, text, diagnostics } = readBytesAs(bytes, "rubric", file);
  if (!document) return { kind: "unreadable", file, diagnostics, ...(text !== undefined && { text }) };
  const reading = readCasesDocument(document, diagnostics);
  const read = { file, text: document.text, diagnostics: reading.diagnostics.map((found) => inFile(found, file)) };
  if (!reading.cases) return { kind: "no-cases", ...read };
  const { locate } = document;
  return { kind: "cases", ...read, loaded: { cases: reading.cases, file, text: document.text, locate } };
}
