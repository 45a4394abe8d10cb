import { describe, expect, test } from "vitest";
import { nearest } from "../../src/base/nearest.js";

const FACTS = ["turnover", "tax_grade", "penalties", "years_operating", "经营年限", "行政处罚"];

describe("did you mean", () => {
  test.each([
    ["turnvoer", ["turnover"]], // two neighbours swapped: one edit
    ["turnove", ["turnover"]],
    ["taxgrade", ["tax_grade"]],
    ["penalty", ["penalties"]], // y → ies: three edits
    ["经营年数", ["经营年限"]],
    ["tax_grade", ["tax_grade"]],
    ["quota", []],
    ["", []],
  ])("%s: %j", (word, found) => {
    expect(nearest(word, FACTS)).toEqual(found);
  });

  test("only the closest, in the order of the candidates, at most three", () => {
    expect(nearest("A1", ["A2", "B1", "A11", "A1.1"])).toEqual(["A2", "B1", "A11"]);
    expect(nearest("C1.1", ["C1.2", "C1.1", "C1.3"])).toEqual(["C1.1"]);
  });

  test("a hostile word costs no time", () => {
    const started = performance.now();
    expect(nearest("x".repeat(1e6), [...FACTS, "y".repeat(1e6)])).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
