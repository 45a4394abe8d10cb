/** The door `chengxin/vitest`, in a test suite of somebody else: what passes, and where a failure points. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { manyCases } from "../cli/small-cases.js";
import { compileScheme, parseFactSheet, parseRubric, recordOf } from "../../src/index.js";
import { factSheet, scheme, sheet } from "../cli/small.js";
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
  write(
    "records.test.ts",
    'import { replayRecords } from "chengxin/vitest";\n\nreplayRecords("records", { lang: "en" });\nreplayRecords("rubrics");\n',
  );
  const program = compileScheme([scheme, sheet].map(parseRubric), "small");
  const record = recordOf(program, parseFactSheet(factSheet({ facts: { fines: "[]" } })));
  mkdirSync(join(folder, "records"));
  write("records/a.record.json", JSON.stringify(record));
  write("records/b.record.json", JSON.stringify({ ...record, assessment: { ...record.assessment, role: "somebody" } }));
  write("records/c.record.json", "no record");
  write(
    "matchers.test.ts",
    `import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileScheme, parseFactSheet, parseRubric, score } from "chengxin";
import "chengxin/vitest";

const text = (name) => readFileSync(name, "utf8");
const scheme = compileScheme(["small", "small-sheet"].map((name) => parseRubric(text(\`rubrics/\${name}.yaml\`))), "small");
const assessment = (facts) => score(scheme, parseFactSheet(facts));
const record = (name) => JSON.parse(text(\`records/\${name}.record.json\`));
const full = ${JSON.stringify(factSheet({ facts: { fines: "[]" } }))};
test("right", () => {
  expect(assessment(full)).toScore(90);
  expect(assessment(full)).toScore("90.00");
  expect(assessment(full)).toScore("180/2");
  expect(assessment(full)).not.toScore("90.000000000000000000001");
  expect(record("a")).toReplay();
  expect(record("b")).not.toReplay();
});
test("another score", () => expect(assessment(full)).toScore("89.5"));
test("open", () => expect(assessment("kind: facts\\nscheme: small\\nas_of: 2023-11-10\\nfacts: {}\\n")).toScore(90));
test("altered", () => expect(record("b")).toReplay());
test("no number", () => expect(assessment(full)).toScore("ninety"));
test("not exact", () => expect(assessment(full)).toScore(0.1 + 0.2));
test("no assessment", () => expect({ score: 90 }).toScore(90));
`,
  );
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

async function results(file: string): Promise<readonly string[]> {
  const printed = await vitest("--reporter=json", file);
  const { testResults } = JSON.parse(printed.slice(printed.indexOf('{"'))) as Suite;
  return testResults[0]!.assertionResults.map(({ title, status, failureMessages }) =>
    `${title} ${status} ${failureMessages[0]?.split("\n    at ")[0] ?? ""}`.trim(),
  );
}

describe("records", { timeout: 60_000 }, () => {
  test("are one test each", async () => {
    expect(await results("records.test.ts")).toEqual([
      "records/a.record.json passed",
      expect.stringMatching(/^records\/b\.record\.json failed Error: RECORD_ALTERED {2}records\/b/),
      expect.stringMatching(/^records\/c\.record\.json failed Error: UNSUPPORTED {2}records\/c/),
      "rubrics failed Error: `rubrics` holds no record",
    ]);
  });
});

describe("matchers", { timeout: 60_000 }, () => {
  test("compare exactly, and say how far it is off", async () => {
    expect(await results("matchers.test.ts")).toEqual([
      "right passed",
      "another score failed Error: expected a score of exactly 89.5, and it is 90, shown as 90.00, 0.5 from it; the outcome is passed",
      expect.stringMatching(
        /^open failed Error: expected a score of exactly 90, and it is open between .* and .*; the outcome is/,
      ),
      expect.stringMatching(/^altered failed Error: RECORD_ALTERED {2}the record/),
      expect.stringMatching(/^no number failed TypeError: `toScore`: `expected` must be a number such as 80/),
      expect.stringMatching(/^not exact failed TypeError: `toScore`: `expected` must be a number such as 80/),
      expect.stringMatching(/^no assessment failed TypeError: `toScore`: `received` must be an assessment/),
    ]);
  });
});

test("an argument that is wrong is told to the developer", async () => {
  const { replayRecords, rubricCases } = await import("../../src/vitest.js");
  expect(() => replayRecords([] as unknown as string)).toThrow(/`replayRecords`: `files` must be a string/);
  expect(() => replayRecords("x", { audit: true } as object)).toThrow(/`options` has no `audit`/);
  expect(() => rubricCases(5 as unknown as string)).toThrow(/`rubricCases`: `files` must be a string/);
  expect(() => rubricCases("x", { lange: "en" } as object)).toThrow(/`options` has no `lange`/);
});
