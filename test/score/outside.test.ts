/** Bonus and deduction: beside the points, behind the division, before or behind a cap. */
import { describe, expect, test } from "vitest";
import { type Assessment, type NodeResult, validateRubric } from "../../src/index.js";
import { type Data, node, nodeAt, out, scheme, scorer, sheet, span, standing, valid } from "../helpers/build/rubric.js";

const number = (id: string, low: number, high: number): Data => ({
  scoring: {
    rule: "linear",
    fact: { type: "decimal", title: id, range: { at_least: low, at_most: high } },
    knots: [
      { at: low, points: low },
      { at: high, points: high },
    ],
    beyond: "clip",
  },
});
const ordinary = (id: string, points: number, parts: Data = {}): Data =>
  node(id, points, { ...number(id, 0, points), ...parts });
const bonus = (id: string, points: number, absorbed: string, parts: Data = {}): Data =>
  ordinary(id, points, { counts_as: "bonus", absorbed_by: absorbed, ...parts });
const deduction = (id: string, most: number, parts: Data = {}): Data => ({
  id,
  title: id,
  counts_as: "deduction",
  floor: -most,
  ...number(id, -most, 0),
  ...parts,
});
const KEEP = { blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }] };

const scored = (parts: Data, facts: Data, more: Data = {}): Assessment =>
  scorer(sheet(parts), scheme(KEEP))({ facts, ...more });
const scoreOf = (parts: Data, facts: Data, more: Data = {}): string | null => scored(parts, facts, more).score.exact;
const stepsOf = ({ steps }: NodeResult): unknown => steps.map(({ op, in: from, out: to }) => [op, ...from, to]);
const adjustmentsOf = ({ adjustments }: NodeResult): unknown =>
  adjustments.map(({ cause, by, contribution }) => [cause, by, contribution]);
const printed = ({ points, available, awarded, contribution, shortfall }: NodeResult): unknown => [
  points,
  available,
  awarded?.exact,
  contribution,
  shortfall,
];

describe("a bonus", () => {
  const absorbed = (word: string): Data => ({ indicators: [ordinary("A", 100), bonus("B", 10, word)] });

  test.each([
    ["section", 95, "100"],
    ["sheet", 95, "100"],
    ["none", 95, "105"],
    ["section", 80, "90"],
    ["none", 80, "90"],
  ])("absorbed by %s, of 10 points beside %i, makes %s", (word, a, score) => {
    expect(scoreOf(absorbed(word), { A: a, B: 10 })).toBe(score);
  });

  test("cut off by the points is an adjustment of the group that absorbs it", () => {
    const root = nodeAt(scored(absorbed("sheet"), { A: 95, B: 10 }), "sheet");
    expect(stepsOf(root)).toEqual([
      ["sum", "95", "95"],
      ["bonus", "95", "10", "105"],
      ["cap", "105", "100"],
    ]);
    expect(adjustmentsOf(root)).toEqual([["cap", "-5", "-5"]]);
    expect(root.children!.map(({ contribution }) => contribution)).toEqual(["95", "10"]);
  });

  test("that nobody absorbs joins behind the cap of the sheet, and before its rounding", () => {
    const parts = {
      cap: "points",
      round: { places: 0, mode: "half-up" },
      indicators: [ordinary("A", 100, { cap: 120, ...number("A", 0, 120) }), bonus("B", 10, "none")],
    };
    const root = nodeAt(scored(parts, { A: 110, B: 4.5 }), "sheet");
    expect(stepsOf(root)).toEqual([
      ["sum", "110", "110"],
      ["cap", "110", "100"],
      ["bonus", "100", "4.5", "104.5"],
      ["rounding", "104.5", "105"],
    ]);
    expect(adjustmentsOf(root)).toEqual([
      ["cap", "-10", "-10"],
      ["rounding", "0.5", "0.5"],
    ]);
  });

  test("in a section stays within the section; the sheet gains nothing from the rest", () => {
    const section = node("S", 30, { indicators: [ordinary("A", 30), bonus("B", 5, "section")] });
    const parts = { indicators: [section, ordinary("C", 70)] };
    const assessment = scored(parts, { A: 28, B: 5, C: 50 });
    expect(standing(nodeAt(assessment, "S"))).toBe("scored 30");
    expect(assessment.score.exact).toBe("80");
    expect(printed(nodeAt(assessment, "S"))).toEqual(["30", "30", "30", "30", "0"]);
  });

  test("in a section goes on to the sheet where the section says that it has no cap", () => {
    const section = node("S", 30, { cap: "none", indicators: [ordinary("A", 30), bonus("B", 5, "sheet")] });
    const parts = { indicators: [section, ordinary("C", 70)] };
    expect(scoreOf(parts, { A: 28, B: 5, C: 50 })).toBe("83");
    expect(scoreOf(parts, { A: 28, B: 5, C: 70 })).toBe("100");
  });

  test("may hold nothing but bonuses, and is then worth its points at most", () => {
    const extra = node("B", 10, {
      counts_as: "bonus",
      absorbed_by: "none",
      indicators: [bonus("B1", 8, "section"), bonus("B2", 6, "section")],
    });
    const assessment = scored({ indicators: [ordinary("A", 100), extra] }, { A: 100, B1: 8, B2: 6 });
    expect(assessment.score.exact).toBe("110");
    expect(printed(nodeAt(assessment, "B"))).toEqual(["10", "10", "10", "10", "0"]);
    expect(adjustmentsOf(nodeAt(assessment, "B"))).toEqual([["cap", "-4", "-4"]]);
  });

  test("keeps its own points, available and shortfall, which are none of its group", () => {
    const assessment = scored(absorbed("none"), { A: 90, B: 4 });
    expect(printed(nodeAt(assessment, "B"))).toEqual(["10", "10", "4", "4", "6"]);
    expect(printed(nodeAt(assessment, "sheet"))).toEqual(["100", "100", "94", "94", "6"]);
    expect(nodeAt(assessment, "B")).toMatchObject({ countsAs: "bonus", absorbedBy: "none" });
    expect("countsAs" in nodeAt(assessment, "A")).toBe(false);
  });
});

describe("a deduction", () => {
  const parts = { floor: 0, indicators: [ordinary("A", 100), deduction("D", 40)] };

  test("is taken away beside the points, down to the floor of its group", () => {
    expect(scoreOf(parts, { A: 90, D: -15 })).toBe("75");
    const low = scored(parts, { A: 30, D: -40 });
    expect(low.score.exact).toBe("0");
    expect(adjustmentsOf(nodeAt(low, "sheet"))).toEqual([["floor", "10", "10"]]);
  });

  test("has no points, and its shortfall is what was taken away", () => {
    expect(printed(nodeAt(scored(parts, { A: 90, D: -15 }), "D"))).toEqual(["0", "0", "-15", "-15", "15"]);
  });

  test("without a floor anywhere leads below 0", () => {
    const endless = { ...parts, floor: "none" };
    expect(scoreOf(endless, { A: 30, D: -40 })).toBe("-10");
  });

  test("of several deductions is their sum, and goes no further than its own floor", () => {
    const bad = {
      id: "D",
      title: "D",
      counts_as: "deduction",
      floor: -20,
      indicators: [deduction("D1", 15), deduction("D2", 15)],
    };
    const assessment = scored({ floor: 0, indicators: [ordinary("A", 100), bad] }, { A: 90, D1: -15, D2: -10 });
    expect(assessment.score.exact).toBe("70");
    expect(adjustmentsOf(nodeAt(assessment, "D"))).toEqual([["floor", "5", "5"]]);
  });

  test("and bonus: base and good and bad", () => {
    const both = { floor: 0, indicators: [ordinary("A", 100), bonus("B", 10, "sheet"), deduction("D", 40)] };
    expect(scoreOf(both, { A: 95, B: 10, D: -7 })).toBe("98");
    expect(stepsOf(nodeAt(scored(both, { A: 95, B: 10, D: -7 }), "sheet"))).toEqual([
      ["sum", "95", "95"],
      ["bonus", "95", "10", "105"],
      ["deduction", "105", "-7", "98"],
    ]);
  });
});

describe("where something does not apply", () => {
  const may = { may_be_not_applicable: true };
  const parts = {
    renormalise: true,
    floor: 0,
    indicators: [ordinary("A", 60), ordinary("B", 40, may), bonus("X", 10, "none", may), deduction("D", 20, may)],
  };

  test("bonus and deduction are not scaled: 30 of 60 is 50, and 5 less and 10 more are 55", () => {
    const assessment = scored(parts, { A: 30, X: 10, D: -5 }, { not_applicable: out("B") });
    expect(assessment.score.exact).toBe("55");
    expect(stepsOf(nodeAt(assessment, "sheet"))).toEqual([
      ["sum", "30", "30"],
      ["renormalise", "30", "100", "60", "50"],
      ["deduction", "50", "-5", "45"],
      ["bonus", "45", "10", "55"],
    ]);
    expect(["A", "X", "D"].map((id) => nodeAt(assessment, id).factor)).toEqual(["5/3", "1", "1"]);
  });

  test("a bonus or deduction simply drops", () => {
    const assessment = scored(parts, { A: 30, B: 20 }, { not_applicable: out("X", "D") });
    expect(assessment.score.exact).toBe("50");
    expect(printed(nodeAt(assessment, "D"))).toEqual(["0", "0", undefined, "0", "0"]);
  });

  test("a group whose ordinary indicators do not apply does not, whatever stands beside them", () => {
    const group = node("S", 40, { floor: 0, indicators: [ordinary("B", 40, may), deduction("D", 20)] });
    const two = { renormalise: true, indicators: [ordinary("A", 60), group] };
    const assessment = scored(two, { A: 30, D: -20 }, { not_applicable: out("B") });
    expect(assessment.score.exact).toBe("50");
    expect([nodeAt(assessment, "S").status, nodeAt(assessment, "D").status]).toEqual([
      "not-applicable",
      "not-applicable",
    ]);
  });
});

describe("while facts are open", () => {
  const parts = { floor: 0, indicators: [ordinary("A", 100), bonus("B", 10, "none"), deduction("D", 40)] };

  test("the bounds hold what may yet be added and taken away", () => {
    expect(span(scored(parts, { A: 90 }).score.bounds)).toBe("50 to 100 tight");
    expect(span(scored(parts, { A: 30, D: 0 }).score.bounds)).toBe("30 to 40 tight");
    expect(span(scored(parts, {}).score.bounds)).toBe("0 to 110 tight");
  });

  test("a bonus that may not apply may bring nothing", () => {
    const open = {
      indicators: [ordinary("A", 100), bonus("B", 10, "none", { may_be_not_applicable: true, ...number("B", 5, 10) })],
    };
    expect(span(scored(open, { A: 90 }).score.bounds)).toBe("90 to 100");
  });

  test("a deduction without a floor has no end, and stops at that of the sheet", () => {
    const endless = deduction("D", 40, {
      floor: "none",
      scoring: { rule: "events", fact: { type: "events" }, start: "zero", points: [{ points: -5 }] },
    });
    const bounds = (floor: unknown) =>
      span(scored({ floor, indicators: [ordinary("A", 100), endless] }, { A: 90 }).score.bounds);
    expect(bounds("none")).toBe("−∞ to 90");
    expect(bounds(0)).toBe("0 to 90 tight");
  });

  test("what a deduction is worth is open while its group may turn out not to apply", () => {
    const group = node("S", 40, {
      floor: 0,
      indicators: [ordinary("B", 40, { may_be_not_applicable: true }), deduction("D", 20)],
    });
    const two = { renormalise: true, indicators: [ordinary("A", 60), group] };
    const { status, factor, contribution } = nodeAt(scored(two, { A: 30, D: -20 }), "D");
    expect([status, factor, contribution]).toEqual(["scored", null, null]);
  });
});

describe("what a sheet can come to", () => {
  const reachOf = (parts: Data): unknown => {
    const rubric = valid(sheet(parts));
    return rubric.kind === "sheet" && [rubric.reach.least, rubric.reach.most];
  };

  test.each([
    ["section", "100"],
    ["sheet", "100"],
    ["none", "110"],
  ])("with a bonus absorbed by %s is %s at most", (word, most) => {
    expect(reachOf({ indicators: [ordinary("A", 100), bonus("B", 10, word)] })).toEqual(["0", most]);
  });

  test("with a deduction goes down to where the sheet says", () => {
    const indicators = [ordinary("A", 100), deduction("D", 40)];
    expect(reachOf({ floor: 0, indicators })).toEqual(["0", "100"]);
    expect(reachOf({ floor: "none", indicators })).toEqual(["-40", "100"]);
  });

  test("beyond its points must be answered by the scheme", () => {
    const parts = { indicators: [ordinary("A", 100), bonus("B", 10, "none")] };
    expect(() => scorer(sheet(parts), scheme())).toThrow(/outside/);
  });

  test("a deduction that can pull its group below 0 asks for a floor", () => {
    const { diagnostics } = validateRubric(sheet({ indicators: [ordinary("A", 100), deduction("D", 40)] }));
    expect(diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual(["floor-unstated "]);
  });
});
