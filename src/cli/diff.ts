/** `chengxin diff`: two records → what parts them. */
import { type RecordDifference, diffRecords } from "../index.js";
import { renderRecordDifference, renderRecordDifferenceJson } from "../render/difference.js";
import { type VerbOptions, usage } from "./arguments.js";
import { recordAt } from "./records.js";
import type { Answer } from "./run.js";

export async function diffVerb(paths: readonly string[], options: VerbOptions): Promise<Answer> {
  const [old, now, ...more] = paths;
  if (old === undefined || now === undefined) throw usage("missing-argument", { verb: "diff", ...WANTED });
  if (more.length > 0) throw usage("too-many-arguments", { verb: "diff", wanted: WANTED.wanted, count: paths.length });
  const [before, after] = [await recordAt(old), await recordAt(now)];
  const diff = diffRecords(before, after);
  if (!diff.success) {
    const [file, verdict] = diff.before === "MATCH" ? [now, diff.after] : [old, diff.before];
    throw usage("no-difference", { file, verdict });
  }
  const { difference } = diff;
  const result =
    options.format === "json"
      ? renderRecordDifferenceJson(difference)
      : renderRecordDifference(difference, options.lang);
  return { exit: differs(difference) ? 1 : 0, result, findings: [], texts: new Map() };
}

const WANTED = { wanted: "OLD NEW", example: "chengxin diff old.record.json new.record.json" };

/** Something is stated otherwise, or comes out otherwise. */
function differs({ changes, steps }: RecordDifference): boolean {
  return changes.length > 0 || steps.length > 0;
}
