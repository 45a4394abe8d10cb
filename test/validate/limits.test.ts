/** No silent floor or cap: where a value can leave 0 to its points, the author says what happens. */
import { describe, expect, test } from "vitest";
import { diagnosticsOf, rubricOf, sheetOf, sheetWith } from "./documents.js";

const FACTS = `ok: { type: boolean }
also: { type: boolean }
n: { type: integer, range: { at_least: 0, at_most: 10 } }
count: { type: integer, range: { at_least: 0 } }
any: { type: integer }
rate: { type: decimal, range: { at_least: 0, below: 10 } }
one: { type: choice, options: [a, b] }
some: { type: choices, options: [a, b] }
e: { type: events }
day: { type: date }
years: { type: integer, derive: { full_years_since: day } }
share: { type: decimal, derive: { ratio: { numerator: n, denominator: count, percent: true, if_zero: 0 } } }
half: { type: decimal, derive: { sum: [{ fact: n, times: -0.5 }] } }
mean: { type: decimal, derive: { mean: [n, rate] } }
gap: { type: integer, range: { at_most: 4 }, derive: { difference: [n, n] } }`;

/** What a leaf of 2 points can be worth, and what must be said about it. */
function limits(scoring: string, more = ""): string {
  const text = sheetOf({ header: "floor: none\ncap: none", facts: FACTS, leaf: `${more}scoring: ${scoring}` });
  const told = diagnosticsOf(text).filter(({ severity }) => severity === "error");
  return told.map(({ code, data }) => `${code} ${String(data?.["value"])} ${String(data?.["witness"])}`).join("; ");
}

function reach(scoring: string): readonly [string | null, string | null] {
  const sheet = rubricOf(
    sheetOf({ header: "floor: none\ncap: none", facts: FACTS, leaf: `floor: none\ncap: none\nscoring: ${scoring}` }),
  );
  if (sheet.kind !== "sheet") throw new Error("no sheet");
  return [sheet.reach.least, sheet.reach.most];
}

const steps = (fact: string, more: string) => `{ rule: steps, fact: ${fact}, start: 0, per: 3, points: 1, ${more} }`;
const knots = "knots: [ { at: 2, points: 0 }, { at: 4, points: 2 } ]";

describe("a leaf can be worth", () => {
  test.each([
    ["{ rule: flag, fact: ok }", "0", "2"],
    ["{ rule: flag, fact: ok, points: -1 }", "-1", "0"],
    ["{ rule: choice, fact: one, points: { a: 1, b: 2 } }", "1", "2"],
    ["{ rule: choice, fact: some, pick: best, points: { a: 1, b: 2 } }", "0", "2"],
    ["{ rule: choice, fact: some, pick: sum, points: { a: 1, b: 2 } }", "0", "3"],
    ["{ rule: choice, fact: some, pick: sum, points: { a: -1, b: 2 } }", "-1", "2"],
    ["{ rule: levels, fact: one, count: all, points: { a: 1, b: 2 } }", "1", "2"],
    ["{ rule: levels, fact: some, count: highest, points: { a: 1, b: 2 } }", "0", "2"],
    ["{ rule: levels, fact: some, count: all, points: { a: 1, b: 2 } }", "0", "3"],
    [
      "{ rule: tiers, fact: count, tiers: [ { below: 0, points: 9 }, { at_least: 0, below: 5, points: 1 }, { at_least: 5, points: 2 } ] }",
      "1",
      "2",
    ],
    // The first whole number above 0 is 1.
    [
      "{ rule: tiers, fact: count, tiers: [ { at_most: 0, points: 0 }, { above: 0, points: 3, steps: { per: 1, points: -1, partial: floor } } ] }",
      null,
      "2",
    ],
    [steps("n", "partial: floor"), "0", "3"],
    [steps("n", "partial: ceil"), "0", "4"],
    [steps("n", "partial: interpolate"), "0", "10/3"],
    [steps("n", "partial: floor, base: 1"), "1", "4"],
    [steps("rate", "partial: floor"), "0", "3"],
    [steps("rate", "partial: ceil"), "0", "4"],
    [steps("rate", "partial: interpolate"), "0", "10/3"],
    [steps("count", "partial: floor"), "0", null],
    [steps("any", "partial: floor"), "0", null],
    [steps("any", "partial: floor, both_ways: true"), null, null],
    [steps("years", "partial: floor"), "0", null],
    [steps("half", "partial: floor, both_ways: true"), "-1", "0"],
    [steps("mean", "partial: ceil"), "0", "4"],
    ["{ rule: steps, fact: rate, start: 0, per: 5, points: 1, partial: floor }", "0", "1"],
    ["{ rule: steps, fact: n, start: 20, per: 5, points: 1, partial: floor, both_ways: true }", "-4", "-2"],
    ["{ rule: steps, fact: n, start: 20, per: 5, points: 1, partial: floor }", "0", "0"],
    [`{ rule: linear, fact: n, ${knots}, beyond: clip }`, "0", "2"],
    [`{ rule: linear, fact: n, ${knots}, beyond: extend }`, "-2", "8"],
    [`{ rule: linear, fact: count, ${knots}, beyond: extend }`, "-2", null],
    [`{ rule: linear, fact: any, ${knots}, beyond: extend }`, null, null],
    [`{ rule: linear, fact: any, ${knots}, beyond: clip }`, "0", "2"],
    [
      "{ rule: linear, fact: any, knots: [ { at: 0, points: 0 }, { at: 1, points: 2 }, { at: 2, points: 1 }, { at: 3, points: 1 } ], beyond: extend }",
      null,
      "2",
    ],
    // At 0 it is 4 already: the knots are below all that there can be.
    [
      "{ rule: linear, fact: count, knots: [ { at: -20, points: 0 }, { at: -10, points: 2 } ], beyond: extend }",
      "4",
      null,
    ],
    [`{ rule: linear, fact: share, ${knots}, beyond: extend }`, "-2", null],
    [`{ rule: linear, fact: gap, ${knots}, beyond: extend }`, "-12", "2"],
    ["{ rule: checklist, mode: sum, items: [ { fact: ok, points: 2 }, { fact: also, points: -1 } ] }", "-1", "2"],
    ["{ rule: checklist, mode: per_item, each: 1.5, items: [ok, also] }", "0", "3"],
    ["{ rule: checklist, mode: per_item, each: -1, items: [ok, also], start: full, count: unmet }", "0", "2"],
    [
      "{ rule: checklist, mode: ladder, items: [ok, also], tiers: [ { at_least: 2, points: 2 }, { at_most: 1, points: 0.5 } ] }",
      "0.5",
      "2",
    ],
    ["{ rule: events, fact: e, start: full, points: [ { points: -1 } ] }", null, "2"],
    ["{ rule: events, fact: e, start: zero, points: [ { kind: a, points: 1 }, { points: -1 } ] }", null, null],
    ["{ rule: events, fact: e, start: 1, points: [ { points: 0 } ] }", "1", "1"],
    [
      "{ rule: events, fact: e, start: zero, at_most_count: 4, points: [ { points: 0.5 }, { points: -1 } ] }",
      "-4",
      "2",
    ],
    ["{ rule: events, fact: e, start: 1, at_most_count: 2, repeat: double, points: [ { points: -1 } ] }", "-3", "1"],
    ["{ rule: events, fact: e, start: 1, repeat: double, points: [ { points: -1 } ] }", null, "1"],
    ["{ rule: judged, range: { at_least: -1, at_most: 2 }, step: 0.5 }", "-1", "2"],
    ["{ rule: panel, range: { at_least: -1, at_most: 2 }, step: 0.5, trim: 1 }", "-1", "2"],
  ])("%s: from %s to %s", (scoring, least, most) => {
    expect(reach(scoring)).toEqual([least, most]);
  });
});

describe("what must be said", () => {
  test.each([
    ["{ rule: flag, fact: ok }", ""],
    ["{ rule: events, fact: e, start: zero, at_most_count: 4, points: [ { points: 0.5 } ] }", ""],
    [
      "{ rule: events, fact: e, start: zero, at_most_count: 3, points: [ { kind: a, points: 1 } ] }",
      "cap-unstated 3 e: 3 × a",
    ],
    [
      "{ rule: events, fact: e, start: full, at_most_count: 1, repeat: double, points: [ { points: -2 } ] }",
      "floor-unstated -2 e: 2 × -2",
    ],
    ["{ rule: flag, fact: ok, points: 3 }", "cap-unstated 3 ok: true"],
    ["{ rule: flag, fact: ok, points: -1 }", "floor-unstated -1 ok: true"],
    ["{ rule: choice, fact: some, pick: sum, points: { a: 1.5, b: 1 } }", "cap-unstated 2.5 some: [a, b]"],
    [steps("n", "partial: floor"), "cap-unstated 3 n: 10"],
    [steps("count", "partial: floor"), "cap-unstated 3 count: 9"],
    [steps("any", "partial: floor, both_ways: true"), "cap-unstated 3 any: 9; floor-unstated -1 any: -3"],
    [`{ rule: linear, fact: count, ${knots}, beyond: extend }`, "cap-unstated 4 count: 6; floor-unstated -2 count: 0"],
    [`{ rule: linear, fact: any, ${knots}, beyond: extend }`, "cap-unstated 4 any: 6; floor-unstated -2 any: 0"],
    ["{ rule: checklist, mode: per_item, each: 3, items: [ok, also] }", "cap-unstated 6 met: 2"],
    ["{ rule: events, fact: e, start: full, points: [ { kind: a, points: -0.5 } ] }", "floor-unstated -0.5 e: 5 × a"],
    ["{ rule: judged, range: { at_least: -1, at_most: 3 }, step: 0.5 }", "cap-unstated 3 3; floor-unstated -1 -1"],
    ["{ rule: panel, range: { at_least: -1, at_most: 3 }, step: 0.5 }", "cap-unstated 3 3; floor-unstated -1 -1"],
  ])("%s: %s", (scoring, expected) => {
    expect(limits(scoring)).toBe(expected);
  });

  test.each([
    ["floor: 0\n", "cap-unstated 3 3"],
    ["floor: none\ncap: none\n", ""],
    ["floor: -1\ncap: points\n", ""],
    ["floor: 0\ncap: 5\n", ""],
  ])("with %j: %s", (more, expected) => {
    expect(limits("{ rule: judged, range: { at_least: -1, at_most: 3 }, step: 0.5 }", more)).toBe(expected);
  });

  test("saying it where nothing can leave is allowed", () => {
    expect(limits("{ rule: flag, fact: ok }", "floor: 0\ncap: points\n")).toBe("");
  });

  test("what a missing fact is worth counts too", () => {
    expect(limits("{ rule: flag, fact: ok }", "when_missing: -1\n")).toBe("floor-unstated -1 when_missing");
    expect(limits("{ rule: flag, fact: ok }", "when_missing: full\n")).toBe("");
  });

  test("nothing is said about a fact that is declared elsewhere", () => {
    expect(limits("{ rule: steps, fact: elsewhere, start: 0, per: 1, points: 1, partial: floor }")).toBe("");
  });
});

describe("a group", () => {
  const judged = (id: string, points: number, low: number, high: number, more = "") =>
    `- { id: ${id}, title: 甲, points: ${points}, floor: none, cap: none, ${more} scoring: { rule: judged, range: { at_least: ${low}, at_most: ${high} }, step: 1 } }`;
  const told = (indicators: readonly string[], header: string) =>
    diagnosticsOf(sheetWith(indicators.join("\n"), header))
      .filter(({ severity }) => severity === "error")
      .map(({ code, data }) => `${code} ${String(data?.["value"])} ${String(data?.["witness"])}`);

  test("says it when its children together can leave", () => {
    expect(told([judged("A", 1, -2, 1), judged("B", 1, 1, 1)], "")).toEqual(["floor-unstated -1 A"]);
    expect(told([judged("A", 1, 0, 3), judged("B", 1, 0, 1)], "")).toEqual(["cap-unstated 4 A"]);
  });

  test("need not when one child makes up for the other", () => {
    expect(told([judged("A", 1, -1, 2), judged("B", 1, 1, 0 + 1)], "cap: none")).toEqual([]);
  });

  test("says it when what makes up for the other may be dropped", () => {
    const sheet = [judged("A", 1, -1, 1), judged("B", 1, 1, 1, "may_be_not_applicable: true,")];
    expect(told(sheet, "renormalise: none")).toEqual(["floor-unstated -1 A"]);
  });

  test("that divides says it when a child can exceed its own points", () => {
    const sheet = (high: number) => [judged("A", 1, 0, high), judged("B", 1, 0, 0, "may_be_not_applicable: true,")];
    expect(told(sheet(1), "renormalise: true")).toEqual([]);
    expect(told(sheet(2), "renormalise: none")).toEqual([]);
    expect(told(sheet(2), "renormalise: true").map((line) => line.split(" ")[0])).toEqual(["cap-unstated"]);
  });

  test("that divides sees what is dropped further down", () => {
    const inner = [judged("A1", 1, 0, 2), judged("A2", 1, 0, 0, "may_be_not_applicable: true,")];
    const sheet = ["- id: A", "  title: 甲", "  points: 2", "  indicators:", ...inner.map((line) => `    ${line}`)];
    expect(told(sheet, "renormalise: true").map((line) => line.split(" ")[0])).toEqual(["cap-unstated"]);
    expect(told(sheet, "renormalise: none")).toEqual([]);
  });

  test("is worth its points where a node counts as full when it does not apply", () => {
    const sheet = rubricOf(sheetWith(judged("A", 2, 0, 1, "may_be_not_applicable: true, if_not_applicable: full,")));
    expect(sheet.kind === "sheet" && sheet.reach).toEqual({ least: "0", most: "2" });
  });

  test("may vanish when everything in it may be dropped", () => {
    const vanishing = rubricOf(sheetWith(judged("A", 2, 0, 2, "may_be_not_applicable: true,"), "renormalise: true"));
    expect(vanishing.kind === "sheet" && vanishing.mayVanish).toBe(true);
  });
});
