/** Each rule, type of fact and kind of condition, as the author writes it and as the engine gets it. */
import { describe, expect, test } from "vitest";
import { foundInRubric, rubricOf, schemeWith, sheetOf } from "./documents.js";

const FACTS = `ok: { type: boolean }
also: { type: boolean }
n: { type: integer, range: { at_least: 0, at_most: 10 } }
x: { type: decimal }
credit: { type: decimal, range: { at_least: 0, at_most: 100 }, record: optional }
one: { type: choice, options: [b, a] }
some: { type: choices, options: { b: 乙, a: 甲 } }
day: { type: date }
word: { type: text }
e:
  type: events
  kinds: [fine, warning]
  fields: { amount: { type: decimal, unit: 元 }, fixed: { type: boolean, optional: true } }
g: { type: events, fields: { from: { type: date }, to: { type: date, optional: true } } }`;

function scoringOf(scoring: string): unknown {
  const sheet = rubricOf(
    sheetOf({ header: "floor: none\ncap: none", facts: FACTS, leaf: `floor: none\ncap: none\nscoring: ${scoring}` }),
  );
  return sheet.kind === "sheet" && sheet.root.children[0]?.kind === "leaf" && sheet.root.children[0].scoring;
}

describe("scoring", () => {
  test.each([
    ["{ rule: flag, fact: ok }", { rule: "flag", fact: "ok", points: "2" }],
    ["{ rule: flag, fact: ok, points: -1.50 }", { rule: "flag", fact: "ok", points: "-1.50" }],
    [
      "{ rule: choice, fact: one, points: { b: 2, a: 0 } }",
      {
        rule: "choice",
        fact: "one",
        points: [
          { option: "a", points: "0" },
          { option: "b", points: "2" },
        ],
      },
    ],
    [
      "{ rule: choice, fact: some, pick: sum, points: { b: 2, a: 0 } }",
      {
        rule: "choice",
        fact: "some",
        points: [
          { option: "a", points: "0" },
          { option: "b", points: "2" },
        ],
        pick: "sum",
      },
    ],
    [
      "{ rule: levels, fact: some, count: all, points: { b: 2, a: 0 } }",
      {
        rule: "levels",
        fact: "some",
        points: [
          { option: "a", points: "0" },
          { option: "b", points: "2" },
        ],
        count: "all",
      },
    ],
    [
      "{ rule: tiers, fact: n, tiers: [ { above: 4, points: 2 }, { below: 5, points: 0 } ] }",
      {
        rule: "tiers",
        fact: "n",
        tiers: [
          { interval: { low: { value: "4", inclusive: false } }, points: "2" },
          { interval: { high: { value: "5", inclusive: false } }, points: "0" },
        ],
      },
    ],
    [
      "{ rule: tiers, fact: n, tiers: [ { at_least: 4, points: 2, steps: { per: 2, points: 0.5, partial: ceil } }, { below: 4, points: 2, steps: { from: 4, per: 1, points: 1, partial: interpolate } } ] }",
      {
        rule: "tiers",
        fact: "n",
        tiers: [
          {
            interval: { low: { value: "4", inclusive: true } },
            points: "2",
            steps: { from: "4", per: "2", points: "0.5", partial: "ceil" },
          },
          {
            interval: { high: { value: "4", inclusive: false } },
            points: "2",
            steps: { from: "4", per: "1", points: "1", partial: "interpolate" },
          },
        ],
      },
    ],
    [
      "{ rule: steps, fact: n, start: 3, per: 2, points: 0.5, partial: ceil }",
      { rule: "steps", fact: "n", start: "3", per: "2", points: "0.5", base: "0", partial: "ceil", bothWays: false },
    ],
    [
      "{ rule: steps, fact: x, start: 3, per: 2, points: 0.5, partial: interpolate, base: 1, both_ways: true }",
      {
        rule: "steps",
        fact: "x",
        start: "3",
        per: "2",
        points: "0.5",
        base: "1",
        partial: "interpolate",
        bothWays: true,
      },
    ],
    [
      "{ rule: linear, fact: x, knots: [ { at: 60, points: 0 }, { at: 100, points: 2 } ], beyond: extend }",
      {
        rule: "linear",
        fact: "x",
        knots: [
          { at: "60", points: "0" },
          { at: "100", points: "2" },
        ],
        beyond: "extend",
      },
    ],
    [
      "{ rule: checklist, mode: sum, items: [ { fact: ok, points: 2 }, { fact: also, points: -1 } ] }",
      {
        rule: "checklist",
        mode: "sum",
        items: [
          { fact: "ok", points: "2" },
          { fact: "also", points: "-1" },
        ],
      },
    ],
    [
      "{ rule: checklist, mode: per_item, each: 1, items: [ok, also] }",
      { rule: "checklist", mode: "per_item", items: ["ok", "also"], start: "0", each: "1", count: "met" },
    ],
    [
      "{ rule: checklist, mode: per_item, each: -1, items: [ok], start: full, count: unmet }",
      { rule: "checklist", mode: "per_item", items: ["ok"], start: "2", each: "-1", count: "unmet" },
    ],
    [
      "{ rule: checklist, mode: ladder, items: [ok, also], tiers: [ { at_least: 1, points: 2 }, { below: 1, points: 0 } ] }",
      {
        rule: "checklist",
        mode: "ladder",
        items: ["ok", "also"],
        tiers: [
          { interval: { low: { value: "1", inclusive: true } }, points: "2" },
          { interval: { high: { value: "1", inclusive: false } }, points: "0" },
        ],
      },
    ],
    [
      "{ rule: events, fact: e, start: 1, points: [ { kind: fine, when: { field: amount, above: 5 }, points: -1 }, { points: 0 } ] }",
      {
        rule: "events",
        fact: "e",
        start: "1",
        lines: [
          {
            kind: "fine",
            when: { kind: "field", field: "amount", tests: [{ op: "above", value: "5" }] },
            points: "-1",
          },
          { points: "0" },
        ],
      },
    ],
    [
      "{ rule: events, fact: e, start: zero, points: [ { points: -1 } ], at_most_count: 3, repeat: double, once_per: [month, kind], restore: [ { when: { field: amount, below: 5 }, share: 0.50 }, { points: 1 } ] }",
      {
        rule: "events",
        fact: "e",
        start: "0",
        lines: [{ points: "-1" }],
        restore: [
          { when: { kind: "field", field: "amount", tests: [{ op: "below", value: "5" }] }, share: "0.50" },
          { points: "1" },
        ],
        oncePer: ["month", "kind"],
        repeat: "double",
        atMostCount: 3,
      },
    ],
    [
      "{ rule: events, fact: g, start: zero, within: { last: { years: 2 }, until: { year: previous, month: 2, day: 29 }, first_day: out }, points: [ { points: 1 } ] }",
      {
        rule: "events",
        fact: "g",
        start: "0",
        within: {
          kind: "last",
          unit: "years",
          n: 2,
          firstDay: "out",
          until: { year: "previous", month: 2, day: 29 },
        },
        lines: [{ points: "1" }],
      },
    ],
    [
      "{ rule: events, fact: g, start: zero, within: { own_term: { until: from } }, points: [ { points: 1 } ] }",
      {
        rule: "events",
        fact: "g",
        start: "0",
        within: { kind: "own-term", field: "from" },
        lines: [{ points: "1" }],
      },
    ],
    [
      "{ rule: events, fact: g, start: zero, within: { own_term: { until: to, otherwise: always } }, points: [ { points: 1 } ] }",
      {
        rule: "events",
        fact: "g",
        start: "0",
        within: { kind: "own-term", field: "to", otherwise: "always" },
        lines: [{ points: "1" }],
      },
    ],
    [
      "{ rule: events, fact: g, start: zero, within: { own_term: { until: to, otherwise: { calendar_years: 1, including_current: true } } }, points: [ { points: 1 } ] }",
      {
        rule: "events",
        fact: "g",
        start: "0",
        within: {
          kind: "own-term",
          field: "to",
          otherwise: { kind: "calendar-years", n: 1, includingCurrent: true },
        },
        lines: [{ points: "1" }],
      },
    ],
    [
      "{ rule: events, fact: e, start: zero, within: { last: { months: 6 }, first_day: out }, where: { field: fixed, missing: true }, points: [ { points: 1 } ] }",
      {
        rule: "events",
        fact: "e",
        start: "0",
        within: { kind: "last", unit: "months", n: 6, firstDay: "out" },
        where: { kind: "field", field: "fixed", tests: [{ op: "missing" }] },
        lines: [{ points: "1" }],
      },
    ],
    [
      "{ rule: table, rows: [ { when: { one: [b, a], ok: true, n: { at_least: 5, below: 8 } }, points: 2 }, { when: { ok: true, n: { below: 5 } }, points: 1 }, { when: { n: { at_least: 8 }, ok: true, one: a }, points: 1.5 }, { when: { n: { at_least: 8 }, ok: true, one: b }, points: 1 }, { when: { ok: false }, points: 0 } ] }",
      {
        rule: "table",
        rows: [
          {
            cells: [
              {
                fact: "n",
                kind: "interval",
                interval: { low: { value: "5", inclusive: true }, high: { value: "8", inclusive: false } },
              },
              { fact: "ok", kind: "is", value: true },
              { fact: "one", kind: "options", options: ["b", "a"] },
            ],
            points: "2",
          },
          {
            cells: [
              { fact: "n", kind: "interval", interval: { high: { value: "5", inclusive: false } } },
              { fact: "ok", kind: "is", value: true },
            ],
            points: "1",
          },
          {
            cells: [
              { fact: "n", kind: "interval", interval: { low: { value: "8", inclusive: true } } },
              { fact: "ok", kind: "is", value: true },
              { fact: "one", kind: "options", options: ["a"] },
            ],
            points: "1.5",
          },
          {
            cells: [
              { fact: "n", kind: "interval", interval: { low: { value: "8", inclusive: true } } },
              { fact: "ok", kind: "is", value: true },
              { fact: "one", kind: "options", options: ["b"] },
            ],
            points: "1",
          },
          { cells: [{ fact: "ok", kind: "is", value: false }], points: "0" },
        ],
      },
    ],
    [
      "{ rule: best_of, of: [ { title: 甲, rule: flag, fact: ok }, { title: { zh: 乙, en: B }, rule: checklist, mode: per_item, each: 1, start: full, items: [also] } ] }",
      {
        rule: "best_of",
        of: [
          { title: "甲", scoring: { rule: "flag", fact: "ok", points: "2" } },
          {
            title: { zh: "乙", en: "B" },
            scoring: { rule: "checklist", mode: "per_item", items: ["also"], start: "2", each: "1", count: "met" },
          },
        ],
      },
    ],
    [
      "{ rule: first_of, of: [ { title: 甲, when: { fact: also, is: true }, rule: flag, fact: ok }, { title: 乙, rule: flag, fact: ok, points: 1 } ] }",
      {
        rule: "first_of",
        of: [
          {
            title: "甲",
            scoring: { rule: "flag", fact: "ok", points: "2" },
            when: { kind: "fact", fact: "also", tests: [{ op: "is", value: true }] },
          },
          { title: "乙", scoring: { rule: "flag", fact: "ok", points: "1" } },
        ],
      },
    ],
    [
      "{ rule: parts, start: full, parts: [ { title: 甲, rule: flag, fact: ok, points: -1 }, { title: 乙, when: { fact: ok, is: true }, rule: flag, fact: also } ] }",
      {
        rule: "parts",
        start: "2",
        parts: [
          { title: "甲", scoring: { rule: "flag", fact: "ok", points: "-1" } },
          {
            title: "乙",
            scoring: { rule: "flag", fact: "also", points: "2" },
            when: { kind: "fact", fact: "ok", tests: [{ op: "is", value: true }] },
          },
        ],
      },
    ],
    [
      "{ rule: judged, range: { at_least: 0, at_most: 2 }, step: 0.5 }",
      { rule: "judged", low: "0", high: "2", step: "0.5" },
    ],
    [
      "{ rule: imported, fact: credit, from: { at_least: 0, at_most: 1000 } }",
      { rule: "imported", fact: "credit", from: { low: "0", high: "1000" }, to: { low: "0", high: "2" } },
    ],
    [
      "{ rule: imported, fact: credit, from: { at_least: 60, at_most: 100 }, to: { at_least: 0.5, at_most: 1.50 } }",
      { rule: "imported", fact: "credit", from: { low: "60", high: "100" }, to: { low: "0.5", high: "1.50" } },
    ],
    [
      "{ rule: panel, range: { at_least: 0, at_most: 2 }, step: 0.5 }",
      { rule: "panel", low: "0", high: "2", step: "0.5", needed: 1, trim: 0 },
    ],
    [
      "{ rule: panel, range: { at_least: 0, at_most: 2 }, step: 0.5, trim: 2 }",
      { rule: "panel", low: "0", high: "2", step: "0.5", needed: 5, trim: 2 },
    ],
    [
      "{ rule: panel, range: { at_least: 0, at_most: 2 }, step: 0.5, assessors: { at_least: 7 }, weights: { 专家: 0.60, 企业: 0.4 } }",
      {
        rule: "panel",
        low: "0",
        high: "2",
        step: "0.5",
        needed: 7,
        trim: 0,
        weights: [
          { class: "专家", weight: "0.60" },
          { class: "企业", weight: "0.4" },
        ],
      },
    ],
  ])("%s", (scoring, expected) => {
    expect(scoringOf(scoring)).toEqual(expected);
  });
});

describe("conditions", () => {
  const conditionOf = (condition: string) => {
    const leaf = `applies_when: ${condition}\nscoring: { rule: flag, fact: ok }`;
    const sheet = rubricOf(sheetOf({ header: "renormalise: none", facts: FACTS, leaf }));
    return sheet.kind === "sheet" && sheet.root.children[0]?.appliesWhen;
  };
  const fact = (id: string, ...tests: readonly object[]) => ({ kind: "fact", fact: id, tests });

  test.each([
    ["{ fact: ok, is: true }", fact("ok", { op: "is", value: true })],
    ["{ fact: ok, missing: true }", fact("ok", { op: "missing" })],
    ["{ fact: n, is: 3 }", fact("n", { op: "is", value: "3" })],
    ["{ fact: x, in: [1, 2.5] }", fact("x", { op: "in", values: ["1", "2.5"] })],
    ["{ fact: x, below: 5, at_least: 1 }", fact("x", { op: "at_least", value: "1" }, { op: "below", value: "5" })],
    ["{ fact: one, is: a }", fact("one", { op: "is", value: "a" })],
    ["{ fact: some, in: [a] }", fact("some", { op: "in", values: ["a"] })],
    ["{ fact: word, in: [北京市] }", fact("word", { op: "in", values: ["北京市"] })],
    [
      "{ fact: day, on_or_after: 2020-02-29, full_years: { is: 3 } }",
      fact(
        "day",
        { op: "on_or_after", value: "2020-02-29" },
        { op: "full_years", interval: { low: { value: "3", inclusive: true }, high: { value: "3", inclusive: true } } },
      ),
    ],
    [
      "{ fact: e, within: { calendar_years: 2, including_current: true }, where: { field: kind, is: fine }, count: { at_most: 2 } }",
      {
        kind: "events",
        fact: "e",
        within: { kind: "calendar-years", n: 2, includingCurrent: true },
        where: { kind: "field", field: "kind", tests: [{ op: "is", value: "fine" }] },
        count: { high: { value: "2", inclusive: true } },
      },
    ],
    [
      "{ any: [ { not: { fact: ok, is: true } }, { at_least_n: { n: 1, of: [ { all: [ { fact: also, is: false } ] } ] } } ] }",
      {
        kind: "any",
        of: [
          { kind: "not", of: fact("ok", { op: "is", value: true }) },
          { kind: "at_least_n", n: 1, of: [{ kind: "all", of: [fact("also", { op: "is", value: false })] }] },
        ],
      },
    ],
  ])("%s", (condition, expected) => {
    expect(conditionOf(condition)).toEqual(expected);
  });

  test("about a fact that is declared elsewhere are left to linking", () => {
    expect(conditionOf("{ fact: elsewhere, at_least: 1 }")).toEqual(fact("elsewhere", { op: "at_least", value: "1" }));
  });

  test("may ask for score and eligibility in outcomes", () => {
    const when = "{ all: [ { score: { at_least: 80, below: 90 } }, { eligibility: eligible } ] }";
    const scheme = rubricOf(
      schemeWith({ outcomes: `outcomes:\n  - { id: passed, when: ${when} }\n  - { id: failed, otherwise: true }` }),
    );
    expect(scheme.kind === "scheme" && scheme.outcomes[0]?.when).toEqual({
      kind: "all",
      of: [
        { kind: "score", interval: { low: { value: "80", inclusive: true }, high: { value: "90", inclusive: false } } },
        { kind: "eligibility", is: "eligible" },
      ],
    });
  });
});

describe("facts", () => {
  const factOf = (declaration: string) => {
    const sheet = rubricOf(
      sheetOf({ facts: `${FACTS}\nf: ${declaration}`, leaf: "scoring: { rule: flag, fact: ok }" }),
    );
    return sheet.facts.find(({ id }) => id === "f");
  };
  const here = { id: "f", path: "/facts/f" };

  test.each([
    [
      "{ type: credit-code, title: { zh: 代码, en: Code }, owner: 登记机关, mutable: false }",
      { type: "credit-code", title: { zh: "代码", en: "Code" }, owner: "登记机关", mutable: false },
    ],
    [
      "{ type: decimal, unit: 元, range: { above: 0 } }",
      { type: "decimal", unit: "元", range: { low: { value: "0", inclusive: false } } },
    ],
    ["{ type: choice, options: [b, a] }", { type: "choice", options: [{ id: "b" }, { id: "a" }] }],
    [
      "{ type: choices, options: { b: 乙, a: 甲 } }",
      {
        type: "choices",
        options: [
          { id: "a", title: "甲" },
          { id: "b", title: "乙" },
        ],
      },
    ],
    ["{ type: events }", { type: "events", fields: [] }],
    [
      "{ type: events, fields: { z: { type: text, optional: true }, a: { type: integer, range: { at_least: 0 } }, m: { type: choice, options: [x] } } }",
      {
        type: "events",
        fields: [
          { name: "a", type: "integer", optional: false, range: { low: { value: "0", inclusive: true } } },
          { name: "m", type: "choice", optional: false, options: [{ id: "x" }], range: {} },
          { name: "z", type: "text", optional: true, range: {} },
        ],
      },
    ],
    [
      "{ type: integer, derive: { full_years_since: day } }",
      { type: "integer", range: {}, derive: { kind: "full_years_since", fact: "day" } },
    ],
    [
      "{ type: decimal, derive: { sum: [n, { fact: x, times: 0.2 }] } }",
      {
        type: "decimal",
        range: {},
        derive: {
          kind: "sum",
          terms: [
            { fact: "n", times: "1" },
            { fact: "x", times: "0.2" },
          ],
        },
      },
    ],
    [
      "{ type: integer, derive: { difference: [n, n] } }",
      { type: "integer", range: {}, derive: { kind: "difference", minuend: "n", subtrahend: "n" } },
    ],
    [
      "{ type: decimal, derive: { mean: [n, x] } }",
      { type: "decimal", range: {}, derive: { kind: "mean", facts: ["n", "x"] } },
    ],
    [
      "{ type: decimal, derive: { ratio: { numerator: n, denominator: x, percent: true, if_zero: missing } } }",
      {
        type: "decimal",
        range: {},
        derive: { kind: "ratio", numerator: "n", denominator: "x", percent: true, ifZero: "missing" },
      },
    ],
    [
      "{ type: integer, derive: { count: { fact: e, within: { last: { days: 30 }, first_day: counts } } } }",
      {
        type: "integer",
        range: {},
        derive: { kind: "count", fact: "e", within: { kind: "last", unit: "days", n: 30, firstDay: "counts" } },
      },
    ],
  ])("%s", (declaration, expected) => {
    expect(factOf(declaration)).toEqual({ ...here, ...expected });
  });
});

describe("division by zero has to be spoken of", () => {
  const ratio = (range: string, more = "") =>
    foundInRubric(
      sheetOf({
        facts: `ok: { type: boolean }\na: { type: decimal }\nb: { type: integer${range} }\nc: { type: decimal, derive: { ratio: { numerator: a, denominator: b${more} } } }`,
      }),
    );

  test.each([
    [", range: { at_least: 1 }", ""],
    [", range: { above: 0 }", ""],
    [", range: { below: 0 }", ""],
    ["", ", if_zero: 0"],
    [", range: { at_least: 0 }", ", if_zero: missing"],
  ])("denominator %j%s is fine", (range, more) => {
    expect(ratio(range, more)).toEqual([]);
  });

  test.each([[""], [", range: { at_least: 0 }"], [", range: { above: -1 }"]])("denominator %j is not", (range) => {
    expect(ratio(range).map((line) => line.split(" ")[0])).toEqual(["if-zero-unstated"]);
  });
});
