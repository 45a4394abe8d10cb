/** The rules on open facts: the hull of what a leaf can still get, before its floor and cap. */
import { eventsOf } from "./events.js";
import { innerRules, leafOf, switchedOn } from "./inner.js";
import { pointsOf } from "./outside.js";
import { ids, has, isMap, map, maps, number, text } from "./plain.js";
import { less, max, min, mul, sign, total, whole, ZERO } from "./rational.js";
import {
  factOf,
  flagPoints,
  importedPoints,
  inCell,
  itemsOf,
  isTrue,
  kindOf,
  knotsOf,
  perItem,
  pointsAt,
  ruleValue,
  slope,
  startOf,
  tierAt,
} from "./rules.js";
import { brokenWorth, standingHull, withDouble } from "./standing.js";
import { closed, holds, hullOf, hullOfPoints, intersect, meet, readSpan, single, sum, union } from "./span.js";
import type { Facts } from "./facts.js";
import type { Plain, PlainMap } from "./plain.js";
import type { Q } from "./rational.js";
import type { Hull, Span } from "./span.js";

/** Every fact on its own over its domain, the given ones at their values. */
export function ruleHull(leaf: PlainMap, facts: Facts): Hull {
  const rule = map(leaf["scoring"]);
  const full = pointsOf(leaf);
  const overOne = (open: (fact: string, domain: Span) => Hull): Hull => {
    const fact = factOf(leaf);
    const { state, domain } = facts.know(fact);
    return state === "given" ? single(ruleValue(leaf, facts)) : open(fact, domain);
  };
  switch (kindOf(rule)) {
    case "judged":
    case "panel":
      return closedRange(map(rule["range"]));
    case "checklist":
      return checklistHull(rule, full, facts);
    case "best_of":
      return innerRules(rule)
        .map((one) => ruleHull(leafOf(leaf, one), facts))
        .reduce(bestOf);
    case "first_of": {
      const rules = innerRules(rule).filter((one) => switchedOn(one, facts) !== false);
      const sure = rules.findIndex((one) => switchedOn(one, facts) === true);
      const possible = sure < 0 ? rules : rules.slice(0, sure + 1);
      const hulls = possible.map((one) => ruleHull(leafOf(leaf, one), facts));
      return hullOf(sure < 0 ? [...hulls, single(ZERO)] : hulls);
    }
    case "parts":
      return innerRules(rule)
        .filter((one) => switchedOn(one, facts) !== false)
        .map((one) => {
          const hull = ruleHull(leafOf(leaf, one), facts);
          return switchedOn(one, facts) === true ? hull : union(hull, single(ZERO));
        })
        .reduce(sum, single(startOf(rule, full)));
    case "table":
      return tableHull(rule, facts);
    case "events":
      return eventsHull(leaf, rule, startOf(rule, full), facts);
    case "flag":
      return overOne(() => hullOfPoints([ZERO, flagPoints(rule, full)]));
    case "choice":
      return overOne((fact) => optionsHull(rule, fact, rule["pick"] === "sum", facts));
    case "levels":
      return overOne((fact) => optionsHull(rule, fact, rule["count"] === "all", facts));
    case "tiers":
      return overOne((_fact, domain) => tiersHull(rule, domain));
    case "steps":
      return overOne((_fact, domain) => stepsHull(rule, domain));
    case "linear":
      return overOne((_fact, domain) => linearHull(rule, domain));
    case "imported":
      return overOne((_fact, { lo, hi }) => ({
        lo: lo === null ? null : importedPoints(rule, lo, full),
        hi: hi === null ? null : importedPoints(rule, hi, full),
      }));
  }
}

const closedRange = (range: PlainMap): Hull => ({ lo: number(range["at_least"]), hi: number(range["at_most"]) });

function optionsHull(rule: PlainMap, fact: string, summed: boolean, facts: Facts): Hull {
  const declaration = map(facts.declarations.get(fact));
  const points = ids(declaration["options"]).map((option) => number(map(rule["points"])[option]));
  if (declaration["type"] === "choice") return hullOfPoints(points);
  return summed ? anyOf(points) : hullOfPoints([ZERO, ...points]);
}

/** Any of them may be added: the negative ones pull down, the positive ones up. */
function anyOf(points: readonly Q[]): Hull {
  return { lo: total(points.map((one) => min(one, ZERO))), hi: total(points.map((one) => max(one, ZERO))) };
}

function tiersHull(rule: PlainMap, domain: Span): Hull {
  const possible = maps(rule["tiers"]).filter((tier) => meet(readSpan(tier, domain.whole), domain));
  return hullOf(possible.map((tier) => tierHull(tier, intersect(readSpan(tier, domain.whole), domain))));
}

/** Steps within a tier rise or fall throughout: the ends of what the tier holds decide. */
function tierHull(tier: PlainMap, domain: Span): Hull {
  const direction = has(tier, "steps") ? sign(number(map(tier["steps"])["points"])) : 0;
  if (direction === 0) return single(number(tier["points"]));
  const low = domain.lo === null ? null : tierAt(tier, domain.lo);
  const high = domain.hi === null ? null : tierAt(tier, domain.hi);
  return direction > 0 ? { lo: low, hi: high } : { lo: high, hi: low };
}

/** Steps rise or fall throughout, so the ends decide; below its start a one-way rule stays at its base. */
function stepsHull(rule: PlainMap, domain: Span): Hull {
  const base = has(rule, "base") ? number(rule["base"]) : ZERO;
  const direction = sign(number(rule["points"]));
  if (direction === 0) return single(base);
  const atLow = domain.lo !== null ? pointsAt(rule, domain.lo) : rule["both_ways"] === true ? null : base;
  const atHigh = domain.hi !== null ? pointsAt(rule, domain.hi) : null;
  return direction > 0 ? { lo: atLow, hi: atHigh } : { lo: atHigh, hi: atLow };
}

function linearHull(rule: PlainMap, domain: Span): Hull {
  const inside = knotsOf(rule)
    .filter((knot) => holds({ lo: domain.lo, hi: domain.hi }, knot.at))
    .map((knot) => knot.points);
  const low = linearEnd(rule, domain.lo, "low");
  const high = linearEnd(rule, domain.hi, "high");
  const reached = hullOfPoints([...inside, ...[low, high].filter((end) => typeof end !== "string")]);
  const endless = [low, high];
  return { lo: endless.includes("falls") ? null : reached.lo, hi: endless.includes("rises") ? null : reached.hi };
}

/** The points at an end of the domain; where it has none, the points everything beyond gets, or the way they go. */
function linearEnd(rule: PlainMap, end: Q | null, side: "low" | "high"): Q | "rises" | "falls" {
  if (end !== null) return pointsAt(rule, end);
  const knots = knotsOf(rule);
  const [outer, inner] = side === "low" ? [knots[0], knots[1]] : [knots.at(-1), knots.at(-2)];
  if (outer === undefined || inner === undefined) throw new Error("a line needs two knots");
  const direction = rule["beyond"] === "clip" ? 0 : sign(slope(outer, inner));
  if (direction === 0) return outer.points;
  return direction > 0 === (side === "high") ? "rises" : "falls";
}

function checklistHull(rule: PlainMap, full: Q, facts: Facts): Hull {
  const truth = (fact: string): boolean | undefined => {
    const { state, value } = facts.know(fact);
    return state === "given" && value !== undefined ? isTrue(value) : undefined;
  };
  if (rule["mode"] === "sum") {
    const known = maps(rule["items"]).filter((item) => truth(text(item["fact"])) === true);
    const open = maps(rule["items"]).filter((item) => truth(text(item["fact"])) === undefined);
    return sum(single(totalOf(known)), anyOf(open.map((item) => number(item["points"]))));
  }
  const items = itemsOf(rule);
  const least = items.filter((item) => truth(item) === true).length;
  const most = least + items.filter((item) => truth(item) === undefined).length;
  if (rule["mode"] === "ladder") return tiersHull(rule, closed(whole(least), whole(most), true));
  return hullOfPoints([perItem(rule, full, least), perItem(rule, full, most)]);
}

/** The better of two: never worse than either. */
function bestOf(a: Hull, b: Hull): Hull {
  const lows = [a.lo, b.lo].filter((low) => low !== null);
  return {
    lo: lows.length === 0 ? null : lows.reduce(max),
    hi: a.hi === null || b.hi === null ? null : max(a.hi, b.hi),
  };
}

/** Rows none of whose cells is out of reach: each fact moves by itself. */
function tableHull(rule: PlainMap, facts: Facts): Hull {
  const possible = maps(rule["rows"]).filter((row) =>
    Object.entries(map(row["when"])).every(([fact, cell]) => mayBeIn(cell, fact, facts)),
  );
  return hullOfPoints(possible.map((row) => number(row["points"])));
}

function mayBeIn(cell: Plain | undefined, fact: string, facts: Facts): boolean {
  const { state, value, domain } = facts.know(fact);
  if (state === "given" && value !== undefined && cell !== undefined) return inCell(cell, value);
  return !isMap(cell) || meet(readSpan(cell, domain.whole), domain);
}

const totalOf = (items: readonly PlainMap[]): Q => total(items.map((item) => number(item["points"])));

function eventsHull(leaf: PlainMap, rule: PlainMap, start: Q, facts: Facts): Hull {
  const fact = factOf(leaf);
  if (facts.know(fact).value === undefined) return sum(single(start), anyEvents(rule));
  const { entries, broken } = eventsOf(fact, facts);
  return sum(single(start), standingHull(rule, entries, broken, facts.asOf));
}

/** As many as one likes, or as may count, each on the worst line or on the best. */
function anyEvents(rule: PlainMap): Hull {
  const { lo, hi } = hullOfPoints(brokenWorth(rule, undefined).flatMap((worth) => withDouble(rule, worth)));
  if (lo === null || hi === null) throw new Error("a list of lines has ends");
  if (!has(rule, "at_most_count")) return { lo: less(lo, ZERO) ? null : ZERO, hi: less(ZERO, hi) ? null : ZERO };
  const n = number(rule["at_most_count"]);
  return { lo: mul(lo, n), hi: mul(hi, n) };
}
