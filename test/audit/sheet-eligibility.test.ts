/** The second checker on conditions that sheets bring along. */
import { describe, expect, test } from "vitest";
import { auditRecord, readFactSheet, recordOf } from "../../src/index.js";
import type { ScoreRecord } from "../../src/model/record.js";
import { AS_OF, type Data, compiled, scheme, sheet, worth } from "../helpers/build/rubric.js";

const asks = (id: string, fact: string): Data => ({ id, title: id, require: { fact, at_least: 6 } });
const marks = (id: string, parts: Data = {}): Data =>
  sheet({
    id,
    points: 10,
    floor: 0,
    cap: "points",
    indicators: [worth(`x-${id}`, 10)],
    eligibility: [asks(`E-${id}`, `x-${id}`)],
    ...parts,
  });

const RUBRICS = [
  scheme({
    facts: { two: { type: "boolean" } },
    blend: [
      { id: "base", sheet: "a", weight: 0.5 },
      { id: "more", one_of: ["sector"], weight: 0.5, applies_when: { fact: "two", is: true } },
    ],
    renormalise: true,
    goal: "passed",
    outcomes: [
      { id: "refused", when: { eligibility: "ineligible" } },
      { id: "passed", otherwise: true },
    ],
  }),
  marks("a"),
  marks("b", { category: "sector" }),
];
const FACTS = { "x-a": 8, "x-b": 5, two: true };

function made(facts: Data = FACTS, sheets: Data = { more: "b" }): ScoreRecord {
  const factSheet = readFactSheet({ kind: "facts", scheme: "scheme", as_of: AS_OF, facts, sheets });
  return JSON.parse(JSON.stringify(recordOf(compiled(...RUBRICS), factSheet))) as ScoreRecord;
}

/** The record with one figure changed, or taken away. */
function forged(record: ScoreRecord, path: string, value: unknown): ScoreRecord {
  const keys = path.split("/").slice(1);
  const holder = keys.slice(0, -1).reduce<unknown>((at, key) => (at as Data)[key], record) as {
    [key: string]: unknown;
  };
  holder[keys.at(-1)!] = value;
  return record;
}

const { two: _, ...OPEN } = FACTS;
const E = "/assessment/eligibility";
const SECOND = `${E}/conditions/1`;

describe("holds of an honest record", () => {
  test.each([
    ["one that fails", made(), "ineligible", ["satisfied", "failed"]],
    ["one that no longer counts", made({ ...FACTS, two: false }), "eligible", ["satisfied", "not-applicable"]],
    ["one that may not count", made(OPEN), "undetermined", ["satisfied", "unknown"]],
    ["a sheet that nobody has named", made(FACTS, {}), "undetermined", ["satisfied"]],
  ])("%s", (_case, record, status, statuses) => {
    const { eligibility } = record.assessment;
    expect([eligibility.status, eligibility.conditions.map((each) => each.status)]).toEqual([status, statuses]);
    expect(auditRecord(record).findings).toEqual([]);
  });
});

describe("finds in a forged one", () => {
  test.each([
    ["a failed one said to be met", made(), `${SECOND}/status`, "satisfied", `${SECOND}/status`],
    ["a component said not to apply", made(), `${SECOND}/from/applies`, "no", `${SECOND}/from/applies`],
    ["a component said to be open", made(), `${SECOND}/from/applies`, "open", `${SECOND}/from/applies`],
    [
      "another component, which applies",
      made({ ...FACTS, two: false }),
      `${SECOND}/from/component`,
      "base",
      `${SECOND}/from/applies`,
    ],
    [
      "one of a component that does not apply asked",
      made({ ...FACTS, two: false }),
      `${SECOND}/status`,
      "failed",
      `${SECOND}/status`,
    ],
    ["an open one decided", made(OPEN), `${SECOND}/status`, "failed", `${SECOND}/status`],
    ["the whole said to be met", made(FACTS, {}), `${E}/status`, "eligible", `${E}/status`],
    ["a named sheet said to be open", made(), `${E}/open`, ["more"], `${E}/open`],
    ["an unnamed sheet that brings nothing", made(FACTS, {}), `${E}/open`, undefined, `${E}/status`],
  ])("%s", (_case, record, path, value, found) => {
    const { holds, findings } = auditRecord(forged(record, path, value));
    expect(holds).toBe(false);
    expect(findings.map((each) => each.path)).toContain(found);
  });
});
