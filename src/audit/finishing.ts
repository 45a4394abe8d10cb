/** What is done to the value of a node: bonus and deduction that join, coefficient, effects, floor, cap and rounding, in their order. */
import type { NodeResult, Step } from "../model/assessment.js";
import { multiplying } from "./coefficient.js";
import { coreOf, valueOf } from "./combining.js";
import { effectOperations } from "./effects.js";
import { type Rational, add, spelled, sum } from "./rational.js";
import { type Change, type Operation, changesBy, lastOf, limitsOf, stepOf } from "./steps.js";

/** What a group does to its value, in the order in which it happens. */
export function operationsOf(group: NodeResult): readonly Operation[] {
  const first = multiplying(group);
  return [...(first ? [first] : []), ...effectOperations(group), ...limitsOf(group.terms ?? {})];
}

/** Bonuses or deductions that join; they stand there as children, so that this is no adjustment. */
interface Joined {
  readonly cause: "bonus" | "deduction";
  readonly from: Rational;
  readonly to: Rational;
  readonly joined: readonly Rational[];
}

export function isChange(change: Change | Joined): change is Change {
  return !("joined" in change);
}

/** Bonus and deduction beside the sum, the operations, and at the sheet itself the bonus that nothing holds. */
export function finishedAgain(
  group: NodeResult,
  raw: Rational,
  children: readonly NodeResult[],
): { readonly changes: readonly (Change | Joined)[]; readonly steps: readonly Step[] } {
  const outside = children.filter((child) => child.countsAs !== undefined && !coreOf(children).includes(child));
  const isBehind = ({ absorbedBy }: NodeResult): boolean => group.level === 0 && absorbedBy === "none";
  const behind = outside.filter(isBehind);
  const operations = operationsOf(group);
  // Rounding is the last of all.
  const [first, last] =
    behind.length > 0
      ? [operations.filter(({ cause }) => cause !== "rounding"), operations.filter(({ cause }) => cause === "rounding")]
      : [operations, []];
  const changes: (Change | Joined)[] = [];
  const now = (): Rational => lastOf(changes, raw);
  changes.push(
    ...joinsOf(
      outside.filter((child) => !isBehind(child)),
      now(),
    ),
  );
  changes.push(...changesBy(first, now()));
  changes.push(...joinsOf(behind, now()));
  changes.push(...changesBy(last, now()));
  return { changes, steps: changes.map(changeStep) };
}

function joinsOf(children: readonly NodeResult[], start: Rational): readonly Joined[] {
  const joins: Joined[] = [];
  for (const cause of ["bonus", "deduction"] as const) {
    const joined = children
      .filter(({ countsAs, status }) => countsAs === cause && status !== "not-applicable")
      .map(valueOf);
    if (joined.length === 0) continue;
    const from = lastOf(joins, start);
    joins.push({ cause, from, to: add(from, sum(joined)), joined });
  }
  return joins;
}

/** How a group rounds stands in its terms. */
function changeStep(change: Change | Joined): Step {
  if (!isChange(change))
    return { op: change.cause, in: [change.from, ...change.joined].map(spelled), out: spelled(change.to) };
  const { note: _note, ...plain } = change;
  return stepOf(change.cause === "rounding" ? plain : change);
}
