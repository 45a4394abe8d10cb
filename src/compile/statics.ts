/** What a sheet can come to when nothing is known: for checks on the rubric, before any fact sheet. */
import { type Amount, amount, order } from "../base/amount.js";
import { parseDate } from "../base/calendar.js";
import { clampHull, joinHulls, plusHulls, pointHull } from "./hull.js";
import type { GroupProgram, Hull, Known, NodeProgram, Slot } from "./program.js";

/** Any day: hulls of unknown facts do not depend on it. */
const SOME_DAY = parseDate("2000-01-01")!;

export function staticHull(root: GroupProgram, slots: readonly Slot[]): Hull {
  const known = slots.map((slot) => slot.unknown);
  return hullOfNode(root, known);
}

function hullOfNode(program: NodeProgram, known: readonly Known[]): Hull {
  const inside = program.kind === "leaf" ? leafHull(program, known) : groupHull(program, known);
  const clamped = clampHull(inside, program.floor, program.cap);
  const { node, points } = program;
  if (!canBeOut(program) || node.ifNotApplicable === "drop") return clamped;
  return joinHulls(clamped, pointHull(node.ifNotApplicable === "full" ? points : 0));
}

function leafHull(program: NodeProgram & { kind: "leaf" }, known: readonly Known[]): Hull {
  const hull = program.rule.hull(known, SOME_DAY);
  const { whenMissing } = program.node;
  return whenMissing === undefined ? hull : joinHulls(hull, pointHull(amount(whenMissing)));
}

function groupHull(program: GroupProgram, known: readonly Known[]): Hull {
  const hulls = program.children.map((child) => hullOfNode(child, known));
  // What may drop out counts for nothing, for the least and for the most.
  const summed = hulls
    .map((hull, i) => (canDrop(program.children[i]!) ? joinHulls(hull, pointHull(0)) : hull))
    .reduce(plusHulls, pointHull(0));
  if (!program.node.renormalise || !program.children.some(canDrop)) return summed;
  // Dividing by less can lift any share up to full marks; children outside [0, points] could go further.
  return joinHulls(summed, childrenStayInside(program, hulls) ? pointHull(program.points) : { least: null, most: null, tight: false });
}

function childrenStayInside(program: GroupProgram, hulls: readonly Hull[]): boolean {
  return hulls.every(({ least, most }, i) => inside(least, most, program.children[i]!.points));
}

export function inside(least: Amount | null, most: Amount | null, points: Amount): boolean {
  return least !== null && most !== null && order(least, 0) >= 0 && order(most, points) <= 0;
}

/** Whether a node, or anything below it, can leave both sides of a division. */
function canDrop(program: NodeProgram): boolean {
  if (canBeOut(program) && program.node.ifNotApplicable === "drop") return true;
  return program.kind === "group" && program.children.some(canDrop);
}

function canBeOut({ node }: NodeProgram): boolean {
  return node.mayBeNotApplicable || node.appliesWhen !== undefined;
}

/** Whether everything below may turn out not applicable. */
export function canVanish(program: NodeProgram): boolean {
  if (program.node.ifNotApplicable !== "drop") return false;
  return canBeOut(program) || (program.kind === "group" && program.children.every(canVanish));
}
