/** An example of every code of the stage `score`. */
import type { ScoreCode } from "../../model/codes.js";
import type { Example, Parts } from "./example.js";

/** What several examples are about. */
const since: Parts = {
  facts: `since: { type: date, title: 成立日期 }
years: { type: integer, title: 持续经营年限, unit: 年, range: { at_least: 0 }, derive: { full_years_since: since } }`,
  leaf: "scoring: { rule: tiers, fact: years, tiers: [{ at_least: 3, points: 2 }, { below: 3, points: 0 }] }",
};
const rate: Parts = {
  facts: 'rate: { type: decimal, title: 合同履约率, unit: "%", range: { at_least: 0, at_most: 100 } }',
  leaf: "scoring: { rule: tiers, fact: rate, tiers: [{ at_least: 95, points: 2 }, { below: 95, points: 0 }] }",
};
const penalties: Parts = {
  facts: `penalties:
  type: events
  title: 行政处罚
  fields: { fine: { type: decimal, unit: 元, optional: true } }`,
  leaf: "floor: 0\nscoring: { rule: events, fact: penalties, start: full, points: [{ points: -1 }] }",
};
const judged: Parts = {
  leaf: "scoring: { rule: judged, range: { at_least: 0, at_most: 2 }, step: 0.5 }",
};

const panel: Parts = {
  leaf: "scoring: { rule: panel, range: { at_least: 0, at_most: 2 }, step: 0.5, assessors: { at_least: 2 } }",
};
const weighted: Parts = {
  leaf: `scoring:
  rule: panel
  range: { at_least: 0, at_most: 2 }
  step: 0.5
  weights: { 专职安全人员: 0.6, 其他: 0.4 }`,
};
const perProject: Parts = {
  sheet: "renormalise: true\ninstances: { projects: { title: 在建项目 } }",
  facts: "safe: { type: boolean, title: 无安全事故, each: projects }\nkept: { type: boolean, title: 合同全部履行 }",
  indicators: `- id: B
  title: 项目管理
  points: 1
  each: projects
  combine: mean
  indicators:
    - { id: B1, title: 安全生产, points: 1, scoring: { rule: flag, fact: safe } }
- { id: C, title: 合同履约, points: 1, scoring: { rule: flag, fact: kept } }`,
};

export const scoreExamples: Readonly<Record<ScoreCode, Example>> = {
  "scheme-differs": {
    given: { scheme: "id: gongzhu-2024", value: 'score(compileScheme(rubrics, "gongzhu-2024"), factSheet)' },
    bad: { factSheet: "scheme: gongzhu-2023" },
    good: { factSheet: "scheme: gongzhu-2024" },
  },
  "component-unknown": { bad: { factSheet: "sheets: { 基础: s }" }, good: { factSheet: "sheets: { base: s }" } },
  "component-not-named": {
    given: {
      sheet: "id: property\ncategory: sector",
      scheme: "blend:\n  - { id: sector, one_of: [sector], weight: 1 }",
    },
    bad: { factSheet: "subject: { name: 试例物业服务有限公司 }" },
    good: { factSheet: "subject: { name: 试例物业服务有限公司 }\nsheets: { sector: property }" },
  },
  "component-sheet-unknown": {
    given: {
      sheet: "id: property\ncategory: sector",
      scheme: "blend:\n  - { id: sector, one_of: [sector], weight: 1 }",
    },
    bad: { factSheet: "sheets: { sector: 物业管理 }" },
    good: { factSheet: "sheets: { sector: property }" },
  },
  "out-of-force": {
    given: { scheme: "effective: { from: 2024-01-01, until: 2024-12-31 }" },
    bad: { factSheet: "as_of: 2023-06-30" },
    good: { factSheet: "as_of: 2024-06-30" },
  },
  "role-unknown": {
    given: { scheme: "roles: [企业自评, 协会审核]" },
    bad: { factSheet: "role: 自评" },
    good: { factSheet: "role: 企业自评" },
  },
  "role-undeclared": {
    bad: { factSheet: "role: 企业自评" },
    good: { scheme: "roles: [企业自评, 协会审核]", factSheet: "role: 企业自评" },
  },

  "fact-undeclared": {
    given: {
      facts: "contracts_kept: { type: boolean, title: 合同全部履行 }",
      leaf: "scoring: { rule: flag, fact: contracts_kept }",
    },
    bad: { factSheet: "facts:\n  contract_kept: true" },
    good: { factSheet: "facts:\n  contracts_kept: true" },
  },
  "fact-derived": {
    given: since,
    bad: { factSheet: "facts:\n  years: 5" },
    good: { factSheet: "facts:\n  since: 2019-03-15" },
  },
  "fact-wrong-type": { bad: { factSheet: "facts:\n  ok: 是" }, good: { factSheet: "facts:\n  ok: true" } },
  "fact-not-a-number": {
    given: rate,
    bad: { factSheet: "facts:\n  rate: 96.5%" },
    good: { factSheet: "facts:\n  rate: 96.5" },
  },
  "fact-not-whole": {
    given: {
      facts: "years: { type: integer, title: 持续经营年限（满年）, unit: 年, range: { at_least: 0 } }",
      leaf: "scoring: { rule: tiers, fact: years, tiers: [{ at_least: 3, points: 2 }, { below: 3, points: 0 }] }",
    },
    bad: { factSheet: "facts:\n  years: 3.5" },
    good: { factSheet: "facts:\n  years: 3" },
  },
  "fact-out-of-range": {
    given: rate,
    bad: { factSheet: "facts:\n  rate: 965" },
    good: { factSheet: "facts:\n  rate: 96.5" },
  },
  "fact-not-a-date": {
    given: since,
    bad: { factSheet: "facts:\n  since: 2019年3月15日" },
    good: { factSheet: "facts:\n  since: 2019-03-15" },
  },
  "fact-not-an-option": {
    given: {
      facts: "tax_grade: { type: choice, title: 纳税信用级别, options: [A, B, M] }",
      leaf: "scoring: { rule: choice, fact: tax_grade, points: { A: 2, B: 1, M: 1 } }",
    },
    bad: { factSheet: "facts:\n  tax_grade: A级" },
    good: { factSheet: "facts:\n  tax_grade: A" },
  },
  "fact-credit-code": {
    given: {
      scheme: `facts:
  code: { type: credit-code, title: 统一社会信用代码 }
eligibility:
  - { id: E1, title: 依法登记, require: { not: { fact: code, missing: true } } }`,
    },
    bad: { factSheet: "facts:\n  code: 91110105MAO0000315" },
    good: { factSheet: "facts:\n  code: 91110105MA00000315" },
  },
  "evidence-missing": {
    given: { facts: "ok: { type: boolean, title: 合同全部履行, evidence: required }" },
    bad: { factSheet: "facts:\n  ok: true" },
    good: { factSheet: "facts:\n  ok: { value: true, evidence: [合同台账] }" },
  },

  "record-missing": {
    given: {
      facts: "credit: { type: decimal, title: 公共信用评分, range: { at_least: 0, at_most: 1000 }, record: required }",
      leaf: "scoring: { rule: linear, fact: credit, knots: [{ at: 0, points: 0 }, { at: 1000, points: 2 }], beyond: clip }",
    },
    bad: { factSheet: "facts:\n  credit: 862" },
    good: {
      factSheet: `facts:
  credit:
    value: 862
    record: sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`,
    },
  },
  "event-not-an-entry": {
    given: penalties,
    bad: { factSheet: "facts:\n  penalties:\n    - 2023-05-12" },
    good: { factSheet: "facts:\n  penalties:\n    - { date: 2023-05-12, kind: 市场监管 }" },
  },
  "event-unknown-field": {
    given: penalties,
    bad: { factSheet: "facts:\n  penalties:\n    - { date: 2023-05-12, kind: 市场监管, fines: 5000 }" },
    good: { factSheet: "facts:\n  penalties:\n    - { date: 2023-05-12, kind: 市场监管, fine: 5000 }" },
  },
  "event-field-missing": {
    given: penalties,
    bad: { factSheet: "facts:\n  penalties:\n    - { date: 2023-05-12, fine: 5000 }" },
    good: { factSheet: "facts:\n  penalties:\n    - { date: 2023-05-12, fine: 5000, kind: 市场监管 }" },
  },
  "event-in-future": {
    given: penalties,
    bad: { factSheet: "as_of: 2024-06-30\nfacts:\n  penalties:\n    - { date: 2024-12-05, kind: 市场监管 }" },
    good: { factSheet: "as_of: 2024-06-30\nfacts:\n  penalties:\n    - { date: 2024-05-12, kind: 市场监管 }" },
  },

  "date-after-as-of": {
    given: since,
    bad: { factSheet: "as_of: 2024-06-30\nfacts:\n  since: 2091-03-15" },
    good: { factSheet: "as_of: 2024-06-30\nfacts:\n  since: 2019-03-15" },
  },
  "derived-out-of-range": {
    given: {
      facts: `due: { type: integer, title: 应履行合同数, range: { at_least: 1 } }
kept: { type: integer, title: 已履行合同数, range: { at_least: 0 } }
rate: { type: decimal, range: { at_least: 0, at_most: 1 }, derive: { ratio: { numerator: kept, denominator: due } } }`,
      leaf: "scoring: { rule: linear, fact: rate, knots: [{ at: 0, points: 0 }, { at: 1, points: 2 }], beyond: clip }",
    },
    bad: { factSheet: "facts:\n  due: 100\n  kept: 120" },
    good: { factSheet: "facts:\n  due: 120\n  kept: 100" },
  },
  "derived-too-long": {
    given: {
      leaf: "scoring: { rule: tiers, fact: rate, tiers: [{ at_least: 0.95, points: 2 }, { below: 0.95, points: 0 }] }",
    },
    bad: {
      facts: `rate_1: { type: decimal, derive: { ratio: { numerator: kept_1, denominator: due_1 } } }
# …
rate: { type: decimal, title: 合同履约率, derive: { mean: [rate_1, rate_2, …] } }`,
    },
    good: {
      facts: `kept: { type: decimal, title: 已履行金额 }
due: { type: decimal, title: 应履行金额, range: { above: 0 } }
rate: { type: decimal, title: 合同履约率, derive: { ratio: { numerator: kept, denominator: due } } }`,
    },
    abridged: {
      zh: "40 份合同各算一个履约率再平均，填报的金额都有 40 位数字",
      en: "the mean of the rates of 40 contracts, whose amounts have 40 digits each",
    },
  },

  "judgement-unknown": {
    given: judged,
    bad: { factSheet: "judgements:\n  合同履约: { points: 1.5, by: 协会审核员, reason: 抽查两份合同 }" },
    good: { factSheet: "judgements:\n  A: { points: 1.5, by: 协会审核员, reason: 抽查两份合同 }" },
  },
  "judgement-out-of-range": {
    given: judged,
    bad: { factSheet: "judgements:\n  A: { points: 15, by: 协会审核员, reason: 抽查两份合同 }" },
    good: { factSheet: "judgements:\n  A: { points: 1.5, by: 协会审核员, reason: 抽查两份合同 }" },
  },
  "judgement-off-step": {
    given: judged,
    bad: { factSheet: "judgements:\n  A: { points: 1.4, by: 协会审核员, reason: 抽查两份合同 }" },
    good: { factSheet: "judgements:\n  A: { points: 1.5, by: 协会审核员, reason: 抽查两份合同 }" },
  },
  "judgement-twice": {
    given: judged,
    bad: {
      factSheet: `judgements:
  A: { points: 1.5, by: 企业自评员, reason: 合同全部履行 }
  base/A: { points: 1, by: 协会审核员, reason: 抽查两份合同 }`,
    },
    good: { factSheet: "judgements:\n  base/A: { points: 1, by: 协会审核员, reason: 抽查两份合同 }" },
  },

  "judgement-not-a-list": {
    given: panel,
    bad: { factSheet: "judgements:\n  A: { points: 1.5, by: 专家甲, reason: 抽查两份合同 }" },
    good: {
      factSheet: `judgements:
  A:
    - { points: 1.5, by: 专家甲, reason: 抽查两份合同 }
    - { points: 1, by: 专家乙, reason: 有一份逾期 }`,
    },
  },
  "judgement-not-single": {
    given: judged,
    bad: { factSheet: "judgements:\n  A:\n    - { points: 1.5, by: 协会审核员, reason: 抽查两份合同 }" },
    good: { factSheet: "judgements:\n  A: { points: 1.5, by: 协会审核员, reason: 抽查两份合同 }" },
  },
  "judgement-class-unknown": {
    given: weighted,
    bad: {
      factSheet: `judgements:
  A:
    - { points: 1.5, by: 张三, as: 安全员, reason: 抽查两份合同 }
    - { points: 1, by: 李四, as: 其他, reason: 有一份逾期 }`,
    },
    good: {
      factSheet: `judgements:
  A:
    - { points: 1.5, by: 张三, as: 专职安全人员, reason: 抽查两份合同 }
    - { points: 1, by: 李四, as: 其他, reason: 有一份逾期 }`,
    },
  },
  "assessor-twice": {
    given: panel,
    bad: {
      factSheet: `judgements:
  A:
    - { points: 1.5, by: 专家甲, reason: 抽查两份合同 }
    - { points: 1, by: 专家甲, reason: 有一份逾期 }`,
    },
    good: {
      factSheet: `judgements:
  A:
    - { points: 1.5, by: 专家甲, reason: 抽查两份合同 }
    - { points: 1, by: 专家乙, reason: 有一份逾期 }`,
    },
  },
  "panel-too-few": {
    given: panel,
    bad: { factSheet: "judgements:\n  A:\n    - { points: 1.5, by: 专家甲, reason: 抽查两份合同 }" },
    good: {
      factSheet: `judgements:
  A:
    - { points: 1.5, by: 专家甲, reason: 抽查两份合同 }
    - { points: 1, by: 专家乙, reason: 有一份逾期 }`,
    },
  },
  "panel-class-empty": {
    given: weighted,
    bad: {
      factSheet: "judgements:\n  A:\n    - { points: 1.5, by: 张三, as: 专职安全人员, reason: 抽查两份合同 }",
    },
    good: {
      factSheet: `judgements:
  A:
    - { points: 1.5, by: 张三, as: 专职安全人员, reason: 抽查两份合同 }
    - { points: 1, by: 李四, as: 其他, reason: 有一份逾期 }`,
    },
  },
  "not-applicable-unknown": {
    given: { sheet: "renormalise: true", leaf: "may_be_not_applicable: true" },
    bad: { factSheet: "not_applicable:\n  合同履约: { by: 协会审核员, reason: 当年新设立，没有合同 }" },
    good: { factSheet: "not_applicable:\n  A: { by: 协会审核员, reason: 当年新设立，没有合同 }" },
  },
  "not-applicable-refused": {
    bad: { factSheet: "not_applicable:\n  A: { by: 协会审核员, reason: 合同没有全部履行 }" },
    good: { factSheet: "facts:\n  ok: false" },
  },
  "not-applicable-despite-facts": {
    given: { sheet: "renormalise: true", leaf: "may_be_not_applicable: true" },
    bad: {
      factSheet: `facts:
  ok: true
not_applicable:
  A: { by: 协会审核员, reason: 当年新设立，没有合同 }`,
    },
    good: { factSheet: "facts:\n  ok: true" },
  },
  "instances-unknown": {
    given: perProject,
    bad: { factSheet: "instances:\n  在建项目:\n    - { id: p1, facts: { safe: true } }" },
    good: { factSheet: "instances:\n  projects:\n    - { id: p1, facts: { safe: true } }" },
  },
  "belongs-to-instances": {
    given: perProject,
    bad: { factSheet: "facts:\n  safe: true\ninstances:\n  projects:\n    - { id: p1 }" },
    good: { factSheet: "instances:\n  projects:\n    - { id: p1, facts: { safe: true } }" },
  },
  "not-of-instances": {
    given: perProject,
    bad: { factSheet: "instances:\n  projects:\n    - { id: p1, facts: { safe: true, kept: true } }" },
    good: { factSheet: "facts:\n  kept: true\ninstances:\n  projects:\n    - { id: p1, facts: { safe: true } }" },
  },
  "material-unknown": {
    given: { scheme: "materials:\n  - { id: M1, title: 企业信用承诺书, required: true }" },
    bad: { factSheet: "materials:\n  承诺书: [承诺书扫描件]" },
    good: { factSheet: "materials:\n  M1: [承诺书扫描件]" },
  },
};
