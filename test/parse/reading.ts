/** Short ways to say what a test reads and what it found. */
import type { Range } from "../../src/model/diagnostic.js";
import type { Document, DocumentValue } from "../../src/model/document.js";
import { readDocument } from "../../src/parse/read-document.js";

export function documentOf(text: string): Document {
  const { document, diagnostics } = readDocument(text, "rubric");
  if (!document) throw new Error(`not readable: ${diagnostics.map(({ code }) => code).join(", ")}`);
  return document;
}

/** Without our prototype-less objects, for comparing. */
export function valueOf(text: string): unknown {
  return JSON.parse(JSON.stringify(documentOf(text).value)) as DocumentValue;
}

/** Each finding as `code line:column text`. */
export function findingsOf(text: string): string[] {
  return readDocument(text, "rubric").diagnostics.map(({ code, range }) =>
    range ? `${code} ${placeOf(range)} ${text.slice(...range.offset)}` : code,
  );
}

export function placeOf({ start }: Range): string {
  return `${start.line}:${start.column}`;
}

export function codesOf(text: string): string[] {
  return readDocument(text, "rubric").diagnostics.map(({ code }) => code);
}
