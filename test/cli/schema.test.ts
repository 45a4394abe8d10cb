/** `chengxin schema`: the file that is shipped, byte for byte, and no rubric where it stands among rubrics. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../../src/cli/run.js";
import { isRubricFile } from "../../src/files/list.js";
import { RESULTS, SCHEMA } from "../language/files.js";
import { chengxin, codesOf, findingsIn, patient, workplace } from "./command.js";
import { putRubrics } from "./small.js";

const { put } = workplace();

describe("chengxin schema", patient, () => {
  test("prints the schema that is shipped", async () => {
    const { exit, stdout, stderr } = await chengxin(["schema"]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(stdout).toBe(readFileSync(SCHEMA, "utf8"));
  });

  test.each([
    ["rubric", SCHEMA],
    ["assessment", RESULTS[0]!.file],
    ["record", RESULTS[1]!.file],
  ])("%s prints that one", async (word, file) => {
    const { exit, stdout, stderr } = await chengxin(["schema", word]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(stdout).toBe(readFileSync(file, "utf8"));
  });

  test.each([
    [["sheet"], "unknown-schema"],
    [["__proto__"], "unknown-schema"],
    [["../package"], "stray-argument"],
    [["my.json"], "stray-argument"],
    [["record", "assessment"], "stray-argument"],
  ])("takes the names of schemas only, not %j", async (words, code) => {
    const { exit, stdout } = await chengxin(["schema", ...words, "--format", "json"]);
    expect(exit).toBe(2);
    expect(codesOf(findingsIn(stdout))).toEqual([code]);
  });

  test.each([
    ["zh", "# yaml-language-server: $schema=./rubric.v1.json"],
    ["en", "# yaml-language-server: $schema=./rubric.v1.json"],
  ])("help in %s shows the line for the top of a file", async (lang, line) => {
    expect((await run(["schema", "--help", "--lang", lang])).out).toContain(line);
  });

  test("a copy beside rubrics is not read as a rubric", async () => {
    const folder = putRubrics(put);
    put("rubrics/rubric.v1.json", readFileSync(SCHEMA, "utf8"));
    for (const { file } of RESULTS) put(`rubrics/${basename(file)}`, readFileSync(file, "utf8"));
    const { exit, stdout } = await chengxin(["check", folder, "--format", "json"]);
    expect({ exit, counts: findingsIn(stdout).counts }).toEqual({ exit: 0, counts: { error: 0, warning: 0, info: 0 } });
  });
});

test.each([
  ["rubric.v1.json", false],
  ["rubrics/rubric.v1.json", false],
  ["rubrics/assessment.v1.json", false],
  ["record.v2.json", false],
  ["my-rubric.v1.json", true],
  ["sheet.json", true],
  ["sheet.facts.json", false],
])("%s is a rubric: %s", (name, is) => {
  expect(isRubricFile(name)).toBe(is);
});
