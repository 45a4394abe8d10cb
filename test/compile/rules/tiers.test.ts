import { describe, expect, test } from "vitest";
import { leafScorer, nodeAt, stands } from "../../helpers/build/rubric.js";

const YEARS = { type: "integer", range: { at_least: 0 } };
const years = leafScorer(
  {
    scoring: {
      rule: "tiers",
      fact: YEARS,
      tiers: [
        { at_least: 10, points: 2 },
        { at_least: 5, below: 10, points: "1.50" },
        { at_least: 3, at_most: 4, points: 1 }, // for whole numbers 4 and 5 leave no gap
        { below: 3, points: 0 },
      ],
    },
  },
  {},
  2,
);

describe("tiers", () => {
  test.each([
    [0, "0"],
    [2, "0"],
    [3, "1"], // 三年（含）以上
    [4, "1"],
    [5, "1.5"],
    [9, "1.5"],
    [10, "2"], // 以上 includes the number
    [9999999999, "2"],
  ])("%i years earn %s", (value, points) => {
    expect(stands(years, { facts: { L: value } })).toBe(`scored ${points}`);
  });

  test("a decimal lies in its bracket exactly", () => {
    const ratio = leafScorer({
      scoring: {
        rule: "tiers",
        fact: { type: "decimal" },
        tiers: [
          { below: 80, points: 0 },
          { at_least: 80, at_most: 90, points: 5 },
          { above: 90, points: 10 }, // 超过 does not include it
        ],
      },
    });
    const earned = ["79.9999999999999999999999999", "80", "90.0", "90.0000000000000000000000001", "-5"].map((L) =>
      stands(ratio, { facts: { L } }),
    );
    expect(earned).toEqual(["scored 0", "scored 5", "scored 5", "scored 10", "scored 0"]);
  });

  test("the step names the bracket", () => {
    expect(nodeAt(years({ facts: { L: 5 } }), "L").steps).toEqual([
      { op: "tiers", in: [], out: "1.5", note: { tier: { at_least: "5", below: "10" }, index: 1 } },
    ]);
  });

  test("unknown may be in any bracket", () => {
    expect(stands(years)).toBe("unknown 0 to 2 tight");
  });
});

describe("a tier that holds steps", () => {
  // 满4亿元不足10亿元的，起始分49分，每增加1千万元加0.1分
  const revenue = leafScorer(
    {
      scoring: {
        rule: "tiers",
        fact: { type: "decimal", range: { at_least: 0 } },
        tiers: [
          { at_least: 10, points: 60 },
          { at_least: 4, below: 10, points: 49, steps: { per: "0.1", points: "0.1", partial: "floor" } },
          { below: 4, points: 49, steps: { from: 4, per: 1, points: 10, partial: "ceil" } },
        ],
      },
      floor: "none",
    },
    {},
    60,
  );

  test.each([
    ["4", "49"],
    ["4.09", "49"],
    ["4.1", "49.1"],
    ["5.55", "50.5"],
    ["9.99", "54.9"],
    ["10", "60"],
    ["1000", "60"],
    ["3.5", "39"], // below `from` a part of a step counts as on the other side
    ["3", "39"],
    ["0", "9"],
  ])("%s earns %s", (L, points) => {
    expect(stands(revenue, { facts: { L } })).toBe(`scored ${points}`);
  });

  test("the steps tell the tier, the count and the sum", () => {
    expect(nodeAt(revenue({ facts: { L: "5.55" } }), "L").steps).toEqual([
      { op: "tiers", in: [], out: "49", note: { tier: { at_least: "4", below: "10" }, index: 1 } },
      { op: "count-steps", in: ["5.55", "4", "0.1"], out: "15", note: { partial: "floor" } },
      { op: "steps", in: ["15", "0.1", "49"], out: "50.5" },
    ]);
  });

  test("unknown it lies between the ends of all tiers, and an end that no value reaches is not promised", () => {
    expect(stands(revenue)).toBe("unknown 9 to 60");
  });

  test("steps without an end take the end away", () => {
    const endless = leafScorer({
      scoring: {
        rule: "tiers",
        fact: { type: "integer" },
        tiers: [
          { at_least: 5, points: 1, steps: { per: 2, points: 1, partial: "floor" } },
          { at_most: 4, points: 0 },
        ],
      },
      cap: "none",
    });
    expect(stands(endless)).toBe("unknown 0 to +∞");
    expect(stands(endless, { facts: { L: 8 } })).toBe("scored 2");
  });
});

describe("tiers within a range", () => {
  const RULE = [
    { below: 3, points: 1 },
    { at_least: 3, points: 4 },
  ];
  const over = (type: string, range: object): string =>
    stands(leafScorer({ scoring: { rule: "tiers", fact: { type, range }, tiers: RULE } }));

  test.each([
    ["decimal", { at_least: 0, below: 3 }, "1 to 1"], // 3 itself is not to be had
    ["decimal", { at_least: 0, at_most: 3 }, "1 to 4"],
    ["decimal", { at_least: 3 }, "4 to 4"],
    ["decimal", { above: 2 }, "1 to 4"],
    ["integer", { above: 2 }, "4 to 4"], // the first whole number above 2 is 3
    ["integer", { at_least: 0, below: 3 }, "1 to 1"],
    ["integer", { at_least: "2.5" }, "4 to 4"],
  ])("a %s of %j earns %s", (type, range, span) => {
    expect(over(type, range)).toBe(`unknown ${span} tight`);
  });

  test("a number outside its range is invalid, not worth the nearest bracket", () => {
    const percent = leafScorer({
      scoring: { rule: "tiers", fact: { type: "decimal", range: { at_least: 0, at_most: 100 } }, tiers: RULE },
    });
    expect(stands(percent, { facts: { L: "100.01" } })).toBe("invalid 1 to 4 tight");
    expect(stands(percent, { facts: { L: 100 } })).toBe("scored 4");
  });

  test("a whole number written with decimals is whole, a part is not", () => {
    expect(stands(years, { facts: { L: "5.00" } })).toBe("scored 1.5");
    expect(stands(years, { facts: { L: "4.5" } })).toBe("invalid 0 to 2 tight");
  });
});
