/** `chengxin reexamine`: the record of a title and a new fact sheet → whether the title is kept. */
import { reexamine } from "../index.js";
import { renderReexamination, renderReexaminationJson } from "../render/reexamination.js";
import { recordRefused } from "./answer.js";
import { type VerbOptions, usage } from "./arguments.js";
import { recordAt } from "./records.js";
import type { Answer } from "./run.js";
import { compiledFor, factSheetAt, fails, isFindings, placedFindings, rubricsFor } from "./sources.js";

export async function reexamineVerb(paths: readonly string[], options: VerbOptions): Promise<Answer> {
  const [recordFile, factsFile, ...more] = paths;
  if (recordFile === undefined || factsFile === undefined)
    throw usage("missing-argument", { verb: "reexamine", ...WANTED });
  if (more.length > 0)
    throw usage("too-many-arguments", { verb: "reexamine", wanted: WANTED.wanted, count: paths.length });
  const record = await recordAt(recordFile);
  const sheet = await factSheetAt(factsFile);
  if (sheet.kind !== "fact-sheet") {
    const texts = new Map(sheet.text === undefined ? [] : [[sheet.file, sheet.text]]);
    return { exit: sheet.kind === "no-fact-sheet" ? 1 : 2, findings: sheet.diagnostics, texts };
  }
  const rubrics = await rubricsFor(options);
  const texts = new Map([...(rubrics.texts ?? []), [sheet.file, sheet.document.text]]);
  // Why there is no scheme is told as `score` tells it.
  const compiled = compiledFor(sheet, rubrics);
  if (isFindings(compiled)) return { exit: 2, findings: [...rubrics.diagnostics, ...compiled], texts };
  const { lang, aside, format } = options;
  const answer = reexamine(record, sheet.factSheet, rubrics, { lang, ...(aside.length > 0 && { aside }) });
  if (!answer.success) {
    if (answer.reason === "verdict") return recordRefused(recordFile, answer.verdict);
    throw usage("not-reexaminable", { file: recordFile, facts: factsFile });
  }
  const { reexamination } = answer;
  const findings = placedFindings(reexamination, sheet);
  return {
    // Whatever becomes of the title is an answer.
    exit: fails(findings, options.failOn) ? 1 : 0,
    result: format === "json" ? renderReexaminationJson(reexamination) : renderReexamination(reexamination),
    findings,
    texts,
  };
}

const WANTED = { wanted: "RECORD FACTS", example: "chengxin reexamine 2023.record.json 2024.facts.yaml" };
