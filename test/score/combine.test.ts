import { describe, expect, test } from "vitest";
import type { Assessment, NodeResult } from "../../src/model/assessment.js";
import { type Data, node, nodeAt, out, scheme, scorer, sheet, standing, worth } from "../helpers/build/rubric.js";
import { print, spelled, total } from "../helpers/oracle/rational.js";

const ANY = {
  outcomes: [{ id: "any", otherwise: true }],
  goal: "any",
  blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }],
};
const when = (fact: string): Data => ({ applies_when: { fact, is: true } });

const FACTS: Data = { x: { type: "boolean" }, y: { type: "boolean" } };

/** A sheet of 100 points that is made of the indicators; `x` and `y` may be asked. */
const group = (combine: string, indicators: readonly Data[], parts: Data = {}) =>
  scorer(sheet({ floor: "none", cap: "none", combine, facts: FACTS, indicators, ...parts }), scheme(ANY));

const stands = (assessment: Assessment, id = "sheet"): string => standing(nodeAt(assessment, id));

/** Nodes whose contribution is not that of their children and adjustments. */
function lawbreakers({ components }: Assessment): readonly string[] {
  const broken = (entry: NodeResult): readonly string[] => {
    if (!entry.children) return [];
    const parts = [...entry.children, ...entry.adjustments].map(({ contribution }) => spelled(contribution ?? "0"));
    const own = entry.contribution !== null && print(total(parts)) !== entry.contribution ? [entry.id] : [];
    return [...own, ...entry.children.flatMap(broken)];
  };
  return components.flatMap(({ root }) => (root ? broken(root) : []));
}

describe("shares of what was available", () => {
  // A 8 of 10 = 0.8, B 3 of 5 = 0.6, C 50 of 200 = 0.25
  const three = (parts: readonly Data[] = [{}, {}, {}]): readonly Data[] =>
    [
      ["A", 10],
      ["B", 5],
      ["C", 200],
    ].map(([id, points], i) => worth(id as string, points as number, parts[i]));
  const facts = { A: 8, B: 3, C: 50 };

  test.each([
    ["mean", "55"], // (0.8 + 0.6 + 0.25) ÷ 3 = 0.55
    ["min", "25"],
    ["max", "80"],
  ])("%s of 0.8, 0.6 and 0.25 is %s of 100", (combine, awarded) => {
    const assessment = group(combine, three())({ facts });
    expect(stands(assessment)).toBe(`scored ${awarded}`);
    expect(lawbreakers(assessment)).toEqual([]);
  });

  test("weighted, each counts by its weight, and the weights need not make 1", () => {
    const weights = [{ weight: 1 }, { weight: "0.5" }, { weight: 2 }];
    const assessment = group("weighted_mean", three(weights))({ facts });
    expect(stands(assessment)).toBe("scored 320/7"); // (0.8 + 0.3 + 0.5) ÷ 3.5
    expect(lawbreakers(assessment)).toEqual([]);
  });

  test("a point of each child has a worth of its own", () => {
    const assessment = group("mean", three())({ facts });
    const told = ["A", "B", "C"].map((id) => nodeAt(assessment, id));
    // 100 ÷ (3 × 10), 100 ÷ (3 × 5), 100 ÷ (3 × 200)
    expect(told.map(({ factor }) => factor)).toEqual(["10/3", "20/3", "1/6"]);
    expect(told.map(({ contribution }) => contribution)).toEqual(["80/3", "20", "25/3"]);
    expect(told.map(({ shortfall }) => shortfall)).toEqual(["20/3", "40/3", "25"]);
  });

  test("what is not picked brings nothing and costs nothing", () => {
    const assessment = group("min", three())({ facts });
    const told = ["A", "B", "C"].map((id) => nodeAt(assessment, id));
    expect(told.map(({ contribution }) => contribution)).toEqual(["0", "0", "25"]);
    expect(told.map(({ shortfall }) => shortfall)).toEqual(["0", "0", "75"]);
    expect(told.map(({ factor }) => factor)).toEqual(["0", "0", "0.5"]);
  });

  test.each(["min", "max"])("of equal shares %s picks the first in the document", (combine) => {
    const assessment = group(combine, three())({ facts: { A: 6, B: 3, C: 120 } });
    expect(["A", "B", "C"].map((id) => nodeAt(assessment, id).contribution)).toEqual(["60", "0", "0"]);
  });

  test("shares below 0 and above 1 count as they are", () => {
    expect(stands(group("mean", three())({ facts: { A: -5, B: 10, C: 200 } }))).toBe("scored 250/3"); // (−0.5 + 2 + 1) ÷ 3
    expect(stands(group("min", three())({ facts: { A: -5, B: 10, C: 200 } }))).toBe("scored -50");
    expect(stands(group("max", three())({ facts: { A: -5, B: 10, C: 200 } }))).toBe("scored 200");
  });

  test("floor, cap and rounding come behind it, as adjustments of the group", () => {
    const limits = { cap: 50, round: { places: 0, mode: "half-up" } };
    const capped = group("max", three(), limits)({ facts });
    expect(nodeAt(capped, "sheet").adjustments).toMatchObject([{ cause: "cap", by: "-30", contribution: "-30" }]);
    const rounded = group("mean", three(), limits)({ facts: { A: 1, B: 1, C: 1 } });
    expect(stands(rounded)).toBe("scored 10"); // (0.1 + 0.2 + 0.005) ÷ 3 × 100 = 10 1/6
    expect(nodeAt(rounded, "sheet").adjustments).toMatchObject([{ cause: "rounding", by: "-1/6" }]);
    expect([...lawbreakers(capped), ...lawbreakers(rounded)]).toEqual([]);
  });

  test("the steps tell every share, what was made of them, and its points", () => {
    const { steps, combine, children } = nodeAt(
      group("weighted_mean", three([{ weight: "0.50" }, { weight: "0.25" }, { weight: "0.25" }]))({ facts }),
      "sheet",
    );
    expect([combine, children?.map(({ weight }) => weight)]).toEqual(["weighted_mean", ["0.5", "0.25", "0.25"]]);
    expect(steps).toEqual([
      { op: "share", in: ["8", "10"], out: "0.8", note: { indicator: "A" } },
      { op: "share", in: ["3", "5"], out: "0.6", note: { indicator: "B" } },
      { op: "share", in: ["50", "200"], out: "0.25", note: { indicator: "C" } },
      { op: "weighted_mean", in: ["0.8", "0.6", "0.25"], out: "0.6125", note: { weights: ["0.5", "0.25", "0.25"] } },
      { op: "scale", in: ["0.6125", "100"], out: "61.25" },
    ]);
  });
});

describe("only what applies is averaged", () => {
  const two = [worth("A", 10), worth("B", 5, { may_be_not_applicable: true })];

  test("what drops out leaves the mean, and has no share", () => {
    const assessment = group("mean", two)({ facts: { A: 8 }, not_applicable: out("B") });
    expect(nodeAt(assessment, "sheet")).toMatchObject({ awarded: { exact: "80" }, available: "100", points: "100" });
    expect(nodeAt(assessment, "B")).toMatchObject({ contribution: "0", shortfall: "0", factor: "0" });
  });

  test("what stays in for all or nothing has the share 1 or 0", () => {
    const staying = (policy: string) => [
      worth("A", 10),
      worth("B", 5, { may_be_not_applicable: true, if_not_applicable: policy }),
    ];
    const scored = (policy: string) =>
      stands(group("mean", staying(policy))({ facts: { A: 8 }, not_applicable: out("B") }));
    expect([scored("full"), scored("zero")]).toEqual(["scored 90", "scored 40"]);
  });

  test("a group of which something has dropped out is measured by what is left of it", () => {
    // G: 3 of the 5 that apply, not of its 20
    const inner = [
      node("G", 20, {
        floor: "none",
        cap: "none",
        indicators: [worth("a", 5), worth("b", 15, { may_be_not_applicable: true })],
      }),
      worth("A", 10),
    ];
    const assessment = group("mean", inner)({ facts: { a: 3, A: 8 }, not_applicable: out("b") });
    expect(stands(assessment)).toBe("scored 70");
    expect(nodeAt(assessment, "a")).toMatchObject({ factor: "10", contribution: "30", shortfall: "20" });
    expect(lawbreakers(assessment)).toEqual([]);
  });

  test("a group that averages has all its points available, and drops out when nothing in it applies", () => {
    const inner = [
      node("G", 40, {
        floor: "none",
        cap: "none",
        combine: "mean",
        indicators: two.map((one) => ({ ...one, may_be_not_applicable: true })),
      }),
      worth("C", 60),
    ];
    const score = group("sum", inner, { renormalise: true });
    expect(nodeAt(score({ facts: { A: 8, C: 30 }, not_applicable: out("B") }), "G")).toMatchObject({
      available: "40",
      awarded: { exact: "32" },
    });
    const without = score({ facts: { C: 30 }, not_applicable: out("A", "B") });
    expect([nodeAt(without, "G").status, stands(without)]).toEqual(["not-applicable", "scored 50"]);
  });
});

describe("bounds", () => {
  const range = (least: number, most: number): Data => ({
    scoring: {
      rule: "linear",
      fact: { type: "decimal", range: { at_least: least, at_most: most } },
      knots: [
        { at: 0, points: 0 },
        { at: 1, points: 1 },
      ],
      beyond: "extend",
    },
  });
  // A between 0.2 and 0.9, B between 0.4 and 0.6
  const open = [worth("A", 10, range(2, 9)), worth("B", 5, range(2, 3))];

  test.each([
    ["mean", "unknown 30 to 75 tight"],
    ["min", "unknown 20 to 60 tight"],
    ["max", "unknown 40 to 90 tight"],
  ])("%s of open shares", (combine, bounds) => {
    expect(stands(group(combine, open)({}))).toBe(bounds);
  });

  test("weighted", () => {
    const weighted = open.map((one, i) => ({ ...one, weight: [3, 1][i]! }));
    expect(stands(group("weighted_mean", weighted)({}))).toBe("unknown 25 to 82.5 tight"); // (3 × 0.2 + 0.4) ÷ 4
  });

  test("a known share beside open ones", () => {
    expect(stands(group("max", open)({ facts: { A: 8 } }))).toBe("unknown 80 to 80 tight");
    expect(stands(group("min", open)({ facts: { A: 5 } }))).toBe("unknown 40 to 50 tight");
  });

  test("a mean over what may not apply is extreme where the outermost shares are in, and no others", () => {
    // K 0.5 for sure; X 0.9 and Y 0.1 may apply
    const some = [worth("K", 10), worth("X", 10, when("x")), worth("Y", 10, when("y"))];
    const facts = { K: 5, X: 9, Y: 1 };
    expect(stands(group("mean", some)({ facts }))).toBe("unknown 30 to 70");
    expect(stands(group("mean", some)({ facts: { ...facts, x: true } }))).toBe("unknown 50 to 70");
    expect(stands(group("min", some)({ facts }))).toBe("unknown 10 to 50");
    expect(stands(group("max", some)({ facts }))).toBe("unknown 50 to 90");
  });

  test("where nothing applies for sure, one of them alone may be all there is", () => {
    const some = [worth("X", 10, when("x")), worth("Y", 10, when("y"))];
    const facts = { X: 9, Y: 1 };
    for (const combine of ["mean", "min", "max"])
      expect(stands(group(combine, some)({ facts }))).toBe("unknown 10 to 90");
  });

  test("the least of shares has no end below where one of them has none, and none above where all have none", () => {
    const endless = [worth("A", 10), worth("B", 10)];
    expect(stands(group("min", endless)({}))).toBe("unknown −∞ to +∞");
    expect(stands(group("min", endless)({ facts: { A: 5 } }))).toBe("unknown −∞ to 50");
    expect(stands(group("max", endless)({ facts: { A: 5 } }))).toBe("unknown 50 to +∞");
    expect(stands(group("mean", endless)({ facts: { A: 5 } }))).toBe("unknown −∞ to +∞");
  });

  test("the worth of a point is open while it is open what applies, or which share is picked", () => {
    const factors = (combine: string, given: Data, ...indicators: readonly Data[]) =>
      nodeAt(group(combine, indicators)({ facts: given }), "sheet").children!.map(({ factor }) => factor);
    expect(factors("mean", { x: true }, worth("A", 10), worth("B", 10, when("x")))).toEqual(["5", "5"]);
    expect(factors("mean", {}, worth("A", 10), worth("B", 10, when("x")))).toEqual([null, null]);
    expect(factors("min", { A: 5 }, worth("A", 10), worth("B", 10))).toEqual([null, null]);
  });

  test("a fact read in two shares makes no promise that the ends are reached", () => {
    const twice = ["A", "B"].map((id) => node(id, 10, { scoring: { rule: "flag", fact: "x" } }));
    expect(stands(group("mean", twice)({}))).toBe("unknown 0 to 100");
  });
});
