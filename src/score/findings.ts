/** Findings about a fact sheet, collected while it is scored. */
import { diagnose } from "../messages/diagnose.js";
import type { Finding } from "../model/assessment.js";
import type { ScoreCode } from "../model/codes.js";
import type { Diagnostic, DiagnosticData, Subject } from "../model/diagnostic.js";

export interface Findings {
  readonly report: (code: ScoreCode, path: string, params: DiagnosticData, subject?: Subject) => void;
  /** What reading the fact sheet has found already. */
  readonly add: (diagnostic: Diagnostic) => void;
  /** Sorted by path, then code, so that the order in which facts are read does not show. */
  readonly list: () => readonly Finding[];
}

export function collectFindings(): Findings {
  const findings: Finding[] = [];
  const add = ({ code, severity, message, path, subject, data }: Diagnostic): void => {
    findings.push({ code, severity, message, path, ...(subject && { subject }), ...(data && { data }) });
  };
  return {
    add,
    report: (code, path, params, subject) => add(diagnose(code, { path, subject }, params)),
    list: () =>
      findings.sort((a, b) => compareText(a.path, b.path) || compareText(a.code, b.code) || compareText(a.message.en, b.message.en)),
  };
}

/** By code unit: the same everywhere, unlike a locale's order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
