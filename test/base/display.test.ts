import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amount, exactOf, toAmount } from "../../src/base/amount.js";
import { fixed } from "../../src/base/decimal.js";
import { displayer } from "../../src/base/display.js";
import { fraction } from "../../src/base/exact.js";
import type { RoundingMode } from "../../src/model/numbers.js";

describe("a displayed amount", () => {
  test.each([
    ["86.345", "86.35"],
    ["80", "80.00"],
    ["80.5", "80.50"],
    ["80.25", "80.25"],
    ["79.996", "80.00"], // reads as the threshold, is not 80
    ["-0.001", "0.00"],
    ["-2.345", "-2.35"],
    ["123456789012.345", "123456789012.35"],
  ])("%s is shown as %s", (value, shown) => {
    expect(displayer({ places: 2, mode: "half-up" })(amount(value))).toBe(shown);
  });

  test("a fraction is shown rounded", () => {
    const shown = displayer({ places: 2, mode: "half-up" });
    expect(shown(toAmount(fraction(245n, 3n)))).toBe("81.67");
    expect(shown(toAmount(fraction(6434n, 75n)))).toBe("85.79");
  });

  test("no places, no point", () => {
    const shown = displayer({ places: 0, mode: "half-even" });
    expect([amount("80"), amount("80.5"), amount("81.5"), amount("-0.5")].map(shown)).toEqual(["80", "80", "82", "0"]);
  });

  test("is what rounding alone would give, for every mode", () => {
    const amounts = fc
      .tuple(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.constantFrom(1n, 3n, 40n, 1000n, 10n ** 8n, 10n ** 9n),
      )
      .map(([n, d]) => toAmount(fraction(n, d)));
    const modes = fc.constantFrom<RoundingMode>("half-up", "half-even", "up", "down", "ceiling", "floor");
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 9 }), modes, (value, places, mode) => {
        expect(displayer({ places, mode })(value)).toBe(fixed(exactOf(value), { places, mode }));
      }),
      { seed: 30, numRuns: 1000 },
    );
  });
});
