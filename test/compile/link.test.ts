import { describe, expect, test } from "vitest";
import { compileScheme, readFactSheet, score } from "../../src/index.js";
import { linkedScheme } from "../../src/compile/scheme.js";
import { type Data, decimal, node, scheme, sheet, thrown, valid } from "../helpers/build/rubric.js";

const flag = (fact: unknown, points = 100, parts: Data = {}): Data =>
  node("L", points, { scoring: { rule: "flag", fact }, ...parts });
const errors = (...rubrics: readonly Data[]): readonly string[] =>
  thrown(() => compileScheme(rubrics.map(valid), "scheme"));
const all = (...rubrics: readonly Data[]): readonly string[] =>
  linkedScheme(rubrics.map(valid), "scheme").diagnostics.map(
    ({ code, severity, path }) => `${severity} ${code} ${path}`,
  );

describe("facts of a scheme and its sheets", () => {
  test("the scheme may ask for what a fixed sheet declares", () => {
    const asking = scheme({ eligibility: [{ id: "E", title: "E", require: { fact: "x", is: true } }] });
    expect(errors(sheet({ facts: { x: { type: "boolean" } }, indicators: [flag("x")] }), asking)).toEqual([]);
  });

  test("but not for what nobody declares", () => {
    const asking = scheme({ eligibility: [{ id: "E", title: "E", require: { fact: "y", is: true } }] });
    expect(errors(sheet({ facts: { x: { type: "boolean" } }, indicators: [flag("x")] }), asking)).toEqual([
      "fact-not-declared /eligibility/0/require",
    ]);
  });

  test("nor for what only a sheet declares that may not be chosen", () => {
    const asking = scheme({
      blend: [{ id: "sector", one_of: ["sector"], weight: 1 }],
      eligibility: [{ id: "E", title: "E", require: { fact: "x", is: true } }],
    });
    const sector = sheet({ category: "sector", facts: { x: { type: "boolean" } }, indicators: [flag("x")] });
    expect(errors(sector, asking)).toEqual(["fact-not-declared /eligibility/0/require"]);
  });

  test("a condition must fit the type that another rubric declares", () => {
    const asking = scheme({ eligibility: [{ id: "E", title: "E", require: { fact: "x", at_least: 3 } }] });
    expect(errors(sheet({ facts: { x: { type: "boolean" } }, indicators: [flag("x")] }), asking)).toEqual([
      "fact-type-mismatch /eligibility/0/require",
    ]);
  });

  test("one id, one meaning: declarations that differ are a conflict, equal ones are one fact", () => {
    const asking = (declaration: Data): Data =>
      scheme({ facts: { x: declaration }, eligibility: [{ id: "E", title: "E", require: { fact: "x", is: true } }] });
    const base = sheet({ facts: { x: { type: "boolean", title: "依法注册" } }, indicators: [flag("x")] });
    expect(errors(base, asking({ type: "boolean", title: "登记" }))).toEqual(["fact-conflict /facts/x"]);
    expect(errors(base, asking({ type: "boolean", title: "依法注册", evidence: "required" }))).toEqual([
      "fact-conflict /facts/x",
    ]);
    const program = compileScheme([base, asking({ title: "依法注册", type: "boolean" })].map(valid), "scheme");
    const { eligibility, score: result } = score(
      program,
      readFactSheet({ kind: "facts", scheme: "scheme", as_of: "2023-11-10", facts: { x: true } }),
    );
    expect([eligibility.status, result.exact]).toEqual(["eligible", "100"]);
  });

  test("alternatives never meet, so they may mean different things by one id", () => {
    const blend = [{ id: "sector", one_of: ["sector"], weight: 1 }];
    const yes = sheet({ id: "yes", category: "sector", facts: { x: { type: "boolean" } }, indicators: [flag("x")] });
    const many = sheet({
      id: "many",
      category: "sector",
      facts: { x: decimal({ at_least: 0 }) },
      indicators: [
        node("L", 100, {
          scoring: {
            rule: "tiers",
            fact: "x",
            tiers: [
              { at_least: 3, points: 100 },
              { below: 3, points: 0 },
            ],
          },
        }),
      ],
    });
    const program = compileScheme([yes, many, scheme({ blend })].map(valid), "scheme");
    const exact = (sector: string, x: unknown): unknown =>
      score(
        program,
        readFactSheet({ kind: "facts", scheme: "scheme", as_of: "2023-11-10", sheets: { sector }, facts: { x } }),
      ).score.exact;
    expect([exact("yes", true), exact("many", 3), exact("many", "2.9")]).toEqual(["100", "100", "0"]);
    expect(exact("many", true)).toBeNull();
  });

  test("a fact that nobody uses is worth a warning", () => {
    expect(
      all(sheet({ facts: { x: { type: "boolean" }, spare: decimal() }, indicators: [flag("x")] }), scheme()),
    ).toEqual(["warning fact-not-used /facts/spare"]);
  });

  test("one broken sheet takes away that choice, not the scheme", () => {
    const blend = [{ id: "sector", one_of: ["sector"], weight: 1 }];
    const conflicting = scheme({
      blend,
      facts: { x: { type: "boolean" } },
      eligibility: [{ id: "E", title: "E", require: { fact: "x", is: true } }],
    });
    const good = sheet({ id: "good", category: "sector", indicators: [flag({ type: "boolean" })] });
    const broken = sheet({
      id: "broken",
      category: "sector",
      facts: { x: { type: "boolean", title: "other" } },
      indicators: [flag("x")],
    });
    const program = compileScheme([good, broken, conflicting].map(valid), "scheme");
    const scored = (sector: string) =>
      score(
        program,
        readFactSheet({ kind: "facts", scheme: "scheme", as_of: "2023-11-10", sheets: { sector }, facts: { L: true } }),
      );
    expect(scored("good").score.exact).toBe("100");
    expect(scored("broken").findings.map(({ code }) => code)).toContain("component-sheet-unknown");
  });
});

describe("reach of the score", () => {
  const half = [
    { id: "base", sheet: "sheet", weight: "0.5" },
    { id: "more", sheet: "more", weight: "0.5" },
  ];
  const more = sheet({ id: "more", indicators: [flag({ type: "boolean" })] });

  test("a sheet that can leave its points says what happens then", () => {
    const losing = sheet({
      floor: "none",
      indicators: [
        flag({ type: "boolean" }, 100, {
          floor: "none",
          scoring: { rule: "flag", fact: { type: "boolean" }, points: -5 },
        }),
      ],
    });
    expect(errors(losing, scheme({ outcomes: [{ id: "pass", otherwise: true }] }))).toEqual([
      "outside-unstated /blend/0",
    ]);
    const keeping = scheme({
      blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }],
      outcomes: [{ id: "pass", otherwise: true }],
    });
    expect(errors(losing, keeping)).toEqual([]);
  });

  test("a sheet that may vanish altogether cannot be one of several", () => {
    const vanishing = sheet({
      renormalise: true,
      indicators: [flag({ type: "boolean" }, 100, { may_be_not_applicable: true })],
    });
    expect(errors(vanishing, more, scheme({ blend: half }))).toEqual(["component-may-vanish "]);
    expect(errors(vanishing, scheme())).toEqual([]);
  });

  test("a sheet that stays in although nothing of it applies may be one of several", () => {
    const staying = sheet({
      indicators: [flag({ type: "boolean" }, 100, { may_be_not_applicable: true, if_not_applicable: "zero" })],
    });
    expect(errors(staying, more, scheme({ blend: half }))).toEqual([]);
  });

  test("a goal beyond what can be reached", () => {
    const short = sheet({
      indicators: [
        flag({ type: "boolean" }, 100, { scoring: { rule: "flag", fact: { type: "boolean" }, points: 79 } }),
      ],
    });
    expect(errors(short, scheme())).toEqual(["threshold-out-of-reach /outcomes/0"]);
    const enough = sheet({
      indicators: [
        flag({ type: "boolean" }, 100, { scoring: { rule: "flag", fact: { type: "boolean" }, points: 80 } }),
      ],
    });
    expect(errors(enough, scheme())).toEqual([]);
  });
});

describe("indicators that conditions of a scheme name", () => {
  const base = sheet({ facts: { x: { type: "boolean" } }, indicators: [node("A", 100, { indicators: [flag("x")] })] });
  const two = {
    blend: [
      { id: "base", sheet: "sheet", weight: "0.5" },
      { id: "again", sheet: "sheet", weight: "0.5" },
    ],
  };
  const asking = (when: Data, parts: Data = {}): Data =>
    scheme({
      ...parts,
      outcomes: [
        { id: "pass", when },
        { id: "fail", otherwise: true },
      ],
    });

  test("are there once, under a bare id, a full one, or that of a component", () => {
    for (const indicator of ["A", "L", "base/L", "base"])
      expect(errors(base, asking({ indicator, points: { at_least: 1 } }))).toEqual([]);
    expect(errors(base, asking({ indicator: "again/L", points: { at_least: 1 } }, two))).toEqual([]);
  });

  test("are found nowhere, or in several components", () => {
    expect(errors(base, asking({ not: { indicator: "B", points: { at_least: 1 } } }))).toEqual([
      "indicator-not-found /outcomes/0/when/not/indicator",
    ]);
    expect(errors(base, asking({ indicator: "other/L", points: { at_least: 1 } }))).toEqual([
      "indicator-not-found /outcomes/0/when/indicator",
    ]);
    const several = { at_least_n: { n: 1, of: [{ any_child_of: "A", points: { at_most: 0 } }] } };
    expect(errors(base, asking(several, two))).toEqual([
      "indicator-ambiguous /outcomes/0/when/at_least_n/of/0/any_child_of",
    ]);
  });

  test("have something below them where that is asked for", () => {
    expect(errors(base, asking({ every_child_of: "L", points: { at_least: 1 } }))).toEqual([
      "indicator-without-children /outcomes/0/when/every_child_of",
    ]);
  });
});
