import { describe, expect, test } from "vitest";
import { consult } from "./oracle.js";
import { factsOf, node, oneLeaf, schemeOf, sheetOf } from "./small.js";
import type { Plain, PlainMap } from "./plain.js";

const ends = (leaf: PlainMap, declared: PlainMap, facts: PlainMap, more: PlainMap = {}): (string | null)[] => {
  const { bounds } = oneLeaf(leaf, declared, facts, more);
  return [bounds?.least ?? null, bounds?.most ?? null];
};

describe("bounds of a leaf", () => {
  const ranged: PlainMap = { x: { type: "decimal", range: { above: 0, at_most: 100 } } };
  const tiers = {
    scoring: {
      rule: "tiers",
      fact: "x",
      tiers: [
        { at_most: 0, points: 9 },
        { above: 0, below: 50, points: 1 },
        { at_least: 50, points: 4 },
      ],
    },
  };
  test("an open end of a range does not reach a tier that only touches it", () => {
    expect(ends(tiers, ranged, {})).toEqual(["1", "4"]);
  });
  test("whole numbers leave no values between 4 and 5", () => {
    const between = {
      scoring: {
        rule: "tiers",
        fact: "x",
        tiers: [
          { at_most: 4, points: 1 },
          { above: 4, below: 5, points: 9 },
          { at_least: 5, points: 2 },
        ],
      },
    };
    expect(ends(between, { x: { type: "integer" } }, {})).toEqual(["1", "2"]);
  });
  test("steps without an end have no bound on that side", () => {
    const steps = {
      scoring: { rule: "steps", fact: "x", start: 10, per: 1, points: -1, base: 5, partial: "floor" },
      floor: "none",
    };
    expect(ends(steps, { x: { type: "integer" } }, {})).toEqual([null, "5"]);
    expect(ends({ ...steps, floor: -2 }, { x: { type: "integer" } }, {})).toEqual(["-2", "5"]);
  });
  test("when_missing reaches out while the fact may still be missing, and decides when it is", () => {
    const flag = { scoring: { rule: "flag", fact: "x", points: 6 }, when_missing: -3, floor: "none" };
    const declared: PlainMap = { x: { type: "boolean" } };
    expect(ends(flag, declared, {})).toEqual(["-3", "6"]);
    expect(ends(flag, declared, { x: { missing: true } })).toEqual(["-3", "-3"]);
    expect(ends(flag, declared, {}, { closed: true })).toEqual(["-3", "-3"]);
    expect(oneLeaf({ scoring: flag.scoring }, declared, { x: { missing: true } }).status).toBe("unknown");
    expect(oneLeaf({ scoring: flag.scoring }, declared, { x: "yes" }).status).toBe("invalid");
  });
  test("an unusable entry counts at worst, at best, or not at all", () => {
    const events = {
      scoring: {
        rule: "events",
        fact: "x",
        start: "full",
        points: [
          { kind: "a", points: -2 },
          { kind: "b", points: 1 },
        ],
      },
      floor: "none",
      cap: "none",
    };
    const declared: PlainMap = { x: { type: "events", kinds: ["a", "b"] } };
    const x: Plain = [
      { date: "2023-02-30", kind: "a" },
      { date: "2024-01-01", kind: "b" },
      { date: "2024-01-01", kind: "c" },
    ];
    expect(ends(events, declared, { x })).toEqual(["7", "12"]);
    expect(ends(events, declared, {})).toEqual([null, null]);
  });
  test("an unusable entry may push others out, and make them repetitions", () => {
    const declared: PlainMap = { x: { type: "events", kinds: ["a", "b"] } };
    const of = (options: PlainMap): PlainMap => ({
      scoring: {
        rule: "events",
        fact: "x",
        start: "full",
        points: [
          { kind: "a", points: -2 },
          { kind: "b", points: -3 },
        ],
        ...options,
      },
      floor: "none",
    });
    const x: Plain = [
      { date: "2023-02-30", kind: "a" },
      { date: "2024-01-01", kind: "b" },
      { date: "2024-01-02", kind: "b" },
    ];
    expect(ends(of({}), declared, { x })).toEqual(["2", "4"]);
    expect(ends(of({ at_most_count: 2 }), declared, { x })).toEqual(["4", "4"]);
    expect(ends(of({ once_per: ["kind"] }), declared, { x })).toEqual(["5", "7"]);
    expect(ends(of({ repeat: "double" }), declared, { x })).toEqual(["-3", "1"]); // 3 + 6, and 2 × 2 or nothing
    expect(ends(of({ at_most_count: 3 }), declared, {})).toEqual(["1", "10"]);
    expect(ends(of({ at_most_count: 3, repeat: "double" }), declared, {})).toEqual(["-8", "10"]);
    expect(ends(of({ once_per: ["kind"] }), declared, {})).toEqual([null, "10"]);
  });
  test("a ratio over a denominator that may come near 0 has no end upwards", () => {
    const linear = {
      scoring: {
        rule: "linear",
        fact: "r",
        knots: [
          { at: 0, points: 0 },
          { at: 1, points: 1 },
        ],
        beyond: "extend",
      },
      floor: "none",
      cap: "none",
    };
    const declared = (below: PlainMap): PlainMap => ({
      a: { type: "decimal" },
      b: { type: "decimal", range: below },
      r: { type: "decimal", derive: { ratio: { numerator: "a", denominator: "b", if_zero: 5 } } },
    });
    expect(ends(linear, declared({ at_least: 0, at_most: 4 }), { a: 8 })).toEqual(["2", null]);
    expect(ends(linear, declared({ at_least: 0, at_most: 4 }), { a: 24 })).toEqual(["5", null]);
    expect(ends(linear, declared({ at_least: 2, at_most: 4 }), { a: 8 })).toEqual(["2", "4"]);
    expect(ends(linear, declared({ at_least: 0 }), { a: -8 })).toEqual([null, "5"]);
  });
});

describe("what may not apply", () => {
  const flag = (id: string, points: number, more: PlainMap = {}): PlainMap => ({
    id,
    title: id,
    points,
    scoring: { rule: "flag", fact: { type: "boolean" } },
    ...more,
  });
  const optional = { may_be_not_applicable: true };

  test("dropped, the group divides by what is left: 3 of 7 times 10", () => {
    const sheet = sheetOf([flag("A", 3), flag("B", 4), flag("C", 3, optional)], { renormalise: true });
    const result = consult(
      [schemeOf(), sheet],
      factsOf({ A: true, B: false }, { not_applicable: { C: { by: "a", reason: "b" } } }),
    );
    expect(node(result, "s")).toMatchObject({
      status: "scored",
      awarded: "30/7",
      available: "10",
      contribution: "300/7",
      shortfall: "400/7",
    });
    expect(node(result, "A")).toMatchObject({ contribution: "300/7", shortfall: "0" });
    expect(node(result, "C")).toMatchObject({
      status: "not-applicable",
      available: "0",
      contribution: "0",
      awarded: null,
      bounds: null,
    });
  });
  test("neither all in nor all out is the extreme", () => {
    // A known 1 of 2. B worth 0..4 and C 0..4 may drop: least is (1+0+0)/10, most is (1+4+4)/10, all out is 1/2.
    const sheet = sheetOf(
      [
        flag("A", 2, { scoring: { rule: "flag", fact: { type: "boolean" }, points: 1 } }),
        flag("B", 4, optional),
        flag("C", 4, optional),
      ],
      { renormalise: true },
    );
    const result = consult([schemeOf(), sheet], factsOf({ A: true }));
    expect(node(result, "s").bounds).toEqual({ least: "1", most: "9" });
    expect(node(result, "s")).toMatchObject({ status: "unknown", available: "10", awarded: null });
    expect(node(result, "A")).toMatchObject({ status: "scored", awarded: "1", contribution: null });
  });
  test("one of a high share and one of a low share: the prefix decides", () => {
    // B is worth 3..4 of 4, C 0..1 of 4, A is 1 of 2: least (1+0)/6 without B, most (1+4)/6 without C.
    const tier = (low: number, high: number): PlainMap => ({
      rule: "flag",
      fact: { type: "boolean" },
      points: high - low,
    });
    const sheet = sheetOf(
      [
        flag("A", 2, { scoring: tier(0, 1) }),
        {
          id: "B",
          title: "B",
          points: 4,
          scoring: { rule: "judged", range: { at_least: 3, at_most: 4 }, step: 1 },
          ...optional,
        },
        {
          id: "C",
          title: "C",
          points: 4,
          scoring: { rule: "judged", range: { at_least: 0, at_most: 1 }, step: 1 },
          ...optional,
        },
      ],
      { renormalise: true },
    );
    const { score } = consult([schemeOf(), sheet], factsOf({ A: true }));
    expect(score.bounds).toEqual({ least: "50/3", most: "250/3" });
  });
  test("full and zero stay in the sum", () => {
    const sheet = sheetOf([
      flag("A", 3, { ...optional, if_not_applicable: "full" }),
      flag("B", 4),
      flag("C", 3, { ...optional, if_not_applicable: "zero" }),
    ]);
    const result = consult(
      [schemeOf(), sheet],
      factsOf({ B: true }, { not_applicable: { A: { by: "a", reason: "b" }, C: { by: "a", reason: "b" } } }),
    );
    expect(result.score).toMatchObject({ status: "scored", exact: "70" });
    expect(node(result, "C")).toMatchObject({ status: "scored", awarded: "0", available: "3", shortfall: "30" });
  });
  test("nothing applies: there is no score", () => {
    const sheet = sheetOf([flag("A", 10, optional)], { renormalise: true });
    const result = consult([schemeOf(), sheet], factsOf({}, { not_applicable: { A: { by: "a", reason: "b" } } }));
    expect(result.score).toMatchObject({ status: "nothing-scored", exact: null });
    expect(result.decision).toMatchObject({ outcome: "fail", certain: true, margin: null });
  });
});
