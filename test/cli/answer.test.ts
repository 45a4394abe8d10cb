/** `chengxin answer`: what is said to an objection. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Objection } from "../../src/model/objection.js";
import { type Ended, chengxin, codesOf, findingsIn, patient, workplace } from "./command.js";
import { type Change, factSheet, putRubrics } from "./small.js";

const { path, put } = workplace();

const recorded = async (name: string, change: Change = {}): Promise<string> => {
  const file = path(`${name}.record.json`);
  const facts = put(`${name}.facts.yaml`, factSheet(change));
  expect((await chengxin(["score", facts, "--rubrics", putRubrics(put, "rubrics"), "--record", file])).exit).toBe(0);
  return file;
};
const answer = (...args: string[]): Promise<Ended> => chengxin(["answer", ...args]);

describe.concurrent("an objection", patient, () => {
  test("is answered in a letter, and as JSON: exit 0", async () => {
    const record = await recorded("one", { facts: { staff: "9" } });
    const { exit, stdout, stderr } = await answer(record, "--indicator", "B", "--lang", "en");
    expect([exit, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n")[0]).toBe("Answer on Staff (main/B)");
    expect(stdout).toContain("\nHow they enter the score\n");
    const json = await answer(record, "--indicator", "main/B", "--format", "json", "--lang", "zh");
    const { format, lang, indicator, outcome } = JSON.parse(json.stdout) as Objection;
    expect([json.exit, format, lang, indicator.awarded]).toEqual([0, "chengxin/objection@1", "zh", "5"]);
    expect(outcome.full!.awarded).toBe("10");
  });

  test("with the records of other roles", async () => {
    const [self, audited] = await Promise.all([
      recorded("self"),
      recorded("audited", { facts: { staff: "9" }, sections: { role: "audited" } }),
    ]);
    const { exit, stdout } = await answer(audited, self, "--indicator", "B", "--lang", "en");
    expect(exit).toBe(0);
    expect(stdout).toContain("\n  self 10.00 → audited 5.00 (−5)\n    Staff: 12 → 9\n");
  });

  test("that cannot be answered: exit 2, and 1 where the record was altered", async () => {
    const record = await recorded("refused");
    const altered = put("altered.record.json", readFileSync(record, "utf8").replace("2023-11-10", "2023-11-11"));
    const none = put("none.record.json", "{}");
    const ended = await Promise.all([
      answer(record, "--format", "json"),
      answer(record, "--indicator", "Z", "--format", "json"),
      answer(record, "--indicator", "main", "--format", "json"),
      answer(record, record, "--indicator", "B", "--format", "json"),
      answer(none, "--indicator", "B", "--format", "json"),
      answer(record, altered, "--indicator", "B", "--format", "json"),
    ]);
    expect(ended.map(({ exit, stdout }) => [exit, ...codesOf(findingsIn(stdout))])).toEqual([
      [2, "missing-argument"],
      [2, "unknown-indicator"],
      [2, "indicator-is-group"],
      [2, "not-comparable"],
      [2, "record-refused"],
      [1, "record-refused"],
    ]);
  });
});
