/** `chengxin diff`: what parts two records. */
import { describe, expect, test } from "vitest";
import type { RecordDifference } from "../../src/model/difference.js";
import { type Ended, chengxin, codesOf, findingsIn, patient, workplace } from "./command.js";
import { type Change, factSheet, putRubrics, sheet } from "./small.js";

const { path, put } = workplace();

const recorded = async (name: string, rubrics: string, change: Change = {}): Promise<string> => {
  const file = path(`${name}.record.json`);
  const facts = put(`${name}.facts.yaml`, factSheet(change));
  expect((await chengxin(["score", facts, "--rubrics", rubrics, "--record", file])).exit).toBe(0);
  return file;
};
const diff = (...args: string[]): Promise<Ended> => chengxin(["diff", ...args]);

describe.concurrent("two records", patient, () => {
  test("by cause and by indicator: exit 1", async () => {
    const rubrics = putRubrics(put, "old");
    const changed = putRubrics(put, "new");
    put("new/small-sheet.yaml", sheet.replace("{ below: 10, points: 5 }", "{ below: 10, points: 3 }"));
    const [old, now] = await Promise.all([
      recorded("a", rubrics),
      recorded("b", changed, { facts: { staff: "9" }, sections: { role: "audited" } }),
    ]);
    const { exit, stdout } = await diff(old, now, "--lang", "en");
    const lines = stdout.split("\n");
    expect([exit, lines.slice(0, 5)]).toEqual([
      1,
      [
        "old: small 1.0  2023-11-10  self  89, passed, eligible",
        "new: small 1.0  2023-11-10  audited  82, passed, eligible",
        "difference of the scores: −7",
        "",
        "by cause, one after the other:",
      ],
    ]);
    for (const line of ["  facts: −5", "    fact staff: 12 → 9", "  rubric: −2", "    from main/B: 5 / 10 → 3 / 10"])
      expect(lines).toContain(line);
    expect(lines).toContain("  date and role: 0");
    expect(stdout).toMatch(/^main\/B +Staff +10 +3 +−7$/m);
    expect(stdout).toMatch(/^sum +−7$/m);
    const json = await diff(old, now, "--format", "json");
    const { format, total, steps, flips } = JSON.parse(json.stdout) as RecordDifference;
    expect([json.exit, format, total, flips]).toEqual([1, "chengxin/diff@1", "-7", []]);
    expect(steps.map(({ points }) => points)).toEqual(["-5", "-2", "0"]);
  });

  test("that are the same: exit 0", async () => {
    const rubrics = putRubrics(put, "same");
    const record = await recorded("same", rubrics);
    const { exit, stdout } = await diff(record, record, "--lang", "zh");
    expect([exit, stdout.split("\n").slice(2)]).toEqual([
      0,
      ["总分之差：0", "", "填报内容、标准、评价日和角色都相同。", "", "各指标的得分都相同。", ""],
    ]);
  });

  test("one of which is none, one alone, and three: exit 2, nothing printed", async () => {
    const record = await recorded("alone", putRubrics(put, "alone"));
    const none = put("none.record.json", "{}");
    const ended = await Promise.all([
      diff(record, none, "--format", "json"),
      diff(record, "--format", "json"),
      diff(record, record, record, "--format", "json"),
    ]);
    expect(ended.map(({ exit, stdout }) => [exit, ...codesOf(findingsIn(stdout))])).toEqual([
      [2, "no-difference"],
      [2, "missing-argument"],
      [2, "too-many-arguments"],
    ]);
  });
});
