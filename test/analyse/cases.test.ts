/** Golden cases against small rubrics: what is compared, and what is told of an indicator that differs. */
import { describe, expect, test } from "vitest";
import { runCases } from "../../src/analyse/cases.js";
import { parseRubric } from "../../src/index.js";
import { readCasesBytes } from "../../src/files/cases.js";

const sheetOf = (id: string, leaf: string) =>
  parseRubric(`kind: sheet
id: ${id}
version: "1"
title: ${id}
points: 10
facts:
  ${leaf}_rate: { type: decimal, title: Rate, range: { at_least: 0, at_most: 3 } }
indicators:
  - id: G
    title: Group
    points: 10
    indicators:
      - id: ${leaf}
        title: Leaf
        points: 10
        scoring: { rule: linear, fact: ${leaf}_rate, knots: [{ at: 0, points: 0 }, { at: 3, points: 10 }], beyond: clip }
`);

const scheme = parseRubric(`kind: scheme
id: p
version: "1"
title: Scheme
points: 100
blend:
  - { id: one, sheet: one, weight: 0.5 }
  - { id: two, sheet: two, weight: 0.5 }
goal: passed
outcomes:
  - { id: passed, when: { score: { at_least: 80 } } }
  - { id: failed, otherwise: true }
`);

const rubrics = {
  rubrics: [sheetOf("one", "A"), sheetOf("two", "B"), scheme].map((rubric) => ({ rubric })),
  diagnostics: [],
};

function run(expected: string, facts = "{ A_rate: 1, B_rate: 3 }") {
  const text = `kind: cases
scheme: p
cases:
  - name: case
    given: { as_of: 2024-06-30, facts: ${facts} }
    expect: ${expected}
`;
  const read = readCasesBytes(new TextEncoder().encode(text), "p.cases.yaml");
  if (read.kind !== "cases") throw new Error(read.diagnostics.map(({ message }) => message.en).join());
  const { result, diagnostics } = runCases([{ loaded: read.loaded, rubrics }], { lang: "en" });
  expect(diagnostics).toEqual([]);
  return result.cases[0]!;
}

const differencesOf = (...args: Parameters<typeof run>) =>
  run(...args).differences.map(({ about, expected, actual, difference }) => [about, expected, actual, difference]);

describe("equal", () => {
  test.each([
    "{ score: 200/3 }",
    "{ score: 400/6, display: 66.67 }",
    "{ score: { least: 200/3, most: 200/3 } }",
    "{ indicators: { A: 10/3, one/A: 10/3, B: 10.00, one/G: 10/3, one: 10/3 } }",
    "{ outcome: failed, possible: [failed] }",
  ])("%s", (expected) => {
    expect(run(expected)).toMatchObject({ status: "passed", differences: [], findings: [] });
  });

  test("the order of a list that is a set does not matter", () => {
    expect(run("{ possible: [failed, passed], score: open }", "{ A_rate: 1 }").status).toBe("failed");
    expect(run("{ possible: [failed, passed], score: open }", "{ B_rate: 3 }").status).toBe("passed");
  });
});

describe("different", () => {
  test.each<[string, string, (string | null)[][]]>([
    ["a number that is only near", "{ score: 66.67 }", [["score", "66.67", "200/3", "-1/300"]]],
    ["a display with other places", "{ display: 66.670 }", [["display", "66.670", "66.67", null]]],
    ["a bound", "{ score: { least: none, most: 200/3 } }", [["score/least", "none", "200/3", null]]],
    ["what is open and what is not", "{ indicators: { A: open } }", [["indicators/A", "open", "10/3", null]]],
    [
      "in the order of the text",
      "{ outcome: passed, score: 1 }",
      [
        ["outcome", "passed", "failed", null],
        ["score", "1", "200/3", "197/3"],
      ],
    ],
  ])("%s", (_, expected, differences) => {
    expect(differencesOf(expected)).toEqual(differences);
  });
});

describe("the story of an indicator that differs", () => {
  const storyOf = (name: string) => run(`{ indicators: { ${name}: 1 } }`).differences[0]!.story;

  test("is its own, also where it is a group with one child or a whole sheet", () => {
    expect(storyOf("A")).toMatch(/^A Leaf: Rate: 1 → .* → 10\/3 \(about 3\.3333\) of 10 points/);
    expect(storyOf("one/G")).toMatch(/^G Group: /);
    expect(storyOf("one")).toMatch(/^one one: /);
  });
});

test("an id that several sheets have is unknown until it is written in full", () => {
  const { status, findings } = run("{ indicators: { G: 1 } }");
  expect(status).toBe("failed");
  expect(findings.map(({ code, data, range }) => [code, data?.["nearest"], range?.start])).toEqual([
    ["expected-unknown", ["one/G", "two/G"], { line: 6, column: 29 }],
  ]);
});

test("a fact that is wrong fails the case, unless just that is expected", () => {
  expect(run("{ outcome: undetermined }", "{ A_rate: 4 }")).toMatchObject({
    status: "failed",
    differences: [],
    findings: [{ code: "fact-out-of-range", path: "/cases/0/given/facts/A_rate" }],
  });
  expect(run("{ findings: [fact-out-of-range] }", "{ A_rate: 4 }").status).toBe("passed");
  expect(run("{ findings: [] }").status).toBe("passed");
});

describe("a band", () => {
  const graded = {
    rubrics: [
      sheetOf("one", "A"),
      parseRubric(`kind: scheme
id: p
version: "1"
title: Scheme
points: 100
blend: [ { id: one, sheet: one, weight: 1 } ]
bands: [ { id: high, at_least: 80 }, { id: low, below: 80 } ]
goal: scored
outcomes: [ { id: scored, otherwise: true } ]
`),
    ].map((rubric) => ({ rubric })),
    diagnostics: [],
  };
  const runGraded = (...cases: readonly [string, string][]) => {
    const text = `kind: cases
scheme: p
cases:
${cases.map(([facts, band], i) => `  - { name: c${i}, given: { as_of: 2024-06-30, facts: ${facts} }, expect: { band: ${band} } }`).join("\n")}
`;
    const read = readCasesBytes(new TextEncoder().encode(text), "p.cases.yaml");
    if (read.kind !== "cases") throw new Error("no cases");
    return runCases([{ loaded: read.loaded, rubrics: graded }], { lang: "en", coverage: true }).result;
  };

  test("is compared by its id, and open while several are possible", () => {
    const { passed, cases } = runGraded(["{ A_rate: 3 }", "high"], ["{}", "open"], ["{ A_rate: 1 }", "high"]);
    expect(passed).toBe(2);
    expect(cases[2]!.differences.map(({ about, expected, actual }) => [about, expected, actual])).toEqual([
      ["band", "high", "low"],
    ]);
  });

  test("that the scheme does not have is unknown", () => {
    const [only] = runGraded(["{ A_rate: 3 }", "hihg"]).cases;
    expect(only!.findings.map(({ code, data }) => [code, data?.["nearest"]])).toEqual([["expected-unknown", ["high"]]]);
  });

  test("is covered by a case that ends in it", () => {
    const groups = runGraded(["{ A_rate: 3 }", "high"]).coverage.flatMap((rubric) => rubric.groups);
    expect(groups.find(({ kind }) => kind === "bands")).toEqual({
      kind: "bands",
      covered: 1,
      total: 2,
      percent: 50,
      missing: [{ id: "low", what: "" }],
    });
  });
});

describe("effects", () => {
  const rubrics = {
    rubrics: [
      `kind: sheet
id: s
version: "1"
title: t
points: 4
facts: { fatal: { type: boolean } }
effects: [ { when: { fact: fatal, is: true }, then: veto } ]
indicators:
  - id: A
    title: t
    points: 4
    effects:
      - { when: { fact: fatal, is: true }, then: { at_most: 1 } }
      - { when: { indicator: A1, points: { at_most: 0 } }, then: zero }
    indicators:
      - { id: A1, title: t, points: 2, scoring: { rule: flag, fact: { type: boolean } } }
      - { id: A2, title: t, points: 2, scoring: { rule: flag, fact: { type: boolean } } }
`,
      `kind: scheme
id: p
version: "1"
title: t
points: 100
blend: [{ id: base, sheet: s, weight: 1 }]
goal: rest
outcomes: [{ id: rest, otherwise: true }]
`,
    ].map((text) => ({ rubric: parseRubric(text) })),
    diagnostics: [],
  };

  test("are covered by a case in which they hold", () => {
    const text = `kind: cases
scheme: p
cases:
  - { name: c, given: { as_of: 2024-06-30, facts: { A1: true, A2: true, fatal: true } }, expect: { score: 25 } }
`;
    const read = readCasesBytes(new TextEncoder().encode(text), "p.cases.yaml");
    if (read.kind !== "cases") throw new Error("no cases");
    const { result } = runCases([{ loaded: read.loaded, rubrics }], { lang: "en", coverage: true });
    expect(result.passed).toBe(1);
    const groups = result.coverage.flatMap((rubric) => rubric.groups);
    expect(groups.find(({ kind }) => kind === "effects")).toEqual({
      kind: "effects",
      covered: 2,
      total: 3,
      percent: 66,
      missing: [{ id: "A", what: "[2] zero" }],
    });
  });
});

describe("conditions of a sheet", () => {
  const rubrics = {
    rubrics: [
      `kind: sheet
id: s
version: "1"
title: t
points: 4
eligibility: [ { id: S1, title: t, require: { fact: A, is: true } } ]
indicators:
  - { id: A, title: t, points: 4, scoring: { rule: flag, fact: { type: boolean } } }
`,
      `kind: scheme
id: p
version: "1"
title: t
points: 100
blend: [{ id: base, sheet: s, weight: 1 }]
goal: rest
outcomes: [{ id: out, when: { eligibility: ineligible } }, { id: rest, otherwise: true }]
`,
    ].map((text) => ({ rubric: parseRubric(text) })),
    diagnostics: [],
  };

  test("are expected like those of the scheme, and counted with the sheet", () => {
    const text = `kind: cases
scheme: p
cases:
  - { name: yes, given: { as_of: 2024-06-30, facts: { A: true } }, expect: { conditions: { S1: satisfied } } }
  - { name: no, given: { as_of: 2024-06-30, facts: { A: false } }, expect: { eligibility: ineligible } }
`;
    const read = readCasesBytes(new TextEncoder().encode(text), "p.cases.yaml");
    if (read.kind !== "cases") throw new Error("no cases");
    const { result } = runCases([{ loaded: read.loaded, rubrics }], { lang: "en", coverage: true });
    expect(result.passed).toBe(2);
    const conditions = result.coverage.map(({ rubric, groups }) => [
      rubric.id,
      groups.find(({ kind }) => kind === "conditions")?.missing,
    ]);
    expect(conditions).toEqual([
      ["p", undefined],
      ["s", [{ id: "S1", what: "unknown" }]],
    ]);
  });

  test("are expected of the sheet alone, too", () => {
    const text = `kind: cases
sheet: s
defaults: { as_of: 2024-06-30 }
cases:
  - { name: yes, given: { facts: { A: true } }, expect: { score: 4, eligibility: eligible, conditions: { S1: satisfied } } }
  - { name: no, given: { facts: { A: false } }, expect: { eligibility: ineligible, conditions: { S1: failed } } }
  - { name: open, given: { facts: {} }, expect: { eligibility: undetermined, conditions: { S1: unknown } } }
  - { name: wrong, given: { facts: { A: true } }, expect: { eligibility: ineligible, conditions: { S2: failed } } }
`;
    const read = readCasesBytes(new TextEncoder().encode(text), "s.cases.yaml");
    if (read.kind !== "cases") throw new Error("no cases");
    const { result } = runCases([{ loaded: read.loaded, rubrics }], { lang: "en", coverage: true });
    const told = result.cases.map(({ name, differences, findings }) => [
      name,
      ...differences.map(({ expected, actual }) => `${expected}, is ${actual}`),
      ...findings.map(({ code }) => code),
    ]);
    expect(told).toEqual([["yes"], ["no"], ["open"], ["wrong", "ineligible, is eligible", "expected-unknown"]]);
    expect(result.coverage[0]!.groups.find(({ kind }) => kind === "conditions")).toMatchObject({ percent: 100 });
  });
});

describe("rules inside a rule", () => {
  const sheet = parseRubric(`kind: sheet
id: s
version: "1"
title: t
points: 14
facts:
  n: { type: integer, range: { at_least: 0, at_most: 9 } }
  small: { type: boolean }
  pure: { type: boolean }
indicators:
  - id: A
    title: t
    points: 10
    scoring:
      rule: first_of
      of:
        - { title: small, when: { fact: small, is: true }, rule: tiers, fact: n, tiers: [ { below: 2, points: 10 }, { at_least: 2, points: 0 } ] }
        - { title: large, rule: tiers, fact: n, tiers: [ { below: 5, points: 10 }, { at_least: 5, points: 0 } ] }
  - id: B
    title: t
    points: 4
    scoring:
      rule: parts
      parts:
        - { title: always, rule: flag, fact: pure, points: 3 }
        - { title: sometimes, when: { fact: small, is: true }, rule: flag, fact: pure, points: 1 }
`);

  test("are touched where they were asked, and only there", () => {
    const text = `kind: cases
sheet: s
defaults: { as_of: 2024-06-30, facts: { pure: true } }
cases:
  - { name: small, given: { facts: { small: true, n: 2 } }, expect: { score: 4 } }
  - { name: small at 1, given: { facts: { small: true, n: 1 } }, expect: { score: 14 } }
  - { name: large, given: { facts: { small: false, n: 4 } }, expect: { score: 13 } }
`;
    const read = readCasesBytes(new TextEncoder().encode(text), "s.cases.yaml");
    if (read.kind !== "cases") throw new Error("no cases");
    const set = { rubrics: [{ rubric: sheet }], diagnostics: [] };
    const { result } = runCases([{ loaded: read.loaded, rubrics: set }], { lang: "en", coverage: true });
    expect(result.passed).toBe(3);
    const told = result.coverage[0]!.groups.map(({ kind, covered, total, missing }) => [
      kind,
      `${covered}/${total}`,
      ...missing.map(({ id, what }) => `${id} ${what}`),
    ]);
    expect(told).toEqual([
      ["tiers", "3/4", "A [2] at_least 5"],
      // A: either rule was the one. B: its second part counted and did not; both flags were only ever true.
      ["options", "6/8", "B [1] pure: false", "B [2] pure: false"],
      ["boundaries", "3/4", "A [2] n = 5"],
    ]);
  });
});
