/** Why a text is no number here, with the spelling that would be one. */
import type { ValidateCode } from "../model/codes.js";
import type { DecimalText } from "../model/numbers.js";
import type { Problem } from "./shape.js";
import { type SpellingProblem, isDecimalText, spellingProblem } from "../base/decimal-text.js";
import { hints } from "../messages/validate.js";

/** Undefined when the text is a number. */
export function numberProblem(text: string): Problem | undefined {
  const problem = spellingProblem(text);
  if (problem === undefined) return undefined;
  const got = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const code = CODES[problem];
  if (problem === "too-long") return { code, data: { got } };
  const plain = text.normalize("NFKC").trim();
  if (problem === "percent" || (problem === "full-width" && plain.endsWith("%"))) {
    const { share, number } = percentOf(plain);
    if (isDecimalText(share) && isDecimalText(number))
      return { code, data: { got, share, number }, hint: hints.percent };
  }
  const instead = insteadOf(problem, text);
  if (instead === undefined) {
    return { code, data: { got }, hint: problem === "not-finite" ? hints.noEnd : hints.plainNumber };
  }
  return { code, data: { got, instead }, hint: hints.writeInstead };
}

const CODES: Readonly<Record<SpellingProblem, ValidateCode>> = {
  empty: "empty-text",
  "too-long": "number-too-long",
  "full-width": "number-full-width",
  percent: "number-percent",
  fraction: "number-fraction",
  separator: "number-separator",
  exponent: "number-exponent",
  radix: "number-radix",
  "not-finite": "number-not-finite",
  "plus-sign": "number-plus-sign",
  "leading-zero": "number-leading-zero",
  "bare-point": "number-bare-point",
  space: "number-space",
  unit: "number-unit",
  "not-a-number": "not-a-number",
};

/** The number that was probably meant. */
function insteadOf(problem: SpellingProblem, text: string): DecimalText | undefined {
  const meant = REPAIRS[problem]?.(text);
  return meant !== undefined && isDecimalText(meant) ? meant : undefined;
}

const REPAIRS: Readonly<Partial<Record<SpellingProblem, (text: string) => string | undefined>>> = {
  "full-width": (text) =>
    text
      .normalize("NFKC")
      .replace("\u2212", "-")
      .replace("。", ".")
      .replaceAll(/[\s,%]/g, ""),
  separator: (text) => text.replaceAll(/[,_']/g, ""),
  exponent: written,
  radix: (text) => (text.startsWith("0") ? BigInt(text.toLowerCase()).toString() : undefined),
  "plus-sign": (text) => text.slice(1),
  "leading-zero": (text) => text.replace(/^(-?)0+(?=\d)/, "$1"),
  "bare-point": (text) => text.replace(/^(-?)\./, "$10.").replace(/\.$/, ""),
  space: (text) => text.trim(),
  unit: (text) => /^-?\d+(?:\.\d+)?/.exec(text)?.[0],
};

/** `80%` is the share 0.80, or the number 80 where the fact counts percent. */
function percentOf(text: string): { share: string; number: string } {
  const number = text.replace(/\s*%$/, "");
  const [, sign = "", whole = "", places = ""] = /^(-?)(\d+)\.?(\d*)$/.exec(number) ?? [];
  const padded = whole.padStart(3, "0");
  const share = `${padded.slice(0, -2).replace(/^0+(?=\d)/, "")}.${padded.slice(-2)}${places}`;
  return { share: whole === "" ? "" : `${sign}${share}`, number };
}

/** `1.5e3` → `1500`, as long as the digits fit. */
function written(text: string): string | undefined {
  const match = /^[-+]?(\d*)\.?(\d*)[eE]([-+]?\d{1,3})$/.exec(text);
  if (!match) return undefined;
  const [, whole = "", places = "", power = "0"] = match;
  const exponent = Number(power);
  if (Math.abs(exponent) > 40) return undefined;
  const digits = `${"0".repeat(41)}${whole}${places}${"0".repeat(41)}`;
  const point = 41 + whole.length + exponent;
  const integer = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  const decimals = digits.slice(point).replace(/0+$/, "");
  return `${text.startsWith("-") ? "-" : ""}${integer}${decimals === "" ? "" : `.${decimals}`}`;
}
