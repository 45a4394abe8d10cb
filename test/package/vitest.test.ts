/** The door `chengxin/vitest`, in a test suite of somebody else: what passes, and where a failure points. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { manyCases } from "../cli/small-cases.js";
import { scheme, sheet } from "../cli/small.js";
import { root } from "../house/sources.js";
import { ensureBuilt } from "./built.js";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "chengxin-vitest-")));

beforeAll(async () => {
  await ensureBuilt();
  mkdirSync(join(folder, "node_modules"));
  mkdirSync(join(folder, "rubrics"));
  symlinkSync(root, join(folder, "node_modules", "chengxin"), "dir");
  symlinkSync(join(root, "node_modules", "vitest"), join(folder, "node_modules", "vitest"), "dir");
  write("package.json", '{ "type": "module" }');
  write("rubrics/small.yaml", scheme);
  write("rubrics/small-sheet.yaml", sheet);
  write(
    "rubrics/small.cases.yaml",
    manyCases(
      { name: "对的", expect: "{ score: 89 }" },
      { name: "错的", expect: "{ indicators: { C: 18.00 } }" },
      { name: "没有的", expect: "{ indicators: { CC: 1 } }" },
    ),
  );
  write("rubrics/broken.cases.yaml", "kind: cases\nscheme: small\ncases: []\n");
  write(
    "cases.test.ts",
    'import { rubricCases } from "chengxin/vitest";\n\nrubricCases("rubrics/**/sm*.cases.yaml", { lang: "en" });\n',
  );
  write(
    "broken.test.ts",
    'import { rubricCases } from "chengxin/vitest";\n\nrubricCases("rubrics/broken.cases.yaml");\n',
  );
  write("none.test.ts", 'import { rubricCases } from "chengxin/vitest";\n\nrubricCases("rubrics/none*.cases.yaml");\n');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

interface Suite {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

async function vitest(...args: readonly string[]): Promise<string> {
  const bin = join(root, "node_modules", "vitest", "vitest.mjs");
  const env = { PATH: process.env["PATH"], NO_COLOR: "1", GITHUB_WORKSPACE: folder };
  const child = spawn(process.execPath, [bin, "run", "--root", folder, ...args], { cwd: folder, env });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => {
    child.on("close", resolve);
  });
  return Buffer.concat(chunks).toString();
}

describe("rubricCases", { timeout: 60_000 }, () => {
  test("registers one test for each case", async () => {
    const printed = await vitest("--reporter=json", "cases.test.ts");
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(printed.slice(printed.indexOf("{"))) as Suite;
    expect([numPassedTests, numFailedTests]).toEqual([1, 2]);
    const [right, wrong, strange] = testResults[0]!.assertionResults;
    expect([right!.title, right!.status]).toEqual(["对的", "passed"]);
    expect(wrong!.failureMessages[0]).toContain("expected 18.00, got 17.5, difference -0.5\n    C Rate: 87.5 → ");
    expect(strange!.failureMessages[0]).toContain("error[expected-unknown] `small` has no `CC`");
  });

  test("points at the line of YAML first, then at the test file", async () => {
    const printed = await vitest("--reporter=default", "cases.test.ts");
    const frames = [...printed.matchAll(/❯ (.*)/g)].map(([, frame]) => frame).filter((frame) => frame!.includes(":"));
    const at = frames.indexOf("cases[1].expect.indicators.C rubrics/small.cases.yaml:25:32");
    expect(at).toBeGreaterThanOrEqual(0);
    expect(frames[at + 1]).toBe("cases.test.ts:3:1");
    expect(printed).toContain("indicators/C: 18.00");
  });

  test("is seen by the reporter that wants a module in the stack", async () => {
    const printed = await vitest("--reporter=github-actions", "cases.test.ts");
    expect(printed.match(/^::error file=.*$/gm)).toHaveLength(2);
  });

  test("fails with the findings where there is nothing to run", async () => {
    const printed = await vitest("--reporter=default", "broken.test.ts", "none.test.ts");
    expect(printed).toContain("错误[empty-list]");
    expect(printed).toContain("`rubrics/none*.cases.yaml` matches no file of golden cases");
    expect(printed).toMatch(/Tests +2 failed/);
  });
});

test("an argument that is wrong is told to the developer", async () => {
  const { rubricCases } = await import("../../src/vitest.js");
  expect(() => rubricCases(5 as unknown as string)).toThrow(/`rubricCases`: `files` must be a string/);
  expect(() => rubricCases("x", { lange: "en" } as object)).toThrow(/`options` has no `lange`/);
});
