/** How far a node can go whatever the facts are: what a floor or a cap has to be said for. */
import { has, isList, isMap, map, maps, number } from "../oracle/plain.js";
import { add, div, mul, less, fraction, ONE, print, sub, whole, ZERO } from "../oracle/rational.js";
import { multiplierOf, product } from "../oracle/coefficient.js";
import { averages } from "../oracle/mean.js";
import { declaredDomain, declaredFacts } from "../oracle/facts.js";
import { amount } from "../oracle/rules.js";
import { ruleHull } from "../oracle/reach.js";
import { withLimits } from "../oracle/leaf.js";
import { absorbs, isLate, isOrdinary, isSummed, isTop, pointsOf } from "../oracle/outside.js";
import { readSpan, single, sum, times, union } from "../oracle/span.js";
import { mustDay } from "../oracle/calendar.js";
import { setsPoints } from "./effects.js";
import { emit, emitInt, tenth } from "./numbers.js";
import type { Facts } from "../oracle/facts.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Hull, Span } from "../oracle/span.js";
import type { Random } from "./prng.js";

/** Nothing is known and derived facts are anything their range allows: wider than true, never narrower. */
function nothingKnown(documents: readonly PlainMap[]): Facts {
  const declarations = declaredFacts(documents);
  return {
    asOf: mustDay("2024-01-01"),
    declarations,
    know: (id) => ({
      state: "unknown",
      domain: declaredDomain(map(declarations.get(id))),
      mayGoMissing: true,
      mayChange: true,
    }),
  };
}

/**
 * Nearer to an end that does not belong to it than to any number of a document: at the end itself a step more might be
 * counted, which no value ever reaches.
 */
const HAIR = tenth(35);

function inside(domain: Span): Span {
  const lo = domain.lo !== null && domain.loOpen ? add(domain.lo, HAIR) : domain.lo;
  const hi = domain.hi !== null && domain.hiOpen ? sub(domain.hi, HAIR) : domain.hi;
  return { ...domain, lo, hi };
}

/** The same of the ranges of facts and of the tiers that hold steps, wherever they stand. */
export function pulledIn(value: Plain | undefined): Plain {
  if (isList(value)) return value.map(pulledIn);
  if (!isMap(value)) return value ?? null;
  const parts = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, pulledIn(part)]));
  const range = isMap(value["range"]) ? { range: { ...value["range"], ...openEnds(value["range"]) } } : {};
  if (!isMap(value["steps"])) return { ...parts, ...range };
  const from = value["steps"]["from"] ?? value["at_least"] ?? value["above"];
  return { ...parts, ...range, steps: { ...value["steps"], from }, ...openEnds(value) };
}

function openEnds(interval: PlainMap): PlainMap {
  const { lo, hi, loOpen, hiOpen } = inside(readSpan(interval, false));
  return {
    ...(lo !== null && loOpen ? { above: print(lo) } : {}),
    ...(hi !== null && hiOpen ? { below: print(hi) } : {}),
  };
}

export function leafRange(leaf: PlainMap, facts: PlainMap): Hull {
  const known = nothingKnown([{ facts, indicators: [leaf] }]);
  const hull = ruleHull(leaf, known);
  const open = has(leaf, "when_missing") ? union(hull, single(amount(leaf["when_missing"], pointsOf(leaf)))) : hull;
  return replaced(leaf, multiplied(leaf, open, known));
}

function multiplied(node: PlainMap, hull: Hull, known: Facts): Hull {
  const by = multiplierOf(node, known);
  return by === undefined ? hull : product(hull, by.hull);
}

/** A node with how far it goes; `over`: it can be worth more than what it has available. */
export interface Limited {
  readonly node: PlainMap;
  readonly range: Hull;
  readonly over: boolean;
}

/** How far a group goes; `late` is what joins behind its cap. */
export interface GroupRange {
  readonly range: Hull;
  readonly late: Hull;
}

/**
 * The sum of the children, each of which may drop out, and what is added to it. Under renormalisation one child worth more than it has available
 * can carry the group beyond its points, and there is no telling how far.
 */
export function groupRange(group: PlainMap, children: readonly Limited[], facts: PlainMap): GroupRange {
  const summed = children.filter(({ node }) => isSummed(group, node));
  const outside = children.filter(({ node }) => !isSummed(group, node));
  const averaged = averages(group) && !has(group, "each");
  const combined = averaged ? averagedRange(group, summed) : dividedRange(group, summed);
  const joined = [combined, addedUp(outside.filter(({ node }) => !isLate(group, node)))].reduce(sum);
  const range = multiplied(group, joined, nothingKnown([{ facts }]));
  return { range: replaced(group, range), late: addedUp(outside.filter(({ node }) => isLate(group, node))) };
}

function averagedRange(group: PlainMap, summed: readonly Limited[]): Hull {
  return times(summed.map(shareRange).reduce(union), number(group["points"]));
}

function addedUp(children: readonly Limited[]): Hull {
  return children.map(({ range }) => union(range, single(ZERO))).reduce(sum, single(ZERO));
}

function dividedRange(group: PlainMap, summed: readonly Limited[]): Hull {
  const raw = addedUp(summed);
  if (group["renormalise"] !== true && !has(group, "each")) return raw;
  const low = raw.lo !== null && !less(raw.lo, ZERO);
  const high = summed.every(({ over }) => !over);
  return { lo: low ? ZERO : null, hi: high ? number(group["points"]) : null };
}

/** What a child can earn of its available points, which of a group may be fewer than its points. */
function shareRange({ node, range, over }: Limited): Hull {
  if (!has(node, "indicators")) return times(range, div(ONE, number(node["points"])));
  return { lo: range.lo !== null && !less(range.lo, ZERO) ? ZERO : null, hi: over ? null : ONE };
}

/** A group without renormalisation has less available than its points, and a cap that speaks of its points does not help. */
export function isOver(node: PlainMap, range: Hull, children: readonly Limited[]): boolean {
  if (!isOrdinary(node)) return range.hi === null || less(ZERO, range.hi);
  const beyond = range.hi === null || less(number(node["points"]), range.hi);
  // Rounded up, a group of which something has dropped out is worth more than what is left.
  const lifted = (has(node, "round") || has(node, "coefficient")) && children.length > 0;
  if (averages(node)) return beyond;
  return beyond || (node["renormalise"] !== true && (lifted || setsPoints(node) || children.some(({ over }) => over)));
}

function replaced(node: PlainMap, hull: Hull): Hull {
  if (node["if_not_applicable"] === "full") return union(hull, single(number(node["points"])));
  return node["if_not_applicable"] === "zero" ? union(hull, single(ZERO)) : hull;
}

/** States floor and cap where the range asks for them, and now and then where it does not. */
export function stateLimits(
  random: Random,
  node: PlainMap,
  range: Hull,
  late: Hull = single(ZERO),
): { node: PlainMap; range: Hull } {
  const full = number(node["points"]);
  const needsFloor = range.lo === null || less(range.lo, ZERO);
  const needsCap = range.hi === null || less(full, range.hi);
  const limits: PlainMap = {
    ...(needsFloor || random.chance(12) ? { floor: floorFor(random, node) } : {}),
    ...capOf(random, node, needsCap),
  };
  const limited = rounding(random, { ...node, ...limits });
  return { node: limited, range: withLimits(limited, range, late) };
}

/** What absorbs a bonus is held by its points anyway; what lies between a bonus and who absorbs it must not hold it. */
function capOf(random: Random, node: PlainMap, needed: boolean): PlainMap {
  if (absorbs(node)) return random.chance(30) ? { cap: "points" } : {};
  if (letsThrough(node)) return needed || random.chance(12) ? { cap: "none" } : {};
  return needed || random.chance(12) ? { cap: capFor(random, node) } : {};
}

/** Whether a bonus further in is absorbed further out, or by nobody. */
function letsThrough(node: PlainMap): boolean {
  const isSheet = isTop(node);
  return maps(node["indicators"]).some((child) =>
    isSheet ? maps(child["indicators"]).some((one) => passes(one, ["none"])) : passes(child, ["sheet", "none"]),
  );
}

function passes(node: PlainMap, absorbers: readonly string[]): boolean {
  return (
    absorbers.includes(String(node["absorbed_by"])) ||
    maps(node["indicators"]).some((child) => passes(child, absorbers))
  );
}

/** Now and then a rounding, on a grid that full marks and limits lie on. */
export function rounding(random: Random, node: PlainMap): PlainMap {
  if (!random.chance(12)) return node;
  const stated = [node["points"], node["floor"], node["cap"]].filter(
    (value) => value !== undefined && value !== "none" && value !== "points",
  );
  const fits = (places: number): boolean =>
    stated.every((value) => mul(number(value), whole(10n ** BigInt(places))).d === 1n);
  const possible = [0, 0, 1, 2, 3].filter(fits);
  if (possible.length === 0) return node;
  return { ...node, round: { places: emitInt(random, random.pick(possible)), mode: random.pick(MODES) } };
}

const MODES = ["half-up", "half-even", "up", "down", "ceiling", "floor"];

function floorFor(random: Random, node: PlainMap): PlainMap[string] {
  const full = number(node["points"]);
  switch (random.kind({ zero: 55, none: 25, below: 20 })) {
    case "zero":
      return emit(random, ZERO);
    case "none":
      return "none";
    case "below":
      return emit(random, mul(full, fraction(BigInt(-random.int(1, 8)), 4n)));
  }
}

function capFor(random: Random, node: PlainMap): PlainMap[string] {
  const full = number(node["points"]);
  switch (random.kind({ points: 55, none: 25, above: 20 })) {
    case "points":
      return "points";
    case "none":
      return "none";
    case "above":
      return emit(random, add(full, mul(full, fraction(BigInt(random.int(1, 8)), 4n))));
  }
}
