/** `chengxin replay`: records → the same scores once more. */
import { isDigest } from "../base/digest.js";
import { type ReplayOptions, type ReplayVerdict, type RubricSet, auditRecord, replay } from "../index.js";
import { isRecordFile, listFiles } from "../files/list.js";
import { readStored } from "../files/store.js";
import { loadRubrics } from "../node.js";
import { type ReplayedFile, renderReplay, renderReplayJson } from "../render/replay.js";
import { type VerbOptions, usage } from "./arguments.js";
import { recordAt } from "./records.js";
import type { Answer, Exit } from "./run.js";

export async function replayVerb(paths: readonly string[], options: VerbOptions): Promise<Answer> {
  const rubrics = options.rubrics.length === 0 ? undefined : await loadRubrics(...options.rubrics);
  const files = await recordFiles(paths);
  if (files.length === 0) throw usage("nothing-matched", { file: paths.join(" ") });
  const { expect, audit, store } = options;
  if (expect !== undefined && !isDigest(expect))
    throw usage("bad-option-value", { option: "--expect", got: expect, known: ["sha256:…"] });
  if (expect !== undefined && files.length > 1)
    throw usage("too-many-arguments", { verb: "--expect", wanted: "RECORD", count: files.length });
  const records: ReplayedFile[] = [];
  for (const file of files)
    records.push(await replayFile(file, { rubrics, store }, { ...(expect !== undefined && { expect }) }, audit));
  return {
    exit: records.reduce<Exit>((worst, record) => larger(worst, exitOf(record)), 0),
    result: options.format === "json" ? renderReplayJson(records) : renderReplay(records, options.lang),
    findings: [],
    texts: new Map(),
  };
}

function exitOf({ verdict, audit }: ReplayedFile): Exit {
  return larger(exitOfVerdict(verdict), audit?.holds === false ? 1 : 0);
}

export function exitOfVerdict(verdict: ReplayVerdict): Exit {
  return EXITS[verdict];
}

function larger(a: Exit, b: Exit): Exit {
  return a > b ? a : b;
}

const EXITS: Readonly<Record<ReplayVerdict, Exit>> = {
  MATCH: 0,
  MISMATCH: 1,
  RECORD_ALTERED: 1,
  INPUTS_ALTERED: 1,
  RUBRIC_DIFFERS: 1,
  RUBRIC_MISSING: 2,
  NOT_REPLAYABLE: 2,
  UNSUPPORTED: 2,
};

/** Of a folder every record in it, by its name; a file is taken at its word. */
async function recordFiles(paths: readonly string[]): Promise<readonly string[]> {
  const listed = await Promise.all(paths.map((path) => (path === "-" ? ["-"] : listFiles([path], isRecordFile))));
  return listed.flat();
}

interface Sources {
  readonly rubrics: RubricSet | undefined;
  readonly store: string | undefined;
}

async function replayFile(
  file: string,
  { rubrics, store }: Sources,
  options: ReplayOptions,
  audit: boolean,
): Promise<ReplayedFile> {
  const record = await recordAt(file);
  const found = store === undefined ? rubrics : withStored(rubrics, await readStored(store, contentsOf(record)));
  const result = replay(record, found, options);
  // What is no record has nothing that could hold.
  const isAudited = audit && !(result.verdict === "UNSUPPORTED" && result.parts.includes("/format"));
  return { file, ...result, ...(isAudited && { audit: auditRecord(record) }) };
}

/** What is named goes before what is stored: whoever names rubrics wants to know what they change. */
function withStored(named: RubricSet | undefined, stored: RubricSet): RubricSet {
  if (!named) return stored;
  const ids = new Set(named.rubrics.map(({ rubric }) => `${rubric.kind} ${rubric.id}`));
  const others = stored.rubrics.filter(({ rubric }) => !ids.has(`${rubric.kind} ${rubric.id}`));
  return { ...named, rubrics: [...named.rubrics, ...others] };
}

/** What a record says its rubrics say; nothing of it is believed yet. */
function contentsOf(record: unknown): readonly string[] {
  const { rubrics } = (record ?? {}) as { readonly rubrics?: unknown };
  if (!Array.isArray(rubrics)) return [];
  return rubrics.flatMap((rubric: { readonly content?: unknown } | null) => {
    const content = rubric?.content;
    return typeof content === "string" ? [content] : [];
  });
}
