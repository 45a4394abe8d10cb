import { describe, expect, test } from "vitest";
import { type Data, decimal, node, nodeAt, rangeScorer, scheme, scorer, sheet } from "../helpers/build/rubric.js";

const at_least = (n: number | string): Data => ({ score: { at_least: n } });
const below = (n: number | string): Data => ({ score: { below: n } });
const otherwise = (id: string): Data => ({ id, otherwise: true });

/** What is possible while the score lies in a range. */
const possible = (range: Data, outcomes: readonly Data[], parts: Data = {}): readonly string[] =>
  rangeScorer(range, { outcomes, goal: outcomes[0]!["id"], ...parts })().decision.possible;

describe("the decision while the score is open", () => {
  test("between 70 and 90, 80 or more and less than 80 leave no third way", () => {
    const outcomes = [{ id: "review", when: at_least(80) }, { id: "refused", when: below(80) }, otherwise("lost")];
    expect(possible({ at_least: 70, at_most: 90 }, outcomes)).toEqual(["review", "refused"]);
  });

  test("the same when nothing is known of the score but its range of 0 to 100", () => {
    const outcomes = [
      { id: "A", when: at_least(90) },
      { id: "B", when: { score: { at_least: 80, below: 90 } } },
      { id: "C", when: below(80) },
      otherwise("none"),
    ];
    expect(possible({ at_least: 0, at_most: 100 }, outcomes)).toEqual(["A", "B", "C"]);
    const whatever = { goal: "none" }; // no range is out of its reach
    expect(possible({ at_least: 0, at_most: 79 }, outcomes, whatever)).toEqual(["C"]);
    expect(possible({ at_least: 85, at_most: 89 }, outcomes, whatever)).toEqual(["B"]);
  });

  test.each([
    // The ends belong to the range.
    [{ at_least: 70, at_most: 80 }, at_least(80), ["yes", "no"]],
    [{ at_least: 70, at_most: 80 }, { score: { above: 80 } }, ["no"]],
    [{ at_least: 80, at_most: 90 }, at_least(80), ["yes"]],
    [{ at_least: 80, at_most: 90 }, { score: { above: 80 } }, ["yes", "no"]],
    [{ at_least: 80, at_most: 90 }, { score: { at_most: 80 } }, ["yes", "no"]],
    [{ at_least: 80, at_most: 90 }, below(80), ["no"]],
    [{ at_least: 70, at_most: "79.999" }, at_least(80), ["no"]],
    [{ at_least: "80.001", at_most: 90 }, { score: { at_most: 80 } }, ["no"]],
  ])("from %j, %j: %j", (range, when, expected) => {
    // A goal without a threshold, so that no range is out of its reach.
    const outcomes = [{ id: "yes", when }, otherwise("no")];
    expect(rangeScorer(range, { outcomes, goal: "no" })().decision.possible).toEqual(expected);
  });

  test("one cut may lie between two others", () => {
    const outcomes = [
      { id: "low", when: below(75) },
      { id: "middle", when: { all: [at_least(75), below(85)] } },
      { id: "exactly-85", when: { score: { at_least: 85, at_most: 85 } } },
      otherwise("high"),
    ];
    expect(possible({ at_least: 76, at_most: 84 }, outcomes)).toEqual(["middle"]);
    expect(possible({ at_least: 84, at_most: 86 }, outcomes)).toEqual(["middle", "exactly-85", "high"]);
    expect(possible({ at_least: 86, at_most: 90 }, outcomes)).toEqual(["high"]);
  });

  test("what is possible is listed in the order of the scheme", () => {
    const outcomes = [{ id: "z", when: below(50) }, { id: "a", when: at_least(80) }, otherwise("m")];
    expect(possible({ at_least: 0, at_most: 100 }, outcomes)).toEqual(["z", "a", "m"]);
  });

  test("a score without an end is cut all the same", () => {
    const outcomes = [{ id: "yes", when: at_least(80) }, { id: "no", when: below(80) }, otherwise("never")];
    const open = scorer(
      sheet({
        floor: "none",
        cap: "none",
        facts: { x: decimal() },
        indicators: [
          node("L", 100, {
            scoring: {
              rule: "linear",
              fact: "x",
              knots: [
                { at: 0, points: 0 },
                { at: 1, points: 1 },
              ],
              beyond: "extend",
            },
            floor: "none",
            cap: "none",
          }),
        ],
      }),
      scheme({ outcomes, goal: "yes", blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }] }),
    );
    expect(open().score.bounds).toMatchObject({ least: null, most: null });
    expect(open().decision.possible).toEqual(["yes", "no"]);
  });
});

describe("decided early", () => {
  test("a goal that can no longer be missed is certain while the score is open", () => {
    const { score, decision } = rangeScorer({ at_least: 80, at_most: 100 })();
    expect(score).toMatchObject({ status: "open", exact: null, display: null, certain: false });
    expect(decision).toMatchObject({
      outcome: "pass",
      certain: true,
      possible: ["pass"],
      margin: null,
      threshold: "80",
    });
  });

  test("so is one that can no longer be reached", () => {
    const scoring = { rule: "flag", fact: { type: "boolean" } };
    const score = scorer(sheet({ indicators: [node("a", 79, { scoring }), node("b", 21, { scoring })] }), scheme());
    expect(score({ facts: { b: false } }).decision).toMatchObject({ outcome: "fail", certain: true });
    expect(score({ facts: { b: true } }).decision).toMatchObject({
      outcome: "undetermined",
      certain: false,
      possible: ["pass", "fail"],
    });
  });

  test("a score whose bounds are one point is open all the same, and decided", () => {
    const { score, decision } = rangeScorer({ at_least: 80, at_most: 80 })();
    expect(score).toMatchObject({ status: "open", exact: null, bounds: { least: "80", most: "80" } });
    expect(decision).toMatchObject({ outcome: "pass", certain: true, margin: null });
  });

  test("a certain outcome is a proof: however the rest is filled in, it stays", () => {
    const score = rangeScorer({ at_least: 80, at_most: 100 });
    for (const x of ["80", "80.000001", "99", "100"]) expect(score({ facts: { x } }).decision.outcome).toBe("pass");
  });
});

describe("the goal", () => {
  test.each([
    ["86.345", "6.345", "pass"],
    ["80", "0", "pass"],
    ["79.996", "-0.004", "fail"], // shown as 80.00, and still below
  ])("with a score of %s the margin is %s: %s", (x, margin, outcome) => {
    const { decision } = rangeScorer({ at_least: 0, at_most: 100 })({ facts: { x } });
    expect(decision).toMatchObject({ goal: "pass", threshold: "80", margin, outcome, certain: true });
  });

  test("rounding for display decides nothing", () => {
    const { score, decision } = rangeScorer({ at_least: 0, at_most: 100 })({ facts: { x: "79.996" } });
    expect([score.exact, score.display, decision.outcome]).toEqual(["79.996", "80.00", "fail"]);
  });

  test("its threshold is found among all that must hold, and above counts as one", () => {
    const goal = (when: Data): unknown => {
      const outcomes = [{ id: "goal", when }, otherwise("other")];
      const { threshold, margin } = rangeScorer(
        { at_least: 0, at_most: 100 },
        { outcomes, goal: "goal" },
      )({ facts: { x: 90 } }).decision;
      return [threshold, margin];
    };
    expect(goal({ all: [{ eligibility: "eligible" }, { all: [at_least("80.0")] }] })).toEqual(["80", "10"]);
    expect(goal({ score: { above: 75 } })).toEqual(["75", "15"]);
    expect(goal({ any: [at_least(80), { eligibility: "ineligible" }] })).toEqual([null, null]); // not needed
    expect(goal({ score: { below: 80 } })).toEqual([null, null]);
  });
});

const FACTS = { holder: { type: "boolean" }, grade: { type: "choice", options: ["A", "B", "C"] } };

describe("outcomes that ask for facts and eligibility", () => {
  const holder = { id: "re-examination", when: { fact: "holder", is: true } };
  const scheme2023 = {
    facts: { ...FACTS, registered: { type: "boolean" } },
    eligibility: [{ id: "E1", title: "E1", require: { fact: "registered", is: true } }],
    outcomes: [
      holder,
      { id: "ineligible", when: { eligibility: "ineligible" } },
      { id: "review", when: at_least(80) },
      otherwise("not-shortlisted"),
    ],
    goal: "review",
  };
  const score = rangeScorer({ at_least: 0, at_most: 100 }, scheme2023);
  const decided = (facts: Data): readonly string[] => score({ facts }).decision.possible;

  test.each([
    [{ holder: true }, ["re-examination"]], // the first that holds, whatever the rest
    [{ holder: true, registered: false, x: 0 }, ["re-examination"]],
    [{ holder: false, registered: false }, ["ineligible"]],
    [{ holder: false, registered: true, x: 80 }, ["review"]],
    [{ holder: false, registered: true, x: "79.99" }, ["not-shortlisted"]],
    [{ holder: false, x: 90 }, ["ineligible", "review"]],
    [{ registered: true, x: 90 }, ["re-examination", "review"]],
    [{}, ["re-examination", "ineligible", "review", "not-shortlisted"]],
  ])("%j: %j", (facts, expected) => {
    expect(decided(facts)).toEqual(expected);
  });

  test("an unknown yes or no is tried both ways", () => {
    const outcomes = [
      { id: "yes", when: { fact: "holder", is: true } },
      { id: "no", when: { fact: "holder", is: false } },
      otherwise("neither"),
    ];
    expect(possible({ at_least: 0, at_most: 100 }, outcomes, { facts: { holder: FACTS.holder } })).toEqual([
      "yes",
      "no",
    ]);
  });

  test("an unknown choice is tried with every option", () => {
    const outcomes = [
      { id: "good", when: { fact: "grade", in: ["A", "B"] } },
      { id: "bad", when: { fact: "grade", is: "C" } },
      otherwise("neither"),
    ];
    expect(possible({ at_least: 0, at_most: 100 }, outcomes, { facts: { grade: FACTS.grade } })).toEqual([
      "good",
      "bad",
    ]);
  });

  test("where a condition speaks of missing, it may also turn out missing", () => {
    const outcomes = [
      { id: "yes", when: { fact: "holder", is: true } },
      { id: "asked", when: { fact: "holder", missing: true } },
      otherwise("no"),
    ];
    const score = rangeScorer(
      { at_least: 0, at_most: 100 },
      { outcomes, goal: "yes", facts: { holder: FACTS.holder } },
    );
    expect(score().decision.possible).toEqual(["yes", "asked", "no"]);
    expect(score({ closed: true }).decision.possible).toContain("asked");
  });

  test("twelve unknown booleans are 4 096 combinations, which are all tried", () => {
    const ids = Array.from({ length: 12 }, (_, i) => `b${i}`);
    const facts = Object.fromEntries(ids.map((id) => [id, { type: "boolean" }]));
    const either = (fact: string): Data => ({
      any: [
        { fact, is: true },
        { fact, is: false },
      ],
    });
    const outcomes = [{ id: "always", when: { all: ids.map(either) } }, otherwise("never")];
    expect(possible({ at_least: 0, at_most: 100 }, outcomes, { facts })).toEqual(["always"]);
  });

  test("more of them are left unknown: more may seem possible, never less", () => {
    const ids = Array.from({ length: 20 }, (_, i) => `b${i}`);
    const facts = Object.fromEntries(ids.map((id) => [id, { type: "boolean" }]));
    const outcomes = [{ id: "all", when: { all: ids.map((fact) => ({ fact, is: true })) } }, otherwise("not-all")];
    expect(possible({ at_least: 0, at_most: 100 }, outcomes, { facts })).toEqual(["all", "not-all"]);
  });

  test("numbers that outcomes read are unknown, not tried", () => {
    const outcomes = [
      { id: "many", when: { fact: "staff", at_least: 10 } },
      { id: "few", when: { fact: "staff", below: 10 } },
      otherwise("neither"),
    ];
    expect(possible({ at_least: 0, at_most: 100 }, outcomes, { facts: { staff: decimal() } })).toEqual([
      "many",
      "few",
      "neither",
    ]);
  });
});

describe("the reasons of a decision", () => {
  test("every outcome up to the one that holds, with what it read", () => {
    const outcomes = [
      { id: "holder", when: { fact: "holder", is: true }, clause: "七（二）" },
      { id: "ineligible", when: { eligibility: "ineligible" } },
      { id: "review", when: at_least(80), clause: "六（二）" },
      otherwise("no"),
    ];
    const score = rangeScorer(
      { at_least: 0, at_most: 100 },
      { outcomes, goal: "review", facts: { holder: FACTS.holder } },
    );
    expect(score({ facts: { holder: false, x: "80.50" } }).decision.reasons).toEqual([
      {
        outcome: "holder",
        result: "false",
        clause: "七（二）",
        asks: { kind: "fact", fact: "holder", tests: [{ op: "is", value: true }] },
        because: [{ read: "holder", value: false, state: "given", test: { is: true }, result: "false" }],
      },
      {
        outcome: "ineligible",
        result: "false",
        asks: { kind: "eligibility", is: "ineligible" },
        because: [
          { read: "eligibility", value: "eligible", state: "given", test: { is: "ineligible" }, result: "false" },
        ],
      },
      {
        outcome: "review",
        result: "true",
        clause: "六（二）",
        asks: { kind: "score", interval: { low: { value: "80", inclusive: true } } },
        because: [{ read: "score", value: "80.5", state: "given", test: { at_least: "80" }, result: "true" }],
      },
    ]);
  });

  test("an end of the range that would do leaves the answer open", () => {
    const [reason] = rangeScorer({ at_least: 70, at_most: 80 })().decision.reasons;
    expect(reason).toMatchObject({ outcome: "pass", result: "unknown" });
    const low = { outcomes: [{ id: "low", when: { score: { at_most: 70 } } }, otherwise("high")], goal: "high" };
    expect(rangeScorer({ at_least: 70, at_most: 80 }, low)().decision.reasons[0]!.result).toBe("unknown");
  });

  test("an open score is read as unknown", () => {
    const [reason] = rangeScorer({ at_least: 70, at_most: 90 })().decision.reasons;
    expect(reason).toMatchObject({
      outcome: "pass",
      result: "unknown",
      because: [{ read: "score", value: null, state: "unknown" }],
    });
  });
});

describe("nothing at all applies", () => {
  const score = scorer(
    sheet({
      renormalise: true,
      indicators: [
        node("L", 100, { may_be_not_applicable: true, scoring: { rule: "flag", fact: { type: "boolean" } } }),
      ],
    }),
    scheme({ outcomes: [{ id: "pass", when: at_least(80) }, { id: "low", when: below(80) }, otherwise("none")] }),
  );

  test("every condition on the score is false", () => {
    const assessment = score({ not_applicable: { L: { by: "a", reason: "b" } } });
    expect(nodeAt(assessment, "sheet").status).toBe("not-applicable");
    expect(assessment.score).toMatchObject({ status: "nothing-scored", exact: null, display: null, certain: true });
    expect(assessment.decision).toMatchObject({
      outcome: "none",
      certain: true,
      possible: ["none"],
      threshold: "80",
      margin: null,
    });
  });

  test("while that may still come, it is one more possibility", () => {
    expect(score().decision.possible).toEqual(["pass", "low", "none"]);
    expect(score({ facts: { L: true } }).decision.possible).toEqual(["pass"]); // what is answered applies
  });
});
