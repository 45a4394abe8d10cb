import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayWidth, harmless, padEnd, padStart } from "../../src/base/width.js";

describe("columns on a terminal", () => {
  test.each([
    ["A1.1", 4],
    ["持续经营年限", 12],
    ["（一）", 6],
    ["年报2023", 8],
    ["ＡＢ", 4],
    ["e\u0301", 1], // a letter and a combining accent
    ["𠀀", 2], // beyond the basic plane: two code units, one character
    ["한국", 4],
    ["", 0],
  ])("%s takes %i", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test("padding counts columns, not characters", () => {
    expect(padEnd("年报", 6)).toBe("年报  ");
    expect(padStart("年报", 6)).toBe("  年报");
    expect(padEnd("年报", 3)).toBe("年报");
  });
});

describe("author text made harmless", () => {
  test.each([
    ["an escape", "\u001b[31mred", "\\u{1b}[31mred"],
    ["an 8-bit escape", "\u009b31m", "\\u{9b}31m"],
    ["a bell", "a\u0007b", "a\\u{7}b"],
    ["a new line", "a\nb", "a\\u{a}b"],
    ["a carriage return", "a\rb", "a\\u{d}b"],
    ["a tab", "a\tb", "a\\u{9}b"],
    ["delete", "a\u007fb", "a\\u{7f}b"],
    ["right-to-left override", "a\u202egnp.exe", "a\\u{202e}gnp.exe"],
    ["an isolate", "\u2066x\u2069", "\\u{2066}x\\u{2069}"],
    ["a right-to-left mark", "\u200fx", "\\u{200f}x"],
    ["an Arabic letter mark", "\u061cx", "\\u{61c}x"],
    ["a line separator", "a\u2028b", "a\\u{2028}b"],
  ])("%s becomes visible", (_what, text, shown) => {
    expect(harmless(text)).toBe(shown);
  });

  test.each(["持续经营年限（含）", "five years", "“共铸诚信企业”", "é 𠀀 한국", "العربية"])(
    "%s is left as it is",
    (text) => {
      expect(harmless(text)).toBe(text);
    },
  );

  test("nothing that steers is left, and saying it twice changes nothing", () => {
    const texts = fc
      .array(
        fc.oneof(
          fc.integer({ min: 0, max: 0x2fff }),
          fc.integer({ min: 0x2000, max: 0x2070 }),
          fc.integer({ min: 0, max: 0xff }),
        ),
        { maxLength: 20 },
      )
      .map((codes) => String.fromCodePoint(...codes));
    const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
    const control = (c: string): boolean => c < " " || (c >= "\u007f" && c <= "\u009f");
    fc.assert(
      fc.property(texts, (text) => {
        const shown = harmless(text);
        return !bidi.test(shown) && ![...shown].some(control) && harmless(shown) === shown;
      }),
      { seed: 50, numRuns: 1000 },
    );
  });
});
