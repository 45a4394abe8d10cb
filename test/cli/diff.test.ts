/** `chengxin diff`: what parts two records, and two versions of a rubric. */
import { describe, expect, test } from "vitest";
import type { RecordDifference } from "../../src/model/difference.js";
import type { RubricDifference } from "../../src/model/rubric-difference.js";
import { type Ended, chengxin, codesOf, findingsIn, patient, workplace } from "./command.js";
import { type Change, factSheet, putRubrics, scheme, sheet } from "./small.js";

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

describe.concurrent("two versions of a rubric", patient, () => {
  const later = sheet.replace("{ below: 10, points: 5 }", "{ below: 10, points: 3 }");
  const raised = scheme.replace("at_least: 80", "at_least: 85");

  test("what changed, and whose verdict flips: exit 1", async () => {
    const rubrics = putRubrics(put, "versions");
    const now = put("versions-new/small-sheet.yaml", later);
    // 10 + 5 + 12.5 + 10 + 5 + 10 + 10 + 7.5 + 10 = 80
    put(
      "firms/a.facts.yaml",
      factSheet({ facts: { staff: "9", grade: "B", awards: "[state]", rate: "62.5", fines: "[]" } }),
    );
    put("firms/b.facts.yaml", factSheet());
    put("firms/c.facts.yaml", factSheet({ sections: { scheme: "lost" } }));
    put("firms/d.facts.yaml", "kind: facts\nscheme: small\n");
    const asked = [`${rubrics}/small-sheet.yaml`, now, "--rubrics", rubrics, "--facts", path("firms")] as const;
    const [text, json] = await Promise.all([diff(...asked, "--lang", "en"), diff(...asked, "--format", "json")]);
    const lines = text.stdout.replaceAll(path(""), "").split("\n");
    expect([text.exit, text.stderr, json.exit]).toEqual([1, "", 1]);
    expect(lines.slice(0, 6)).toEqual([
      "old: sheet small-sheet 1.0  Small sheet",
      "new: sheet small-sheet 1.0  Small sheet",
      "",
      "one change:",
      "  indicators",
      "    B Staff: tier “< 10”, points 5 → 3",
    ]);
    const { format, changes, total, flips, impact } = JSON.parse(json.stdout) as RubricDifference;
    expect([format, total]).toEqual(["chengxin/diff@1", null]);
    expect(changes).toEqual([
      {
        kind: "points",
        rubric: "small-sheet",
        about: "indicator",
        subject: "B",
        title: "Staff",
        at: [
          { key: "scoring", entry: null },
          { key: "tiers", entry: "< 10" },
          { key: "points", entry: null },
        ],
        before: "5",
        after: "3",
        points: null,
      },
    ]);
    expect(flips.map(({ file, from, to }) => [file, from, to])).toEqual([
      [path("firms/a.facts.yaml"), "passed", "not-passed"],
    ]);
    const { unscored, down, ...counts } = impact!;
    expect([counts, down]).toEqual([
      { sheets: 4, flipped: 1, moved: 0, same: 1, elsewhere: 0, up: null },
      { file: path("firms/a.facts.yaml"), points: "-2" },
    ]);
    expect(unscored.map(({ file, findings }) => [file, findings[0]!.code])).toEqual([
      [path("firms/c.facts.yaml"), "scheme-not-found"],
      [path("firms/d.facts.yaml"), "missing-key"],
    ]);
  });

  test("two folders, in Chinese", async () => {
    const old = putRubrics(put, "folder-old");
    const now = putRubrics(put, "folder-new");
    put("folder-new/small.yaml", raised);
    const { exit, stdout } = await diff(old, now, "--lang", "zh");
    expect([exit, stdout.split("\n").slice(5)]).toEqual([
      1,
      ["1 处改动：", "  small：结论", "    passed：条件的得分 ≥ 80 → ≥ 85", ""],
    ]);
  });

  test("written in another way, one of them on standard input: exit 0", async () => {
    const file = put("same/small.yaml", scheme);
    const rewritten = `# 2024\n${scheme.replace("points: 100", "points: 100.0")}`;
    const { exit, stdout } = await chengxin(["diff", file, "-", "--lang", "en"], { input: rewritten });
    expect([exit, stdout.split("\n").slice(3)]).toEqual([0, ["Both say the same.", ""]]);
  });

  test("what cannot be compared: exit 2, nothing but what is wrong", async () => {
    const rubrics = putRubrics(put, "mixed");
    const [one, other] = [`${rubrics}/small-sheet.yaml`, `${rubrics}/small.yaml`];
    const broken = put("broken/small.yaml", scheme.replace("points: 100", "points: ten"));
    const record = await recorded("mixed", rubrics);
    const none = put("none/readme.txt", "none").replace(/[\\/]readme\.txt$/, "");
    const ended = await Promise.all([
      diff(one, other, "--format", "json"),
      diff(record, other, "--format", "json"),
      diff(rubrics, other, "--format", "json"),
      diff(other, broken, "--format", "json"),
      diff(none, rubrics, "--format", "json"),
      diff(other, path("gone.yaml"), "--format", "json"),
      diff(other, other, "--facts", none, "--format", "json"),
      diff(record, record, "--facts", none, "--format", "json"),
      chengxin(["score", "--facts", none, "--format", "json", one]),
    ]);
    expect(ended.map(({ exit, stdout }) => [exit, ...codesOf(findingsIn(stdout))])).toEqual([
      [2, "not-two-versions"],
      [2, "not-two-versions"],
      [2, "not-two-versions"],
      [2, "not-a-number"],
      [2, "nothing-matched"],
      [2, "unreadable-file"],
      [2, "nothing-matched"],
      [2, "option-misplaced"],
      [2, "option-misplaced"],
    ]);
  });
});
