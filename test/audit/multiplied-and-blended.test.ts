/** The second checker on coefficients, and on components outside the weights or that may not apply. */
import { describe, expect, test } from "vitest";
import { auditRecord, readFactSheet, recordOf } from "../../src/index.js";
import type { ScoreRecord } from "../../src/model/record.js";
import { AS_OF, type Data, compiled, out, scheme, sheet, worth } from "../helpers/build/rubric.js";

const size = { type: "choice", options: ["large", "small"] };
const marks = (id: string, parts: Data = {}): Data =>
  sheet({ id, points: 10, floor: 0, cap: "points", indicators: [worth(`x-${id}`, 10)], ...parts });

const RUBRICS = [
  scheme({
    facts: { two: { type: "boolean" } },
    blend: [
      { id: "a", sheet: "a", weight: 0.2 },
      { id: "b", sheet: "b", weight: 0.8, applies_when: { fact: "two", is: true } },
      { id: "good", sheet: "good", counts_as: "bonus" },
      { id: "bad", sheet: "bad", counts_as: "deduction", may_be_not_applicable: true },
    ],
    renormalise: true,
    cap: "points",
    floor: 0,
  }),
  marks("a", { facts: { size }, coefficient: { fact: "size", values: { large: 1.2, small: "0.9" } } }),
  marks("b"),
  marks("good"),
  marks("bad"),
];
const FACTS = { size: "small", "x-a": 8, "x-b": 5, "x-good": 4, "x-bad": 3, two: true };

function made(facts: Data = FACTS, parts: Data = {}): ScoreRecord {
  const factSheet = readFactSheet({ kind: "facts", scheme: "scheme", as_of: AS_OF, facts, ...parts });
  return JSON.parse(JSON.stringify(recordOf(compiled(...RUBRICS), factSheet))) as ScoreRecord;
}

/** The record with one figure changed. */
function forged(record: ScoreRecord, path: string, value: unknown): ScoreRecord {
  const keys = path.split("/").slice(1);
  const holder = keys.slice(0, -1).reduce<unknown>((at, key) => (at as Data)[key], record);
  (holder as { [key: string]: unknown })[keys.at(-1)!] = value;
  return record;
}

const A = "/assessment/components/0/root";
const { "x-bad": _, two: __, ...OPEN } = FACTS;

describe("holds of an honest record", () => {
  test.each([
    ["all applies", made(), "55.4"], // 7.2 × 2 + 5 × 8 + 4 − 3
    ["one does not, and leaves its weight", made({ ...FACTS, two: false }), "73"], // 7.2 × 10 + 4 − 3
    ["no deduction", made(FACTS, { not_applicable: out("bad") }), "58.4"],
    ["what applies is open", made(OPEN), null],
  ])("%s", (_case, record, exact) => {
    expect(record.assessment.score.exact).toBe(exact);
    expect(auditRecord(record).findings).toEqual([]);
  });

  test("with the ends of an open score followed, not taken", () => {
    const { bounds } = made(OPEN).assessment.score;
    // 54.4 + 4 − 10 and 72 + 4.
    expect(bounds).toEqual({ least: "48.4", most: "76", tight: false });
  });
});

describe("finds in a forged one", () => {
  test.each([
    ["another factor for the size that is given", made(), `${A}/coefficient/values/1/times`, "1", `${A}/steps`],
    ["another product", made(), `${A}/awarded/exact`, "8", `${A}/awarded/exact`],
    ["a heavier weight", made(), "/assessment/components/1/weight", "0.9", "/assessment/components/1/root/factor"],
    ["a deduction that adds", made(), "/assessment/components/3/countsAs", "bonus", "/assessment/score/exact"],
    [
      "a component said not to apply",
      made(),
      "/assessment/components/1/root/status",
      "not-applicable",
      "/assessment/components/1/root",
    ],
    ["a lower end", made(OPEN), "/assessment/score/bounds/least", "50", "/assessment/score/bounds/least"],
    ["an upper end", made(OPEN), "/assessment/score/bounds/most", "80", "/assessment/score/bounds/most"],
    ["a factor of what is open", made(OPEN), `${A}/factor`, "10", `${A}/factor`],
  ])("%s", (_case, record, path, value, found) => {
    const paths = auditRecord(forged(record, path, value)).findings.map((finding) => finding.path);
    expect(paths.filter((each) => each.startsWith(found))).not.toEqual([]);
  });
});
