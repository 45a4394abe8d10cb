/** `linear`: exact interpolation between knots. */
import type { DocumentValue } from "../../model/document.js";
import type { Knot, LinearRule } from "../../model/scoring.js";
import { type Exact, add, compare, divide, exact, formatExact, multiply, subtract } from "../../base/exact.js";
import { pointer } from "../../base/pointer.js";
import { type Domain, isWithin } from "../domain.js";
import { all } from "../given.js";
import type { Report } from "../report.js";
import { decimal, oneOf } from "../scalars.js";
import { givenList, part, shape } from "../shape.js";
import { strictObject } from "../zod.js";
import { factOfType, readFactReference } from "./fact-reference.js";
import { type EndlessSide, endlessFrom, withEndless } from "./endless.js";
import { type Reach, type RuleModule, reachOf, ruleShape } from "./rule.js";

export const linearShape = strictObject({
  rule: oneOf(["linear"]),
  fact: part("fact-reference"),
  knots: part("knots"),
  beyond: oneOf(["clip", "extend"]),
});
export const knotShape = strictObject({ at: decimal, points: decimal });

export const linear: RuleModule<LinearRule> = {
  read(reading) {
    const { path, report } = reading;
    const { ok, fields } = ruleShape(linearShape, reading);
    const fact = readFactReference(fields.fact, reading);
    const knots = readKnots(fields.knots, pointer(path, "knots"), report);
    return ok && fact !== undefined && knots ? { rule: "linear", fact, knots, beyond: fields.beyond } : undefined;
  },

  check(rule, check) {
    factOfType(rule.fact, ["integer", "decimal"], pointer(check.path, "fact"), check);
  },

  reach(rule, { facts, points }) {
    const domain = facts.domain(rule.fact);
    return domain && reachOfLine(rule, domain, points);
  },
};

function readKnots(value: DocumentValue | undefined, path: string, report: Report): readonly Knot[] | undefined {
  const knots = all(
    givenList(value, path, report)?.map((knot, i) => {
      const { ok, fields } = shape(knotShape, knot, pointer(path, i), report);
      return ok ? fields : undefined;
    }),
  );
  if (!knots) return undefined;
  if (knots.length < 2) report.add("too-few-knots", path, { got: knots.length }, { part: "key" });
  const falling = knots.findIndex((knot, i) => i > 0 && compare(exact(knots[i - 1]!.at), exact(knot.at)) >= 0);
  if (falling > 0) {
    const data = { at: knots[falling]!.at, before: knots[falling - 1]!.at };
    report.add("knots-not-rising", pointer(pointer(path, falling), "at"), data);
  }
  return knots.length >= 2 && falling < 0 ? knots : undefined;
}

/** The line bends only at knots, so its extremes are there and at the ends of the domain. */
function reachOfLine(rule: LinearRule, domain: Domain, points: Exact): Reach {
  const { knots, fact } = rule;
  const [first, last] = [knots[0]!, knots.at(-1)!];
  const results = knots
    .filter((knot) => isWithin(exact(knot.at), domain))
    .map((knot) => ({ points: exact(knot.points), witness: `${fact}: ${knot.at}` }));
  const [low, high] = [domain.low?.value, domain.high?.value];
  // Clipped, an endless side ends in its knot; extended, that knot is where it sets out from, unless all lies beyond it.
  const ends = [low ?? furthest(exact(first.at), high, -1), high ?? furthest(exact(last.at), low, 1)];
  for (const x of ends) results.push({ points: valueAt(rule, x), witness: `${fact}: ${formatExact(x)}` });
  const reach = reachOf(results, compare);
  if (rule.beyond === "clip") return reach;
  const sides: EndlessSide[] = [];
  if (!domain.low) sides.push(outward(fact, knots[1]!, first, points));
  if (!domain.high) sides.push(outward(fact, knots.at(-2)!, last, points));
  return withEndless(reach, sides);
}

function furthest(knot: Exact, end: Exact | undefined, side: -1 | 1): Exact {
  return end && compare(end, knot) === side ? end : knot;
}

/** The outer segment, followed away from the inner knot. */
function outward(fact: string, inner: Knot, outer: Knot, points: Exact): EndlessSide {
  const run = subtract(exact(outer.at), exact(inner.at));
  const rise = subtract(exact(outer.points), exact(inner.points));
  const witness = (k: Exact) => `${fact}: ${formatExact(add(exact(outer.at), multiply(k, run)))}`;
  return endlessFrom(exact(outer.points), rise, points, witness);
}

function valueAt(rule: LinearRule, x: Exact): Exact {
  const { knots, beyond } = rule;
  const last = knots.length - 1;
  if (beyond === "clip" && compare(x, exact(knots[0]!.at)) <= 0) return exact(knots[0]!.points);
  if (beyond === "clip" && compare(x, exact(knots[last]!.at)) >= 0) return exact(knots[last]!.points);
  const inside = knots.findIndex((knot, i) => i > 0 && compare(x, exact(knot.at)) <= 0);
  const to = inside < 0 ? last : inside;
  const [a, b] = [knots[to - 1]!, knots[to]!];
  const share = divide(subtract(x, exact(a.at)), subtract(exact(b.at), exact(a.at)));
  return add(exact(a.points), multiply(share, subtract(exact(b.points), exact(a.points))));
}
