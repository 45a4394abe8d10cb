/** `chengxin test`: golden cases on disk, what is printed of those that fail, and the exit that goes with it. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { CasesResult } from "../../src/model/cases.js";
import { chengxin, codesOf, findingsIn, patient, shipped, workplace } from "./command.js";
import { putRubrics } from "./small.js";
import { casesOf, manyCases } from "./small-cases.js";

const { path, put } = workplace();

/** Cases beside the rubrics of a folder of their own. */
function putCases(folder: string, text: string): string {
  putRubrics(put, folder);
  return put(`${folder}/small.cases.yaml`, text);
}

const resultIn = (stdout: string): CasesResult => {
  const result = JSON.parse(stdout) as CasesResult;
  expect(Object.keys(result)).toEqual(["format", "passed", "failed", "cases", "coverage"]);
  expect(result.format).toBe("chengxin/cases@1");
  return result;
};

describe.concurrent("all pass: exit 0", patient, () => {
  test("the shipped ones", async () => {
    const ended = await chengxin(["test", shipped, "--coverage", "--format", "json"]);
    expect([ended.exit, ended.stderr]).toEqual([0, ""]);
    const { passed, failed, coverage } = resultIn(ended.stdout);
    expect([passed, failed]).toEqual([948, 0]);
    // Every tier, option, item, line, condition, band and outcome of every one of them, and nine in ten boundaries.
    const gaps = coverage.flatMap(({ rubric, groups }) =>
      groups.flatMap(({ kind, percent }) =>
        percent < (kind === "boundaries" ? 90 : 100) ? [`${rubric.id}: ${kind} ${percent}%`] : [],
      ),
    );
    expect(gaps).toEqual([]);
    expect(coverage.length).toBeGreaterThanOrEqual(14);
  });

  test("of a scheme, with everything that can be expected", async () => {
    const file = putCases(
      "everything",
      casesOf(
        "{ score: 89.0, display: 89.00, outcome: passed, possible: [passed], eligibility: eligible, indicators: { A: 10, main/C: 17.5, main: 89 }, conditions: { E1: satisfied }, findings: [] }",
      ),
    );
    expect(await chengxin(["test", file])).toMatchObject({
      exit: 0,
      stdout: "cases passed: 1, failed: 0\n",
      stderr: "",
    });
  });

  test("of a sheet alone, in a folder below its rubric", async () => {
    putRubrics(put, "alone");
    const file = put(
      "alone/cases/small-sheet.cases.yaml",
      casesOf("{ score: 89, indicators: { G: 9 } }")
        .replace("scheme: small", "sheet: small-sheet")
        .replaceAll(/^ {4}(?:registered|region|code): .*\n/gm, ""),
    );
    expect(await chengxin(["test", file])).toMatchObject({ exit: 0, stderr: "" });
  });

  test("what is open, between its bounds", async () => {
    const file = putCases(
      "open",
      casesOf(
        "{ score: { least: 71.5, most: 91.5 }, indicators: { C: open, I: 10 }, outcome: undetermined }",
        "{ facts: { rate: ~ } }",
      ),
    );
    expect(await chengxin(["test", file])).toMatchObject({ exit: 0, stderr: "" });
  });

  test("a finding that is expected", async () => {
    const file = putCases("expected", casesOf("{ findings: [fact-out-of-range] }", "{ facts: { staff: -1 } }"));
    expect(await chengxin(["test", file])).toMatchObject({ exit: 0, stderr: "" });
  });
});

describe.concurrent("one fails: exit 1", patient, () => {
  const wrong = manyCases(
    { name: "对的", expect: "{ score: 89 }" },
    { name: "错的", expect: "{ indicators: { C: 18.00 }, outcome: not-passed }" },
  );

  test("with place, both values, the difference and the arithmetic", async () => {
    const file = putCases("wrong", wrong);
    const { exit, stdout } = await chengxin(["test", file]);
    expect(exit).toBe(1);
    expect(stdout.replaceAll(file, "FILE").split("\n")).toEqual([
      "✗ 错的",
      "  --> FILE:25:32  indicators/C",
      "    expected 18.00, got 17.5, difference -0.5",
      "    C Rate: 87.5 → in proportion between 0 (0) and 100 (20) → 0 + (87.5 − 0) ÷ (100 − 0) × (20 − 0) = 17.5 → 17.5 of 20 points → 17.5 in the score",
      "      standard",
      "      – Rate 0: 0 points",
      "      – Rate 100: 20 points",
      "      – in between in proportion",
      "      – beyond the ends what the ends are worth",
      "      evidence: Rate: none attached",
      "      full marks would bring 2.5 points more",
      "  --> FILE:25:50  outcome",
      "    expected not-passed, got passed",
      "",
      "cases passed: 1, failed: 1",
      "",
    ]);
  });

  test("as JSON", async () => {
    const file = putCases("wrong as JSON", wrong);
    const { exit, stdout } = await chengxin(["test", file, "--format", "json"]);
    expect(exit).toBe(1);
    const { passed, failed, cases } = resultIn(stdout);
    expect([passed, failed]).toEqual([1, 1]);
    expect(cases[1]).toMatchObject({
      file,
      name: "错的",
      status: "failed",
      differences: [
        { path: "/cases/1/expect/indicators/C", expected: "18.00", actual: "17.5", difference: "-0.5" },
        { path: "/cases/1/expect/outcome", expected: "not-passed", actual: "passed" },
      ],
    });
  });

  test("-t leaves the others out", async () => {
    const file = putCases("named", wrong);
    expect(await chengxin(["test", file, "-t", "对"])).toMatchObject({
      exit: 0,
      stdout: "cases passed: 1, failed: 0\n",
    });
    const none = await chengxin(["test", file, "-t", "没有", "--format", "json"]);
    expect([none.exit, codesOf(findingsIn(none.stdout))]).toEqual([2, ["no-case-matched"]]);
  });

  test.each([
    ["an indicator", "{ indicators: { CC: 1 } }", "{}", "expected-unknown", "22:29"],
    ["a condition", "{ conditions: { E11: failed } }", "{}", "expected-unknown", "22:29"],
    ["an outcome", "{ outcome: pased }", "{}", "expected-unknown", "22:24"],
    ["a code", "{ findings: [fact-undeclare] }", "{}", "expected-unknown", "22:25"],
    ["a fact", "{ score: 89 }", "{ facts: { licenced: true } }", "fact-undeclared", "21:23"],
    ["an entry of the defaults", "{ score: 89 }", "{ role: audited }", "", ""],
  ])("%s that nobody knows", async (what, expected, given, code, place) => {
    const file = putCases(`unknown ${what}`, casesOf(expected, given));
    const { exit, stderr } = await chengxin(["test", file]);
    expect(exit).toBe(code === "" ? 0 : 1);
    if (code !== "") expect(stderr).toContain(`error[${code}]`);
    if (place !== "") expect(stderr).toContain(`--> ${file}:${place}`);
  });
});

describe.concurrent("what cannot be run", patient, () => {
  test.each([
    ["YAML that does not parse", "kind: cases\n  bad: {", 2],
    ["no document of cases", "kind: cases\nscheme: small\ncases: []\n", 1],
    ["a scheme that is not there", casesOf("{ score: 1 }").replace("scheme: small", "scheme: large"), 2],
    ["a sheet that is not there", casesOf("{ score: 1 }").replace("scheme: small", "sheet: large"), 2],
  ])("%s", async (what, text, exit) => {
    const ended = await chengxin(["test", putCases(what, text), "--format", "json"]);
    expect(ended.exit).toBe(exit);
    expect(findingsIn(ended.stdout).counts.error).toBeGreaterThan(0);
  });

  test("a file that is not there, and a folder without cases", async () => {
    putRubrics(put, "none");
    const ended = await Promise.all(["gone.cases.yaml", "none"].map((name) => chengxin(["test", path(name)])));
    expect(ended.map(({ exit, stdout }) => [exit, stdout])).toEqual([
      [2, ""],
      [2, ""],
    ]);
  });
});

describe.concurrent("--update", patient, () => {
  const text = casesOf('{ score: "90", indicators: { C: 18.00 } }').replace(
    "    given",
    "    basis: 办法第三条 # 依据\n    given",
  );

  test("writes what came out over what was expected, and nothing else; exit 1", async () => {
    const file = putCases("update", text);
    const { exit, stdout } = await chengxin(["test", file, "--update"]);
    expect(exit).toBe(1);
    expect(stdout).toContain('"全部填报" score: "90" → "89"\n');
    expect(stdout).toContain('"全部填报" C: 18.00 → 17.50\n');
    expect(readFileSync(file, "utf8")).toBe(text.replace('"90"', '"89"').replace("18.00", "17.50"));
    expect(await chengxin(["test", file, "--update"])).toMatchObject({ exit: 0 });
  });

  test("keeps a byte order mark", async () => {
    const file = putCases("mark", `\uFEFF${text}`);
    await chengxin(["test", file, "--update"]);
    expect(readFileSync(file, "utf8")).toBe(`\uFEFF${text.replace('"90"', '"89"').replace("18.00", "17.50")}`);
  });

  test("tells every change in JSON too", async () => {
    const file = putCases("update as JSON", text);
    const { stdout } = await chengxin(["test", file, "--update", "--format", "json"]);
    expect((JSON.parse(stdout) as CasesResult).changes).toEqual([
      { file, name: "全部填报", about: "score", before: '"90"', after: '"89"' },
      { file, name: "全部填报", about: "indicators/C", before: "18.00", after: "17.50" },
    ]);
  });

  test("is refused where CI is set", async () => {
    const file = putCases("ci", text);
    const { exit, stdout, stderr } = await chengxin(["test", file, "--update"], { env: { CI: "true" } });
    expect([exit, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("error[update-refused]");
    expect(readFileSync(file, "utf8")).toBe(text);
  });
});

describe.concurrent("coverage and suggestions", patient, () => {
  test("what no case has touched is named and counted", async () => {
    const file = putCases(
      "coverage",
      manyCases(
        { name: "一", expect: "{ score: 89 }" },
        { name: "二", given: "{ facts: { staff: 9, registered: false } }", expect: "{ outcome: ineligible }" },
      ),
    );
    const { exit, stdout } = await chengxin(["test", file, "--coverage", "--format", "json"]);
    expect(exit).toBe(0);
    const [ofScheme, ofSheet] = resultIn(stdout).coverage;
    expect(ofScheme).toEqual({
      rubric: { kind: "scheme", id: "small", version: "1.0" },
      groups: [
        {
          kind: "conditions",
          covered: 4,
          total: 9,
          percent: 44,
          missing: [
            { id: "E1", what: "unknown" },
            { id: "E2", what: "failed" },
            { id: "E2", what: "unknown" },
            { id: "E3", what: "failed" },
            { id: "E3", what: "unknown" },
          ],
        },
        { kind: "outcomes", covered: 2, total: 3, percent: 66, missing: [{ id: "not-passed", what: "" }] },
      ],
    });
    expect(ofSheet!.groups.map(({ kind, covered, total }) => `${kind} ${covered}/${total}`)).toEqual([
      "tiers 3/4",
      "options 4/8",
      "lines 1/2",
      "boundaries 1/4",
    ]);
    expect(ofSheet!.groups.at(-1)!.missing).toEqual([
      { id: "B", what: "staff = 10" },
      { id: "D", what: "years = 2 < 3" },
      { id: "D", what: "years = 3" },
    ]);
    const text = await chengxin(["test", file, "--coverage", "--lang", "zh"]);
    expect(text.stdout).toContain("\n  分界值：25% (1/4)\n    没有用例 B staff = 10\n");
  });

  test("what is suggested can be pasted, passes, and closes the gaps it is about", async () => {
    const file = putCases("suggest", casesOf("{ score: 89 }"));
    const suggested = await chengxin(["test", file, "--suggest"]);
    expect([suggested.exit, suggested.stderr]).toEqual([0, ""]);
    expect(suggested.stdout.match(/- name: .*/g)).toEqual([
      "- name: B staff = 9 < 10",
      "- name: B staff = 10",
      "- name: D years = 2 < 3",
      "- name: D years = 3",
    ]);
    expect(suggested.stdout.match(/basis: .*/g)).toEqual(Array(4).fill("basis: 待确认 / to be confirmed"));
    expect(suggested.stdout).toContain("facts: { founded: 2020-11-11 } }\n    expect: { indicators: { D: 0 } }\n");
    const pasted = putCases("pasted", `${casesOf("{ score: 89 }")}${suggested.stdout}`);
    const again = await chengxin(["test", pasted, "--coverage", "--format", "json"]);
    const { passed, failed, coverage } = resultIn(again.stdout);
    expect([passed, failed]).toEqual([5, 0]);
    expect(coverage[1]!.groups.at(-1)).toEqual({ kind: "boundaries", covered: 4, total: 4, percent: 100, missing: [] });
  });
});

describe.concurrent("chengxin check", patient, () => {
  const check = (...args: string[]) => chengxin(["check", ...args, "--format", "json"]);

  test("runs the cases of a folder, and those beside a rubric; --no-cases does not", async () => {
    const file = putCases("check", casesOf("{ score: 90 }"));
    const folder = path("check");
    const ended = await Promise.all([
      check(folder),
      check(file),
      check(path("check/small.yaml"), path("check/small-sheet.yaml")),
      check(folder, "--no-cases"),
    ]);
    expect(
      ended.map(({ exit, stdout }) => [exit, codesOf(findingsIn(stdout)).filter((code) => code.startsWith("case"))]),
    ).toEqual([
      [1, ["case-differs"]],
      [1, ["case-differs"]],
      [1, ["case-differs"]],
      [0, []],
    ]);
  });
});
