import { describe, expect, test } from "vitest";
import { type Data, codes, leafScorer, nodeAt, standing, stands } from "../../helpers/build/rubric.js";

const judged = leafScorer({ scoring: { rule: "judged", range: { at_least: 0, at_most: 2 }, step: "0.5" } }, {}, 2);
const given = (points: unknown, parts: Data = {}): Data => ({
  judgements: { L: { points, by: "审核员甲", reason: "宣传材料仅一份", ...parts } },
});

describe("judged", () => {
  test.each(["0", "0.5", "1", "1.5", "2"])("%s points on the grid are awarded", (points) => {
    expect(stands(judged, given(points))).toBe(`scored ${points}`);
  });

  test.each([
    ["2.5", "judgement-out-of-range"],
    ["-0.5", "judgement-out-of-range"],
    ["0.7", "judgement-off-step"],
    ["1.50000000000000000000000001", "judgement-off-step"],
    ["好", "fact-not-a-number"],
    ["1e0", "fact-not-a-number"],
  ])("%s is not: %s", (points, code) => {
    const assessment = judged(given(points));
    expect(standing(nodeAt(assessment, "L"))).toBe("invalid 0 to 2 tight");
    expect(codes(assessment)).toEqual([`${code} /judgements/L/points`]);
  });

  test("the grid starts at the lower end of the range, and steps may be thirds of nothing decimal", () => {
    // −1, −0.7, −0.4, … 2
    const grid = leafScorer(
      { floor: "none", scoring: { rule: "judged", range: { at_least: -1, at_most: 2 }, step: "0.3" } },
      {},
      2,
    );
    expect(stands(grid, given("-0.4"))).toBe("scored -0.4");
    expect(stands(grid, given("0"))).toMatch(/^invalid/);
    expect(stands(grid)).toBe("unknown -1 to 2 tight");
  });

  test("nobody has judged: between the ends of the range", () => {
    expect(stands(judged)).toBe("unknown 0 to 2 tight");
  });

  test("nobody will judge: missing, which is worth what the leaf says", () => {
    expect(stands(judged, { closed: true })).toBe("unknown 0 to 2");
    const stated = leafScorer(
      { when_missing: "0.5", scoring: { rule: "judged", range: { at_least: 0, at_most: 2 }, step: 1 } },
      {},
      2,
    );
    expect(stands(stated, { closed: true })).toBe("scored 0.5");
  });

  test("who judged, in which capacity and why stands beside it", () => {
    const { read } = nodeAt(judged(given("1.50", { as: "协会审核" })), "L");
    expect(read).toEqual([
      {
        fact: "L",
        value: "1.5",
        state: "given",
        evidence: [],
        by: "审核员甲",
        as: "协会审核",
        reason: "宣传材料仅一份",
      },
    ]);
  });

  test("a zero with a sign is read as zero", () => {
    expect(nodeAt(judged(given("-0")), "L").read[0]!.value).toBe("0");
  });

  test.each([
    ["no reason", { points: 1, by: "x" }],
    ["no name", { points: 1, reason: "y" }],
    ["no points", { by: "x", reason: "y" }],
  ])("a judgement with %s counts for nothing, and says so once", (_what, judgement) => {
    const assessment = judged({ judgements: { L: judgement } });
    expect(nodeAt(assessment, "L").status).toBe("invalid");
    expect(assessment.findings).toHaveLength(1);
  });
});
