import { describe, expect, test } from "vitest";
import { leafScorer, stands } from "../../helpers/build/rubric.js";

const OPTIONS = ["national", "provincial", "city", "district"];
const POINTS = { national: 3, provincial: 2, city: 1, district: "0.5" };

const several = (count: string) =>
  leafScorer(
    { cap: "none", scoring: { rule: "levels", fact: { type: "choices", options: OPTIONS }, points: POINTS, count } },
    {},
    3,
  );

describe("levels (国家、省、市、区)", () => {
  test.each([
    [["city", "national"], "3", "4"],
    [["district", "city", "provincial"], "2", "3.5"],
    [["district"], "0.5", "0.5"],
    [[], "0", "0"],
    [OPTIONS, "3", "6.5"],
  ])("of %j the highest is worth %s, all together %s", (held, highest, all) => {
    expect(stands(several("highest"), { facts: { L: held } })).toBe(`scored ${highest}`);
    expect(stands(several("all"), { facts: { L: held } })).toBe(`scored ${all}`);
  });

  test("unknown lies between no award and the best, or all of them", () => {
    expect(stands(several("highest"))).toBe("unknown 0 to 3 tight");
    expect(stands(several("all"))).toBe("unknown 0 to 6.5 tight");
  });

  test("of one level its points", () => {
    const one = leafScorer(
      { scoring: { rule: "levels", fact: { type: "choice", options: OPTIONS }, points: POINTS, count: "highest" } },
      {},
      3,
    );
    expect(stands(one, { facts: { L: "city" } })).toBe("scored 1");
    expect(stands(one)).toBe("unknown 0.5 to 3 tight"); // one of them it is
  });

  test("the highest is the one worth most, even where all are losses", () => {
    const losses = leafScorer({
      floor: "none",
      scoring: {
        rule: "levels",
        fact: { type: "choices", options: ["minor", "major"] },
        points: { minor: -1, major: -4 },
        count: "highest",
      },
    });
    expect(stands(losses, { facts: { L: ["minor", "major"] } })).toBe("scored -1");
    expect(stands(losses)).toBe("unknown -4 to 0 tight");
  });
});
