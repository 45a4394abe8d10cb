/** `chengxin score`: fact sheets → assessments. */
import { type Diagnostic, type RubricSet, compileScheme, isRubricError, renderJson, renderText, score } from "../index.js";
import { isFactSheetFile, listFiles } from "../files/list.js";
import type { Language } from "../render/title.js";
import { type Options, usage } from "./arguments.js";
import type { Answer, Exit } from "./run.js";
import { factSheetAt, fails, placedFindings, rubricsFor } from "./sources.js";

type ScoreOptions = Options & { readonly lang: Language };

export async function scoreVerb(paths: readonly string[], options: ScoreOptions): Promise<Answer> {
  const files = (await Promise.all(paths.map((path) => (path === "-" ? ["-"] : listFiles([path], isFactSheetFile))))).flat();
  if (files.length === 0) throw usage("nothing-matched", { file: paths.join(" ") });
  if (options.format === "json" && files.length > 1) throw usage("too-many-arguments", { count: files.length });
  const rubrics = await rubricsFor(options);
  const answers: Answer[] = [];
  for (const file of files) answers.push(await scoreOne(file, rubrics, options));
  return answers.length === 1 ? answers[0]! : together(answers, files);
}

async function scoreOne(file: string, rubrics: RubricSet, options: ScoreOptions): Promise<Answer> {
  const read = await attempt(() => factSheetAt(file));
  // Readable or not decides the exit: a text that is no fact sheet is an answer, one that cannot be read is none.
  if ("findings" in read) return { exit: exitOf(read.findings), findings: read.findings, texts: new Map() };
  const { factSheet } = read.value;
  const texts = new Map([[read.value.file, read.value.document.text]]);
  const { id, version } = factSheet.scheme;
  const compiled = await attempt(() => compileScheme(rubrics, id, { asOf: factSheet.asOf, ...(version !== undefined && { version }) }));
  if ("findings" in compiled) return { exit: 2, findings: [...rubrics.diagnostics, ...compiled.findings], texts };
  const assessment = score(compiled.value, factSheet);
  const findings = placedFindings(assessment, read.value);
  if (assessment.findings.some(({ code }) => code === "component-sheet-unknown")) {
    return { exit: 2, findings: [...rubrics.diagnostics, ...compiled.value.diagnostics, ...findings], texts };
  }
  const result = options.format === "json" ? renderJson(assessment) : renderText(assessment, { lang: options.lang });
  return { exit: fails(findings, options.failOn) ? 1 : 0, result, findings, texts };
}

async function attempt<T>(job: () => T | Promise<T>): Promise<{ value: T } | { findings: readonly Diagnostic[] }> {
  try {
    return { value: await job() };
  } catch (error) {
    if (isRubricError(error)) return { findings: error.diagnostics };
    throw error;
  }
}

/** What the frame of a fact sheet can lack although it was read: everything else means that reading failed. */
const READABLE: ReadonlySet<string> = new Set(["unknown-key", "duplicate-key", "missing-key"]);

function exitOf(findings: readonly Diagnostic[]): Exit {
  const errors = findings.filter(({ severity }) => severity === "error");
  return errors.every(({ code }) => READABLE.has(code)) ? 1 : 2;
}

/** Several sheets, one after the other; the worst exit counts. */
function together(answers: readonly Answer[], files: readonly string[]): Answer {
  const parts = answers.flatMap(({ result }, i) => (result === undefined ? [] : [`── ${files[i]!} ──\n${result}`]));
  return {
    exit: answers.reduce<Exit>((worst, { exit }) => (exit > worst ? exit : worst), 0),
    ...(parts.length > 0 && { result: parts.join("\n") }),
    findings: answers.flatMap(({ findings }) => findings),
    texts: new Map(answers.flatMap(({ texts }) => [...texts])),
  };
}
