/** The rule `events` applied again to the entries that its steps print: which count, for which line, and for how much. */
import type { EntryNote, Step } from "../model/assessment.js";
import type { EventsFact, SuppliedValue } from "../model/fact.js";
import type { DateText } from "../model/numbers.js";
import type { EventsRule } from "../model/scoring.js";
import { type Rational, ZERO, add, compare, lesser, multiply, numberOf, spelled, sum } from "./rational.js";
import type { Worked } from "./steps.js";
import { NUMERIC, exclusionOf, fieldOf, isSame, meets } from "./tests.js";

export interface Entries {
  /** As the steps print them, in the order of the list. */
  readonly notes: readonly EntryNote[];
  /** As the fact sheet has them. */
  readonly supplied: SuppliedValue | undefined;
  readonly fact: EventsFact;
  readonly asOf: DateText;
}

/** @throws RangeError where the steps print another entry than the fact sheet has. */
export function eventSteps(rule: EventsRule, { notes, supplied, fact, asOf }: Entries): Worked {
  const listed = Array.isArray(supplied) ? (supplied as readonly SuppliedValue[]) : [];
  notes.forEach((note, i) => checkEntry(note, listed[i], fact));
  const weighed = notes.map((note) => weigh(rule, note, fact, asOf));
  const counted = countAmong(rule, weighed, fact);
  const start = numberOf(rule.start);
  const steps = weighed.map((entry, index) => stepOf(rule, entry, counted[index]!, index));
  const result = add(start, sum(counted.map(({ points }) => points)));
  const terms = [spelled(start), ...steps.map(({ out }) => out)];
  return { value: result, steps: [...steps, { op: "events", in: terms, out: spelled(result) }] };
}

function checkEntry(note: EntryNote, supplied: SuppliedValue | undefined, { fields }: EventsFact): void {
  const given = (supplied ?? {}) as { readonly [key: string]: SuppliedValue };
  const isAlike = [{ name: "date", type: "date" }, { name: "kind", type: "choice" }, ...fields].every(
    ({ name, type }) => {
      const printed = fieldOf(name, note);
      return printed === undefined || isSame(printed, given[name], NUMERIC.has(type));
    },
  );
  if (!isAlike) throw new RangeError("an entry that the fact sheet does not have");
}

/** One entry by itself. */
interface Weighed {
  readonly note: EntryNote;
  readonly excluded: EntryNote["excluded"];
  /** −1: none fits, and it takes no part in what follows. */
  readonly line: number;
  readonly points: Rational;
  readonly restored?: { readonly line: number; readonly points: Rational };
}

function weigh(
  { lines, restore = [], ...rule }: EventsRule,
  note: EntryNote,
  fact: EventsFact,
  asOf: DateText,
): Weighed {
  const excluded = exclusionOf(note, rule, fact, asOf);
  const line = lines.findIndex(
    ({ kind, when }) => (kind === undefined || kind === note.kind) && (!when || meets(when, note, fact, asOf)),
  );
  if (excluded !== undefined || line < 0) return { note, excluded, line: -1, points: ZERO };
  const points = numberOf(lines[line]!.points);
  const back = points.n < 0n ? restore.findIndex(({ when }) => !when || meets(when, note, fact, asOf)) : -1;
  if (back < 0) return { note, excluded, line, points };
  const lost = { n: -points.n, d: points.d };
  const by = restore[back]!;
  const given = "share" in by ? multiply(lost, numberOf(by.share)) : lesser(lost, numberOf(by.points));
  return { note, excluded, line, points: add(points, given), restored: { line: back, points: given } };
}

interface Counted {
  readonly points: Rational;
  readonly matter?: number;
  readonly doubled?: true;
  readonly beyond?: true;
}

/** Of one matter the weightiest; of a kind the later ones double; of all so many of the weightiest. */
function countAmong(
  { oncePer, repeat, atMostCount }: EventsRule,
  entries: readonly Weighed[],
  fact: EventsFact,
): readonly Counted[] {
  const places = entries.flatMap(({ line }, i) => (line < 0 ? [] : [i]));
  const heads = new Map(places.map((i) => [i, oncePer ? headOf(i, places, entries, oncePer, fact) : i]));
  const standing = places.filter((i) => heads.get(i) === i);
  const isRepeated = (i: number): boolean =>
    repeat !== undefined && standing.some((other) => other !== i && isEarlierOfKind(other, i, entries));
  const points = entries.map((entry, i) =>
    standing.includes(i) && isRepeated(i) ? add(entry.points, entry.points) : entry.points,
  );
  const heaviest = [...standing].sort((a, b) => compare(sizeOf(points[b]!), sizeOf(points[a]!)) || a - b);
  const kept = new Set(heaviest.slice(0, atMostCount ?? standing.length));
  return entries.map(({ line }, i): Counted => {
    if (line < 0) return { points: ZERO };
    if (heads.get(i) !== i) return { points: ZERO, matter: heads.get(i)! };
    const doubled = isRepeated(i) ? { doubled: true as const } : {};
    return kept.has(i) ? { points: points[i]!, ...doubled } : { points: ZERO, ...doubled, beyond: true };
  });
}

/** Of entries that agree in all fields that make a matter; one that lacks a field is a matter of its own. */
function headOf(
  index: number,
  places: readonly number[],
  entries: readonly Weighed[],
  names: readonly string[],
  fact: EventsFact,
): number {
  const valuesOf = (i: number) => names.map((name) => fieldOf(name, entries[i]!.note));
  const own = valuesOf(index);
  if (own.includes(undefined)) return index;
  const isNumeric = names.map(
    (name) => name === "year" || NUMERIC.has(fact.fields.find((field) => field.name === name)?.type ?? ""),
  );
  const alike = places.filter((i) => valuesOf(i).every((value, k) => isSame(value, own[k], isNumeric[k]!)));
  return alike.reduce((head, i) => (compare(sizeOf(entries[i]!.points), sizeOf(entries[head]!.points)) > 0 ? i : head));
}

function isEarlierOfKind(a: number, b: number, entries: readonly Weighed[]): boolean {
  const [first, second] = [entries[a]!.note, entries[b]!.note];
  if (first.kind !== second.kind) return false;
  return first.date < second.date || (first.date === second.date && a < b);
}

function sizeOf(points: Rational): Rational {
  return points.n < 0n ? { n: -points.n, d: points.d } : points;
}

function stepOf(
  { lines }: EventsRule,
  { note, excluded, line, restored }: Weighed,
  counted: Counted,
  index: number,
): Step {
  const { points, matter, doubled, beyond } = counted;
  const isAltered = restored !== undefined || matter !== undefined || doubled || beyond;
  const told: EntryNote = {
    index,
    date: note.date,
    kind: note.kind,
    fields: note.fields,
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
