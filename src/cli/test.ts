/** `chengxin test`: golden cases → which come out as expected; and, where asked, expectations rewritten. */
import { runCases } from "../analyse/cases.js";
import { type CasesFile, readCasesBytes, readCasesFile } from "../files/cases.js";
import { isCasesFile, listFiles } from "../files/list.js";
import type { Diagnostic, RubricSet } from "../index.js";
import type { CasesResult, LoadedCases } from "../model/cases.js";
import { renderCases, renderCasesJson } from "../render/cases.js";
import { type VerbOptions, usage } from "./arguments.js";
import { rubricsOfCases } from "./cases.js";
import type { Answer, Exit } from "./run.js";
import { fails, readStandardInput } from "./sources.js";
import { rewrite } from "./update.js";

export async function testVerb(paths: readonly string[], options: VerbOptions): Promise<Answer> {
  const { update, name, lang, format, coverage, suggest } = options;
  // What is expected is the author's word: a machine that rewrites it would approve of itself.
  if (update && (process.env["CI"] ?? "") !== "") throw usage("update-refused", { option: "--update" });
  const files = await readAll(paths);
  if (files.length === 0) throw usage("nothing-matched", { file: paths.join(" ") });
  const sources: { loaded: LoadedCases; rubrics: RubricSet }[] = [];
  for (const file of files) {
    if (file.kind === "cases")
      sources.push({ loaded: file.loaded, rubrics: await rubricsOfCases(file.loaded, options) });
  }
  const run = runCases(sources, { lang, coverage, suggest, ...(name !== undefined && { name }) });
  const read = files.flatMap(({ diagnostics }) => diagnostics);
  const told = [...read, ...run.diagnostics, ...run.result.cases.flatMap(({ findings }) => findings)];
  const texts = new Map([
    ...sources.flatMap(({ rubrics }) => [...(rubrics.texts ?? [])]),
    ...files.flatMap(({ file, text }) => (text === undefined ? [] : [[file, text] as const])),
  ]);
  const isLost = run.diagnostics.length > 0 || files.some(({ kind }) => kind === "unreadable");
  if (run.result.cases.length === 0) {
    if (told.length === 0) throw usage("no-case-matched", { name: name ?? "" });
    return { exit: isLost ? 2 : 1, findings: told, texts };
  }
  const changes = update
    ? await rewrite(
        run.result,
        sources.map(({ loaded }) => loaded),
      )
    : undefined;
  const result: CasesResult = { ...run.result, ...(changes && { changes }) };
  const text = format === "json" ? renderCasesJson(result) : renderCases(result, lang);
  return { exit: exitOf(isLost, result, read, options), result: text, findings: told, texts };
}

function exitOf(isLost: boolean, { failed }: CasesResult, read: readonly Diagnostic[], { failOn }: VerbOptions): Exit {
  if (isLost) return 2;
  return failed > 0 || fails(read, failOn) ? 1 : 0;
}

async function readAll(paths: readonly string[]): Promise<readonly CasesFile[]> {
  const files: CasesFile[] = [];
  for (const file of await listFiles(
    paths.filter((path) => path !== "-"),
    isCasesFile,
  )) {
    files.push(await readCasesFile(file));
  }
  if (paths.includes("-")) files.push(readCasesBytes(await readStandardInput(), "<stdin>"));
  return files;
}
