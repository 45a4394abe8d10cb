import { describe, expect, test } from "vitest";
import { oneLeaf } from "./small.js";
import type { Plain, PlainMap } from "./plain.js";

const NUMBER: PlainMap = { x: { type: "decimal" } };
const LIMITS: PlainMap = { floor: "none", cap: "none" };

const atX = (scoring: PlainMap, x: Plain, declared = NUMBER): string | null =>
  oneLeaf({ scoring: { fact: "x", ...scoring }, ...LIMITS }, declared, { x }).awarded;

describe("what a leaf gets", () => {
  const tiers = {
    rule: "tiers",
    tiers: [
      { at_least: 10, points: 10 },
      { at_least: 5, below: 10, points: "2.5" },
      { below: 5, points: 0 },
    ],
  };
  test.each([
    ["10", "10"],
    ["9.999999999999999999999999999999999999", "2.5"],
    ["5", "2.5"],
    ["4.9", "0"],
    ["-3", "0"],
  ])("tiers at %s give %s", (x, points) => {
    expect(atX(tiers, x)).toBe(points);
  });

  const steps = { rule: "steps", start: 60, per: 5, points: "0.5", base: 2 };
  test.each([
    ["floor", false, "60", "2"],
    ["floor", false, "64.99", "2"],
    ["floor", false, "65", "2.5"],
    ["ceil", false, "60.01", "2.5"],
    ["ceil", false, "65", "2.5"],
    ["interpolate", false, "61", "2.1"],
    ["floor", false, "50", "2"],
    ["floor", true, "54", "1.5"],
    ["ceil", true, "54", "1"],
    ["interpolate", true, "54", "1.4"],
  ])("steps %s, both ways %s, at %s give %s", (partial, bothWays, x, points) => {
    expect(atX({ ...steps, partial, both_ways: bothWays }, x)).toBe(points);
  });

  const knots = [
    { at: 0, points: 0 },
    { at: 60, points: 1 },
    { at: 90, points: 10 },
  ];
  test.each([
    ["clip", "-5", "0"],
    ["clip", "20", "1/3"],
    ["clip", "60", "1"],
    ["clip", "75", "5.5"],
    ["clip", "200", "10"],
    ["extend", "-6", "-0.1"],
    ["extend", "100", "13"],
  ])("a line that %ss gives at %s %s", (beyond, x, points) => {
    expect(atX({ rule: "linear", knots, beyond }, x)).toBe(points);
  });

  const three: PlainMap = { a: { type: "boolean" }, b: { type: "boolean" }, c: { type: "boolean" } };
  const list = (scoring: PlainMap): string | null =>
    oneLeaf({ scoring: { rule: "checklist", ...scoring }, ...LIMITS }, three, { a: true, b: false, c: true }).awarded;
  test("checklists count what holds, or what does not", () => {
    expect(
      list({
        mode: "sum",
        items: [
          { fact: "a", points: 3 },
          { fact: "b", points: 5 },
          { fact: "c", points: -1 },
        ],
      }),
    ).toBe("2");
    expect(list({ mode: "per_item", each: 3, items: ["a", "b", "c"] })).toBe("6");
    expect(list({ mode: "per_item", each: -4, start: "full", count: "unmet", items: ["a", "b", "c"] })).toBe("6");
    expect(
      list({
        mode: "ladder",
        items: ["a", "b", "c"],
        tiers: [
          { at_most: 1, points: 0 },
          { at_least: 2, points: 7 },
        ],
      }),
    ).toBe("7");
  });

  const held: PlainMap = { x: { type: "choices", options: ["nation", "city", "street"] } };
  const points = { nation: 5, city: 3, street: -1 };
  test.each([
    [{ rule: "levels", points, count: "highest" }, ["street", "city"], "3"],
    [{ rule: "levels", points, count: "all" }, ["street", "city"], "2"],
    [{ rule: "levels", points, count: "highest" }, ["street"], "-1"],
    [{ rule: "levels", points, count: "highest" }, [], "0"],
    [{ rule: "choice", points, pick: "best" }, ["nation", "city"], "5"],
    [{ rule: "choice", points, pick: "sum" }, [], "0"],
  ])("%j for %j is %s", (rule, x, awarded) => {
    expect(atX(rule, x, held)).toBe(awarded);
  });

  test("events: the first line that matches, within the window, after `where`", () => {
    const declared: PlainMap = {
      x: {
        type: "events",
        kinds: ["fine", "warning"],
        fields: { amount: { type: "decimal", optional: true }, own: { type: "boolean" } },
      },
    };
    const scoring = {
      rule: "events",
      start: "full",
      within: { last: { years: 1 }, first_day: "out" },
      where: { field: "own", is: true },
      points: [
        { kind: "fine", when: { field: "amount", at_least: 100 }, points: -3 },
        { kind: "fine", points: -2 },
        { points: -1 },
      ],
    };
    const x = [
      { date: "2024-02-29", kind: "fine", own: true, amount: 100 }, // -3
      { date: "2023-06-01", kind: "fine", own: true, amount: "99.99" }, // -2
      { date: "2023-06-01", kind: "fine", own: true }, // no amount: the second line, -2
      { date: "2023-06-01", kind: "warning", own: true }, // -1
      { date: "2023-06-01", kind: "fine", own: false },
      { date: "2023-02-28", kind: "fine", own: true }, // a year ago was 2024-02-28
      { date: "2024-03-01", kind: "fine", own: true }, // after the as-of date
    ];
    expect(atX(scoring, x, declared)).toBe("2");
  });

  test("events: restored, one of each matter, doubled, so many", () => {
    const declared: PlainMap = {
      x: {
        type: "events",
        kinds: ["fine", "prize"],
        fields: { about: { type: "text", optional: true }, days: { type: "integer", optional: true } },
      },
    };
    const points = [
      { kind: "fine", points: -4 },
      { kind: "prize", points: 3 },
    ];
    const fine = (date: string, about: string, days?: number) => ({
      date,
      kind: "fine",
      about,
      ...(days ? { days } : {}),
    });
    const get = (options: PlainMap, ...x: PlainMap[]): string | null =>
      atX({ rule: "events", start: "full", points, ...options }, x, declared);
    const a = fine("2023-03-01", "a", 7);
    const b = fine("2023-01-01", "b");
    const again = fine("2023-02-01", "a");
    const prize = { date: "2023-01-01", kind: "prize", about: "a" };
    const nobody = { date: "2023-01-01", kind: "fine" };
    expect(get({}, a, b, again, prize)).toBe("1");
    expect(get({ once_per: ["about"] }, a, b, again, prize, nobody)).toBe("-2");
    expect(get({ restore: [{ when: { field: "days", at_most: 7 }, share: "0.5" }] }, a, prize)).toBe("11");
    expect(get({ restore: [{ points: 5 }] }, b, prize)).toBe("13");
    expect(get({ repeat: "double" }, a, b, again)).toBe("-10"); // b is the first
    expect(get({ at_most_count: 2 }, prize, a, b)).toBe("2");
    expect(get({ repeat: "double", at_most_count: 1 }, b, a)).toBe("2");
    const restore = [{ when: { field: "days", missing: true }, share: 1 }];
    expect(get({ restore, once_per: ["about"] }, a, again)).toBe("6"); // the restored one weighs nothing
    expect(get({ restore, once_per: ["about"] }, again, prize)).toBe("13");
  });

  test("a judgement lies on its grid", () => {
    const scoring = { rule: "judged", range: { at_least: "0.5", at_most: 8 }, step: "0.5" };
    const judged = (points: Plain): string =>
      oneLeaf({ scoring, ...LIMITS }, {}, {}, { judgements: { A: { points, by: "a", reason: "b" } } }).status;
    expect([judged("0.5"), judged("8"), judged("7.7"), judged("8.5"), judged("0")]).toEqual([
      "scored",
      "scored",
      "invalid",
      "invalid",
      "invalid",
    ]);
  });

  test("floor, then cap", () => {
    const leaf = {
      scoring: { rule: "steps", fact: "x", start: 0, per: 1, points: 1, partial: "floor", both_ways: true },
    };
    const at = (more: PlainMap, x: string): string | null => oneLeaf({ ...leaf, ...more }, NUMBER, { x }).awarded;
    expect([
      at({ floor: 0, cap: "points" }, "-4"),
      at({ floor: -3, cap: "none" }, "-4"),
      at({ floor: 0, cap: "points" }, "12"),
      at({ floor: 0, cap: 11 }, "12"),
    ]).toEqual(["0", "-3", "10", "11"]);
  });
});
