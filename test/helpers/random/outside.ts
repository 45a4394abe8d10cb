/** Random bonuses and deductions: beside the ordinary children of a group, and who absorbs them. */
import { has, isList, isMap, maps, number } from "../oracle/plain.js";
import { compare, fraction, mul, negate, print, ZERO } from "../oracle/rational.js";
import { leafRange } from "./limits.js";
import { emit, hundredths } from "./numbers.js";
import { scoring } from "./rules.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Q } from "../oracle/rational.js";
import type { Pool } from "./facts.js";
import type { Random } from "./prng.js";

/** Where the bonuses inside the groups of a sheet stop; mixed, one would ask for a cap that another one forbids. */
export type Absorbing = "section" | "sheet" | "none";

export const randomAbsorbing = (random: Random): Absorbing => random.kind({ section: 60, sheet: 25, none: 15 });

/** Directly below the sheet, a bonus may say anything, unless those further in already rule out a cap. */
export function absorbedBy(random: Random, inside: Absorbing, level: number): Absorbing {
  return level > 1 || inside === "none" ? inside : random.pick(["section", "sheet", "none", "none"]);
}

/** Points of a bonus beside `beside` points. */
export function bonusPoints(random: Random, beside: Q): Q {
  return random.chance(70) ? mul(beside, fraction(BigInt(random.int(1, 4)), 10n)) : beside;
}

/** A leaf that takes away up to about half of what it stands beside. */
export function deductionLeaf(pool: Pool, common: PlainMap, beside: Q, inPlace: boolean): PlainMap {
  const { random } = pool;
  const points = mul(beside, fraction(BigInt(random.pick([1, 2, 5])), 10n));
  const most = emit(random, negate(points));
  const missing: PlainMap = random.chance(30)
    ? { when_missing: random.pick<Plain>(["zero", emit(random, negate(hundredths(random, points, 0, 100)))]) }
    : {};
  const made: PlainMap = {
    ...common,
    counts_as: "deduction",
    floor: random.chance(40) ? "none" : most,
    scoring: negated(withPoints(scoring({ pool, points, tame: random.chance(70), inPlace }), print(points))),
    ...missing,
  };
  const { hi } = leafRange(made, Object.fromEntries([...pool.shared, ...pool.own]));
  if (hi !== null && compare(hi, ZERO) <= 0) return made;
  // What came out could bring points as well: an assessor who takes some away never does.
  return {
    ...made,
    scoring: {
      rule: "judged",
      range: { at_least: most, at_most: 0 },
      step: emit(random, mul(points, fraction(1n, 4n))),
    },
  };
}

/** A flag without points takes none away. */
function withPoints(rule: PlainMap, points: string): PlainMap {
  return rule["rule"] === "flag" && rule["points"] === undefined ? { ...rule, points } : rule;
}

/** The same rule, giving what it took and taking what it gave. */
function negated(rule: PlainMap): PlainMap {
  const entries = Object.entries(rule).map(([key, value]): [string, Plain] => [
    key,
    opposite(rule, key, value ?? null),
  ]);
  const turned: PlainMap = Object.fromEntries(entries);
  if (!has(turned, "restore") || maps(turned["points"]).some((line) => number(line["points"]).n < 0n)) return turned;
  // All that the rule took it gives now: there is nothing to restore.
  const { restore: _, ...rest } = turned;
  return rest;
}

function opposite(rule: PlainMap, key: string, value: Plain): Plain {
  // The start of steps is a place, not a number of points.
  if (key === "start" && rule["rule"] === "steps") return value;
  if (key === "range" && isMap(value) && rule["rule"] === "judged")
    return { at_least: flipped(value["at_most"] ?? null), at_most: flipped(value["at_least"] ?? null) };
  if (NESTED.includes(key) && isList(value)) return value.map((one) => (isMap(one) ? negated(one) : one));
  if (key === "steps" && isMap(value)) return negated(value);
  if (key === "points" && isMap(value))
    return Object.fromEntries(
      Object.entries(value).map(([option, one]): [string, Plain] => [option, flipped(one ?? null)]),
    );
  return VALUES.includes(key) ? flipped(value) : value;
}

const NESTED = ["tiers", "rows", "knots", "items", "of", "parts", "points"];
const VALUES = ["points", "each", "base", "start"];

/** Words stay: a deduction has nothing in full. */
const flipped = (value: Plain): Plain => (value === "zero" || value === "full" ? value : print(negate(number(value))));

/** Now and then up to two of them stand beside the children of a group. */
export function howMany(random: Random): number {
  return random.chance(12) ? random.int(1, 2) : 0;
}
