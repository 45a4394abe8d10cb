/** What a scheme is made of, and what it does to the sum of its components. */
import { withLimits } from "./leaf.js";
import { has, isList, map, maps, number, text } from "./plain.js";
import { add, div, mul, ONE, sub } from "./rational.js";
import type { PlainMap } from "./plain.js";
import type { Q } from "./rational.js";
import type { Hull } from "./span.js";

export interface Chosen {
  readonly component: PlainMap;
  /** Undefined while nobody names it. */
  readonly sheet: PlainMap | undefined;
}

export function schemeOf(rubrics: readonly PlainMap[]): PlainMap {
  const scheme = rubrics.find((rubric) => rubric["kind"] === "scheme");
  if (scheme === undefined) throw new Error("no scheme among the rubrics");
  return scheme;
}

/** The sheet as it stands in its component, whose words on applying are those of its root. */
export function sheetIn({ component, sheet }: Chosen): PlainMap | undefined {
  if (sheet === undefined) return undefined;
  const keys = ["applies_when", "may_be_not_applicable", "if_not_applicable"];
  return { ...sheet, ...Object.fromEntries(Object.entries(component).filter(([key]) => keys.includes(key))) };
}

/** Whether the scheme writes the indicators of its one sheet itself. */
export const holdsSheet = (scheme: PlainMap): boolean => isList(scheme["indicators"]);

/** Each component with its sheet: `sheet` names it; of `one_of`, the fact sheet does. */
export function chosenOf(rubrics: readonly PlainMap[], factSheet: PlainMap): Chosen[] {
  const scheme = schemeOf(rubrics);
  if (holdsSheet(scheme)) return [heldBy(scheme)];
  return maps(scheme["blend"]).map((component) => {
    const id = has(component, "sheet") ? component["sheet"] : map(factSheet["sheets"])[text(component["id"])];
    return { component, sheet: rubrics.find((rubric) => rubric["kind"] === "sheet" && rubric["id"] === id) };
  });
}

/** Floor and cap limit the sum of the indicators; what is rounded is the score, which effects change before that. */
function heldBy(scheme: PlainMap): Chosen {
  const { round: _, effects: __, ...sheet } = scheme;
  return { component: { id: scheme["id"], weight: 1 }, sheet };
}

/** What a point on the scale of the blend is worth on that of the score. */
export function slopeOf(scheme: PlainMap): Q {
  return has(scheme, "rescale") ? div(lengthOf(scheme, "to"), lengthOf(scheme, "from")) : ONE;
}

const scale = (scheme: PlainMap, side: "from" | "to"): PlainMap => map(map(scheme["rescale"])[side]);

const lengthOf = (scheme: PlainMap, side: "from" | "to"): Q =>
  sub(number(scale(scheme, side)["at_most"]), number(scale(scheme, side)["at_least"]));

/** From the sum of the contributions, which are on the scale of the score, to the score: shifted, changed, limited, rounded. */
export function behindBlend(scheme: PlainMap, hull: Hull, change: (hull: Hull) => Hull): Hull {
  const shifted = has(scheme, "rescale") ? { lo: shift(scheme, hull.lo), hi: shift(scheme, hull.hi) } : hull;
  const { floor: _, cap: __, indicators: ___, ...unlimited } = scheme;
  return withLimits(holdsSheet(scheme) ? unlimited : scheme, change(shifted));
}

/** The lower ends of the two scales lie on each other. */
function shift(scheme: PlainMap, at: Q | null): Q | null {
  if (at === null) return null;
  const start = mul(number(scale(scheme, "from")["at_least"]), slopeOf(scheme));
  return add(sub(at, start), number(scale(scheme, "to")["at_least"]));
}
