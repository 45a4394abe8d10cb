/** The README as its reader meets it: every block is run, in the order of the page, in a folder of the reader's own. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { VERBS } from "../../src/cli/arguments.js";
import { root } from "../house/sources.js";
import { type Block, exitOf, fileOf, mistakesIn, patternOf, promisedBy, readBlocks } from "./blocks.js";
import { ensureBuilt, node } from "./built.js";
import { shell, typeErrors } from "./reader.js";

const readme = readFileSync(join(root, "README.md"), "utf8");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const blocks = readBlocks(readme);
const inline = [...readme.replaceAll(/^```[^]*?^```$/gm, "").matchAll(/`([^`\n]+)`/g)].map(([, text]) => text!);

const temporary = mkdtempSync(join(tmpdir(), "chengxin-readme-"));
const home = join(temporary, "own");
const installed = join(home, "node_modules", "chengxin");
/** npm takes its time on a busy machine. */
const PATIENCE = 240_000;

beforeAll(async () => {
  await ensureBuilt();
  // A copy, so that packing it builds nothing here while other tests read `dist`.
  for (const name of ["package.json", "README.md", "LICENSE", ...manifest.files])
    cpSync(join(root, name), join(temporary, "chengxin", name), { recursive: true });
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), '{ "private": true }\n');
}, PATIENCE);
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** Run from a clone, which no test can do within a test: that they stand there, and lead to something. */
const CLONE = ["npm ci && npm start", "npm ci && npm test"];

/** The text block behind a command shows what it prints. */
let printed = "";

const runners: Readonly<Record<string, (block: Block, before: Block | undefined) => Promise<void> | void>> = {
  sh: async (block) => {
    printed = "";
    if (CLONE.includes(block.text.trimEnd())) return expectScripts();
    const ended = await shell(block.text, home);
    expect(ended.exit, `${ended.stdout}${ended.stderr}`).toBe(exitOf(block));
    printed = ended.stdout;
  },
  text: ({ text }, before) => {
    expect(before?.language).toBe("sh");
    expect(printed).toMatch(patternOf(text));
  },
  ts: async ({ text, line }) => {
    const file = join(home, `line-${line}.mts`);
    writeFileSync(file, text);
    expect(typeErrors(file, ts.ModuleKind.NodeNext)).toEqual([]);
    const compilerOptions = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022 };
    writeFileSync(
      file.replace(".mts", ".mjs"),
      ts.transpileModule(text, { fileName: file, compilerOptions }).outputText,
    );
    expect(promisedBy(text)).not.toEqual([]);
    expect((await node(home, `line-${line}.mjs`)).trimEnd().split("\n")).toEqual(promisedBy(text));
  },
  yaml: (block) => {
    const file = fileOf(block);
    const [folder] = file.split("/");
    const users = blocks.filter(
      ({ language, text, line }) => language === "sh" && line > block.line && text.includes(` ${folder}`),
    );
    expect(users).not.toEqual([]);
    mkdirSync(dirname(join(home, file)), { recursive: true });
    writeFileSync(join(home, file), block.text);
  },
  diff: async (block) => {
    for (const { code, wrong, right } of mistakesIn(block)) {
      const file = blocks.find(({ language, text }) => language === "yaml" && `\n${text}`.includes(`\n${right}`))!;
      rmSync(join(home, "mistake"), { recursive: true, force: true });
      cpSync(join(home, dirname(fileOf(file))), join(home, "mistake"), { recursive: true });
      const spoiled = `\n${file.text}`.replace(`\n${right}`, `\n${wrong}`).slice(1);
      writeFileSync(join(home, fileOf(file).replace(/^[^/]+/, "mistake")), spoiled);
      const { stdout, exit } = await shell("npx chengxin check mistake --format json", home);
      const codes = (JSON.parse(stdout).findings as { code: string }[]).map((finding) => finding.code);
      expect([code, exit]).toEqual([codes.filter((found) => !CONSEQUENCES.includes(found)).join(" "), 1]);
    }
  },
};

/** What is said about files that need the one with the mistake. */
const CONSEQUENCES = ["rubric-broken", "sheet-not-found"];

describe("the block of line", () => {
  test.each(blocks.map((block, index) => [block.line, block.language, block, blocks[index - 1]] as const))(
    "%i (%s) does what it says",
    { timeout: PATIENCE },
    async (_, language, block, before) => {
      expect(Object.keys(runners)).toContain(language);
      await runners[language]!(block, before);
    },
  );
});

describe("near the top stand", () => {
  test.each(CLONE)("the command `%s`", (command) => {
    const block = blocks.find(({ text }) => text === `${command}\n`);
    expect(block?.language).toBe("sh");
    expect(block?.line).toBeLessThan(50);
  });

  test("what `npm start` tells: every example", { timeout: PATIENCE }, async () => {
    const { stdout, exit } = await shell(manifest.scripts.start, installed);
    expect(exit).toBe(0);
    const told = [...stdout.matchAll(/^── (.*) ──$/gm)].map(([, file]) => file);
    expect(told).toEqual(
      readdirSync(join(root, "rubrics/examples"))
        .map((name) => `rubrics/examples/${name}`)
        .sort(),
    );
  });
});

describe("what the text names is there:", () => {
  test("files", () => {
    const files = inline.filter((text) => /^(?:src|test|rubrics|dist|\.github)\b/.test(text));
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test("links, also to its own headings", () => {
    const targets = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target!);
    const headings = [...readme.matchAll(/^## (.*)$/gm)].map(
      ([, text]) => `#${text!.toLowerCase().replaceAll(" ", "-")}`,
    );
    const inner = targets.filter((target) => !target.startsWith("https://"));
    expect(inner.length).toBeGreaterThan(3);
    expect(inner.filter((target) => !headings.includes(target) && !existsSync(join(root, target)))).toEqual([]);
  });

  test("verbs and options", { timeout: PATIENCE }, async () => {
    const verbs = [...readme.matchAll(/^\| `chengxin (\w+)` \|/gm)].map(([, verb]) => verb);
    expect(verbs).toEqual([...VERBS]);
    const helps = await Promise.all(VERBS.map((verb) => node(installed, "dist/cli/main.js", verb, "--help")));
    const options = [...new Set(inline.flatMap((text) => text.match(/--[a-z-]+/g) ?? []))];
    expect(options.length).toBeGreaterThan(4);
    expect(options.filter((option) => !helps.some((help) => help.includes(option)))).toEqual([]);
  });

  test("the page of every code", { timeout: PATIENCE }, async () => {
    const commands = inline.flatMap((text) => /^(?:npx )?chengxin (code \S+)(?: --lang zh)?$/.exec(text)?.[1] ?? []);
    expect(commands).toEqual(["code tier-gap", "code full-width-colon"]);
    for (const command of commands)
      expect(await node(installed, "dist/cli/main.js", ...command.split(" "), "--lang", "en")).toContain("right:");
  });

  test("the versions of Node and of the tarball", () => {
    expect(inline).toEqual(expect.arrayContaining((manifest.engines.node as string).split(" || ")));
    expect(new Set(readme.match(/chengxin-\d[\w.-]*\.tgz/g))).toEqual(new Set([`chengxin-${manifest.version}.tgz`]));
  });
});

describe("CommonJS TypeScript", () => {
  test.each([
    [ts.ModuleKind.NodeNext, []],
    [ts.ModuleKind.Node20, []],
    // TS1479: a CommonJS file cannot `require` this ES module.
    [ts.ModuleKind.Node16, [1479]],
  ])("with `module` number %i gets these errors", { timeout: 60_000 }, (module, errors) => {
    const file = join(home, "use.cts");
    writeFileSync(
      file,
      'import { parseRubric } from "chengxin";\nexport const read: typeof parseRubric = parseRubric;\n',
    );
    expect(typeErrors(file, module).map(({ code }) => code)).toEqual(errors);
  });
});

function expectScripts(): void {
  const { start, test: tests, prepare, build } = manifest.scripts;
  expect(start).toMatch(/^node dist\/cli\/main\.js explain rubrics\/examples\b.* --lang zh$/);
  expect(tests).toMatch(/^vitest run\b/);
  // `npm ci` prepares, and what `start` runs is built by that.
  expect([prepare, build.startsWith("tsup")]).toEqual(["npm run build", true]);
}
