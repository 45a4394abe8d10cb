/** How the entries of a list count among one another: one for each matter, a repetition double, so many at most. */
import { type Amount, factor, formatAmount, larger, negated, order, plus, smaller, times } from "../base/amount.js";
import { type Day, compareDays, formatDate } from "../base/calendar.js";
import type { EventsFact } from "../model/fact.js";
import type { EventsRule } from "../model/scoring.js";
import { fieldOf } from "./events.js";
import { hullOf, joinHulls, plusHulls, pointHull } from "./hull.js";
import type { Event, Hull } from "./program.js";

/** One entry of the list with its points, less what was restored. */
export interface Weighed {
  readonly event: Event;
  readonly points: Amount;
  /** False: it is excluded, or no line fits it, and it takes no part. */
  readonly counts: boolean;
}

/** What became of it: its points, and why they are others. */
export interface Counted {
  readonly points: Amount;
  /** Place of the entry that counts for their matter. */
  readonly matter?: number;
  readonly doubled?: true;
  readonly beyond?: true;
}

export interface Counting {
  /** One for each entry, in the order of the list. */
  readonly count: (entries: readonly Weighed[]) => readonly Counted[];
  /** What they can come to with entries that cannot be read, of which each brings nothing or an amount of its hull. */
  readonly hull: (entries: readonly Weighed[], doubtful: readonly Doubtful[]) => Hull;
  /** What any list can come to, where a single entry brings an amount of this hull. */
  readonly anyList: (one: Hull) => Hull;
}

/** An entry that cannot be read. */
export interface Doubtful {
  /** Undefined: not even that. */
  readonly kind: string | undefined;
  /** From its lines, and 0. */
  readonly worth: Hull;
}

/** Undefined: every entry counts by itself. */
export function bindCounting(rule: EventsRule, fact: EventsFact, points: readonly Amount[]): Counting | undefined {
  const { oncePer, repeat, atMostCount } = rule;
  if (!oncePer && !repeat && atMostCount === undefined) return undefined;
  const matterOf = oncePer ? bindMatter(oncePer, fact) : undefined;
  const most = atMostCount ?? Infinity;
  const takesOnly = points.every((each) => order(each, 0) <= 0);
  const bringsOnly = points.every((each) => order(each, 0) >= 0);

  return { count, hull, anyList };

  function count(entries: readonly Weighed[]): readonly Counted[] {
    const heads = headsOf(entries, matterOf);
    const standing = entries.flatMap(({ counts }, i) => (counts && heads[i] === i ? [i] : []));
    const doubled = repeat ? repetitions(standing, entries) : new Set<number>();
    const points = entries.map((entry, i) => (doubled.has(i) ? twice(entry.points) : entry.points));
    const beyond = new Set(byWeight(standing, points).slice(atMostCount ?? standing.length));
    return entries.map(({ counts }, i): Counted => {
      if (!counts) return { points: 0 };
      if (heads[i] !== i) return { points: 0, matter: heads[i]! };
      const twofold = doubled.has(i) ? { doubled: true as const } : {};
      return beyond.has(i) ? { points: 0, ...twofold, beyond: true } : { points: points[i]!, ...twofold };
    });
  }

  /**
   * One more entry can take the place of one that counts, in its matter or among the greatest, and make later ones of
   * its kind repetitions. So every entry may count with each of its amounts, or not at all; but where all lines point
   * the same way, what is there already can only grow.
   */
  function hull(entries: readonly Weighed[], doubtful: readonly Doubtful[]): Hull {
    const now = count(entries);
    if (doubtful.length === 0) return pointHull(total(now.map(({ points }) => points)));
    const standing = now.flatMap(({ matter }, i) => (entries[i]!.counts && matter === undefined ? [i] : []));
    const certain = standing.map((i) => amountsOf(entries[i]!, now[i]!, doubtful));
    const maybe = doubtful.map(({ worth }) => (repeat ? joinHulls(worth, doubleHull(worth)) : worth));
    const { least, most: greatest } = extremes([...certain, ...maybe], most);
    const sure = surely(standing, entries, now);
    return {
      least: bringsOnly && least !== null ? larger(least, sure) : least,
      most: takesOnly && greatest !== null ? smaller(greatest, sure) : greatest,
      tight: false,
    };
  }

  function amountsOf({ event, points }: Weighed, { doubled }: Counted, doubtful: readonly Doubtful[]): Hull {
    const mayRepeat = repeat && doubtful.some(({ kind }) => kind === undefined || kind === event.kind);
    const mayStandAlone = !doubled || matterOf !== undefined;
    return hullOf([
      ...(mayStandAlone ? [points] : []),
      ...(doubled || mayRepeat ? [twice(points)] : []),
      ...(matterOf || atMostCount !== undefined ? [0] : []),
    ]);
  }

  /** What the readable entries come to at least in size. One that gives way may have made another a repetition. */
  function surely(standing: readonly number[], entries: readonly Weighed[], now: readonly Counted[]): Amount {
    if (!matterOf || !repeat) return total(now.map(({ points }) => points));
    const points = entries.map((entry) => entry.points);
    return total(
      byWeight(standing, points)
        .slice(0, most)
        .map((i) => points[i]!),
    );
  }

  function anyList(one: Hull): Hull {
    const each = repeat ? joinHulls(one, doubleHull(one)) : one;
    const { least, most: greatest } = atMostCount === undefined ? endless(each) : repeated(each, atMostCount);
    return { least, most: greatest, tight: one.tight && matterOf === undefined };
  }
}

/** For each entry the place of the one that counts for its matter: its own where it does. */
function headsOf(
  entries: readonly Weighed[],
  matterOf: ((event: Event) => string | undefined) | undefined,
): readonly number[] {
  if (!matterOf) return entries.map((_, i) => i);
  const keys = entries.map(({ event, counts }) => (counts ? matterOf(event) : undefined));
  const heads = new Map<string, number>();
  keys.forEach((key, i) => {
    if (key === undefined) return;
    const head = heads.get(key);
    if (head === undefined || order(sizeOf(entries[i]!.points), sizeOf(entries[head]!.points)) > 0) heads.set(key, i);
  });
  return keys.map((key, i) => (key === undefined ? i : heads.get(key)!));
}

/** Undefined where a field is not stated: nothing says that another entry is about the same. */
function bindMatter(names: readonly string[], fact: EventsFact): (event: Event) => string | undefined {
  const fields = names.map((name) => fieldOf(name, fact));
  return (event) => {
    const values = fields.map(({ type, read }) => {
      const value = read(event);
      if (value === undefined) return undefined;
      if (type === "integer" || type === "decimal") return formatAmount(value as Amount);
      return type === "date" ? formatDate(value as Day) : String(value);
    });
    return values.includes(undefined) ? undefined : JSON.stringify(values);
  };
}

/** All but the earliest of each kind; on one day the list tells which is first. */
function repetitions(standing: readonly number[], entries: readonly Weighed[]): ReadonlySet<number> {
  const inTime = [...standing].sort((a, b) => compareDays(entries[a]!.event.date, entries[b]!.event.date) || a - b);
  const seen = new Set<string>();
  return new Set(
    inTime.filter((i) => {
      const { kind } = entries[i]!.event;
      const again = seen.has(kind);
      seen.add(kind);
      return again;
    }),
  );
}

/** The greatest in size first, the first of the list on a tie. */
function byWeight(places: readonly number[], points: readonly Amount[]): readonly number[] {
  return [...places].sort((a, b) => order(sizeOf(points[b]!), sizeOf(points[a]!)) || a - b);
}

/** The sum of the least ends and of the greatest, of so many entries at most. */
function extremes(hulls: readonly Hull[], most: number): Pick<Hull, "least" | "most"> {
  const least = hulls.map((each) => each.least!).sort(order);
  const greatest = hulls.map((each) => each.most!).sort((a, b) => order(b, a));
  return { least: total(least.slice(0, most)), most: total(greatest.slice(0, most)) };
}

function endless({ least, most }: Hull): Pick<Hull, "least" | "most"> {
  return { least: order(least!, 0) < 0 ? null : 0, most: order(most!, 0) > 0 ? null : 0 };
}

function repeated({ least, most }: Hull, n: number): Pick<Hull, "least" | "most"> {
  const often = factor({ n: BigInt(n), d: 1n });
  return { least: times(least!, often), most: times(most!, often) };
}

function doubleHull(hull: Hull): Hull {
  return plusHulls(hull, hull);
}

function twice(points: Amount): Amount {
  return plus(points, points);
}

function sizeOf(points: Amount): Amount {
  return order(points, 0) < 0 ? negated(points) : points;
}

function total(points: readonly Amount[]): Amount {
  return points.reduce(plus, 0);
}
