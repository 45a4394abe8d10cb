/** `--rubrics`: which rubrics a score is made with, and what happens when some of them are broken or there twice. */
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { assessmentIn, chengxin, codesOf, findingsIn, patient, workplace } from "./command.js";
import { factSheet, putRubrics, scheme, sheet } from "./small.js";

const { path, put } = workplace();

let count = 0;
async function score(rubrics: readonly string[], sections: Readonly<Record<string, string>> = {}) {
  const file = put(`facts/${(count += 1)}.facts.yaml`, factSheet({ sections, facts: { fines: "[]" } }));
  const flags = rubrics.flatMap((each) => ["--rubrics", each]);
  return chengxin(["score", file, ...flags, "--format", "json"], { cwd: dirname(dirname(file)) });
}

/** 100 points less than the tree below it has. */
const unbalanced = (text: string): string => text.replace("points: 100\n", "points: 90\n");

describe.concurrent("--rubrics", patient, () => {
  test.each([
    ["a folder", (folder: string) => [folder]],
    ["files", (folder: string) => [`${folder}/small.yaml`, `${folder}/small-sheet.yaml`]],
    ["a folder and a file in it", (folder: string) => [folder, `${folder}/small.yaml`]],
    ["a folder above", (folder: string) => [dirname(folder)]],
  ])("%s", async (name, of) => {
    const folder = putRubrics(put, `as ${name}/rubrics`);
    const { exit, stdout, stderr } = await score(of(folder));
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(assessmentIn(stdout).score.exact).toBe("90");
  });

  test.each<[string, () => string[], string]>([
    ["a folder that is not there", () => [path("nowhere")], "unreadable-file"],
    ["a file that is not there", () => [path("nowhere.yaml")], "unreadable-file"],
    ["a folder without the scheme", () => [dirname(put("only/small-sheet.yaml", sheet))], "scheme-not-found"],
    ["a folder without the sheet", () => [dirname(put("lonely/small.yaml", scheme))], "sheet-not-found"],
    ["a folder without any rubric", () => [dirname(put("none/readme.md", "# nothing"))], "scheme-not-found"],
    ["a fact sheet", () => [put("none/a.facts.yaml", factSheet())], "scheme-not-found"],
    ["something that is no rubric", () => [put("none/b.yaml", "hello\n")], "scheme-not-found"],
  ])("%s: exit 2", async (_, of, code) => {
    const { exit, stdout, stderr } = await score(of());
    expect(exit).toBe(2);
    expect(codesOf(findingsIn(stdout))).toContain(code);
    expect(stderr).toContain(`error[${code}]`);
    expect(stderr).not.toMatch(/: *;/);
  });
});

describe.concurrent("a broken rubric", patient, () => {
  test.each<[string, string | Uint8Array]>([
    ["cannot be parsed", "kind: sheet\nid: other\nbad\n"],
    ["has errors", unbalanced(sheet).replaceAll("small-sheet", "other")],
    ["is GBK", new Uint8Array([0x6b, 0x3a, 0x20, 0xca, 0xbe, 0xc0, 0xfd])],
    ["is no rubric", "hello: there\n"],
    ["is a scheme that needs what is not there", scheme.replaceAll("small", "other")],
    ["is empty", ""],
    ["names itself __proto__", sheet.replaceAll("small-sheet", "__proto__")],
  ])("that nobody needs and that %s does not stop the others", async (name, text) => {
    const folder = putRubrics(put, `unrelated, ${name}`);
    put(`unrelated, ${name}/a.yaml`, text);
    const { exit, stdout } = await score([folder]);
    expect(exit).toBe(0);
    expect(assessmentIn(stdout).score.exact).toBe("90");
  });

  test.each<[string, string, string, string]>([
    ["sheet with errors", "small-sheet.yaml", unbalanced(sheet), "points-do-not-add-up"],
    ["sheet that cannot be parsed", "small-sheet.yaml", `${sheet}bad\n`, "missing-colon"],
    ["scheme with errors", "small.yaml", scheme.replace("weight: 1", "weight: 0.9"), ""],
    ["scheme that cannot be parsed", "small.yaml", `${scheme}bad\n`, "missing-colon"],
    [
      "scheme that is at odds with its sheet",
      "small.yaml",
      scheme.replace("facts:\n", "facts:\n  staff: { type: text, title: x }\n"),
      "",
    ],
  ])("that is needed (%s): exit 2, with what is wrong in its file and line", async (name, file, text, code) => {
    const folder = putRubrics(put, name);
    put(`${name}/${file}`, text);
    const { exit, stdout, stderr } = await score([folder]);
    expect(exit).toBe(2);
    const document = findingsIn(stdout);
    if (code !== "") expect(codesOf(document)).toContain(code);
    expect(document.findings.some((finding) => finding.file?.endsWith(file))).toBe(true);
    // In its place, and the line itself.
    expect(stderr).toMatch(new RegExp(` {2}--> .*${file}:\\d+:\\d+.*\\n(?: .*\\n)?> +\\d+ \\| `));
  });

  test("that may be anything is told once, and fails on warnings", async () => {
    const folder = putRubrics(put, "anything");
    put("anything/z.yaml", "kind: sheet\nid: other\nbad\n");
    const sheets = ["a", "b"].map((name) => put(`anything/${name}.facts.yaml`, factSheet()));
    const [usual, strict] = await Promise.all([
      chengxin(["score", ...sheets, "--rubrics", folder]),
      chengxin(["score", ...sheets, "--rubrics", folder, "--fail-on", "warning"]),
    ]);
    expect(usual.exit).toBe(0);
    expect(usual.stderr.match(/^warning\[file-left-out\]/gm)).toHaveLength(1);
    expect(strict.exit).toBe(1);
  });

  /** Which version of a sheet counts is a verdict: when the right one is broken, no other may step in. */
  test.each<[string, string, string]>([
    ["sheet", "small-sheet.yaml", sheet],
    ["scheme", "small.yaml", scheme],
  ])("%s in force, while an older one is whole: exit 2", async (kind, file, text) => {
    const folder = putRubrics(put, `versions of the ${kind}`);
    const plain = text.replace(/^effective: .*\n/m, "");
    const effective = (from: string): string => plain.replace(/^(title: .*\n)/m, `$1effective: ${from}\n`);
    put(`versions of the ${kind}/${file}`, effective("{ from: 2020-01-01, until: 2023-05-31 }"));
    const broken = unbalanced(effective("{ from: 2023-06-01 }"))
      .replace('"1.0"', '"2.0"')
      .replace("weight: 1 ", "weight: 0.9 ");
    put(`versions of the ${kind}/newer.yaml`, broken);
    const { exit, stdout } = await score([folder]);
    expect(exit).toBe(2);
    expect(findingsIn(stdout).findings.some((finding) => finding.file?.endsWith("newer.yaml"))).toBe(true);
  });
});

describe.concurrent("versions", patient, () => {
  const two = (name: string): string => {
    const folder = putRubrics(put, name);
    put(`${name}/newer.yaml`, scheme.replace('"1.0"', '"2023.10"').replace("at_least: 80", "at_least: 95"));
    return folder;
  };

  test.each([
    ["small@1.0", "1.0", "passed"],
    ["small@2023.10", "2023.10", "not-passed"],
  ])("%s names one of two schemes", async (named, version, outcome) => {
    const { exit, stdout } = await score([two(named)], { scheme: named });
    expect(exit).toBe(0);
    const assessment = assessmentIn(stdout);
    expect([assessment.scheme.version, assessment.decision.outcome]).toEqual([version, outcome]);
  });

  test.each([
    ["small", "version-ambiguous"],
    ["small@2023.1", "scheme-not-found"],
    ["small@1", "scheme-not-found"],
    ["small@01.0", "scheme-not-found"],
    ["Small", "scheme-not-found"],
  ])("%s names none of two: exit 2", async (named, code) => {
    const { exit, stdout } = await score([two(`not ${named}`)], { scheme: named });
    expect(exit).toBe(2);
    expect(codesOf(findingsIn(stdout))).toContain(code);
  });

  test("the as-of date picks the one in force, both days included", async () => {
    const folder = putRubrics(put, "in force");
    put("in force/small.yaml", scheme.replace("{ from: 2020-01-01 }", "{ from: 2020-01-01, until: 2023-06-30 }"));
    put("in force/newer.yaml", scheme.replace('"1.0"', '"2.0"').replace("2020-01-01", "2023-07-01"));
    const on = async (as_of: string): Promise<string> =>
      assessmentIn((await score([folder], { as_of })).stdout).scheme.version;
    expect(await Promise.all(["2020-01-01", "2023-06-30", "2023-07-01", "2030-12-31"].map(on))).toEqual([
      "1.0",
      "1.0",
      "2.0",
      "2.0",
    ]);
  });

  test("outside of every one: one is used if it is named, with a warning", async () => {
    const folder = putRubrics(put, "out of force");
    const { exit, stdout, stderr } = await score([folder], { as_of: "2019-12-31", scheme: "small@1.0" });
    expect(exit).toBe(0);
    expect(assessmentIn(stdout).findings).toMatchObject([{ code: "out-of-force", severity: "warning" }]);
    expect(stderr).toContain("warning[out-of-force]");
  });

  test.each([
    ["scheme", "small.yaml", scheme],
    ["sheet", "small-sheet.yaml", sheet],
  ])("the same %s twice: exit 2, and both files are named", async (kind, file, text) => {
    const folder = putRubrics(put, `twice the ${kind}`);
    put(`twice the ${kind}/copy.yaml`, text);
    const { exit, stdout, stderr } = await score([folder]);
    expect(exit).toBe(2);
    expect(findingsIn(stdout).counts.error).toBeGreaterThan(0);
    expect(stderr).toContain("copy.yaml");
    expect(stderr).toContain(file);
    expect(stderr).not.toContain("1.0, 1.0");
  });
});
