import { describe, expect, test } from "vitest";
import {
  type Data,
  decimal,
  node,
  out,
  rangeScorer,
  same,
  scheme,
  scorer,
  sheet,
  worth,
} from "../helpers/build/rubric.js";
import { both } from "./telling.js";
import type { Assessment } from "../../src/model/assessment.js";

const verdict = (assessment: Assessment): unknown => both(assessment, (story) => story.verdict);
const reasons = (assessment: Assessment): unknown =>
  both(assessment, (story) => story.reasons.map(({ code, text }) => `${code}: ${text}`));

/** The score may be anything. */
const KEEP = { blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }] };

const OUTCOMES = [
  { id: "barred", title: { zh: "不符合申报条件", en: "barred" }, when: { eligibility: "ineligible" }, clause: "五" },
  { id: "pass", title: { zh: "进入评审", en: "passed" }, when: { score: { at_least: 80 } }, clause: "六（二）" },
  { id: "fail", title: { zh: "不进入评审", en: "not passed" }, otherwise: true },
];
const ELIGIBLE = {
  facts: { registered: { type: "boolean", title: { zh: "依法注册", en: "registered" } } },
  eligibility: [
    {
      id: "E1",
      title: { zh: "注册", en: "registration" },
      clause: "五（一）",
      require: { fact: "registered", is: true },
    },
  ],
};
/** The score is the number `x`. */
const scored = rangeScorer({ at_least: 0, at_most: 100 }, { outcomes: OUTCOMES, ...ELIGIBLE });
const at = (x: unknown, registered: unknown = true): Assessment =>
  scored({ facts: { ...(x !== undefined && { x }), ...(registered !== null && { registered }) } });

describe("a score and its threshold", () => {
  test("reached", () => {
    expect(verdict(at(91))).toEqual({
      zh: ["进入评审（pass），依据 六（二）", "得分 91 分，达到 80 分的门槛，高出 11 分"],
      en: ["passed (pass), under 六（二）", "the score is 91 points, above the threshold of 80 by 11 points"],
    });
    expect(reasons(at(91))).toEqual({
      zh: [
        "outcome-excluded: “不符合申报条件”不成立：唯一的申报条件符合",
        "outcome-holds: “进入评审”成立：得分 91，不低于 80",
        "component-contributes: Sheet：满分 100 分，得 91 分；权重 1，计入总分（满分 100）91 分",
        "points-lost: L L：得 91 / 100 分，总分因此少 9 分",
      ],
      en: [
        'outcome-excluded: "barred" does not hold: the one condition is met',
        'outcome-holds: "passed" holds: the score of 91 is at least 80',
        "component-contributes: Sheet: 91 of 100 points; weighted 1, 91 of the 100 of the score",
        "points-lost: L L: 91 of 100 points, which costs 9 points of the score",
      ],
    });
  });

  test("exactly on it", () => {
    expect(verdict(at(80))).toEqual({
      zh: ["进入评审（pass），依据 六（二）", "得分 80 分，正好在 80 分的门槛上"],
      en: ["passed (pass), under 六（二）", "the score is 80 points, exactly on the threshold of 80"],
    });
  });

  test("below, and by a point", () => {
    expect(verdict(at("78.5"))).toEqual({
      zh: ["不进入评审（fail）", "得分 78.5 分，低于 80 分的门槛，差 1.5 分"],
      en: ["not passed (fail)", "the score is 78.5 points, below the threshold of 80 by 1.5 points"],
    });
    expect(verdict(at(79))).toEqual({
      zh: ["不进入评审（fail）", "得分 79 分，低于 80 分的门槛，差 1 分"],
      en: ["not passed (fail)", "the score is 79 points, below the threshold of 80 by 1 point"],
    });
    expect(reasons(at(79))).toEqual({
      zh: [
        "outcome-excluded: “不符合申报条件”不成立：唯一的申报条件符合",
        "outcome-excluded: “进入评审”不成立：得分 79，不满足“不低于 80”",
        "outcome-holds: “不进入评审”成立：前面的结论都不成立时归入这一种",
        "component-contributes: Sheet：满分 100 分，得 79 分；权重 1，计入总分（满分 100）79 分",
        "points-lost: L L：得 79 / 100 分，总分因此少 21 分",
      ],
      en: [
        'outcome-excluded: "barred" does not hold: the one condition is met',
        'outcome-excluded: "passed" does not hold: the score of 79 is not at least 80',
        'outcome-holds: "not passed" holds: it holds when none before it does',
        "component-contributes: Sheet: 79 of 100 points; weighted 1, 79 of the 100 of the score",
        "points-lost: L L: 79 of 100 points, which costs 21 points of the score",
      ],
    });
  });

  test("just below, and shown as the threshold: the figure is told as far as it takes to see it", () => {
    expect(verdict(at("79.9999"))).toEqual({
      zh: [
        "不进入评审（fail）",
        "得分 79.9999 分，低于 80 分的门槛，差 0.0001 分",
        "显示为 80.00，但准确的得分是 79.99…，比 80 小，没有达到门槛",
      ],
      en: [
        "not passed (fail)",
        "the score is 79.9999 points, below the threshold of 80 by 0.0001 points",
        "it is shown as 80.00, but the exact score is 79.99…, less than 80, and misses the threshold",
      ],
    });
    expect(reasons(at("79.9999"))).toEqual({
      zh: [
        "outcome-excluded: “不符合申报条件”不成立：唯一的申报条件符合",
        "outcome-excluded: “进入评审”不成立：得分 79.9999，不满足“不低于 80”",
        "outcome-holds: “不进入评审”成立：前面的结论都不成立时归入这一种",
        "shown-as-threshold: 与门槛比较的是准确值 79.9999，不是显示的 80.00",
        "component-contributes: Sheet：满分 100 分，得 79.9999 分；权重 1，计入总分（满分 100）79.9999 分",
        "points-lost: L L：得 79.9999 / 100 分，总分因此少 20.0001 分",
      ],
      en: [
        'outcome-excluded: "barred" does not hold: the one condition is met',
        'outcome-excluded: "passed" does not hold: the score of 79.9999 is not at least 80',
        'outcome-holds: "not passed" holds: it holds when none before it does',
        "shown-as-threshold: the threshold is compared with the exact 79.9999, not with the 80.00 that is shown",
        "component-contributes: Sheet: 79.9999 of 100 points; weighted 1, 79.9999 of the 100 of the score",
        "points-lost: L L: 79.9999 of 100 points, which costs 20.0001 points of the score",
      ],
    });
    expect(verdict(at("79.995"))).toEqual({
      zh: [
        "不进入评审（fail）",
        "得分 79.995 分，低于 80 分的门槛，差 0.005 分",
        "显示为 80.00，但准确的得分是 79.99…，比 80 小，没有达到门槛",
      ],
      en: [
        "not passed (fail)",
        "the score is 79.995 points, below the threshold of 80 by 0.005 points",
        "it is shown as 80.00, but the exact score is 79.99…, less than 80, and misses the threshold",
      ],
    });
  });

  test("rounded for display elsewhere: said, and nothing made of it", () => {
    expect(verdict(at("91.085"))).toEqual({
      zh: [
        "进入评审（pass），依据 六（二）",
        "得分 91.085 分，达到 80 分的门槛，高出 11.085 分",
        "显示为 91.09，舍入只用于显示",
      ],
      en: [
        "passed (pass), under 六（二）",
        "the score is 91.085 points, above the threshold of 80 by 11.085 points",
        "it is shown as 91.09, rounded for display only",
      ],
    });
  });

  test("a good score of somebody who may not apply is no promise", () => {
    expect(verdict(at(91, false))).toEqual({
      zh: [
        "不符合申报条件（barred），依据 五",
        "得分 91 分，达到 80 分的门槛，高出 11 分；但不符合申报条件，得分不改变结论",
      ],
      en: [
        "barred, under 五",
        "the score is 91 points, above the threshold of 80 by 11 points; but not every condition is met, and the score does not change the outcome",
      ],
    });
    expect(reasons(at(91, false))).toEqual({
      zh: [
        "outcome-holds: “不符合申报条件”成立：不符合申报条件 E1",
        "condition-failed: 不符合 E1 注册〔五（一）〕：依法注册：否，不符合（须为“是”）",
        "component-contributes: Sheet：满分 100 分，得 91 分；权重 1，计入总分（满分 100）91 分",
        "points-lost: L L：得 91 / 100 分，总分因此少 9 分",
      ],
      en: [
        'outcome-holds: "barred" holds: condition E1 is not met',
        "condition-failed: E1 registration [五（一）] is not met: registered: no, not as required (asked for: yes)",
        "component-contributes: Sheet: 91 of 100 points; weighted 1, 91 of the 100 of the score",
        "points-lost: L L: 91 of 100 points, which costs 9 points of the score",
      ],
    });
    expect(verdict(at(50, false))).toEqual({
      zh: ["不符合申报条件（barred），依据 五", "得分 50 分，低于 80 分的门槛，差 30 分"],
      en: ["barred, under 五", "the score is 50 points, below the threshold of 80 by 30 points"],
    });
  });

  test("a scheme that does not ask for eligibility does not let it bar anybody", () => {
    const open = rangeScorer({ at_least: 0, at_most: 100 }, ELIGIBLE);
    expect(verdict(open({ facts: { x: 91, registered: false } }))).toEqual({
      zh: ["pass", "得分 91 分，达到 80 分的门槛，高出 11 分"],
      en: ["pass", "the score is 91 points, above the threshold of 80 by 11 points"],
    });
  });
});

describe("without a score", () => {
  test("open, and so is the outcome", () => {
    expect(verdict(at(undefined))).toEqual({
      zh: ["未定，可能是：进入评审（pass）、不进入评审（fail）", "得分未定，在 0 到 100 之间，门槛 80 分"],
      en: [
        "open; it may be: passed (pass), not passed (fail)",
        "the score is open, between 0 and 100, the threshold is 80",
      ],
    });
    expect(reasons(at(undefined))).toEqual({
      zh: [
        "outcome-excluded: “不符合申报条件”不成立：唯一的申报条件符合",
        "outcome-open: “进入评审”未定：得分在 0 到 100 之间，是否不低于 80，还不能确定",
        "outcome-open: “不进入评审”未定：前面的结论都不成立时归入这一种，而“进入评审”还没有定",
        "component-open: Sheet：未定，得分在 0 到 100 之间，满分 100 分",
      ],
      en: [
        'outcome-excluded: "barred" does not hold: the one condition is met',
        'outcome-open: "passed" is open: the score, between 0 and 100, is perhaps at least 80, perhaps not',
        'outcome-open: "not passed" is open: it holds when none before it does, and "passed" may yet hold',
        "component-open: Sheet is open, between 0 and 100 of 100 points",
      ],
    });
  });

  test("open, while the outcome is settled", () => {
    expect(verdict(at(undefined, false))).toEqual({
      zh: [
        "不符合申报条件（barred），依据 五",
        "得分未定，在 0 到 100 之间，门槛 80 分",
        "还没有定下来的内容，不论结果如何，结论都不会变",
      ],
      en: [
        "barred, under 五",
        "the score is open, between 0 and 100, the threshold is 80",
        "whatever comes of what is still open, the outcome stays the same",
      ],
    });
  });

  test("known, while the outcome is open", () => {
    expect(verdict(at(91, null))).toEqual({
      zh: ["未定，可能是：不符合申报条件（barred）、进入评审（pass）", "得分 91 分，达到 80 分的门槛，高出 11 分"],
      en: ["open; it may be: barred, passed (pass)", "the score is 91 points, above the threshold of 80 by 11 points"],
    });
    expect(reasons(at(91, null))).toEqual({
      zh: [
        "outcome-open: “不符合申报条件”未定：申报条件 E1 尚不能确定",
        "outcome-open: “进入评审”未定：得分 91，不低于 80，但排在前面的“不符合申报条件”还没有定",
        "condition-unknown: 尚不能确定 E1 注册〔五（一）〕：依法注册：尚未填报，尚不能确定（须为“是”）",
        "component-contributes: Sheet：满分 100 分，得 91 分；权重 1，计入总分（满分 100）91 分",
        "points-lost: L L：得 91 / 100 分，总分因此少 9 分",
      ],
      en: [
        'outcome-open: "barred" is open: condition E1 is still open',
        'outcome-open: "passed" is open: the score of 91 is at least 80, but "barred" comes first and may yet hold',
        "condition-unknown: E1 registration [五（一）] is open: registered: not supplied yet, open (asked for: yes)",
        "component-contributes: Sheet: 91 of 100 points; weighted 1, 91 of the 100 of the score",
        "points-lost: L L: 91 of 100 points, which costs 9 points of the score",
      ],
    });
  });

  test("open with one end, and with none", () => {
    const free = (range: Data): Assessment =>
      scorer(
        sheet({ facts: { x: decimal(range) }, floor: "none", cap: "none", indicators: [node("L", 100, same("x"))] }),
        scheme(KEEP),
      )();
    expect(verdict(free({ at_least: 5 }))).toEqual({
      zh: ["未定，可能是：pass、fail", "得分未定，不低于 5，门槛 80 分"],
      en: ["open; it may be: pass, fail", "the score is open, at least 5, the threshold is 80"],
    });
    expect(verdict(free({ at_most: 95 }))).toEqual({
      zh: ["未定，可能是：pass、fail", "得分未定，不高于 95，门槛 80 分"],
      en: ["open; it may be: pass, fail", "the score is open, at most 95, the threshold is 80"],
    });
    expect(verdict(free({}))).toEqual({
      zh: ["未定，可能是：pass、fail", "得分未定，没有上下限，门槛 80 分"],
      en: ["open; it may be: pass, fail", "the score is open, without bounds, the threshold is 80"],
    });
  });

  test("nothing applies", () => {
    const nothing = scorer(
      sheet({
        renormalise: true,
        indicators: [
          node("L", 100, { may_be_not_applicable: true, scoring: { rule: "flag", fact: { type: "boolean" } } }),
        ],
      }),
      scheme({ outcomes: OUTCOMES }),
    )({ not_applicable: out("L") });
    expect(verdict(nothing)).toEqual({
      zh: ["不进入评审（fail）", "没有任何指标适用，没有得分"],
      en: ["not passed (fail)", "nothing applies, so there is no score"],
    });
    expect(reasons(nothing)).toEqual({
      zh: [
        "outcome-excluded: “不符合申报条件”不成立：没有规定申报条件",
        "outcome-excluded: “进入评审”不成立：没有得分",
        "outcome-holds: “不进入评审”成立：前面的结论都不成立时归入这一种",
        "component-contributes: Sheet：没有适用的指标，不计分",
      ],
      en: [
        'outcome-excluded: "barred" does not hold: there are no conditions',
        'outcome-excluded: "passed" does not hold: there is no score',
        'outcome-holds: "not passed" holds: it holds when none before it does',
        "component-contributes: Sheet: nothing in it applies",
      ],
    });
  });
});

describe("outcomes", () => {
  test("without a title the id stands alone", () => {
    expect(verdict(rangeScorer({ at_least: 0, at_most: 100 })({ facts: { x: 91 } }))).toEqual({
      zh: ["pass", "得分 91 分，达到 80 分的门槛，高出 11 分"],
      en: ["pass", "the score is 91 points, above the threshold of 80 by 11 points"],
    });
  });

  test("a title that is the id is not said twice", () => {
    const outcomes = [{ id: "pass", title: "pass", otherwise: true }];
    expect(verdict(rangeScorer({ at_least: 0, at_most: 100 }, { outcomes })({ facts: { x: 91 } }))).toEqual({
      zh: ["pass", "得分 91 分"],
      en: ["pass", "the score is 91 points"],
    });
  });

  test("no threshold where the goal asks for no score", () => {
    const outcomes = [{ id: "any", otherwise: true }];
    const goal = rangeScorer({ at_least: 0, at_most: 100 }, { outcomes, goal: "any" });
    expect(verdict(goal({ facts: { x: 91 } }))).toEqual({
      zh: ["any", "得分 91 分"],
      en: ["any", "the score is 91 points"],
    });
    expect(verdict(goal())).toEqual({
      zh: ["any", "得分未定，在 0 到 100 之间", "还没有定下来的内容，不论结果如何，结论都不会变"],
      en: [
        "any",
        "the score is open, between 0 and 100",
        "whatever comes of what is still open, the outcome stays the same",
      ],
    });
    expect(reasons(goal({ facts: { x: 91 } }))).toEqual({
      zh: [
        "outcome-holds: “any”成立：前面的结论都不成立时归入这一种",
        "component-contributes: Sheet：满分 100 分，得 91 分；权重 1，计入总分（满分 100）91 分",
        "points-lost: L L：得 91 / 100 分，总分因此少 9 分",
      ],
      en: [
        'outcome-holds: "any" holds: it holds when none before it does',
        "component-contributes: Sheet: 91 of 100 points; weighted 1, 91 of the 100 of the score",
        "points-lost: L L: 91 of 100 points, which costs 9 points of the score",
      ],
    });
  });

  test("by a fact, and by a score in between", () => {
    const outcomes = [
      { id: "again", when: { fact: "holder", is: true } },
      { id: "pass", when: { score: { at_least: 80 } } },
      { id: "near", when: { score: { at_least: 60, below: 80 } } },
      { id: "fail", otherwise: true },
    ];
    const score = rangeScorer(
      { at_least: 0, at_most: 100 },
      { outcomes, facts: { holder: { type: "boolean", title: { zh: "已获称号", en: "holds the title" } } } },
    );
    expect(reasons(score({ facts: { x: 70, holder: false } }))).toEqual({
      zh: [
        "outcome-excluded: “again”不成立：已获称号：否，不符合（须为“是”）",
        "outcome-excluded: “pass”不成立：得分 70，不满足“不低于 80”",
        "outcome-holds: “near”成立：得分 70，不低于 60、低于 80",
        "component-contributes: Sheet：满分 100 分，得 70 分；权重 1，计入总分（满分 100）70 分",
        "points-lost: L L：得 70 / 100 分，总分因此少 30 分",
      ],
      en: [
        'outcome-excluded: "again" does not hold: holds the title: no, not as required (asked for: yes)',
        'outcome-excluded: "pass" does not hold: the score of 70 is not at least 80',
        'outcome-holds: "near" holds: the score of 70 is at least 60 and below 80',
        "component-contributes: Sheet: 70 of 100 points; weighted 1, 70 of the 100 of the score",
        "points-lost: L L: 70 of 100 points, which costs 30 points of the score",
      ],
    });
    expect(reasons(score({ facts: { x: 50 } }))).toEqual({
      zh: [
        "outcome-open: “again”未定：已获称号：尚未填报，尚不能确定（须为“是”）",
        "outcome-excluded: “pass”不成立：得分 50，不满足“不低于 80”",
        "outcome-excluded: “near”不成立：得分 50，不满足“不低于 60、低于 80”",
        "outcome-open: “fail”未定：前面的结论都不成立时归入这一种，而“again”还没有定",
        "component-contributes: Sheet：满分 100 分，得 50 分；权重 1，计入总分（满分 100）50 分",
        "points-lost: L L：得 50 / 100 分，总分因此少 50 分",
      ],
      en: [
        'outcome-open: "again" is open: holds the title: not supplied yet, open (asked for: yes)',
        'outcome-excluded: "pass" does not hold: the score of 50 is not at least 80',
        'outcome-excluded: "near" does not hold: the score of 50 is not at least 60 and below 80',
        'outcome-open: "fail" is open: it holds when none before it does, and "again" may yet hold',
        "component-contributes: Sheet: 50 of 100 points; weighted 1, 50 of the 100 of the score",
        "points-lost: L L: 50 of 100 points, which costs 50 points of the score",
      ],
    });
  });
});

describe("reasons as data", () => {
  const leaves = (...points: readonly number[]): readonly Data[] => points.map((each, i) => worth(`L${i + 1}`, each));
  const facts = (...values: readonly unknown[]): Data =>
    Object.fromEntries(values.map((value, i) => [`L${i + 1}`, value]));
  const data = (assessment: Assessment): unknown => {
    const { zh, en } = both(assessment, (story) =>
      story.reasons.map(({ code, params, points }) => ({ code, params, points })),
    );
    expect(zh).toEqual(en);
    return zh;
  };

  test("at most five losses, the largest first, the document's order among equals, nothing gained", () => {
    const score = scorer(
      sheet({ floor: "none", cap: "none", indicators: leaves(10, 20, 20, 10, 10, 10, 20) }),
      scheme(KEEP),
    );
    expect(data(score({ facts: facts(9, 15, 15, 5, 12, "7.5", 0) }))).toEqual([
      { code: "outcome-excluded", params: { outcome: "pass" }, points: null },
      { code: "outcome-holds", params: { outcome: "fail" }, points: null },
      { code: "component-contributes", params: { component: "base" }, points: "63.5" },
      { code: "points-lost-in-all", params: { count: "6" }, points: "-38.5" },
      { code: "points-lost", params: { indicator: "L7" }, points: "-20" },
      { code: "points-lost", params: { indicator: "L2" }, points: "-5" },
      { code: "points-lost", params: { indicator: "L3" }, points: "-5" },
      { code: "points-lost", params: { indicator: "L4" }, points: "-5" },
      { code: "points-lost", params: { indicator: "L6" }, points: "-2.5" },
    ]);
  });

  test("a component brings its weighted points, and what the scheme adjusts is told with its component", () => {
    const score = scorer(
      sheet({ indicators: [worth("A", 100, { floor: 0, cap: "points" })] }),
      sheet({ id: "sector", points: 50, floor: "none", cap: "none", indicators: [worth("B", 50)] }),
      scheme({
        blend: [
          { id: "base", sheet: "sheet", weight: "0.7" },
          { id: "sector", sheet: "sector", weight: "0.3", outside: "clamp" },
        ],
      }),
    );
    const assessment = score({ facts: { A: 90, B: 60 } });
    expect(data(assessment)).toEqual([
      { code: "outcome-holds", params: { outcome: "pass" }, points: null },
      { code: "component-contributes", params: { component: "base" }, points: "63" },
      { code: "component-contributes", params: { component: "sector" }, points: "36" },
      { code: "adjusted", params: { component: "sector", cause: "cap" }, points: "-6" },
      { code: "points-lost", params: { indicator: "A" }, points: "-7" },
    ]);
    expect(reasons(assessment)).toEqual({
      zh: [
        "outcome-holds: “pass”成立：得分 93，不低于 80",
        "component-contributes: Sheet：满分 100 分，得 90 分；权重 0.7，计入总分（满分 100）63 分",
        "component-contributes: Sheet：满分 50 分，得 60 分；权重 0.3，计入总分（满分 100）36 分",
        "adjusted: sector 超过上限，减到上限：36 → 30（−6）→ 计入总分 -6",
        "points-lost: A A：得 90 / 100 分，总分因此少 7 分",
      ],
      en: [
        'outcome-holds: "pass" holds: the score of 93 is at least 80',
        "component-contributes: Sheet: 90 of 100 points; weighted 0.7, 63 of the 100 of the score",
        "component-contributes: Sheet: 60 of 50 points; weighted 0.3, 36 of the 100 of the score",
        "adjusted: sector lowered to the cap: 36 → 30 (−6) → -6 in the score",
        "points-lost: A A: 90 of 100 points, which costs 7 points of the score",
      ],
    });
    expect(both(assessment, (story) => [story.components.map(({ text }) => text), story.total])).toEqual({
      zh: [
        ["计入总分：90 × 0.7 × 100 ÷ 100 = 63", "计入总分：60 × 0.3 × 100 ÷ 50 = 36"],
        ["sector 超过上限，减到上限：36 → 30（−6）→ 计入总分 -6", "63 + 36 − 6 = 93"],
      ],
      en: [
        ["in the score: 90 × 0.7 × 100 ÷ 100 = 63", "in the score: 60 × 0.3 × 100 ÷ 50 = 36"],
        ["sector lowered to the cap: 36 → 30 (−6) → -6 in the score", "63 + 36 − 6 = 93"],
      ],
    });
  });

  test("an open component, and one that nobody named yet", () => {
    const score = scorer(
      sheet({ indicators: [node("A", 100, { scoring: { rule: "flag", fact: { type: "boolean" } } })] }),
      sheet({
        id: "sector",
        category: "sector",
        indicators: [node("B", 100, { scoring: { rule: "flag", fact: { type: "boolean" } } })],
      }),
      scheme({
        blend: [
          { id: "base", sheet: "sheet", weight: "0.7" },
          { id: "sector", one_of: ["sector"], weight: "0.3" },
        ],
      }),
    );
    expect(data(score())).toEqual([
      { code: "outcome-open", params: { outcome: "pass" }, points: null },
      { code: "outcome-open", params: { outcome: "fail" }, points: null },
      { code: "component-open", params: { component: "base" }, points: null },
      { code: "component-not-named", params: { component: "sector" }, points: null },
    ]);
    expect(reasons(score())).toEqual({
      zh: [
        "outcome-open: “pass”未定：得分在 0 到 100 之间，是否不低于 80，还不能确定",
        "outcome-open: “fail”未定：前面的结论都不成立时归入这一种，而“pass”还没有定",
        "component-open: Sheet：未定，得分在 0 到 100 之间，满分 100 分",
        "component-not-named: sector 还没有选定指标表，权重 0.3",
      ],
      en: [
        'outcome-open: "pass" is open: the score, between 0 and 100, is perhaps at least 80, perhaps not',
        'outcome-open: "fail" is open: it holds when none before it does, and "pass" may yet hold',
        "component-open: Sheet is open, between 0 and 100 of 100 points",
        "component-not-named: sector has no sheet yet, its weight is 0.3",
      ],
    });
    expect(both(score(), (story) => [story.components.map(({ text }) => text), story.total])).toEqual({
      zh: [["权重 0.7，满分计入总分 70 分；计入总分未定", "尚未选定指标表，权重 0.3"], []],
      en: [
        ["weight 0.7, 70 points of the score at best; what it brings is open", "no sheet named yet, weight 0.3"],
        [],
      ],
    });
  });

  test("what components bring and the scheme adjusts is the score", () => {
    const score = rangeScorer({ at_least: 0, at_most: 100 }, { outcomes: OUTCOMES });
    const { reasons: told } = both(score({ facts: { x: "12.5" } }), (story) => story).en;
    expect(told.filter(({ code }) => code === "component-contributes").map(({ points }) => points)).toEqual(["12.5"]);
    expect(told.find(({ code }) => code === "points-lost")!.points).toBe("-87.5");
  });

  test("drafts stand above everything", () => {
    const drafted = scorer(
      sheet({
        status: "drafted",
        title: { zh: "基础指标", en: "base" },
        indicators: [worth("A", 100)],
        floor: 0,
        cap: "points",
      }),
      scheme(),
    );
    expect(both(drafted(), (story) => story.notices)).toEqual({
      zh: ["本次评分依据草拟稿，不是官方发布的文件，得分只能用来试算：基础指标（sheet）"],
      en: ["this score is a trial: it is built on drafts that were never officially published: base (sheet)"],
    });
    expect(both(at(91), (story) => story.notices)).toEqual({ zh: [], en: [] });
  });

  test("not everything is known, and the score is settled all the same", () => {
    const same = { rule: "choice", fact: { type: "choice", options: ["x", "y"] }, points: { x: 40, y: 40 } };
    const score = scorer(
      sheet({
        indicators: [
          node("A", 60, { scoring: { rule: "flag", fact: { type: "boolean" } } }),
          node("B", 40, { scoring: same }),
        ],
      }),
      scheme(),
    );
    expect(both(score({ facts: { A: true } }), ({ verdict }) => verdict[1])).toEqual({
      zh: "还有没填的，但得分不论如何都是 100 分，门槛 80 分",
      en: "not everything is known, and still the score is 100 points in any case, the threshold is 80",
    });
  });

  test("the place of a finding is named as people count, and one that its sentence names is not", () => {
    const fines = {
      type: "events",
      title: "处罚",
      kinds: ["fine"],
      fields: { amount: { type: "decimal", title: { zh: "金额", en: "amount" } } },
    };
    const score = scorer(
      sheet({
        indicators: [
          node("A", 100, {
            floor: 0,
            scoring: { rule: "events", fact: "fines", start: "full", points: [{ points: -1 }] },
          }),
        ],
        facts: { fines },
      }),
      scheme(),
    );
    const entry = (amount: unknown, date = "2020-01-01"): Data => ({ date, kind: "fine", amount });
    expect(both(score({ facts: { fines: [entry("1"), entry("much")] } }), (story) => story.findings)).toEqual({
      zh: ["处罚（fines）第 2 条的金额：`much` 不是数字"],
      en: ["处罚 (fines), entry 2, amount: `much` is not a number"],
    });
  });

  test("findings are told with their places", () => {
    expect(both(at("many"), (story) => story.findings)).toEqual({
      zh: ["x：`many` 不是数字"],
      en: ["x: `many` is not a number"],
    });
    const dates = scorer(
      sheet({
        indicators: [node("A", 100, { scoring: { rule: "flag", fact: { type: "boolean" } } })],
        facts: { y: decimal() },
      }),
      scheme(),
    );
    expect(both(dates({ facts: { A: "perhaps" } }), (story) => story.findings)).toEqual({
      zh: ["A：这里应填 `true / false`，写的却是 `perhaps`"],
      en: ["A: `perhaps` stands where `true / false` is wanted"],
    });
  });
});

describe("the band of a score", () => {
  const bands = [
    { id: "A", title: { zh: "守信", en: "trusted" }, clause: "九", at_least: 90 },
    { id: "B", title: { zh: "基本守信", en: "mostly trusted" }, at_least: 60, below: 90 },
    { id: "C", below: 60 },
  ];
  const outcomes = [
    { id: "pass", title: { zh: "进入评审", en: "passed" }, when: { band: { at_least: "B" } } },
    { id: "low", title: { zh: "重点监管", en: "watched" }, when: { not: { band: ["A", "B"] } } },
    { id: "fail", title: { zh: "不进入评审", en: "not passed" }, otherwise: true },
  ];
  const anything = rangeScorer({ at_least: 0, at_most: 100 }, { bands, outcomes });
  const story = (assessment: Assessment): unknown =>
    both(assessment, (told) => [
      told.verdict.at(-1),
      ...told.reasons.filter(({ code }) => code.startsWith("outcome")).map(({ text }) => text),
    ]);

  test("is told with its clause, and what was asked of it", () => {
    expect(story(anything({ facts: { x: 95 } }))).toEqual({
      zh: ["等级：守信（A），依据 九", "“进入评审”成立：等级是守信（A）"],
      en: ["the band is trusted (A), under 九", '"passed" holds: the band is trusted (A)'],
    });
    expect(story(anything({ facts: { x: 50 } }))).toEqual({
      zh: ["等级：C", "“进入评审”不成立：等级是C，须是守信（A）或基本守信（B）", "“重点监管”成立：等级是C"],
      en: [
        "the band is C",
        '"passed" does not hold: the band is C, asked for: trusted (A) or mostly trusted (B)',
        '"watched" holds: the band is C',
      ],
    });
  });

  test("while it is open: those that are possible", () => {
    expect(story(rangeScorer({ at_least: 55, at_most: 65 }, { bands, outcomes })())).toEqual({
      zh: [
        "等级未定，可能是：基本守信（B）、C",
        "“进入评审”未定：等级可能是基本守信（B）、C，是不是守信（A）或基本守信（B）还不能确定",
        "“重点监管”未定：等级可能是基本守信（B）、C，是不是守信（A）或基本守信（B）还不能确定",
        "“不进入评审”未定：前面的结论都不成立时归入这一种，而“进入评审”“重点监管”还没有定",
      ],
      en: [
        "the band is open; it may be: mostly trusted (B), C",
        '"passed" is open: the band may be mostly trusted (B), C; whether it is trusted (A) or mostly trusted (B) is open',
        '"watched" is open: the band may be mostly trusted (B), C; whether it is trusted (A) or mostly trusted (B) is open',
        '"not passed" is open: it holds when none before it does, and "passed", "watched" may yet hold',
      ],
    });
  });
});
