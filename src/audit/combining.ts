/** From the children of a group to what they make together, and back to what a point of each is worth. */
import type { NodeResult, Step } from "../model/assessment.js";
import type { Averaging } from "../model/rubric.js";
import { type Rational, compare, divide, equal, multiply, numberOf, spelled, sum } from "./rational.js";
import type { Worked } from "./steps.js";
import { under } from "./tables.js";

/** What is added up or averaged; bonus and deduction stand outside, unless there is nothing else. */
export function coreOf(children: readonly NodeResult[]): readonly NodeResult[] {
  const ordinary = children.filter(({ countsAs }) => countsAs === undefined);
  return ordinary.length > 0 ? ordinary : children;
}

/** From the children that apply to the value that everything else is done to. */
export function combinedAgain(group: NodeResult, core: readonly NodeResult[], divisor: Rational): Worked {
  const there = core.filter(({ status }) => status !== "not-applicable");
  const { combine = "sum" } = group;
  if (combine !== "sum") return averagedAgain(group, there, combine);
  const total = sum(there.map(valueOf));
  const added: Step = { op: "sum", in: there.map((child) => child.awarded!.exact), out: spelled(total) };
  const points = numberOf(group.points);
  if (!group.renormalise || equal(points, divisor)) return { value: total, steps: [added] };
  const value = divide(multiply(total, points), divisor);
  const divided = { op: "renormalise", in: [total, points, divisor].map(spelled), out: spelled(value) };
  return { value, steps: [added, divided] };
}

export function valueOf({ awarded }: NodeResult): Rational {
  if (!awarded) throw new RangeError("scored, and a part of it is not");
  return numberOf(awarded.exact);
}

function averagedAgain(group: NodeResult, there: readonly NodeResult[], combine: Averaging): Worked {
  const shares = there.map((child) => divide(valueOf(child), numberOf(child.available!)));
  const steps = there.map((child, i): Step => ({
    op: "share",
    in: [child.awarded!.exact, child.available],
    out: spelled(shares[i]!),
    note: { indicator: child.id },
  }));
  const { share, note } = under(COMBINED, combine)(shares, there);
  const made = { op: combine, in: shares.map(spelled), out: spelled(share), ...(note && { note }) };
  const value = multiply(share, numberOf(group.points));
  const scaled = { op: "scale", in: [spelled(share), group.points], out: spelled(value) };
  return { value, steps: [...steps, made, scaled] };
}

interface Combined {
  readonly share: Rational;
  readonly note?: Step["note"];
}

type Combining = (shares: readonly Rational[], children: readonly NodeResult[]) => Combined;

const COMBINED: Readonly<Record<Averaging, Combining>> = {
  mean: (shares) => ({ share: divide(sum(shares), { n: BigInt(shares.length), d: 1n }) }),
  weighted_mean: (shares, children) => {
    const weights = children.map(weightOf);
    const weighted = sum(shares.map((share, i) => multiply(share, weights[i]!)));
    return { share: divide(weighted, sum(weights)), note: { weights: weights.map(spelled) } };
  },
  min: (shares, children) => picked(shares, children, -1),
  max: (shares, children) => picked(shares, children, 1),
};

function weightOf({ weight = "1" }: NodeResult): Rational {
  return numberOf(weight);
}

/** The first of equals. */
function picked(shares: readonly Rational[], children: readonly NodeResult[], side: 1 | -1): Combined {
  const index = shares.reduce((best, share, i) => (compare(share, shares[best]!) === side ? i : best), 0);
  return { share: shares[index]!, note: { indicator: children[index]!.id } };
}

/** What one point of a child is worth: undefined while it is open how its group divides. */
export function factorBelow(group: NodeResult, child: NodeResult): string | null | undefined {
  const { factor, status, children = [], combine = "sum" } = group;
  if (factor === null) return null;
  if (status !== "scored" && status !== "not-applicable") return undefined;
  const core = coreOf(children);
  const worth = numberOf(factor);
  const there = core.filter((each) => each.status !== "not-applicable");
  // What joins a group counts only where the group does.
  if (!core.includes(child)) return status === "scored" ? factor : null;
  if (combine === "sum") {
    if (!group.renormalise) return factor;
    if (there.length === 0) return null;
    const divisor = sum(core.map(({ available }) => numberOf(available!)));
    return spelled(divide(multiply(worth, numberOf(group.points)), divisor));
  }
  if (!there.includes(child)) return "0";
  // Weights that were taken out of the record.
  if (group.redacted && combine === "weighted_mean") return undefined;
  const whole = divide(numberOf(group.points), numberOf(child.available!));
  if (combine === "mean" || combine === "weighted_mean") {
    const share = divide(weightOf(child), sum(there.map(weightOf)));
    return spelled(multiply(worth, multiply(whole, share)));
  }
  const shares = there.map((each) => divide(valueOf(each), numberOf(each.available!)));
  const { note } = under(COMBINED, combine)(shares, there);
  return note!["indicator"] === child.id ? spelled(multiply(worth, whole)) : "0";
}
