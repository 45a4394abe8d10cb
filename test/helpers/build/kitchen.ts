/** One rubric with every rule, a fact sheet that fills it, and one that leaves half of it open. */
import { type Data, out, scheme, sheet } from "./rubric.js";

/** Points 20 + 40 + 40: A sums, B divides, C has limits. */
export const base: Data = sheet({
  id: "sheet",
  version: "2023.10",
  status: "drafted",
  title: { zh: "基础指标", en: "Base" },
  floor: 0,
  documents: { notice: { title: "通知", date: "2023-10-18" } },
  source: "notice",
  facts: {
    since: { type: "date", title: "成立日期", evidence: "required" },
    years: { type: "integer", unit: "年", range: { at_least: 0 }, derive: { full_years_since: "since" } },
    staff: { type: "integer", range: { at_least: 0 } },
    trained: { type: "integer", range: { at_least: 0 } },
    rate: {
      type: "decimal",
      derive: { ratio: { numerator: "trained", denominator: "staff", percent: true, if_zero: "missing" } },
    },
    honours: { type: "choices", options: { national: "国家级", city: "市级", 10: "十佳" } },
    fines: {
      type: "events",
      kinds: ["warning", "fine"],
      fields: { amount: { type: "decimal", optional: true }, own: { type: "boolean" } },
    },
    policy: { type: "boolean" },
    ledger: { type: "boolean" },
    has_site: { type: "boolean" },
  },
  indicators: [
    {
      id: "A",
      title: { zh: "综合素质", en: "General" },
      points: 20,
      clause: "五（一）",
      indicators: [
        {
          id: "A1",
          title: "经营年限",
          points: 10,
          scoring: {
            rule: "tiers",
            fact: "years",
            tiers: [
              { at_least: 10, points: 10 },
              { at_least: 3, below: 10, points: "4.50" },
              { below: 3, points: 0 },
            ],
          },
        },
        { id: "A2", title: "年报", points: 4, scoring: { rule: "flag", fact: { type: "boolean" } } },
        {
          id: "A3",
          title: "培训",
          points: 6,
          when_missing: 1,
          cap: "points",
          floor: 0,
          scoring: {
            rule: "linear",
            fact: "rate",
            knots: [
              { at: 60, points: 0 },
              { at: 100, points: 6 },
            ],
            beyond: "clip",
          },
        },
      ],
    },
    {
      id: "B",
      title: "经营管理",
      points: 40,
      renormalise: true,
      indicators: [
        {
          id: "B1",
          title: "制度",
          points: 20,
          cap: "points",
          scoring: { rule: "checklist", mode: "per_item", each: 12, items: ["policy", "ledger"] },
        },
        {
          id: "B2",
          title: "安全生产",
          points: 10,
          may_be_not_applicable: true,
          scoring: { rule: "choice", fact: { type: "choice", options: ["A", "B"] }, points: { B: 4, A: 10 } },
        },
        {
          id: "B3",
          title: "场地",
          points: 10,
          applies_when: { fact: "has_site", is: true },
          scoring: { rule: "judged", range: { at_least: 0, at_most: 10 }, step: "2.5" },
        },
      ],
    },
    {
      id: "C",
      title: "守法与荣誉",
      points: 40,
      floor: 0,
      cap: "points",
      indicators: [
        {
          id: "C1",
          title: "处罚",
          points: 30,
          floor: "none",
          scoring: {
            rule: "events",
            fact: "fines",
            start: "full",
            within: { last: { years: 3 }, first_day: "counts" },
            where: { field: "own", is: true },
            points: [
              { kind: "fine", when: { field: "amount", at_least: 10000 }, points: -25 },
              { kind: "fine", points: -5 },
              { points: -1 },
            ],
          },
        },
        {
          id: "C2",
          title: "荣誉",
          points: 10,
          cap: "none",
          scoring: { rule: "levels", fact: "honours", points: { national: 9, city: 4, 10: 2 }, count: "all" },
        },
      ],
    },
  ],
});

export const sector: Data = sheet({
  id: "sector",
  category: "sector",
  title: "物业管理",
  floor: "none",
  cap: "none",
  indicators: [
    {
      id: "S1",
      title: "满意度",
      points: 100,
      floor: "none",
      cap: "none",
      scoring: { rule: "steps", fact: { type: "decimal" }, start: 0, per: 3, points: 4, partial: "interpolate" },
    },
  ],
});

export const evaluation: Data = scheme({
  title: { zh: "征集评价", en: "Evaluation" },
  facts: { holder: { type: "boolean" }, registered: { type: "boolean" } },
  roles: ["self", "audited"],
  blend: [
    { id: "base", sheet: "sheet", weight: "0.70" },
    { id: "sector", one_of: ["sector"], weight: "0.30", outside: "clamp" },
  ],
  eligibility: [
    {
      id: "E1",
      title: "注册并经营三年",
      clause: "五（一）",
      require: {
        all: [
          { fact: "registered", is: true },
          { fact: "years", at_least: 3, below: 200 },
        ],
      },
    },
    {
      id: "E2",
      title: "有场地者须有台账",
      applies_when: { fact: "has_site", is: true },
      require: { fact: "ledger", is: true },
    },
  ],
  preferences: [{ id: "P1", title: "国家级荣誉", when: { fact: "honours", in: ["national"] } }],
  materials: [{ id: "M4", title: "征信报告", required: true }],
  goal: "review",
  outcomes: [
    { id: "re-examination", when: { fact: "holder", is: true }, clause: "七（二）" },
    { id: "ineligible", when: { eligibility: "ineligible" } },
    { id: "review", when: { score: { at_least: "80.0" } }, clause: "六（二）" },
    { id: "not-shortlisted", otherwise: true },
  ],
});

export const rubrics: readonly Data[] = [base, sector, evaluation];

/**
 * base: A 10 + 4 + 4.5 = 18.5 (90 % of 60 … 100 is 3/4 of 6); B: B1 24 → 20, B2 out, B3 7.5, so 27.5 × 40 ÷ 30 = 110/3;
 * C: 30 − 25 − 1 = 4, and 9 + 4 + 2 = 15, so 19. Together 18.5 + 110/3 + 19 = 445/6; × 0.7 = 623/12.
 * sector: 90 ÷ 3 × 4 = 120, × 0.3 = 36, clamped to 30. Score 623/12 + 30 = 983/12 = 81.91666…
 */
export const filled: Data = {
  role: "self",
  subject: { id: "91110105100E001001", name: "示例公司" },
  sheets: { sector: "sector" },
  facts: {
    since: { value: "2012-04-01", evidence: ["doc-1"] },
    staff: 20,
    trained: 18,
    A2: true,
    policy: true,
    ledger: true,
    has_site: true,
    honours: ["city", "national", "10"],
    fines: [
      { date: "2023-05-01", kind: "fine", amount: "20000", own: true },
      { date: "2023-06-01", kind: "warning", own: true },
      { date: "2023-06-02", kind: "warning", own: false },
      { date: "2019-06-01", kind: "fine", own: true },
    ],
    S1: 90,
    holder: false,
    registered: true,
  },
  judgements: { B3: { points: "7.50", by: "审核员甲", as: "协会审核", reason: "现场查看" } },
  not_applicable: out("B2"),
  materials: { M4: ["doc-7"] },
};

export const half: Data = { facts: { since: "2012-04-01", policy: true, S1: "x", trained: "12.5", nobody: 1 } };
