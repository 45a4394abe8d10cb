import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Exact,
  add,
  ceilingOf,
  compare,
  decimalPlaces,
  divide,
  exact,
  floorOf,
  formatExact,
  fraction,
  multiply,
  negate,
  subtract,
  sum,
} from "../../src/base/exact.js";

const SPELLING = /^(-?(0|[1-9]\d*)(\.\d*[1-9])?|-?[1-9]\d*\/[1-9]\d*)$/;

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([n, d]) => fraction(n, d));

const same = (a: Exact, n: bigint, d: bigint): boolean => a.n * d === n * a.d;

describe("the spelling of a result", () => {
  test.each([
    ["0", 0n, 7n],
    ["0", -0n, 1n],
    ["100", 100n, 1n],
    ["-3", -3n, 1n],
    ["0.5", 1n, 2n],
    ["-0.5", 3n, -6n],
    ["0.35", 7n, 20n],
    ["86.345", 86345n, 1000n],
    ["0.0009765625", 1n, 1024n], // 2⁻¹⁰ needs ten places
    ["0.00001024", 1024n, 10n ** 8n],
    ["-0.001", -1n, 1000n],
    ["245/3", 245n, 3n],
    ["245/3", 490n, 6n],
    ["6434/75", 6434n, 75n],
    ["-1/3", 1n, -3n],
    ["3431/30", 10293n, 90n],
  ])("%s is what %s / %s is called", (text, n, d) => {
    expect(formatExact(fraction(n, d))).toBe(text);
  });

  test.each([
    ["2.50", "2.5"],
    ["100.00", "100"],
    ["-0", "0"],
    ["-0.00", "0"],
    ["-0.50", "-0.5"],
    ["0.12345678901234567890123", "0.12345678901234567890123"],
    ["9007199254740993", "9007199254740993"], // 2⁵³ + 1, which no JavaScript number holds
  ])("%s in a rubric is %s in a result", (written, printed) => {
    expect(formatExact(exact(written))).toBe(printed);
  });

  test("no fraction is printed in any other way, and each reads back as itself", () => {
    fc.assert(
      fc.property(fractions, (a) => {
        const text = formatExact(a);
        expect(text).toMatch(SPELLING);
        const [p, q] = text.split("/");
        const back = q === undefined ? exact(text) : fraction(BigInt(p!), BigInt(q));
        expect(back).toEqual(a);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test("a fraction is printed as one only where its decimal expansion does not end", () => {
    fc.assert(
      fc.property(fractions, (a) => {
        const ends = 10n ** 60n % a.d === 0n; // a denominator up to 10¹² without other primes has at most 40 twos or fives
        expect(formatExact(a).includes("/")).toBe(!ends);
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});

describe("arithmetic without rounding", () => {
  test("what floating point gets wrong comes out right", () => {
    expect(formatExact(add(exact("0.1"), exact("0.2")))).toBe("0.3");
    expect(formatExact(sum(["9.7", "1.1", "-1.0", "-0.3"].map(exact)))).toBe("9.5"); // PMML: doubles say 9.499999999999998
    expect(formatExact(multiply(exact("1.1"), exact("1.1")))).toBe("1.21");
  });

  test("a third three times is one again", () => {
    const third = divide(exact("1"), exact("3"));
    expect(formatExact(sum([third, third, third]))).toBe("1");
    expect(formatExact(multiply(third, exact("245")))).toBe("245/3");
  });

  test("operations agree with the definition by common denominators", () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        expect(same(add(a, b), a.n * b.d + b.n * a.d, a.d * b.d)).toBe(true);
        expect(same(subtract(a, b), a.n * b.d - b.n * a.d, a.d * b.d)).toBe(true);
        expect(same(multiply(a, b), a.n * b.n, a.d * b.d)).toBe(true);
        if (b.n !== 0n) expect(same(divide(a, b), a.n * b.d, a.d * b.n)).toBe(true);
        expect(compare(a, b)).toBe(a.n * b.d < b.n * a.d ? -1 : a.n * b.d > b.n * a.d ? 1 : 0);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  test("every result is in lowest terms over a positive denominator", () => {
    const gcd = (x: bigint, y: bigint): bigint => (y === 0n ? x : gcd(y, x % y));
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        for (const { n, d } of [add(a, b), subtract(a, b), multiply(a, b), negate(a)]) {
          expect(d > 0n).toBe(true);
          expect(gcd(n < 0n ? -n : n, d)).toBe(1n);
        }
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  test.each([
    ["79.996", "80", -1],
    ["80", "80.00", 0],
    ["80.0000000000000000000000000000000001", "80", 1],
    ["-3", "-2.5", -1],
  ])("%s compared with %s is %i", (a, b, order) => {
    expect(compare(exact(a), exact(b))).toBe(order);
  });

  test("a hair below 80 is below, where doubles see no difference", () => {
    // 80 − 1/10³⁰
    expect(compare(subtract(exact("80"), fraction(1n, 10n ** 30n)), exact("80"))).toBe(-1);
  });
});

describe("whole numbers around a fraction", () => {
  test.each([
    [7n, 2n, 3n, 4n],
    [-7n, 2n, -4n, -3n],
    [6n, 2n, 3n, 3n],
    [-6n, 2n, -3n, -3n],
    [1n, 3n, 0n, 1n],
    [-1n, 3n, -1n, 0n],
    [0n, 5n, 0n, 0n],
  ])("%s / %s lies from %s to %s", (n, d, floor, ceiling) => {
    expect(floorOf(fraction(n, d))).toBe(floor);
    expect(ceilingOf(fraction(n, d))).toBe(ceiling);
  });
});

describe("decimal places of a denominator", () => {
  test.each([
    [1n, 0],
    [2n, 1],
    [5n, 1],
    [8n, 3],
    [25n, 2],
    [80n, 4], // 2⁴ × 5
    [3n, undefined],
    [75n, undefined],
    [30n, undefined],
  ])("%s needs %s", (d, places) => {
    expect(decimalPlaces(d)).toBe(places);
  });
});
