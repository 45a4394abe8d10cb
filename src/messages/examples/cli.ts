/** An example of every code of the command line, and of the one that every stage can come to. */
import type { CliCode } from "../../model/codes.js";
import type { Example } from "./example.js";

export const cliExamples: Readonly<Record<CliCode | "findings-left-out", Example>> = {
  "unreadable-file": {
    bad: { command: "check rubric/sheet.yaml" },
    good: { command: "check rubrics/sheet.yaml" },
  },
  "nothing-matched": {
    bad: { command: "score rubrics" },
    good: { command: "score enterprise.facts.yaml --rubrics rubrics" },
  },
  "unknown-verb": {
    bad: { command: "scoer enterprise.facts.yaml --rubrics rubrics" },
    good: { command: "score enterprise.facts.yaml --rubrics rubrics" },
  },
  "unknown-code": {
    bad: { command: "code tier-gab" },
    good: { command: "code tier-gap" },
  },
  "unknown-schema": {
    bad: { command: "schema sheet" },
    good: { command: "schema record" },
  },
  "unknown-option": {
    bad: { command: "score enterprise.facts.yaml --rubric rubrics" },
    good: { command: "score enterprise.facts.yaml --rubrics rubrics" },
  },
  "option-misplaced": {
    bad: { command: "score enterprise.facts.yaml --rubrics rubrics --indicator A" },
    good: { command: "explain enterprise.facts.yaml --rubrics rubrics --indicator A" },
  },
  "unknown-indicator": {
    bad: { command: "explain enterprise.facts.yaml --rubrics rubrics --indicator B" },
    good: { command: "explain enterprise.facts.yaml --rubrics rubrics --indicator A" },
  },
  "indicator-is-group": {
    bad: { command: "answer enterprise.record.json --indicator base" },
    good: { command: "answer enterprise.record.json --indicator A" },
  },
  "sheet-not-chosen": {
    given: { scheme: "blend:\n  - { id: sector, one_of: [sector], weight: 1 }" },
    bad: { sheet: "category: base", command: "template p --rubrics rubrics" },
    good: { sheet: "category: sector", command: "template p --rubrics rubrics --sheet s" },
  },
  "not-comparable": {
    bad: { command: "compare enterprise.facts.yaml --rubrics rubrics" },
    good: { command: "explain enterprise.facts.yaml --rubrics rubrics" },
  },
  "store-differs": {
    bad: {
      command: "score enterprise.facts.yaml --rubrics rubrics --record enterprise.record.json --store changed-store",
    },
    good: {
      command: "score enterprise.facts.yaml --rubrics rubrics --record enterprise.record.json --store rubric-store",
    },
  },
  "not-redactable": {
    bad: { command: "redact enterprise.facts.yaml --salts salts.json" },
    good: { command: "score enterprise.facts.yaml --rubrics rubrics" },
  },
  "nothing-personal": {
    given: { factSheet: "facts: { ok: true }" },
    bad: { facts: "ok: { type: boolean }", command: "redact enterprise.record.json --salts salts.json" },
    good: {
      facts: "ok: { type: boolean, personal: true }",
      command: "redact enterprise.record.json --salts salts.json",
    },
  },
  "no-difference": {
    bad: { command: "diff enterprise.facts.yaml enterprise.facts.yaml" },
    good: { command: "score enterprise.facts.yaml --rubrics rubrics" },
  },
  "record-refused": {
    bad: { command: "answer enterprise.facts.yaml --indicator A" },
    good: { command: "answer enterprise.record.json --indicator A" },
  },
  "not-two-versions": {
    bad: { command: "diff rubrics/sheet.yaml rubrics/scheme.yaml" },
    good: { command: "diff rubrics/sheet.yaml rubrics/sheet.yaml" },
  },
  "not-reexaminable": {
    bad: {
      factSheet: "facts: { ok: false }",
      command: "reexamine enterprise.record.json enterprise.facts.yaml --rubrics rubrics",
    },
    good: {
      factSheet: "facts: { ok: true }",
      command: "reexamine enterprise.record.json enterprise.facts.yaml --rubrics rubrics",
    },
  },
  "missing-argument": {
    bad: { command: "score --rubrics rubrics" },
    good: { command: "score enterprise.facts.yaml --rubrics rubrics" },
  },
  "stray-argument": {
    bad: { command: "list rubrics" },
    good: { command: "list --rubrics rubrics" },
  },
  "too-many-arguments": {
    bad: { command: "score enterprise.facts.yaml another.facts.yaml --rubrics rubrics --format json" },
    good: { command: "score enterprise.facts.yaml --rubrics rubrics --format json" },
  },
  "bad-option-value": {
    bad: { command: "score enterprise.facts.yaml --rubrics rubrics --format xml" },
    good: { command: "score enterprise.facts.yaml --rubrics rubrics --format json" },
  },
  "no-case-matched": {
    given: { cases: "cases:\n  - { name: 合同全部履行, given: { facts: { ok: true } }, expect: { score: 100 } }" },
    bad: { command: "test enterprise.cases.yaml --rubrics rubrics -t 合同部分履行" },
    good: { command: "test enterprise.cases.yaml --rubrics rubrics -t 全部履行" },
  },
  "update-refused": {
    given: { cases: "cases:\n  - { name: 合同全部履行, given: { facts: { ok: true } }, expect: { score: 100 } }" },
    bad: { command: "test enterprise.cases.yaml --rubrics rubrics --update" },
    good: { command: "test enterprise.cases.yaml --rubrics rubrics" },
  },
  "file-left-out": {
    given: {
      other: `kind: sheet
version: "1"
title: 零售业指标表
points: 2
indicators:
  - { id: A, title: 明码标价, points: 2, scoring: { rule: flag, fact: { type: boolean } } }`,
    },
    bad: { other: "id： retail", command: "score enterprise.facts.yaml --rubrics rubrics" },
    good: { other: "id: retail", command: "score enterprise.facts.yaml --rubrics rubrics" },
  },
  "not-written": {
    bad: { command: "score enterprise.facts.yaml --rubrics rubrics --output results/enterprise.txt" },
    good: { command: "score enterprise.facts.yaml --rubrics rubrics --output enterprise.txt" },
  },
  "findings-left-out": {
    bad: { factSheet: "facts:\n  contract_1: true\n  contract_2: true\n  # …" },
    good: { factSheet: "facts:\n  ok: true" },
    abridged: {
      zh: "一共 150 个没有声明的事实；列出 99 个，最后一条说还有 51 个",
      en: "150 facts that nobody declares: 99 are listed, and the last line says that there are 51 more",
    },
  },
};
