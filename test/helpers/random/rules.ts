/** Random rules for a leaf of given points: all of them, in all their modes. */
import { ids, isMap, map, number } from "../oracle/plain.js";
import { add, compare, fraction, mul, print, whole, ZERO } from "../oracle/rational.js";
import { readSpan } from "../oracle/span.js";
import { condition, fieldCondition, within } from "./conditions.js";
import { declarationOf, declare, factOf, kindsOf, ofInstances, rawFact } from "./facts.js";
import { emit, emitInt, hundredths, randomBig, tenth } from "./numbers.js";
import type { RuleKind, SingleRule } from "../../../src/model/scoring.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Q } from "../oracle/rational.js";
import type { FactType, Pool } from "./facts.js";
import type { Random } from "./prng.js";

export interface LeafAsk {
  readonly pool: Pool;
  readonly points: Q;
  /** Only values from 0 to the points, so that neither floor nor cap has to be said. */
  readonly tame: boolean;
  /** Whether a fact may be declared inside the leaf. */
  readonly inPlace: boolean;
}

/** How often each kind is made, in percent. */
const WHOLE: Readonly<Record<Exclude<RuleKind, SingleRule["rule"]> | "single", number>> = {
  single: 70,
  judged: 7,
  panel: 7,
  best_of: 6,
  first_of: 8,
  parts: 9,
};
const SINGLE: Readonly<Record<SingleRule["rule"], number>> = {
  flag: 12,
  choice: 12,
  tiers: 15,
  steps: 14,
  linear: 12,
  checklist: 13,
  events: 13,
  levels: 9,
  table: 12,
  imported: 9,
};

export function scoring(ask: LeafAsk): PlainMap {
  const { random } = ask.pool;
  const rule = random.kind(WHOLE);
  switch (rule) {
    case "single":
      return single(ask);
    case "judged":
      return judged(ask);
    case "panel":
      return panel(ask);
    case "best_of":
      return { rule, of: inner(ask, random.int(2, 3)) };
    case "parts": {
      const share = ask.tame ? { ...ask, points: mul(ask.points, fraction(1n, 4n)) } : ask;
      const start: PlainMap = random.chance(50) ? { start: ask.tame ? "zero" : random.pick(["zero", "full"]) } : {};
      const made = inner(share, random.int(1, 3));
      return {
        rule,
        ...start,
        parts: made.map((one) => (random.chance(45) ? { ...one, when: condition(ask.pool, 1) } : one)),
      };
    }
    case "first_of": {
      const of = inner(ask, random.int(2, 3));
      const asksAll = random.chance(40);
      return {
        rule,
        of: of.map((one, i) => (i < of.length - 1 || asksAll ? { ...one, when: condition(ask.pool, 1) } : one)),
      };
    }
  }
}

/** Rules inside a rule: they only name their facts. */
function inner(ask: LeafAsk, count: number): PlainMap[] {
  const titles = ask.pool.random.shuffle(["甲", "乙", "丙", "丁"]);
  return Array.from({ length: count }, (_, i) => ({
    title: ask.pool.random.chance(20) ? { zh: titles[i], en: `rule ${i}` } : titles[i],
    ...single({ ...ask, inPlace: false }),
  }));
}

function single(ask: LeafAsk): PlainMap {
  const { random } = ask.pool;
  const rule = random.kind(SINGLE);
  switch (rule) {
    case "flag":
      return { rule, fact: oneFact(ask, ["boolean"]).fact, ...(random.chance(40) ? { points: value(ask) } : {}) };
    case "choice":
    case "levels":
      return options(ask, rule);
    case "tiers": {
      const { fact, declaration } = oneFact(ask, ["integer", "decimal"]);
      const cut = cuts(random, declaration);
      return {
        rule,
        fact,
        tiers: random.shuffle(
          brackets(random, cut, declaration["type"] === "integer").map((tier) => ({
            ...tier,
            points: value(ask),
            ...(random.chance(30) ? { steps: tierSteps(ask, tier) } : {}),
          })),
        ),
      };
    }
    case "steps":
      return steps(ask);
    case "linear":
      return linear(ask);
    case "checklist":
      return checklist(ask);
    case "events":
      return events(ask);
    case "table":
      return table(ask);
    case "imported":
      return imported(ask);
  }
}

/** The fact of a rule that reads one: named, or declared in place. */
function oneFact(ask: LeafAsk, types: readonly FactType[]): { fact: Plain; declaration: PlainMap } {
  if (ask.inPlace && ask.pool.random.chance(35)) {
    const declaration = ofInstances(ask.pool, rawFact(ask.pool.random, ask.pool.random.pick(types)));
    const { title: _, ...untitled } = declaration;
    return { fact: untitled, declaration: untitled };
  }
  const fact = factOf(ask.pool, types);
  return { fact, declaration: declarationOf(ask.pool, fact) };
}

const exact = ({ pool, points, tame }: LeafAsk): Q =>
  hundredths(pool.random, points, tame ? 0 : -100, tame ? 100 : 200);
const value = (ask: LeafAsk): Plain => emit(ask.pool.random, exact(ask));

function options(ask: LeafAsk, rule: "choice" | "levels"): PlainMap {
  const { random } = ask.pool;
  const { fact, declaration } = oneFact(ask, ["choice", "choices"]);
  const several = declaration["type"] === "choices";
  const names = ids(declaration["options"]);
  const summed = several && random.chance(50);
  // What adds up stays within the points only when each is a part of them.
  const each = ask.tame && summed ? { ...ask, points: mul(ask.points, fraction(1n, 10n)) } : ask;
  const points = Object.fromEntries(names.map((option) => [option, value(each)]));
  if (rule === "levels") return { rule, fact, points, count: summed ? "all" : "highest" };
  return { rule, fact, points, ...(several ? { pick: summed ? "sum" : "best" } : {}) };
}

/** Places where brackets meet: inside the range, apart from each other, now and then with many digits. */
function cuts(random: Random, declaration: PlainMap): Q[] {
  const range = readSpan(map(declaration["range"]), declaration["type"] === "integer");
  const low = range.lo ?? whole(-20);
  const distance = random.pick([3, 5, 10]);
  const found: Q[] = [];
  for (let i = 1; i <= random.int(0, 4); i += 1) {
    const at = add(low, add(whole(distance * i), declaration["type"] === "integer" ? ZERO : fuzz(random)));
    if (range.hi === null || compare(add(at, whole(2)), range.hi) < 0) found.push(at);
  }
  return found;
}

function fuzz(random: Random): Q {
  if (random.chance(60)) return ZERO;
  const places = random.pick([1, 2, 30]);
  return mul(tenth(places), whole(randomBig(random, 10n ** BigInt(places))));
}

/** Brackets that share no value and leave none out; whole numbers may jump from 4 to 5. */
function brackets(random: Random, cut: readonly Q[], integer: boolean): PlainMap[] {
  const tiers: PlainMap[] = [];
  let below: PlainMap = {};
  // Between 1 and 2 there is room for one bracket only when both cuts fall on the same side of their number.
  const close = cut.some((at, i) => i > 0 && compare(add(cut[i - 1] ?? at, whole(2)), at) > 0);
  const one = random.pick(["atLeast", "above"] as const);
  for (const at of cut) {
    const style = close ? one : random.kind({ atLeast: 50, above: 30, jump: integer ? 20 : 0 });
    const upper: PlainMap = style === "atLeast" ? { below: emit(random, at) } : { at_most: emit(random, at) };
    tiers.push({ ...below, ...upper });
    below =
      style === "atLeast"
        ? { at_least: emit(random, at) }
        : style === "above"
          ? { above: emit(random, at) }
          : { at_least: emit(random, add(at, whole(1))) };
  }
  return [...tiers, below];
}

/** Counted from the low end without a word on it, or from an end or a number inside. */
function tierSteps(ask: LeafAsk, tier: PlainMap): PlainMap {
  const { random } = ask.pool;
  const { lo, hi } = readSpan(tier, false);
  const ends = [lo, hi].filter((end) => end !== null);
  const middle = lo === null || hi === null ? [] : [mul(add(lo, hi), fraction(1n, 2n))];
  const from = random.pick(ends.length === 0 ? [whole(random.int(0, 30))] : [...ends, ...middle]);
  const silent = lo !== null && (random.chance(40) || print(from).length > 40);
  return {
    ...(silent ? {} : { from: emit(random, from) }),
    per: emit(random, random.pick([whole(1), whole(4), fraction(1n, 2n), fraction(3n, 10n)])),
    points: emit(random, mul(ask.points, fraction(BigInt(random.pick([-10, -5, -1, 1, 5, 10])), 100n))),
    partial: random.pick(["floor", "ceil", "interpolate"]),
  };
}

function steps(ask: LeafAsk): PlainMap {
  const { random } = ask.pool;
  const { fact } = oneFact(ask, ["integer", "decimal"]);
  return {
    rule: "steps",
    fact,
    start: emit(random, fraction(BigInt(random.int(-5, 60)), random.chance(30) ? 2n : 1n)),
    per: emit(
      random,
      random.pick([whole(1), whole(2), whole(5), whole(10), fraction(1n, 2n), fraction(5n, 4n), fraction(3n, 1000n)]),
    ),
    points: emit(
      random,
      mul(ask.points, random.pick([-50, -10, -5, 5, 10, 20, 50].map((n) => fraction(BigInt(n), 100n)))),
    ),
    partial: random.pick(["floor", "ceil", "interpolate"]),
    ...(random.chance(50) ? { base: value(ask) } : {}),
    ...(random.chance(50) ? { both_ways: random.chance(70) } : {}),
  };
}

function linear(ask: LeafAsk): PlainMap {
  const { random } = ask.pool;
  const { fact } = oneFact(ask, ["integer", "decimal"]);
  let at = fraction(BigInt(random.int(-10, 30)), 2n);
  const knots = Array.from({ length: random.int(2, 4) }, () => {
    at = add(at, random.pick([whole(3), whole(7), fraction(5n, 2n), whole(30)]));
    return { at: emit(random, at), points: value(ask) };
  });
  return { rule: "linear", fact, knots, beyond: ask.tame || random.chance(40) ? "clip" : "extend" };
}

function checklist(ask: LeafAsk): PlainMap {
  const { random } = ask.pool;
  const items = [...new Set(Array.from({ length: random.int(1, 4) }, () => factOf(ask.pool, ["boolean"])))];
  const mode = random.pick(["sum", "per_item", "ladder"]);
  const share = { ...ask, points: ask.tame ? mul(ask.points, fraction(1n, 5n)) : ask.points };
  if (mode === "sum") return { rule: "checklist", mode, items: items.map((fact) => ({ fact, points: value(share) })) };
  if (mode === "ladder") {
    const cut = [1, 2, 3].filter((n) => n < items.length && random.chance(60)).map((n) => whole(n));
    const tiers = brackets(random, cut, true).map((tier) => ({ ...tier, points: value(ask) }));
    return { rule: "checklist", mode, items, tiers };
  }
  const start: PlainMap = random.chance(60)
    ? { start: random.chance(60) ? random.pick(["zero", "full"]) : value(ask) }
    : {};
  const count: PlainMap = random.chance(60) ? { count: random.pick(["met", "unmet"]) } : {};
  return { rule: "checklist", mode, items, each: value(share), ...start, ...count };
}

function events(ask: LeafAsk): PlainMap {
  const { random } = ask.pool;
  const { fact, declaration } = oneFact(ask, ["events"]);
  const known = isMap(declaration) ? declaration : {};
  const lines = Array.from({ length: random.int(1, 4) }, () => ({
    ...(random.chance(75) ? { kind: random.pick(kindsOf(known)) } : {}),
    ...(random.chance(45) ? { when: fieldCondition(random, known, 1) } : {}),
    points: emit(random, mul(ask.points, fraction(BigInt(random.pick([-50, -25, -20, -10, 10, 20])), 100n))),
  }));
  return {
    rule: "events",
    fact,
    start: random.chance(70) ? random.pick(["zero", "full"]) : value(ask),
    ...(random.chance(70) ? { within: within(random, known) } : {}),
    ...(random.chance(40) ? { where: fieldCondition(random, known, 1) } : {}),
    points: lines,
    ...(lines.some((line) => String(line.points).startsWith("-")) && random.chance(40)
      ? { restore: restoreLines(ask, known) }
      : {}),
    ...(random.chance(35) ? { once_per: matter(random, known) } : {}),
    ...(random.chance(30) ? { repeat: "double" } : {}),
    ...(random.chance(35) ? { at_most_count: emitInt(random, random.pick([1, 1, 2, 3, 4])) } : {}),
  };
}

function restoreLines({ pool: { random }, points }: LeafAsk, known: PlainMap): PlainMap[] {
  const count = random.int(1, 3);
  return Array.from({ length: count }, (_, i) => ({
    ...(i < count - 1 || random.chance(60) ? { when: fieldCondition(random, known, 1) } : {}),
    ...(random.chance(65)
      ? { share: emit(random, fraction(BigInt(random.pick([0, 1, 2, 3, 4])), 4n)) }
      : { points: emit(random, mul(points, fraction(BigInt(random.pick([5, 10, 20, 30])), 100n))) }),
  }));
}

/** Fields that say what an entry is about. */
function matter(random: Random, known: PlainMap): string[] {
  const fields = ["kind", "month", "year", "year", "date", ...Object.keys(map(known["fields"]))];
  return [...new Set(Array.from({ length: random.pick([1, 1, 1, 2]) }, () => random.pick(fields)))];
}

/** A fact of its own, since it has to speak of its record. */
function imported(ask: LeafAsk): PlainMap {
  const { random } = ask.pool;
  const declaration: PlainMap = {
    ...rawFact(random, random.pick(["integer", "decimal"])),
    record: random.pick(["required", "optional"]),
  };
  const { title: _, ...untitled } = declaration;
  const low = random.pick([ZERO, ZERO, whole(-20), fraction(5n, 2n)]);
  const to = hundredths(random, ask.points, ask.tame ? 0 : -50, 40);
  const high = hundredths(random, ask.points, 50, ask.tame ? 100 : 150);
  return {
    rule: "imported",
    fact: ask.inPlace && random.chance(35) ? untitled : declare(ask.pool, declaration),
    from: {
      at_least: emit(random, low),
      at_most: emit(random, add(low, random.pick([whole(30), whole(100), whole(7)]))),
    },
    ...(random.chance(50) ? { to: { at_least: emit(random, to), at_most: emit(random, high) } } : {}),
  };
}

function table(ask: LeafAsk): PlainMap {
  const { random } = ask.pool;
  const types: readonly FactType[] = ["boolean", "choice", "integer", "decimal"];
  const facts = [...new Set(Array.from({ length: random.int(1, 4) }, () => factOf(ask.pool, [random.pick(types)])))];
  const whens = divided(ask.pool, facts);
  const isTable = whens.length > 1 && combinations(ask.pool, whens) <= MOST_COMBINATIONS;
  const rows = isTable ? whens : divided(ask.pool, [factOf(ask.pool, ["boolean"])], 0);
  return { rule: "table", rows: random.shuffle(rows).map((when) => ({ when, points: value(ask) })) };
}

/** Fact after fact divided into cells, or left out: together the rows hold everything once. */
function divided(pool: Pool, [fact, ...others]: readonly string[], leftOut = 25): PlainMap[] {
  if (fact === undefined) return [{}];
  if (pool.random.chance(leftOut)) return divided(pool, others, leftOut);
  return cellsOf(pool, fact).flatMap((cell) =>
    divided(pool, others, 40).map((when) =>
      isMap(cell) && Object.keys(cell).length === 0 ? when : { [fact]: cell, ...when },
    ),
  );
}

/** So many values a table may tell apart. */
const MOST_COMBINATIONS = 20_000;

/** At most: every end of an interval by itself, what lies between two, and what lies outside all of them. */
function combinations(pool: Pool, whens: readonly PlainMap[]): number {
  const facts = new Set(whens.flatMap((when) => Object.keys(when)));
  return [...facts].reduce((product, fact) => {
    const { type, options } = declarationOf(pool, fact);
    if (type === "boolean") return product * 2;
    if (type === "choice") return product * ids(options).length;
    const ends = new Set(whens.flatMap((when) => Object.values(map(when[fact])).map((end) => print(number(end)))));
    return product * (2 * ends.size + 5);
  }, 1);
}

function cellsOf(pool: Pool, fact: string): Plain[] {
  const { random } = pool;
  const declaration = declarationOf(pool, fact);
  if (declaration["type"] === "boolean") return [true, false];
  if (declaration["type"] === "choice") {
    const names = random.shuffle(ids(declaration["options"]));
    const first = random.int(1, names.length - 1);
    return [names.slice(0, first), names.slice(first)].map((some) =>
      some.length === 1 && random.chance(50) ? (some[0] ?? "") : some,
    );
  }
  return brackets(random, cuts(random, declaration).slice(0, 2), declaration["type"] === "integer");
}

function judged(ask: LeafAsk): PlainMap {
  return { rule: "judged", ...scale(ask) };
}

/** All alike, without the ends, or by class; now and then more than the rule itself needs. */
function panel(ask: LeafAsk): PlainMap {
  const { random } = ask.pool;
  const way = random.pick(["mean", "trim", "weights"] as const);
  const trim = way === "trim" ? random.int(1, 2) : 0;
  const weights = random.pick([
    { 专职安全人员: 0.6, 其他: 0.4 },
    { 专家: "0.50", 企业: "0.3", 协会: "0.2" },
  ]);
  const least = way === "weights" ? Object.keys(weights).length : 2 * trim + 1;
  return {
    rule: "panel",
    ...scale(ask),
    ...(random.chance(40) ? { assessors: { at_least: emitInt(random, least + random.int(0, 2)) } } : {}),
    ...(way === "trim" ? { trim: emitInt(random, trim) } : {}),
    ...(way === "weights" ? { weights } : {}),
  };
}

function scale(ask: LeafAsk): PlainMap {
  const { random } = ask.pool;
  const low = ask.tame || random.chance(60) ? ZERO : mul(ask.points, fraction(-1n, 5n));
  const step = mul(ask.points, fraction(1n, BigInt(random.pick([4, 5, 10]))));
  const high = add(low, mul(step, whole(random.int(1, ask.tame ? 4 : 12))));
  return {
    range: { at_least: emit(random, low), at_most: emit(random, high) },
    step: emit(random, step),
  };
}
