/** `chengxin answer`: records → the answer to an objection against one indicator of the first. */
import { type ObjectionAnswer, type ReplayVerdict, answerObjection } from "../index.js";
import { diagnose } from "../messages/diagnose.js";
import { renderObjection, renderObjectionJson } from "../render/objection.js";
import { type VerbOptions, usage } from "./arguments.js";
import { recordAt } from "./records.js";
import { exitOfVerdict } from "./replay.js";
import type { Answer } from "./run.js";

export async function answerVerb(paths: readonly string[], options: VerbOptions): Promise<Answer> {
  const { indicator, lang, format } = options;
  if (indicator === undefined) throw usage("missing-argument", { verb: "answer", ...WANTED });
  const records: unknown[] = [];
  for (const path of paths) records.push(await recordAt(path));
  const [record, ...others] = records;
  const answer = answerObjection(record, indicator, { lang, others });
  if (!answer.success) return refused(answer, paths, indicator);
  const { objection } = answer;
  const result = format === "json" ? renderObjectionJson(objection) : renderObjection(objection);
  return { exit: 0, result, findings: [], texts: new Map() };
}

const WANTED = { wanted: "--indicator ID", example: "chengxin answer enterprise.record.json --indicator C3.1" };

function refused(
  answer: Extract<ObjectionAnswer, { readonly success: false }>,
  files: readonly string[],
  indicator: string,
): Answer {
  switch (answer.reason) {
    case "verdict": {
      const at = answer.verdicts.findIndex((verdict) => verdict !== "MATCH");
      return recordRefused(files[at]!, answer.verdicts[at]!);
    }
    case "indicator":
      throw usage("unknown-indicator", { got: indicator, nearest: answer.nearest });
    case "group":
      throw usage("indicator-is-group", { got: indicator, nearest: answer.indicators.slice(0, MOST_NAMES) });
    case "roles":
      throw usage("not-comparable", { files });
  }
}

const MOST_NAMES = 10;

/** As `replay` ends: 1 where it differs, 2 where it cannot be computed again. */
export function recordRefused(file: string, verdict: ReplayVerdict): Answer {
  const finding = diagnose("record-refused", { path: "", file }, { file, verdict });
  return { exit: exitOfVerdict(verdict), findings: [finding], texts: new Map() };
}
