/** Small valid documents in which every key and word of the language has a place. */
import type { DocumentValue } from "../../../src/model/document.js";
import { readDocument } from "../../../src/parse/read-document.js";
import { EVERY_RULE, SCHEME } from "../../validate/valid.js";

export type Mapping = { readonly [key: string]: DocumentValue };

export interface Small {
  readonly kind: "rubric" | "facts" | "cases";
  readonly value: Mapping;
}

const HEADER = `kind: sheet
id: s
version: 1
category: base
title: { zh: 表, en: Sheet }
status: drafted
documents: { notice: { title: 通知, date: 2023-11-10 } }
source: notice
effective: { from: 2023-01-01, until: 2023-12-31 }
points: 2
shape: [1, 1]
renormalise: true
floor: none
cap: points
instances: { projects: { title: 在建项目 } }
facts: { age: { type: integer, derive: { full_years_since: born } }, fines: { type: events, fields: { size: { type: choice, options: [a] } } } }
indicators:
  - id: A
    title: 组
    points: 2
    floor: none
    cap: points
    renormalise: true
    effects:
      - { when: { any_child_of: A, points: { at_most: 0 } }, then: zero, clause: 三, source: notice }
      - { when: { indicator: B, points: { at_most: 0 } }, then: veto }
      - { when: { indicator: B, points: { below: 1 } }, then: { at_most: 1 } }
      - { when: { indicator: B, points: { above: 1 } }, then: { points: 2 } }
    indicators:
      - { id: B, title: 项, points: 2, may_be_not_applicable: true, if_not_applicable: drop, scoring: { rule: flag, fact: { type: boolean, mutable: false, personal: true, owner: 部门 } } }
      - { id: C, title: 项, points: 2, coefficient: { fact: c, values: { a: 1 }, when_missing: 0 }, scoring: { rule: choice, fact: c, points: { a: 1 }, pick: best } }
      - { id: D, title: 项, points: 2, scoring: { rule: checklist, mode: per_item, items: [x], each: 1, start: zero, count: met } }
`;

const SECTIONS = `kind: scheme
id: p
version: 1
title: 方案
points: 100
display: { places: 2, mode: half-up }
blend: [ { id: base, sheet: s, weight: 0.5, outside: clamp }, { id: rest, one_of: [base], weight: 0.5 } ]
bands: [ { id: A, at_least: 90 }, { id: B, below: 90 } ]
effects:
  - { when: { fact: a, is: true }, then: zero, clause: 三, source: notice }
  - { when: { fact: a, is: true }, then: { at_most: 60 } }
  - { when: { fact: a, is: true }, then: { points: 60 } }
  - { when: { fact: a, is: true }, then: { band: B } }
  - { when: { fact: a, is: true }, then: { band_at_most: B } }
  - { when: { fact: a, is: true }, then: { bands_down: 1 } }
eligibility: [ { id: E, title: 条件, clause: 一, applies_when: { fact: a, is: true }, require: { fact: a, missing: true } } ]
goal: yes
outcomes:
  - { id: yes, title: 通过, clause: 二, when: { all: [ { score: { above: 60 } }, { eligibility: eligible } ] }, measures: [ { id: J, title: 公布, clause: 三 } ] }
  - { id: no, otherwise: true }
`;

const FACTS = `kind: facts
scheme: p
sheets: { base: s }
subject: { id: x, name: 企业 }
as_of: 2023-11-10
role: self
closed: false
facts: { a: { value: true, evidence: [证照], note: 无 }, b: { missing: true, note: 无 } }
judgements: { base/J: { points: 1, by: 甲, as: 评审, reason: 齐全 } }
not_applicable: { base/N: { by: 甲, reason: 无此业务 } }
materials: { M1: [申报书] }
instances:
  projects:
    - { id: p1, title: 一号工程, facts: { a: true }, judgements: {}, not_applicable: {} }
`;

const CASES = `kind: cases
scheme: p
defaults:
  as_of: 2023-11-10
  role: self
  closed: false
  sheets: { base: s }
  subject: { id: x, name: 企业 }
  facts: { a: true }
  judgements: { base/J: { points: 1, by: 甲, reason: 齐全 } }
  not_applicable: { base/N: { by: 甲, reason: 无此业务 } }
  materials: { M1: [申报书] }
cases:
  - name: 边界
    basis: 办法第三条
    given: { facts: { a: false } }
    expect:
      score: { least: 60, most: 80 }
      display: 80.00
      outcome: passed
      band: A
      possible: [passed]
      eligibility: eligible
      indicators: { A: 1 }
      conditions: { E1: satisfied }
      findings: []
  - { name: 空, given: { facts: { a: true } }, expect: { eligibility: undetermined } }
  - { name: 否, given: { facts: { a: true } }, expect: { eligibility: ineligible } }
`;

const GRADED = `kind: scheme
id: p
version: "1"
title: 方案
documents: { notice: { title: 通知 } }
points: 100
blend: [ { id: base, sheet: s, weight: 1 } ]
rescale: { from: { at_least: 0, at_most: 100 }, to: { at_least: 0, at_most: 100 } }
bands:
  - { id: A, title: 优秀, clause: 一, source: notice, at_least: 90, at_most: 100 }
  - { id: B, title: 良好, above: 60, below: 90 }
  - { id: C, at_most: 60 }
goal: passed
outcomes:
  - { id: best, when: { all: [ { band: A }, { indicator: base/B, points: { at_least: 1 } } ] } }
  - { id: good, when: { every_child_of: A, points: { above: 0 } } }
  - { id: barred, when: { vetoed: true } }
  - { id: out, when: { any_child_of: A, points: { at_most: 0 } } }
  - { id: passed, when: { band: { at_least: B } } }
  - { id: failed, otherwise: true }
`;

const CASES_OF_SHEET = `kind: cases
sheet: s
cases:
  - { name: 满分, given: { as_of: 2023-11-10, facts: { a: true } }, expect: { score: 2 } }
`;

/** One document for each fact and each indicator of the long sheet: a short document is read quickly. */
export function smallDocuments(): readonly Small[] {
  const rules = read(EVERY_RULE, "rubric");
  const { facts, indicators, ...head } = rules as Mapping & { facts: Mapping; indicators: readonly DocumentValue[] };
  const judged = indicators.find((each) => (each as Mapping)["id"] === "L7")!;
  const rubrics: readonly Mapping[] = [
    ...Object.entries(facts).map(([id, fact]) => ({ ...head, facts: { [id]: fact }, indicators: [judged] })),
    ...indicators.map((indicator) => ({ ...head, indicators: [indicator] })),
    read(HEADER, "rubric"),
    read(SECTIONS, "rubric"),
    read(SCHEME, "rubric"),
    read(GRADED, "rubric"),
  ];
  return [
    ...rubrics.map((value) => ({ kind: "rubric" as const, value })),
    { kind: "facts", value: read(FACTS, "facts") },
    { kind: "cases", value: read(CASES, "rubric") },
    { kind: "cases", value: read(CASES_OF_SHEET, "rubric") },
  ];
}

function read(text: string, kind: "rubric" | "facts"): Mapping {
  return readDocument(text, kind).document!.value as Mapping;
}
