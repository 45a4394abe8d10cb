/** Events: which entries of a list count, by their day and their fields. */
import { type Day, after, compareDays, dayIn } from "../base/calendar.js";
import { wholeAmount } from "../base/amount.js";
import type { Truth } from "../model/assessment.js";
import type { FieldCondition, Window, Within } from "../model/condition.js";
import type { EventsFact } from "../model/fact.js";
import { type Evaluate, bindAll, bindAny, bindAtLeast, bindNot } from "./logic.js";
import type { Event, FactValue } from "./program.js";
import { type ValueType, bindTest, truth } from "./tests.js";

/** Why an entry does not count: it lies after the as-of date, outside the window, or `where` leaves it out. */
export type Exclusion = "later" | "window" | "where";

/** Undefined: the entry counts. */
export function bindExclusion(
  fact: EventsFact,
  within: Within | undefined,
  where: FieldCondition | undefined,
): (event: Event, asOf: Day) => Exclusion | undefined {
  const inWindow = within ? bindWithin(within, fact) : undefined;
  const matches = where ? bindFieldCondition(where, fact) : undefined;
  return (event, asOf) => {
    if (compareDays(event.date, asOf) > 0) return "later";
    if (inWindow && !inWindow(event, asOf)) return "window";
    return matches && !matches(event, asOf) ? "where" : undefined;
  };
}

/** Whether there may be no day at all on which an event counts: the window can lie after the as-of date. */
export function mayBeEmpty(within: Within | undefined): boolean {
  return within?.kind === "last" && within.until?.year === "current";
}

function bindWithin(within: Within, fact: EventsFact): (event: Event, asOf: Day) => boolean {
  if (within.kind !== "own-term") {
    const holds = bindWindow(within);
    return ({ date }, asOf) => holds(date, asOf);
  }
  const { field, otherwise = "always" } = within;
  const { read } = fieldOf(field, fact);
  const holdsOtherwise = otherwise === "always" ? () => true : bindWindow(otherwise);
  return (event, asOf) => {
    const until = read(event) as Day | undefined;
    return until === undefined ? holdsOtherwise(event.date, asOf) : compareDays(until, asOf) >= 0;
  };
}

/**
 * Periods count forward from the day of the event (Civil Code, article 202): an event of day e is inside the last
 * n years while e + n years lies after the day they end on, or on it where the first day counts.
 */
function bindWindow(window: Window): (day: Day, asOf: Day) => boolean {
  if (window.kind === "calendar-years") {
    const { n, includingCurrent } = window;
    return (day, asOf) => {
      const last = includingCurrent ? asOf.year : asOf.year - 1;
      return day.year <= last && day.year > last - n;
    };
  }
  const { n, unit, firstDay, until } = window;
  const least = firstDay === "counts" ? 0 : 1;
  const holds = (day: Day, end: Day): boolean => Math.sign(compareDays(after(day, n, unit), end)) >= least;
  if (!until) return holds;
  return (day, asOf) => {
    const end = dayIn(until.year === "current" ? asOf.year : asOf.year - 1, until.month, until.day);
    return compareDays(day, end) <= 0 && holds(day, end);
  };
}

export function bindFieldCondition(condition: FieldCondition, fact: EventsFact): (event: Event, asOf: Day) => boolean {
  const evaluate = bind(condition, fact);
  // Never unknown: an entry is complete, and what an optional field lacks does not exist.
  return (event, asOf) => evaluate({ event, asOf }) === "true";
}

interface Entry {
  readonly event: Event;
  readonly asOf: Day;
}

function bind(condition: FieldCondition, fact: EventsFact): Evaluate<Entry> {
  switch (condition.kind) {
    case "all":
      return bindAll(condition.of.map((part) => bind(part, fact)));
    case "any":
      return bindAny(condition.of.map((part) => bind(part, fact)));
    case "not":
      return bindNot(bind(condition.of, fact));
    case "at_least_n":
      return bindAtLeast(
        condition.n,
        condition.of.map((part) => bind(part, fact)),
      );
    case "field": {
      const { type, read } = fieldOf(condition.field, fact);
      const tests = condition.tests.map((test) => ({ missing: test.op === "missing", holds: bindTest(test, type) }));
      return ({ event, asOf }) => {
        const value = read(event);
        const all = tests.every(({ missing, holds }) =>
          value === undefined ? missing : settled(holds(value, asOf)) === "true",
        );
        return truth(all);
      };
    }
  }
}

/** A day after the as-of date has no full years: inside an entry that is a plain no. */
function settled(answer: Truth): Truth {
  return answer === "unknown" ? "false" : answer;
}

interface BoundField {
  readonly type: ValueType;
  readonly read: (event: Event) => FactValue | undefined;
}

export function fieldOf(name: string, fact: EventsFact): BoundField {
  switch (name) {
    case "date":
      return { type: "date", read: ({ date }) => date };
    case "kind":
      return { type: "choice", read: ({ kind }) => kind };
    case "month":
      return { type: "text", read: ({ date }) => `${pad(date.year, 4)}-${pad(date.month, 2)}` };
    case "year":
      return { type: "integer", read: ({ date }) => wholeAmount(date.year) };
    default: {
      const index = fact.fields.findIndex((field) => field.name === name);
      return { type: fact.fields[index]!.type, read: ({ fields }) => fields[index] };
    }
  }
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
