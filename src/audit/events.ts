/** The rule `events` applied again to the entries of the fact sheet: which count, for which line, and for how much. */
import type { EntryNote, Step } from "../model/assessment.js";
import type { EventsFact } from "../model/fact.js";
import type { DateText } from "../model/numbers.js";
import type { EventsRule } from "../model/scoring.js";
import { type Rational, ZERO, add, compare, lesser, multiply, numberOf, spelled, sum } from "./rational.js";
import type { Worked } from "./steps.js";
import type { PrintedEntry } from "./supplied.js";
import { exclusionOf, fieldOf, meets } from "./tests.js";

/** What the rule counts. */
export interface Entries {
  /** As the fact sheet has them, in its order. */
  readonly entries: readonly PrintedEntry[];
  readonly fact: EventsFact;
  readonly asOf: DateText;
}

export function eventSteps(rule: EventsRule, { entries, fact, asOf }: Entries): Worked {
  const weighed = entries.map((entry) => weigh(rule, entry, fact, asOf));
  const counted = countAmong(rule, weighed);
  const start = numberOf(rule.start);
  const steps = weighed.map((entry, index) => stepOf(rule, entry, counted[index]!, index));
  const result = add(start, sum(counted.map(({ points }) => points)));
  const terms = [spelled(start), ...steps.map(({ out }) => out)];
  return { value: result, steps: [...steps, { op: "events", in: terms, out: spelled(result) }] };
}

/** One entry by itself. */
interface Weighed {
  readonly entry: PrintedEntry;
  readonly excluded: EntryNote["excluded"];
  /** −1: none fits, and it takes no part in what follows. */
  readonly line: number;
  readonly points: Rational;
  readonly restored?: { readonly line: number; readonly points: Rational };
}

function weigh(
  { lines, restore = [], ...rule }: EventsRule,
  entry: PrintedEntry,
  fact: EventsFact,
  asOf: DateText,
): Weighed {
  const excluded = exclusionOf(entry, rule, fact, asOf);
  const line = lines.findIndex(
    ({ kind, when }) => (kind === undefined || kind === entry.kind) && (!when || meets(when, entry, fact, asOf)),
  );
  if (excluded !== undefined || line < 0) return { entry, excluded, line: -1, points: ZERO };
  const points = numberOf(lines[line]!.points);
  const back = points.n < 0n ? restore.findIndex(({ when }) => !when || meets(when, entry, fact, asOf)) : -1;
  if (back < 0) return { entry, excluded, line, points };
  const lost = { n: -points.n, d: points.d };
  const by = restore[back]!;
  const given = "share" in by ? multiply(lost, numberOf(by.share)) : lesser(lost, numberOf(by.points));
  return { entry, excluded, line, points: add(points, given), restored: { line: back, points: given } };
}

interface Counted {
  readonly points: Rational;
  readonly matter?: number;
  readonly doubled?: true;
  readonly beyond?: true;
}

/** Of one matter the weightiest; of a kind the later ones double; of all so many of the weightiest. */
function countAmong({ oncePer, repeat, atMostCount }: EventsRule, entries: readonly Weighed[]): readonly Counted[] {
  const places = entries.flatMap(({ line }, i) => (line < 0 ? [] : [i]));
  const heads = oncePer ? headsOf(places, entries, oncePer) : new Map(places.map((i) => [i, i]));
  const standing = places.filter((i) => heads.get(i) === i);
  const repeated = repeat === undefined ? new Set<number>() : repetitions(standing, entries);
  const points = entries.map(({ points: own }, i) => (repeated.has(i) ? add(own, own) : own));
  const heaviest = [...standing].sort((a, b) => compare(sizeOf(points[b]!), sizeOf(points[a]!)) || a - b);
  const kept = new Set(heaviest.slice(0, atMostCount ?? standing.length));
  return entries.map(({ line }, i): Counted => {
    if (line < 0) return { points: ZERO };
    if (heads.get(i) !== i) return { points: ZERO, matter: heads.get(i)! };
    const doubled = repeated.has(i) ? { doubled: true as const } : {};
    return kept.has(i) ? { points: points[i]!, ...doubled } : { points: ZERO, ...doubled, beyond: true };
  });
}

/** Of entries that agree in all fields that make a matter; one that lacks a field is a matter of its own. */
function headsOf(
  places: readonly number[],
  entries: readonly Weighed[],
  names: readonly string[],
): ReadonlyMap<number, number> {
  const matters = new Map<string, number[]>();
  for (const i of places) {
    const values = names.map((name) => fieldOf(name, entries[i]!.entry));
    const key = values.includes(undefined) ? String(i) : JSON.stringify(values);
    matters.set(key, [...(matters.get(key) ?? []), i]);
  }
  const isHeavier = (a: number, b: number): boolean =>
    compare(sizeOf(entries[a]!.points), sizeOf(entries[b]!.points)) > 0;
  const heads = new Map<number, number>();
  for (const alike of matters.values()) {
    const head = alike.reduce((best, i) => (isHeavier(i, best) ? i : best));
    for (const i of alike) heads.set(i, head);
  }
  return heads;
}

/** All but the first of each kind, by date, then as the list has them. */
function repetitions(standing: readonly number[], entries: readonly Weighed[]): ReadonlySet<number> {
  const dateOf = (i: number): string => entries[i]!.entry.date;
  const first = new Map<string, number>();
  for (const i of standing) {
    const { kind } = entries[i]!.entry;
    const before = first.get(kind);
    if (before === undefined || dateOf(i) < dateOf(before)) first.set(kind, i);
  }
  return new Set(standing.filter((i) => first.get(entries[i]!.entry.kind) !== i));
}

function sizeOf(points: Rational): Rational {
  return points.n < 0n ? { n: -points.n, d: points.d } : points;
}

function stepOf(
  { lines }: EventsRule,
  { entry, excluded, line, restored }: Weighed,
  counted: Counted,
  index: number,
): Step {
  const { points, matter, doubled, beyond } = counted;
  const isAltered = restored !== undefined || matter !== undefined || doubled || beyond;
  const told: EntryNote = {
    index,
    date: entry.date,
    kind: entry.kind,
    fields: entry.fields,
    counted: excluded === undefined && matter === undefined && !beyond,
    ...(excluded === undefined ? { line: line < 0 ? null : line } : { excluded }),
    ...(isAltered && { points: spelled(numberOf(lines[line]!.points)) }),
    ...(restored && { restored: { line: restored.line, points: spelled(restored.points) } }),
    ...(matter !== undefined && { matter }),
    ...(doubled && { doubled }),
    ...(beyond && { beyond }),
  };
  return { op: "event", in: [], out: spelled(points), note: { ...told } };
}
