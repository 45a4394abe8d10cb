/** Examples: dates, ids, texts, and the head of a rubric. */
import type { ValidateCode } from "../../../model/codes.js";
import type { Example } from "../example.js";

export const textExamples = {
  "not-a-date": {
    bad: { scheme: "effective: { from: 2024年1月1日 }" },
    good: { scheme: "effective: { from: 2024-01-01 }" },
  },
  "not-a-digest": {
    given: {
      facts: "credit: { type: decimal, title: 公共信用评分, range: { at_least: 0, at_most: 1000 }, record: required }",
      leaf: "scoring: { rule: linear, fact: credit, knots: [{ at: 0, points: 0 }, { at: 1000, points: 2 }], beyond: clip }",
    },
    bad: { factSheet: "facts:\n  credit: { value: 862, record: 9f86d081884c7d65 }" },
    good: {
      factSheet: `facts:
  credit:
    value: 862
    record: sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`,
    },
  },
  "impossible-date": {
    bad: { scheme: "effective: { from: 2024-01-01, until: 2024-11-31 }" },
    good: { scheme: "effective: { from: 2024-01-01, until: 2024-11-30 }" },
  },
  "id-character": {
    bad: { leaf: "id: A（1）" },
    good: { leaf: "id: A-1" },
  },
  "id-too-long": {
    bad: {
      leaf: "id: 企业在最近三个完整会计年度内未因违反海关监管规定或者税收征收管理规定而受到行政处罚并且没有未结清的欠税和滞纳金也没有被列入经营异常名录",
    },
    good: { leaf: "id: 无行政处罚\ntitle: 近三年无行政处罚、无欠税、未列入经营异常名录" },
  },
  "id-not-composed": {
    bad: { leaf: "id: cafe\u0301" },
    good: { leaf: "id: caf\u00e9" },
  },
  "scheme-reference": {
    bad: { factSheet: "scheme: p@1@2" },
    good: { factSheet: "scheme: p@1" },
  },
  "text-broken": {
    bad: { value: '{ ...scheme, title: "信用评价方案\\uD800" }' },
    good: { value: '{ ...scheme, title: "信用评价方案" }' },
  },
  "duplicate-id": {
    given: {
      facts: "taxes: { type: boolean }",
    },
    bad: {
      indicators: `- { id: A, title: 合同履约, points: 1, scoring: { rule: flag, fact: ok } }
- { id: A, title: 依法纳税, points: 1, scoring: { rule: flag, fact: taxes } }`,
    },
    good: {
      indicators: `- { id: A, title: 合同履约, points: 1, scoring: { rule: flag, fact: ok } }
- { id: B, title: 依法纳税, points: 1, scoring: { rule: flag, fact: taxes } }`,
    },
  },
  "duplicate-entry": {
    given: { leaf: "scoring: { rule: choice, fact: grade, points: { A: 2, B: 1, C: 0 } }" },
    bad: { facts: "grade: { type: choice, title: 纳税信用等级, options: [A, B, C, C] }" },
    good: { facts: "grade: { type: choice, title: 纳税信用等级, options: [A, B, C] }" },
  },
  "document-undeclared": {
    bad: {
      sheet: `documents:
  notice: { title: 关于开展信用评价工作的通知 }
source: notise`,
    },
    good: {
      sheet: `documents:
  notice: { title: 关于开展信用评价工作的通知 }
source: notice`,
    },
  },
  "effective-reversed": {
    bad: { scheme: "effective: { from: 2024-12-31, until: 2024-01-01 }" },
    good: { scheme: "effective: { from: 2024-01-01, until: 2024-12-31 }" },
  },
} satisfies Partial<Record<ValidateCode, Example>>;
