import { describe, expect, test } from "vitest";
import { type Data, leafScorer, nodeAt, standing, stands } from "../../helpers/build/rubric.js";

const FACTS = { a: { type: "boolean" }, b: { type: "boolean" }, c: { type: "boolean" } };
const over = (scoring: Data, leaf: Data = {}) => {
  const score = leafScorer({ ...leaf, scoring: { rule: "checklist", ...scoring } }, FACTS);
  return (facts: Data, closed = false): string => stands(score, { facts, closed });
};

describe("checklist, the sum of what holds", () => {
  const sum = over(
    {
      mode: "sum",
      items: [
        { fact: "a", points: 5 },
        { fact: "b", points: "3.50" },
        { fact: "c", points: -2 },
      ],
    },
    { floor: "none" },
  );

  test.each([
    [{ a: true, b: true, c: false }, "scored 8.5"],
    [{ a: true, b: true, c: true }, "scored 6.5"],
    [{ a: false, b: false, c: false }, "scored 0"],
    [{ a: false, b: false, c: true }, "scored -2"],
    [{ a: true }, "unknown 3 to 8.5 tight"], // 5, with 3.5 more and 2 less to come
    [{ a: false, c: true }, "unknown -2 to 1.5 tight"],
    [{}, "unknown -2 to 8.5 tight"],
    [{ a: true, b: "x", c: false }, "invalid 5 to 8.5 tight"],
  ])("%j: %s", (facts, result) => {
    expect(sum(facts)).toBe(result);
  });
});

describe("checklist per item", () => {
  test.each([
    // 3 each, capped at 5
    [{ a: true, b: true, c: true }, "scored 5"],
    [{ a: true, b: false, c: false }, "scored 3"],
    [{ a: true, b: false }, "unknown 3 to 5 tight"],
    [{}, "unknown 0 to 5 tight"],
  ])("met, with a cap: %j: %s", (facts, result) => {
    const score = leafScorer(
      { cap: "points", scoring: { rule: "checklist", mode: "per_item", each: 3, items: ["a", "b", "c"] } },
      FACTS,
      5,
    );
    expect(stands(score, { facts })).toBe(result);
  });

  test.each([
    // from 10, 4 off for each that is not met
    [{ a: true, b: true, c: true }, "scored 10"],
    [{ a: true, b: false, c: true }, "scored 6"],
    [{ a: false, b: false, c: false }, "scored 0"], // −2 is raised to the floor
    [{ a: false }, "unknown 0 to 6 tight"],
  ])("unmet, from full marks down to the floor: %j: %s", (facts, result) => {
    const score = over(
      { mode: "per_item", start: "full", each: -4, count: "unmet", items: ["a", "b", "c"] },
      { floor: 0 },
    );
    expect(score(facts)).toBe(result);
  });

  test("a start of its own", () => {
    expect(over({ mode: "per_item", start: "0.5", each: "1.5", items: ["a", "b"] })({ a: true, b: true })).toBe(
      "scored 3.5",
    );
  });

  test("the floor is listed among the steps", () => {
    const score = leafScorer(
      {
        floor: 0,
        scoring: {
          rule: "checklist",
          mode: "per_item",
          start: "full",
          each: -4,
          count: "unmet",
          items: ["a", "b", "c"],
        },
      },
      FACTS,
    );
    const node = nodeAt(score({ facts: { a: false, b: false, c: false } }), "L");
    expect(node.steps.map(({ op, out }) => [op, out])).toEqual([
      ["checklist-per-item", "-2"],
      ["floor", "0"],
    ]);
    expect(node.adjustments).toEqual([]); // inside its awarded points
    expect(standing(node)).toBe("scored 0");
  });

  test("what went in is printed as numbers are", () => {
    const score = leafScorer(
      { scoring: { rule: "checklist", mode: "per_item", start: "1.0", each: "1.50", items: ["a"] } },
      FACTS,
    );
    expect(nodeAt(score({ facts: { a: true } }), "L").steps[0]!.in).toEqual(["1", "1", "1.5"]);
  });
});

describe("checklist as a ladder", () => {
  const ladder = over({
    mode: "ladder",
    items: ["a", "b", "c"],
    tiers: [
      { at_least: 3, points: 10 },
      { at_least: 1, at_most: 2, points: 4 },
      { below: 1, points: 0 },
    ],
  });

  test.each([
    [{ a: true, b: true, c: true }, "scored 10"],
    [{ a: true, b: true, c: false }, "scored 4"],
    [{ a: false, b: true, c: false }, "scored 4"],
    [{ a: false, b: false, c: false }, "scored 0"],
    [{ a: true }, "unknown 4 to 10 tight"],
    [{ a: true, b: false }, "unknown 4 to 4 tight"], // one or two hold: the same bracket
    [{ a: false }, "unknown 0 to 4 tight"],
  ])("%j: %s", (facts, result) => {
    expect(ladder(facts)).toBe(result);
  });

  test("one item missing for good leaves it open, unless the leaf says what that is worth", () => {
    expect(ladder({ a: true, b: true, c: { missing: true } })).toBe("unknown 4 to 10");
    const stated = over({ mode: "per_item", each: 3, items: ["a", "b"] }, { when_missing: 1 });
    expect(stated({ a: true, b: { missing: true } })).toBe("scored 1");
  });
});
