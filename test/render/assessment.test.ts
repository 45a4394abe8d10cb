import { describe, expect, test } from "vitest";
import { renderText } from "../../src/index.js";
import type { Assessment } from "../../src/model/assessment.js";
import { filled, half, rubrics } from "../helpers/build/kitchen.js";
import { printedSums, printedTable } from "../helpers/build/printed.js";
import { type Data, node, out, rangeScorer, scheme, scorer, sheet, worth } from "../helpers/build/rubric.js";

const assess = scorer(...rubrics);
const full = assess(filled);
const open = assess(half);

const ANY = { outcomes: [{ id: "any", otherwise: true }], goal: "any" };
const limited = (id: string, points: number, parts: Data = {}): Data =>
  worth(id, points, { floor: 0, cap: "points", ...parts });
const limits = (facts: Data): Assessment =>
  scorer(
    sheet({
      renormalise: true,
      indicators: [
        node("G", 60, { floor: 0, cap: "points", indicators: [worth("a", 30), worth("b", 30)] }),
        limited("c", 15),
        node("H", 25, {
          may_be_not_applicable: true,
          if_not_applicable: "full",
          indicators: [limited("d", 25, { may_be_not_applicable: true })],
        }),
      ],
    }),
    scheme({ ...ANY, points: 70 }),
  )({ facts, not_applicable: out("H") });

describe("the printed figures add up", () => {
  test.each([
    ["every rule, division and a clamped sheet", full],
    ["a capped group, one that stays in, a scale of its own", limits({ a: 50, b: 25, c: 7 })],
    ["a group on its floor", limits({ a: -50, b: 25, c: 7 })],
  ])("to the printed score: %s", (_what, assessment) => {
    for (const lang of ["zh", "en"] as const) {
      const { leaves, components, score } = printedSums(renderText(assessment, { lang }));
      expect(score).toBe(assessment.score.exact);
      expect(leaves).toBe(score);
      expect(components).toBe(score);
    }
  });

  test("by hand: 0.7 × (50 + 25 capped at 60, 7, and 25 as stated)", () => {
    // 21 + 17.5 … the cap takes 15 × 0.7 = 10.5; 4.9; 17.5: 35 + 17.5 − 10.5 + 4.9 + 17.5 = 64.4
    const rows = printedTable(renderText(limits({ a: 50, b: 25, c: 7 }), { lang: "en" })).map(({ cells }) =>
      cells.slice(0, 5).join(" | "),
    );
    expect(rows).toEqual([
      "base | Sheet | 100 | 92 | 64.4",
      "G | G | 60 | 60 | 42",
      "a | a | 30 | 50 | 35",
      "b | b | 30 | 25 | 17.5",
      "± | cap |  | -15 | -10.5",
      "c | c | 15 | 7 | 4.9",
      "H | H | 25 | 25 | 17.5",
      "d | d | 25 | – | 0",
      "± | stays in although not applicable |  | 25 | 17.5",
      "score |  |  |  | 64.4",
    ]);
  });
});

describe("the verdict", () => {
  const at = (x: string, lang: "zh" | "en") =>
    renderText(rangeScorer({ at_least: 0, at_most: 100 })({ facts: { x } }), { lang }).split("\n");

  test("says the exact score, and how it is shown where that differs", () => {
    expect(at("79.996", "en")).toContain("score: 79.996 (shown as 80.00)");
    expect(at("79.996", "zh")).toContain("得分：79.996（显示为 80.00）");
    expect(at("79.25", "en")).toContain("score: 79.25");
    expect(at("79.996", "en")).toContain("outcome: fail");
    expect(at("79.996", "en")).toContain("threshold: 80 (pass); margin -0.004");
  });

  test("says what is possible while it is open", () => {
    const lines = renderText(rangeScorer({ at_least: 70, at_most: 90 })(), { lang: "en" }).split("\n");
    expect(lines).toContain("outcome: open, one of pass, fail");
    expect(lines).toContain("score: open, between 70 … 90");
    expect(lines).toContain("threshold: 80 (pass)");
  });

  test("says that nothing is scored", () => {
    const optional = sheet({ renormalise: true, indicators: [limited("a", 100, { may_be_not_applicable: true })] });
    const nothing = scorer(optional, scheme())({ not_applicable: out("a") });
    expect(renderText(nothing, { lang: "en" })).toContain("score: nothing applies, so there is no score");
    expect(renderText(nothing, { lang: "zh" })).toContain("得分：没有任何适用的指标，不计分");
  });

  test("an end that does not exist is infinite", () => {
    expect(renderText(open, { lang: "en" })).toMatch(/C1 .* −∞ … 30 +– +open/);
  });
});

describe("both languages", () => {
  test("Chinese unless told otherwise", () => {
    expect(renderText(full)).toBe(renderText(full, { lang: "zh" }));
  });

  test("each takes its own title, and a plain one as it is", () => {
    expect(renderText(full, { lang: "zh" })).toMatch(
      /^征集评价 {2}scheme@1\n企业：示例公司 91110105100E001001 {2}评价日：2023-11-10 {2}角色：自评（self）\n/,
    );
    expect(renderText(full, { lang: "en" })).toMatch(
      /^Evaluation {2}scheme@1\nenterprise: 示例公司 91110105100E001001 {2}as of: 2023-11-10 {2}role: self\n/,
    );
    expect(renderText(full, { lang: "en" })).toContain("经营年限"); // no English title was written
  });

  test("have the same rows with the same figures", () => {
    for (const assessment of [full, open]) {
      const [zh, en] = (["zh", "en"] as const).map((lang) => printedTable(renderText(assessment, { lang })));
      expect(zh!.map(({ level, cells }) => [level, cells.slice(2, 5)])).toEqual(
        en!.map(({ level, cells }) => [level, cells.slice(2, 5)]),
      );
    }
  });

  test.each([
    ["zh", "基础指标", "注意：以下是草拟稿，不是官方发布的指标表：sheet。"],
    ["en", "Base", "Note: drafts, not officially published tables: sheet."],
  ] as const)("a draft says so (%s)", (lang, title, note) => {
    expect(renderText(full, { lang })).toContain(title);
    expect(renderText(full, { lang }).trimEnd().split("\n").at(-1)).toBe(note);
  });
});

describe("what an author writes cannot steer a terminal", () => {
  const POISON = "\u001b[2J\u009b31m\u202e\u2066\u200f\r\n\u0007";
  const AUTHORED = new Set(["id", "title", "zh", "en", "clause", "name", "version", "outcome", "goal", "role"]);
  const LISTED = new Set(["possible", "missing", "drafted"]);

  /** Every text of an author in an assessment, with what steers behind it. */
  function poisoned<T>(value: T, key = ""): T {
    if (typeof value === "string") return (AUTHORED.has(key) || LISTED.has(key) ? value + POISON : value) as T;
    if (Array.isArray(value)) return value.map((entry: unknown) => poisoned(entry, LISTED.has(key) ? key : "")) as T;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, poisoned(entry, name)])) as T;
  }

  test.each(["zh", "en"] as const)("in %s, whatever the place", (lang) => {
    for (const assessment of [full, open]) {
      const text = renderText(poisoned(assessment), { lang });
      expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
      expect(text.split("\n")).toHaveLength(renderText(assessment, { lang }).split("\n").length); // no line was forged
      expect(text).toContain("\\u{1b}[2J\\u{9b}31m\\u{202e}\\u{2066}\\u{200f}\\u{d}\\u{a}\\u{7}");
    }
  });

  test("the figures still add up", () => {
    const { leaves, score } = printedSums(renderText(poisoned(full), { lang: "en" }));
    expect(leaves).toBe(score);
  });
});
