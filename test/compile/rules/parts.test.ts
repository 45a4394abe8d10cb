import { describe, expect, test } from "vitest";
import { leafScorer, nodeAt, stands } from "../../helpers/build/rubric.js";

const FACTS = {
  years: { type: "integer", range: { at_least: 0, at_most: 20 } },
  listed: { type: "boolean" },
  fined: { type: "boolean" },
  large: { type: "boolean" },
};
const PARTS = [
  { title: "年限", rule: "steps", fact: "years", start: 0, per: 2, points: 1, partial: "floor" },
  { title: "上市", when: { fact: "large", is: true }, rule: "flag", fact: "listed", points: 3 },
  { title: "处罚", rule: "flag", fact: "fined", points: -4 },
];
const limits = { floor: "none", cap: "none" };
const parts = leafScorer({ ...limits, scoring: { rule: "parts", start: 1, parts: PARTS } }, FACTS);

describe("parts", () => {
  test.each([
    [{ years: 5, large: true, listed: true, fined: false }, "6"],
    [{ years: 5, large: false, fined: false }, "3"],
    [{ years: 0, large: false, fined: true }, "-3"],
  ])("%j comes to %s", (facts, points) => {
    expect(stands(parts, { facts })).toBe(`scored ${points}`);
  });

  test("start is 0 unless it is said, and `full` the points of the indicator", () => {
    const facts = { years: 4, large: false, fined: true };
    const from = (start: object) =>
      leafScorer({ ...limits, scoring: { rule: "parts", ...start, parts: PARTS } }, FACTS);
    expect(stands(from({}), { facts })).toBe("scored -2");
    expect(stands(from({ start: "full" }), { facts })).toBe("scored 8");
  });

  test("the steps hold those of every part, and the sum", () => {
    const { read, steps } = nodeAt(parts({ facts: { years: 5, large: false, fined: true } }), "L");
    expect(read.map(({ fact }) => fact)).toEqual(["years", "large", "listed", "fined"]);
    expect(steps.map(({ op, in: input, out, note }) => [op, input, out, note?.["when"]])).toEqual([
      ["part", [], "2", undefined],
      ["part", [], "0", "false"],
      ["part", [], "-4", undefined],
      ["parts", ["1", "2", "-4"], "-1", undefined],
    ]);
    expect(steps[0]?.note).toEqual({
      index: 0,
      title: "年限",
      facts: ["years"],
      steps: [
        { op: "count-steps", in: ["5", "0", "2"], out: "2", note: { partial: "floor" } },
        { op: "steps", in: ["2", "1", "0"], out: "2" },
      ],
    });
  });

  test.each([
    [{}, "-3 to 14"],
    [{ large: true }, "-3 to 14 tight"],
    [{ years: 6, fined: false }, "4 to 7"],
    [{ years: 6, fined: false, large: true }, "4 to 7 tight"],
    [{ years: 6, fined: false, listed: true }, "4 to 7"],
    [{ years: 6, large: false }, "0 to 4 tight"],
  ])("with %j it comes to %s", (facts, span) => {
    expect(stands(parts, { facts })).toBe(`unknown ${span}`);
  });

  test("missing counts only where it is needed", () => {
    const stated = leafScorer({ ...limits, scoring: { rule: "parts", parts: PARTS }, when_missing: 2 }, FACTS);
    const listed = { missing: true };
    expect(stands(stated, { facts: { years: 6, fined: false, large: false, listed } })).toBe("scored 3");
    expect(stands(stated, { facts: { years: 6, fined: false, large: true, listed } })).toBe("scored 2");
    expect(stands(stated, { facts: { years: 6, fined: false, listed } })).toBe("unknown 2 to 6");
  });
});
