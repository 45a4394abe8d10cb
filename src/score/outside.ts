/** Bonus and deduction: what joins a group beside its sum, behind the division and at face value. */
import { type Amount, plus } from "../base/amount.js";
import { joinHulls, plusHulls, pointHull } from "../compile/hull.js";
import type { GroupProgram, Hull, Joins, View } from "../compile/program.js";
import { type Change, operate, operateHull } from "./operate.js";
import type { Standing } from "./standing.js";

/** Bonuses or deductions that have joined a value. They stand there as children, so that this is no adjustment. */
export interface Joined {
  readonly cause: "bonus" | "deduction";
  readonly from: Amount;
  readonly to: Amount;
  readonly joined: readonly Amount[];
}

/** A value, and how it came about from the sum. */
export interface Finished {
  readonly value: Amount;
  readonly changes: readonly (Change | Joined)[];
}

/** The children that are summed, and that decide whether their group applies. */
export function coreOf(program: GroupProgram, children: readonly Standing[]): readonly Standing[] {
  return program.isPlain ? children : children.filter((child) => child.program.joins === "sum");
}

/** From the sum, divided where the group divides, to its value. Null: something that joins is open, or an operation is. */
export function finish(program: GroupProgram, raw: Amount, children: readonly Standing[], view: View): Finished | null {
  if (program.isPlain) return operate(raw, program.operations, view);
  const joined = join(raw, children, "beside");
  const limited = joined && operate(joined.value, program.operations, view);
  const above = limited && join(limited.value, children, "behind");
  const done = above && operate(above.value, program.finishing, view);
  if (!done) return null;
  const changes = [...joined.changes, ...limited.changes, ...above.changes, ...done.changes];
  return { value: done.value, changes };
}

/** The same of all that the sum may still be. */
export function finishHull(program: GroupProgram, raw: Hull, children: readonly Standing[], view: View): Hull {
  if (program.isPlain) return operateHull(raw, program.operations, view);
  const limited = operateHull(joinHull(raw, children, "beside"), program.operations, view);
  return operateHull(joinHull(limited, children, "behind"), program.finishing, view);
}

/** Bonuses first, then deductions. */
function join(raw: Amount, children: readonly Standing[], where: Joins): Finished | null {
  const changes: Joined[] = [];
  let value = raw;
  for (const kind of JOINING) {
    const joined: Amount[] = [];
    const from = value;
    for (const child of children) {
      if (child.program.joins !== where || child.program.node.countsAs.kind !== kind || child.applies === "out")
        continue;
      if (child.value === null) return null;
      joined.push(child.value);
      value = plus(value, child.value);
    }
    if (joined.length > 0) changes.push({ cause: kind, from, to: value, joined });
  }
  return { value, changes };
}

const JOINING = ["bonus", "deduction"] as const;

function joinHull(raw: Hull, children: readonly Standing[], where: Joins): Hull {
  return children.reduce((sum, child) => {
    if (child.program.joins !== where || child.hull === null) return sum;
    return plusHulls(sum, child.applies === "open" ? joinHulls(child.hull, NOTHING) : child.hull);
  }, raw);
}

const NOTHING = pointHull(0);

/** The most (1) or the least (−1) that joins; null: without end. */
export function joinEnd(program: GroupProgram, children: readonly Standing[], side: 1 | -1): Amount | null {
  if (program.isPlain) return 0;
  const { least, most } = joinHull(NOTHING, children, "beside");
  return side > 0 ? most : least;
}
