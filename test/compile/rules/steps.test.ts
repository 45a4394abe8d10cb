import { describe, expect, test } from "vitest";
import { type Data, decimal, integer, leafScorer, nodeAt, standing, stands } from "../../helpers/build/rubric.js";

function steps(rule: Data, leaf: Data = {}): (value: string) => string {
  const score = leafScorer({
    floor: "none",
    cap: "none",
    ...leaf,
    scoring: { rule: "steps", fact: decimal(), ...rule },
  });
  return (value) => stands(score, { facts: { L: value } });
}

describe("steps: base at the start, points for each full per beyond it", () => {
  const rule = { start: 10, per: 5, points: 2, base: 1 };

  test.each([
    // value: floor, ceil, interpolate
    ["10", "1", "1", "1"],
    ["12", "1", "3", "1.8"], // 2/5 of a step: 1 + 2 × 0.4
    ["15", "3", "3", "3"],
    ["17.5", "3", "5", "4"], // 1.5 steps: 1 + 3
    ["20", "5", "5", "5"],
    ["9.999", "1", "1", "1"], // below the start no step counts
    ["-1000", "1", "1", "1"],
  ])("%s", (value, floor, ceil, interpolate) => {
    expect(steps({ ...rule, partial: "floor" })(value)).toBe(`scored ${floor}`);
    expect(steps({ ...rule, partial: "ceil" })(value)).toBe(`scored ${ceil}`);
    expect(steps({ ...rule, partial: "interpolate" })(value)).toBe(`scored ${interpolate}`);
  });

  test.each([
    // The part of a step is treated alike on both sides: −2/5 of a step is none, one, or 0.4 of one.
    ["8", "1", "-1", "0.2"],
    ["5", "-1", "-1", "-1"],
    ["2.5", "-1", "-3", "-2"],
    ["12", "1", "3", "1.8"],
  ])("both ways: %s", (value, floor, ceil, interpolate) => {
    const both = { ...rule, both_ways: true };
    expect(steps({ ...both, partial: "floor" })(value)).toBe(`scored ${floor}`);
    expect(steps({ ...both, partial: "ceil" })(value)).toBe(`scored ${ceil}`);
    expect(steps({ ...both, partial: "interpolate" })(value)).toBe(`scored ${interpolate}`);
  });

  test("a third of a step stays a third", () => {
    // 1/3 × 0.5
    expect(steps({ start: 0, per: 3, points: "0.5", partial: "interpolate" })("1")).toBe("scored 1/6");
  });

  test("a step of 0.1 is hit exactly, where doubles count one too few", () => {
    // 0.3 ÷ 0.1 is 2.9999999999999996 in doubles
    expect(steps({ start: 0, per: "0.1", points: 1, partial: "floor" })("0.3")).toBe("scored 3");
  });

  test("points may be taken away, and stop at the floor", () => {
    const losing = steps({ start: 0, per: 1, points: "-0.5", base: 2, partial: "floor" }, { floor: 0 });
    expect([losing("0"), losing("3"), losing("4"), losing("100")]).toEqual([
      "scored 2",
      "scored 0.5",
      "scored 0",
      "scored 0",
    ]);
  });

  test("a cap is a step of its own in the record", () => {
    const campaigns = leafScorer(
      {
        cap: "points",
        scoring: { rule: "steps", fact: integer({ at_least: 0 }), start: 0, per: 1, points: "0.5", partial: "floor" },
      },
      {},
      2,
    );
    const node = nodeAt(campaigns({ facts: { L: 7 } }), "L");
    expect(standing(node)).toBe("scored 2");
    expect(node.steps.map(({ op, out }) => `${String(op)} ${String(out)}`)).toEqual([
      "count-steps 7",
      "steps 3.5",
      "cap 2",
    ]);
  });

  test("what went in is printed as numbers are: one spelling for one number", () => {
    const score = leafScorer({
      floor: "none",
      cap: "none",
      scoring: {
        rule: "steps",
        fact: decimal(),
        start: "0.0",
        per: "1.00",
        points: "0.50",
        base: "-0",
        partial: "floor",
      },
    });
    const node = nodeAt(score({ facts: { L: "1.50" } }), "L");
    expect(node.steps.map((step) => step.in)).toEqual([
      ["1.5", "0", "1"],
      ["1", "0.5", "0"],
    ]);
  });
});

describe("bounds of steps", () => {
  const over = (range: Data, rule: Data, leaf: Data = {}): string =>
    stands(
      leafScorer({
        floor: "none",
        cap: "none",
        ...leaf,
        scoring: { rule: "steps", fact: decimal(range), start: 0, per: 10, points: 1, ...rule },
      }),
    );

  test("between the ends of the range", () => {
    // 25 → 2 full steps, 47 → 4
    expect(over({ at_least: 25, at_most: 47 }, { partial: "floor" })).toBe("unknown 2 to 4 tight");
    expect(over({ at_least: 25, at_most: 47 }, { partial: "ceil" })).toBe("unknown 3 to 5 tight");
    expect(over({ at_least: 25, at_most: 47 }, { partial: "interpolate" })).toBe("unknown 2.5 to 4.7 tight");
  });

  test("points that fall turn them round", () => {
    expect(over({ at_least: 25, at_most: 47 }, { partial: "floor", points: -1 })).toBe("unknown -4 to -2 tight");
  });

  test("no end of the range, no end of the points", () => {
    expect(over({ at_least: 0 }, { partial: "floor" })).toBe("unknown 0 to +∞");
    expect(over({}, { partial: "floor" })).toBe("unknown 0 to +∞");
    expect(over({}, { partial: "floor", both_ways: true })).toBe("unknown −∞ to +∞");
    expect(over({ at_most: 30 }, { partial: "floor", both_ways: true })).toBe("unknown −∞ to 3");
    expect(over({ at_least: 0 }, { partial: "floor", points: -1 })).toBe("unknown −∞ to 0");
  });

  test("a floor and a cap are ends", () => {
    expect(over({}, { partial: "floor", both_ways: true }, { floor: 0, cap: "points" })).toBe("unknown 0 to 10 tight");
    expect(over({ at_least: 25 }, { partial: "floor" }, { cap: "points" })).toBe("unknown 2 to 10 tight");
  });

  test("an end that the range leaves out is not promised to be reached", () => {
    expect(over({ at_least: 0, below: 30 }, { partial: "floor" })).toBe("unknown 0 to 3");
  });
});
