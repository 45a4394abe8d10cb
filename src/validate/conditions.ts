/** Conditions on facts; where they are known, on indicators, on the score and on eligibility. */
import type { Condition, IndicatorQuestion } from "../model/condition.js";
import type { DocumentValue } from "../model/document.js";
import type { Report } from "./report.js";
import { pointer } from "../base/pointer.js";
import { hints } from "../messages/validate.js";
import { readEntryCondition } from "./entry-conditions.js";
import { given, someOf } from "./given.js";
import { readCountInterval, readInterval } from "./intervals.js";
import { type ReadQuestion, readQuestion } from "./questions.js";
import { id, indicatorName, oneOf, yesNo } from "./scalars.js";
import { type Problem, gotOf, isList, isMapping, isRight, part, shape } from "./shape.js";
import { suggest } from "./suggest.js";
import { readTests, testKeys } from "./tests.js";
import { readWithin } from "./within.js";
import { optional, strictObject } from "./zod.js";

export const factConditionShape = strictObject({ fact: id, ...testKeys });
export const eventsConditionShape = strictObject({
  fact: id,
  within: optional(part("within")),
  where: optional(part("entry-condition")),
  count: part("count-interval"),
});
export const indicatorConditionShape = strictObject({ indicator: indicatorName, points: part("interval") });
export const anyChildConditionShape = strictObject({ any_child_of: indicatorName, points: part("interval") });
export const everyChildConditionShape = strictObject({ every_child_of: indicatorName, points: part("interval") });
export const scoreConditionShape = strictObject({ score: part("interval") });
export const bandConditionShape = strictObject({ band: part("asked-bands") });
export const bandFromShape = strictObject({ at_least: id });
export const vetoedConditionShape = strictObject({ vetoed: yesNo });
export const eligibilityConditionShape = strictObject({ eligibility: oneOf(["eligible", "ineligible"]) });

/** A condition on facts; neither indicators nor the score are known where it is asked. */
export function readCondition(value: DocumentValue | undefined, path: string, report: Report): Condition | undefined {
  const unscored = unknownYet("breakdown-too-early");
  const leaves = { fact: readFactCondition, ...ofIndicators(() => unscored), ...ofScore(tooEarly) };
  return readQuestion<Condition>(value, path, report, leaves, (joined) => joined);
}

/** A condition where the indicators have been scored and the score is not asked for. */
export function readBreakdownCondition(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
): Condition | undefined {
  const leaves = { fact: readFactCondition, ...ofIndicators(indicatorReader), ...ofScore(tooEarly) };
  return readQuestion<Condition>(value, path, report, leaves, (joined) => joined);
}

/** A condition of an outcome, which may also ask for the score, its band and eligibility. */
export function readOutcomeCondition(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
  bands: readonly string[] | undefined,
): Condition | undefined {
  const leaves = {
    fact: readFactCondition,
    ...ofIndicators(indicatorReader),
    score: readScoreCondition,
    band: bandReader(bands),
    vetoed: readVetoedCondition,
    eligibility: readEligibilityCondition,
  };
  return readQuestion<Condition>(value, path, report, leaves, (joined) => joined);
}

type Readers<K extends string> = Readonly<Record<K, ReadQuestion<Condition>>>;

function ofIndicators(reader: (kind: IndicatorQuestion) => ReadQuestion<Condition>): Readers<IndicatorQuestion> {
  return {
    indicator: reader("indicator"),
    any_child_of: reader("any_child_of"),
    every_child_of: reader("every_child_of"),
  };
}

function ofScore(reader: ReadQuestion<Condition>): Readers<"score" | "band" | "vetoed" | "eligibility"> {
  return { score: reader, band: reader, vetoed: reader, eligibility: reader };
}

function unknownYet(code: "condition-too-early" | "breakdown-too-early"): ReadQuestion<Condition> {
  return (value, path, report) => {
    const key = LATE.find((word) => value[word] !== undefined)!;
    report.add(code, pointer(path, key), { key }, { part: "key" });
    return undefined;
  };
}

const LATE = ["indicator", "any_child_of", "every_child_of", "score", "band", "vetoed", "eligibility"];
const tooEarly = unknownYet("condition-too-early");

const readFactCondition: ReadQuestion<Condition> = (value, path, report) => {
  if (isAboutEvents(value)) return readEventsCondition(value, path, report);
  const { ok, fields } = shape(factConditionShape, value, path, report);
  if (!ok) return undefined;
  const tests = readTests(fields, path, report);
  return tests && { kind: "fact", fact: fields.fact, tests };
};

/** Told by the keys that only such a condition has, or that are misspelt so. */
function isAboutEvents(value: { readonly [key: string]: DocumentValue }): boolean {
  const own = ["count", "within", "where"];
  const others = Object.keys(factConditionShape.shape);
  const unknown = Object.keys(value).filter((key) => !others.includes(key));
  return unknown.some((key) => own.includes(suggest(key, [...own, ...others])[0] ?? ""));
}

const readEventsCondition: ReadQuestion<Condition> = (value, path, report) => {
  const { ok, fields } = shape(eventsConditionShape, value, path, report);
  const within = readWithin(fields.within, pointer(path, "within"), report);
  const where = readEntryCondition(fields.where, pointer(path, "where"), report);
  const count = readCountInterval(fields.count, pointer(path, "count"), report);
  if (!ok || !count) return undefined;
  if ((fields.within !== undefined && !within) || (fields.where !== undefined && !where)) return undefined;
  return given({ kind: "events" as const, fact: fields.fact, within, where, count });
};

function indicatorReader(kind: IndicatorQuestion): ReadQuestion<Condition> {
  return (value, path, report) => {
    const { ok, fields } = shape(INDICATOR_SHAPES[kind], value, path, report);
    const points = readInterval(fields.points, pointer(path, "points"), report);
    const indicator = value[kind];
    return ok && points && typeof indicator === "string" ? { kind, indicator, points } : undefined;
  };
}

const INDICATOR_SHAPES = {
  indicator: indicatorConditionShape,
  any_child_of: anyChildConditionShape,
  every_child_of: everyChildConditionShape,
} as const;

const readScoreCondition: ReadQuestion<Condition> = (value, path, report) => {
  const { ok, fields } = shape(scoreConditionShape, value, path, report);
  const interval = readInterval(fields.score, pointer(path, "score"), report);
  return ok && interval ? { kind: "score", interval } : undefined;
};

/** `bands`: those of the scheme, best first; undefined where they cannot be read. */
function bandReader(bands: readonly string[] | undefined): ReadQuestion<Condition> {
  return (value, path, report) => {
    const { ok, fields } = shape(bandConditionShape, value, path, report);
    const at = pointer(path, "band");
    const asked = fields.band;
    if (asked === undefined || asked === null) return undefined;
    const from = isMapping(asked) ? shape(bandFromShape, asked, at, report) : undefined;
    const named = isMapping(asked)
      ? from!.ok
        ? [from!.fields.at_least]
        : undefined
      : isRight(bandsProblem, asked, at, report)
        ? isList(asked)
          ? (asked as readonly string[])
          : [asked as string]
        : undefined;
    if (!ok || !named || !bands) return undefined;
    const strange = named.findIndex((each) => !bands.includes(each));
    if (strange >= 0) {
      const place = isMapping(asked) ? pointer(at, "at_least") : isList(asked) ? pointer(at, strange) : at;
      checkBand(named[strange]!, bands, place, report);
      return undefined;
    }
    const wanted = isMapping(asked) ? bands.slice(0, bands.indexOf(named[0]!) + 1) : named;
    return { kind: "band", bands: bands.filter((each) => wanted.includes(each)) };
  };
}

/** Whether there is such a band. */
export function checkBand(band: string, bands: readonly string[], path: string, report: Report): boolean {
  if (bands.includes(band)) return true;
  const near = report.nearest(band, bands);
  const hint = near.length > 0 ? hints.didYouMean : bands.length > 0 ? hints.oneOfThese : undefined;
  report.add("band-unknown", path, { band, allowed: someOf(bands), nearest: near }, { hint });
  return false;
}

/** One band, or a list of some. */
function bandsProblem(value: DocumentValue): Problem | undefined {
  const isName = (each: DocumentValue): boolean => typeof each === "string" && each !== "";
  if (isList(value) ? value.length > 0 && value.every(isName) : isName(value)) return undefined;
  return { code: "not-text", data: gotOf(value) };
}

const readVetoedCondition: ReadQuestion<Condition> = (value, path, report) => {
  const { ok, fields } = shape(vetoedConditionShape, value, path, report);
  return ok ? { kind: "vetoed", is: fields.vetoed } : undefined;
};

const readEligibilityCondition: ReadQuestion<Condition> = (value, path, report) => {
  const { ok, fields } = shape(eligibilityConditionShape, value, path, report);
  return ok ? { kind: "eligibility", is: fields.eligibility } : undefined;
};
