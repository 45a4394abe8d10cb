/** How groups are told that are scored once for each instance of a list, and what is open in them. */
import { describe, expect, test } from "vitest";
import { renderText, renderJson } from "../../src/index.js";
import { type Data, node, out, scheme, scorer, sheet } from "../helpers/build/rubric.js";
import { both } from "./telling.js";
import type { Assessment } from "../../src/model/assessment.js";
import type { NodeStory } from "../../src/model/explanation.js";

const score = scorer(
  sheet({
    renormalise: true,
    instances: { projects: { title: { zh: "在建项目", en: "building projects" } } },
    facts: {
      inside: { type: "decimal", title: { zh: "室内", en: "inside" }, each: "projects", range: { at_least: 0 } },
      area: {
        type: "decimal",
        title: { zh: "建筑面积", en: "area" },
        unit: "平方米",
        each: "projects",
        range: { above: 0 },
        derive: { sum: ["inside"] },
      },
      safe: { type: "boolean", title: { zh: "无事故", en: "no accident" }, each: "projects" },
    },
    indicators: [
      node("A", 60, { scoring: { rule: "flag", fact: { type: "boolean" } } }),
      node("B", 40, {
        each: "projects",
        combine: "weighted_mean",
        weight_by: "area",
        indicators: [
          node("B1", 30, { scoring: { rule: "flag", fact: "safe" } }),
          node("B2", 10, {
            may_be_not_applicable: true,
            scoring: { rule: "judged", range: { at_least: 0, at_most: 10 }, step: 1 },
          }),
        ],
      }),
    ],
  }),
  scheme(),
);

const p1: Data = {
  id: "p1",
  title: "一号楼",
  facts: { inside: 150, safe: true },
  judgements: { B2: { points: 5, by: "甲", reason: "整洁" } },
};
const p2: Data = { id: "p2", facts: { inside: 300, safe: false }, not_applicable: out("B2") };
const listed = (...entries: readonly Data[]): Assessment =>
  score({ facts: { A: true }, instances: { projects: entries } });

function storyOf(root: NodeStory | null | undefined, id: string): NodeStory {
  const all = (story: NodeStory): readonly NodeStory[] => [story, ...story.children.flatMap(all)];
  return all(root!).find((story) => story.id === id)!;
}

const told = (assessment: Assessment, id: string): unknown =>
  both(assessment, ({ components }) => {
    const { story, details } = storyOf(components[0]?.root, id);
    return [story, ...details];
  });

describe("a group of instances", () => {
  test("how many there are, what weighs them, and the arithmetic", () => {
    expect(told(listed(p1, p2), "B")).toEqual({
      zh: [
        "在建项目共 2 个，逐个计分（权数是建筑面积） → 得分率加权平均：(0.875 × 150 + 0 × 300) ÷ (150 + 300) = 7/24 → (7/24) × 40 = 35/3 → 35/3（约 11.6667）/ 40 分 → 计入总分 35/3（约 11.6667）",
        "B[p1] 得分率：35 ÷ 40 = 0.875，每一分计入总分 1/3 分（约 0.3333）",
        "B[p2] 得分率：0 ÷ 40 = 0，每一分计入总分 2/3 分（约 0.6667）",
      ],
      en: [
        "building projects: 2 are listed, each scored by itself (weighed by area) → weighted mean of the shares: (0.875 × 150 + 0 × 300) ÷ (150 + 300) = 7/24 → (7/24) × 40 = 35/3 → 35/3 (about 11.6667) of 40 points → 35/3 (about 11.6667) in the score",
        "share of B[p1]: 35 ÷ 40 = 0.875, every point is worth 1/3 points (about 0.3333) of the score",
        "share of B[p2]: 0 ÷ 40 = 0, every point is worth 2/3 points (about 0.6667) of the score",
      ],
    });
  });

  test("each instance by its name, with its weight and what does not apply to it", () => {
    expect(told(listed(p1, p2), "B[p2]")).toEqual({
      zh: [
        "0 → 适用的指标满分共 30 分，折算：0 × 40 ÷ 30 = 0 → 0 / 40 分 → 计入总分 0",
        "权数 建筑面积：300 平方米（据室内：300）",
        "下面每一分，计入总分 8/9 分（约 0.8889）",
      ],
      en: [
        "0 → of the 30 points that apply: 0 × 40 ÷ 30 = 0 → 0 of 40 points → 0 in the score",
        "weight area: 300 平方米 (from inside: 300)",
        "below, every point is worth 8/9 points (about 0.8889) of the score",
      ],
    });
    const titles = both(listed(p1, p2), ({ components }) =>
      storyOf(components[0]?.root, "B").children.map(({ id, title, level }) => [id, title, level]),
    );
    expect(titles.zh).toEqual([
      ["B[p1]", "一号楼", 1],
      ["B[p2]", "p2", 1],
    ]);
  });

  test("facts as each of them has them", () => {
    expect(told(listed(p1, p2), "B1[p1]")).toMatchObject({ zh: ["无事故：是 → 30 / 30 分 → 计入总分 10"] });
    expect(told(listed(p1, p2), "B1[p2]")).toMatchObject({ zh: ["无事故：否 → 0 / 30 分 → 计入总分 0"] });
  });

  test("an empty list", () => {
    expect(told(listed(), "B")).toEqual({
      zh: ["在建项目一个也没有 → 不计分，也不占分值"],
      en: ["building projects: there are none → neither its points nor their maximum count"],
    });
  });

  test.each([
    [{}, "在建项目还没有列出", "building projects: not listed yet"],
    [{ closed: true }, "填报已结束，没有列出在建项目", "building projects: never listed, and the fact sheet is closed"],
    [{ instances: { projects: 3 } }, "在建项目的清单有误", "building projects: listed, but not usable"],
  ])("a list that is not there: %o", (parts, zh, en) => {
    expect(told(score({ facts: { A: true }, ...parts }), "B")).toEqual({
      zh: [`${zh} → 下级得分率取加权平均 → 适用的话，得分在 0 到 40 之间，满分 40 分`],
      en: [`${en} → the weighted mean of the shares below → if it applies, between 0 and 40 of 40 points`],
    });
  });
});

describe("what is still open", () => {
  const settling = (assessment: Assessment): unknown =>
    both(assessment, (story) => story.settling.map(({ text }) => text));

  test("the list itself", () => {
    expect(settling(score({ facts: { A: true } }))).toEqual({
      zh: ["在建项目（projects）：在建项目还没有列出，决定 B 是否适用，B 得分在 0 到 40 之间，总分最多相差 40 分"],
      en: [
        "building projects (projects): building projects: not listed yet; decides whether B applies; B between 0 and 40; up to 40 points of the score",
      ],
    });
  });

  test("facts of one instance by its name, and what it could change", () => {
    const assessment = listed(p1, { ...p2, facts: { inside: 150 } });
    expect(settling(assessment)).toEqual({
      zh: ["p2 无事故（safe[p2]）：尚未填报，B1[p2] 得分在 0 到 30 之间，总分最多相差 20 分"],
      en: ["p2 no accident (safe[p2]): not supplied yet; B1[p2] between 0 and 30; up to 20 points of the score"],
    });
  });

  test("a weight, which moves the whole group", () => {
    const assessment = listed(p1, { ...p2, facts: { safe: false } });
    expect(settling(assessment)).toEqual({
      zh: ["p2 室内（inside[p2]）：尚未填报，B 得分在 0 到 35 之间，总分最多相差 35 分"],
      en: ["p2 inside (inside[p2]): not supplied yet; B between 0 and 35; up to 35 points of the score"],
    });
  });
});

test("findings stand behind the entry and the fact by their names", () => {
  const assessment = listed({ ...p1, facts: { inside: "viel", safe: true } }, p2);
  expect(both(assessment, (story) => story.findings)).toMatchObject({
    zh: [expect.stringMatching(/^在建项目 › 一号楼 › 室内（inside）：/)],
    en: [expect.stringMatching(/^building projects › 一号楼 › inside: /)],
  });
  const twice = score({ facts: { A: true }, instances: { projects: [p1, p1] } });
  expect(both(twice, (story) => story.findings).zh).toEqual(["在建项目 › 第 2 个：编号 `p1` 已经用过了"]);
});

test("printed, each instance stands below its group and its indicators below it", () => {
  const lines = renderText(listed(p1, p2), { lang: "en" }).split("\n");
  const indentOf = (start: string): number => {
    const line = lines.find((each) => each.trimStart().startsWith(start))!;
    return line.length - line.trimStart().length;
  };
  expect(indentOf("B[p1]")).toBeGreaterThan(indentOf("B "));
  expect(indentOf("B1[p1]")).toBeGreaterThan(indentOf("B[p1]"));
  expect(JSON.parse(renderJson(listed(p1, p2))).instances).toHaveLength(1);
});
