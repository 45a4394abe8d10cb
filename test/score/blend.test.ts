import { describe, expect, test } from "vitest";
import { type Data, node, scheme, scorer, sheet, span, worth } from "../helpers/build/rubric.js";

const ANY = { outcomes: [{ id: "any", otherwise: true }], goal: "any" };

/** Two sheets of 100 points, at 0.7 and 0.3, that may leave their points. */
const two = (outside: string, parts: Data = {}) =>
  scorer(
    sheet({ floor: "none", cap: "none", indicators: [worth("a", 100)] }),
    sheet({ id: "sector", category: "sector", floor: "none", cap: "none", indicators: [worth("b", 100)] }),
    scheme({
      ...ANY,
      blend: [
        { id: "base", sheet: "sheet", weight: "0.7", outside },
        { id: "sector", one_of: ["sector", "district"], weight: "0.3", outside },
      ],
      ...parts,
    }),
  );
const sheets = { sheets: { sector: "sector" } };

describe("the blend", () => {
  test.each([
    // 0.7 a + 0.3 b
    [80, 90, "83"],
    ["81.5", "76.1", "79.88"],
    [120, 50, "99"],
    [-10, 50, "8"],
  ])("%s and %s make %s", (a, b, exact) => {
    expect(two("keep")({ ...sheets, facts: { a, b } }).score).toMatchObject({
      status: "scored",
      exact,
      certain: true,
      adjustments: [],
    });
  });

  test("a sheet of other points counts by its share", () => {
    const score = scorer(
      sheet({
        points: 950,
        indicators: [
          node("a", 950, {
            scoring: {
              rule: "linear",
              fact: { type: "decimal", range: { at_least: 0, at_most: 950 } },
              knots: [
                { at: 0, points: 0 },
                { at: 950, points: 950 },
              ],
              beyond: "clip",
            },
          }),
        ],
      }),
      scheme({ ...ANY, points: 1000 }),
    );
    expect(score({ facts: { a: 350 } }).score.exact).toBe("7000/19"); // 350 × 1000 ÷ 950
  });
});

describe("a sheet outside its points", () => {
  test.each([
    // clamped to 70 and 30, or to 0
    [120, 50, "85", "cap", "-14", "84", "70"], // 84 → 70
    [-10, 50, "15", "floor", "7", "-7", "0"],
  ])("clamped: %s and %s make %s", (a, b, exact, cause, by, from, to) => {
    const { score, components } = two("clamp")({ ...sheets, facts: { a, b } });
    expect(score.exact).toBe(exact);
    expect(score.adjustments).toEqual([
      { cause, by, contribution: by, because: { in: from, out: to, component: "base" } },
    ]);
    expect(components[0]!.root!.contribution).toBe(from); // the sheet keeps what it says; the scheme takes it off
  });

  test("inside its points nothing is clamped", () => {
    expect(two("clamp")({ ...sheets, facts: { a: 100, b: 0 } }).score).toMatchObject({ exact: "70", adjustments: [] });
  });

  test("bounds are clamped too", () => {
    expect(span(two("clamp")({ ...sheets, facts: { b: 50 } }).score.bounds)).toBe("15 to 85 tight"); // 0 … 70, and 15
    expect(span(two("keep")({ ...sheets, facts: { b: 50 } }).score.bounds)).toBe("−∞ to +∞");
    expect(two("clamp")({ ...sheets, facts: { b: 50 } }).score.adjustments).toEqual([]);
  });
});

describe("a component whose sheet is not named", () => {
  test.each(["keep", "clamp"])("lies between nothing and its weight (%s)", (outside) => {
    const { score, components, findings, decision } = two(outside)({ facts: { a: 80 } });
    expect(score.status).toBe("open");
    expect(span(score.bounds)).toMatch(/^56 to 86/); // 56 + 0 … 30
    expect(components[1]).toEqual({ id: "sector", weight: "0.3", outside, sheet: null, root: null });
    expect(findings.map(({ code, severity, path }) => [code, severity, path])).toEqual([
      ["component-not-named", "info", "/sheets"],
    ]);
    expect(decision.margin).toBeNull();
  });

  test("which no sheet need reach, so that nothing is promised", () => {
    const flag = { rule: "flag", fact: { type: "boolean" }, points: 50 };
    const half = sheet({ id: "half", category: "sector", indicators: [node("a", 100, { scoring: flag })] });
    const score = scorer(half, scheme({ ...ANY, blend: [{ id: "sector", one_of: ["sector"], weight: 1 }] }));
    expect(span(score().score.bounds)).toBe("0 to 100");
    expect(span(score({ sheets: { sector: "half" } }).score.bounds)).toBe("0 to 50 tight");
  });

  test("nor one whose sheet is not of its category", () => {
    const { components, findings } = two("keep")({ sheets: { sector: "sheet" }, facts: { a: 80 } });
    expect(components[1]!.sheet).toBeNull();
    expect(findings.map(({ code, path }) => [code, path])).toEqual([["component-sheet-unknown", "/sheets/sector"]]);
  });

  test("one wrong name is one finding: the facts, judgements and declarations of that sheet are not told as well", () => {
    const { findings } = two("keep")({
      sheets: { sector: "setcor" },
      facts: { a: 80, b: 50 },
      judgements: { c: { points: 1, by: "甲", reason: "乙" } },
      not_applicable: { b: { by: "甲", reason: "乙" } },
    });
    expect(findings.map(({ code, path }) => [code, path])).toEqual([["component-sheet-unknown", "/sheets/sector"]]);
  });

  test("facts of a sheet that is not named are not declared yet", () => {
    expect(two("keep")({ facts: { a: 80, b: 50 } }).findings.map(({ code }) => code)).toEqual([
      "fact-undeclared",
      "component-not-named",
    ]);
  });
});

describe("one open fact in two components", () => {
  test("is not promised to reach both ends together", () => {
    const flag = (id: string): Data => node(id, 100, { scoring: { rule: "flag", fact: "x" } });
    const facts = { x: { type: "boolean" } };
    const score = scorer(
      sheet({ facts, indicators: [flag("a")] }),
      sheet({ id: "sector", facts, indicators: [flag("b")] }),
      scheme({
        ...ANY,
        blend: [
          { id: "base", sheet: "sheet", weight: "0.7" },
          { id: "sector", sheet: "sector", weight: "0.3" },
        ],
      }),
    );
    expect(span(score().score.bounds)).toBe("0 to 100");
    expect(score({ facts: { x: true } }).score.exact).toBe("100");
  });
});
