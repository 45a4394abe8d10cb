/** `chengxin score`: fact sheets → assessments, and with `--record` a record to compute again, with `--store` its rubrics. */
import { writeFile } from "node:fs/promises";
import {
  type CompiledScheme,
  type FactSheet,
  type ScoreRecord,
  renderJson,
  renderText,
  recordOf,
  replay,
} from "../index.js";
import { putStored, readStored } from "../files/store.js";
import { jsonText } from "../base/json-text.js";
import { type VerbOptions, usage } from "./arguments.js";
import { assess } from "./assess.js";
import type { Answer } from "./run.js";

export async function scoreVerb(paths: readonly string[], options: VerbOptions): Promise<Answer> {
  const { format, lang, record, store } = options;
  if (store !== undefined && record === undefined)
    throw usage("missing-argument", {
      verb: "--store",
      wanted: "--record FILE",
      example: "chengxin score enterprise.facts.yaml --record enterprise.record.json --store rubric-store",
    });
  const scored: [CompiledScheme, FactSheet][] = [];
  const answer = await assess(paths, options, (assessment, compiled, factSheet) => {
    if (record !== undefined) scored.push([compiled, factSheet]);
    return format === "json" ? renderJson(assessment) : renderText(assessment, { lang });
  });
  if (record === undefined || scored.length === 0) return answer;
  if (scored.length > 1) throw usage("too-many-arguments", { verb: "--record", wanted: "FACTS", count: scored.length });
  const [[compiled, factSheet]] = scored as [[CompiledScheme, FactSheet]];
  const kept = store === undefined ? recordOf(compiled, factSheet) : await stored(compiled, factSheet, store);
  await writeFile(record, jsonText(kept)).catch((error: unknown) => notWritten(record, error));
  return answer;
}

/** The rubrics into the folder, and a record that names them; what lies there already has to be them. */
async function stored(compiled: CompiledScheme, factSheet: FactSheet, folder: string): Promise<ScoreRecord> {
  const { rubrics } = recordOf(compiled, factSheet);
  for (const { content, embedded } of rubrics)
    await putStored(folder, content, embedded!.text).catch((error: unknown) => notWritten(folder, error));
  const record = recordOf(compiled, factSheet, { embed: false });
  const found = await readStored(
    folder,
    rubrics.map(({ content }) => content),
  );
  const { verdict, parts } = replay(record, found);
  if (verdict !== "MATCH") throw usage("store-differs", { folder, rubric: named(record, parts) });
  return record;
}

/** The first that is not what its name says. */
function named({ rubrics }: ScoreRecord, parts: readonly string[]): string {
  const differing = rubrics.find((_, i) => parts.includes(`/rubrics/${i}`)) ?? rubrics[0]!;
  return `${differing.id}@${differing.version}`;
}

function notWritten(file: string, error: unknown): never {
  const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
  throw usage("not-written", { file, reason });
}
