/** Examples: ranges, declarations of facts, facts that derive from others, and the fact sheet. */
import type { ValidateCode } from "../../../model/codes.js";
import type { Example, Parts } from "../example.js";

const years: Parts = {
  leaf: `scoring:
  rule: tiers
  fact: years
  tiers:
    - { at_least: 3, points: 2 }
    - { below: 3, points: 0 }`,
};
const rate: Parts = {
  leaf: `scoring:
  rule: tiers
  fact: rate
  tiers:
    - { at_least: 95, points: 2 }
    - { below: 95, points: 0 }`,
};
const fines: Parts = {
  leaf: `floor: 0
scoring:
  rule: events
  fact: fines
  start: full
  points: [{ points: -1 }]`,
};
const fewFines = (where: string): Parts => ({
  leaf: `applies_when:
  fact: fines
  where: ${where}
  count: { is: 0 }`,
});
const awardsWithin = (within: string): Parts => ({
  leaf: `cap: points
scoring:
  rule: events
  fact: awards
  start: zero
  within: ${within}
  points: [{ points: 1 }]`,
});

export const factExamples = {
  "bound-twice": {
    given: years,
    bad: { facts: "years: { type: integer, title: 持续经营年限, range: { at_least: 0, above: 0 } }" },
    good: { facts: "years: { type: integer, title: 持续经营年限, range: { at_least: 0 } }" },
  },
  "interval-empty": {
    given: rate,
    bad: { facts: "rate: { type: decimal, title: 合同履约率, unit: '%', range: { at_least: 100, at_most: 0 } }" },
    good: { facts: "rate: { type: decimal, title: 合同履约率, unit: '%', range: { at_least: 0, at_most: 100 } }" },
  },
  "interval-without-bound": {
    given: years,
    bad: { facts: "years: { type: integer, title: 持续经营年限, range: {} }" },
    good: { facts: "years: { type: integer, title: 持续经营年限, range: { at_least: 0 } }" },
  },
  "fact-declared-twice": {
    given: { facts: "A: { type: boolean, title: 依法纳税 }" },
    bad: { leaf: "id: A\nscoring: { rule: flag, fact: { type: boolean } }" },
    good: { leaf: "id: A\nscoring: { rule: flag, fact: A }" },
  },
  "personal-of-derived": {
    bad: {
      facts: `born: { type: date, title: 负责人生日 }
age: { type: integer, title: 负责人年龄, derive: { full_years_since: born }, personal: true }`,
      leaf: "scoring: { rule: tiers, fact: age, tiers: [{ at_least: 30, points: 2 }, { below: 30, points: 0 }] }",
    },
    good: {
      facts: `born: { type: date, title: 负责人生日, personal: true }
age: { type: integer, title: 负责人年龄, derive: { full_years_since: born } }`,
      leaf: "scoring: { rule: tiers, fact: age, tiers: [{ at_least: 30, points: 2 }, { below: 30, points: 0 }] }",
    },
  },
  "record-of-derived": {
    bad: {
      facts: `first: { type: decimal, title: 第一年得分 }
second: { type: decimal, title: 第二年得分 }
credit: { type: decimal, title: 两年平均, derive: { mean: [first, second] }, record: required }`,
      leaf: "scoring: { rule: tiers, fact: credit, tiers: [{ at_least: 80, points: 2 }, { below: 80, points: 0 }] }",
    },
    good: {
      facts: `first: { type: decimal, title: 第一年得分, record: required }
second: { type: decimal, title: 第二年得分, record: required }
credit: { type: decimal, title: 两年平均, derive: { mean: [first, second] } }`,
      leaf: "scoring: { rule: tiers, fact: credit, tiers: [{ at_least: 80, points: 2 }, { below: 80, points: 0 }] }",
    },
  },
  "fact-of-wrong-type": {
    given: { facts: "years: { type: integer, title: 持续经营年限, range: { at_least: 0 } }" },
    bad: { leaf: "scoring: { rule: flag, fact: years }" },
    good: years,
  },
  "field-reserved": {
    given: fines,
    bad: {
      facts: "fines: { type: events, title: 行政处罚, fields: { year: { type: integer }, amount: { type: decimal } } }",
    },
    good: { facts: "fines: { type: events, title: 行政处罚, fields: { amount: { type: decimal } } }" },
  },
  "field-undeclared": {
    given: {
      sheet: "renormalise: true",
      facts: "fines: { type: events, title: 行政处罚, fields: { amount: { type: decimal, unit: 元 } } }",
    },
    bad: fewFines("{ field: amout, at_least: 10000 }"),
    good: fewFines("{ field: amount, at_least: 10000 }"),
  },
  "field-never-missing": {
    given: { sheet: "renormalise: true", ...fewFines("{ field: settled, missing: true }") },
    bad: { facts: "fines: { type: events, title: 行政处罚, fields: { settled: { type: date } } }" },
    good: { facts: "fines: { type: events, title: 行政处罚, fields: { settled: { type: date, optional: true } } }" },
  },
  "field-of-wrong-type": {
    given: {
      facts:
        "awards: { type: events, title: 表彰, fields: { valid_for: { type: integer }, valid_until: { type: date } } }",
    },
    bad: awardsWithin("{ own_term: { until: valid_for } }"),
    good: awardsWithin("{ own_term: { until: valid_until } }"),
  },
  "term-unstated": {
    given: {
      facts: "awards: { type: events, title: 表彰, fields: { valid_until: { type: date, optional: true } } }",
    },
    bad: awardsWithin("{ own_term: { until: valid_until } }"),
    good: awardsWithin("{ own_term: { until: valid_until, otherwise: { last: { years: 1 }, first_day: out } } }"),
  },
  "derivation-cycle": {
    given: {
      facts: "exports: { type: decimal, title: 出口额 }\nimports: { type: decimal, title: 进口额 }",
      leaf: `scoring:
  rule: tiers
  fact: total
  tiers:
    - { at_least: 1000000, points: 2 }
    - { below: 1000000, points: 0 }`,
    },
    bad: { facts: "total: { type: decimal, title: 进出口总额, derive: { sum: [exports, total] } }" },
    good: { facts: "total: { type: decimal, title: 进出口总额, derive: { sum: [exports, imports] } }" },
  },
  "derivation-too-deep": {
    bad: {
      facts: `total2: { type: decimal, derive: { sum: [month1, month2] } }
total3: { type: decimal, derive: { sum: [total2, month3] } }
total4: { type: decimal, derive: { sum: [total3, month4] } }`,
    },
    good: { facts: "total24: { type: decimal, derive: { sum: [month1, month2, month3, month4] } }" },
    abridged: {
      zh: "错误写法这样逐月累加到 `total24`；正确写法把 `month1` 到 `month24` 全部列出",
      en: "the wrong lines go on month by month until `total24`; the right line lists all of `month1` to `month24`",
    },
  },
  "derivation-is-whole": {
    given: { facts: "founded: { type: date, title: 成立日期 }", ...years },
    bad: { facts: "years: { type: decimal, title: 持续经营年限, derive: { full_years_since: founded } }" },
    good: { facts: "years: { type: integer, title: 持续经营年限, derive: { full_years_since: founded } }" },
  },
  "derivation-is-not-whole": {
    given: {
      facts: `staff_start: { type: integer, title: 年初人数, range: { at_least: 0 } }
staff_end: { type: integer, title: 年末人数, range: { at_least: 0 } }`,
      leaf: `scoring:
  rule: tiers
  fact: staff
  tiers:
    - { at_least: 10, points: 2 }
    - { below: 10, points: 0 }`,
    },
    bad: { facts: "staff: { type: integer, title: 平均人数, derive: { mean: [staff_start, staff_end] } }" },
    good: { facts: "staff: { type: decimal, title: 平均人数, derive: { mean: [staff_start, staff_end] } }" },
  },
  "difference-of-two": {
    given: {
      facts: `assets: { type: decimal, title: 资产总额 }
debts: { type: decimal, title: 负债总额 }`,
      leaf: `scoring:
  rule: tiers
  fact: net
  tiers:
    - { above: 0, points: 2 }
    - { at_most: 0, points: 0 }`,
    },
    bad: { facts: "net: { type: decimal, title: 净资产, derive: { difference: [assets, debts, debts] } }" },
    good: { facts: "net: { type: decimal, title: 净资产, derive: { difference: [assets, debts] } }" },
  },
  "if-zero-unstated": {
    given: {
      facts: `kept: { type: integer, title: 履行的合同数, range: { at_least: 0 } }
signed: { type: integer, title: 签订的合同数, range: { at_least: 0 } }`,
      ...rate,
    },
    bad: {
      facts: `rate:
  type: decimal
  title: 合同履约率
  derive: { ratio: { numerator: kept, denominator: signed, percent: true } }`,
    },
    good: {
      facts: `rate:
  type: decimal
  title: 合同履约率
  derive: { ratio: { numerator: kept, denominator: signed, percent: true, if_zero: missing } }`,
    },
  },
  "fact-empty": {
    bad: { factSheet: "facts:\n  ok:" },
    good: { factSheet: "facts:\n  ok: true" },
  },
  "fact-not-wrapped": {
    bad: { factSheet: "facts:\n  ok: { note: 见合同台账 }" },
    good: { factSheet: "facts:\n  ok: { value: true, note: 见合同台账 }" },
  },
  "value-and-missing": {
    bad: { factSheet: "facts:\n  ok: { value: true, missing: true }" },
    good: { factSheet: "facts:\n  ok: { value: true }" },
  },
} satisfies Partial<Record<ValidateCode, Example>>;
