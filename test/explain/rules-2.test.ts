/** Rules that look at several facts, or hold other rules: how a value is told, and the rule itself. */
import { describe, expect, test } from "vitest";
import { standardOf, storyOf } from "./stories.js";

describe("table", () => {
  const facts = {
    big: { type: "boolean", title: { zh: "规模以上", en: "Above scale" } },
    grade: {
      type: "choice",
      title: { zh: "纳税信用等级", en: "Tax grade" },
      options: { A: { zh: "甲级", en: "grade A" }, B: { zh: "乙级", en: "grade B" }, C: { zh: "丙级", en: "grade C" } },
    },
    rate: { type: "decimal", title: { zh: "合同履约率", en: "Contracts kept" }, range: { at_least: 0, at_most: 100 } },
  };
  const leaf = {
    scoring: {
      rule: "table",
      rows: [
        { when: { big: true, grade: ["A", "B"] }, points: 10 },
        { when: { big: true, grade: "C", rate: { at_least: 95 } }, points: "4.5" },
        { when: { big: true, grade: "C", rate: { at_least: 0, below: 95 } }, points: 3 },
        { when: { big: false }, points: 1 },
      ],
    },
  };
  const given = { facts: { big: true, grade: "C", rate: 80 } };

  test("is told by what was read and the row that holds it", () => {
    expect(storyOf(leaf, facts, given, "zh").story).toBe(
      "规模以上：是、纳税信用等级：丙级、合同履约率：80 → 对应表中第 3 行（规模以上为“是”，纳税信用等级为“丙级”，合同履约率 [0, 95)） → 3 / 10 分 → 计入总分 3",
    );
    expect(storyOf(leaf, facts, given, "en").story).toBe(
      "Above scale: yes, Tax grade: grade C, Contracts kept: 80 → row 3 of the table (Above scale: yes, Tax grade: grade C, Contracts kept [0, 95)) → 3 of 10 points → 3 in the score",
    );
  });

  test("its rows are the standard", () => {
    expect(standardOf(leaf, facts, "zh")).toEqual([
      "规模以上为“是”，纳税信用等级为“甲级”或“乙级”：10 分",
      "规模以上为“是”，纳税信用等级为“丙级”，合同履约率 ≥ 95：4.5 分",
      "规模以上为“是”，纳税信用等级为“丙级”，合同履约率 [0, 95)：3 分",
      "规模以上为“否”：1 分",
    ]);
    expect(standardOf(leaf, facts, "en")[0]).toBe("Above scale: yes, Tax grade: grade A or grade B: 10 points");
  });
});
