/** Examples: conditions, in an indicator and among the requirements of a scheme. */
import type { ValidateCode } from "../../../model/codes.js";
import type { Example, Parts } from "../example.js";

const applies: Parts = { sheet: "renormalise: true" };
const when = (condition: string): Parts => ({ leaf: `applies_when: ${condition}` });
const requires = (condition: string): Parts => ({
  scheme: `eligibility:
  - { id: E1, title: 企业规模, clause: 第三条, require: ${condition} }`,
});

const effect = (line: string): Parts => ({
  indicators: `- id: A
  title: 安全管理
  points: 2
  effects:
    - ${line}
  indicators:
    - { id: A1, title: 安全制度, points: 2, scoring: { rule: flag, fact: ok } }`,
});

export const conditionExamples = {
  "condition-too-early": {
    bad: requires("{ score: { at_least: 60 } }"),
    good: {
      scheme: `outcomes:
  - { id: passed, when: { score: { at_least: 60 } } }
  - { id: failed, otherwise: true }`,
    },
  },
  "breakdown-too-early": {
    given: applies,
    bad: when("{ indicator: B, points: { at_least: 1 } }"),
    good: {
      scheme: `outcomes:
  - { id: passed, when: { indicator: A, points: { at_least: 1 } } }
  - { id: failed, otherwise: true }`,
    },
  },
  "indicator-not-below": {
    bad: effect("{ when: { indicator: A2, points: { at_most: 0 } }, then: zero }"),
    good: effect("{ when: { indicator: A1, points: { at_most: 0 } }, then: zero }"),
  },
  "indicator-without-children": {
    bad: effect("{ when: { any_child_of: A1, points: { at_most: 0 } }, then: zero }"),
    good: effect("{ when: { any_child_of: A, points: { at_most: 0 } }, then: zero }"),
  },
  "no-test": {
    given: { ...applies, facts: "exporter: { type: boolean, title: 有出口业务 }" },
    bad: when("{ fact: exporter }"),
    good: when("{ fact: exporter, is: true }"),
  },
  "missing-not-alone": {
    given: { ...applies, facts: "grade: { type: choice, title: 纳税信用等级, options: [A, B] }" },
    bad: when("{ fact: grade, is: B, missing: true }"),
    good: when("{ any: [{ fact: grade, is: B }, { fact: grade, missing: true }] }"),
  },
  "n-too-large": {
    given: {
      ...applies,
      facts: `exporter: { type: boolean, title: 有出口业务 }
importer: { type: boolean, title: 有进口业务 }`,
    },
    bad: when("{ at_least_n: { n: 3, of: [{ fact: exporter, is: true }, { fact: importer, is: true }] } }"),
    good: when("{ at_least_n: { n: 2, of: [{ fact: exporter, is: true }, { fact: importer, is: true }] } }"),
  },
  "test-of-wrong-type": {
    given: { ...applies, facts: "exporter: { type: boolean, title: 有出口业务 }" },
    bad: when("{ fact: exporter, at_least: 1 }"),
    good: when("{ fact: exporter, is: true }"),
  },
  "option-unknown": {
    given: { facts: "size: { type: choice, title: 企业规模, options: [大型, 中型, 小型] }" },
    bad: { ...applies, ...when("{ fact: size, in: [大型, 中形] }") },
    good: { ...applies, ...when("{ fact: size, in: [大型, 中型] }") },
  },
} satisfies Partial<Record<ValidateCode, Example>>;
