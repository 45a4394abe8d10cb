/** What assessors say about a leaf: its points, and whether they can be used. */
import { isMap, map, number } from "./plain.js";
import { compare, div, floor, readNumber, sub } from "./rational.js";
import { holds, readSpan } from "./span.js";
import { kindOf } from "./rules.js";
import type { RuleKind } from "../../../src/model/scoring.js";
import type { State } from "./facts.js";
import type { Plain, PlainMap } from "./plain.js";
import type { Q } from "./rational.js";

export interface Judgement {
  readonly state: State;
  readonly points?: Q;
}

/** Undefined where the rule of the leaf reads facts. */
export function judgementOf(leaf: PlainMap, supplied: Plain | undefined, closed: boolean): Judgement | undefined {
  const rule = map(leaf["scoring"]);
  const read = READERS[kindOf(rule)];
  if (read === null) return undefined;
  return supplied === undefined ? { state: closed ? "missing" : "unknown" } : read(rule, supplied);
}

export const isJudged = (leaf: PlainMap): boolean => READERS[kindOf(map(leaf["scoring"]))] !== null;

type Reader = (rule: PlainMap, supplied: Plain) => Judgement;

const READERS: { readonly [K in RuleKind]: Reader | null } = {
  flag: null,
  choice: null,
  tiers: null,
  steps: null,
  linear: null,
  checklist: null,
  events: null,
  levels: null,
  judged: (rule, supplied) => {
    const points = pointsOf(rule, supplied);
    return points === undefined ? { state: "invalid" } : { state: "given", points };
  },
  table: null,
  best_of: null,
  first_of: null,
  parts: null,
};

/** The points of one judgement, or undefined when they leave the range or the grid. */
function pointsOf(rule: PlainMap, judgement: Plain): Q | undefined {
  const points = isMap(judgement) ? readNumber(judgement["points"]) : undefined;
  if (points === undefined) return undefined;
  const range = map(rule["range"]);
  const steps = div(sub(points, number(range["at_least"])), number(rule["step"]));
  return holds(readSpan(range, false), points) && compare(steps, floor(steps)) === 0 ? points : undefined;
}
