/** For every code that a fact sheet can get: a fact sheet with that one mistake. */
import { type Bad } from "./bad-rubrics.js";
import { factsWith } from "./documents.js";

/** Nothing can be scored: there is no fact sheet. */
export const noFactSheets: readonly Bad[] = [
  { code: "unknown-key", text: factsWith("fact: {}"), at: '/fact 4:1 "fact"' },
  { code: "unknown-key", text: factsWith("__proto__: {}"), at: '/__proto__ 4:1 "__proto__"' },
  { code: "missing-key", text: "kind: facts\nas_of: 2023-11-10\n", at: ' 1:7 "facts"' },
  { code: "missing-key", text: "kind: facts\nscheme: p\n", at: ' 1:7 "facts"' },
  { code: "missing-key", text: "scheme: p\nas_of: 2023-11-10\n", at: ' 1:1 "scheme"' },
  { code: "is-a-rubric", text: "kind: sheet\nid: s\npoints: 2\n", at: '/kind 1:7 "sheet"' },
  { code: "is-a-rubric", text: "kind: scheme\nid: p\nblend: []\n", at: '/kind 1:7 "scheme"' },
  { code: "not-one-of", text: "kind: fact\nscheme: p\nas_of: 2023-11-10\n", at: '/kind 1:7 "fact"' },
  { code: "impossible-date", text: "kind: facts\nscheme: p\nas_of: 2023-11-31\n", at: '/as_of 3:8 "2023-11-31"' },
  { code: "not-a-date", text: "kind: facts\nscheme: p\nas_of: 今天\n", at: '/as_of 3:8 "今天"' },
  { code: "empty-value", text: "kind: facts\nscheme: p\nas_of:\n", at: '/as_of 3:1 "as_of"' },
  { code: "scheme-reference", text: "kind: facts\nscheme: p@1@2\nas_of: 2023-11-10\n", at: '/scheme 2:9 "p@1@2"' },
  { code: "empty-text", text: "kind: facts\nscheme: p@\nas_of: 2023-11-10\n", at: '/scheme 2:9 "p@"' },
];

/** One entry is wrong; the rest can be scored. */
export const badFacts: readonly Bad[] = [
  { code: "fact-empty", text: factsWith("facts: { a: ~ }"), at: '/facts/a 4:10 "a"' },
  { code: "fact-empty", text: factsWith("facts: { a: { value: , note: 无 } }"), at: '/facts/a/value 4:15 "value"' },
  { code: "fact-not-wrapped", text: factsWith("facts: { a: { amount: 5 } }"), at: '/facts/a 4:10 "a"' },
  {
    code: "value-and-missing",
    text: factsWith("facts: { a: { value: 5, missing: true } }"),
    at: '/facts/a/missing 4:25 "missing"',
  },
  { code: "only-true", text: factsWith("facts: { a: { missing: false } }"), at: '/facts/a/missing 4:24 "false"' },
  {
    code: "unknown-key",
    text: factsWith("facts: { a: { value: 5, evidense: [d] } }"),
    at: '/facts/a/evidense 4:25 "evidense"',
  },
  { code: "not-a-list", text: factsWith("facts: { a: { value: 5, evidence: d } }"), at: '/facts/a/evidence 4:35 "d"' },
  {
    code: "not-a-digest",
    text: factsWith("facts: { a: { value: 5, record: 9f86d081 } }"),
    at: '/facts/a/record 4:33 "9f86d081"',
  },
  { code: "not-a-mapping", text: factsWith("facts: [a]"), at: '/facts 4:8 "[a]"' },
  { code: "missing-key", text: factsWith("judgements: { D1: { points: 1, by: 甲 } }"), at: '/judgements/D1 4:15 "D1"' },
  { code: "empty-value", text: factsWith("judgements: { D1: }"), at: '/judgements/D1 4:15 "D1"' },
  { code: "missing-key", text: factsWith("not_applicable: { B1: { by: 甲 } }"), at: '/not_applicable/B1 4:19 "B1"' },
  { code: "not-a-list", text: factsWith("materials: { M1: doc }"), at: '/materials/M1 4:18 "doc"' },
  { code: "not-yes-or-no", text: factsWith("closed: 是"), at: '/closed 4:9 "是"' },
  { code: "unknown-key", text: factsWith("subject: { nam: 甲 }"), at: '/subject/nam 4:12 "nam"' },
  { code: "not-text", text: factsWith("sheets: { sector: true }"), at: '/sheets/sector 4:19 "true"' },
  {
    code: "not-a-list",
    text: factsWith("instances: { projects: 3 }"),
    at: '/instances/projects 4:24 "3"',
  },
  {
    code: "too-many-instances",
    text: factsWith(`instances: { projects: [${Array.from({ length: 1001 }, (_, i) => `{ id: p${i} }`).join(", ")}] }`),
    at: '/instances/projects 4:14 "projects"',
  },
  {
    code: "duplicate-id",
    text: factsWith("instances: { projects: [{ id: a }, { id: b }, { id: a }] }"),
    at: '/instances/projects/2/id 4:53 "a"',
  },
  {
    code: "missing-key",
    text: factsWith("instances: { projects: [{ facts: { ok: true } }] }"),
    at: '/instances/projects/0 4:27 "facts"',
  },
];
