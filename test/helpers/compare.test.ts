import { describe, expect, test } from "vitest";
import { compareResults } from "./compare.js";
import { assess } from "./engine.js";
import { consult } from "./oracle/oracle.js";
import { factsOf, schemeOf, sheetOf } from "./oracle/small.js";
import { randomPair } from "./random/pair.js";
import type { Assessment } from "../../src/model/assessment.js";
import type { Pair } from "./random/pair.js";

const flag = (id: string) => ({ id, title: id, points: 5, scoring: { rule: "flag", fact: { type: "boolean" } } });
const pair: Pair = { rubrics: [schemeOf(), sheetOf([flag("A"), flag("B")])], factSheet: factsOf({ A: true }) };

/** Every number, word and flag that the comparison reads, changed one at a time. */
const CHANGES: readonly [string, string][] = [
  ['"status":"open"', '"status":"scored"'],
  ['"least":"50"', '"least":"49.99"'],
  ['"most":"100"', '"most":null'],
  ['"least":"5","most":"10"', '"least":"5","most":"10.00000000000000000000000000000000001"'],
  ['"awarded":{"exact":"5"', '"awarded":{"exact":"5.0000000000000000001"'],
  ['"status":"unknown"', '"status":"invalid"'],
  ['"contribution":"50"', '"contribution":"50.1"'],
  ['"shortfall":"0"', '"shortfall":"1"'],
  ['"available":"5"', '"available":"0"'],
  ['"possible":["pass","fail"]', '"possible":["pass"]'],
  ['"outcome":"undetermined","certain":false', '"outcome":"undetermined","certain":true'],
  ['"threshold":"80"', '"threshold":"80.1"'],
  ['"margin":null', '"margin":"0"'],
  ['"eligibility":{"status":"eligible"', '"eligibility":{"status":"undetermined"'],
  ['"complete":true', '"complete":false'],
];

describe("the comparison", () => {
  test("finds nothing where engine and oracle agree", () => {
    const found = compareResults(assess(pair), consult(pair.rubrics, pair.factSheet));
    expect(found.differences).toEqual([]);
    expect(found.compared).toBeGreaterThan(40);
  });
  test.each(CHANGES)("sees %s become %s", (before, after) => {
    const text = JSON.stringify(assess(pair));
    expect(text).toContain(before);
    const changed: Assessment = JSON.parse(text.replace(before, after));
    expect(compareResults(changed, consult(pair.rubrics, pair.factSheet)).differences.length).toBeGreaterThan(0);
  });
  test("a pair follows from seed and index alone", () => {
    expect(randomPair(7, 3)).toEqual(randomPair(7, 3));
    expect(randomPair(7, 3)).not.toEqual(randomPair(8, 3));
  });
});
