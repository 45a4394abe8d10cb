/** Examples: how a scheme blends its sheets and what comes out. */
import type { ValidateCode } from "../../../model/codes.js";
import type { Example, Parts } from "../example.js";

/** Beside the sheet of the frame, so that there are two weights. */
const tradeSheet: Parts = {
  other: `kind: sheet
id: trade
version: "1"
category: trade
title: 外贸指标表
points: 10
indicators:
  - { id: T1, title: 出口收汇, points: 10, scoring: { rule: flag, fact: { type: boolean } } }`,
};
const weights = (base: string, trade: string): Parts => ({
  scheme: `blend:
  - { id: base, sheet: s, weight: ${base} }
  - { id: trade, sheet: trade, weight: ${trade} }`,
});
const outcomes = (...lines: readonly string[]): Parts => ({
  scheme: ["outcomes:", ...lines.map((line) => `  - ${line}`)].join("\n"),
});
const bands = (...lines: readonly string[]): Parts => ({
  scheme: ["bands:", ...lines.map((line) => `  - ${line}`)].join("\n"),
});
const LADDER = ["{ id: A, at_least: 90 }", "{ id: B, below: 90 }"];
const effects = (then: string): Parts => ({
  scheme: `effects:\n  - { when: { fact: ok, is: false }, then: ${then} }`,
});
const passed = "{ id: passed, title: 通过, when: { score: { at_least: 80 } } }";

export const schemeExamples = {
  "weights-do-not-add-up": { given: tradeSheet, bad: weights("0.7", "0.2"), good: weights("0.7", "0.3") },
  "outcomes-not-closed": {
    bad: outcomes(passed, "{ id: failed, title: 不通过, when: { score: { below: 80 } } }"),
    good: outcomes(passed, "{ id: failed, title: 不通过, otherwise: true }"),
  },
  "otherwise-not-last": {
    bad: outcomes("{ id: failed, title: 不通过, otherwise: true }", passed),
    good: outcomes(passed, "{ id: failed, title: 不通过, otherwise: true }"),
  },
  "outcome-reserved": {
    bad: outcomes(passed, "{ id: undetermined, title: 不通过, otherwise: true }"),
    good: outcomes(passed, "{ id: failed, title: 不通过, otherwise: true }"),
  },
  "eligibility-unasked": {
    given: {
      scheme: `eligibility:
  - { id: E1, title: 依法注册, require: { fact: ok, is: true } }`,
    },
    bad: outcomes("{ id: passed, when: { score: { at_least: 80 } } }", "{ id: failed, otherwise: true }"),
    good: outcomes(
      "{ id: ineligible, when: { eligibility: ineligible } }",
      "{ id: passed, when: { score: { at_least: 80 } } }",
      "{ id: failed, otherwise: true }",
    ),
  },
  "goal-unknown": {
    given: outcomes(passed, "{ id: failed, title: 不通过, otherwise: true }"),
    bad: { scheme: "goal: pased" },
    good: { scheme: "goal: passed" },
  },
  "band-gap": {
    bad: bands("{ id: A, at_least: 90 }", "{ id: B, at_least: 60, at_most: 89 }", "{ id: C, below: 60 }"),
    good: bands("{ id: A, at_least: 90 }", "{ id: B, at_least: 60, below: 90 }", "{ id: C, below: 60 }"),
  },
  "band-overlap": {
    bad: bands("{ id: A, at_least: 90 }", "{ id: B, at_most: 90 }"),
    good: bands("{ id: A, at_least: 90 }", "{ id: B, below: 90 }"),
  },
  "band-unreachable": {
    given: { scheme: "points: 100" },
    bad: bands("{ id: AA, above: 100 }", "{ id: A, at_least: 90, at_most: 100 }", "{ id: B, below: 90 }"),
    good: bands("{ id: A, at_least: 90 }", "{ id: B, below: 90 }"),
  },
  "bands-not-in-order": {
    bad: bands("{ id: B, below: 90 }", "{ id: A, at_least: 90 }"),
    good: bands("{ id: A, at_least: 90 }", "{ id: B, below: 90 }"),
  },
  "band-unknown": {
    given: bands("{ id: A, at_least: 90 }", "{ id: B, below: 90 }"),
    bad: outcomes("{ id: passed, when: { band: AA } }", "{ id: failed, otherwise: true }"),
    good: outcomes("{ id: passed, when: { band: A } }", "{ id: failed, otherwise: true }"),
  },
  "bands-unstated": {
    bad: effects("{ bands_down: 1 }"),
    good: { scheme: `${effects("{ bands_down: 1 }").scheme}\n${bands(...LADDER).scheme}` },
  },
  "bands-down-too-far": {
    given: bands(...LADDER),
    bad: effects("{ bands_down: 2 }"),
    good: effects("{ bands_down: 1 }"),
  },
  "effect-off-scale": {
    given: { scheme: "points: 100" },
    bad: effects("{ at_most: 600 }"),
    good: effects("{ at_most: 60 }"),
  },
  "scale-not-rising": {
    bad: { scheme: "rescale: { from: { at_least: 0, at_most: 100 }, to: { at_least: 950, at_most: 350 } }" },
    good: { scheme: "rescale: { from: { at_least: 0, at_most: 100 }, to: { at_least: 350, at_most: 950 } }" },
  },
  "score-out-of-reach": {
    given: { scheme: "points: 100" },
    bad: outcomes("{ id: passed, when: { score: { at_least: 800 } } }", "{ id: failed, otherwise: true }"),
    good: outcomes("{ id: passed, when: { score: { at_least: 80 } } }", "{ id: failed, otherwise: true }"),
  },
} satisfies Partial<Record<ValidateCode, Example>>;
