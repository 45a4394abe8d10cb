/** Which files a path means. */
import { lstat, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { unreadable } from "./read.js";

/** Files below the paths, sorted by name, so that the order of a folder does not show. */
export async function listFiles(
  paths: readonly string[],
  wanted: (name: string) => boolean,
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const kind = await stat(path).catch((error: unknown) => unreadable(path, error));
    if (kind.isDirectory()) files.push(...(await filesBelow(path)).filter(wanted));
    else files.push(path);
  }
  return [...new Set(files)];
}

export function isRubricFile(name: string): boolean {
  return isDataFile(name) && !/\.(?:facts|cases|record)\.\w+$/.test(name) && !SCHEMA.test(name);
}

/** JSON Schemas stand beside rubrics; editors find that of rubrics there. */
const SCHEMA = /(?:^|[\\/])(?:rubric|assessment|record)\.v\d+\.json$/;

export function isFactSheetFile(name: string): boolean {
  return isDataFile(name) && /\.facts\.\w+$/.test(name);
}

export function isCasesFile(name: string): boolean {
  return isDataFile(name) && /\.cases\.\w+$/.test(name);
}

export function isRecordFile(name: string): boolean {
  return name.endsWith(".record.json");
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
    const entry = await lstat(path).catch((error: unknown) => unreadable(path, error));
    if (entry.isDirectory()) files.push(...(await filesBelow(path)));
    else if (entry.isFile() || entry.isSymbolicLink()) files.push(path);
  }
  return files;
}
