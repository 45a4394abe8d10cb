/** The components weighed again: whether each applies, what a point of its sheet is worth, and what it brings to the score. */
import type { Assessment, Bounds, ComponentResult, ScoreResult } from "../model/assessment.js";
import { type Applies, appliesIn } from "./applies.js";
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

/** What the weights are divided by; undefined while it is open which of them count. */
export function divisorOf({ components, scheme }: Assessment): Rational | undefined {
  if (!scheme.renormalise) return ONE;
  const weighted = components.filter(({ weight }) => weight !== null);
  if (weighted.some((each) => appliesIn(each) === "open")) return undefined;
  return sum(weighted.filter((each) => appliesIn(each) === "in").map(({ weight }) => numberOf(weight!)));
}

/** What one point of a component's sheet is worth in the score; null while that is open. */
export function pointWorth(assessment: Assessment, component: ComponentResult): Rational | null {
  const worth = undivided(assessment, component);
  if (component.weight === null || appliesIn(component) === "out") return worth;
  const divisor = divisorOf(assessment);
  return divisor ? divide(worth, divisor) : null;
}

/** The same before the weights of all that applies are divided by their sum. */
function undivided({ scheme }: Assessment, { weight, countsAs, root }: ComponentResult): Rational {
  const slope = slopeOf(scheme);
  if (weight === null) return countsAs === "deduction" ? subtract(ZERO, slope) : slope;
  return divide(worthOf(scheme, weight), numberOf(root!.points));
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
  { cause, from, to, note }: Pick<Change, "cause" | "from" | "to" | "note">,
  component?: string,
): Adjustments[number] {
  const by = spelled(subtract(to, from));
  const effect = cause === "effect" && note && "effect" in note ? note : {};
  const because = { in: spelled(from), out: spelled(to), ...(component !== undefined && { component }), ...effect };
  return { cause, by, contribution: by, because };
}

type Ends = Pick<Bounds, "least" | "most">;

/** A component by itself, on the scale of the score, before weights are divided. */
interface Part {
  readonly id: string;
  readonly applies: Applies;
  /** Null outside the weights. */
  readonly weight: Rational | null;
  /** If it applies. */
  readonly ends: Ends;
  readonly change?: Pick<Change, "cause" | "from" | "to">;
}

/** More that may or may not apply than these are not tried one way and the other. */
const MOST_OPEN = 12;

/** What the components bring together, in each way in which those that may not apply do or do not; undefined: too many. */
export function broughtBy(assessment: Assessment): {
  readonly ends: Ends | undefined;
  readonly adjustments: Adjustments;
} {
  const parts = assessment.components.map((component) => partOf(component, assessment));
  const weighted = parts.filter(({ weight }) => weight !== null);
  const outside = parts.filter(({ weight }) => weight === null);
  const divisor = divisorOf(assessment);
  const adjustments = [
    ...(divisor ? weighted.flatMap((part) => changeOf(part, divisor)) : []),
    ...outside.flatMap((part) => changeOf(part, ONE)),
  ];
  if (parts.filter(({ applies }) => applies === "open").length > MOST_OPEN) return { ends: undefined, adjustments };
  const isDivided = assessment.scheme.renormalise === true;
  const ways = waysOf(weighted).filter((way) => way.length > 0);
  const blended = ways.map((way) => {
    const by = isDivided ? sum(way.map(({ weight }) => weight!)) : ONE;
    return carried(added(way), divide(ONE, by));
  });
  const beside = waysOf(outside).map(added);
  return { ends: added([{ ends: widest(blended) }, { ends: widest(beside) }]), adjustments };
}

function changeOf({ id, change }: Part, divisor: Rational): Adjustments {
  if (!change) return [];
  const { cause, from, to } = change;
  return [adjustmentOf({ cause, from: divide(from, divisor), to: divide(to, divisor) }, id)];
}

function waysOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  return parts.reduce<readonly (readonly Part[])[]>(
    (ways, part) => [
      ...(part.applies === "out" ? [] : ways.map((way) => [...way, part])),
      ...(part.applies === "in" ? [] : ways),
    ],
    [[]],
  );
}

function added(parts: readonly Pick<Part, "ends">[]): Ends {
  const total = (side: keyof Ends): string | null => {
    const ends = parts.map(({ ends: own }) => own[side]);
    return ends.includes(null) ? null : spelled(sum(ends.map((end) => numberOf(end!))));
  };
  return { least: total("least"), most: total("most") };
}

function widest(all: readonly Ends[]): Ends {
  const furthest = (side: keyof Ends, further: (a: Rational, b: Rational) => Rational): string | null => {
    const ends = all.map((each) => each[side]);
    return ends.includes(null) ? null : spelled(ends.map((end) => numberOf(end!)).reduce(further));
  };
  return { least: furthest("least", lesser), most: furthest("most", greater) };
}

/** Its sheet is held between nothing and its points where the scheme says so. */
function partOf(component: ComponentResult, assessment: Assessment): Part {
  const { id, outside, root, weight } = component;
  const applies = appliesIn(component);
  const base = { id, applies, weight: weight === null ? null : numberOf(weight) };
  if (applies === "out") return { ...base, ends: { least: "0", most: "0" } };
  if (!root) return { ...base, ...unnamed(component, assessment) };
  const worth = undivided(assessment, component);
  const { least, most } = root.bounds!;
  if (outside !== "clamp") return { ...base, ends: carried({ least, most }, worth) };
  const points = numberOf(root.points);
  const held = (end: string | null, missing: Rational): string =>
    spelled(end === null ? missing : lesser(greater(numberOf(end), ZERO), points));
  const inside = { least: held(least, ZERO), most: held(most, points) };
  const ends = carried(inside, worth);
  if (root.status !== "scored" || inside.least === least) return { ...base, ends };
  const cause = compare(numberOf(inside.least), numberOf(least!)) > 0 ? "floor" : "cap";
  const from = multiply(numberOf(least!), worth);
  return { ...base, ends, change: { cause, from, to: numberOf(ends.least!) } };
}

/** A sheet that nobody named: anything up to full marks; or what stays although it does not apply. */
function unnamed(
  { weight, countsAs, applicability, terms }: ComponentResult,
  { scheme }: Assessment,
): Pick<Part, "ends" | "change"> {
  const isOut = applicability?.applies === "no";
  if (isOut && terms?.ifNotApplicable !== "full") return { ends: { least: "0", most: "0" } };
  if (weight === null)
    return { ends: countsAs === "deduction" ? { least: null, most: "0" } : { least: "0", most: null } };
  const full = worthOf(scheme, weight);
  if (!isOut) return { ends: { least: "0", most: spelled(full) } };
  return { ends: { least: spelled(full), most: spelled(full) }, change: { cause: "offset", from: ZERO, to: full } };
}

/** What is taken away turns least and most round. */
function carried({ least, most }: Ends, by: Rational): Ends {
  const end = (value: string | null): string | null => value && spelled(multiply(numberOf(value), by));
  return by.n < 0n ? { least: end(most), most: end(least) } : { least: end(least), most: end(most) };
}
