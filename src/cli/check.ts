/** `chengxin check`: everything that can be said against rubrics and fact sheets, in one go. */
import { checkRubrics, unique } from "../analyse/check.js";
import { type FactSheetReading, readFactSheetBytes, readFactSheetFile } from "../files/fact-sheet.js";
import { isFactSheetFile, isRubricFile, listFiles } from "../files/list.js";
import { type RubricReading, readRubricBytes, rubricSetOf } from "../files/rubrics.js";
import { readBytes } from "../files/read.js";
import { type Diagnostic, type RubricError, type RubricSet, isRubricError, score } from "../index.js";
import { renderDiagnostics, renderFindings } from "../render/diagnostics.js";
import type { Language } from "../model/language.js";
import { type VerbOptions, usage } from "./arguments.js";
import type { Answer } from "./run.js";
import { compiledFor, fails, isFindings, placedFindings, readStandardInput, rubricsFor } from "./sources.js";

export async function check(paths: readonly string[], options: VerbOptions): Promise<Answer> {
  const { rubrics, sheets } = await readAll(paths);
  if (rubrics.length + sheets.length === 0) throw usage("nothing-matched", { file: paths.join(" ") });
  const set = rubricSetOf(rubrics);
  // Rubrics that are named count, whatever else lies beside the fact sheets.
  const known = options.rubrics.length === 0 && rubrics.length > 0 ? set : await rubricsFor(options);
  const found = unique([...checkRubrics(set), ...sheets.flatMap((sheet) => checkFactSheet(sheet, known))]);
  const texts = new Map([...(set.texts ?? []), ...sheets.flatMap(textOf)]);
  const told = found.filter(({ severity }) => severity !== "info");
  const exit = unreadable(found) ? 2 : fails(found, options.failOn) ? 1 : 0;
  const checked = rubrics.length + sheets.length;
  const text = `${renderDiagnostics(told, { lang: options.lang, texts, color: options.color })}${summary(checked, told, options.lang)}`;
  return { exit, result: options.format === "json" ? renderFindings(found) : text, findings: [], texts };
}

interface Everything {
  readonly rubrics: readonly RubricReading[];
  readonly sheets: readonly FactSheetReading[];
}

/** By name where the name says what a file is; else by the `kind` it states. */
async function readAll(paths: readonly string[]): Promise<Everything> {
  const rubrics: RubricReading[] = [];
  const sheets: FactSheetReading[] = [];
  const files = new Set<string>();
  for (const path of paths.filter((each) => each !== "-")) {
    const listed = await filesAt(path);
    if (isUnreadable(listed)) rubrics.push({ file: path, broken: { file: path }, diagnostics: listed.diagnostics });
    else listed.forEach((file) => files.add(file));
  }
  for (const file of files) {
    if (isFactSheetFile(file)) sheets.push(await readFactSheetFile(file));
    else sort(await bytesOf(file), file);
  }
  if (paths.includes("-")) sort(await readStandardInput(), STDIN);
  return { rubrics, sheets };

  // Read once: a pipe is empty the second time.
  function sort(bytes: Uint8Array | readonly Diagnostic[], file: string): void {
    const rubric: RubricReading =
      bytes instanceof Uint8Array ? readRubricBytes(bytes, file) : { file, broken: { file }, diagnostics: bytes };
    if (rubric.other === "facts" && bytes instanceof Uint8Array) sheets.push(readFactSheetBytes(bytes, file));
    else rubrics.push(rubric);
  }
}

/** One path that cannot be read says so; the others are checked all the same. */
async function filesAt(path: string): Promise<readonly string[] | RubricError> {
  return listFiles([path], (name) => isRubricFile(name) || isFactSheetFile(name)).catch((error: unknown) => {
    if (isRubricError(error)) return error;
    throw error;
  });
}

function isUnreadable(listed: readonly string[] | RubricError): listed is RubricError {
  return !Array.isArray(listed);
}

async function bytesOf(file: string): Promise<Uint8Array | readonly Diagnostic[]> {
  try {
    return await readBytes(file, "rubric");
  } catch (error) {
    if (isRubricError(error)) return error.diagnostics;
    throw error;
  }
}

const STDIN = "<stdin>";

export function checkFactSheet(sheet: FactSheetReading, rubrics: RubricSet): readonly Diagnostic[] {
  if (sheet.kind !== "fact-sheet") return sheet.diagnostics;
  const compiled = compiledFor(sheet, rubrics);
  if (isFindings(compiled)) return compiled;
  return placedFindings(score(compiled, sheet.factSheet), sheet);
}

function textOf(sheet: FactSheetReading): readonly (readonly [string, string])[] {
  const text = sheet.kind === "fact-sheet" ? sheet.document.text : sheet.text;
  return text === undefined ? [] : [[sheet.file, text]];
}

function unreadable(found: readonly Diagnostic[]): boolean {
  return found.some(({ code }) => code === "unreadable-file");
}

function summary(files: number, found: readonly Diagnostic[], lang: Language): string {
  const errors = found.filter(({ severity }) => severity === "error").length;
  const warnings = found.length - errors;
  return lang === "zh"
    ? `检查了 ${files} 个文件：${errors} 个错误，${warnings} 个警告\n`
    : `files checked: ${files}, errors: ${errors}, warnings: ${warnings}\n`;
}
