/** The house as a test: prose about who imports whom drifts, this cannot. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { forbiddenUses } from "./house/globals.js";
import { brokenDoors, brokenImports, importersOf, rooms, runtimeStatements, topLevelAwaits } from "./house/imports.js";
import { isCore, readSources, root, roomOf, type Source } from "./house/sources.js";

const sources = readSources();
const core = sources.filter((source) => isCore(source.path));

describe("the rooms of src", () => {
  test("import only what the table allows them", () => {
    expect(brokenImports(sources)).toEqual([]);
  });

  test("leave re-exports to the doors", () => {
    expect(brokenDoors(sources)).toEqual([]);
  });

  test("keep code out of the model", () => {
    const model = sources.filter((source) => roomOf(source.path) === "model");
    expect(model).not.toEqual([]);
    expect(model.flatMap(runtimeStatements)).toEqual([]);
  });

  test("load without waiting, so that require() can load them", () => {
    expect(sources.filter((source) => roomOf(source.path) !== "cli").flatMap(topLevelAwaits)).toEqual([]);
  });
});

describe("dependencies", () => {
  test.each(Object.entries(rooms))("%s is imported by one file, in %s/", (specifier, room) => {
    expect(importersOf(specifier, sources).map(roomOf)).toEqual([room]);
  });

  test("at run time there are three", () => {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(Object.keys(manifest.dependencies).sort()).toEqual(["decimal.js", "yaml", "zod"]);
    // The door for test suites needs one, and nobody else does.
    expect(Object.keys(manifest.peerDependencies)).toEqual(["vitest"]);
    expect(manifest.peerDependenciesMeta).toEqual({ vitest: { optional: true } });
    expect(manifest).not.toHaveProperty("optionalDependencies");
  });
});

describe("the core", () => {
  test("has no clock, no chance, no locale, no surroundings", { timeout: 60_000 }, () => {
    expect(forbiddenUses(core)).toEqual([]);
  });

  test("compiles without the types of Node or of a browser", { timeout: 120_000 }, () => {
    const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    const files = core.map((source) => join(root, "src", source.path));
    const program = ts.createProgram(files, { ...options, types: [], noEmit: true });
    const messages = ts
      .getPreEmitDiagnostics(program)
      .map((found) => `${found.file?.fileName}: ${ts.flattenDiagnosticMessageText(found.messageText, " ")}`);
    expect(messages).toEqual([]);
  });
});

describe("the doors", () => {
  test("do not load the examples of the diagnostic codes, which only the command line shows", () => {
    const loaded = new Set(["index.ts", "node.ts"]);
    for (const path of loaded) for (const next of importedBy(path)) loaded.add(next);
    expect([...loaded].filter((path) => path.startsWith("messages/")).length).toBeGreaterThan(3);
    expect([...loaded].filter((path) => path.startsWith("messages/examples/"))).toEqual([]);
  });

  function importedBy(path: string): string[] {
    const { text } = sources.find((source) => source.path === path)!;
    return [...text.matchAll(/ from "(\.[^"]+)\.js";/g)].map(([, to]) => posix.join(posix.dirname(path), `${to}.ts`));
  }
});

describe("the top level", () => {
  const required = [
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "package-lock.json",
    "package.json",
    "rubrics",
    "src",
    "test",
    "tsconfig.json",
    "tsup.config.ts",
  ];
  const alsoAllowed = [
    ".ci",
    ".editorconfig",
    ".gitattributes",
    ".github",
    ".gitignore",
    ".oxfmtrc.json",
    ".oxlintrc.json",
  ];

  test("holds what the owner listed, and what every repository carries", () => {
    const names = topLevel();
    expect(names.filter((name) => ![...required, ...alsoAllowed].includes(name))).toEqual([]);
    expect(required.filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe("these checks can fail:", () => {
  const file = (path: string, text: string): Source => ({ path, text });
  const rubric = file("model/rubric.ts", "export interface Rubric {}");
  const shape = file("validate/shape.ts", "export const shape = 1;");
  const decide = file("score/decide.ts", "export const decide = 1;");
  const bind = file("compile/bind.ts", "export const bind = 1;");
  const exact = file("base/exact.ts", "export const exact = 1;");

  test.each([
    ["score/total.ts", 'import { shape } from "../validate/shape.js";', "score may not import validate"],
    ["score/total.ts", 'import type { shape } from "../validate/shape.js";', "score may not import validate"],
    ["score/total.ts", 'const shape = await import("../validate/shape.js");', "score may not import validate"],
    ["score/total.ts", 'type S = import("../validate/shape.js").S;', "score may not import validate"],
    ["explain/tell.ts", 'import { decide } from "../score/decide.js";', "explain may not import score"],
    ["audit/audit.ts", 'import { decide } from "../score/decide.js";', "audit may not import score"],
    ["audit/audit.ts", 'import { bind } from "../compile/bind.js";', "audit may not import compile"],
    ["audit/audit.ts", 'import { exact } from "../base/exact.js";', "audit may not import base"],
    ["compile/bind.ts", 'import { Decimal } from "decimal.js";', "compile may not import decimal.js"],
    ["parse/read.ts", 'import { readFileSync } from "node:fs";', "parse may not import node:*"],
    ["validate/sheet.ts", 'import * as z from "zod";', "validate may not import zod"],
    ["cli/score.ts", 'import { decide } from "../score/decide.js";', "cli may not import score"],
    ["model/fact.ts", 'import type { D } from "../score/decide.js";', "model may not import score"],
    ["score/total.ts", 'import { decide } from "./decide";', "names no module of src"],
    ["score/total.ts", 'import { decide } from "./gone.js";', "names no module of src"],
    ["score/total.ts", 'import data from "../../package.json";', "names no module of src"],
    ["utils/misc.ts", "export const misc = 1;", "has no place in the house"],
    ["helpers.ts", "export const misc = 1;", "has no place in the house"],
  ])("%s with %s", (path, text, breach) => {
    const others = [rubric, shape, decide, bind, exact].filter((other) => other.path !== path);
    const found = brokenImports([...others, file(path, text)]);
    expect(found).toEqual([expect.stringContaining(breach)]);
    expect(found[0]).toContain(path);
  });

  test("validate may look at the types of parse, and at nothing that runs", () => {
    const read = file("parse/read.ts", "export const read = 1;");
    const types = file("validate/a.ts", 'import type { Read } from "../parse/read.js";');
    const code = file("validate/b.ts", 'import { read, type Read } from "../parse/read.js";');
    expect(brokenImports([read, types])).toEqual([]);
    expect(brokenImports([read, code])).toEqual([expect.stringContaining("only types of parse")]);
  });

  test("what the table allows is not reported", () => {
    const allowed = [
      rubric,
      decide,
      file("score/total.ts", 'import type { Rubric } from "../model/rubric.js"; import { decide } from "./decide.js";'),
      file("index.ts", 'export { decide } from "./score/decide.js"; export type { Rubric } from "./model/rubric.js";'),
      file("cli/main.ts", 'import { readFile } from "node:fs/promises"; import { decide } from "../index.js";'),
    ];
    expect(brokenImports(allowed)).toEqual([]);
    expect(brokenDoors(allowed)).toEqual([]);
  });

  test("a second door for a dependency", () => {
    const one = file("parse/compose.ts", 'import { parseDocument } from "yaml";');
    const two = file("parse/scan.ts", 'import type { Scalar } from "yaml";');
    expect(importersOf("yaml", [one, decide])).toEqual(["parse/compose.ts"]);
    expect(importersOf("yaml", [one, two])).toHaveLength(2);
  });

  test.each([
    ["index.ts", "export const version = 1;"],
    ["index.ts", 'export * from "./score/decide.js";'],
    ["node.ts", 'export * from "./index.js";'],
    ["score/total.ts", 'export { decide } from "./decide.js";'],
  ])("a door that is more, or a wall that is a door: %s with %s", (path, text) => {
    expect(brokenDoors([file(path, text)])).toHaveLength(1);
  });

  test.each(["export const kinds = [];", "export enum Kind { A }", "export class Rubric {}", 'import "./x.js";'])(
    "code in the model: %s",
    (text) => {
      expect(runtimeStatements(file("model/rubric.ts", text))).toHaveLength(1);
    },
  );

  test("waiting at the top level", () => {
    expect(topLevelAwaits(file("node.ts", "export const a = await f();"))).toHaveLength(1);
    expect(topLevelAwaits(file("node.ts", "export const a = async () => await f();"))).toEqual([]);
  });

  test.each([
    ["new Date()", "Date"],
    ["Math.random()", "Math.random"],
    ['Math["random"]()', "Math.random"],
    ["const { random } = Math", "Math as a value"],
    ["process.env", "process"],
    ["const all = { process }", "process"],
    ["globalThis.x", "globalThis"],
    ["console.log(1)", "console"],
    ["setTimeout(() => 1)", "setTimeout"],
    ["new Intl.NumberFormat()", "Intl"],
    ["(1).toLocaleString()", ".toLocaleString"],
    ['"a".localeCompare("b")', ".localeCompare"],
    ['eval("1")', "eval"],
    ['new Function("return 1")', "Function"],
    ['parseFloat("0.1")', "parseFloat"],
    ['Number.parseFloat("0.1")', ".parseFloat"],
    ["import.meta.url", "import.meta"],
    ["class Today extends Date {}", "Date"],
    ["typeof process", "process"],
  ])("%s in the core", (text, name) => {
    expect(forbiddenUses([file("score/total.ts", text)])).toEqual([
      `score/total.ts:1: the core may not use \`${name}\``,
    ]);
  });

  test("comments, strings, members, types and own names are not uses", () => {
    const text = `
      // process, Date and eval(
      import { Date as Day } from "./day.js";
      const process = "console.log(new Date())";
      export interface Clock { Date: string; now(console: number): Date }
      export function run(Date: string) { return { Date, console: process, x: Math.max(1, Date.length) }; }
      export const of = (scheme: { process: string }) => scheme.process;
      type Kind = typeof process;
    `;
    expect(forbiddenUses([file("score/total.ts", text)])).toEqual([]);
  });
});

function topLevel(): string[] {
  const tracked = gitFiles();
  // A copy without git, an unpacked archive say, is judged by what lies there, less what .gitignore names.
  const ignored = readFileSync(join(root, ".gitignore"), "utf8")
    .split("\n")
    .map((line) => line.replace(/\/$/, ""));
  const names =
    tracked?.map((path) => path.split("/")[0]!) ?? readdirSync(root).filter((name) => !ignored.includes(name));
  return [...new Set(names)].sort();
}

function gitFiles(): string[] | undefined {
  try {
    const git = (...args: string[]) =>
      execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    // Below somebody else's repository, its list says nothing about ours.
    if (git("rev-parse", "--show-prefix").trim() !== "") return undefined;
    return git("ls-files", "-z")
      .split("\0")
      .filter((path) => path !== "");
  } catch {
    return undefined;
  }
}
