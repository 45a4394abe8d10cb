// Prints `N passed, N failed` from vitest's JSON report, and exits with 1 unless tests ran and all of them passed.
// Usage: node .ci/tally.mjs REPORT STATUS, where STATUS is what the test command exited with.
import { readFileSync } from "node:fs";

const [file, status] = process.argv.slice(2);
const report = readReport(file);

let failed = report.numFailedTests;
for (const result of report.testResults) {
  // A file that could not be imported has no tests to fail, and a failed hook may leave only skipped ones.
  if (result.status !== "failed" || result.assertionResults.some((test) => test.status === "failed")) continue;
  failed += 1;
  console.log(`${result.name}: ${result.message || "failed outside of its tests"}`);
}
if (failed === 0 && status !== "0") {
  failed = 1;
  console.log(`no test failed, yet the test command exited with ${status}: an error outside of the tests`);
}
if (report.numPassedTests + failed === 0) console.log("no test ran");
if (report.numPendingTests > 0) console.log(`${report.numPendingTests} skipped`);

console.log(`${report.numPassedTests} passed, ${failed} failed`);
process.exitCode = failed === 0 && report.numPassedTests > 0 ? 0 : 1;

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    console.log(`no test report: ${error.message}`);
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };
  }
}
