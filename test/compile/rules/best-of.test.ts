import { describe, expect, test } from "vitest";
import { leafScorer, nodeAt, stands } from "../../helpers/build/rubric.js";

const FACTS = {
  total: { type: "decimal", range: { at_least: 0, at_most: 1000 } },
  share: { type: "decimal", range: { at_least: 0, at_most: 100 } },
};
// 500万元以上或10%以上
const OF = [
  {
    title: "总额",
    rule: "tiers",
    fact: "total",
    tiers: [
      { at_least: 500, points: 10 },
      { below: 500, points: 2 },
    ],
  },
  {
    title: "占比",
    rule: "tiers",
    fact: "share",
    tiers: [
      { at_least: 10, points: 8 },
      { below: 10, points: 0 },
    ],
  },
];
const best = leafScorer({ scoring: { rule: "best_of", of: OF } }, FACTS);

describe("best_of", () => {
  test.each([
    [{ total: 500, share: 0 }, "10"],
    [{ total: "499.99", share: 10 }, "8"],
    [{ total: 0, share: 0 }, "2"],
  ])("%j comes to %s", (facts, points) => {
    expect(stands(best, { facts })).toBe(`scored ${points}`);
  });

  test("all rules have to be known, however good one of them is", () => {
    expect(stands(best, { facts: { total: 500 } })).toBe("unknown 10 to 10 tight");
    expect(stands(best, { facts: { share: 10 } })).toBe("unknown 8 to 10 tight");
    expect(stands(best)).toBe("unknown 2 to 10 tight");
  });

  test("the steps hold those of every rule, with the facts it read", () => {
    const { read, steps } = nodeAt(best({ facts: { total: 3, share: 10 } }), "L");
    expect(read.map(({ fact }) => fact)).toEqual(["total", "share"]);
    expect(steps).toEqual([
      {
        op: "option",
        in: [],
        out: "2",
        note: {
          index: 0,
          title: "总额",
          facts: ["total"],
          steps: [{ op: "tiers", in: [], out: "2", note: { tier: { below: "500" }, index: 1 } }],
        },
      },
      {
        op: "option",
        in: [],
        out: "8",
        note: {
          index: 1,
          title: "占比",
          facts: ["share"],
          steps: [{ op: "tiers", in: [], out: "8", note: { tier: { at_least: "10" }, index: 0 } }],
        },
      },
      { op: "best-of", in: ["2", "8"], out: "8", note: { index: 1 } },
    ]);
  });

  test("floor and cap are those of the leaf, applied once at the end", () => {
    const of = [
      { title: "a", rule: "flag", fact: "a", points: -4 },
      { title: "b", rule: "flag", fact: "b", points: 30 },
    ];
    const facts = { a: { type: "boolean" }, b: { type: "boolean" } };
    const limited = leafScorer({ floor: 0, cap: "points", scoring: { rule: "best_of", of } }, facts);
    const { awarded, steps } = nodeAt(limited({ facts: { a: true, b: true } }), "L");
    expect(awarded?.exact).toBe("10");
    expect(steps.slice(2)).toEqual([
      { op: "best-of", in: ["-4", "30"], out: "30", note: { index: 1 } },
      { op: "cap", in: ["30"], out: "10" },
    ]);
  });

  test("one fact in two rules promises no end, since both move together", () => {
    const of = [
      { title: "a", rule: "flag", fact: "a", points: 4 },
      { title: "b", rule: "choice", fact: "c", points: { x: 1, y: 6 } },
      { title: "c", rule: "checklist", mode: "per_item", items: ["a"], each: 2 },
    ];
    const facts = { a: { type: "boolean" }, c: { type: "choice", options: ["x", "y"] } };
    const shared = leafScorer({ scoring: { rule: "best_of", of } }, facts);
    expect(stands(shared, { facts: { c: "x" } })).toBe("unknown 1 to 4");
    expect(stands(shared, { facts: { a: true } })).toBe("unknown 4 to 6 tight");
  });

  test("missing: the points that are stated for it, else open", () => {
    const facts = { total: 600, share: { missing: true } };
    expect(stands(best, { facts })).toBe("unknown 10 to 10");
    const stated = leafScorer({ scoring: { rule: "best_of", of: OF }, when_missing: 1 }, FACTS);
    expect(stands(stated, { facts })).toBe("scored 1");
    expect(stands(stated, { facts: { total: 600 } })).toBe("unknown 1 to 10 tight");
  });
});
