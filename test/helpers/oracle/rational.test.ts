import { describe, expect, test } from "vitest";
import { ceil, display, div, floor, fraction, print, readNumber, spelled, whole } from "./rational.js";

describe("numbers of the oracle", () => {
  test.each([
    ["0", "0"],
    ["-0", "0"],
    ["-0.0", "0"],
    ["1.50", "1.5"],
    ["100", "100"],
    ["-0.001", "-0.001"],
    ["0.1234567890123456789012345678901234567", "0.1234567890123456789012345678901234567"],
  ])("%s is printed %s", (written, printed) => {
    const read = readNumber(written);
    expect(read && print(read)).toBe(printed);
  });
  test.each(["1e3", "+5", ".5", "5.", "010", "0x1F", "Infinity", "NaN", "1_000", "", " 1", "1".repeat(41)])(
    "%s is no number",
    (written) => {
      expect(readNumber(written)).toBeUndefined();
    },
  );
  test.each([
    [98.5, "98.5"],
    [0.1 + 0.2, undefined],
    [1e21, undefined],
    [-3, "-3"],
    [Number.NaN, undefined],
  ])("%s from JavaScript", (given, printed) => {
    const read = readNumber(given);
    expect(read && print(read)).toBe(printed);
  });
  test("a fraction that does not end stays a fraction", () => {
    expect(print(fraction(-490n, 6n))).toBe("-245/3");
    expect(print(fraction(7n, 40n))).toBe("0.175");
    expect(print(div(whole(1), whole(1024)))).toBe("0.0009765625");
  });
  test.each([
    ["2.5", "2", "3"],
    ["-2.5", "-3", "-2"],
    ["4", "4", "4"],
    ["-1/3", "-1", "0"],
  ])("%s lies between %s and %s", (at, below, above) => {
    expect([print(floor(spelled(at))), print(ceil(spelled(at)))]).toEqual([below, above]);
  });
  test.each([
    ["2.5", "half-up", "3"],
    ["-2.5", "half-up", "-3"],
    ["2.5", "half-even", "2"],
    ["-2.5", "half-even", "-2"],
    ["3.5", "half-even", "4"],
    ["2.1", "up", "3"],
    ["-2.1", "up", "-3"],
    ["2.9", "down", "2"],
    ["-2.9", "down", "-2"],
    ["-2.1", "ceiling", "-2"],
    ["2.1", "ceiling", "3"],
    ["-2.1", "floor", "-3"],
    ["-0.4", "half-up", "0"],
  ] as const)("%s rounded %s is %s", (exact, mode, shown) => {
    expect(display(spelled(exact), 0, mode)).toBe(shown);
  });
  test("a display keeps its places", () => {
    expect(display(spelled("79.996"), 2, "half-up")).toBe("80.00");
    expect(display(spelled("245/3"), 3, "half-up")).toBe("81.667");
    expect(display(spelled("-0.004"), 2, "half-up")).toBe("0.00");
  });
});
