/** Records in files, of which nothing is believed yet. */
import { readFile } from "node:fs/promises";
import { unreadable } from "../files/read.js";
import { readStandardInput } from "./sources.js";

/** Far more than any record; a larger file is something else. */
const MOST_BYTES = 64 * 1024 * 1024;

/** `-` is standard input. Undefined where it is no JSON, and so no record. */
export async function recordAt(file: string): Promise<unknown> {
  return recordIn(await bytesAt(file));
}

/** `-` is standard input. */
export async function bytesAt(file: string): Promise<Uint8Array> {
  return file === "-" ? readStandardInput() : readFile(file).catch((error) => unreadable(file, error));
}

export function recordIn(bytes: Uint8Array): unknown {
  if (bytes.length > MOST_BYTES) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
