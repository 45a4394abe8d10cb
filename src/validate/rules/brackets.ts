/** Brackets of numbers with points: the tiers of `tiers`, and those of a checklist's ladder. */
import type { DocumentValue } from "../../model/document.js";
import type { Tier } from "../../model/scoring.js";
import { compare, exact } from "../../base/exact.js";
import { describeInterval } from "../../base/interval.js";
import { pointer } from "../../base/pointer.js";
import { places } from "../../messages/validate.js";
import type { Domain } from "../domain.js";
import { all } from "../given.js";
import { boundKeys, intervalOf, keyOfEnd } from "../intervals.js";
import { type PartitionFault, partitionFaults } from "../partition.js";
import type { Report } from "../report.js";
import { decimal } from "../scalars.js";
import { givenList, shape } from "../shape.js";
import { strictObject } from "../zod.js";
import { byCulprit } from "./culprit.js";
import { gapWords } from "./gap.js";
import { type Reach, reachOf } from "./rule.js";

export const tierShape = strictObject({ ...boundKeys, points: decimal });

export function readTiers(value: DocumentValue | undefined, path: string, report: Report): readonly Tier[] | undefined {
  return all(givenList(value, path, report)?.map((tier, i) => readTier(tier, pointer(path, i), report)));
}

function readTier(value: DocumentValue, path: string, report: Report): Tier | undefined {
  const { ok, fields } = shape(tierShape, value, path, report);
  if (!ok) return undefined;
  const interval = intervalOf(fields, path, report);
  return interval && { interval, points: fields.points };
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
export function reachOfTiers(tiers: readonly Tier[], domain: Domain, what: string): Reach | undefined {
  const intervals = tiers.map(({ interval }) => interval);
  const faults = partitionFaults(intervals, domain);
  const unreachable = new Set(faults.map((fault) => (fault.kind === "unreachable" ? fault.at : -1)));
  const results = tiers
    .filter((_, i) => !unreachable.has(i))
    .map((tier) => ({ points: exact(tier.points), witness: `${what}: ${words(tier)}` }));
  return results.length === 0 ? undefined : reachOf(results, compare);
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

function words({ interval }: Tier): string {
  return describeInterval(interval)
    .map(([word, number]) => `${word} ${number}`)
    .join(", ");
}
