/** The frame of a fact sheet: what is kept of it, and what a wrong entry costs. */
import { describe, expect, test } from "vitest";
import { validateFactSheetValue } from "../../src/validate/facts.js";
import { badFacts, noFactSheets } from "./bad-facts.js";
import { factSheetOf, factsWith, foundInFacts } from "./documents.js";

const sheet = (sections: object) => ({ kind: "facts", scheme: "p", as_of: "2023-11-10", ...sections });

describe("a fact sheet", () => {
  test("keeps who, when, in which role, and what is known", () => {
    const factSheet = factSheetOf(`
kind: facts
scheme: gongzhu-2023@2023.10
sheets: { sector: property-management-2023 }
subject: { id: 91110105MA0000000X, name: 示例物业服务有限公司 }
as_of: 2023-11-10
role: self
closed: true
facts:
  operating_since: 2012-04-01
  contract_fulfilment:
    value: 98.50
    evidence: [doc-3]
    note: 抽查200份
  staff: { missing: true, note: 未统计 }
  fines: []
judgements:
  D1.3: { points: 0.5, by: 审核员甲, as: 协会审核, reason: 宣传材料仅一份 }
not_applicable:
  B3.2: { by: 审核员甲, reason: 无生产场所 }
instances: {}
materials: { M4: [doc-7] }
`);
    expect(factSheet).toEqual({
      scheme: { id: "gongzhu-2023", version: "2023.10" },
      sheets: [{ component: "sector", sheet: "property-management-2023" }],
      subject: { id: "91110105MA0000000X", name: "示例物业服务有限公司" },
      asOf: "2023-11-10",
      role: "self",
      closed: true,
      facts: [
        {
          id: "contract_fulfilment",
          state: "given",
          value: "98.50",
          path: "/facts/contract_fulfilment/value",
          evidence: ["doc-3"],
          note: "抽查200份",
        },
        { id: "fines", state: "given", value: [], path: "/facts/fines", evidence: [] },
        { id: "operating_since", state: "given", value: "2012-04-01", path: "/facts/operating_since", evidence: [] },
        { id: "staff", state: "missing", path: "/facts/staff", evidence: [], note: "未统计" },
      ],
      judgements: [{ indicator: "D1.3", points: "0.5", by: "审核员甲", as: "协会审核", reason: "宣传材料仅一份" }],
      notApplicable: [{ indicator: "B3.2", by: "审核员甲", reason: "无生产场所" }],
      materials: [{ id: "M4", papers: ["doc-7"] }],
    });
  });

  test("needs no more than scheme and day", () => {
    expect(factSheetOf("kind: facts\nscheme: p\nas_of: 2023-11-10\n")).toEqual({
      scheme: { id: "p" },
      sheets: [],
      subject: {},
      asOf: "2023-11-10",
      closed: false,
      facts: [],
      judgements: [],
      notApplicable: [],
      materials: [],
    });
  });

  test.each(noFactSheets.map(({ text }) => [text]))("is none: %j", (text) => {
    expect(() => factSheetOf(text)).toThrow();
  });

  test.each(badFacts.map(({ text }) => [text]))("is one in spite of a wrong entry: %j", (text) => {
    expect(factSheetOf(text).scheme).toEqual({ id: "p" });
  });

  test("reports every wrong entry in one go, in the order of the text", () => {
    const sections = "facts: { b: { value: 1, x: 2 }, a: { y: 1 } }\njudgements: { D: { points: 1 } }";
    expect(foundInFacts(factsWith(sections))).toEqual([
      'unknown-key /facts/b/x 4:25 "x"',
      'fact-not-wrapped /facts/a 4:33 "a"',
      'missing-key /judgements/D 5:15 "D"',
      'missing-key /judgements/D 5:15 "D"',
    ]);
  });
});

describe("a wrong entry is invalid rather than absent, so that a closed sheet does not call it missing", () => {
  test("a fact", () => {
    const factSheet = factSheetOf(factsWith("closed: true\nfacts: { a: { vaule: 5 }, b: 1 }"));
    expect(factSheet.facts).toEqual([
      { id: "a", state: "given", invalid: true, path: "/facts/a", evidence: [] },
      { id: "b", state: "given", value: "1", path: "/facts/b", evidence: [] },
    ]);
  });

  test("a judgement", () => {
    const [judgement] = factSheetOf(factsWith("judgements: { D: { points: 1, by: 甲 } }")).judgements;
    expect(judgement).toEqual({ indicator: "D", points: "1", by: "甲", reason: "", invalid: true });
  });

  test("a fact with a misspelt key beside its value keeps the value", () => {
    const [fact] = factSheetOf(factsWith("facts: { a: { value: 5, evidense: [d] } }")).facts;
    expect(fact).toEqual({ id: "a", state: "given", value: "5", path: "/facts/a/value", evidence: [] });
  });
});

describe("plain values", () => {
  test("numbers become the text a person would write", () => {
    const validation = validateFactSheetValue(sheet({ facts: { a: 0.1, b: -0, c: 2 ** 53 - 1, d: 1e-7, e: [1.5] } }));
    expect(validation.success && validation.factSheet.facts.map(({ value }) => value)).toEqual([
      "0.1",
      "0",
      "9007199254740991",
      undefined,
      ["1.5"],
    ]);
    expect(validation.diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual(["number-precision /facts/d"]);
  });

  test("a value that is no data makes its fact invalid and loses nothing else", () => {
    let deep: object = {};
    for (let i = 0; i < 70; i += 1) deep = { a: deep };
    const facts = { a: 0.1 + 0.2, b: [{ date: new Date(0) }], c: deep, d: true, e: { value: 1n, note: "a" } };
    const validation = validateFactSheetValue(sheet({ facts }));
    expect(validation.success && validation.factSheet.facts.map(({ id, invalid }) => [id, invalid])).toEqual([
      ["a", true],
      ["b", true],
      ["c", true],
      ["d", undefined],
      ["e", true],
    ]);
    expect(validation.diagnostics.map(({ code, path }) => `${code} ${path.slice(0, 16)}`)).toEqual([
      "number-precision /facts/a",
      "value-not-plain /facts/b/0/date",
      "value-too-deep /facts/c/a/a/a/a",
      "value-not-plain /facts/e/value",
    ]);
  });

  test("a key without a value is not there, as in JSON", () => {
    expect(validateFactSheetValue(sheet({ role: undefined, facts: { a: undefined } }))).toEqual(
      validateFactSheetValue(sheet({ facts: {} })),
    );
  });

  test("a key called __proto__ is a key like any other", () => {
    const facts = JSON.parse('{ "__proto__": 1, "constructor": true }') as object;
    const validation = validateFactSheetValue(sheet({ facts }));
    expect(validation.success && validation.factSheet.facts.map(({ id }) => id)).toEqual(["__proto__", "constructor"]);
  });
});
