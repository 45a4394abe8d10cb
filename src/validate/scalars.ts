/** What a single value may be: text, id, number, date, yes or no, one of a few words. */
import { isDigest } from "../base/digest.js";
import type { DiagnosticData } from "../model/diagnostic.js";
import type { DocumentValue } from "../model/document.js";
import type { DateText, DecimalText } from "../model/numbers.js";
import type { Digest } from "../model/record.js";
import { parseDate } from "../base/calendar.js";
import { exact } from "../base/exact.js";
import { hints } from "../messages/validate.js";
import { numberProblem } from "./numbers.js";
import { type Problem, checked, gotOf, named } from "./shape.js";
import { suggest } from "./suggest.js";
import { type ZodMiniType, array } from "./zod.js";

export const text = checked<string>(textProblem, named("text"));

/** Letters of any script, digits, `.`, `-` and `_`, at most 64 characters. */
export const id = checked<string>(idProblem, named("id"));

export const decimal = checked<DecimalText>(decimalProblem, named("decimal"));

/** A number above 0. */
export const positive = checked<DecimalText>(positiveProblem, named("positive"));

/** A part of a whole: from 0 to 1. */
export const share = checked<DecimalText>(
  (value) =>
    decimalProblem(value) ?? (isShare(String(value)) ? undefined : { code: "share-out-of-range", data: gotOf(value) }),
  named("share"),
);

/** A whole number from 0, small enough to count with. */
export const count = checked<DecimalText>(countProblem, named("count"));

/** A whole number from 1. */
export const positiveCount = checked<DecimalText>(
  (value) => countProblem(value) ?? (isAboveZero(value) ? undefined : { code: "not-positive", data: gotOf(value) }),
  named("positive-count"),
);

export const date = checked<DateText>(dateProblem, named("date"));

/** SHA-256 of a record, as records spell it. */
export const digest = checked<Digest>(digestProblem, named("digest"));

export const yesNo = checked<boolean>(yesNoProblem, { type: "boolean" });

/** Only `true`: the key says it all. */
export const justTrue = checked<true>(
  (value) => {
    if (value === null) return { code: "empty-entry" };
    return value === true ? undefined : nearWord("only-true", value, ["true"]);
  },
  { const: true },
);

/** The sheet itself divides by what applies, or nothing does unless a group says so. */
export const renormaliseWord = checked<true | "none">(
  (value) => {
    if (value === true || value === "none") return undefined;
    if (value === false) return { code: "only-true", data: gotOf(value) };
    return value === "true" ? nearWord("only-true", value, ["true"]) : wordProblem(value, ["true", "none"]);
  },
  { enum: [true, "none"] },
);

/** Decimal places of a printed number. */
export const displayPlaces = checked<DecimalText>(
  (value) =>
    countProblem(value) ??
    (Number(value) <= 20 ? undefined : { code: "count-too-large", data: { ...gotOf(value), limit: 20 } }),
  named("display-places"),
);

/** A scheme by id, or by id and version: `gongzhu-2023@2023.1`. */
export const schemeReference = checked<string>((value) => {
  const problem = textProblem(value);
  if (problem || typeof value !== "string") return problem;
  const parts = value.split("@");
  return parts.length > 2
    ? { code: "scheme-reference", data: gotOf(value) }
    : parts.map(idProblem).find((each) => each);
}, named("scheme-reference"));

/** An indicator by id, or by component and id: `base/B2`. */
export const indicatorName = checked<string>((value) => {
  const problem = textProblem(value);
  if (problem || typeof value !== "string") return problem;
  const parts = value.split("/");
  return parts.length > 2 ? idProblem(value) : parts.map(idProblem).find((each) => each);
}, named("indicator-name"));

export function oneOf<const W extends string>(words: readonly W[]): ZodMiniType<W> {
  return checked<W>((value) => wordProblem(value, words), { enum: words });
}

/** A number, or one of a few words that stand for one. */
export function decimalOr<const W extends string>(words: readonly W[]): ZodMiniType<DecimalText | W> {
  return checked<DecimalText | W>(
    (value) => {
      if (typeof value === "string" && (words as readonly string[]).includes(value)) return undefined;
      const problem = decimalProblem(value);
      // Letters are a misspelt word; anything with a digit in it is a misspelt number.
      return problem?.code === "not-a-number" ? nearWord("not-a-number-or", value, words) : problem;
    },
    { anyOf: [named("decimal"), { enum: words }] },
  );
}

export function listOrEmpty<T extends DocumentValue>(item: ZodMiniType<T>): ZodMiniType<readonly T[]> {
  return array(item) as unknown as ZodMiniType<readonly T[]>;
}

/** A list that is not empty. */
export function listOf<T extends DocumentValue>(item: ZodMiniType<T>): ZodMiniType<readonly T[]> {
  const list = array(item).check((payload) => {
    if (payload.value.length > 0) return;
    payload.issues.push({ code: "custom", input: payload.value, params: { code: "empty-list" } });
  });
  return list as unknown as ZodMiniType<readonly T[]>;
}

export function textProblem(value: DocumentValue): Problem | undefined {
  if (value === null) return { code: "empty-entry" };
  if (typeof value !== "string")
    return { code: "not-text", data: gotOf(value), hint: typeof value === "boolean" ? hints.quote : undefined };
  return value.trim() === "" ? { code: "empty-text" } : undefined;
}

export function idProblem(value: DocumentValue): Problem | undefined {
  const problem = textProblem(value);
  if (problem || typeof value !== "string") return problem;
  if (/^[\w.-]{1,64}$/.test(value)) return undefined;
  if ([...value].length > 64) return { code: "id-too-long", data: { ...gotOf(value), limit: 64 } };
  const character = /[^\p{L}\p{M}\p{Nd}._-]|[\uFF01-\uFFEE]/u.exec(value)?.[0];
  if (character !== undefined)
    return { code: "id-character", data: { ...gotOf(value), character, codePoint: codePoint(character) } };
  return value === value.normalize("NFC") ? undefined : { code: "id-not-composed", data: gotOf(value) };
}

export function decimalProblem(value: DocumentValue): Problem | undefined {
  if (value === null) return { code: "empty-entry" };
  return typeof value === "string"
    ? numberProblem(value)
    : { code: "not-a-number", data: gotOf(value), hint: hints.plainNumber };
}

export function positiveProblem(value: DocumentValue): Problem | undefined {
  return decimalProblem(value) ?? (isAboveZero(value) ? undefined : { code: "not-positive", data: gotOf(value) });
}

export function countProblem(value: DocumentValue): Problem | undefined {
  const problem = decimalProblem(value);
  if (problem || typeof value !== "string") return problem;
  if (!/^\d+$/.test(value)) return { code: "not-whole", data: gotOf(value) };
  return value.length > 6 ? { code: "count-too-large", data: { ...gotOf(value), limit: 999999 } } : undefined;
}

export function dateProblem(value: DocumentValue): Problem | undefined {
  const problem = textProblem(value);
  if (problem) return { ...problem, code: problem.code === "not-text" ? "not-a-date" : problem.code };
  if (typeof value !== "string" || parseDate(value)) return undefined;
  const written = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(value);
  if (!written) return { code: "not-a-date", data: gotOf(value) };
  const instead = `${written[1]}-${written[2]!.padStart(2, "0")}-${written[3]!.padStart(2, "0")}`;
  if (!parseDate(instead)) return { code: "impossible-date", data: gotOf(value) };
  return { code: "not-a-date", data: { ...gotOf(value), instead }, hint: hints.writeInstead };
}

function digestProblem(value: DocumentValue): Problem | undefined {
  const problem = textProblem(value);
  if (problem || typeof value !== "string") return problem;
  return isDigest(value) ? undefined : { code: "not-a-digest", data: gotOf(value) };
}

export function yesNoProblem(value: DocumentValue): Problem | undefined {
  if (value === null) return { code: "empty-entry" };
  return typeof value === "boolean" ? undefined : nearWord("not-yes-or-no", value, ["true", "false"]);
}

export function wordProblem(value: DocumentValue, words: readonly string[]): Problem | undefined {
  if (typeof value === "string" && words.includes(value)) return undefined;
  if (value === null) return { code: "empty-entry" };
  return nearWord("not-one-of", value, words);
}

/** A word in quotes that should have none is its own nearest; there the catalogue has better advice. */
function nearWord(code: Problem["code"], value: DocumentValue, words: readonly string[]): Problem {
  const near = typeof value === "string" && !words.includes(value) ? suggest(value, words) : [];
  const data: DiagnosticData = { ...gotOf(value), allowed: words, nearest: near };
  return { code, data, hint: near.length > 0 ? hints.didYouMean : undefined };
}

function isAboveZero(value: DocumentValue): boolean {
  return typeof value === "string" && !value.startsWith("-") && /[1-9]/.test(value);
}

function isShare(text: DecimalText): boolean {
  const { n, d } = exact(text);
  return n >= 0n && n <= d;
}

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}
