/** `--store`: rubrics beside the records, each in a file named by what it says. */
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { storedName } from "../../src/files/store.js";
import { digestsOf } from "../../src/replay/record.js";
import { chengxin, codesOf, findingsIn, patient, workplace } from "./command.js";
import { exact, factSheet, putRubrics, sheet } from "./small.js";

const { path, put } = workplace();

/** The record of a small fact sheet, by the rubrics of a folder of this name. */
async function kept(name: string, store: string, rubrics = putRubrics(put, name)): Promise<string> {
  const file = path(`${name}.record.json`);
  const facts = put(`${name}.facts.yaml`, factSheet());
  const ended = await chengxin(["score", facts, "--rubrics", rubrics, "--record", file, "--store", store]);
  expect([ended.exit, ended.stderr]).toEqual([0, ""]);
  return file;
}

interface Kept {
  readonly rubrics: { readonly id: string; readonly content: string; readonly embedded?: unknown }[];
}

const read = (file: string): Kept => JSON.parse(readFileSync(file, "utf8")) as Kept;
const replayed = async (...args: string[]) => {
  const { exit, stdout } = await chengxin(["replay", ...args, "--format", "json"]);
  const [{ verdict, parts }] = JSON.parse(stdout).records as [{ verdict: string; parts: string[] }];
  return { exit, verdict, parts };
};

describe.concurrent("a store", patient, () => {
  test("keeps each rubric once, under the digest of what it says", async () => {
    const store = path("once");
    const [one, two] = [await kept("first", store), await kept("second", store)];
    const { rubrics } = read(one);
    expect(rubrics.map(({ embedded }) => embedded)).toEqual([undefined, undefined]);
    expect(readdirSync(store).sort()).toEqual(rubrics.map(({ content }) => storedName(content)!).sort());
    const stored = rubrics.map(({ content }) => readFileSync(join(store, storedName(content)!), "utf8"));
    expect(stored[1]).toBe(sheet);
    expect([await replayed(one, "--store", store), await replayed(two, "--store", store)]).toEqual([
      { exit: 0, verdict: "MATCH", parts: [] },
      { exit: 0, verdict: "MATCH", parts: [] },
    ]);
  });

  test("does not touch a file that says the same in other words", async () => {
    const store = path("words");
    const rubrics = putRubrics(put, "words-rubrics");
    await kept("words", store, rubrics);
    const before = readdirSync(store).map((name) => statSync(join(store, name)).mtimeMs);
    put("words-rubrics/small-sheet.yaml", `# Said again.\n${sheet}`);
    const record = await kept("words-again", store, rubrics);
    expect(readdirSync(store).map((name) => statSync(join(store, name)).mtimeMs)).toEqual(before);
    expect(await replayed(record, "--store", store)).toMatchObject({ exit: 0, verdict: "MATCH" });
  });

  test("has the right one of many versions of one name, also as a folder of rubrics", async () => {
    const store = path("many");
    const rubrics = putRubrics(put, "many-rubrics");
    const records: string[] = [];
    for (const points of [1, 2, 3, 4]) {
      put("many-rubrics/small-sheet.yaml", sheet.replace("points: -4", `points: -${points}`));
      records.push(await kept(`many-${points}`, store, rubrics));
    }
    // One scheme, and a sheet for each: all are version 1.0.
    expect(readdirSync(store)).toHaveLength(5);
    for (const record of records) {
      expect((await replayed(record, "--store", store)).verdict).toBe("MATCH");
      expect((await replayed(record, "--rubrics", store)).verdict).toBe("MATCH");
      // Those that are named go first: they are what somebody wants to compare with.
      const compared = await replayed(record, "--store", store, "--rubrics", rubrics);
      expect(compared.verdict).toBe(record === records.at(-1) ? "MATCH" : "RUBRIC_DIFFERS");
    }
  });

  test("a record without it says which rubrics are not there", async () => {
    const record = await kept("alone", path("alone-store"));
    expect(await replayed(record)).toEqual({ exit: 2, verdict: "RUBRIC_MISSING", parts: ["/rubrics/0", "/rubrics/1"] });
    expect((await replayed(record, "--store", path("nowhere"))).verdict).toBe("RUBRIC_MISSING");
  });

  test("a file that is not what its name says stops a record from being written", async () => {
    const store = path("changed");
    const rubrics = putRubrics(put, "changed-rubrics");
    const record = await kept("changed", store, rubrics);
    const file = join(store, storedName(read(record).rubrics[1]!.content)!);
    const other = sheet.replace("points: -4", "points: -5");
    writeFileSync(file, other);
    const facts = put("changed-again.facts.yaml", factSheet());
    const again = path("changed-again.record.json");
    const args = ["--rubrics", rubrics, "--record", again, "--store", store, "--format", "json"];
    const { exit, stdout } = await chengxin(["score", facts, ...args]);
    expect([exit, codesOf(findingsIn(stdout))]).toEqual([2, ["store-differs"]]);
    expect(() => readFileSync(again)).toThrow("ENOENT");
    expect(readFileSync(file, "utf8")).toBe(other);
    expect(await replayed(record, "--store", store)).toEqual({
      exit: 1,
      verdict: "RUBRIC_DIFFERS",
      parts: ["/rubrics/1"],
    });
  });

  test("a record cannot name files outside of it", async () => {
    const store = path("inside/store");
    const record = await kept("inside", store);
    const outside = put("inside/secret.yaml", sheet);
    for (const content of [
      "../secret",
      "sha256:../../secret",
      outside,
      `sha256:${"0".repeat(64)}/../../secret`,
      "__proto__",
    ]) {
      const copy = read(record) as Kept & { digests?: unknown };
      const rubrics = copy.rubrics.map((rubric, i) => (i === 1 ? { ...rubric, content } : rubric));
      const forged = { ...copy, rubrics };
      const file = put("inside/forged.record.json", JSON.stringify({ ...forged, digests: digestsOf(forged as never) }));
      expect(await replayed(file, "--store", store)).toEqual({
        exit: 2,
        verdict: "RUBRIC_MISSING",
        parts: ["/rubrics/1"],
      });
    }
  });

  test.each<[string, unknown]>([
    ["no rubrics", {}],
    ["rubrics that are none", { rubrics: [null, 1, "x", { content: 7 }, []] }],
    ["a list", []],
    ["nothing", null],
  ])("takes a record with %s for none", async (name, value) => {
    const file = put(`${name}.record.json`, JSON.stringify(value));
    expect((await replayed(file, "--store", path("any"))).verdict).toBe("UNSUPPORTED");
  });

  test("prints the assessment as ever, and needs a record", async () => {
    const facts = put("plain.facts.yaml", factSheet());
    const rubrics = putRubrics(put, "plain");
    const store = path("plain-store");
    const args = ["score", facts, "--rubrics", rubrics, "--store", store, "--format", "json"];
    const { exit, stdout } = await chengxin(args);
    expect([exit, codesOf(findingsIn(stdout))]).toEqual([2, ["missing-argument"]]);
    const ended = await chengxin([...args, "--record", path("plain.record.json")]);
    expect(JSON.parse(ended.stdout).score.exact).toBe(exact);
  });

  test("that cannot be written to is told", async () => {
    mkdirSync(path("blocked"), { recursive: true });
    const facts = put("blocked.facts.yaml", factSheet());
    const store = put("blocked/file", "in the way");
    const rubrics = putRubrics(put, "blocked-rubrics");
    const args = ["--rubrics", rubrics, "--record", path("blocked.record.json"), "--store", store, "--format", "json"];
    const { exit, stdout } = await chengxin(["score", facts, ...args]);
    expect([exit, codesOf(findingsIn(stdout))]).toEqual([2, ["not-written"]]);
  });
});

test.each([
  [`sha256:${"0a".repeat(32)}`, `sha256-${"0a".repeat(32)}.yaml`],
  [`sha256:${"0A".repeat(32)}`, undefined],
  [`sha256:${"0a".repeat(32)}\n`, undefined],
  [`sha256:${"0a".repeat(31)}`, undefined],
  ["sha256:../x", undefined],
  ["", undefined],
])("%j is the name %j", (content, name) => {
  expect(storedName(content)).toBe(name);
});
