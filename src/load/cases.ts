/** Golden cases from a document that was read. */
import { limitFindings } from "../messages/limit.js";
import type { Cases } from "../model/cases.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Document } from "../model/document.js";
import { validateCasesDocument } from "../validate/cases.js";

/** What was found; without `cases` at least one finding is an error. */
export interface CasesReading {
  readonly cases?: Cases;
  readonly diagnostics: readonly Diagnostic[];
}

export function readCasesDocument(document: Document, found: readonly Diagnostic[]): CasesReading {
  const validation = validateCasesDocument(document);
  const diagnostics = limitFindings([...found, ...validation.diagnostics]);
  const failed = !validation.success || found.some(({ severity }) => severity === "error");
  return failed ? { diagnostics } : { cases: validation.cases, diagnostics };
}
