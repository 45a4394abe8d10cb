import { describe, expect, test } from "vitest";
import { explain } from "../../src/index.js";
import { type Data, decimal, leafScorer, out } from "../helpers/build/rubric.js";
import { standard, storyAt } from "./telling.js";

const NAMED = {
  hours: { ...decimal({ at_least: 0 }), title: { zh: "服务时长", en: "hours" }, unit: "小时" },
  plain: { ...decimal({ at_least: 0 }), title: { zh: "次数", en: "times" } },
  grade: {
    type: "choice",
    title: { zh: "等级", en: "grade" },
    options: { A: { zh: "甲级", en: "first" }, B: "B" },
  },
  grades: {
    type: "choices",
    title: { zh: "荣誉", en: "honours" },
    options: { A: { zh: "国家级", en: "national" }, B: { zh: "市级", en: "municipal" } },
  },
  policy: { type: "boolean", title: { zh: "有制度", en: "a policy" } },
  ledger: { type: "boolean", title: { zh: "有台账", en: "a ledger" } },
  penalties: {
    type: "events",
    title: { zh: "行政处罚", en: "penalties" },
    kinds: { warning: { zh: "警告", en: "a warning" }, fine: { zh: "罚款", en: "a fine" } },
    fields: { own_fault: { type: "boolean", title: { zh: "本企业责任", en: "own fault" } } },
  },
};
const rule = (scoring: Data): unknown => standard({ floor: 0, cap: "points", scoring }, NAMED);

describe("the rule itself, one line for each thing it says", () => {
  test("flag", () => {
    expect(rule({ rule: "flag", fact: "policy" })).toEqual({
      zh: ["有制度：是得 10 分，否得 0 分"],
      en: ["a policy: yes is worth 10, no 0"],
    });
  });

  test("tiers", () => {
    const tiers = [
      { at_least: 10, points: 10 },
      { at_least: 5, below: 10, points: 1 },
      { below: 5, points: 0 },
    ];
    expect(rule({ rule: "tiers", fact: "hours", tiers })).toEqual({
      zh: ["服务时长 ≥ 10：10 分", "服务时长 [5, 10)：1 分", "服务时长 < 5：0 分"],
      en: ["hours ≥ 10: 10 points", "hours [5, 10): 1 point", "hours < 5: 0 points"],
    });
  });

  test("linear, clipped and extended", () => {
    const knots = [
      { at: 0, points: 1 },
      { at: 100, points: 10 },
    ];
    expect(rule({ rule: "linear", fact: "hours", knots, beyond: "clip" })).toEqual({
      zh: ["服务时长 0：1 分", "服务时长 100：10 分", "两点之间按比例计", "两端以外按端点计"],
      en: [
        "hours 0: 1 point",
        "hours 100: 10 points",
        "in between in proportion",
        "beyond the ends what the ends are worth",
      ],
    });
    expect(rule({ rule: "linear", fact: "hours", knots, beyond: "extend" })).toEqual({
      zh: ["服务时长 0：1 分", "服务时长 100：10 分", "两点之间按比例计", "两端以外按同样的比例计"],
      en: [
        "hours 0: 1 point",
        "hours 100: 10 points",
        "in between in proportion",
        "beyond the ends in the same proportion",
      ],
    });
  });

  test("steps: what becomes of a part, more or less, with a unit or without, both ways", () => {
    const steps = (parts: Data): unknown =>
      rule({ rule: "steps", fact: "hours", start: 2, per: 4, points: 3, ...parts });
    expect(steps({ partial: "floor" })).toEqual({
      zh: ["服务时长为 2 时得 0 分，每满 4 小时加 3 分"],
      en: ["hours 2 is worth 0, and 3 points more for every full 4 小时"],
    });
    expect(steps({ partial: "ceil", points: 1 })).toEqual({
      zh: ["服务时长为 2 时得 0 分，每 4 小时（不足的也算）加 1 分"],
      en: ["hours 2 is worth 0, and 1 point more for every 4 小时 or part of it"],
    });
    expect(steps({ partial: "interpolate", points: "-1.5", base: 10 })).toEqual({
      zh: ["服务时长为 2 时得 10 分，每 4 小时（按比例）减 1.5 分"],
      en: ["hours 2 is worth 10, and 1.5 points less for every 4 小时, in proportion"],
    });
    expect(steps({ partial: "interpolate", points: -1, base: 10, both_ways: true })).toEqual({
      zh: ["服务时长为 2 时得 10 分，每 4 小时（按比例）减 1 分", "低于 2 时反向计算"],
      en: ["hours 2 is worth 10, and 1 point less for every 4 小时, in proportion", "below 2 it counts the other way"],
    });
    expect(steps({ partial: "floor", fact: "plain" })).toEqual({
      zh: ["次数为 2 时得 0 分，每满 4 加 3 分"],
      en: ["times 2 is worth 0, and 3 points more for every full 4"],
    });
    expect(steps({ partial: "ceil", fact: "plain" })).toEqual({
      zh: ["次数为 2 时得 0 分，每 4（不足的也算）加 3 分"],
      en: ["times 2 is worth 0, and 3 points more for every 4 or part of it"],
    });
  });

  test("checklist: sum, per item, and a ladder", () => {
    expect(
      rule({
        rule: "checklist",
        mode: "sum",
        items: [
          { fact: "policy", points: 9 },
          { fact: "ledger", points: 1 },
        ],
      }),
    ).toEqual({ zh: ["有制度：9 分", "有台账：1 分"], en: ["a policy: 9 points", "a ledger: 1 point"] });
    expect(rule({ rule: "checklist", mode: "per_item", each: 5, items: ["policy", "ledger"] })).toEqual({
      zh: ["从 0 分起，每有一项为“是”加 5 分", "各项：有制度、有台账"],
      en: ["from 0, 5 points more for every yes", "items: a policy, a ledger"],
    });
    expect(
      rule({ rule: "checklist", mode: "per_item", start: 10, each: -5, count: "unmet", items: ["policy", "ledger"] }),
    ).toEqual({
      zh: ["从 10 分起，每有一项为“否”减 5 分", "各项：有制度、有台账"],
      en: ["from 10, 5 points less for every no", "items: a policy, a ledger"],
    });
    const tiers = [
      { at_least: 2, points: 10 },
      { below: 2, points: 0 },
    ];
    expect(rule({ rule: "checklist", mode: "ladder", items: ["policy", "ledger"], tiers })).toEqual({
      zh: ["为“是”的项数 ≥ 2：10 分", "为“是”的项数 < 2：0 分", "各项：有制度、有台账"],
      en: ["items with yes ≥ 2: 10 points", "items with yes < 2: 0 points", "items: a policy, a ledger"],
    });
  });

  test("events: what counts, and the lines", () => {
    const events = (parts: Data): unknown =>
      rule({ rule: "events", fact: "penalties", start: "full", points: [{ points: -1 }], ...parts });
    expect(events({})).toEqual({
      zh: ["从 10 分起，逐条计行政处罚", "每条记录：−1 分"],
      en: ["from 10 points, every entry of penalties counts", "any entry: −1"],
    });
    expect(events({ start: 1, within: { last: { years: 3 }, first_day: "counts" } })).toEqual({
      zh: ["从 1 分起，逐条计行政处罚中近 3 年内（2020-11-10 至 2023-11-10）的记录", "每条记录：−1 分"],
      en: [
        "from 1 point, every entry of penalties in the last 3 years (2020-11-10 to 2023-11-10) counts",
        "any entry: −1",
      ],
    });
    expect(
      events({
        where: { field: "own_fault", is: true },
        points: [
          { kind: "warning", points: -1 },
          { when: { field: "own_fault", is: true }, points: 2 },
          { kind: "fine", when: { field: "year", at_least: 2022 }, points: -2 },
        ],
      }),
    ).toEqual({
      zh: [
        "从 10 分起，逐条计行政处罚中本企业责任为“是”的记录",
        "警告：−1 分",
        "本企业责任为“是”：+2 分",
        "罚款，年份不低于 2022：−2 分",
        "一条记录按上面最先符合的一行计",
      ],
      en: [
        "from 10 points, every entry of penalties where own fault is `yes` counts",
        "a warning: −1",
        "own fault is `yes`: +2",
        "a fine, year is at least 2022: −2",
        "an entry counts by the first of these lines that fits",
      ],
    });
    expect(
      events({ within: { calendar_years: 2, including_current: true }, where: { field: "own_fault", is: true } }),
    ).toEqual({
      zh: [
        "从 10 分起，逐条计行政处罚中本年度在内的 2 个自然年度内（2022-01-01 至 2023-11-10）、本企业责任为“是”的记录",
        "每条记录：−1 分",
      ],
      en: [
        "from 10 points, every entry of penalties in the last 2 calendar years, the current one included (2022-01-01 to 2023-11-10) where own fault is `yes` counts",
        "any entry: −1",
      ],
    });
  });

  test("events: what they do to one another, in the order in which it is done", () => {
    const events = (parts: Data): unknown =>
      rule({ rule: "events", fact: "penalties", start: "full", points: [{ points: -1 }], ...parts });
    expect(
      events({
        at_most_count: 3,
        repeat: "double",
        once_per: ["kind", "month"],
        restore: [
          { when: { field: "own_fault", is: false }, share: 1 },
          { when: { field: "kind", is: "fine" }, share: "0.125" },
          { points: "0.50" },
        ],
      }),
    ).toEqual({
      zh: [
        "从 10 分起，逐条计行政处罚",
        "每条记录：−1 分",
        "扣分的记录，本企业责任为“否”的全部恢复",
        "扣分的记录，种类为“罚款”的恢复 12.5%",
        "扣分的记录，加回 0.5 分",
        "种类、月份相同的几条记录只计分值最大的一条",
        "同一类别按日期从第二条起加倍计",
        "最多计 3 条，取分值最大的",
      ],
      en: [
        "from 10 points, every entry of penalties counts",
        "any entry: −1",
        "of a deduction where own fault is `no`, all of it restored",
        "of a deduction where kind is `a fine`, 12.5% of it restored",
        "of any deduction, 0.5 given back",
        "of entries with the same kind and month only the weightiest counts",
        "from the second entry of a kind on, by date, twice the points count",
        "at most 3 entries count, the weightiest of them",
      ],
    });
    expect(events({ at_most_count: 1 })).toEqual({
      zh: ["从 10 分起，逐条计行政处罚", "每条记录：−1 分", "最多计 1 条，取分值最大的"],
      en: ["from 10 points, every entry of penalties counts", "any entry: −1", "only the weightiest entry counts"],
    });
  });

  test("choice and levels", () => {
    expect(rule({ rule: "choice", fact: "grade", points: { A: 10, B: 1 } })).toEqual({
      zh: ["等级为“甲级”：10 分", "等级为“B”：1 分"],
      en: ["grade `first`: 10 points", "grade `B`: 1 point"],
    });
    expect(rule({ rule: "choice", fact: "grades", points: { A: 10, B: 1 }, pick: "best" })).toEqual({
      zh: ["荣誉为“国家级”：10 分", "荣誉为“市级”：1 分", "有几项的取最高一项"],
      en: ["honours `national`: 10 points", "honours `municipal`: 1 point", "of several the best counts"],
    });
    expect(rule({ rule: "choice", fact: "grades", points: { A: 10, B: 1 }, pick: "sum" })).toEqual({
      zh: ["荣誉为“国家级”：10 分", "荣誉为“市级”：1 分", "有几项的相加"],
      en: ["honours `national`: 10 points", "honours `municipal`: 1 point", "several are added"],
    });
    expect(rule({ rule: "levels", fact: "grades", points: { A: 10, B: 1 }, count: "highest" })).toEqual({
      zh: ["荣誉为“国家级”：10 分", "荣誉为“市级”：1 分", "有几项的取最高一项"],
      en: ["honours `national`: 10 points", "honours `municipal`: 1 point", "of several the best counts"],
    });
    expect(rule({ rule: "levels", fact: "grades", points: { A: 10, B: 1 }, count: "all" })).toEqual({
      zh: ["荣誉为“国家级”：10 分", "荣誉为“市级”：1 分", "有几项的相加"],
      en: ["honours `national`: 10 points", "honours `municipal`: 1 point", "several are added"],
    });
  });

  test("judged", () => {
    expect(rule({ rule: "judged", range: { at_least: 0, at_most: 10 }, step: "0.5" })).toEqual({
      zh: ["由评审人在 0 到 10 分之间评定，每 0.5 分一档"],
      en: ["awarded by an assessor between 0 and 10, in steps of 0.5"],
    });
  });

  test("panel", () => {
    const scale = { range: { at_least: 0, at_most: 10 }, step: "0.5" };
    expect(rule({ rule: "panel", ...scale, trim: 2 })).toEqual({
      zh: ["由几个评审人各在 0 到 10 分之间评定，每 0.5 分一档，至少 5 人", "去掉 2 个最高分和 2 个最低分", "取平均分"],
      en: [
        "awarded by several assessors between 0 and 10, in steps of 0.5, at least 5 of them",
        "without the 2 highest and the 2 lowest",
        "the mean counts",
      ],
    });
    expect(rule({ rule: "panel", ...scale, weights: { 专家: "0.6", 企业: "0.4" } })).toEqual({
      zh: [
        "由几个评审人各在 0 到 10 分之间评定，每 0.5 分一档，至少 2 人",
        "专家的平均分占 0.6",
        "企业的平均分占 0.4",
        "各类的平均分按权重相加",
      ],
      en: [
        "awarded by several assessors between 0 and 10, in steps of 0.5, at least 2 of them",
        "the mean of 专家 counts 0.6",
        "the mean of 企业 counts 0.4",
        "the means of the classes are added by weight",
      ],
    });
  });
});

describe("for who asks about one indicator", () => {
  const details = (score: ReturnType<typeof leafScorer>, factSheet: Data): unknown => {
    const assessment = score(factSheet);
    return [storyAt(assessment, "L", "zh", "L").details, storyAt(assessment, "L", "en", "L").details];
  };
  const flag = leafScorer({ scoring: { rule: "flag", fact: "policy" } }, NAMED);

  test("the papers of the fact, its note, and what is lost", () => {
    expect(details(flag, { facts: { policy: { value: false, evidence: ["doc-3", "doc-4"], note: "抽查" } } })).toEqual([
      ["评分标准：有制度：是得 10 分，否得 0 分", "佐证：有制度：doc-3、doc-4（抽查）", "与满分相比，总分少 10 分"],
      [
        "standard: a policy: yes is worth 10, no 0",
        "evidence: a policy: doc-3, doc-4 (抽查)",
        "full marks would bring 10 points more",
      ],
    ]);
    expect(details(flag, { facts: { policy: true } })).toEqual([
      ["评分标准：有制度：是得 10 分，否得 0 分", "佐证：有制度：没有附佐证"],
      ["standard: a policy: yes is worth 10, no 0", "evidence: a policy: none attached"],
    ]);
  });

  test("of a derived fact the papers of what it was derived from, each once", () => {
    const score = leafScorer(
      {
        scoring: {
          rule: "tiers",
          fact: "share",
          tiers: [
            { at_least: 50, points: 10 },
            { below: 50, points: 0 },
          ],
        },
      },
      {
        ...NAMED,
        share: {
          ...decimal(),
          title: "占比",
          derive: { ratio: { numerator: "hours", denominator: "both", percent: true, if_zero: 0 } },
        },
        both: { ...decimal(), derive: { sum: ["hours", "plain"] } },
      },
    );
    expect(details(score, { facts: { hours: { value: 1, evidence: ["doc-1"] }, plain: 2 } })).toEqual([
      [
        "评分标准",
        "– 占比 ≥ 50：10 分",
        "– 占比 < 50：0 分",
        "佐证",
        "– 服务时长：doc-1",
        "– 次数：没有附佐证",
        "与满分相比，总分少 10 分",
      ],
      [
        "standard",
        "– 占比 ≥ 50: 10 points",
        "– 占比 < 50: 0 points",
        "evidence",
        "– hours: doc-1",
        "– times: none attached",
        "full marks would bring 10 points more",
      ],
    ]);
  });

  test("a judgement has no papers", () => {
    const judged = leafScorer({ scoring: { rule: "judged", range: { at_least: 0, at_most: 10 }, step: 1 } });
    expect(details(judged, { judgements: { L: { points: 10, by: "审核员甲", reason: "仅一份" } } })).toEqual([
      ["理由：仅一份", "评分标准：由评审人在 0 到 10 分之间评定，每 1 分一档"],
      ["reason: 仅一份", "standard: awarded by an assessor between 0 and 10, in steps of 1"],
    ]);
  });

  test("one that does not apply is told its rule all the same", () => {
    const optional = leafScorer({ scoring: { rule: "flag", fact: "policy" }, may_be_not_applicable: true }, NAMED);
    expect(details(optional, { not_applicable: out("L") })).toEqual([
      [
        "评分标准",
        "– 有制度：是得 10 分，否得 0 分",
        "– 可以认定为不适用，须写明认定人和理由",
        "– 不适用的，不计分，也不占分值",
        "佐证：有制度：没有附佐证",
      ],
      [
        "standard",
        "– a policy: yes is worth 10, no 0",
        "– may be found not to apply, by somebody who says why",
        "– where it does not apply, neither its points nor their maximum count",
        "evidence: a policy: none attached",
      ],
    ]);
  });

  test("the whole story leaves all of that out", () => {
    const [root] = explain(flag({ facts: { policy: false } }), { lang: "en" }).components.map((entry) => entry.root!);
    expect(root!.children[0]!.details).toEqual([]);
  });
});
