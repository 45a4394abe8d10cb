/** The door for test suites: golden cases become tests of vitest, and a failure points at the line of YAML. */
import { resolve } from "node:path";
import { describe, test } from "vitest";
import { type CasesRun, runCases } from "./analyse/cases.js";
import { casesMatching } from "./files/cases-matching.js";
import { type CasesFile, readCasesFile } from "./files/cases.js";
import { rubricsNear } from "./files/near-rubrics.js";
import { shippedRubrics } from "./files/shipped.js";
import { expectOptions, expectText } from "./messages/misuse.js";
import type { CaseResult, LoadedCases } from "./model/cases.js";
import type { Diagnostic } from "./model/diagnostic.js";
import type { Language } from "./model/language.js";
import { loadRubrics } from "./node.js";
import { renderCases } from "./render/cases.js";
import { renderDiagnostics } from "./render/diagnostics.js";

/** How golden cases are run in a test suite. */
export interface RubricCasesOptions {
  /** Folder or file of the rubrics; else those beside the cases or above them, else the shipped ones. */
  readonly rubrics?: string;
  /** Of the stories in failures; `zh` unless told otherwise. */
  readonly lang?: Language;
}

/**
 * Registers one test for each golden case. To be called at the top of a test file, or in a `describe`.
 *
 * @param files a file, a folder, or a pattern such as `rubrics/**\/*.cases.yaml`; relative to the working directory.
 * @throws TypeError when an argument is something else, or an option unknown.
 *
 * @example
 * ```ts
 * import { rubricCases } from "chengxin/vitest";
 *
 * rubricCases("rubrics");
 * ```
 */
export function rubricCases(files: string, options: RubricCasesOptions = {}): void {
  expectText("rubricCases", "files", files);
  expectOptions("rubricCases", options, ["rubrics", "lang"]);
  const caller = callerOf(new Error("here").stack ?? "");
  describe(files, async () => {
    const found = await casesMatching(files);
    if (found.length === 0) test(files, () => fail(`\`${files}\` matches no file of golden cases`, [], caller));
    for (const path of found) register(await readCasesFile(path), options, caller);
  });
}

function register(read: CasesFile, { rubrics, lang = "zh" }: RubricCasesOptions, caller: string): void {
  const texts = new Map(read.text === undefined ? [] : [[read.file, read.text]]);
  if (read.kind !== "cases") {
    test(read.file, () =>
      fail(renderDiagnostics(read.diagnostics, { lang, texts }), framesOf(read.diagnostics), caller),
    );
    return;
  }
  const { loaded } = read;
  // Once for all cases of the file, and only if one of them is run.
  let run: Promise<CasesRun> | undefined;
  describe(read.file, () => {
    for (const { name } of loaded.cases.cases) {
      test(name, async () => {
        run ??= rubricsOf(loaded, rubrics).then((set) => runCases([{ loaded, rubrics: set }], { lang }));
        const { result, diagnostics } = await run;
        const one = result.cases.find((each) => each.name === name);
        if (!one) fail(renderDiagnostics(diagnostics, { lang, texts }), framesOf(diagnostics), caller);
        else if (one.status === "failed") failCase(one, loaded, { lang, caller });
      });
    }
  });
}

async function rubricsOf(loaded: LoadedCases, rubrics: string | undefined) {
  if (rubrics !== undefined) return loadRubrics(rubrics);
  return (await rubricsNear(loaded)) ?? shippedRubrics();
}

function failCase(
  one: CaseResult,
  { file, text }: LoadedCases,
  { lang, caller }: { readonly lang: Language; readonly caller: string },
): never {
  const { differences, findings } = one;
  const told = renderCases({ format: "chengxin/cases@1", passed: 0, failed: 1, cases: [one], coverage: [] }, lang);
  // Without the line of totals, which is that of this one case.
  const story = told.split("\n\n").slice(0, -1).join("\n\n");
  const placed = renderDiagnostics(findings, { lang, texts: new Map([[file, text]]) });
  const frames = [
    ...differences.flatMap(({ path, position }) => (position ? frameOf(path, file, position) : [])),
    ...framesOf(findings),
  ];
  const values = (side: "expected" | "actual") => differences.map((each) => `${each.about}: ${each[side]}`).join("\n");
  const comparison = { expected: values("expected"), actual: values("actual"), showDiff: differences.length > 0 };
  fail([story, placed].filter((part) => part !== "").join("\n"), frames, caller, comparison);
}

/** A stack built by hand: the line of YAML first, so that it is the one to click; then the test file, which reporters want. */
function fail(message: string, frames: readonly string[], caller: string, more: object = {}): never {
  const error = new Error(message);
  error.stack = [`Error: ${message}`, ...frames.slice(0, 1), caller].filter((line) => line !== "").join("\n");
  throw Object.assign(error, more);
}

function framesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.flatMap(({ path, file, range }) =>
    file !== undefined && range ? [frameOf(path, file, range.start)] : [],
  );
}

function frameOf(
  path: string,
  file: string,
  { line, column }: { readonly line: number; readonly column: number },
): string {
  return `    at ${spoken(path)} (${resolve(file)}:${line}:${column})`;
}

/** `/cases/1/expect/score` → `cases[1].expect.score`. */
function spoken(path: string): string {
  const steps = path.split("/").slice(1);
  const names = steps.map((step) =>
    step
      .replaceAll("~1", "/")
      .replaceAll("~0", "~")
      .replaceAll(/[\s()]/g, "_"),
  );
  return names.map((name, i) => (/^\d+$/.test(name) ? `[${name}]` : i === 0 ? name : `.${name}`)).join("") || "cases";
}

/** The frame below ours: where the test file has called. */
function callerOf(stack: string): string {
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return frames[1] ?? "";
}
