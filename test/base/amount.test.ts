import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Amount,
  amount,
  ceiled,
  exactOf,
  factor,
  floored,
  formatAmount,
  isWhole,
  larger,
  minus,
  negated,
  order,
  plus,
  smaller,
  times,
  timesOver,
  toAmount,
  wholeAmount,
} from "../../src/base/amount.js";
import {
  type Exact,
  add,
  ceilingOf,
  compare,
  divide,
  exact,
  floorOf,
  formatExact,
  fraction,
  multiply,
  negate,
  subtract,
} from "../../src/base/exact.js";

const UNIT = 10n ** 8n;
const SAFE = 2n ** 53n - 1n;

/** Where the two representations meet: around 0, around ±(2⁵³ − 1) units of 10⁻⁸, at nine places, and thirds. */
const values: fc.Arbitrary<Exact> = fc.oneof(
  fc.bigInt({ min: -1000n, max: 1000n }).map((n) => fraction(n, UNIT)),
  fc.bigInt({ min: -40n, max: 40n }).map((n) => fraction(SAFE + n, UNIT)),
  fc.bigInt({ min: -40n, max: 40n }).map((n) => fraction(-SAFE + n, UNIT)),
  fc.bigInt({ min: -20n, max: 20n }).map((n) => fraction(SAFE / 2n + n, UNIT)),
  fc.bigInt({ min: -20n, max: 20n }).map((n) => fraction(SAFE / 3n + n, UNIT)),
  fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((n) => fraction(n, 10n * UNIT)),
  fc.bigInt({ min: -(10n ** 10n), max: 10n ** 10n }).map((n) => fraction(n, UNIT)),
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map((n) => fraction(n, 1n)),
  fc
    .tuple(fc.bigInt({ min: -500n, max: 500n }), fc.constantFrom(3n, 7n, 9n, 75n, 1024n, 10n ** 9n))
    .map(([n, d]) => fraction(n, d)),
);

/** The same value, and in the one representation it has: a number exactly where it fits. */
function is(actual: Amount, value: Exact): boolean {
  const { n, d } = exactOf(actual);
  const units = value.n * UNIT;
  const fits = units % value.d === 0n && units / value.d <= SAFE && units / value.d >= -SAFE;
  return n === value.n && d === value.d && (typeof actual === "number") === fits;
}

const RUNS = { numRuns: 2000 };

describe("an amount is the exact number", () => {
  test("in one representation, whichever way it came about", () => {
    fc.assert(
      fc.property(values, (x) => is(toAmount(x), x)),
      { ...RUNS, seed: 10 },
    );
  });

  test.each([
    ["90071992.54740991", "number"], // 2⁵³ − 1 units
    ["90071992.54740992", "object"],
    ["-90071992.54740991", "number"],
    ["-90071992.54740992", "object"],
    ["0.00000001", "number"],
    ["0.000000001", "object"], // nine places
    ["12345678901234567890", "object"],
  ])("%s is kept as a %s, and printed as it is", (text, kind) => {
    expect(typeof amount(text)).toBe(kind);
    expect(formatAmount(amount(text))).toBe(text);
  });

  test("adding, subtracting, negating", () => {
    fc.assert(
      fc.property(values, values, (x, y) => {
        const [a, b] = [toAmount(x), toAmount(y)];
        return is(plus(a, b), add(x, y)) && is(minus(a, b), subtract(x, y)) && is(negated(a), negate(x));
      }),
      { ...RUNS, seed: 11 },
    );
  });

  test("multiplying by a factor, of whatever size", () => {
    fc.assert(
      fc.property(values, values, (x, y) => is(times(toAmount(x), factor(y)), multiply(x, y))),
      { ...RUNS, seed: 12 },
    );
  });

  test("multiplying and dividing at once", () => {
    fc.assert(
      fc.property(values, values, values, (x, y, z) => {
        fc.pre(z.n !== 0n);
        return is(timesOver(toAmount(x), toAmount(y), toAmount(z)), divide(multiply(x, y), z));
      }),
      { ...RUNS, seed: 13 },
    );
  });

  test("comparing, and picking the smaller and the larger", () => {
    fc.assert(
      fc.property(values, values, (x, y) => {
        const [a, b] = [toAmount(x), toAmount(y)];
        const sign = compare(x, y);
        return order(a, b) === sign && is(smaller(a, b), sign <= 0 ? x : y) && is(larger(a, b), sign >= 0 ? x : y);
      }),
      { ...RUNS, seed: 14 },
    );
  });

  test("whole numbers below, above and at", () => {
    fc.assert(
      fc.property(values, (x) => {
        const a = toAmount(x);
        const floor = { n: floorOf(x), d: 1n };
        const ceiling = { n: ceilingOf(x), d: 1n };
        return isWhole(a) === (x.d === 1n) && is(floored(a), floor) && is(ceiled(a), ceiling);
      }),
      { ...RUNS, seed: 15 },
    );
  });

  test("printing", () => {
    fc.assert(
      fc.property(values, (x) => formatAmount(toAmount(x)) === formatExact(x)),
      { ...RUNS, seed: 16 },
    );
  });

  test("whole numbers up to 2⁵³ − 1", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (n) => is(wholeAmount(n), { n: BigInt(n), d: 1n })),
      { ...RUNS, seed: 17 },
    );
  });
});

describe("edges by hand", () => {
  test("the first sum that leaves the safe range stays exact", () => {
    // 90071992.54740991 + 0.00000001
    expect(formatAmount(plus(amount("90071992.54740991"), amount("0.00000001")))).toBe("90071992.54740992");
  });

  test("a sum that comes back into the safe range is the plain number again", () => {
    const back = minus(plus(amount("90071992.54740991"), amount("1")), amount("1"));
    expect(back).toBe(amount("90071992.54740991"));
  });

  test("a third of a hundredth of a millionth is a fraction", () => {
    // 10⁻⁸ ÷ 3
    expect(formatAmount(times(amount("0.00000001"), factor(fraction(1n, 3n))))).toBe("1/300000000");
  });

  test("a factor whose parts are no safe integers is used as the fraction it is", () => {
    const by = factor(fraction(2n ** 60n, 3n ** 40n));
    expect(by.q).toBe(0);
    expect(exactOf(times(wholeAmount(3), by))).toEqual(fraction(2n ** 60n, 3n ** 39n));
  });

  test("a product that only looks divisible after rounding is not taken for one that is", () => {
    // 90071992.54740991 × 3/7: the numerator 3 × (2⁵³ − 1) is beyond what a double holds
    const exactly = fraction(3n * SAFE, 7n * UNIT);
    expect(exactOf(times(amount("90071992.54740991"), factor(fraction(3n, 7n))))).toEqual(exactly);
  });

  test("0.7 of 245/3 is 343/6", () => {
    // 245/3 × 7/10 = 1715/30
    expect(formatAmount(times(toAmount(fraction(245n, 3n)), factor(exact("0.7"))))).toBe("343/6");
  });

  test.each([
    ["0 × −3", times(0, factor(exact("-3")))],
    ["−0", negated(amount("-0"))],
    ["3 − 3", minus(amount("3"), amount("3"))],
    ["floor of −0", floored(amount("-0"))],
    ["ceiling of −0.5", ceiled(amount("-0.5"))],
    ["−1/3 + 1/3", plus(toAmount(fraction(-1n, 3n)), toAmount(fraction(1n, 3n)))],
  ])("%s is printed 0", (_what, result) => {
    expect(formatAmount(result)).toBe("0");
  });
});
