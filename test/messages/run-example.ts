/** One side of an example through the whole pipeline: every code found, errors and warnings, in order. */
import { checkRubrics } from "../../src/analyse/check.js";
import { runFiles } from "../../src/cli/run-example.js";
import { type Assessment, compileScheme, parseFactSheet, parseRubric, score } from "../../src/index.js";
import { validateRubric } from "../../src/load/rubric.js";
import type { Parts } from "../../src/messages/examples/example.js";
import { filesOf, type Files } from "../../src/messages/examples/frames.js";
import type { DiagnosticCode } from "../../src/model/codes.js";
import { readDocument } from "../../src/parse/read-document.js";

export function codesOfFiles(files: Files<string | Uint8Array>): readonly DiagnosticCode[] {
  return runFiles(files).map(({ code }) => code);
}

export function codesOf(given: Parts | undefined, side: Parts): readonly DiagnosticCode[] {
  const files = filesOf(given, side);
  if (given?.value !== undefined) return codesOfCall(given.value, files);
  if (side.value === undefined) return codesOfFiles(files);
  const [sheet, scheme] = files.rubrics.map((text) => readDocument(text, "rubric").document?.value);
  const value = evaluated(side.value, { sheet, scheme });
  const rubrics = [validateRubric(files.rubrics[0]), validateRubric(value)];
  return checkRubrics({
    rubrics: rubrics.flatMap((read) => (read.success ? { rubric: read.rubric } : [])),
    diagnostics: rubrics.flatMap(({ diagnostics }) => diagnostics),
  }).map(({ code }) => code);
}

/** What a program calls with the rubrics and the fact sheet of an example: the expression is an assessment. */
function codesOfCall(expression: string, { rubrics, facts }: Files): readonly DiagnosticCode[] {
  const names = { score, compileScheme, rubrics: rubrics.map(parseRubric), factSheet: parseFactSheet(facts) };
  return (evaluated(expression, names) as Assessment).findings.map(({ code }) => code);
}

/** In an example, `sheet` and `scheme` are the working ones, as plain values; the expression is a scheme. */
function evaluated(expression: string, names: Readonly<Record<string, unknown>>): unknown {
  // oxlint-disable-next-line no-new-func -- the expressions are ours, and showing real JavaScript is their point
  return new Function(...Object.keys(names), `"use strict"; return (${expression});`)(...Object.values(names));
}
