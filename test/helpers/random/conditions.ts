/** Random conditions, on facts of a pool and on fields of events. */
import { ids, map } from "../oracle/plain.js";
import { fraction } from "../oracle/rational.js";
import { addDays, mustDay, printDay } from "../oracle/calendar.js";
import { declarationOf, factOf, kindsOf, WORDS } from "./facts.js";
import { emit, emitInt } from "./numbers.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { FactType, Pool } from "./facts.js";
import type { Random } from "./prng.js";

const CONDITION_TYPES: readonly FactType[] = [
  "boolean",
  "boolean",
  "boolean",
  "choice",
  "choice",
  "integer",
  "decimal",
  "date",
  "choices",
  "text",
  "events",
  "credit-code",
];

/** A condition on facts, joined up to `depth` times. */
export function condition(pool: Pool, depth = 2): PlainMap {
  const { random } = pool;
  return join(
    random,
    depth,
    () => factCondition(pool),
    (next) => condition(pool, next),
  );
}

/** A condition on the fields of an entry. */
export function fieldCondition(random: Random, events: PlainMap, depth: number): PlainMap {
  return join(
    random,
    depth,
    () => fieldTest(random, events),
    (next) => fieldCondition(random, events, next),
  );
}

function join(random: Random, depth: number, leaf: () => PlainMap, deeper: (depth: number) => PlainMap): PlainMap {
  const some = (): PlainMap[] => Array.from({ length: random.int(1, 3) }, () => deeper(depth - 1));
  switch (depth === 0 ? "leaf" : random.kind({ leaf: 60, all: 12, any: 12, not: 8, at_least_n: 8 })) {
    case "leaf":
      return leaf();
    case "all":
      return { all: some() };
    case "any":
      return { any: some() };
    case "not":
      return { not: deeper(depth - 1) };
    case "at_least_n": {
      const of = [...some(), deeper(depth - 1)];
      return { at_least_n: { n: emitInt(random, random.int(1, of.length)), of } };
    }
  }
}

function factCondition(pool: Pool): PlainMap {
  const { random } = pool;
  const fact = factOf(pool, [random.pick(CONDITION_TYPES)]);
  const declaration = declarationOf(pool, fact);
  if (random.chance(8) || declaration["type"] === "credit-code") return { fact, missing: true };
  if (declaration["type"] === "events") return eventCount(random, fact, declaration);
  return { fact, ...tests(random, declaration, true) };
}

export function eventCount(random: Random, fact: string, declaration: PlainMap): PlainMap {
  const n = emitInt(random, random.int(0, 3));
  const count: PlainMap = random.chance(20)
    ? { is: n }
    : { [random.pick(["at_least", "above", "at_most", "below"])]: n };
  return {
    fact,
    ...(random.chance(60) ? { within: within(random, declaration) } : {}),
    ...(random.chance(40) ? { where: fieldCondition(random, declaration, 1) } : {}),
    count,
  };
}

function fieldTest(random: Random, events: PlainMap): PlainMap {
  const fields = map(events["fields"]);
  const field = random.pick(["kind", "date", "year", "month", ...Object.keys(fields), ...Object.keys(fields)]);
  if (field === "kind") return { field, ...oneOf(random, kindsOf(events)) };
  if (field === "month") return { field, ...oneOf(random, ["2023-10", "2023-02", "2024-02"]) };
  if (field === "year") return { field, ...numberTests(random, "integer", 2019, 2025) };
  if (field === "date") return { field, ...dateTests(random, false) };
  const declaration = map(fields[field]);
  if (declaration["optional"] === true && random.chance(25)) return { field, missing: true };
  return { field, ...tests(random, declaration, false) };
}

/** Tests that fit the type; `years`: full_years may be asked of a date. */
function tests(random: Random, declaration: PlainMap, years: boolean): PlainMap {
  switch (declaration["type"]) {
    case "boolean":
      return { is: random.chance(60) };
    case "choice":
      return oneOf(random, ids(declaration["options"]));
    case "choices":
      return { in: random.shuffle(ids(declaration["options"])).slice(0, random.int(1, 2)) };
    case "text":
      return oneOf(random, WORDS);
    case "date":
      return dateTests(random, years);
    case "integer":
      return numberTests(random, "integer", -2, 40);
    case "decimal":
      return numberTests(random, "decimal", -2, 100);
    default:
      throw new Error(`no test for ${String(declaration["type"])}`);
  }
}

function oneOf(random: Random, options: readonly string[]): PlainMap {
  return random.chance(50) ? { is: random.pick(options) } : { in: random.shuffle(options).slice(0, random.int(1, 2)) };
}

function numberTests(random: Random, type: "integer" | "decimal", low: number, high: number): PlainMap {
  const at = random.int(low, high);
  const n = (value: number): Plain =>
    type === "integer" ? emitInt(random, value) : emit(random, fraction(BigInt(value * 4 + random.int(0, 3)), 4n));
  switch (random.kind({ low: 40, high: 25, both: 15, is: 10, in: 10 })) {
    case "low":
      return { [random.pick(["at_least", "above"])]: n(at) };
    case "high":
      return { [random.pick(["at_most", "below"])]: n(at) };
    case "both":
      return {
        [random.pick(["at_least", "above"])]: n(at),
        [random.pick(["at_most", "below"])]: n(at + random.int(2, 9)),
      };
    case "is":
      return { is: n(at) };
    case "in":
      return { in: [n(at), n(at + 1)] };
  }
}

function dateTests(random: Random, years: boolean): PlainMap {
  if (years && random.chance(50)) return { full_years: fullYears(random) };
  const day = printDay(
    addDays(mustDay(random.pick(["2020-02-29", "2021-11-10", "2023-01-01"])), random.int(-400, 400)),
  );
  if (random.chance(10)) return { is: day };
  return { [random.pick(["on_or_before", "on_or_after"])]: day };
}

function fullYears(random: Random): PlainMap {
  const n = random.int(0, 6);
  if (random.chance(15)) return { at_least: emitInt(random, n), below: emitInt(random, n + random.int(1, 4)) };
  return { [random.pick(["at_least", "at_least", "above", "at_most", "below"])]: emitInt(random, n) };
}

/** `events`: the declaration of the list, whose entries may state how long they count. */
export function within(random: Random, events: PlainMap): PlainMap {
  const dates = Object.entries(map(events["fields"])).filter(([, field]) => map(field)["type"] === "date");
  if (dates.length === 0 || random.chance(40)) return period(random);
  const [until, field] = random.pick(dates);
  const otherwise = random.chance(25) ? "always" : period(random);
  return { own_term: { until, ...(map(field)["optional"] === true ? { otherwise } : {}) } };
}

function period(random: Random): PlainMap {
  if (random.chance(30))
    return { calendar_years: emitInt(random, random.int(1, 3)), including_current: random.chance(50) };
  const unit = random.kind({ years: 40, months: 32, days: 28 });
  const n =
    { years: random.int(1, 3), months: random.pick([1, 3, 6, 12, 18]), days: random.pick([1, 30, 90, 365]) }[unit] ?? 1;
  const [month, day] = random.pick([
    [12, 31],
    [6, 30],
    [2, 29],
    [1, 1],
    [random.int(1, 12), random.int(1, 28)],
  ] as const);
  const until = {
    year: random.pick(["previous", "current"]),
    month: emitInt(random, month),
    day: emitInt(random, day),
  };
  return {
    last: { [unit]: emitInt(random, n) },
    ...(random.chance(45) ? { until } : {}),
    first_day: random.pick(["out", "counts"]),
  };
}
