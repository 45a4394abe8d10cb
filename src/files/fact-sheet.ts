/** A file → a fact sheet, with the text behind it. */
import { readFactSheetDocument } from "../load/fact-sheet.js";
import { expectText } from "../messages/misuse.js";
import { RubricError, isRubricError } from "../messages/rubric-error.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Document } from "../model/document.js";
import type { FactSheet } from "../model/fact.js";
import { inFile, shown, readBytes, readBytesAs } from "./read.js";

/**
 * Loads one fact sheet, YAML or JSON in UTF-8.
 *
 * @param path of one file; a relative path counts from the working directory.
 * @throws RubricError when the file cannot be read or is no fact sheet. Wrong facts are findings of the assessment.
 * @throws TypeError when the path is no text.
 *
 * @example
 * ```ts
 * import { loadFactSheet } from "chengxin/node";
 *
 * const factSheet = await loadFactSheet("rubrics/examples/exactly-80.facts.yaml");
 * console.log(factSheet.asOf, factSheet.subject.name); // 2023-11-10 范例物业管理有限公司
 * ```
 */
export async function loadFactSheet(path: string): Promise<FactSheet> {
  expectText("loadFactSheet", "path", path);
  const reading = await readFactSheetFile(path);
  if (reading.kind === "fact-sheet") return reading.factSheet;
  throw new RubricError(reading.diagnostics);
}

/** How far reading came: a fact sheet; a text that is none; or nothing that could be read. */
export type FactSheetReading =
  | LoadedFactSheet
  | {
      readonly kind: "no-fact-sheet";
      readonly file: string;
      readonly text: string;
      readonly diagnostics: readonly Diagnostic[];
    }
  | {
      readonly kind: "unreadable";
      readonly file: string;
      readonly text?: string;
      readonly diagnostics: readonly Diagnostic[];
    };

/** A fact sheet with its text, so that findings can be shown in their place. */
export interface LoadedFactSheet {
  readonly kind: "fact-sheet";
  readonly file: string;
  readonly factSheet: FactSheet;
  readonly document: Document;
}

export async function readFactSheetFile(path: string): Promise<FactSheetReading> {
  const file = shown(path);
  try {
    return readFactSheetBytes(await readBytes(path, "facts"), file);
  } catch (error) {
    if (isRubricError(error)) return { kind: "unreadable", file, diagnostics: error.diagnostics };
    throw error;
  }
}

export function readFactSheetBytes(bytes: Uint8Array, file: string): FactSheetReading {
  const { document, text, diagnostics } = readBytesAs(bytes, "facts", file);
  if (!document) {
    // A key that stands twice is a mistake of the sheet: the text itself is well-formed.
    const wellFormed = text !== undefined && diagnostics.every(({ code }) => ABOUT_KEYS.has(code));
    if (wellFormed) return { kind: "no-fact-sheet", file, text, diagnostics };
    return { kind: "unreadable", file, diagnostics, ...(text !== undefined && { text }) };
  }
  try {
    return { kind: "fact-sheet", file, document, factSheet: readFactSheetDocument(document, diagnostics) };
  } catch (error) {
    if (!isRubricError(error)) throw error;
    return {
      kind: "no-fact-sheet",
      file,
      text: document.text,
      diagnostics: error.diagnostics.map((found) => inFile(found, file)),
    };
  }
}

const ABOUT_KEYS: ReadonlySet<string> = new Set(["duplicate-key", "findings-left-out"]);
