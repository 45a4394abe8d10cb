import { describe, expect, test } from "vitest";
import { displayWidth } from "../../src/base/width.js";
import type { Range } from "../../src/model/diagnostic.js";
import { frame } from "../../src/render/frame.js";

const range = (line: number, column: number, toLine: number, toColumn: number): Range => ({
  start: { line, column },
  end: { line: toLine, column: toColumn },
  offset: [0, 0],
});
const lines = [
  "indicators:",
  "  - id: A1",
  "    name： 安全生产",
  "    points: 30",
  "",
  "  - id: A2",
  "    points: 30",
];

describe("a frame", () => {
  test("shows a line before and a line behind, and marks the one it is about", () => {
    expect(frame(lines, range(3, 9, 3, 10))).toEqual([
      "  2 |   - id: A1",
      "> 3 |     name： 安全生产",
      "    |         ^^",
      "  4 |     points: 30",
    ]);
  });

  test("leaves out a neighbour that is empty or not there", () => {
    expect(frame(lines, range(1, 1, 1, 11))).toEqual(["> 1 | indicators:", "    | ^^^^^^^^^^", "  2 |   - id: A1"]);
    expect(frame(lines, range(4, 5, 4, 11))).toEqual([
      "  3 |     name： 安全生产",
      "> 4 |     points: 30",
      "    |     ^^^^^^",
    ]);
    expect(frame(lines, range(7, 13, 7, 15))).toEqual([
      "  6 |   - id: A2",
      "> 7 |     points: 30",
      "    |             ^^",
    ]);
    expect(frame(lines, range(9, 1, 9, 2))).toEqual([]);
  });

  test("numbers stand in one column", () => {
    const ten = Array.from({ length: 11 }, (_, i) => `line ${i + 1}`);
    expect(frame(ten, range(9, 1, 9, 5))).toEqual(["   8 | line 8", ">  9 | line 9", "     | ^^^^", "  10 | line 10"]);
  });

  test("a place without width is marked with one caret", () => {
    expect(frame(["id:"], range(1, 4, 1, 4))).toEqual(["> 1 | id:", "    |    ^"]);
  });

  test("a place over several lines marks each of them, and of many the first two and the last", () => {
    expect(frame(lines, range(2, 5, 4, 15))).toEqual([
      "  1 | indicators:",
      "> 2 |   - id: A1",
      "    |     ^^^^^^",
      "> 3 |     name： 安全生产",
      "> 4 |     points: 30",
    ]);
    expect(frame(lines, range(2, 5, 7, 15))).toEqual([
      "  1 | indicators:",
      "> 2 |   - id: A1",
      "    |     ^^^^^^",
      "> 3 |     name： 安全生产",
      "    | ...",
      "> 7 |     points: 30",
    ]);
    // Up to the start of the next line is this line.
    expect(frame(lines, range(3, 5, 4, 1))).toEqual([
      "  2 |   - id: A1",
      "> 3 |     name： 安全生产",
      "    |     ^^^^^^^^^^^^^^^",
      "  4 |     points: 30",
    ]);
  });
});

describe("a long line", () => {
  test("is cut around the place", () => {
    const [shown = "", carets = ""] = frame([`${"a".repeat(500)}WRONG${"b".repeat(500)}`], range(1, 501, 1, 506));
    expect(shown).toBe(`> 1 | ...${"a".repeat(30)}WRONG${"b".repeat(62)}...`);
    expect(carets).toBe(`    | ${" ".repeat(33)}^^^^^`);
  });

  test("is cut in front only, or behind only, where that is enough", () => {
    expect(frame([`${"a".repeat(500)}WRONG`], range(1, 501, 1, 506))[0]).toBe(`> 1 | ...${"a".repeat(30)}WRONG`);
    expect(frame([`WRONG${"b".repeat(500)}`], range(1, 1, 1, 6))[0]).toBe(`> 1 | WRONG${"b".repeat(95)}...`);
  });

  test("of wide characters is cut by columns", () => {
    const [shown = "", carets = ""] = frame([`${"前".repeat(200)}错${"后".repeat(200)}`], range(1, 201, 1, 202));
    expect(shown).toBe(`> 1 | ...${"前".repeat(15)}错${"后".repeat(32)}...`);
    expect(carets).toBe(`    | ${" ".repeat(33)}^^`);
  });

  test("with a long place is cut inside it", () => {
    const [shown = "", carets = ""] = frame([`key: ${"x".repeat(1e6)}`], range(1, 6, 1, 1e6 + 6));
    expect(shown).toBe(`> 1 | key: ${"x".repeat(95)}...`);
    expect(carets).toBe(`    |      ${"^".repeat(95)}`);
  });

  test("beside the place is cut behind", () => {
    expect(frame(["a", "b".repeat(300)], range(1, 1, 1, 2))[2]).toBe(`  2 | ${"b".repeat(100)}...`);
  });

  test("is never cut through a character, nor wider than it may be", () => {
    for (let at = 1; at < 400; at += 7) {
      const rows = frame(["𠮷a\t\u0007".repeat(200)], range(1, at, 1, at + 40));
      expect(rows.join("")).not.toMatch(/\p{Surrogate}|\p{Cc}/u);
      for (const row of rows) expect(displayWidth(row)).toBeLessThanOrEqual(6 + 100 + 3);
    }
  });
});
