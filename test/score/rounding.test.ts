/** Rounding where a rubric says so: at a leaf, a group, the sheet or the score, behind floor and cap, in six modes. */
import { describe, expect, test } from "vitest";
import { explain } from "../../src/index.js";
import { type Data, node, nodeAt, scheme, scorer, sheet } from "../helpers/build/rubric.js";

const linear = {
  scoring: {
    rule: "linear",
    fact: { type: "decimal", range: { at_least: -100, at_most: 100 } },
    knots: [
      { at: -100, points: -100 },
      { at: 100, points: 100 },
    ],
    beyond: "clip",
  },
  floor: "none",
} as const;

function rounding(places: number, mode: string): Data {
  return { round: { places, mode } };
}

const wide = { blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }] };

const leaf = (round: Data) =>
  scorer(sheet({ floor: "none", indicators: [node("L", 100, { ...linear, ...round })] }), scheme(wide));

describe("six modes, half on the absolute value", () => {
  test.each([
    ["half-up", "2.5", "3"],
    ["half-up", "-2.5", "-3"],
    ["half-up", "2.4999", "2"],
    ["half-even", "2.5", "2"],
    ["half-even", "3.5", "4"],
    ["half-even", "-2.5", "-2"],
    ["up", "2.1", "3"],
    ["up", "-2.1", "-3"],
    ["down", "2.9", "2"],
    ["down", "-2.9", "-2"],
    ["ceiling", "2.1", "3"],
    ["ceiling", "-2.9", "-2"],
    ["floor", "2.9", "2"],
    ["floor", "-2.1", "-3"],
  ])("%s: %s becomes %s", (mode, value, rounded) => {
    const assessment = leaf(rounding(0, mode))({ facts: { L: value } });
    expect(nodeAt(assessment, "L").awarded?.exact).toBe(rounded);
    expect(assessment.score.exact).toBe(rounded);
    expect(nodeAt(assessment, "L").steps.at(-1)).toEqual({
      op: "rounding",
      in: [value],
      out: rounded,
      note: { places: 0, mode },
    });
  });

  test("what lies on the grid is left alone, and no step says otherwise", () => {
    const { steps, awarded } = nodeAt(leaf(rounding(1, "up"))({ facts: { L: "2.1" } }), "L");
    expect(awarded?.exact).toBe("2.1");
    expect(steps.map(({ op }) => op)).toEqual(["linear"]);
  });
});

/** Three leaves of 33, 33 and 34 points in a group of 100, each at a third of its points. */
const thirds = {
  scoring: {
    rule: "linear",
    fact: { type: "decimal", range: { at_least: 0, at_most: 3 } },
    knots: [
      { at: 0, points: 0 },
      { at: 3, points: 33 },
    ],
    beyond: "clip",
  },
} as const;
const third = (round: Data, of: "group" | "sheet" | "scheme") =>
  scorer(
    sheet({
      ...(of === "sheet" ? round : {}),
      indicators: [
        node("G", 66, { ...(of === "group" ? round : {}), indicators: [node("A", 33, thirds), node("B", 33, thirds)] }),
        node("C", 34, { scoring: { rule: "flag", fact: { type: "boolean" } } }),
      ],
    }),
    scheme({ ...(of === "scheme" ? round : {}), blend: [{ id: "base", sheet: "sheet", weight: 1 }] }),
  );
const facts = { facts: { A: "0.3", B: "0.01", C: false } }; // 3.3 + 0.11

describe("places of rounding", () => {
  test("a group rounds its sum, and writes the difference down", () => {
    const assessment = third(rounding(1, "half-up"), "group")(facts);
    const group = nodeAt(assessment, "G");
    expect(group.awarded?.exact).toBe("3.4");
    expect(group.adjustments).toEqual([
      { cause: "rounding", by: "-0.01", contribution: "-0.01", because: { in: "3.41", out: "3.4" } },
    ]);
    expect(group.steps.map(({ op, out }) => `${op} ${String(out)}`)).toEqual(["sum 3.41", "rounding 3.4"]);
    expect(assessment.score.exact).toBe("3.4");
  });

  test("a sheet does so at its root", () => {
    const { components, score } = third(rounding(0, "up"), "sheet")(facts);
    expect(components[0]?.root?.adjustments.map(({ by }) => by)).toEqual(["0.59"]);
    expect(score.exact).toBe("4");
  });

  test("the scheme rounds the score, and the threshold sees what is rounded", () => {
    const assessment = third(rounding(1, "ceiling"), "scheme")(facts);
    expect(assessment.score).toMatchObject({
      exact: "3.5",
      adjustments: [{ cause: "rounding", by: "0.09", contribution: "0.09", because: { in: "3.41", out: "3.5" } }],
    });
    expect(assessment.decision.margin).toBe("-76.5");
  });

  test("79.996 passes where the scheme says that scores are rounded to two places, and only there", () => {
    const nearly = { facts: { L: "79.996" } };
    const plain = scorer(sheet({ floor: "none", indicators: [node("L", 100, linear)] }), scheme(wide));
    const rounded = scorer(
      sheet({ floor: "none", indicators: [node("L", 100, linear)] }),
      scheme({ ...wide, ...rounding(2, "half-up") }),
    );
    expect(plain(nearly).decision.outcome).toBe("fail");
    expect(rounded(nearly).decision).toMatchObject({ outcome: "pass", margin: "0" });
  });
});

describe("bounds are rounded with their values", () => {
  test("at a leaf, with `when_missing` behind", () => {
    const score = scorer(
      sheet({
        indicators: [
          node("L", 100, {
            ...rounding(0, "half-up"),
            when_missing: "0.2",
            scoring: {
              rule: "tiers",
              fact: { type: "decimal", range: { at_least: 0 } },
              tiers: [
                { below: 1, points: "0.5" },
                { at_least: 1, points: "99.4" },
              ],
            },
          }),
        ],
      }),
      scheme(),
    );
    expect(score().score.bounds).toEqual({ least: "0", most: "99", tight: true });
    expect(score({ facts: { L: { missing: true } } }).score.exact).toBe("0");
  });

  test("an open score is rounded at both ends", () => {
    const open = third(rounding(0, "floor"), "scheme")({ facts: { A: "0.3", C: false } });
    expect(open.score.bounds).toEqual({ least: "3", most: "36", tight: true }); // 3.3 to 36.3
  });

  test("with an item that may not apply below a rounded group, they hold a step more than can come about", () => {
    const assessment = scorer(
      sheet({
        renormalise: true,
        indicators: [
          node("G", 50, {
            ...rounding(0, "up"),
            indicators: [node("A", 25, thirdsOf(25)), node("B", 25, { ...thirdsOf(25), may_be_not_applicable: true })],
          }),
          node("C", 50, thirdsOf(50)),
        ],
      }),
      scheme(),
    )({ facts: { A: "1", C: "1" } });
    // G comes to 25/3 without B, rounded to 9 of 25; with B from 9 to 34 of 50. C is 50/3 of 50.
    // Least (9 + 50/3) ÷ 100, most (34 + 50/3) ÷ 100: 77/3 and 152/3; no bound may be narrower.
    expect(assessment.score.bounds).toEqual({ least: "24", most: "51", tight: false });
  });
});

function thirdsOf(points: number): Data {
  return {
    scoring: {
      rule: "linear",
      fact: { type: "decimal", range: { at_least: 0, at_most: 3 } },
      knots: [
        { at: 0, points: 0 },
        { at: 3, points },
      ],
      beyond: "clip",
    },
  };
}

test("the story says what was rounded, and how", () => {
  const assessment = leaf(rounding(0, "half-even"))({ facts: { L: "2.5" } });
  const told = (lang: "zh" | "en") => explain(assessment, { lang }).components[0]?.root?.children[0]?.story;
  expect(told("zh")).toMatch(/= 2\.5 → 2\.5 四舍六入五成双到整数，得 2 → 2 \/ 100 分 → 计入总分 2$/);
  expect(told("en")).toMatch(
    /= 2\.5 → 2\.5 rounded half to even to a whole number is 2 → 2 of 100 points → 2 in the score$/,
  );
  const group = explain(third(rounding(1, "half-up"), "group")(facts), { lang: "zh" }).components[0]?.root?.children[0];
  expect(group?.adjustments.map(({ text }) => text)).toEqual(["舍入：3.41 → 3.4（−0.01）→ 计入总分 -0.01"]);
});

test("a threshold that only the rounded score reaches is in reach", () => {
  const most = (round: Data) =>
    scorer(
      sheet({
        cap: 79.6,
        indicators: [node("L", 100, { scoring: { rule: "flag", fact: { type: "boolean" } } })],
      }),
      scheme(round),
    )({ facts: { L: true } }).decision.outcome;
  expect(most(rounding(0, "half-up"))).toBe("pass");
  expect(() => most({})).toThrow("threshold-out-of-reach");
});
