import { describe, expect, test } from "vitest";
import { contains } from "../helpers/compare.js";
import {
  type Data,
  codes,
  leafScorer,
  node,
  nodeAt,
  scheme,
  scorer,
  sheet,
  standing,
  stands,
  worth,
} from "../helpers/build/rubric.js";

const SIZE = { size: { type: "choice", options: ["large", "medium", "small"] } };
const bySize = { coefficient: { fact: "size", values: { large: 1.2, medium: 1, small: 0.5 } } };
const ANY = {
  outcomes: [{ id: "any", otherwise: true }],
  goal: "any",
  blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }],
};
/** Between 2 and 8 points while it is open. */
const range: Data = {
  scoring: {
    rule: "linear",
    fact: { type: "decimal", range: { at_least: 2, at_most: 8 } },
    knots: [
      { at: 0, points: 0 },
      { at: 10, points: 10 },
    ],
    beyond: "clip",
  },
};

describe("a coefficient of a leaf", () => {
  const score = leafScorer({ ...range, ...bySize, cap: "points" }, SIZE);

  test.each([
    ["large", 5, "scored 6"],
    ["medium", 5, "scored 5"],
    ["small", 5, "scored 2.5"],
  ])("%s: %d points become %s", (size, L, expected) => {
    expect(stands(score, { facts: { size, L } })).toBe(expected);
  });

  test("stands behind the rule and before floor, cap and rounding", () => {
    const limited = { ...range, ...bySize, cap: 9, round: { places: 0, mode: "half-up" } };
    const scored = leafScorer(limited, SIZE);
    expect(stands(scored, { facts: { size: "large", L: 8 } })).toBe("scored 9"); // 9.6
    expect(stands(scored, { facts: { size: "large", L: 3 } })).toBe("scored 4"); // 3.6
    expect(nodeAt(scored({ facts: { size: "large", L: 8 } }), "L").steps).toEqual([
      { op: "linear", in: ["8"], out: "8" },
      { op: "coefficient", in: ["8", "1.2"], out: "9.6", note: { fact: "size" } },
      { op: "cap", in: ["9.6"], out: "9" },
    ]);
  });

  test("is read, behind what the rule reads", () => {
    const { read, coefficient } = nodeAt(score({ facts: { size: "small", L: 5 } }), "L");
    expect(read.map(({ fact, value, state }) => [fact, value, state])).toEqual([
      ["L", "5", "given"],
      ["size", "small", "given"],
    ]);
    expect(coefficient).toEqual({
      fact: "size",
      values: [
        { option: "large", times: "1.2" },
        { option: "medium", times: "1" },
        { option: "small", times: "0.5" },
      ],
    });
  });

  test("that is unknown leaves the leaf open, between the products", () => {
    expect(stands(score, { facts: { L: 5 } })).toBe("unknown 2.5 to 6 tight");
    expect(stands(score, { facts: { size: "small" } })).toBe("unknown 1 to 4 tight");
    expect(stands(score)).toBe("unknown 1 to 9.6 tight");
  });

  test("that is wrong makes it invalid", () => {
    const assessment = score({ facts: { L: 5, size: "huge" } });
    expect([standing(nodeAt(assessment, "L")), ...codes(assessment)]).toEqual([
      "invalid 2.5 to 6 tight",
      "fact-not-an-option /facts/size",
    ]);
  });

  test("that is missing leaves it open, unless it says what then", () => {
    const given = { facts: { L: 5, size: { missing: true } } };
    expect(stands(score, given)).toBe("unknown 2.5 to 6"); // nothing can be reached any more
    const instead = leafScorer(
      { ...range, coefficient: { ...bySize.coefficient, when_missing: 0.2 }, cap: "points" },
      SIZE,
    );
    expect(stands(instead, given)).toBe("scored 1");
    expect(stands(instead, { facts: { L: 5 } })).toBe("unknown 1 to 6 tight"); // it may turn out missing
    expect(stands(instead, { facts: { L: 5 }, closed: true })).toBe("scored 1");
  });

  test("multiplies what `when_missing` gives, and says nothing about what the rule lacks", () => {
    const both = leafScorer({ ...range, ...bySize, when_missing: 4, cap: "points" }, SIZE);
    expect(stands(both, { facts: { L: { missing: true }, size: "small" } })).toBe("scored 2");
    expect(stands(both, { facts: { L: { missing: true } } })).toBe("unknown 2 to 4.8 tight");
    expect(stands(both, { facts: { L: 5, size: { missing: true } } })).toBe("unknown 2.5 to 6");
  });

  test("may be a number, and negative", () => {
    const number = (least: number, most: number) =>
      leafScorer(
        { ...range, coefficient: { fact: "k" }, floor: "none", cap: "none" },
        { k: { type: "decimal", range: { at_least: least, at_most: most } } },
      );
    expect(stands(number(0, 1), { facts: { L: 5, k: "0.25" } })).toBe("scored 1.25");
    expect(stands(number(-1, 2), { facts: { L: 5 } })).toBe("unknown -5 to 10 tight");
    expect(stands(number(-1, 2))).toBe("unknown -8 to 16 tight");
  });

  test("without an end has none, but for 0 points", () => {
    const endless = leafScorer(
      { ...range, coefficient: { fact: "k" }, floor: "none", cap: "none" },
      { k: { type: "decimal", range: { at_least: 1 } } },
    );
    expect(stands(endless, { facts: { L: 5 } })).toBe("unknown 5 to +∞");
    const zero = leafScorer(
      { scoring: { rule: "flag", fact: { type: "boolean" } }, coefficient: { fact: "k" }, floor: "none", cap: "none" },
      { k: { type: "decimal" } },
    );
    expect(stands(zero, { facts: { L: false } })).toBe("unknown 0 to 0 tight");
  });

  test("that reads what the rule reads makes no promise about the ends", () => {
    const twice = leafScorer(
      { scoring: { rule: "flag", fact: "x" }, coefficient: { fact: "x", values: { true: 0.5, false: 1 } } },
      { x: { type: "boolean" } },
    );
    expect(stands(twice)).toBe("unknown 0 to 10");
    expect(stands(twice, { facts: { x: true } })).toBe("scored 5");
  });

  test("of a derived number is computed with it", () => {
    const facts = {
      part: { type: "decimal", range: { at_least: 0, at_most: 100 } },
      half: { type: "decimal", range: { at_least: 0, at_most: 50 }, derive: { sum: [{ fact: "part", times: 0.5 }] } },
    };
    const derived = leafScorer({ ...range, coefficient: { fact: "half" }, cap: "none" }, facts);
    expect(stands(derived, { facts: { L: 5, part: 3 } })).toBe("scored 7.5");
    expect(stands(derived, { facts: { L: 5 } })).toBe("unknown 0 to 250 tight");
  });

  test("does not touch what a leaf is worth when it does not apply", () => {
    const optional = leafScorer(
      { ...range, ...bySize, cap: "points", may_be_not_applicable: true, if_not_applicable: "full" },
      SIZE,
    );
    expect(stands(optional, { facts: { size: "small" }, not_applicable: { L: { by: "甲", reason: "无" } } })).toBe(
      "scored 10",
    );
  });
});

describe("a coefficient of a group or a sheet", () => {
  const group = (parts: Data = {}, root: Data = {}) =>
    scorer(
      sheet({
        facts: SIZE,
        floor: "none",
        cap: "none",
        indicators: [
          node("G", 40, {
            ...bySize,
            floor: "none",
            cap: "none",
            indicators: [worth("A", 30), worth("B", 10)],
            ...parts,
          }),
          worth("C", 60),
        ],
        ...root,
      }),
      scheme(ANY),
    );
  const facts = { A: 20, B: 10, C: 30 };

  test("is an adjustment: its children bring what they earned", () => {
    const assessment = group()({ facts: { ...facts, size: "large" } });
    const told = nodeAt(assessment, "G");
    expect(told).toMatchObject({ awarded: { exact: "36" }, available: "40", contribution: "36", shortfall: "4" });
    expect(told.adjustments).toEqual([
      { cause: "coefficient", by: "6", contribution: "6", because: { in: "30", out: "36" } },
    ]);
    expect(told.children!.map(({ contribution }) => contribution)).toEqual(["20", "10"]);
    expect(told.read.map(({ fact, value }) => [fact, value])).toEqual([["size", "large"]]);
    expect(told.steps).toEqual([
      { op: "sum", in: ["20", "10"], out: "30" },
      { op: "coefficient", in: ["30", "1.2"], out: "36", note: { fact: "size" } },
    ]);
  });

  test("stands before floor, cap and rounding, and behind a mean", () => {
    const capped = group({ cap: 35 })({ facts: { ...facts, size: "large" } });
    expect(nodeAt(capped, "G").adjustments.map(({ cause, by }) => [cause, by])).toEqual([
      ["coefficient", "6"],
      ["cap", "-1"],
    ]);
    const mean = group({ combine: "mean" })({ facts: { ...facts, size: "small" } });
    expect(standing(nodeAt(mean, "G"))).toBe("scored 50/3"); // (2/3 + 1) ÷ 2 × 40 × 0.5
  });

  test("of 1 changes nothing", () => {
    expect(nodeAt(group()({ facts: { ...facts, size: "medium" } }), "G").adjustments).toEqual([]);
  });

  test("that is open leaves the group open, and what its points are worth is known all the same", () => {
    const assessment = group()({ facts });
    expect(standing(nodeAt(assessment, "G"))).toBe("unknown 15 to 36 tight");
    expect(nodeAt(assessment, "A")).toMatchObject({ contribution: "20", factor: "1" });
    expect(standing(nodeAt(group()({ facts: { ...facts, size: { missing: true } } }), "G"))).toBe("unknown 15 to 36");
    expect(standing(nodeAt(group()({ facts: { ...facts, size: "huge" } }), "G"))).toBe("invalid 15 to 36 tight");
  });

  test("of the sheet multiplies all of it", () => {
    const assessment = group({ coefficient: undefined }, bySize)({ facts: { ...facts, size: "small" } });
    expect(assessment.score.exact).toBe("30");
    expect(nodeAt(assessment, "sheet").adjustments).toMatchObject([
      { cause: "coefficient", by: "-30", contribution: "-30" },
    ]);
  });

  test("between an open item and a group that divides, the bounds contain every completion", () => {
    const facts = { x: { type: "boolean" }, ...SIZE };
    const score = scorer(
      sheet({
        facts,
        floor: "none",
        cap: "none",
        renormalise: true,
        indicators: [
          node("G", 50, {
            ...bySize,
            floor: "none",
            cap: "none",
            indicators: [worth("a", 25, { applies_when: { fact: "x", is: true } }), worth("b", 25)],
          }),
          worth("K", 50),
        ],
      }),
      scheme(ANY),
    );
    const given = { a: 5, b: 10, K: 20, size: "large" };
    // x: (15 × 1.2 + 20) of 100; not x: (10 × 1.2 + 20) of 75
    const ends = [true, false].map((x) => score({ facts: { ...given, x } }).score.exact);
    expect(ends).toEqual(["38", "128/3"]);
    const { bounds } = score({ facts: given }).score;
    expect(contains(bounds, { least: "38", most: "128/3" })).toBe(true);
    expect(bounds.tight).toBe(false);
  });
});
