import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_DECIMAL_LENGTH, decimalOfNumber, isDecimalText, spellingProblem } from "../../src/base/decimal-text.js";

describe("the one spelling of a number", () => {
  test.each(["0", "-0", "5", "-5", "80.00", "0.10", "-0.5", "9007199254740993", "0.12345678901234567890123"])(
    "%s is one",
    (text) => {
      expect(isDecimalText(text)).toBe(true);
      expect(spellingProblem(text)).toBeUndefined();
    },
  );

  test.each([
    ["010", "leading-zero"],
    ["-01.5", "leading-zero"],
    ["0o17", "radix"],
    ["0x1F", "radix"],
    ["0b11", "radix"],
    ["1e3", "exponent"],
    ["1E400", "exponent"],
    ["2.5e-3", "exponent"],
    [".inf", "not-finite"],
    ["-.inf", "not-finite"],
    [".nan", "not-finite"],
    ["Infinity", "not-finite"],
    ["NaN", "not-finite"],
    ["+5", "plus-sign"],
    [".5", "bare-point"],
    ["5.", "bare-point"],
    ["1,000", "separator"],
    ["1_000", "separator"],
    ["80%", "percent"],
    ["80 %", "percent"],
    ["80分", "unit"],
    ["3 年", "unit"],
    ["1/3", "fraction"],
    ["80％", "full-width"],
    ["８０", "full-width"],
    ["0。5", "full-width"],
    ["－5", "full-width"],
    ["−5", "full-width"], // U+2212
    ["5　", "full-width"], // U+3000 behind
    ["5 ", "space"],
    [" 5", "space"],
    ["", "empty"],
    ["abc", "not-a-number"],
    ["--5", "not-a-number"],
    ["1.2.3", "not-a-number"],
    ["yes", "not-a-number"],
  ])("`%s` is none: %s", (text, problem) => {
    expect(isDecimalText(text)).toBe(false);
    expect(spellingProblem(text)).toBe(problem);
  });

  test("forty characters are enough, forty-one are too many", () => {
    const longest = "1".repeat(MAX_DECIMAL_LENGTH);
    expect(MAX_DECIMAL_LENGTH).toBe(40);
    expect(isDecimalText(longest)).toBe(true);
    expect(spellingProblem(`${longest}1`)).toBe("too-long");
    expect(spellingProblem(`-${"1".repeat(39)}`)).toBeUndefined();
    expect(spellingProblem(`-${"1".repeat(40)}`)).toBe("too-long");
  });

  test("an end of line behind a number is not swallowed", () => {
    expect(isDecimalText("5\n")).toBe(false);
    expect(spellingProblem("5\n")).toBe("space");
  });

  test("whatever the text, it is a number or has one problem", () => {
    const texts = fc.string({ unit: fc.constantFrom(..."0159.-+eE_,%/xob分％０　 '\n"), maxLength: 12 });
    fc.assert(
      fc.property(texts, (text) => {
        expect(isDecimalText(text)).toBe(/^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/.test(text) && !text.includes("\n"));
        expect(spellingProblem(text) === undefined).toBe(isDecimalText(text));
      }),
      { seed: 40, numRuns: 3000 },
    );
  });

  test("a hostile text is judged at once", () => {
    const started = performance.now();
    for (const text of ["0".repeat(1e6), `${"9".repeat(1e5)}e`, `${"1,".repeat(1e5)}x`, " ".repeat(1e6)]) {
      expect(isDecimalText(text)).toBe(false);
      expect(spellingProblem(text)).toBe("not-a-number");
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("a JavaScript number as text", () => {
  test.each([
    [5, "5"],
    [-5, "-5"],
    [-0, "0"],
    [0.1, "0.1"],
    [0.7, "0.7"],
    [86.345, "86.345"],
    [0.000001, "0.000001"],
    [123456789.012345, "123456789.012345"], // 15 digits
    [9007199254740991, "9007199254740991"], // 2⁵³ − 1: a safe integer, whatever its digits
  ])("%s is %s", (value, text) => {
    expect(decimalOfNumber(value)).toBe(text);
  });

  test.each([0.1 + 0.2, 1 / 3, 9007199254740992, 1e21, Number.NaN, Infinity, -Infinity, 1234567890.123456])(
    "%s is refused",
    (value) => {
      expect(decimalOfNumber(value)).toBeUndefined();
    },
  );
});
