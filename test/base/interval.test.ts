import { describe, expect, test } from "vitest";
import { exact } from "../../src/base/exact.js";
import { contains, describeInterval } from "../../src/base/interval.js";
import type { Interval } from "../../src/model/numbers.js";

const from = (value: string, inclusive: boolean): Interval => ({ low: { value, inclusive } });
const to = (value: string, inclusive: boolean): Interval => ({ high: { value, inclusive } });

describe("an interval", () => {
  test.each([
    ["以上 includes the number", from("80", true), "80", true],
    ["超过 does not", from("80", false), "80", false],
    ["以下 includes the number", to("80", true), "80", true],
    ["不满 does not", to("80", false), "80", false],
    ["a hair above counts as above", from("80", false), "80.000000000000000000000000001", true],
    ["79.996 is not 80", from("80", true), "79.996", false],
    ["no ends, no limits", {}, "-1000000", true],
  ])("%s", (_claim, interval, value, inside) => {
    expect(contains(interval, exact(value))).toBe(inside);
  });

  test.each(["2.99", "3", "4.99", "5"])("[3, 5) and %s", (value) => {
    const interval = { ...from("3", true), ...to("5", false) };
    expect(contains(interval, exact(value))).toBe(value === "3" || value === "4.99");
  });

  test("is described in the words of the rubric, from below", () => {
    expect(describeInterval({ ...to("5", false), ...from("3.0", true) })).toEqual([
      ["at_least", "3.0"],
      ["below", "5"],
    ]);
    expect(describeInterval({ ...from("3", false), ...to("5", true) })).toEqual([
      ["above", "3"],
      ["at_most", "5"],
    ]);
    expect(describeInterval({})).toEqual([]);
  });
});
