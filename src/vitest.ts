/**
 * The door for test suites: golden cases and records become tests of vitest, where a failure points at the line of YAML or
 * says what made the difference; and two matchers, `toScore` and `toReplay`, which are there once this is imported.
 */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { type CasesRun, runCases } from "./analyse/cases.js";
import { casesMatching } from "./files/cases-matching.js";
import { type Exact, compare, formatExact, readExact, subtract } from "./base/exact.js";
import { isRecordFile, listFiles } from "./files/list.js";
import { shown } from "./files/read.js";
import { isRubricError } from "./messages/rubric-error.js";
import type { Assessment } from "./model/assessment.js";
import type { Rubric } from "./model/rubric.js";
import type { RubricSet } from "./model/rubric-set.js";
import { renderReplay } from "./render/replay.js";
import { replay } from "./replay/replay.js";
import { type CasesFile, readCasesFile } from "./files/cases.js";
import { rubricsNear } from "./files/near-rubrics.js";
import { shippedRubrics } from "./files/shipped.js";
import { expectOptions, expectText, misuse } from "./messages/misuse.js";
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

/** How records are computed again in a test suite. */
export interface ReplayRecordsOptions {
  /** Folder or file of rubrics for records that do not hold theirs; those that do are compared with them. */
  readonly rubrics?: string;
  /** Of what is told in failures; `zh` unless told otherwise. */
  readonly lang?: Language;
}

/**
 * Registers one test for each record, files named `….record.json`: computed again, it must say `MATCH`. To be called at
 * the top of a test file, or in a `describe`. A folder of records is then a suite that keeps every score what it was.
 *
 * @param files a file or a folder; relative to the working directory.
 * @throws TypeError when an argument is something else, or an option unknown.
 *
 * @example
 * ```ts
 * import { replayRecords } from "chengxin/vitest";
 *
 * replayRecords("records");
 * ```
 */
export function replayRecords(files: string, options: ReplayRecordsOptions = {}): void {
  expectText("replayRecords", "files", files);
  expectOptions("replayRecords", options, ["rubrics", "lang"]);
  const { rubrics, lang = "zh" } = options;
  const caller = callerOf(new Error("here").stack ?? "");
  describe(files, async () => {
    const found = await listFiles([files], isRecordFile).catch((error: unknown) => {
      if (isRubricError(error)) return [];
      throw error;
    });
    if (found.length === 0) test(files, () => fail(`\`${files}\` holds no record`, [], caller));
    for (const file of found)
      test(shown(file), async () => {
        const set = rubrics === undefined ? undefined : await loadRubrics(rubrics);
        const result = replay(jsonIn(await readFile(file, "utf8")), set);
        if (result.verdict !== "MATCH") fail(renderReplay([{ file: shown(file), ...result }], lang), [], caller);
      });
  });
}

/** What is no JSON is no record, which `replay` says. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

declare module "vitest" {
  interface Assertion<T> {
    /**
     * Of an assessment: that it is scored, and exactly so. `80` and `"80.00"` are one number, `"55997/700"` is a fraction
     * and `"80.00"` is not the `79.9957…` that is displayed so.
     */
    toScore: (expected: string | number) => T;
    /** Of a record: that it says `MATCH` when it is computed again, with these rubrics where it does not hold its own. */
    toReplay: (rubrics?: RubricSet | readonly Rubric[]) => T;
  }
}

expect.extend({
  toScore(received: unknown, expected: string | number) {
    const { score, decision } = expectAssessment(received);
    const wanted = wantedScore(expected);
    const exact = score.status === "scored" ? readExact(score.exact) : undefined;
    const pass = exact !== undefined && compare(exact, wanted) === 0;
    const gap = exact && formatExact(subtract(exact, wanted));
    const stands =
      score.status === "scored"
        ? `${score.exact}, shown as ${score.display}, ${gap} from it`
        : score.status === "open"
          ? `open between ${score.bounds.least ?? "−∞"} and ${score.bounds.most ?? "+∞"}`
          : "none: nothing applies";
    const message = () =>
      pass
        ? `expected another score than exactly ${expected}, with the outcome ${decision.outcome}`
        : `expected a score of exactly ${expected}, and it is ${stands}; the outcome is ${decision.outcome}`;
    return { pass, message, expected: formatExact(wanted), actual: score.exact ?? score.status };
  },
  toReplay(received: unknown, rubrics?: RubricSet | readonly Rubric[]) {
    const result = replay(received, rubrics);
    const { verdict } = result;
    const message = () =>
      verdict === "MATCH"
        ? "expected a record that does not replay, and it says MATCH"
        : renderReplay([{ file: "the record", ...result }], "en");
    return { pass: verdict === "MATCH", message, expected: "MATCH", actual: verdict };
  },
});

const NUMBER = /^-?\d{1,1000}(?:\.\d{1,1000}|\/[1-9]\d{0,999})?$/;

/** A decimal or a fraction in full; a JavaScript number only as far as it is exact in 15 digits. */
function wantedScore(expected: unknown): Exact {
  const isInexact = typeof expected === "number" && Number(expected.toPrecision(15)) !== expected;
  const text = isInexact ? "" : `${expected as string | number}`;
  if ((typeof expected !== "string" && typeof expected !== "number") || !NUMBER.test(text))
    throw misuse("toScore", "expected", 'a number such as 80, "79.995" or "55997/700"', expected);
  return readExact(text);
}

function expectAssessment(received: unknown): Assessment {
  const isOne =
    typeof received === "object" &&
    received !== null &&
    "format" in received &&
    received.format === "chengxin/assessment@1";
  if (!isOne) throw misuse("toScore", "received", "an assessment from `score`", received);
  return received as unknown as Assessment;
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
