import { describe, expect, test } from "vitest";
import { explain, renderText } from "../../src/index.js";
import { hasIndicator, indicatorsOf } from "../../src/explain/explain.js";
import { type Data, node, scheme, scorer, sheet } from "../helpers/build/rubric.js";
import type { NodeStory } from "../../src/model/explanation.js";

const flag = (id: string, points: number): Data =>
  node(id, points, { scoring: { rule: "flag", fact: { type: "boolean" } } });
const assessment = scorer(
  sheet({ indicators: [node("A", 60, { indicators: [flag("A1", 40), flag("A2", 20)] }), flag("D1", 40)] }),
  sheet({ id: "sector", indicators: [flag("D1", 80), flag("S1", 20)] }),
  scheme({
    blend: [
      { id: "base", sheet: "sheet", weight: "0.5" },
      { id: "extra", sheet: "sector", weight: "0.5" },
    ],
  }),
)({ facts: { A1: true } });

/** Ids from the sheet down to everything that is told. */
const ids = ({ id, children }: NodeStory): string =>
  children.length === 0 ? id : `${id}(${children.map(ids).join(" ")})`;
const told = (indicator: string): readonly string[] =>
  explain(assessment, { indicator }).components.map(({ id, root }) => `${id}: ${ids(root!)}`);

describe("one indicator", () => {
  test.each([
    ["a bare id that one sheet has", "A1", ["base: sheet(A(A1))"]],
    ["component and id", "extra/D1", ["extra: sector(D1)"]],
    ["component and id of a group, with everything below it", "base/A", ["base: sheet(A(A1 A2))"]],
    ["a component alone", "base", ["base: sheet(A(A1 A2) D1)"]],
    ["an id of the other component", "S1", ["extra: sector(S1)"]],
  ])("%s: %s", (_what, indicator, expected) => {
    expect(told(indicator)).toEqual(expected);
    expect(hasIndicator(assessment, indicator)).toBe(true);
  });

  test.each([
    ["D1", 'several indicators are called "D1": "base/D1", "extra/D1"'],
    ["base/S1", 'the assessment has no indicator "base/S1"; did you mean "base/A1"?'],
    ["sheet", 'the assessment has no indicator "sheet"'],
    ["extra/A1", 'the assessment has no indicator "extra/A1"; did you mean "extra/D1"?'],
    ["", 'the assessment has no indicator ""; did you mean "A"?'],
    ["nowhere at all", 'the assessment has no indicator "nowhere at all"'],
  ])("%j is none", (indicator, message) => {
    expect(hasIndicator(assessment, indicator)).toBe(false);
    expect(() => explain(assessment, { indicator })).toThrow(new TypeError(`\`explain\`: ${message}`));
  });

  test("all of them by their full names", () => {
    expect(indicatorsOf(assessment)).toEqual([
      "base",
      "base/A",
      "base/A1",
      "base/A2",
      "base/D1",
      "extra",
      "extra/D1",
      "extra/S1",
    ]);
  });

  test("the verdict stays, everything else makes room", () => {
    const story = explain(assessment, { lang: "en", indicator: "A1" });
    expect(story.indicator).toBe("A1");
    expect(story.verdict).toEqual(explain(assessment, { lang: "en" }).verdict);
    expect([story.reasons, story.eligibility.conditions, story.settling, story.total]).toEqual([[], [], [], []]);
    expect(renderText(story)).toBe(
      [
        "Scheme  scheme@1",
        "enterprise: not named  as of: 2023-11-10",
        "sheets: sheet@1 (base); sector@1 (extra)",
        "",
        "Outcome",
        "  open; it may be: pass, fail.",
        "  the score is open, between 20 and 100, the threshold is 80.",
        "",
        "Indicators",
        '  [5, 10) includes 5 and excludes 10; "in the score" is in points of the score, and each level adds up to the one above.',
        "  base Sheet",
        "    between 40 and 100 of 100 points",
        "    A A",
        "      between 40 and 60 of 60 points",
        "      A1 A1",
        "        yes → 40 of 40 points → 20 in the score",
        "          · standard: A1: yes is worth 40, no 0",
        "          · evidence: A1: none attached",
        "          · in the score: 40 × 0.5 = 20",
        "  base  weight 0.5, 50 points of the score at best; what it brings is open",
        "",
      ].join("\n"),
    );
  });
});

describe("what `explain` takes", () => {
  test.each([
    ["no assessment", () => explain({} as never)],
    ["another language", () => explain(assessment, { lang: "de" as never })],
    ["an option that it has not", () => explain(assessment, { language: "en" } as never)],
    ["an indicator that is no text", () => explain(assessment, { indicator: 7 as never })],
  ])("%s is a TypeError", (_what, act) => {
    expect(act).toThrow(TypeError);
  });

  test("Chinese unless told otherwise", () => {
    expect(explain(assessment).lang).toBe("zh");
    expect(explain(assessment)).toEqual(explain(assessment, { lang: "zh" }));
  });
});
