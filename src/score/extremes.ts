/**
 * Bounds of a group while it is open which of its indicators apply.
 *
 * What drops out leaves both sides of a division, so neither "all in" nor "all out" is the extreme. The best share is
 * found as Dinkelbach does for fractional programs: take the share reached so far, keep in exactly what lifts it,
 * and repeat until nothing does. Each round is exact and strictly better, so it ends after a few.
 */
import type { Averaging } from "../model/rubric.js";
import { type Amount, larger, minus, order, plus, smaller, product, quotient, ONE_AMOUNT } from "../base/amount.js";
import { joinHulls, pointHull } from "../compile/hull.js";
import type { GroupProgram, Hull, Operation, View } from "../compile/program.js";
import { coreOf, finishHull, joinEnd } from "./outside.js";
import type { Standing } from "./standing.js";

/** `certain`: which children apply is settled, so that the ends are reached if those of the children are. */
export function openHull(
  program: GroupProgram,
  children: readonly Standing[],
  view: View,
): { hull: Hull; certain: boolean } {
  const core = coreOf(program, children);
  const settled = core.every((child) => child.applies !== "open" && child.available !== null);
  const certain = settled && !openlyWeighed(core);
  const tight = core.every((child) => child.hull === null || child.hull.tight);
  const least = extreme(program, core, -1);
  const most = extreme(program, core, 1);
  const inside = finishHull(program, { least, most, tight }, children, view);
  return { hull: mayBeEmpty(core) ? orEmpty(program, inside) : inside, certain };
}

/** 1 looks for the most, −1 for the least. */
type Side = 1 | -1;

/** What one assignment of the open applicabilities comes to; a null value has no end on the side looked at. */
interface Pick {
  readonly value: Amount | null;
  readonly available: Amount;
}

function extreme({ node, points }: GroupProgram, children: readonly Standing[], side: Side): Amount | null {
  const { combine, renormalise } = node;
  if (combine === "sum" && !renormalise) return sumOf(picksOf(children, null, side), null, side).value;
  if (combine === "sum") {
    const share = dividedShare(children, side);
    return share && product(share, points);
  }
  const share = shareEnd(openlyWeighed(children) ? WIDEST[side] : combine, sharesOf(children, side), side);
  return share && product(share, points);
}

/** While a weight is open, each of them may be all that counts. */
function openlyWeighed(children: readonly Standing[]): boolean {
  return children.some(({ applies, program }) => applies !== "out" && program.weight === null);
}

const WIDEST = { "1": "max", "-1": "min" } as const;

/** What a node comes to at its full scale, while it is open what of it is available: as if a group of it alone divided. */
export function fullScaleOpen(standing: Standing): Hull {
  const end = (side: Side): Amount | null => {
    const share = dividedShare([standing], side);
    return share && product(share, standing.program.points);
  };
  return { least: end(-1), most: end(1), tight: false };
}

function dividedShare(children: readonly Standing[], side: Side): Amount | null {
  return extremeShare((from) => sumOf(picksOf(children, from, side), from, side), side);
}

/** The share of what a pick comes to, when it is picked against the best share reached so far. */
function extremeShare(pick: (from: Amount) => Pick, side: Side): Amount | null {
  // Against a share of 0, so that the first pick is one that can really come about.
  let share = shareOf(pick(0));
  while (share !== null) {
    const next = shareOf(pick(share));
    if (next !== null && order(next, share) * side <= 0) return share;
    share = next;
  }
  return null;
}

/** Extreme shares of the children, whatever else applies; each counts by its weight. */
function sharesOf(children: readonly Standing[], side: Side): readonly Choice[] {
  return children.flatMap((child) => {
    if (child.hull === null || child.inside === null) return [];
    const weight = child.program.weight ?? ONE_AMOUNT;
    const share = extremeShare((from) => pickIn(child, from, side)!, side);
    const value = share === null ? null : product(share, weight);
    return [{ isOpen: child.applies === "open", pick: { value, available: weight } }];
  });
}

/** What the group makes of them: a mean divides by weights as a group that renormalises divides by points. */
function shareEnd(combine: Averaging, choices: readonly Choice[], side: Side): Amount | null {
  if (combine === "mean" || combine === "weighted_mean")
    return extremeShare((from) => sumOf(choices, from, side), side);
  const sure = choices.filter(({ isOpen }) => !isOpen);
  // Picked from the side looked at, any child may be it. From the other side, those that are surely in hold it back.
  const isOutermost = (combine === "max") === side > 0;
  const held = isOutermost || sure.length === 0 ? choices : sure;
  const shares = held.map(({ pick }) => shareOf(pick));
  return shares.reduce((a, b) => (isBeyond(a, b, side) === (isOutermost || sure.length === 0) ? a : b));
}

/** An end that does not exist lies beyond all others. */
function isBeyond(a: Amount | null, b: Amount | null, side: Side): boolean {
  if (a === null || b === null) return a === null;
  return order(a, b) * side > 0;
}

function shareOf({ value, available }: Pick): Amount | null {
  return value === null ? null : quotient(value, available);
}

/** The best of a child when it is in, and whether it may be left out. */
interface Choice {
  readonly isOpen: boolean;
  readonly pick: Pick;
}

function picksOf(children: readonly Standing[], share: Amount | null, side: Side): readonly Choice[] {
  const choices: Choice[] = [];
  for (const child of children) {
    const pick = pickIn(child, share, side);
    if (pick) choices.push({ isOpen: child.applies === "open", pick });
  }
  return choices;
}

/**
 * The children that are in, and of the open ones those that help: against a share when the group divides, against
 * nothing (null) when it adds. At least one child is always in, for a group without any does not apply.
 */
function sumOf(choices: readonly Choice[], share: Amount | null, side: Side): Pick {
  let total: Pick = { value: 0, available: 0 };
  let any = false;
  let nearest: { pick: Pick; gain: Amount } | undefined;
  for (const { isOpen, pick } of choices) {
    const gain = isOpen ? gainOf(pick, share, side) : null;
    if (gain === null || order(gain, 0) > 0) {
      total = plusPick(total, pick);
      any = true;
    } else if (!nearest || order(gain, nearest.gain) > 0) nearest = { pick, gain };
  }
  return any || !nearest ? total : nearest.pick;
}

/** How far a pick lies beyond the share, seen from the side; null: without end. */
function gainOf({ value, available }: Pick, share: Amount | null, side: Side): Amount | null {
  if (value === null) return null;
  const beyond = share === null ? value : minus(value, product(share, available));
  return side > 0 ? beyond : minus(0, beyond);
}

function plusPick(a: Pick, b: Pick): Pick {
  return {
    value: a.value === null || b.value === null ? null : plus(a.value, b.value),
    available: plus(a.available, b.available),
  };
}

/** The best that a node can be when it is in. */
function pickIn(standing: Standing, share: Amount | null, side: Side): Pick | undefined {
  const { program, hull, inside } = standing;
  if (hull === null || inside === null) return undefined;
  // A group above that only adds looks at the bounds alone.
  if (share === null) return { value: endOf(hull, side), available: program.points };
  const { available } = inside;
  const applied =
    available === null ? pickBelow(standing, share, side) : { value: endOf(inside.hull, side), available };
  if (!mayStay(standing)) return applied;
  // In spite of not applying it stays, with all or none of its points: one more possibility.
  const stays: Pick = {
    value: program.node.ifNotApplicable === "full" ? program.points : 0,
    available: program.points,
  };
  return better(applied, stays, share, side);
}

function endOf(hull: Hull, side: Side): Amount | null {
  return side > 0 ? hull.most : hull.least;
}

/** A group that does not divide itself, with open items below: they are picked for the group above. */
function pickBelow(standing: Standing, share: Amount, side: Side): Pick {
  if (!isLimitedOnly(standing)) return wholeOf(standing, share, side);
  const picked = withOutside(standing, sumOf(picksOf(summedIn(standing), share, side), share, side), side);
  const { floor, cap, round } = standing.program;
  const limited = floor === undefined && cap === undefined ? picked : relaxed(standing, picked, share, side);
  // Rounded between an open item and the group that divides: no value moves farther than a step.
  if (!round || limited.value === null) return limited;
  return { ...limited, value: side > 0 ? plus(limited.value, round.step) : minus(limited.value, round.step) };
}

/** Bonus and deduction bring nothing that could be divided by. */
function withOutside({ program, children }: Standing, picked: Pick, side: Side): Pick {
  const end = program.kind === "leaf" ? 0 : joinEnd(program, children, side);
  return { ...picked, value: picked.value === null || end === null ? null : plus(picked.value, end) };
}

function summedIn({ program, children }: Standing): readonly Standing[] {
  return program.kind === "leaf" ? children : coreOf(program, children);
}

/** Floors, caps and rounding keep the order of two values, and are the same whatever the facts. */
function isLimitedOnly({ program }: Standing): boolean {
  return program.kind === "leaf" || program.operations.every(({ cause }) => LIMITS.includes(cause));
}

const LIMITS: readonly Operation["cause"][] = ["floor", "cap", "rounding"];

/** All that the group can be, with its most favourable divisor: contains every assignment, and need not be reached. */
function wholeOf(standing: Standing, share: Amount, side: Side): Pick {
  const available = availableEnd(summedIn(standing), order(share, 0) * side > 0);
  return { value: endOf(standing.inside!.hull, side), available };
}

/**
 * A floor or cap between an open item and the group that divides. The limit on the side looked at holds the value back:
 * of the pick and the limit with its most favourable divisor, the less extreme is already a bound. The limit on the
 * other side lifts: it is offered as a possibility of its own. The result contains every assignment, and need not be
 * reached.
 */
function relaxed(standing: Standing, picked: Pick, share: Amount, side: Side): Pick {
  const { program } = standing;
  const lifting = side > 0 ? program.floor : program.cap;
  const holding = side > 0 ? program.cap : program.floor;
  const available = availableEnd(summedIn(standing), order(share, 0) * side > 0);
  const held = holding === undefined ? picked : lesser(picked, { value: holding, available }, share, side);
  return lifting === undefined ? held : better(held, { value: lifting, available }, share, side);
}

/** The least or most that the children can have available, at least one of them being in. */
function availableEnd(children: readonly Standing[], least: boolean): Amount {
  let total: Amount = 0;
  let any = false;
  let one: Amount | undefined;
  for (const child of children) {
    if (child.hull === null) continue;
    const own = ownAvailable(child, least);
    if (child.applies === "in" || !least) {
      total = plus(total, own);
      any = true;
    } else one = one === undefined ? own : least ? smaller(one, own) : larger(one, own);
  }
  return any || one === undefined ? total : one;
}

/** A node that stays in although it does not apply has all its points available, whatever its children have. */
function ownAvailable(standing: Standing, least: boolean): Amount {
  const inside = standing.inside?.available ?? availableEnd(summedIn(standing), least);
  if (!mayStay(standing)) return inside;
  return least ? smaller(inside, standing.program.points) : larger(inside, standing.program.points);
}

function mayStay(standing: Standing): boolean {
  return standing.program.node.ifNotApplicable !== "drop" && (standing.undecided || mayBeEmpty(summedIn(standing)));
}

function better(a: Pick, b: Pick, share: Amount, side: Side): Pick {
  const [gainA, gainB] = [gainOf(a, share, side), gainOf(b, share, side)];
  if (gainA === null || gainB === null) return gainA === null ? a : b;
  return order(gainA, gainB) >= 0 ? a : b;
}

function lesser(a: Pick, b: Pick, share: Amount, side: Side): Pick {
  return better(a, b, share, side) === a ? b : a;
}

/** Of what a group sums; a leaf has nothing to lose. */
function mayBeEmpty(core: readonly Standing[]): boolean {
  return core.length > 0 && core.every((child) => child.applies !== "in");
}

/** A group left without children that stays in is worth all or none of its points. */
function orEmpty(program: GroupProgram, inside: Hull): Hull {
  const policy = program.node.ifNotApplicable;
  if (policy === "drop") return inside;
  return { ...joinHulls(inside, pointHull(policy === "full" ? program.points : 0)), tight: false };
}
