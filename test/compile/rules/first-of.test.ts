import { describe, expect, test } from "vitest";
import { leafScorer, nodeAt, stands } from "../../helpers/build/rubric.js";

const FACTS = {
  large: { type: "boolean" },
  small: { type: "boolean" },
  growth: { type: "decimal", range: { at_least: 0, at_most: 100 } },
  plan: { type: "boolean" },
};
const growth = (...edges: readonly [number, number, number]) => ({
  rule: "tiers",
  fact: "growth",
  tiers: [
    { at_least: edges[2], points: 10 },
    { at_least: edges[1], below: edges[2], points: 6 },
    { at_least: edges[0], below: edges[1], points: 3 },
    { below: edges[0], points: 0 },
  ],
});
// 销售额不足1亿元的按10%、25%、50%，超过的按5%、10%、20%
const OF = [
  { title: "大企业", when: { fact: "large", is: true }, ...growth(5, 10, 20) },
  { title: "小企业", when: { fact: "small", is: true }, ...growth(10, 25, 50) },
  { title: "其他", rule: "flag", fact: "plan", points: 2 },
];
const first = leafScorer({ scoring: { rule: "first_of", of: OF } }, FACTS);
const withoutLast = leafScorer({ scoring: { rule: "first_of", of: OF.slice(0, 2) } }, FACTS);

describe("first_of", () => {
  test.each([
    [{ large: true, growth: 20 }, "10"],
    [{ large: true, small: true, growth: 12 }, "6"],
    [{ large: false, small: true, growth: 20 }, "3"],
    [{ large: false, small: false, plan: true }, "2"],
  ])("%j comes to %s, whatever is not needed", (facts, points) => {
    expect(stands(first, { facts })).toBe(`scored ${points}`);
  });

  test("where no condition holds there are 0 points", () => {
    const facts = { large: false, small: false };
    expect(stands(withoutLast, { facts })).toBe("scored 0");
    expect(nodeAt(withoutLast({ facts }), "L").steps).toEqual([
      { op: "option", in: [], out: null, note: { index: 0, title: "大企业", when: "false" } },
      { op: "option", in: [], out: null, note: { index: 1, title: "小企业", when: "false" } },
      { op: "first-of", in: [], out: "0", note: { index: null } },
    ]);
  });

  test("the steps hold those of the rule that is used", () => {
    const { read, steps } = nodeAt(first({ facts: { large: false, small: true, growth: 30 } }), "L");
    expect(read.map(({ fact, state }) => `${fact} ${state}`)).toEqual([
      "large given",
      "growth given",
      "small given",
      "plan unknown",
    ]);
    expect(steps).toEqual([
      { op: "option", in: [], out: null, note: { index: 0, title: "大企业", when: "false" } },
      {
        op: "option",
        in: [],
        out: "6",
        note: {
          index: 1,
          title: "小企业",
          facts: ["growth"],
          steps: [{ op: "tiers", in: [], out: "6", note: { tier: { at_least: "25", below: "50" }, index: 1 } }],
        },
      },
      { op: "first-of", in: [], out: "6", note: { index: 1 } },
    ]);
  });

  test.each([
    [{}, "0 to 10"],
    [{ large: true }, "0 to 10 tight"],
    [{ growth: 12 }, "0 to 6"], // 6 or 3 or, with neither, a plan: 0 to 2
    [{ growth: 12, small: true }, "3 to 6"],
    [{ large: false, growth: 12, plan: true }, "2 to 3"],
    [{ large: false, small: false }, "0 to 2 tight"],
  ])("with %j it comes to %s", (facts, span) => {
    expect(stands(first, { facts })).toBe(`unknown ${span}`);
  });

  test("without a last word 0 stays possible while a condition is open", () => {
    expect(stands(withoutLast, { facts: { large: false, growth: 100 } })).toBe("unknown 0 to 10");
  });
});

describe("first_of with missing facts", () => {
  const stated = leafScorer({ scoring: { rule: "first_of", of: OF }, when_missing: 1 }, FACTS);
  const missing = { missing: true };

  test.each([
    [{ large: true, growth: missing }, "scored 1"],
    [{ large: true, growth: 20, small: missing, plan: missing }, "scored 10"],
    [{ large: missing }, "scored 1"],
    [{ growth: missing }, "unknown 0 to 10"], // whether it is needed is open
    [{ large: false, small: missing, growth: 12, plan: true }, "scored 1"],
  ])("%j is %s", (facts, expected) => {
    expect(stands(stated, { facts })).toBe(expected);
  });

  test("a condition that may still be decided otherwise waits", () => {
    const of = [
      {
        title: "a",
        when: {
          any: [
            { fact: "large", is: true },
            { fact: "small", is: true },
          ],
        },
        rule: "flag",
        fact: "plan",
      },
      { title: "b", rule: "flag", fact: "plan", points: 2 },
    ];
    const either = leafScorer({ scoring: { rule: "first_of", of }, when_missing: 1 }, FACTS);
    expect(stands(either, { facts: { large: missing, plan: true } })).toBe("unknown 1 to 10");
    expect(stands(either, { facts: { large: missing, small: true, plan: true } })).toBe("scored 10");
    expect(stands(either, { facts: { large: missing, small: false, plan: true } })).toBe("scored 1");
  });

  test("a day after the as-of date answers nothing: the indicator is invalid", () => {
    const of = [
      { title: "a", when: { fact: "since", full_years: { at_least: 3 } }, rule: "flag", fact: "plan" },
      { title: "b", rule: "flag", fact: "plan", points: 2 },
    ];
    const facts = { since: { type: "date" }, plan: { type: "boolean" } };
    const old = leafScorer({ scoring: { rule: "first_of", of } }, facts);
    expect(stands(old, { facts: { since: "2020-11-10", plan: true } })).toBe("scored 10");
    expect(stands(old, { facts: { since: "2024-01-01", plan: true } })).toBe("invalid 2 to 10");
  });
});
