/** Fact sheets → assessments, printed as the verb wants them: what `score` and `explain` have in common. */
import {
  type Assessment,
  type CompiledScheme,
  type Diagnostic,
  type FactSheet,
  type RubricSet,
  isRubricError,
  score,
} from "../index.js";
import { harmless } from "../base/width.js";
import type { FactSheetReading } from "../files/fact-sheet.js";
import { isFactSheetFile, listFiles } from "../files/list.js";
import { diagnose } from "../messages/diagnose.js";
import { type VerbOptions, usage } from "./arguments.js";
import type { Answer, Exit } from "./run.js";
import { compiledFor, factSheetAt, fails, isFindings, placedFindings, rubricsToScore } from "./sources.js";

/** The result of one assessment as text, with what it was scored from. */
export type Print = (assessment: Assessment, compiled: CompiledScheme, factSheet: FactSheet) => string;

export async function assess(paths: readonly string[], options: VerbOptions, print: Print): Promise<Answer> {
  const listed = await Promise.all(paths.map(filesAt));
  const files = listed.flatMap((entry) => (isAnswer(entry) ? [] : entry));
  const unreadable = listed.filter(isAnswer);
  if (files.length === 0 && unreadable.length === 0) throw usage("nothing-matched", { file: paths.join(" ") });
  if (options.format === "json" && files.length + unreadable.length > 1)
    throw usage("too-many-arguments", { verb: "--format json", wanted: "FACTS", count: files.length });
  const rubricsFor = await rubricsToScore(options);
  const answers: Answer[] = [];
  let broken: RubricSet["broken"];
  for (const file of files) {
    const sheet = await factSheetAt(file);
    const rubrics = rubricsFor(sheet);
    broken ??= rubrics.broken;
    answers.push(assessOne(sheet, rubrics, options, print));
  }
  const all = [...answers, ...unreadable];
  const answer = all.length === 1 ? all[0]! : together(all, files);
  return withWarnings(answer, leftOut(broken), options);
}

/** One path that cannot be read says so; the others are scored all the same. */
async function filesAt(path: string): Promise<readonly string[] | Answer> {
  if (path === "-") return ["-"];
  return listFiles([path], isFactSheetFile).catch((error: unknown) => {
    if (!isRubricError(error)) throw error;
    return { exit: 2, findings: error.diagnostics, texts: new Map() };
  });
}

function isAnswer(listed: readonly string[] | Answer): listed is Answer {
  return !Array.isArray(listed);
}

function assessOne(sheet: FactSheetReading, rubrics: RubricSet, options: VerbOptions, print: Print): Answer {
  if (sheet.kind !== "fact-sheet") {
    const texts = new Map(sheet.text === undefined ? [] : [[sheet.file, sheet.text]]);
    // A text that is no fact sheet is an answer; one that cannot be read is none.
    return { exit: sheet.kind === "no-fact-sheet" ? 1 : 2, findings: sheet.diagnostics, texts };
  }
  const texts = new Map([...(rubrics.texts ?? []), [sheet.file, sheet.document.text]]);
  const compiled = compiledFor(sheet, rubrics);
  if (isFindings(compiled)) return { exit: 2, findings: [...rubrics.diagnostics, ...compiled], texts };
  const assessment = score(compiled, sheet.factSheet);
  const findings = placedFindings(assessment, sheet);
  if (isOtherSheet(assessment, sheet.factSheet)) {
    return { exit: 2, findings: [...rubrics.diagnostics, ...compiled.diagnostics, ...findings], texts };
  }
  return {
    exit: fails(findings, options.failOn) ? 1 : 0,
    result: print(assessment, compiled, sheet.factSheet),
    findings,
    texts,
  };
}

/** A sheet that the fact sheet names and that is not there: the job cannot be done. */
function isOtherSheet({ components }: Assessment, { sheets }: FactSheet): boolean {
  return sheets.some(({ component, sheet }) =>
    components.some((scored) => scored.id === component && scored.sheet?.id !== sheet),
  );
}

/** Files that might have mattered, for all one can tell: nothing in them says what they are. */
function leftOut(broken: RubricSet["broken"] = []): readonly Diagnostic[] {
  return broken
    .filter(({ id }) => id === undefined)
    .map(({ file }) => diagnose("file-left-out", { path: "", file }, { file }));
}

/** Told once, and told as a warning: so it counts as one. */
function withWarnings(answer: Answer, warnings: readonly Diagnostic[], { failOn }: VerbOptions): Answer {
  const exit = answer.exit === 0 && fails(warnings, failOn) ? 1 : answer.exit;
  return { ...answer, exit, findings: [...warnings, ...answer.findings] };
}

/** Several sheets, one after the other; the worst exit counts. */
function together(answers: readonly Answer[], files: readonly string[]): Answer {
  const parts = answers.flatMap(({ result }, i) =>
    result === undefined ? [] : [`── ${harmless(files[i]!)} ──\n${result}`],
  );
  return {
    exit: answers.reduce<Exit>((worst, { exit }) => (exit > worst ? exit : worst), 0),
    ...(parts.length > 0 && { result: parts.join("\n") }),
    findings: answers.flatMap(({ findings }) => findings),
    texts: new Map(answers.flatMap(({ texts }) => [...texts])),
  };
}
