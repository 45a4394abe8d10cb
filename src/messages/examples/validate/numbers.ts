/** Examples: how numbers are written. */
import type { ValidateCode } from "../../../model/codes.js";
import type { Example, Parts } from "../example.js";

/** Sixty points for keeping contracts, so that a number may have more than one digit. */
const sixty: Parts = { sheet: "points: 60", leaf: "points: 60" };

const flag = (points: string): Parts => ({ leaf: `scoring: { rule: flag, fact: ok, points: ${points} }` });
const score = (line: string): Parts => ({
  scheme: `outcomes:
  - { id: passed, when: { score: { at_least: ${line} } } }
  - { id: failed, otherwise: true }`,
});
const weight = (share: string): Parts => ({
  scheme: `blend:
  - { id: base, sheet: s, weight: ${share} }`,
});
const thousand = (points: string): Parts => ({ sheet: `points: ${points}` });
const turnover = (range: string): Parts => ({
  facts: `turnover: { type: decimal, title: 年营业额, unit: 元, range: { ${range} } }`,
});

export const numberExamples = {
  "not-a-number": { bad: flag("满分"), good: flag("2") },
  "not-a-number-or": { bad: { leaf: "floor: 零分" }, good: { leaf: "floor: 0" } },
  "number-too-long": {
    bad: score("80.000000000000000000000000000000000000000"),
    good: score("80"),
  },
  "number-full-width": { bad: flag("２"), good: flag("2") },
  "number-percent": { bad: weight("100%"), good: weight("1") },
  "number-fraction": { bad: { leaf: "when_missing: 1/2" }, good: { leaf: "when_missing: 0.5" } },
  "number-separator": { given: { leaf: "points: 1000" }, bad: thousand("1,000"), good: thousand("1000") },
  "number-exponent": { given: { leaf: "points: 1000" }, bad: thousand("1e3"), good: thousand("1000") },
  "number-radix": { bad: flag("0x2"), good: flag("2") },
  "number-not-finite": {
    given: {
      leaf: `scoring:
  rule: tiers
  fact: turnover
  tiers:
    - { at_least: 5000000, points: 2 }
    - { below: 5000000, points: 0 }`,
    },
    bad: turnover("at_least: 0, at_most: .inf"),
    good: turnover("at_least: 0"),
  },
  "number-plus-sign": { bad: flag("+2"), good: flag("2") },
  "number-leading-zero": { bad: flag("02"), good: flag("2") },
  "number-bare-point": { bad: flag("2."), good: flag("2") },
  "number-space": { bad: flag('"2 "'), good: flag("2") },
  "number-unit": { given: sixty, bad: flag("60分"), good: flag("60") },
  "number-precision": {
    bad: { value: '{ ...scheme, blend: [{ id: "base", sheet: "s", weight: 0.7 + 0.2 + 0.1 }] }' },
    good: { value: '{ ...scheme, blend: [{ id: "base", sheet: "s", weight: "1" }] }' },
  },
  "not-positive": { bad: { scheme: "points: 0" }, good: { scheme: "points: 100" } },
  "not-whole": {
    given: {
      facts: "fines: { type: events, title: 行政处罚 }",
      leaf: `floor: 0
scoring:
  rule: events
  fact: fines
  start: full
  points: [{ points: -1 }]`,
    },
    bad: { leaf: "  within: { last: { years: 1.5 }, first_day: counts }" },
    good: { leaf: "  within: { last: { months: 18 }, first_day: counts }" },
  },
  "count-too-large": {
    bad: { scheme: "display: { places: 100, mode: half-up }" },
    good: { scheme: "display: { places: 2, mode: half-up }" },
  },
} satisfies Partial<Record<ValidateCode, Example>>;
