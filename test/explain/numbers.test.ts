import { describe, expect, test } from "vitest";
import { type Data, decimal, integer, leafScorer } from "../helpers/build/rubric.js";
import { told } from "./telling.js";

const given = (value: unknown): Data => ({ facts: { L: value } });

describe("tiers", () => {
  const years = leafScorer({
    scoring: {
      rule: "tiers",
      fact: { type: "integer", unit: "年", range: { at_least: 0 } },
      tiers: [
        { at_least: 10, points: 10 },
        { at_least: 5, below: 10, points: "7.50" },
        { above: 1, below: 5, points: 3 },
        { at_least: 1, at_most: 1, points: 1 },
        { below: 1, points: 0 },
      ],
    },
  });

  test("between two ends, with the unit", () => {
    expect(told(years, given(8))).toEqual({
      zh: ["8 年 → [5, 10) 档 → 7.5 / 10 分 → 计入总分 7.5"],
      en: ["8 年 → tier [5, 10) → 7.5 of 10 points → 7.5 in the score"],
    });
    expect(told(years, given(4))).toEqual({
      zh: ["4 年 → (1, 5) 档 → 3 / 10 分 → 计入总分 3"],
      en: ["4 年 → tier (1, 5) → 3 of 10 points → 3 in the score"],
    });
  });

  test("one-sided, above and below", () => {
    expect(told(years, given(12))).toEqual({
      zh: ["12 年 → ≥ 10 档 → 10 / 10 分 → 计入总分 10"],
      en: ["12 年 → tier ≥ 10 → 10 of 10 points → 10 in the score"],
    });
    expect(told(years, given(0))).toEqual({
      zh: ["0 年 → < 1 档 → 0 / 10 分 → 计入总分 0"],
      en: ["0 年 → tier < 1 → 0 of 10 points → 0 in the score"],
    });
  });

  test("a single number", () => {
    expect(told(years, given(1))).toEqual({
      zh: ["1 年 → 1 档 → 1 / 10 分 → 计入总分 1"],
      en: ["1 年 → tier 1 → 1 of 10 points → 1 in the score"],
    });
  });

  test("a tier up to and with an end, above another, and one that holds everything", () => {
    const share = leafScorer({
      scoring: {
        rule: "tiers",
        fact: decimal(),
        tiers: [
          { at_most: 60, points: 2 },
          { above: 60, at_most: 80, points: 1 },
          { above: 80, points: 0 },
        ],
      },
    });
    expect(told(share, given(60))).toEqual({
      zh: ["60 → ≤ 60 档 → 2 / 10 分 → 计入总分 2"],
      en: ["60 → tier ≤ 60 → 2 of 10 points → 2 in the score"],
    });
    expect(told(share, given("60.5"))).toEqual({
      zh: ["60.5 → (60, 80] 档 → 1 / 10 分 → 计入总分 1"],
      en: ["60.5 → tier (60, 80] → 1 of 10 points → 1 in the score"],
    });
    expect(told(share, given(81))).toEqual({
      zh: ["81 → > 80 档 → 0 / 10 分 → 计入总分 0"],
      en: ["81 → tier > 80 → 0 of 10 points → 0 in the score"],
    });
  });
});

describe("linear", () => {
  const line = (beyond: string): ReturnType<typeof leafScorer> =>
    leafScorer({
      floor: "none",
      cap: "none",
      scoring: {
        rule: "linear",
        fact: { type: "decimal", unit: "%" },
        knots: [
          { at: -10, points: -2 },
          { at: 60, points: 0 },
          { at: 100, points: "10.0" },
        ],
        beyond,
      },
    });
  const clipped = line("clip");
  const extended = line("extend");

  test("between two knots, the arithmetic is printed", () => {
    expect(told(clipped, given(90))).toEqual({
      zh: [
        "90 % → 60（0 分）与 100（10 分）之间按比例 → 0 + (90 − 60) ÷ (100 − 60) × (10 − 0) = 7.5 → 7.5 / 10 分 → 计入总分 7.5",
      ],
      en: [
        "90 % → in proportion between 60 (0) and 100 (10) → 0 + (90 − 60) ÷ (100 − 60) × (10 − 0) = 7.5 → 7.5 of 10 points → 7.5 in the score",
      ],
    });
  });

  test("a negative knot stands in brackets", () => {
    expect(told(clipped, given(25))).toEqual({
      zh: [
        "25 % → -10（-2 分）与 60（0 分）之间按比例 → -2 + (25 − (-10)) ÷ (60 − (-10)) × (0 − (-2)) = -1 → -1 / 10 分 → 计入总分 -1",
      ],
      en: [
        "25 % → in proportion between -10 (-2) and 60 (0) → -2 + (25 − (-10)) ÷ (60 − (-10)) × (0 − (-2)) = -1 → -1 of 10 points → -1 in the score",
      ],
    });
  });

  test("on a knot there is nothing to compute", () => {
    expect(told(clipped, given(60))).toEqual({
      zh: ["60 % → 正好是 60，按标准中 60 的分值计 → 0 / 10 分 → 计入总分 0"],
      en: ["60 % → exactly 60, worth what the standard gives for 60 → 0 of 10 points → 0 in the score"],
    });
    expect(told(extended, given(100))).toEqual({
      zh: ["100 % → 正好是 100，按标准中 100 的分值计 → 10 / 10 分 → 计入总分 10"],
      en: ["100 % → exactly 100, worth what the standard gives for 100 → 10 of 10 points → 10 in the score"],
    });
  });

  test("clipped below and above", () => {
    expect(told(clipped, given(-11))).toEqual({
      zh: ["-11 % → 低于 -10，按 -10 计 → -2 / 10 分 → 计入总分 -2"],
      en: ["-11 % → below -10, counts as -10 → -2 of 10 points → -2 in the score"],
    });
    expect(told(clipped, given(120))).toEqual({
      zh: ["120 % → 高于 100，按 100 计 → 10 / 10 分 → 计入总分 10"],
      en: ["120 % → above 100, counts as 100 → 10 of 10 points → 10 in the score"],
    });
  });

  test("extended below and above", () => {
    expect(told(extended, given(-17))).toEqual({
      zh: [
        "-17 % → 低于 -10，按 -10（-2 分）到 60（0 分）的比例延伸 → -2 + (-17 − (-10)) ÷ (60 − (-10)) × (0 − (-2)) = -2.2 → -2.2 / 10 分 → 计入总分 -2.2",
      ],
      en: [
        "-17 % → below -10, in the proportion from -10 (-2) to 60 (0) → -2 + (-17 − (-10)) ÷ (60 − (-10)) × (0 − (-2)) = -2.2 → -2.2 of 10 points → -2.2 in the score",
      ],
    });
    expect(told(extended, given(120))).toEqual({
      zh: [
        "120 % → 高于 100，按 60（0 分）到 100（10 分）的比例延伸 → 0 + (120 − 60) ÷ (100 − 60) × (10 − 0) = 15 → 15 / 10 分 → 计入总分 15",
      ],
      en: [
        "120 % → above 100, in the proportion from 60 (0) to 100 (10) → 0 + (120 − 60) ÷ (100 − 60) × (10 − 0) = 15 → 15 of 10 points → 15 in the score",
      ],
    });
  });

  test("a fraction is told with about what it is", () => {
    expect(told(clipped, given("60.0001"))).toEqual({
      zh: [
        "60.0001 % → 60（0 分）与 100（10 分）之间按比例 → 0 + (60.0001 − 60) ÷ (100 − 60) × (10 − 0) = 0.000025 → 0.000025 / 10 分 → 计入总分 0.000025",
      ],
      en: [
        "60.0001 % → in proportion between 60 (0) and 100 (10) → 0 + (60.0001 − 60) ÷ (100 − 60) × (10 − 0) = 0.000025 → 0.000025 of 10 points → 0.000025 in the score",
      ],
    });
    const third = leafScorer({
      scoring: {
        rule: "linear",
        fact: decimal(),
        knots: [
          { at: 0, points: 0 },
          { at: 3, points: 10 },
        ],
        beyond: "clip",
      },
    });
    expect(told(third, given(1))).toEqual({
      zh: [
        "1 → 0（0 分）与 3（10 分）之间按比例 → 0 + (1 − 0) ÷ (3 − 0) × (10 − 0) = 10/3 → 10/3（约 3.3333）/ 10 分 → 计入总分 10/3（约 3.3333）",
      ],
      en: [
        "1 → in proportion between 0 (0) and 3 (10) → 0 + (1 − 0) ÷ (3 − 0) × (10 − 0) = 10/3 → 10/3 (about 3.3333) of 10 points → 10/3 (about 3.3333) in the score",
      ],
    });
  });
});

describe("steps", () => {
  const steps = (rule: Data, leaf: Data = {}): ReturnType<typeof leafScorer> =>
    leafScorer({
      floor: 0,
      cap: "points",
      ...leaf,
      scoring: { rule: "steps", fact: { type: "decimal", unit: "次" }, start: 2, per: 4, points: 3, ...rule },
    });

  test("full steps only", () => {
    expect(told(steps({ partial: "floor" }), given(11))).toEqual({
      zh: ["11 次 → 从 2 起每满 4 次计一次，共 2 次 → 0 + 2 × 3 = 6 → 6 / 10 分 → 计入总分 6"],
      en: ["11 次 → from 2, once for every full 4 次: 2 times → 0 + 2 × 3 = 6 → 6 of 10 points → 6 in the score"],
    });
    expect(told(steps({ partial: "floor" }), given(6))).toEqual({
      zh: ["6 次 → 从 2 起每满 4 次计一次，共 1 次 → 0 + 1 × 3 = 3 → 3 / 10 分 → 计入总分 3"],
      en: ["6 次 → from 2, once for every full 4 次: 1 time → 0 + 1 × 3 = 3 → 3 of 10 points → 3 in the score"],
    });
    expect(told(steps({ partial: "floor" }), given(1))).toEqual({
      zh: ["1 次 → 从 2 起每满 4 次计一次，共 0 次 → 0 + 0 × 3 = 0 → 0 / 10 分 → 计入总分 0"],
      en: ["1 次 → from 2, once for every full 4 次: 0 times → 0 + 0 × 3 = 0 → 0 of 10 points → 0 in the score"],
    });
  });

  test("a part of a step counts as a whole one", () => {
    expect(told(steps({ partial: "ceil" }), given(7))).toEqual({
      zh: ["7 次 → 从 2 起每 4 次计一次（不足的也算），共 2 次 → 0 + 2 × 3 = 6 → 6 / 10 分 → 计入总分 6"],
      en: [
        "7 次 → from 2, once for every 4 次 or part of it: 2 times → 0 + 2 × 3 = 6 → 6 of 10 points → 6 in the score",
      ],
    });
  });

  test("a part of a step counts as the part it is", () => {
    expect(told(steps({ partial: "interpolate" }), given(8))).toEqual({
      zh: ["8 次 → 从 2 起每 4 次为一份，按比例折成 1.5 份 → 0 + 1.5 × 3 = 4.5 → 4.5 / 10 分 → 计入总分 4.5"],
      en: [
        "8 次 → from 2, every 4 次 counts once, a part of it in proportion: 1.5 times → 0 + 1.5 × 3 = 4.5 → 4.5 of 10 points → 4.5 in the score",
      ],
    });
    expect(told(steps({ partial: "interpolate" }), given(6))).toEqual({
      zh: ["6 次 → 从 2 起每 4 次为一份，按比例折成 1 份 → 0 + 1 × 3 = 3 → 3 / 10 分 → 计入总分 3"],
      en: [
        "6 次 → from 2, every 4 次 counts once, a part of it in proportion: 1 time → 0 + 1 × 3 = 3 → 3 of 10 points → 3 in the score",
      ],
    });
  });

  test("without a unit a bare number", () => {
    expect(told(steps({ fact: decimal(), partial: "floor" }), given(11))).toEqual({
      zh: ["11 → 从 2 起每满 4 计一次，共 2 次 → 0 + 2 × 3 = 6 → 6 / 10 分 → 计入总分 6"],
      en: ["11 → from 2, once for every full 4: 2 times → 0 + 2 × 3 = 6 → 6 of 10 points → 6 in the score"],
    });
    expect(told(steps({ fact: decimal(), partial: "ceil" }), given(11))).toEqual({
      zh: ["11 → 从 2 起每 4 计一次（不足的也算），共 3 次 → 0 + 3 × 3 = 9 → 9 / 10 分 → 计入总分 9"],
      en: ["11 → from 2, once for every 4 or part of it: 3 times → 0 + 3 × 3 = 9 → 9 of 10 points → 9 in the score"],
    });
    expect(told(steps({ fact: decimal(), partial: "interpolate" }), given(11))).toEqual({
      zh: ["11 → 从 2 起每 4 为一份，按比例折成 2.25 份 → 0 + 2.25 × 3 = 6.75 → 6.75 / 10 分 → 计入总分 6.75"],
      en: [
        "11 → from 2, every 4 counts once, a part of it in proportion: 2.25 times → 0 + 2.25 × 3 = 6.75 → 6.75 of 10 points → 6.75 in the score",
      ],
    });
  });

  test("a start worth something, steps that take away, and both ways", () => {
    const both = steps({ base: 6, points: "-1.50", partial: "floor", both_ways: true }, { cap: "none", floor: "none" });
    expect(told(both, given(11))).toEqual({
      zh: ["11 次 → 从 2 起每满 4 次计一次，共 2 次 → 6 − 2 × 1.5 = 3 → 3 / 10 分 → 计入总分 3"],
      en: ["11 次 → from 2, once for every full 4 次: 2 times → 6 − 2 × 1.5 = 3 → 3 of 10 points → 3 in the score"],
    });
    expect(told(both, given(-7))).toEqual({
      zh: ["-7 次 → 从 2 起每满 4 次计一次，共 -2 次 → 6 − (-2) × 1.5 = 9 → 9 / 10 分 → 计入总分 9"],
      en: ["-7 次 → from 2, once for every full 4 次: -2 times → 6 − (-2) × 1.5 = 9 → 9 of 10 points → 9 in the score"],
    });
  });

  test("floor and cap are told behind the rule", () => {
    expect(told(steps({ partial: "floor" }), given(22))).toEqual({
      zh: ["22 次 → 从 2 起每满 4 次计一次，共 5 次 → 0 + 5 × 3 = 15 → 15，封顶为 10 → 10 / 10 分 → 计入总分 10"],
      en: [
        "22 次 → from 2, once for every full 4 次: 5 times → 0 + 5 × 3 = 15 → 15 is above the cap, counts as 10 → 10 of 10 points → 10 in the score",
      ],
    });
    expect(told(steps({ points: -3, partial: "floor" }), given(22))).toEqual({
      zh: [
        "22 次 → 从 2 起每满 4 次计一次，共 5 次 → 0 − 5 × 3 = -15 → -15，低于下限，按 0 计 → 0 / 10 分 → 计入总分 0",
      ],
      en: [
        "22 次 → from 2, once for every full 4 次: 5 times → 0 − 5 × 3 = -15 → -15 is below the floor, counts as 0 → 0 of 10 points → 0 in the score",
      ],
    });
    expect(told(steps({ points: -3, partial: "floor" }, { floor: "-7.50" }), given(22))).toEqual({
      zh: [
        "22 次 → 从 2 起每满 4 次计一次，共 5 次 → 0 − 5 × 3 = -15 → -15，低于下限，按 -7.5 计 → -7.5 / 10 分 → 计入总分 -7.5",
      ],
      en: [
        "22 次 → from 2, once for every full 4 次: 5 times → 0 − 5 × 3 = -15 → -15 is below the floor, counts as -7.5 → -7.5 of 10 points → -7.5 in the score",
      ],
    });
  });
});

describe("a number that was derived", () => {
  test("names what it was computed from, each with its unit", () => {
    const score = leafScorer(
      {
        scoring: {
          rule: "tiers",
          fact: "share",
          tiers: [
            { at_least: 50, points: 10 },
            { below: 50, points: 0 },
          ],
        },
      },
      {
        trained: { type: "integer", title: { zh: "培训人数", en: "trained" }, unit: "人", range: { at_least: 0 } },
        staff: { type: "integer", title: { zh: "职工人数", en: "staff" }, unit: "人", range: { at_least: 0 } },
        share: {
          ...decimal(),
          title: { zh: "覆盖率", en: "coverage" },
          unit: "%",
          derive: { ratio: { numerator: "trained", denominator: "staff", percent: true, if_zero: "missing" } },
        },
      },
    );
    expect(told(score, { facts: { trained: 3, staff: 4 } })).toEqual({
      zh: ["覆盖率：75 %（据培训人数：3 人；职工人数：4 人） → ≥ 50 档 → 10 / 10 分 → 计入总分 10"],
      en: ["coverage: 75 % (from trained: 3 人; staff: 4 人) → tier ≥ 50 → 10 of 10 points → 10 in the score"],
    });
    expect(told(score, { facts: { trained: 2, staff: 3 } })).toEqual({
      zh: [
        "覆盖率：约 66.6667 %（准确值 200/3；据培训人数：2 人；职工人数：3 人） → ≥ 50 档 → 10 / 10 分 → 计入总分 10",
      ],
      en: [
        "coverage: about 66.6667 % (exactly 200/3; from trained: 2 人; staff: 3 人) → tier ≥ 50 → 10 of 10 points → 10 in the score",
      ],
    });
    expect(told(score, { facts: { trained: 2 } })).toEqual({
      zh: ["覆盖率：还算不出（据培训人数：2 人；职工人数：尚未填报） → 得分在 0 到 10 之间，满分 10 分"],
      en: [
        "coverage: cannot be computed yet (from trained: 2 人; staff: not supplied yet) → between 0 and 10 of 10 points",
      ],
    });
    expect(told(score, { facts: { trained: 0, staff: 0 } })).toEqual({
      zh: ["覆盖率：没有可计算的数据（据培训人数：0 人；职工人数：0 人） → 得分在 0 到 10 之间，满分 10 分"],
      en: ["coverage: no value (from trained: 0 人; staff: 0 人) → between 0 and 10 of 10 points"],
    });
  });

  test("years since a day", () => {
    const score = leafScorer(
      {
        scoring: {
          rule: "tiers",
          fact: "L",
          tiers: [
            { at_least: 5, points: 10 },
            { below: 5, points: 0 },
          ],
        },
      },
      {
        since: { type: "date", title: "成立日期" },
        L: { ...integer({ at_least: 0 }), title: "年限", unit: "年", derive: { full_years_since: "since" } },
      },
    );
    expect(told(score, { facts: { since: "2015-11-11" } })).toEqual({
      zh: ["7 年（据成立日期：2015-11-11） → ≥ 5 档 → 10 / 10 分 → 计入总分 10"],
      en: ["7 年 (from 成立日期: 2015-11-11) → tier ≥ 5 → 10 of 10 points → 10 in the score"],
    });
    expect(told(score, { facts: { since: "2030-01-01" } })).toEqual({
      zh: ["算不出可用的值（据成立日期：2030-01-01） → 得分在 0 到 10 之间，满分 10 分"],
      en: ["comes to no usable value (from 成立日期: 2030-01-01) → between 0 and 10 of 10 points"],
    });
  });
});
