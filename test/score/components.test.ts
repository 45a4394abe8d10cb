/** Components outside the weights, and components that may not apply. */
import { describe, expect, test } from "vitest";
import { type Assessment, compileScheme, explain, renderText, validateRubric } from "../../src/index.js";
import { type Data, node, out, scheme, scorer, sheet, thrown, valid, worth } from "../helpers/build/rubric.js";

const ANY = { goal: "any", outcomes: [{ id: "any", otherwise: true }] };
const HALVES = { facts: { two: { type: "boolean" } }, ...ANY };

/** A sheet of ten points that its fact `x-…` gives; `more` is of its leaf. */
const tens = (id: string, parts: Data = {}, more: Data = {}): Data =>
  sheet({
    id,
    points: 10,
    floor: "none",
    cap: "none",
    indicators: [worth(`x-${id}`, 10, more)],
    ...parts,
  });
const keeps = { outside: "keep" };
const found = (rubric: Data): readonly string[] =>
  validateRubric(rubric).diagnostics.map(({ code, path }) => `${code} ${path}`);
const factors = ({ components }: Assessment): unknown => components.map(({ root }) => root?.factor ?? null);

describe("a component outside the weights", () => {
  const parts = {
    blend: [
      { id: "a", sheet: "a", weight: 1, ...keeps },
      { id: "good", sheet: "good", counts_as: "bonus", ...keeps },
      { id: "bad", sheet: "bad", counts_as: "deduction", outside: "clamp" },
    ],
  };
  const sheets = [tens("a"), tens("good"), tens("bad")];
  const on = (a: number, good: number, bad: number, more: Data = {}) =>
    scorer(scheme({ ...ANY, ...parts, ...more }), ...sheets)({ facts: { "x-a": a, "x-good": good, "x-bad": bad } });

  test("counts at face value: added as a bonus, taken away as a deduction", () => {
    const { score, components } = on(8, 5, 3);
    expect(score.exact).toBe("82");
    expect(components.map(({ weight, countsAs, root }) => [weight, countsAs, root?.contribution])).toEqual([
      ["1", undefined, "80"],
      [null, "bonus", "5"],
      [null, "deduction", "-3"],
    ]);
  });

  test("counts on the scale of the blend, before it is rescaled", () => {
    const rescale = { from: { at_least: 0, at_most: 100 }, to: { at_least: 350, at_most: 950 } };
    const assessment = on(8, 5, 3, { rescale });
    expect(assessment.score.exact).toBe("842");
    expect(factors(assessment)).toEqual(["60", "6", "-6"]);
  });

  test("may lead beyond the points, as far as floor and cap let it", () => {
    expect(on(10, 5, 0).score.exact).toBe("105");
    expect(on(10, 5, 0, { cap: "points" }).score.exact).toBe("100");
    expect(on(0, 0, 7, { floor: 0 }).score.exact).toBe("0");
  });

  test("a deduction of less than nothing is none", () => {
    const { score } = on(8, 0, -4);
    expect(score.exact).toBe("80");
    expect(score.adjustments).toMatchObject([{ cause: "floor", by: "-4", because: { component: "bad" } }]);
    const kept = scheme({ ...ANY, blend: [parts.blend[0], { ...parts.blend[2], outside: "keep" }] });
    expect(thrown(() => compileScheme([kept, ...sheets].map(valid), "scheme"))).toEqual([
      "deduction-may-raise /blend/1",
    ]);
  });

  test("its bounds are turned round where it is taken away", () => {
    const open = scorer(scheme({ ...ANY, ...parts }), ...sheets)({ facts: { "x-a": 8, "x-good": 5 } });
    expect(open.score.bounds).toMatchObject({ least: "75", most: "85" });
  });

  test("without a sheet there is no telling how far it goes", () => {
    const choosing = {
      ...parts,
      blend: [parts.blend[0], { id: "good", one_of: ["base"], counts_as: "bonus", ...keeps }],
    };
    const open = scorer(scheme({ ...ANY, ...choosing }), ...sheets)({ facts: { "x-a": 8 } });
    expect(open.score.bounds).toMatchObject({ least: "80", most: null });
  });

  test("has no weight, and is no part of what they add up to", () => {
    expect(found(scheme({ ...ANY, blend: [{ ...parts.blend[1], weight: 1 }] }))).toEqual([
      "several-kinds /blend/0/counts_as",
    ]);
    expect(found(scheme({ ...ANY, blend: [parts.blend[1]] }))).toEqual(["weights-do-not-add-up /blend"]);
  });

  test("bands leave room for it", () => {
    const bands = [
      { id: "A", above: 100 },
      { id: "B", at_most: 100 },
    ];
    expect(found(scheme({ ...ANY, ...parts, bands }))).toEqual([]);
  });

  test("is told as what it is", () => {
    const text = renderText(explain(on(8, 5, 3), { lang: "zh" }));
    expect(text).toContain("计入总分：3 × (−1) = -3");
    expect(text).toContain("扣分，不占权重，计入总分 -3 分");
    expect(text).toContain("80 + 5 − 3 = 82");
    expect(renderText(explain(on(8, 5, 3), { lang: "en" }))).toContain("a bonus outside the weights");
  });
});

describe("a component that does not apply", () => {
  const blend = (more: Data): Data => ({
    blend: [
      { id: "a", sheet: "a", weight: 0.2, ...keeps },
      { id: "b", sheet: "b", weight: 0.8, ...keeps, ...more },
    ],
  });
  const asks = { applies_when: { fact: "two", is: true } };
  const on = (more: Data, parts: Data, facts: Data, factSheet: Data = {}) =>
    scorer(scheme({ ...HALVES, ...blend(more), ...parts }), tens("a"), tens("b"))({ facts, ...factSheet });

  test("leaves its weight to the others", () => {
    const one = on(asks, { renormalise: true }, { "x-a": 7, two: false });
    expect(one.score).toMatchObject({ status: "scored", exact: "70", adjustments: [] });
    expect(factors(one)).toEqual(["10", "8"]);
    expect(one.components[1]?.root).toMatchObject({ status: "not-applicable", contribution: "0" });
    expect(on(asks, { renormalise: true }, { "x-a": 7, "x-b": 5, two: true }).score.exact).toBe("54");
  });

  test("takes its weight with it where nothing is divided", () => {
    expect(on(asks, { renormalise: "none" }, { "x-a": 7, two: false }).score.exact).toBe("14");
  });

  test.each([
    ["full", "94"],
    ["zero", "14"],
  ])("%s makes it %s", (policy, expected) => {
    const { score, components } = on({ ...asks, if_not_applicable: policy }, {}, { "x-a": 7, two: false });
    expect(score.exact).toBe(expected);
    expect(components[1]?.root?.status).toBe("scored");
  });

  test("may be declared so in the fact sheet, by its id", () => {
    const may = { may_be_not_applicable: true };
    const declared = on(may, { renormalise: true }, { "x-a": 7 }, { not_applicable: out("b") });
    expect(declared.score.exact).toBe("70");
    expect(declared.components[1]?.root?.applicability?.declared).toEqual({ by: "审核员甲", reason: "无生产场所" });
    const refused = on({}, {}, { "x-a": 7 }, { not_applicable: out("b") });
    expect(refused.findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "not-applicable-refused /not_applicable/b",
    ]);
  });

  test("while that is open, the bounds hold both, and what a point is worth is open", () => {
    const open = on(asks, { renormalise: true }, { "x-a": 7, "x-b": 5 });
    expect(open.score).toMatchObject({ status: "open", bounds: { least: "54", most: "70", tight: false } });
    expect(factors(open)).toEqual([null, null]);
    const kept = on(asks, { renormalise: "none" }, { "x-a": 7, "x-b": 5 });
    expect(kept.score.bounds).toMatchObject({ least: "14", most: "54" });
  });

  test("needs no sheet", () => {
    const choosing = {
      blend: [
        { id: "a", sheet: "a", weight: 0.2, ...keeps },
        { id: "b", one_of: ["sector"], weight: 0.8, ...keeps, ...asks },
      ],
      renormalise: true,
    };
    const score = scorer(scheme({ ...HALVES, ...choosing }), tens("a"), tens("b", { category: "sector" }));
    const one = score({ facts: { "x-a": 7, two: false } });
    expect(one.score.exact).toBe("70");
    expect(one.findings).toEqual([]);
    expect(one.components[1]).toMatchObject({ sheet: null, root: null, applicability: { applies: "no" } });
    const unknown = score({ facts: { "x-a": 7 } });
    expect(unknown.score.bounds).toEqual({ least: "14", most: "94", tight: false });
    expect(unknown.findings.map(({ code }) => code)).toEqual(["component-not-named"]);
  });

  test.each([
    ["two: false", { two: false }, false],
    ["nothing", {}, null],
  ])("needs no sheet that might veto: vetoed after %s", (_, facts, vetoed) => {
    const effects = [{ when: { indicator: "x-b", points: { at_most: 0 } }, then: "veto" }];
    const choosing = {
      blend: [
        { id: "a", sheet: "a", weight: 0.2, ...keeps },
        { id: "b", one_of: ["sector"], weight: 0.8, ...keeps, ...asks },
      ],
      renormalise: true,
      goal: "any",
      outcomes: [
        { id: "out", when: { vetoed: true } },
        { id: "any", otherwise: true },
      ],
    };
    const sheets = [tens("a"), tens("b", { category: "sector", effects })];
    const { decision } = scorer(
      scheme({ facts: HALVES.facts, ...choosing }),
      ...sheets,
    )({ facts: { "x-a": 7, ...facts } });
    expect(decision.vetoed).toBe(vetoed);
    expect(decision.possible).toEqual(vetoed === null ? ["out", "any"] : ["any"]);
  });

  test("without any that applies there is no score", () => {
    const both = {
      blend: [
        { id: "a", sheet: "a", weight: 0.5, ...keeps, ...asks },
        { id: "b", sheet: "b", weight: 0.5, ...keeps, ...asks },
      ],
      renormalise: true,
    };
    const score = scorer(scheme({ ...HALVES, ...both }), tens("a"), tens("b"));
    expect(score({ facts: { two: false } }).score.status).toBe("nothing-scored");
    expect(score({ facts: { "x-a": 1, "x-b": 1 } }).score.status).toBe("open");
  });

  test("outside the weights it adds nothing", () => {
    const bonus = {
      blend: [
        { id: "a", sheet: "a", weight: 1, ...keeps },
        { id: "b", sheet: "b", counts_as: "bonus", ...keeps, ...asks },
      ],
    };
    const score = scorer(scheme({ ...HALVES, ...bonus }), tens("a"), tens("b"));
    expect(score({ facts: { "x-a": 7, two: false } }).score.exact).toBe("70");
    expect(score({ facts: { "x-a": 7, "x-b": 4 } }).score.bounds).toMatchObject({ least: "70", most: "74" });
  });

  test("a sheet that vanishes is one", () => {
    const vanishing = tens("b", { renormalise: true }, { may_be_not_applicable: true });
    const rubrics = (parts: Data) => [scheme({ ...ANY, ...blend({}), ...parts }), tens("a"), vanishing];
    expect(thrown(() => compileScheme(rubrics({}).map(valid), "scheme"))).toEqual(["component-may-vanish "]);
    const score = scorer(...rubrics({ renormalise: true }));
    expect(score({ facts: { "x-a": 7 }, not_applicable: out("x-b") }).score.exact).toBe("70");
    const full = scorer(...rubrics(blend({ if_not_applicable: "full" })));
    expect(full({ facts: { "x-a": 7 }, not_applicable: out("x-b") }).score.exact).toBe("94");
  });

  test("what becomes of the weights has to be said", () => {
    expect(found(scheme({ ...HALVES, ...blend(asks) }))).toEqual(["renormalise-unstated /blend/1"]);
    expect(found(scheme({ ...HALVES, ...blend({ ...asks, if_not_applicable: "zero" }) }))).toEqual([]);
  });

  test("a threshold that only the better component alone reaches is in reach", () => {
    const capped = tens("a", {
      cap: 5,
      indicators: [node("A", 10, { scoring: { rule: "flag", fact: { type: "boolean" } } })],
    });
    const asking = {
      outcomes: [
        { id: "any", when: { score: { at_least: 95 } } },
        { id: "no", otherwise: true },
      ],
    };
    const may = {
      blend: [
        { id: "a", sheet: "a", weight: 0.2, applies_when: { fact: "two", is: true } },
        { id: "b", sheet: "b", weight: 0.8, outside: "clamp" },
      ],
    };
    const link = (renormalise: unknown) => () =>
      compileScheme([scheme({ ...HALVES, ...may, ...asking, renormalise }), capped, tens("b")].map(valid), "scheme");
    expect(thrown(link(true))).toEqual([]);
    expect(thrown(link("none"))).toEqual(["threshold-out-of-reach /outcomes/0"]);
  });

  test("is told, with how the weights are divided", () => {
    const one = on(asks, { renormalise: true }, { "x-a": 7, two: false });
    const text = renderText(explain(one, { lang: "zh" }));
    expect(text).toContain("计入总分：7 × 0.2 ÷ 0.2 × 100 ÷ 10 = 70");
    expect(text).toContain("权重 0.8；不适用，不计分");
    expect(renderText(explain(one, { lang: "en" }))).toContain("in the score: 7 × 0.2 ÷ 0.2 × 100 ÷ 10 = 70");
  });
});
