/** `chengxin explain` and `chengxin list`. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { run } from "../../src/cli/run.js";
import { chengxin, example, patient, workplace } from "./command.js";

const { path, put } = workplace();

describe.concurrent("chengxin explain", patient, () => {
  test("tells the whole story, the verdict before the figures", async () => {
    const { exit, stdout, stderr } = await chengxin(["explain", example("exactly-80"), "--lang", "zh"]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(stdout).toContain(
      "\n结论\n  可进入专家评审程序（expert-review），依据 六（二）。\n  得分 80 分，正好在 80 分的门槛上。\n",
    );
    expect(stdout.indexOf("结论")).toBeLessThan(stdout.indexOf("A1.1 持续经营年限"));
    expect(stdout).toContain("→ [5, 10) 档 → 1.5 / 2 分 → 计入总分 15/14（约 1.0714）");
    expect(stdout.endsWith("\n合计\n  793/14 + 327/14 = 80\n")).toBe(true);
  });

  test("says in words that 80.00 is shown and less is meant", async () => {
    const { stdout } = await chengxin(["explain", example("just-below-80"), "--lang", "zh"]);
    expect(stdout).toContain("  得分 55997/700 分（约 79.9957），低于 80 分的门槛，差 3/700 分（约 0.0043）。\n");
    expect(stdout).toContain("  显示为 80.00，但准确的得分是 79.99…，比 80 小，没有达到门槛。\n");
  });

  test("tells one indicator with its standard and its evidence", async () => {
    const { stdout } = await chengxin(["explain", example("strong"), "--lang", "zh", "--indicator", "A1.1"]);
    expect(stdout).toContain("– 持续经营的整年数 [5, 10)：1.5 分\n");
    expect(stdout).toContain("· 佐证：成立日期（营业执照）：营业执照\n");
    expect(stdout).not.toContain("A1.2");
    const full = await chengxin(["explain", example("strong"), "--lang", "zh", "--indicator", "base/A1.1"]);
    expect(full.stdout).toBe(stdout);
  });

  test("suggests an indicator for one that is not there", async () => {
    const { exit, stdout, stderr } = await chengxin([
      "explain",
      example("strong"),
      "--lang",
      "en",
      "--indicator",
      "A1.9",
    ]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
    expect(stderr).toBe(
      "error[unknown-indicator] there is no indicator `A1.9`, or several sheets have one\n  = help: write one of: `A1.1`, `A1.2`, `A1.3`\n",
    );
  });

  test("of a record tells what it tells of the facts", async () => {
    const record = path("exactly-80.record.json");
    await chengxin(["score", example("exactly-80"), "--record", record]);
    const of = async (file: string, ...args: string[]) => chengxin(["explain", file, "--lang", "zh", ...args]);
    const [facts, stored] = await Promise.all([of(example("exactly-80")), of(record)]);
    expect(stored).toEqual(facts);
    const one = await Promise.all([
      of(example("exactly-80"), "--indicator", "C3.1"),
      of(record, "--indicator", "C3.1"),
    ]);
    expect(one[1]).toEqual(one[0]);
  });

  test("of a record that was altered tells nothing: exit 1", async () => {
    const record = path("altered.record.json");
    await chengxin(["score", example("exactly-80"), "--record", record]);
    const text = readFileSync(record, "utf8").replace('"exact": "80"', '"exact": "81"');
    const { exit, stdout, stderr } = await chengxin(["explain", put("altered.record.json", text), "--lang", "en"]);
    expect([exit, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("error[record-refused]");
    expect(stderr).toContain("RECORD_ALTERED");
  });

  test("prints the story as data", async () => {
    const { exit, stdout } = await chengxin(["explain", example("ineligible"), "--format", "json", "--lang", "en"]);
    const story = JSON.parse(stdout) as {
      format: string;
      lang: string;
      reasons: readonly { code: string; params: object }[];
    };
    expect({ exit, format: story.format, lang: story.lang }).toEqual({
      exit: 0,
      format: "chengxin/explanation@1",
      lang: "en",
    });
    expect(story.reasons.map(({ code }) => code).slice(0, 3)).toEqual([
      "outcome-excluded",
      "outcome-holds",
      "condition-failed",
    ]);
    expect(story.reasons[2]?.params).toEqual({ condition: "E1" });
  });

  test("goes on after a broken file, and ends as the worst of them", async () => {
    const { exit, stdout, stderr } = await chengxin([
      "explain",
      example("strong"),
      "no-such.facts.yaml",
      "--lang",
      "en",
    ]);
    expect(exit).toBe(2);
    expect(stdout).toContain("the score is 94.235 points");
    expect(stderr).toMatch(/^error\[unreadable-file\] `no-such\.facts\.yaml`/);
  });
});

describe("chengxin list", () => {
  test("names the shipped rubrics, drafts as drafts", async () => {
    const { exit, out, err } = await run(["list", "--lang", "zh"]);
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toMatch(/评价方案 +gongzhu-2023 +2023\.1 +2023年度北京市共铸诚信企业征集评价\n/);
    expect(out).toMatch(/指标表 base +gongzhu-base-2023 +2023\.1 +草拟 +/);
  });

  test("as data, schemes before sheets", async () => {
    const { out } = await run(["list", "--format", "json"]);
    const { format, rubrics } = JSON.parse(out) as { format: string; rubrics: readonly { kind: string; id: string }[] };
    expect(format).toBe("chengxin/list@1");
    const kinds = rubrics.map(({ kind }) => kind);
    expect(kinds).toEqual([...kinds].sort());
    const wanted = { kind: "scheme", category: null, id: "gongzhu-2023", version: "2023.1", status: "official" };
    expect(rubrics).toContainEqual(expect.objectContaining(wanted));
  });

  test("takes no words, and an option of another command is told where it belongs", async () => {
    expect((await run(["list", "rubrics", "--lang", "en"])).err).toBe(
      "error[stray-argument] `list` takes no `rubrics` behind it\n  = help: write `chengxin list --rubrics rubrics`\n",
    );
    expect((await run(["list", "--indicator", "A", "--lang", "en"])).err).toBe(
      "error[option-misplaced] `list` has no option `--indicator`\n  = help: the option belongs to: `explain`, `answer`\n",
    );
  });
});

test("`check` goes on after a path that is not there, and cannot do the job", async () => {
  const { exit, out } = await run(["check", "no-such.yaml", "rubrics/schemes", "rubrics/sheets", "--lang", "en"]);
  expect(exit).toBe(2);
  expect(out).toMatch(/^error\[unreadable-file\] `no-such\.yaml`/);
  expect(out).toMatch(/files checked: 31, errors: 1, warnings: 0\n$/);
});
