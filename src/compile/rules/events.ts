/** `events`: a start, and for each entry that counts the points of the first line that matches it. */
import { type Amount, amount, formatAmount, order, plus } from "../../base/amount.js";
import { type Day, formatDate } from "../../base/calendar.js";
import type { FieldCondition } from "../../model/condition.js";
import type { EventsFact } from "../../model/fact.js";
import type { EventLine, EventsRule } from "../../model/scoring.js";
import { printFields } from "../entries.js";
import { bindExclusion, bindFieldCondition, mayBeEmpty } from "../events.js";
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
  /** The line that an entry which counts belongs to; −1 for none. */
  const lineOf = (event: Event, asOf: Day): number =>
    lines.findIndex(({ kind, when }) => (kind === undefined || kind === event.kind) && (!when || when(event, asOf)));
  const pointsOf = (event: Event, asOf: Day): Amount =>
    excludes(event, asOf) === undefined ? (lines[lineOf(event, asOf)]?.points ?? 0) : 0;
  const promised = isReachable(rule);
  const clean = constant(start, [{ op: "events", in: [formatAmount(start)], out: formatAmount(start) }]);

  return {
    reads: [read],
    award: (known, asOf) => {
      const { entries } = known[read]!.value as Events;
      if (entries.length === 0) return clean;
      let total = start;
      const steps = entries.map((event, index) => {
        const excluded = excludes(event, asOf);
        const line = excluded === undefined ? lineOf(event, asOf) : -1;
        const points = lines[line]?.points ?? 0;
        total = plus(total, points);
        const note = {
          index,
          date: formatDate(event.date),
          kind: event.kind,
          fields: printFields(event, fact),
          counted: excluded === undefined,
          ...(excluded === undefined ? { line: line < 0 ? null : line } : { excluded }),
        };
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

/**
 * Whether every line is surely that of some entry: none stands behind a line that takes all of its kind, and no
 * question can rule out another. Where that takes more than a look, nothing is promised.
 */
function isReachable({ lines, within, where }: EventsRule): boolean {
  if (mayBeEmpty(within)) return false;
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
