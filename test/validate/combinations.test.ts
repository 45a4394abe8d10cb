/** A table is looked at combination by combination: what it says of a hole and of an overlap. */
import { describe, expect, test } from "vitest";
import { diagnosticsOf, foundInRubric, sheetOf } from "./documents.js";

const FACTS = `big: { type: boolean }
grade: { type: choice, options: [A, B, C] }
n: { type: integer, range: { at_least: 0, at_most: 10 } }
x: { type: decimal, range: { at_least: 0 } }`;

const table = (...rows: readonly string[]): string =>
  sheetOf({
    facts: FACTS,
    leaf: ["scoring:", "  rule: table", "  rows:", ...rows.map((row) => `    - { when: ${row}, points: 2 }`)].join(
      "\n",
    ),
  });
const witnesses = (...rows: readonly string[]): readonly string[] =>
  diagnosticsOf(table(...rows)).map(({ code, data }) => `${code} ${String(data?.["witness"])}`);

describe("a table that holds everything once", () => {
  test.each([
    ["yes and no", ["{ big: true }", "{ big: false }"]],
    ["options", ["{ grade: A }", "{ grade: [C, B] }"]],
    ["whole numbers may jump from 4 to 5", ["{ n: { at_most: 4 } }", "{ n: { at_least: 5 } }"]],
    ["numbers meet in a point", ["{ x: { below: 5 } }", "{ x: { at_least: 5 } }"]],
    ["the range ends where the row does", ["{ n: { at_least: 0, at_most: 10 } }"]],
    [
      "a row may leave a fact out",
      [
        "{ big: true, grade: A }",
        "{ big: true, grade: [B, C], x: { above: 1.5 } }",
        "{ big: false }",
        "{ big: true, grade: [B, C], x: { at_most: 1.5 } }",
      ],
    ],
  ])("%s", (_, rows) => {
    expect(witnesses(...rows)).toEqual([]);
  });
});

describe("a hole", () => {
  test.each([
    ["an option", ["{ grade: [A, B] }"], "grade: C"],
    ["between two numbers", ["{ x: { below: 5 } }", "{ x: { above: 7 } }"], "x: 5"],
    ["one number", ["{ x: { below: 5 } }", "{ x: { above: 5 } }"], "x: 5"],
    ["a whole number", ["{ n: { below: 5 } }", "{ n: { above: 6 } }"], "n: 5"],
    ["only below one of the facts", ["{ big: true, n: { below: 3 } }", "{ big: false }"], "big: true, n: 3"],
    ["without an end", ["{ x: { at_most: 3 } }"], "x: 4"],
  ])("%s", (_, rows, witness) => {
    expect(witnesses(...rows)).toEqual([`table-gap ${witness}`]);
  });
});

describe("an overlap", () => {
  test.each([
    ["a number that both include", ["{ x: { at_most: 5 } }", "{ x: { at_least: 5 } }"], "x: 5"],
    ["a row inside another", ["{ big: [x] }", "{ big: true }"], undefined],
    [
      "rows about different facts",
      ["{ big: true }", "{ big: false, grade: [A, B] }", "{ grade: C }"],
      "big: true, grade: C",
    ],
  ])("%s", (_, rows, witness) => {
    const found = witnesses(...rows);
    expect(found).toEqual([witness === undefined ? "cell-of-wrong-type undefined" : `table-overlap ${witness}`]);
  });

  test("of one row with several others is that row's, and names the first of them", () => {
    const [finding, ...others] = diagnosticsOf(
      table("{ grade: A }", "{ big: true }", "{ grade: B, big: false }", "{ grade: C }"),
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: "table-overlap",
      path: "/indicators/0/scoring/rows/1",
      message: { zh: "`grade: A, big: true` 时落在表中两行里：第 1 行与第 2 行" },
    });
    expect(finding?.related?.map(({ path }) => path)).toEqual([
      "/indicators/0/scoring/rows/0",
      "/indicators/0/scoring/rows/3",
    ]);
  });
});

test("what a table can come to is what its rows can", () => {
  const rows = "[ { when: { big: true }, points: 3 }, { when: { big: false }, points: -1 } ]";
  expect(foundInRubric(sheetOf({ facts: FACTS, leaf: `scoring: { rule: table, rows: ${rows} }` }))).toEqual([
    'cap-unstated /indicators/0 13:9 "A"',
    'floor-unstated /indicators/0 13:9 "A"',
  ]);
});
