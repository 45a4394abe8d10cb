/** Facts for random rubrics: declared when a rule or condition asks for one, sometimes one that is there already. */
import { has, ids, map } from "../oracle/plain.js";
import { whole } from "../oracle/rational.js";
import { emit, emitInt } from "./numbers.js";
import { derivation } from "./derived.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Random } from "./prng.js";

/** The facts of one document, growing. `shared` ones are declared alike in every document that uses them. */
export interface Pool {
  readonly random: Random;
  readonly prefix: string;
  readonly own: Map<string, PlainMap>;
  readonly shared: Map<string, PlainMap>;
  /** Of a pool of facts that each instance of a list has for itself; the enterprise's are among those shared. */
  readonly list?: string;
}

/** Facts of the instances of a list, beside those of a document: what is declared goes into both. */
export function instancePool(pool: Pool, list: string): Pool {
  const own = new Map<string, PlainMap>();
  const both = { ...pool, prefix: `${pool.prefix}${list}_`, own, shared: new Map([...pool.shared, ...pool.own]), list };
  return both;
}

export type FactType =
  | "boolean"
  | "integer"
  | "decimal"
  | "date"
  | "choice"
  | "choices"
  | "text"
  | "events"
  | "credit-code";

export const WORDS = ["东城", "西城", "海淀", "north", "south", "A-1"];
const OPTIONS = ["A", "B", "C", "D", "M", "10", "9", "国家级", "市级", "区级"];
const KINDS = ["fine", "warning", "警告", "order", "7"];

export function declarationOf(pool: Pool, id: string): PlainMap {
  return map(pool.own.get(id) ?? pool.shared.get(id));
}

/** A fact of one of these types, old or new. `fresh` forbids old ones. */
export function factOf(pool: Pool, types: readonly FactType[], fresh = false): string {
  const { random } = pool;
  const there = [...pool.own, ...pool.shared]
    .filter(([, declaration]) => types.includes(declaration["type"] as FactType))
    .map(([id]) => id);
  if (!fresh && there.length > 0 && random.chance(30)) return random.pick(there);
  const type = random.pick(types);
  return declare(pool, isNumber(type) && random.chance(35) ? derivedFact(pool, type) : rawFact(random, type));
}

export function declare(pool: Pool, declaration: PlainMap): string {
  const id = `${pool.prefix}${pool.own.size + 1}`;
  pool.own.set(id, ofInstances(pool, declaration));
  return id;
}

/** The declaration as it stands in the pool: of instances, it says so. */
export const ofInstances = ({ list }: Pool, declaration: PlainMap): PlainMap =>
  list === undefined ? declaration : { ...declaration, each: list };

export const isNumber = (type: unknown): type is "integer" | "decimal" => type === "integer" || type === "decimal";

/** What is declared in place says the same, without a derivation. */
export function rawFact(random: Random, type: FactType): PlainMap {
  const title = random.chance(30) ? { title: random.pick(["事实", "fact"]) } : {};
  switch (type) {
    case "integer":
    case "decimal": {
      const range = numberRange(random, type);
      const record = random.chance(10) ? { record: random.pick(["required", "optional"]) } : {};
      return { type, ...title, ...record, ...(Object.keys(range).length > 0 ? { range } : {}) };
    }
    case "choice":
    case "choices":
      return { type, ...title, options: optionList(random, random.shuffle(OPTIONS).slice(0, random.int(2, 5))) };
    case "events": {
      const fields = eventFields(random);
      const kinds = random.chance(75)
        ? { kinds: optionList(random, random.shuffle(KINDS).slice(0, random.int(1, 4))) }
        : {};
      return { type, ...title, ...kinds, ...(Object.keys(fields).length > 0 || random.chance(50) ? { fields } : {}) };
    }
    default:
      return { type, ...title, ...(random.chance(10) ? { evidence: random.pick(["required", "optional"]) } : {}) };
  }
}

/** A list of ids, or a map id → title. */
function optionList(random: Random, options: readonly string[]): Plain {
  return random.chance(60) ? options : Object.fromEntries(options.map((option) => [option, `title of ${option}`]));
}

export function numberRange(random: Random, type: "integer" | "decimal"): PlainMap {
  const n = (value: number): Plain => (type === "integer" ? emitInt(random, value) : emit(random, whole(value)));
  switch (random.kind({ none: 20, nonNegative: 25, percent: 30, positive: 10, both: 10, upper: 5 })) {
    case "none":
      return {};
    case "nonNegative":
      return { at_least: n(0) };
    case "percent":
      return { at_least: n(0), at_most: n(100) };
    case "positive":
      return random.chance(50) ? { above: n(0) } : { above: n(0), below: n(60) };
    case "both":
      return { at_least: n(-random.int(1, 50)), at_most: n(random.int(1, 50)) };
    case "upper":
      return random.chance(50) ? { at_most: n(100) } : { below: n(100) };
  }
}

function eventFields(random: Random): PlainMap {
  const optional = (): PlainMap => (random.chance(50) ? { optional: true } : {});
  const fields: Record<string, PlainMap> = {};
  if (random.chance(60)) fields["amount"] = { type: "decimal", unit: "元", range: { at_least: 0 }, ...optional() };
  if (random.chance(40)) fields["days"] = { type: "integer", ...optional() };
  if (random.chance(40)) fields["own_fault"] = { type: "boolean", ...optional() };
  if (random.chance(25)) fields["grade"] = { type: "choice", options: ["light", "heavy"], ...optional() };
  if (random.chance(25)) fields["place"] = { type: "text", ...optional() };
  if (random.chance(20)) fields["corrected"] = { type: "date", ...optional() };
  if (random.chance(25)) fields["valid_until"] = { type: "date", ...optional() };
  return fields;
}

function derivedFact(pool: Pool, type: "integer" | "decimal"): PlainMap {
  const made = derivation(pool, type);
  const range = pool.random.chance(30) ? derivedRange(pool.random, type, made) : {};
  return { type: made.type, ...(Object.keys(range).length > 0 ? { range } : {}), derive: made.derive };
}

/** Periods and counts never fall below 0; a range elsewhere may leave some results outside. */
function derivedRange(random: Random, type: "integer" | "decimal", made: { readonly derive: PlainMap }): PlainMap {
  const counts = ["full_years_since", "full_months_since", "count"].some((kind) => has(made.derive, kind));
  return counts ? { at_least: emitInt(random, 0) } : numberRange(random, type);
}

/** The kinds an events fact declares, or a few that anybody may use. */
export function kindsOf(declaration: PlainMap): readonly string[] {
  return has(declaration, "kinds") ? ids(declaration["kinds"]) : KINDS.slice(0, 3);
}
