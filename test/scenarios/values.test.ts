/** How one item gets its value: patterns A1 to A22, each as published sheets print it. */
import { expect } from "vitest";
import { type Data, decimal, integer, leafScorer, nodeAt, stands } from "../helpers/build/rubric.js";
import { pattern } from "./pattern.js";

const yes = { type: "boolean" };
const bools = (...ids: readonly string[]): Data => Object.fromEntries(ids.map((id) => [id, yes]));
const options = (...ids: readonly string[]): Data => ({ type: "choice", options: ids });
const from0 = integer({ at_least: 0 });
const rate = decimal({ at_least: 0, at_most: 100 });
const judged = (points: number | string): Data => ({
  judgements: { L: { points, by: "审核员甲", as: "评审组", reason: "现场查看" } },
});

pattern("A1", "full or zero: 每项符合要求得满分，不符合不得分", () => {
  const item = leafScorer({ scoring: { rule: "flag", fact: yes } }, {}, 8);
  expect(stands(item, { facts: { L: true } })).toBe("scored 8");
  expect(stands(item, { facts: { L: false } })).toBe("scored 0");
});

pattern("A2", "graded options with uneven gaps: 20、15、0 分", () => {
  const points = { own_branch: 20, joint_activities: 15, none: 0 };
  const item = leafScorer({ scoring: { rule: "choice", fact: options(...Object.keys(points)), points } }, {}, 20);
  expect(stands(item, { facts: { L: "own_branch" } })).toBe("scored 20");
  expect(stands(item, { facts: { L: "joint_activities" } })).toBe("scored 15");
  expect(stands(item)).toBe("unknown 0 to 20 tight");
});

pattern("A3", "a value judged in a range: 高 (7-8分)", () => {
  const item = leafScorer({ scoring: { rule: "judged", range: { at_least: 7, at_most: 8 }, step: 0.5 } }, {}, 8);
  expect(stands(item, judged(7.5))).toBe("scored 7.5");
  expect(nodeAt(item(judged(7.5)), "L").read[0]).toMatchObject({ by: "审核员甲", reason: "现场查看" });
  expect(stands(item, judged(6))).toBe("invalid 7 to 8 tight");
});

pattern("A4", "half credit, none on an item of 1 point: 减半给分", () => {
  const degrees = options("full", "partly", "none");
  const four = leafScorer(
    { scoring: { rule: "choice", fact: degrees, points: { full: 4, partly: 2, none: 0 } } },
    {},
    4,
  );
  const one = leafScorer(
    { scoring: { rule: "choice", fact: degrees, points: { full: 1, partly: 0, none: 0 } } },
    {},
    1,
  );
  expect(stands(four, { facts: { L: "partly" } })).toBe("scored 2"); // 4 ÷ 2
  expect(stands(one, { facts: { L: "partly" } })).toBe("scored 0");
});

const FIVE = ["a", "b", "c", "d", "e"] as const;
const held = (...ids: readonly string[]): Data => ({
  facts: Object.fromEntries(FIVE.map((id) => [id, ids.includes(id)])),
});

pattern("A5", "a ladder of k of n: 5项都符合为A，4项为B", () => {
  const tiers = [
    { at_least: 5, points: 10 },
    { at_least: 4, below: 5, points: 8 },
    { at_least: 3, below: 4, points: 6 },
    { below: 3, points: 0 },
  ];
  const item = leafScorer({ scoring: { rule: "checklist", mode: "ladder", items: FIVE, tiers } }, bools(...FIVE));
  expect(stands(item, held("a", "b", "c", "d", "e"))).toBe("scored 10");
  expect(stands(item, held("a", "c", "d", "e"))).toBe("scored 8"); // four of five
  expect(stands(item, held("a"))).toBe("scored 0");
});

pattern("A6", "k of n with named members: 符合4项为A；符合2)、3)、4)为B；其余为C", () => {
  const rows = [
    { when: { a: true, b: true, c: true, d: true }, points: 10 },
    { when: { a: false, b: true, c: true, d: true }, points: 7 },
    { when: { b: false }, points: 3 },
    { when: { b: true, c: false }, points: 3 },
    { when: { b: true, c: true, d: false }, points: 3 },
  ];
  const item = leafScorer({ scoring: { rule: "table", rows } }, bools("a", "b", "c", "d"));
  expect(stands(item, held("a", "b", "c", "d"))).toBe("scored 10");
  expect(stands(item, held("b", "c", "d"))).toBe("scored 7");
  expect(stands(item, held("a", "c", "d"))).toBe("scored 3"); // three as well, but not those three
});

pattern("A7", "parts with points of their own: 0.5 + 0.75 + 0.25 分", () => {
  const items = [
    { fact: "a", points: 0.5 },
    { fact: "b", points: 0.75 },
    { fact: "c", points: 0.25 },
  ];
  const item = leafScorer({ scoring: { rule: "checklist", mode: "sum", items } }, bools("a", "b", "c"), 1.5);
  expect(stands(item, held("a", "b", "c"))).toBe("scored 1.5"); // 0.5 + 0.75 + 0.25
  expect(stands(item, held("b", "c"))).toBe("scored 1"); // 0.75 + 0.25
});

pattern("A8", "so much for each, capped off the grid: 每满足一项加3分，最高5分", () => {
  const scoring = { rule: "checklist", mode: "per_item", items: ["a", "b"], start: "zero", count: "met", each: 3 };
  const item = leafScorer({ cap: "points", scoring }, bools("a", "b"), 5);
  expect(stands(item, held("a"))).toBe("scored 3");
  expect(stands(item, held("a", "b"))).toBe("scored 5"); // 3 + 3 = 6, at most 5
});

pattern("A9", "so much off for each that is missing: 每缺一项扣2分，扣完为止", () => {
  const scoring = { rule: "checklist", mode: "per_item", items: FIVE, start: "full", count: "unmet", each: -2 };
  const item = leafScorer({ floor: 0, scoring }, bools(...FIVE), 5);
  expect(stands(item, held("a", "b", "c", "d"))).toBe("scored 3"); // 5 − 2
  expect(stands(item, held("a"))).toBe("scored 0"); // 5 − 8, not below 0
});

pattern("A10", "numeric tiers: 25%(含)-30% 16分", () => {
  const tiers = [
    { at_least: 30, points: 20 },
    { at_least: 25, below: 30, points: 16 },
    { below: 25, points: 8 },
  ];
  const item = leafScorer({ scoring: { rule: "tiers", fact: rate, tiers } }, {}, 20);
  expect(stands(item, { facts: { L: 25 } })).toBe("scored 16");
  expect(stands(item, { facts: { L: "29.999999999999999999" } })).toBe("scored 16");
  expect(stands(item, { facts: { L: 30 } })).toBe("scored 20");
});

pattern("A11", "full steps, capped; and steps within a tier: 每满2年得1分；4亿元起49分，每增1千万元加0.1分", () => {
  const years = { rule: "steps", fact: from0, start: 0, per: 2, points: 1, partial: "floor" };
  const seniority = leafScorer({ cap: "points", scoring: years }, {}, 5);
  expect(stands(seniority, { facts: { L: 7 } })).toBe("scored 3"); // ⌊7 ÷ 2⌋
  expect(stands(seniority, { facts: { L: 40 } })).toBe("scored 5"); // 20, at most 5
  const steps = { per: 1000, points: 0.1, partial: "floor" };
  const tiers = [
    { at_least: 100000, points: 55 },
    { at_least: 40000, below: 100000, points: 49, steps },
    { below: 40000, points: 40 },
  ];
  const turnover = leafScorer({ scoring: { rule: "tiers", fact: decimal({ at_least: 0 }), tiers } }, {}, 55);
  expect(stands(turnover, { facts: { L: 52500 } })).toBe("scored 50.2"); // 49 + ⌊12500 ÷ 1000⌋ × 0.1
});

pattern("A12", "in proportion, clipped as is said: 得分 = 播出数量 ÷ 4 × 分值", () => {
  const knots = [
    { at: 0, points: 0 },
    { at: 4, points: 6 },
  ];
  const scoring = { rule: "linear", fact: from0, knots };
  const clipped = leafScorer({ scoring: { ...scoring, beyond: "clip" } }, {}, 6);
  const open = leafScorer({ cap: "none", scoring: { ...scoring, beyond: "extend" } }, {}, 6);
  expect(stands(clipped, { facts: { L: 3 } })).toBe("scored 4.5"); // 3 ÷ 4 × 6
  expect(stands(clipped, { facts: { L: 5 } })).toBe("scored 6");
  expect(stands(open, { facts: { L: 5 } })).toBe("scored 7.5"); // 5 ÷ 4 × 6
});

pattern("A13", "a formula on a ratio: 50% ÷ 实际比率 × 8；(2 − 指标值 ÷ 基准值) × 2", () => {
  // 50 % ÷ (receivables ÷ sales) × 8 = 4 × (sales ÷ receivables)
  const inverse = { numerator: "sales", denominator: "receivables", if_zero: 2 };
  const money = decimal({ at_least: 0 });
  const turnover = leafScorer(
    {
      cap: "points",
      scoring: {
        rule: "linear",
        fact: "r",
        knots: [
          { at: 0, points: 0 },
          { at: 1, points: 4 },
        ],
        beyond: "extend",
      },
    },
    { sales: money, receivables: money, r: { type: "decimal", derive: { ratio: inverse } } },
    8,
  );
  expect(stands(turnover, { facts: { sales: 100, receivables: 80 } })).toBe("scored 5"); // 50 ÷ 80 × 8
  expect(stands(turnover, { facts: { sales: 100, receivables: 30 } })).toBe("scored 8"); // 13 ⅓, at most 8
  const quotient = { numerator: "own", denominator: "benchmark", if_zero: "missing" };
  const below = leafScorer(
    {
      floor: 0,
      cap: "points",
      scoring: {
        rule: "linear",
        fact: "r",
        knots: [
          { at: 0, points: 4 },
          { at: 2, points: 0 },
        ],
        beyond: "extend",
      },
    },
    { own: money, benchmark: money, r: { type: "decimal", derive: { ratio: quotient } } },
    4,
  );
  expect(stands(below, { facts: { own: 70, benchmark: 60 } })).toBe("scored 5/3"); // (2 − 7/6) × 2
});

pattern("A14", "interpolated, with another slope up than down: 每高1%扣1分，每低1%扣0.5分，不足1%按插值法", () => {
  const knots = [
    { at: 40, points: 0 },
    { at: 60, points: 10 },
    { at: 70, points: 0 },
  ];
  const item = leafScorer({ scoring: { rule: "linear", fact: rate, knots, beyond: "clip" } });
  expect(stands(item, { facts: { L: 62.4 } })).toBe("scored 7.6"); // 10 − 2.4 × 1
  expect(stands(item, { facts: { L: 57.5 } })).toBe("scored 8.75"); // 10 − 2.5 × 0.5
});

pattern("A15", "part of a unit up or down: 不足1%的按1%计算；每满2年", () => {
  const over = { rule: "steps", fact: rate, start: 5, per: 1, points: -1, base: 10, partial: "ceil" };
  const up = leafScorer({ floor: 0, scoring: over });
  expect(stands(up, { facts: { L: 6.2 } })).toBe("scored 8"); // 1.2 above counts as 2: 10 − 2
  expect(stands(up, { facts: { L: 5 } })).toBe("scored 10");
  const down = leafScorer(
    { cap: "points", scoring: { rule: "steps", fact: from0, start: 0, per: 2, points: 1, partial: "floor" } },
    {},
    5,
  );
  expect(stands(down, { facts: { L: 5 } })).toBe("scored 2"); // 5 years are two full periods
});

pattern(
  "A16",
  "against peers: the best of the cohort is computed before and supplied: 以参评企业中的最高数为基准值",
  () => {
    // A rubric sees one enterprise. Whoever holds the cohort supplies its maximum, and the ratio is derived here.
    const ratio = { numerator: "own", denominator: "best_of_cohort", percent: true, if_zero: 0 };
    const item = leafScorer(
      {
        scoring: {
          rule: "linear",
          fact: "share",
          knots: [
            { at: 0, points: 0 },
            { at: 100, points: 8 },
          ],
          beyond: "clip",
        },
      },
      { own: from0, best_of_cohort: from0, share: { type: "decimal", derive: { ratio } } },
      8,
    );
    expect(stands(item, { facts: { own: 35, best_of_cohort: 40 } })).toBe("scored 7"); // 35 ÷ 40 × 8
  },
);

pattern("A17", "the table depends on the size: 营收不足1亿按10/25/50%，1亿以上按5/10/20%", () => {
  const sized = (steps: readonly number[]): Data[] => [
    { at_least: steps[2], points: 3 },
    { at_least: steps[1], below: steps[2], points: 2 },
    { at_least: steps[0], below: steps[1], points: 1 },
    { below: steps[0], points: 0 },
  ];
  const of = [
    {
      title: "规模小",
      when: { fact: "sales", below: 10000 },
      rule: "tiers",
      fact: "growth",
      tiers: sized([10, 25, 50]),
    },
    { title: "规模大", rule: "tiers", fact: "growth", tiers: sized([5, 10, 20]) },
  ];
  const item = leafScorer({ scoring: { rule: "first_of", of } }, { sales: decimal(), growth: decimal() }, 3);
  expect(stands(item, { facts: { sales: "9999.99", growth: 20 } })).toBe("scored 1");
  expect(stands(item, { facts: { sales: 10000, growth: 20 } })).toBe("scored 3");
});

pattern("A18", "the better of two, or the one elected: 总额500万元以上或占比10%以上；企业选择一个指标", () => {
  const facts = { total: decimal({ at_least: 0 }), share: rate, elects_total: yes };
  const amounts = {
    rule: "tiers",
    fact: "total",
    tiers: [
      { at_least: 500, points: 4 },
      { below: 500, points: 1 },
    ],
  };
  const shares = {
    rule: "tiers",
    fact: "share",
    tiers: [
      { at_least: 10, points: 4 },
      { below: 10, points: 2 },
    ],
  };
  const better = [
    { title: "总额", ...amounts },
    { title: "占比", ...shares },
  ];
  const best = leafScorer({ scoring: { rule: "best_of", of: better } }, { total: facts.total, share: rate }, 4);
  expect(stands(best, { facts: { total: 300, share: 12 } })).toBe("scored 4"); // max(1, 4)
  const chosen = [
    { title: "总额", when: { fact: "elects_total", is: true }, ...amounts },
    { title: "占比", ...shares },
  ];
  const elected = leafScorer({ scoring: { rule: "first_of", of: chosen } }, facts, 4);
  expect(stands(elected, { facts: { elects_total: true, total: 300 } })).toBe("scored 1"); // the share is not asked for
});

pattern("A19", "converted into one unit, then counted: 4件实用新型专利视同1件发明专利", () => {
  const sum = ["inventions", { fact: "models", times: 0.25 }];
  const tiers = [
    { at_least: 3, points: 5 },
    { at_least: 1, below: 3, points: 3 },
    { below: 1, points: 0 },
  ];
  const item = leafScorer(
    { scoring: { rule: "tiers", fact: "equivalent", tiers } },
    { inventions: from0, models: from0, equivalent: { type: "decimal", derive: { sum } } },
    5,
  );
  expect(stands(item, { facts: { inventions: 2, models: 4 } })).toBe("scored 5"); // 2 + 4 × 0.25 = 3
  expect(stands(item, { facts: { inventions: 0, models: 3 } })).toBe("scored 0"); // 0.75
});

pattern(
  "A20",
  "a coefficient by size, by role, by share: 特大型1.2，大型1.1，中型1，小型0.9；参建的减半；按承担的比例",
  () => {
    const judge = { rule: "judged", range: { at_least: 0, at_most: 10 }, step: 1 };
    const sizes = { size: options("特大型", "大型", "中型", "小型") };
    const values = { 特大型: 1.2, 大型: 1.1, 中型: 1, 小型: 0.9 };
    const bySize = leafScorer({ cap: "points", coefficient: { fact: "size", values }, scoring: judge }, sizes);
    const given = (points: number, size: string): Data => ({ facts: { size }, ...judged(points) });
    expect(stands(bySize, given(8, "大型"))).toBe("scored 8.8"); // 8 × 1.1
    expect(stands(bySize, given(9, "特大型"))).toBe("scored 10"); // 10.8, at most 10
    expect(stands(bySize, judged(5))).toBe("unknown 4.5 to 6 tight"); // 5 × 0.9 to 5 × 1.2
    const halved = leafScorer(
      { coefficient: { fact: "joint", values: { true: 0.5, false: 1 } }, scoring: { rule: "flag", fact: yes } },
      { joint: yes },
      3,
    );
    expect(stands(halved, { facts: { L: true, joint: true } })).toBe("scored 1.5"); // 3 × 0.5
    const shared = leafScorer(
      { coefficient: { fact: "share" }, scoring: { rule: "flag", fact: yes } },
      { share: decimal({ at_least: 0, at_most: 1 }) },
      5,
    );
    expect(stands(shared, { facts: { L: true, share: "0.62" } })).toBe("scored 3.1"); // 5 × 0.62
  },
);

pattern("A21", "another authority's score on the scale of this item: 公共信用评价结果（0-1000分）×10%", () => {
  const credit = { ...decimal({ at_least: 0, at_most: 1000 }), record: "optional" };
  const item = leafScorer(
    { scoring: { rule: "imported", fact: credit, from: { at_least: 0, at_most: 1000 } } },
    {},
    100,
  );
  const record = `sha256:${"0123456789abcdef".repeat(4)}`;
  const given = item({ facts: { L: { value: 862.5, record } } });
  expect(nodeAt(given, "L")).toMatchObject({ awarded: { exact: "86.25" }, read: [{ value: "862.5", record }] }); // 862.5 × 10 %
  expect(stands(item, { facts: { L: 1000 } })).toBe("scored 100");
  expect(stands(item)).toBe("unknown 0 to 100 tight");
});

pattern("A22", "a number where data are missing: 未纳入评价的，计为80分", () => {
  const scoring = {
    rule: "linear",
    fact: rate,
    knots: [
      { at: 0, points: 0 },
      { at: 100, points: 100 },
    ],
    beyond: "clip",
  };
  const item = leafScorer({ when_missing: 80, scoring }, {}, 100);
  expect(stands(item, { facts: { L: { missing: true, note: "未纳入评价" } } })).toBe("scored 80");
  expect(stands(item, { facts: { L: 91.5 } })).toBe("scored 91.5");
  expect(stands(item)).toBe("unknown 0 to 100 tight");
});
