import { describe, expect, test } from "vitest";
import { codes, leafScorer, nodeAt, stands } from "../../helpers/build/rubric.js";

const GRADES = { type: "choice", options: ["A", "B", "M", "C", "D"] };
const tax = leafScorer({ scoring: { rule: "choice", fact: GRADES, points: { A: 10, B: "7.50", M: 5, C: 0, D: 0 } } });

describe("choice of one option", () => {
  test.each([
    ["A", "10"],
    ["B", "7.5"],
    ["M", "5"],
    ["C", "0"],
    ["D", "0"],
  ])("%s earns %s", (option, points) => {
    expect(stands(tax, { facts: { L: option } })).toBe(`scored ${points}`);
  });

  test("unknown lies between the worst and the best option, not from 0", () => {
    const never = leafScorer({ scoring: { rule: "choice", fact: GRADES, points: { A: 10, B: 7, M: 5, C: 4, D: 3 } } });
    expect(stands(never)).toBe("unknown 3 to 10 tight");
  });

  test("an option nobody declared is invalid, and named", () => {
    const assessment = tax({ facts: { L: "E" } });
    expect(nodeAt(assessment, "L").status).toBe("invalid");
    expect(codes(assessment)).toEqual(["fact-not-an-option /facts/L"]);
  });

  test("an option may be called like a property of every object, or like a boolean or a number", () => {
    const odd = { type: "choice", options: ["constructor", "__proto__", "true", "10"] };
    const points = Object.fromEntries([
      ["constructor", 1],
      ["__proto__", 2],
      ["true", 3],
      ["10", 4],
    ]);
    const scorer = leafScorer({ scoring: { rule: "choice", fact: odd, points } });
    expect(stands(scorer, { facts: { L: "constructor" } })).toBe("scored 1");
    expect(stands(scorer, { facts: { L: "__proto__" } })).toBe("scored 2");
    expect(stands(scorer, { facts: { L: true } })).toBe("scored 3");
    expect(stands(scorer, { facts: { L: 10 } })).toBe("scored 4");
    expect(stands(scorer, { facts: { L: "toString" } })).toMatch(/^invalid/);
  });
});

const HELD = { type: "choices", options: ["a", "b", "c", "d"] };
const POINTS = { a: 4, b: 3, c: -2, d: 0 };
const best = leafScorer({ floor: "none", scoring: { rule: "choice", fact: HELD, points: POINTS, pick: "best" } });
const sum = leafScorer({ floor: "none", scoring: { rule: "choice", fact: HELD, points: POINTS, pick: "sum" } });

describe("choice of several options", () => {
  test.each([
    // held, best of them, sum of them
    [["a", "b"], "4", "7"],
    [["b", "c"], "3", "1"],
    [["c"], "-2", "-2"],
    [["c", "d"], "0", "-2"],
    [[], "0", "0"],
    [["a", "b", "c", "d"], "4", "5"],
  ])("of %j the best is %s, the sum %s", (held, most, total) => {
    expect(stands(best, { facts: { L: held } })).toBe(`scored ${most}`);
    expect(stands(sum, { facts: { L: held } })).toBe(`scored ${total}`);
  });

  test("the order of the list does not matter, and it is printed in the declaration's", () => {
    const [one, other] = [sum({ facts: { L: ["b", "a"] } }), sum({ facts: { L: ["a", "b"] } })];
    expect(one).toEqual(other);
    expect(nodeAt(one, "L").read[0]!.value).toEqual(["a", "b"]);
  });

  test("the best of an unknown list may be nothing at all: 0 counts", () => {
    // {c} alone is worth −2, [] 0, anything with a 4
    expect(stands(best)).toBe("unknown -2 to 4 tight");
    const positive = leafScorer({
      scoring: { rule: "choice", fact: HELD, points: { a: 4, b: 3, c: 2, d: 1 }, pick: "best" },
    });
    expect(stands(positive)).toBe("unknown 0 to 4 tight");
  });

  test("the sum of an unknown list lies between all losses and all gains", () => {
    // −2 … 4 + 3
    expect(stands(sum)).toBe("unknown -2 to 7 tight");
  });

  test("one wrong option makes the whole list invalid, where it stands", () => {
    const assessment = sum({ facts: { L: ["a", "x"] } });
    expect(nodeAt(assessment, "L").status).toBe("invalid");
    expect(codes(assessment)).toEqual(["fact-not-an-option /facts/L/1"]);
  });
});
