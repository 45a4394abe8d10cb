import { describe, expect, test } from "vitest";
import { nearest, nearestOf } from "../../src/base/nearest.js";

const FACTS = ["turnover", "tax_grade", "penalties", "years_operating", "经营年限", "行政处罚"];

describe("did you mean", () => {
  test.each([
    ["turnvoer", ["turnover"]], // two neighbours swapped: one edit
    ["turnove", ["turnover"]],
    ["taxgrade", ["tax_grade"]],
    ["penalty", ["penalties"]], // y → ies: three edits
    ["经营年数", ["经营年限"]],
    ["tax_grade", ["tax_grade"]],
    ["ＴＡＸ_grade ", ["tax_grade"]], // another width, another case
    ["quota", []],
    ["", []],
  ])("%s: %j", (word, found) => {
    expect(nearest(word, FACTS)).toEqual(found);
  });

  test("only the closest, at most three", () => {
    expect(nearest("C1.1", ["C1.2", "C1.1", "C1.3"])).toEqual(["C1.1"]);
    expect(nearest("A1", ["A2", "A3", "A4", "A5"])).toEqual(["A2", "A3", "A4"]);
  });

  test("among equals: what is likely, then the same letters, then the same first letter, then their order", () => {
    expect(nearest("A1", ["A2", "B1", "A11"])).toEqual(["A2", "A11", "B1"]);
    expect(nearest("ta", ["tb", "ca", "at", "xa"])).toEqual(["at", "tb", "ca"]);
    expect(nearest("ta", ["tb", "ca", "at", "xa"], ["xa"])).toEqual(["xa", "at", "tb"]);
    expect(nearest("si", ["in", "is"])).toEqual(["is"]);
  });

  test("of several words the one that is closest", () => {
    expect(nearestOf(["at_least", "fact_"], ["at_least_n", "fact"])).toEqual({ word: "fact_", nearest: ["fact"] });
    expect(nearestOf(["x", "y"], ["fact"])).toBeUndefined();
  });

  test("a hostile word costs no time", () => {
    const started = performance.now();
    expect(nearest("x".repeat(1e6), [...FACTS, "y".repeat(1e6)])).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
