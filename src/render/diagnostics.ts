/** Diagnostics → text with the line they are about, or a findings document. */
import { jsonText } from "../base/json-text.js";
import { displayWidth, harmless, padStart } from "../base/width.js";
import type { Diagnostic, Severity } from "../model/diagnostic.js";
import type { Language } from "../model/language.js";

export interface DiagnosticOptions {
  readonly lang: Language;
  /** Texts by file name, for the line under the message. */
  readonly texts?: ReadonlyMap<string, string>;
}

const SEVERITY: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  zh: { error: "错误", warning: "警告", info: "提示" },
  en: { error: "error", warning: "warning", info: "info" },
};

const HELP: Readonly<Record<Language, string>> = { zh: "怎么改", en: "help" };

/** One block for each, an empty line between them; empty text for none. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: DiagnosticOptions): string {
  return diagnostics.map((diagnostic) => `${renderOne(diagnostic, options).join("\n")}\n`).join("\n");
}

function renderOne(diagnostic: Diagnostic, { lang, texts }: DiagnosticOptions): readonly string[] {
  const { code, severity, message, hint, file, range, path, related = [] } = diagnostic;
  const lines = [`${SEVERITY[lang][severity]}[${code}] ${harmless(message[lang])}`];
  const place = placeOf(file, range);
  if (place !== undefined) lines.push(`  --> ${place}`);
  else if (path !== "") lines.push(`  --> ${harmless(path)}`);
  const text = file === undefined ? undefined : texts?.get(file);
  if (range && text !== undefined) lines.push(...frame(text, range));
  for (const other of related) {
    const where = placeOf(other.file ?? file, other.range) ?? (other.path === undefined ? "" : harmless(other.path));
    lines.push(`  ${harmless(other.message[lang])}${where === "" ? "" : ` --> ${where}`}`);
  }
  if (hint) lines.push(`  = ${HELP[lang]}: ${harmless(hint[lang])}`);
  return lines;
}

function placeOf(file: string | undefined, range: Diagnostic["range"]): string | undefined {
  if (file === undefined) return range && `${range.start.line}:${range.start.column}`;
  return harmless(file) + (range ? `:${range.start.line}:${range.start.column}` : "");
}

const WIDEST = 120;

/** The line, and what it is about underlined; East Asian characters are two columns wide. */
function frame(text: string, { start, end }: NonNullable<Diagnostic["range"]>): readonly string[] {
  const line = text.split(/\r\n|\n/, start.line)[start.line - 1] ?? "";
  // A place far out on a long line is better found by its column than by a screen of text.
  if (line.length > WIDEST) return [];
  const before = harmless(line.slice(0, start.column - 1).replaceAll("\t", " "));
  const marked = harmless(
    end.line === start.line ? line.slice(start.column - 1, end.column - 1) : line.slice(start.column - 1),
  );
  const number = String(start.line);
  const margin = padStart("", number.length);
  const carets = "^".repeat(Math.max(1, displayWidth(marked)));
  return [
    `${margin} |`,
    `${number} | ${harmless(line.replaceAll("\t", " "))}`,
    `${margin} | ${" ".repeat(displayWidth(before))}${carets}`,
  ];
}

/** `chengxin/findings@1`: what a verb prints as JSON when findings are all there is. */
export function renderFindings(diagnostics: readonly Diagnostic[]): string {
  const counts = { error: 0, warning: 0, info: 0 };
  let truncated = 0;
  for (const { severity, code, data } of diagnostics) {
    if (code === "findings-left-out") truncated += Number(data?.["count"] ?? 0);
    else counts[severity] += 1;
  }
  return jsonText({ format: "chengxin/findings@1", findings: diagnostics, counts, truncated });
}
