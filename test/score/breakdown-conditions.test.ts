/** Conditions that read the breakdown: points of an indicator, or of those below it. */
import { describe, expect, test } from "vitest";
import type { Assessment, Because } from "../../src/index.js";
import { type Data, node, scheme, scorer, sheet } from "../helpers/build/rubric.js";

const judged = (id: string, points: number, parts: Data = {}): Data =>
  node(id, points, { scoring: { rule: "judged", range: { at_least: 0, at_most: points }, step: 1 }, ...parts });
const MAYBE = { may_be_not_applicable: true };

/** B 40 of B1 20 and B2 20, which may not apply; C 60 of C1 30 and C2 30. */
const SHEET = sheet({
  renormalise: "none",
  indicators: [
    node("B", 40, { indicators: [judged("B1", 20), judged("B2", 20, MAYBE)] }),
    node("C", 60, { indicators: [judged("C1", 30), judged("C2", 30)] }),
  ],
});

const points = (given: Readonly<Record<string, number>>): Data => ({
  judgements: Object.fromEntries(
    Object.entries(given).map(([id, n]) => [id, { points: n, by: "a", as: "b", reason: "c" }]),
  ),
});
const OUT = { not_applicable: { B2: { by: "a", reason: "b" } } };
const ALL = { B1: 12, B2: 0, C1: 30, C2: 18 };

const assessed = (when: Data, given: Data): Assessment =>
  scorer(
    SHEET,
    scheme({
      goal: "yes",
      outcomes: [
        { id: "yes", when },
        { id: "no", otherwise: true },
      ],
    }),
  )(given);
const possible = (when: Data, given: Data): readonly string[] => assessed(when, given).decision.possible;
const reads = (when: Data, given: Data): Because => assessed(when, given).decision.reasons[0]!.because[0]!;

describe("points of an indicator", () => {
  test.each([
    ["B1", { at_least: 12 }, "yes"],
    ["B1", { above: 12 }, "no"],
    ["base/B1", { at_most: 12 }, "yes"],
    ["C", { at_least: 48 }, "yes"],
    ["C", { at_least: 49 }, "no"],
    // The component stands for its sheet.
    ["base", { at_least: 60, below: 61 }, "yes"],
  ])("%s is asked for %j: %s", (indicator, asked, outcome) => {
    expect(possible({ indicator, points: asked }, points(ALL))).toEqual([outcome]);
  });

  test("are read at full scale: 12 of the 20 that apply are 24 of 40", () => {
    const given = { ...points({ B1: 12, C1: 30, C2: 18 }), ...OUT };
    expect(possible({ indicator: "B", points: { at_least: 24, at_most: 24 } }, given)).toEqual(["yes"]);
    expect(reads({ indicator: "B", points: { at_least: 25 } }, given)).toEqual({
      read: "base/B",
      value: "24",
      state: "given",
      test: { points: { at_least: "25" } },
      result: "false",
      indicators: [
        {
          indicator: "base/B",
          title: "B",
          points: "40",
          applies: "yes",
          bounds: { least: "24", most: "24", tight: true },
          meets: "false",
        },
      ],
    });
  });

  test("are none where it does not apply: no question about them is answered yes", () => {
    const given = { ...points({ B1: 12, C1: 30, C2: 18 }), ...OUT };
    expect(possible({ indicator: "B2", points: { at_most: 0 } }, given)).toEqual(["no"]);
    expect(possible({ not: { indicator: "B2", points: { at_most: 0 } } }, given)).toEqual(["yes"]);
  });

  test("while they are open their bounds are compared", () => {
    const given = points({ B1: 12, C1: 30 });
    expect(possible({ indicator: "C", points: { at_least: 30 } }, given)).toEqual(["yes"]);
    expect(possible({ indicator: "C", points: { at_least: 31 } }, given)).toEqual(["yes", "no"]);
    expect(possible({ indicator: "C", points: { below: 30 } }, given)).toEqual(["no"]);
  });

  test("of what may not apply are open, unless no points would do", () => {
    // B1 has 12 of 20; with B2 B comes to 12 to 32 of 40, without it to 24.
    const given = points({ B1: 12, C1: 30, C2: 18 });
    expect(possible({ indicator: "B", points: { at_least: 12, at_most: 32 } }, given)).toEqual(["yes"]);
    expect(possible({ indicator: "B", points: { above: 32 } }, given)).toEqual(["no"]);
    expect(possible({ indicator: "B2", points: { at_least: 0 } }, given)).toEqual(["yes", "no"]);
    expect(possible({ indicator: "B2", points: { above: 20 } }, given)).toEqual(["no"]);
  });
});

describe("points below what may itself not apply", () => {
  const flag = node("B1", 40, { scoring: { rule: "flag", fact: { type: "boolean" } } });
  const ofB = (parts: Data) =>
    scorer(
      sheet({
        renormalise: "none",
        facts: { two: { type: "boolean" } },
        indicators: [node("B", 40, { indicators: [flag], ...parts }), judged("C", 60)],
      }),
      scheme({
        goal: "yes",
        outcomes: [
          { id: "yes", when: { any_child_of: "B", points: { at_least: 40 } } },
          { id: "rest", otherwise: true },
        ],
      }),
    );
  const asks = { applies_when: { fact: "two", is: true } };

  test.each([{}, { if_not_applicable: "full" }])("are open with it: %j", (parts) => {
    const score = ofB({ ...asks, ...parts });
    expect(score({ facts: { B1: true } }).decision.possible).toEqual(["yes", "rest"]);
    expect(score({ facts: { B1: true, two: false } }).decision.outcome).toBe("rest");
    expect(score({ facts: { B1: true, two: true } }).decision.outcome).toBe("yes");
  });

  test("a bonus is open with what it would be added to", () => {
    const bonus = { ...judged("B2", 5), counts_as: "bonus", absorbed_by: "section" };
    const may = { ...flag, ...MAYBE };
    const score = scorer(
      sheet({ renormalise: "none", indicators: [node("B", 40, { indicators: [may, bonus] }), judged("C", 60)] }),
      scheme({
        goal: "yes",
        outcomes: [
          { id: "yes", when: { indicator: "B2", points: { at_least: 5 } } },
          { id: "no", otherwise: true },
        ],
      }),
    );
    expect(score(points({ B2: 5 })).decision.possible).toEqual(["yes", "no"]);
    expect(score({ ...points({ B2: 5 }), not_applicable: { B1: { by: "a", reason: "b" } } }).decision.outcome).toBe(
      "no",
    );
  });
});

describe("points of those below", () => {
  test.each([
    [{ any_child_of: "B", points: { at_most: 0 } }, "yes"],
    [{ any_child_of: "C", points: { at_most: 0 } }, "no"],
    [{ every_child_of: "C", points: { at_least: 18 } }, "yes"],
    [{ every_child_of: "C", points: { above: 18 } }, "no"],
    [{ any_child_of: "base", points: { at_least: 48 } }, "yes"],
    // Only those directly below: B has 12.
    [{ any_child_of: "base", points: { at_most: 0 } }, "no"],
    [{ not: { any_child_of: "B", points: { at_most: 0 } } }, "no"],
  ])("%j: %s", (when, outcome) => {
    expect(possible(when, points(ALL))).toEqual([outcome]);
  });

  test("what does not apply is passed over", () => {
    const given = { ...points({ B1: 12, C1: 30, C2: 18 }), ...OUT };
    expect(possible({ any_child_of: "B", points: { at_most: 0 } }, given)).toEqual(["no"]);
    expect(possible({ every_child_of: "B", points: { at_least: 12 } }, given)).toEqual(["yes"]);
  });

  test("of none that applies, any does not hold and every does", () => {
    const optional = scorer(
      sheet({
        renormalise: "none",
        indicators: [node("B", 40, { indicators: [judged("B1", 40, MAYBE)] }), judged("C", 60)],
      }),
      scheme({
        goal: "any",
        outcomes: [
          { id: "any", when: { any_child_of: "B", points: { at_least: 0 } } },
          { id: "every", when: { every_child_of: "B", points: { at_least: 40 } } },
          { id: "no", otherwise: true },
        ],
      }),
    );
    const given = { ...points({ C: 1 }), not_applicable: { B1: { by: "a", reason: "b" } } };
    expect(optional(given).decision.outcome).toBe("every");
  });

  test("one that does is enough, whatever the others come to", () => {
    expect(possible({ any_child_of: "C", points: { at_most: 0 } }, points({ C1: 0 }))).toEqual(["yes"]);
    expect(possible({ every_child_of: "C", points: { above: 0 } }, points({ C1: 0 }))).toEqual(["no"]);
    expect(possible({ any_child_of: "C", points: { at_most: 0 } }, points({ C1: 5 }))).toEqual(["yes", "no"]);
  });

  test("each of them is kept with its answer", () => {
    const { indicators, result, test: asked } = reads({ any_child_of: "B", points: { at_most: 0 } }, points(ALL));
    expect([result, asked]).toEqual(["true", { any_child: { at_most: "0" } }]);
    expect(indicators!.map(({ indicator, meets }) => [indicator, meets])).toEqual([
      ["base/B1", "false"],
      ["base/B2", "true"],
    ]);
  });

  test("at_least_n counts hits: two of the key items without points", () => {
    const none = (indicator: string): Data => ({ indicator, points: { at_most: 0 } });
    const when = { at_least_n: { n: 2, of: ["B1", "C1", "C2"].map(none) } };
    expect(possible(when, points({ B1: 0, B2: 0, C1: 0, C2: 18 }))).toEqual(["yes"]);
    expect(possible(when, points({ B1: 0, B2: 0, C1: 3, C2: 18 }))).toEqual(["no"]);
    expect(possible(when, points({ B1: 0, B2: 0, C1: 3 }))).toEqual(["yes", "no"]);
  });
});

describe("where they are asked", () => {
  test("in eligibility and preferences, of what does not apply too", () => {
    const score = scorer(
      SHEET,
      scheme({
        eligibility: [
          { id: "E1", title: "E1", require: { indicator: "C", points: { at_least: 40 } } },
          {
            id: "E2",
            title: "E2",
            applies_when: { indicator: "B2", points: { at_least: 0 } },
            require: { indicator: "B2", points: { at_least: 10 } },
          },
        ],
        preferences: [{ id: "P1", title: "P1", when: { every_child_of: "C", points: { at_least: 30 } } }],
      }),
    );
    const { eligibility, preferences } = score({ ...points({ B1: 12, C1: 30, C2: 18 }), ...OUT });
    expect(eligibility.conditions.map(({ status }) => status)).toEqual(["satisfied", "not-applicable"]);
    expect(eligibility.status).toBe("eligible");
    expect(preferences.map(({ status }) => status)).toEqual(["failed"]);
  });

  test("while no sheet is named, nothing about it is known", () => {
    const sector = { ...SHEET, id: "shop", category: "sector" };
    const score = scorer(
      SHEET,
      sector,
      scheme({
        blend: [
          { id: "base", sheet: "sheet", weight: "0.5" },
          { id: "sector", one_of: ["sector"], weight: "0.5" },
        ],
        preferences: [{ id: "P1", title: "P1", when: { indicator: "sector/B", points: { at_least: 0 } } }],
      }),
    );
    const [condition] = score().preferences;
    expect([condition!.status, condition!.because[0]!.indicators]).toEqual(["unknown", []]);
    expect(score({ sheets: { sector: "shop" } }).preferences[0]!.status).toBe("satisfied");
  });

  test("a sheet that has no such indicator: it does not apply", () => {
    const other = { ...SHEET, id: "other", category: "sector" };
    const shop = sheet({ id: "shop", category: "sector", indicators: [judged("S", 100)] });
    const score = scorer(
      other,
      shop,
      scheme({
        blend: [{ id: "sector", one_of: ["sector"], weight: 1 }],
        preferences: [{ id: "P1", title: "P1", when: { indicator: "S", points: { at_least: 0 } } }],
      }),
    );
    expect(score({ sheets: { sector: "other" } }).preferences[0]!.status).toBe("failed");
    expect(score({ sheets: { sector: "shop" } }).preferences[0]!.status).toBe("satisfied");
  });
});
