/** An example of every code of the stage `compile`. */
import type { CompileCode } from "../../model/codes.js";
import type { Example, Parts } from "./example.js";

const outcome = (when: string): Parts => ({
  scheme: `outcomes:
  - { id: passed, title: 通过, when: ${when} }
  - { id: failed, otherwise: true }`,
});

const projects: Parts = { sheet: "renormalise: true\ninstances: { projects: { title: 在建项目 } }" };
const perProject = (...indicators: readonly string[]): Parts => ({
  indicators: `- id: B
  title: 项目管理
  points: 2
  each: projects
  combine: mean
  indicators:
${indicators.map((line) => `    ${line}`).join("\n")}`,
});

/** In force from 2024, beside one that is in force before. */
const NEXT_SCHEME = `kind: scheme
id: gongzhu
version: 2024.1
effective: { from: 2024-01-01 }
title: 信用评价方案
points: 100
blend: [{ id: base, sheet: s, weight: 1 }]
goal: passed
outcomes: [{ id: passed, otherwise: true }]`;
const NEXT_SHEET = `kind: sheet
id: s
version: "2"
title: 基本指标表
effective: { from: 2024-01-01 }
points: 2
indicators:
  - { id: A, title: 明码标价, points: 2, scoring: { rule: flag, fact: { type: boolean } } }`;

export const compileExamples: Readonly<Record<CompileCode, Example>> = {
  "scheme-not-found": {
    given: { scheme: "id: gongzhu-2023" },
    bad: { factSheet: "scheme: gongzhu2023" },
    good: { factSheet: "scheme: gongzhu-2023" },
  },
  "version-ambiguous": {
    given: {
      scheme: "id: gongzhu\nversion: 2023.1",
      other: NEXT_SCHEME,
      factSheet: "scheme: gongzhu\nas_of: 2024-06-30",
    },
    bad: { scheme: "effective: { from: 2023-01-01 }" },
    good: { scheme: "effective: { from: 2023-01-01, until: 2023-12-31 }" },
  },
  "version-not-in-force": {
    given: {
      scheme: "id: gongzhu\nversion: 2023.1\neffective: { from: 2023-01-01, until: 2023-12-31 }",
      other: NEXT_SCHEME,
    },
    bad: { factSheet: "scheme: gongzhu\nas_of: 2022-06-30" },
    good: { factSheet: "scheme: gongzhu\nas_of: 2023-06-30" },
  },
  "versions-overlap": {
    given: {
      scheme: "effective: { from: 2023-01-01 }",
      factSheet: "as_of: 2023-06-30",
      other: NEXT_SHEET,
    },
    bad: { sheet: "effective: { until: 2024-06-30 }" },
    good: { sheet: "effective: { until: 2023-12-31 }" },
  },
  "versions-gap": {
    given: {
      scheme: "effective: { from: 2023-01-01 }",
      other: NEXT_SHEET,
    },
    bad: { sheet: "effective: { until: 2023-06-30 }" },
    good: { sheet: "effective: { until: 2023-12-31 }" },
  },
  "rubric-twice": {
    given: {
      other: `kind: sheet
title: 零售业指标表
points: 2
indicators:
  - { id: A, title: 明码标价, points: 2, scoring: { rule: flag, fact: { type: boolean } } }`,
    },
    bad: { other: 'id: s\nversion: "1"' },
    good: { other: 'id: retail\nversion: "1"' },
  },
  "rubric-broken": {
    bad: {
      leaf: "scorng: { rule: flag, fact: ok }",
      command: "check enterprise.facts.yaml --rubrics rubrics",
    },
    good: {
      leaf: "scoring: { rule: flag, fact: ok }",
      command: "check enterprise.facts.yaml --rubrics rubrics",
    },
  },
  "sheet-not-found": {
    given: { sheet: "id: gongzhu-base-2023" },
    bad: { scheme: "blend:\n  - { id: base, sheet: gongzhu-base, weight: 1 }" },
    good: { scheme: "blend:\n  - { id: base, sheet: gongzhu-base-2023, weight: 1 }" },
  },
  "category-without-sheet": {
    given: {
      sheet: "category: 零售业",
      other: `kind: scheme
id: sectors
version: "1"
title: 行业信用评价方案
points: 100
goal: passed
outcomes: [{ id: passed, otherwise: true }]`,
    },
    bad: { other: "blend:\n  - { id: sector, one_of: [零售], weight: 1 }" },
    good: { other: "blend:\n  - { id: sector, one_of: [零售业], weight: 1 }" },
  },
  "fact-not-declared": {
    given: {
      facts: "no_penalty: { type: boolean, title: 近三年无行政处罚 }",
      leaf: "scoring: { rule: flag, fact: no_penalty }",
    },
    bad: { scheme: "eligibility:\n  - { id: E1, title: 无行政处罚, require: { fact: no_penalties, is: true } }" },
    good: { scheme: "eligibility:\n  - { id: E1, title: 无行政处罚, require: { fact: no_penalty, is: true } }" },
  },
  "fact-conflict": {
    given: {
      facts: "no_penalty: { type: boolean, title: 近三年无行政处罚 }",
      leaf: "scoring: { rule: flag, fact: no_penalty }",
      scheme: "eligibility:\n  - { id: E1, title: 无行政处罚, require: { fact: no_penalty, is: true } }",
    },
    bad: { scheme: "facts:\n  no_penalty: { type: boolean, title: 无行政处罚 }" },
    good: { scheme: "facts:\n  no_penalty: { type: boolean, title: 近三年无行政处罚 }" },
  },
  "fact-not-used": {
    given: { leaf: "scoring: { rule: flag, fact: contracts_kept }" },
    bad: {
      facts: `contracts_kept: { type: boolean, title: 合同履约率达到95% }
contracts_filed: { type: boolean, title: 合同台账齐全 }`,
    },
    good: { facts: "contracts_kept: { type: boolean, title: 合同履约率达到95% }" },
  },
  "fact-type-mismatch": {
    given: {
      facts: "years: { type: integer, title: 持续经营年限, unit: 年, range: { at_least: 0 } }",
      leaf: "scoring: { rule: tiers, fact: years, tiers: [{ at_least: 5, points: 2 }, { below: 5, points: 0 }] }",
    },
    bad: { scheme: "eligibility:\n  - { id: E1, title: 持续经营三年以上, require: { fact: years, is: true } }" },
    good: { scheme: "eligibility:\n  - { id: E1, title: 持续经营三年以上, require: { fact: years, at_least: 3 } }" },
  },
  "indicator-not-found": {
    bad: outcome("{ indicator: A1, points: { at_least: 1 } }"),
    good: outcome("{ indicator: A, points: { at_least: 1 } }"),
  },
  "indicator-ambiguous": {
    given: {
      other: `kind: sheet
id: retail
version: "1"
title: 零售业指标表
points: 2
indicators:
  - { id: A, title: 明码标价, points: 2, scoring: { rule: flag, fact: { type: boolean } } }`,
      scheme: `blend:
  - { id: base, sheet: s, weight: 0.7 }
  - { id: trade, sheet: retail, weight: 0.3 }`,
    },
    bad: outcome("{ indicator: A, points: { at_least: 1 } }"),
    good: outcome("{ indicator: base/A, points: { at_least: 1 } }"),
  },
  "threshold-out-of-reach": {
    given: { scheme: "goal: passed" },
    bad: { sheet: "cap: 1" },
    good: { sheet: "cap: points" },
  },
  "outside-unstated": {
    given: {
      sheet: "floor: none",
      leaf: `floor: none
scoring:
  rule: events
  fact: { type: events, title: 行政处罚 }
  start: full
  points: [{ points: -1 }]`,
    },
    bad: { scheme: "blend:\n  - { id: base, sheet: s, weight: 1 }" },
    good: { scheme: "blend:\n  - { id: base, sheet: s, weight: 1, outside: clamp }" },
  },
  "component-may-vanish": {
    given: {
      sheet: "renormalise: true",
      scheme: "blend:\n  - { id: base, sheet: base, weight: 0.7 }\n  - { id: sector, sheet: s, weight: 0.3 }",
      other: `kind: sheet
id: base
version: "1"
title: 基础指标表
points: 2
indicators:
  - { id: A, title: 依法纳税, points: 2, scoring: { rule: flag, fact: { type: boolean } } }`,
    },
    bad: { leaf: "may_be_not_applicable: true" },
    good: { leaf: "may_be_not_applicable: true", scheme: "renormalise: true" },
  },
  "condition-twice": {
    given: {
      scheme:
        "eligibility:\n  - { id: E1, title: 依法注册, require: { fact: registered, is: true } }\nfacts: { registered: { type: boolean } }",
    },
    bad: { sheet: "eligibility:\n  - { id: E1, title: 履约, require: { fact: ok, is: true } }" },
    good: { sheet: "eligibility:\n  - { id: S1, title: 履约, require: { fact: ok, is: true } }" },
  },
  "sheet-eligibility-unasked": {
    given: { sheet: "eligibility:\n  - { id: S1, title: 履约, require: { fact: ok, is: true } }" },
    bad: {
      scheme: "outcomes:\n  - { id: passed, when: { score: { at_least: 80 } } }\n  - { id: failed, otherwise: true }",
    },
    good: {
      scheme:
        "outcomes:\n  - { id: refused, when: { eligibility: ineligible } }\n  - { id: passed, when: { score: { at_least: 80 } } }\n  - { id: failed, otherwise: true }",
    },
  },
  "deduction-may-raise": {
    given: {
      sheet: "floor: none",
      leaf: `floor: none
scoring:
  rule: events
  fact: { type: events, title: 信用修复 }
  start: full
  points: [{ points: -1 }]`,
      other: `kind: sheet
id: base
version: "1"
title: 基础指标表
points: 2
indicators:
  - { id: B, title: 依法纳税, points: 2, scoring: { rule: flag, fact: { type: boolean } } }`,
    },
    bad: {
      scheme: `blend:
  - { id: base, sheet: base, weight: 1 }
  - { id: bad, sheet: s, counts_as: deduction, outside: keep }`,
    },
    good: {
      scheme: `blend:
  - { id: base, sheet: base, weight: 1 }
  - { id: bad, sheet: s, counts_as: deduction, outside: clamp }`,
    },
  },
  "too-many-indicators": {
    bad: {
      scheme: `blend:
  - { id: q1, sheet: s, weight: 0.05 }
  - { id: q2, sheet: s, weight: 0.05 }
  # …`,
    },
    good: { scheme: "blend:\n  - { id: year, sheet: s, weight: 1 }" },
    abridged: {
      zh: "指标表 `s` 有一千个指标，五年的二十个季度各用一次",
      en: "the sheet `s` has a thousand indicators, and each of the twenty quarters of five years uses it",
    },
  },
  "instance-fact-outside": {
    given: {
      ...projects,
      facts: "safe: { type: boolean, title: 无安全事故, each: projects }",
      ...perProject("- { id: B1, title: 安全生产, points: 2, scoring: { rule: flag, fact: safe } }"),
    },
    bad: { scheme: "preferences: [{ id: P1, title: 安全生产好, when: { fact: safe, is: true } }]" },
    good: {
      scheme: `facts: { award: { type: boolean, title: 获安全生产奖 } }
preferences: [{ id: P1, title: 安全生产好, when: { fact: award, is: true } }]`,
    },
  },
  "indicator-of-instances": {
    given: {
      ...projects,
      facts: "safe: { type: boolean, title: 无安全事故, each: projects }",
      ...perProject("- { id: B1, title: 安全生产, points: 2, scoring: { rule: flag, fact: safe } }"),
    },
    bad: outcome("{ indicator: B1, points: { at_least: 1 } }"),
    good: outcome("{ indicator: B, points: { at_least: 1 } }"),
  },
  "instances-alike": {
    given: {
      ...projects,
      ...perProject("- { id: B1, title: 安全生产, points: 2, scoring: { rule: flag, fact: safe } }"),
    },
    bad: { facts: "safe: { type: boolean, title: 无安全事故 }" },
    good: { facts: "safe: { type: boolean, title: 无安全事故, each: projects }" },
  },
  "instances-not-used": {
    bad: { sheet: "instances: { projects: { title: 在建项目 } }" },
    good: { sheet: "renormalise: none" },
  },
  "each-too-large": {
    given: { ...projects, facts: "safe: { type: boolean, title: 无安全事故, each: projects }" },
    bad: perProject(
      "- { id: B1, title: 第一个工作日, points: 0.008, scoring: { rule: flag, fact: safe } }",
      "- { id: B2, title: 第二个工作日, points: 0.008, scoring: { rule: flag, fact: safe } }",
      "# …",
    ),
    good: perProject(
      "- { id: B1, title: 上半年, points: 1, scoring: { rule: flag, fact: safe } }",
      "- { id: B2, title: 下半年, points: 1, scoring: { rule: flag, fact: safe } }",
    ),
    abridged: {
      zh: "每个项目按一年的二百五十个工作日各设一个指标",
      en: "each project has an indicator for each of the 250 working days of a year",
    },
  },
};
