/** The rules on known facts: what a leaf gets. */
import { eventsOf } from "./events.js";
import { standing } from "./standing.js";
import { factsIn, innerRules, leafOf, switchedOn } from "./inner.js";
import { pointsOf } from "./outside.js";
import { has, isList, isMap, map, maps, number, text } from "./plain.js";
import { abs, add, ceil, div, floor, less, max, mul, sub, total, whole, ZERO } from "./rational.js";
import { holds, readSpan } from "./span.js";
import type { Facts } from "./facts.js";
import type { Plain, PlainMap } from "./plain.js";
import type { Q } from "./rational.js";
import type { RuleKind } from "../../../src/model/scoring.js";
import type { Value } from "./values.js";

/** The facts a leaf reads; `judged` reads none. */
export function factsRead(leaf: PlainMap): string[] {
  const rule = map(leaf["scoring"]);
  switch (kindOf(rule)) {
    case "flag":
    case "choice":
    case "tiers":
    case "steps":
    case "linear":
    case "events":
    case "levels":
    case "imported":
      return [factOf(leaf)];
    case "checklist":
      return rule["mode"] === "sum" ? maps(rule["items"]).map((item) => text(item["fact"])) : itemsOf(rule);
    case "judged":
    case "panel":
      return [];
    case "table":
      return tableFacts(rule);
    case "best_of":
    case "first_of":
    case "parts":
      return [
        ...new Set(innerRules(rule).flatMap((one) => [...factsIn(one["when"]), ...factsRead(leafOf(leaf, one))])),
      ];
  }
}

/** The one fact of a leaf, which may be declared in place under the leaf's own id. */
export function factOf(leaf: PlainMap): string {
  const fact = map(leaf["scoring"])["fact"];
  return isMap(fact) ? text(leaf["id"]) : text(fact);
}

export const itemsOf = (rule: PlainMap): string[] => (rule["items"] as readonly Plain[]).map(text);

/** Points of a leaf all of whose facts are given; a judgement is its own points. */
export function ruleValue(leaf: PlainMap, facts: Facts): Q {
  const rule = map(leaf["scoring"]);
  const full = pointsOf(leaf);
  const given = (): Value => must(facts.know(factOf(leaf)).value);
  switch (kindOf(rule)) {
    case "flag":
      return isTrue(given()) ? flagPoints(rule, full) : ZERO;
    case "choice":
      return optionPoints(rule, given(), rule["pick"] === "sum");
    case "levels":
      return optionPoints(rule, given(), rule["count"] === "all");
    case "tiers":
    case "steps":
    case "linear":
      return pointsAt(rule, numeric(given()));
    case "checklist":
      return checklist(rule, full, facts);
    case "best_of":
      return innerRules(rule)
        .map((one) => ruleValue(leafOf(leaf, one), facts))
        .reduce(max);
    case "first_of": {
      const taken = innerRules(rule).find((one) => switchedOn(one, facts) === true);
      return taken === undefined ? ZERO : ruleValue(leafOf(leaf, taken), facts);
    }
    case "parts":
      return innerRules(rule)
        .filter((one) => switchedOn(one, facts) === true)
        .map((one) => ruleValue(leafOf(leaf, one), facts))
        .reduce(add, startOf(rule, full));
    case "imported":
      return importedPoints(rule, numeric(given()), full);
    case "table":
      return tablePoints(rule, facts);
    case "events": {
      const { entries } = eventsOf(factOf(leaf), facts);
      return total([startOf(rule, full), ...standing(rule, entries, facts.asOf).map(({ worth }) => worth)]);
    }
    case "judged":
    case "panel":
      throw new Error("a judgement is its own points");
  }
}

/** What a leaf is scored by; a kind that the oracle does not know ends in nothing, and the compiler names its place. */
export const kindOf = (rule: PlainMap): RuleKind => text(rule["rule"]) as RuleKind;

export const flagPoints = (rule: PlainMap, full: Q): Q => (has(rule, "points") ? number(rule["points"]) : full);

/** `start` of events and checklists: zero (the default), full, or a number. */
export function startOf(rule: PlainMap, full: Q): Q {
  return amount(rule["start"] ?? "zero", full);
}

export function amount(word: Plain | undefined, full: Q): Q {
  if (word === "zero") return ZERO;
  return word === "full" ? full : number(word);
}

/** Of several options the best, or the sum; nothing held is worth 0. */
function optionPoints(rule: PlainMap, value: Value, summed: boolean): Q {
  const points = map(rule["points"]);
  if (value.type === "text") return number(points[value.text]);
  if (value.type !== "set") throw new Error("an option was expected");
  const held = value.held.map((option) => number(points[option]));
  const [first, ...rest] = held;
  if (first === undefined) return ZERO;
  return summed ? total(held) : rest.reduce(max, first);
}

/** tiers, steps and linear at a number. */
export function pointsAt(rule: PlainMap, x: Q): Q {
  if (rule["rule"] === "tiers") return tierPoints(rule, x);
  return rule["rule"] === "steps" ? stepPoints(rule, x) : linearPoints(rule, x);
}

function tierPoints(rule: PlainMap, x: Q): Q {
  const tier = maps(rule["tiers"]).find((one) => holds(readSpan(one, false), x));
  if (tier === undefined) throw new Error("tiers with a gap");
  return tierAt(tier, x);
}

/** The points of a tier at a number in it, or at one of its ends. */
export function tierAt(tier: PlainMap, x: Q): Q {
  const points = number(tier["points"]);
  if (!has(tier, "steps")) return points;
  const steps = map(tier["steps"]);
  const from = number(steps["from"] ?? tier["at_least"] ?? tier["above"]);
  const away = partSteps(steps, div(abs(sub(x, from)), number(steps["per"])));
  const worth = mul(number(steps["points"]), away);
  return less(x, from) ? sub(points, worth) : add(points, worth);
}

function stepPoints(rule: PlainMap, x: Q): Q {
  const start = number(rule["start"]);
  const points = number(rule["points"]);
  const base = has(rule, "base") ? number(rule["base"]) : ZERO;
  const steps = partSteps(rule, div(abs(sub(x, start)), number(rule["per"])));
  if (!less(x, start)) return add(base, mul(points, steps));
  return rule["both_ways"] === true ? sub(base, mul(points, steps)) : base;
}

function partSteps(rule: PlainMap, steps: Q): Q {
  if (rule["partial"] === "interpolate") return steps;
  return rule["partial"] === "floor" ? floor(steps) : ceil(steps);
}

export interface Knot {
  readonly at: Q;
  readonly points: Q;
}

export const knotsOf = (rule: PlainMap): Knot[] =>
  maps(rule["knots"]).map((knot) => ({ at: number(knot["at"]), points: number(knot["points"]) }));

export const slope = (a: Knot, b: Knot): Q => div(sub(b.points, a.points), sub(b.at, a.at));

function linearPoints(rule: PlainMap, x: Q): Q {
  const knots = knotsOf(rule);
  const first = must(knots[0]);
  const last = must(knots.at(-1));
  if (rule["beyond"] === "clip" && !less(first.at, x)) return first.points;
  if (rule["beyond"] === "clip" && !less(x, last.at)) return last.points;
  const inner = knots.slice(1, -1).filter((knot) => less(knot.at, x)).length;
  const left = must(knots[inner]);
  const right = must(knots[inner + 1]);
  return add(left.points, mul(slope(left, right), sub(x, left.at)));
}

/** As far along one scale as along the other. */
export function importedPoints(rule: PlainMap, x: Q, full: Q): Q {
  const from = map(rule["from"]);
  const [low, high] = [number(from["at_least"]), number(from["at_most"])];
  const share = div(sub(x, low), sub(high, low));
  if (!has(rule, "to")) return mul(share, full);
  const to = map(rule["to"]);
  const [least, most] = [number(to["at_least"]), number(to["at_most"])];
  return add(least, mul(share, sub(most, least)));
}

/** The facts that the rows of a table name. */
export const tableFacts = (rule: PlainMap): string[] => [
  ...new Set(maps(rule["rows"]).flatMap((row) => Object.keys(map(row["when"])))),
];

/** Exactly one row holds the facts, and a table of which that is not true is no table. */
function tablePoints(rule: PlainMap, facts: Facts): Q {
  const found = maps(rule["rows"]).filter((row) =>
    Object.entries(map(row["when"])).every(([fact, cell]) => inCell(must(cell), must(facts.know(fact).value))),
  );
  if (found.length !== 1) throw new Error(`${found.length} rows hold the facts`);
  return number(must(found[0])["points"]);
}

/** A cell: yes or no, an option, a list of options, or ends of numbers. */
export function inCell(cell: Plain, value: Value): boolean {
  if (isMap(cell)) return holds(readSpan(cell, false), numeric(value));
  if (typeof cell === "boolean") return isTrue(value) === cell;
  if (value.type !== "text") throw new Error("an option was expected");
  return isList(cell) ? cell.map(text).includes(value.text) : text(cell) === value.text;
}

function checklist(rule: PlainMap, full: Q, facts: Facts): Q {
  const holdsOf = (fact: string): boolean => isTrue(must(facts.know(fact).value));
  if (rule["mode"] === "sum") {
    return total(maps(rule["items"]).map((item) => (holdsOf(text(item["fact"])) ? number(item["points"]) : ZERO)));
  }
  const met = itemsOf(rule).filter(holdsOf).length;
  return rule["mode"] === "ladder" ? tierPoints(rule, whole(met)) : perItem(rule, full, met);
}

/** The points of a per-item checklist when `met` of its items hold. */
export function perItem(rule: PlainMap, full: Q, met: number): Q {
  const counted = rule["count"] === "unmet" ? itemsOf(rule).length - met : met;
  return add(startOf(rule, full), mul(number(rule["each"]), whole(counted)));
}

export function isTrue(value: Value): boolean {
  return value.type === "boolean" && value.is;
}

export function numeric(value: Value): Q {
  if (value.type !== "number") throw new Error("a number was expected");
  return value.n;
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("nothing there");
  return value;
}
