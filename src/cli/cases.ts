/** Golden cases for the verbs: which rubrics they are run with, and what they find as findings. */
import { type CasesRun, runCases } from "../analyse/cases.js";
import type { CasesFile } from "../files/cases.js";
import { isComplete, rubricsNear } from "../files/near-rubrics.js";
import type { Diagnostic, RubricSet } from "../index.js";
import { diagnose } from "../messages/diagnose.js";
import type { CaseResult, LoadedCases } from "../model/cases.js";
import type { Options } from "./arguments.js";
import { rubricsFor } from "./sources.js";

/** Those of `--rubrics`; else those named with the cases; else those beside or above them; else the shipped ones. */
export async function rubricsOfCases(loaded: LoadedCases, options: Options, named?: RubricSet): Promise<RubricSet> {
  if (options.rubrics.length > 0) return rubricsFor(options);
  if (named && isComplete(named, loaded)) return named;
  return (await rubricsNear(loaded)) ?? rubricsFor(options);
}

/** What a file of cases says wrongly, and every expectation that is not met. */
export function checkCases(read: CasesFile, rubrics: RubricSet): readonly Diagnostic[] {
  if (read.kind !== "cases") return read.diagnostics;
  const run = runCases([{ loaded: read.loaded, rubrics }], { lang: "zh" });
  return [...read.diagnostics, ...findingsOf(run, read.loaded)];
}

function findingsOf({ result, diagnostics }: CasesRun, loaded: LoadedCases): readonly Diagnostic[] {
  return [...diagnostics, ...result.cases.flatMap((one) => [...one.findings, ...differing(one, loaded)])];
}

function differing({ file, name, differences }: CaseResult, { locate }: LoadedCases): readonly Diagnostic[] {
  return differences.map(({ path, about, expected, actual }) => {
    const range = locate(path, "value");
    return diagnose("case-differs", { path, file, range }, { name, about, expected, actual });
  });
}
