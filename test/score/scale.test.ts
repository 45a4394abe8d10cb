/** A scheme that holds its sheet, another scale, and limits of the score. */
import { describe, expect, test } from "vitest";
import {
  compileScheme,
  explain,
  recordOf,
  readFactSheet,
  renderText,
  replay,
  validateRubric,
} from "../../src/index.js";
import {
  type Data,
  decimal,
  node,
  nodeAt,
  rangeScorer,
  same,
  scheme,
  scorer,
  sheet,
  thrown,
  valid,
  worth,
} from "../helpers/build/rubric.js";

const ANY = { goal: "any", outcomes: [{ id: "any", otherwise: true }] };
const TO_950 = { from: { at_least: 0, at_most: 100 }, to: { at_least: 350, at_most: 950 } };

/** Its indicators instead of a blend. */
const held = (parts: Data): Data => {
  const { blend: _, ...rest } = scheme({ ...ANY, ...parts });
  return rest;
};
const found = (rubric: Data): readonly string[] =>
  validateRubric(rubric).diagnostics.map(({ code, path }) => `${code} ${path}`);
const flag = (id: string, points: number): Data => ({
  id,
  title: id,
  points,
  scoring: { rule: "flag", fact: { type: "boolean" } },
});

describe("a scheme that holds its sheet", () => {
  const rubric = held({ points: 10, indicators: [flag("A", 4), flag("B", 6)] });

  test("is scored from one file, with its id as component and as sheet", () => {
    const assessment = scorer(rubric)({ facts: { A: true, B: false } });
    const [component, ...others] = assessment.components;
    expect(others).toEqual([]);
    expect(component).toMatchObject({ id: "scheme", weight: "1", sheet: { id: "scheme", version: "1" } });
    expect(assessment.score.exact).toBe("4");
    expect(nodeAt(assessment, "A").contribution).toBe("4");
  });

  test("calls an indicator by its id, and by that of the scheme in front", () => {
    const judged = held({
      points: 2,
      indicators: [
        {
          id: "A",
          title: "A",
          points: 2,
          scoring: { rule: "judged", range: { at_least: 0, at_most: 2 }, step: 1 },
        },
      ],
    });
    for (const name of ["A", "scheme/A"]) {
      const judgements = { [name]: { points: 1, by: "甲", reason: "一份" } };
      expect(scorer(judged)({ judgements }).score.exact).toBe("1");
    }
  });

  test("has one list of facts, which indicators and conditions both read", () => {
    const both = held({
      points: 4,
      indicators: [flag("A", 4)],
      eligibility: [{ id: "E1", title: "E1", require: { fact: "A", is: true } }],
      goal: "any",
      outcomes: [
        { id: "no", when: { eligibility: "ineligible" } },
        { id: "any", otherwise: true },
      ],
    });
    expect(scorer(both)({ facts: { A: false } }).decision.outcome).toBe("no");
  });

  test("says what happens where its indicators leave 0 to its points", () => {
    const loose = { points: 10, indicators: [worth("A", 10)] };
    expect(found(held(loose))).toEqual(["cap-unstated ", "floor-unstated "]);
    const limited = scorer(held({ ...loose, floor: 0, cap: "points" }));
    expect(limited({ facts: { A: -3 } }).score.exact).toBe("0");
    expect(limited({ facts: { A: 12 } }).score.exact).toBe("10");
    expect(scorer(held({ ...loose, floor: "none", cap: 11 }))({ facts: { A: -3 } }).score.exact).toBe("-3");
  });

  test("has either indicators or a blend, and neither shape nor renormalise beside a blend", () => {
    expect(found(scheme({ indicators: [flag("A", 100)] }))).toEqual(["several-kinds /indicators"]);
    expect(found(scheme({ shape: [1] }))).toEqual(["several-kinds /shape"]);
    expect(found(held({}))).toEqual(["no-kind "]);
  });

  test("tells of a fact that nobody reads once", () => {
    const idle = held({ points: 4, indicators: [flag("A", 4)], facts: { idle: { type: "boolean" } } });
    const { diagnostics } = compileScheme([valid(idle)], "scheme");
    expect(diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual(["fact-not-used /facts/idle"]);
  });

  test("is recorded with one rubric and replayed", () => {
    const compiled = compileScheme([valid(rubric)], "scheme");
    const facts = readFactSheet({ kind: "facts", scheme: "scheme", as_of: "2023-11-10", facts: { A: true, B: true } });
    const record = recordOf(compiled, facts);
    expect(record.rubrics.map(({ kind, id }) => `${kind} ${id}`)).toEqual(["scheme scheme"]);
    expect(replay(JSON.parse(JSON.stringify(record))).verdict).toBe("MATCH");
  });

  test("is named once among drafts", () => {
    const drafted = scorer(held({ points: 4, indicators: [flag("A", 4)], status: "drafted" }));
    expect(drafted().drafted).toEqual(["scheme"]);
  });
});

describe("rescale", () => {
  const on = (x: number | string, parts: Data = {}) =>
    rangeScorer({ at_least: 0, at_most: 100 }, { ...ANY, rescale: TO_950, ...parts })({ facts: { x } });

  test.each([
    [0, "350"],
    [100, "950"],
    ["86.5", "869"],
    ["33.333", "549.998"],
  ])("%s of 100 becomes %s of 350 to 950", (x, expected) => {
    expect(on(x, KEEP).score.exact).toBe(expected);
  });

  test("its slope is in every factor, what it begins with is an adjustment of the scheme", () => {
    const { score, components } = on("86.5", KEEP);
    expect(components[0]?.root).toMatchObject({ factor: "6", contribution: "519", shortfall: "81" });
    expect(score.adjustments).toEqual([
      { cause: "offset", by: "350", contribution: "350", because: { in: "519", out: "869" } },
    ]);
  });

  test("is exact where the slope has no end in decimals, and keeps what lies beyond its ends", () => {
    const rescale = { from: { at_least: 10, at_most: 40 }, to: { at_least: 0, at_most: 10 } };
    expect(on(15, { ...KEEP, rescale }).score.exact).toBe("5/3");
    expect(on(0, { ...KEEP, rescale }).score.exact).toBe("-10/3");
    expect(on(100, { ...KEEP, rescale }).score.exact).toBe("30");
  });

  test("bands, outcomes and margin see the new scale", () => {
    const parts = {
      ...KEEP,
      bands: [
        { id: "A", at_least: 800 },
        { id: "B", below: 800 },
      ],
      goal: "pass",
      outcomes: [
        { id: "pass", when: { score: { at_least: 800 } } },
        { id: "fail", otherwise: true },
      ],
    };
    expect(on(75, parts).decision).toMatchObject({ outcome: "pass", band: "A", threshold: "800", margin: "0" });
    expect(on("74.99", parts).decision).toMatchObject({ outcome: "fail", band: "B", margin: "-0.06" });
  });

  test("bounds are carried with the score", () => {
    const open = rangeScorer({ at_least: 20, at_most: 90 }, { ...ANY, ...KEEP, rescale: TO_950 })();
    expect(open.score.bounds).toEqual({ least: "470", most: "890", tight: true });
  });

  test("what no rescaled score reaches is told: a threshold, a band, a hole", () => {
    const asks = (when: Data): Data => ({
      goal: "a",
      outcomes: [
        { id: "a", when },
        { id: "b", otherwise: true },
      ],
    });
    expect(found(scheme({ rescale: TO_950, ...asks({ score: { below: 350 } }) }))).toEqual([
      "score-out-of-reach /outcomes/0/when/score/below",
    ]);
    const bands = [
      { id: "A", at_least: 600 },
      { id: "B", at_least: 350, below: 599 },
    ];
    expect(found(scheme({ ...ANY, rescale: TO_950, bands }))).toEqual(["band-gap /bands/0/at_least"]);
  });

  test("the story can be computed again", () => {
    const text = (lang: "zh" | "en") => renderText(explain(on("86.5", KEEP), { lang }));
    expect(text("zh")).toContain("换算，0 到 100 分对应 350 到 950 分：86.5 × 600 ÷ 100 + 350 = 869");
    expect(text("en")).toContain("rescaled, 0 to 100 becoming 350 to 950: 86.5 × 600 ÷ 100 + 350 = 869");
    expect(text("zh")).toContain("计入总分：86.5 × 1 × 100 ÷ 100 × 600 ÷ 100 = 519");
    expect(text("en")).toContain("519 + 350 = 869");
    expect(renderText(on("86.5", KEEP))).toMatch(/± +换算 +350 +350/);
  });
});

const KEEP = { blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }] };

describe("floor and cap of the score", () => {
  const through = { facts: { x: decimal() }, floor: "none", cap: "none", indicators: [node("L", 100, same("x"))] };
  const on = (x: number | string | undefined, parts: Data) =>
    scorer(sheet(through), scheme({ ...ANY, ...KEEP, ...parts }))({ facts: x === undefined ? {} : { x } });

  test.each([
    [-3, { floor: 0 }, "0", "floor"],
    [103, { cap: "points" }, "100", "cap"],
    [103, { cap: 90 }, "90", "cap"],
  ])("%s becomes with %o %s", (x, parts, expected, cause) => {
    const { score } = on(x, parts);
    expect(score.exact).toBe(expected);
    expect(score.adjustments).toMatchObject([{ cause, because: { in: String(x), out: expected } }]);
  });

  test("stand behind rescale and before rounding", () => {
    const { score } = on("120.04", { rescale: TO_950, cap: 1000, round: { places: 0, mode: "half-up" } });
    expect(score.adjustments.map(({ cause, because }) => `${cause} ${because.in} ${because.out}`)).toEqual([
      "offset 720.24 1070.24",
      "cap 1070.24 1000",
    ]);
    const rounded = on("20.04", { rescale: TO_950, floor: 400, round: { places: 0, mode: "half-up" } });
    expect(rounded.score.adjustments.map(({ cause, because }) => `${cause} ${because.out}`)).toEqual([
      "offset 470.24",
      "rounding 470",
    ]);
  });

  test("give an end to a score that has none", () => {
    expect(on(undefined, {}).score.bounds).toMatchObject({ least: null, most: null });
    expect(on(undefined, { floor: 0, cap: "points" }).score.bounds).toMatchObject({ least: "0", most: "100" });
  });

  test("what they cut off is out of reach", () => {
    const bands = [
      { id: "A", above: 90 },
      { id: "B", at_most: 90 },
    ];
    expect(found(scheme({ ...ANY, cap: 90, bands }))).toEqual(["band-unreachable /bands/0"]);
    const capped = scheme({ cap: 70 });
    expect(found(capped)).toEqual(["score-out-of-reach /outcomes/0/when/score/at_least"]);
  });

  test("a floor above the cap is refused, and `cap: points` on another scale", () => {
    expect(found(scheme({ ...ANY, floor: 60, cap: 50 }))).toEqual(["floor-above-cap /floor"]);
    expect(found(scheme({ ...ANY, rescale: TO_950, cap: "points" }))).toEqual(["several-kinds /cap"]);
  });
});

test("linking sees what the sheets reach on the new scale", () => {
  const capped = {
    kind: "sheet",
    id: "sheet",
    version: "1",
    title: "S",
    points: 100,
    cap: 50,
    indicators: [flag("A", 100)],
  };
  const asks = scheme({
    rescale: TO_950,
    outcomes: [
      { id: "pass", when: { score: { at_least: 651 } } },
      { id: "fail", otherwise: true },
    ],
  });
  expect(thrown(() => compileScheme([valid(asks), valid(capped)], "scheme"))).toEqual([
    "threshold-out-of-reach /outcomes/0",
  ]);
});
