/** One leaf by itself: its state, its value, and its hull, as if it applies. */
import { multiplierOf, product } from "./coefficient.js";
import { absorbs, pointsOf } from "./outside.js";
import { has, map, number, text } from "./plain.js";
import { needsOf } from "./needs.js";
import { display, spelled, ZERO } from "./rational.js";
import { judgementOf } from "./judgements.js";
import { amount, ruleValue } from "./rules.js";
import { ruleHull } from "./reach.js";
import { limit, single, sum, union } from "./span.js";
import type { Facts } from "./facts.js";
import type { Plain, PlainMap } from "./plain.js";
import type { Judgement } from "./judgements.js";
import type { Mode, Q } from "./rational.js";
import type { Hull } from "./span.js";

export type Settled =
  | { readonly status: "scored"; readonly value: Q; readonly hull: Hull; readonly isRuled: true }
  | {
      readonly status: "unknown" | "invalid";
      readonly hull: Hull;
      /** The value of its rule is known; what it is multiplied by is not. */
      readonly isRuled: boolean;
    };

/** `judgement` is what the fact sheet says about this leaf, if anything. */
export function settleLeaf(leaf: PlainMap, facts: Facts, judgement: Plain | undefined, sheetClosed: boolean): Settled {
  const ownJudgement = judgementOf(leaf, judgement, sheetClosed);
  const states = ownJudgement === undefined ? needsOf(leaf, facts).states : [ownJudgement.state];
  const multiplier = multiplierOf(leaf, facts);
  const raw = states.every((state) => state === "given")
    ? (ownJudgement?.points ?? ruleValue(leaf, facts))
    : states.includes("missing") && has(leaf, "when_missing")
      ? whenMissing(leaf)
      : undefined;
  const hull = raw === undefined ? openHull(leaf, facts, ownJudgement) : single(raw);
  const finished = withLimits(leaf, multiplier === undefined ? hull : product(hull, multiplier.hull));
  if (raw !== undefined && (multiplier === undefined || multiplier.state === "given")) return scored(finished);
  const invalid = (raw === undefined && states.includes("invalid")) || multiplier?.state === "invalid";
  return { status: invalid ? "invalid" : "unknown", hull: finished, isRuled: raw !== undefined };
}

function openHull(leaf: PlainMap, facts: Facts, judgement: Judgement | undefined): Hull {
  const hull = ruleHull(leaf, facts);
  const mayGoMissing =
    judgement === undefined
      ? needsOf(leaf, facts).facts.some((id) => facts.know(id).mayGoMissing || facts.know(id).state === "missing")
      : judgement.state !== "missing";
  return has(leaf, "when_missing") && mayGoMissing ? union(hull, single(whenMissing(leaf))) : hull;
}

function scored(hull: Hull): Settled {
  if (hull.lo === null) throw new Error("a value without an end");
  return { status: "scored", value: hull.lo, hull, isRuled: true };
}

const whenMissing = (leaf: PlainMap): Q => amount(leaf["when_missing"], pointsOf(leaf));

/** Floor, then cap, of a leaf or a group. `late` joins behind the cap, before anything is rounded. */
export function withLimits(node: PlainMap, hull: Hull, late: Hull = single(ZERO)): Hull {
  const floor = !has(node, "floor") || node["floor"] === "none" ? undefined : number(node["floor"]);
  const word = has(node, "cap") ? node["cap"] : absorbs(node) ? "points" : "none";
  const cap = word === "none" ? undefined : word === "points" ? pointsOf(node) : number(word);
  return rounded(node, sum(limit(hull, floor, cap), late));
}

/** Behind floor and cap; rounding keeps the order, so the ends of a hull are rounded by themselves. */
export function rounded(node: PlainMap, { lo, hi }: Hull): Hull {
  if (!has(node, "round")) return { lo, hi };
  const { places, mode } = map(node["round"]);
  const round = (value: Q): Q => spelled(display(value, Number(places), text(mode) as Mode));
  return { lo: lo === null ? null : round(lo), hi: hi === null ? null : round(hi) };
}
