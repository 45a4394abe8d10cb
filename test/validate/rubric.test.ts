/** Valid rubrics become values with every default filled in; broken ones tell everything that was found. */
import { describe, expect, test } from "vitest";
import type { DocumentValue } from "../../src/model/document.js";
import { readDocument } from "../../src/parse/read-document.js";
import { validateRubricValue } from "../../src/validate/rubric.js";
import { badRubrics } from "./bad-rubrics.js";
import { foundInRubric, rubricOf, schemeWith, sheetOf, sheetWith } from "./documents.js";
import { EVERY_RULE, SCHEME } from "./valid.js";

describe("a sheet", () => {
  test("is a tree with every default filled in", () => {
    expect(rubricOf(sheetOf({}))).toEqual({
      kind: "sheet",
      id: "s",
      version: "1",
      title: "指标表",
      status: "official",
      documents: [],
      facts: [{ id: "ok", type: "boolean", path: "/facts/ok" }],
      category: "base",
      instances: [],
      eligibility: [],
      reach: { least: "0", most: "2" },
      mayVanish: false,
      root: {
        kind: "group",
        id: "s",
        title: "指标表",
        level: 0,
        points: "2",
        countsAs: { kind: "ordinary" },
        mayBeNotApplicable: false,
        ifNotApplicable: "drop",
        path: "",
        combine: "sum",
        renormalise: false,
        effects: [],
        children: [
          {
            kind: "leaf",
            id: "A",
            title: "指标",
            level: 1,
            points: "2",
            countsAs: { kind: "ordinary" },
            mayBeNotApplicable: false,
            ifNotApplicable: "drop",
            path: "/indicators/0",
            scoring: { rule: "flag", fact: "ok", points: "2" },
          },
        ],
      },
    });
  });

  test("keeps what its author said about itself, digits included", () => {
    const header = [
      "$schema: ../rubric.v1.json",
      "status: drafted",
      "documents: { notice: { title: { zh: 通知, en: Notice }, date: 2023-10-18 } }",
      "source: notice",
      "effective: { from: 2023-10-18, until: 2023-12-31 }",
      "renormalise: true",
      "floor: none",
      "cap: points",
      "shape: [1]",
    ].join("\n");
    const sheet = rubricOf(
      sheetOf({ header }).replace("version: 1", "version: 2023.10").replace("points: 2\n", "points: 2.0\n"),
    );
    expect(sheet).toMatchObject({
      version: "2023.10",
      status: "drafted",
      documents: [{ id: "notice", title: { zh: "通知", en: "Notice" }, date: "2023-10-18" }],
      source: "notice",
      effective: { from: "2023-10-18", until: "2023-12-31" },
      root: { renormalise: true, floor: "none", cap: "2.0", points: "2.0" },
    });
    expect(sheet).not.toHaveProperty("$schema");
  });

  test("a fact declared in place has the id and the title of its leaf", () => {
    const sheet = rubricOf(
      sheetOf({ facts: "", leaf: "scoring: { rule: flag, fact: { type: boolean, evidence: required } }" }),
    );
    const path = "/indicators/0/scoring/fact";
    expect(sheet.facts).toEqual([{ id: "A", title: "指标", evidence: "required", path, type: "boolean" }]);
  });

  test("words that stand for numbers become numbers", () => {
    const leaf =
      "floor: 0\ncap: points\nwhen_missing: full\nscoring: { rule: events, fact: e, start: full, points: [ { points: -1 } ] }";
    const sheet = rubricOf(sheetOf({ facts: "e: { type: events }", leaf }));
    expect(sheet).toMatchObject({
      root: {
        children: [{ floor: "0", cap: "2", whenMissing: "2", scoring: { start: "2", lines: [{ points: "-1" }] } }],
      },
    });
  });
});

describe("a scheme", () => {
  test("has its defaults filled in", () => {
    expect(rubricOf(schemeWith())).toEqual({
      kind: "scheme",
      id: "p",
      version: "1",
      title: "方案",
      status: "official",
      documents: [],
      facts: [],
      points: "100",
      bands: [],
      effects: [],
      blend: [
        {
          id: "base",
          from: { sheet: "s" },
          weight: "1",
          mayBeNotApplicable: false,
          ifNotApplicable: "drop",
          path: "/blend/0",
        },
      ],
      display: { places: 2, mode: "half-up" },
      roles: [],
      laterMayRaise: false,
      eligibility: [],
      preferences: [],
      materials: [],
      outcomes: [
        {
          id: "passed",
          when: { kind: "score", interval: { low: { value: "80", inclusive: true } } },
          path: "/outcomes/0",
        },
        { id: "failed", path: "/outcomes/1" },
      ],
      goal: "passed",
    });
  });
});

describe("a rubric", () => {
  test.each([
    ["sheet", EVERY_RULE],
    ["scheme", SCHEME],
  ])("is the same in any order of keys: %s", (_, text) => {
    const { document } = readDocument(text, "rubric");
    const straight = validateRubricValue(document!.value);
    expect(straight.success).toBe(true);
    expect(JSON.stringify(validateRubricValue(backwards(document!.value)))).toBe(JSON.stringify(straight));
  });

  test("cannot be changed", () => {
    const sheet = rubricOf(sheetOf({}));
    expect(Object.isFrozen(sheet) && sheet.kind === "sheet" && Object.isFrozen(sheet.root.children[0])).toBe(true);
  });

  test("may carry warnings", () => {
    const unreachable = badRubrics.find(({ code }) => code === "tier-unreachable")!;
    expect(rubricOf(unreachable.text).kind).toBe("sheet");
  });

  test("given as a plain value has findings without places", () => {
    const { diagnostics } = validateRubricValue({ kind: "sheet", id: "s" });
    expect(diagnostics.map(({ data }) => data?.["key"])).toEqual(["version", "title", "points", "indicators"]);
    expect(diagnostics.every((diagnostic) => !("range" in diagnostic))).toBe(true);
  });
});

describe("everything found is told in one go", () => {
  test("a broken leaf does not hide a wrong sum elsewhere, nor a wrong tier in the next leaf", () => {
    const text = sheetWith(
      [
        "- id: A",
        "  title: 甲",
        "  points: 1",
        "  indicators:",
        "    - { id: A1, title: 甲一, points: 1, scoring: { rule: flg, fact: ok } }",
        "- id: B",
        "  title: 乙",
        "  points: 1",
        "  indicators:",
        "    - { id: B1, title: 乙一, points: 2, scoring: { rule: flag, fact: ok } }",
        "    - id: B2",
        "      title: 乙二",
        "      points: 1",
        "      scoring: { rule: tiers, fact: n, tiers: [ { at_least: 1, points: 1 } ] }",
      ].join("\n"),
    ).replace("  ok: { type: boolean }", "  ok: { type: boolean }\n  n: { type: integer, range: { at_least: 0 } }");
    expect(foundInRubric(text)).toEqual([
      'not-one-of /indicators/0/indicators/0/scoring/rule 15:58 "flg"',
      'points-do-not-add-up /indicators/1/points 18:13 "1"',
      'tier-gap /indicators/1/indicators/1/scoring/tiers/0/at_least 24:63 "1"',
    ]);
  });

  test.each([
    [
      "points that cannot be read say nothing about the sum",
      sheetWith("- { id: A, title: 甲, points: 一, scoring: { rule: flag, fact: ok } }"),
      ["not-a-number"],
    ],
    [
      "a fact that cannot be read is not also one of the wrong type",
      sheetOf({ facts: "ok: { type: bolean }" }),
      ["not-one-of"],
    ],
    [
      "a broken node says nothing about the shape",
      sheetWith("- { id: A, title: 甲, points: 2 }", "shape: [1, 3]"),
      ["no-kind"],
    ],
    [
      "a broken floor is not also an unstated one",
      sheetOf({
        facts: "",
        leaf: "floor: nul\nscoring: { rule: judged, range: { at_least: -1, at_most: 2 }, step: 1 }",
      }),
      ["not-a-number-or"],
    ],
    [
      "an unstated cap says nothing about the groups above",
      sheetWith(
        "- id: A\n  title: 甲\n  points: 2\n  indicators:\n    - { id: A1, title: 甲一, points: 2, scoring: { rule: flag, fact: ok, points: 3 } }",
      ),
      ["cap-unstated"],
    ],
    [
      "documents that cannot be read say nothing about sources",
      sheetOf({ header: "documents: [a]\nsource: a" }),
      ["not-a-mapping"],
    ],
    ["a blend that cannot be read says nothing about the score", schemeWith({ blend: "blend: none" }), ["not-a-list"]],
    ["a misspelt required key is not also a missing one", schemeWith({ goal: "gaol: passed" }), ["unknown-key"]],
  ])("%s", (_, text, codes) => {
    expect(foundInRubric(text).map((line) => line.split(" ")[0])).toEqual(codes);
  });
});

function backwards(value: DocumentValue): DocumentValue {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, entry]) => [key, backwards(entry)]),
  );
}
