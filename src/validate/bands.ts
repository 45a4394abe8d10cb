/** `bands:`, best first: every score lies in exactly one, and the first that is missing is shown. */
import { type Exact, compare, divide, exact, formatExact, fraction, multiply, readExact } from "../base/exact.js";
import { describeInterval } from "../base/interval.js";
import { pointer } from "../base/pointer.js";
import { places } from "../messages/validate.js";
import type { DocumentValue } from "../model/document.js";
import type { Bound, DecimalText, Interval, Rounding } from "../model/numbers.js";
import type { Band } from "../model/rubric.js";
import type { Domain } from "./domain.js";
import { given } from "./given.js";
import { boundKeys, intervalOf, keyOfEnd } from "./intervals.js";
import { partitionFaults } from "./partition.js";
import type { Report } from "./report.js";
import { type SchemeReading, readNamed } from "./requirements.js";
import { byCulprit } from "./rules/culprit.js";
import { id, text } from "./scalars.js";
import type { ScoreRange } from "./score-range.js";
import { part, shape } from "./shape.js";
import { readTitle } from "./titles.js";
import { optional, strictObject } from "./zod.js";

export const bandShape = strictObject({
  id,
  title: optional(part("title")),
  clause: optional(text),
  source: optional(id),
  ...boundKeys,
});

interface BandsReading extends SchemeReading {
  /** Of the score; undefined where nothing is known about it, and no fault would be certain. */
  readonly range: ScoreRange | undefined;
  readonly round: Rounding | undefined;
}

export function readBands(value: DocumentValue | undefined, reading: BandsReading): readonly Band[] | undefined {
  const bands = readNamed(value, "/bands", undefined, reading, (entry, path, report) =>
    readBand(entry, path, report, reading),
  );
  if (bands && bands.length > 0) checkLadder(bands, reading);
  return bands;
}

function readBand(value: DocumentValue, path: string, report: Report, { header }: SchemeReading): Band | undefined {
  const { ok, fields } = shape(bandShape, value, path, report);
  const title = readTitle(fields.title, pointer(path, "title"), report);
  header.checkSource(fields.source, pointer(path, "source"), report);
  const interval = ok ? intervalOf(fields, path, report) : undefined;
  if (!ok || !interval || (fields.title !== undefined && title === undefined)) return undefined;
  return given({ id: fields.id, title, clause: fields.clause, source: fields.source, interval, path });
}

function checkLadder(bands: readonly Band[], { range, round, report }: BandsReading): void {
  if (!range) return;
  const grid = round && fraction(10n ** BigInt(round.places), 1n);
  const faults = partitionFaults(
    bands.map(({ interval }) => (grid ? scaled(interval, grid) : interval)),
    domainOf(range, grid),
  );
  const back = (witness: string): string => (grid ? formatExact(divide(readExact(witness), grid)) : witness);
  for (const fault of faults) {
    if (fault.kind === "unreachable")
      report.add("band-unreachable", pointer("/bands", fault.at), { band: bands[fault.at]!.id });
    if (fault.kind === "gap") {
      const { hole, witness, after, before } = fault;
      const gap = describeInterval(grid ? scaled(hole, divide(ONE, grid)) : hole).map(([word, n]) => `${word}: ${n}`);
      const above = before === undefined ? undefined : endPath(bands[before]!, "low");
      const below = after === undefined ? undefined : endPath(bands[after]!, "high");
      const at = above ?? below;
      report.add(
        "band-gap",
        at ?? "/bands",
        { witness: back(witness), gap: gap.length === 0 ? ["at_least: 0"] : gap },
        { part: at === undefined ? "key" : "value" },
      );
    }
  }
  const overlaps = faults.filter((fault) => fault.kind === "overlap");
  for (const { culprit, partners, faults: met } of byCulprit(overlaps)) {
    const [first, second] = [bands[partners[0]!]!, bands[culprit]!];
    const related = partners.map((at) => ({ path: pointer("/bands", at), message: places.otherTier }));
    const data = { witness: back(met[0]!.witness), first: first.id, second: second.id };
    report.add("band-overlap", overlapPath(second, first, partners.length), data, { related });
  }
  if (overlaps.length === 0) checkOrder(bands, report);
}

const ONE: Exact = fraction(1n, 1n);

function domainOf({ low, high }: ScoreRange, grid: Exact | undefined): Domain {
  const end = (value: Exact) => ({ value: grid ? multiply(value, grid) : value, inclusive: true });
  return { integer: grid !== undefined, ...(low && { low: end(low) }), ...(high && { high: end(high) }) };
}

function scaled({ low, high }: Interval, by: Exact): Interval {
  const bound = ({ value, inclusive }: Bound): Bound => ({
    value: formatExact(multiply(exact(value), by)) as DecimalText,
    inclusive,
  });
  return { ...(low && { low: bound(low) }), ...(high && { high: bound(high) }) };
}

function checkOrder(bands: readonly Band[], report: Report): void {
  const wrong = bands.findIndex(({ interval }, i) => i > 0 && !isAbove(bands[i - 1]!.interval, interval));
  if (wrong < 0) return;
  const data = { band: bands[wrong]!.id, other: bands[wrong - 1]!.id };
  report.add("bands-not-in-order", bands[wrong]!.path, data);
}

/** They do not overlap: then their upper ends tell. */
function isAbove(better: Interval, worse: Interval): boolean {
  if (!better.high) return true;
  return worse.high !== undefined && compare(exact(better.high.value), exact(worse.high.value)) >= 0;
}

/** The end that reaches into the other band; of several, or where there is none, the band. */
function overlapPath(band: Band, other: Band, count: number): string {
  if (count > 1) return band.path;
  const [own, its] = [band.interval.low, other.interval.low];
  const isBelow = !own || (its !== undefined && compare(exact(own.value), exact(its.value)) < 0);
  return endPath(band, isBelow ? "high" : "low");
}

/** The number at one end of a band; the band itself where that end is open. */
function endPath({ interval, path }: Band, end: "low" | "high"): string {
  const key = keyOfEnd(interval, end);
  return key === undefined ? path : pointer(path, key);
}
