/** `chengxin redact`: a record → the same one without what is personal, and beside it what only its owner keeps. */
import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { jsonText } from "../base/json-text.js";
import { type RedactedRecord, redactRecord, replay } from "../index.js";
import { type VerbOptions, usage } from "./arguments.js";
import { recordAt } from "./records.js";
import type { Answer } from "./run.js";

export async function redactVerb(paths: readonly string[], { salts }: VerbOptions): Promise<Answer> {
  if (paths.length > 1) throw usage("too-many-arguments", { verb: "redact", wanted: "RECORD", count: paths.length });
  if (salts === undefined)
    throw usage("missing-argument", {
      verb: "redact",
      wanted: "--salts FILE",
      example: "chengxin redact enterprise.record.json --salts salts.json",
    });
  const file = paths[0]!;
  const { record, revelations } = redactedAt(file, await recordAt(file));
  if (record.redacted!.places.length === 0) throw usage("nothing-personal", { file });
  await keep(salts, jsonText({ format: "chengxin/revelations@1", record: record.digests.record, revelations }));
  return { exit: 0, result: jsonText(record), findings: [], texts: new Map() };
}

/** The one place where chance comes in, and it touches no score. */
function redactedAt(file: string, record: unknown): RedactedRecord {
  const { verdict } = replay(record);
  try {
    return redactRecord(record, randomBytes(32).toString("hex"));
  } catch {
    throw usage("not-redactable", { file, verdict });
  }
}

/** Never over an older one, which would be the end of what it can show; and for the owner's eyes. */
async function keep(file: string, text: string): Promise<void> {
  await writeFile(file, text, { flag: "wx", mode: 0o600 }).catch((error: unknown) => {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw usage("not-written", { file, reason });
  });
}
