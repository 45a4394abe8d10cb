import { describe, expect, test } from "vitest";
import {
  type Data,
  leafScorer,
  node,
  nodeAt,
  out,
  scheme,
  scorer,
  sheet,
  standing,
  stands,
  worth,
} from "../helpers/build/rubric.js";

const FLAG = { scoring: { rule: "flag", fact: { type: "boolean" } } };
const ANY = {
  outcomes: [{ id: "any", otherwise: true }],
  goal: "any",
  blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }],
};

/** One sheet of 100 points in which every node may leave its points. */
const tree = (indicators: readonly Data[], parts: Data = {}) =>
  scorer(sheet({ floor: "none", cap: "none", indicators, ...parts }), scheme(ANY));
const group = (id: string, points: number, indicators: readonly Data[], parts: Data = {}): Data =>
  node(id, points, { floor: "none", cap: "none", ...parts, indicators });
const optional = (policy?: string): Data => ({
  may_be_not_applicable: true,
  ...(policy !== undefined && { if_not_applicable: policy }),
});

describe("a leaf that lacks a fact", () => {
  const pair = (parts: Data) =>
    leafScorer(
      { scoring: { rule: "checklist", mode: "per_item", each: 5, items: ["a", "b"] }, ...parts },
      { a: { type: "boolean" }, b: { type: "boolean" } },
    );

  test.each([
    // without and with `when_missing: 2`
    [{ a: true, b: true }, "scored 10", "scored 10"],
    [{ a: true }, "unknown 5 to 10 tight", "unknown 2 to 10 tight"], // b may turn out missing
    [{ a: true, b: { missing: true } }, "unknown 5 to 10", "scored 2"], // final
    [{ b: { missing: true } }, "unknown 0 to 10", "scored 2"], // although a is unknown
    [{ a: "x", b: { missing: true } }, "invalid 0 to 10", "scored 2"],
    [{ a: "x" }, "invalid 0 to 10 tight", "invalid 0 to 10 tight"],
  ])("%j: %s, or %s where the leaf says what is missing scores", (facts, without, stated) => {
    expect(stands(pair({}), { facts })).toBe(without);
    expect(stands(pair({ when_missing: 2 }), { facts })).toBe(stated);
  });

  test("zero and full are such numbers too", () => {
    expect(stands(leafScorer({ ...FLAG, when_missing: "zero" }), { closed: true })).toBe("scored 0");
    expect(stands(leafScorer({ ...FLAG, when_missing: "full" }), { closed: true })).toBe("scored 10");
  });

  test("what missing scores passes through floor and cap like everything else", () => {
    const high = nodeAt(leafScorer({ ...FLAG, when_missing: 15, cap: "points" })({ closed: true }), "L");
    expect(standing(high)).toBe("scored 10");
    expect(high.steps.map(({ op, out: result }) => [op, result])).toEqual([
      ["when-missing", "15"],
      ["cap", "10"],
    ]);
    expect(stands(leafScorer({ ...FLAG, when_missing: -4, floor: -1 }), { closed: true })).toBe("scored -1");
  });

  test("unknown is not missing: bounds reach out to the number, the score does not take it", () => {
    expect(
      stands(leafScorer({ scoring: { rule: "flag", fact: { type: "boolean" }, points: 4 }, when_missing: 7 })),
    ).toBe("unknown 0 to 7 tight");
    expect(stands(leafScorer({ ...FLAG, floor: "none", when_missing: -2 }))).toBe("unknown -2 to 10 tight");
  });

  test("a list of events that a closed sheet omits is missing, not empty", () => {
    const events = {
      floor: 0,
      scoring: { rule: "events", fact: { type: "events" }, start: "full", points: [{ points: -1 }] },
    };
    expect(stands(leafScorer(events), { closed: true })).toBe("unknown 0 to 10");
    expect(stands(leafScorer({ ...events, when_missing: 3 }), { closed: true })).toBe("scored 3");
    expect(stands(leafScorer(events), { facts: { L: [] } })).toBe("scored 10");
  });
});

describe("floor, then cap", () => {
  test.each([
    ["-3", "0", ["floor"]],
    ["0", "0", []],
    ["7.5", "7.5", []],
    ["10", "10", []],
    ["10.001", "10", ["cap"]],
  ])("of a leaf worth %s: %s", (value, points, limits) => {
    const leaf = nodeAt(leafScorer({ ...worth("L", 10), floor: 0, cap: "points" }, {})({ facts: { L: value } }), "L");
    expect(standing(leaf)).toBe(`scored ${points}`);
    expect(leaf.steps.slice(1).map(({ op }) => op)).toEqual(limits);
    expect(leaf.adjustments).toEqual([]); // a leaf's limits are inside its awarded points
  });

  test.each([
    [{ floor: 0 }, "-8", "0"],
    [{ floor: "none" }, "-8", "-8"],
    [{ floor: -5 }, "-8", "-5"],
    [{ floor: -5 }, "-3", "-3"],
    [{ cap: "points" }, "60", "50"],
    [{ cap: "none" }, "60", "60"],
    [{ cap: 55 }, "60", "55"],
    [{ cap: 55 }, "54", "54"],
  ])("of a group with %j, children worth %s together: %s", (limits, sum, result) => {
    const score = tree([group("G", 50, [worth("a", 30), worth("b", 20)], limits), worth("c", 50)]);
    const facts = { a: 1, b: String(Number(sum) - 1), c: 10 };
    expect(standing(nodeAt(score({ facts }), "G"))).toBe(`scored ${result}`);
    expect(standing(nodeAt(score({ facts }), "sheet"))).toBe(`scored ${Number(result) + 10}`);
  });

  test("what a group cuts off is an adjustment of the group", () => {
    const score = tree([group("G", 50, [worth("a", 30), worth("b", 20)], { floor: 0, cap: "points" }), worth("c", 50)]);
    expect(nodeAt(score({ facts: { a: 40, b: 20, c: 0 } }), "G").adjustments).toEqual([
      { cause: "cap", by: "-10", contribution: "-10", because: { in: "60", out: "50" } },
    ]);
    expect(nodeAt(score({ facts: { a: -40, b: 20, c: 0 } }), "G").adjustments).toEqual([
      { cause: "floor", by: "20", contribution: "20", because: { in: "-20", out: "0" } },
    ]);
  });

  test("a sheet is a group too", () => {
    const score = scorer(sheet({ floor: 0, cap: "points", indicators: [worth("a", 60), worth("b", 40)] }), scheme(ANY));
    expect(score({ facts: { a: 100, b: 30 } }).score.exact).toBe("100");
    expect(score({ facts: { a: -100, b: 30 } }).score.exact).toBe("0");
  });

  test("an inner limit works before the outer sum", () => {
    // min(60, 50) + 45 = 95, not min(105, 100)
    const score = tree([group("G", 50, [worth("a", 30), worth("b", 20)], { cap: "points" }), worth("c", 50)], {
      cap: "points",
    });
    expect(score({ facts: { a: 40, b: 20, c: 45 } }).score.exact).toBe("95");
  });

  test("bounds are cut the same way", () => {
    const score = tree([group("G", 50, [worth("a", 30), worth("b", 20)], { floor: 0, cap: "points" }), worth("c", 50)]);
    expect(standing(nodeAt(score({ facts: { a: 5, c: 10 } }), "G"))).toBe("unknown 0 to 50 tight");
    expect(standing(nodeAt(score({ facts: { a: 5, c: 10 } }), "sheet"))).toBe("unknown 10 to 60 tight");
  });
});

describe("an indicator that does not apply", () => {
  /** G 40 { a 30, b 10 }, c 60; a is worth 24, b 3, c 45. */
  const facts = { a: 24, b: 3, c: 45 };
  const score = (policy: string | undefined, at: "none" | "sheet" | "G") => {
    const renormalise = (here: boolean): Data => (here ? { renormalise: true } : {});
    return tree(
      [group("G", 40, [worth("a", 30), worth("b", 10, optional(policy))], renormalise(at === "G")), worth("c", 60)],
      at === "none" ? { renormalise: "none" } : renormalise(at === "sheet"),
    )({ facts, not_applicable: out("b") });
  };

  test.each([
    // policy, who divides: b, G with its available, the sheet
    ["drop", "none", "not-applicable", "24 of 30", "69 of 90"],
    ["drop", "G", "not-applicable", "32 of 40", "77 of 100"], // 24 × 40 ÷ 30; 32 + 45
    ["drop", "sheet", "not-applicable", "24 of 30", "230/3 of 100"], // 69 × 100 ÷ 90
    ["full", "none", "10 of 10", "34 of 40", "79 of 100"],
    ["full", "G", "10 of 10", "34 of 40", "79 of 100"],
    ["zero", "none", "0 of 10", "24 of 40", "69 of 100"],
    ["zero", "sheet", "0 of 10", "24 of 40", "69 of 100"],
  ] as const)("%s, divided by %s", (policy, at, ...expected) => {
    const assessment = score(policy, at);
    const said = ["b", "G", "sheet"].map((id) => {
      const { awarded, available, status } = nodeAt(assessment, id);
      return awarded ? `${awarded.exact} of ${available}` : status;
    });
    expect(said).toEqual(expected);
  });

  test("drop is what happens unless something else is said", () => {
    expect(score(undefined, "G").score.exact).toBe(score("drop", "G").score.exact);
  });

  test("what is given for it is not counted, which is worth a warning", () => {
    const { findings } = score("drop", "none");
    expect(findings.map(({ code, path, severity }) => [code, path, severity])).toEqual([
      ["not-applicable-despite-facts", "/not_applicable/b", "warning"],
    ]);
  });

  test("a dropped leaf is worth nothing on either side of the account", () => {
    expect(nodeAt(score("drop", "sheet"), "b")).toMatchObject({
      available: "0",
      awarded: null,
      bounds: null,
      contribution: "0",
      shortfall: "0",
    });
  });

  test("a leaf that stays in is worth its share, floor and cap notwithstanding", () => {
    const limited = tree([worth("a", 40), worth("b", 60, { ...optional("full"), cap: 20 })])({
      facts: { a: 40 },
      not_applicable: out("b"),
    });
    expect(standing(nodeAt(limited, "b"))).toBe("scored 60");
  });
});

describe("a group that does not apply", () => {
  const score = (policy: string, parts: Data = {}) =>
    tree(
      [group("G", 40, [worth("a", 30), worth("b", 10)], optional(policy)), worth("c", 60)],
      policy === "drop" ? { renormalise: true, ...parts } : parts,
    )({ facts: { a: 24, b: 3, c: 45 }, not_applicable: out("G") });

  test("drops out with everything below it", () => {
    const assessment = score("drop");
    expect(["G", "a", "b"].map((id) => standing(nodeAt(assessment, id)))).toEqual([
      "not-applicable",
      "not-applicable",
      "not-applicable",
    ]);
    expect(assessment.score.exact).toBe("75"); // 45 × 100 ÷ 60
  });

  test("or stays in with all or none of its points, its children still out", () => {
    expect(standing(nodeAt(score("full"), "G"))).toBe("scored 40");
    expect(standing(nodeAt(score("full"), "a"))).toBe("not-applicable");
    expect(score("full").score.exact).toBe("85");
    expect(score("zero").score.exact).toBe("45");
    expect(nodeAt(score("full"), "G").adjustments).toEqual([
      { cause: "offset", by: "40", contribution: "40", because: { in: "0", out: "40" } },
    ]);
    expect(nodeAt(score("zero"), "G").adjustments).toEqual([]);
  });

  test("a group none of whose children applies does not apply itself", () => {
    const both = tree([group("G", 40, [worth("a", 30, optional()), worth("b", 10, optional())]), worth("c", 60)], {
      renormalise: true,
    });
    const assessment = both({ facts: { c: 45 }, not_applicable: out("a", "b") });
    expect(standing(nodeAt(assessment, "G"))).toBe("not-applicable");
    expect(assessment.score.exact).toBe("75");
    expect(nodeAt(assessment, "sheet").available).toBe("100");
  });

  test("one child that applies keeps it in", () => {
    const both = tree([group("G", 40, [worth("a", 30, optional()), worth("b", 10, optional())]), worth("c", 60)], {
      renormalise: true,
    });
    expect(both({ facts: { b: 5, c: 45 }, not_applicable: out("a") }).score.exact).toBe("500/7"); // 50 × 100 ÷ 70
  });
});

describe("a condition that says whether an indicator applies", () => {
  const when = { applies_when: { fact: "has_site", is: true } };
  const score = tree([worth("a", 60), worth("b", 40, when)], {
    renormalise: true,
    facts: { has_site: { type: "boolean" } },
  });

  test.each([
    [{ has_site: true, a: 45, b: 30 }, "scored 75"],
    [{ has_site: false, a: 45, b: 30 }, "scored 75"], // 45 × 100 ÷ 60: the same by chance
    [{ has_site: false, a: 48 }, "scored 80"],
    [{ has_site: true, a: 48 }, "unknown −∞ to +∞"],
    [{ a: 45, b: 25 }, "unknown 70 to 75"], // in: 70; out: 75
  ])("%j: the sheet is %s", (facts, expected) => {
    expect(standing(nodeAt(score({ facts }), "sheet"))).toBe(expected);
  });

  test("while the condition is unknown the leaf is open, whatever else is known", () => {
    const leaf = nodeAt(score({ facts: { a: 45, b: 25 } }), "b");
    expect(leaf).toMatchObject({
      status: "unknown",
      awarded: null,
      available: null,
      contribution: null,
      shortfall: null,
    });
    expect(leaf.bounds).toEqual({ least: "25", most: "25", tight: false }); // if it applies
  });

  test("a missing fact leaves the condition unknown, also in a closed sheet", () => {
    expect(standing(nodeAt(score({ facts: { a: 45, b: 25 }, closed: true }), "sheet"))).toBe("unknown 70 to 75");
  });

  test("not applicable if either the condition or the fact sheet says so", () => {
    const both = tree([worth("a", 60), worth("b", 40, { ...when, ...optional() })], {
      renormalise: true,
      facts: { has_site: { type: "boolean" } },
    });
    const status = (has_site: boolean, ids: readonly string[]): string =>
      nodeAt(both({ facts: { a: 45, b: 25, has_site }, not_applicable: out(...ids) }), "b").status;
    expect([status(true, []), status(true, ["b"]), status(false, []), status(false, ["b"])]).toEqual([
      "scored",
      "not-applicable",
      "not-applicable",
      "not-applicable",
    ]);
  });
});

describe("an indicator that may be not applicable, of which nothing is said", () => {
  const score = tree([worth("a", 60), node("b", 40, { ...FLAG, ...optional() })], { renormalise: true });

  test("applies once its facts are there", () => {
    expect(standing(nodeAt(score({ facts: { a: 45, b: true } }), "sheet"))).toBe("scored 85");
  });

  test("may go either way while they are not: in for nothing, in for all, or out", () => {
    // 45, 85, or 45 × 100 ÷ 60 = 75
    expect(standing(nodeAt(score({ facts: { a: 45 } }), "sheet"))).toBe("unknown 45 to 85");
    expect(standing(nodeAt(score({ facts: { a: 45, b: "x" } }), "sheet"))).toBe("invalid 45 to 85");
  });

  test("applies in a closed sheet", () => {
    expect(nodeAt(score({ facts: { a: 45 }, closed: true }), "b")).toMatchObject({
      status: "unknown",
      available: "40",
    });
  });

  test.each([
    // 45 with 0 … 40 of it, or all, or none
    ["full", "unknown 45 to 85"],
    ["zero", "unknown 45 to 85"],
  ])("%s is one more possibility", (policy, expected) => {
    const staying = tree([
      worth("a", 60),
      node("b", 40, { scoring: { rule: "flag", fact: { type: "boolean" } }, ...optional(policy) }),
    ]);
    expect(standing(nodeAt(staying({ facts: { a: 45 } }), "sheet"))).toBe(expected);
    expect(nodeAt(staying({ facts: { a: 45 } }), "b").available).toBe("40");
  });
});

describe("status of a group", () => {
  const score = tree([group("G", 40, [node("a", 30, FLAG), node("b", 10, FLAG)]), node("c", 60, FLAG)]);
  const status = (facts: Data): readonly string[] =>
    ["a", "b", "G", "sheet"].map((id) => nodeAt(score({ facts }), id).status);

  test.each([
    [{ a: true, b: true, c: true }, ["scored", "scored", "scored", "scored"]],
    [{ a: true, c: true }, ["scored", "unknown", "unknown", "unknown"]],
    [{ a: true, b: "x", c: true }, ["scored", "invalid", "invalid", "invalid"]],
    [{ b: "x" }, ["unknown", "invalid", "invalid", "invalid"]],
    [{ a: true, b: true }, ["scored", "scored", "scored", "unknown"]],
  ])("%j: %j", (facts, expected) => {
    expect(status(facts)).toEqual(expected);
  });
});

describe("tight bounds", () => {
  const flag = (fact: string, points: number): Data => ({ scoring: { rule: "flag", fact, points } });

  test("one open fact read by two leaves is not seen as one", () => {
    // a and b move together: 0 or 100, or for the second pair 40 or 60
    const facts = { x: { type: "boolean" } };
    const same = tree([node("a", 60, flag("x", 60)), node("b", 40, flag("x", 40))], { facts });
    expect(standing(nodeAt(same(), "sheet"))).toBe("unknown 0 to 100");
    expect(standing(nodeAt(same(), "a"))).toBe("unknown 0 to 60 tight");
  });

  test("different facts are", () => {
    const score = tree([node("a", 60, FLAG), node("b", 40, FLAG)]);
    expect(standing(nodeAt(score(), "sheet"))).toBe("unknown 0 to 100 tight");
    expect(standing(nodeAt(score({ facts: { a: true } }), "sheet"))).toBe("unknown 60 to 100 tight");
  });

  test("a scored sheet has its score for both ends", () => {
    const score = tree([node("a", 60, FLAG), node("b", 40, FLAG)]);
    expect(nodeAt(score({ facts: { a: true, b: false } }), "sheet").bounds).toEqual({
      least: "60",
      most: "60",
      tight: true,
    });
  });
});

test("a fact that is missing, and only perhaps needed, brings `when_missing` into the bounds", () => {
  const score = scorer(
    sheet({
      facts: {
        a: { type: "integer" },
        b: { type: "integer" },
        gap: { type: "integer", range: { at_least: 0, at_most: 9 }, derive: { difference: ["a", "b"] } },
        zero: { type: "integer", range: { at_least: 0 } },
        flagged: { type: "boolean" },
        share: {
          type: "decimal",
          range: { at_least: 0, at_most: 9 },
          derive: { ratio: { numerator: "zero", denominator: "zero", if_zero: "missing" } },
        },
      },
      indicators: [
        node("L", 100, {
          when_missing: 90,
          scoring: {
            rule: "first_of",
            of: [
              { title: "1", when: { fact: "gap", at_least: 5 }, rule: "flag", fact: "flagged", points: 10 },
              {
                title: "2",
                rule: "tiers",
                fact: "share",
                tiers: [
                  { below: 5, points: 20 },
                  { at_least: 5, points: 60 },
                ],
              },
            ],
          },
        }),
      ],
    }),
    scheme(),
  );
  // `gap` is out of its range, and counts as unknown; `share` divides by nothing, and is missing.
  const { bounds } = score({ facts: { a: 1, b: 2, zero: 0, flagged: true } }).score;
  expect(bounds.most).toBe("90");
});
