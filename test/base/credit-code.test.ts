import { describe, expect, test } from "vitest";
import { creditCodeProblem } from "../../src/base/credit-code.js";

/** Published codes of existing bodies, and the one of the design that looks like scientific notation. */
const CODES = [
  "9144030071526726XG",
  "914403001922038216",
  "91330100799655058B",
  "91110000802100433B",
  "91350100M000100Y43",
  "91110108562144110X",
  "91110105100E001001",
];

const LETTERS = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];

const replaced = (code: string, at: number, letter: string): string => code.slice(0, at) + letter + code.slice(at + 1);

describe("a unified social credit code (GB 32100)", () => {
  test.each(CODES)("%s is valid", (code) => {
    expect(creditCodeProblem(code)).toBeUndefined();
  });

  test.each(CODES)("no single wrong character of %s goes unnoticed", (code) => {
    // 31 is prime and no weight is a multiple of it, so every substitution changes the remainder.
    for (let at = 0; at < 18; at += 1) {
      for (const letter of LETTERS) {
        if (letter !== code[at]) expect(creditCodeProblem(replaced(code, at, letter))).toBe("check-character");
      }
    }
  });

  test.each(CODES)("no two swapped neighbours of %s go unnoticed", (code) => {
    // Neighbouring weights differ modulo 31, the check character's own weight 1 included.
    for (let at = 0; at < 17; at += 1) {
      const swapped = code.slice(0, at) + code[at + 1]! + code[at]! + code.slice(at + 2);
      if (swapped !== code) expect(creditCodeProblem(swapped)).toBe("check-character");
    }
  });

  test.each(["I", "O", "S", "V", "Z", "a", "-", " ", "０", "中"])("`%s` is no character of a code", (letter) => {
    expect(creditCodeProblem(replaced(CODES[0]!, 8, letter))).toBe("character");
  });

  test.each(["", "9144030071526726X", "9144030071526726XG0", " 9144030071526726XG", "9144030071526726XG\n"])(
    "`%s` has not 18 characters",
    (code) => {
      expect(creditCodeProblem(code)).toBe("length");
    },
  );

  test("lower case is not accepted in silence", () => {
    expect(creditCodeProblem("9144030071526726xg")).toBeDefined();
    expect(creditCodeProblem("9144030071526726Xg")).toBeDefined();
  });

  test("the example of the design, with its placeholder, is not valid", () => {
    // The text says: use an id with a valid check character. The weighted sum of 91110105MA0000000 asks for Y.
    expect(creditCodeProblem("91110105MA0000000X")).toBe("check-character");
    expect(creditCodeProblem("91110105MA0000000Y")).toBeUndefined();
  });
});
