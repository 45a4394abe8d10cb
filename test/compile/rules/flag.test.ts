import { describe, expect, test } from "vitest";
import { leafScorer, nodeAt, stands } from "../../helpers/build/rubric.js";

const FLAG = { rule: "flag", fact: { type: "boolean" } };
const points = (n: number | string): object => ({ ...FLAG, points: n });

describe("flag", () => {
  const full = leafScorer({ scoring: FLAG });

  test("a true fact earns the node's points unless the rule states others", () => {
    expect(stands(full, { facts: { L: true } })).toBe("scored 10");
    expect(stands(leafScorer({ scoring: points(4) }), { facts: { L: true } })).toBe("scored 4");
  });

  test("a false one earns nothing", () => {
    expect(stands(full, { facts: { L: false } })).toBe("scored 0");
  });

  test("unknown is neither: between nothing and the points", () => {
    expect(stands(full)).toBe("unknown 0 to 10 tight");
  });

  test("a stated deduction reaches below 0", () => {
    const deducting = leafScorer({ floor: "none", scoring: points(-3) });
    expect(stands(deducting, { facts: { L: true } })).toBe("scored -3");
    expect(stands(deducting)).toBe("unknown -3 to 0 tight");
  });

  test.each(["yes", "是", "true", 1, [], "√"])("%j is no boolean, and counts as unknown", (value) => {
    expect(stands(full, { facts: { L: value } })).toBe("invalid 0 to 10 tight");
  });

  test("the step says what was read and what came of it", () => {
    expect(nodeAt(full({ facts: { L: true } }), "L").steps).toEqual([{ op: "flag", in: [true], out: "10" }]);
    expect(nodeAt(full({ facts: { L: false } }), "L").steps).toEqual([{ op: "flag", in: [false], out: "0" }]);
  });
});
