/** The papers for those who change the code or attack it: what they name is there, and their numbers are those of the source. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MAX_INSTANCES } from "../../src/base/instances.js";
import { MAX_DECIMAL_LENGTH } from "../../src/base/decimal-text.js";
import { maximumFindings } from "../../src/messages/limit.js";
import { compileScheme, score } from "../../src/index.js";
import { loadFactSheet, loadRubrics } from "../../src/node.js";
import { maximumBytes, maximumDepth, maximumEntries, maximumTokens } from "../../src/parse/limits.js";
import type { NodeResult } from "../../src/model/assessment.js";
import { usesOf } from "../house/globals.js";
import { parse, readSources, root } from "../house/sources.js";
import ts from "typescript";

const contributing = readFileSync(join(root, ".github/CONTRIBUTING.md"), "utf8");
const security = readFileSync(join(root, ".github/SECURITY.md"), "utf8");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const quoted = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, inside]) => inside!);
const isPath = (text: string): boolean => /^(?:src|test|rubrics|\.ci|\.github)(?:\/|$)|^[A-Z]+\.md$/.test(text);

describe.each([
  ["CONTRIBUTING.md", contributing],
  ["SECURITY.md", security],
])("%s", (_, text) => {
  test("names files and folders that are there", () => {
    const paths = quoted(text).filter(isPath);
    expect(paths.length).toBeGreaterThan(8);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test("names scripts that are there", () => {
    const scripts = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script!);
    expect(scripts.filter((script) => manifest.scripts[script] === undefined)).toEqual([]);
  });
});

describe("CONTRIBUTING.md", () => {
  // A paragraph or an entry of a list: what it names is declared in one of the files that it names.
  const paragraphs = contributing.split(/\n\n|\n(?=- |\d\. )/);
  const named = paragraphs.flatMap((paragraph) => {
    const files = quoted(paragraph).filter((text) => text.endsWith(".ts"));
    return quoted(paragraph)
      .filter((text) => /^\w+\(\)$|^[A-Z_]+$|^[A-Z][a-z]\w*$|^[a-z]+[A-Z]\w*$/.test(text) && !isPath(text))
      .map((text) => ({ symbol: text.replace("()", ""), files }));
  });

  test("names functions and tables where they are declared", () => {
    expect(named.length).toBeGreaterThan(25);
    const lost = named.filter(({ symbol, files }) => !files.some((file) => declaredIn(file).includes(symbol)));
    expect(lost.map(({ symbol }) => symbol)).toEqual([]);
  });

  test("tells the points of 成立日期 as they are", async () => {
    const scheme = compileScheme(await loadRubrics(join(root, "rubrics")), "gongzhu-2023");
    const facts = await loadFactSheet(join(root, "rubrics/examples/exactly-80.facts.yaml"));
    const assessment = score(scheme, facts);
    const leaves = (node: NodeResult): readonly NodeResult[] => node.children?.flatMap(leaves) ?? [node];
    const leaf = leaves(assessment.components[0]!.root!).find(({ id }) => id === "A1.1")!;
    expect(assessment.asOf).toBe("2023-11-10");
    expect(facts.facts.find(({ id }) => id === "operating_since")).toMatchObject({ value: "2016-09-20" });
    expect(leaf).toMatchObject({ points: "2", awarded: { exact: "1.5" }, contribution: "15/14" });
    expect(leaf.read).toMatchObject([{ fact: "years_operating", value: "7" }]);
  });
});

describe("SECURITY.md", () => {
  const constant = (file: string, name: string): number =>
    Number(
      new RegExp(`^const ${name} = ([\\d_]+);$`, "m")
        .exec(readFileSync(join(root, file), "utf8"))?.[1]
        ?.replaceAll("_", ""),
    );
  const mebibytes = (bytes: number): string => `${bytes / 1024 / 1024} MiB`;

  test("says the limits as the source has them", () => {
    const rows = [...security.matchAll(/^\| [^|]+ \| ([^|]+) \| `([^`]+)` \|$/gm)].map(([, limit, file]) => [
      file,
      limit,
    ]);
    expect(rows).toEqual([
      ["src/parse/limits.ts", mebibytes(maximumBytes.rubric)],
      ["src/parse/limits.ts", mebibytes(maximumBytes.facts)],
      ["src/parse/limits.ts", `${maximumDepth}`],
      ["src/parse/limits.ts", `${maximumEntries}`],
      ["src/parse/limits.ts", `${maximumTokens}`],
      ["src/messages/limit.ts", `${maximumFindings}`],
      ["src/base/decimal-text.ts", `${MAX_DECIMAL_LENGTH}`],
      ["src/validate/derivation-meaning.ts", `${constant("src/validate/derivation-meaning.ts", "MAX_DEPTH")}`],
      ["src/compile/derive.ts", `${constant("src/compile/derive.ts", "MOST_BITS")}`],
      ["src/compile/link.ts", `${constant("src/compile/link.ts", "MOST_NODES")}`],
      ["src/base/instances.ts", `${MAX_INSTANCES}`],
      ["src/compile/link.ts", `${constant("src/compile/link.ts", "MOST_PER_INSTANCE")}`],
    ]);
  });

  const sources = readSources();

  test("is right that five files write one each", () => {
    const writers = sources.filter(({ text }) =>
      /\b(?:writeFile|appendFile|createWriteStream|mkdir|rm|unlink)\(/.test(text),
    );
    expect(writers.map(({ path, text }) => [path, text.match(/\bwriteFile\(/g)?.length])).toEqual([
      ["cli/redact.ts", 1],
      ["cli/run.ts", 1],
      ["cli/score.ts", 1],
      ["cli/update.ts", 1],
      ["files/store.ts", 1],
    ]);
  });

  test("is right that nothing reaches the network, and nothing makes code", { timeout: 60_000 }, () => {
    const modules = new Set(
      sources.flatMap(({ text }) => [...text.matchAll(/from "(node:[^"]+)"/g)].map(([, name]) => name)),
    );
    expect([...modules].sort()).toEqual([
      "node:crypto",
      "node:fs/promises",
      "node:os",
      "node:path",
      "node:url",
      "node:util",
    ]);
    const names = usesOf(sources).map(({ name }) => name);
    expect(names).toContain("process");
    const refused = ["fetch", "WebSocket", "XMLHttpRequest", "EventSource", "require", "eval", "Function"];
    expect(names.filter((name) => refused.includes(name))).toEqual([]);
  });

  test("is right about the variables that the command looks at", () => {
    const asked = sources.flatMap(({ text }) => [...text.matchAll(/process\.env\["(\w+)"\]/g)].map(([, name]) => name));
    expect([...new Set(asked)].sort()).toEqual(["CI", "LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "TERM"]);
    const security = readFileSync(join(root, ".github/SECURITY.md"), "utf8");
    expect(asked.filter((name) => !security.includes(`\`${name}\``))).toEqual([]);
    expect(sources.flatMap(({ text }) => text.match(/process\.env\b/g) ?? [])).toHaveLength(asked.length);
  });
});

/** Names declared at the top of a file. */
function declaredIn(path: string): readonly string[] {
  const file = parse({ path, text: readFileSync(join(root, path), "utf8") });
  return file.statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText(file));
    const { name } = statement as ts.Statement & { readonly name?: ts.Node };
    return name ? [name.getText(file)] : [];
  });
}
