/** Where a finding of an assessment stands in its fact sheet. */
import type { DiagnosticCode } from "../model/codes.js";

/** Findings about a name: it is the key that is wrong, not what stands behind it. */
export const aboutKeys: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  "unknown-key",
  "component-unknown",
  "fact-undeclared",
  "fact-derived",
  "event-unknown-field",
  "judgement-unknown",
  "judgement-twice",
  "not-applicable-unknown",
  "not-applicable-refused",
  "not-applicable-despite-facts",
  "material-unknown",
]);
