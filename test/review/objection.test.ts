/** Objections: what made the points of one indicator, and what would change the outcome. */
import { describe, expect, test } from "vitest";
import {
  type Objection,
  type ObjectionOptions,
  type ScoreRecord,
  answerObjection,
  compileScheme,
  parseFactSheet,
  parseRubric,
  recordOf,
} from "../../src/index.js";
import { loadFactSheet, loadRubrics } from "../../src/node.js";
import { renderObjection, renderObjectionJson } from "../../src/render/objection.js";
import { nodesOf } from "../../src/explain/reasons.js";
import { equal, mul, spelled, total } from "../helpers/oracle/rational.js";
import { randomRecord } from "../helpers/random/record.js";

const SHEET = `kind: sheet
id: shop
version: "1"
title: 商店指标
points: 100
renormalise: none
facts:
  size: { type: choice, options: [small, large] }
  fines:
    type: events
    title: 处罚
    evidence: required
    owner: 监管部门
    kinds: { fine: 罚款, warning: 警告 }
    fields:
      case_no: { type: text }
      repaired: { type: boolean, title: 已修复 }
  campaigns: { type: integer, range: { at_least: 0, at_most: 50 } }
  trained: { type: integer, range: { at_least: 0 } }
  staff: { type: integer, range: { at_least: 1 } }
  rate: { type: decimal, title: 培训率, unit: "%", range: { at_least: 0, at_most: 100 }, derive: { ratio: { numerator: trained, denominator: staff, percent: true } } }
  held: { type: choices, options: [city, district] }
  opened: { type: date }
  years: { type: integer, range: { at_least: 0 }, derive: { full_years_since: opened } }
indicators:
  - id: A
    title: 守法
    points: 40
    floor: 0
    effects: [ { when: { indicator: A1, points: { at_most: 0 } }, then: zero, clause: 三（二） } ]
    indicators:
      - id: A1
        title: 处罚记录
        points: 20
        clause: 五
        floor: 0
        scoring:
          rule: events
          fact: fines
          start: full
          within: { last: { years: 3 }, first_day: counts }
          where: { field: repaired, is: false }
          once_per: [case_no]
          at_most_count: 2
          points: [ { kind: fine, points: -8 } ]
      - { id: A2, title: 年限, points: 20, scoring: { rule: tiers, fact: years, tiers: [ { at_least: 5, points: 20 }, { below: 5, points: 10 } ] } }
  - id: B
    title: 活动
    points: 60
    round: { places: 0, mode: half-up }
    indicators:
      - id: B1
        title: 活动次数
        points: 20
        cap: points
        round: { places: 1, mode: half-up }
        coefficient: { fact: size, values: { small: 1.15, large: 1 } }
        scoring: { rule: steps, fact: campaigns, start: 0, per: 1, points: 2.35, partial: floor }
      - { id: B2, title: 培训, points: 20, scoring: { rule: tiers, fact: rate, tiers: [ { at_least: 80, points: 20 }, { below: 80, points: 5 } ] } }
      - { id: B3, title: 荣誉, points: 10, scoring: { rule: levels, fact: held, points: { city: 10, district: 4 }, count: highest } }
      - { id: B4, title: 评审, points: 10, may_be_not_applicable: true, scoring: { rule: judged, range: { at_least: 0, at_most: 10 }, step: 0.5 } }
`;

const SCHEME = `kind: scheme
id: shops
version: "1"
title: 诚信商店
points: 100
blend: [ { id: main, sheet: shop, weight: 1 } ]
roles: [self, audited]
later_may_raise: true
bands:
  - { id: A, at_least: 90 }
  - { id: B, at_least: 60, below: 90 }
  - { id: C, below: 60 }
goal: passed
outcomes:
  - { id: passed, when: { score: { at_least: 80 } } }
  - { id: failed, otherwise: true }
`;

const FACTS = `kind: facts
scheme: shops
as_of: 2024-05-20
role: audited
subject: { name: 街角书店 }
facts:
  size: small
  fines:
    value:
      - { date: 2021-05-20, kind: fine, case_no: "1", repaired: false }
      - { date: 2021-05-19, kind: fine, case_no: "2", repaired: false }
      - { date: 2023-01-01, kind: fine, case_no: "3", repaired: true }
      - { date: 2023-02-01, kind: warning, case_no: "4", repaired: false }
      - { date: 2023-03-01, kind: fine, case_no: "1", repaired: false }
    evidence: [公共信用信息报告]
    note: 平台查询
  campaigns: 5
  trained: 79
  staff: 100
  held: [district]
  opened: 2019-05-21
judgements:
  B4: { points: 6, by: 审核员甲, reason: 材料一份 }
`;

const record = (facts = FACTS, sheet = SHEET, scheme = SCHEME): ScoreRecord =>
  JSON.parse(
    JSON.stringify(recordOf(compileScheme([parseRubric(sheet), parseRubric(scheme)], "shops"), parseFactSheet(facts))),
  ) as ScoreRecord;

function answered(of: unknown, indicator: string, options: ObjectionOptions = { lang: "en" }): Objection {
  const answer = answerObjection(of, indicator, options);
  if (!answer.success) throw new Error(JSON.stringify(answer));
  return answer.objection;
}

const deciding = ({ outcome }: Objection): unknown =>
  outcome.facts.map(({ change, score, outcome: then, band }) => [change, score.exact, then, band]);

describe("the shipped example just below 80", () => {
  const of = async (lang: "zh" | "en") => {
    const scheme = compileScheme(await loadRubrics("rubrics"), "gongzhu-2023");
    const below = recordOf(scheme, await loadFactSheet("rubrics/examples/just-below-80.facts.yaml"));
    return answered(below, "C3.1", { lang });
  };

  test("objects to the rate of fulfilled contracts, and is told how little was lacking", async () => {
    const { standing, indicator, facts, steps, way, roles, outcome } = await of("zh");
    expect([standing.score.exact, standing.margin, standing.outcome]).toEqual([
      "55997/700",
      "-3/700",
      "not-shortlisted",
    ]);
    // (95.98 − 90) ÷ (100 − 90) × 3 = 1.794; × 0.7 × 100 ÷ 98 = 1.794 × 5/7.
    expect([indicator.awarded, indicator.factor, indicator.contribution]).toEqual(["1.794", "5/7", "897/700"]);
    expect(indicator.clause).toBe("《“百业万企”共铸诚信文明北京活动方案》四（四）“履约守信”");
    expect(facts).toMatchObject([
      { fact: "contract_fulfilment", value: "95.98", state: "given", evidence: ["合同台账"], owner: "企业" },
    ]);
    expect(steps.map(({ kind, by, contribution }) => [kind, by, contribution])).toEqual([["rule", "1.794", "897/700"]]);
    expect(way.map(({ id, awarded, contribution }) => [id, awarded, contribution])).toEqual([
      ["base/C3", "4.794", "2397/700"],
      ["base/C", "27.794", "13897/700"],
      ["base", "39647/490", "39647/700"],
      ["score", "55997/700", "55997/700"],
    ]);
    expect(roles).toBeNull();
    // Full marks: 55997/700 + 1.206 × 5/7 = 566/7. The least: 3/700 ÷ 5/7 = 0.006 more points, which 0.02 % bring.
    expect(outcome.full).toMatchObject({ awarded: "3", score: { exact: "566/7" }, margin: "6/7", differs: true });
    expect(outcome.points).toMatchObject([
      { change: { to: "1.8", past: null }, score: { exact: "80" }, points: "3/700", outcome: "expert-review" },
    ]);
    expect(outcome.facts).toMatchObject([
      {
        change: { kind: "fact", fact: "contract_fulfilment", from: "95.98", to: "96", step: "0.01" },
        awarded: "1.8",
        score: { exact: "80" },
        outcome: "expert-review",
      },
    ]);
    expect(outcome.complete).toBe(true);
  });

  test("in a letter: figures first, the way to change it last", async () => {
    const lines = renderObjection(await of("zh")).split("\n");
    expect(lines[0]).toBe("关于“合同履约率”（base/C3.1）的答复");
    expect(lines[8]).toBe("  本项得 1.794 分，满分 3 分，计入总分 897/700；总分 55997/700 分。");
    expect(lines.slice(lines.indexOf("什么会改变结论"))).toEqual([
      "什么会改变结论",
      "  得满分，结论会改变。这一项得 3 分：总分 566/7 分（约 80.8571）（+603/700），可进入专家评审程序（expert-review）",
      "  改变结论的最小分数变化：这一项得 1.8 分：总分 80 分（+3/700），可进入专家评审程序（expert-review）",
      "  只改动一项填报，能改变结论的有：",
      "    近一年到期合同履约率：95.98 % → 96 %（每步 0.01，少一步就不变）：本项 1.8 分，总分 80 分（+3/700），可进入专家评审程序（expert-review）",
      "  以上共试 18 次，每次只改一处，其余照旧，由计分程序重新计算。",
      "",
    ]);
    expect(renderObjection(await of("en"))).toContain(
      "    近一年到期合同履约率: 95.98 % → 96 % (in steps of 0.01; one step less changes nothing): 1.8 points here, a score of 80 points (+3/700), may enter expert review (expert-review)\n",
    );
  });
});

describe("entries of a list", () => {
  test("each counts, or says why not, with the days of the period", () => {
    const { entries, indicator } = answered(record(), "A1");
    // 20 − 8: two fines of one matter count once; the other is a day too old.
    expect(indicator.awarded).toBe("12");
    expect(entries.map(({ index, excluded, points }) => [index, excluded, points])).toEqual([
      [0, null, "-8"],
      [1, "window", "0"],
      [2, "where", "0"],
      [3, "no-line", "0"],
      [4, "same-matter", "0"],
    ]);
    expect(entries[1]!.window).toEqual({ first: "2021-05-20", last: "2024-05-20" });
    expect(indicator.details[1]).toBe(
      "2021-05-19 罚款 (case_no: 2; 已修复: no): not in the last 3 years (2021-05-20 to 2024-05-20), does not count",
    );
  });

  test("more than may count say so; those of a derived count are told with it", () => {
    const more = FACTS.replace(
      "    evidence: [公",
      `      - { date: 2024-01-01, kind: fine, case_no: "6", repaired: false }
      - { date: 2024-01-02, kind: fine, case_no: "7", repaired: false }
    evidence: [公`,
    );
    const { entries, indicator } = answered(record(more), "A1");
    expect(indicator.awarded).toBe("4"); // 20 − 8 − 8
    expect(entries.map(({ excluded }) => excluded).slice(4)).toEqual(["same-matter", null, "too-many"]);
    const counted = SHEET.replace(
      "  opened: { type: date }",
      "  opened: { type: date }\n  fine_count: { type: integer, range: { at_least: 0 }, derive: { count: { fact: fines, within: { last: { years: 1 }, first_day: out } } } }",
    ).replace("rule: steps, fact: campaigns", "rule: steps, fact: fine_count");
    const of = answered(record(more, counted), "B1");
    expect(of.entries.map(({ by, excluded }) => [by, excluded])).toEqual([
      ...Array.from({ length: 5 }, () => ["fine_count", "window"]),
      ["fine_count", null],
      ["fine_count", null],
    ]);
    expect(of.facts.map(({ fact, from }) => [fact, from])).toEqual([
      ["fine_count", ["fines"]],
      ["fines", []],
      ["size", []],
    ]);
  });
});

describe("steps to the points", () => {
  test("what coefficient, cap and rounding give or take adds up", () => {
    const few = answered(record(), "B1");
    // 5 × 2.35 = 11.75; × 1.15 = 13.5125; to one place 13.5.
    expect(few.steps.map(({ kind, by, out }) => [kind, by, out])).toEqual([
      ["rule", "11.75", "11.75"],
      ["coefficient", "1.7625", "13.5125"],
      ["rounding", "-0.0125", "13.5"],
    ]);
    const many = answered(record(FACTS.replace("campaigns: 5", "campaigns: 9")), "B1");
    // 9 × 2.35 = 21.15; × 1.15 = 24.3225; capped at 20.
    expect(many.steps.map(({ kind, by, contribution }) => [kind, by, contribution])).toEqual([
      ["rule", "21.15", "21.15"],
      ["coefficient", "3.1725", "3.1725"],
      ["cap", "-4.3225", "-4.3225"],
    ]);
    expect(many.steps[2]!.text).toBe("lowered to the cap: 24.3225 → 20 (−4.3225), −4.3225 in the score");
  });

  test("what the groups above did stands on the way, with what it is worth", () => {
    // 13.5 + 5 + 4 + 6 = 28.5, rounded to 29.
    const { way } = answered(record(), "B1");
    expect(way.map(({ id, contribution, adjustments }) => [id, contribution, adjustments.map(({ by }) => by)])).toEqual(
      [
        ["main/B", "29", ["0.5"]],
        ["main", "51", []], // 22 + 29
        ["score", "51", []],
      ],
    );
    // Two fines at 10 leave nothing of A1, and the effect of A then takes the 10 of A2 as well.
    const struck = record(FACTS.replace("2021-05-19", "2022-01-01"), SHEET.replace("points: -8", "points: -10"));
    const [group] = answered(struck, "A2").way;
    expect(group!.adjustments).toMatchObject([{ cause: "effect", by: "-10", contribution: "-10" }]);
    expect(group!.adjustments[0]!.text).toContain("三（二）");
  });
});

describe("what would change the outcome", () => {
  // 12 + 10 + 29 = 51: failed, band C.
  test("numbers: the nearest that decides, found through a derived fact and never beyond what it can be", () => {
    const of = answered(record(), "B2");
    expect(of.standing.score.exact).toBe("51");
    // 80 of 100, or 79 of 98: 22 + round(13.5 + 20 + 4 + 6) = 66, band B.
    expect(deciding(of)).toEqual([
      [{ kind: "fact", fact: "trained", from: "79", to: "80", step: "1" }, "66", "failed", "B"],
      [{ kind: "fact", fact: "staff", from: "100", to: "98", step: "1" }, "66", "failed", "B"],
    ]);
    expect(of.outcome.full).toMatchObject({ score: { exact: "66" }, differs: true });
    // 22 + round(13.5 + p + 4 + 6) is 60 from 37.5 on: p = 14, since rounding lifts the half.
    expect(of.outcome.points).toMatchObject([{ change: { to: "14", past: null }, score: { exact: "60" }, band: "B" }]);
  });

  test("days, options and judgements", () => {
    // A day earlier makes five years: 51 + 10.
    expect(deciding(answered(record(), "A2"))).toEqual([
      [{ kind: "fact", fact: "opened", from: "2019-05-21", to: "2019-05-20", step: "1" }, "61", "failed", "B"],
    ]);
    // 13.5 + 5 + 10 + 6 = 34.5: 22 + 35 = 57 stays band C.
    const held = answered(record(), "B3");
    expect([deciding(held), held.outcome.full!.differs, held.outcome.points]).toEqual([[], false, []]);
    const near = FACTS.replace("2019-05-21", "2019-05-20").replace("B4: { points: 6", "B4: { points: 2");
    // 32 + round(13.5 + 5 + 4 + 2 = 24.5) = 57; another 2.5 points make 27 and 59, 3 make 27.5 and 60.
    expect(deciding(answered(record(near), "B4"))).toEqual([
      [{ kind: "judgement", index: null, from: "2", to: "5", step: "0.5" }, "60", "failed", "B"],
    ]);
  });

  test("entries left out, put inside the period, or with another word", () => {
    const late = FACTS.replace("2019-05-21", "2019-05-20").replace("B4: { points: 6", "B4: { points: 0");
    // 12 + 20 + round(22.5) = 55; without the fines of matter 1: 20 + 20 + 23 = 63.
    const of = answered(record(late), "A1");
    expect(of.standing.score.exact).toBe("55");
    expect(deciding(of)).toEqual([]);
    const one = late.replace(
      '{ date: 2023-03-01, kind: fine, case_no: "1"',
      '{ date: 2023-03-01, kind: warning, case_no: "1"',
    );
    expect(deciding(answered(record(one), "A1"))).toEqual([
      [{ kind: "entries", fact: "fines", entries: [0], becomes: "left-out", times: 0 }, "63", "failed", "B"],
      [{ kind: "entry", fact: "fines", entry: 0, field: "kind", from: "fine", to: "warning" }, "63", "failed", "B"],
      [{ kind: "entry", fact: "fines", entry: 0, field: "repaired", from: false, to: true }, "63", "failed", "B"],
    ]);
  });

  test("on the threshold anything less decides, and there is no least", async () => {
    const scheme = compileScheme(await loadRubrics("rubrics"), "gongzhu-2023");
    const exactly = recordOf(scheme, await loadFactSheet("rubrics/examples/exactly-80.facts.yaml"));
    const { outcome } = answered(exactly, "A2.1");
    // 2 points would be 80 + 0.5 × 5/7; 1.49 are 80 − 0.01 × 5/7.
    expect(outcome.full).toMatchObject({ score: { exact: "1125/14" }, differs: false });
    expect(outcome.points).toMatchObject([
      { change: { from: "1.5", to: "1.49", past: "1.5" }, score: { exact: "11199/140" }, outcome: "not-shortlisted" },
    ]);
    expect(outcome.points[0]!.text).toMatch(/^below 1\.5 points here, such as 1\.49: a score of 11199\/140/);
    // A record of the legal representative, or a ban, takes more.
    expect(outcome.facts.map(({ change }) => change)).toEqual([
      {
        kind: "entry",
        fact: "executive_records",
        entry: 0,
        field: "position",
        from: "executive",
        to: "legal_representative",
      },
      { kind: "entry", fact: "executive_records", entry: 0, field: "kind", from: "sanction", to: "market_ban" },
    ]);
  });

  test("where an effect bends the way, in hundredths of a point", () => {
    const harsh = SHEET.replace("start: full", "start: 0")
      .replace("points: -8", "points: 0")
      .replace("    floor: 0\n    effects", "    effects");
    // A1 is 0, so A is worth nothing: anything above 0 brings back the 10 points of A2 as well.
    const sure = record(FACTS.replace("trained: 79", "trained: 80"), harsh.replace("        floor: 0\n", ""));
    const of = answered(sure, "A1");
    expect(of.standing.score.exact).toBe("44");
    // 44 + 10 + p is 60 from p = 6 on.
    expect(of.outcome.points).toMatchObject([{ change: { to: "6", past: null }, score: { exact: "60" }, band: "B" }]);
  });

  test("an indicator that may not apply", () => {
    const without = answered(
      record(
        FACTS,
        SHEET.replace("renormalise: none", "renormalise: true").replace(
          "    round: { places: 0, mode: half-up }\n",
          "",
        ),
      ),
      "B4",
    );
    // 12 + 10 + 13.5 + 5 + 4 = 44.5 of 90 are 445/9, 50.5 with the 6 points: no band is reached.
    expect(deciding(without)).toEqual([]);
    const declared = FACTS.replace(
      "judgements:\n  B4: { points: 6, by: 审核员甲, reason: 材料一份 }\n",
      "not_applicable: { B4: { by: 审核员甲, reason: 无 } }\n",
    );
    const out = answered(record(declared), "B4");
    expect([out.indicator.status, out.outcome.full, out.outcome.points, out.steps]).toEqual([
      "not-applicable",
      null,
      [],
      [],
    ]);
  });
});

describe("one project of several", () => {
  const sheet = `kind: sheet
id: shop
version: "1"
title: 工程指标
points: 100
renormalise: none
instances: { projects: { title: 在建项目 } }
facts:
  checked: { type: decimal, title: 检查得分, each: projects, range: { at_least: 0, at_most: 100 } }
indicators:
  - id: Q
    title: 现场
    points: 100
    each: projects
    combine: mean
    indicators:
      - { id: Q1, title: 检查, points: 60, scoring: { rule: linear, fact: checked, knots: [ { at: 0, points: 0 }, { at: 100, points: 60 } ], beyond: clip } }
      - { id: Q2, title: 评审, points: 40, scoring: { rule: judged, range: { at_least: 0, at_most: 40 }, step: 1 } }
`;
  const project = (id: string, checked: number, points: number) =>
    `{ id: ${id}, facts: { checked: ${checked} }, judgements: { Q2: { points: ${points}, by: 甲, reason: 现场 } } }`;
  const facts = `kind: facts
scheme: shops
as_of: 2024-05-20
instances: { projects: [ ${project("p1", 50, 30)}, ${project("p2", 80, 36)} ] }
`;

  test("is the only one in which anything is changed", () => {
    // (30 + 30 + 48 + 36) ÷ 2 = 72.
    const of = answered(record(facts, sheet), "Q1[p1]");
    expect([of.standing.score.exact, of.indicator.contribution]).toEqual(["72", "15"]);
    // Full marks in p1: (60 + 30 + 84) ÷ 2 = 87; 46 there make (46 + 30 + 84) ÷ 2 = 80, which 76 2/3 bring.
    expect(of.outcome.full).toMatchObject({ awarded: "60", score: { exact: "87" } });
    expect(of.outcome.points[0]).toMatchObject({ change: { to: "46" }, score: { exact: "80" } });
    expect(of.outcome.facts[0]).toMatchObject({
      change: { fact: "checked", from: "50", to: "76.67", step: "0.01" },
      score: { exact: "80.001" },
      outcome: "passed",
    });
    // Down to band C: below 60 from anything below 6 points on.
    expect(of.outcome.points[1]).toMatchObject({ change: { to: "5.99", past: "6" }, band: "C" });
    const judged = answered(record(facts, sheet), "main/Q2[p2]");
    expect(judged.outcome.full).toMatchObject({ awarded: "40", score: { exact: "74" }, differs: false });
    expect(judged.outcome.facts).toMatchObject([{ change: { kind: "judgement", from: "36", to: "11" }, band: "C" }]);
  });

  test("may read what only the enterprise knows, and there that is changed", () => {
    const shared = sheet
      .replace("facts:\n", "facts:\n  crew: { type: integer, range: { at_least: 0, at_most: 200 } }\n")
      .replace("rule: linear, fact: checked", "rule: linear, fact: crew");
    // (30 + 30 + 30 + 36) ÷ 2 = 63, and 0.6 for each of the crew, in both projects: 80.4 with 79, 59.4 with 44.
    const of = answered(record(`${facts}facts: { crew: 50 }\n`, shared), "Q1[p1]");
    expect(of.standing.score.exact).toBe("63");
    expect(of.outcome.facts.map(({ change, score }) => [change, score.exact])).toEqual([
      [{ kind: "fact", fact: "crew", from: "50", to: "44", step: "1" }, "59.4"],
      [{ kind: "fact", fact: "crew", from: "50", to: "79", step: "1" }, "80.4"],
    ]);
  });

  test("is named with the indicator", () => {
    expect(answerObjection(record(facts, sheet), "Q1")).toEqual({
      success: false,
      reason: "indicator",
      nearest: ["main/Q1[p1]", "main/Q1[p2]"],
    });
  });
});

describe("roles", () => {
  const SELF = FACTS.replace("role: audited", "role: self").replace(
    "B4: { points: 6, by: 审核员甲, reason: 材料一份 }",
    "B4: { points: 9, by: 企业, reason: 材料齐全 }",
  );

  test("what each gave, and why they part", () => {
    const { roles, standing } = answered(record(), "B4", { lang: "zh", others: [record(SELF)] });
    expect(standing.score.exact).toBe("51");
    expect(roles!.given.map(({ role, awarded }) => [role, awarded?.exact])).toEqual([
      ["self", "9"],
      ["audited", "6"],
    ]);
    expect(roles!.differences).toMatchObject([
      { from: "self", to: "audited", by: "-3", reasons: [{ before: { by: "企业" }, after: { reason: "材料一份" } }] },
    ]);
    const text = renderObjection(answered(record(), "B4", { lang: "zh", others: [record(SELF)] }));
    expect(text).toContain(
      "各角色的给分\n  自评 9.00，审核 6.00\n  自评 9.00 → 审核 6.00（−3）\n    9（企业，材料齐全） → 6（审核员甲，材料一份）\n",
    );
  });

  test("of another day, of the same role, or by another rubric are not compared", () => {
    const no = { success: false, reason: "roles" };
    const against = (other: ScoreRecord) => answerObjection(record(), "B4", { others: [other] });
    expect(against(record(SELF.replace("as_of: 2024-05-20", "as_of: 2024-05-21")))).toEqual(no);
    expect(against(record())).toEqual(no);
    expect(against(record(SELF, SHEET.replace("points: -8", "points: -9")))).toEqual(no);
  });
});

describe("no answer", () => {
  test("where a record does not hold", () => {
    const altered = { ...record(), inputs: { ...record().inputs, closed: true } };
    expect(answerObjection(altered, "A1")).toEqual({ success: false, reason: "verdict", verdicts: ["INPUTS_ALTERED"] });
    expect(answerObjection(record(), "A1", { others: [null] })).toEqual({
      success: false,
      reason: "verdict",
      verdicts: ["MATCH", "UNSUPPORTED"],
    });
  });

  test("where it has no such indicator, or it is a group", () => {
    expect(answerObjection(record(), "A9")).toEqual({
      success: false,
      reason: "indicator",
      nearest: ["A", "A1", "A2"],
    });
    expect(answerObjection(record(), "A")).toEqual({
      success: false,
      reason: "group",
      indicators: ["main/A1", "main/A2"],
    });
    expect(answerObjection(record(), "main")).toMatchObject({ reason: "group" });
  });

  test("to a program that asks wrongly", () => {
    expect(() => answerObjection(record(), 3 as unknown as string)).toThrow(TypeError);
    expect(() => answerObjection(record(), "A1", { language: "zh" } as ObjectionOptions)).toThrow(/has no `language`/);
    expect(() => answerObjection(record(), "A1", { others: {} as unknown[] })).toThrow(/a list of records/);
  });
});

test("what authors and applicants write cannot steer a terminal", () => {
  const sly = FACTS.replace("note: 平台查询", 'note: "\\e[31m红 \\u202E倒"');
  const text = renderObjection(answered(record(sly), "A1", { lang: "zh" }));
  // oxlint-disable-next-line no-control-regex -- that none is left is the point
  expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
});

describe("random records", () => {
  test(
    "every leaf is answered: steps add up, the way ends at the score, and what is said to decide does",
    { timeout: 240_000 },
    () => {
      const found: string[] = [];
      let met = 0;
      for (let index = 0; met < 10 && index < 30; index += 1) {
        const of = randomRecord(717, index);
        if (!of) continue;
        const leaves = of.assessment.components.flatMap(({ id, root }) =>
          root ? nodesOf(root).flatMap((node) => (node.standard ? [{ name: `${id}/${node.id}`, node }] : [])) : [],
        );
        const leaf = leaves[index % Math.max(1, leaves.length)];
        if (!leaf) continue;
        met += 1;
        const objection = answered(of, leaf.name, { lang: index % 2 === 0 ? "zh" : "en" });
        const { steps, indicator, way, outcome, standing } = objection;
        const place = `${index} ${leaf.name}`;
        if (indicator.awarded !== null) {
          const sum = total(steps.map(({ by }) => spelled(by)));
          if (!equal(sum, spelled(indicator.awarded))) found.push(`${place}: steps`);
          if (indicator.factor !== null && indicator.contribution !== null) {
            const worth = mul(spelled(indicator.awarded), spelled(indicator.factor));
            if (!equal(worth, spelled(indicator.contribution))) found.push(`${place}: contribution`);
          }
        }
        if (way.at(-1)!.awarded !== standing.score.exact) found.push(`${place}: way`);
        for (const trial of [...outcome.points, ...outcome.facts]) {
          const isOther = trial.outcome !== standing.outcome || trial.band !== standing.band;
          if (!trial.differs || !isOther) found.push(`${place}: ${trial.text}`);
        }
        const shown = renderObjection(objection) + renderObjectionJson(objection);
        if (/undefined|\[object|NaN/.test(shown)) found.push(`${place}: text`);
      }
      expect([found, met]).toEqual([[], 10]);
    },
  );
});
