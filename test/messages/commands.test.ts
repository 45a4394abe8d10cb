/** Examples that are typed behind `chengxin`: run in a folder with the files they name. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { CASES_FILE, FACTS_FILE, RUBRIC_FILES } from "../../src/cli/run-example.js";
import { type Printed, run } from "../../src/cli/run.js";
import type { Example, Parts } from "../../src/messages/examples/example.js";
import { examples } from "../../src/messages/examples/examples.js";
import { filesOf } from "../../src/messages/examples/frames.js";
import type { DiagnosticCode } from "../../src/model/codes.js";

const commands = (Object.entries(examples) as [DiagnosticCode, Example][]).filter(
  ([, { bad }]) => bad.command !== undefined,
);

const RECORD_FILE = "enterprise.record.json";

const here = process.cwd();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "chengxin-"));
  process.chdir(folder);
});
afterAll(async () => {
  process.chdir(here);
  await rm(folder, { recursive: true });
});

/** Commands that are wrong because of where they are typed. */
const surroundings: Readonly<Partial<Record<DiagnosticCode, Readonly<Record<string, string>>>>> = {
  "update-refused": { CI: "true" },
};
afterEach(() => vi.unstubAllEnvs());

describe.each(commands)("%s", (code, { given, bad, good }) => {
  test("the wrong command is told this code, and no other", async () => {
    for (const [name, value] of Object.entries(surroundings[code] ?? {})) vi.stubEnv(name, value);
    const printed = await typed(given, bad);
    expect(codesIn(printed)).toEqual([code]);
  });

  test("the right one is done, and told nothing", async () => {
    const printed = await typed(given, good);
    expect(codesIn(printed)).toEqual([]);
    expect(printed.exit).toBe(0);
  });
});

/** Another fact sheet lies beside the first, for commands that name two; and its record, for those that name one. */
async function typed(given: Parts | undefined, side: Parts): Promise<Printed> {
  const { rubrics, facts, cases = "" } = filesOf(given, side);
  await rm("rubrics", { recursive: true, force: true });
  await mkdir("rubrics");
  await Promise.all([
    ...rubrics.map((text, i) => writeFile(join("rubrics", RUBRIC_FILES[i]!), text)),
    ...[FACTS_FILE, "another.facts.yaml"].map((name) => writeFile(name, facts)),
    writeFile(CASES_FILE, cases),
  ]);
  const words = side.command!.split(" ");
  if (words.includes(RECORD_FILE)) await run(["score", FACTS_FILE, "--rubrics", "rubrics", "--record", RECORD_FILE]);
  if (words.includes(CHANGED_STORE)) await changeStore(words);
  return run([...words, "--lang", "en"]);
}

const CHANGED_STORE = "changed-store";

/** What has been kept in it is written over by somebody. */
async function changeStore(words: readonly string[]): Promise<void> {
  await run(words);
  for (const name of await readdir(CHANGED_STORE)) await writeFile(join(CHANGED_STORE, name), "kind: sheet\n");
}

function codesIn({ out, err }: Printed): readonly string[] {
  return [...`${err}\n${out}`.matchAll(/^(?:error|warning)\[([\w-]+)\]/gm)].map(([, code]) => code!);
}
