/** `events`: a start, and for each entry that counts the points of the first line that matches it. */
import { type Amount, amount, formatAmount, order, plus } from "../../base/amount.js";
import { type Day, formatDate } from "../../base/calendar.js";
import type { EventsFact } from "../../model/fact.js";
import type { EventLine, EventsRule } from "../../model/scoring.js";
import { bindFieldCondition, bindFilter } from "../events.js";
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
  const counts = bindFilter(fact, rule.within, rule.where);
  const lines = rule.lines.map((line) => bindLine(line, fact));
  const pointsOf = (event: Event, asOf: Day): Amount => {
    if (!counts(event, asOf)) return 0;
    return (
      lines.find(({ kind, when }) => (kind === undefined || kind === event.kind) && (!when || when(event, asOf)))
        ?.points ?? 0
    );
  };
  const kinds = rule.lines.map((line) => line.kind);
  const promised =
    rule.where === undefined &&
    rule.lines.every((line) => line.when === undefined) &&
    new Set(kinds).size === kinds.length &&
    (!kinds.includes(undefined) || kinds.length === 1);
  const clean = constant(start, [{ op: "events", in: [formatAmount(start)], out: formatAmount(start) }]);

  return {
    reads: [read],
    award: (known, asOf) => {
      const { entries } = known[read]!.value as Events;
      if (entries.length === 0) return clean;
      let total = start;
      const steps = entries.map((event, index) => {
        const counted = counts(event, asOf);
        const points = pointsOf(event, asOf);
        total = plus(total, points);
        const note = { index, date: formatDate(event.date), kind: event.kind, counted };
        return { op: "event", in: [], out: formatAmount(points), note };
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

  /** Any number of events may still be named: one line of either sign takes that end away. */
  function anyList(): Hull {
    return {
      least: lines.some((line) => order(line.points, 0) < 0) ? null : start,
      most: lines.some((line) => order(line.points, 0) > 0) ? null : start,
      // A line behind another of its kind, or one that no entry can match, promises an end that is never reached.
      tight: promised,
    };
  }

  /** The readable entries count; each doubtful one may be nothing, or whatever its kind allows. */
  function readable(events: Events, asOf: Day): Hull {
    const certain = events.entries.map((event) => pointHull(pointsOf(event, asOf)));
    const doubtful = events.doubtful.map(({ kind }) => ({
      ...hullOf([
        0,
        ...lines
          .filter((line) => kind === undefined || line.kind === undefined || line.kind === kind)
          .map((line) => line.points),
      ]),
      tight: false,
    }));
    return [...certain, ...doubtful].reduce(plusHulls, pointHull(start));
  }
}

function bindLine(line: EventLine, fact: EventsFact): BoundLine {
  return { kind: line.kind, when: line.when && bindFieldCondition(line.when, fact), points: amount(line.points) };
}
