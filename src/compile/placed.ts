/** A diagnostic in the file of one rubric. */
import { diagnose } from "../messages/diagnose.js";
import type { DiagnosticCode } from "../model/codes.js";
import type { Diagnostic, DiagnosticData, Subject } from "../model/diagnostic.js";
import type { LoadedRubric } from "../model/rubric-set.js";

export function placed(
  loaded: LoadedRubric,
  code: DiagnosticCode,
  path: string,
  params: DiagnosticData,
  subject?: Subject,
  related?: Diagnostic["related"],
  place: "key" | "value" = "key",
): Diagnostic {
  const range = loaded.locate?.(path, place) ?? loaded.locate?.(path, "value");
  return diagnose(code, { path, subject, file: loaded.file, range, related }, params);
}
