import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { loadRubrics } from "../../src/node.js";
import { RubricError, isRubricError, parseRubric, readFactSheet } from "../../src/index.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import { root } from "../house/sources.js";

const sheet = `kind: sheet
id: small
version: "1.0"
title: Small
points: ten
indicator: []
colour: red
flavour: sweet
`;

function thrown(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

const messageOf = (run: () => unknown) => (thrown(run) as Error).message.split("\n");

describe("the message of a RubricError", () => {
  test("shows the first three with line and column, what to do about the first, and how many more there are", () => {
    expect(messageOf(() => parseRubric(sheet))).toEqual([
      "5:9: [not-a-number] `ten` is not a number",
      "  help: write a plain decimal number, such as `80` or `0.30`",
      "6:1: [unknown-key] `indicator` is not a key here",
      "7:1: [unknown-key] `colour` is not a key here",
      "… and 1 more",
    ]);
  });

  test("names the file", async () => {
    const error = await loadRubrics("rubrics/nowhere").catch((found: unknown) => found);
    expect((error as Error).message.split("\n")[0]).toBe(
      "rubrics/nowhere: [unreadable-file] `rubrics/nowhere` cannot be read (ENOENT)",
    );
  });

  test("names file, line and column", () => {
    const validation = thrown(() => parseRubric(sheet)) as RubricError;
    const inFile = validation.diagnostics.map((found): Diagnostic => ({ ...found, file: "rubrics/small.yaml" }));
    expect(new RubricError(inFile).message.split("\n")[0]).toBe(
      "rubrics/small.yaml:5:9: [not-a-number] `ten` is not a number",
    );
  });

  test("names the path in a plain value", () => {
    expect(messageOf(() => readFactSheet({ kind: "facts", scheme: "small", as_of: "2023-02-30" }))).toEqual([
      "/as_of: [impossible-date] there is no such day as `2023-02-30`",
      "  help: check year, month and day",
    ]);
  });

  test("leaves warnings to the diagnostics while there is an error", () => {
    const error = finding("missing-key", "error");
    const warning = finding("fact-not-used", "warning");
    expect(new RubricError([warning, error])).toMatchObject({ code: "missing-key", message: "[missing-key] wrong" });
    expect(new RubricError([warning])).toMatchObject({ code: "fact-not-used", message: "[fact-not-used] wrong" });
  });
});

describe("isRubricError", () => {
  const error = thrown(() => parseRubric(sheet));

  test("knows our error, and no other thing", () => {
    expect(isRubricError(error)).toBe(true);
    for (const other of [new Error("x"), new TypeError("x"), { name: "RubricError", diagnostics: [] }, null, "x"])
      expect(isRubricError(other)).toBe(false);
  });

  test("knows the error of another realm, whose Error is not ours", () => {
    const source = readFileSync(join(root, "src/messages/rubric-error.ts"), "utf8");
    const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
    const exports: { RubricError?: typeof RubricError } = {};
    runInNewContext(outputText, { exports, require: () => ({}) });
    const foreign = new exports.RubricError!([finding("missing-key", "error")]);
    expect(foreign).not.toBeInstanceOf(Error);
    expect(isRubricError(foreign)).toBe(true);
  });

  test("does not take a clone for the error: its diagnostics are gone", () => {
    const clone: unknown = structuredClone(error);
    expect(clone).toBeInstanceOf(Error);
    expect(clone).not.toHaveProperty("diagnostics");
    expect(isRubricError(clone)).toBe(false);
    expect(isRubricError({ ...(error as RubricError) })).toBe(false);
  });
});

function finding(code: Diagnostic["code"], severity: Diagnostic["severity"]): Diagnostic {
  return { code, severity, message: { zh: "不对", en: "wrong" }, path: "" };
}
