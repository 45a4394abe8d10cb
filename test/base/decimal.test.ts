import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fixed, round } from "../../src/base/decimal.js";
import { type Exact, exact, formatExact, fraction } from "../../src/base/exact.js";
import type { RoundingMode } from "../../src/model/numbers.js";

const MODES: readonly RoundingMode[] = ["half-up", "half-even", "up", "down", "ceiling", "floor"];

/** From the definition: the two neighbours on the grid, and the one that the mode says. */
function reference({ n, d }: Exact, places: number, mode: RoundingMode): bigint {
  const scaled = n * 10n ** BigInt(places);
  const below = scaled / d - (scaled % d < 0n ? 1n : 0n);
  const rest = scaled - below * d;
  if (rest === 0n) return below;
  const above = below + 1n;
  const [nearZero, farFromZero] = n < 0n ? [above, below] : [below, above];
  const half = 2n * rest - d; // below, at, above the middle
  switch (mode) {
    case "floor":
      return below;
    case "ceiling":
      return above;
    case "down":
      return nearZero;
    case "up":
      return farFromZero;
    case "half-up":
      return half === 0n ? farFromZero : half < 0n ? below : above;
    case "half-even":
      return half === 0n ? (below % 2n === 0n ? below : above) : half < 0n ? below : above;
  }
}

function printed(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
  const sign = units < 0n ? "-" : "";
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

describe("six ways to round, by hand", () => {
  test.each([
    // value, places: half-up, half-even, up, down, ceiling, floor
    ["2.5", 0, "3", "2", "3", "2", "3", "2"],
    ["-2.5", 0, "-3", "-2", "-3", "-2", "-2", "-3"],
    ["3.5", 0, "4", "4", "4", "3", "4", "3"],
    ["-3.5", 0, "-4", "-4", "-4", "-3", "-3", "-4"],
    ["2.49", 0, "2", "2", "3", "2", "3", "2"],
    ["2.51", 0, "3", "3", "3", "2", "3", "2"],
    ["-2.51", 0, "-3", "-3", "-3", "-2", "-2", "-3"],
    ["86.345", 2, "86.35", "86.34", "86.35", "86.34", "86.35", "86.34"],
    ["86.335", 2, "86.34", "86.34", "86.34", "86.33", "86.34", "86.33"],
    ["-0.004", 2, "0.00", "0.00", "-0.01", "0.00", "0.00", "-0.01"],
    ["0.005", 2, "0.01", "0.00", "0.01", "0.00", "0.01", "0.00"],
    ["-0.5", 0, "-1", "0", "-1", "0", "0", "-1"],
    ["79.996", 2, "80.00", "80.00", "80.00", "79.99", "80.00", "79.99"],
    ["80", 2, "80.00", "80.00", "80.00", "80.00", "80.00", "80.00"],
  ])("%s to %i places", (value, places, ...expected) => {
    expect(MODES.map((mode) => fixed(exact(value), { places, mode }))).toEqual(expected);
  });

  test.each([
    // 81.666…, 85.78666…, −0.333…, 0.1666…
    [245n, 3n, 2, "81.67", "81.67", "81.67", "81.66", "81.67", "81.66"],
    [6434n, 75n, 2, "85.79", "85.79", "85.79", "85.78", "85.79", "85.78"],
    [-1n, 3n, 1, "-0.3", "-0.3", "-0.4", "-0.3", "-0.3", "-0.4"],
    [1n, 6n, 0, "0", "0", "1", "0", "1", "0"],
  ])("%s / %s to %i places", (n, d, places, ...expected) => {
    expect(MODES.map((mode) => fixed(fraction(n, d), { places, mode }))).toEqual(expected);
  });

  test("a fraction just beside a tie is no tie", () => {
    // 2.5 ± 10⁻⁴⁰, and 2.5 + a ninth of 10⁻³⁰
    const hair = fraction(1n, 10n ** 40n);
    const near = (sign: bigint): Exact => fraction(5n * hair.d + sign * 2n, 2n * hair.d);
    expect(fixed(near(1n), { places: 0, mode: "half-even" })).toBe("3");
    expect(fixed(near(-1n), { places: 0, mode: "half-up" })).toBe("2");
    expect(fixed(fraction(5n * 9n * 10n ** 30n + 2n, 18n * 10n ** 30n), { places: 0, mode: "half-even" })).toBe("3");
  });
});

describe("rounding", () => {
  const numbers = fc.oneof(
    fc
      .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 3000n }))
      .map(([n, d]) => fraction(n, d)),
    // Halves on every grid: where modes differ.
    fc
      .tuple(fc.bigInt({ min: -5000n, max: 5000n }), fc.integer({ min: 0, max: 6 }))
      .map(([n, p]) => fraction(2n * n + 1n, 2n * 10n ** BigInt(p))),
  );

  test("agrees with its definition in every mode", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 8 }), fc.constantFrom(...MODES), (value, places, mode) => {
        const units = reference(value, places, mode);
        expect(fixed(value, { places, mode })).toBe(printed(units, places));
        expect(round(value, { places, mode })).toEqual(fraction(units, 10n ** BigInt(places)));
      }),
      { seed: 20, numRuns: 3000 },
    );
  });

  test("a rounded value rounds to itself", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 6 }), fc.constantFrom(...MODES), (value, places, mode) => {
        const once = round(value, { places, mode });
        for (const again of MODES) expect(round(once, { places, mode: again })).toEqual(once);
      }),
      { seed: 21, numRuns: 300 },
    );
  });

  test("never prints a negative zero", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -999n, max: 0n }), fc.constantFrom(...MODES), (n, mode) => {
        expect(fixed(fraction(n, 1_000_000n), { places: 2, mode })).not.toMatch(/^-0*\.?0*$/);
      }),
      { seed: 22, numRuns: 300 },
    );
  });

  test("the result is exact again", () => {
    expect(formatExact(round(fraction(245n, 3n), { places: 2, mode: "half-up" }))).toBe("81.67");
  });
});
