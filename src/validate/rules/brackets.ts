/** Brackets of numbers with points: the tiers of `tiers`, and those of a checklist's ladder. */
import type { DocumentValue } from "../../model/document.js";
import type { SteppedTier, Tier } from "../../model/scoring.js";
import { type Exact, compare, exact } from "../../base/exact.js";
import { contains, describeInterval } from "../../base/interval.js";
import { pointer } from "../../base/pointer.js";
import { places } from "../../messages/validate.js";
import { type Domain, intersection } from "../domain.js";
import { all, given } from "../given.js";
import { boundKeys, intervalOf, keyOfEnd } from "../intervals.js";
import { type PartitionFault, partitionFaults, toDomain } from "../partition.js";
import type { Report } from "../report.js";
import { decimal, oneOf, positive } from "../scalars.js";
import { givenList, part, shape } from "../shape.js";
import { optional, strictObject } from "../zod.js";
import { byCulprit } from "./culprit.js";
import { gapWords } from "./gap.js";
import { type Reach, widest } from "./rule.js";
import { reachOfSteps } from "./steps.js";

export const tierShape = strictObject({ ...boundKeys, points: decimal });
export const steppedTierShape = strictObject({ ...boundKeys, points: decimal, steps: optional(part("tier-steps")) });
export const tierStepsShape = strictObject({
  from: optional(decimal),
  per: positive,
  points: decimal,
  partial: oneOf(["floor", "ceil", "interpolate"]),
});

export function readTiers(value: DocumentValue | undefined, path: string, report: Report): readonly Tier[] | undefined {
  return all(givenList(value, path, report)?.map((tier, i) => readTier(tier, pointer(path, i), report)));
}

function readTier(value: DocumentValue, path: string, report: Report): Tier | undefined {
  const { ok, fields } = shape(tierShape, value, path, report);
  if (!ok) return undefined;
  const interval = intervalOf(fields, path, report);
  return interval && { interval, points: fields.points };
}

/** The same, each with steps of its own where it has some. */
export function readSteppedTiers(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
): readonly SteppedTier[] | undefined {
  return all(givenList(value, path, report)?.map((tier, i) => readSteppedTier(tier, pointer(path, i), report)));
}

function readSteppedTier(value: DocumentValue, path: string, report: Report): SteppedTier | undefined {
  const { ok, fields } = shape(steppedTierShape, value, path, report);
  const at = pointer(path, "steps");
  const inner = shape(tierStepsShape, fields.steps, at, report);
  const interval = ok ? intervalOf(fields, path, report) : undefined;
  if (!ok || !interval) return undefined;
  if (fields.steps === undefined) return { interval, points: fields.points };
  if (!inner.ok) return undefined;
  const { from = interval.low?.value, per, points, partial } = inner.fields;
  if (from === undefined) {
    report.add("steps-without-from", at, {}, { part: "key" });
    return undefined;
  }
  const closure = {
    ...(interval.low && { low: { ...interval.low, inclusive: true } }),
    ...(interval.high && { high: { ...interval.high, inclusive: true } }),
  };
  if (!contains(closure, exact(from))) {
    report.add("steps-from-outside", pointer(at, "from"), { from, tier: words({ interval }) });
    return undefined;
  }
  return given({ interval, points: fields.points, steps: { from, per, points, partial } });
}

/** `what` is the number in the author's words: a fact, or the number of items. */
export function checkTiers(tiers: readonly Tier[], domain: Domain, what: string, path: string, report: Report): void {
  const intervals = tiers.map(({ interval }) => interval);
  const faults = partitionFaults(intervals, domain);
  for (const fault of faults) {
    if (fault.kind === "unreachable") {
      report.add("tier-unreachable", pointer(path, fault.at), { what, tier: words(tiers[fault.at]!) });
    } else if (fault.kind === "gap") {
      reportGap(fault, tiers, domain.integer, what, path, report);
    }
  }
  reportOverlaps(
    faults.filter((fault) => fault.kind === "overlap"),
    tiers,
    what,
    path,
    report,
  );
}

/** The points of brackets that some value of the domain falls into. */
export function reachOfTiers(
  tiers: readonly SteppedTier[],
  domain: Domain,
  what: string,
  full: Exact,
): Reach | undefined {
  const intervals = tiers.map(({ interval }) => interval);
  const faults = partitionFaults(intervals, domain);
  const unreachable = new Set(faults.map((fault) => (fault.kind === "unreachable" ? fault.at : -1)));
  const reaches = tiers.filter((_, i) => !unreachable.has(i)).map((tier) => reachOfTier(tier, domain, what, full));
  return reaches.length === 0 ? undefined : widest(reaches);
}

function reachOfTier(tier: SteppedTier, domain: Domain, what: string, full: Exact): Reach {
  const { interval, points, steps } = tier;
  if (steps) {
    const stepping = { rule: "steps" as const, fact: what, ...steps, start: steps.from, base: points, bothWays: true };
    return reachOfSteps(stepping, intersection(domain, toDomain(interval)), full);
  }
  const end = { value: exact(points), sample: exact(points), witness: `${what}: ${words(tier)}` };
  return { low: end, high: end };
}

type Overlap = Extract<PartitionFault, { kind: "overlap" }>;

function reportOverlaps(
  overlaps: readonly Overlap[],
  tiers: readonly Tier[],
  what: string,
  path: string,
  report: Report,
): void {
  for (const { culprit, partners, faults } of byCulprit(overlaps)) {
    const related = partners.map((at) => ({ path: pointer(path, at), message: places.otherTier }));
    const data = {
      what,
      witness: faults[0]!.witness,
      first: words(tiers[partners[0]!]!),
      second: words(tiers[culprit]!),
    };
    report.add("tier-overlap", overlapPath(tiers, culprit, partners, path), data, { related });
  }
}

/** The end that reaches into the other tier; of several, or where there is none, the tier. */
function overlapPath(tiers: readonly Tier[], culprit: number, partners: readonly number[], path: string): string {
  const tier = tiers[culprit]!;
  const at = pointer(path, culprit);
  if (partners.length > 1) return at;
  const other = tiers[partners[0]!]!.interval;
  const [own, its] = [tier.interval.low, other.low];
  const isBelow = !own || (its !== undefined && compare(exact(own.value), exact(its.value)) < 0);
  return endPath(tier, at, isBelow ? "high" : "low");
}

function reportGap(
  { witness, hole, after, before }: Extract<PartitionFault, { kind: "gap" }>,
  tiers: readonly Tier[],
  integer: boolean,
  what: string,
  path: string,
  report: Report,
): void {
  const { message, data } = gapWords(hole, integer);
  const above = before === undefined ? undefined : endPath(tiers[before]!, pointer(path, before), "low");
  const below = after === undefined ? undefined : endPath(tiers[after]!, pointer(path, after), "high");
  const related = above !== undefined && below !== undefined ? [{ path: below, message: places.tierBelow }] : [];
  const at = above ?? below;
  const part = at === undefined ? "key" : "value";
  report.add("tier-gap", at ?? path, { what, witness, ...data }, { part, message, related });
}

/** The number at one end of a tier; the tier itself where that end is open. */
function endPath({ interval }: Tier, path: string, end: "low" | "high"): string {
  const key = keyOfEnd(interval, end);
  return key === undefined ? path : pointer(path, key);
}

function words({ interval }: Pick<Tier, "interval">): string {
  return describeInterval(interval)
    .map(([word, number]) => `${word} ${number}`)
    .join(", ");
}
