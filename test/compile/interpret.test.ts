import { describe, expect, test } from "vitest";
import { parseFactSheet, score } from "../../src/index.js";
import { type Data, codes, compiled, node, nodeAt, scheme, scorer, sheet } from "../helpers/build/rubric.js";

const FLAG = node("flag", 100, { scoring: { rule: "flag", fact: { type: "boolean" } } });
const parts = (declaration: Data): Data => ({
  facts: { x: declaration },
  preferences: [{ id: "P", title: "P", when: { fact: "x", missing: true } }],
});

/** State and printed value of the one fact `x`, and the findings about it. */
function readAs(declaration: Data, x: unknown): { state: string; value: unknown; codes: readonly string[] } {
  const assessment = scorer(sheet({ indicators: [FLAG] }), scheme(parts(declaration)))({ facts: { x } });
  const { state, value } = assessment.preferences[0]!.because[0]!;
  return { state, value, codes: codes(assessment) };
}

const given = (value: unknown): object => ({ state: "given", value, codes: [] });
const invalid = (...found: readonly string[]): object => ({ state: "invalid", value: null, codes: found });

describe("a supplied value of a declared type", () => {
  test.each([
    ["boolean", true, true],
    ["boolean", false, false],
    ["integer", 5, "5"],
    ["integer", "5.00", "5"],
    ["integer", "-0", "0"],
    ["integer", "12345678901234567890", "12345678901234567890"],
    ["decimal", "98.50", "98.5"],
    ["decimal", 98.5, "98.5"],
    ["decimal", "0.12345678901234567890123", "0.12345678901234567890123"],
    ["decimal", -3, "-3"],
    ["date", "2024-02-29", "2024-02-29"],
    ["text", "北京", "北京"],
    ["text", "007", "007"],
    ["text", "", ""],
    ["credit-code", "91110105100E001001", "91110105100E001001"],
  ])("%s %j is given as %j", (type, value, printed) => {
    expect(readAs({ type }, value)).toEqual(given(printed));
  });

  test.each([
    ["boolean", "true", "fact-wrong-type"],
    ["boolean", 1, "fact-wrong-type"],
    ["integer", "5.5", "fact-not-whole"],
    ["integer", "+5", "fact-not-a-number"],
    ["decimal", "1e3", "fact-not-a-number"],
    ["decimal", "80%", "fact-not-a-number"],
    ["decimal", "８０", "fact-not-a-number"],
    ["decimal", true, "fact-not-a-number"],
    ["decimal", "1".repeat(41), "fact-not-a-number"],
    ["decimal", [], "fact-not-a-number"],
    ["date", "2023-02-29", "fact-not-a-date"],
    ["date", "2023/02/28", "fact-not-a-date"],
    ["text", ["a"], "fact-wrong-type"],
    ["credit-code", "91110105MA0000000X", "fact-credit-code"],
    ["credit-code", "91110105ma0000000y", "fact-credit-code"],
  ])("%s %j is invalid: %s", (type, value, code) => {
    expect(readAs({ type }, value)).toEqual(invalid(`${code} /facts/x`));
  });

  test("what is wrapped is read alike, and its place is the value's", () => {
    expect(readAs({ type: "decimal" }, { value: 5, evidence: ["doc-3"], note: "抽查" })).toEqual(given("5"));
    expect(readAs({ type: "decimal" }, { value: "x" })).toEqual(invalid("fact-not-a-number /facts/x/value"));
  });

  test.each([
    [{ at_least: 0, at_most: 100 }, ["-0.1", "100.1"], ["0", "100"]],
    [{ above: 0, below: 100 }, ["0", "100"], ["0.1", "99.9"]],
  ])("a number in %j", (range, outside, inside) => {
    for (const x of outside)
      expect(readAs({ type: "decimal", range }, x)).toEqual(invalid("fact-out-of-range /facts/x"));
    for (const x of inside) expect(readAs({ type: "decimal", range }, x)).toEqual(given(x));
  });

  test("an unusable wrapper is one finding, and the fact is invalid", () => {
    for (const x of [{ note: "x" }, { value: 5, missing: true }, { missing: false }, 0.1 + 0.2]) {
      const read = readAs({ type: "decimal" }, x);
      expect(read.state).toBe("invalid");
      expect(read.codes).toHaveLength(1);
    }
  });

  test("evidence that is required and not listed is worth a remark, not the fact", () => {
    expect(readAs({ type: "boolean", evidence: "required" }, true)).toEqual({
      state: "given",
      value: true,
      codes: ["evidence-missing /facts/x"],
    });
    expect(readAs({ type: "boolean", evidence: "required" }, { value: true, evidence: ["doc-1"] })).toEqual(
      given(true),
    );
    expect(readAs({ type: "boolean", evidence: "optional" }, true)).toEqual(given(true));
  });
});

describe("papers behind a fact", () => {
  const score = scorer(sheet({ indicators: [FLAG] }), scheme());
  const evidence = (flag: Data): readonly string[] => nodeAt(score({ facts: { flag } }), "flag").read[0]!.evidence;

  test("stand beside it, also where its value cannot be used", () => {
    expect(evidence({ value: true, evidence: ["doc-3", "doc-4"] })).toEqual(["doc-3", "doc-4"]);
    expect(evidence({ value: "x", evidence: ["doc-3"] })).toEqual(["doc-3"]);
    expect(evidence({ value: true })).toEqual([]);
  });
});

describe("a fact sheet written as text", () => {
  const program = compiled(
    sheet({ indicators: [FLAG] }),
    scheme({
      facts: { code: { type: "credit-code" }, rate: { type: "decimal" }, name: { type: "text" } },
      preferences: ["code", "rate", "name"].map((fact) => ({
        id: `P-${fact}`,
        title: fact,
        when: { fact, missing: true },
      })),
    }),
  );
  const values = (text: string): unknown[] =>
    score(program, parseFactSheet(`kind: facts\nscheme: scheme\nas_of: 2023-11-10\nfacts:\n${text}`)).preferences.map(
      ({ because }) => because[0]!.value,
    );

  test("a code that looks like scientific notation, a number of many digits, and an id like a number stay as written", () => {
    expect(values("  code: 91110105100E001001\n  rate: 0.12345678901234567890123\n  name: 1.10\n")).toEqual([
      "91110105100E001001",
      "0.12345678901234567890123",
      "1.10",
    ]);
  });

  test("words that other readers take for booleans are text", () => {
    expect(values("  name: no\n  rate: 9007199254740993\n")).toEqual([null, "9007199254740993", "no"]);
  });
});

describe("facts in their states", () => {
  const score = scorer(sheet({ indicators: [FLAG] }), scheme());
  const state = (factSheet: Data): string => nodeAt(score(factSheet), "flag").read[0]!.state;

  test.each([
    [{ facts: { flag: true } }, "given"],
    [{}, "unknown"],
    [{ closed: true }, "missing"], // what a closed sheet omits will not come
    [{ facts: { flag: { missing: true, note: "未提供" } } }, "missing"],
    [{ facts: { flag: "x" } }, "invalid"],
    [{ facts: { flag: "x" }, closed: true }, "invalid"], // given and unusable, not missing
    [{ closed: true, facts: { flag: false } }, "given"],
  ])("%j: %s", (factSheet, expected) => {
    expect(state(factSheet)).toBe(expected);
  });
});
