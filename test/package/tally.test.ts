/** The last line of `.ci/run` is read by machines, so it must count what vitest's own totals leave out. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { root } from "../house/sources.js";

const folder = mkdtempSync(join(tmpdir(), "chengxin-tally-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const passing = { name: "a.test.ts", status: "passed", message: "", assertionResults: [{ status: "passed" }] };
const failing = { name: "b.test.ts", status: "failed", message: "", assertionResults: [{ status: "failed" }] };
const broken = { name: "c.test.ts", status: "failed", message: "no such module", assertionResults: [] };

describe("the tally", () => {
  test.each([
    ["all passed", report(1, 0, [passing]), 0, "1 passed, 0 failed", 0],
    ["a failed test", report(1, 1, [passing, failing]), 1, "1 passed, 1 failed", 1],
    ["a file that cannot be imported", report(1, 0, [passing, broken]), 1, "1 passed, 1 failed", 1],
    ["an error outside of the tests", report(1, 0, [passing]), 1, "1 passed, 1 failed", 1],
    ["no test at all", report(0, 0, []), 0, "0 passed, 0 failed", 1],
    ["no report", "", 1, "0 passed, 1 failed", 1],
  ])("%s", (name, text, tested, last, exit) => {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, text);
    const { stdout, status } = spawnSync(process.execPath, [join(root, ".ci/tally.mjs"), file, String(tested)], {
      encoding: "utf8",
    });
    expect(stdout.trimEnd().split("\n").at(-1)).toBe(last);
    expect(status).toBe(exit);
  });
});

function report(numPassedTests: number, numFailedTests: number, testResults: readonly object[]): string {
  return JSON.stringify({ numPassedTests, numFailedTests, numPendingTests: 0, testResults });
}
