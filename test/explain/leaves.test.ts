import { describe, expect, test } from "vitest";
import {
  type Data,
  decimal,
  leafScorer,
  node,
  out,
  scheme,
  scorer,
  sheet,
  sheetScorer,
} from "../helpers/build/rubric.js";
import { explain } from "../../src/index.js";
import { aboutText } from "../../src/explain/figures.js";
import { storyAt, told, toldAt } from "./telling.js";

const FLAG = { scoring: { rule: "flag", fact: { type: "boolean" } } };
const TITLED = { scoring: { rule: "flag", fact: { type: "boolean", title: { zh: "有制度", en: "has a policy" } } } };
const flag = (value?: unknown): Data => (value === undefined ? {} : { facts: { L: value } });

describe("flag", () => {
  test("a fact that is called like its indicator is not named again", () => {
    expect(told(leafScorer(FLAG), flag(true))).toEqual({
      zh: ["是 → 10 / 10 分 → 计入总分 10"],
      en: ["yes → 10 of 10 points → 10 in the score"],
    });
    expect(told(leafScorer(FLAG), flag(false))).toEqual({
      zh: ["否 → 0 / 10 分 → 计入总分 0"],
      en: ["no → 0 of 10 points → 0 in the score"],
    });
  });

  test("another name is told", () => {
    expect(
      told(leafScorer({ scoring: { rule: "flag", fact: "x" } }, { x: TITLED.scoring.fact }), { facts: { x: true } }),
    ).toEqual({
      zh: ["有制度：是 → 10 / 10 分 → 计入总分 10"],
      en: ["has a policy: yes → 10 of 10 points → 10 in the score"],
    });
    expect(
      told(leafScorer({ scoring: { rule: "flag", fact: "x" } }, { x: { type: "boolean" } }), { facts: { x: true } }),
    ).toEqual({ zh: ["x：是 → 10 / 10 分 → 计入总分 10"], en: ["x: yes → 10 of 10 points → 10 in the score"] });
  });
});

describe("imported", () => {
  const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
  const credit = { credit: { type: "decimal", title: "公共信用评分", unit: "分", record: "optional" } };
  const score = (from: Data, more: Data = {}) =>
    leafScorer({ scoring: { rule: "imported", fact: "credit", from, ...more }, floor: "none", cap: "none" }, credit);

  test("from nothing to full marks, and which record says so", () => {
    const facts = { facts: { credit: { value: 862, record: digest } } };
    expect(told(score({ at_least: 0, at_most: 1000 }), facts)).toEqual({
      zh: [
        "公共信用评分：862 分 → 0 到 1000 折算为 0 到 10 → 862 ÷ 1000 × 10 = 8.62 → 8.62 / 10 分 → 计入总分 8.62",
        `取自记录 ${digest}`,
      ],
      en: [
        "公共信用评分: 862 分 → 0 to 1000 counts as 0 to 10 → 862 ÷ 1000 × 10 = 8.62 → 8.62 of 10 points → 8.62 in the score",
        `from the record ${digest}`,
      ],
    });
  });

  test("from one scale to another, without a record", () => {
    const scaled = score({ at_least: -60, at_most: 100 }, { to: { at_least: 2, at_most: 5 } });
    expect(told(scaled, { facts: { credit: 20 } })).toEqual({
      zh: [
        "公共信用评分：20 分 → -60 到 100 折算为 2 到 5 → 2 + (20 − (-60)) ÷ (100 − (-60)) × (5 − 2) = 3.5 → 3.5 / 10 分 → 计入总分 3.5",
        "没有附原记录的摘要",
      ],
      en: [
        "公共信用评分: 20 分 → -60 to 100 counts as 2 to 5 → 2 + (20 − (-60)) ÷ (100 − (-60)) × (5 − 2) = 3.5 → 3.5 of 10 points → 3.5 in the score",
        "no digest of the record it is from",
      ],
    });
  });
});

describe("panel", () => {
  const scale = { range: { at_least: 0, at_most: 10 }, step: "0.5" };
  const three = (as?: readonly string[]): Data => ({
    judgements: {
      L: ["7.5", "6", "9"].map((points, i) => ({
        points,
        by: `专家${"甲乙丙"[i]}`,
        ...(as && { as: as[i] }),
        reason: "台账齐全",
      })),
    },
  });

  test("the mean, and who awarded what", () => {
    expect(told(leafScorer({ scoring: { rule: "panel", ...scale } }), three())).toEqual({
      zh: [
        "3 人评分 → (7.5 + 6 + 9) ÷ 3 = 7.5 → 7.5 / 10 分 → 计入总分 7.5",
        "专家甲评 7.5 分：台账齐全",
        "专家乙评 6 分：台账齐全",
        "专家丙评 9 分：台账齐全",
      ],
      en: [
        "3 judgements → (7.5 + 6 + 9) ÷ 3 = 7.5 → 7.5 of 10 points → 7.5 in the score",
        "专家甲 awarded 7.5: 台账齐全",
        "专家乙 awarded 6: 台账齐全",
        "专家丙 awarded 9: 台账齐全",
      ],
    });
  });

  test("what was left out", () => {
    expect(told(leafScorer({ scoring: { rule: "panel", ...scale, trim: 1 } }), three())).toEqual({
      zh: [
        "3 人评分 → 去掉 1 个最高分和 1 个最低分 → 7.5 → 7.5 / 10 分 → 计入总分 7.5",
        "专家甲评 7.5 分：台账齐全",
        "专家乙评 6 分（最低，不计）：台账齐全",
        "专家丙评 9 分（最高，不计）：台账齐全",
      ],
      en: [
        "3 judgements → without the highest and the lowest → 7.5 → 7.5 of 10 points → 7.5 in the score",
        "专家甲 awarded 7.5: 台账齐全",
        "专家乙 awarded 6 (the lowest, left out): 台账齐全",
        "专家丙 awarded 9 (the highest, left out): 台账齐全",
      ],
    });
  });

  test("by class", () => {
    const weighted = leafScorer({ scoring: { rule: "panel", ...scale, weights: { a: "0.6", b: "0.4" } } });
    expect(told(weighted, three(["a", "b", "a"])).zh).toEqual([
      "3 人评分 → 8.25 × 0.6 + 6 × 0.4 = 7.35 → 7.35 / 10 分 → 计入总分 7.35",
      "专家甲（a）评 7.5 分：台账齐全",
      "专家乙（b）评 6 分：台账齐全",
      "专家丙（a）评 9 分：台账齐全",
      "a 的平均分：(7.5 + 9) ÷ 2 = 8.25，占 0.6",
      "b 的平均分：6，占 0.4",
    ]);
    expect(told(weighted, three(["a", "a", "a"])).en).toEqual([
      "no judgement of b → between 0 and 10 of 10 points",
      "专家甲 (a) awarded 7.5: 台账齐全",
      "专家乙 (a) awarded 6: 台账齐全",
      "专家丙 (a) awarded 9: 台账齐全",
    ]);
  });

  test("too few, nobody, and one that cannot be used", () => {
    const five = leafScorer({ scoring: { rule: "panel", ...scale, assessors: { at_least: 5 } } });
    expect(told(five, three()).zh[0]).toBe("要有 5 个评分，只有 3 个 → 得分在 0 到 10 之间，满分 10 分");
    expect(told(five).zh).toEqual(["尚未评定 → 得分在 0 到 10 之间，满分 10 分"]);
    const wrong = { judgements: { L: [{ points: 11, by: "甲", reason: "好" }] } };
    expect(told(leafScorer({ scoring: { rule: "panel", ...scale } }), wrong)).toEqual({
      zh: ["评定有误 → 得分在 0 到 10 之间，满分 10 分", "甲的评分不能用：好"],
      en: ["awarded wrongly → between 0 and 10 of 10 points", "what 甲 awarded cannot be used: 好"],
    });
  });
});

describe("judged", () => {
  const judged = leafScorer({ scoring: { rule: "judged", range: { at_least: 0, at_most: 10 }, step: "0.5" } });
  const judgement = (more: Data = {}): Data => ({
    judgements: { L: { points: "7.5", by: "审核员甲", reason: "仅一份", ...more } },
  });

  test("who, and why", () => {
    expect(told(judged, judgement())).toEqual({
      zh: ["审核员甲评 7.5 分 → 7.5 / 10 分 → 计入总分 7.5", "理由：仅一份"],
      en: ["审核员甲 awarded 7.5 → 7.5 of 10 points → 7.5 in the score", "reason: 仅一份"],
    });
  });

  test("in which capacity", () => {
    expect(told(judged, judgement({ as: "协会审核" }))).toEqual({
      zh: ["审核员甲（协会审核）评 7.5 分 → 7.5 / 10 分 → 计入总分 7.5", "理由：仅一份"],
      en: ["审核员甲 (协会审核) awarded 7.5 → 7.5 of 10 points → 7.5 in the score", "reason: 仅一份"],
    });
  });

  test("nobody yet, nobody ever, and more than there is to award", () => {
    expect(told(judged)).toEqual({
      zh: ["尚未评定 → 得分在 0 到 10 之间，满分 10 分"],
      en: ["not awarded yet → between 0 and 10 of 10 points"],
    });
    expect(told(judged, { closed: true })).toEqual({
      zh: ["没有评定 → 得分在 0 到 10 之间，满分 10 分"],
      en: ["never awarded → between 0 and 10 of 10 points"],
    });
    expect(told(judged, judgement({ points: 11 }))).toEqual({
      zh: ["评定有误 → 得分在 0 到 10 之间，满分 10 分"],
      en: ["awarded wrongly → between 0 and 10 of 10 points"],
    });
  });

  test("awarded, while it is open whether it applies", () => {
    const score = leafScorer(
      {
        scoring: { rule: "judged", range: { at_least: 0, at_most: 10 }, step: "0.5" },
        applies_when: { fact: "site", is: true },
      },
      { site: { type: "boolean" } },
    );
    expect(told(score, judgement())).toEqual({
      zh: [
        "是否适用还不能确定：site：尚未填报，尚不能确定（须为“是”） → 审核员甲评 7.5 分 → 适用的话，得 7.5 分，满分 10 分",
        "审核员甲评 7.5 分",
      ],
      en: [
        "whether it applies is open: site: not supplied yet, open (asked for: yes) → 审核员甲 awarded 7.5 → if it applies, 7.5 of 10 points",
        "审核员甲 awarded 7.5",
      ],
    });
  });
});

describe("floor and cap", () => {
  const limited = (leaf: Data): ReturnType<typeof leafScorer> =>
    leafScorer({ scoring: { rule: "flag", fact: { type: "boolean" }, points: 12 }, ...leaf });

  test("a cap", () => {
    expect(told(limited({ cap: "points" }), flag(true))).toEqual({
      zh: ["是 → 12，封顶为 10 → 10 / 10 分 → 计入总分 10"],
      en: ["yes → 12 is above the cap, counts as 10 → 10 of 10 points → 10 in the score"],
    });
    expect(told(limited({ cap: "11.50" }), flag(true))).toEqual({
      zh: ["是 → 12，封顶为 11.5 → 11.5 / 10 分 → 计入总分 11.5"],
      en: ["yes → 12 is above the cap, counts as 11.5 → 11.5 of 10 points → 11.5 in the score"],
    });
  });

  test("a floor", () => {
    expect(told(limited({ floor: 1, cap: "none" }), flag(false))).toEqual({
      zh: ["否 → 0，低于下限，按 1 计 → 1 / 10 分 → 计入总分 1"],
      en: ["no → 0 is below the floor, counts as 1 → 1 of 10 points → 1 in the score"],
    });
  });
});

describe("without facts", () => {
  test("open: what is missing, and what it can come to", () => {
    expect(told(leafScorer(FLAG))).toEqual({
      zh: ["尚未填报 → 得分在 0 到 10 之间，满分 10 分"],
      en: ["not supplied yet → between 0 and 10 of 10 points"],
    });
    expect(told(leafScorer({ scoring: { rule: "flag", fact: "x" } }, { x: TITLED.scoring.fact }))).toEqual({
      zh: ["有制度：尚未填报 → 得分在 0 到 10 之间，满分 10 分"],
      en: ["has a policy: not supplied yet → between 0 and 10 of 10 points"],
    });
  });

  test("supplied wrongly", () => {
    expect(told(leafScorer(FLAG), flag("vielleicht"))).toEqual({
      zh: ["填报有误 → 得分在 0 到 10 之间，满分 10 分"],
      en: ["supplied, but not usable → between 0 and 10 of 10 points"],
    });
  });

  test("missing for good, with nothing said about that", () => {
    expect(told(leafScorer(FLAG), flag({ missing: true }))).toEqual({
      zh: ["确认没有这项资料 → 得分在 0 到 10 之间，满分 10 分"],
      en: ["missing for good → between 0 and 10 of 10 points"],
    });
  });

  test("missing for good, with a rule for it", () => {
    expect(told(leafScorer({ ...FLAG, when_missing: 4 }), flag({ missing: true }))).toEqual({
      zh: ["确认没有这项资料 → 没有资料的按 4 分计 → 4 / 10 分 → 计入总分 4"],
      en: ["missing for good → without it 4 points → 4 of 10 points → 4 in the score"],
    });
    expect(told(leafScorer({ ...FLAG, when_missing: 1 }), flag({ missing: true }))).toEqual({
      zh: ["确认没有这项资料 → 没有资料的按 1 分计 → 1 / 10 分 → 计入总分 1"],
      en: ["missing for good → without it 1 point → 1 of 10 points → 1 in the score"],
    });
    expect(told(leafScorer({ ...FLAG, when_missing: 12, cap: "points" }), flag({ missing: true }))).toEqual({
      zh: ["确认没有这项资料 → 没有资料的按 12 分计 → 12，封顶为 10 → 10 / 10 分 → 计入总分 10"],
      en: [
        "missing for good → without it 12 points → 12 is above the cap, counts as 10 → 10 of 10 points → 10 in the score",
      ],
    });
  });

  test("of several facts only those that are open are named", () => {
    const score = leafScorer(
      { scoring: { rule: "checklist", mode: "per_item", each: 5, items: ["a", "b", "c"] }, cap: "points" },
      { a: { type: "boolean", title: "甲" }, b: { type: "boolean", title: "乙" }, c: { type: "boolean", title: "丙" } },
    );
    expect(told(score, { facts: { b: true } })).toEqual({
      zh: ["甲：尚未填报；丙：尚未填报 → 得分在 5 到 10 之间，满分 10 分", "乙：是"],
      en: ["甲: not supplied yet; 丙: not supplied yet → between 5 and 10 of 10 points", "乙: yes"],
    });
  });

  test("of many that are not there the number, and below it all of them", () => {
    const items = ["a", "b", "c", "d"];
    const facts = Object.fromEntries(items.map((id) => [id, { type: "boolean", title: `${id}、其他` }]));
    const score = leafScorer({ scoring: { rule: "checklist", mode: "per_item", each: "2.5", items } }, facts);
    expect(told(score, { facts: { b: true } })).toEqual({
      zh: [
        "所需的 4 项资料中还缺 3 项 → 得分在 2.5 到 10 之间，满分 10 分",
        ...["尚未填报", "是", "尚未填报", "尚未填报"].map((state, i) => `${items[i]}、其他：${state}`),
      ],
      en: [
        "of the 4 facts it needs, 3 are not there → between 2.5 and 10 of 10 points",
        ...["not supplied yet", "yes", "not supplied yet", "not supplied yet"].map(
          (state, i) => `${items[i]}、其他: ${state}`,
        ),
      ],
    });
    expect(told(score).zh[0]).toBe("所需的 4 项资料都还没有 → 得分在 0 到 10 之间，满分 10 分");
  });

  test("a group that counts nought although it does not apply says so", () => {
    const leaf = (id: string, more: Data = {}): Data =>
      node(id, 50, { scoring: { rule: "flag", fact: { type: "boolean" } }, ...more });
    const tree = sheetScorer({
      indicators: [
        leaf("A"),
        node("B", 50, { may_be_not_applicable: true, if_not_applicable: "zero", indicators: [leaf("B1")] }),
      ],
    });
    expect(toldAt(tree({ facts: { A: true }, not_applicable: out("B") }), "B")).toEqual({
      zh: ["不适用，审核员甲认定：无生产场所 → 按规定计 0 分 → 0 / 50 分 → 计入总分 0"],
      en: ["does not apply, says 审核员甲: 无生产场所 → counts 0 as the rubric says → 0 of 50 points → 0 in the score"],
    });
  });

  test("a sheet of which nothing applies counts nothing, and waits for nothing", () => {
    const leaf = node("A", 100, { scoring: { rule: "flag", fact: { type: "boolean" } }, may_be_not_applicable: true });
    const none = sheetScorer({ renormalise: "none", indicators: [leaf] })({ not_applicable: out("A") });
    expect(
      [explain(none, { lang: "zh" }), explain(none, { lang: "en" })].map(({ components }) => components[0]!.text),
    ).toEqual(["权重 1；没有适用的指标，不计分", "weight 1; nothing applies, so nothing counts"]);
  });

  test("bounds with one end, with none, and of one point", () => {
    const line = (range: Data): ReturnType<typeof leafScorer> =>
      leafScorer({
        floor: "none",
        cap: "none",
        scoring: {
          rule: "linear",
          fact: decimal(range),
          knots: [
            { at: 0, points: 0 },
            { at: 3, points: 1 },
          ],
          beyond: "extend",
        },
      });
    expect(told(line({ at_least: 1 }))).toEqual({
      zh: ["尚未填报 → 得分不低于 1/3（约 0.3333），满分 10 分"],
      en: ["not supplied yet → at least 1/3 (about 0.3333) of 10 points"],
    });
    expect(told(line({ at_most: 6 }))).toEqual({
      zh: ["尚未填报 → 得分不高于 2，满分 10 分"],
      en: ["not supplied yet → at most 2 of 10 points"],
    });
    expect(told(line({}))).toEqual({
      zh: ["尚未填报 → 得分没有上下限，满分 10 分"],
      en: ["not supplied yet → of 10 points, without bounds"],
    });
    expect(
      told(
        leafScorer({
          scoring: { rule: "choice", fact: { type: "choice", options: ["A", "B"] }, points: { A: 5, B: 5 } },
        }),
      ),
    ).toEqual({
      zh: ["尚未填报 → 不论如何都得 5 分，满分 10 分"],
      en: ["not supplied yet → 5 of 10 points in any case"],
    });
  });
});

describe("not applicable", () => {
  const optional = (parts: Data = {}): ReturnType<typeof leafScorer> =>
    leafScorer({ ...FLAG, may_be_not_applicable: true, ...parts });
  const asked = (parts: Data = {}): ReturnType<typeof leafScorer> =>
    leafScorer(
      {
        ...FLAG,
        applies_when: {
          all: [
            { fact: "site", is: true },
            { fact: "staff", at_least: 10 },
          ],
        },
        ...parts,
      },
      {
        site: { type: "boolean", title: { zh: "有生产场所", en: "has a site" } },
        staff: { ...decimal(), title: { zh: "人数", en: "staff" } },
      },
    );

  test("declared, with who and why", () => {
    expect(told(optional(), { not_applicable: out("L") })).toEqual({
      zh: ["不适用，审核员甲认定：无生产场所 → 不计分，也不占分值"],
      en: ["does not apply, says 审核员甲: 无生产场所 → neither its points nor their maximum count"],
    });
  });

  test("by its condition: only the answers that speak against it", () => {
    expect(told(asked(), { facts: { site: false, staff: 12 } })).toEqual({
      zh: ["不适用：有生产场所：否，不符合（须为“是”） → 不计分，也不占分值"],
      en: [
        "does not apply: has a site: no, not as required (asked for: yes) → neither its points nor their maximum count",
      ],
    });
    expect(told(asked(), { facts: { site: false, staff: 9 } })).toEqual({
      zh: ["不适用：有生产场所：否，不符合（须为“是”）；人数：9，不符合（须不低于 10） → 不计分，也不占分值"],
      en: [
        "does not apply: has a site: no, not as required (asked for: yes); staff: 9, not as required (asked for: at least 10) → neither its points nor their maximum count",
      ],
    });
  });

  test("worth full points all the same, or none", () => {
    expect(told(optional({ if_not_applicable: "full" }), { not_applicable: out("L") })).toEqual({
      zh: ["不适用，审核员甲认定：无生产场所 → 按规定计 10 分 → 10 / 10 分 → 计入总分 10"],
      en: [
        "does not apply, says 审核员甲: 无生产场所 → counts 10 as the rubric says → 10 of 10 points → 10 in the score",
      ],
    });
    expect(told(asked({ if_not_applicable: "zero" }), { facts: { site: false, staff: 12 } })).toEqual({
      zh: ["不适用：有生产场所：否，不符合（须为“是”） → 按规定计 0 分 → 0 / 10 分 → 计入总分 0"],
      en: [
        "does not apply: has a site: no, not as required (asked for: yes) → counts 0 as the rubric says → 0 of 10 points → 0 in the score",
      ],
    });
  });

  test("open: nobody has said, or the condition is open", () => {
    expect(told(optional())).toEqual({
      zh: ["是否适用还没有说明 → 尚未填报 → 适用的话，得分在 0 到 10 之间，满分 10 分"],
      en: ["nobody has said whether it applies → not supplied yet → if it applies, between 0 and 10 of 10 points"],
    });
    expect(told(asked(), { facts: { site: true } })).toEqual({
      zh: [
        "是否适用还不能确定：人数：尚未填报，尚不能确定（须不低于 10） → 尚未填报 → 适用的话，得分在 0 到 10 之间，满分 10 分",
      ],
      en: [
        "whether it applies is open: staff: not supplied yet, open (asked for: at least 10) → not supplied yet → if it applies, between 0 and 10 of 10 points",
      ],
    });
  });

  test("a condition below a `not` says what was read", () => {
    const score = leafScorer(
      { ...FLAG, applies_when: { not: { fact: "closed", is: true } } },
      { closed: { type: "boolean", title: { zh: "已停业", en: "closed down" } } },
    );
    expect(told(score, { facts: { closed: true } })).toEqual({
      zh: ["不适用：已停业：是，不符合（须为“否”） → 不计分，也不占分值"],
      en: [
        "does not apply: closed down: yes, not as required (asked for: no) → neither its points nor their maximum count",
      ],
    });
  });
});

describe("groups", () => {
  const leaf = (id: string, points: number, more: Data = {}): Data => node(id, points, { ...FLAG, ...more });
  const optional = { may_be_not_applicable: true };

  test("a sum, and what it comes to in the score", () => {
    const score = sheetScorer({
      indicators: [node("A", 60, { indicators: [leaf("A1", 40), leaf("A2", 20)] }), leaf("B", 40)],
    });
    const assessment = score({ facts: { A1: true, A2: false, B: true } });
    expect(toldAt(assessment, "A")).toEqual({
      zh: ["40 + 0 = 40 → 40 / 60 分 → 计入总分 40"],
      en: ["40 + 0 = 40 → 40 of 60 points → 40 in the score"],
    });
    expect(toldAt(assessment, "sheet")).toEqual({
      zh: ["40 + 40 = 80 → 80 / 100 分 → 计入总分 80"],
      en: ["40 + 40 = 80 → 80 of 100 points → 80 in the score"],
    });
    expect(toldAt(score({ facts: { A1: true } }), "A")).toEqual({
      zh: ["得分在 40 到 60 之间，满分 60 分"],
      en: ["between 40 and 60 of 60 points"],
    });
  });

  test("what does not apply is shared out among the rest", () => {
    const score = sheetScorer({
      renormalise: true,
      indicators: [leaf("A", 50), leaf("B", 20), leaf("C", 30, optional)],
    });
    expect(toldAt(score({ facts: { A: true, B: false }, not_applicable: out("C") }), "sheet")).toEqual({
      zh: [
        "50 + 0 = 50 → 适用的指标满分共 70 分，折算：50 × 100 ÷ 70 = 500/7 → 500/7（约 71.4286）/ 100 分 → 计入总分 500/7（约 71.4286）",
        "下面每一分，计入总分 10/7 分（约 1.4286）",
      ],
      en: [
        "50 + 0 = 50 → of the 70 points that apply: 50 × 100 ÷ 70 = 500/7 → 500/7 (about 71.4286) of 100 points → 500/7 (about 71.4286) in the score",
        "below, every point is worth 10/7 points (about 1.4286) of the score",
      ],
    });
  });

  test("one whose indicators all do not apply", () => {
    const score = sheetScorer({
      renormalise: true,
      indicators: [node("A", 60, { renormalise: true, indicators: [leaf("A1", 60, optional)] }), leaf("B", 40)],
    });
    const assessment = score({ facts: { B: true }, not_applicable: out("A1") });
    expect(toldAt(assessment, "A")).toEqual({
      zh: ["下级指标都不适用 → 不计分，也不占分值"],
      en: ["nothing below it applies → neither its points nor their maximum count"],
    });
  });

  test("one declared not applicable takes everything below it along", () => {
    const score = sheetScorer({
      renormalise: true,
      indicators: [node("A", 60, { ...optional, indicators: [leaf("A1", 60)] }), leaf("B", 40)],
    });
    const assessment = score({ facts: { B: true }, not_applicable: out("A") });
    expect(toldAt(assessment, "A")).toEqual({
      zh: ["不适用，审核员甲认定：无生产场所 → 不计分，也不占分值"],
      en: ["does not apply, says 审核员甲: 无生产场所 → neither its points nor their maximum count"],
    });
    expect(toldAt(assessment, "A1")).toEqual({
      zh: ["上级指标不适用 → 不计分，也不占分值"],
      en: ["what it belongs to does not apply → neither its points nor their maximum count"],
    });
  });

  test("one that does not apply and is worth something all the same", () => {
    const score = sheetScorer({
      indicators: [
        node("A", 60, { ...optional, if_not_applicable: "full", indicators: [leaf("A1", 60)] }),
        leaf("B", 40),
      ],
    });
    const assessment = score({ facts: { B: false }, not_applicable: out("A") });
    expect(toldAt(assessment, "A")).toEqual({
      zh: ["不适用，审核员甲认定：无生产场所 → 按规定计 60 分 → 60 / 60 分 → 计入总分 60"],
      en: [
        "does not apply, says 审核员甲: 无生产场所 → counts 60 as the rubric says → 60 of 60 points → 60 in the score",
      ],
    });
    expect(storyAt(assessment, "A", "zh").adjustments).toEqual([
      { cause: "offset", contribution: "60", text: "不适用时按规定计分：0 → 60（+60）→ 计入总分 60" },
    ]);
    expect(storyAt(assessment, "A", "en").adjustments).toEqual([
      {
        cause: "offset",
        contribution: "60",
        text: "counted as the rubric says although it does not apply: 0 → 60 (+60) → 60 in the score",
      },
    ]);
  });

  test("floor and cap of a group are lines of their own", () => {
    const group = (parts: Data): ReturnType<typeof sheetScorer> =>
      sheetScorer({
        indicators: [
          node("A", 60, {
            ...parts,
            indicators: [
              leaf("A1", 40, { cap: "none", scoring: { rule: "flag", fact: { type: "boolean" }, points: 50 } }),
              leaf("A2", 20, { floor: "none", scoring: { rule: "flag", fact: { type: "boolean" }, points: -20 } }),
            ],
          }),
          leaf("B", 40),
        ],
      });
    const capped = group({ cap: 45, floor: 0 })({ facts: { A1: true, A2: false, B: true } });
    expect(toldAt(capped, "A")).toEqual({
      zh: ["50 + 0 = 50 → 45 / 60 分 → 计入总分 45"],
      en: ["50 + 0 = 50 → 45 of 60 points → 45 in the score"],
    });
    expect(storyAt(capped, "A", "zh").adjustments).toEqual([
      { cause: "cap", contribution: "-5", text: "超过上限，减到上限：50 → 45（−5）→ 计入总分 -5" },
    ]);
    expect(storyAt(capped, "A", "en").adjustments).toEqual([
      { cause: "cap", contribution: "-5", text: "lowered to the cap: 50 → 45 (−5) → -5 in the score" },
    ]);
    const raised = group({ cap: 45, floor: 0 })({ facts: { A1: false, A2: true, B: true } });
    expect(storyAt(raised, "A", "zh").adjustments).toEqual([
      { cause: "floor", contribution: "20", text: "低于下限，补到下限：-20 → 0（+20）→ 计入总分 20" },
    ]);
    expect(storyAt(raised, "A", "en").adjustments).toEqual([
      { cause: "floor", contribution: "20", text: "raised to the floor: -20 → 0 (+20) → 20 in the score" },
    ]);
  });
});

describe("clauses", () => {
  const score = scorer(
    sheet({
      documents: {
        notice: { title: "关于征集的通知", date: "2023-10-18" },
        law: { title: { zh: "《管理办法》（京政发〔2023〕1号）", en: "Measures (No. 1 of 2023)" }, date: "2023-01-01" },
      },
      source: "notice",
      indicators: [
        node("A", 50, { ...FLAG, clause: "五（一）" }),
        node("B", 40, { ...FLAG, clause: "第六条", source: "law" }),
        node("C", 10, FLAG),
      ],
    }),
    scheme(),
  )();

  test.each([
    ["A", "五（一）", "五（一）"],
    ["B", "《管理办法》第六条", "Measures (No. 1 of 2023), 第六条"],
    ["C", null, null],
  ])("%s", (id, zh, en) => {
    expect([storyAt(score, id, "zh").clause, storyAt(score, id, "en").clause]).toEqual([zh, en]);
  });
});

test("about what a fraction is: four places, more where they would all be noughts", () => {
  expect(["1/3", "-2/3", "1/70000", "-1/300000"].map(aboutText)).toEqual(["0.3333", "-0.6667", "0.00001", "-0.000003"]);
});
