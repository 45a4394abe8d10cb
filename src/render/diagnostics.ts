/** Diagnostics → text with the line they are about, or a findings document. */
import { jsonText } from "../base/json-text.js";
import { harmless } from "../base/width.js";
import type { Diagnostic, Severity, Subject } from "../model/diagnostic.js";
import { frame } from "./frame.js";
import type { Language } from "../model/language.js";

export interface DiagnosticOptions {
  readonly lang: Language;
  /** Texts by file name, for the line under the message. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Whether a terminal shows it, and colours are wanted there. */
  readonly color?: boolean;
}

const SEVERITY: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  zh: { error: "错误", warning: "警告", info: "提示" },
  en: { error: "error", warning: "warning", info: "info" },
};

/** The first words of a finding in colour (ECMA-48): red for errors, yellow for warnings, blue for the rest. */
const COLORS: Readonly<Record<Severity, string>> = { error: "31", warning: "33", info: "34" };

const HELP: Readonly<Record<Language, string>> = { zh: "怎么改", en: "help" };

/** One block for each, an empty line between them; empty text for none. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: DiagnosticOptions): string {
  const split = new Map<string, readonly string[] | undefined>();
  // Once a text, not once a finding: there may be thousands.
  const linesOf = (file: string) => {
    if (!split.has(file)) split.set(file, options.texts?.get(file)?.split(/\r\n|\n/));
    return split.get(file);
  };
  return diagnostics.map((each) => `${renderOne(each, options, linesOf).join("\n")}\n`).join("\n");
}

function renderOne(
  diagnostic: Diagnostic,
  { lang, color = false }: DiagnosticOptions,
  linesOf: (file: string) => readonly string[] | undefined,
): readonly string[] {
  const { code, severity, message, hint, file, range, path, subject, related = [] } = diagnostic;
  const about = aboutOf(subject, lang);
  const name = `${SEVERITY[lang][severity]}[${code}]`;
  const lines = [`${color ? `\u001b[1;${COLORS[severity]}m${name}\u001b[0m` : name} ${harmless(message[lang])}`];
  const place = placeOf(file, range);
  if (place !== undefined) lines.push(`  --> ${place}${about}`);
  else if (path !== "") lines.push(`  --> ${harmless(path)}${about}`);
  const text = file === undefined ? undefined : linesOf(file);
  if (range && text) lines.push(...frame(text, range));
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

const SUBJECT: Readonly<Record<Language, Readonly<Partial<Record<Subject["kind"], string>>>>> = {
  zh: { indicator: "指标", fact: "事实", condition: "条件", outcome: "结果", component: "组成部分" },
  en: { indicator: "indicator", fact: "fact", condition: "condition", outcome: "outcome", component: "component" },
};

/** Authors think in ids. The rubric itself is not named: its file stands in front. */
function aboutOf(subject: Subject | undefined, lang: Language): string {
  const kind = subject && SUBJECT[lang][subject.kind];
  if (!subject || kind === undefined) return "";
  const id = harmless(subject.id.length > 64 ? `${subject.id.slice(0, 64)}…` : subject.id);
  return lang === "zh" ? ` （${kind} ${id}）` : ` (${kind} ${id})`;
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
