/** Whether the goal of a scheme can be reached with the sheets that it may use. */
import { round } from "../base/decimal.js";
import {
  type Exact,
  ZERO,
  compare,
  divide,
  exact,
  formatExact,
  larger,
  multiply,
  negate,
  readExact,
  smaller,
  sum,
} from "../base/exact.js";
import { rescaled } from "../base/rescale.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { DecimalText } from "../model/numbers.js";
import type { Limit, Scheme } from "../model/rubric.js";
import type { FoundSheets, LoadedScheme } from "./find.js";
import { placed } from "./placed.js";
import { thresholdOf } from "./threshold.js";

/** The goal asks for more than all sheets together can give. */
export function outOfReach(loaded: LoadedScheme, found: readonly FoundSheets[]): readonly Diagnostic[] {
  const scheme = loaded.rubric;
  const threshold = thresholdOf(scheme);
  const blended = mostOfBlend(found, scheme);
  if (threshold === undefined || blended === undefined) return [];
  const most = scoreOf(blended, scheme);
  if (compare(exact(threshold), most) <= 0) return [];
  const goal = scheme.outcomes.find((outcome) => outcome.id === scheme.goal)!;
  const params = { outcome: goal.id, threshold, most: formatExact(most) };
  return [placed(loaded, "threshold-out-of-reach", goal.path, params, { kind: "outcome", id: goal.id })];
}

/** What becomes of the blended sum at best: the threshold sees the score, which an effect may set, and rounding up may reach it. */
function scoreOf(blended: Exact, { rescale, effects, floor, cap, round: rounding }: Scheme): Exact {
  const set = effects.flatMap(({ action }) =>
    action.kind === "points" ? exact(action.points) : action.kind === "zero" ? ZERO : [],
  );
  const changed = [rescale ? rescaled(blended, rescale) : blended, ...set].reduce(larger);
  const raised = isStated(floor) ? larger(changed, exact(floor)) : changed;
  const limited = isStated(cap) ? smaller(raised, exact(cap)) : raised;
  return rounding ? round(limited, rounding) : limited;
}

function isStated(limit: Limit | undefined): limit is DecimalText {
  return limit !== undefined && limit !== "none";
}

/** Undefined: without end. Where weights are divided, what applies may be the best component alone. */
function mostOfBlend(found: readonly FoundSheets[], scheme: Scheme): Exact | undefined {
  const ordinary = found.filter(({ component }) => component.weight !== undefined);
  const shares = all(ordinary.map((entry) => mostOf(entry, scheme)));
  const beside = all(found.filter((entry) => !ordinary.includes(entry)).map((entry) => mostOf(entry, scheme)));
  if (!shares || !beside) return undefined;
  const weighted =
    scheme.renormalise === true && ordinary.some(mayDrop)
      ? shares.map((share, i) => divide(share, exact(ordinary[i]!.component.weight!))).reduce(larger)
      : sum(shares);
  return sum([weighted, ...beside]);
}

/** The most that a component can contribute; undefined: without end. A sheet yet to be named may be a perfect one. */
function mostOf(entry: FoundSheets, scheme: Scheme): Exact | undefined {
  const { component, sheets } = entry;
  const { countsAs, weight, outside, ifNotApplicable } = component;
  const worth = weight === undefined ? undefined : multiply(exact(weight), exact(scheme.points));
  if (sheets.length === 0) return worth ?? (countsAs === "deduction" ? ZERO : undefined);
  const ends = sheets.map(({ rubric: { reach, root } }): Exact | undefined => {
    const points = exact(root.points);
    const at = (end: string | null): Exact | undefined => {
      if (outside !== "clamp") return end === null ? undefined : readExact(end);
      if (end === null) return countsAs === "deduction" ? ZERO : points;
      return smaller(larger(readExact(end), ZERO), points);
    };
    const end = at(countsAs === "deduction" ? reach.least : reach.most);
    if (!end) return undefined;
    if (countsAs === "deduction") return negate(end);
    const applied = ifNotApplicable === "full" ? larger(end, points) : end;
    return worth ? multiply(divide(applied, points), worth) : applied;
  });
  const most = all(ends)?.reduce(larger);
  const isDivided = weight !== undefined && scheme.renormalise === true;
  const mayBeNothing = ifNotApplicable === "zero" || (mayDrop(entry) && !isDivided);
  return most && mayBeNothing ? larger(most, ZERO) : most;
}

/** Whether it may turn out that the component does not count at all. */
function mayDrop({ component, sheets }: FoundSheets): boolean {
  const { ifNotApplicable, mayBeNotApplicable, appliesWhen } = component;
  if (ifNotApplicable !== "drop") return false;
  return mayBeNotApplicable || appliesWhen !== undefined || sheets.some(({ rubric }) => rubric.mayVanish);
}

/** The same list, when nothing is missing from it. */
function all<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  return items.every((item): item is T => item !== undefined) ? items : undefined;
}
