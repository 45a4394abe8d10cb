import { describe, expect, test } from "vitest";
import { validateRubric } from "../../src/index.js";
import { type Data, node, sheet, valid } from "../helpers/build/rubric.js";

const judged = (id: string, points: number, least: number, most: number, parts: Data = {}): Data =>
  node(id, points, {
    floor: "none",
    cap: "none",
    scoring: { rule: "judged", range: { at_least: least, at_most: most }, step: 1 },
    ...parts,
  });
const optional = { may_be_not_applicable: true };

/** `code value witness` of each finding about the limits of the sheet itself. */
const told = (parts: Data): readonly string[] =>
  validateRubric(sheet(parts)).diagnostics.map(({ code, data }) =>
    [code, data?.["value"], data?.["witness"]].join(" ").trim(),
  );

const reach = (parts: Data): string => {
  const rubric = valid(sheet(parts));
  if (rubric.kind !== "sheet") throw new Error("no sheet");
  return `${rubric.reach.least ?? "−∞"} to ${rubric.reach.most ?? "+∞"}`;
};

describe("points of a group that averages", () => {
  test("are its own: those below need not add up", () => {
    expect(told({ combine: "mean", indicators: [judged("A", 10, 0, 10), judged("B", 5, 0, 5)] })).toEqual([]);
    expect(told({ combine: "sum", indicators: [judged("A", 10, 0, 10), judged("B", 5, 0, 5)] })).toEqual([
      "points-do-not-add-up",
    ]);
  });

  test("nobody has to say who divides by what applies", () => {
    const inner = node("G", 5, { indicators: [judged("g", 2, 0, 2, optional), judged("h", 3, 0, 3)] });
    expect(told({ combine: "mean", indicators: [judged("A", 10, 0, 10), inner] })).toEqual([]);
  });
});

describe("what a group that averages can come to", () => {
  // A from −0.5 to 1, B from 0.2 to 2
  const two = [judged("A", 10, -5, 10), judged("B", 5, 1, 10)];

  test.each([
    ["mean", {}, "-15 to 150"],
    ["min", {}, "-50 to 100"],
    ["max", {}, "20 to 200"],
  ])("%s", (combine, parts, expected) => {
    expect(reach({ combine, floor: "none", cap: "none", indicators: two, ...parts })).toBe(expected);
  });

  test("weighted", () => {
    const weighted = two.map((one, i) => ({ ...one, weight: [3, 1][i]! }));
    expect(reach({ combine: "weighted_mean", floor: "none", cap: "none", indicators: weighted })).toBe("-32.5 to 125");
  });

  test.each([
    // A alone, or B alone
    ["mean", "-50 to 200"],
    ["min", "-50 to 200"],
    ["max", "-50 to 200"],
  ])("%s of what may drop out", (combine, expected) => {
    const some = two.map((one) => ({ ...one, ...optional }));
    expect(reach({ combine, floor: "none", cap: "none", indicators: some })).toBe(expected);
  });

  test("what always applies holds the least and the greatest back", () => {
    const some = [two[0]!, { ...two[1]!, ...optional }];
    expect(reach({ combine: "max", floor: "none", cap: "none", indicators: some })).toBe("-50 to 200");
    expect(reach({ combine: "min", floor: "none", cap: "none", indicators: some })).toBe("-50 to 100");
    expect(reach({ combine: "mean", floor: "none", cap: "none", indicators: some })).toBe("-50 to 150");
  });

  test("floor and cap are asked for where it leaves 0 to its points, with the children that do it", () => {
    expect(told({ combine: "mean", indicators: two })).toEqual(["cap-unstated 150 B", "floor-unstated -15 A"]);
    expect(told({ combine: "max", indicators: two })).toEqual(["cap-unstated 200 B"]);
    expect(told({ combine: "min", indicators: two })).toEqual(["floor-unstated -50 A"]);
    expect(told({ combine: "min", indicators: [judged("A", 10, 0, 20), judged("B", 5, 0, 5)] })).toEqual([]);
  });

  test("a group below that may lose some of its points leaves 0 to 1 without end, and only where its value can", () => {
    const inner = (least: number, most: number) =>
      node("G", 10, {
        floor: "none",
        cap: "none",
        indicators: [judged("a", 4, 0, 4), judged("b", 6, least, most, optional)],
      });
    const around = (least: number, most: number) =>
      reach({ combine: "mean", floor: "none", cap: "none", indicators: [inner(least, most), judged("B", 5, 0, 5)] });
    expect([around(0, 6), around(-1, 6), around(0, 7)]).toEqual(["0 to 100", "−∞ to 100", "0 to +∞"]);
  });
});
