/** What the verbs work on: rubrics, fact sheets, and the place of what is found in them. */
import { stdin } from "node:process";
import { fileURLToPath } from "node:url";
import {
  type Assessment,
  type CompiledScheme,
  type Diagnostic,
  type FactSheet,
  type RubricSet,
  compileScheme,
  isRubricError,
} from "../index.js";
import { type FactSheetReading, type LoadedFactSheet, readFactSheetBytes, readFactSheetFile } from "../files/fact-sheet.js";
import { loadRubrics } from "../node.js";
import type { Options } from "./arguments.js";

/** The rubrics shipped with the package, unless others are named. */
export function rubricsFor({ rubrics }: Options): Promise<RubricSet> {
  return rubrics.length > 0 ? loadRubrics(...rubrics) : loadRubrics(fileURLToPath(new URL("../../rubrics", import.meta.url)));
}

/** `-` is standard input. */
export async function factSheetAt(path: string): Promise<FactSheetReading> {
  return path === "-" ? readFactSheetBytes(await readStandardInput(), "<stdin>") : readFactSheetFile(path);
}

// A little more than any limit: the reader refuses it by itself, and memory stays bounded.
const MOST_INPUT = 4 * 1024 * 1024;

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_INPUT) break;
  }
  return Buffer.concat(chunks);
}

/** The scheme that a fact sheet is for, in the version it names or the one in force; or why there is none. */
export function compiledFor({ scheme, asOf }: FactSheet, rubrics: RubricSet): CompiledScheme | readonly Diagnostic[] {
  const { id, version } = scheme;
  try {
    return compileScheme(rubrics, id, { asOf, ...(version !== undefined && { version }) });
  } catch (error) {
    if (isRubricError(error)) return error.diagnostics;
    throw error;
  }
}

export function isFindings(value: CompiledScheme | readonly Diagnostic[]): value is readonly Diagnostic[] {
  return Array.isArray(value);
}

/** Findings of an assessment, with the lines of the fact sheet they are about. */
export function placedFindings({ findings }: Assessment, { file, document }: LoadedFactSheet): readonly Diagnostic[] {
  return findings.map((finding): Diagnostic => {
    const range = nearestRange(document, finding.path);
    return { ...finding, file, ...(range && { range }) };
  });
}

/** Of something that is not there, the place is the nearest thing around it. */
function nearestRange({ locate }: LoadedFactSheet["document"], path: string): Diagnostic["range"] {
  for (let at = path; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const range = locate(at, "value") ?? locate(at, "key");
    if (range) return at === path ? range : (locate(at, "key") ?? range);
  }
  return undefined;
}

export function fails(findings: readonly Diagnostic[], failOn: Options["failOn"]): boolean {
  if (failOn === "never") return false;
  return findings.some(({ severity }) => severity === "error" || (failOn === "warning" && severity === "warning"));
}
