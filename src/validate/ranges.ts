/** No silent floor or cap: a node whose value can leave 0 to its points says what happens there. */
import type { Rounding } from "../model/numbers.js";
import type { Averaging, Coefficient, Combination, CountsAs, Effect, EffectAction, Limit } from "../model/rubric.js";
import { type Exact, ZERO, add, compare, exact, formatExact, subtract, sum } from "../base/exact.js";
import { round } from "../base/decimal.js";
import { pointer } from "../base/pointer.js";
import { isOrdinary, ordinaryOf } from "./outside.js";
import type { DeclaredFacts } from "./declared-facts.js";
import { all, someOf } from "./given.js";
import { reachOfCoefficient, timesExcess, timesReach } from "./coefficient.js";
import type { NodeDraft } from "./nodes.js";
import type { Report } from "./report.js";
import type { End, Reach } from "./rules/rule.js";
import { isOnGrid, stepOf } from "./rounding.js";
import { checkRule, reachOfRule } from "./rules/all.js";
import { reachOfShares } from "./shares.js";

/** What a node can be worth when it applies, after floor and cap. */
export interface Span extends Reach {
  /** How far the value can exceed what is available of what applies; absent: without end. */
  readonly excess?: Exact;
  readonly mayDrop: boolean;
  /** Whether its available points can be fewer than its points. */
  readonly loose: boolean;
}

/** A sheet, or a node of it, with what stands on it. */
export interface Limited {
  readonly id: string | undefined;
  readonly path: string;
  readonly report: Report;
  readonly points: string | undefined;
  readonly level: number;
  readonly countsAs: CountsAs | undefined;
  readonly floor: Limit | undefined;
  readonly cap: Limit | undefined;
  readonly round: Rounding | undefined;
  readonly limitsRead: boolean;
  readonly combine: Combination | undefined;
  /** `unread`: something is written that is no coefficient. */
  readonly coefficient: Coefficient | "unread" | undefined;
  readonly renormalise: boolean;
  readonly mayDrop: boolean;
  readonly effects: readonly Effect[] | undefined;
  readonly children: readonly NodeDraft[] | undefined;
}

/** Undefined where a rule reads facts that are declared elsewhere, or something below could not be read. */
export function checkLimits(root: Limited, facts: DeclaredFacts): Span | undefined {
  const spans = root.children?.map((child) => checkNode(child, facts));
  return checkGroup(root, spans, facts);
}

function checkNode(node: NodeDraft, facts: DeclaredFacts): Span | undefined {
  const children = () => node.children?.map((child) => checkNode(child, facts));
  const span = node.scoring ? checkLeaf(node, facts) : checkGroup(node, children(), facts);
  if (!span || node.instead === undefined) return span;
  // Floor and cap do not touch what a node is worth when it does not apply.
  const points = node.instead === "zero" ? ZERO : exact(node.points!);
  const excess = node.instead === "full" && span.excess && span.excess.n < 0n ? { excess: ZERO } : {};
  return { ...span, ...joined(span, points, "if_not_applicable"), ...excess };
}

function checkLeaf(node: NodeDraft, facts: DeclaredFacts): Span | undefined {
  const { scoring, points, whenMissing, report, path } = node;
  if (!scoring || points === undefined || !node.countsAs) return undefined;
  const before = report.errors();
  const told = report.count();
  const check = { path: pointer(path, "scoring"), report, points: exact(points), facts };
  checkRule(scoring, check);
  const rule = report.errors() === before ? reachOfRule(scoring, check) : undefined;
  const settled = rule && (whenMissing === undefined ? rule : joined(rule, exact(whenMissing), "when_missing"));
  const reach = settled && multiplied(settled, node, facts);
  if (!reach || !node.limitsRead) return undefined;
  const span = limited(node, reach);
  if (!span) return undefined;
  if (node.countsAs.kind === "deduction") {
    const takes = !span.low.value || span.low.value.n < 0n;
    if (!takes && report.count() === told) report.add("deduction-takes-nothing", path, {}, { part: "holder" });
    return { ...span, ...excessOver(span.high, points), mayDrop: node.mayDrop, loose: false };
  }
  const { value } = span.high;
  // A tier that nothing falls into has been told; it is why its points are out of reach.
  if (value && compare(value, exact(points)) < 0 && report.count() === told) {
    report.add("points-out-of-reach", pointer(path, "points"), { points, best: formatExact(value) });
  }
  return { ...span, ...excessOver(span.high, points), mayDrop: node.mayDrop, loose: false };
}

/** Undefined where nothing can be said of the coefficient. */
function multiplied(
  reach: Reach,
  { coefficient }: Pick<Limited, "coefficient">,
  facts: DeclaredFacts,
): Reach | undefined {
  if (coefficient === undefined) return reach;
  const by = coefficient === "unread" ? undefined : reachOfCoefficient(coefficient, facts);
  return by && timesReach(reach, by);
}

/** With points of another origin than the rule. */
function joined({ low, high }: Reach, points: Exact, witness: string): Reach {
  const end: End = { value: points, sample: points, witness };
  return {
    low: low.value && compare(points, low.value) < 0 ? end : low,
    high: high.value && compare(points, high.value) > 0 ? end : high,
  };
}

function checkGroup(
  node: Limited,
  children: readonly (Span | undefined)[] | undefined,
  facts: DeclaredFacts,
): Span | undefined {
  const spans = all(children);
  const { effects } = node;
  if (!spans || !effects || node.points === undefined || !node.limitsRead || node.combine === undefined)
    return undefined;
  if (node.combine !== "sum") return checkShares(node, node.combine, effects, spans, facts);
  if (!addsUp(node)) return undefined;
  const { core, beside, behind } = partsOf(node, spans);
  const points = exact(node.points);
  const isWhole = !node.children!.some(isOrdinary);
  const dropping = !isWhole && core.some(({ span }) => span.mayDrop || span.loose);
  const sums = totals(core);
  const coreExcess = totalExcess(core);
  const divided = node.renormalise && dropping ? rescaled(sums, coreExcess, points) : sums;
  const reach = multiplied(plusReach(divided, totals(beside)), node, facts);
  const span = reach && limited(node, effects.reduce(affected, reach), totals(behind));
  if (!span) return undefined;
  const joinedExcess = coreExcess && plusHighs(coreExcess, beside);
  const after = excessAfter(joinedExcess, plusReach(sums, totals(beside)).low, node, facts);
  const excess = after && plusHighs(effects.reduce(lifted, after), behind);
  const most = excess ?? span.high.value;
  const own: { excess?: Exact } =
    node.renormalise || !dropping ? excessOver(span.high, node.points) : { ...(most && { excess: most }) };
  const loose = dropping && !node.renormalise;
  if (loose && own.excess && (mayRoundUp(node, core) || isSetOffGrid(node)))
    own.excess = add(own.excess, stepOf(node.round!));
  return { ...span, ...own, mayDrop: node.mayDrop || core.every((each) => each.span.mayDrop), loose };
}

function excessAfter(excess: Exact | undefined, low: End, node: Limited, facts: DeclaredFacts): Exact | undefined {
  const { coefficient, points } = node;
  if (coefficient === undefined) return excess;
  const by = coefficient === "unread" ? undefined : reachOfCoefficient(coefficient, facts);
  return by && timesExcess(excess, low, by, exact(points!));
}

/** Shares are of what applies, so that the group's own points are available whenever anything does. */
function checkShares(
  node: Limited,
  combine: Averaging,
  effects: readonly Effect[],
  spans: readonly Span[],
  facts: DeclaredFacts,
): Span | undefined {
  const { core, beside, behind } = partsOf(node, spans);
  const weighted = combine === "weighted_mean";
  const shares = all(
    core.map(({ child: { id, path, points, weight }, span }) => {
      if (points === undefined || weight === "unread" || (weighted && weight === undefined)) return undefined;
      return { name: id ?? path, points, weight: weighted ? weight! : "1", span };
    }),
  );
  if (!shares || !node.children!.some(isOrdinary)) return undefined;
  const averaged = reachOfShares(combine, shares, node.points!);
  const reach = multiplied(plusReach(averaged, totals(beside)), node, facts);
  const span = reach && limited(node, effects.reduce(affected, reach), totals(behind));
  if (!span) return undefined;
  const mayDrop = node.mayDrop || core.every((each) => each.span.mayDrop);
  return { ...span, ...excessOver(span.high, node.points!), mayDrop, loose: false };
}

/** A child of a group, with how far it goes. */
interface Part {
  readonly child: NodeDraft;
  readonly span: Span;
}

/**
 * What is summed and perhaps divided; the bonuses and deductions that join it before the cap; the bonuses that nobody
 * absorbs, which join the sheet behind its cap. Where nothing is ordinary, all of it is the sum.
 */
function partsOf(node: Limited, spans: readonly Span[]) {
  const parts = node.children!.map((child, i): Part => ({ child, span: spans[i]! }));
  if (!parts.some(({ child }) => isOrdinary(child))) return { core: parts, beside: [], behind: [] };
  const outside = parts.filter(({ child }) => !isOrdinary(child));
  const isBehind = ({ child: { countsAs } }: Part): boolean =>
    node.level === 0 && countsAs?.kind === "bonus" && countsAs.absorbedBy === "none";
  return {
    core: parts.filter(({ child }) => isOrdinary(child)),
    beside: outside.filter((part) => !isBehind(part)),
    behind: outside.filter(isBehind),
  };
}

function totals(parts: readonly Part[]): Reach {
  return { low: total(parts, "low"), high: total(parts, "high") };
}

function plusReach(a: Reach, b: Reach): Reach {
  return { low: plusEnd(a.low, b.low), high: plusEnd(a.high, b.high) };
}

function plusEnd(a: End, b: End): End {
  return {
    ...(a.value && b.value && { value: add(a.value, b.value) }),
    sample: add(a.sample, b.sample),
    witness: [a.witness, b.witness].filter((each) => each !== "").join(", "),
  };
}

/** What stands outside the division adds to what a group is worth, and nothing to what it has available. */
function plusHighs(excess: Exact, parts: readonly Part[]): Exact | undefined {
  const highs = all(parts.map(({ span }) => span.high.value));
  return highs && sum([excess, ...highs.filter(({ n }) => n > 0n)]);
}

/** An effect may hold, and it may not. */
function affected({ low, high }: Reach, { action }: Effect): Reach {
  if (action.kind === "veto") return { low, high };
  if (action.kind !== "at_most") return joined({ low, high }, setTo(action), "effects");
  const most = exact(action.points);
  return { low: joined({ low, high }, most, "effects").low, high };
}

/** With fewer points available than the node has, what an effect sets is beyond them by all of it at most. */
function lifted(excess: Exact, { action }: Effect): Exact {
  if (action.kind === "veto" || action.kind === "at_most") return excess;
  return compare(setTo(action), excess) > 0 ? setTo(action) : excess;
}

function setTo(action: EffectAction): Exact {
  return "points" in action ? exact(action.points) : ZERO;
}

function isSetOffGrid({ round, effects = [] }: Limited): boolean {
  return round !== undefined && effects.some(({ action }) => "points" in action && !isOnGrid(action.points, round));
}

/** What is left when something drops out lies on the grid of the rounding only if everything does that may drop out. */
function mayRoundUp({ round }: Limited, core: readonly Part[]): boolean {
  return (
    round !== undefined &&
    (core.some(({ span }) => span.loose) || !core.every(({ child }) => isOnGrid(child.points!, round)))
  );
}

/** Where they do not, that has been said, and what the group can come to follows from it. */
function addsUp({ points, children }: Limited): boolean {
  const ordinary = children && ordinaryOf(children);
  if (!ordinary || points === undefined) return false;
  const parts = all(ordinary.map((child) => child.points));
  return ordinary.length === 0 || (parts !== undefined && compare(sum(parts.map(exact)), exact(points)) === 0);
}

/** Something that may be dropped adds to the extreme only where it makes it more extreme. */
function total(parts: readonly Part[], side: "low" | "high"): End {
  const out = (value: Exact) => (side === "low" ? value.n < 0n : value.n > 0n);
  const counted = parts.filter(({ span }) => !span.mayDrop || out(span[side].sample)).map(({ span }) => span[side]);
  const values = all(counted.map((end) => end.value));
  const causes = parts.filter((part) => isExtreme(part, side)).map(({ child }) => child.id ?? child.path);
  return {
    ...(values && { value: sum(values) }),
    sample: sum(counted.map((end) => end.sample)),
    witness: someOf(causes).join(", "),
  };
}

/** What lies below 0; or above what is available, of which a bonus brings none. */
function isExtreme({ child, span }: Part, side: "low" | "high"): boolean {
  if (side === "low") return span.low.sample.n < 0n;
  return isOrdinary(child) ? !span.excess || span.excess.n > 0n : span.high.sample.n > 0n;
}

function totalExcess(core: readonly Part[]): Exact | undefined {
  const parts = all(core.map(({ span }) => span.excess && (span.mayDrop && span.excess.n < 0n ? ZERO : span.excess)));
  return parts && sum(parts);
}

/** Divided by what applies, a value leaves 0 to the points exactly when it left 0 to what is available before. */
function rescaled({ low, high }: Reach, excess: Exact | undefined, points: Exact): Reach {
  const within = excess !== undefined && excess.n <= 0n;
  const over = excess === undefined ? high.sample : add(points, excess);
  return {
    low:
      low.value && low.sample.n >= 0n
        ? { ...low, value: ZERO, sample: ZERO }
        : { sample: low.sample, witness: low.witness },
    high: within ? { ...high, value: points, sample: points } : { sample: over, witness: high.witness },
  };
}

/**
 * Reports what is not stated, and applies floor and cap: an unstated one as if it stood there, to say it only once.
 * `behind` joins behind the cap.
 * Undefined where the two contradict each other.
 */
function limited(
  node: Pick<Limited, "path" | "report" | "points" | "countsAs" | "floor" | "cap" | "round">,
  { low, high }: Reach,
  behind?: Reach,
): Reach | undefined {
  const { path, report, floor, cap } = node;
  const isDeduction = node.countsAs?.kind === "deduction";
  const points = exact(node.points!);
  const falls = !low.value || compare(low.value, ZERO) < 0;
  const rises = !high.value || compare(high.value, points) > 0;
  // That a deduction falls is what it is for: how far, it has been asked already.
  if (falls && floor === undefined && !isDeduction) {
    report.add("floor-unstated", path, { value: formatExact(low.sample), witness: low.witness }, { part: "holder" });
  }
  if (rises && isDeduction) {
    report.add("deduction-rises", path, { value: formatExact(high.sample), witness: high.witness }, { part: "holder" });
  } else if (rises && cap === undefined) {
    const data = { value: formatExact(high.sample), witness: high.witness, points: node.points! };
    report.add("cap-unstated", path, data, { part: "holder" });
  }
  const least = limit(floor, falls && !isDeduction ? ZERO : undefined);
  const most = limit(cap, rises ? points : undefined);
  const highest = most ?? (cap === "none" ? undefined : points);
  if (least && highest && compare(least, highest) > 0) {
    report.add("floor-above-cap", pointer(path, "floor"), { floor: formatExact(least), cap: formatExact(highest) });
    return undefined;
  }
  const within = { low: cut(low, "low", least, most), high: cut(high, "high", least, most) };
  const joined = behind ? plusReach(within, behind) : within;
  return { low: rounded(joined.low, node.round), high: rounded(joined.high, node.round) };
}

/** Rounding never changes the order of two values, so the ends stay the ends. */
function rounded(end: End, rounding: Rounding | undefined): End {
  if (!rounding) return end;
  return { ...end, ...(end.value && { value: round(end.value, rounding) }), sample: round(end.sample, rounding) };
}

function limit(stated: Limit | undefined, unstated: Exact | undefined): Exact | undefined {
  if (stated === undefined) return unstated;
  return stated === "none" ? undefined : exact(stated);
}

/** An end that does not exist is cut only from its own side. */
function cut(end: End, side: "low" | "high", least: Exact | undefined, most: Exact | undefined): End {
  let { value } = end;
  if (least) value = value ? (compare(value, least) < 0 ? least : value) : side === "low" ? least : undefined;
  if (most) value = value ? (compare(value, most) > 0 ? most : value) : side === "high" ? most : undefined;
  return value ? { ...end, value, sample: value } : end;
}

function excessOver(high: End, points: string): { readonly excess?: Exact } {
  return high.value ? { excess: subtract(high.value, exact(points)) } : {};
}
