/** Examples: keys, and the kinds of values that stand behind them. */
import type { ValidateCode } from "../../../model/codes.js";
import type { Example } from "../example.js";

export const keyExamples = {
  "unknown-key": {
    bad: { leaf: "clauses: 第五条" },
    good: { leaf: "clause: 第五条" },
  },
  "missing-key": {
    bad: {
      indicators: `- id: A
  title: 通过质量管理体系认证
  scoring: { rule: flag, fact: ok }`,
    },
    good: {
      indicators: `- id: A
  title: 通过质量管理体系认证
  points: 2
  scoring: { rule: flag, fact: ok }`,
    },
  },
  "empty-value": {
    bad: { leaf: "clause:" },
    good: { leaf: "clause: 第五条" },
  },
  "empty-entry": {
    given: { leaf: "scoring: { rule: choice, fact: grade, points: { A: 2, B: 1 } }" },
    bad: { facts: "grade: { type: choice, options: [A, B, ~] }" },
    good: { facts: "grade: { type: choice, options: [A, B] }" },
  },
  "empty-text": {
    bad: { leaf: 'clause: ""' },
    good: { leaf: "clause: 第五条" },
  },
  "empty-list": {
    bad: { leaf: "scoring: { rule: checklist, mode: per_item, each: 1, items: [] }" },
    good: {
      facts: `quality: { type: boolean, title: 质量管理体系认证 }
environment: { type: boolean, title: 环境管理体系认证 }`,
      leaf: "scoring: { rule: checklist, mode: per_item, each: 1, items: [quality, environment] }",
    },
  },
  "empty-mapping": {
    given: { facts: "grade: { type: choice, options: [A, B] }" },
    bad: { leaf: "scoring: { rule: choice, fact: grade, points: {} }" },
    good: { leaf: "scoring: { rule: choice, fact: grade, points: { A: 2, B: 1 } }" },
  },
  // A file without content is `empty-file`; only a program can hand over nothing at all.
  "document-empty": {
    bad: { value: "null" },
    good: { value: "scheme" },
  },
  "not-a-mapping": {
    bad: { leaf: "scoring: flag" },
    good: { leaf: "scoring: { rule: flag, fact: ok }" },
  },
  "not-a-list": {
    bad: { leaf: "scoring: { rule: checklist, mode: per_item, each: 2, items: ok }" },
    good: { leaf: "scoring: { rule: checklist, mode: per_item, each: 2, items: [ok] }" },
  },
  "not-text": {
    bad: { leaf: "clause: [第五条, 第六条]" },
    good: { leaf: "clause: 第五条、第六条" },
  },
  "not-yes-or-no": {
    bad: { facts: "ok: { type: boolean, title: 依法纳税, mutable: 否 }" },
    good: { facts: "ok: { type: boolean, title: 依法纳税, mutable: false }" },
  },
  "only-true": {
    bad: {
      indicators: `- id: A
  title: 守法经营
  points: 2
  renormalise: false
  indicators:
    - { id: A1, title: 依法纳税, points: 2, scoring: { rule: flag, fact: ok } }`,
    },
    good: {
      indicators: `- id: A
  title: 守法经营
  points: 2
  indicators:
    - { id: A1, title: 依法纳税, points: 2, scoring: { rule: flag, fact: ok } }`,
    },
  },
  "not-one-of": {
    bad: { leaf: "scoring: { rule: flags, fact: ok }" },
    good: { leaf: "scoring: { rule: flag, fact: ok }" },
  },
  "is-a-rubric": {
    bad: { command: "score rubrics/sheet.yaml --rubrics rubrics" },
    good: { command: "score enterprise.facts.yaml --rubrics rubrics" },
  },
  "is-a-fact-sheet": {
    bad: { value: '{ kind: "facts", scheme: "p", as_of: "2024-06-30" }' },
    good: { value: "scheme" },
  },
  "several-kinds": {
    bad: { scheme: "blend:\n  - { id: base, sheet: s, one_of: [base], weight: 1 }" },
    good: { scheme: "blend:\n  - { id: base, sheet: s, weight: 1 }" },
  },
  "no-kind": {
    bad: {
      indicators: `- id: A
  title: 依法纳税
  points: 2`,
    },
    good: {
      indicators: `- id: A
  title: 依法纳税
  points: 2
  scoring: { rule: flag, fact: ok }`,
    },
  },
} satisfies Partial<Record<ValidateCode, Example>>;
