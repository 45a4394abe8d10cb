/** 统一社会信用代码 (GB 32100-2015): 18 characters, the last a check character over the others. */

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

export type CreditCodeProblem = "length" | "character" | "check-character";

/** Undefined when the code is well-formed. Letters I, O, S, V and Z do not occur. */
export function creditCodeProblem(code: string): CreditCodeProblem | undefined {
  if (code.length !== 18) return "length";
  let total = 0;
  for (let i = 0; i < 17; i += 1) {
    const value = ALPHABET.indexOf(code[i]!);
    if (value < 0) return "character";
    total += value * WEIGHTS[i]!;
  }
  // GB 32100, 5.3: C18 = 31 - MOD(sum, 31), where 31 is written as 0.
  return code[17] === ALPHABET[(31 - (total % 31)) % 31] ? undefined : "check-character";
}
