/** What each entry of the rule `events` brings once they have been weighed against one another. */
import { compareDays } from "./calendar.js";
import { holdsFor, passes } from "./events.js";
import { has, isList, map, maps, number, text } from "./plain.js";
import { abs, add, less, max, min, mul, negate, ONE, print, sub, total, whole, ZERO } from "./rational.js";
import { single } from "./span.js";
import type { Day } from "./calendar.js";
import type { PlainMap } from "./plain.js";
import type { Q } from "./rational.js";
import type { Hull } from "./span.js";
import type { BrokenEntry, Entry, Value } from "./values.js";

/** An entry that is left over, with what it brings. */
export interface Standing {
  readonly entry: Entry;
  /** By itself: its line, less what is restored. */
  readonly own: Q;
  readonly again: boolean;
  readonly worth: Q;
}

export function standing(rule: PlainMap, entries: readonly Entry[], asOf: Day): Standing[] {
  const counted = repeated(rule, oneOfEach(rule, weighed(rule, entries, asOf)));
  return has(rule, "at_most_count") ? heaviest(counted, (one) => one.worth, countOf(rule)) : counted;
}

const countOf = (rule: PlainMap): number => Number(text(rule["at_most_count"]));

interface Weighed {
  readonly entry: Entry;
  readonly own: Q;
}

/** Those that pass and have a line. */
function weighed(rule: PlainMap, entries: readonly Entry[], asOf: Day): Weighed[] {
  return entries
    .filter((entry) => passes(entry, rule, asOf))
    .flatMap((entry) => {
      const line = maps(rule["points"]).find(
        (one) =>
          (!has(one, "kind") || one["kind"] === entry.kind) &&
          (!has(one, "when") || holdsFor(entry, map(one["when"]), asOf)),
      );
      return line === undefined ? [] : [{ entry, own: restored(rule, number(line["points"]), entry, asOf) }];
    });
}

/** A loss comes back by the first line that fits it, and never turns into a gain. */
function restored(rule: PlainMap, points: Q, entry: Entry, asOf: Day): Q {
  if (!has(rule, "restore") || !less(points, ZERO)) return points;
  const line = maps(rule["restore"]).find((one) => !has(one, "when") || holdsFor(entry, map(one["when"]), asOf));
  if (line === undefined) return points;
  return has(line, "share")
    ? mul(points, sub(ONE, number(line["share"])))
    : min(ZERO, add(points, number(line["points"])));
}

/** Of all that say the same in these fields the heaviest; who does not say one of them is alone. */
function oneOfEach(rule: PlainMap, all: readonly Weighed[]): Weighed[] {
  if (!has(rule, "once_per")) return [...all];
  return all.filter((one, i) =>
    all.every((other, j) => i === j || !sameMatter(rule, one.entry, other.entry) || wins(one.own, other.own, i < j)),
  );
}

function sameMatter(rule: PlainMap, a: Entry, b: Entry): boolean {
  if (!isList(rule["once_per"])) throw new Error("once_per is a list");
  return rule["once_per"].every((name) => {
    const [left, right] = [a.fields.get(text(name)), b.fields.get(text(name))];
    return left !== undefined && right !== undefined && said(left) === said(right);
  });
}

function said(value: Value): string {
  switch (value.type) {
    case "boolean":
      return String(value.is);
    case "number":
      return print(value.n);
    case "day":
      return `${value.day.year}/${value.day.month}/${value.day.day}`;
    case "text":
      return value.text;
    default:
      throw new Error("no field of an entry");
  }
}

/** Heavier, or as heavy and earlier in the list. */
const wins = (a: Q, b: Q, first: boolean): boolean => less(abs(b), abs(a)) || (first && !less(abs(a), abs(b)));

/** Twice as much where an earlier one of the kind is left. */
function repeated(rule: PlainMap, all: readonly Weighed[]): Standing[] {
  return all.map(({ entry, own }, i) => {
    const again =
      has(rule, "repeat") &&
      all.some((other, j) => {
        const order = compareDays(other.entry.day, entry.day);
        return other.entry.kind === entry.kind && (order < 0 || (order === 0 && j < i));
      });
    return { entry, own, again, worth: again ? mul(own, whole(2)) : own };
  });
}

function heaviest<T>(all: readonly T[], worth: (one: T) => Q, n: number): T[] {
  return all.filter((one, i) => all.filter((other, j) => j !== i && !wins(worth(one), worth(other), i < j)).length < n);
}

/**
 * Without start: the readable entries, and others of which nothing is sure but the kind. One of these may push another
 * out of its matter or out of the greatest, and make those of its kind repetitions.
 */
export function standingHull(
  rule: PlainMap,
  entries: readonly Entry[],
  broken: readonly BrokenEntry[],
  asOf: Day,
): Hull {
  const now = standing(rule, entries, asOf);
  if (broken.length === 0) return single(total(now.map(({ worth }) => worth)));
  const left = standing({ ...rule, at_most_count: String(entries.length + 1) }, entries, asOf);
  const mayVanish = has(rule, "once_per") || has(rule, "at_most_count");
  const options = [
    ...left.map(({ entry, own, again }) => {
      const joins = broken.some(({ kind }) => kind === undefined || kind === entry.kind);
      const once = again && !has(rule, "once_per") ? [] : [own];
      const double = has(rule, "repeat") && (again || joins) ? [mul(own, whole(2))] : [];
      return [...once, ...double, ...(mayVanish ? [ZERO] : [])];
    }),
    ...broken.map(({ kind }) => brokenWorth(rule, kind).flatMap((worth) => withDouble(rule, worth))),
  ];
  const n = has(rule, "at_most_count") ? countOf(rule) : options.length;
  const least = outermost(
    options.map((each) => each.reduce(min)),
    n,
  );
  const most = negate(
    outermost(
      options.map((each) => negate(each.reduce(max))),
      n,
    ),
  );
  const lines = maps(rule["points"]).map((line) => number(line["points"]));
  const sure = surely(rule, left, now);
  return {
    lo: lines.every((one) => !less(one, ZERO)) ? max(least, sure) : least,
    hi: lines.every((one) => !less(ZERO, one)) ? min(most, sure) : most,
  };
}

/** Where all lines point one way there is never less of it; but who makes another a repetition may have to go. */
function surely(rule: PlainMap, left: readonly Standing[], now: readonly Standing[]): Q {
  if (!has(rule, "once_per") || !has(rule, "repeat")) return total(now.map(({ worth }) => worth));
  const n = has(rule, "at_most_count") ? countOf(rule) : left.length;
  return total(heaviest(left, (one) => one.own, n).map(({ own }) => own));
}

/** Nothing, or what any line gives that its kind could match. */
export function brokenWorth(rule: PlainMap, kind: string | undefined): Q[] {
  const possible = maps(rule["points"]).filter(
    (one) => kind === undefined || !has(one, "kind") || one["kind"] === kind,
  );
  return [ZERO, ...possible.map((one) => number(one["points"]))];
}

export const withDouble = (rule: PlainMap, worth: Q): Q[] =>
  has(rule, "repeat") ? [worth, mul(worth, whole(2))] : [worth];

/** The sum of the n least. */
function outermost(values: readonly Q[], n: number): Q {
  return total([...values].sort((a, b) => (less(a, b) ? -1 : less(b, a) ? 1 : 0)).slice(0, n));
}
