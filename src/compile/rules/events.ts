/** `events`: a start, and for each entry that counts the points of the first line that matches it. */
import { type Amount, amount, factor, formatAmount, negated, order, plus, smaller, times } from "../../base/amount.js";
import { type Day, formatDate } from "../../base/calendar.js";
import { exact } from "../../base/exact.js";
import type { EntryNote, Step } from "../../model/assessment.js";
import type { FieldCondition } from "../../model/condition.js";
import type { EventsFact } from "../../model/fact.js";
import type { EventLine, EventsRule, RestoreLine } from "../../model/scoring.js";
import { type Counted, type Weighed, bindCounting } from "../counting.js";
import { printFields } from "../entries.js";
import { type Exclusion, bindExclusion, bindFieldCondition, mayBeEmpty } from "../events.js";
import { hullOf, plusHulls, pointHull } from "../hull.js";
import type { BoundRule, Event, Events, Hull } from "../program.js";
import type { RuleContext } from "../rules.js";

interface BoundLine {
  readonly kind: string | undefined;
  readonly when: ((event: Event, asOf: Day) => boolean) | undefined;
  readonly points: Amount;
}

export function bindEvents(rule: EventsRule, { slot, fact: declaration, finish, constant }: RuleContext): BoundRule {
  const read = slot(rule.fact);
  const fact = declaration(rule.fact) as EventsFact;
  const start = amount(rule.start);
  const excludes = bindExclusion(fact, rule.within, rule.where);
  const lines = rule.lines.map((line) => bindLine(line, fact));
  const worths = lines.map(({ points }) => points);
  const restores = rule.restore && bindRestore(rule.restore, fact);
  const counting = bindCounting(rule, fact, worths);
  const promised = isReachable(rule);
  const clean = constant(start, [{ op: "events", in: [formatAmount(start)], out: formatAmount(start) }]);

  return {
    reads: [read],
    award: (known, asOf) => {
      const { entries } = known[read]!.value as Events;
      if (entries.length === 0) return clean;
      const weighed = entries.map((event) => weigh(event, asOf));
      const counted: readonly Counted[] = counting?.count(weighed) ?? weighed;
      let total = start;
      const steps = weighed.map((entry, index) => {
        total = plus(total, counted[index]!.points);
        return entryStep(entry, counted[index]!, index);
      });
      const sum = {
        op: "events",
        in: [formatAmount(start), ...steps.map((step) => step.out)],
        out: formatAmount(total),
      };
      return finish(total, [...steps, sum]);
    },
    hull: (known, asOf) => {
      const events = known[read]!.value as Events | null;
      return events === null ? anyList() : readable(events, asOf);
    },
  };

  /** The points of one entry by itself. */
  function weigh(event: Event, asOf: Day): Entry {
    const excluded = excludes(event, asOf);
    if (excluded !== undefined) return { event, counts: false, excluded, line: -1, points: 0 };
    const line = lines.findIndex(
      ({ kind, when }) => (kind === undefined || kind === event.kind) && (!when || when(event, asOf)),
    );
    if (line < 0) return { event, counts: false, line, points: 0 };
    const { points } = lines[line]!;
    const restored = restores?.(event, points, asOf);
    if (!restored) return { event, counts: true, line, points };
    return { event, counts: true, line, points: plus(points, restored.points), restored };
  }

  function entryStep({ event, excluded, line, restored }: Entry, counted: Counted, index: number): Step {
    const { points, matter, doubled, beyond } = counted;
    const altered = restored || matter !== undefined || doubled || beyond;
    const note: EntryNote = {
      index,
      date: formatDate(event.date),
      kind: event.kind,
      fields: printFields(event, fact),
      counted: excluded === undefined && matter === undefined && !beyond,
      ...(excluded === undefined ? { line: line < 0 ? null : line } : { excluded }),
      ...(altered && { points: formatAmount(lines[line]!.points) }),
      ...(restored && { restored: { line: restored.line, points: formatAmount(restored.points) } }),
      ...(matter !== undefined && { matter }),
      ...(doubled && { doubled }),
      ...(beyond && { beyond }),
    };
    return { op: "event", in: [], out: formatAmount(points), note: { ...note } };
  }

  /** Any number of events may still be named: one line of either sign takes that end away, unless so many count. */
  function anyList(): Hull {
    if (counting) return plusHulls(counting.anyList({ ...hullOf([0, ...worths]), tight: promised }), pointHull(start));
    return {
      least: worths.some((points) => order(points, 0) < 0) ? null : start,
      most: worths.some((points) => order(points, 0) > 0) ? null : start,
      tight: promised,
    };
  }

  /** The readable entries count; each doubtful one may be nothing, or whatever its kind allows. */
  function readable(events: Events, asOf: Day): Hull {
    const weighed = events.entries.map((event) => weigh(event, asOf));
    const doubtful = events.doubtful.map(({ kind }) => ({ kind, worth: worthOf(kind) }));
    if (counting) return plusHulls(counting.hull(weighed, doubtful), pointHull(start));
    const certain = weighed.map(({ points }) => pointHull(points));
    return [...certain, ...doubtful.map(({ worth }) => worth)].reduce(plusHulls, pointHull(start));
  }

  function worthOf(kind: string | undefined): Hull {
    const possible = lines.filter((line) => kind === undefined || line.kind === undefined || line.kind === kind);
    return { ...hullOf([0, ...possible.map(({ points }) => points)]), tight: false };
  }
}

/** An entry before the others are looked at. */
interface Entry extends Weighed {
  readonly excluded?: Exclusion;
  /** The line that fits it; −1 for none. */
  readonly line: number;
  readonly restored?: Restored;
}

interface Restored {
  /** Of `restore`. */
  readonly line: number;
  /** What comes back of what the entry took. */
  readonly points: Amount;
}

/** By the first line that fits an entry which takes points, never more than it took. */
function bindRestore(
  lines: readonly RestoreLine[],
  fact: EventsFact,
): (event: Event, points: Amount, asOf: Day) => Restored | undefined {
  const bound = lines.map((line) => {
    const when = line.when && bindFieldCondition(line.when, fact);
    if ("points" in line) {
      const most = amount(line.points);
      return { when, back: (lost: Amount) => smaller(lost, most) };
    }
    const share = factor(exact(line.share));
    return { when, back: (lost: Amount) => times(lost, share) };
  });
  return (event, points, asOf) => {
    if (order(points, 0) >= 0) return undefined;
    const line = bound.findIndex(({ when }) => !when || when(event, asOf));
    return line < 0 ? undefined : { line, points: bound[line]!.back(negated(points)) };
  };
}

/**
 * Whether every line is surely that of some entry: none stands behind a line that takes all of its kind, and no
 * question can rule out another. Where that takes more than a look, nothing is promised.
 */
function isReachable({ lines, within, where, restore }: EventsRule): boolean {
  if (mayBeEmpty(within) || restore) return false;
  const asked = lines.flatMap(({ when }) => (when ? [when] : []));
  const fields = asked.map(simpleField);
  const filter = [...(where ? [simpleField(where)] : []), ...(within?.kind === "own-term" ? [within.field] : [])];
  if ([...fields, ...filter].includes(undefined) || new Set(filter).size < filter.length) return false;
  if (filter.some((field) => fields.includes(field))) return false;
  return lines.every((line, i) =>
    lines.slice(0, i).every(({ kind, when }) => when !== undefined || (kind !== undefined && kind !== line.kind)),
  );
}

/** The field of a question with one test: such a question can always be answered with yes. */
function simpleField(condition: FieldCondition): string | undefined {
  if (condition.kind !== "field" || condition.tests.length !== 1) return undefined;
  return ["kind", "date", "month", "year"].includes(condition.field) ? undefined : condition.field;
}

function bindLine(line: EventLine, fact: EventsFact): BoundLine {
  return { kind: line.kind, when: line.when && bindFieldCondition(line.when, fact), points: amount(line.points) };
}
