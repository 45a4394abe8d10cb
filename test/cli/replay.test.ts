/** `chengxin score --record` and `chengxin replay`: a score is kept, and computed again by somebody else. */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { AuditResult } from "../../src/model/record.js";
import { type Ended, chengxin, codesOf, example, findingsIn, patient, shipped, workplace } from "./command.js";
import { factSheet, putRubrics, sheet } from "./small.js";

const { path, put } = workplace();

const recorded = async (name: string, facts = factSheet(), ...args: string[]): Promise<string> => {
  const file = path(`${name}.record.json`);
  const ended = await chengxin(["score", put(`${name}.facts.yaml`, facts), "--record", file, ...args]);
  expect(ended.exit).toBe(0);
  return file;
};
const replayed = (...args: string[]): Promise<Ended> => chengxin(["replay", ...args, "--lang", "en"]);
const small = (name: string): Promise<string> => recorded(name, factSheet(), "--rubrics", putRubrics(put, name));
const altered = (file: string, name: string, before: string | RegExp, after: string): string => {
  const text = readFileSync(file, "utf8");
  expect(text).toMatch(before);
  return put(`${name}.record.json`, text.replace(before, after));
};

describe.concurrent("every example, kept and computed again", patient, () => {
  const names = readdirSync(`${shipped}/examples`).flatMap((file) => /^(.+)\.facts\.yaml$/.exec(file)?.[1] ?? []);

  test("there are examples", () => expect(names).toContain("exactly-80"));

  test.each(names)("%s: the same elsewhere, at another hour and in another language", async (name) => {
    const record = await recorded(`shipped-${name}`, readFileSync(example(name), "utf8"));
    const elsewhere = { env: { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" } };
    const { exit, stdout, stderr } = await chengxin(["replay", record, "--format", "json"], elsewhere);
    expect([exit, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual({
      format: "chengxin/replay@1",
      records: [{ file: record, verdict: "MATCH", also: [], parts: [], causes: [], consequences: 0 }],
    });
  });
});

describe.concurrent("the answer", patient, () => {
  test("does not change what `score` prints", async () => {
    const facts = put("printed.facts.yaml", factSheet());
    const rubrics = putRubrics(put, "printed");
    const plain = await chengxin(["score", facts, "--rubrics", rubrics]);
    const kept = await chengxin(["score", facts, "--rubrics", rubrics, "--record", path("printed.record.json")]);
    expect(kept).toEqual(plain);
  });

  test("from standard input, and from a folder", async () => {
    const record = await small("folder/one");
    const [piped, folder] = await Promise.all([
      chengxin(["replay", "-", "--lang", "zh"], { input: readFileSync(record, "utf8") }),
      replayed(path("folder")),
    ]);
    expect([piped.exit, piped.stdout]).toEqual([0, "MATCH  -  重新计算，结果完全相同\n"]);
    expect([folder.exit, folder.stdout]).toEqual([0, `MATCH  ${record}  computed again, the same to the last digit\n`]);
  });

  test("checked by itself as well, where it is asked for", async () => {
    const record = await small("audited");
    const { exit, stdout } = await replayed(record, "--audit");
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^ {2}checked by itself: all \d+ values follow from one another$/m);
    const file = altered(record, "audited-altered", /"display": "\d+\.\d+"/, '"display": "99.99"');
    const found = await replayed(file, "--audit", "--format", "json");
    const [{ verdict, audit }] = (JSON.parse(found.stdout) as { records: [{ verdict: string; audit: AuditResult }] })
      .records;
    expect([found.exit, verdict, audit.holds, audit.findings[0]!.stated]).toEqual([
      1,
      "RECORD_ALTERED",
      false,
      "99.99",
    ]);
  });

  test("held against a digest that was published", async () => {
    const record = await small("expected");
    const { digests } = JSON.parse(readFileSync(record, "utf8")) as { digests: { record: string } };
    const [same, other, none] = await Promise.all([
      replayed(record, "--expect", digests.record),
      replayed(record, "--expect", `sha256:${"0".repeat(64)}`),
      replayed(record, "--expect", "9f3ab2c1"),
    ]);
    expect([same.exit, other.exit, none.exit]).toEqual([0, 1, 2]);
    expect(other.stdout).toMatch(/^RECORD_ALTERED .*\n {2}at \/digests\/record\n$/);
    expect(none.stderr).toContain("bad-option-value");
  });

  test("altered facts: where, and nothing computed", async () => {
    const file = altered(await small("facts"), "facts-altered", '"value": "12"', '"value": "13"');
    const { exit, stdout } = await replayed(file);
    expect([exit, stdout.split("\n")]).toEqual([
      1,
      [
        `INPUTS_ALTERED  ${file}  the facts were altered after the record was made, so it is not computed again`,
        "  at /inputs",
        "",
      ],
    ]);
  });

  test("an altered score", async () => {
    const file = altered(await small("score"), "score-altered", '"exact": "89"', '"exact": "98"');
    const { exit, stdout } = await replayed(file);
    expect([exit, stdout.split("\n")[0]?.split("  ")[0], stdout.split("\n")[1]]).toEqual([
      1,
      "RECORD_ALTERED",
      "  at /assessment",
    ]);
  });

  test("other rubrics: the cause, apart from what follows", async () => {
    const record = await small("rubrics");
    const folder = putRubrics(put, "rubrics-new");
    put("rubrics-new/small-sheet.yaml", sheet.replace("{ at_least: 10, points: 10 }", "{ at_least: 10, points: 9 }"));
    const { exit, stdout } = await replayed(record, "--rubrics", folder);
    expect([exit, stdout.split("\n")]).toEqual([
      1,
      [
        `RUBRIC_DIFFERS  ${record}  the rubrics given are not those of the record`,
        "  at /rubrics/1",
        "  cause: indicator main/B: recorded 10 / 10, now 9 / 10",
        "    recorded: 12 → tier ≥ 10 → 10 of 10 points → 10 in the score",
        "    now: 12 → tier ≥ 10 → 9 of 10 points → 9 in the score",
        `    --> ${folder}/small-sheet.yaml:24  (small-sheet@1.0)`,
        "  2 other places follow from it",
        "",
      ],
    ]);
  });

  test("of several the worst one counts", async () => {
    const good = await small("good");
    const bad = altered(good, "bad", '"semantics": 1', '"semantics": 2');
    const no = put("no.record.json", "{");
    expect((await replayed(good, bad)).exit).toBe(1);
    const { exit, stdout } = await replayed(good, no);
    expect([exit, stdout.split("\n").map((line) => line.split("  ")[0])]).toEqual([
      2,
      ["MATCH", "", "UNSUPPORTED", "", ""],
    ]);
  });
});

describe.concurrent("what cannot be done", patient, () => {
  test.each([
    ["a record that is not there", () => [path("none.record.json")]],
    ["a folder without records", () => [putRubrics(put, "without")]],
    ["no file", () => []],
  ])("%s: exit 2, nothing printed", async (_, args) => {
    const { exit, stdout, stderr } = await replayed(...args());
    expect([exit, stdout]).toEqual([2, ""]);
    expect(stderr).not.toBe("");
  });

  test("a record of two fact sheets, and one that cannot be written", async () => {
    const rubrics = putRubrics(put, "two");
    const [a, b] = [put("a.facts.yaml", factSheet()), put("b.facts.yaml", factSheet())];
    const [two, nowhere] = await Promise.all([
      chengxin(["score", a, b, "--rubrics", rubrics, "--record", path("two.record.json")]),
      chengxin(["score", a, "--rubrics", rubrics, "--record", path("no/such/x.record.json"), "--format", "json"]),
    ]);
    expect([two.exit, two.stdout]).toEqual([2, ""]);
    expect([nowhere.exit, codesOf(findingsIn(nowhere.stdout))]).toEqual([2, ["not-written"]]);
  });

  test("--record belongs to `score` alone", async () => {
    const { exit, stdout } = await chengxin(["explain", example("exactly-80"), "--record", "x", "--format", "json"]);
    expect([exit, codesOf(findingsIn(stdout))]).toEqual([2, ["option-misplaced"]]);
  });
});
