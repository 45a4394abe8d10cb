/** A folder of rubrics, each file named by the digest of what it says: a record finds the very ones it was scored with. */
import { constants, copyFile, link, mkdir, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Digest } from "../model/record.js";
import type { RubricSet } from "../model/rubric-set.js";
import { readRubricFile, rubricSetOf } from "./rubrics.js";

/** However many lie there, only those that are named are read; one that is not there is among the broken ones. */
export async function readStored(folder: string, contents: readonly string[]): Promise<RubricSet> {
  const names = new Set(contents.flatMap((content) => storedName(content) ?? []));
  const readings = [];
  for (const name of names) readings.push(await readRubricFile(join(folder, name)));
  return rubricSetOf(readings);
}

/** Undefined for what is no digest: it comes from records, which are untrusted, and becomes the name of a file. */
export function storedName(content: string): string | undefined {
  const [, hexadecimal] = /^sha256:([0-9a-f]{64})$/.exec(content) ?? [];
  return hexadecimal === undefined ? undefined : `sha256-${hexadecimal}.yaml`;
}

/** Whole or not at all, and never over a file that is there: somebody's record may need it as it is. */
export async function putStored(folder: string, content: Digest, text: string): Promise<void> {
  const name = storedName(content)!;
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${name}.${process.pid}`);
  await writeFile(temporary, text);
  try {
    await placed(temporary, join(folder, name));
  } finally {
    await unlink(temporary);
  }
}

async function placed(temporary: string, file: string): Promise<void> {
  try {
    await link(temporary, file);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return;
    // Not every disk has links.
    await copyFile(temporary, file, constants.COPYFILE_EXCL).catch((error: unknown) => {
      if (codeOf(error) !== "EEXIST") throw error;
    });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
