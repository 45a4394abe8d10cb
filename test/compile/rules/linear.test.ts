import { describe, expect, test } from "vitest";
import { type Data, decimal, integer, leafScorer, stands } from "../../helpers/build/rubric.js";

function linear(
  knots: readonly (readonly [number | string, number | string])[],
  beyond: string,
  fact: Data = decimal(),
): (value?: string) => string {
  const rule = { rule: "linear", fact, knots: knots.map(([at, points]) => ({ at, points })), beyond };
  const score = leafScorer({ floor: "none", cap: "none", scoring: rule });
  return (value) => stands(score, value === undefined ? {} : { facts: { L: value } });
}

describe("linear between two knots", () => {
  const training = linear([[60, 0], [100, 2]], "clip"); // prettier-ignore

  test.each([
    ["60", "0"],
    ["75", "0.75"], // 15/40 × 2
    ["98.5", "1.925"], // 38.5/40 × 2
    ["100", "2"],
    ["59.999", "0"],
    ["0", "0"],
    ["120", "2"],
  ])("%s earns %s", (value, points) => {
    expect(training(value)).toBe(`scored ${points}`);
  });

  test("a third of the way is a third of the points", () => {
    // 1/3 of 2; 2/7 of 10 below 10
    expect(
      linear(
        [
          [0, 0],
          [3, 2],
        ],
        "clip",
      )("1"),
    ).toBe("scored 2/3");
    expect(
      linear(
        [
          [0, 10],
          [7, 0],
        ],
        "clip",
      )("2"),
    ).toBe("scored 50/7");
  });

  test("extended, the slope goes on", () => {
    const extended = linear(
      [
        [60, 0],
        [100, 2],
      ],
      "extend",
    );
    // 20 more: 1; 20 less: −1
    expect(extended("120")).toBe("scored 3");
    expect(extended("40")).toBe("scored -1");
  });
});

describe("linear over several knots", () => {
  const hill = [[0, 0], [50, 10], [100, 4]] as const; // prettier-ignore

  test.each([
    ["25", "5"],
    ["50", "10"],
    ["75", "7"], // 10 − 6/2
    ["100", "4"],
  ])("%s earns %s", (value, points) => {
    expect(linear(hill, "clip")(value)).toBe(`scored ${points}`);
  });

  test("extended on each side with its own slope", () => {
    // left 0.2 a unit, right −0.12 a unit
    expect(linear(hill, "extend")("-10")).toBe("scored -2");
    expect(linear(hill, "extend")("150")).toBe("scored -2");
  });
});

describe("bounds of linear", () => {
  const hill = [[0, 0], [50, 10], [100, 4]] as const; // prettier-ignore

  test.each([
    [{ at_least: 0, at_most: 100 }, "clip", "0 to 10 tight"], // the knot inside is the top
    [{ at_least: 75, at_most: 100 }, "clip", "4 to 7 tight"],
    [{ at_least: 60 }, "clip", "4 to 8.8 tight"], // at 60: 10 − 10 × 0.12
    [{}, "clip", "0 to 10 tight"],
    [{}, "extend", "−∞ to 10"], // falls away on both sides
    [{ at_most: 50 }, "extend", "−∞ to 10"],
    [{ at_least: 200 }, "clip", "4 to 4 tight"],
    [{ at_least: 0, below: 50 }, "clip", "0 to 10"], // 50 itself is not to be had
  ])("over %j with %s: %s", (range, beyond, bounds) => {
    expect(linear(hill, beyond, decimal(range))()).toBe(`unknown ${bounds}`);
  });

  test("rising and falling tails have no end on both sides", () => {
    expect(
      linear(
        [
          [0, 0],
          [1, 1],
        ],
        "extend",
      )(),
    ).toBe("unknown −∞ to +∞");
    expect(
      linear(
        [
          [0, 1],
          [1, 0],
        ],
        "extend",
        decimal({ at_least: 0 }),
      )(),
    ).toBe("unknown −∞ to 1");
  });

  test("a level tail ends at its knot", () => {
    expect(
      linear(
        [
          [0, 3],
          [1, 3],
          [2, 5],
        ],
        "extend",
        decimal({ at_most: 2 }),
      )(),
    ).toBe("unknown 3 to 5 tight");
  });

  test("a knot between two whole numbers is covered, and not promised to be reached", () => {
    // The top of 10 lies at 2.5; at 2 and 3 there are 8.
    expect(
      linear(
        [
          [0, 0],
          ["2.5", 10],
          [5, 0],
        ],
        "clip",
        integer({ at_least: 0, at_most: 5 }),
      )(),
    ).toBe("unknown 0 to 10");
  });
});
