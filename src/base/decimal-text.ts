/** The one accepted spelling of a number, and a name for each way of missing it. */
import type { DecimalText } from "../model/numbers.js";

/** Longest accepted number: enough for any published sheet, and a fence around the arithmetic. */
export const MAX_DECIMAL_LENGTH = 40;

const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

export function isDecimalText(text: string): boolean {
  return text.length <= MAX_DECIMAL_LENGTH && DECIMAL.test(text);
}

/** Why a text is not a number, most telling reason first. */
export type SpellingProblem =
  | "empty"
  | "too-long"
  | "full-width"
  | "percent"
  | "fraction"
  | "separator"
  | "exponent"
  | "radix"
  | "not-finite"
  | "plus-sign"
  | "leading-zero"
  | "bare-point"
  | "space"
  | "unit"
  | "not-a-number";

const PROBLEMS: readonly (readonly [SpellingProblem, RegExp])[] = [
  ["empty", /^$/],
  ["full-width", /^(?=.*[０-９。．，％－−＋\u3000])[\s\u3000]*[-+\d.０-９。．，％－−＋][\d.０-９。．，％\s\u3000]*$/],
  ["space", /^\s*-?[\d.]+\s+$|^\s+-?[\d.]+\s*$/],
  ["percent", /^[-+]?[\d.]+\s*%$/],
  ["fraction", /^-?\d+\s*\/\s*\d+$/],
  ["separator", /^[-+]?\d+(?:[,_']\d+)+(?:\.\d+)?$/],
  ["exponent", /^[-+]?(?:\d+\.?\d*|\.\d+)[eE][-+]?\d+$/],
  ["radix", /^[-+]?0[xXoObB][\da-fA-F]+$/],
  ["not-finite", /^[-+]?\.?(?:inf|Inf|INF|nan|NaN|NAN|Infinity)$/],
  ["plus-sign", /^\+[\d.]+$/],
  ["leading-zero", /^-?0\d+(?:\.\d*)?$/],
  ["bare-point", /^-?(?:\.\d+|\d+\.)$/],
  ["unit", /^-?\d+(?:\.\d+)?\s*[^\d\s.]+$/],
];

/** Undefined when the text is a number. */
export function spellingProblem(text: string): SpellingProblem | undefined {
  if (isDecimalText(text)) return undefined;
  if (DECIMAL.test(text)) return "too-long";
  // A long text is no number whatever it says; the patterns see only what a person could have meant as one.
  if (text.length > 2 * MAX_DECIMAL_LENGTH) return "not-a-number";
  return PROBLEMS.find(([, pattern]) => pattern.test(text))?.[0] ?? "not-a-number";
}

/**
 * A JavaScript number as decimal text: safe integers, and numbers of at most 15 significant digits. `0.1 + 0.2` has 17
 * and is no longer what somebody meant, so it is refused.
 */
export function decimalOfNumber(value: number): DecimalText | undefined {
  if (Object.is(value, -0)) return "0";
  const text = String(value);
  if (!isDecimalText(text)) return undefined;
  if (Number.isSafeInteger(value)) return text;
  const significant = text.replace(/^-?0?\.?0*/, "").replace(".", "");
  return significant.length <= 15 ? text : undefined;
}
