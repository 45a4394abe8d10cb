/** `chengxin code`: a page for every code, a list of all of them, and help with a misspelt one. */
import { describe, expect, test } from "vitest";
import { runFiles } from "../../src/cli/run-example.js";
import { run } from "../../src/cli/run.js";
import { catalogue } from "../../src/messages/catalogue.js";
import { examples } from "../../src/messages/examples/examples.js";
import type { DiagnosticCode } from "../../src/model/codes.js";
import type { Text } from "../../src/model/diagnostic.js";
import { chengxin, workplace } from "./command.js";

workplace();

const codes = Object.keys(catalogue) as DiagnosticCode[];

interface PageDocument {
  readonly format: string;
  readonly code: string;
  readonly severity: string;
  readonly message: Text;
  readonly hint?: Text;
  readonly bad: Readonly<Record<string, string>>;
  readonly good: Readonly<Record<string, string>>;
}

async function code(...args: readonly string[]) {
  const { exit, out, err } = await run(["code", ...args]);
  expect({ exit, err }).toEqual({ exit: 0, err: "" });
  return out;
}

async function pageOf(word: string): Promise<PageDocument> {
  return JSON.parse(await code(word, "--format", "json")) as PageDocument;
}

describe("the page of a code", () => {
  test("in Chinese: the sentence, what to do, the wrong lines and the right ones, each in its place", async () => {
    expect(await code("pick-unstated", "--lang", "zh")).toBe(`pick-unstated（错误）

\`awards\` 可以有几个选项，没有说明取哪个分值
怎么改：请加 \`pick: best\`（取最高）或 \`pick: sum\`（相加）

已经写好的：
  指标表的 \`facts:\` 下面
    awards: { type: choices, title: 获得的荣誉, options: [国家级, 市级] }

错误的写法：
  指标表的一个指标里
    scoring: { rule: choice, fact: awards, points: { 国家级: 2, 市级: 1 } }

正确的写法：
  指标表的一个指标里
    scoring: { rule: choice, fact: awards, points: { 国家级: 2, 市级: 1 }, pick: best }
`);
  });

  test("in English", async () => {
    expect(await code("goal-unknown", "--lang", "en")).toBe(`goal-unknown (error)

\`pased\` is not one of the outcomes
help: did you mean \`passed\`?

what stands there already:
  at the top of the scheme
    outcomes:
      - { id: passed, title: 通过, when: { score: { at_least: 80 } } }
      - { id: failed, title: 不通过, otherwise: true }

wrong:
  at the top of the scheme
    goal: pased

right:
  at the top of the scheme
    goal: passed
`);
  });

  test("says where an example stands for something longer", async () => {
    expect(await code("derivation-too-deep", "--lang", "zh")).toMatch(/\n注：错误写法这样逐月累加到 `total24`；.*\n$/);
  });

  test("shows what cannot be seen", async () => {
    expect(await code("wide-space-indentation")).toContain("\\u{3000}");
  });

  test("shows a command as it is typed", async () => {
    expect(await code("unknown-code")).toContain("\n    chengxin code tier-gab\n");
  });

  test.each(codes)("%s has one in both languages, without gaps that only programmers can read", async (word) => {
    for (const lang of ["zh", "en"] as const) {
      const [heading, , message, ...rest] = (await code(word, "--lang", lang)).split("\n");
      expect(heading).toMatch(lang === "zh" ? /^[\w-]+（(错误|警告|提示)）$/ : /^[\w-]+ \((error|warning|info)\)$/);
      expect(message).toMatch(/\S/);
      expect(`${message} ${rest[0]}`).not.toMatch(/\{\w+\}|undefined/);
      expect(rest.filter((line) => line === (lang === "zh" ? "错误的写法：" : "wrong:"))).toHaveLength(1);
      expect(rest.filter((line) => line === (lang === "zh" ? "正确的写法：" : "right:"))).toHaveLength(1);
    }
  });
});

describe("the page of a code as JSON", () => {
  test("has whole files", async () => {
    const { bad, good, ...rest } = await pageOf("number-unit");
    expect(rest).toEqual({
      format: "chengxin/code@1",
      code: "number-unit",
      severity: "error",
      message: { zh: "数 `60分` 带了单位", en: "the number `60分` has a unit behind it" },
      hint: { zh: "请写 `60`", en: "write `60`" },
    });
    expect(Object.keys(bad)).toEqual(["sheet.yaml", "scheme.yaml", "enterprise.facts.yaml"]);
    expect(bad["sheet.yaml"]).toContain("points: 60分");
    expect(good["sheet.yaml"]).toContain("points: 60 }");
  });

  const runnable = codes.filter((word) => {
    const { given, bad, abridged } = examples[word];
    return !abridged && bad.command === undefined && (given?.value ?? bad.value) === undefined;
  });

  test("most examples can be run as they stand", () => {
    expect(runnable.length).toBeGreaterThan(codes.length * 0.7);
  });

  test.each(runnable)("%s: running the files says the very sentence, and nothing once they are right", async (word) => {
    const { message, severity, bad, good } = await pageOf(word);
    const alone = foundIn(bad).filter(({ code: found }) => found !== BESIDE[word]);
    expect(alone).toEqual([{ code: word, severity, message }]);
    expect(foundIn(good)).toEqual([]);
  });
});

/** Two versions for one day are told of the versions, too. */
const BESIDE: Readonly<Record<string, DiagnosticCode>> = { "version-ambiguous": "versions-overlap" };

function foundIn(files: PageDocument["bad"]) {
  const { "enterprise.facts.yaml": facts, "enterprise.cases.yaml": cases, ...rubrics } = files;
  const found = runFiles({ rubrics: Object.values(rubrics), facts: facts!, ...(cases !== undefined && { cases }) });
  return found.map(({ code, severity, message }) => ({ code, severity, message }));
}

describe("without a code", () => {
  test("all of them are listed once, one a line, by stage", async () => {
    const lines = (await code("--lang", "zh")).split("\n").filter((line) => line !== "");
    const listed = lines.flatMap((line) => /^ {2}([\w-]+) +\S/.exec(line)?.[1] ?? []);
    expect(listed).toEqual(codes);
    expect(lines.filter((line) => !line.startsWith("  "))).toEqual([
      "读取文件",
      "检查每个文件的内容",
      "把评价方案与指标表连接起来",
      "按填报表计分",
      "测试用例",
      "命令行",
      "各个阶段",
    ]);
  });

  test("as JSON, with the stage of each", async () => {
    const list = JSON.parse(await code("--format", "json")) as { format: string; codes: Record<string, unknown>[] };
    expect(list.format).toBe("chengxin/codes@1");
    expect(list.codes.map((entry) => entry["code"])).toEqual(codes);
    expect(list.codes.find((entry) => entry["code"] === "tier-overlap")).toEqual({
      code: "tier-overlap",
      stage: "validate",
      severity: "error",
      message: {
        zh: "`…` 为 … 时落在两档里：`…` 与 `…`",
        en: "two tiers hold `…` at …: `…` and `…`",
      },
    });
  });
});

describe("the built command", () => {
  test("prints the page and ends with 0", async () => {
    const { exit, stdout, stderr } = await chengxin(["code", "tier-overlap", "--lang", "en"]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(stdout).toMatch(/^tier-overlap \(error\)\n/);
  });

  test("answers a misspelt code with the nearest", async () => {
    const { exit, stdout, stderr } = await chengxin(["code", "tier-gab", "--lang", "en"]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
    expect(stderr).toMatch(/^error\[unknown-code\] there is no code `tier-gab`\n/);
    expect(stderr).toMatch(/help: .*`tier-gap`.*`chengxin code`\n$/);
  });

  test("takes one code at a time", async () => {
    const { exit, stdout, stderr } = await chengxin(["code", "tier-gap", "tier-overlap", "--lang", "en"]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
    expect(stderr).toMatch(/^error\[too-many-arguments\] `code` takes one CODE at a time, and here are 2\n/);
  });

  test.each(["constructor", "__proto__", "toString"])("has no code that every object has: %s", async (word) => {
    const { exit, stderr } = await chengxin(["code", word, "--lang", "en"]);
    expect(exit).toBe(2);
    expect(stderr).toContain("error[unknown-code]");
  });
});
