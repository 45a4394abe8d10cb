/** The values on both sides of the bounds of tiers: which must be tried, and which values count as trying them. */
import { describe, expect, test } from "vitest";
import { boundariesOf, isTriedBy } from "../../src/analyse/boundaries.js";
import { readExact } from "../../src/base/exact.js";
import type { FactNote } from "../../src/model/assessment.js";
import type { Interval } from "../../src/model/numbers.js";

const low = (value: string, inclusive = true): Interval => ({ low: { value, inclusive } });
const high = (value: string, inclusive = false): Interval => ({ high: { value, inclusive } });

function valuesOf(type: "integer" | "decimal", tiers: readonly Interval[], range: Interval = {}): readonly string[] {
  const declared: FactNote = { id: "x", type, range };
  const rule = { rule: "tiers", fact: "x", tiers: tiers.map((interval) => ({ interval, points: "1" })) } as const;
  return boundariesOf(rule, declared).map(({ side, value }) => `${side} ${value}`);
}

describe("what must be tried", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["whole numbers, below a bound", valuesOf("integer", [low("5"), high("5")]), ["below 4", "at 5"]],
    ["whole numbers, up to a bound", valuesOf("integer", [low("5", false), high("5", true)]), ["at 5", "above 6"]],
    [
      "whole numbers, two bounds next to each other, once",
      valuesOf("integer", [low("5"), high("4", true)]),
      ["below 4", "at 5"],
    ],
    ["a bound between whole numbers", valuesOf("integer", [low("2.5"), high("2.5")]), ["below 2", "above 3"]],
    ["decimals, below a bound", valuesOf("decimal", [low("60"), high("60")]), ["below 59.99", "at 60"]],
    ["decimals, above a bound", valuesOf("decimal", [low("60", false), high("60", true)]), ["at 60", "above 60.01"]],
    ["as fine as the bounds", valuesOf("decimal", [low("0.125"), high("0.125")]), ["below 0.124", "at 0.125"]],
    [
      "not the end of the range",
      valuesOf(
        "decimal",
        [
          { ...low("0"), ...high("60") },
          { ...low("60"), ...high("100", true) },
        ],
        {
          ...low("0"),
          ...high("100", true),
        },
      ),
      ["below 59.99", "at 60"],
    ],
  ])("%s", (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

test("just beside a bound is anything between it and one step from it", () => {
  const below = { fact: "x", bound: "60", side: "below", value: "59.99" } as const;
  const tried = (value: string) => isTriedBy(below, readExact(value));
  expect(["59.98", "59.99", "59.999", "539999/9000", "60", "60.01"].map(tried)).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
  ]);
  const at = { ...below, side: "at", value: "60" } as const;
  expect(["59.999", "60", "60.00", "180/3"].map((value) => isTriedBy(at, readExact(value)))).toEqual([
    false,
    true,
    true,
    true,
  ]);
});
