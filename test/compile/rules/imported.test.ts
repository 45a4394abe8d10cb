import { describe, expect, test } from "vitest";
import {
  type Data,
  codes,
  decimal,
  leafScorer,
  nodeAt,
  sheetScorer,
  node,
  standing,
  stands,
} from "../../helpers/build/rubric.js";

const DIGEST = `sha256:${"0123456789abcdef".repeat(4)}`;
const credit = (range: Data = { at_least: 0, at_most: 1000 }, record = "optional"): Data => ({
  credit: { ...decimal(range), record },
});
const rule = (parts: Data = {}): Data => ({
  scoring: { rule: "imported", fact: "credit", from: { at_least: 0, at_most: 1000 }, ...parts },
});
const given = (value: string): Data => ({ facts: { credit: value } });

describe("imported", () => {
  const score = leafScorer(rule(), credit());

  test.each([
    ["0", "0"],
    ["862", "8.62"],
    ["1000", "10"],
    ["333.33", "3.3333"],
  ])("%s of 1000 is %s of 10 points", (value, points) => {
    expect(stands(score, given(value))).toBe(`scored ${points}`);
  });

  test("a scale that divides into no decimal stays a fraction", () => {
    const thirds = leafScorer(rule({ from: { at_least: 0, at_most: 3 } }), credit({ at_least: 0, at_most: 3 }));
    expect(stands(thirds, given("1"))).toBe("scored 10/3");
  });

  test("both scales may begin anywhere", () => {
    const scale = { from: { at_least: 60, at_most: 100 }, to: { at_least: 2, at_most: 5 } };
    const last = leafScorer(rule(scale), credit({ at_least: 60, at_most: 100 }));
    expect(stands(last, given("86"))).toBe("scored 3.95");
    expect(stands(last)).toBe("unknown 2 to 5 tight");
  });

  test("what lies beyond one scale lies beyond the other, until floor and cap", () => {
    const range = { at_least: -100, at_most: 1200 };
    const free = { floor: "none", cap: "none" };
    expect(stands(leafScorer({ ...rule(), ...free }, credit(range)), given("1100"))).toBe("scored 11");
    expect(stands(leafScorer({ ...rule(), ...free }, credit(range)))).toBe("unknown -1 to 12 tight");
    const held = leafScorer({ ...rule(), floor: 0, cap: "points" }, credit(range));
    expect(stands(held, given("1100"))).toBe("scored 10");
    expect(stands(held, given("-5"))).toBe("scored 0");
    expect(stands(leafScorer({ ...rule(), ...free }, credit({ above: 0 })))).toBe("unknown 0 to +∞");
  });

  test("nothing is cut off silently: the range of the fact decides what has to be said", () => {
    const over = (): unknown => sheetScorer({ facts: credit({ at_least: 0 }), indicators: [node("A", 100, rule())] });
    expect(over).toThrow(/cap-unstated/);
  });

  test("the record it was taken from stays beside the value", () => {
    const assessment = leafScorer(
      rule(),
      credit(undefined, "required"),
    )({
      facts: { credit: { value: 862, record: DIGEST, evidence: ["信用报告"] } },
    });
    expect(codes(assessment)).toEqual([]);
    expect(nodeAt(assessment, "L").read).toEqual([
      { fact: "credit", value: "862", state: "given", evidence: ["信用报告"], record: DIGEST },
    ]);
    expect(nodeAt(assessment, "L").steps).toEqual([{ op: "imported", in: ["862"], out: "8.62" }]);
  });

  test("a value without a record counts, and is told where one is required", () => {
    const required = leafScorer(rule(), credit(undefined, "required"))(given("862"));
    expect(standing(nodeAt(required, "L"))).toBe("scored 8.62");
    expect(codes(required)).toEqual(["record-missing /facts/credit"]);
    expect(codes(score(given("862")))).toEqual([]);
  });

  test("missing for good: what the leaf says", () => {
    const stated = leafScorer({ ...rule(), when_missing: "6" }, credit());
    expect(stands(stated, { closed: true })).toBe("scored 6");
  });

  test("inside another rule it is one of several", () => {
    const best = leafScorer(
      {
        scoring: {
          rule: "best_of",
          of: [
            { title: "公共信用", ...(rule()["scoring"] as Data) },
            { title: "行业信用", ...(rule({ fact: "other" })["scoring"] as Data) },
          ],
        },
      },
      { ...credit(), other: credit()["credit"] },
    );
    expect(stands(best, { facts: { credit: 700, other: 800 } })).toBe("scored 8");
  });
});
