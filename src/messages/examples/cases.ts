/** An example of every code of golden cases. */
import type { CaseCode } from "../../model/codes.js";
import type { Example, Parts } from "./example.js";

const cases = (...lines: readonly string[]): Parts => ({
  cases: ["cases:", ...lines.map((line) => `  - ${line}`)].join("\n"),
});

export const caseExamples: Readonly<Record<CaseCode, Example>> = {
  "case-name-twice": {
    bad: cases(
      "{ name: 合同履约, given: { facts: { ok: true } }, expect: { score: 100 } }",
      "{ name: 合同履约, given: { facts: { ok: false } }, expect: { score: 0 } }",
    ),
    good: cases(
      "{ name: 合同全部履行, given: { facts: { ok: true } }, expect: { score: 100 } }",
      "{ name: 合同没有履行, given: { facts: { ok: false } }, expect: { score: 0 } }",
    ),
  },
  "case-expects-nothing": {
    bad: cases("{ name: 合同全部履行, given: { facts: { ok: true } }, expect: {} }"),
    good: cases("{ name: 合同全部履行, given: { facts: { ok: true } }, expect: { outcome: passed } }"),
  },
  "expected-of-a-sheet": {
    bad: {
      cases: `sheet: s
cases:
  - { name: 合同全部履行, given: { facts: { ok: true } }, expect: { score: 2, outcome: passed } }`,
    },
    good: {
      cases: `scheme: p
cases:
  - { name: 合同全部履行, given: { facts: { ok: true } }, expect: { score: 100, outcome: passed } }`,
    },
  },
  "expected-unknown": {
    bad: cases("{ name: 合同全部履行, given: { facts: { ok: true } }, expect: { outcome: pased } }"),
    good: cases("{ name: 合同全部履行, given: { facts: { ok: true } }, expect: { outcome: passed } }"),
  },
  "case-differs": {
    bad: cases("{ name: 合同全部履行, given: { facts: { ok: true } }, expect: { indicators: { A: 1.5 } } }"),
    good: cases("{ name: 合同全部履行, given: { facts: { ok: true } }, expect: { indicators: { A: 2 } } }"),
  },
};
