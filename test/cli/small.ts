/** A small evaluation with a fact of every type, and fact sheets for it. */
import type { Put } from "./command.js";

export const scheme = `kind: scheme
id: small
version: "1.0"
title: { zh: 小评价, en: Small evaluation }
effective: { from: 2020-01-01 }
facts:
  registered: { type: boolean, title: Registered }
  region: { type: text, title: Region }
  code: { type: credit-code, title: Credit code }
points: 100
blend:
  - { id: main, sheet: small-sheet, weight: 1 }
display: { places: 2, mode: half-up }
roles: [self, audited]
later_may_raise: false
eligibility:
  - { id: E1, title: Registered, clause: "1", require: { fact: registered, is: true } }
  - { id: E2, title: In the city, clause: "2", require: { fact: region, is: city } }
  - { id: E3, title: Has a code, clause: "3", require: { not: { fact: code, missing: true } } }
materials:
  - { id: M1, title: Form, clause: "4", required: true }
goal: passed
outcomes:
  - { id: ineligible, when: { eligibility: ineligible } }
  - { id: passed, when: { score: { at_least: 80 } } }
  - { id: not-passed, otherwise: true }
`;

export const sheet = `kind: sheet
id: small-sheet
version: "1.0"
category: base
status: official
title: Small sheet
points: 100
renormalise: none
facts:
  licensed: { type: boolean, title: Licensed }
  staff: { type: integer, title: Staff, range: { at_least: 0 } }
  rate: { type: decimal, title: Rate, range: { at_least: 0, at_most: 100 } }
  founded: { type: date, title: Founded }
  years: { type: integer, title: Years, range: { at_least: 0 }, derive: { full_years_since: founded } }
  grade: { type: choice, title: Grade, options: [A, B] }
  awards: { type: choices, title: Awards, options: [state, city] }
  fines:
    type: events
    title: Fines
    kinds: [warning, fine]
    fields: { amount: { type: decimal, title: Amount, range: { at_least: 0 } } }
indicators:
  - { id: A, title: Licensed, points: 10, scoring: { rule: flag, fact: licensed } }
  - id: B
    title: Staff
    points: 10
    scoring: { rule: tiers, fact: staff, tiers: [{ at_least: 10, points: 10 }, { below: 10, points: 5 }] }
  - id: C
    title: Rate
    points: 20
    scoring: { rule: linear, fact: rate, knots: [{ at: 0, points: 0 }, { at: 100, points: 20 }], beyond: clip }
  - id: D
    title: Years
    points: 10
    scoring: { rule: tiers, fact: years, tiers: [{ at_least: 3, points: 10 }, { below: 3, points: 0 }] }
  - { id: E, title: Grade, points: 10, scoring: { rule: choice, fact: grade, points: { A: 10, B: 5 } } }
  - id: F
    title: Awards
    points: 10
    scoring: { rule: levels, fact: awards, points: { state: 10, city: 5 }, count: highest }
  - id: G
    title: Fines
    points: 10
    floor: 0
    scoring:
      rule: events
      fact: fines
      start: full
      points: [{ kind: warning, points: -1 }, { kind: fine, points: -4 }]
  - { id: H, title: Culture, points: 10, scoring: { rule: judged, range: { at_least: 0, at_most: 10 }, step: 0.5 } }
  - id: I
    title: Insured
    points: 10
    may_be_not_applicable: true
    scoring: { rule: flag, fact: { type: boolean } }
`;

/** 10 + 10 + 17.5 + 10 + 10 + 5 + 9 + 7.5 + 10 */
export const exact = "89";

const facts: Readonly<Record<string, string>> = {
  registered: "true",
  region: "city",
  code: "91110105MA0000007L",
  licensed: "true",
  staff: "12",
  rate: "87.5",
  founded: "2012-04-01",
  grade: "A",
  awards: "[city]",
  fines: "[{ date: 2023-01-31, kind: warning, amount: 0 }]",
  I: "true",
};

/** Everything given and right, but for what the test is about; `null` takes a line away. */
export function factSheet(change: Change = {}): string {
  const given = Object.entries({ ...facts, ...change.facts }).filter(([, value]) => value !== null);
  const sections = {
    kind: "facts",
    scheme: "small",
    subject: "{ id: 91110105MA0000007L, name: 示例企业 }",
    as_of: "2023-11-10",
    role: "self",
    judgements: "{ H: { points: 7.5, by: 审核员甲, reason: 有制度 } }",
    materials: "{ M1: [doc-1] }",
    ...change.sections,
  };
  const lines = Object.entries(sections).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]));
  return `${[...lines, "facts:", ...given.map(([id, value]) => `  ${id}: ${value}`)].join("\n")}\n`;
}

export interface Change {
  readonly sections?: Readonly<Record<string, string | null>>;
  readonly facts?: Readonly<Record<string, string | null>>;
}

/** Writes the rubrics into a folder and gives its path. */
export function putRubrics(put: Put, folder = "rubrics"): string {
  put(`${folder}/small.yaml`, scheme);
  return put(`${folder}/small-sheet.yaml`, sheet).replace(/[\\/]small-sheet\.yaml$/, "");
}
