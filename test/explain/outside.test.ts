/** How bonuses and deductions are told: as such, and apart from points that were lost. */
import { describe, expect, test } from "vitest";
import { type Language, explain, renderText } from "../../src/index.js";
import { type Data, scheme, scorer, sheet } from "../helpers/build/rubric.js";

const number = (title: string, low: number, high: number): Data => ({
  title,
  scoring: {
    rule: "linear",
    fact: { type: "decimal", range: { at_least: low, at_most: high } },
    knots: [
      { at: low, points: low },
      { at: high, points: high },
    ],
    beyond: "clip",
  },
});

const score = scorer(
  sheet({
    title: "指标表",
    floor: 0,
    renormalise: true,
    indicators: [
      { id: "A", points: 60, ...number("履约", 0, 60) },
      { id: "B", points: 40, may_be_not_applicable: true, ...number("环保", 0, 40) },
      { id: "X", points: 10, counts_as: "bonus", absorbed_by: "none", ...number("荣誉", 0, 10) },
      { id: "D", counts_as: "deduction", floor: -20, ...number("处罚", -20, 0) },
    ],
  }),
  scheme({ blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }] }),
);
const not_applicable = { B: { by: "审核员甲", reason: "没有排污" } };
const facts = { A: 30, X: 4, D: -5 };

const reasons = (given: Data, lang: Language): readonly string[] =>
  explain(score(given), { lang }).reasons.flatMap(({ code, points, text }) =>
    code.startsWith("points-") ? [`${code} ${points}: ${text}`] : [],
  );
const stories = (given: Data, lang: Language): readonly string[] =>
  explain(score(given), { lang }).components.flatMap(({ root }) => [
    root!.story,
    ...root!.children.map(({ story }) => story),
  ]);
const inFull = (indicator: string, lang: Language): readonly string[] =>
  explain(score({ facts, not_applicable }), { lang, indicator }).components[0]!.root!.children[0]!.details;

describe("reasons", () => {
  test("tell points lost, taken away and added, each by itself", () => {
    expect(reasons({ facts, not_applicable }, "zh")).toEqual([
      "points-lost -50: A 履约：得 30 / 60 分，总分因此少 50 分",
      "points-deducted -5: D 处罚：扣 5 分，总分因此少 5 分",
      "points-added 4: X 荣誉：加 4 分，总分因此多 4 分",
    ]);
    expect(reasons({ facts, not_applicable }, "en")).toEqual([
      "points-lost -50: A 履约: 30 of 60 points, which costs 50 points of the score",
      "points-deducted -5: D 处罚: 5 points taken away, which costs 5 points of the score",
      "points-added 4: X 荣誉: 4 points added, 4 points of the score",
    ]);
  });

  test("say nothing of what was neither added nor taken away", () => {
    expect(reasons({ facts: { A: 60, X: 0, D: 0 }, not_applicable }, "zh")).toEqual([]);
  });
});

describe("the tree", () => {
  test("shows the order: summed, scaled, then taken away and added", () => {
    expect(stories({ facts, not_applicable }, "zh")).toEqual([
      "30 → 适用的指标满分共 60 分，折算：30 × 100 ÷ 60 = 50 → 扣分：50 − 5 = 45 → 加分：45 + 4 = 49 → 49 / 100 分 → 计入总分 49",
      "30 → 0（0 分）与 60（60 分）之间按比例 → 0 + (30 − 0) ÷ (60 − 0) × (60 − 0) = 30 → 30 / 60 分 → 计入总分 50",
      "不适用，审核员甲认定：没有排污 → 不计分，也不占分值",
      "4 → 0（0 分）与 10（10 分）之间按比例 → 0 + (4 − 0) ÷ (10 − 0) × (10 − 0) = 4 → 加分 4 / 10 分 → 计入总分 4",
      "-5 → -20（-20 分）与 0（0 分）之间按比例 → -20 + (-5 − (-20)) ÷ (0 − (-20)) × (0 − (-20)) = -5 → 扣 5 分 → 计入总分 -5",
    ]);
    const english = stories({ facts, not_applicable }, "en");
    expect(english[0]).toBe(
      "30 → of the 60 points that apply: 30 × 100 ÷ 60 = 50 → deductions: 50 − 5 = 45 → bonuses: 45 + 4 = 49 → 49 of 100 points → 49 in the score",
    );
    expect(english[3]).toMatch(/ → a bonus of 4 of 10 points → 4 in the score$/);
    expect(english[4]).toMatch(/ → 5 points taken away → -5 in the score$/);
  });

  test("says that what stands outside is not scaled", () => {
    const { details } = explain(score({ facts, not_applicable })).components[0]!.root!;
    expect(details).toEqual(["下面每一分，计入总分 5/3 分（约 1.6667）", "其中加分和扣分不折算，每一分计入总分 1 分"]);
  });

  test("tells what may yet be added or taken away", () => {
    const [, , , added, taken] = stories({ facts: { A: 30 }, not_applicable }, "zh");
    expect([added, taken]).toEqual(["尚未填报 → 加分在 0 到 10 之间，最多 10 分", "尚未填报 → 扣分在 0 到 20 之间"]);
  });
});

describe("an indicator in full", () => {
  test("says how it counts", () => {
    expect(inFull("X", "zh")).toContain("– 加分项：不占分值；加上以后，整张表可以超过满分");
    expect(inFull("D", "zh")).toContain("– 最多扣 20 分");
    expect(inFull("D", "en")).toContain("– never more than 20 taken away");
  });
});

describe("the table", () => {
  test("marks what does not count towards the points", () => {
    const lines = renderText(score({ facts, not_applicable }), { lang: "zh" }).split("\n");
    const row = (id: string) =>
      lines
        .find((line) => new RegExp(`^ +${id} `).test(line))!
        .trim()
        .split(/ {2,}/);
    expect(row("X")).toEqual(["X", "荣誉", "10", "4", "4", "加分"]);
    expect(row("D")).toEqual(["D", "处罚", "–", "-5", "-5", "扣分"]);
  });
});
