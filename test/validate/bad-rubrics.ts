/** For every code that a rubric can get: a rubric with that one mistake. */
import type { ValidateCode } from "../../src/model/codes.js";
import { schemeWith, sheetOf, sheetWith } from "./documents.js";

export interface Bad {
  readonly code: ValidateCode;
  readonly text: string;
  /** `path line:column "text"` of the one finding. */
  readonly at: string;
}

const flag = "scoring: { rule: flag, fact: ok }";
const number = "n: { type: integer, range: { at_least: 0, at_most: 10 } }";
const tiers = (...brackets: readonly string[]) =>
  sheetOf({
    facts: number,
    leaf: ["scoring:", "  rule: tiers", "  fact: n", "  tiers:", ...brackets.map((each) => `    - ${each}`)].join("\n"),
  });
const table = (...rows: readonly string[]) =>
  sheetOf({
    facts: `ok: { type: boolean }\n${number}\nsize: { type: choice, options: [big, small] }\nday: { type: date }`,
    leaf: ["scoring:", "  rule: table", "  rows:", ...rows.map((each) => `    - ${each}`)].join("\n"),
  });
const best = (...rules: readonly string[]) =>
  sheetOf({
    facts: `ok: { type: boolean }\n${number}`,
    leaf: ["scoring:", "  rule: best_of", "  of:", ...rules.map((each) => `    - ${each}`)].join("\n"),
  });
const panelLeaf = (more: string) => `scoring: { rule: panel, range: { at_least: 0, at_most: 2 }, step: 0.5, ${more} }`;
const first = (...rules: readonly string[]) => best(...rules).replace("rule: best_of", "rule: first_of");
const seven = ["a", "b", "c", "d", "e", "f", "g"];
const points = (text: string) => sheetOf({ leaf: `scoring: { rule: flag, fact: ok, points: ${text} }` });
const events =
  "fines:\n  type: events\n  kinds: [warning, fine]\n  fields: { amount: { type: decimal }, days: { type: integer, optional: true } }";
const eventsLeaf = (lines: string) =>
  sheetOf({ facts: events, leaf: `floor: 0\nscoring:\n  rule: events\n  fact: fines\n  start: full\n${lines}` });
const applies = (condition: string) =>
  sheetOf({
    header: "renormalise: true",
    facts: `ok: { type: boolean }\nday: { type: date }\nsize: { type: choice, options: [big, small] }\n${events}`,
    leaf: `applies_when: ${condition}\n${flag}`,
  });
const affected = (condition: string) =>
  sheetWith(`- id: A
  title: a
  points: 2
  effects: [ { when: ${condition}, then: zero } ]
  indicators: [ { id: A1, title: a, points: 2, ${flag} } ]`);
const derived = (lines: string) =>
  sheetOf({
    facts: `ok: { type: boolean }\na: { type: integer }\nb: { type: decimal }\nday: { type: date }\n${lines}`,
  });
const two = (a: string, b: string) => sheetWith(`- { ${a} }\n- { ${b} }`);

const taken = "scoring: { rule: flag, fact: ok, points: -3 }";
/** An indicator beside an ordinary one of all the points. */
const beside = (lines: string, header = "floor: 0") =>
  sheetWith(`- { id: A, title: 指标, points: 2, ${flag} }\n- { id: B, title: 另计, ${lines} }`, header);
/** A bonus in a group of all the points. */
const sectioned = (limits: string, absorbed: string, header = "floor: 0") =>
  sheetWith(
    [
      `- id: A\n  title: 指标\n  points: 2\n  ${limits}\n  indicators:`,
      `    - { id: A1, title: 指标, points: 2, ${flag} }`,
      `    - { id: A2, title: 加分, points: 1, counts_as: bonus, absorbed_by: ${absorbed}, ${flag} }`,
    ].join("\n"),
    header,
  );

/** The scheme of the small documents with these bands. */
function bands(...lines: readonly string[]): string {
  return schemeWith({ bands: ["bands:", ...lines.map((line) => `  - ${line}`)].join("\n") });
}

const eachOf = (lines: readonly string[], facts = "safe: { type: boolean, each: projects }", lists = "projects") =>
  sheetOf({
    header: `renormalise: true\ninstances: { ${lists}: { title: 在建项目 } }`,
    facts,
    leaf: [...lines, "indicators:", "  - { id: B, title: 乙, points: 2, scoring: { rule: flag, fact: safe } }"].join(
      "\n",
    ),
  });
const safeAnd = (fact: string) => `safe: { type: boolean, each: projects }\n${fact}`;
const byArea = ["each: projects", "combine: weighted_mean", "weight_by: area"];

function asksBand(asked: string): string {
  return schemeWith({
    bands: "bands:\n  - { id: A, at_least: 90 }\n  - { id: B, below: 90 }",
    outcomes: `outcomes:\n  - { id: passed, when: { band: ${asked} } }\n  - { id: failed, otherwise: true }`,
  });
}

/** A scheme with one effect, which looks at a fact of its own. */
function moving(then: string, bands_ = ""): string {
  return schemeWith({
    bands: `${bands_}facts:\n  bad: { type: boolean }\neffects:\n  - { when: { fact: bad, is: true }, then: ${then} }`,
  });
}

export const badRubrics: readonly Bad[] = [
  // Keys and kinds of values
  {
    code: "unknown-key",
    text: sheetOf({ leaf: `clauses: 五（一）\n${flag}` }),
    at: '/indicators/0/clauses 13:5 "clauses"',
  },
  {
    code: "unknown-key",
    text: sheetOf({ leaf: "scoring: { rule: flag, fcat: ok }" }),
    at: '/indicators/0/scoring/fcat 13:28 "fcat"',
  },
  {
    code: "unknown-key",
    text: sheetOf({ leaf: "ｓcoring: { rule: flag, fact: ok }" }),
    at: '/indicators/0/ｓcoring 13:5 "ｓcoring"',
  },
  { code: "unknown-key", text: sheetOf({ header: "__proto__: 1" }), at: '/__proto__ 7:1 "__proto__"' },
  {
    code: "missing-key",
    text: sheetOf({ leaf: "scoring: { rule: tiers, fact: ok }" }),
    at: '/indicators/0/scoring 13:5 "scoring"',
  },
  { code: "missing-key", text: sheetOf({ leaf: "scoring: { fact: ok }" }), at: '/indicators/0/scoring 13:5 "scoring"' },
  { code: "missing-key", text: schemeWith({ goal: "# nothing" }), at: ' 2:5 "p"' },
  {
    code: "missing-key",
    text: sheetWith(`- { title: 甲, points: 2, ${flag} }`),
    at: '/indicators/0 10:7 "title"',
  },
  { code: "empty-value", text: sheetOf({ leaf: `clause:\n${flag}` }), at: '/indicators/0/clause 13:5 "clause"' },
  { code: "empty-value", text: sheetOf({ leaf: "scoring:" }), at: '/indicators/0/scoring 13:5 "scoring"' },
  { code: "empty-value", text: sheetOf({ facts: "ok:" }), at: '/facts/ok 8:3 "ok"' },
  {
    code: "empty-entry",
    text: sheetWith(`- { id: A, title: 甲, points: 2, ${flag} }\n-`),
    at: '/indicators/1 11:3 "-"',
  },
  {
    code: "empty-entry",
    text: sheetOf({ facts: "ok: { type: boolean }\nc: { type: choice, options: [a, ~] }" }),
    at: '/facts/c/options/1 9:35 "~"',
  },
  { code: "empty-text", text: sheetOf({ leaf: `clause: ""\n${flag}` }), at: '/indicators/0/clause 13:13 """"' },
  {
    code: "empty-list",
    text: sheetWith("[]").replace("indicators:\n  []", "indicators: []"),
    at: '/indicators 9:13 "[]"',
  },
  {
    code: "empty-mapping",
    text: sheetOf({
      facts: "c: { type: choice, options: [a] }",
      leaf: "scoring: { rule: choice, fact: c, points: {} }",
    }),
    at: '/indicators/0/scoring/points 13:39 "points"',
  },
  { code: "not-a-mapping", text: sheetOf({ leaf: "scoring: flag" }), at: '/indicators/0/scoring 13:14 "flag"' },
  { code: "not-a-mapping", text: sheetOf({ facts: "ok: boolean" }), at: '/facts/ok 8:7 "boolean"' },
  { code: "not-a-list", text: sheetOf({ header: "shape: 1" }), at: '/shape 7:8 "1"' },
  {
    code: "not-a-list",
    text: tiers().replace("tiers:\n", "tiers: none\n"),
    at: '/indicators/0/scoring/tiers 16:14 "none"',
  },
  { code: "not-text", text: sheetOf({ leaf: `clause: true\n${flag}` }), at: '/indicators/0/clause 13:13 "true"' },
  { code: "not-text", text: sheetOf({ leaf: `clause: [一]\n${flag}` }), at: '/indicators/0/clause 13:13 "[一]"' },
  {
    code: "not-yes-or-no",
    text: sheetOf({ facts: "ok: { type: boolean, mutable: 是 }" }),
    at: '/facts/ok/mutable 8:33 "是"',
  },
  { code: "not-yes-or-no", text: applies("{ fact: ok, is: yes }"), at: '/indicators/0/applies_when/is 20:35 "yes"' },
  { code: "only-true", text: sheetOf({ header: "renormalise: false" }), at: '/renormalise 7:14 "false"' },
  {
    code: "not-one-of",
    text: sheetOf({ leaf: "scoring: { rule: flags, fact: ok }" }),
    at: '/indicators/0/scoring/rule 13:22 "flags"',
  },
  { code: "not-one-of", text: sheetOf({ header: "status: 草案" }), at: '/status 7:9 "草案"' },
  { code: "is-a-fact-sheet", text: "kind: facts\nscheme: p\nas_of: 2023-11-10\n", at: '/kind 1:7 "facts"' },
  { code: "not-one-of", text: "kind: shet\nid: s\n", at: '/kind 1:7 "shet"' },
  {
    code: "several-kinds",
    text: applies("{ fact: ok, is: true, not: { fact: ok, is: false } }"),
    at: '/indicators/0/applies_when/fact 20:21 "fact"',
  },
  {
    code: "several-kinds",
    text: sheetOf({ leaf: `${flag}\nindicators: []` }),
    at: '/indicators/0/scoring 13:5 "scoring"',
  },
  { code: "no-kind", text: applies("{ where: {} }"), at: '/indicators/0/applies_when 20:5 "applies_when"' },
  { code: "no-kind", text: sheetOf({ leaf: "clause: 五" }), at: '/indicators/0 10:9 "A"' },
  {
    code: "band-gap",
    text: bands("{ id: A, at_least: 90 }", "{ id: B, below: 80 }"),
    at: '/bands/0/at_least 13:24 "90"',
  },
  { code: "band-gap", text: bands("{ id: A, above: 90 }", "{ id: B, below: 90 }"), at: '/bands/0/above 13:21 "90"' },
  {
    code: "band-gap",
    text: bands("{ id: A, at_least: 90, at_most: 99 }", "{ id: B, below: 90 }"),
    at: '/bands/0/at_most 13:37 "99"',
  },
  {
    code: "band-gap",
    text: bands("{ id: A, at_least: 90 }", "{ id: B, below: 90, above: 0 }"),
    at: '/bands/1/above 14:32 "0"',
  },
  {
    code: "band-overlap",
    text: bands("{ id: A, at_least: 80 }", "{ id: B, at_most: 80 }"),
    at: '/bands/1/at_most 14:23 "80"',
  },
  {
    code: "band-overlap",
    text: bands("{ id: A }", "{ id: B, at_least: 60, below: 80 }", "{ id: C, below: 60 }"),
    at: '/bands/0 13:5 "{ id: A }"',
  },
  {
    code: "band-unreachable",
    text: bands("{ id: A, above: 100 }", "{ id: B, at_most: 100 }"),
    at: '/bands/0 13:5 "{ id: A, above: 100 }"',
  },
  {
    code: "bands-not-in-order",
    text: bands("{ id: B, below: 90 }", "{ id: A, at_least: 90 }"),
    at: '/bands/1 14:5 "{ id: A, at_least: 90 }"',
  },
  { code: "band-unknown", text: asksBand("AA"), at: '/outcomes/0/when/band 10:33 "AA"' },
  { code: "band-unknown", text: asksBand("[A, C]"), at: '/outcomes/0/when/band/1 10:37 "C"' },
  { code: "band-unknown", text: asksBand("{ at_least: C }"), at: '/outcomes/0/when/band/at_least 10:45 "C"' },
  { code: "bands-unstated", text: moving("{ bands_down: 1 }"), at: '/effects/0/then/bands_down 15:46 "bands_down"' },
  {
    code: "bands-down-too-far",
    text: moving("{ bands_down: 2 }", "bands:\n  - { id: A, at_least: 90 }\n  - { id: B, below: 90 }\n"),
    at: '/effects/0/then/bands_down 18:58 "2"',
  },
  { code: "effect-off-scale", text: moving("{ points: 101 }"), at: '/effects/0/then/points 15:54 "101"' },
  { code: "not-text", text: asksBand("[]"), at: '/outcomes/0/when/band 10:33 "[]"' },

  // Numbers
  { code: "not-a-number", text: points("满分"), at: '/indicators/0/scoring/points 13:46 "满分"' },
  { code: "not-a-number", text: points("true"), at: '/indicators/0/scoring/points 13:46 "true"' },
  { code: "not-a-number-or", text: sheetOf({ leaf: `floor: nil\n${flag}` }), at: '/indicators/0/floor 13:12 "nil"' },
  {
    code: "number-too-long",
    text: points(`1.${"0".repeat(39)}`),
    at: '/indicators/0/scoring/points 13:46 "1.000000000000000000000000000000000000000"',
  },
  { code: "number-full-width", text: points("２"), at: '/indicators/0/scoring/points 13:46 "２"' },
  {
    code: "number-percent",
    text: schemeWith({ blend: "blend:\n  - { id: base, sheet: s, weight: 70% }" }),
    at: '/blend/0/weight 7:35 "70%"',
  },
  { code: "number-fraction", text: points("1/3"), at: '/indicators/0/scoring/points 13:46 "1/3"' },
  { code: "number-separator", text: points("1_000"), at: '/indicators/0/scoring/points 13:46 "1_000"' },
  { code: "number-exponent", text: points("2e0"), at: '/indicators/0/scoring/points 13:46 "2e0"' },
  { code: "number-radix", text: points("0x2"), at: '/indicators/0/scoring/points 13:46 "0x2"' },
  { code: "number-not-finite", text: points(".inf"), at: '/indicators/0/scoring/points 13:46 ".inf"' },
  { code: "number-plus-sign", text: points("+2"), at: '/indicators/0/scoring/points 13:46 "+2"' },
  { code: "number-leading-zero", text: points("02"), at: '/indicators/0/scoring/points 13:46 "02"' },
  { code: "number-bare-point", text: points("2."), at: '/indicators/0/scoring/points 13:46 "2."' },
  { code: "number-space", text: points('"2 "'), at: '/indicators/0/scoring/points 13:46 ""2 ""' },
  { code: "number-unit", text: points("2分"), at: '/indicators/0/scoring/points 13:46 "2分"' },
  {
    code: "not-positive",
    text: sheetWith(`- { id: A, title: 甲, points: 0, ${flag} }`),
    at: '/indicators/0/points 10:32 "0"',
  },
  { code: "not-whole", text: sheetOf({ header: "shape: [1.5]" }), at: '/shape/0 7:9 "1.5"' },
  {
    code: "count-too-large",
    text: schemeWith({ display: "display: { places: 21, mode: up }" }),
    at: '/display/places 12:20 "21"',
  },

  // Dates, ids, texts
  {
    code: "personal-of-derived",
    text: derived("c: { type: decimal, derive: { mean: [a, b] }, personal: true }"),
    at: '/facts/c/personal 12:49 "personal"',
  },
  {
    code: "record-of-derived",
    text: derived("c: { type: decimal, derive: { mean: [a, b] }, record: optional }"),
    at: '/facts/c/record 12:49 "record"',
  },
  {
    code: "not-a-date",
    text: sheetOf({ header: "effective: { from: 2023/1/5 }" }),
    at: '/effective/from 7:20 "2023/1/5"',
  },
  {
    code: "impossible-date",
    text: sheetOf({ header: "effective: { from: 2023-02-29 }" }),
    at: '/effective/from 7:20 "2023-02-29"',
  },
  {
    code: "impossible-date",
    text: applies("{ fact: day, is: 2023-13-01 }"),
    at: '/indicators/0/applies_when/is 20:36 "2023-13-01"',
  },
  {
    code: "id-character",
    text: sheetWith(`- { id: A 1, title: 甲, points: 2, ${flag} }`),
    at: '/indicators/0/id 10:11 "A 1"',
  },
  {
    code: "id-character",
    text: sheetWith(`- { id: Ａ1, title: 甲, points: 2, ${flag} }`),
    at: '/indicators/0/id 10:11 "Ａ1"',
  },
  {
    code: "id-character",
    text: sheetOf({ facts: "ok: { type: boolean }\n是/否: { type: boolean }" }),
    at: '/facts/是~1否 9:3 "是/否"',
  },
  {
    code: "id-too-long",
    text: sheetWith(`- { id: ${"长".repeat(65)}, title: 甲, points: 2, ${flag} }`),
    at: `/indicators/0/id 10:11 "${"长".repeat(65)}"`,
  },
  {
    code: "id-not-composed",
    text: sheetWith(`- { id: e\u0301, title: 甲, points: 2, ${flag} }`),
    at: '/indicators/0/id 10:11 "é"',
  },
  {
    code: "duplicate-id",
    text: two(
      `id: A, title: 甲, points: 1, scoring: { rule: flag, fact: ok }`,
      `id: A, title: 乙, points: 1, scoring: { rule: flag, fact: ok }`,
    ),
    at: '/indicators/1/id 11:11 "A"',
  },
  {
    code: "duplicate-id",
    text: schemeWith({ blend: "blend:\n  - { id: a, sheet: s, weight: 0.5 }\n  - { id: a, sheet: t, weight: 0.5 }" }),
    at: '/blend/1/id 8:11 "a"',
  },
  {
    code: "duplicate-entry",
    text: sheetOf({ facts: "ok: { type: boolean }\nc: { type: choice, options: [a, b, a] }" }),
    at: '/facts/c/options/2 9:38 "a"',
  },
  {
    code: "duplicate-entry",
    text: sheetOf({ leaf: "cap: points\nscoring: { rule: checklist, mode: per_item, each: 1, items: [ok, ok] }" }),
    at: '/indicators/0/scoring/items/1 14:70 "ok"',
  },

  // Header
  { code: "document-undeclared", text: sheetOf({ header: "source: notice" }), at: '/source 7:9 "notice"' },
  {
    code: "document-undeclared",
    text: sheetOf({ header: "documents: { notice: { title: 通知 } }", leaf: `source: notise\n${flag}` }),
    at: '/indicators/0/source 14:13 "notise"',
  },
  {
    code: "effective-reversed",
    text: sheetOf({ header: "effective: { from: 2024-01-01, until: 2023-12-31 }" }),
    at: '/effective/until 7:39 "2023-12-31"',
  },

  // Intervals
  {
    code: "bound-twice",
    text: tiers("{ at_least: 5, above: 4, points: 2 }", "{ below: 5, points: 0 }"),
    at: '/indicators/0/scoring/tiers/0/above 17:26 "above"',
  },
  {
    code: "bound-twice",
    text: applies("{ fact: fines, count: { is: 0, at_most: 1 } }"),
    at: '/indicators/0/applies_when/count/at_most 20:50 "at_most"',
  },
  {
    code: "interval-empty",
    text: tiers("{ at_least: 5, below: 5, points: 2 }", "{ below: 5, points: 0 }"),
    at: '/indicators/0/scoring/tiers/0/below 17:33 "5"',
  },
  {
    code: "interval-empty",
    text: sheetOf({ facts: "ok: { type: boolean }\nn: { type: integer, range: { above: 4, below: 5 } }" }),
    at: '/facts/n/range/below 9:49 "5"',
  },
  {
    code: "interval-empty",
    text: sheetOf({ facts: "", leaf: "scoring: { rule: judged, range: { at_least: 2, at_most: 0 }, step: 1 }" }),
    at: '/indicators/0/scoring/range/at_most 11:61 "0"',
  },
  {
    code: "interval-without-bound",
    text: sheetOf({ facts: "ok: { type: boolean }\nn: { type: integer, range: {} }" }),
    at: '/facts/n/range 9:23 "range"',
  },

  // Facts
  {
    code: "fact-declared-twice",
    text: sheetOf({ facts: "A: { type: boolean }", leaf: "scoring: { rule: flag, fact: { type: boolean } }" }),
    at: '/indicators/0/scoring/fact 13:28 "fact"',
  },
  {
    code: "fact-of-wrong-type",
    text: sheetOf({ facts: number, leaf: "scoring: { rule: flag, fact: n }" }),
    at: '/indicators/0/scoring/fact 13:34 "n"',
  },
  {
    code: "fact-of-wrong-type",
    text: sheetOf({
      facts: `ok: { type: boolean }\n${number}`,
      leaf: "scoring: { rule: checklist, mode: sum, items: [ { fact: ok, points: 1 }, { fact: n, points: 1 } ] }",
    }),
    at: '/indicators/0/scoring/items/1/fact 14:86 "n"',
  },
  {
    code: "fact-of-wrong-type",
    text: derived("c: { type: integer, derive: { full_years_since: a } }"),
    at: '/facts/c/derive/full_years_since 12:51 "a"',
  },
  {
    code: "field-reserved",
    text: sheetOf({ facts: "ok: { type: boolean }\nfines: { type: events, fields: { year: { type: integer } } }" }),
    at: '/facts/fines/fields/year 9:36 "year"',
  },
  {
    code: "field-undeclared",
    text: applies("{ fact: fines, where: { field: amont, at_least: 1 }, count: { is: 0 } }"),
    at: '/indicators/0/applies_when/where/field 20:50 "amont"',
  },
  {
    code: "field-never-missing",
    text: applies("{ fact: fines, where: { field: amount, missing: true }, count: { is: 0 } }"),
    at: '/indicators/0/applies_when/where/missing 20:58 "missing"',
  },
  {
    code: "field-of-wrong-type",
    text: eventsLeaf("  within: { own_term: { until: amount } }\n  points: [{ points: -1 }]\n"),
    at: '/indicators/0/scoring/within/own_term/until 21:36 "amount"',
  },
  {
    code: "term-unstated",
    text: eventsLeaf("  within: { own_term: { until: valid } }\n  points: [{ points: -1 }]\n").replace(
      "days: {",
      "valid: { type: date, optional: true }, days: {",
    ),
    at: '/indicators/0/scoring/within/own_term 21:17 "own_term"',
  },
  {
    code: "derivation-cycle",
    text: derived(
      "c: { type: decimal, derive: { sum: [a, d] } }\nd: { type: decimal, derive: { difference: [b, c] } }",
    ),
    at: '/facts/c/derive 12:23 "derive"',
  },
  {
    code: "derivation-too-deep",
    text: derived(
      Array.from(
        { length: 18 },
        (_, i) => `c${i}: { type: decimal, derive: { sum: [${i === 0 ? "b" : `c${i - 1}`}] } }`,
      ).join("\n"),
    ),
    at: '/facts/c16/derive 28:25 "derive"',
  },
  {
    code: "derivation-is-whole",
    text: derived("c: { type: decimal, derive: { full_months_since: day } }"),
    at: '/facts/c/type 12:14 "decimal"',
  },
  {
    code: "derivation-is-not-whole",
    text: derived("c: { type: integer, derive: { mean: [a, a] } }"),
    at: '/facts/c/type 12:14 "integer"',
  },
  {
    code: "derivation-is-not-whole",
    text: derived("c: { type: integer, derive: { sum: [a, { fact: a, times: 0.5 }] } }"),
    at: '/facts/c/type 12:14 "integer"',
  },
  {
    code: "difference-of-two",
    text: derived("c: { type: decimal, derive: { difference: [a, b, b] } }"),
    at: '/facts/c/derive/difference/2 12:52 "b"',
  },
  {
    code: "if-zero-unstated",
    text: derived("c: { type: decimal, derive: { ratio: { numerator: a, denominator: b } } }"),
    at: '/facts/c/derive/ratio 12:33 "ratio"',
  },

  // Conditions
  {
    code: "condition-too-early",
    text: applies("{ score: { at_least: 60 } }"),
    at: '/indicators/0/applies_when/score 20:21 "score"',
  },
  {
    code: "breakdown-too-early",
    text: applies("{ any_child_of: B, points: { at_most: 0 } }"),
    at: '/indicators/0/applies_when/any_child_of 20:21 "any_child_of"',
  },
  {
    code: "indicator-not-below",
    text: affected("{ indicator: B1, points: { at_most: 0 } }"),
    at: '/indicators/0/effects/0/when/indicator 13:37 "B1"',
  },
  {
    code: "indicator-without-children",
    text: affected("{ any_child_of: A1, points: { at_most: 0 } }"),
    at: '/indicators/0/effects/0/when/any_child_of 13:40 "A1"',
  },
  { code: "no-test", text: applies("{ fact: ok }"), at: '/indicators/0/applies_when 20:5 "applies_when"' },
  {
    code: "missing-not-alone",
    text: applies("{ fact: ok, is: true, missing: true }"),
    at: '/indicators/0/applies_when/missing 20:41 "missing"',
  },
  {
    code: "n-too-large",
    text: applies("{ at_least_n: { n: 2, of: [ { fact: ok, is: true } ] } }"),
    at: '/indicators/0/applies_when/at_least_n/n 20:38 "2"',
  },
  {
    code: "test-of-wrong-type",
    text: applies("{ fact: ok, at_least: 1 }"),
    at: '/indicators/0/applies_when/at_least 20:31 "at_least"',
  },
  {
    code: "test-of-wrong-type",
    text: applies("{ any: [ { fact: ok, is: true }, { not: { fact: size, at_least: 1 } } ] }"),
    at: '/indicators/0/applies_when/any/1/not/at_least 20:73 "at_least"',
  },
  {
    code: "option-unknown",
    text: applies("{ fact: size, in: [big, smal] }"),
    at: '/indicators/0/applies_when/in/1 20:43 "smal"',
  },
  {
    code: "option-unknown",
    text: sheetOf({
      facts: "c: { type: choice, options: [big, small] }",
      leaf: "scoring: { rule: choice, fact: c, points: { big: 2, smal: 1 } }",
    }),
    at: '/indicators/0/scoring/points/smal 13:57 "smal"',
  },

  // Rules
  {
    code: "option-without-points",
    text: sheetOf({
      facts: "c: { type: choice, options: [a, b] }",
      leaf: "scoring: { rule: choice, fact: c, points: { a: 2 } }",
    }),
    at: '/indicators/0/scoring/points 13:39 "points"',
  },
  {
    code: "pick-unstated",
    text: sheetOf({
      facts: "c: { type: choices, options: [a] }",
      leaf: "scoring: { rule: choice, fact: c, points: { a: 2 } }",
    }),
    at: '/indicators/0/scoring 13:5 "scoring"',
  },
  {
    code: "pick-needless",
    text: sheetOf({
      facts: "c: { type: choice, options: [a] }",
      leaf: "scoring: { rule: choice, fact: c, points: { a: 2 }, pick: best }",
    }),
    at: '/indicators/0/scoring/pick 13:57 "pick"',
  },
  {
    code: "tier-gap",
    text: tiers("{ at_least: 6, points: 2 }", "{ below: 5, points: 0 }"),
    at: '/indicators/0/scoring/tiers/0/at_least 17:23 "6"',
  },
  {
    code: "tier-gap",
    text: tiers("{ at_least: 0, at_most: 9, points: 2 }"),
    at: '/indicators/0/scoring/tiers/0/at_most 17:35 "9"',
  },
  {
    code: "tier-overlap",
    text: tiers("{ at_least: 5, points: 2 }", "{ at_most: 5, points: 0 }"),
    at: '/indicators/0/scoring/tiers/1/at_most 18:22 "5"',
  },
  {
    code: "tier-unreachable",
    text: tiers("{ at_least: 5, at_most: 10, points: 2 }", "{ below: 5, points: 0 }", "{ above: 10, points: 2 }"),
    at: '/indicators/0/scoring/tiers/2 19:11 "{ above: 10, points: 2 }"',
  },
  {
    code: "steps-without-from",
    text: tiers("{ at_least: 5, points: 2 }", "{ below: 5, points: 0, steps: { per: 5, points: 1, partial: floor } }"),
    at: '/indicators/0/scoring/tiers/1/steps 18:34 "steps"',
  },
  {
    code: "steps-from-outside",
    text: tiers(
      "{ at_least: 5, points: 1, steps: { from: 4, per: 5, points: 1, partial: floor } }",
      "{ below: 5, points: 0 }",
    ),
    at: '/indicators/0/scoring/tiers/0/steps/from 17:52 "4"',
  },
  {
    code: "too-few-knots",
    text: sheetOf({
      facts: number,
      leaf: "scoring: { rule: linear, fact: n, knots: [ { at: 0, points: 2 } ], beyond: clip }",
    }),
    at: '/indicators/0/scoring/knots 13:39 "knots"',
  },
  {
    code: "knots-not-rising",
    text: sheetOf({
      facts: number,
      leaf: "scoring: { rule: linear, fact: n, knots: [ { at: 5, points: 0 }, { at: 5, points: 2 } ], beyond: clip }",
    }),
    at: '/indicators/0/scoring/knots/1/at 13:76 "5"',
  },
  {
    code: "step-off-grid",
    text: sheetOf({ facts: "", leaf: "scoring: { rule: judged, range: { at_least: 0, at_most: 2 }, step: 0.3 }" }),
    at: '/indicators/0/scoring/step 11:72 "0.3"',
  },
  {
    code: "imported-without-record",
    text: sheetOf({ facts: number, leaf: "scoring: { rule: imported, fact: n, from: { at_least: 0, at_most: 10 } }" }),
    at: '/indicators/0/scoring/fact 13:38 "n"',
  },
  {
    code: "interval-empty",
    text: sheetOf({
      facts: "n: { type: decimal, record: optional }",
      leaf: "scoring: { rule: imported, fact: n, from: { at_least: 7, at_most: 7 } }",
    }),
    at: '/indicators/0/scoring/from/at_most 13:71 "7"',
  },
  {
    code: "panel-trimmed-and-weighted",
    text: sheetOf({ facts: "", leaf: panelLeaf("trim: 1, weights: { a: 0.5, b: 0.5 }") }),
    at: '/indicators/0/scoring/trim 11:76 "trim"',
  },
  {
    code: "panel-needs-more",
    text: sheetOf({ facts: "", leaf: panelLeaf("trim: 2, assessors: { at_least: 4 }") }),
    at: '/indicators/0/scoring/assessors/at_least 11:108 "4"',
  },
  {
    code: "event-kind-unknown",
    text: eventsLeaf("  points: [ { kind: fines, points: -1 } ]"),
    at: '/indicators/0/scoring/points/0/kind 21:25 "fines"',
  },
  {
    code: "share-out-of-range",
    text: eventsLeaf("  points: [{ points: -1 }]\n  restore: [{ share: 1.5 }]\n"),
    at: '/indicators/0/scoring/restore/0/share 22:26 "1.5"',
  },
  {
    code: "nothing-to-restore",
    text: eventsLeaf("  points: [{ points: 1 }]\n  restore: [{ share: 1 }]\n").replace("floor: 0", "cap: points"),
    at: '/indicators/0/scoring/restore 22:7 "restore"',
  },
  {
    code: "too-few-rules",
    text: sheetOf({ leaf: "scoring: { rule: best_of, of: [ { title: 甲, rule: flag, fact: ok } ] }" }),
    at: '/indicators/0/scoring/of 13:31 "of"',
  },
  {
    code: "not-text",
    text: best("{ title: 甲, rule: flag, fact: { type: boolean } }", "{ title: 乙, rule: flag, fact: ok }"),
    at: '/indicators/0/scoring/of/0/fact 17:41 "{ type: boolean }"',
  },
  {
    code: "not-one-of",
    text: best("{ title: 甲, rule: judged, fact: ok }", "{ title: 乙, rule: flag, fact: ok }"),
    at: '/indicators/0/scoring/of/0/rule 17:29 "judged"',
  },
  {
    code: "missing-key",
    text: best("{ rule: flag, fact: ok }", "{ title: 乙, rule: flag, fact: ok }"),
    at: '/indicators/0/scoring/of/0 17:13 "rule"',
  },
  {
    code: "unknown-key",
    text: best(
      "{ title: 甲, when: { fact: ok, is: true }, rule: flag, fact: ok }",
      "{ title: 乙, rule: flag, fact: ok }",
    ),
    at: '/indicators/0/scoring/of/0/when 17:23 "when"',
  },
  {
    code: "tier-gap",
    text: best(
      "{ title: 甲, rule: flag, fact: ok }",
      "{ title: 乙, rule: tiers, fact: n, tiers: [ { at_least: 5, points: 2 } ] }",
    ),
    at: '/indicators/0/scoring/of/1/tiers/0/at_least 18:66 "5"',
  },
  {
    code: "missing-key",
    text: first("{ title: 甲, rule: flag, fact: ok }", "{ title: 乙, rule: flag, fact: ok }"),
    at: '/indicators/0/scoring/of/0 17:13 "title"',
  },
  {
    code: "test-of-wrong-type",
    text: first(
      "{ title: 甲, when: { fact: ok, at_least: 1 }, rule: flag, fact: ok }",
      "{ title: 乙, rule: flag, fact: ok }",
    ),
    at: '/indicators/0/scoring/of/0/when/at_least 17:41 "at_least"',
  },
  {
    code: "too-few-rules",
    text: first("{ title: 甲, rule: flag, fact: ok }"),
    at: '/indicators/0/scoring/of 16:7 "of"',
  },
  {
    code: "floor-unstated",
    text: sheetOf({
      facts: "ok: { type: boolean }\nalso: { type: boolean }",
      leaf: "scoring: { rule: parts, parts: [ { title: 甲, rule: flag, fact: ok }, { title: 乙, when: { fact: ok, is: true }, rule: flag, fact: also, points: -1 } ] }",
    }),
    at: '/indicators/0 11:9 "A"',
  },
  {
    code: "cap-unstated",
    text: sheetOf({
      facts: "ok: { type: boolean }\nalso: { type: boolean }",
      leaf: "scoring: { rule: parts, parts: [ { title: 甲, rule: flag, fact: ok }, { title: 乙, when: { fact: ok, is: true }, rule: flag, fact: also, points: 1 } ] }",
    }),
    at: '/indicators/0 11:9 "A"',
  },
  {
    code: "cell-of-wrong-type",
    text: table("{ when: { ok: 5 }, points: 2 }", "{ when: { ok: false }, points: 0 }"),
    at: '/indicators/0/scoring/rows/0/when/ok 19:25 "5"',
  },
  {
    code: "cell-of-wrong-type",
    text: table("{ when: { n: 5 }, points: 2 }", "{ when: { n: { above: 5 } }, points: 0 }"),
    at: '/indicators/0/scoring/rows/0/when/n 19:24 "5"',
  },
  {
    code: "cell-of-wrong-type",
    text: table("{ when: { size: true }, points: 2 }", "{ when: { size: small }, points: 0 }"),
    at: '/indicators/0/scoring/rows/0/when/size 19:27 "true"',
  },
  {
    code: "fact-of-wrong-type",
    text: table("{ when: { day: true }, points: 2 }", "{ when: { day: false }, points: 0 }"),
    at: '/indicators/0/scoring/rows/0/when/day 19:26 "true"',
  },
  {
    code: "option-unknown",
    text: table("{ when: { size: [big, smal] }, points: 2 }", "{ when: { size: small }, points: 0 }"),
    at: '/indicators/0/scoring/rows/0/when/size/1 19:33 "smal"',
  },
  {
    code: "duplicate-entry",
    text: table("{ when: { size: [big, big] }, points: 2 }", "{ when: { size: small }, points: 0 }"),
    at: '/indicators/0/scoring/rows/0/when/size/1 19:33 "big"',
  },
  {
    code: "empty-mapping",
    text: table("{ when: {}, points: 2 }"),
    at: '/indicators/0/scoring/rows/0/when 19:13 "when"',
  },
  {
    code: "table-gap",
    text: table(
      "{ when: { ok: true, n: { at_least: 6 } }, points: 2 }",
      "{ when: { n: { below: 5 } }, points: 0 }",
      "{ when: { ok: false, n: { at_least: 5 } }, points: 0 }",
    ),
    at: '/indicators/0/scoring/rows 18:7 "rows"',
  },
  {
    code: "table-overlap",
    text: table(
      "{ when: { size: big }, points: 2 }",
      "{ when: { ok: true }, points: 1 }",
      "{ when: { size: small, ok: false }, points: 0 }",
    ),
    at: '/indicators/0/scoring/rows/1 20:11 "{ when: { ok: true }, points: 1 }"',
  },
  {
    code: "table-row-unreachable",
    text: table(
      "{ when: { n: { above: 10 } }, points: 2 }",
      "{ when: { n: { at_least: 5, at_most: 10 } }, points: 2 }",
      "{ when: { n: { below: 5 } }, points: 0 }",
    ),
    at: '/indicators/0/scoring/rows/0 19:11 "{ when: { n: { above: 10 } }, points: 2 }"',
  },
  {
    code: "table-too-large",
    text: sheetOf({
      facts: seven.map((id) => `${id}: { type: boolean }`).join("\n"),
      leaf: `scoring:\n  rule: table\n  rows:\n    - { when: { ${seven.map((id) => `${id}: true`).join(", ")} }, points: 2 }`,
    }),
    at: '/indicators/0/scoring/rows 21:7 "rows"',
  },
  {
    code: "table-too-large",
    text: sheetOf({
      facts: `x: { type: decimal }\ny: { type: decimal }`,
      leaf: `scoring:\n  rule: table\n  rows:\n${Array.from({ length: 100 }, (_, i) => `    - { when: { x: { above: ${i} }, y: { below: ${i} } }, points: 2 }`).join("\n")}`,
    }),
    at: '/indicators/0/scoring/rows 16:7 "rows"',
  },

  // Points and limits
  {
    code: "points-do-not-add-up",
    text: two(
      "id: A, title: 甲, points: 1, scoring: { rule: flag, fact: ok }",
      "id: B, title: 乙, points: 0.5, scoring: { rule: flag, fact: ok }",
    ),
    at: '/points 6:9 "2"',
  },
  {
    code: "points-do-not-add-up",
    text: two(
      "id: A, title: 甲, points: 2, scoring: { rule: flag, fact: ok }",
      "id: B, title: 乙, points: 2, scoring: { rule: flag, fact: ok }",
    ),
    at: '/points 6:9 "2"',
  },
  { code: "points-out-of-reach", text: points("1"), at: '/indicators/0/points 12:13 "2"' },
  { code: "shape-differs", text: sheetOf({ header: "shape: [2]" }), at: '/shape 7:8 "[2]"' },
  {
    code: "floor-unstated",
    text: eventsLeaf("  points: [ { kind: fine, points: -1 } ]").replace("    floor: 0\n", ""),
    at: '/indicators/0 13:9 "A"',
  },
  {
    code: "floor-unstated",
    text: sheetWith(
      "- id: A\n  title: 甲\n  points: 2\n  indicators:\n    - { id: A1, title: 甲一, points: 2, floor: none, scoring: { rule: judged, range: { at_least: -1, at_most: 2 }, step: 1 } }",
      "floor: none",
    ),
    at: '/indicators/0 11:9 "A"',
  },
  {
    code: "cap-unstated",
    text: sheetOf({ leaf: "scoring: { rule: checklist, mode: per_item, each: 3, items: [ok] }" }),
    at: '/indicators/0 10:9 "A"',
  },
  { code: "cap-unstated", text: sheetOf({ leaf: `when_missing: 3\n${flag}` }), at: '/indicators/0 10:9 "A"' },
  { code: "floor-above-cap", text: sheetOf({ leaf: `floor: 3\n${flag}` }), at: '/indicators/0/floor 13:12 "3"' },
  {
    code: "eligibility-unasked",
    text: schemeWith({
      facts: "facts: { ok: { type: boolean } }",
      eligibility: "eligibility: [ { id: E1, title: 条件, require: { fact: ok, is: true } } ]",
    }),
    at: '/eligibility 13:1 "eligibility"',
  },
  {
    code: "round-off-grid",
    text: sheetOf({ leaf: `cap: 2.5\nround: { places: 0, mode: up }\n${flag}` }),
    at: '/indicators/0/round 14:12 "{ places: 0, mode: up }"',
  },
  {
    code: "round-off-grid",
    text: sheetOf({ header: "floor: 0.25\nround: { places: 1, mode: up }" }),
    at: '/round 8:8 "{ places: 1, mode: up }"',
  },
  {
    code: "renormalise-unstated",
    text: sheetOf({ leaf: `may_be_not_applicable: true\n${flag}` }),
    at: '/indicators/0 10:9 "A"',
  },
  {
    code: "renormalise-needless",
    text: sheetOf({ header: "combine: mean\nrenormalise: none", leaf: flag }),
    at: '/renormalise 8:1 "renormalise"',
  },
  {
    code: "renormalise-needless",
    text: sheetWith(
      `- id: A\n  title: 甲\n  points: 2\n  combine: max\n  renormalise: true\n  indicators:\n    - { id: A1, title: 甲一, points: 3, ${flag} }`,
    ),
    at: '/indicators/0/renormalise 14:5 "renormalise"',
  },
  {
    code: "weight-unstated",
    text: sheetWith(
      `- { id: A, title: 甲, points: 3, weight: 2, ${flag} }\n- { id: B, title: 乙, points: 3, ${flag} }`,
      "combine: weighted_mean",
    ),
    at: '/combine 7:1 "combine"',
  },
  {
    code: "weight-needless",
    text: sheetOf({ header: "combine: mean", leaf: `weight: 2\n${flag}` }),
    at: '/indicators/0/weight 14:5 "weight"',
  },
  {
    code: "coefficient-values-unstated",
    text: sheetOf({ leaf: `coefficient: { fact: ok }\n${flag}` }),
    at: '/indicators/0/coefficient/fact 13:26 "ok"',
  },
  {
    code: "coefficient-values-needless",
    text: sheetOf({
      header: "coefficient: { fact: n, values: { 1: 1 } }",
      facts: `ok: { type: boolean }\n${number}`,
      leaf: flag,
    }),
    at: '/coefficient/values 7:25 "values"',
  },
  {
    code: "option-without-coefficient",
    text: sheetOf({ leaf: `coefficient: { fact: ok, values: { true: 1 } }\n${flag}` }),
    at: '/indicators/0/coefficient/values 13:30 "values"',
  },
  {
    code: "policy-unused",
    text: sheetOf({ leaf: `if_not_applicable: full\n${flag}` }),
    at: '/indicators/0/if_not_applicable 13:5 "if_not_applicable"',
  },

  // Bonus and deduction
  {
    code: "missing-key",
    text: sheetWith(
      `- { id: A, title: 指标, points: 2, ${flag} }\n- { id: B, title: 加分, counts_as: bonus, absorbed_by: sheet, ${flag} }`,
    ),
    at: '/indicators/1 11:11 "B"',
  },
  {
    code: "counts-as-key",
    text: beside(`points: 5, counts_as: deduction, floor: -5, ${taken}`),
    at: '/indicators/1/points 12:25 "points"',
  },
  {
    code: "counts-as-key",
    text: beside(`cap: none, counts_as: deduction, floor: -5, ${taken}`),
    at: '/indicators/1/cap 12:25 "cap"',
  },
  {
    code: "counts-as-key",
    text: beside(
      `counts_as: bonus, absorbed_by: sheet, points: 1, applies_when: { fact: ok, is: true }, if_not_applicable: full, ${flag}`,
    ),
    at: '/indicators/1/if_not_applicable 12:112 "if_not_applicable"',
  },
  {
    code: "counts-as-key",
    text: sheetOf({ leaf: `absorbed_by: section\n${flag}` }),
    at: '/indicators/0/absorbed_by 13:5 "absorbed_by"',
  },
  {
    code: "counts-as-key",
    text: beside(
      `counts_as: deduction, floor: -5, renormalise: true, indicators: [{ id: B1, title: 扣分, counts_as: deduction, floor: none, ${taken} }]`,
    ),
    at: '/indicators/1/renormalise 12:58 "renormalise"',
  },
  { code: "absorbed-by-unstated", text: beside(`points: 1, counts_as: bonus, ${flag}`), at: '/indicators/1 12:11 "B"' },
  {
    code: "absorbed-by-cap",
    text: beside(`points: 1, counts_as: bonus, absorbed_by: sheet, ${flag}`, "cap: none\nfloor: 0"),
    at: '/indicators/1/absorbed_by 13:67 "sheet"',
  },
  {
    code: "absorbed-by-cap",
    text: sectioned("cap: 3", "section", "floor: 0\ncap: none"),
    at: '/indicators/0/indicators/1/absorbed_by 18:72 "section"',
  },
  {
    code: "absorbed-by-cap",
    text: sectioned("cap: points", "sheet"),
    at: '/indicators/0/indicators/1/absorbed_by 17:72 "sheet"',
  },
  {
    code: "absorbed-by-cap",
    text: sectioned("cap: none", "none", "cap: points\nfloor: 0"),
    at: '/indicators/0/indicators/1/absorbed_by 18:72 "none"',
  },
  { code: "deduction-floor-unstated", text: beside(`counts_as: deduction, ${taken}`), at: '/indicators/1 12:11 "B"' },
  {
    code: "floor-above-cap",
    text: beside(`counts_as: deduction, floor: 1, ${taken}`),
    at: '/indicators/1/floor 12:54 "1"',
  },
  { code: "floor-unstated", text: beside(`counts_as: deduction, floor: -5, ${taken}`, ""), at: ' 2:5 "s"' },
  {
    code: "cap-unstated",
    text: sectioned("floor: 0", "sheet"),
    at: '/indicators/0 11:9 "A"',
  },
  {
    code: "deduction-rises",
    text: beside(`counts_as: deduction, floor: -5, ${taken.replace("-3", "3")}`),
    at: '/indicators/1 12:11 "B"',
  },
  {
    code: "deduction-rises",
    text: beside(`counts_as: deduction, floor: -5, when_missing: 1, ${taken}`),
    at: '/indicators/1 12:11 "B"',
  },
  {
    code: "deduction-takes-nothing",
    text: beside(`counts_as: deduction, floor: -5, ${flag}`),
    at: '/indicators/1 12:11 "B"',
  },
  {
    code: "inside-deduction",
    text: beside(`counts_as: deduction, floor: -5, indicators: [{ id: B1, title: 扣分, points: 1, ${flag} }]`),
    at: '/indicators/1/indicators/0 12:77 "B1"',
  },
  {
    code: "no-ordinary-indicator",
    text: sheetOf({ leaf: `counts_as: bonus\nabsorbed_by: none\n${flag}` }),
    at: '/indicators 9:1 "indicators"',
  },
  {
    code: "no-ordinary-indicator",
    text: beside(
      `points: 1, counts_as: bonus, absorbed_by: sheet, renormalise: true, indicators: [{ id: B1, title: 加分, points: 1, counts_as: bonus, absorbed_by: section, ${flag} }]`,
    ),
    at: '/indicators/1/indicators 12:93 "indicators"',
  },

  // Scheme
  {
    code: "weights-do-not-add-up",
    text: schemeWith({
      blend: "blend:\n  - { id: base, sheet: s, weight: 0.7 }\n  - { id: sector, one_of: [sector], weight: 0.2 }",
    }),
    at: '/blend 6:1 "blend"',
  },
  {
    code: "several-kinds",
    text: schemeWith({ blend: "blend:\n  - { id: base, sheet: s, one_of: [base], weight: 1 }" }),
    at: '/blend/0/one_of 7:27 "one_of"',
  },
  {
    code: "outcomes-not-closed",
    text: schemeWith({ outcomes: "outcomes:\n  - { id: passed, when: { score: { at_least: 80 } } }" }),
    at: '/outcomes/0 10:11 "passed"',
  },
  {
    code: "otherwise-not-last",
    text: schemeWith({
      outcomes: "outcomes:\n  - { id: passed, otherwise: true }\n  - { id: failed, otherwise: true }",
    }),
    at: '/outcomes/0/otherwise 10:19 "otherwise"',
  },
  {
    code: "otherwise-not-last",
    text: schemeWith({
      outcomes: "outcomes:\n  - { id: failed, otherwise: true }\n  - { id: passed, when: { score: { at_least: 80 } } }",
    }),
    at: '/outcomes/0/otherwise 10:19 "otherwise"',
  },
  {
    code: "outcome-reserved",
    text: schemeWith({
      outcomes:
        "outcomes:\n  - { id: passed, when: { score: { at_least: 80 } } }\n  - { id: undetermined, otherwise: true }",
    }),
    at: '/outcomes/1/id 11:11 "undetermined"',
  },
  { code: "goal-unknown", text: schemeWith({ goal: "goal: pased" }), at: '/goal 8:7 "pased"' },
  {
    code: "scale-not-rising",
    text: schemeWith({
      rescale: "rescale: { from: { at_least: 0, at_most: 100 }, to: { at_least: 950, at_most: 350 } }",
      outcomes: "outcomes:\n  - { id: passed, otherwise: true }",
    }),
    at: '/rescale/to/at_most 11:79 "350"',
  },
  {
    code: "score-out-of-reach",
    text: schemeWith({
      outcomes:
        "outcomes:\n  - { id: passed, when: { all: [ { score: { at_least: 800 } }, { eligibility: eligible } ] } }\n  - { id: failed, otherwise: true }",
    }),
    at: '/outcomes/0/when/all/0/score/at_least 10:55 "800"',
  },

  // Instances
  {
    code: "instances-undeclared",
    text: eachOf(["each: project", "combine: mean"], "safe: { type: boolean }"),
    at: '/indicators/0/each 15:11 "project"',
  },
  {
    code: "instances-undeclared",
    text: eachOf(["each: projects", "combine: mean"], "safe: { type: boolean, each: contracts }"),
    at: '/facts/safe/each 10:32 "contracts"',
  },
  {
    code: "instances-undeclared",
    text: schemeWith({ facts: "facts: { n: { type: integer, each: projects } }" }),
    at: '/facts/n/each 12:36 "projects"',
  },
  {
    code: "each-nested",
    text: eachOf(["each: projects", "combine: mean"]).replace(
      "- { id: B, title: 乙, points: 2, scoring: { rule: flag, fact: safe } }",
      "- { id: B, title: 乙, points: 2, each: projects, combine: min, indicators: [{ id: C, title: 丙, points: 2, scoring: { rule: flag, fact: safe } }] }",
    ),
    at: '/indicators/0/indicators/0/each 18:39 "each"',
  },
  { code: "each-not-combined", text: eachOf(["each: projects"]), at: '/indicators/0 12:9 "A"' },
  {
    code: "each-not-combined",
    text: eachOf(["each: projects", "combine: sum"]),
    at: '/indicators/0/combine 16:14 "sum"',
  },
  {
    code: "renormalise-needless",
    text: eachOf(["each: projects", "combine: mean", "renormalise: true"]),
    at: '/indicators/0/renormalise 17:5 "renormalise"',
  },
  {
    code: "weight-by-unstated",
    text: eachOf(["each: projects", "combine: weighted_mean"]),
    at: '/indicators/0 12:9 "A"',
  },
  {
    code: "weight-by-unused",
    text: eachOf(
      ["each: projects", "combine: mean", "weight_by: area"],
      safeAnd("area: { type: decimal, each: projects }"),
    ),
    at: '/indicators/0/weight_by 18:5 "weight_by"',
  },
  {
    code: "weight-by-unfit",
    text: eachOf(byArea, safeAnd("area: { type: decimal, range: { above: 0 } }")),
    at: '/indicators/0/weight_by 18:16 "area"',
  },
  {
    code: "weight-by-unfit",
    text: eachOf(byArea, safeAnd("area: { type: boolean, each: projects }")),
    at: '/indicators/0/weight_by 18:16 "area"',
  },
  {
    code: "weight-may-be-zero",
    text: eachOf(byArea, safeAnd("area: { type: decimal, each: projects, range: { at_least: 0 } }")),
    at: '/indicators/0/weight_by 18:16 "area"',
  },
  {
    code: "weight-may-be-zero",
    text: eachOf(byArea, safeAnd("area: { type: integer, each: projects, range: { at_most: -1 } }")),
    at: '/indicators/0/weight_by 18:16 "area"',
  },
  {
    code: "derivation-leaves-instance",
    text: eachOf(
      ["each: projects", "combine: mean"],
      safeAnd("a: { type: decimal, each: projects }\nb: { type: decimal, derive: { sum: [a] } }"),
    ),
    at: '/facts/b/derive/sum/0 12:39 "a"',
  },
  {
    code: "renormalise-unstated",
    text: eachOf(["each: projects", "combine: mean"]).replace("renormalise: true\n", ""),
    at: '/indicators/0 11:9 "A"',
  },
  {
    code: "missing-key",
    text: eachOf(["each: projects", "combine: mean"]).replace("{ title: 在建项目 }", "{}"),
    at: '/instances/projects 8:14 "projects"',
  },
];
