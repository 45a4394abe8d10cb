/** `chengxin redact`: a record without what is personal, and a file for its owner alone. */
import { readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isRevealed } from "../../src/index.js";
import type { Revelation } from "../../src/model/record.js";
import { chengxin, codesOf, findingsIn, patient, workplace } from "./command.js";
import { factSheet, putRubrics, scheme, sheet } from "./small.js";

const { path, put } = workplace();

/** A record of which the rate is personal, and the region that a condition asks. */
async function recorded(name: string): Promise<string> {
  const rubrics = putRubrics(put, name);
  put(`${name}/small.yaml`, scheme.replace("title: Region }", "title: Region, personal: true }"));
  put(`${name}/small-sheet.yaml`, sheet.replace("title: Rate,", "title: Rate, personal: true,"));
  const facts = put(`${name}.facts.yaml`, factSheet({ facts: { rate: "{ value: 87.5, evidence: [paper-4711] }" } }));
  const file = path(`${name}.record.json`);
  const ended = await chengxin(["score", facts, "--rubrics", rubrics, "--record", file]);
  expect(ended.exit).toBe(0);
  return file;
}

describe("chengxin redact", patient, () => {
  test("prints what can be published, and keeps the rest for its owner", async () => {
    const record = await recorded("open");
    const salts = path("open.salts.json");
    const { exit, stdout, stderr } = await chengxin(["redact", record, "--salts", salts]);
    expect([exit, stderr]).toEqual([0, ""]);
    expect(readFileSync(record, "utf8")).toMatch(/"87\.5"[^]*paper-4711/);
    expect(stdout).not.toMatch(/"87\.5"|paper-4711/);

    const {
      format,
      record: of,
      revelations,
    } = JSON.parse(readFileSync(salts, "utf8")) as {
      format: string;
      record: string;
      revelations: readonly Revelation[];
    };
    expect([format, of]).toEqual(["chengxin/revelations@1", JSON.parse(stdout).digests.record]);
    expect(revelations.map((each) => isRevealed(JSON.parse(stdout), each))).toEqual([true, true, true]);
    if (process.platform !== "win32") expect(statSync(salts).mode & 0o777).toBe(0o600);

    const published = put("published.record.json", stdout);
    const replayed = await chengxin(["replay", published, "--audit", "--lang", "en"]);
    expect(replayed.exit).toBe(2);
    expect(replayed.stdout).toMatch(/^NOT_REPLAYABLE .*\n {2}at \/inputs\/facts\/\d\n[^]*checked by itself: all \d+/);
  });

  test("twice gives other salts, and writes over nothing", async () => {
    const record = await recorded("twice");
    const [first, second] = [path("first.json"), path("second.json")];
    const one = await chengxin(["redact", record, "--salts", first]);
    const kept = readFileSync(first, "utf8");
    const again = await chengxin(["redact", record, "--salts", first, "--lang", "en"]);
    expect([again.exit, again.stdout, readFileSync(first, "utf8")]).toEqual([2, "", kept]);
    expect(again.stderr).toContain("EEXIST");
    const two = await chengxin(["redact", record, "--salts", second]);
    expect(JSON.parse(two.stdout).redacted.of).not.toBe(JSON.parse(one.stdout).redacted.of);
  });

  test.each<[string, () => Promise<readonly string[]>, string]>([
    ["without a place for the salts", async () => [await recorded("bare")], "missing-argument"],
    ["what is no record", async () => [put("x.json", "{}"), "--salts", path("x.salts")], "not-redactable"],
    ["two at once", async () => ["a.json", "b.json", "--salts", path("x.salts")], "too-many-arguments"],
    [
      "one that was altered",
      async () => {
        const text = readFileSync(await recorded("altered"), "utf8");
        return [put("altered.json", text.replace('"role": "self"', '"role": "audited"')), "--salts", path("x.salts")];
      },
      "not-redactable",
    ],
  ])("%s: exit 2", async (_, of, code) => {
    const { exit, stdout } = await chengxin(["redact", ...(await of()), "--format", "json"]);
    expect([exit, codesOf(findingsIn(stdout))]).toEqual([2, [code]]);
  });
});
