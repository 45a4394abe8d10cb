/** `chengxin check`: everything that can be said against files and folders, and the exit that goes with it. */
import { mkdirSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Ended, chengxin, codesOf, findingsIn, patient, shell, shipped, workplace } from "./command.js";
import { factSheet, putRubrics, scheme, sheet } from "./small.js";
import { casesOf } from "./small-cases.js";

const { path, put } = workplace();

const checked = (...args: string[]): Promise<Ended> => chengxin(["check", ...args, "--format", "json"]);

describe.concurrent("clean: exit 0", patient, () => {
  test("the shipped rubrics with their examples", async () => {
    const [asText, asJson] = await Promise.all([chengxin(["check", shipped]), checked(shipped)]);
    expect([asText.exit, asText.stderr, asJson.exit, asJson.stderr]).toEqual([0, "", 0, ""]);
    expect(asText.stdout).toMatch(/^files checked: \d+, errors: 0, warnings: 0\n$/);
    expect(findingsIn(asJson.stdout).counts).toMatchObject({ error: 0, warning: 0 });
  });

  test.each<[string, () => string[]]>([
    ["a folder of rubrics", () => [putRubrics(put, "good")]],
    ["a scheme, its sheet and a fact sheet, by name", () => good("named")],
    ["a folder that holds all of them", () => [(good("all"), path("all"))]],
    ["a scheme alone, with its sheet beside it", () => [(putRubrics(put, "beside"), path("beside/small.yaml"))]],
    ["a sheet alone", () => [put("alone/small-sheet.yaml", sheet)]],
    ["a fact sheet, with --rubrics", () => [put("a.facts.yaml", factSheet()), "--rubrics", putRubrics(put, "for a")]],
    [
      "an open fact sheet",
      () => [put("open.facts.yaml", factSheet({ facts: { rate: null } })), "--rubrics", putRubrics(put, "for open")],
    ],
    ["Chinese names and spaces", () => [(good("名 称/子 目录"), path("名 称"))]],
    [
      "the generated JSON Schema beside them",
      () => [(put("s/rubric.v1.json", '{ "$schema": "x" }'), putRubrics(put, "s"))],
    ],
    ["golden cases beside them", () => [(put("c/small.cases.yaml", casesOf("{ score: 89 }")), putRubrics(put, "c"))]],
  ])("%s", async (_, args) => {
    const { exit, stdout, stderr } = await checked(...args());
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(findingsIn(stdout).counts).toMatchObject({ error: 0, warning: 0 });
  });

  /** A scheme, its sheet and a fact sheet in a folder. */
  function good(folder: string): string[] {
    putRubrics(put, folder);
    put(`${folder}/a.facts.yaml`, factSheet());
    return ["small.yaml", "small-sheet.yaml", "a.facts.yaml"].map((name) => path(`${folder}/${name}`));
  }
});

describe.concurrent("errors: exit 1, all of them at once", patient, () => {
  const wrongSheet = sheet.replace("points: 100\n", "points: 90\n").replace("    floor: 0\n", "");

  test("in a folder with everything", async () => {
    const folder = putRubrics(put, "mixed");
    put("mixed/broken.yaml", "kind: sheet\nid: broken\nbad\n");
    put("mixed/wrong.yaml", wrongSheet.replaceAll("small-sheet", "wrong"));
    put("mixed/gbk.yaml", new Uint8Array([0x6b, 0x3a, 0x20, 0xca, 0xbe, 0xc0, 0xfd]));
    put("mixed/facts/frame.facts.yaml", factSheet({ sections: { as_of: "2023-02-30" } }));
    put("mixed/facts/wrong.facts.yaml", factSheet({ facts: { staff: "-3" } }));
    put("mixed/facts/broken.facts.yaml", "{");
    put("mixed/facts/lost.facts.yaml", factSheet({ sections: { scheme: "large" } }));
    const { exit, stdout } = await checked(folder);
    expect(exit).toBe(1);
    const { findings } = findingsIn(stdout);
    const found = new Set(findings.map(({ file, code }) => `${file?.split("/").at(-1)} ${code}`));
    expect(found).toEqual(
      new Set([
        "broken.yaml missing-colon",
        "wrong.yaml points-do-not-add-up",
        "wrong.yaml floor-unstated",
        "gbk.yaml encoding-gbk",
        "frame.facts.yaml impossible-date",
        "wrong.facts.yaml fact-out-of-range",
        "broken.facts.yaml unclosed-bracket",
        "lost.facts.yaml scheme-not-found",
      ]),
    );
  });

  test.each<[string, () => string[], string]>([
    ["YAML that does not parse", () => [put("x/y.yaml", "{")], "unclosed-bracket"],
    [
      "a fact sheet with a wrong fact",
      () => [put("w.facts.yaml", factSheet({ facts: { staff: "-3" } })), putRubrics(put, "w")],
      "fact-out-of-range",
    ],
    [
      "a fact sheet without a scheme",
      () => [put("n.facts.yaml", factSheet({ sections: { scheme: null } }))],
      "missing-key",
    ],
    ["a fact sheet for a scheme that is not loaded", () => [put("l.facts.yaml", factSheet())], "scheme-not-found"],
    [
      "a scheme without its sheet, in a project of its own",
      () => [(put("lone/package.json", "{}"), put("lone/small.yaml", scheme))],
      "sheet-not-found",
    ],
    ["an empty file", () => [put("empty.yaml", "")], "empty-file"],
    ["a file that is neither rubric nor fact sheet", () => [put("other.yaml", "hello: there\n")], "missing-key"],
  ])("%s", async (_, args, code) => {
    const [asJson, asText] = await Promise.all([checked(...args()), chengxin(["check", ...args()])]);
    expect([asJson.exit, asText.exit]).toEqual([1, 1]);
    expect(codesOf(findingsIn(asJson.stdout))).toContain(code);
    expect(asText.stdout + asText.stderr).toContain(`error[${code}]`);
  });

  test("one thing is said once, in the order of files and lines", async () => {
    const folder = putRubrics(put, "order");
    put("order/a.yaml", wrongSheet.replaceAll("small-sheet", "a"));
    put("order/b.yaml", wrongSheet.replaceAll("small-sheet", "b"));
    const { stdout } = await checked(folder);
    const said = findingsIn(stdout).findings.map(({ file, code }) => `${file!.split("/").at(-1)} ${code}`);
    expect(said).toEqual([
      "a.yaml points-do-not-add-up",
      "a.yaml floor-unstated",
      "b.yaml points-do-not-add-up",
      "b.yaml floor-unstated",
    ]);
  });
});

describe.concurrent("--fail-on", patient, () => {
  test.each([
    ["error", 1, 0],
    ["warning", 1, 1],
    ["never", 0, 0],
  ])("%s: errors exit %i, warnings alone %i", async (failOn, ofErrors, ofWarnings) => {
    const rubrics = putRubrics(put, `fail on ${failOn}`);
    const wrong = put("fail/wrong.facts.yaml", factSheet({ facts: { staff: "-3" } }));
    const future = put(
      "fail/future.facts.yaml",
      factSheet({ facts: { fines: "[{ date: 2024-01-31, kind: fine, amount: 1 }]" } }),
    );
    const [errors, warnings] = await Promise.all([
      checked(wrong, "--rubrics", rubrics, "--fail-on", failOn),
      checked(future, "--rubrics", rubrics, "--fail-on", failOn),
    ]);
    expect([errors.exit, warnings.exit]).toEqual([ofErrors, ofWarnings]);
    expect(findingsIn(errors.stdout).counts).toMatchObject({ error: 1, warning: 0 });
    expect(findingsIn(warnings.stdout).counts).toMatchObject({ error: 0, warning: 1 });
  });

  test("never cannot read what cannot be read", async () => {
    const { exit } = await checked(path("nowhere"), "--fail-on", "never");
    expect(exit).toBe(2);
  });
});

describe.concurrent("could not do the job: exit 2", patient, () => {
  test.each<[string, () => string[], string]>([
    ["a file that is not there", () => [path("nowhere.yaml")], "unreadable-file"],
    [
      "a file that is not there, beside one that is",
      () => [putRubrics(put, "beside"), path("nowhere.yaml")],
      "unreadable-file",
    ],
    [
      "a folder with nothing in it",
      () => [(mkdirSync(path("empty"), { recursive: true }), path("empty"))],
      "nothing-matched",
    ],
    ["a folder with nothing of ours", () => [(put("others/readme.md", "# hello"), path("others"))], "nothing-matched"],
    ["an empty name", () => [""], "unreadable-file"],
  ])("%s", async (_, args, code) => {
    const { exit, stdout } = await checked(...args());
    expect(exit).toBe(2);
    expect(codesOf(findingsIn(stdout))).toContain(code);
  });

  test.skipIf(process.platform === "win32")("a link to nowhere, and still everything else is told", async () => {
    const folder = putRubrics(put, "dangling");
    put("dangling/wrong.yaml", sheet.replace("    floor: 0\n", "").replaceAll("small-sheet", "wrong"));
    symlinkSync("/nowhere", path("dangling/z.yaml"));
    const { exit, stdout } = await checked(folder);
    expect(exit).toBe(2);
    expect(codesOf(findingsIn(stdout)).sort()).toEqual(["floor-unstated", "unreadable-file"]);
  });
});

describe.concurrent("a file is what it says it is", patient, () => {
  test.each(["facts.yaml", "企业.yaml", "company.json", "sheet"])("a fact sheet called %s", async (name) => {
    const { exit, stdout } = await checked(
      put(`kinds/${name}`, factSheet()),
      "--rubrics",
      putRubrics(put, "for kinds"),
    );
    expect(codesOf(findingsIn(stdout))).toEqual([]);
    expect(exit).toBe(0);
  });

  test.skipIf(process.platform === "win32")("a fact sheet in a pipe", async () => {
    const rubrics = putRubrics(put, "for a pipe");
    const sheet = put("piped.facts.yaml", factSheet({ facts: { staff: "-3" } }));
    const { exit, stdout } = await shell(
      `chengxin check --rubrics "${rubrics}" --format json <(cat "${sheet}")`,
      rubrics,
    );
    expect(exit).toBe(1);
    expect(codesOf(findingsIn(stdout))).toEqual(["fact-out-of-range"]);
  });

  test("`-` is standard input, whichever of both it is", async () => {
    const rubrics = putRubrics(put, "for input");
    const ask = (input: string, ...args: string[]) => chengxin(["check", "-", ...args, "--format", "json"], { input });
    const [facts, wrong, rubric] = await Promise.all([
      ask(factSheet(), "--rubrics", rubrics),
      ask(factSheet({ facts: { staff: "-3" } }), "--rubrics", rubrics),
      ask(sheet.replace("    floor: 0\n", "")),
    ]);
    expect([facts.exit, wrong.exit, rubric.exit]).toEqual([0, 1, 1]);
    expect(codesOf(findingsIn(wrong.stdout))).toEqual(["fact-out-of-range"]);
    expect(codesOf(findingsIn(rubric.stdout))).toEqual(["floor-unstated"]);
  });
});
