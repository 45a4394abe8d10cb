/** The one error that the library throws for a text or a rubric: it carries every diagnostic. */
import type { DiagnosticCode } from "../model/codes.js";
import type { Diagnostic } from "../model/diagnostic.js";

const BRAND = Symbol.for("chengxin.RubricError");

/** Thrown by `parseRubric`, `parseFactSheet`, `readFactSheet` and `compileScheme`; never by `score`. */
export class RubricError extends Error {
  override readonly name = "RubricError";
  /** The code of the first error. */
  readonly code: DiagnosticCode;
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
    super(describe(errors));
    this.code = (errors[0] ?? diagnostics[0]!).code;
    this.diagnostics = diagnostics;
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/** True also for an error that another copy of this package has thrown. */
export function isRubricError(error: unknown): error is RubricError {
  return error instanceof Error && Object.hasOwn(error, BRAND);
}

const SHOWN = 3;

function describe(errors: readonly Diagnostic[]): string {
  const lines = errors.slice(0, SHOWN).map(({ code, message, file, range }) => {
    const place = file === undefined ? "" : `${file}${range ? `:${range.start.line}:${range.start.column}` : ""}: `;
    return `${place}[${code}] ${message.en}`;
  });
  if (errors.length > SHOWN) lines.push(`… and ${errors.length - SHOWN} more`);
  return lines.join("\n");
}
