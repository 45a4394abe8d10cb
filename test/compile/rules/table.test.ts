import { describe, expect, test } from "vitest";
import { leafScorer, nodeAt, stands } from "../../helpers/build/rubric.js";

const FACTS = {
  big: { type: "boolean" },
  grade: { type: "choice", options: ["A", "B", "C"] },
  sales: { type: "decimal", range: { at_least: 0 } },
};
const ROWS = [
  { when: { big: true, grade: ["A", "B"] }, points: 10 },
  { when: { big: true, grade: "C", sales: { above: 100 } }, points: "4.5" },
  { when: { big: true, grade: "C", sales: { at_most: 100 } }, points: 3 },
  { when: { big: false }, points: 1 },
];
const table = leafScorer({ scoring: { rule: "table", rows: ROWS } }, FACTS);

describe("table", () => {
  test.each([
    [{ big: true, grade: "A", sales: 0 }, "10"],
    [{ big: true, grade: "B", sales: 500 }, "10"],
    [{ big: true, grade: "C", sales: "100.01" }, "4.5"],
    [{ big: true, grade: "C", sales: 100 }, "3"],
    [{ big: false, grade: "A", sales: 0 }, "1"],
  ])("%j is in the row worth %s", (facts, points) => {
    expect(stands(table, { facts })).toBe(`scored ${points}`);
  });

  test("every fact of the table has to be given, also where the row does not name it", () => {
    expect(stands(table, { facts: { big: false, sales: 0 } })).toBe("unknown 1 to 1 tight");
  });

  test("facts are read in the order in which the rows name them, those of one row by name", () => {
    const { read, steps } = nodeAt(table({ facts: { big: true, grade: "C", sales: 7 } }), "L");
    expect(read.map(({ fact }) => fact)).toEqual(["big", "grade", "sales"]);
    expect(steps).toEqual([{ op: "table", in: [], out: "3", note: { row: 2 } }]);
  });

  test.each([
    [{}, "1 to 10"],
    [{ big: true }, "3 to 10"],
    [{ grade: "C" }, "1 to 4.5"],
    [{ big: true, grade: "C" }, "3 to 4.5"],
    [{ big: true, sales: 101 }, "4.5 to 10"],
    [{ sales: 101 }, "1 to 10"],
  ])("with %j it comes to %s", (facts, span) => {
    expect(stands(table, { facts })).toBe(`unknown ${span} tight`);
  });

  test("a fact of which some values are out of reach shuts out rows", () => {
    const derived = {
      ...FACTS,
      home: { type: "decimal", range: { at_least: 0 } },
      abroad: { type: "decimal", range: { at_least: 0 } },
      sales: { type: "decimal", derive: { sum: ["home", "abroad"] } },
    };
    const both = leafScorer({ scoring: { rule: "table", rows: ROWS } }, derived);
    expect(stands(both, { facts: { big: true, grade: "C", home: 101 } })).toBe("unknown 4.5 to 4.5 tight");
  });

  test("missing without a word on it stays open, with `when_missing` it has its points", () => {
    const facts = { big: true, sales: 0, grade: { missing: true } };
    expect(stands(table, { facts })).toBe("unknown 3 to 10");
    const stated = leafScorer({ scoring: { rule: "table", rows: ROWS }, when_missing: 2 }, FACTS);
    expect(stands(stated, { facts })).toBe("scored 2");
  });
});
