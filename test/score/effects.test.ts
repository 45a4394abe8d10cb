/** Effects of groups and sheets: what they do to a value, in their order, and what they veto. */
import { describe, expect, test } from "vitest";
import { validateRubric } from "../../src/index.js";
import { brokenSums } from "../helpers/laws.js";
import {
  type Data,
  compiled,
  node,
  nodeAt,
  scheme,
  scorer,
  sheet,
  span,
  standing,
  thrown,
} from "../helpers/build/rubric.js";

const judged = (id: string, points: number, parts: Data = {}): Data =>
  node(id, points, { scoring: { rule: "judged", range: { at_least: 0, at_most: points }, step: 1 }, ...parts });
const points = (given: Readonly<Record<string, number>>): Data => ({
  judgements: Object.fromEntries(
    Object.entries(given).map(([id, n]) => [id, { points: n, by: "a", as: "b", reason: "c" }]),
  ),
});
const facts = { fatal: { type: "boolean" }, late: { type: "boolean" } };
const FATAL = { fact: "fatal", is: true };
const LATE = { fact: "late", is: true };

/** A 40 of A1 20 and A2 20 with these effects, C 60. */
const withEffects = (effects: readonly Data[], parts: Data = {}, more: Data = {}) =>
  scorer(
    sheet({
      facts,
      indicators: [
        node("A", 40, {
          ...(effects.length > 0 && { effects }),
          indicators: [judged("A1", 20), judged("A2", 20)],
          ...parts,
        }),
        judged("C", 60),
      ],
      ...more,
    }),
    scheme(),
  );
const worth = (effects: readonly Data[], given: Data, parts: Data = {}): string =>
  standing(nodeAt(withEffects(effects, parts)(given), "A"));
const both = points({ A1: 12, A2: 15, C: 60 });
const given = (fatal: boolean, late = false): Data => ({ ...both, facts: { fatal, late } });

describe("an effect that holds", () => {
  test.each([
    ["zero", "scored 0"],
    [{ at_most: 10 }, "scored 10"],
    [{ at_most: 30 }, "scored 27"],
    [{ points: 33 }, "scored 33"],
    ["veto", "scored 27"],
  ])("then %j: %s", (action, stands) => {
    expect(worth([{ when: FATAL, then: action }], given(true))).toBe(stands);
    expect(worth([{ when: FATAL, then: action }], given(false))).toBe("scored 27");
  });

  test("one after the other, in the order written", () => {
    const cap = { when: FATAL, then: { at_most: 10 } };
    const set = { when: LATE, then: { points: 30 } };
    expect(worth([cap, set], given(true, true))).toBe("scored 30");
    expect(worth([set, cap], given(true, true))).toBe("scored 10");
  });

  test("before floor, cap and rounding", () => {
    expect(worth([{ when: FATAL, then: "zero" }], given(true), { floor: 5 })).toBe("scored 5");
    expect(worth([{ when: FATAL, then: { points: 50 } }], given(true), { cap: "points" })).toBe("scored 40");
    const round = { places: 0, mode: "half-up" };
    expect(worth([{ when: FATAL, then: { points: "10.5" } }], given(true), { round })).toBe("scored 11");
  });

  test("asks what stands below it: a key item without points takes all the others with it", () => {
    const effect = { when: { any_child_of: "A", points: { at_most: 0 } }, then: "zero" };
    expect(worth([effect], { ...points({ A1: 0, A2: 15 }), facts: { fatal: false } })).toBe("scored 0");
    expect(worth([effect], { ...points({ A1: 1, A2: 15 }), facts: { fatal: false } })).toBe("scored 16");
  });

  test("is an adjustment of its group, and a step; the law of contributions holds", () => {
    const assessment = withEffects([
      { when: FATAL, then: { at_most: 10 }, clause: "三（二）" },
      { when: LATE, then: "zero" },
    ])(given(true));
    const { adjustments, steps, effects, contribution } = nodeAt(assessment, "A");
    expect(contribution).toBe("10");
    expect(adjustments).toEqual([
      { cause: "effect", by: "-17", contribution: "-17", because: { in: "27", out: "10", effect: 0 } },
    ]);
    expect(steps).toEqual([
      { op: "sum", in: ["12", "15"], out: "27" },
      { op: "effect", in: ["27"], out: "10", note: { effect: 0 } },
    ]);
    expect(effects!.map(({ action, result, clause }) => [action, result, clause])).toEqual([
      [{ kind: "at_most", points: "10" }, "true", "三（二）"],
      [{ kind: "zero" }, "false", undefined],
    ]);
    expect(effects![0]!.because.map(({ read, result }) => [read, result])).toEqual([["fatal", "true"]]);
    expect(brokenSums(assessment)).toEqual([]);
  });

  test("of a sheet changes the sheet", () => {
    const effects = [{ when: { indicator: "C", points: { below: 30 } }, then: { at_most: 59 } }];
    const low = withEffects([], {}, { effects })({ ...points({ A1: 20, A2: 20, C: 29 }), facts: { fatal: false } });
    expect(low.score.exact).toBe("59");
    expect(nodeAt(low, "sheet").adjustments.map(({ cause, by }) => [cause, by])).toEqual([["effect", "-10"]]);
  });
});

describe("an effect that is open", () => {
  test("leaves the group open, between both ends", () => {
    expect(worth([{ when: FATAL, then: "zero" }], both)).toBe("unknown 0 to 27");
    expect(worth([{ when: FATAL, then: { at_most: 10 } }], both)).toBe("unknown 10 to 27");
    expect(worth([{ when: FATAL, then: { points: 33 } }], both)).toBe("unknown 27 to 33");
    expect(worth([{ when: FATAL, then: "veto" }], both)).toBe("scored 27");
  });

  test("although what it asks has points already, if only some of them would do", () => {
    const effect = { when: { indicator: "A1", points: { at_least: 10 } }, then: { points: 40 } };
    expect(worth([effect], points({ A2: 15 }))).toBe("unknown 15 to 40");
    expect(worth([effect], points({ A1: 10, A2: 15 }))).toBe("scored 40");
  });

  test("and certain although the sum is open, where it leaves nothing open", () => {
    const open = withEffects([{ when: FATAL, then: "zero" }])({ ...points({ C: 60 }), facts: { fatal: true } });
    expect(standing(nodeAt(open, "A"))).toBe("unknown 0 to 0 tight");
    expect(span(open.score.bounds)).toBe("60 to 60 tight");
  });

  test("promises no end of what never comes to a value", () => {
    const indicators = [node("A1", 20, { scoring: { rule: "flag", fact: "late" } }), judged("A2", 20)];
    const never = { ...both, facts: { fatal: true, late: { missing: true } } };
    expect(worth([{ when: FATAL, then: "zero" }], never, { indicators })).toBe("unknown 0 to 0");
    expect(worth([{ when: FATAL, then: { points: 33 } }], never, { indicators })).toBe("unknown 33 to 33");
  });

  test("waits for a fact that was supplied wrongly", () => {
    expect(worth([{ when: FATAL, then: "zero" }], { ...both, facts: { fatal: "perhaps" } })).toBe("invalid 0 to 27");
  });
});

describe("a group that does not apply", () => {
  const optional = { may_be_not_applicable: true };
  const out = { ...given(true), not_applicable: { A: { by: "a", reason: "b" } } };
  const scored = (parts: Data) =>
    withEffects(
      [
        { when: FATAL, then: { points: 1 } },
        { when: FATAL, then: "veto" },
      ],
      { ...optional, ...parts },
      { renormalise: "none" },
    )(out);

  test("has no effects, whether it leaves or stays with all of its points", () => {
    for (const policy of ["drop", "full"]) {
      const assessment = scored({ if_not_applicable: policy });
      expect("effects" in nodeAt(assessment, "A")).toBe(false);
      expect(assessment.decision.vetoed).toBe(false);
      expect(assessment.score.exact).toBe(policy === "drop" ? "60" : "100");
    }
  });
});

describe("a veto", () => {
  const vetoing = (effects: readonly Data[], outcomes: readonly Data[] = []) =>
    scorer(
      sheet({
        facts: { fatal: { type: "boolean" } },
        indicators: [node("A", 40, { effects, indicators: [judged("A1", 20), judged("A2", 20)] }), judged("C", 60)],
      }),
      scheme({
        goal: "pass",
        outcomes: [
          { id: "out", when: { vetoed: true } },
          ...outcomes,
          { id: "pass", when: { score: { at_least: 60 } } },
          { id: "fail", otherwise: true },
        ],
      }),
    );
  const VETO = { when: FATAL, then: "veto", clause: "五" };

  test("changes no number, and outcomes ask for it", () => {
    const { decision, score } = vetoing([VETO])({ ...both, facts: { fatal: true } });
    expect([score.exact, decision.outcome, decision.vetoed]).toEqual(["87", "out", true]);
    expect(decision.vetoes).toEqual([
      {
        indicator: "base/A",
        action: { kind: "veto" },
        asks: { kind: "fact", fact: "fatal", tests: [{ op: "is", value: true }] },
        result: "true",
        clause: "五",
        because: [{ read: "fatal", value: true, state: "given", test: { is: true }, result: "true" }],
      },
    ]);
    expect(vetoing([VETO])({ ...both, facts: { fatal: false } }).decision).toMatchObject({
      outcome: "pass",
      vetoed: false,
      vetoes: [],
    });
  });

  test("that may still come leaves the outcome open", () => {
    const { decision, score } = vetoing([VETO])(both);
    expect([score.status, decision.possible, decision.vetoed]).toEqual(["scored", ["out", "pass"], null]);
  });

  test("at so many key items without points", () => {
    const none = (indicator: string): Data => ({ indicator, points: { at_most: 0 } });
    const effect = { when: { at_least_n: { n: 2, of: [none("A1"), none("A2")] } }, then: "veto" };
    const score = vetoing([effect, { when: FATAL, then: { at_most: 39 } }]);
    const outcome = (a1: number, a2: number): string =>
      score({ ...points({ A1: a1, A2: a2, C: 60 }), facts: { fatal: false } }).decision.outcome;
    expect([outcome(0, 0), outcome(0, 1), outcome(1, 1)]).toEqual(["out", "pass", "pass"]);
  });

  test("below a `not` too, and where no sheet knows one it never comes", () => {
    const no = vetoing([{ when: FATAL, then: "zero" }], [{ id: "clean", when: { not: { vetoed: true } } }]);
    const { decision } = no({ ...both, facts: { fatal: true } });
    expect([decision.outcome, "vetoed" in decision]).toEqual(["clean", false]);
  });
});

describe("where a group is scored for each of a list", () => {
  const stated = (effects: readonly Data[]): Data => (effects.length === 0 ? {} : { effects });
  const section = (effects: readonly Data[]): Data =>
    node("S", 40, { ...stated(effects), indicators: [flag("S1", 30, "safe"), flag("S2", 10, "clean")] });
  const flag = (id: string, n: number, fact: string): Data => node(id, n, { scoring: { rule: "flag", fact } });
  const perProject = (own: readonly Data[], inside: readonly Data[]): Data =>
    sheet({
      renormalise: true,
      instances: { projects: { title: "在建项目" } },
      facts: {
        fatal: { type: "boolean" },
        safe: { type: "boolean", each: "projects" },
        clean: { type: "boolean", each: "projects" },
      },
      indicators: [
        flag("A", 60, "fatal"),
        node("B", 40, { each: "projects", combine: "mean", ...stated(own), indicators: [section(inside)] }),
      ],
    });
  const project = (id: string, safe: boolean, clean: boolean): Data => ({ id, facts: { safe, clean } });
  const scored = (own: readonly Data[], inside: readonly Data[], fatal = true) =>
    scorer(
      perProject(own, inside),
      scheme(),
    )({ facts: { fatal }, instances: { projects: [project("p1", true, true), project("p2", false, true)] } });
  const unsafe = { when: { indicator: "S1", points: { at_most: 0 } } };

  test("its own effects change what they make together", () => {
    // The mean of 40 and 10.
    expect(standing(nodeAt(scored([{ when: FATAL, then: { at_most: 20 } }], [], false), "B"))).toBe("scored 25");
    expect(standing(nodeAt(scored([{ when: FATAL, then: { at_most: 20 } }], []), "B"))).toBe("scored 20");
  });

  test("effects below it look at one of them alone", () => {
    const assessment = scored([], [{ ...unsafe, then: "zero" }]);
    expect(standing(nodeAt(assessment, "B"))).toBe("scored 20"); // (40 + 0) ÷ 2
    expect(brokenSums(assessment)).toEqual([]);
  });

  test("one of them may veto, under its name, and one that is not listed may yet", () => {
    const { decision } = scored([], [{ ...unsafe, then: "veto" }]);
    expect([decision.vetoed, decision.vetoes!.map(({ indicator }) => indicator)]).toEqual([true, ["base/S[p2]"]]);
    const unlisted = scorer(perProject([], [{ ...unsafe, then: "veto" }]), scheme())({ facts: { fatal: true } });
    expect([unlisted.decision.vetoed, unlisted.decision.vetoes]).toEqual([null, []]);
  });

  test("what has an answer for each of them is not asked from outside", () => {
    const asked = (when: Data): readonly string[] =>
      thrown(() => compiled(perProject([{ when, then: "zero" }], []), scheme()));
    expect(asked({ indicator: "S1", points: { at_most: 0 } })).toEqual([
      "indicator-of-instances /indicators/1/effects/0/when/indicator",
    ]);
    expect(asked({ any_child_of: "B", points: { at_most: 0 } })).toEqual([
      "indicator-of-instances /indicators/1/effects/0/when/any_child_of",
    ]);
    expect(asked(FATAL)).toEqual([]);
  });
});

describe("what is refused", () => {
  const errors = (effects: readonly Data[], parts: Data = {}): readonly string[] =>
    validateRubric(
      sheet({
        facts: { fatal: { type: "boolean" } },
        indicators: [
          node("A", 40, { effects, indicators: [judged("A1", 20), judged("A2", 20)], ...parts }),
          judged("C", 60),
        ],
      }),
    ).diagnostics.map(({ code, path }) => `${code} ${path}`);

  test("an indicator that does not stand below, a leaf that is asked for its children", () => {
    expect(errors([{ when: { indicator: "C", points: { at_most: 0 } }, then: "zero" }])).toEqual([
      "indicator-not-below /indicators/0/effects/0/when/indicator",
    ]);
    expect(errors([{ when: { indicator: "A", points: { at_most: 0 } }, then: "zero" }])).toEqual([
      "indicator-not-below /indicators/0/effects/0/when/indicator",
    ]);
    expect(errors([{ when: { not: { any_child_of: "A1", points: { at_most: 0 } } }, then: "zero" }])).toEqual([
      "indicator-without-children /indicators/0/effects/0/when/not/any_child_of",
    ]);
  });

  test("points beyond those of the group, and below nothing, unless floor and cap say what happens", () => {
    const effect = (n: number): readonly Data[] => [{ when: FATAL, then: { points: n } }];
    expect(errors(effect(41))).toEqual(["cap-unstated /indicators/0"]);
    expect(errors(effect(41), { cap: "none" })).toEqual(["cap-unstated "]);
    expect(errors(effect(-1))).toEqual(["floor-unstated /indicators/0"]);
    expect(errors([{ when: FATAL, then: { at_most: -1 } }], { floor: 0 })).toEqual([]);
  });

  test("a word that is none, a mapping that says nothing, an effect on an indicator that is scored", () => {
    expect(errors([{ when: FATAL, then: "nil" }])).toEqual(["not-one-of /indicators/0/effects/0/then"]);
    expect(errors([{ when: FATAL, then: { atmost: 3 } }])).toEqual(["unknown-key /indicators/0/effects/0/then/atmost"]);
    expect(errors([{ when: { score: { below: 60 } }, then: "zero" }])).toEqual([
      "condition-too-early /indicators/0/effects/0/when/score",
    ]);
    const leaf = judged("C", 100, { effects: [{ when: FATAL, then: "zero" }] });
    expect(
      validateRubric(sheet({ facts: { fatal: { type: "boolean" } }, indicators: [leaf] })).diagnostics.map(
        ({ code }) => code,
      ),
    ).toEqual(["unknown-key"]);
  });
});
