/** `chengxin compare`: the fact sheets of several roles → one table of what each of them gives. */
import { isFactSheetFile, listFiles } from "../files/list.js";
import type { LoadedFactSheet } from "../files/fact-sheet.js";
import { areComparable, compareRoles } from "../analyse/roles.js";
import { renderComparison, renderComparisonJson } from "../render/comparison.js";
import { type VerbOptions, usage } from "./arguments.js";
import type { Answer } from "./run.js";
import { compiledFor, factSheetAt, isFindings, rubricsFor } from "./sources.js";

export async function compareVerb(paths: readonly string[], options: VerbOptions): Promise<Answer> {
  const files = (await Promise.all(paths.map((path) => listFiles([path], isFactSheetFile)))).flat();
  const rubrics = await rubricsFor(options);
  const sheets: LoadedFactSheet[] = [];
  for (const file of files) {
    const sheet = await factSheetAt(file);
    if (sheet.kind !== "fact-sheet") {
      const texts = new Map(sheet.text === undefined ? [] : [[sheet.file, sheet.text]]);
      return { exit: sheet.kind === "no-fact-sheet" ? 1 : 2, findings: sheet.diagnostics, texts };
    }
    sheets.push(sheet);
  }
  const texts = new Map([
    ...(rubrics.texts ?? []),
    ...sheets.map(({ file, document }): [string, string] => [file, document.text]),
  ]);
  const compiled = sheets.map((sheet) => compiledFor(sheet, rubrics));
  const failed = compiled.flatMap((one) => (isFindings(one) ? one : []));
  if (failed.length > 0) return { exit: 2, findings: [...rubrics.diagnostics, ...failed], texts };
  const factSheets = sheets.map(({ factSheet }) => factSheet);
  const [scheme] = compiled;
  const sameScheme = compiled.every(
    (one) =>
      !isFindings(one) && scheme && !isFindings(scheme) && one.id === scheme.id && one.version === scheme.version,
  );
  if (!scheme || isFindings(scheme) || !sameScheme || !areComparable(scheme, factSheets))
    throw usage("not-comparable", { files });
  const comparison = compareRoles(scheme, factSheets);
  return {
    exit: 0,
    result: options.format === "json" ? renderComparisonJson(comparison) : renderComparison(comparison, options.lang),
    findings: [],
    texts,
  };
}
