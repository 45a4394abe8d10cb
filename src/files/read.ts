/** One file → its text, as far as it is text and no larger than allowed. */
import { open } from "node:fs/promises";
import { sep } from "node:path";
import { diagnose } from "../messages/diagnose.js";
import { limitFindings } from "../messages/limit.js";
import { RubricError } from "../messages/rubric-error.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Document } from "../model/document.js";
import { decodeText } from "../parse/decode-text.js";
import { type DocumentKind, maximumBytes } from "../parse/limits.js";
import { readDocument } from "../parse/read-document.js";

/** No more than the limit is ever in memory, however large the file is. */
export async function readBytes(path: string, kind: DocumentKind): Promise<Uint8Array> {
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
  throw new RubricError([tooLarge(shown(path), limit)]);
}

function tooLarge(file: string, limit: number): Diagnostic {
  return diagnose("too-large", { path: "", file }, { limit: `${limit / 1024 / 1024} MiB` });
}

/** @throws RubricError always: a path that the system refuses, with its own reason. */
export function unreadable(path: string, error: unknown): never {
  const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
  const file = shown(path);
  throw new RubricError([diagnose("unreadable-file", { path: "", file }, { file, reason })]);
}

export function readBytesAs(
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

export function inFile(diagnostic: Diagnostic, file: string): Diagnostic {
  return diagnostic.file === undefined ? { ...diagnostic, file } : diagnostic;
}

/** As paths are shown everywhere. Where a backslash separates nothing, it belongs to the name. */
export function shown(path: string): string {
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}
