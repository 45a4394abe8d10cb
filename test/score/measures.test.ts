/** Measures: what follows from an outcome is listed once it is certain, and changes nothing else. */
import { describe, expect, test } from "vitest";
import { type Assessment, explain, renderText, validateRubric } from "../../src/index.js";
import { type Data, rangeScorer, scheme } from "../helpers/build/rubric.js";

const GOOD = [
  { id: "J1", title: { zh: "优先推荐", en: "recommended first" }, clause: "十二（四）" },
  { id: "J2", title: "容缺受理" },
];
const OUTCOMES = [
  { id: "good", when: { score: { at_least: 80 } }, measures: GOOD },
  { id: "ordinary", when: { score: { at_least: 60 } }, measures: [] },
  { id: "bad", otherwise: true, measures: [{ id: "C1", title: "从严审核" }] },
];
const PARTS = { goal: "good", outcomes: OUTCOMES };

const assessed = (score: number | Data): Assessment =>
  typeof score === "number"
    ? rangeScorer({ at_least: 0, at_most: 100 }, PARTS)({ facts: { x: score } })
    : rangeScorer(score, PARTS)();

describe("the measures of an outcome", () => {
  test("are listed as the scheme writes them", () => {
    expect(assessed(80).decision.measures).toEqual(GOOD);
    expect(assessed(59).decision.measures).toEqual([{ id: "C1", title: "从严审核" }]);
  });

  test("an empty list is none", () => {
    expect("measures" in assessed(60).decision).toBe(false);
  });

  test("nothing follows while more than one outcome is possible", () => {
    const { decision } = assessed({ at_least: 70, at_most: 90 });
    expect([decision.outcome, "measures" in decision]).toEqual(["undetermined", false]);
  });

  test("an outcome that is certain brings them before the score is known", () => {
    const { decision, score } = assessed({ at_least: 80, at_most: 90 });
    expect([score.status, decision.measures?.map(({ id }) => id)]).toEqual(["open", ["J1", "J2"]]);
  });

  test("are told in both languages, with the clause", () => {
    expect(explain(assessed(80), { lang: "zh" }).measures).toEqual(["J1 优先推荐〔十二（四）〕", "J2 容缺受理"]);
    expect(explain(assessed(80), { lang: "en" }).measures).toEqual([
      "J1 recommended first [十二（四）]",
      "J2 容缺受理",
    ]);
    expect(explain(assessed(60)).measures).toEqual([]);
  });

  test("are printed below the verdict", () => {
    const text = renderText(explain(assessed(59), { lang: "zh" }));
    expect(text).toContain("随之而来的措施\n  C1 从严审核\n");
    expect(renderText(assessed(59), { lang: "en" })).toContain("\n  C1  从严审核\n");
  });
});

describe("an outcome's measures are refused", () => {
  const codesOf = (measures: unknown): readonly (readonly [string, string])[] =>
    validateRubric(scheme({ goal: "yes", outcomes: [{ id: "yes", otherwise: true, measures }] })).diagnostics.map(
      ({ code, path }) => [code, path] as const,
    );

  test.each([
    [[{ id: "J1" }], "missing-key", "/outcomes/0/measures/0"],
    [[{ id: "J1", title: "甲", points: 3 }], "unknown-key", "/outcomes/0/measures/0/points"],
    [[{ id: "J1", title: "甲", source: "law" }], "document-undeclared", "/outcomes/0/measures/0/source"],
    [
      [
        { id: "J1", title: "甲" },
        { id: "J1", title: "乙" },
      ],
      "duplicate-id",
      "/outcomes/0/measures/1/id",
    ],
    ["容缺受理", "not-a-list", "/outcomes/0/measures"],
  ])("%j", (measures, code, path) => {
    expect(codesOf(measures)).toEqual([[code, path]]);
  });
});
