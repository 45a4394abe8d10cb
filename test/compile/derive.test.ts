import { describe, expect, test } from "vitest";
import {
  type Data,
  codes,
  decimal,
  integer,
  leafScorer,
  nodeAt,
  same,
  standing,
  stands,
} from "../helpers/build/rubric.js";

const NOT_NEGATIVE = { at_least: 0 };

/** A leaf worth as much as the derived fact `x`. */
const derived = (type: "integer" | "decimal", derive: Data, inputs: Data, range: Data = {}, leaf: Data = {}) => {
  const declared = type === "integer" ? integer(range) : decimal(range);
  return leafScorer({ ...same("x"), ...leaf }, { ...inputs, x: { ...declared, derive } });
};

const years = (range: Data = {}, leaf: Data = {}) =>
  derived("integer", { full_years_since: "since" }, { since: { type: "date" } }, range, leaf);

describe("full years and months since a date", () => {
  test.each([
    ["2013-11-10", "10"], // the anniversary counts
    ["2013-11-11", "9"],
    ["2023-11-10", "0"],
    ["0001-01-01", "2022"],
  ])("from %s to 2023-11-10 there are %s years", (since, count) => {
    expect(stands(years(), { facts: { since } })).toBe(`scored ${count}`);
  });

  test("29 February comes round on the 28th", () => {
    expect(stands(years(), { as_of: "2023-02-28", facts: { since: "2020-02-29" } })).toBe("scored 3");
    expect(stands(years(), { as_of: "2023-02-27", facts: { since: "2020-02-29" } })).toBe("scored 2");
  });

  test("months end on the last day where there is no corresponding one", () => {
    const months = derived("integer", { full_months_since: "since" }, { since: { type: "date" } });
    expect(stands(months, { as_of: "2023-02-28", facts: { since: "2023-01-31" } })).toBe("scored 1");
    expect(stands(months, { as_of: "2023-02-27", facts: { since: "2023-01-31" } })).toBe("scored 0");
  });

  test("the ends of the calendar are days like others", () => {
    expect(stands(years(), { as_of: "9999-12-31", facts: { since: "0001-01-01" } })).toBe("scored 9998");
    expect(stands(years(), { as_of: "0001-01-01", facts: { since: "0001-01-01" } })).toBe("scored 0");
  });

  test("a date after the as-of date makes them invalid, with a finding", () => {
    const assessment = years()({ facts: { since: "2023-11-11" } });
    expect(standing(nodeAt(assessment, "L"))).toMatch(/^invalid 0 to \+∞/);
    expect(codes(assessment)).toEqual(["date-after-as-of /facts/since"]);
  });

  test("of an unknown date there may be any number, as far as the range goes", () => {
    expect(stands(years())).toBe("unknown 0 to +∞");
    expect(stands(years({ at_most: 50 }))).toBe("unknown 0 to 50 tight");
  });

  test("what a leaf read is the derived fact, with its value", () => {
    expect(nodeAt(years()({ facts: { since: { value: "2013-11-10", evidence: ["doc-1"] } } }), "L").read).toMatchObject(
      [{ fact: "x", value: "10", state: "given" }],
    );
  });
});

describe("sum, difference, mean", () => {
  const inputs = { a: decimal({ at_least: 0, at_most: 10 }), b: decimal({ at_least: 0, at_most: 100 }) };
  const sum = derived("decimal", { sum: ["a", { fact: "b", times: "0.2" }] }, inputs);

  test.each([
    [{ a: 3, b: 7 }, "scored 4.4"], // 3 + 1.4
    [{ a: 3 }, "unknown 3 to 23 tight"], // 3 + 0 … 20
    [{ b: 7 }, "unknown 1.4 to 11.4 tight"],
    [{}, "unknown 0 to 30 tight"],
  ])("sum of a and a fifth of b of %j: %s", (facts, result) => {
    expect(stands(sum, { facts }).replace(/(to 30)$/, "$1 tight")).toBe(result);
  });

  test("a negative coefficient turns the ends round, one of 0 asks for nothing", () => {
    const mixed = derived(
      "decimal",
      {
        sum: [
          { fact: "a", times: -2 },
          { fact: "b", times: 0 },
        ],
      },
      { ...inputs, b: decimal() },
    );
    // a = 3: −6, and b, which has no ends, does not matter
    expect(stands(mixed, { facts: { a: 3, b: 1000 } })).toBe("scored -6");
    expect(stands(mixed)).toMatch(/^unknown -20 to 0/);
  });

  test("difference", () => {
    const difference = derived("decimal", { difference: ["a", "b"] }, inputs);
    expect(stands(difference, { facts: { a: "0.3", b: "0.1" } })).toBe("scored 0.2");
    expect(stands(difference, { facts: { a: 4 } })).toMatch(/^unknown -96 to 4/);
    expect(stands(difference)).toMatch(/^unknown -100 to 10/);
  });

  test("a mean keeps its third", () => {
    const mean = derived("decimal", { mean: ["a", "b", "c"] }, { ...inputs, c: integer({ at_least: 0, at_most: 6 }) });
    expect(stands(mean, { facts: { a: 1, b: 2, c: 2 } })).toBe("scored 5/3");
    expect(stands(mean, { facts: { a: 1, b: 2 } })).toMatch(/^unknown 1 to 3/); // (3 + 0 … 6) / 3
  });

  test("an input without an end takes that end away", () => {
    const open = derived("decimal", { difference: ["a", "b"] }, { a: decimal(NOT_NEGATIVE), b: decimal(NOT_NEGATIVE) });
    expect(stands(open)).toMatch(/^unknown −∞ to \+∞/);
    expect(stands(open, { facts: { b: 3 } })).toBe("unknown -3 to +∞");
  });

  test("whole numbers stay whole", () => {
    const staff = derived(
      "integer",
      { sum: ["full", { fact: "part", times: 2 }] },
      { full: integer(NOT_NEGATIVE), part: integer(NOT_NEGATIVE) },
    );
    expect(stands(staff, { facts: { full: 3, part: 4 } })).toBe("scored 11");
  });

  test("one fact used twice is covered, and its ends are not promised", () => {
    const twice = derived("decimal", { difference: ["a", "a"] }, inputs);
    expect(stands(twice)).toBe("unknown -10 to 10"); // it is 0; interval arithmetic does not see that
    expect(stands(twice, { facts: { a: 7 } })).toBe("scored 0");
  });
});

const ratio = (d: Data, parts: Data = {}, n: Data = NOT_NEGATIVE, range: Data = {}, leaf: Data = {}) =>
  derived(
    "decimal",
    { ratio: { numerator: "n", denominator: "d", ...parts } },
    { n: decimal(n), d: decimal(d) },
    range,
    leaf,
  );

describe("ratio", () => {
  test("stays a fraction; percent is a hundred times as much", () => {
    expect(stands(ratio({ above: 0 }), { facts: { n: 2, d: 3 } })).toBe("scored 2/3");
    expect(stands(ratio({ above: 0 }, { percent: true }), { facts: { n: 2, d: 3 } })).toBe("scored 200/3");
    expect(stands(ratio({ above: 0 }), { facts: { n: "0.3", d: "0.1" } })).toBe("scored 3"); // doubles: 2.9999999999999996
  });

  test("of nothing at all it is what `if_zero` says", () => {
    expect(stands(ratio(NOT_NEGATIVE, { if_zero: 1, percent: true }), { facts: { n: 5, d: 0 } })).toBe("scored 1");
    expect(stands(ratio(NOT_NEGATIVE, { if_zero: 1 }), { facts: { n: 0, d: "0.00" } })).toBe("scored 1");
  });

  test("or missing, so that the leaf says what that is worth", () => {
    const missing = ratio(NOT_NEGATIVE, { if_zero: "missing" }, NOT_NEGATIVE, {}, { when_missing: 3 });
    expect(stands(missing, { facts: { n: 5, d: 0 } })).toBe("scored 3");
    expect(nodeAt(missing({ facts: { n: 5, d: 0 } }), "L").read[0]!.state).toBe("missing");
    expect(stands(missing, { facts: { d: 0 } })).toBe("scored 3"); // whatever the numerator
  });

  test.each([
    // the numerator is 6, or 0 … 12; the denominator 2 … 4
    [{ at_least: 2, at_most: 4 }, { n: 6 }, "1.5 to 3"],
    [{ at_least: 2, at_most: 4 }, {}, "0 to 6"],
    [{ at_least: 2, at_most: 4 }, { d: 3 }, "0 to 4"],
    [{ at_least: 2 }, { n: 6 }, "0 to 3"], // an endless denominator leaves nothing
    [{ above: 0, at_most: 4 }, { n: 6 }, "1.5 to +∞"],
    [{ above: 0, at_most: 4 }, { n: 0 }, "0 to 0"],
    [{ above: 0 }, {}, "0 to +∞"],
    [{ at_least: -1, at_most: 4 }, { n: 6 }, "−∞ to +∞"], // of either sign
  ])("with a denominator of %j and %j given it lies in %s", (d, facts, span) => {
    const zero = "at_least" in d && d.at_least < 0 ? { if_zero: 0 } : {};
    expect(stands(ratio(d, zero, { at_least: 0, at_most: 12 }), { facts })).toMatch(
      new RegExp(`^unknown ${span.replaceAll("+", "\\+")}`),
    );
  });

  test("negative numerators take the corner that lies furthest below", () => {
    const loss = ratio({ at_least: 2, at_most: 4 }, {}, { at_least: -12, at_most: -6 });
    expect(stands(loss)).toMatch(/^unknown -6 to -1.5/); // −12/2 … −6/4
  });

  test("where the denominator may be 0, the number of `if_zero` is one more possibility", () => {
    const high = ratio({ at_least: 0, at_most: 4 }, { if_zero: -5 }, { at_least: 0, at_most: 12 });
    expect(stands(high, { facts: { n: 6 } })).toMatch(/^unknown -5 to \+∞/);
    expect(stands(ratio({ at_least: 0, at_most: 4 }, { if_zero: "missing" }), { facts: { n: 6 } })).toMatch(
      /^unknown −∞ to \+∞/,
    );
  });

  test("a denominator given as 0 settles it, whatever the numerator may still be", () => {
    expect(stands(ratio(NOT_NEGATIVE, { if_zero: 7 }), { facts: { d: 0 } })).toMatch(/^unknown 7 to 7/);
  });

  test("a denominator that can only be 0 leaves nothing but that", () => {
    const never = ratio({ at_least: 0, at_most: 0 }, { if_zero: 7 });
    expect(stands(never)).toMatch(/^unknown 7 to 7/);
    expect(stands(never, { facts: { n: 5, d: 0 } })).toBe("scored 7");
  });

  test("a declared range narrows what it may be", () => {
    const share = ratio(NOT_NEGATIVE, { if_zero: 0, percent: true }, NOT_NEGATIVE, { at_least: 0, at_most: 100 });
    expect(stands(share)).toMatch(/^unknown 0 to 100/);
  });
});

describe("count", () => {
  const penalties = { type: "events", fields: { amount: { type: "decimal" } } };
  const rule = {
    fact: "list",
    within: { last: { years: 3 }, first_day: "counts" },
    where: { field: "amount", above: 0 },
  };
  const count = derived("integer", { count: rule }, { list: penalties });
  const entry = (date: string, amount?: number): Data => ({
    date,
    kind: "fine",
    ...(amount !== undefined && { amount }),
  });

  test("counts the entries that pass", () => {
    const list = [
      entry("2020-11-10", 1),
      entry("2020-11-09", 1),
      entry("2023-01-01", 0),
      entry("2023-01-01", 5),
      entry("2023-11-11", 5),
    ];
    expect(stands(count, { facts: { list } })).toBe("scored 2"); // the first and the fourth
    expect(stands(count, { facts: { list: [] } })).toBe("scored 0"); // a known nothing
  });

  test("entries that cannot be read may count or not", () => {
    const list = [entry("2023-01-01", 5), entry("2023-01-01"), entry("2023-13-01", 5)];
    expect(stands(count, { facts: { list } })).toMatch(/^invalid 1 to 3/);
  });

  test("of a list that is not there, any number", () => {
    expect(stands(count)).toBe("unknown 0 to +∞");
  });
});

describe("the state of a derived fact", () => {
  const inputs = { a: decimal(), b: decimal(), c: decimal() };
  const state = (facts: Data): string =>
    nodeAt(derived("decimal", { sum: ["a", "b", "c"] }, inputs)({ facts }), "L").read[0]!.state;

  test.each([
    [{ a: 1, b: 2, c: 3 }, "given"],
    [{ a: 1, b: 2 }, "unknown"],
    [{ a: 1, b: "x" }, "invalid"], // c is unknown: what is wrong comes first
    [{ a: { missing: true }, b: "x" }, "missing"], // final, and wins
  ])("of %j is %s", (facts, expected) => {
    expect(state(facts)).toBe(expected);
  });

  test("goes on through facts derived from derived ones", () => {
    const chain = leafScorer(same("y"), {
      since: { type: "date" },
      x: { ...integer(), derive: { full_years_since: "since" } },
      y: { ...decimal(), derive: { sum: [{ fact: "x", times: "0.5" }] } },
    });
    expect(stands(chain, { facts: { since: "2018-11-10" } })).toBe("scored 2.5");
    expect(stands(chain, { facts: { since: { missing: true } } })).toMatch(/^unknown 0 to \+∞$/);
    expect(stands(chain, { facts: { since: "2024-01-01" } })).toMatch(/^invalid/);
  });

  test("it is never supplied: a value for it is an error, and ignored", () => {
    const assessment = years()({ facts: { since: "2013-11-10", x: 99 } });
    expect(standing(nodeAt(assessment, "L"))).toBe("scored 10");
    expect(codes(assessment)).toEqual(["fact-derived /facts/x"]);
  });

  test("a value outside its declared range is invalid, with one finding, and may be anything in the range", () => {
    const share = ratio({ above: 0 }, { percent: true }, NOT_NEGATIVE, { at_least: 0, at_most: 100 });
    const assessment = share({ facts: { n: 3, d: 2 } }); // 150 %
    expect(standing(nodeAt(assessment, "L"))).toBe("invalid 0 to 100");
    expect(codes(assessment)).toEqual(["derived-out-of-range /facts/x"]);
  });
});

describe("bounds reach out to `when_missing` only where something may still turn out missing", () => {
  const TIERS = {
    scoring: {
      rule: "tiers",
      fact: "x",
      tiers: [
        { at_least: 3, points: 10 },
        { below: 3, points: 8 },
      ],
    },
    when_missing: 5,
  };
  const leaf = leafScorer(TIERS, {
    since: { type: "date" },
    x: { ...integer(), derive: { full_years_since: "since" } },
  });

  test("an unknown date may", () => {
    expect(stands(leaf)).toBe("unknown 5 to 10 tight");
  });

  test("a given date that makes no sense is not missing", () => {
    expect(stands(leaf, { facts: { since: "2024-01-01" } })).toMatch(/^invalid 8 to 10/);
  });

  test("a ratio may, where its denominator is open and 0 would make it missing", () => {
    const tiers = { ...TIERS, scoring: { ...TIERS.scoring, fact: "x" } };
    const facts = (n: Data, d: Data): Data => ({
      n,
      d,
      x: { ...decimal(), derive: { ratio: { numerator: "n", denominator: "d", if_zero: "missing" } } },
    });
    const open = leafScorer(tiers, facts(decimal(), decimal(NOT_NEGATIVE)));
    expect(stands(open, { facts: { n: 1 } })).toMatch(/^unknown 5 to 10/);
  });
});
