import { describe, expect, test } from "vitest";
import { consult } from "./oracle.js";
import { factsOf, schemeOf, sheetOf } from "./small.js";
import type { Plain, PlainMap } from "./plain.js";

const half = (id: string): PlainMap => ({
  id,
  title: id,
  points: 5,
  scoring: {
    rule: "linear",
    fact: { type: "decimal", range: { at_least: 0, at_most: 5 } },
    knots: [
      { at: 0, points: 0 },
      { at: 5, points: 5 },
    ],
    beyond: "clip",
  },
});
const sheet = sheetOf([half("A"), half("B")]);

const decided = (outcomes: readonly PlainMap[], facts: PlainMap, more: PlainMap = {}) =>
  consult([schemeOf({ outcomes, goal: "x", ...more }), sheet], factsOf(facts)).decision;

describe("deciding", () => {
  const pass = { id: "x", when: { score: { at_least: 80 } } };
  const rest = { id: "rest", otherwise: true };
  test("exactly 80 passes, a hair below does not", () => {
    expect(decided([pass, rest], { A: 5, B: 3 })).toMatchObject({
      outcome: "x",
      certain: true,
      margin: "0",
      threshold: "80",
    });
    expect(decided([pass, rest], { A: 5, B: "2.99999999999999999999999999999999999999" })).toMatchObject({
      outcome: "rest",
      margin: "-0.00000000000000000000000000000000000010".replace(/0$/, ""),
    });
  });
  test("while open, only what can still come is possible", () => {
    expect(decided([pass, rest], { A: 5 })).toMatchObject({
      outcome: "undetermined",
      possible: ["x", "rest"],
      margin: null,
    });
    expect(decided([pass, rest], { A: 2 })).toMatchObject({ outcome: "rest", certain: true });
  });
  test("at least 80 and below 80 leave no third branch", () => {
    const below = { id: "y", when: { score: { below: 80 } } };
    expect(decided([pass, below, rest], { A: 5 }).possible).toEqual(["x", "y"]);
  });
  test("an unknown boolean is tried both ways, and as missing only where that is spoken of", () => {
    const declared: PlainMap = { facts: { b: { type: "boolean" } } };
    const both = [
      {
        id: "x",
        when: {
          any: [
            { fact: "b", is: true },
            { fact: "b", is: false },
          ],
        },
      },
      rest,
    ];
    expect(decided(both, {}, declared).possible).toEqual(["x"]);
    const spoken = [...both.slice(0, 1), { id: "gone", when: { fact: "b", missing: true } }, rest];
    expect(decided(spoken, {}, declared).possible).toEqual(["x", "gone"]);
  });
  test("ineligible before score", () => {
    const outcomes = [{ id: "out", when: { eligibility: "ineligible" } }, pass, rest];
    const eligibility: readonly Plain[] = [
      { id: "E1", title: "E1", require: { fact: "since", full_years: { at_least: 3 } } },
      {
        id: "E2",
        title: "E2",
        require: { fact: "b", is: true },
        applies_when: { fact: "since", on_or_after: "2023-01-01" },
      },
    ];
    const more: PlainMap = { facts: { since: { type: "date" }, b: { type: "boolean" } }, eligibility };
    const full = { A: 5, B: 5 };
    expect(decided(outcomes, { ...full, since: "2021-02-28" }, more).outcome).toBe("x");
    expect(decided(outcomes, { ...full, since: "2021-03-01" }, more).outcome).toBe("out");
    expect(decided(outcomes, full, more).possible).toEqual(["out", "x"]);
  });
});

describe("a published figure", () => {
  test("OpenSSF scorecard, 18 checks of which 3 are inconclusive and drop with their weight: 61/12", () => {
    const scored: [string, number][] = [
      ["7.5", 10],
      ["7.5", 0],
      ["2.5", 0],
      ["7.5", 0],
      ["2.5", 3],
      ["10", 10],
      ["7.5", 0],
      ["5", 0],
      ["2.5", 0],
      ["7.5", 10],
      ["5", 10],
      ["5", 0],
      ["5", 0],
      ["7.5", 10],
      ["7.5", 10],
    ];
    const dropped = ["2.5", "5", "7.5"];
    const leaf = (points: string, i: number, more: PlainMap = {}): PlainMap => ({
      id: `c${i}`,
      title: "c",
      points,
      ...more,
      scoring: {
        rule: "linear",
        fact: { type: "integer", range: { at_least: 0, at_most: 10 } },
        knots: [
          { at: 0, points: 0 },
          { at: 10, points },
        ],
        beyond: "clip",
      },
    });
    const indicators = [
      ...scored.map(([w], i) => leaf(w, i)),
      ...dropped.map((w, i) => leaf(w, 100 + i, { may_be_not_applicable: true })),
    ];
    const checks = sheetOf(indicators, { points: 105, renormalise: true });
    const facts = Object.fromEntries(scored.map(([, s], i) => [`c${i}`, s]));
    const result = consult(
      [schemeOf({ points: 10 }), checks],
      factsOf(facts, {
        not_applicable: Object.fromEntries(dropped.map((_, i) => [`c${100 + i}`, { by: "a", reason: "b" }])),
      }),
    );
    // 457.5 / 90; were the three counted as 0, it would be 457.5 / 105.
    expect(result.score.exact).toBe("61/12");
  });
});
