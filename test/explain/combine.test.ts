import { describe, expect, test } from "vitest";
import { explain, renderText } from "../../src/index.js";
import type { NodeStory } from "../../src/model/explanation.js";
import type { Language } from "../../src/model/language.js";
import { type Data, node, out, scheme, scorer, sheet, worth } from "../helpers/build/rubric.js";

const ANY = {
  outcomes: [{ id: "any", otherwise: true }],
  goal: "any",
  blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }],
};
const group = (combine: string, indicators: readonly Data[]) =>
  scorer(
    sheet({
      indicators: [node("G", 20, { floor: "none", cap: "none", combine, indicators }), worth("rest", 80)],
      floor: "none",
      cap: "none",
    }),
    scheme(ANY),
  );

function story(score: ReturnType<typeof group>, factSheet: Data, lang: Language): NodeStory {
  return explain(score({ ...factSheet, facts: { rest: 40, ...(factSheet["facts"] as Data) } }), { lang }).components[0]!
    .root!.children[0]!;
}

describe("a group that averages tells every share and its mean", () => {
  const of = (...weights: readonly (Data | undefined)[]): readonly Data[] => [
    worth("A", 10, weights[0]),
    worth("B", 5, weights[1]),
    worth("C", 200, { may_be_not_applicable: true, ...weights[2] }),
  ];
  const three = of({ weight: 3 }, { weight: 1 }, { weight: 1 });
  const bare = of();
  const given = { facts: { A: 8, B: 3, C: 50 } };

  test.each([
    ["mean", "zh", "得分率平均：(0.8 + 0.6 + 0.25) ÷ 3 = 0.55 → 0.55 × 20 = 11 → 11 / 20 分 → 计入总分 11"],
    [
      "mean",
      "en",
      "mean of the shares: (0.8 + 0.6 + 0.25) ÷ 3 = 0.55 → 0.55 × 20 = 11 → 11 of 20 points → 11 in the score",
    ],
    [
      "weighted_mean",
      "zh",
      "得分率加权平均：(0.8 × 3 + 0.6 × 1 + 0.25 × 1) ÷ (3 + 1 + 1) = 0.65 → 0.65 × 20 = 13 → 13 / 20 分 → 计入总分 13",
    ],
    [
      "weighted_mean",
      "en",
      "weighted mean of the shares: (0.8 × 3 + 0.6 × 1 + 0.25 × 1) ÷ (3 + 1 + 1) = 0.65 → 0.65 × 20 = 13 → 13 of 20 points → 13 in the score",
    ],
    ["min", "zh", "得分率最低的是 C：0.25 → 0.25 × 20 = 5 → 5 / 20 分 → 计入总分 5"],
    ["max", "en", "the greatest share is that of A: 0.8 → 0.8 × 20 = 16 → 16 of 20 points → 16 in the score"],
  ] as const)("%s, %s", (combine, lang, told) => {
    expect(story(group(combine, combine === "weighted_mean" ? three : bare), given, lang).story).toBe(told);
  });

  test("each child's part in it stands below", () => {
    expect(story(group("mean", bare), given, "zh").details).toEqual([
      "A 得分率：8 ÷ 10 = 0.8，每一分计入总分 2/3 分（约 0.6667）",
      "B 得分率：3 ÷ 5 = 0.6，每一分计入总分 4/3 分（约 1.3333）",
      "C 得分率：50 ÷ 200 = 0.25，每一分计入总分 1/30 分（约 0.0333）",
    ]);
    expect(story(group("min", bare), given, "en").details).toEqual([
      "share of A: 8 ÷ 10 = 0.8, not the one that counts",
      "share of B: 3 ÷ 5 = 0.6, not the one that counts",
      "share of C: 50 ÷ 200 = 0.25, every point is worth 0.1 points of the score",
    ]);
  });

  test("what does not apply has no share, weights that make 1 no division, and a single share no mean", () => {
    const halves = [worth("A", 10, { weight: "0.5" }), worth("B", 5, { weight: "0.5" })];
    expect(story(group("weighted_mean", halves), { facts: { A: -8, B: 3 } }, "en").story).toMatch(
      /^weighted mean of the shares: \(-0\.8\) × 0\.5 \+ 0\.6 × 0\.5 = -0\.1 → /,
    );
    const alone = [worth("A", 3), worth("B", 5, { may_be_not_applicable: true })];
    const told = story(group("mean", alone), { facts: { A: 2 }, not_applicable: out("B") }, "zh");
    expect(told.story).toBe(
      "得分率平均：2/3 → (2/3) × 20 = 40/3 → 40/3（约 13.3333）/ 20 分 → 计入总分 40/3（约 13.3333）",
    );
  });

  test("while it is open, what will be made of the shares", () => {
    expect(story(group("weighted_mean", three), { facts: { A: 8 } }, "zh").story).toBe(
      "下级得分率取加权平均（A 3、B 1、C 1） → 得分没有上下限，满分 20 分",
    );
    expect(story(group("min", bare), { facts: { A: 8 } }, "en").story).toBe(
      "the least of the shares below → at most 16 of 20 points",
    );
  });

  test("the printed table says so beside the group and beside its children", async () => {
    const text = renderText(group("weighted_mean", three)({ facts: { ...given.facts, rest: 40 } }), { lang: "zh" });
    expect(
      text
        .split("\n")
        .filter((line) => /加权平均|权重/.test(line))
        .map((line) => line.trim().replaceAll(/ {2,}/g, " | ")),
    ).toEqual([
      "G | G | 20 | 13 | 13 | 加权平均",
      "A | A | 10 | 8 | 9.6 | 权重 3",
      "B | B | 5 | 3 | 2.4 | 权重 1",
      "C | C | 200 | 50 | 1 | 权重 1",
    ]);
  });
});

test("one indicator of such a group can be asked about by itself: the shares of all, the worth of that one", () => {
  const score = group("mean", [worth("A", 10), worth("B", 5)]);
  const told = explain(score({ facts: { A: 8, B: 3, rest: 40 } }), { lang: "zh", indicator: "A" });
  const { details, children } = told.components[0]!.root!.children[0]!;
  expect(children.map(({ id }) => id)).toEqual(["A"]);
  expect(details).toEqual(["A 得分率：8 ÷ 10 = 0.8，每一分计入总分 1 分", "B 得分率：3 ÷ 5 = 0.6"]);
});
