/** Documents of golden cases: what is refused, with its place; and what cases are made of. */
import { describe, expect, test } from "vitest";
import type { GoldenCase } from "../../src/model/cases.js";
import { readDocument } from "../../src/parse/read-document.js";
import { validateCasesDocument } from "../../src/validate/cases.js";

const read = (text: string) => {
  const { document, diagnostics } = readDocument(text, "rubric");
  expect(diagnostics).toEqual([]);
  return validateCasesDocument(document!);
};
const found = (text: string): readonly string[] =>
  read(text).diagnostics.map(({ code, range }) => `${range?.start.line}:${range?.start.column} ${code}`);

const document = (...lines: readonly string[]): string =>
  [
    "kind: cases",
    "scheme: p",
    "defaults: { as_of: 2024-06-30, facts: { a: true, b: 1 } }",
    "cases:",
    ...lines,
    "",
  ].join("\n");

function caseOf(...lines: readonly string[]): GoldenCase {
  const validation = read(document(...lines));
  if (!validation.success) throw new Error(validation.diagnostics.map(({ code }) => code).join());
  return validation.cases.cases[0]!;
}

describe("is refused:", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["an unknown key", ["  - { name: x, expects: { score: 1 } }"], ["5:16 unknown-key"]],
    ["a tolerance", ["  - { name: x, tolerance: 0.1, expect: { score: 1 } }"], ["5:16 unknown-key"]],
    ["a case without a name", ["  - { expect: { score: 1 } }"], ["5:7 missing-key"]],
    ["a case without expectations", ["  - { name: x }"], ["5:7 missing-key"]],
    ["nothing expected", ["  - { name: x, expect: {} }"], ["5:16 case-expects-nothing"]],
    ["an empty list of indicators", ["  - { name: x, expect: { indicators: {} } }"], ["5:16 case-expects-nothing"]],
    [
      "two cases of one name",
      ["  - { name: x, expect: { score: 1 } }", "  - { name: x, expect: { score: 2 } }"],
      ["6:13 case-name-twice"],
    ],
    ["a score that is none", ["  - { name: x, expect: { score: opne } }"], ["5:33 not-a-number-or"]],
    ["a fraction by zero", ["  - { name: x, expect: { score: 1/0 } }"], ["5:33 not-a-number-or"]],
    ["a percentage", ["  - { name: x, expect: { score: 80% } }"], ["5:33 number-percent"]],
    ["a bound that is none", ["  - { name: x, expect: { score: { lest: 1 } } }"], ["5:35 unknown-key"]],
    ["a strange status", ["  - { name: x, expect: { conditions: { E1: ok } } }"], ["5:44 not-one-of"]],
    ["a wrong day", ["  - { name: x, given: { as_of: 2024-02-30 }, expect: { score: 1 } }"], ["5:32 impossible-date"]],
    ["facts that are a list", ["  - { name: x, given: { facts: [a] }, expect: { score: 1 } }"], ["5:32 not-a-mapping"]],
    [
      "a section of no fact sheet",
      ["  - { name: x, given: { fact: {} }, expect: { score: 1 } }"],
      ["5:25 unknown-key"],
    ],
  ])("%s", (_, lines, codes) => {
    expect(found(document(...lines))).toEqual(codes);
  });

  test("neither scheme nor sheet, and both", () => {
    const cases = "cases: [{ name: x, given: { as_of: 2024-06-30 }, expect: { score: 1 } }]";
    expect(found(`kind: cases\n${cases}\n`)).toEqual(["1:7 no-kind"]);
    expect(found(`kind: cases\nscheme: p\nsheet: s\n${cases}\n`)).toEqual(["3:1 several-kinds"]);
  });

  test("no day anywhere", () => {
    expect(
      found(
        "kind: cases\nscheme: p\ncases:\n  - name: x\n    given: { facts: { a: true } }\n    expect: { score: 1 }\n",
      ),
    ).toEqual(["5:5 missing-key"]);
  });

  const ofASheet = (line: string) =>
    `kind: cases\nsheet: s\ncases:\n  - { name: x, given: { as_of: 2024-06-30 }, expect: { ${line} } }\n`;

  test.each(["outcome: passed", "band: good", "possible: [passed]"])("%s of a sheet alone", (line) => {
    expect(found(ofASheet(line))).toEqual(["4:56 expected-of-a-sheet"]);
  });

  test.each(["eligibility: eligible", "conditions: { E1: failed }"])("%s: a sheet has that by itself", (line) => {
    expect(found(ofASheet(line))).toEqual([]);
  });
});

describe("a case", () => {
  test("lays its own facts over the defaults, and takes away what it leaves empty", () => {
    const { factSheet, own } = caseOf("  - { name: x, given: { facts: { b: ~, c: 2 } }, expect: { score: 1 } }");
    expect(factSheet.facts.map(({ id, value }) => [id, value])).toEqual([
      ["a", true],
      ["c", "2"],
    ]);
    expect(factSheet.problems).toBeUndefined();
    expect(own).toEqual(["/facts/b", "/facts/c"]);
  });

  test("has the scheme of the document, in the version it names", () => {
    const text = document("  - { name: x, expect: { score: 1 } }").replace("scheme: p", "scheme: p@1.0");
    const validation = read(text);
    expect(validation.success && validation.cases.of).toEqual({ kind: "scheme", id: "p", version: "1.0" });
    expect(validation.success && validation.cases.cases[0]!.factSheet.scheme).toEqual({ id: "p", version: "1.0" });
  });

  test("says each thing that is expected in its place", () => {
    const { expect: expected } = caseOf(
      "  - name: x",
      "    expect:",
      "      score: { least: 1/3, most: none }",
      "      indicators: { base/A: 2.50, B: not-applicable }",
      "      findings: []",
    );
    expect(expected).toEqual([
      { about: "least", value: { number: "1/3" }, path: "/cases/0/expect/score/least" },
      { about: "most", value: { word: "none" }, path: "/cases/0/expect/score/most" },
      { about: "indicator", id: "base/A", value: { number: "2.50" }, path: "/cases/0/expect/indicators/base~1A" },
      { about: "indicator", id: "B", value: { word: "not-applicable" }, path: "/cases/0/expect/indicators/B" },
      { about: "findings", values: [], path: "/cases/0/expect/findings" },
    ]);
  });
});
