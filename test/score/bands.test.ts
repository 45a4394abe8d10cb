/** Bands: the grade of a score, while it is open too, and outcomes that ask for it. */
import { describe, expect, test } from "vitest";
import { type Assessment, type Decision, validateRubric } from "../../src/index.js";
import { type Data, node, rangeScorer, scheme, scorer, sheet, valid } from "../helpers/build/rubric.js";

const LADDER = [
  { id: "AAA", at_least: 90 },
  { id: "AA", at_least: 80, below: 90 },
  { id: "A", at_least: 60, below: 80 },
  { id: "B", below: 60 },
];
const NO_GOAL = { goal: "rest", outcomes: [{ id: "rest", otherwise: true }] };
const KEEP = { blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }] };

/** With a score that is a number, or that lies in a range. */
const assessed = (score: Data | number | string, parts: Data = {}): Assessment => {
  const all = { ...NO_GOAL, bands: LADDER, ...parts };
  return typeof score === "object"
    ? rangeScorer(score, all)()
    : rangeScorer({ at_least: 0, at_most: 100 }, all)({ facts: { x: score } });
};
const decided = (score: Data | number | string, parts: Data = {}): Decision => assessed(score, parts).decision;
const bandsOf = (range: Data | number | string, parts: Data = {}): unknown => {
  const { band, bands } = decided(range, parts);
  return [band, bands];
};

describe("the band of a score", () => {
  test.each([
    [100, "AAA"],
    [90, "AAA"],
    ["89.9999999999999999999999", "AA"],
    [80, "AA"],
    ["79.996", "A"],
    [60, "A"],
    ["59.5", "B"],
    [0, "B"],
  ])("%s is in %s", (n, band) => {
    expect(bandsOf(n)).toEqual([band, [band]]);
  });

  test("without bands there is none, and nothing is said of possible ones", () => {
    const decision = decided(90, { bands: [] });
    expect(decision.band).toBeNull();
    expect("bands" in decision).toBe(false);
  });

  test("is compared before it is shown: 79.996 reads 80.00 and stays below it", () => {
    const assessment = assessed("79.996");
    expect([assessment.score.display, assessment.decision.band]).toEqual(["80.00", "A"]);
  });

  test("of a rounded score is that of what it was rounded to", () => {
    const round = { places: 1, mode: "half-up" };
    expect(bandsOf("79.96", { round })).toEqual(["AA", ["AA"]]);
    expect(bandsOf("79.94", { round })).toEqual(["A", ["A"]]);
  });
});

describe("the bands still possible", () => {
  test("best first, with both ends of the range", () => {
    expect(bandsOf({ at_least: 75, at_most: 90 })).toEqual([null, ["AAA", "AA", "A"]]);
    expect(bandsOf({ at_least: 80, at_most: 89 })).toEqual(["AA", ["AA"]]);
    expect(bandsOf({ at_least: 0, at_most: 100 })).toEqual([null, ["AAA", "AA", "A", "B"]]);
  });

  test("on a grid nothing lies between its numbers", () => {
    // 89.9 and 90 are neighbours once the score is rounded to one place.
    const bands = [
      { id: "high", at_least: 90 },
      { id: "low", at_most: "89.9" },
    ];
    const round = { places: 1, mode: "half-up" };
    const outcomes = [
      { id: "up", when: { band: "high" } },
      { id: "down", when: { band: "low" } },
      { id: "rest", otherwise: true },
    ];
    const {
      band,
      bands: possible,
      possible: ends,
    } = decided({ at_least: 85, at_most: 95 }, { bands, round, outcomes });
    expect([band, possible, ends]).toEqual([null, ["high", "low"], ["up", "down"]]);
  });

  test("none where there is no score", () => {
    const leaf = node("A", 100, { scoring: { rule: "flag", fact: { type: "boolean" } }, may_be_not_applicable: true });
    const score = scorer(sheet({ renormalise: "none", indicators: [leaf] }), scheme({ ...NO_GOAL, bands: LADDER }));
    const { decision } = score({ not_applicable: { A: { by: "甲", reason: "无" } } });
    expect([decision.band, decision.bands]).toEqual([null, []]);
    const open = score({}).decision;
    expect([open.band, open.bands]).toEqual([null, ["AAA", "AA", "A", "B"]]);
  });
});

describe("an outcome that asks for a band", () => {
  const outcomeOf = (n: number | string, asked: unknown): unknown => {
    const outcomes = [
      { id: "yes", when: { band: asked } },
      { id: "rest", otherwise: true },
    ];
    const { outcome, reasons } = decided(n, { outcomes });
    return [outcome, reasons[0]!.because.map(({ value, test, result }) => [value, test, result])];
  };

  test("one, several, or one and the better ones", () => {
    expect(outcomeOf(85, "AA")).toEqual(["yes", [["AA", { is: "AA" }, "true"]]]);
    expect(outcomeOf(95, "AA")).toEqual(["rest", [["AAA", { is: "AA" }, "false"]]]);
    expect(outcomeOf(65, ["A", "AAA"])).toEqual(["yes", [["A", { in: ["AAA", "A"] }, "true"]]]);
    expect(outcomeOf(95, { at_least: "AA" })).toEqual(["yes", [["AAA", { in: ["AAA", "AA"] }, "true"]]]);
    expect(outcomeOf(79, { at_least: "AA" })).toEqual(["rest", [["A", { in: ["AAA", "AA"] }, "false"]]]);
  });

  test("neighbours are one range: between 75 and 95 it is A or better for certain", () => {
    const outcomes = [
      { id: "yes", when: { band: { at_least: "A" } } },
      { id: "rest", otherwise: true },
    ];
    const { outcome, certain, reasons } = decided({ at_least: 75, at_most: 95 }, { outcomes });
    expect([outcome, certain, reasons[0]!.result]).toEqual(["yes", true, "true"]);
  });

  test("with a fact beside it, and turned round", () => {
    const facts = { pledged: { type: "boolean" } };
    const outcomes = [
      { id: "title", when: { all: [{ band: "AAA" }, { fact: "pledged", is: true }] } },
      { id: "not-low", when: { not: { band: "B" } } },
      { id: "rest", otherwise: true },
    ];
    const { possible } = decided({ at_least: 70, at_most: 92 }, { facts, outcomes });
    expect(possible).toEqual(["title", "not-low"]);
    expect(decided(10, { facts, outcomes }).outcome).toBe("rest");
  });

  test("gives the threshold: the lower end of the worst band that will do", () => {
    const outcomes = [
      { id: "yes", when: { band: { at_least: "AA" } } },
      { id: "rest", otherwise: true },
    ];
    const { threshold, margin } = decided("85.5", { outcomes, goal: "yes" });
    expect([threshold, margin]).toEqual(["80", "5.5"]);
  });
});

describe("a ladder that does not hold every score once", () => {
  const words = (bands: readonly Data[], parts: Data = {}): string => {
    const found = validateRubric(scheme({ ...NO_GOAL, bands, ...parts }));
    return found.diagnostics.map(({ message }) => message.en).join("\n");
  };

  test("shows the score that is missing, 350 in none as in the published scale", () => {
    expect(
      words(
        [
          { id: "A", above: 350 },
          { id: "B", below: 350 },
        ],
        { points: 950 },
      ),
    ).toContain("a score of 350 lies in no band");
  });

  test("covers all numbers where a component keeps what is outside of its sheet", () => {
    const bands = [
      { id: "A", at_least: 60, at_most: 100 },
      { id: "B", below: 60 },
    ];
    expect(() => valid(scheme({ ...NO_GOAL, bands }))).not.toThrow();
    expect(words(bands, KEEP)).toContain("a score of 101 lies in no band");
  });

  test("on the grid of a rounded score a step is no hole", () => {
    const bands = [
      { id: "A", at_least: 90 },
      { id: "B", at_most: "89.9" },
    ];
    expect(words(bands)).toContain("a score of 89.95 lies in no band");
    const round = { places: 1, mode: "half-up" };
    expect(() => valid(scheme({ ...NO_GOAL, bands, round }))).not.toThrow();
    expect(words(bands, { round: { places: 2, mode: "half-up" } })).toContain("a score of 89.91 lies in no band");
  });
});
