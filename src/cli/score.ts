/** `chengxin score`: fact sheets → assessments. */
import { renderJson, renderText } from "../index.js";
import type { VerbOptions } from "./arguments.js";
import { assess } from "./assess.js";
import type { Answer } from "./run.js";

export function scoreVerb(paths: readonly string[], options: VerbOptions): Promise<Answer> {
  const { format, lang } = options;
  return assess(paths, options, (assessment) =>
    format === "json" ? renderJson(assessment) : renderText(assessment, { lang }),
  );
}
