/** What we publish, as somebody else meets it: its names, its bundle, its tarball. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usesOf } from "../house/globals.js";
import { root } from "../house/sources.js";
import { dist, ensureBuilt, node, npm, output } from "./built.js";
import { exact, facts, scheme, sheets } from "./small.js";

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const temporary = mkdtempSync(join(tmpdir(), "chengxin-package-"));

beforeAll(ensureBuilt, 120_000);
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** Every name of a door is a promise: adding one is a decision, and losing one breaks somebody. */
const doors = {
  chengxin: [
    "RubricError",
    "answerObjection",
    "auditRecord",
    "compareRoles",
    "compileScheme",
    "diffRecords",
    "diffRubrics",
    "explain",
    "isRevealed",
    "isRubricError",
    "parseFactSheet",
    "parseRubric",
    "readFactSheet",
    "recordOf",
    "redactRecord",
    "reexamine",
    "renderJson",
    "renderText",
    "replay",
    "score",
    "validateRubric",
  ],
  "chengxin/node": ["loadFactSheet", "loadRubrics"],
  "chengxin/rubrics": ["shippedRubrics"],
};

describe.each(Object.entries(doors))("the door %s", (door, names) => {
  // The package finds itself by name through its own `exports`, as an importer would.
  test("exports these names and no others", async () => {
    const script = `console.log(JSON.stringify(Object.keys(await import("${door}")).sort()))`;
    expect(JSON.parse(await node(root, "--input-type=module", "--eval", script))).toEqual(names);
  });

  test("gives the same names to require()", async () => {
    const script = `console.log(JSON.stringify(Object.keys(require("${door}")).sort()))`;
    expect(JSON.parse(await node(root, "--input-type=commonjs", "--eval", script))).toEqual(names);
  });

  test("declares its types without those of a dependency", () => {
    expect(packagesDeclaredBy(join(root, manifest.exports[door.replace("chengxin", ".")].types))).toEqual([]);
  });
});

test.each([
  ["chengxin/schema.json", "chengxin"],
  ["chengxin/assessment.schema.json", "chengxin/assessment@1"],
  ["chengxin/record.schema.json", "chengxin/record@1"],
])("%s is the schema of %s", async (door, title) => {
  const script = `console.log(JSON.stringify(require("${door}")))`;
  const schema = JSON.parse(await node(root, "--input-type=commonjs", "--eval", script));
  expect(schema).toMatchObject({ $schema: "http://json-schema.org/draft-07/schema#", title });
});

describe("the door . in one file, for a neutral platform", () => {
  let bundle = "";

  beforeAll(async () => {
    const result = await build({
      entryPoints: [join(dist, "index.js")],
      bundle: true,
      platform: "neutral",
      format: "esm",
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    expect(Object.values(result.metafile.outputs).flatMap((file) => file.imports)).toEqual([]);
    bundle = result.outputFiles[0]!.text;
  });

  test("asks nothing of Node and makes no code from text", { timeout: 60_000 }, () => {
    // Names as they are resolved, so that a message or a comment that speaks of a process is no alarm.
    const names = usesOf([{ path: "bundle.js", text: bundle }]).map((use) => use.name);
    expect(names.length).toBeGreaterThan(100);
    const refused = ["process", "eval", "Function", "require", "module", "__dirname", "__filename", "import.meta"];
    expect(names.filter((name) => refused.includes(name))).toEqual([]);
    expect(ts.preProcessFile(bundle, true, true).importedFiles).toEqual([]);
  });

  test("scores YAML where code generation from strings is disallowed", async () => {
    writeFileSync(join(temporary, "bundle.mjs"), bundle);
    writeFileSync(
      join(temporary, "edge.mjs"),
      `import { compileScheme, parseFactSheet, parseRubric, score } from "./bundle.mjs";
      const rubrics = ${JSON.stringify([...Object.values(sheets), scheme])}.map((text) => parseRubric(text));
      const sheet = parseFactSheet(${JSON.stringify(facts)});
      console.log(score(compileScheme(rubrics, "small"), sheet).score.exact);`,
    );
    const printed = await node(temporary, "--disallow-code-generation-from-strings", "edge.mjs");
    expect(printed).toBe(`${exact}\n`);
  });
});

describe("the tarball", () => {
  const home = join(temporary, "home");
  const installed = join(home, "node_modules", "chengxin");
  let tarball = "";

  beforeAll(async () => {
    // Without scripts: `prepare` would build again while other tests read `dist`.
    await npm(root, "pack", "--ignore-scripts", "--silent", "--pack-destination", temporary);
    tarball = join(temporary, `chengxin-${manifest.version}.tgz`);
    mkdirSync(home);
    writeFileSync(join(home, "package.json"), '{ "private": true, "type": "module" }\n');
    await npm(home, "install", "--no-audit", "--no-fund", "--prefer-offline", tarball);
  }, 240_000);

  test("holds the build, the rubrics and the papers, and nothing else", () => {
    expect(readdirSync(installed).sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "dist",
      "package.json",
      "rubrics",
    ]);
  });

  test("brings its three dependencies, and they bring none", () => {
    const names = readdirSync(join(home, "node_modules")).filter((name) => !name.startsWith("."));
    expect(names.sort()).toEqual(["chengxin", ...Object.keys(manifest.dependencies)].sort());
  });

  test("scores from files, in an empty folder", async () => {
    mkdirSync(join(home, "rubrics"));
    for (const [name, text] of Object.entries({ ...sheets, "small.yaml": scheme })) {
      writeFileSync(join(home, "rubrics", name), text);
    }
    writeFileSync(join(home, "small.facts.yaml"), facts);
    writeFileSync(
      join(home, "use.js"),
      `import { compileScheme, score } from "chengxin";
      import { loadFactSheet, loadRubrics } from "chengxin/node";
      const scheme = compileScheme(await loadRubrics("rubrics"), "small", { asOf: "2023-11-10" });
      console.log(score(scheme, await loadFactSheet("small.facts.yaml")).score.exact);`,
    );
    expect(await node(home, "use.js")).toBe(`${exact}\n`);
  });

  test("type-checks in a program that knows neither Node nor a browser", { timeout: 60_000 }, async () => {
    writeFileSync(
      join(home, "use.ts"),
      `import { compileScheme, parseFactSheet, parseRubric, score } from "chengxin";
      const scheme = compileScheme([parseRubric("")], "small", { asOf: "2023-11-10" });
      export const exact: string | null = score(scheme, parseFactSheet("")).score.exact;\n`,
    );
    const compilerOptions = {
      noEmit: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      module: "nodenext",
      target: "es2022",
      lib: ["es2022"],
      types: [],
    };
    writeFileSync(join(home, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
    await node(home, binOf("typescript", "tsc"), "--project", home);
  });

  test("installs the command", async () => {
    const printed = await output(home, join(home, "node_modules", ".bin", "chengxin"), "--version");
    expect(printed).toContain(manifest.version);
  });

  test("is in order for publint", { timeout: 60_000 }, async () => {
    expect(await node(temporary, binOf("publint"), "run", tarball, "--strict")).toContain("All good!");
  });

  test("has types that every ESM importer finds", { timeout: 120_000 }, async () => {
    // It exits with 1 on any problem; `esm-only` says that CommonJS resolution of old is not promised.
    await node(temporary, binOf("@arethetypeswrong/cli", "attw"), tarball, "--profile", "esm-only");
  });
});

/** The script behind a command of a development dependency. */
function binOf(name: string, command = name): string {
  const file = join(root, "node_modules", name, "package.json");
  const { bin } = createRequire(import.meta.url)(file) as { bin: string | Record<string, string> };
  return join(dirname(file), typeof bin === "string" ? bin : bin[command]!);
}

/** The packages that a declaration, or one that it leads to, speaks of. */
function packagesDeclaredBy(door: string): string[] {
  const packages: string[] = [];
  const reached = new Set([door]);
  for (const file of reached) {
    for (const { fileName } of ts.preProcessFile(readFileSync(file, "utf8")).importedFiles) {
      if (fileName.startsWith(".")) reached.add(join(dirname(file), fileName.replace(/\.js$/, ".d.ts")));
      else packages.push(`${fileName} in ${file}`);
    }
  }
  return packages;
}
