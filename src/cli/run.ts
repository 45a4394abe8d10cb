/** One call of the command line: everything it prints, and how it ends. */
import { writeFile } from "node:fs/promises";
import { RubricError, isRubricError } from "../index.js";
import { diagnose } from "../messages/diagnose.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { renderDiagnostics, renderFindings } from "../render/diagnostics.js";
import type { Language } from "../model/language.js";
import { answerVerb } from "./answer.js";
import { type Options, peek, readArguments } from "./arguments.js";
import { check } from "./check.js";
import { codeVerb } from "./code.js";
import { compareVerb } from "./compare.js";
import { diffVerb } from "./diff.js";
import { explainVerb } from "./explain.js";
import { help, version } from "./help.js";
import { listVerb } from "./list.js";
import { redactVerb } from "./redact.js";
import { reexamineVerb } from "./reexamine.js";
import { replayVerb } from "./replay.js";
import { schemaVerb } from "./schema.js";
import { scoreVerb } from "./score.js";
import { templateVerb } from "./template.js";
import { testVerb } from "./test.js";

/** 0: done and clean. 1: the answer is no. 2: could not do the job. */
export type Exit = 0 | 1 | 2;

export interface Printed {
  readonly exit: Exit;
  readonly out: string;
  readonly err: string;
}

/** What a verb found: a result, if there is one, and findings with the texts they are about. */
export interface Answer {
  readonly exit: Exit;
  /** Absent: the findings are all there is. */
  readonly result?: string;
  readonly findings: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

export async function run(argv: readonly string[]): Promise<Printed> {
  const lang = languageOf(argv);
  const printing = { lang, format: formatOf(argv), color: wantsColor(argv, process.stderr) };
  try {
    const request = readArguments(argv);
    if (request.kind === "help") return { exit: 0, out: help(lang, request.verb), err: "" };
    if (request.kind === "version") return { exit: 0, out: `${await version()}\n`, err: "" };
    const toScreen = request.options.output === undefined || request.options.output === "-";
    const options = { ...request.options, lang, color: toScreen && wantsColor(argv, process.stdout) };
    const answer = await VERBS[request.verb](request.words, options).catch(stopped);
    return await delivered(print(answer, printing), options);
  } catch (error) {
    return print(stopped(error), printing);
  }
}

const VERBS = {
  check,
  test: testVerb,
  score: scoreVerb,
  explain: explainVerb,
  answer: answerVerb,
  replay: replayVerb,
  redact: redactVerb,
  compare: compareVerb,
  diff: diffVerb,
  reexamine: reexamineVerb,
  template: templateVerb,
  list: listVerb,
  code: codeVerb,
  schema: schemaVerb,
} as const;

/** What ends a verb before its result is an answer too: its findings are all there is. */
function stopped(error: unknown): Answer {
  if (isRubricError(error)) return { exit: 2, findings: error.diagnostics, texts: new Map() };
  throw error;
}

/** Of a terminal that shows colours, unless `NO_COLOR` is set to anything (no-color.org) or `--no-color` is given. */
function wantsColor(argv: readonly string[], { isTTY = false }: { readonly isTTY?: boolean }): boolean {
  const refused = (process.env["NO_COLOR"] ?? "") !== "" || process.env["TERM"] === "dumb";
  return isTTY && !refused && !argv.includes("--no-color");
}

type Printing = Pick<Options, "format"> & { readonly lang: Language; readonly color: boolean };

function print({ exit, result, findings, texts }: Answer, { lang, format, color }: Printing): Printed {
  // What is only information is part of the result, not something to report.
  const told = findings.filter((finding) => finding.severity !== "info");
  const err = renderDiagnostics(told, { lang, texts, color });
  if (result !== undefined) return { exit, out: result, err };
  return { exit, out: format === "json" ? renderFindings(findings) : "", err };
}

/** `--output FILE` takes the result away from stdout; `-` leaves it there. */
async function delivered(printed: Printed, { output }: Options): Promise<Printed> {
  if (output === undefined || output === "-" || printed.out === "") return printed;
  try {
    await writeFile(output, printed.out);
    return { ...printed, out: "" };
  } catch (error) {
    throw new RubricError([unwritable(output, error)]);
  }
}

/** What to say when the result itself could not be written. */
export function notWritten(file: string, error: unknown, argv: readonly string[]): string {
  return renderDiagnostics([unwritable(file, error)], { lang: languageOf(argv) });
}

function unwritable(file: string, error: unknown): Diagnostic {
  const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return diagnose("not-written", { path: "", file }, { file, reason });
}

/** Wanted before the arguments are known to be right, since what is wrong with them must be said in some language. */
function languageOf(argv: readonly string[]): Language {
  const stated = peek(argv, "lang");
  if (stated === "zh" || stated === "en") return stated;
  const locale = [process.env["LC_ALL"], process.env["LC_MESSAGES"], process.env["LANG"]].find(
    (value) => value !== undefined && value !== "",
  );
  return (locale ?? Intl.DateTimeFormat().resolvedOptions().locale).startsWith("zh") ? "zh" : "en";
}

function formatOf(argv: readonly string[]): Options["format"] {
  return peek(argv, "format") === "json" ? "json" : "text";
}
