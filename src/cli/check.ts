/** `chengxin check`: everything that can be said against rubrics and fact sheets, in one go. */
import { stat } from "node:fs/promises";
import { checkRubrics, unique } from "../analyse/check.js";
import { type CasesFile, readCasesBytes, readCasesFile } from "../files/cases.js";
import { type FactSheetReading, readFactSheetBytes, readFactSheetFile } from "../files/fact-sheet.js";
import { isCasesFile, isFactSheetFile, isRubricFile, listFiles } from "../files/list.js";
import { type RubricReading, readRubricBytes, rubricSetOf } from "../files/rubrics.js";
import { withSheetsNear } from "../files/near-rubrics.js";
import { readBytes } from "../files/read.js";
import { type Diagnostic, type RubricError, type RubricSet, isRubricError, score } from "../index.js";
import { renderDiagnostics, renderFindings } from "../render/diagnostics.js";
import type { Language } from "../model/language.js";
import { type VerbOptions, usage } from "./arguments.js";
import { checkCases, rubricsOfCases } from "./cases.js";
import type { Answer } from "./run.js";
import { compiledFor, fails, isFindings, placedFindings, readStandardInput, rubricsFor } from "./sources.js";

export async function check(paths: readonly string[], options: VerbOptions): Promise<Answer> {
  const { rubrics, sheets, cases } = await readAll(paths, options);
  if (rubrics.length + sheets.length + cases.length === 0) throw usage("nothing-matched", { file: paths.join(" ") });
  const set = rubricSetOf(rubrics);
  // Rubrics that are named count, whatever else lies beside the fact sheets.
  const known = options.rubrics.length === 0 && rubrics.length > 0 ? set : await rubricsFor(options);
  const ofCases: Diagnostic[] = [];
  for (const file of cases) {
    const used = file.kind === "cases" ? await rubricsOfCases(file.loaded, options, set) : set;
    // Of rubrics that are checked here, the broken file says all there is to say.
    ofCases.push(...checkCases(file, used).filter(({ code }) => used !== set || code !== "rubric-broken"));
  }
  const ofSheets = sheets.flatMap((sheet) => checkFactSheet(sheet, known));
  const found = unique([...(await checkNamed(set, options)), ...ofSheets, ...ofCases]);
  const ofTexts = [
    ...sheets.flatMap(textOf),
    ...cases.flatMap(({ file, text }) => (text === undefined ? [] : [[file, text] as const])),
  ];
  const texts = new Map([...(set.texts ?? []), ...ofTexts]);
  const told = found.filter(({ severity }) => severity !== "info");
  const exit = unreadable(found) ? 2 : fails(found, options.failOn) ? 1 : 0;
  const checked = rubrics.length + sheets.length + cases.length;
  const text = `${renderDiagnostics(told, { lang: options.lang, texts, color: options.color })}${summary(checked, told, options.lang)}`;
  return { exit, result: options.format === "json" ? renderFindings(found) : text, findings: [], texts };
}

/** A scheme that is named alone is checked with the sheets around it; what they lack was not asked. */
async function checkNamed(set: RubricSet, options: VerbOptions): Promise<readonly Diagnostic[]> {
  const wide = options.rubrics.length > 0 ? set : await withSheetsNear(set);
  const others = new Set(
    wide.rubrics.map(({ file }) => file).filter((file) => !set.rubrics.some((own) => own.file === file)),
  );
  return checkRubrics(wide).filter(({ file }) => file === undefined || !others.has(file));
}

interface Everything {
  readonly rubrics: readonly RubricReading[];
  readonly sheets: readonly FactSheetReading[];
  readonly cases: readonly CasesFile[];
}

/** By name where the name says what a file is; else by the `kind` it states. */
async function readAll(paths: readonly string[], { noCases }: VerbOptions): Promise<Everything> {
  const rubrics: RubricReading[] = [];
  const sheets: FactSheetReading[] = [];
  const cases: CasesFile[] = [];
  const files = new Set<string>();
  for (const path of paths.filter((each) => each !== "-")) {
    const listed = await filesAt(path, noCases);
    if (isUnreadable(listed)) rubrics.push({ file: path, broken: { file: path }, diagnostics: listed.diagnostics });
    else listed.forEach((file) => files.add(file));
  }
  const beside = noCases ? [] : await casesBeside([...files]);
  for (const file of new Set([...files, ...beside])) {
    if (isFactSheetFile(file)) sheets.push(await readFactSheetFile(file));
    else if (isCasesFile(file)) cases.push(await readCasesFile(file));
    else sort(await bytesOf(file), file);
  }
  if (paths.includes("-")) sort(await readStandardInput(), STDIN);
  return { rubrics, sheets, cases };

  // Read once: a pipe is empty the second time.
  function sort(bytes: Uint8Array | readonly Diagnostic[], file: string): void {
    const rubric: RubricReading =
      bytes instanceof Uint8Array ? readRubricBytes(bytes, file) : { file, broken: { file }, diagnostics: bytes };
    if (rubric.other === "facts" && bytes instanceof Uint8Array) sheets.push(readFactSheetBytes(bytes, file));
    else if (rubric.other === "cases" && bytes instanceof Uint8Array) cases.push(readCasesBytes(bytes, file));
    else rubrics.push(rubric);
  }
}

/** One path that cannot be read says so; the others are checked all the same. */
async function filesAt(path: string, noCases: boolean): Promise<readonly string[] | RubricError> {
  const wanted = (name: string): boolean =>
    isRubricFile(name) || isFactSheetFile(name) || (isCasesFile(name) && !noCases);
  return listFiles([path], wanted).catch((error: unknown) => {
    if (isRubricError(error)) return error;
    throw error;
  });
}

function isUnreadable(listed: readonly string[] | RubricError): listed is RubricError {
  return !Array.isArray(listed);
}

/** `x.cases.yaml` belongs to `x.yaml`, also where only that is named. */
async function casesBeside(files: readonly string[]): Promise<readonly string[]> {
  const names = files.filter((file) => isRubricFile(file)).map((file) => file.replace(/\.(\w+)$/, ".cases.$1"));
  const there = await Promise.all(
    names.map((name) =>
      stat(name).then(
        (found) => found.isFile(),
        () => false,
      ),
    ),
  );
  return names.filter((_, i) => there[i]);
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
