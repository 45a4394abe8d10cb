/** Examples: the rules of indicators. */
import type { ValidateCode } from "../../../model/codes.js";
import type { Example, Parts } from "../example.js";

const grade: Parts = { facts: "grade: { type: choice, title: 纳税信用等级, options: [A, B, C] }" };
const awards: Parts = { facts: "awards: { type: choices, title: 获得的荣誉, options: [国家级, 市级] }" };
const rate: Parts = { facts: "rate: { type: decimal, title: 合同履约率, range: { at_least: 0, at_most: 100 } }" };
const tiers = (...lines: readonly string[]): Parts => ({
  leaf: ["scoring:", "  rule: tiers", "  fact: rate", "  tiers:", ...lines.map((line) => `    - ${line}`)].join("\n"),
});
const knots = (...lines: readonly string[]): Parts => ({
  leaf: [
    "scoring:",
    "  rule: linear",
    "  fact: rate",
    "  beyond: clip",
    "  knots:",
    ...lines.map((line) => `    - ${line}`),
  ].join("\n"),
});
const judged = (step: string): Parts => ({
  leaf: `scoring: { rule: judged, range: { at_least: 0, at_most: 2 }, step: ${step} }`,
});
const panel = (lines: string): string =>
  ["scoring:", "rule: panel", "range: { at_least: 0, at_most: 2 }", "step: 0.5", ...lines.split("\n")].join("\n  ");
const fines = (kind: string): Parts => ({
  leaf: `floor: 0
scoring:
  rule: events
  fact: fines
  start: full
  points:
    - { kind: ${kind}, points: -1 }`,
});
const corrected = (points: string, restore: string): Parts => ({
  leaf: `floor: 0
cap: points
scoring:
  rule: events
  fact: fines
  start: full
  points: [{ points: ${points} }]
  restore:
    - ${restore}`,
});
const sized: Parts = {
  facts: `big: { type: boolean, title: 规模以上 }
grade: { type: choice, title: 纳税信用等级, options: [A, B] }
rate: { type: decimal, title: 合同履约率, range: { at_least: 0, at_most: 100 } }`,
};
const table = (...lines: readonly string[]): Parts => ({
  leaf: ["scoring:", "  rule: table", "  rows:", ...lines.map((line) => `    - ${line}`)].join("\n"),
});
const best = (...lines: readonly string[]): Parts => ({
  leaf: ["scoring:", "  rule: best_of", "  of:", ...lines.map((line) => `    - ${line}`)].join("\n"),
});
const sevenFacts = ["a", "b", "c", "d", "e", "f", "g"];

export const ruleExamples = {
  "option-without-points": {
    given: grade,
    bad: { leaf: "scoring: { rule: choice, fact: grade, points: { A: 2, B: 1 } }" },
    good: { leaf: "scoring: { rule: choice, fact: grade, points: { A: 2, B: 1, C: 0 } }" },
  },
  "pick-unstated": {
    given: awards,
    bad: { leaf: "scoring: { rule: choice, fact: awards, points: { 国家级: 2, 市级: 1 } }" },
    good: { leaf: "scoring: { rule: choice, fact: awards, points: { 国家级: 2, 市级: 1 }, pick: best }" },
  },
  "pick-needless": {
    given: grade,
    bad: { leaf: "scoring: { rule: choice, fact: grade, points: { A: 2, B: 1, C: 0 }, pick: best }" },
    good: { leaf: "scoring: { rule: choice, fact: grade, points: { A: 2, B: 1, C: 0 } }" },
  },
  "tier-gap": {
    given: rate,
    bad: tiers("{ at_least: 95, points: 2 }", "{ at_least: 80, at_most: 90, points: 1 }", "{ below: 80, points: 0 }"),
    good: tiers("{ at_least: 95, points: 2 }", "{ at_least: 80, below: 95, points: 1 }", "{ below: 80, points: 0 }"),
  },
  "tier-overlap": {
    given: rate,
    bad: tiers("{ at_least: 95, points: 2 }", "{ at_most: 95, points: 0 }"),
    good: tiers("{ at_least: 95, points: 2 }", "{ below: 95, points: 0 }"),
  },
  "tier-unreachable": {
    given: rate,
    bad: tiers("{ above: 100, points: 2 }", "{ at_least: 95, at_most: 100, points: 2 }", "{ below: 95, points: 0 }"),
    good: tiers("{ at_least: 95, points: 2 }", "{ below: 95, points: 0 }"),
  },
  "steps-without-from": {
    given: rate,
    bad: tiers(
      "{ at_least: 95, points: 2 }",
      "{ below: 95, points: 2, steps: { per: 50, points: 1, partial: floor } }",
    ),
    good: tiers(
      "{ at_least: 95, points: 2 }",
      "{ below: 95, points: 2, steps: { from: 95, per: 50, points: 1, partial: floor } }",
    ),
  },
  "steps-from-outside": {
    given: rate,
    bad: tiers(
      "{ at_least: 80, points: 1, steps: { from: 60, per: 20, points: 1, partial: floor } }",
      "{ below: 80, points: 0 }",
    ),
    good: tiers(
      "{ at_least: 80, points: 1, steps: { per: 20, points: 1, partial: floor } }",
      "{ below: 80, points: 0 }",
    ),
  },
  "too-few-knots": {
    given: rate,
    bad: knots("{ at: 100, points: 2 }"),
    good: knots("{ at: 80, points: 0 }", "{ at: 100, points: 2 }"),
  },
  "knots-not-rising": {
    given: rate,
    bad: knots("{ at: 100, points: 2 }", "{ at: 80, points: 0 }"),
    good: knots("{ at: 80, points: 0 }", "{ at: 100, points: 2 }"),
  },
  "imported-without-record": {
    given: { leaf: "scoring: { rule: imported, fact: credit, from: { at_least: 0, at_most: 1000 } }" },
    bad: { facts: "credit: { type: decimal, title: 公共信用评分, range: { at_least: 0, at_most: 1000 } }" },
    good: {
      facts: "credit: { type: decimal, title: 公共信用评分, range: { at_least: 0, at_most: 1000 }, record: required }",
    },
  },
  "panel-trimmed-and-weighted": {
    bad: { leaf: panel("trim: 1\nweights: { 专职安全人员: 0.6, 其他: 0.4 }") },
    good: { leaf: panel("weights: { 专职安全人员: 0.6, 其他: 0.4 }") },
  },
  "panel-needs-more": {
    bad: { leaf: panel("assessors: { at_least: 2 }\ntrim: 1") },
    good: { leaf: panel("assessors: { at_least: 5 }\ntrim: 1") },
  },
  "step-off-grid": { bad: judged("0.3"), good: judged("0.5") },
  "event-kind-unknown": {
    given: { facts: "fines: { type: events, title: 行政处罚, kinds: [警告, 罚款] }" },
    bad: fines("罚金"),
    good: fines("罚款"),
  },
  "share-out-of-range": {
    given: { facts: "fines: { type: events, title: 行政处罚, fields: { days_to_correct: { type: integer } } }" },
    bad: corrected("-1", "{ when: { field: days_to_correct, at_most: 7 }, share: 50 }"),
    good: corrected("-1", "{ when: { field: days_to_correct, at_most: 7 }, share: 0.5 }"),
  },
  "nothing-to-restore": {
    given: { facts: "fines: { type: events, title: 行政处罚, fields: { days_to_correct: { type: integer } } }" },
    bad: corrected("1", "{ when: { field: days_to_correct, at_most: 7 }, share: 0.5 }"),
    good: corrected("-1", "{ when: { field: days_to_correct, at_most: 7 }, share: 0.5 }"),
  },
  "too-few-rules": {
    given: { facts: "listed: { type: boolean, title: 上市 }" },
    bad: best("{ title: 上市, rule: flag, fact: listed }"),
    good: { leaf: "scoring: { rule: flag, fact: listed }" },
  },
  "cell-of-wrong-type": {
    given: { facts: "big: { type: boolean, title: 规模以上 }" },
    bad: table("{ when: { big: 大 }, points: 2 }", "{ when: { big: false }, points: 0 }"),
    good: table("{ when: { big: true }, points: 2 }", "{ when: { big: false }, points: 0 }"),
  },
  "table-gap": {
    given: sized,
    bad: table(
      "{ when: { big: true, rate: { at_least: 95 } }, points: 2 }",
      "{ when: { big: true, rate: { below: 90 } }, points: 0 }",
      "{ when: { big: false, grade: [A, B] }, points: 1 }",
    ),
    good: table(
      "{ when: { big: true, rate: { at_least: 95 } }, points: 2 }",
      "{ when: { big: true, rate: { below: 95 } }, points: 0 }",
      "{ when: { big: false, grade: [A, B] }, points: 1 }",
    ),
  },
  "table-overlap": {
    given: sized,
    bad: table(
      "{ when: { grade: A }, points: 2 }",
      "{ when: { big: true, rate: { at_least: 95 } }, points: 1 }",
      "{ when: { grade: B, big: true, rate: { below: 95 } }, points: 0 }",
      "{ when: { grade: B, big: false }, points: 0 }",
    ),
    good: table(
      "{ when: { grade: A }, points: 2 }",
      "{ when: { grade: B, big: true, rate: { at_least: 95 } }, points: 1 }",
      "{ when: { grade: B, big: true, rate: { below: 95 } }, points: 0 }",
      "{ when: { grade: B, big: false }, points: 0 }",
    ),
  },
  "table-row-unreachable": {
    given: { facts: "rate: { type: decimal, title: 合同履约率, range: { at_least: 0, at_most: 100 } }" },
    bad: table(
      "{ when: { rate: { above: 100 } }, points: 2 }",
      "{ when: { rate: { at_least: 95, at_most: 100 } }, points: 2 }",
      "{ when: { rate: { below: 95 } }, points: 0 }",
    ),
    good: table("{ when: { rate: { at_least: 95 } }, points: 2 }", "{ when: { rate: { below: 95 } }, points: 0 }"),
  },
  "table-too-large": {
    given: { facts: sevenFacts.map((id) => `${id}: { type: boolean }`).join("\n") },
    bad: table(
      `{ when: { ${sevenFacts.map((id) => `${id}: true`).join(", ")} }, points: 2 }`,
      ...sevenFacts.map(
        (id, i) =>
          `{ when: { ${[...sevenFacts.slice(0, i).map((each) => `${each}: true`), `${id}: false`].join(", ")} }, points: 0 }`,
      ),
    ),
    good: {
      leaf: `cap: points
scoring: { rule: checklist, mode: per_item, each: 1, items: [${sevenFacts.join(", ")}] }`,
    },
  },
} satisfies Partial<Record<ValidateCode, Example>>;
