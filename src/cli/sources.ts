/** What the verbs work on: rubrics, fact sheets, and the place of what is found in them. */
import {
  type Assessment,
  type CompiledScheme,
  type Diagnostic,
  type RubricSet,
  compileScheme,
  isRubricError,
} from "../index.js";
import {
  type FactSheetReading,
  type LoadedFactSheet,
  readFactSheetBytes,
  readFactSheetFile,
} from "../files/fact-sheet.js";
import { shippedRubrics, shippedShelf } from "../files/shipped.js";
import { aboutKeys } from "../messages/about-keys.js";
import { diagnose } from "../messages/diagnose.js";
import { loadRubrics } from "../node.js";
import type { Options } from "./arguments.js";

/** The rubrics shipped with the package, unless others are named. */
export function rubricsFor({ rubrics }: Options): Promise<RubricSet> {
  return rubrics.length > 0 ? loadRubrics(...rubrics) : shippedRubrics();
}

/** Of the shipped ones only what a fact sheet needs. Of others all: what is wrong in any of their files is told. */
export async function rubricsToScore({ rubrics }: Options): Promise<(sheet: FactSheetReading) => RubricSet> {
  if (rubrics.length > 0) {
    const named = await loadRubrics(...rubrics);
    return () => named;
  }
  const shelf = await shippedShelf();
  return (sheet) => (sheet.kind === "fact-sheet" ? shelf(sheet.factSheet) : NONE);
}

const NONE: RubricSet = { rubrics: [], diagnostics: [] };

/** `-` is standard input. */
export async function factSheetAt(path: string): Promise<FactSheetReading> {
  return path === "-" ? readFactSheetBytes(await readStandardInput(), "<stdin>") : readFactSheetFile(path);
}

// A little more than any limit: the reader refuses it by itself, and memory stays bounded.
const MOST_INPUT = 4 * 1024 * 1024;

export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_INPUT) break;
  }
  return Buffer.concat(chunks);
}

/** The scheme that a fact sheet is for, in the version it names or the one in force; or why there is none. */
export function compiledFor(sheet: LoadedFactSheet, rubrics: RubricSet): CompiledScheme | readonly Diagnostic[] {
  const { scheme, asOf } = sheet.factSheet;
  const { id, version } = scheme;
  try {
    return compileScheme(rubrics, id, { asOf, ...(version !== undefined && { version }) });
  } catch (error) {
    if (!isRubricError(error)) throw error;
    // What has no file of its own is about the scheme that the fact sheet names.
    const range = sheet.document.locate("/scheme", "value");
    return error.diagnostics.map((found) =>
      found.file === undefined ? { ...found, file: sheet.file, path: "/scheme", ...(range && { range }) } : found,
    );
  }
}

export function isFindings(value: CompiledScheme | readonly Diagnostic[]): value is readonly Diagnostic[] {
  return Array.isArray(value);
}

/** Findings of an assessment, with the lines of the fact sheet they are about and with what to do. */
export function placedFindings(
  { findings }: Pick<Assessment, "findings">,
  { file, document }: LoadedFactSheet,
): readonly Diagnostic[] {
  return findings.map((finding): Diagnostic => {
    const range = nearestRange(document, finding.path, aboutKeys.has(finding.code));
    const { hint } = diagnose(finding.code, finding, finding.data);
    return { ...finding, ...(hint && { hint }), file, ...(range && { range }) };
  });
}

/** Of something that is not there, the place is the key of the nearest thing around it. */
function nearestRange({ locate }: LoadedFactSheet["document"], path: string, aboutKey: boolean): Diagnostic["range"] {
  for (let at = path; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const [value, key] = [locate(at, "value"), locate(at, "key")];
    const range = at === path && !aboutKey ? (value ?? key) : (key ?? value);
    if (range) return range;
  }
  return undefined;
}

export function fails(findings: readonly Diagnostic[], failOn: Options["failOn"]): boolean {
  if (failOn === "never") return false;
  return findings.some(({ severity }) => severity === "error" || (failOn === "warning" && severity === "warning"));
}
