/** What a case expects: one entry for each thing that is compared. */
import { pointer } from "../base/pointer.js";
import { hints } from "../messages/validate.js";
import type { Cases, Expectation, ExpectedNumber } from "../model/cases.js";
import type { DocumentValue } from "../model/document.js";
import type { ExactText } from "../model/numbers.js";
import type { Report } from "./report.js";
import { decimal, decimalProblem, id, listOf, listOrEmpty, oneOf, text } from "./scalars.js";
import { type Problem, checked, gotOf, isFilled, isGivenMapping, isMapping, isRight, part, shape } from "./shape.js";
import { suggest } from "./suggest.js";
import { type ZodMiniType, optional, strictObject } from "./zod.js";

export const expectShape = strictObject({
  score: optional(part("expected-score")),
  display: optional(decimal),
  outcome: optional(id),
  band: optional(id),
  possible: optional(listOf(id)),
  eligibility: optional(oneOf(["eligible", "ineligible", "undetermined"])),
  indicators: optional(part("expected-indicators")),
  conditions: optional(part("expected-conditions")),
  findings: optional(listOrEmpty(text)),
});
export const expectedScoreShape = strictObject({
  least: optional(exactOr(["none"])),
  most: optional(exactOr(["none"])),
});

const STATUSES = ["satisfied", "failed", "unknown", "not-applicable"] as const;
const SCORE_WORDS = ["open", "nothing-scored"] as const;
const INDICATOR_WORDS = ["open", "not-applicable"] as const;
const OF_SCHEMES = ["outcome", "band", "possible"] as const;

interface Expecting {
  readonly kind: Cases["of"]["kind"];
  readonly name: string;
  readonly report: Report;
}

/** Undefined: something is wrong, which has been reported. */
export function readExpectations(
  value: DocumentValue | undefined,
  path: string,
  { kind, name, report }: Expecting,
): readonly Expectation[] | undefined {
  if (value === undefined || !isGivenMapping(value, path, report)) return undefined;
  const before = report.errors();
  const { fields } = shape(expectShape, value, path, report);
  for (const key of OF_SCHEMES) {
    if (kind === "sheet" && value[key] !== undefined)
      report.add("expected-of-a-sheet", pointer(path, key), { key }, { part: "key" });
  }
  const at = (key: string) => pointer(path, key);
  const { display, outcome, band, eligibility, possible, findings } = fields;
  const found: Expectation[] = [
    ...readScore(fields.score, at("score"), report),
    ...(display === undefined ? [] : [{ about: "display", value: display, path: at("display") } as const]),
    ...(outcome === undefined ? [] : [{ about: "outcome", value: outcome, path: at("outcome") } as const]),
    ...(band === undefined ? [] : [{ about: "band", value: band, path: at("band") } as const]),
    ...(possible === undefined ? [] : [{ about: "possible", values: possible, path: at("possible") } as const]),
    ...(eligibility === undefined
      ? []
      : [{ about: "eligibility", value: eligibility, path: at("eligibility") } as const]),
    ...readIndicators(fields.indicators, at("indicators"), report),
    ...readConditions(fields.conditions, at("conditions"), report),
    ...(findings === undefined ? [] : [{ about: "findings", values: findings, path: at("findings") } as const]),
  ];
  if (report.errors() > before) return undefined;
  const order = Object.keys(value);
  const place = (each: Expectation) => order.indexOf(each.path.slice(path.length + 1).split("/")[0]!);
  found.sort((a, b) => place(a) - place(b));
  if (found.length === 0) report.add("case-expects-nothing", path, { name }, { part: "holder" });
  return found.length === 0 ? undefined : found;
}

function readScore(value: DocumentValue | undefined, path: string, report: Report): readonly Expectation[] {
  if (value === undefined) return [];
  if (!isMapping(value)) {
    if (!isRight((each) => exactProblem(each, SCORE_WORDS), value, path, report)) return [];
    return [{ about: "score", value: numberOrWord(value as string), path }];
  }
  const { least, most } = shape(expectedScoreShape, value, path, report).fields;
  return [
    ...(least === undefined
      ? []
      : [{ about: "least", value: numberOrWord(least), path: pointer(path, "least") } as const]),
    ...(most === undefined ? [] : [{ about: "most", value: numberOrWord(most), path: pointer(path, "most") } as const]),
  ];
}

function readIndicators(value: DocumentValue | undefined, path: string, report: Report): readonly Expectation[] {
  if (value === undefined || !isGivenMapping(value, path, report)) return [];
  return Object.keys(value).flatMap((name): readonly Expectation[] => {
    const at = pointer(path, name);
    const expected = value[name]!;
    if (!isFilled(expected, at, report)) return [];
    if (!isRight((each) => exactProblem(each, INDICATOR_WORDS), expected, at, report)) return [];
    return [{ about: "indicator", id: name, value: numberOrWord(expected as string), path: at }];
  });
}

function readConditions(value: DocumentValue | undefined, path: string, report: Report): readonly Expectation[] {
  if (value === undefined || !isGivenMapping(value, path, report)) return [];
  return Object.keys(value).flatMap((name): readonly Expectation[] => {
    const at = pointer(path, name);
    const expected = value[name]!;
    if (!isFilled(expected, at, report)) return [];
    return isRight(statusProblem, expected, at, report)
      ? [{ about: "condition", id: name, value: expected as string, path: at }]
      : [];
  });
}

function statusProblem(value: DocumentValue): Problem | undefined {
  if (typeof value === "string" && (STATUSES as readonly string[]).includes(value)) return undefined;
  const near = typeof value === "string" ? suggest(value, STATUSES) : [];
  const hint = near.length > 0 ? hints.didYouMean : undefined;
  return { code: "not-one-of", data: { ...gotOf(value), allowed: STATUSES, nearest: near }, hint };
}

function exactOr<const W extends string>(words: readonly W[]): ZodMiniType<ExactText | W> {
  return checked<ExactText | W>((value) => exactProblem(value, words), {
    anyOf: [{ type: ["string", "number"], pattern: "^-?(?:0|[1-9]\\d*)(?:\\.\\d+|/[1-9]\\d*)?$" }, { enum: words }],
  });
}

/** A number as the engine prints it, whose digits may be many: a decimal, a fraction `p/q`, or one of a few words. */
function exactProblem(value: DocumentValue, words: readonly string[]): Problem | undefined {
  if (typeof value === "string" && (words.includes(value) || isExactText(value))) return undefined;
  const problem = decimalProblem(value);
  // Letters are a misspelt word; anything with a digit in it is a misspelt number.
  if (problem?.code !== "not-a-number" && problem?.code !== "number-fraction") return problem;
  const near = typeof value === "string" ? suggest(value, words) : [];
  const hint = near.length > 0 ? hints.didYouMean : undefined;
  return { code: "not-a-number-or", data: { ...gotOf(value), allowed: words, nearest: near }, hint };
}

function isExactText(text: string): boolean {
  return text.length <= LONGEST && /^-?(?:0|[1-9]\d*)(?:\.\d+|\/[1-9]\d*)?$/.test(text);
}

/** Scores of fractions may need more digits than authors write. */
const LONGEST = 400;

type Word = Extract<ExpectedNumber, { readonly word: unknown }>["word"];

/** Only for what `exactProblem` has found right. */
function numberOrWord(value: string): ExpectedNumber {
  return isExactText(value) ? { number: value } : { word: value as Word };
}
