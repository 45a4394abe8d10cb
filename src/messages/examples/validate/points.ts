/** Examples: points, what happens at their ends, and indicators that do not apply. */
import type { ValidateCode } from "../../../model/codes.js";
import type { Example, Parts } from "../example.js";

const two = (first: string, second: string): Parts => ({
  indicators: `- { id: A, title: 合同履约, points: ${first}, scoring: { rule: flag, fact: ok } }
- { id: B, title: 依法纳税, points: ${second}, scoring: { rule: flag, fact: taxes } }`,
});
/** Two indicators of 100 points each, with something said beside them. */
const mixed = (first: string, second: string): Parts => ({
  indicators: `- { id: A, title: 合同履约, points: 100, ${first}scoring: { rule: flag, fact: ok } }
- { id: B, title: 依法纳税, points: 100, ${second}scoring: { rule: flag, fact: taxes } }`,
});
const taxes: Parts = { facts: "taxes: { type: boolean }" };
const fines = (floor: string): Parts => ({
  leaf: `${floor}scoring:
  rule: events
  fact: fines
  start: full
  points: [{ points: -1 }]`,
});
const awards = (cap: string): Parts => ({
  leaf: `${cap}scoring: { rule: checklist, mode: per_item, each: 1, items: [state, province, city] }`,
});

/** Beside an ordinary indicator of 2 points. */
const beside = (lines: string): Parts => ({
  indicators: `- { id: A, title: 合同履约, points: 2, scoring: { rule: flag, fact: ok } }
- id: B
  title: 行政处罚
${lines.replaceAll(/^(?=.)/gm, "  ")}`,
});
const fined: Parts = { facts: "fined: { type: boolean, title: 受过处罚 }" };
const award: Parts = { facts: "award: { type: boolean, title: 省级荣誉 }" };
const sectioned = (cap: string): Parts => ({
  indicators: `- id: A
  title: 履约
  points: 2
${cap}  indicators:
    - { id: A1, title: 合同履约, points: 2, scoring: { rule: flag, fact: ok } }
    - { id: A2, title: 荣誉, points: 1, counts_as: bonus, absorbed_by: section, scoring: { rule: flag, fact: award } }`,
});
const penalties = (lines: string): Parts => ({
  indicators: `- { id: A, title: 合同履约, points: 2, scoring: { rule: flag, fact: ok } }
- id: B
  title: 不良信息
  counts_as: deduction
  floor: -5
  indicators:
    - id: B1
      title: 行政处罚
${lines.replaceAll(/^(?=.)/gm, "      ")}`,
});

export const pointExamples = {
  "points-do-not-add-up": {
    given: { sheet: "points: 10", ...taxes },
    bad: two("6", "5"),
    good: two("6", "4"),
  },
  "points-out-of-reach": {
    given: { sheet: "points: 10" },
    bad: { leaf: "points: 10\nscoring: { rule: flag, fact: ok, points: 9 }" },
    good: { leaf: "points: 10\nscoring: { rule: flag, fact: ok, points: 10 }" },
  },
  "shape-differs": {
    given: { ...taxes, ...two("1", "1") },
    bad: { sheet: "shape: [3]" },
    good: { sheet: "shape: [2]" },
  },
  "floor-unstated": {
    given: { facts: "fines: { type: events, title: 行政处罚 }" },
    bad: fines(""),
    good: fines("floor: 0\n"),
  },
  "cap-unstated": {
    given: {
      facts: `state: { type: boolean, title: 国家级荣誉 }
province: { type: boolean, title: 省级荣誉 }
city: { type: boolean, title: 市级荣誉 }`,
    },
    bad: awards(""),
    good: awards("cap: points\n"),
  },
  "floor-above-cap": {
    bad: { leaf: "floor: 2\ncap: 0" },
    good: { leaf: "floor: 0\ncap: 2" },
  },
  "round-off-grid": {
    given: { leaf: "scoring: { rule: flag, fact: ok }" },
    bad: { leaf: "cap: 2.5\nround: { places: 0, mode: half-up }" },
    good: { leaf: "cap: 2.5\nround: { places: 1, mode: half-up }" },
  },
  "renormalise-unstated": {
    given: { leaf: "may_be_not_applicable: true" },
    bad: { sheet: "points: 2" },
    good: { sheet: "points: 2\nrenormalise: true" },
  },
  "renormalise-needless": {
    given: { ...taxes, ...mixed("may_be_not_applicable: true, ", "") },
    bad: { sheet: "combine: mean\nrenormalise: true" },
    good: { sheet: "combine: mean" },
  },
  "weight-unstated": {
    given: { sheet: "combine: weighted_mean", ...taxes },
    bad: mixed("weight: 3, ", ""),
    good: mixed("weight: 3, ", "weight: 2, "),
  },
  "weight-needless": {
    given: { ...taxes, ...mixed("weight: 3, ", "weight: 2, ") },
    bad: { sheet: "combine: sum\npoints: 200" },
    good: { sheet: "combine: weighted_mean\npoints: 100" },
  },
  "coefficient-values-unstated": {
    given: { facts: "size: { type: choice, title: 企业规模, options: [大型, 小型] }" },
    bad: { leaf: "coefficient: { fact: size }" },
    good: { leaf: "coefficient: { fact: size, values: { 大型: 1, 小型: 0.8 } }" },
  },
  "coefficient-values-needless": {
    given: { facts: "share: { type: decimal, title: 承担比例, range: { at_least: 0, at_most: 1 } }" },
    bad: { leaf: "coefficient: { fact: share, values: { 1: 1 } }" },
    good: { leaf: "coefficient: { fact: share }" },
  },
  "option-without-coefficient": {
    given: { facts: "joint: { type: boolean, title: 参建 }" },
    bad: { leaf: "coefficient: { fact: joint, values: { true: 0.5 } }" },
    good: { leaf: "coefficient: { fact: joint, values: { true: 0.5, false: 1 } }" },
  },
  "policy-unused": {
    given: { sheet: "renormalise: true" },
    bad: { leaf: "if_not_applicable: full" },
    good: { leaf: "may_be_not_applicable: true\nif_not_applicable: full" },
  },
  "counts-as-key": {
    given: { ...fined, sheet: "floor: 0" },
    bad: beside("counts_as: deduction\npoints: 5\nfloor: -5\nscoring: { rule: flag, fact: fined, points: -5 }"),
    good: beside("counts_as: deduction\nfloor: -5\nscoring: { rule: flag, fact: fined, points: -5 }"),
  },
  "absorbed-by-unstated": {
    given: award,
    bad: beside("counts_as: bonus\npoints: 1\nscoring: { rule: flag, fact: award }"),
    good: beside("counts_as: bonus\npoints: 1\nabsorbed_by: sheet\nscoring: { rule: flag, fact: award }"),
  },
  "absorbed-by-cap": {
    given: { ...award, sheet: "cap: points" },
    bad: sectioned("  cap: 3\n"),
    good: sectioned("  cap: points\n"),
  },
  "deduction-floor-unstated": {
    given: { ...fined, sheet: "floor: 0" },
    bad: beside("counts_as: deduction\nscoring: { rule: flag, fact: fined, points: -5 }"),
    good: beside("counts_as: deduction\nfloor: -5\nscoring: { rule: flag, fact: fined, points: -5 }"),
  },
  "deduction-rises": {
    given: { ...fined, sheet: "floor: 0" },
    bad: beside("counts_as: deduction\nfloor: -5\nscoring: { rule: flag, fact: fined, points: 5 }"),
    good: beside("counts_as: deduction\nfloor: -5\nscoring: { rule: flag, fact: fined, points: -5 }"),
  },
  "deduction-takes-nothing": {
    given: { ...fined, sheet: "floor: 0" },
    bad: beside("counts_as: deduction\nfloor: -5\nscoring: { rule: flag, fact: fined }"),
    good: beside("counts_as: deduction\nfloor: -5\nscoring: { rule: flag, fact: fined, points: -5 }"),
  },
  "inside-deduction": {
    given: { ...fined, sheet: "floor: 0" },
    bad: penalties("points: 5\nscoring: { rule: flag, fact: fined }"),
    good: penalties("counts_as: deduction\nfloor: none\nscoring: { rule: flag, fact: fined, points: -5 }"),
  },
  "no-ordinary-indicator": {
    bad: { leaf: "counts_as: bonus\nabsorbed_by: sheet" },
    good: { leaf: "counts_as: ordinary" },
  },
} satisfies Partial<Record<ValidateCode, Example>>;
