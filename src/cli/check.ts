/** `chengxin check`: everything that can be said against rubrics and fact sheets, in one go. */
import { checkRubrics } from "../analyse/check.js";
import { type Diagnostic, type RubricSet, score } from "../index.js";
import { readFactSheetFile } from "../files/fact-sheet.js";
import { isFactSheetFile, isRubricFile, listFiles } from "../files/list.js";
import { loadRubrics } from "../node.js";
import { renderDiagnostics, renderFindings } from "../render/diagnostics.js";
import type { Language } from "../render/title.js";
import { type Options, usage } from "./arguments.js";
import type { Answer } from "./run.js";
import { compiledFor, fails, isFindings, placedFindings, rubricsFor } from "./sources.js";

export async function check(paths: readonly string[], options: Options & { readonly lang: Language }): Promise<Answer> {
  const files = await listFiles(paths, (name) => isRubricFile(name) || isFactSheetFile(name));
  if (files.length === 0) throw usage("nothing-matched", { file: paths.join(" ") });
  const rubricFiles = files.filter((file) => !isFactSheetFile(file));
  const sheetFiles = files.filter(isFactSheetFile);
  const set = await loadRubrics(...rubricFiles);
  const found = [...checkRubrics(set)];
  const texts = new Map<string, string>(set.texts);
  const known = rubricFiles.length > 0 ? set : await rubricsFor(options);
  for (const file of sheetFiles) found.push(...(await checkFactSheet(file, known, texts)));
  const told = found.filter(({ severity }) => severity !== "info");
  const exit = unreadable(found) ? 2 : fails(found, options.failOn) ? 1 : 0;
  const text = `${renderDiagnostics(told, { lang: options.lang, texts })}${summary(files.length, told, options.lang)}`;
  return { exit, result: options.format === "json" ? renderFindings(found) : text, findings: [], texts };
}

async function checkFactSheet(file: string, rubrics: RubricSet, texts: Map<string, string>): Promise<readonly Diagnostic[]> {
  const sheet = await readFactSheetFile(file);
  const text = sheet.kind === "fact-sheet" ? sheet.document.text : sheet.text;
  if (text !== undefined) texts.set(sheet.file, text);
  if (sheet.kind !== "fact-sheet") return sheet.diagnostics;
  const compiled = compiledFor(sheet.factSheet, rubrics);
  if (isFindings(compiled)) return compiled.map((diagnostic) => ({ ...diagnostic, file: diagnostic.file ?? file }));
  return placedFindings(score(compiled, sheet.factSheet), sheet);
}

function unreadable(found: readonly Diagnostic[]): boolean {
  return found.some(({ code }) => code === "unreadable-file");
}

function summary(files: number, found: readonly Diagnostic[], lang: Language): string {
  const errors = found.filter(({ severity }) => severity === "error").length;
  const warnings = found.length - errors;
  return lang === "zh"
    ? `检查了 ${files} 个文件：${errors} 个错误，${warnings} 个警告\n`
    : `checked ${files} files: ${errors} errors, ${warnings} warnings\n`;
}
