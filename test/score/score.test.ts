import { describe, expect, test } from "vitest";
import { parseFactSheet, parseRubric, compileScheme, readFactSheet, renderJson, score } from "../../src/index.js";
import { filled, half, rubrics } from "../helpers/build/kitchen.js";
import { type Data, nodeAt, scorer, span, valid } from "../helpers/build/rubric.js";

const assess = scorer(...rubrics);

describe("one evaluation from end to end, by hand (see the figures in kitchen.ts)", () => {
  const assessment = assess(filled);

  test("the score and the decision", () => {
    expect(assessment.score).toEqual({
      status: "scored",
      exact: "983/12",
      display: "81.92",
      bounds: { least: "983/12", most: "983/12", tight: true },
      certain: true,
      adjustments: [
        { cause: "cap", by: "-6", contribution: "-6", because: { in: "36", out: "30", component: "sector" } },
      ],
    });
    expect(assessment.decision).toMatchObject({
      outcome: "review",
      certain: true,
      possible: ["review"],
      threshold: "80",
      margin: "23/12",
      band: null,
    });
    expect([assessment.eligibility.status, assessment.materials.complete, assessment.drafted]).toEqual([
      "eligible",
      true,
      ["sheet"],
    ]);
    expect(assessment.findings).toEqual([]);
  });

  test.each([
    ["A1", "10", "7"],
    ["A3", "4.5", "3.15"],
    ["A", "18.5", "12.95"],
    ["B1", "20", "56/3"], // × 40/30 × 0.7
    ["B3", "7.5", "7"],
    ["B", "110/3", "77/3"],
    ["C1", "4", "2.8"],
    ["C2", "15", "10.5"],
    ["C", "19", "13.3"],
    ["sheet", "445/6", "623/12"],
    ["S1", "120", "36"],
  ])("%s earns %s and contributes %s", (id, exact, contribution) => {
    expect(nodeAt(assessment, id)).toMatchObject({ awarded: { exact }, contribution });
  });
});

describe("the same one half open", () => {
  const assessment = assess(half);

  test("lies between bounds, by hand", () => {
    // A: 10 + 0…4 + 0…6 (rate open, or missing: 1). B: B1 12…20, B2 4…10 or out, B3 0…10 or out: at worst 12 + 4 of 40,
    // or 12 of 30, which is the same; at best all. C: 0 … 40. base 26 … 100, × 0.7. The sector is not named: 0 … 30.
    expect(assessment.score.status).toBe("open");
    expect(span(assessment.score.bounds)).toBe("18.2 to 100");
    expect(assessment.decision).toMatchObject({
      outcome: "undetermined",
      certain: false,
      possible: ["re-examination", "ineligible", "review", "not-shortlisted"],
      margin: null,
    });
  });

  test("names what is wrong with it", () => {
    expect(assessment.findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "fact-undeclared /facts/S1",
      "fact-undeclared /facts/nobody",
      "evidence-missing /facts/since",
      "fact-not-whole /facts/trained",
      "component-not-named /sheets",
    ]);
  });
});

/** Alters whatever can be altered. */
function spoil(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, entry] of Object.entries(value)) {
    spoil(entry);
    Reflect.set(value, key, "spoilt");
  }
}

/** The same data with the keys of every mapping the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, entry]) => [key, turned(entry)]),
  );
}

describe("the same rubric, facts and date give the same bytes", () => {
  const facts = (parts: Data): Data => ({ kind: "facts", scheme: "scheme", as_of: "2023-11-10", ...parts });
  const printed = (parts: Data): string => renderJson(assess(parts));

  test.each([
    ["filled", filled],
    ["half open", half],
  ])("with the keys of the fact sheet in another order (%s)", (_what, parts) => {
    expect(renderJson(scorer(...rubrics)(turned(parts) as Data))).toBe(printed(parts));
  });

  test.each([
    ["filled", filled],
    ["half open", half],
  ])("with the keys of the rubrics in another order (%s)", (_what, parts) => {
    expect(renderJson(scorer(...rubrics.map((rubric) => turned(rubric) as Data))(parts))).toBe(printed(parts));
  });

  test.each([
    ["filled", filled],
    ["half open", half],
  ])("from JSON text instead of values (%s)", (_what, parts) => {
    const program = compileScheme(
      rubrics.map((rubric) => parseRubric(JSON.stringify(rubric))),
      "scheme",
    );
    expect(renderJson(score(program, parseFactSheet(JSON.stringify(facts(parts)))))).toBe(printed(parts));
  });

  test("with the rubrics in another order", () => {
    expect(renderJson(scorer(...[...rubrics].reverse())(filled))).toBe(printed(filled));
  });

  test("and again, from one compiled scheme and with other fact sheets in between", () => {
    const program = compileScheme(rubrics.map(valid), "scheme");
    const once = renderJson(score(program, readFactSheet(facts(filled))));
    score(program, readFactSheet(facts(half)));
    expect(renderJson(score(program, readFactSheet(facts(filled))))).toBe(once);
  });

  test("and again, whatever a caller does to the first result", () => {
    const program = compileScheme(rubrics.map(valid), "scheme");
    for (const parts of [filled, half]) {
      const once = renderJson(score(program, readFactSheet(facts(parts))));
      spoil(score(program, readFactSheet(facts(parts))));
      expect(renderJson(score(program, readFactSheet(facts(parts))))).toBe(once);
    }
  });

  test("a set of options has the order of the rubric's text, also where the ids look like numbers", () => {
    // As a YAML mapping `10` may stand last; as a JavaScript object it comes first.
    const yaml = `kind: sheet
id: sheet
version: 1
title: Sheet
points: 100
facts:
  held:
    type: choices
    options:
      national: 国家级
      10: 十佳
indicators:
  - id: L
    title: L
    points: 100
    scoring: { rule: levels, fact: held, points: { national: 100, 10: 5 }, count: highest }
`;
    const value = {
      kind: "sheet",
      id: "sheet",
      version: "1",
      title: "Sheet",
      points: 100,
      facts: { held: { type: "choices", options: { national: "国家级", 10: "十佳" } } },
      indicators: [
        {
          id: "L",
          title: "L",
          points: 100,
          scoring: { rule: "levels", fact: "held", points: { national: 100, 10: 5 }, count: "highest" },
        },
      ],
    };
    const evaluation = valid({
      kind: "scheme",
      id: "scheme",
      version: "1",
      title: "S",
      points: 100,
      blend: [{ id: "base", sheet: "sheet", weight: 1 }],
      goal: "any",
      outcomes: [{ id: "any", otherwise: true }],
    });
    const read = readFactSheet({
      kind: "facts",
      scheme: "scheme",
      as_of: "2023-11-10",
      facts: { held: ["national", "10"] },
    });
    const [one, other] = [parseRubric(yaml), valid(value)].map((rubric) =>
      renderJson(score(compileScheme([rubric, evaluation], "scheme"), read)),
    );
    expect(one).toBe(other);
  });
});
