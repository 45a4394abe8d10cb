/** Steps that a value goes through behind its rule or its sum, applied again one after the other. */
import type { NodeResult, Step, Terms } from "../model/assessment.js";
import type { Rounding } from "../model/numbers.js";
import { type Rational, equal, greater, lesser, numberOf, rounded, spelled } from "./rational.js";

/** A value, and the steps that led to it. */
export interface Worked {
  readonly value: Rational;
  readonly steps: readonly Step[];
}

export interface Operation {
  readonly cause: NodeResult["adjustments"][number]["cause"];
  readonly apply: (value: Rational) => Rational;
  /** Figures of the step behind the value. */
  readonly beside?: readonly Rational[];
  /** What the step says beside its figures. */
  readonly note?: Step["note"];
  /** It may happen, and may not. */
  readonly isOpen?: boolean;
}

/** Floor, cap and rounding, as far as they are stated. */
export function limitsOf({ floor, cap, round }: Pick<Terms, "floor" | "cap" | "round">): readonly Operation[] {
  const operations: Operation[] = [];
  if (floor !== undefined && floor !== "none") {
    const least = numberOf(floor);
    operations.push({ cause: "floor", apply: (value) => greater(value, least) });
  }
  if (cap !== undefined && cap !== "none") {
    const most = numberOf(cap);
    operations.push({ cause: "cap", apply: (value) => lesser(value, most) });
  }
  if (round) operations.push(roundingBy(round));
  return operations;
}

function roundingBy(round: Rounding): Operation {
  return { cause: "rounding", apply: (value) => rounded(value, round), note: { ...round } };
}

/** One operation that changed the value. */
export interface Change {
  readonly cause: Operation["cause"];
  readonly from: Rational;
  readonly to: Rational;
  readonly beside?: readonly Rational[];
  readonly note?: Step["note"];
}

export function changesBy(operations: readonly Operation[], start: Rational): readonly Change[] {
  const changes: Change[] = [];
  let value = start;
  for (const { cause, apply, beside, note } of operations) {
    const next = apply(value);
    if (!equal(next, value))
      changes.push({ cause, from: value, to: next, ...(beside && { beside }), ...(note && { note }) });
    value = next;
  }
  return changes;
}

export function lastOf(changes: readonly { readonly to: Rational }[], start: Rational): Rational {
  return changes.at(-1)?.to ?? start;
}

export function stepOf({ cause, from, to, beside = [], note }: Change): Step {
  return { op: cause, in: [from, ...beside].map(spelled), out: spelled(to), ...(note && { note }) };
}
