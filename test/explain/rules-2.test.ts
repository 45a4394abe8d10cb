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
      "规模以上：是；纳税信用等级：丙级；合同履约率：80 → 对应表中第 3 行（规模以上为“是”，纳税信用等级为“丙级”，合同履约率 [0, 95)） → 3 / 10 分 → 计入总分 3",
    );
    expect(storyOf(leaf, facts, given, "en").story).toBe(
      "Above scale: yes; Tax grade: grade C; Contracts kept: 80 → row 3 of the table (Above scale: yes, Tax grade: grade C, Contracts kept [0, 95)) → 3 of 10 points → 3 in the score",
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

describe("a tier that holds steps", () => {
  const facts = { sales: { type: "decimal", title: { zh: "营业收入", en: "Revenue" }, unit: "亿元" } };
  const leaf = {
    cap: "points",
    scoring: {
      rule: "tiers",
      fact: "sales",
      tiers: [
        { at_least: 4, points: 4, steps: { per: "0.5", points: "0.2", partial: "floor" } },
        { below: 4, points: 0 },
      ],
    },
  };

  test("is told by the tier, how often it counted, and the sum", () => {
    expect(storyOf(leaf, facts, { facts: { sales: "6.1" } }, "zh").story).toBe(
      "营业收入：6.1 亿元 → ≥ 4 档 → 从 4 起每满 0.5 亿元计一次，共 4 次 → 4 + 4 × 0.2 = 4.8 → 4.8 / 10 分 → 计入总分 4.8",
    );
    expect(storyOf(leaf, facts, { facts: { sales: "6.1" } }, "en").story).toBe(
      "Revenue: 6.1 亿元 → tier ≥ 4 → from 4, once for every full 0.5 亿元: 4 times → 4 + 4 × 0.2 = 4.8 → 4.8 of 10 points → 4.8 in the score",
    );
  });

  test("is told beside the points of its tier", () => {
    expect(standardOf(leaf, facts, "zh")).toEqual([
      "营业收入 ≥ 4：4 分；从 4 起每满 0.5 亿元加 0.2 分",
      "营业收入 < 4：0 分",
      "最高 10 分（满分）",
    ]);
    expect(standardOf(leaf, facts, "en")[0]).toBe(
      "Revenue ≥ 4: 4 points; from 4 on for every full 0.5 亿元 0.2 points more",
    );
  });

  test("below where it starts, what every step takes away", () => {
    const tiers = (points: string) => [
      { at_least: 95, points: 5 },
      { below: 95, points: 5, steps: { from: 95, per: 2, points, partial: "floor" } },
    ];
    const told = (points: string, lang: "zh" | "en") =>
      standardOf({ ...leaf, floor: 0, scoring: { ...leaf.scoring, tiers: tiers(points) } }, facts, lang)[1];
    expect(told("0.5", "zh")).toBe("营业收入 < 95：5 分；低于 95 的，每满 2 亿元减 0.5 分");
    expect(told("0.5", "en")).toBe("Revenue < 95: 5 points; below 95 for every full 2 亿元 0.5 points less");
    expect(told("-0.5", "zh")).toBe("营业收入 < 95：5 分；低于 95 的，每满 2 亿元加 0.5 分");
  });
});

describe("best_of", () => {
  const facts = {
    total: { type: "decimal", title: { zh: "研发费用", en: "Research" }, unit: "万元" },
    listed: { type: "boolean", title: { zh: "上市", en: "Listed" } },
  };
  const leaf = {
    cap: "points",
    scoring: {
      rule: "best_of",
      of: [
        {
          title: { zh: "按费用", en: "by research" },
          rule: "steps",
          fact: "total",
          start: 100,
          per: 50,
          points: 2,
          partial: "floor",
        },
        { title: { zh: "按上市", en: "by listing" }, rule: "flag", fact: "listed", points: 3 },
      ],
    },
  };
  const given = { facts: { total: 210, listed: true } };

  test("tells what every rule comes to, and which counts", () => {
    expect(storyOf(leaf, facts, given, "zh")).toEqual({
      story: "2 种计分方法分别得 4、3 分，取最高的“按费用” → 4 / 10 分 → 计入总分 4",
      details: [
        "按费用：研发费用：210 万元 → 从 100 起每满 50 万元计一次，共 2 次 → 0 + 2 × 2 = 4 → 4 分",
        "按上市：上市：是 → 3 分",
      ],
    });
    expect(storyOf(leaf, facts, given, "en")).toEqual({
      story: "2 rules come to 4, 3, the best counts: by research → 4 of 10 points → 4 in the score",
      details: [
        "by research: Research: 210 万元 → from 100, once for every full 50 万元: 2 times → 0 + 2 × 2 = 4 → 4 points",
        "by listing: Listed: yes → 3 points",
      ],
    });
  });

  test("the standard names every rule by its title", () => {
    expect(standardOf(leaf, facts, "zh")).toEqual([
      "以下几种计分方法取最高的",
      "按费用：研发费用为 100 时得 0 分，每满 50 万元加 2 分",
      "按上市：上市：是得 3 分，否得 0 分",
      "最高 10 分（满分）",
    ]);
    expect(standardOf(leaf, facts, "en")[0]).toBe("the best of these rules counts");
  });
});

describe("first_of", () => {
  const facts = {
    staff: { type: "integer", title: { zh: "从业人数", en: "Staff" }, range: { at_least: 0 } },
    listed: { type: "boolean", title: { zh: "上市", en: "Listed" } },
    plan: { type: "boolean", title: { zh: "计划", en: "Plan" } },
  };
  const leaf = {
    scoring: {
      rule: "first_of",
      of: [
        {
          title: { zh: "大企业", en: "large" },
          when: {
            any: [
              { fact: "staff", at_least: 1000 },
              { fact: "listed", is: true },
            ],
          },
          rule: "flag",
          fact: "plan",
          points: 4,
        },
        {
          title: { zh: "小企业", en: "small" },
          when: { fact: "staff", below: 50 },
          rule: "flag",
          fact: "plan",
          points: 8,
        },
      ],
    },
  };

  test("tells which rule is used and which were passed by", () => {
    const small = { facts: { staff: 20, listed: false, plan: true } };
    expect(storyOf(leaf, facts, small, "zh")).toEqual({
      story: "按“小企业”计分 → 8 / 10 分 → 计入总分 8",
      details: ["大企业：条件不成立，不用", "小企业：计划：是 → 8 分"],
    });
    expect(storyOf(leaf, facts, small, "en")).toEqual({
      story: "scored by the rule: small → 8 of 10 points → 8 in the score",
      details: ["large: its condition does not hold", "small: Plan: yes → 8 points"],
    });
  });

  test("tells that no condition holds", () => {
    const none = { facts: { staff: 200, listed: false } };
    expect(storyOf(leaf, facts, none, "zh").story).toBe("没有一种计分方法的条件成立 → 0 / 10 分 → 计入总分 0");
    expect(storyOf(leaf, facts, none, "en").story).toBe(
      "no rule has a condition that holds → 0 of 10 points → 0 in the score",
    );
  });

  test("the standard says what each asks for", () => {
    expect(standardOf(leaf, facts, "zh")).toEqual([
      "依次看以下几种计分方法，用条件最先成立的",
      "大企业：条件是从业人数不低于 1000，或上市为“是”",
      "大企业：计划：是得 4 分，否得 0 分",
      "小企业：条件是从业人数低于 50",
      "小企业：计划：是得 8 分，否得 0 分",
      "条件都不成立的计 0 分",
    ]);
    expect(standardOf(leaf, facts, "en")[1]).toBe("large: where Staff: at least 1000 or Listed: yes");
  });
});

describe("parts", () => {
  const facts = {
    policy: { type: "boolean", title: { zh: "制度", en: "Policy" } },
    fined: { type: "boolean", title: { zh: "受过处罚", en: "Fined" } },
    large: { type: "boolean", title: { zh: "规模以上", en: "Above scale" } },
  };
  const leaf = {
    floor: 0,
    scoring: {
      rule: "parts",
      start: 1,
      parts: [
        { title: { zh: "建制度", en: "policies" }, rule: "flag", fact: "policy", points: 5 },
        { title: { zh: "处罚", en: "fines" }, rule: "flag", fact: "fined", points: -2 },
        {
          title: { zh: "规模", en: "size" },
          when: { fact: "large", is: true },
          rule: "flag",
          fact: "policy",
          points: 3,
        },
      ],
    },
  };
  const given = { facts: { policy: true, fined: true, large: false } };

  test("tells what every part comes to, and the sum", () => {
    expect(storyOf(leaf, facts, given, "zh")).toEqual({
      story: "从 1 分起，各部分相加 → 1 + 5 − 2 = 4 → 4 / 10 分 → 计入总分 4",
      details: ["建制度：制度：是 → 5 分", "处罚：受过处罚：是 → -2 分", "规模：条件不成立，不用"],
    });
    expect(storyOf(leaf, facts, given, "en")).toEqual({
      story: "from 1, the parts added → 1 + 5 − 2 = 4 → 4 of 10 points → 4 in the score",
      details: [
        "policies: Policy: yes → 5 points",
        "fines: Fined: yes → -2 points",
        "size: its condition does not hold",
      ],
    });
  });

  test("the standard is that of its parts", () => {
    expect(standardOf(leaf, facts, "zh")).toEqual([
      "从 1 分起，以下各部分相加",
      "建制度：制度：是得 5 分，否得 0 分",
      "处罚：受过处罚：是得 -2 分，否得 0 分",
      "规模：条件是规模以上为“是”",
      "规模：制度：是得 3 分，否得 0 分",
      "条件不成立的部分不计",
      "扣完为止，最低 0 分",
    ]);
  });
});
