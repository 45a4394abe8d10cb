/** `checklist`: named members, summed, counted, or counted into a ladder. */
import type { DocumentValue } from "../../model/document.js";
import type { ChecklistRule, Tier } from "../../model/scoring.js";
import { type Exact, ZERO, add, compare, exact, multiply, sum } from "../../base/exact.js";
import { pointer } from "../../base/pointer.js";
import type { Domain } from "../domain.js";
import { theWord } from "../dispatch.js";
import { all } from "../given.js";
import { areDistinct } from "../options.js";
import { decimal, decimalOr, id, listOf, oneOf } from "../scalars.js";
import { givenList, isGivenMapping, part, shape } from "../shape.js";
import { optional, strictObject } from "../zod.js";
import { checkTiers, reachOfTiers, readTiers } from "./brackets.js";
import { factOfType } from "./fact-reference.js";
import { type Reach, type RuleModule, type RuleReading, reachOf, ruleShape } from "./rule.js";
import { startOf } from "./start.js";

const MODES = ["sum", "per_item", "ladder"] as const;

export const sumShape = strictObject({
  rule: oneOf(["checklist"]),
  mode: oneOf(["sum"]),
  items: part("checklist-items"),
});
export const itemShape = strictObject({ fact: id, points: decimal });
export const perItemShape = strictObject({
  rule: oneOf(["checklist"]),
  mode: oneOf(["per_item"]),
  items: listOf(id),
  each: decimal,
  start: optional(decimalOr(["zero", "full"])),
  count: optional(oneOf(["met", "unmet"])),
});
export const ladderShape = strictObject({
  rule: oneOf(["checklist"]),
  mode: oneOf(["ladder"]),
  items: listOf(id),
  tiers: part("tiers"),
});

export const checklist: RuleModule<ChecklistRule> = {
  read(reading) {
    const { value, path, report } = reading;
    if (!isGivenMapping(value, path, report)) return undefined;
    const mode = theWord(value, "mode", MODES, path, report);
    if (mode === undefined) return undefined;
    if (mode === "sum") return readSum(reading);
    return mode === "per_item" ? readPerItem(reading) : readLadder(reading);
  },

  check(rule, check) {
    const path = pointer(check.path, "items");
    for (const [i, fact] of factsOf(rule).entries()) {
      const at = pointer(path, i);
      factOfType(fact, ["boolean"], rule.mode === "sum" ? pointer(at, "fact") : at, check);
    }
    if (rule.mode === "ladder") {
      checkTiers(rule.tiers, upTo(rule.items.length), "items", pointer(check.path, "tiers"), check.report);
    }
  },

  reach(rule, { points }) {
    if (rule.mode === "ladder") return reachOfTiers(rule.tiers, upTo(rule.items.length), "items", points);
    if (rule.mode === "sum") return reachOfSum(rule.items);
    const most = multiply(exact(rule.each), { n: BigInt(rule.items.length), d: 1n });
    const results = [
      { points: exact(rule.start), witness: `${rule.count}: 0` },
      { points: add(exact(rule.start), most), witness: `${rule.count}: ${rule.items.length}` },
    ];
    return reachOf(results, compare);
  },
};

function readSum(reading: RuleReading): ChecklistRule | undefined {
  const { path, report } = reading;
  const { ok, fields } = ruleShape(sumShape, reading);
  const at = pointer(path, "items");
  const items = all(
    givenList(fields.items, at, report)?.map((item, i) => {
      const { ok, fields } = shape(itemShape, item, pointer(at, i), report);
      return ok ? fields : undefined;
    }),
  );
  if (!ok || !items) return undefined;
  const facts = items.map((item) => item.fact);
  return areDistinct(facts, at, report) ? { rule: "checklist", mode: "sum", items } : undefined;
}

function readPerItem(reading: RuleReading): ChecklistRule | undefined {
  const { path, report, leaf } = reading;
  const { ok, fields } = ruleShape(perItemShape, reading);
  const distinct = areDistinct(fields.items ?? [], pointer(path, "items"), report);
  const start = startOf(fields.start ?? "zero", leaf.points);
  if (!ok || !distinct || start === undefined) return undefined;
  const { items, each, count = "met" } = fields;
  return { rule: "checklist", mode: "per_item", items, start, each, count };
}

function readLadder(reading: RuleReading): ChecklistRule | undefined {
  const { path, report } = reading;
  const { ok, fields } = ruleShape(ladderShape, reading);
  const distinct = areDistinct(fields.items ?? [], pointer(path, "items"), report);
  const tiers: readonly Tier[] | undefined = readTiers(fields.tiers as DocumentValue, pointer(path, "tiers"), report);
  return ok && distinct && tiers ? { rule: "checklist", mode: "ladder", items: fields.items, tiers } : undefined;
}

function factsOf(rule: ChecklistRule): readonly string[] {
  return rule.mode === "sum" ? rule.items.map((item) => item.fact) : rule.items;
}

function upTo(n: number): Domain {
  const end = (value: bigint) => ({ value: { n: value, d: 1n }, inclusive: true });
  return { integer: true, low: end(0n), high: end(BigInt(n)) };
}

function reachOfSum(items: readonly { readonly fact: string; readonly points: string }[]): Reach {
  const side = (sign: -1 | 1): { points: Exact; witness: string } => {
    const held = items.filter((item) => compare(exact(item.points), ZERO) === sign);
    return { points: sum(held.map((item) => exact(item.points))), witness: held.map((item) => item.fact).join(", ") };
  };
  return reachOf([side(-1), side(1)], compare);
}
