/** At most a hundred findings a file: more help nobody, and a hostile file has hundreds of thousands. */
import type { Diagnostic, Severity } from "../model/diagnostic.js";
import { diagnose } from "./diagnose.js";

export const maximumFindings = 100;

/**
 * In the order of the text; what has no place stands before, by path and code.
 * When there are too many, errors stay and warnings go first, so that a file with an error always shows one.
 */
export function limitFindings(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const findings = diagnostics.filter(({ code }) => code !== "findings-left-out").sort(byPlace);
  const before = diagnostics.filter(({ code }) => code === "findings-left-out");
  if (findings.length + before.length <= maximumFindings && before.length === 0) return findings;

  const shown = new Set([...findings].sort(bySeverity).slice(0, maximumFindings - 1));
  const left = findings.filter((finding) => !shown.has(finding));
  const count = before.reduce((sum, { data }) => sum + Number(data?.["count"] ?? 0), left.length);
  const worst = [...left, ...before].sort(bySeverity)[0]?.severity ?? "error";
  return [...findings.filter((finding) => shown.has(finding)), findingsLeftOut(count, worst)];
}

/** As severe as the worst of what it stands for: a hundred warnings do not become an error. */
export function findingsLeftOut(count: number, severity: Severity): Diagnostic {
  return { ...diagnose("findings-left-out", { path: "" }, { count }), severity };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const start = (diagnostic: Diagnostic) => diagnostic.range?.offset[0] ?? -1;
  return start(a) - start(b) || byText(a.path, b.path) || byText(a.code, b.code);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const severities: readonly Severity[] = ["error", "warning", "info"];

/** Sorting is stable: within a severity the order of the text stays. */
function bySeverity(a: Diagnostic, b: Diagnostic): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}
