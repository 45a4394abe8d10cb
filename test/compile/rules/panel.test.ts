import { describe, expect, test } from "vitest";
import { type Data, codes, leafScorer, nodeAt, stands } from "../../helpers/build/rubric.js";

const scale = { range: { at_least: 0, at_most: 5 }, step: "0.5" };
const panel = (parts: Data = {}, leaf: Data = {}) =>
  leafScorer({ scoring: { rule: "panel", ...scale, ...parts }, ...leaf }, {}, 5);
const vote = (points: unknown, by: string, as?: string): Data => ({
  points,
  by,
  ...(as !== undefined && { as }),
  reason: "现场查看",
});
const votes = (...points: readonly unknown[]): Data => ({
  judgements: { L: points.map((each, i) => vote(each, `评委${i + 1}`)) },
});
const WEIGHTS = { weights: { 专职安全人员: "0.6", 其他: "0.4" } };

describe("panel: the mean", () => {
  test.each([
    [["4"], "4"],
    [["3", "4"], "3.5"],
    [["3", "4", "4.5"], "23/6"],
    [["5", "5", "0.5"], "3.5"],
  ])("of %j is %s, off the steps if need be", (points, mean) => {
    expect(stands(panel(), votes(...points))).toBe(`scored ${mean}`);
  });

  test("is rounded where the leaf says so, and held by its floor and cap", () => {
    const rounded = panel({}, { round: { places: 1, mode: "half-up" } });
    expect(stands(rounded, votes("3", "4", "4.5"))).toBe("scored 3.8");
    expect(stands(panel({}, { cap: 3 }), votes("3", "4"))).toBe("scored 3");
  });

  test("is the same in any order of the list", () => {
    expect(stands(panel({ trim: 1 }), votes("4.5", "3", "5", "4", "2"))).toBe("scored 23/6");
    expect(stands(panel({ trim: 1 }), votes("2", "3", "4", "4.5", "5"))).toBe("scored 23/6");
  });
});

describe("panel: trim", () => {
  test("leaves out as many of the highest as of the lowest, and marks them", () => {
    const node = nodeAt(panel({ trim: 1 })(votes("5", "3", "4", "4.5", "2")), "L");
    expect(node.awarded?.exact).toBe("23/6");
    expect(node.steps).toEqual([{ op: "panel", in: ["3", "4", "4.5"], out: "23/6", note: { of: 5 } }]);
    expect(node.read[0]!.judgements!.map(({ points, excluded }) => [points, excluded])).toEqual([
      ["5", "highest"],
      ["3", undefined],
      ["4", undefined],
      ["4.5", undefined],
      ["2", "lowest"],
    ]);
  });

  test("takes one of several equal ones", () => {
    expect(stands(panel({ trim: 1 }), votes("5", "5", "5"))).toBe("scored 5");
    expect(stands(panel({ trim: 1 }), votes("5", "5", "1", "1"))).toBe("scored 3");
  });

  test("needs something between the ends", () => {
    const assessment = panel({ trim: 1 })(votes("5", "4"));
    expect(stands(panel({ trim: 1 }), votes("5", "4"))).toBe("unknown 0 to 5");
    expect(codes(assessment)).toEqual(["panel-too-few /judgements/L"]);
  });
});

describe("panel: weights", () => {
  const weighted = panel(WEIGHTS);
  const three: Data = {
    judgements: {
      L: [vote("4", "甲", "专职安全人员"), vote("3", "乙", "其他"), vote("5", "丙", "专职安全人员")],
    },
  };

  test("each class has its own mean, and the means are added by weight", () => {
    const node = nodeAt(weighted(three), "L");
    expect(node.awarded?.exact).toBe("3.9");
    expect(node.steps).toEqual([
      { op: "panel-class", in: ["4", "5"], out: "4.5", note: { class: "专职安全人员", weight: "0.6" } },
      { op: "panel-class", in: ["3"], out: "3", note: { class: "其他", weight: "0.4" } },
      { op: "panel", in: ["4.5", "3"], out: "3.9" },
    ]);
  });

  test("a class without any judgement leaves it open, for good once the sheet is closed", () => {
    const one: Data = { judgements: { L: [vote("4", "甲", "专职安全人员"), vote("5", "丙", "专职安全人员")] } };
    expect(stands(weighted, one)).toBe("unknown 0 to 5");
    expect(codes(weighted(one))).toEqual(["panel-class-empty /judgements/L"]);
    const stated = panel(WEIGHTS, { when_missing: "1" });
    expect(stands(stated, one)).toBe("unknown 0 to 5");
    expect(stands(stated, { ...one, closed: true })).toBe("scored 1");
  });

  test.each([["专家"], [undefined]])("a class that has no weight, %s, is refused", (as) => {
    const assessment = weighted({ judgements: { L: [vote("4", "甲", "专职安全人员"), vote("3", "乙", as)] } });
    expect(nodeAt(assessment, "L").status).toBe("invalid");
    expect(codes(assessment)).toEqual(["judgement-class-unknown /judgements/L/1/as"]);
  });
});

describe("panel: what is not there", () => {
  test("nobody yet, nobody ever", () => {
    expect(stands(panel())).toBe("unknown 0 to 5 tight");
    expect(stands(panel(), { closed: true })).toBe("unknown 0 to 5");
    expect(stands(panel({}, { when_missing: "zero" }), { closed: true })).toBe("scored 0");
  });

  test("fewer than the rubric asks for: open, and said; missing for good once the sheet is closed", () => {
    const five = panel({ assessors: { at_least: 5 } }, { when_missing: "zero" });
    expect(stands(five, votes("5", "5", "5", "5"))).toBe("unknown 0 to 5");
    expect(codes(five(votes("5", "5", "5", "5")))).toEqual(["panel-too-few /judgements/L"]);
    expect(stands(five, { ...votes("5", "5", "5", "5"), closed: true })).toBe("scored 0");
    expect(stands(five, votes("5", "5", "5", "5", "5"))).toBe("scored 5");
  });

  test("an empty list is too few", () => {
    expect(codes(panel()({ judgements: { L: [] } }))).toEqual(["panel-too-few /judgements/L"]);
  });
});

describe("panel: what is wrong", () => {
  test.each([
    ["off the steps", votes("4", "3.7"), "judgement-off-step /judgements/L/1/points"],
    ["out of range", votes("5.5", "4"), "judgement-out-of-range /judgements/L/0/points"],
    ["no number", votes("好"), "fact-not-a-number /judgements/L/0/points"],
    ["two votes", { judgements: { L: [vote(4, "甲"), vote(5, "甲")] } }, "assessor-twice /judgements/L/1/by"],
    ["no reason", { judgements: { L: [{ points: 4, by: "甲" }] } }, "missing-key /judgements/L/0"],
    ["no list", { judgements: { L: vote(4, "甲") } }, "judgement-not-a-list /judgements/L"],
    ["nothing behind the dash", { judgements: { L: [null] } }, "empty-value /judgements/L/0"],
  ])("%s: nothing counts, and one finding says why", (_what, factSheet: Data, finding) => {
    const assessment = panel()(factSheet);
    expect(stands(panel(), factSheet)).toBe("invalid 0 to 5 tight");
    expect(codes(assessment)).toEqual([finding]);
  });

  test("a list where one assessor judges", () => {
    const single = leafScorer({ scoring: { rule: "judged", ...scale } }, {}, 5);
    expect(stands(single, votes("4"))).toBe("invalid 0 to 5 tight");
    expect(codes(single(votes("4")))).toEqual(["judgement-not-single /judgements/L"]);
  });

  test("two lists for one leaf", () => {
    const list = [vote(4, "甲")];
    const assessment = panel()({ judgements: { L: list, "base/L": list } });
    expect(nodeAt(assessment, "L").status).toBe("invalid");
    expect(codes(assessment)).toEqual(["judgement-twice /judgements/base~1L"]);
  });
});

test("panel: who judged, in which capacity and why stands in the breakdown", () => {
  const { read } = nodeAt(panel()({ judgements: { L: [vote("4.50", "甲", "协会"), vote("3", "乙")] } }), "L");
  expect(read).toEqual([
    {
      fact: "L",
      value: 2,
      state: "given",
      evidence: [],
      judgements: [
        { points: "4.5", by: "甲", as: "协会", reason: "现场查看" },
        { points: "3", by: "乙", reason: "现场查看" },
      ],
    },
  ]);
});
