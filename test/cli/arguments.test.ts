/** What is written behind `chengxin`: verbs, options, values, and how a mistake in them is answered. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { assessmentIn, chengxin, codesOf, example, findingsIn, patient, workplace } from "./command.js";
import { factSheet, putRubrics } from "./small.js";

const { path, put } = workplace();
let rubrics = "";
let facts = "";
beforeAll(() => {
  rubrics = putRubrics(put);
  put("o/x", "");
  facts = put("good.facts.yaml", factSheet());
});

describe.concurrent("usage errors: exit 2, nothing on stdout, one finding", patient, () => {
  test.each<[string, string[], string, string]>([
    // What was wrong, and words that the answer must hold.
    ["no verb", [], "missing-argument", "check score"],
    ["a verb that does not exist", ["grade", "x"], "unknown-verb", "check score"],
    ["a misspelt verb", ["scor", "x"], "unknown-verb", "score"],
    ["a verb with other letters", ["SCORE", "x"], "unknown-verb", "score"],
    ["a verb that every object has", ["constructor", "x"], "unknown-verb", "check score"],
    ["a verb named __proto__", ["__proto__"], "unknown-verb", "check score"],
    ["score without a file", ["score"], "missing-argument", "score"],
    ["check without a file", ["check"], "missing-argument", "check"],
    ["a misspelt option", ["score", "x", "--fromat", "json"], "unknown-option", "--format"],
    ["an option misspelt with =", ["score", "x", "--ruprics=y"], "unknown-option", "--rubrics"],
    ["a negated option", ["score", "x", "--no-format"], "unknown-option", "--format"],
    ["a short option", ["score", "x", "-x"], "unknown-option", "`-x`"],
    ["a file named like an option", ["score", "-dash.facts.yaml"], "unknown-option", "-d"],
    ["an option that every object has", ["score", "x", "--constructor"], "unknown-option", "--constructor"],
    ["an option named __proto__", ["score", "x", "--__proto__=1"], "unknown-option", "--__proto__"],
    ["an option named toString", ["score", "--toString", "x"], "unknown-option", "--toString"],
    ["a format that does not exist", ["score", "x", "--format", "xml"], "bad-option-value", "text json"],
    ["an empty format", ["score", "x", "--format="], "missing-argument", "--format"],
    ["a format that every object has", ["score", "x", "--format", "constructor"], "bad-option-value", "text json"],
    ["a language that we do not speak", ["score", "x", "--lang", "fr"], "bad-option-value", "zh en"],
    ["a level that does not exist", ["score", "x", "--fail-on", "maybe"], "bad-option-value", "error warning never"],
    ["no format behind --format", ["score", "x", "--format"], "missing-argument", "--format"],
    ["no file behind --output", ["score", "x", "--output"], "missing-argument", "--output"],
    ["no folder behind --rubrics", ["score", "x", "--rubrics"], "missing-argument", "--rubrics"],
    ["no language behind --lang", ["check", "x", "--lang"], "missing-argument", "--lang"],
    ["no level behind --fail-on", ["check", "x", "--fail-on"], "missing-argument", "--fail-on"],
    ["an option in place of a file", ["score", "x", "--output", "--format", "text"], "missing-argument", "--output"],
    ["an option in place of a folder", ["score", "x", "--rubrics", "--lang", "en"], "missing-argument", "--rubrics"],
    ["the end of options in place of a folder", ["score", "--rubrics", "--", "x"], "missing-argument", "--rubrics"],
  ])("%s", async (_, args, code, named) => {
    const { exit, stdout, stderr } = await chengxin(args);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
    expect(stderr).toContain(`error[${code}] `);
    expect(stderr.match(/^error\[/gm)).toHaveLength(1);
    for (const word of named.split(" ")) expect(stderr).toContain(word);
  });

  test.each([
    ["--help=yes", ["score", "x", "--help=yes"]],
    ["--version=1", ["--version=1"]],
    ["--no-color=1", ["score", "x", "--no-color=1"]],
  ])("%s: an option that takes no value was given one", async (_, args) => {
    const { exit, stdout, stderr } = await chengxin(args);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
    expect(stderr).not.toContain("unreadable-file");
  });

  test.each([[["score", "x", "-x"]], [["score", "x", "--quite-something-else"]]])(
    "%j: no empty list of suggestions",
    async (args) => {
      const { stderr } = await chengxin(args);
      expect(stderr).not.toMatch(/nearest are: *[;\n]/);
    },
  );

  test.each([
    ["before the mistake", ["--format", "json", "score", "x", "--wat"]],
    ["behind it", ["score", "x", "--wat", "--format=json"]],
    ["beside an unknown verb", ["scor", "--format", "json"]],
    ["beside another bad value", ["score", "x", "--format", "json", "--lang", "fr"]],
  ])("with --format json %s: one findings object", async (_, args) => {
    const { exit, stdout, stderr } = await chengxin(args);
    expect(exit).toBe(2);
    expect(findingsIn(stdout).counts).toEqual({ error: 1, warning: 0, info: 0 });
    expect(stderr).toMatch(/^error\[/);
  });

  test("in the language asked for, also where the mistake is elsewhere", async () => {
    const [zh, en, variable] = await Promise.all([
      chengxin(["scor", "--lang", "zh"]),
      chengxin(["scor", "--lang=en"], { env: { LANG: "zh_CN.UTF-8" } }),
      chengxin(["scor"], { env: { LANG: "zh_CN.UTF-8" } }),
    ]);
    expect(zh.stderr).toContain("错误[unknown-verb] 没有 `scor` 这个命令");
    expect(en.stderr).toContain("error[unknown-verb] there is no command `scor`");
    expect(variable.stderr).toBe(zh.stderr);
  });
});

describe.concurrent("options", patient, () => {
  const score = (...args: string[]) => chengxin(["score", facts, "--rubrics", rubrics, ...args]);

  test("may stand anywhere, with a space or =", async () => {
    const results = await Promise.all([
      score("--format", "json"),
      score("--format=json"),
      chengxin(["--format=json", `--rubrics=${rubrics}`, "score", facts]),
      chengxin(["score", "--format", "json", "--rubrics", rubrics, "--", facts]),
      chengxin(["--lang", "zh", "--no-color", "score", "--format", "json", facts, "--rubrics", rubrics]),
    ]);
    expect(results.map(({ exit }) => exit)).toEqual([0, 0, 0, 0, 0]);
    expect(new Set(results.map(({ stdout }) => stdout)).size).toBe(1);
    assessmentIn(results[0]!.stdout);
  });

  test("said twice, the last one holds, for results and for findings", async () => {
    const [result, finding] = await Promise.all([
      score("--format", "json", "--format", "text", "--lang", "zh", "--lang", "en"),
      chengxin(["score", path("nowhere"), "--format", "json", "--format", "text", "--lang", "zh", "--lang", "en"]),
    ]);
    expect(result.stdout).toContain("outcome: passed");
    expect({ exit: finding.exit, stdout: finding.stdout }).toEqual({ exit: 2, stdout: "" });
    expect(finding.stderr).toContain("cannot be read");
  });

  test("behind -- are names of files", async () => {
    const { exit, stdout, stderr } = await chengxin(["score", "--", "--format", "json"]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
    expect(stderr).toContain("`--format` cannot be read");
  });

  test("--lang decides the language of text and findings, not of JSON", async () => {
    const wrong = put("wrong.facts.yaml", factSheet({ facts: { staff: "-3" } }));
    const ask = (lang: string, format: string) =>
      chengxin(["score", wrong, "--rubrics", rubrics, "--lang", lang, "--format", format]);
    const [zh, en, zhJson, enJson] = await Promise.all([
      ask("zh", "text"),
      ask("en", "text"),
      ask("zh", "json"),
      ask("en", "json"),
    ]);
    expect(zh.stdout).toContain("小评价");
    expect(zh.stderr).toContain("错误[fact-out-of-range]");
    expect(en.stdout).toContain("Small evaluation");
    expect(en.stderr).toContain("error[fact-out-of-range]");
    expect(enJson.stdout).toBe(zhJson.stdout);
    expect(enJson.stderr).toBe(en.stderr);
  });

  test.each([
    [{ LANG: "zh_CN.UTF-8" }, "结论："],
    [{ LANG: "en_US.UTF-8", LC_ALL: "zh_CN.UTF-8" }, "结论："],
    [{ LANG: "zh_CN.UTF-8", LC_MESSAGES: "en_GB.UTF-8" }, "outcome: "],
    [{ LANG: "zh_CN.UTF-8", LC_ALL: "C" }, "outcome: "],
    [{ LANG: "zh_CN.UTF-8", LC_ALL: "" }, "结论："],
    [{ LANG: "de_DE.UTF-8" }, "outcome: "],
  ])("without --lang the environment %j decides", async (env, word) => {
    const { exit, stdout } = await chengxin(["score", facts, "--rubrics", rubrics], { env });
    expect(exit).toBe(0);
    expect(stdout).toContain(word);
  });
});

describe.concurrent("--output", patient, () => {
  const score = (file: string, ...args: string[]) => chengxin(["score", file, "--rubrics", rubrics, ...args]);

  test.each(["text", "json"])("takes the %s away from stdout, byte for byte", async (format) => {
    const out = path(`result.${format}`);
    const [kept, printed] = await Promise.all([
      score(facts, "--format", format, "--output", out),
      score(facts, "--format", format),
    ]);
    expect(kept).toEqual({ exit: 0, stdout: "", stderr: "" });
    expect(printed.exit).toBe(0);
    expect(readFileSync(out, "utf8")).toBe(printed.stdout);
  });

  test("of a check takes its findings", async () => {
    const out = path("check.json");
    const result = await chengxin(["check", rubrics, "--format", "json", "--output", out]);
    expect(result).toEqual({ exit: 0, stdout: "", stderr: "" });
    expect(findingsIn(readFileSync(out, "utf8")).counts.error).toBe(0);
  });

  test("with wrong facts: the assessment is in the file, the findings on stderr, the exit 1", async () => {
    const wrong = put("output-wrong.facts.yaml", factSheet({ facts: { staff: "-3" } }));
    const result = await score(wrong, "--format", "json", "--output", path("wrong.json"));
    expect([result.exit, result.stdout]).toEqual([1, ""]);
    expect(result.stderr).toContain("fact-out-of-range");
    expect(codesOf(assessmentIn(readFileSync(path("wrong.json"), "utf8")))).toEqual(["fact-out-of-range"]);
  });

  test("without a result, as text: no file", async () => {
    const broken = put("output-broken.facts.yaml", "{");
    const result = await score(broken, "--output", path("broken.txt"));
    expect([result.exit, result.stdout]).toEqual([2, ""]);
    expect(existsSync(path("broken.txt"))).toBe(false);
  });

  test("without a result, as JSON: the findings are where the result would be, whatever was wrong", async () => {
    const broken = put("output-broken.facts.yaml", "{");
    const [unparsed, unread] = await Promise.all([
      score(broken, "--format", "json", "--output", path("unparsed.json")),
      score(path("nowhere"), "--format", "json", "--output", path("unread.json")),
    ]);
    expect([unparsed.exit, unread.exit]).toEqual([2, 2]);
    expect([unparsed.stdout !== "", existsSync(path("unparsed.json"))]).toEqual([
      unread.stdout !== "",
      existsSync(path("unread.json")),
    ]);
  });

  test.each([
    ["a folder", () => rubrics],
    ["below a folder that does not exist", () => path("no/such/folder.json")],
    ["nothing", () => ""],
  ])("to %s: exit 2, and the result is not printed instead", async (_, target) => {
    const result = await score(facts, `--output=${target()}`);
    expect([result.exit, result.stdout]).toEqual([2, ""]);
    expect(result.stderr).toMatch(/^error\[(?:not-written|missing-argument|bad-option-value)\] /);
  });

  test("may have a name with dashes, spaces and Chinese", async () => {
    const result = await chengxin(["score", facts, "--rubrics", rubrics, "--output=--结 果.txt"], { cwd: path("o") });
    expect([result.exit, result.stdout]).toEqual([0, ""]);
    expect(readdirSync(path("o"))).toContain("--结 果.txt");
  });
});

describe.concurrent("--help and --version", patient, () => {
  test.each([["--help"], ["score", "--help"], ["check", "--help"], ["--help", "score"]])(
    "%s %s in both languages",
    async (...args) => {
      const [zh, en] = await Promise.all([chengxin([...args, "--lang", "zh"]), chengxin([...args, "--lang", "en"])]);
      for (const { exit, stderr, stdout } of [zh, en]) {
        expect([exit, stderr]).toEqual([0, ""]);
        for (const word of ["chengxin", "--format", "--output", "--lang", "--fail-on", "--no-color"])
          expect(stdout).toContain(word);
      }
      expect(zh.stdout).toContain("通用选项");
      expect(en.stdout).toContain("common options");
      // No line too wide for a terminal.
      expect(en.stdout.split("\n").filter((line) => line.length > 120)).toEqual([]);
    },
  );

  test("--help asks for no file and reads none", async () => {
    const { exit, stderr } = await chengxin(["score", path("nowhere"), "--help"]);
    expect([exit, stderr]).toEqual([0, ""]);
  });

  test("--version is one line", async () => {
    const { exit, stdout, stderr } = await chengxin(["--version"]);
    expect([exit, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

test("without --rubrics the shipped rubrics are used, wherever one stands", patient, async () => {
  const { exit, stdout } = await chengxin(["score", example("strong"), "--format", "json"], { cwd: "/" });
  expect(exit).toBe(0);
  expect(assessmentIn(stdout).scheme.id).toBe("gongzhu-2023");
});
