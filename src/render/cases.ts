/** Golden cases that were run → text or JSON: what passed in one number, what did not with its place and its story. */
import { jsonText } from "../base/json-text.js";
import { harmless } from "../base/width.js";
import type { CaseResult, CasesResult, Change, Difference } from "../model/cases.js";
import type { Language } from "../model/language.js";
import { coverageLines } from "./coverage.js";
import { suggestionsText } from "./suggestions.js";

export function renderCasesJson(result: CasesResult): string {
  return jsonText(result);
}

export function renderCases(result: CasesResult, lang: Language): string {
  // Nothing else: what is printed is meant to be pasted into a file.
  if (result.suggestions) return suggestionsText(result.suggestions, result.failed, lang);
  const words = WORDS[lang];
  const { changes = [] } = result;
  const failed = result.cases.filter(({ status }) => status === "failed");
  const blocks = [
    ...failed.map((one) => caseLines(one, lang)),
    ...(changes.length === 0 ? [] : [changes.map((change) => changeLine(change, lang))]),
    [words.summary(result.passed, result.failed)],
    ...result.coverage.map((rubric) => coverageLines(rubric, lang)),
  ];
  return `${blocks.map((lines) => lines.map(harmless).join("\n")).join("\n\n")}\n`;
}

function caseLines({ file, name, basis, differences, findings }: CaseResult, lang: Language): readonly string[] {
  const words = WORDS[lang];
  const lines = [words.failed(name)];
  if (basis !== null) lines.push(`  ${words.basis}${basis}`);
  for (const difference of differences) lines.push(...differenceLines(file, difference, lang));
  // Told in full on the other stream, with the lines they are about.
  for (const { code, message } of findings) lines.push(`  [${code}] ${message[lang]}`);
  return lines;
}

function differenceLines(file: string, difference: Difference, lang: Language): readonly string[] {
  const words = WORDS[lang];
  const { position, about, expected, actual, difference: by, story, details } = difference;
  const place = position ? `${file}:${position.line}:${position.column}` : file;
  const signed = by === null ? undefined : by.startsWith("-") ? by : `+${by}`;
  return [
    `  --> ${place}  ${about}`,
    `    ${words.compared(expected, actual)}${signed === undefined ? "" : words.by(signed)}`,
    ...(story === null ? [] : [`    ${story}`]),
    ...details.map((detail) => `      ${detail}`),
  ];
}

function changeLine({ file, name, about, before, after }: Change, lang: Language): string {
  return `${WORDS[lang].changed(file, name)}${about.replace(/^indicators\//, "")}: ${before} → ${after}`;
}

const WORDS = {
  zh: {
    failed: (name: string) => `✗ ${name}`,
    basis: "依据：",
    compared: (expected: string, actual: string) => `期望 ${expected}，实际 ${actual}`,
    by: (by: string) => `，相差 ${by}`,
    changed: (file: string, name: string) => `已改写 ${file} “${name}” `,
    summary: (passed: number, failed: number) => `测试用例：通过 ${passed}，失败 ${failed}`,
  },
  en: {
    failed: (name: string) => `✗ ${name}`,
    basis: "basis: ",
    compared: (expected: string, actual: string) => `expected ${expected}, got ${actual}`,
    by: (by: string) => `, difference ${by}`,
    changed: (file: string, name: string) => `rewritten in ${file}, "${name}" `,
    summary: (passed: number, failed: number) => `cases passed: ${passed}, failed: ${failed}`,
  },
} as const;
