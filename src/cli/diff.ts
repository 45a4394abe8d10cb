/** `chengxin diff`: two records, or two versions of rubrics → what parts them. */
import { type RecordDifference, diffRecords } from "../index.js";
import { renderRecordDifference, renderRecordDifferenceJson } from "../render/difference.js";
import { type VerbOptions, usage } from "./arguments.js";
import { type Versions, diffVersions } from "./diff-versions.js";
import { type Readable, readableAt } from "./readable.js";
import type { Answer } from "./run.js";
import { fails } from "./sources.js";

export async function diffVerb(paths: readonly string[], options: VerbOptions): Promise<Answer> {
  const [old, now, ...more] = paths;
  if (old === undefined || now === undefined) throw usage("missing-argument", { verb: "diff", ...WANTED });
  if (more.length > 0) throw usage("too-many-arguments", { verb: "diff", wanted: WANTED.wanted, count: paths.length });
  const [before, after] = [await readableAt(old), await readableAt(now)];
  // What is broken on one side would pass for removed, or for added.
  const broken = brokenAmong([before, after]);
  if (broken) return broken;
  const compared = { before: { file: old, ...before }, after: { file: now, ...after } };
  if (areVersions(compared)) return diffVersions(compared, options);
  if (before.kind !== "record" || after.kind !== "record")
    throw usage("not-two-versions", { old, now, before: before.kind, after: after.kind });
  if (options.facts.length > 0)
    throw usage("option-misplaced", {
      option: "--facts",
      verb: "diff …record.json",
      known: ["diff old.yaml new.yaml"],
    });
  const diff = diffRecords(before.record, after.record);
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

const WANTED = { wanted: "OLD NEW", example: "chengxin diff old.yaml new.yaml" };

function brokenAmong(sides: readonly Readable[]): Answer | undefined {
  const read = sides.flatMap((side) => (side.kind === "record" ? [] : [side.rubrics]));
  const findings = read.flatMap(({ diagnostics }) => diagnostics);
  if (!fails(findings, "error")) return undefined;
  return { exit: 2, findings, texts: new Map(read.flatMap(({ texts }) => [...(texts ?? [])])) };
}

/** A sheet is no version of a scheme, and one file none of a folder. */
function areVersions(compared: Readonly<Record<"before" | "after", Readable>>): compared is Versions {
  return compared.before.kind !== "record" && compared.before.kind === compared.after.kind;
}

/** Something is stated otherwise, or comes out otherwise. */
function differs({ changes, steps }: RecordDifference): boolean {
  return changes.length > 0 || steps.length > 0;
}
