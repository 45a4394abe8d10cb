/** Findings about a fact sheet, collected while it is scored. */
import { diagnose } from "../messages/diagnose.js";
import { findingsLeftOut, maximumFindings } from "../messages/limit.js";
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
    list: () => limited(findings.sort(byPathAndCode)),
  };
}

function byPathAndCode(a: Finding, b: Finding): number {
  return compareText(a.path, b.path) || compareText(a.code, b.code) || compareText(a.message.en, b.message.en);
}

/** A hostile sheet has a finding on every line; a hundred are enough, and the gravest are told first. */
function limited(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= maximumFindings) return findings;
  const gravest = [...findings].sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
  const left = gravest.slice(maximumFindings - 1);
  const { hint: _hint, ...leftOut } = findingsLeftOut(left.length, left[0]!.severity);
  return [...gravest.slice(0, maximumFindings - 1), leftOut].sort(byPathAndCode);
}

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

/** By code unit: the same everywhere, unlike a locale's order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
