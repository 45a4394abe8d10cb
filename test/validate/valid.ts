/** Whole valid documents: the excerpts of the language reference, completed. */

/** Every rule, every type of fact, every kind of condition. */
export const EVERY_RULE = `kind: sheet
id: rules
version: 1
category: sector
title: 规则
points: 52
floor: 0
renormalise: none
facts:
  tax_grade: { type: choice, options: [A, B, M, C, D] }
  credit: { type: decimal, range: { at_least: 0, at_most: 1000 }, record: required }
  campaigns: { type: integer, range: { at_least: 0 } }
  training_rate: { type: decimal, range: { at_least: 0, at_most: 100 } }
  has_policy: { type: boolean }
  has_ledger: { type: boolean }
  penalties:
    type: events
    kinds: [warning, fine]
    fields:
      amount: { type: decimal, unit: 元, optional: true }
      own_fault: { type: boolean }
      days_to_correct: { type: integer, optional: true }
  praise:
    type: events
    fields:
      matter: { type: text, optional: true }
      days_to_correct: { type: integer, optional: true }
      valid_until: { type: date, optional: true }
  honours: { type: choices, options: { national: 国家级, provincial: 省级, city: 市级, district: 区级 } }
  revenue: { type: decimal, range: { at_least: 0 } }
  staff: { type: integer, range: { at_least: 1 } }
  per_head: { type: decimal, derive: { ratio: { numerator: revenue, denominator: staff } } }
  fines: { type: integer, derive: { count: { fact: penalties, within: { last: { years: 3 }, first_day: counts }, where: { field: kind, is: fine } } } }
  born: { type: date, title: { zh: 成立日期, en: Founded }, mutable: false, owner: 登记机关 }
  months: { type: integer, derive: { full_months_since: born } }
  name: { type: text }
  code: { type: credit-code, evidence: optional }
  gap: { type: decimal, derive: { difference: [revenue, staff] } }
  average: { type: decimal, range: { above: 0, below: 1000000 }, derive: { mean: [revenue, staff] } }
  both: { type: decimal, derive: { sum: [revenue, { fact: staff, times: 0.2 }] } }
indicators:
  - id: L0
    title: 表扬与批评
    points: 3
    floor: -9
    cap: points
    scoring:
      rule: events
      fact: praise
      start: zero
      within: { own_term: { until: valid_until, otherwise: always } }
      points:
        - { kind: praise, points: 1 }
        - { kind: blame, points: -1 }
      restore:
        - { when: { field: days_to_correct, at_most: 7 }, share: 1 }
        - { points: 0.5 }
      once_per: [matter]
      repeat: double
      at_most_count: 3
  - { id: L1, title: 纳税, points: 4, may_be_not_applicable: true, scoring: { rule: choice, fact: tax_grade, points: { A: 4, B: 3, M: 2, C: 0, D: 0 } } }
  - { id: L2, title: 活动, points: 2, cap: points, scoring: { rule: steps, fact: campaigns, start: 0, per: 1, points: 0.5, partial: floor } }
  - { id: L3, title: 培训, points: 2, scoring: { rule: linear, fact: training_rate, knots: [ { at: 60, points: 0 }, { at: 100, points: 2 } ], beyond: clip } }
  - id: L4
    title: 制度
    points: 5
    cap: points
    scoring:
      rule: checklist
      mode: per_item
      each: 3
      items: [ has_policy, has_ledger ]
  - id: L5
    title: 处罚
    points: 5
    floor: 0
    scoring:
      rule: events
      fact: penalties
      start: full
      within: { last: { years: 3 }, first_day: counts }
      where: { field: own_fault, is: true }
      points:
        - { kind: warning, points: -1 }
        - { kind: fine, when: { field: amount, at_least: 10000 }, points: -3 }
        - { kind: fine, when: { field: amount, below: 10000 }, points: -2 }
  - { id: L6, title: 荣誉, points: 3, scoring: { rule: levels, fact: honours, points: { national: 3, provincial: 2, city: 1, district: 0.5 }, count: highest } }
  - { id: L7, title: 评判, points: 2, when_missing: zero, scoring: { rule: judged, range: { at_least: 0, at_most: 2 }, step: 0.5 } }
  - id: L8
    title: 阶梯
    points: 2
    applies_when: { at_least_n: { n: 1, of: [ { fact: has_policy, is: true }, { not: { fact: fines, missing: true } } , { fact: penalties, count: { is: 0 } }, { fact: penalties, within: { last: { years: 1 }, until: { year: previous, month: 12, day: 31 }, first_day: out }, count: { is: 0 } } ] } }
    scoring: { rule: checklist, mode: ladder, items: [has_policy, has_ledger], tiers: [ { at_least: 2, points: 2 }, { at_most: 1, points: 0 } ] }
  - id: L9
    title: 人均
    points: 3
    scoring: { rule: tiers, fact: per_head, tiers: [ { at_least: 4, points: 3 }, { at_least: 2, below: 4, points: 1, steps: { from: 2, per: 0.5, points: 0.5, partial: floor } }, { below: 2, points: 0 } ] }
  - id: L10
    title: 相加
    points: 3
    cap: points
    floor: none
    if_not_applicable: zero
    applies_when:
      all:
        - { fact: born, on_or_before: 2020-01-01, full_years: { at_least: 3, below: 50 } }
        - { fact: name, is: 甲 }
        - { any: [ { fact: tax_grade, in: [A, B] }, { fact: honours, in: [national] }, { fact: code, missing: true }, { fact: staff, at_least: 10, below: 20 } ] }
        - fact: penalties
          within: { calendar_years: 2, including_current: true }
          where: { all: [ { field: kind, in: [fine] }, { not: { field: days_to_correct, missing: true } }, { field: month, is: 2023-01 }, { at_least_n: { n: 1, of: [ { field: date, on_or_after: 2020-01-01 }, { field: year, at_least: 2020 } ] } } ] }
          count: { at_most: 2 }
    scoring: { rule: checklist, mode: sum, items: [ { fact: has_policy, points: 4 }, { fact: has_ledger, points: -1.5 } ] }
  - id: L11
    title: 双向
    points: 3
    floor: -1
    cap: 3
    scoring: { rule: steps, fact: gap, start: 0, per: 0.5, points: 1, base: 1, partial: interpolate, both_ways: true }
  - id: L12
    title: 对照表
    points: 3
    scoring:
      rule: table
      rows:
        - { when: { has_policy: true, tax_grade: [A, B, M] }, points: 3 }
        - { when: { has_policy: true, tax_grade: [C, D], staff: { at_least: 10 } }, points: 2 }
        - { when: { has_policy: true, tax_grade: [C, D], staff: { below: 10 } }, points: 1 }
        - { when: { has_policy: false }, points: 0 }
  - id: L13
    title: 择优
    points: 2
    scoring:
      rule: best_of
      of:
        - { title: 人均, rule: tiers, fact: per_head, tiers: [ { at_least: 2, points: 2 }, { below: 2, points: 0 } ] }
        - { title: { zh: 制度, en: Policy }, rule: flag, fact: has_policy, points: 1 }
  - id: L14
    title: 择一
    points: 2
    scoring:
      rule: first_of
      of:
        - { title: 大企业, when: { fact: staff, at_least: 100 }, rule: tiers, fact: revenue, tiers: [ { at_least: 2, points: 2 }, { below: 2, points: 0 } ] }
        - { title: 其他, rule: flag, fact: has_policy, points: 1 }
  - id: L15
    title: 合计
    points: 2
    scoring:
      rule: parts
      start: zero
      parts:
        - { title: 制度, when: { fact: staff, at_least: 100 }, rule: flag, fact: has_policy, points: 1 }
        - { title: 台账, rule: flag, fact: has_ledger, points: 1 }
  - { id: L18, title: 公共信用, points: 2, scoring: { rule: imported, fact: credit, from: { at_least: 0, at_most: 1000 }, to: { at_least: 0, at_most: 2 } } }
  - { id: L16, title: 评审组, points: 2, scoring: { rule: panel, range: { at_least: 0, at_most: 2 }, step: 0.5, assessors: { at_least: 5 }, trim: 1 } }
  - { id: L17, title: 分类评审, points: 2, scoring: { rule: panel, range: { at_least: 0, at_most: 2 }, step: 1, weights: { 专家: 0.6, 企业: 0.4 } } }
`;

/** The scheme of the notice of 2023. */
export const SCHEME = `kind: scheme
id: gongzhu-2023
version: 2023.1
title: 2023年度北京市共铸诚信企业征集评价
facts:
  registered: { type: boolean }
  independent_legal_person: { type: boolean }
  domicile: { type: text }
  operating_since: { type: date }
  outstanding_case: { type: boolean }
  holds_2022_title: { type: boolean }
points: 100
blend:
  - { id: base, sheet: gongzhu-base-2023, weight: 0.7 }
  - { id: sector, one_of: [sector, district], weight: 0.3 }      # categories; the fact sheet names the sheet
display: { places: 2, mode: half-up }
roles: [self, audited, final]
later_may_raise: false
eligibility:
  - id: E1
    title: 依法注册、独立法人、住所地在北京且持续经营三年（含）以上
    clause: 五（一）
    require:
      all:
        - { fact: registered, is: true }
        - { fact: independent_legal_person, is: true }
        - { fact: domicile, in: [北京市] }
        - { fact: operating_since, full_years: { at_least: 3 } }
preferences: [ { id: P7, title: 诚信建设基础好、案例亮点突出, clause: 五（七）, when: { fact: outstanding_case, is: true } } ]
materials: [ { id: M4, title: 企业征信报告, clause: 七（三）4, required: true } ]
bands: []                            # best first
goal: expert-review
outcomes:
  - { id: re-examination, when: { fact: holds_2022_title, is: true }, clause: 七（二） }
  - { id: ineligible, when: { eligibility: ineligible } }
  - { id: expert-review, when: { score: { at_least: 80 } }, clause: 六（二） }
  - { id: not-shortlisted, otherwise: true }
`;
