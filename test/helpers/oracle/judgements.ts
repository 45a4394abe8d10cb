/** What assessors say about a leaf: its points, and whether they can be used. */
import { isList, isMap, map, number, text } from "./plain.js";
import { compare, div, floor, mul, readNumber, sub, total, whole } from "./rational.js";
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
  const waiting = closed ? "missing" : "unknown";
  return supplied === undefined ? { state: waiting } : read(rule, supplied, waiting);
}

export const isJudged = (leaf: PlainMap): boolean => READERS[kindOf(map(leaf["scoring"]))] !== null;

/** What is supplied, and what the state is while something is still to come. */
type Reader = (rule: PlainMap, supplied: Plain, waiting: State) => Judgement;

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
  panel: readPanel,
  table: null,
  imported: null,
  best_of: null,
  first_of: null,
  parts: null,
};

/** Everybody's judgement can be used and nobody has two, or none of them counts; and then there have to be enough. */
function readPanel(rule: PlainMap, supplied: Plain, waiting: State): Judgement {
  if (!isList(supplied)) return { state: "invalid" };
  const weights = Object.entries(map(rule["weights"]));
  const votes: Vote[] = [];
  for (const entry of supplied) {
    const points = pointsOf(rule, entry);
    const { by, as = "", reason } = map(entry);
    const known = weights.length === 0 || weights.some(([name]) => name === as);
    if (points === undefined || reason === undefined || !known) return { state: "invalid" };
    if (votes.some((vote) => vote.by === by)) return { state: "invalid" };
    votes.push({ points, by: text(by), as: text(as) });
  }
  const trim = Number(rule["trim"] ?? 0);
  const needed = Number(map(rule["assessors"])["at_least"] ?? 0);
  const classes = weights.map(([name, weight]) => ({
    weight: number(weight),
    points: votes.filter((vote) => vote.as === name).map((vote) => vote.points),
  }));
  if (votes.length < needed || votes.length <= 2 * trim || classes.some(({ points }) => points.length === 0))
    return { state: waiting };
  if (classes.length > 0)
    return { state: "given", points: total(classes.map(({ weight, points }) => mul(weight, mean(points)))) };
  const rising = votes.map((vote) => vote.points).sort(compare);
  return { state: "given", points: mean(rising.slice(trim, rising.length - trim)) };
}

interface Vote {
  readonly points: Q;
  readonly by: string;
  readonly as: string;
}

const mean = (points: readonly Q[]): Q => div(total(points), whole(points.length));

/** The points of one judgement, or undefined when they leave the range or the grid. */
function pointsOf(rule: PlainMap, judgement: Plain): Q | undefined {
  const points = isMap(judgement) ? readNumber(judgement["points"]) : undefined;
  if (points === undefined) return undefined;
  const range = map(rule["range"]);
  const steps = div(sub(points, number(range["at_least"])), number(rule["step"]));
  return holds(readSpan(range, false), points) && compare(steps, floor(steps)) === 0 ? points : undefined;
}
