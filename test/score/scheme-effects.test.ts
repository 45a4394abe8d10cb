/** Effects at the head of a scheme: on the score, on its band, and vetoes. */
import { describe, expect, test } from "vitest";
import { type Assessment, type Decision, explain, validateRubric } from "../../src/index.js";
import { type Data, node, scheme, scorer, sheet, span } from "../helpers/build/rubric.js";

const LADDER = [
  { id: "A", at_least: 90 },
  { id: "B", at_least: 80, below: 90 },
  { id: "C", at_least: 60, below: 80 },
  { id: "D", below: 60 },
];
const REST = { goal: "rest", outcomes: [{ id: "rest", otherwise: true }] };
const yes = (id: string): Data => ({ fact: id, is: true });
const FACTS = { a: { type: "boolean" }, b: { type: "boolean" }, n: { type: "integer" } };
const X = { type: "decimal", range: { at_least: 0, at_most: 100 } };
const WORTH = {
  rule: "linear",
  fact: X,
  knots: [
    { at: 0, points: 0 },
    { at: 100, points: 100 },
  ],
  beyond: "clip",
};
/** The score is the fact `x`, in a sheet or in the scheme itself. */
const INDICATORS = [node("x", 100, { scoring: WORTH })];

const of = (effects: readonly Data[], parts: Data = {}) =>
  scorer(sheet({ indicators: INDICATORS }), scheme({ facts: FACTS, bands: LADDER, effects, ...REST, ...parts }));
const scored = (effects: readonly Data[], facts: Data, parts: Data = {}): Assessment => of(effects, parts)({ facts });
const exact = (effects: readonly Data[], facts: Data, parts: Data = {}): string | null =>
  scored(effects, facts, parts).score.exact;
const bandsOf = ({ decision: { scoreBand, band, bands, bandChanges } }: Assessment): unknown => [
  scoreBand,
  band,
  bands?.join(" "),
  (bandChanges ?? []).map(({ effect, from, to }) => `${effect}: ${from} → ${to}`).join(),
];

const zero = { when: yes("a"), then: "zero" };
const most60 = { when: yes("a"), then: { at_most: 60 } };
const set75 = { when: yes("b"), then: { points: 75 } };
const toD = { when: yes("a"), then: { band: "D" } };
const mostB = { when: yes("b"), then: { band_at_most: "B" } };
const down1 = { when: yes("a"), then: { bands_down: 1 } };

describe("an effect on the score", () => {
  test.each<[string, readonly Data[], Data, string]>([
    ["zero", [zero], { x: 95, a: true, b: false, n: 0 }, "0"],
    ["not in force", [zero], { x: 95, a: false, b: false, n: 0 }, "95"],
    ["at most", [most60], { x: 95, a: true, b: false, n: 0 }, "60"],
    ["at most, and it is less", [most60], { x: 41, a: true, b: false, n: 0 }, "41"],
    ["so much", [set75], { x: 41, a: false, b: true, n: 0 }, "75"],
    ["in the order written", [most60, set75], { x: 95, a: true, b: true, n: 0 }, "75"],
    ["in the other order", [set75, most60], { x: 95, a: true, b: true, n: 0 }, "60"],
  ])("%s", (_, effects, facts, score) => expect(exact(effects, facts)).toBe(score));

  test("is behind the other scale, and before floor, cap and rounding", () => {
    const parts = {
      bands: [],
      rescale: { from: { at_least: 0, at_most: 100 }, to: { at_least: 350, at_most: 950 } },
      floor: 400,
      round: { places: 0, mode: "up" },
    };
    // 350 + 50.1 × 6 = 650.6; and 420.5 is rounded up by the scheme.
    expect(exact([{ when: yes("a"), then: { points: "420.5" } }], { x: "50.1", a: true }, parts)).toBe("421");
    expect(exact([{ when: yes("a"), then: { points: "420.5" } }], { x: "50.1", a: false }, parts)).toBe("651");
    expect(exact([{ when: yes("a"), then: { at_most: 400 } }], { x: "50.1", a: true }, parts)).toBe("400");
  });

  test("asks indicators, and is told among the adjustments of the score, which add up", () => {
    const effect = { when: { indicator: "x", points: { above: 90 } }, then: { at_most: 90 }, clause: "七" };
    const { score, effects, components } = scored([effect], { x: 96 });
    expect(score.exact).toBe("90");
    expect(score.adjustments).toEqual([
      { cause: "effect", by: "-6", contribution: "-6", because: { in: "96", out: "90", effect: 0 } },
    ]);
    expect(components[0]!.root!.contribution).toBe("96"); // 96 − 6 = 90
    expect(effects).toMatchObject([{ action: { kind: "at_most", points: "90" }, result: "true", clause: "七" }]);
  });

  test.each<[string, readonly Data[], Data, string]>([
    ["at most", [most60], { x: 95 }, "60 to 95"],
    ["so much", [set75], { x: 95 }, "75 to 95"],
    ["so much, and nothing else is known", [set75], {}, "0 to 100"],
    ["both", [most60, set75], { x: 50 }, "50 to 75"],
    ["which holds, the score unknown", [most60], { a: true }, "0 to 60 tight"],
    ["which sets what never comes", [set75], { b: true }, "75 to 75 tight"],
  ])("while it is open: %s", (_, effects, facts, bounds) => {
    const { score } = scored(effects, facts);
    expect(score.status).toBe("open");
    expect(span(score.bounds)).toBe(bounds);
  });

  test("may lift a score below 0, and then a threshold that it reaches is one", () => {
    const parts = {
      bands: [],
      rescale: { from: { at_least: 6, at_most: 106 }, to: { at_least: -50, at_most: 50 } },
      goal: "pass",
      outcomes: [
        { id: "pass", when: { score: { at_least: "45" } } },
        { id: "rest", otherwise: true },
      ],
    };
    // Full marks come to 44; set to 45 or to 0 they reach what is asked.
    expect(exact([{ when: yes("a"), then: { points: 45 } }], { x: 100, a: true }, parts)).toBe("45");
    const low = { ...parts, rescale: { from: { at_least: 6, at_most: 106 }, to: { at_least: -150, at_most: 50 } } };
    const asks = {
      ...low,
      points: 10,
      outcomes: [{ id: "pass", when: { score: { at_least: 0 } } }, parts.outcomes[1]],
    };
    expect(exact([zero], { x: 100, a: true }, asks)).toBe("0"); // 10 points come to −142
  });

  test("of a scheme that holds its indicators is on the score too", () => {
    const { blend: _, ...head } = scheme({ facts: FACTS, indicators: INDICATORS, effects: [most60], ...REST });
    const { score, components } = scorer(head)({ facts: { x: 95, a: true } });
    expect([score.exact, components[0]!.root!.awarded!.exact]).toEqual(["60", "95"]);
  });

  test("does nothing where there is no score", () => {
    const out = { applies_when: yes("b"), renormalise: "none" };
    const { renormalise, ...leaf } = out;
    const score = scorer(
      sheet({
        renormalise,
        facts: { b: { type: "boolean" } },
        indicators: [node("x", 100, { ...leaf, scoring: WORTH })],
      }),
      scheme({ facts: FACTS, effects: [set75, toD], bands: LADDER, ...REST }),
    )({ facts: { b: false, a: true } });
    expect([score.score.status, score.decision.band]).toEqual(["nothing-scored", null]);
  });
});

describe("an effect on the band", () => {
  test.each<[string, readonly Data[], Data, unknown]>([
    ["this one", [toD], { x: 95, a: true }, ["A", "D", "D", "0: A → D"]],
    ["this one, and it is that one", [toD], { x: 5, a: true }, ["D", "D", "D", ""]],
    ["not in force", [toD], { x: 95, a: false }, ["A", "A", "A", ""]],
    ["this one at best", [mostB], { x: 95, b: true }, ["A", "B", "B", "0: A → B"]],
    ["this one at best, and it is worse", [mostB], { x: 65, b: true }, ["C", "C", "C", ""]],
    ["one down", [down1], { x: 85, a: true }, ["B", "C", "C", "0: B → C"]],
    ["one down from the last", [down1], { x: 5, a: true }, ["D", "D", "D", ""]],
    [
      "in the order written",
      [down1, mostB, { when: yes("b"), then: { bands_down: 2 } }],
      { x: 95, a: true, b: true },
      ["A", "D", "D", "0: A → B,2: B → D"],
    ],
  ])("%s", (_, effects, facts, told) => expect(bandsOf(scored(effects, facts))).toEqual(told));

  test("leaves the score what it is", () => {
    const { score } = scored([toD, down1], { x: 95, a: true });
    expect([score.exact, score.adjustments]).toEqual(["95", []]);
  });

  test.each<[string, readonly Data[], Data, unknown]>([
    ["the effect", [toD], { x: 95 }, ["A", null, "A D", ""]],
    ["the score", [down1], { a: true }, [null, null, "B C D", ""]],
    ["the score, which matters to none", [toD], { a: true }, [null, "D", "D", ""]],
    ["the effect, which moves nothing", [mostB], { x: 65 }, ["C", "C", "C", ""]],
    ["both", [down1], {}, [null, null, "A B C D", ""]],
    ["two effects on one fact", [down1, toD], { x: 95 }, ["A", null, "A D", ""]],
  ])("while something is open: %s", (_, effects, facts, told) => expect(bandsOf(scored(effects, facts))).toEqual(told));

  test("is what outcomes ask for", () => {
    const outcomes = [
      { id: "good", when: { band: { at_least: "B" } } },
      { id: "poor", otherwise: true },
    ];
    const decided = (facts: Data): Decision => scored([down1], facts, { goal: "good", outcomes }).decision;
    expect(decided({ x: 95, a: true }).outcome).toBe("good"); // A → B
    expect(decided({ x: 85, a: true }).outcome).toBe("poor"); // B → C
    expect(decided({ x: 85 }).possible).toEqual(["good", "poor"]);
    // Whether it is lowered does not matter any more.
    expect(decided({ x: 95 }).outcome).toBe("good");
    expect(decided({ x: 95 }).threshold).toBe("80");
  });

  test("that may give the band whatever the score leaves no threshold", () => {
    const outcomes = [
      { id: "good", when: { band: "A" } },
      { id: "poor", otherwise: true },
    ];
    const up = { when: yes("a"), then: { band: "A" } };
    expect(scored([up], { x: 5, a: true }, { goal: "good", outcomes }).decision).toMatchObject({
      outcome: "good",
      threshold: null,
      margin: null,
    });
  });

  test("and of one that excludes another: a fact decides both the band and the outcome", () => {
    const outcomes = [
      { id: "named", when: { all: [yes("a"), { band: "A" }] } },
      { id: "rest", otherwise: true },
    ];
    // With `a` the band is D, and without it the outcome is not asked for.
    expect(scored([toD], { x: 95 }, { goal: "named", outcomes }).decision.possible).toEqual(["rest"]);
  });
});

describe("a veto of a scheme", () => {
  const outcomes = [
    { id: "out", when: { vetoed: true } },
    { id: "in", otherwise: true },
  ];
  const vetoed = (facts: Data): unknown => {
    const { decision } = scored([{ when: yes("a"), then: "veto" }], facts, { goal: "in", outcomes });
    return [decision.vetoed, decision.outcome, decision.vetoes?.map(({ indicator, result }) => [indicator, result])];
  };
  test.each<[Data, unknown]>([
    [{ x: 90, a: true }, [true, "out", [[null, "true"]]]],
    [{ x: 90, a: false }, [false, "in", []]],
    [{ x: 90 }, [null, "undetermined", [[null, "unknown"]]]],
  ])("%o", (facts, told) => expect(vetoed(facts)).toEqual(told));
});

describe("what is told", () => {
  const titled = { ...FACTS, a: { type: "boolean", title: { zh: "弄虚作假", en: "fraud" } } };
  const told = (effects: readonly Data[], facts: Data, lang: "zh" | "en"): readonly string[] => {
    const assessment = scored(effects, facts, { facts: titled });
    const { verdict, reasons } = explain(assessment, { lang });
    const own = reasons.filter(({ code }) => ["band-changed", "effect-open", "adjusted"].includes(code));
    return [...verdict.slice(1), ...own.map(({ code, text }) => `${code}: ${text}`)];
  };

  test("of a band that was changed", () => {
    expect(told([toD], { x: 95, a: true }, "zh")).toEqual([
      "得分 95 分",
      "等级：D；按得分是A",
      "band-changed: 连带规定：弄虚作假：是，符合，直接定为 D：A → D",
    ]);
    expect(told([down1], { x: 95, a: true }, "en")).toEqual([
      "the score is 95 points",
      "the band is B; by the score alone it would be A",
      "band-changed: effect: fraud: yes, as required, so it lowers the band by one: A → B",
    ]);
  });

  test("of a score that was changed, and of what is open", () => {
    expect(told([most60], { x: 95, a: true }, "zh")[2]).toContain("最高 60 分：95 → 60（");
    expect(told([mostB], { x: 95 }, "en").at(-1)).toContain("effect-open: effect, open:");
  });
});

describe("what is refused", () => {
  const found = (effects: unknown, parts: Data = {}): readonly string[] => {
    const result = validateRubric(scheme({ facts: FACTS, bands: LADDER, effects, ...REST, ...parts }));
    return result.diagnostics.map(({ code, path }) => `${code} ${path}`);
  };
  const one = (then: unknown): readonly Data[] => [{ when: yes("a"), then }];

  test.each<[string, unknown, Data, readonly string[]]>([
    ["a band that is not there", one({ band: "E" }), {}, ["band-unknown /effects/0/then/band"]],
    ["no bands at all", one({ bands_down: 1 }), { bands: [] }, ["bands-unstated /effects/0/then/bands_down"]],
    ["as many steps as bands", one({ bands_down: 4 }), {}, ["bands-down-too-far /effects/0/then/bands_down"]],
    ["no step", one({ bands_down: 0 }), {}, ["not-positive /effects/0/then/bands_down"]],
    ["more than the scale", one({ points: 101 }), {}, ["effect-off-scale /effects/0/then/points"]],
    ["less than the scale", one({ at_most: -1 }), {}, ["effect-off-scale /effects/0/then/at_most"]],
    ["more than the cap", one({ points: 91 }), { cap: 90 }, ["effect-off-scale /effects/0/then/points"]],
    [
      "nothing where the scale begins above it",
      one("zero"),
      { bands: [], rescale: { from: { at_least: 0, at_most: 100 }, to: { at_least: 350, at_most: 950 } } },
      ["effect-off-scale /effects/0/then"],
    ],
    [
      "the score",
      [{ when: { score: { below: 60 } }, then: "zero" }],
      {},
      ["condition-too-early /effects/0/when/score"],
    ],
    ["the band", [{ when: { band: "A" }, then: "zero" }], {}, ["condition-too-early /effects/0/when/band"]],
    ["two at once", one({ band: "D", points: 3 }), {}, ["several-kinds /effects/0/then/band"]],
    ["another word", one("none"), {}, ["not-one-of /effects/0/then"]],
  ])("%s", (_, effects, parts, codes) => expect(found(effects, parts)).toEqual(codes));

  test("a number is right where floor or cap say so", () => {
    expect(found(one({ points: 120 }), { cap: 150, bands: [] })).toEqual([]);
    expect(found(one({ at_most: -5 }), { floor: "none", bands: [] })).toEqual([]);
  });
});
