/** The lines of an example stand where they say they stand. */
import { describe, expect, test } from "vitest";
import { filesOf } from "../../src/messages/examples/frames.js";
import { codesOf } from "./run-example.js";

const sheetOf = (...parts: Parameters<typeof filesOf>) => filesOf(...parts).rubrics[0]!.split("\n");

describe("the small working rubric", () => {
  test("works", () => {
    expect(codesOf(undefined, {})).toEqual([]);
  });

  test("declares its fact only as long as something reads it", () => {
    const leaf = "scoring: { rule: flag, fact: { type: boolean } }";
    expect(sheetOf(undefined, {})).toContain("  ok: { type: boolean }");
    expect(sheetOf(undefined, { leaf })).not.toContain("  ok: { type: boolean }");
    expect(sheetOf(undefined, { leaf })).not.toContain("facts:");
  });
});

describe("lines", () => {
  test("replace a key of the frame where it stands, and follow it otherwise", () => {
    const sheet = sheetOf(undefined, { sheet: "renormalise: true\ntitle:\n  zh: 表\n  en: Sheet" });
    expect(sheet.slice(4, 9)).toEqual(["title:", "  zh: 表", "  en: Sheet", "points: 2", "renormalise: true"]);
  });

  test("stay as broken as they are", () => {
    const sheet = sheetOf(undefined, { sheet: "title：表\npoints: 2\npoints: 2" });
    expect(sheet.slice(3, 8)).toEqual(["category: base", "title：表", "points: 2", "points: 2", "facts:"]);
  });

  test("of an indicator stand below its points, or replace its rule", () => {
    expect(sheetOf(undefined, { leaf: "clause: 五" }).slice(8)).toEqual([
      "indicators:",
      "  - id: A",
      "    title: 合同履约",
      "    points: 2",
      "    scoring: { rule: flag, fact: ok }",
      "    clause: 五",
      "",
    ]);
  });

  test("of both sides stand above those of one side", () => {
    const { rubrics, facts } = filesOf(
      { facts: "a: { type: text }", factSheet: "role: 自评" },
      {
        facts: "b: { type: text }",
        other: "kind: sheet",
        scheme: "points: 10",
        factSheet: "closed: true",
      },
    );
    expect(rubrics[0]).toContain("facts:\n  ok: { type: boolean }\n  a: { type: text }\n  b: { type: text }\n");
    expect(rubrics[1]).toContain("points: 10\nblend:");
    expect(rubrics[2]).toBe("kind: sheet\n");
    expect(facts).toBe("kind: facts\nscheme: p\nas_of: 2024-06-30\nrole: 自评\nclosed: true\n");
  });

  test("a whole file takes the place of the sheet", () => {
    expect(filesOf(undefined, { file: "kind: sheet\r\n" }).rubrics[0]).toBe("kind: sheet\r\n");
  });
});
