/** `chengxin reexamine`: whether a title is kept. */
import { describe, expect, test } from "vitest";
import type { Reexamination } from "../../src/model/reexamination.js";
import { type Ended, chengxin, codesOf, findingsIn, patient, workplace } from "./command.js";
import { type Change, factSheet, putRubrics } from "./small.js";

const { path, put } = workplace();

const recorded = async (name: string, rubrics: string, change: Change = {}): Promise<string> => {
  const file = path(`${name}.record.json`);
  const facts = put(`${name}.facts.yaml`, factSheet(change));
  expect((await chengxin(["score", facts, "--rubrics", rubrics, "--record", file])).exit).toBe(0);
  return file;
};
const filed = (name: string, change: Change): string => put(`${name}.facts.yaml`, factSheet(change));
const reexamine = (...args: string[]): Promise<Ended> => chengxin(["reexamine", ...args]);

describe.concurrent("a title", patient, () => {
  test("kept and lost are both answers: exit 0", async () => {
    const rubrics = putRubrics(put, "small");
    const record = await recorded("title", rubrics);
    const kept = await reexamine(record, filed("kept", {}), "--rubrics", rubrics, "--lang", "en");
    expect([kept.exit, kept.stdout.split("\n")[0]]).toEqual([
      0,
      "Re-examination: the standard is still met, the title is kept",
    ]);
    const facts = filed("lost", { facts: { registered: "false" } });
    const lost = await reexamine(record, facts, "--rubrics", rubrics, "--format", "json");
    const { format, status, conditions } = JSON.parse(lost.stdout) as Reexamination;
    expect([lost.exit, format, status]).toEqual([0, "chengxin/reexamination@1", "lost"]);
    expect(conditions.filter(({ after }) => after !== "met").map(({ id }) => id)).toEqual(["E1"]);
    const aside = await reexamine(record, facts, "--rubrics", rubrics, "--aside", "passed", "--lang", "zh");
    expect([aside.exit, aside.stdout.split("\n")[0]]).toEqual([0, "复查结果：不再符合认定标准，不能保留称号"]);
  });

  // While the number of staff is open the score is 84 or 89: above 80 either way.
  test("with wrong facts is told all the same: exit 1", async () => {
    const rubrics = putRubrics(put, "wrong");
    const record = await recorded("before", rubrics);
    const ended = await reexamine(
      record,
      filed("wrong-facts", { facts: { staff: "-1" } }),
      "--rubrics",
      rubrics,
      "--lang",
      "en",
    );
    expect([ended.exit, ended.stdout.split("\n")[0]]).toEqual([
      1,
      "Re-examination: the standard is still met, the title is kept",
    ]);
    expect(ended.stderr).toContain("staff");
  });

  test("that there is none of: exit 2", async () => {
    const rubrics = putRubrics(put, "none");
    const failed = await recorded("failed", rubrics, { facts: { registered: "false" } });
    const facts = filed("again", {});
    const none = put("none.record.json", "{}");
    const ended = await Promise.all([
      reexamine(failed, facts, "--rubrics", rubrics, "--format", "json"),
      reexamine(none, facts, "--rubrics", rubrics, "--format", "json"),
      reexamine(failed, "--rubrics", rubrics, "--format", "json"),
      reexamine(failed, facts, facts, "--rubrics", rubrics, "--format", "json"),
    ]);
    expect(ended.map(({ exit, stdout }) => [exit, ...codesOf(findingsIn(stdout))])).toEqual([
      [2, "not-reexaminable"],
      [2, "record-refused"],
      [2, "missing-argument"],
      [2, "too-many-arguments"],
    ]);
  });
});
