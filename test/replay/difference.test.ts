/** Two records: by indicator, which adds up, and by cause, step by step. */
import { describe, expect, test } from "vitest";
import {
  type RecordDifference,
  type ScoreRecord,
  compileScheme,
  diffRecords,
  parseFactSheet,
  parseRubric,
  recordOf,
} from "../../src/index.js";
import type { Assessment } from "../../src/model/assessment.js";
import { nodeDifferences } from "../../src/replay/by-node.js";
import { renderRecordDifference } from "../../src/render/difference.js";
import { assess } from "../helpers/engine.js";
import { equal, print, spelled, sub, total } from "../helpers/oracle/rational.js";
import { randomPair } from "../helpers/random/pair.js";
import { randomRecord } from "../helpers/random/record.js";

const SHEET = `kind: sheet
id: shop
version: "1"
title: 商店指标
points: 100
facts:
  rate: { type: decimal, range: { at_least: 0, at_most: 100 } }
  permit: { type: boolean }
  opened: { type: date }
  years: { type: integer, range: { at_least: 0 }, derive: { full_years_since: opened } }
indicators:
  - id: A
    title: 履约
    points: 70
    indicators:
      - { id: A1, title: 履约率, points: 60, scoring: { rule: linear, fact: rate, knots: [ { at: 0, points: 0 }, { at: 100, points: 60 } ], beyond: clip } }
      - { id: A2, title: 许可, points: 10, scoring: { rule: flag, fact: permit } }
  - id: B
    title: 年限
    points: 30
    round: { places: 0, mode: half-up }
    indicators:
      - { id: B1, title: 年限, points: 30, scoring: { rule: tiers, fact: years, tiers: [ { at_least: 5, points: 30 }, { below: 5, points: 12.5 } ] } }
`;

const SCHEME = `kind: scheme
id: shops
version: "1"
title: 诚信商店
points: 100
blend: [ { id: main, sheet: shop, weight: 1 } ]
roles: [self, audited]
later_may_raise: true
goal: passed
outcomes:
  - { id: passed, when: { score: { at_least: 80 } } }
  - { id: failed, otherwise: true }
`;

const FACTS = `kind: facts
scheme: shops
as_of: 2024-05-20
role: self
subject: { name: 街角书店 }
facts: { rate: 90, permit: true, opened: 2019-06-01 }
`;

const record = (facts = FACTS, sheet = SHEET): ScoreRecord =>
  JSON.parse(
    JSON.stringify(recordOf(compileScheme([parseRubric(sheet), parseRubric(SCHEME)], "shops"), parseFactSheet(facts))),
  ) as ScoreRecord;

function difference(before: unknown, after: unknown): RecordDifference {
  const diff = diffRecords(before, after);
  if (!diff.success) throw new Error(`${diff.before} ${diff.after}`);
  return diff.difference;
}

const steps = ({ steps: all }: RecordDifference): unknown =>
  all.map(({ causes, points, before, after }) => [
    causes.join("+"),
    points,
    before.score.exact,
    after.score.exact,
    after.outcome,
  ]);

/** A1 gives 50 where it gave 60, A2 20 where it gave 10. */
const REWEIGHED = SHEET.replace("points: 60, scoring", "points: 50, scoring")
  .replace("{ at: 100, points: 60 }", "{ at: 100, points: 50 }")
  .replace("points: 10, scoring", "points: 20, scoring");
const LATER = FACTS.replace("rate: 90", "rate: 80")
  .replace("2024-05-20", "2024-06-01")
  .replace("role: self", "role: audited");

describe("the difference of two records", () => {
  test("by cause: facts, then rubric, then date and role, each from where the one before ended", () => {
    const found = difference(record(), record(LATER, REWEIGHED));
    // 54 + 10 + 13; the new facts 48 + 10 + 13; the new rubric 40 + 20 + 13; five full years 40 + 20 + 30.
    expect(steps(found)).toEqual([
      ["facts", "-6", "77", "71", "failed"],
      ["rubric", "2", "71", "73", "failed"],
      ["date-and-role", "17", "73", "90", "passed"],
    ]);
    expect(found.total).toBe("13");
    expect(found.steps.map(({ stated }) => stated.map(({ kind, id }) => `${kind} ${id}`))).toEqual([
      ["fact rate"],
      ["sheet shop"],
      ["as-of as_of", "role role"],
    ]);
    expect(found.steps[0]!.stated[0]).toEqual({ kind: "fact", id: "rate", before: "90", after: "80" });
  });

  test("a changed rubric is told by what it makes different, as `replay` tells it", () => {
    const [step] = difference(record(), record(FACTS, REWEIGHED)).steps;
    // With the story of either side, which `replay` is asked about.
    expect(step!.origins).toMatchObject([
      { id: "main/A1", kind: "node", recorded: "54 / 60", replayed: "45 / 50" },
      { id: "main/A2", kind: "node", recorded: "10 / 10", replayed: "20 / 20" },
    ]);
  });

  test("by indicator: leaves, and what a group did beside adding up", () => {
    const { changes, groups, total: whole } = difference(record(), record(LATER));
    expect(changes.map(({ kind, subject, within, points }) => [kind, subject, within, points])).toEqual([
      ["indicator", "main/A1", "main/A", "-6"],
      ["indicator", "main/B1", "main/B", "17.5"],
      ["adjustments", "main/B", "main/B", "-0.5"], // 12.5 was rounded to 13
    ]);
    expect(groups.map(({ subject, points }) => [subject, points])).toEqual([
      ["main", "11"],
      ["main/A", "-6"],
      ["main/B", "17"],
    ]);
    expect(whole).toBe("11");
  });

  test("indicators that only one side has count in full", () => {
    const renamed = SHEET.replace("id: A2", "id: A3");
    const { changes, total: whole } = difference(record(), record(FACTS, renamed));
    expect(
      changes.map(({ subject, presence, before, after, points }) => [subject, presence, before, after, points]),
    ).toEqual([
      ["main/A2", "removed", "10", null, "-10"],
      ["main/A3", "added", null, "10", "10"],
    ]);
    expect(whole).toBe("0");
  });

  test("new facts that the old rubric does not know: facts and rubric are one step, and why", () => {
    const asked = SHEET.replace("fact: permit", "fact: licence").replace("permit:", "licence:");
    const found = difference(record(), record(FACTS.replace("permit: true", "licence: false"), asked));
    expect(steps(found)).toEqual([["facts+rubric", "-10", "77", "67", "failed"]]);
    expect(found.steps[0]!.joined).toMatchObject({ reason: "findings", findings: [{ code: "fact-undeclared" }] });
  });

  test("new facts that leave the old rubric without a score: one step too", () => {
    const fewer = SHEET.replace("  permit: { type: boolean }\n", "").replace(
      "rule: flag, fact: permit",
      "rule: tiers, fact: years, tiers: [ { at_least: 0, points: 4 } ]",
    );
    const without = FACTS.replace("permit: true, ", "");
    const found = difference(record(), record(without, fewer));
    expect(steps(found)).toEqual([["facts+rubric", "-6", "77", "71", "failed"]]);
    expect(found.steps[0]!.joined).toEqual({ reason: "open", findings: [] });
  });

  test("an open score has no difference, and its steps still tell what changed", () => {
    const found = difference(record(FACTS.replace("rate: 90, ", "")), record());
    expect([found.total, steps(found)]).toEqual([null, [["facts", null, null, "77", "failed"]]]);
  });

  test("a record and itself: nothing", () => {
    const { changes, groups, steps: none, total: whole } = difference(record(), record());
    expect([changes, groups, none, whole]).toEqual([[], [], [], "0"]);
  });

  test("what does not hold by itself is not compared", () => {
    const altered = JSON.parse(JSON.stringify(record()).replace('"exact":"77"', '"exact":"78"')) as unknown;
    expect(diffRecords(altered, record())).toEqual({ success: false, before: "RECORD_ALTERED", after: "MATCH" });
    expect(diffRecords(record(), null)).toEqual({ success: false, before: "MATCH", after: "UNSUPPORTED" });
  });

  test("in words", () => {
    const text = renderRecordDifference(difference(record(), record(LATER, REWEIGHED)), "en");
    expect(text.split("\n").slice(0, 8)).toEqual([
      "old: shops 1  2024-05-20  self  77, failed, eligible",
      "new: shops 1  2024-06-01  audited  90, passed, eligible",
      "difference of the scores: +13",
      "",
      "by cause, one after the other:",
      "  facts: −6",
      "    77, failed, eligible → 71, failed, eligible",
      "    fact rate: 90 → 80",
    ]);
    expect(renderRecordDifference(difference(record(), record()), "zh")).toContain("各指标的得分都相同。");
  });
});

describe("random records", () => {
  type Parts = Pick<RecordDifference, "changes" | "groups">;
  const points = (parts: readonly { readonly points: string | null }[]) =>
    total(parts.map((part) => spelled(part.points ?? "0")));

  /** What breaks the law of adding up: of the whole, and at every group. */
  function broken({ changes, groups }: Parts, before: string, after: string): readonly string[] {
    const whole = sub(spelled(after), spelled(before));
    const found: string[] = [];
    if (!equal(points(changes), whole)) found.push(`changes make ${print(points(changes))}, not ${print(whole)}`);
    for (const { subject, within, points: own } of groups) {
      const way = within === "" ? subject : `${within}/${subject.slice(subject.indexOf("/") + 1)}`;
      const inside = [changes, groups].flatMap((list) => list.filter((part) => part.within === way));
      if (!equal(points(inside), spelled(own ?? "0"))) found.push(`${way} is ${own}, not ${print(points(inside))}`);
    }
    return found;
  }

  /** Two rubrics of the same names, and whatever fact sheets: most of the tree is added, removed, or scored otherwise. */
  test("add up, of the whole and at every group", { timeout: 120_000 }, () => {
    const found: string[] = [];
    let met = 0;
    let before: Assessment | undefined;
    for (let index = 0; met < 30 && index < 1000; index += 1) {
      const after = scoredPair(index);
      if (!after) continue;
      if (before) {
        met += 1;
        const law = broken(nodeDifferences(before, after), before.score.exact!, after.score.exact!);
        found.push(...law.map((each) => `${index}: ${each}`));
      }
      before = after;
    }
    expect([found.slice(0, 10), met]).toEqual([[], 30]);
  });

  function scoredPair(index: number): Assessment | undefined {
    try {
      const assessment = assess(randomPair(515, index));
      return assessment.score.exact === null ? undefined : assessment;
    } catch {
      // Some of a thousand random rubrics are none.
      return undefined;
    }
  }

  test("step by step come to the whole, and differ from themselves in nothing", { timeout: 120_000 }, () => {
    let before: ScoreRecord | undefined;
    for (let index = 0; index < 12; index += 1) {
      const after = randomRecord(516, index);
      if (!after) continue;
      const same = difference(after, after);
      expect([same.changes, same.steps]).toEqual([[], []]);
      const found = difference(before ?? after, after);
      const open = found.total === null;
      expect(open || print(points(found.steps)) === print(spelled(found.total!))).toBe(true);
      before = after;
    }
  });
});
