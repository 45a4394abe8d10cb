/** `chengxin code`: what a diagnostic code means, with an example; without a code, all of them. */
import { nearest } from "../base/nearest.js";
import type { Diagnostic, DiagnosticCode } from "../index.js";
import { catalogue } from "../messages/catalogue.js";
import type { CatalogueEntry } from "../messages/diagnose.js";
import type { Example, Parts } from "../messages/examples/example.js";
import { examples } from "../messages/examples/examples.js";
import { filesOf } from "../messages/examples/frames.js";
import { codes, patternOf, renderCodeList, renderCodeListJson } from "../render/code-list.js";
import { type CodePage, renderCodeJson, renderCodePage } from "../render/code-page.js";
import { type VerbOptions, usage } from "./arguments.js";
import { CASES_FILE, FACTS_FILE, RUBRIC_FILES, runFiles } from "./run-example.js";
import type { Answer } from "./run.js";

export async function codeVerb(words: readonly string[], { format, lang }: VerbOptions): Promise<Answer> {
  const [word] = words;
  if (word === undefined) return answer(format === "json" ? renderCodeListJson() : renderCodeList(lang));
  if (words.length > 1) throw usage("too-many-arguments", { verb: "code", wanted: "CODE", count: words.length });
  const code = codes.find((known) => known === word);
  if (code === undefined) throw usage("unknown-code", { got: word, nearest: nearest(word, codes) });
  const page = pageOf(code, examples[code]);
  return answer(format === "json" ? renderCodeJson(page) : renderCodePage(page, lang));
}

function answer(result: string): Answer {
  return { exit: 0, result, findings: [], texts: new Map() };
}

function pageOf(code: DiagnosticCode, example: Example): CodePage {
  const { severity, message, hint } = saidTo(code, example) ?? patternsOf(code);
  return {
    code,
    severity,
    message,
    ...(hint && { hint }),
    example,
    bad: named(example.given, example.bad),
    good: named(example.given, example.good),
  };
}

type Said = Pick<Diagnostic, "severity" | "message" | "hint">;

/** What the engine says to the bad lines; nothing where they cannot be run as they stand. */
function saidTo(code: DiagnosticCode, { given, bad, abridged }: Example): Said | undefined {
  if (abridged || bad.command !== undefined || (given?.value ?? bad.value) !== undefined) return undefined;
  return runFiles(filesOf(given, bad)).find((found) => found.code === code);
}

function patternsOf(code: DiagnosticCode): Said {
  const entry: CatalogueEntry = catalogue[code];
  const { severity, hint } = entry;
  return { severity, message: patternOf(entry), ...(hint && { hint: patternOf(hint) }) };
}

function named(given: Parts | undefined, side: Parts): Readonly<Record<string, string>> {
  const value = side.value ?? given?.value;
  const { rubrics, facts, cases } = filesOf(given, side);
  // Commands name the folder of the rubrics.
  const folder = side.command === undefined ? "" : "rubrics/";
  return {
    ...(side.command !== undefined && { "command.txt": `chengxin ${side.command}\n` }),
    ...(value !== undefined && { "value.js": `${value}\n` }),
    ...Object.fromEntries(rubrics.map((text, i) => [`${folder}${RUBRIC_FILES[i]}`, text])),
    [FACTS_FILE]: facts,
    ...(cases !== undefined && { [CASES_FILE]: cases }),
  };
}
