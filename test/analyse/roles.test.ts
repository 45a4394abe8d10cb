import { describe, expect, test } from "vitest";
import { type Comparison, compareRoles, readFactSheet } from "../../src/index.js";
import { type Data, AS_OF, compiled, node, out, scheme, sheet } from "../helpers/build/rubric.js";
import { renderComparison } from "../../src/render/comparison.js";

const RUBRICS = [
  sheet({
    renormalise: true,
    points: 100,
    facts: { fulfilment: { type: "decimal", title: "履约率", range: { at_least: 0, at_most: 100 } } },
    indicators: [
      node("A", 60, {
        title: { zh: "合同履约率", en: "Contracts fulfilled" },
        scoring: {
          rule: "linear",
          fact: "fulfilment",
          knots: [
            { at: 0, points: 0 },
            { at: 100, points: 60 },
          ],
          beyond: "clip",
        },
      }),
      node("B", 20, { scoring: { rule: "judged", range: { at_least: 0, at_most: 20 }, step: 1 } }),
      node("C", 20, { may_be_not_applicable: true, scoring: { rule: "flag", fact: { type: "boolean" } } }),
    ],
  }),
  scheme({ roles: ["self", "audited", "final"], later_may_raise: false }),
];

const filled = (role: string, fulfilment: number, points: number, parts: Data = {}) =>
  readFactSheet({
    kind: "facts",
    scheme: "scheme",
    as_of: AS_OF,
    subject: { name: "示例公司" },
    role,
    facts: { fulfilment: { value: fulfilment, evidence: ["doc-1"] }, C: true },
    judgements: { B: { points, by: "审核员甲", as: "协会审核", reason: "宣传材料仅一份" } },
    ...parts,
  });
const SELF = filled("self", 95, 20);
const AUDITED = filled("audited", 90, 15);
const compared = (...sheets: Parameters<typeof compareRoles>[1]): Comparison =>
  compareRoles(compiled(...RUBRICS), sheets);

describe("roles side by side", () => {
  test("stand in the order of the scheme, whatever the order they are given in", () => {
    const { roles } = compared(AUDITED, SELF);
    expect(roles.map(({ role, score }) => [role, score.exact])).toEqual([
      ["self", "97"], // 57 + 20 + 20
      ["audited", "89"], // 54 + 15 + 20
    ]);
  });

  test("every indicator has its points under each role, and how much they part", () => {
    const { indicators } = compared(SELF, AUDITED);
    expect(
      indicators.map(({ indicator, kind, points, given, differences }) => [
        indicator,
        kind,
        points,
        given.map(({ awarded }) => awarded?.exact),
        differences.map(({ by }) => by),
      ]),
    ).toEqual([
      ["base", "group", "100", ["97", "89"], ["-8"]],
      ["base/A", "leaf", "60", ["57", "54"], ["-3"]],
      ["base/B", "leaf", "20", ["20", "15"], ["-5"]],
      ["base/C", "leaf", "20", ["20", "20"], []],
    ]);
  });

  test("a difference is told with what each role read, and of a judgement who gave it and why", () => {
    const [, a, b] = compared(SELF, AUDITED).indicators;
    expect(a?.differences[0]?.reasons).toEqual([
      {
        kind: "read",
        fact: "fulfilment",
        title: "履约率",
        before: { state: "given", value: "95", evidence: ["doc-1"] },
        after: { state: "given", value: "90", evidence: ["doc-1"] },
      },
    ]);
    expect(b?.differences[0]?.reasons).toMatchObject([
      { kind: "read", after: { value: "15", by: "审核员甲", as: "协会审核", reason: "宣传材料仅一份" } },
    ]);
  });

  test("that one role leaves an indicator out is the reason", () => {
    const without = filled("audited", 95, 20, { facts: { fulfilment: 95 }, not_applicable: out("C") });
    const row = compared(SELF, without).indicators.find(({ indicator }) => indicator === "base/C");
    expect(row?.given.map(({ status }) => status)).toEqual(["scored", "not-applicable"]);
    expect(row?.differences).toEqual([
      {
        from: "self",
        to: "audited",
        by: null,
        reasons: [{ kind: "not-applicable", role: "audited", by: "审核员甲", reason: "无生产场所" }],
      },
    ]);
  });

  test("a later role that gives more is named where the scheme does not let it, and nowhere else", () => {
    const higher = filled("final", 95, 18);
    expect(compared(SELF, AUDITED, higher).raises).toEqual([
      { indicator: "base/A", from: "audited", to: "final", by: "3" }, // 57 − 54
      { indicator: "base/B", from: "audited", to: "final", by: "3" }, // 18 − 15
    ]);
    const lets = compiled(RUBRICS[0]!, { ...RUBRICS[1]!, later_may_raise: true });
    expect(compareRoles(lets, [AUDITED, higher]).raises).toEqual([]);
  });

  test.each([
    ["one fact sheet", [SELF]],
    ["a role twice", [SELF, SELF]],
    ["a role that the scheme has not", [SELF, filled("guest", 90, 15)]],
    ["another enterprise", [SELF, filled("audited", 90, 15, { subject: { name: "另一家" } })]],
    ["another day", [SELF, filled("audited", 90, 15, { as_of: "2023-11-11" })]],
  ])("%s cannot be compared", (_, sheets) => {
    expect(() => compared(...sheets)).toThrow(/`compareRoles`: `factSheets` must be two or more/);
  });

  test("as text, in both languages", () => {
    const comparison = compared(SELF, AUDITED);
    expect(renderComparison(comparison, "zh").split("\n")).toEqual([
      "Scheme 1",
      "企业：示例公司  评价日：2023-11-10",
      "",
      "编号  指标        应得分   自评   审核",
      "────  ──────────  ──────  ─────  ─────",
      "base  Sheet          100  97.00  89.00",
      "  A   合同履约率      60  57.00  54.00",
      "  B   B               20  20.00  15.00",
      "  C   C               20  20.00  20.00",
      "总分                      97.00  89.00",
      "结论                       pass   pass",
      "",
      "给分不同的指标有 2 项：",
      "  base/A 合同履约率：自评 57.00 → 审核 54.00（−3）",
      "    履约率：95（doc-1） → 90（doc-1）",
      "  base/B B：自评 20.00 → 审核 15.00（−5）",
      "    20（审核员甲 协会审核，宣传材料仅一份） → 15（审核员甲 协会审核，宣传材料仅一份）",
      "",
    ]);
    expect(renderComparison(comparison, "en")).toContain("2 indicators are scored differently:");
  });
});
