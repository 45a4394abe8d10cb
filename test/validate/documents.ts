/** The smallest documents that show a point, and what was found in them in one line each. */
import type { Diagnostic } from "../../src/model/diagnostic.js";
import type { Document } from "../../src/model/document.js";
import type { FactSheet } from "../../src/model/fact.js";
import type { Rubric } from "../../src/model/rubric.js";
import { readDocument } from "../../src/parse/read-document.js";
import { validateFactSheetDocument } from "../../src/validate/facts.js";
import { validateRubricDocument } from "../../src/validate/rubric.js";

/** A sheet of one leaf worth 2 points; `facts` and `leaf` are lines of YAML without their indentation. */
export function sheetOf(parts: { readonly header?: string; readonly facts?: string; readonly leaf?: string }): string {
  const { header = "", facts = "ok: { type: boolean }", leaf = "scoring: { rule: flag, fact: ok }" } = parts;
  return [
    "kind: sheet",
    "id: s",
    "version: 1",
    "category: base",
    "title: 指标表",
    "points: 2",
    ...lines(header, ""),
    ...(facts === "" ? [] : ["facts:", ...lines(facts, "  ")]),
    "indicators:",
    "  - id: A",
    "    title: 指标",
    "    points: 2",
    ...lines(leaf, "    "),
    "",
  ].join("\n");
}

/** A sheet of 2 points with the indicators given as YAML lines. */
export function sheetWith(indicators: string, header = ""): string {
  return [
    "kind: sheet",
    "id: s",
    "version: 1",
    "category: base",
    "title: 指标表",
    "points: 2",
    ...lines(header, ""),
    "facts:",
    "  ok: { type: boolean }",
    "indicators:",
    ...lines(indicators, "  "),
    "",
  ].join("\n");
}

/** A scheme of one sheet; parts replace the lines of the same key. */
export function schemeWith(parts: Readonly<Record<string, string>> = {}): string {
  const whole: Record<string, string> = {
    kind: "kind: scheme",
    id: "id: p",
    version: "version: 1",
    title: "title: 方案",
    points: "points: 100",
    blend: "blend:\n  - { id: base, sheet: s, weight: 1 }",
    goal: "goal: passed",
    outcomes: "outcomes:\n  - { id: passed, when: { score: { at_least: 80 } } }\n  - { id: failed, otherwise: true }",
    ...parts,
  };
  return `${Object.values(whole).join("\n")}\n`;
}

export function factsWith(sections: string): string {
  return `kind: facts\nscheme: p\nas_of: 2023-11-10\n${sections}\n`;
}

export function rubricOf(text: string): Rubric {
  const { document } = read(text, "rubric");
  const validation = validateRubricDocument(document);
  if (validation.success) return validation.rubric;
  throw new Error(inOneLine(document, validation.diagnostics).join("\n"));
}

export function factSheetOf(text: string): FactSheet {
  const { document } = read(text, "facts");
  const validation = validateFactSheetDocument(document);
  if (validation.success) return validation.factSheet;
  throw new Error(inOneLine(document, validation.diagnostics).join("\n"));
}

/** `code path line:column "text"` of everything found in a rubric. */
export function foundInRubric(text: string): readonly string[] {
  const { document } = read(text, "rubric");
  return inOneLine(document, validateRubricDocument(document).diagnostics);
}

export function foundInFacts(text: string): readonly string[] {
  const { document } = read(text, "facts");
  return inOneLine(document, validateFactSheetDocument(document).diagnostics);
}

export function diagnosticsOf(text: string): readonly Diagnostic[] {
  return validateRubricDocument(read(text, "rubric").document).diagnostics;
}

function read(text: string, kind: "rubric" | "facts"): { readonly document: Document } {
  const { document, diagnostics } = readDocument(text, kind);
  if (document && diagnostics.length === 0) return { document };
  throw new Error(`unreadable: ${diagnostics.map((diagnostic) => diagnostic.message.en).join("; ")}`);
}

function inOneLine(document: Document, diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, path, range }) => {
    if (!range) return `${code} ${path}`;
    const text = document.text.slice(...range.offset).split("\n", 1)[0];
    return `${code} ${path} ${range.start.line}:${range.start.column} "${text}"`;
  });
}

function lines(text: string, indentation: string): readonly string[] {
  return text === "" ? [] : text.split("\n").map((line) => indentation + line);
}
