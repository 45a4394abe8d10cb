/** Golden cases × rubrics → which of them come out as expected, and how those that do not came about. */
import type { CompiledScheme } from "../compile/program.js";
import { explain } from "../explain/explain.js";
import { aboutKeys } from "../messages/about-keys.js";
import { diagnose } from "../messages/diagnose.js";
import { isRubricError } from "../messages/rubric-error.js";
import type { Assessment, Finding } from "../model/assessment.js";
import type { CaseResult, CasesResult, Difference, Expectation, GoldenCase, LoadedCases } from "../model/cases.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { NodeStory } from "../model/explanation.js";
import type { Language } from "../model/language.js";
import type { RubricSet } from "../model/rubric-set.js";
import { score } from "../score/score.js";
import { compileTarget } from "./cases-target.js";
import { coverageOf, summaryOf } from "./coverage.js";
import { suggestCases } from "./suggest-cases.js";
import { aboutOf, bareId, compareWith } from "./expectations.js";

/** The cases of one file, and the rubrics they are run with. */
export interface CasesWithRubrics {
  readonly loaded: LoadedCases;
  readonly rubrics: RubricSet;
}

/** One case that could be scored. */
export interface ScoredCase {
  readonly loaded: LoadedCases;
  readonly golden: GoldenCase;
  readonly compiled: CompiledScheme;
  readonly assessment: Assessment;
}

export interface CasesRun {
  readonly result: CasesResult;
  readonly scored: readonly ScoredCase[];
  /** Rubrics that are not there or wrong: the cases of the file could not be run. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface RunOptions {
  /** Of the stories. */
  readonly lang: Language;
  /** Only cases whose name contains this. */
  readonly name?: string;
  readonly coverage?: boolean;
  readonly suggest?: boolean;
}

/** Total: whatever the cases say, each has a result, or its file a diagnostic. */
export function runCases(
  sources: readonly CasesWithRubrics[],
  { lang, name = "", coverage, suggest }: RunOptions,
): CasesRun {
  const cases: CaseResult[] = [];
  const scored: ScoredCase[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { loaded, rubrics } of sources) {
    const compile = compiler(loaded, rubrics);
    for (const golden of loaded.cases.cases) {
      if (!golden.name.includes(name)) continue;
      const compiled = compile(golden);
      if ("refused" in compiled) {
        diagnostics.push(...compiled.refused);
        continue;
      }
      const one = { loaded, golden, compiled, assessment: score(compiled, golden.factSheet) };
      scored.push(one);
      cases.push(judge(one, lang));
    }
  }
  const passed = cases.filter(({ status }) => status === "passed").length;
  const covered = coverage || suggest ? coverageOf(scored) : [];
  const result: CasesResult = {
    format: "chengxin/cases@1",
    passed,
    failed: cases.length - passed,
    cases,
    coverage: coverage ? covered.map(summaryOf) : [],
    ...(suggest && { suggestions: suggestCases(scored, covered) }),
  };
  return { result, scored, diagnostics };
}

type Compiled = CompiledScheme | { readonly refused: readonly Diagnostic[] };

/** Compiled once a day that cases are about: the day chooses versions. What is refused is told once. */
function compiler({ cases, file, locate }: LoadedCases, rubrics: RubricSet): (golden: GoldenCase) => Compiled {
  const known = new Map<string, Compiled>();
  return ({ factSheet: { asOf } }) => {
    const before = known.get(asOf);
    if (before) return "refused" in before ? { refused: [] } : before;
    const compiled = compiledOn(asOf);
    known.set(asOf, compiled);
    return compiled;
  };

  function compiledOn(asOf: string): Compiled {
    try {
      return compileTarget(cases.of, rubrics, asOf);
    } catch (error) {
      if (!isRubricError(error)) throw error;
      // What has no file of its own is about the rubric that the cases name.
      const path = `/${cases.of.kind}`;
      const range = locate(path, "value");
      return {
        refused: error.diagnostics.map((found) =>
          found.file === undefined ? { ...found, file, path, ...(range && { range }) } : found,
        ),
      };
    }
  }
}

function judge(one: ScoredCase, lang: Language): CaseResult {
  const { loaded, golden, compiled, assessment } = one;
  const outcomes = compiled.program.scheme.outcomes.map(({ id }) => id);
  const findings = [...unexpected(one)];
  const differences: Difference[] = [];
  for (const expectation of golden.expect) {
    const compared = compareWith(expectation, assessment, outcomes);
    if (compared.kind === "unknown") findings.push(unknownName(expectation, compared, loaded));
    if (compared.kind !== "different") continue;
    const { expected, actual, by } = compared;
    differences.push({
      path: expectation.path,
      position: loaded.locate(expectation.path, "value")?.start ?? null,
      about: aboutOf(expectation),
      expected,
      actual,
      difference: by,
      ...storyOf(expectation, assessment, lang),
    });
  }
  const status = differences.length + findings.length === 0 ? "passed" : "failed";
  return { file: loaded.file, name: golden.name, basis: golden.basis ?? null, status, differences, findings };
}

/** A fact sheet with errors proves nothing about the rubric, unless just these errors are what the case is about. */
function unexpected({ loaded, golden, assessment }: ScoredCase): readonly Diagnostic[] {
  const codes = golden.expect.flatMap((expectation) => (expectation.about === "findings" ? expectation.values : []));
  return assessment.findings
    .filter(({ severity, code }) => severity === "error" && !codes.includes(code))
    .map((finding) => placed(finding, loaded, golden));
}

function placed(finding: Finding, { file, locate }: LoadedCases, golden: GoldenCase): Diagnostic {
  const path = pathInFile(finding.path, golden);
  const [value, key] = [locate(path, "value"), locate(path, "key")];
  const range =
    (aboutKeys.has(finding.code) ? (key ?? value) : (value ?? key)) ?? locate(`${golden.path}/name`, "value");
  const { hint } = diagnose(finding.code, finding, finding.data);
  return { ...finding, ...(hint && { hint }), file, path, ...(range && { range }) };
}

/** A pointer into the fact sheet of a case → where that stands in the file. */
function pathInFile(path: string, { own, path: at }: GoldenCase): string {
  const isOwn = own.some((pointer) => path === pointer || path.startsWith(`${pointer}/`));
  return isOwn ? `${at}/given${path}` : `/defaults${path}`;
}

function unknownName(
  { path, about }: Expectation,
  { id, nearest }: { readonly id: string; readonly nearest: readonly string[] },
  { cases, file, locate }: LoadedCases,
): Diagnostic {
  const isKey = about === "indicator" || about === "condition";
  const range = isKey ? locate(path, "key") : locate(path, "value");
  const of = about === "findings" ? "chengxin code" : cases.of.id;
  return diagnose("expected-unknown", { path, file, range }, { of, id, nearest });
}

function storyOf(
  expectation: Expectation,
  assessment: Assessment,
  lang: Language,
): Pick<Difference, "story" | "details"> {
  if (expectation.about !== "indicator") return { story: null, details: [] };
  const { components } = explain(assessment, { lang, indicator: expectation.id });
  const { id, root } = components[0]!;
  const told = root && (expectation.id === id ? root : endOf(root, bareId(expectation.id, id)));
  if (!told) return { story: null, details: [] };
  return { story: `${told.id} ${told.title}${lang === "zh" ? "：" : ": "}${told.story}`, details: told.details };
}

/** `explain` tells one indicator as the end of the way that leads to it. */
function endOf(story: NodeStory, id: string): NodeStory | undefined {
  if (story.level > 0 && story.id === id) return story;
  return story.children.map((child) => endOf(child, id)).find((found) => found !== undefined);
}
