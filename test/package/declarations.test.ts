/** The types that we publish, as programs with the strictest settings meet them. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root, walk } from "../house/sources.js";
import { dist, ensureBuilt, npm, output } from "./built.js";
import { exampleOf, functionsOf, readDoors } from "./doors.js";
import { declarationsFrom, unnamedTypes } from "./reachable.js";

const doors = readDoors();
const consumer = readFileSync(join(root, "test", "package", "consumer.ts"), "utf8")
  .replaceAll('"../../src/index.js"', '"chengxin"')
  .replaceAll('"../../src/node.js"', '"chengxin/node"');

beforeAll(ensureBuilt, 120_000);

describe("every type that a signature leads to", () => {
  test("has a name at the doors, save the codes by stage, which are together DiagnosticCode", () => {
    expect(unnamedTypes(doors)).toEqual([
      "ParseCode",
      "ValidateCode",
      "CaseCode",
      "CompileCode",
      "ScoreCode",
      "CliCode",
    ]);
  });

  test("is used by the consumer that is compiled below", () => {
    const { importedFiles } = ts.preProcessFile(consumer);
    expect([...new Set(importedFiles.map(({ fileName }) => fileName))].sort()).toEqual(["chengxin", "chengxin/node"]);
    expect(importedNames(consumer)).toEqual(doors.exports.map(({ name }) => name).sort());
  });

  test.each(["index.d.ts", "node.d.ts"])("is something: no `any` below %s", (door) => {
    const declarations = declarationsFrom(join(dist, door));
    expect(declarations.length).toBeGreaterThan(5);
    expect(declarations.flatMap(anyIn)).toEqual([]);
  });
});

describe("the published declarations, without the types of Node and with every library checked,", () => {
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), "chengxin-declarations-")));
  const installed = join(temporary, "node_modules", "chengxin");
  const examples = functionsOf(doors.exports).map((found) => ({ name: `${found.name}.ts`, text: exampleOf(found) }));

  beforeAll(async () => {
    // Nothing is fetched: the declarations speak of no dependency, so none need be there.
    await npm(root, "pack", "--ignore-scripts", "--silent", "--pack-destination", temporary);
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    mkdirSync(installed, { recursive: true });
    await output(temporary, "tar", "-xzf", `chengxin-${version}.tgz`, "-C", installed, "--strip-components", "1");
    writeFileSync(join(temporary, "package.json"), '{ "private": true, "type": "module" }\n');
    writeFileSync(join(temporary, "consumer.ts"), consumer);
    writeFileSync(join(temporary, "console.d.ts"), "declare const console: { log(...values: unknown[]): void };\n");
    for (const { name, text } of examples) writeFileSync(join(temporary, name), text);
  }, 120_000);
  afterAll(() => rmSync(temporary, { recursive: true, force: true }));

  const settings = {
    "module: nodenext": { module: ts.ModuleKind.NodeNext },
    "moduleResolution: bundler": { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  };

  test.each(Object.entries(settings))("compile under %s", { timeout: 60_000 }, (_, options) => {
    expect(compile(["consumer.ts"], options)).toEqual([]);
  });

  test("compile the examples of the documentation", { timeout: 60_000 }, () => {
    const files = ["console.d.ts", ...examples.map(({ name }) => name)];
    expect(compile(files, settings["module: nodenext"])).toEqual([]);
  });

  test("refuse what is wrong", { timeout: 60_000 }, () => {
    const wrong = `import { compileScheme, renderText, score } from "chengxin";
      import { loadFactSheet } from "chengxin/node";
      const scheme = compileScheme([], "small", { asof: "2023-11-10" });
      const assessment = score(scheme, loadFactSheet("small.facts.yaml"));
      renderText(assessment, { lang: "fr" });
      export const passed: boolean = assessment.score.exact === 80;
      assessment.score.status = "scored";\n`;
    writeFileSync(join(temporary, "wrong.ts"), wrong);
    expect(compile(["wrong.ts"], settings["module: nodenext"])).toEqual([
      "3 TS2561", // an unknown option, with the one that was meant
      "4 TS2345", // a promise for a fact sheet
      "5 TS2322", // no language of ours
      "6 TS2367", // a text is never a number
      "7 TS2540", // nothing in a result is written to
    ]);
  });

  function compile(files: readonly string[], options: ts.CompilerOptions): readonly string[] {
    const paths = files.map((file) => join(temporary, file));
    const program = ts.createProgram(paths, {
      ...options,
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
    });
    expect(program.getSourceFiles().some(({ fileName }) => fileName.endsWith("chengxin/dist/index.d.ts"))).toBe(true);
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ file, start = 0, code }) => `${file!.getLineAndCharacterOfPosition(start).line + 1} TS${code}`);
  }
});

function importedNames(text: string): readonly string[] {
  const names: string[] = [];
  walk(ts.createSourceFile("consumer.ts", text, ts.ScriptTarget.ES2022, true), (node) => {
    if (ts.isImportSpecifier(node)) names.push(node.name.text);
  });
  return names.sort();
}

function anyIn(file: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  walk(file, (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(`${file.fileName}: ${node.parent.getText(file)}`);
  });
  return found;
}
