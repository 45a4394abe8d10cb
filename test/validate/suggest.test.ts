/** What an author may have meant: in Chinese, in full-width letters, in capitals, or misspelt. */
import { describe, expect, test } from "vitest";
import { CHINESE_NAMES, chineseNamesFor } from "../../src/messages/chinese-names.js";
import { suggest, suggestOf } from "../../src/validate/suggest.js";
import { diagnosticsOf, schemeWith, sheetOf, sheetWith } from "./documents.js";

const NODE = ["id", "title", "points", "clause", "source", "floor", "cap", "scoring", "applies_when"];

describe("a Chinese word", () => {
  test.each([
    ["编号", ["id"]],
    ["名称", ["title"]],
    ["分值", ["points"]],
    ["依据", ["clause"]],
    ["来源", ["source"]],
    ["下限", ["floor"]],
    ["上限", ["cap"]],
    ["封顶", ["points", "cap"]], // `cap: points` is what caps at the points
    ["“评分标准”", ["scoring"]],
    ["指标 名称", ["title"]],
    ["行业指标分值", ["points"]], // a compound, by its end
    ["权重", []], // a scheme has weights; an indicator has none
    ["随便什么", []],
  ])("%s in an indicator: %j", (word, found) => {
    expect(suggest(word, NODE)).toEqual(found);
  });

  test("is looked up among what can stand there, and what is missing comes first", () => {
    expect(suggest("权重", ["id", "sheet", "weight"])).toEqual(["weight"]);
    expect(suggest("封顶", NODE, ["cap"])).toEqual(["cap", "points"]);
    expect(suggest("依据文件", ["documents", "source"])).toEqual(["documents", "source"]);
    expect(suggest("类型", ["kind", "type", "rule", "kinds"])).toHaveLength(3);
    expect(suggestOf(["分值", "规则"], ["rule"])).toEqual({ word: "规则", nearest: ["rule"] });
  });

  test("of any length costs no time, and no name of Object is a word", () => {
    expect(chineseNamesFor("长".repeat(1e6), NODE)).toEqual([]);
    expect(chineseNamesFor("编号", ["constructor", "__proto__"])).toEqual([]);
  });

  test("stands once in the list of its word", () => {
    for (const [word, names] of Object.entries(CHINESE_NAMES)) {
      expect([word, new Set(names).size]).toEqual([word, names.length]);
      expect([word, names.length > 0]).toEqual([word, true]);
    }
  });
});

/** `path: hint` of everything found. */
function hints(text: string): readonly string[] {
  return diagnosticsOf(text).map(({ code, path, hint }) => `${code} ${path}: ${hint?.zh ?? ""}`);
}

describe("in a rubric", () => {
  test("the English key is named, and not also said to be missing", () => {
    expect(hints(sheetOf({}).replace("points: 2\n", "满分: 2\n"))).toEqual([
      "unknown-key /满分: 您是不是要写 `points`？",
    ]);
    expect(hints(sheetOf({ leaf: "scoring: { 规则: flag, 事实: ok }" }))).toEqual([
      "unknown-key /indicators/0/scoring/规则: 您是不是要写 `rule`？",
    ]);
    expect(hints(sheetOf({ facts: "ok: { 类型: boolean }" }))).toEqual([
      "unknown-key /facts/ok/类型: 您是不是要写 `type`？",
    ]);
    expect(hints(sheetWith("- { 编号: A, 名称: 甲, 分值: 2, 评分: { rule: flag, fact: ok } }"))).toEqual([
      "unknown-key /indicators/0/评分: 您是不是要写 `scoring`？",
    ]);
    expect(hints(schemeWith({ blend: "blend:\n  - { id: base, sheet: s, 权重: 1 }" }))).toEqual([
      "unknown-key /blend/0/权重: 您是不是要写 `weight`？",
    ]);
  });

  test("the English word is named", () => {
    expect(hints(sheetOf({ leaf: "scoring: { rule: 分档, fact: ok }" }))).toEqual([
      "not-one-of /indicators/0/scoring/rule: 您是不是要写 `tiers`？",
    ]);
    expect(hints(schemeWith({ display: "display: { places: 2, mode: 四舍五入 }" }))).toEqual([
      "not-one-of /display/mode: 您是不是要写 `half-up`？",
    ]);
    expect(hints(sheetOf({ leaf: "cap: 不封顶\nscoring: { rule: flag, fact: ok }" }))).toEqual([
      "not-a-number-or /indicators/0/cap: 您是不是要写 `none`？",
    ]);
    expect(hints(sheetOf({ facts: "ok: { type: boolean, mutable: 否 }" }))).toEqual([
      "not-yes-or-no /facts/ok/mutable: 您是不是要写 `false`？",
    ]);
    expect(hints(sheetOf({ header: "renormalise: 是" }))).toEqual(["not-one-of /renormalise: 您是不是要写 `true`？"]);
  });

  test("full-width letters and capitals are the same word", () => {
    expect(hints(sheetOf({}).replace("id: s\n", "ｉｄ: s\n"))).toEqual(["unknown-key /ｉｄ: 您是不是要写 `id`？"]);
    expect(hints(sheetOf({}).replace("title: 指标表\n", "TITLE: 指标表\n"))).toEqual([
      "unknown-key /TITLE: 您是不是要写 `title`？",
    ]);
    expect(hints(sheetOf({ leaf: "scoring: { rule: Ｆｌａｇ, fact: ok }" }))).toEqual([
      "not-one-of /indicators/0/scoring/rule: 您是不是要写 `flag`？",
    ]);
  });

  test("a key that belongs there is no misspelling of another", () => {
    const condition = (text: string) =>
      hints(sheetOf({ header: "renormalise: true", leaf: `applies_when: ${text}\nscoring: { rule: flag, fact: ok }` }));
    // One edit more and `at_least` would be `at_least_n`; what is missing here is the fact.
    expect(condition("{ at_least: 3 }")[0]).toMatch(/^no-kind/);
    expect(condition("{ at_least: 3, fatc: n }")).toEqual([
      "unknown-key /indicators/0/applies_when/fatc: 您是不是要写 `fact`？",
    ]);
  });

  test("a word with the same beginning is named where nothing is closer", () => {
    expect(suggest("bool", ["boolean", "date"])).toEqual(["boolean"]);
    expect(suggest("int", ["integer", "decimal"])).toEqual(["integer"]);
    expect(suggest("bo", ["boolean"])).toEqual([]);
    expect(suggestOf(["id", "score"], ["indicators", "scoring"])).toEqual({ word: "score", nearest: ["scoring"] });
  });

  test("quotes around `true` are named as what they are", () => {
    expect(hints(sheetOf({ facts: 'ok: { type: boolean, mutable: "true" }' }))).toEqual([
      "not-yes-or-no /facts/ok/mutable: 是请写 `true`，否请写 `false`，不加引号",
    ]);
  });
});

test("what a fact sheet says of an indicator is said otherwise in the rubric", () => {
  expect(suggest("not_applicable", ["if_not_applicable", "may_be_not_applicable"])).toEqual(["may_be_not_applicable"]);
  expect(suggest("not_applicable", ["applies_when"])).toEqual([]);
});

test("a key that is there already is not suggested", () => {
  const ladder = "scoring: { rule: checklist, mode: per_item, items: [ok], each: 2, tiers: [] }";
  expect(hints(sheetOf({ leaf: ladder }))).toEqual([
    "unknown-key /indicators/0/scoring/tiers: 这里可以写：`rule`、`mode`、`items`、`each`、`start`、`count`",
  ]);
});
