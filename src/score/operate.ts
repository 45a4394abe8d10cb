/** A value led through the operations of a group or a scheme; what each of them changed is written down. */
import { type Amount, minus, order } from "../base/amount.js";
import type { Hull, Known, Operation, View } from "../compile/program.js";
import type { Adjustment } from "../model/assessment.js";

/** What was done to a value beside adding up its parts and dividing. */
export interface Change {
  readonly cause: Adjustment["cause"];
  /** Of an effect: its place in the list of its group. */
  readonly effect?: number | undefined;
  readonly from: Amount;
  readonly to: Amount;
}

export interface Operated {
  readonly value: Amount;
  readonly changes: readonly Change[];
}

/** Null: some operation waits for a fact. */
export function operate(raw: Amount, operations: readonly Operation[], view: View): Operated | null {
  let value = raw;
  let changes: Change[] | undefined;
  for (const { cause, effect, apply } of operations) {
    const next = apply(value, view);
    if (next === null) return null;
    if (next !== value && order(next, value) !== 0) (changes ??= []).push({ cause, effect, from: value, to: next });
    value = next;
  }
  return { value, changes: changes ?? NOTHING };
}

/** The same of all that the value may still be. */
export function operateHull(raw: Hull, operations: readonly Operation[], view: View): Hull {
  return operations.reduce((hull, operation) => operation.hull(hull, view), raw);
}

/** Supplied facts that operations still wait for. */
export function openBelow(operations: readonly Operation[], known: readonly Known[]): readonly number[] {
  if (operations.length === 0) return NOTHING;
  return operations.flatMap(({ raw }) => raw).filter((slot) => known[slot]!.state !== "given");
}

/** By how much a change moved the value, with sign. */
export function changeBy({ from, to }: Change): Amount {
  return minus(to, from);
}

const NOTHING: readonly never[] = [];
