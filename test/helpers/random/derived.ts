/** Derivations of every kind over facts of a pool. */
import { holds, readSpan } from "../oracle/span.js";
import { has, map } from "../oracle/plain.js";
import { whole, ZERO } from "../oracle/rational.js";
import { fieldCondition, within } from "./conditions.js";
import { declarationOf, factOf, isNumber } from "./facts.js";
import { emit, hundredths } from "./numbers.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Pool } from "./facts.js";

interface Made {
  readonly type: "integer" | "decimal";
  readonly derive: PlainMap;
}

export function derivation(pool: Pool, type: "integer" | "decimal"): Made {
  const { random } = pool;
  if (type === "integer") {
    switch (random.kind({ years: 40, months: 20, count: 25, sum: 10, difference: 5 })) {
      case "years":
        return { type, derive: { full_years_since: factOf(pool, ["date"]) } };
      case "months":
        return { type, derive: { full_months_since: factOf(pool, ["date"]) } };
      case "count":
        return { type, derive: { count: countOf(pool) } };
      case "sum":
        return {
          type,
          derive: {
            sum: operands(pool, ["integer"]).map((fact) =>
              random.chance(40) ? { fact, times: random.int(-2, 3) || 2 } : fact,
            ),
          },
        };
      case "difference":
        return { type, derive: { difference: operands(pool, ["integer"], 2) } };
    }
  }
  switch (random.kind({ sum: 30, difference: 15, mean: 20, ratio: 35 })) {
    case "sum":
      return {
        type,
        derive: {
          sum: operands(pool, ["integer", "decimal"]).map((fact) =>
            random.chance(50) ? { fact, times: coefficient(pool) } : fact,
          ),
        },
      };
    case "difference":
      return { type, derive: { difference: operands(pool, ["integer", "decimal"], 2) } };
    case "mean":
      return { type, derive: { mean: operands(pool, ["integer", "decimal"]) } };
    case "ratio":
      return { type, derive: { ratio: ratioOf(pool) } };
  }
}

function coefficient({ random }: Pool): Plain {
  const value = hundredths(random, whole(1), -100, 200);
  return emit(random, value.n === 0n ? whole(1) : value);
}

/** Two or three different facts. */
function operands(pool: Pool, types: readonly ("integer" | "decimal")[], exactly?: number): string[] {
  const wanted = exactly ?? pool.random.int(2, 3);
  const found = new Set<string>();
  while (found.size < wanted) found.add(factOf(pool, types, found.size > 0 && pool.random.chance(50)));
  return [...found];
}

function ratioOf(pool: Pool): PlainMap {
  const { random } = pool;
  const [numerator = "", denominator = ""] = operands(pool, ["integer", "decimal"], 2);
  const ratio: PlainMap = { numerator, denominator, ...(random.chance(40) ? { percent: true } : {}) };
  if (neverZero(declarationOf(pool, denominator)) && random.chance(80)) return ratio;
  return { ...ratio, if_zero: random.chance(40) ? "missing" : emit(random, hundredths(random, whole(1), -100, 300)) };
}

function neverZero(declaration: PlainMap): boolean {
  if (has(declaration, "derive") || !isNumber(declaration["type"])) return false;
  return !holds(readSpan(map(declaration["range"]), declaration["type"] === "integer"), ZERO);
}

function countOf(pool: Pool): PlainMap {
  const { random } = pool;
  const fact = factOf(pool, ["events"]);
  return {
    fact,
    ...(random.chance(60) ? { within: within(random, declarationOf(pool, fact)) } : {}),
    ...(random.chance(40) ? { where: fieldCondition(random, declarationOf(pool, fact), 1) } : {}),
  };
}
