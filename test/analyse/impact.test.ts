/** Fact sheets under two versions of a rubric: whose verdict flips, who only moves, who cannot be scored. */
import { describe, expect, test } from "vitest";
import { type NamedFactSheet, type Rubric, diffRubrics, parseFactSheet, parseRubric } from "../../src/index.js";
import { renderRubricDifference } from "../../src/render/rubric-difference.js";

const SHEET = `kind: sheet
id: shop
version: "1"
category: sector
title: 商店指标
points: 100
facts:
  rate: { type: decimal, range: { at_least: 0, at_most: 100 } }
indicators:
  - { id: A, title: 履约率, points: 100, scoring: { rule: linear, fact: rate, knots: [ { at: 0, points: 0 }, { at: 100, points: 100 } ], beyond: clip } }
`;
const OTHER = SHEET.replace("id: shop", "id: stall").replace("title: 商店指标", "title: 摊位指标");
const SCHEME = `kind: scheme
id: shops
version: "1"
title: 诚信商店
effective: { from: 2023-01-01, until: 2023-12-31 }
points: 100
blend: [ { id: main, one_of: [sector], weight: 1 } ]
facts: { registered: { type: boolean } }
eligibility: [ { id: E1, title: 注册, require: { fact: registered, is: true } } ]
bands: [ { id: A, at_least: 60 }, { id: B, below: 60 } ]
goal: passed
outcomes:
  - { id: passed, when: { score: { at_least: 80 } } }
  - { id: failed, otherwise: true }
`;

const [sheet, other, scheme] = [SHEET, OTHER, SCHEME].map(parseRubric) as [Rubric, Rubric, Rubric];

/** One fact sheet, called by what is given. */
function given(file: string, rate: number | null, sections = "scheme: shops\nsheets: { main: shop }"): NamedFactSheet {
  const facts = `facts: { registered: true${rate === null ? "" : `, rate: ${rate}`} }`;
  return { file, factSheet: parseFactSheet(`kind: facts\n${sections}\nas_of: 2023-11-10\n${facts}\n`) };
}

const edited = (text: string, ...edits: readonly (readonly [string, string])[]): Rubric =>
  parseRubric(edits.reduce((now, [from, to]) => now.replace(from, to), text));

describe("a threshold 80 → 85", () => {
  const later = edited(
    SCHEME,
    ["80", "85"],
    ['version: "1"', 'version: "2"'],
    ["2023-01-01, until: 2023-12-31", "2024-01-01"],
  );
  const factSheets = [
    given("84", 84),
    given("85", 85),
    given("open", null),
    given("old", 82, "scheme: shops@1\nsheets: { main: shop }"),
    given("ancient", 82, "scheme: shops@0\nsheets: { main: shop }"),
    given("lost", 82, "scheme: shpos\nsheets: { main: shop }"),
  ];
  // A third version lies in the library: both others take its place.
  const third = edited(SCHEME, ['version: "1"', 'version: "0"']);
  const { flips, impact, total } = diffRubrics(scheme, later, { factSheets, rubrics: [third, scheme, sheet, other] });

  test("flips those between", () => {
    expect(flips.map(({ file, by, from, to, points, findings }) => [file, by, from, to, points, findings])).toEqual([
      ["84", "outcome", "passed", "failed", "0", []],
      ["old", "outcome", "passed", "failed", "0", []],
    ]);
    expect(flips[0]!.before).toEqual({
      score: { status: "scored", exact: "84", display: "84.00" },
      outcome: "passed",
      band: "A",
      eligibility: "eligible",
    });
    expect(total).toBeNull();
  });

  test("counts each of the others once", () => {
    const { unscored, ...counts } = impact!;
    expect(counts).toEqual({ sheets: 6, flipped: 2, moved: 0, same: 2, elsewhere: 1, up: null, down: null });
    expect(unscored.map(({ file, with: side, findings }) => [file, side, findings.map(({ code }) => code)])).toEqual([
      ["lost", "both", ["scheme-not-found"]],
    ]);
  });
});

describe("a sheet whose knots change", () => {
  const steeper = edited(SHEET, ["{ at: 0, points: 0 }", "{ at: 20, points: 0 }"]);
  const factSheets = [
    given("84", 84), // 80
    given("82", 82), // 77.5
    given("100", 100),
    given("60", 60), // 50
    given("open", null),
    given("stall", 82, "scheme: shops\nsheets: { main: stall }"),
  ];
  const difference = diffRubrics(sheet, steeper, { factSheets, rubrics: [scheme, sheet, other] });

  test("flips outcomes and bands, and moves the others", () => {
    const { flips, impact } = difference;
    expect(flips.map(({ file, by, from, to, points }) => [file, by, from, to, points])).toEqual([
      ["82", "outcome", "passed", "failed", "-4.5"],
      ["60", "band", "A", "B", "-10"],
    ]);
    expect(impact).toEqual({
      sheets: 6,
      flipped: 2,
      moved: 1,
      same: 2,
      elsewhere: 1,
      up: null,
      down: { file: "60", points: "-10" },
      unscored: [],
    });
  });

  test("in words", () => {
    expect(renderRubricDifference(difference, "zh").split("\n").slice(7)).toEqual([
      "填报表 6 张：结论变了 2，只有分数变了 1，不变 2，用的是别的标准 1，算不出来 0",
      "  82：结论 passed → failed",
      "    82.00，A，符合申报条件 → 77.50，A，符合申报条件  (−4.5)",
      "  60：等级 A → B",
      "    60.00，A，符合申报条件 → 50.00，B，符合申报条件  (−10)",
      "  降得最多：60 −10",
      "",
    ]);
    expect(renderRubricDifference(difference, "en").split("\n").slice(7, 10)).toEqual([
      "fact sheets: 6; verdict flips: 2, only the score moves: 1, the same: 2, for other rubrics: 1, not scored: 0",
      "  82: outcome passed → failed",
      "    82.00, A, eligible → 77.50, A, eligible  (−4.5)",
    ]);
  });
});

test("a version with another id takes the place of the old one, for fact sheets of either", () => {
  const renamed = edited(SHEET, ["id: shop", "id: shop-2024"], ["{ at: 0, points: 0 }", "{ at: 20, points: 0 }"]);
  const factSheets = [given("82", 82), given("new", 82, "scheme: shops\nsheets: { main: shop-2024 }")];
  const { changes, flips } = diffRubrics(sheet, renamed, { factSheets, rubrics: [scheme, sheet] });
  expect(changes.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(["id shop", "limit A"]);
  expect(flips.map(({ file, to }) => `${file} ${to}`)).toEqual(["82 failed", "new failed"]);
});

test("a fact that the new version does not know: open, and why", () => {
  const asked = edited(SHEET, ["rate:", "ratio:"], ["fact: rate", "fact: ratio"]);
  const { flips } = diffRubrics(sheet, asked, { factSheets: [given("90", 90)], rubrics: [scheme, sheet] });
  expect(flips).toMatchObject([
    { from: "passed", to: "undetermined", points: null, findings: [{ code: "fact-undeclared" }] },
  ]);
});

test("a new version that does not fit the others: named, with the side", () => {
  const lost = edited(SCHEME, ["one_of: [sector]", "sheet: gone"]);
  const { impact } = diffRubrics(scheme, lost, { factSheets: [given("90", 90)], rubrics: [sheet] });
  expect(impact!.unscored.map(({ with: side, findings }) => [side, findings.map(({ code }) => code)])).toEqual([
    ["after", ["sheet-not-found"]],
  ]);
});

test("eligibility alone", () => {
  const stricter = edited(SCHEME, ["is: true", "is: false"]);
  const { flips } = diffRubrics(scheme, stricter, { factSheets: [given("90", 90)], rubrics: [sheet] });
  expect(flips.map(({ by, from, to }) => [by, from, to])).toEqual([["eligibility", "eligible", "ineligible"]]);
});

test("a scheme with its sheets, both versions of each", () => {
  const versions = [
    [scheme, sheet],
    [edited(SCHEME, ["80", "75"]), edited(SHEET, ["{ at: 0, points: 0 }", "{ at: 20, points: 0 }"])],
  ] as const;
  const { changes, flips } = diffRubrics(...versions, { factSheets: [given("78", 78), given("84", 84)] });
  expect(changes).toHaveLength(2);
  // 78 → 72.5 below 75; 84 → 80 above it.
  expect(flips.map(({ file }) => file)).toEqual([]);
  const back = diffRubrics(...versions, { factSheets: [given("82", 82), given("79", 79)] });
  // 82 → 77.5, passed before and after; 79 → 73.75, failed before and after.
  expect(back.impact).toMatchObject({ flipped: 0, moved: 2, up: null, down: { file: "79", points: "-5.25" } });
});
