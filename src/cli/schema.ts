/** `chengxin schema`: the JSON Schemas, as they are shipped: of what people write, and of what the engine gives out. */
import { readFile } from "node:fs/promises";
import { usage } from "./arguments.js";
import type { Answer } from "./run.js";

const SCHEMAS = ["rubric", "assessment", "record"] as const;

export async function schemaVerb(words: readonly string[]): Promise<Answer> {
  const [word = "rubric", ...others] = words;
  const stray = others[0] ?? (isFileName(word) ? word : undefined);
  if (stray !== undefined)
    throw usage("stray-argument", { verb: "schema", got: stray, instead: `schema --output ${stray}` });
  const name = SCHEMAS.find((each) => each === word);
  if (!name) throw usage("unknown-schema", { got: word, known: SCHEMAS });
  const result = await readFile(new URL(`../../rubrics/${name}.v1.json`, import.meta.url), "utf8");
  return { exit: 0, result, findings: [], texts: new Map() };
}

/** Somebody who names a file wants it written. */
function isFileName(word: string): boolean {
  return /[./\\]/.test(word);
}
