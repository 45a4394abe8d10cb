/** The components weighed again: whether each applies, what a point of its sheet is worth, and what it brings to the score. */
import type { Assessment, Bounds, ComponentResult, ScoreResult } from "../model/assessment.js";
import {
  type Rational,
  ONE,
  ZERO,
  compare,
  divide,
  greater,
  lesser,
  multiply,
  numberOf,
  spelled,
  subtract,
  sum,
} from "./rational.js";
import type { Change } from "./steps.js";

/** `open`: it may yet turn out not to apply, or that cannot be told. */
export function appliesIn({ root, applicability, terms = {} }: ComponentResult): "in" | "out" | "open" {
  if (!root) {
    if (applicability?.applies === "no") return (terms.ifNotApplicable ?? "drop") === "drop" ? "out" : "in";
    return applicability?.applies === "open" ? "open" : "in";
  }
  if (root.status === "not-applicable") return "out";
  if (root.status === "scored") return "in";
  return root.available === null || root.applicability?.applies === "open" ? "open" : "in";
}

/** What the weights are divided by; undefined while it is open which of them count. */
export function divisorOf({ components, scheme }: Assessment): Rational | undefined {
  if (!scheme.renormalise) return ONE;
  const weighted = components.filter(({ weight }) => weight !== null);
  if (weighted.some((each) => appliesIn(each) === "open")) return undefined;
  return sum(weighted.filter((each) => appliesIn(each) === "in").map(({ weight }) => numberOf(weight!)));
}

/** What one point of a component's sheet is worth in the score; undefined while that is open. */
export function pointWorth(assessment: Assessment, component: ComponentResult): Rational | undefined {
  const { weight, countsAs, root } = component;
  const slope = slopeOf(assessment.scheme);
  if (weight === null) return countsAs === "deduction" ? subtract(ZERO, slope) : slope;
  const divisor = appliesIn(component) === "out" ? ONE : divisorOf(assessment);
  return divisor && divide(divide(worthOf(assessment.scheme, weight), divisor), numberOf(root!.points));
}

/** The most that full marks in a component come to, on the scale of the score, before weights are divided. */
function worthOf(scheme: Assessment["scheme"], weight: string): Rational {
  return multiply(multiply(numberOf(weight), numberOf(scheme.points)), slopeOf(scheme));
}

export function slopeOf({ rescale }: Assessment["scheme"]): Rational {
  if (!rescale) return ONE;
  const { from, to } = rescale;
  const width = subtract(numberOf(from.high), numberOf(from.low));
  return divide(subtract(numberOf(to.high), numberOf(to.low)), width);
}

export type Adjustments = ScoreResult["adjustments"];

export function adjustmentOf(
  { cause, from, to }: Pick<Change, "cause" | "from" | "to">,
  component?: string,
): Adjustments[number] {
  const by = spelled(subtract(to, from));
  const because = { in: spelled(from), out: spelled(to), ...(component !== undefined && { component }) };
  return { cause, by, contribution: by, because };
}

type Ends = Pick<Bounds, "least" | "most">;

export interface Brought {
  readonly ends: Ends;
  readonly adjustments: Adjustments;
}

const NOTHING: Brought = { ends: { least: "0", most: "0" }, adjustments: [] };

/** What a component brings, its sheet held between nothing and its points where the scheme says so; undefined while open. */
export function broughtBy(component: ComponentResult, assessment: Assessment): Brought | undefined {
  const { id, outside, root } = component;
  const applies = appliesIn(component);
  if (applies === "open") return undefined;
  if (applies === "out") return NOTHING;
  if (!root) return unnamed(component, assessment);
  const worth = pointWorth(assessment, component);
  if (worth === undefined) return undefined;
  const { least, most } = root.bounds!;
  if (outside !== "clamp") return { ends: carried({ least, most }, worth), adjustments: [] };
  const points = numberOf(root.points);
  const held = (end: string | null, missing: Rational): string =>
    spelled(end === null ? missing : lesser(greater(numberOf(end), ZERO), points));
  const inside = { least: held(least, ZERO), most: held(most, points) };
  const ends = carried(inside, worth);
  if (root.status !== "scored" || inside.least === least) return { ends, adjustments: [] };
  const cause = compare(numberOf(inside.least), numberOf(least!)) > 0 ? "floor" : "cap";
  const from = multiply(numberOf(least!), worth);
  return { ends, adjustments: [adjustmentOf({ cause, from, to: numberOf(ends.least!) }, id)] };
}

/** A sheet that nobody named: anything up to full marks; or what stays although it does not apply. */
function unnamed({ id, weight, countsAs, applicability, terms }: ComponentResult, assessment: Assessment): Brought {
  const divisor = divisorOf(assessment);
  const isFull = terms?.ifNotApplicable === "full";
  if (applicability?.applies === "no" && !isFull) return NOTHING;
  if (weight === null) {
    const isTaken = countsAs === "deduction";
    return { ends: { least: isTaken ? null : "0", most: isTaken ? "0" : null }, adjustments: [] };
  }
  const worth = worthOf(assessment.scheme, weight);
  const full = divisor ? divide(worth, divisor) : worth;
  if (applicability?.applies !== "no") return { ends: { least: "0", most: spelled(full) }, adjustments: [] };
  const adjustment = adjustmentOf({ cause: "offset", from: ZERO, to: full }, id);
  return { ends: { least: spelled(full), most: spelled(full) }, adjustments: divisor ? [adjustment] : [] };
}

/** What is taken away turns least and most round. */
function carried({ least, most }: Ends, by: Rational): Ends {
  const end = (value: string | null): string | null => value && spelled(multiply(numberOf(value), by));
  return by.n < 0n ? { least: end(most), most: end(least) } : { least: end(least), most: end(most) };
}
