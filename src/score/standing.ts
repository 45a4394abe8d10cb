/**
 * How each node of a sheet stands: does it apply, what is it worth, and between what bounds while facts are open.
 *
 * Order of operations. Leaf: does it apply → the rule's value or `when_missing` → floor, cap → round. Group, after its
 * children: what applies is added up or averaged → renormalise → bonus and deduction → its operations.
 */
import { type Amount, order, plus, timesOver, product } from "../base/amount.js";
import type { Day } from "../base/calendar.js";
import { clampHull, joinHulls, pointHull, timesHulls } from "../compile/hull.js";
import { roundHull } from "../compile/rounding.js";
import type {
  Award,
  GroupProgram,
  Hull,
  Known,
  LeafProgram,
  NodeProgram,
  Operation,
  View,
} from "../compile/program.js";
import type { NodeStatus, Truth } from "../model/assessment.js";
import { instancesOf, seenFrom } from "./each.js";
import type { KnownList } from "./instances.js";
import { openHull } from "./extremes.js";
import { type Change, openBelow } from "./operate.js";
import { type Finished, coreOf, finish } from "./outside.js";
import { indicatorsBelow } from "./seen.js";
import { combinedShare } from "./shares.js";

export interface Standing {
  readonly program: NodeProgram;
  /** `open`: it may still turn out not to apply. A node that stays in although it does not apply counts as in. */
  readonly applies: "in" | "out" | "open";
  /** Whether it applies is not decided, whatever follows from that. */
  readonly undecided: boolean;
  readonly status: NodeStatus;
  /** In the node's own points; null unless scored. */
  readonly value: Amount | null;
  /** Between what it lies if it applies; null when it does not. */
  readonly hull: Hull | null;
  /** What it could earn of what applies; null while that is open. */
  readonly available: Amount | null;
  /** Bounds and available points if it applies; null when it does not. */
  readonly inside: Inside | null;
  /** Of a scored leaf. */
  readonly award: Award | null;
  readonly changes: Finished["changes"];
  /** Sum of what the applicable children could earn: the divisor of a group that renormalises. */
  readonly divisor: Amount | null;
  /** Supplied facts that are still open below, a fact read twice standing twice. */
  readonly open: readonly number[];
  readonly children: readonly Standing[];
}

export interface Inside {
  readonly hull: Hull;
  readonly available: Amount | null;
}

export interface Circumstances {
  readonly known: readonly Known[];
  readonly asOf: Day;
  readonly closed: boolean;
  /** Nodes declared not applicable, by key: who says so, and why. */
  readonly out: ReadonlyMap<string, { readonly by: string; readonly reason: string }>;
  /** Lists of instances, by id. */
  readonly lists: ReadonlyMap<string, KnownList>;
}

export function standingOf(program: NodeProgram, now: Circumstances): Standing {
  return program.kind === "leaf" ? leafStanding(program, now) : groupStanding(program, now);
}

const NOTHING: readonly never[] = [];

function leafStanding(program: LeafProgram, now: Circumstances): Standing {
  const asked = askApplies(program, now);
  if (asked === "false") return outOf(program, NOTHING);
  const inside = ruleStanding(program, now);
  if (asked === "unknown" || staysOpen(program, inside.status, now)) return openApplicability(program, inside);
  return inside;
}

/** `applies_when` and the fact sheet's declaration; true where neither speaks. */
export function askApplies(program: Pick<NodeProgram, "key" | "applies">, now: Circumstances): Truth {
  if (now.out.has(program.key)) return "false";
  return program.applies ? program.applies.evaluate(now, null) : "true";
}

/** An optional node that nobody declared either way: its facts would show that it applies, and are not there yet. */
function staysOpen({ node }: NodeProgram, status: NodeStatus, now: Circumstances): boolean {
  return node.mayBeNotApplicable && !now.closed && (status === "unknown" || status === "invalid");
}

function ruleStanding(program: LeafProgram, { known, asOf }: Circumstances): Standing {
  let anyMissing = false;
  const { rule } = program;
  const asked = rule.asked?.(known, asOf);
  let anyInvalid = asked?.stuck ?? false;
  let anyOpen = anyInvalid;
  for (const slot of asked?.needed ?? rule.reads) {
    const { state } = known[slot]!;
    if (state === "given") continue;
    anyOpen = true;
    if (state === "missing") anyMissing = true;
    else if (state === "invalid") anyInvalid = true;
  }
  const { whenMissing, coefficient } = program;
  const settled = !anyOpen ? rule.award(known, asOf) : anyMissing ? whenMissing : undefined;
  if (settled && !coefficient) return scoredLeaf(program, settled);
  const by = coefficient?.at(known) ?? null;
  if (settled && by !== null) return scoredLeaf(program, program.multiplied(settled, by));

  const possible = asked?.possible ?? rule.reads;
  const ofRule = settled ? NOTHING : asked ? program.rawOf(possible) : program.raw;
  const openOfRule = ofRule.filter((slot) => known[slot]!.state !== "given");
  const openBeside = coefficient?.raw.filter((slot) => known[slot]!.state !== "given") ?? NOTHING;
  const open = [...openOfRule, ...openBeside];
  // Missing already, and only perhaps needed: once it is, `when_missing` is what comes out.
  const mayMiss = openOfRule.length > 0 || possible.some((slot) => known[slot]!.state === "missing");
  const ruled = settled ? pointHull(settled.points) : rule.hull(known, asOf);
  const joined = !settled && whenMissing && mayMiss ? joinHulls(ruled, pointHull(whenMissing.points)) : ruled;
  const multiplied = coefficient ? timesHulls(joined, coefficient.hull(known)) : joined;
  const hull = roundHull(clampHull(multiplied, program.floor, program.cap), program.round);
  const reached = settled || possible.every((slot) => known[slot]!.state === "given" || known[slot]!.reachable);
  const bounds = { ...hull, tight: hull.tight && Boolean(reached) && new Set(open).size === open.length };
  const isInvalid = (!settled && anyInvalid) || (coefficient && known[coefficient.slot]!.state === "invalid");
  return {
    program,
    applies: "in",
    undecided: false,
    status: isInvalid ? "invalid" : "unknown",
    value: null,
    hull: bounds,
    available: program.points,
    inside: { hull: bounds, available: program.points },
    award: null,
    changes: NOTHING,
    divisor: null,
    open,
    children: NOTHING,
  };
}

function scoredLeaf(program: LeafProgram, award: Award): Standing {
  const { hull } = award;
  return {
    program,
    applies: "in",
    undecided: false,
    status: "scored",
    value: award.points,
    hull,
    available: program.points,
    inside: { hull, available: program.points },
    award,
    changes: NOTHING,
    divisor: null,
    open: NOTHING,
    children: NOTHING,
  };
}

/** A node that does not apply: out of the sum, or in it with all or none of its points. */
function outOf(program: NodeProgram, children: readonly Standing[]): Standing {
  const policy = program.node.ifNotApplicable;
  const base = { program, undecided: false, award: null, divisor: null, open: NOTHING, children };
  if (policy === "drop") {
    return {
      ...base,
      applies: "out",
      status: "not-applicable",
      value: null,
      hull: null,
      available: 0,
      inside: null,
      changes: NOTHING,
    };
  }
  if (program.kind === "leaf") return { ...scoredLeaf(program, policy === "full" ? program.full : program.zero) };
  const value = policy === "full" ? program.points : 0;
  const changes: readonly Change[] = order(value, 0) === 0 ? NOTHING : [{ cause: "offset", from: 0, to: value }];
  const hull = pointHull(value);
  const inside = { hull, available: program.points };
  return { ...base, applies: "in", status: "scored", value, hull, available: program.points, inside, changes };
}

/** Nothing known about a node decides whether it applies. */
function openApplicability(program: NodeProgram, inside: Standing): Standing {
  const status = inside.status === "invalid" ? "invalid" : "unknown";
  const children = inside.children.map(unpromised);
  const base = { ...inside, undecided: true, status, value: null, award: null, changes: NOTHING, children } as const;
  if (inside.hull === null) return inside;
  const policy = program.node.ifNotApplicable;
  if (policy === "drop") {
    return { ...base, applies: "open", available: unlessNothing(program), hull: { ...inside.hull, tight: false } };
  }
  const stays = pointHull(policy === "full" ? program.points : 0);
  const sameAvailable = inside.available !== null && order(inside.available, program.points) === 0;
  return {
    ...base,
    applies: "in",
    available: sameAvailable ? program.points : null,
    hull: { ...joinHulls(inside.hull, stays), tight: false },
  };
}

/** What may yet drop out has its points available or none; a deduction has none either way. */
function unlessNothing({ points }: NodeProgram): Amount | null {
  return order(points, 0) === 0 ? points : null;
}

/** What decides whether a group applies may also decide what stands below it: no end below is promised to be reached. */
function unpromised(standing: Standing): Standing {
  const { hull, children, status } = standing;
  if (status === "scored" || hull === null) return standing;
  return { ...standing, hull: { ...hull, tight: false }, children: children.map(unpromised) };
}

function groupStanding(program: GroupProgram, now: Circumstances): Standing {
  if (program.each) return eachStanding(program, now);
  const asked = askApplies(program, now);
  const children = program.children.map((child) => standingOf(child, now));
  if (asked === "false" || coreOf(program, children).every((child) => child.applies === "out")) {
    return outOf(program, asked === "false" || !program.isPlain ? children.map(silenced) : children);
  }
  const inside = combinedStanding(program, children, now);
  if (asked === "unknown" || staysOpen(program, inside.status, now)) return openApplicability(program, inside);
  return inside;
}

/** The same with one child for each instance; without any there is nothing that it could apply to. */
function eachStanding(program: GroupProgram, now: Circumstances): Standing {
  const asked = askApplies(program, now);
  const { programs, listed, invalid } = instancesOf(program, now);
  // Of what is not there, nothing is final.
  const around = listed ? now : { ...now, closed: false };
  const instances = programs.map((instance) => instanceStanding(instance, around));
  const shown = listed ? instances : NOTHING;
  if (asked === "false" || instances.every(({ applies }) => applies === "out"))
    return outOf(program, asked === "false" ? shown.map(silenced) : shown);
  const inside = combinedStanding(program, instances, now);
  // However many there are and whatever they are like, they come to no more and no less than one of them can.
  if (!listed)
    return openApplicability(program, { ...inside, status: invalid ? "invalid" : "unknown", children: shown });
  if (asked === "unknown" || staysOpen(program, inside.status, now)) return openApplicability(program, inside);
  return inside;
}

function instanceStanding(program: GroupProgram, now: Circumstances): Standing {
  const instance = program.instance!;
  const standing = groupStanding(program, seenFrom(instance, now));
  return standing.open.length === 0 ? standing : { ...standing, open: standing.open.map(instance.factOf) };
}

/** Below a group that does not apply, nothing does. */
function silenced(standing: Standing): Standing {
  return {
    program: standing.program,
    applies: "out",
    undecided: false,
    status: "not-applicable",
    value: null,
    hull: null,
    available: 0,
    inside: null,
    award: null,
    changes: NOTHING,
    divisor: null,
    open: NOTHING,
    children: standing.children.map(silenced),
  };
}

function combinedStanding(program: GroupProgram, children: readonly Standing[], now: Circumstances): Standing {
  let value: Amount | null = 0;
  let available: Amount | null = 0;
  let invalid = false;
  for (const child of children) {
    if (child.applies === "out") continue;
    if (child.status === "invalid") invalid = true;
    if (child.program.joins !== "sum") continue;
    value = value === null || child.value === null ? null : plus(value, child.value);
    available = available === null || child.available === null ? null : plus(available, child.available);
    if (isWeighedWrongly(child, program)) invalid = true;
    if (child.program.weight === null) value = null;
  }
  if (!program.hasOrdinary) available = program.points;
  const { combine, renormalise } = program.node;
  const own = renormalise || combine !== "sum" ? program.points : available;
  const view = viewBelow(program, children, now);
  if (value !== null && available !== null) {
    const raw =
      combine !== "sum"
        ? product(combinedShare(combine, coreOf(program, children)), program.points)
        : renormalise
          ? renormalised(value, program.points, available)
          : value;
    const done = finish(program, raw, children, view);
    if (done !== null) return combined(program, children, done, own!, available);
  }
  const waiting = openBelow(program.operations, now.known);
  if (program.operations.some((operation) => isInvalid(operation, now))) invalid = true;
  const open = [...children.flatMap((child) => child.open), ...waiting];
  const mayBeEmpty = coreOf(program, children).every((child) => child.applies !== "in");
  const mayVanish = program.node.ifNotApplicable === "drop" && mayBeEmpty;
  const { hull, certain } = openHull(program, children, view);
  const bounds = { ...hull, tight: hull.tight && certain && new Set(open).size === open.length };
  return {
    program,
    // A group whose children may all drop out may itself turn out not to apply.
    applies: mayVanish ? "open" : "in",
    undecided: false,
    status: invalid ? "invalid" : "unknown",
    value: null,
    hull: bounds,
    available: mayVanish ? unlessNothing(program) : own,
    inside: { hull: bounds, available: own },
    award: null,
    changes: NOTHING,
    divisor: available,
    open,
    children: mayBeEmpty && !program.isPlain ? children.map(outsideUnpromised) : children,
  };
}

/** What joins a group that may be left empty depends on that, as what stands below a group of open applicability does. */
function outsideUnpromised(standing: Standing): Standing {
  return standing.program.joins === "sum" ? standing : unpromised(standing);
}

/** What the operations of a group may look at: the facts, and where it has effects what stands below it. */
export function viewBelow(program: GroupProgram, children: readonly Standing[], { known, asOf }: Circumstances): View {
  return program.effects.length === 0
    ? { known, asOf }
    : { known, asOf, indicators: indicatorsBelow(program, children) };
}

/** The weight of an instance was supplied, and cannot be used. */
function isWeighedWrongly({ program }: Standing, { each }: GroupProgram): boolean {
  if (each?.weight === undefined || program.kind === "leaf") return false;
  return program.instance!.known[each.weight]!.state === "invalid";
}

function isInvalid({ isInvalid: asked, raw }: Operation, { known }: Circumstances): boolean {
  return asked ? asked(known) : raw.some((slot) => known[slot]!.state === "invalid");
}

function renormalised(value: Amount, points: Amount, available: Amount): Amount {
  return order(points, available) === 0 ? value : timesOver(value, points, available);
}

/** Written out, not spread: a spread with keys behind it is many times slower, and this runs for every group. */
function combined(
  program: GroupProgram,
  children: readonly Standing[],
  { value, changes }: Finished,
  available: Amount,
  divisor: Amount,
): Standing {
  const hull = pointHull(value);
  return {
    program,
    applies: "in",
    undecided: false,
    status: "scored",
    value,
    hull,
    available,
    inside: { hull, available },
    award: null,
    changes,
    divisor,
    open: NOTHING,
    children,
  };
}
