/** `chengxin schema`: the JSON Schema for editors, as it is shipped. */
import { readFile } from "node:fs/promises";
import { usage } from "./arguments.js";
import type { Answer } from "./run.js";

export async function schemaVerb(words: readonly string[]): Promise<Answer> {
  if (words.length > 0)
    throw usage("stray-argument", { verb: "schema", got: words[0]!, instead: `schema --output ${words[0]!}` });
  const result = await readFile(new URL("../../rubrics/rubric.v1.json", import.meta.url), "utf8");
  return { exit: 0, result, findings: [], texts: new Map() };
}
