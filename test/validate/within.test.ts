/** What is refused about periods, whoever has one: a rule, a condition, a derived count. */
import { describe, expect, test } from "vitest";
import { foundInRubric, sheetOf } from "./documents.js";

const FACTS = `ok: { type: boolean }
e: { type: events, fields: { from: { type: date }, to: { type: date, optional: true }, n: { type: integer } } }`;

/** The findings below the period, by code and place. */
const inRule = (within: string): readonly string[] =>
  foundInRubric(
    sheetOf({
      facts: FACTS.replace("ok: { type: boolean }\n", ""),
      leaf: `cap: points\nscoring: { rule: events, fact: e, start: zero, within: ${within}, points: [{ points: 1 }] }`,
    }),
  ).map((found) => found.replace("/indicators/0/scoring/within", "…").replace(/ \d+:\d+/, ""));

describe("a period is refused", () => {
  test.each([
    [
      "{ last: { years: 1 }, until: { year: previous, month: 2, day: 30 }, first_day: out }",
      'impossible-date …/until/day "30"',
    ],
    [
      "{ last: { years: 1 }, until: { year: previous, month: 13, day: 1 }, first_day: out }",
      'impossible-date …/until/day "1"',
    ],
    [
      "{ last: { years: 1 }, until: { year: last, month: 12, day: 31 }, first_day: out }",
      'not-one-of …/until/year "last"',
    ],
    ["{ last: { years: 1 }, until: { year: previous, month: 12 }, first_day: out }", 'missing-key …/until "until"'],
    ["{ last: { years: 1 }, until: 2022-12-31, first_day: out }", 'not-a-mapping …/until "2022-12-31"'],
    [
      "{ calendar_years: 1, including_current: true, until: { year: previous, month: 1, day: 1 } }",
      'unknown-key …/until "until"',
    ],
    ["{ own_term: { until: too, otherwise: always } }", 'field-undeclared …/own_term/until "too"'],
    ["{ own_term: { until: n } }", 'field-of-wrong-type …/own_term/until "n"'],
    ["{ own_term: { until: kind } }", 'field-of-wrong-type …/own_term/until "kind"'],
    ["{ own_term: { until: to } }", 'term-unstated …/own_term "own_term"'],
    ["{ own_term: { until: from, otherwise: always } }", 'field-never-missing …/own_term/otherwise "otherwise"'],
    ["{ own_term: { until: to, otherwise: never } }", 'not-one-of …/own_term/otherwise "never"'],
    ["{ own_term: { until: to, otherwise: { years: 1 } } }", 'no-kind …/own_term/otherwise "otherwise"'],
    [
      "{ own_term: { until: to, otherwise: { own_term: { until: from } } } }",
      'no-kind …/own_term/otherwise "otherwise"',
    ],
    ["{ own_term: to }", 'not-a-mapping …/own_term "to"'],
    ["{ own_term: { until: from }, first_day: out }", 'unknown-key …/first_day "first_day"'],
  ])("%s", (within, found) => {
    expect(inRule(within)).toEqual([found]);
  });

  test("in a condition and in a derived count as well", () => {
    const condition = sheetOf({
      header: "renormalise: true",
      facts: FACTS,
      leaf: "applies_when: { fact: e, within: { own_term: { until: n } }, count: { is: 0 } }\nscoring: { rule: flag, fact: ok }",
    });
    expect(foundInRubric(condition)).toEqual([
      'field-of-wrong-type /indicators/0/applies_when/within/own_term/until 15:59 "n"',
    ]);
    const count = sheetOf({
      facts: `${FACTS.replace("ok: { type: boolean }\n", "")}\nc: { type: integer, range: { at_most: 2 }, derive: { count: { fact: e, within: { own_term: { until: to } } } } }`,
      leaf: "scoring: { rule: steps, fact: c, start: 0, per: 1, points: 1, partial: floor }",
    });
    expect(foundInRubric(count)).toEqual(['term-unstated /facts/c/derive/count/within/own_term 9:84 "own_term"']);
  });
});
