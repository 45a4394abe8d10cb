/** The ends of what is open: those that follow from the children, and that the others are a range at all. */
import type { NodeResult } from "../model/assessment.js";
import { hasChanges } from "./effects.js";
import { operationsOf } from "./finishing.js";
import type { Ledger } from "./ledger.js";
import { type Rational, compare, numberOf, spelled, sum } from "./rational.js";
import type { Operation } from "./steps.js";

export function checkOpenEnds({ bounds, awarded }: NodeResult, path: string, ledger: Ledger): void {
  ledger.same(`${path}/awarded`, awarded, null);
  ledger.take();
  const { least = null, most = null } = bounds ?? {};
  const isRange = least === null || most === null || compare(numberOf(least), numberOf(most)) <= 0;
  ledger.same(`${path}/bounds`, isRange, true);
}

/** Where all children certainly apply and are only added up, the ends are the sums of theirs. */
export function checkOpenGroup(
  group: NodeResult,
  core: readonly NodeResult[],
  children: readonly NodeResult[],
  path: string,
  ledger: Ledger,
): void {
  ledger.same(`${path}/steps`, group.steps, []);
  ledger.same(`${path}/adjustments`, group.adjustments, []);
  const { combine = "sum", renormalise, applicability, bounds } = group;
  const isAdded = combine === "sum" && !renormalise && !group.coefficient && !hasChanges(group);
  const isPlain = isAdded && !applicability && core.length === children.length;
  const isSettled = children.every(
    ({ available, applicability: own }) => available !== null && own?.applies !== "open",
  );
  if (!isPlain || !isSettled || bounds === null) {
    checkOpenEnds(group, path, ledger);
    return;
  }
  ledger.same(`${path}/awarded`, group.awarded, null);
  for (const end of ["least", "most"] as const) {
    const ends = children.map((child) => (child.bounds === null ? "0" : child.bounds[end]));
    ledger.same(`${path}/bounds/${end}`, bounds[end], endAgain(ends, end, operationsOf(group)));
  }
}

/** Floor, cap and rounding never turn two numbers round, so that they may be applied to the ends. */
export function endAgain(
  ends: readonly (string | null)[],
  end: "least" | "most",
  operations: readonly Operation[],
): string | null {
  const known = ends.filter((each) => each !== null);
  const start = known.length === ends.length ? sum(known.map(numberOf)) : null;
  const last = operations.reduce<Rational | null>((value, operation) => {
    const next = applied(value, end, operation);
    return operation.isOpen ? outer(value, next, end) : next;
  }, start);
  return last && spelled(last);
}

/** Of two that may both come about the one that is further out; null: there is no end. */
function outer(a: Rational | null, b: Rational | null, end: "least" | "most"): Rational | null {
  if (a === null || b === null) return null;
  return compare(a, b) < 0 === (end === "least") ? a : b;
}

/** An end that does not exist comes about by a floor below, by a cap above, and by an effect that sets the value. */
function applied(value: Rational | null, end: "least" | "most", { cause, apply }: Operation): Rational | null {
  if (value !== null) return apply(value);
  if (cause === "effect") {
    const far = end === "least" ? -FAR : FAR;
    const limited = apply({ n: far, d: 1n });
    return limited.n === far ? null : limited;
  }
  const isLimit = (end === "least" && cause === "floor") || (end === "most" && cause === "cap");
  // The limit itself: what is far beyond it comes out as it.
  return isLimit ? apply({ n: end === "least" ? -FAR : FAR, d: 1n }) : null;
}

const FAR = 10n ** 100n;
