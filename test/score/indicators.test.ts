import { describe, expect, test } from "vitest";
import { type Data, codes, node, nodeAt, out, scheme, scorer, sheet } from "../helpers/build/rubric.js";

const judged = (id: string, points: number): Data =>
  node(id, points, { scoring: { rule: "judged", range: { at_least: 0, at_most: points }, step: 1 } });
const optional = (id: string, points: number): Data =>
  node(id, points, { may_be_not_applicable: true, scoring: { rule: "flag", fact: { type: "boolean" } } });
const judgement = (points: number | string): Data => ({ points, by: "审核员甲", reason: "现场查看" });

/** Both sheets have an indicator D1; D2 stands in one of them only. */
const score = scorer(
  sheet({ renormalise: true, indicators: [judged("D1", 40), judged("D2", 40), optional("N1", 20)] }),
  sheet({ id: "sector", renormalise: true, indicators: [judged("D1", 80), optional("N1", 10), optional("N2", 10)] }),
  scheme({
    blend: [
      { id: "base", sheet: "sheet", weight: "0.5" },
      { id: "sector", sheet: "sector", weight: "0.5" },
    ],
    outcomes: [{ id: "any", otherwise: true }],
    goal: "any",
  }),
);

const awarded = (factSheet: Data): readonly unknown[] =>
  score(factSheet).components.map(({ root }) => root!.children!.map((leaf) => leaf.awarded?.exact ?? leaf.status));

describe("an indicator named by a fact sheet", () => {
  test("by component and id", () => {
    const judgements = { "base/D1": judgement(30), "sector/D1": judgement(70) };
    expect(awarded({ judgements })).toEqual([
      ["30", "unknown", "unknown"],
      ["70", "unknown", "unknown"],
    ]);
  });

  test("by its bare id where only one sheet has it", () => {
    expect(awarded({ judgements: { D2: judgement(25) } })[0]).toEqual(["unknown", "25", "unknown"]);
    expect(nodeAt(score({ not_applicable: out("N2") }), "N2").status).toBe("not-applicable");
  });

  test("a bare id of two sheets names neither, and says so", () => {
    const assessment = score({ judgements: { D1: judgement(30) } });
    expect(assessment.components.map(({ root }) => root!.children![0]!.status)).toEqual(["unknown", "unknown"]);
    expect(codes(assessment)).toEqual(["judgement-unknown /judgements/D1"]);
    expect(codes(score({ not_applicable: out("N1") }))).toEqual(["not-applicable-unknown /not_applicable/N1"]);
  });

  test.each([
    ["D9", "judgement-unknown"],
    ["base/D9", "judgement-unknown"],
    ["nowhere/D1", "judgement-unknown"],
    ["N2", "judgement-unknown"], // not judged by anybody
    ["sheet", "judgement-unknown"],
  ])("%s cannot be judged", (id, code) => {
    expect(codes(score({ judgements: { [id]: judgement(1) } }))).toEqual([
      `${code} /judgements/${id.replace("/", "~1")}`,
    ]);
  });

  test.each([
    ["D1", ["base/D1", "sector/D1"]], // two sheets have it: in full
    ["nowhere/D2", ["base/D2"]],
    ["D3", ["D1", "D2"]],
    ["N1", ["D1"]], // not judged by anybody, unlike its neighbour
    ["合同履约", []],
  ])("instead of %s to judge, what is meant may be %j", (id, nearest) => {
    expect(score({ judgements: { [id]: judgement(1) } }).findings).toMatchObject([{ data: { nearest } }]);
  });

  test.each([
    ["N1", ["base/N1", "sector/N1"]],
    ["N3", ["N1", "N2"]],
  ])("instead of %s not applicable, what is meant may be %j", (id, nearest) => {
    expect(score({ not_applicable: out(id) }).findings).toMatchObject([{ data: { nearest } }]);
  });

  test("what may not be declared not applicable counts, with a finding", () => {
    const assessment = score({ judgements: { D2: judgement(25) }, not_applicable: out("D2") });
    expect(nodeAt(assessment, "D2").awarded!.exact).toBe("25");
    expect(codes(assessment)).toEqual(["not-applicable-refused /not_applicable/D2"]);
  });

  test("an indicator that does not exist is named", () => {
    expect(codes(score({ not_applicable: out("N9") }))).toEqual(["not-applicable-unknown /not_applicable/N9"]);
  });

  test("one judgement given twice under two names is not picked from in silence", () => {
    const assessment = score({ judgements: { D2: judgement(25), "base/D2": judgement(26) } });
    expect(assessment.findings).not.toEqual([]);
  });
});
