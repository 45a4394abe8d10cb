import { describe, expect, test } from "vitest";
import type { Assessment, NodeResult } from "../../src/model/assessment.js";
import { type Data, node, nodeAt, out, scheme, scorer, sheet, worth } from "../helpers/build/rubric.js";
import { print, spelled, total } from "../helpers/oracle/rational.js";

const ANY = { outcomes: [{ id: "any", otherwise: true }], goal: "any" };
const FLAG = { scoring: { rule: "flag", fact: { type: "boolean" } } };
const limited = (id: string, points: number, parts: Data = {}): Data =>
  worth(id, points, { floor: 0, cap: "points", ...parts });
const group = (id: string, points: number, indicators: readonly Data[], parts: Data = {}): Data =>
  node(id, points, { ...parts, indicators });

const sum = (texts: readonly (string | null)[]): string => print(total(texts.map((text) => spelled(text ?? "0"))));

/** Nodes at which contribution ≠ Σ contributions of the children + Σ adjustments; and the score, if it is not its sum. */
function lawbreakers(assessment: Assessment): readonly string[] {
  const broken: string[] = [];
  const visit = (entry: NodeResult): void => {
    if (!entry.children) return;
    const parts = [...entry.children, ...entry.adjustments].map(({ contribution }) => contribution);
    if (entry.contribution !== null && sum(parts) !== entry.contribution) broken.push(entry.id);
    entry.children.forEach(visit);
  };
  const roots = assessment.components.flatMap(({ root }) => root ?? []);
  roots.forEach(visit);
  const parts = [...roots, ...assessment.score.adjustments].map(({ contribution }) => contribution);
  if (assessment.score.exact !== null && sum(parts) !== assessment.score.exact) broken.push("score");
  return broken;
}

describe("contribution = factor × awarded", () => {
  const base = sheet({
    points: 50,
    indicators: [group("A", 30, [limited("a1", 20), limited("a2", 10)]), limited("b", 20)],
  });
  const sector = sheet({ id: "sector", points: 200, indicators: [limited("s", 200)] });
  const blend = [
    { id: "base", sheet: "sheet", weight: "0.70" },
    { id: "sector", sheet: "sector", weight: "0.3" },
  ];
  const score = scorer(base, sector, scheme({ ...ANY, points: 120, blend }));
  // One point of base is worth 0.7 × 120 ÷ 50 = 1.68, one of sector 0.3 × 120 ÷ 200 = 0.18.
  const assessment = score({ facts: { a1: 15, a2: "2.5", b: 20, s: 150 } });

  test.each([
    ["a1", "15", "25.2", "8.4"],
    ["a2", "2.5", "4.2", "12.6"],
    ["A", "17.5", "29.4", "21"],
    ["b", "20", "33.6", "0"],
    ["sheet", "37.5", "63", "21"],
    ["s", "150", "27", "9"],
  ])("%s earns %s: %s points of the score, %s short of full marks", (id, awarded, contribution, shortfall) => {
    expect(nodeAt(assessment, id)).toMatchObject({ awarded: { exact: awarded }, contribution, shortfall });
  });

  test("the components add up to the score", () => {
    expect(assessment.score.exact).toBe("90"); // 63 + 27
    expect(assessment.components.map(({ id, weight }) => [id, weight])).toEqual([
      ["base", "0.7"],
      ["sector", "0.3"],
    ]);
    expect(lawbreakers(assessment)).toEqual([]);
  });

  test("awards are shown rounded as the scheme says, and counted as they are", () => {
    const thirds = scorer(
      sheet({
        indicators: [
          node("L", 100, {
            scoring: {
              rule: "linear",
              fact: { type: "decimal", range: { at_least: 0, at_most: 3 } },
              knots: [
                { at: 0, points: 0 },
                { at: 3, points: 100 },
              ],
              beyond: "clip",
            },
          }),
        ],
      }),
      scheme(),
    );
    const { score, components } = thirds({ facts: { L: 1 } });
    expect(components[0]!.root!.children![0]!.awarded).toEqual({ exact: "100/3", display: "33.33" });
    expect([score.exact, score.display]).toEqual(["100/3", "33.33"]);
  });
});

describe("a group that divides passes the worth of its points on", () => {
  // G 40 divides by what is available of it: 30. One point of a is worth 40/30.
  const tree = (parts: Data = {}) =>
    scorer(
      sheet({
        indicators: [
          group("G", 40, [limited("a", 30), limited("b", 10, { may_be_not_applicable: true })], { renormalise: true }),
          limited("c", 60),
        ],
        ...parts,
      }),
      scheme(ANY),
    );

  test("in its own group", () => {
    const assessment = tree()({ facts: { a: 24, c: 45 }, not_applicable: out("b") });
    expect(nodeAt(assessment, "a")).toMatchObject({ contribution: "32", shortfall: "8" }); // 24 × 4/3, 6 × 4/3
    expect(nodeAt(assessment, "b")).toMatchObject({ contribution: "0", shortfall: "0", available: "0" });
    expect(nodeAt(assessment, "G")).toMatchObject({ contribution: "32", shortfall: "8", available: "40" });
    expect(lawbreakers(assessment)).toEqual([]);
  });

  test("through every level that divides", () => {
    // The sheet divides by 40 + 0 of 100, G by 30 of 40: one point of a is worth 4/3 × 5/2 = 10/3.
    const assessment = tree({
      renormalise: true,
      indicators: [
        group("G", 40, [limited("a", 30), limited("b", 10, { may_be_not_applicable: true })], { renormalise: true }),
        limited("c", 60, { may_be_not_applicable: true }),
      ],
    })({ facts: { a: 24 }, not_applicable: out("b", "c") });
    expect(nodeAt(assessment, "a")).toMatchObject({ contribution: "80", shortfall: "20" });
    expect(assessment.score.exact).toBe("80");
    expect(lawbreakers(assessment)).toEqual([]);
  });

  test("thirds stay thirds", () => {
    const assessment = tree({
      renormalise: true,
      indicators: [limited("a", 75), limited("b", 25, { may_be_not_applicable: true })],
    })({ facts: { a: "61.25" }, not_applicable: out("b") });
    expect(assessment.score.exact).toBe("245/3"); // 61.25 × 100 ÷ 75
    expect(nodeAt(assessment, "a").contribution).toBe("245/3");
    expect(nodeAt(assessment, "sheet").steps).toEqual([
      { op: "sum", in: ["61.25"], out: "61.25" },
      { op: "renormalise", in: ["61.25", "100", "75"], out: "245/3" },
    ]);
  });

  test("another of the sort: 6434/75", () => {
    const assessment = tree({
      renormalise: true,
      indicators: [limited("a", 75), limited("b", 25, { may_be_not_applicable: true })],
    })({ facts: { a: "64.34" }, not_applicable: out("b") });
    expect([assessment.score.exact, assessment.score.display]).toEqual(["6434/75", "85.79"]);
  });
});

describe("adjustments are worth what a point of their node is worth", () => {
  const tree = scorer(
    sheet({
      renormalise: true,
      indicators: [
        group("G", 50, [worth("a", 30), worth("b", 20)], { floor: 0, cap: "points" }),
        limited("c", 25),
        limited("d", 25, { may_be_not_applicable: true }),
      ],
    }),
    scheme({ ...ANY, points: 90 }),
  );

  test("above them the sheet divides by 75 of 100, and the scheme has 90 points: one is worth 1.2", () => {
    const assessment = tree({ facts: { a: 40, b: 25, c: 20 }, not_applicable: out("d") });
    expect(nodeAt(assessment, "G")).toMatchObject({ awarded: { exact: "50" }, contribution: "60" });
    expect(nodeAt(assessment, "G").adjustments).toEqual([
      { cause: "cap", by: "-15", contribution: "-18", because: { in: "65", out: "50" } },
    ]);
    expect(["a", "b", "c"].map((id) => nodeAt(assessment, id).contribution)).toEqual(["48", "30", "24"]);
    expect(assessment.score.exact).toBe("84"); // 48 + 30 − 18 + 24
    expect(lawbreakers(assessment)).toEqual([]);
  });

  test("a floor gives back", () => {
    const assessment = tree({ facts: { a: -40, b: 25, c: 20 }, not_applicable: out("d") });
    expect(nodeAt(assessment, "G").adjustments).toEqual([
      { cause: "floor", by: "15", contribution: "18", because: { in: "-15", out: "0" } },
    ]);
    expect(lawbreakers(assessment)).toEqual([]);
  });

  test("a group that stays in although it does not apply", () => {
    const staying = scorer(
      sheet({
        indicators: [
          group("G", 50, [limited("a", 30), limited("b", 20)], {
            may_be_not_applicable: true,
            if_not_applicable: "full",
          }),
          limited("c", 50),
        ],
      }),
      scheme({ ...ANY, points: 200 }),
    )({ facts: { c: 30 }, not_applicable: out("G") });
    expect(nodeAt(staying, "G")).toMatchObject({ contribution: "100", shortfall: "0", available: "50" });
    expect(nodeAt(staying, "G").adjustments).toEqual([
      { cause: "offset", by: "50", contribution: "100", because: { in: "0", out: "50" } },
    ]);
    expect(staying.score.exact).toBe("160"); // 2 × (50 + 30)
    expect(lawbreakers(staying)).toEqual([]);
  });
});

describe("while something is open", () => {
  const tree = (parts: Data) =>
    scorer(
      sheet({
        indicators: [limited("a", 60), node("b", 40, { ...FLAG, ...parts })],
        ...("may_be_not_applicable" in parts && { renormalise: true }),
      }),
      scheme(ANY),
    );

  test("what is scored has its contribution, what is open has none", () => {
    const assessment = tree({})({ facts: { a: 45 } });
    expect(nodeAt(assessment, "a")).toMatchObject({ contribution: "45", shortfall: "15" });
    expect(nodeAt(assessment, "b")).toMatchObject({
      awarded: null,
      contribution: null,
      shortfall: null,
      available: "40",
      bounds: { least: "0", most: "40", tight: true },
    });
    expect(nodeAt(assessment, "sheet")).toMatchObject({
      awarded: null,
      contribution: null,
      shortfall: null,
      steps: [],
    });
    expect(assessment.score).toEqual({
      status: "open",
      exact: null,
      display: null,
      bounds: { least: "45", most: "85", tight: true },
      certain: false,
      adjustments: [],
    });
  });

  test("while it is open by what a group divides, nothing below has a contribution", () => {
    const assessment = tree({ may_be_not_applicable: true })({ facts: { a: 45 } });
    expect(nodeAt(assessment, "a")).toMatchObject({ awarded: { exact: "45" }, contribution: null, shortfall: null });
  });

  test("nor where a whole group beside it may vanish", () => {
    const inner = scorer(
      sheet({
        renormalise: true,
        indicators: [
          limited("a", 60),
          group("H", 40, [node("b", 40, { ...FLAG, may_be_not_applicable: true })], { renormalise: true }),
        ],
      }),
      scheme(ANY),
    )({ facts: { a: 45 } });
    expect(nodeAt(inner, "a").contribution).toBeNull();
    expect(nodeAt(inner, "H").available).toBeNull();
    expect(nodeAt(inner, "sheet").bounds).toEqual({ least: "45", most: "85", tight: false });
  });
});

describe("the record of a node", () => {
  const assessment = scorer(
    sheet({
      documents: { notice: { title: "通知" } },
      source: "notice",
      indicators: [
        group(
          "A",
          60,
          [node("A1", 60, { clause: "五（一）", scoring: { rule: "flag", fact: { type: "boolean", title: "年报" } } })],
          { title: { zh: "综合", en: "General" } },
        ),
        node("B", "40.00", FLAG),
      ],
    }),
    scheme(),
  )({ facts: { A1: { value: true, evidence: ["doc-3"] }, B: false } });

  test("a leaf carries its rule, what it read and its steps, and has no children", () => {
    expect(nodeAt(assessment, "A1")).toEqual({
      id: "A1",
      title: "A1",
      level: 2,
      points: "60",
      available: "60",
      awarded: { exact: "60", display: "60.00" },
      bounds: { least: "60", most: "60", tight: true },
      status: "scored",
      factor: "1",
      contribution: "60",
      shortfall: "0",
      adjustments: [],
      rule: "flag",
      standard: { rule: "flag", fact: "A1", points: "60" },
      read: [{ fact: "A1", value: true, state: "given", evidence: ["doc-3"] }],
      steps: [{ op: "flag", in: [true], out: "60" }],
      clause: "五（一）",
    });
  });

  test("a group has children, and neither rule nor reads", () => {
    const { children, ...own } = nodeAt(assessment, "A");
    expect(Object.keys(own)).not.toContain("rule");
    expect(own).toMatchObject({
      level: 1,
      title: { zh: "综合", en: "General" },
      read: [],
      steps: [{ op: "sum", in: ["60"], out: "60" }],
    });
    expect(children).toHaveLength(1);
  });

  test("the sheet is level 0, its points one number in one spelling", () => {
    expect(nodeAt(assessment, "sheet")).toMatchObject({ level: 0, points: "100" });
    expect(nodeAt(assessment, "B").points).toBe("40");
  });

  test("lists are in document order, whatever the ids", () => {
    const ids = ["10", "A", "2", "1"];
    const score = scorer(sheet({ indicators: ids.map((id) => node(id, 25, FLAG)) }), scheme());
    expect(nodeAt(score(), "sheet").children!.map(({ id }) => id)).toEqual(ids);
  });
});

describe("why a node does not apply, or may not", () => {
  const score = scorer(
    sheet({
      renormalise: true,
      facts: { plant: { type: "boolean" } },
      indicators: [
        node("A", 40, FLAG),
        node("B", 30, { ...FLAG, may_be_not_applicable: true }),
        node("C", 30, { ...FLAG, applies_when: { fact: "plant", is: true } }),
      ],
    }),
    scheme(),
  );

  test("who says so and why, or the answer that says so", () => {
    const assessment = score({
      facts: { A: true, plant: false },
      not_applicable: { B: { by: "审核员甲", reason: "无生产场所" } },
    });
    expect(nodeAt(assessment, "B").applicability).toEqual({
      applies: "no",
      declared: { by: "审核员甲", reason: "无生产场所" },
      because: [],
    });
    expect(nodeAt(assessment, "C").applicability).toEqual({
      applies: "no",
      because: [{ read: "plant", value: false, state: "given", test: { is: true }, result: "false" }],
    });
    expect(nodeAt(assessment, "A")).not.toHaveProperty("applicability");
    // What applies is worth 100 points of the 40 that remain.
    expect(nodeAt(assessment, "A")).toMatchObject({ factor: "2.5", contribution: "100" });
  });

  test("while it is open, what is not known yet; once it applies, nothing", () => {
    const open = score({ facts: { A: true } });
    expect(nodeAt(open, "B").applicability).toEqual({ applies: "open", because: [] });
    expect(nodeAt(open, "C").applicability).toMatchObject({
      applies: "open",
      because: [{ read: "plant", result: "unknown" }],
    });
    expect(nodeAt(open, "A").factor).toBeNull();
    expect(nodeAt(score({ facts: { A: true, B: true, C: true, plant: true } }), "C")).not.toHaveProperty(
      "applicability",
    );
  });
});
