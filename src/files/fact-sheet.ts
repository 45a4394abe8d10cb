/** A file → a fact sheet, with the text behind it. */
import { readFactSheetDocument } from "../load/fact-sheet.js";
import { RubricError, isRubricError } from "../messages/rubric-error.js";
import type { Document } from "../model/document.js";
import type { FactSheet } from "../model/fact.js";
import { inFile, posix, readBytes, readBytesAs } from "./read.js";

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
    if (isRubricError(error)) throw new RubricError(error.diagnostics.map((found) => inFile(found, file)));
    throw error;
  }
}

