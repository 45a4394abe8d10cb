/** The one error that the library throws for a text or a rubric: it carries every diagnostic. */
import type { DiagnosticCode } from "../model/codes.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { misuse } from "./misuse.js";

const BRAND = Symbol.for("chengxin.RubricError");

/**
 * Thrown by `parseRubric`, `parseFactSheet`, `readFactSheet`, `compileScheme`, `loadRubrics` and `loadFactSheet`; never
 * by `score`. Its `message` shows the first three errors, each with its place, its code and its sentence in English.
 */
export class RubricError extends Error {
  override readonly name = "RubricError";
  /** The code of the first error. */
  readonly code: DiagnosticCode;
  /** Everything that was found, warnings too, in the order of the text; at least one is an error. */
  readonly diagnostics: readonly Diagnostic[];

  /** @throws TypeError when there is no diagnostic. */
  constructor(diagnostics: readonly Diagnostic[]) {
    if (!Array.isArray(diagnostics) || diagnostics.length === 0)
      throw misuse("RubricError", "diagnostics", "an array of at least one diagnostic", diagnostics);
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
    super(describe(errors.length > 0 ? errors : diagnostics));
    this.code = (errors[0] ?? diagnostics[0]!).code;
    this.diagnostics = diagnostics;
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/**
 * True also for an error that another copy of this package has thrown, or another realm of the same program. A clone
 * (`structuredClone`, a message of a worker) has lost its diagnostics and is an ordinary error: false. Never throws.
 */
export function isRubricError(error: unknown): error is RubricError {
  return typeof error === "object" && error !== null && Object.hasOwn(error, BRAND);
}

const SHOWN = 3;

function describe(findings: readonly Diagnostic[]): string {
  const lines = findings.slice(0, SHOWN).flatMap((finding, i) => {
    const { code, message, hint } = finding;
    const line = `${placeOf(finding)}[${code}] ${message.en}`;
    // What to type is worth a line once; the others are among the diagnostics.
    return i === 0 && hint ? [line, `  help: ${hint.en}`] : [line];
  });
  if (findings.length > SHOWN) lines.push(`… and ${findings.length - SHOWN} more`);
  return lines.join("\n");
}

/** As a compiler writes it: an editor's terminal makes a link of it. Of a plain value there is only the path. */
function placeOf({ file, range, path }: Diagnostic): string {
  const at = range ? `${range.start.line}:${range.start.column}` : undefined;
  const where = [file, at].filter((part) => part !== undefined);
  if (where.length > 0) return `${where.join(":")}: `;
  return path === "" ? "" : `${path}: `;
}
