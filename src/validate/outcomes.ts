/** `outcomes:` in order, the first that holds; the last holds otherwise, so that there is always a decision. */
import type { Condition } from "../model/condition.js";
import type { DocumentValue } from "../model/document.js";
import type { Interval } from "../model/numbers.js";
import type { Outcome } from "../model/rubric.js";
import { asks } from "../base/condition-leaves.js";
import { compare, exact, formatExact } from "../base/exact.js";
import { describeInterval } from "../base/interval.js";
import { pointer } from "../base/pointer.js";
import { hints } from "../messages/validate.js";
import { checkCondition } from "./condition-types.js";
import { readOutcomeCondition } from "./conditions.js";
import { given, someOf } from "./given.js";
import { keyOfEnd } from "./intervals.js";
import type { Report } from "./report.js";
import { type SchemeReading, readMeasures, readNamed } from "./requirements.js";
import { id, justTrue, text } from "./scalars.js";
import type { ScoreRange } from "./score-range.js";
import { theOneKey } from "./dispatch.js";
import { givenList, isList, isMapping, part, shape } from "./shape.js";
import { readTitle } from "./titles.js";
import { optional, strictObject } from "./zod.js";

export const outcomeShape = strictObject({
  id,
  title: optional(part("title")),
  clause: optional(text),
  source: optional(id),
  when: optional(part("outcome-condition")),
  otherwise: optional(justTrue),
  measures: optional(part("measures")),
});

/** The engine reports it while a decision is open. */
const RESERVED = "undetermined";

interface OutcomesReading extends SchemeReading {
  readonly goal: string | undefined;
  /** Of the score; undefined where nothing is known about it. */
  readonly range: ScoreRange | undefined;
  /** Ids of the bands, best first; undefined where they cannot be read. */
  readonly bands: readonly string[] | undefined;
  /** Whether the scheme has conditions of eligibility. */
  readonly hasEligibility: boolean;
}

export function readOutcomes(
  value: DocumentValue | undefined,
  reading: OutcomesReading,
): readonly Outcome[] | undefined {
  const { report } = reading;
  const path = "/outcomes";
  if (!givenList(value, path, report)) return undefined;
  const outcomes = readNamed(value, path, "outcome", reading, (entry, at, about) =>
    readOutcome(entry, at, about, reading),
  );
  if (isList(value)) checkOrder(value, path, report);
  checkGoal(value, reading);
  if (reading.hasEligibility && outcomes && !outcomes.some(({ when }) => when && asks(when, "eligibility")))
    report.add("eligibility-unasked", "/eligibility", {}, { part: "key" });
  return outcomes;
}

function readOutcome(
  value: DocumentValue,
  path: string,
  report: Report,
  reading: OutcomesReading,
): Outcome | undefined {
  const { ok, fields, wrong } = shape(outcomeShape, value, path, report);
  const kind = isMapping(value) ? theOneKey(value, ["when", "otherwise"], path, report, { wrong }) : undefined;
  const title = readTitle(fields.title, pointer(path, "title"), report);
  reading.header.checkSource(fields.source, pointer(path, "source"), report);
  const at = pointer(path, "when");
  const when = readOutcomeCondition(fields.when, at, report, reading.bands);
  if (when) {
    checkCondition(when, reading.facts, at, report);
    checkScores(when, at, report, reading);
  }
  const measures = readMeasures(fields.measures, pointer(path, "measures"), { ...reading, report });
  if (fields.id === RESERVED) report.add("outcome-reserved", pointer(path, "id"), { id: RESERVED });
  if (!ok || kind === undefined || (kind === "when" && !when) || (fields.title !== undefined && !title) || !measures)
    return undefined;
  const { id, clause, source } = fields;
  return given({ id, title, clause, source, when, measures: measures.length > 0 ? measures : undefined, path });
}

/** `otherwise` stands on the last outcome and nowhere else. */
function checkOrder(outcomes: readonly DocumentValue[], path: string, report: Report): void {
  const closed = outcomes.some((outcome) => isMapping(outcome) && outcome["otherwise"] !== undefined);
  for (const [i, outcome] of outcomes.entries()) {
    if (!isMapping(outcome)) continue;
    const at = pointer(path, i);
    const last = i === outcomes.length - 1;
    if (!last && outcome["otherwise"] !== undefined) {
      report.add("otherwise-not-last", pointer(at, "otherwise"), {}, { part: "key" });
    }
    // One that stands too early has been reported: moved to the end, it closes the list.
    if (last && !closed && outcome["when"] !== undefined) {
      report.add("outcomes-not-closed", at, {}, { part: "holder" });
    }
  }
}

function checkGoal(outcomes: DocumentValue | undefined, { goal, report }: OutcomesReading): void {
  if (goal === undefined || !isList(outcomes)) return;
  const ids = outcomes.map((outcome) => (isMapping(outcome) ? outcome["id"] : undefined));
  // An outcome without a readable id may be the one that is meant.
  if (ids.includes(goal) || ids.some((each) => typeof each !== "string")) return;
  const known = ids as readonly string[];
  const near = report.nearest(goal, known);
  const hint = near.length > 0 ? hints.didYouMean : hints.oneOfThese;
  report.add("goal-unknown", "/goal", { goal, allowed: someOf(known), nearest: near }, { hint });
}

/** A test of the score that no score can pass. */
function checkScores(condition: Condition, path: string, report: Report, reading: OutcomesReading): void {
  const { range } = reading;
  if (condition.kind === "score") {
    if (!range || isReachable(condition.interval, range)) return;
    const asked = describeInterval(condition.interval).map(([word, number]) => `${word}: ${number}`);
    const [least, most] = [range.low ? formatExact(range.low) : "−∞", range.high ? formatExact(range.high) : "+∞"];
    report.add("score-out-of-reach", wrongEnd(condition.interval, range, pointer(path, "score")), {
      asked,
      least,
      most,
    });
  } else if (condition.kind === "not") {
    checkScores(condition.of, pointer(path, "not"), report, reading);
  } else if (condition.kind === "all" || condition.kind === "any" || condition.kind === "at_least_n") {
    const key =
      condition.kind === "at_least_n" ? pointer(pointer(path, "at_least_n"), "of") : pointer(path, condition.kind);
    for (const [i, each] of condition.of.entries()) checkScores(each, pointer(key, i), report, reading);
  }
}

/** The end that no score comes to. */
function wrongEnd(interval: Interval, range: ScoreRange, path: string): string {
  const lowIsWrong = interval.low !== undefined && !isReachable({ low: interval.low }, range);
  return pointer(path, keyOfEnd(interval, lowIsWrong ? "low" : "high")!);
}

function isReachable({ low, high }: Interval, range: ScoreRange): boolean {
  const above = low && range.high ? compare(exact(low.value), range.high) : -1;
  const below = high && range.low ? compare(exact(high.value), range.low) : 1;
  return (above < 0 || (above === 0 && low!.inclusive)) && (below > 0 || (below === 0 && high!.inclusive));
}
