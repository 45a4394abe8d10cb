/** `chengxin score`: fact sheets → assessments, and with `--record` a record to compute again. */
import { writeFile } from "node:fs/promises";
import { renderJson, renderText, recordOf } from "../index.js";
import { jsonText } from "../base/json-text.js";
import { type VerbOptions, usage } from "./arguments.js";
import { assess } from "./assess.js";
import type { Answer } from "./run.js";

export async function scoreVerb(paths: readonly string[], options: VerbOptions): Promise<Answer> {
  const { format, lang, record } = options;
  const records: string[] = [];
  const answer = await assess(paths, options, (assessment, compiled, factSheet) => {
    if (record !== undefined) records.push(jsonText(recordOf(compiled, factSheet)));
    return format === "json" ? renderJson(assessment) : renderText(assessment, { lang });
  });
  if (record === undefined || records.length === 0) return answer;
  if (records.length > 1)
    throw usage("too-many-arguments", { verb: "--record", wanted: "FACTS", count: records.length });
  await writeFile(record, records[0]!).catch((error: unknown) => {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw usage("not-written", { file: record, reason });
  });
  return answer;
}
