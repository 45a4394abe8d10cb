import { describe, expect, test } from "vitest";
import { type Data, leafScorer } from "../helpers/build/rubric.js";
import { told } from "./telling.js";

const YES_NO = {
  a: { type: "boolean", title: { zh: "有制度", en: "a policy" } },
  b: { type: "boolean", title: { zh: "有台账", en: "a ledger" } },
  c: { type: "boolean" },
};
const items = (rule: Data): ReturnType<typeof leafScorer> =>
  leafScorer({ floor: "none", cap: "none", scoring: { rule: "checklist", ...rule } }, YES_NO);
const facts = (a: unknown, b: unknown, c: unknown): Data => ({ facts: { a, b, c } });

describe("checklist", () => {
  test("a sum: what each item is worth, as results spell it", () => {
    const sum = items({
      mode: "sum",
      items: [
        { fact: "a", points: 5 },
        { fact: "b", points: "3.50" },
        { fact: "c", points: -2 },
      ],
    });
    expect(told(sum, facts(true, true, true))).toEqual({
      zh: [
        "3 项中 3 项为“是” → 5 + 3.5 − 2 = 6.5 → 6.5 / 10 分 → 计入总分 6.5",
        "有制度：是，+5",
        "有台账：是，+3.5",
        "c：是，−2",
      ],
      en: [
        "3 of 3 items: yes → 5 + 3.5 − 2 = 6.5 → 6.5 of 10 points → 6.5 in the score",
        "a policy: yes, +5",
        "a ledger: yes, +3.5",
        "c: yes, −2",
      ],
    });
    expect(told(sum, facts(false, true, false))).toEqual({
      zh: ["3 项中 1 项为“是” → 3.5 → 3.5 / 10 分 → 计入总分 3.5", "有制度：否，+0", "有台账：是，+3.5", "c：否，+0"],
      en: [
        "1 of 3 items: yes → 3.5 → 3.5 of 10 points → 3.5 in the score",
        "a policy: no, +0",
        "a ledger: yes, +3.5",
        "c: no, +0",
      ],
    });
    expect(told(sum, facts(false, false, false))).toEqual({
      zh: ["3 项中 0 项为“是” → 0 → 0 / 10 分 → 计入总分 0", "有制度：否，+0", "有台账：否，+0", "c：否，+0"],
      en: [
        "0 of 3 items: yes → 0 → 0 of 10 points → 0 in the score",
        "a policy: no, +0",
        "a ledger: no, +0",
        "c: no, +0",
      ],
    });
  });

  test("per item that holds", () => {
    expect(told(items({ mode: "per_item", each: "2.50", items: ["a", "b", "c"] }), facts(true, false, true))).toEqual({
      zh: ["3 项中 2 项为“是” → 0 + 2 × 2.5 = 5 → 5 / 10 分 → 计入总分 5", "有制度：是", "有台账：否", "c：是"],
      en: [
        "2 of 3 items: yes → 0 + 2 × 2.5 = 5 → 5 of 10 points → 5 in the score",
        "a policy: yes",
        "a ledger: no",
        "c: yes",
      ],
    });
  });

  test("per item that does not hold, taken from a start", () => {
    const unmet = items({ mode: "per_item", start: 10, each: -4, count: "unmet", items: ["a", "b", "c"] });
    expect(told(unmet, facts(true, false, false))).toEqual({
      zh: ["3 项中 2 项为“否” → 10 − 2 × 4 = 2 → 2 / 10 分 → 计入总分 2", "有制度：是", "有台账：否", "c：否"],
      en: [
        "2 of 3 items: no → 10 − 2 × 4 = 2 → 2 of 10 points → 2 in the score",
        "a policy: yes",
        "a ledger: no",
        "c: no",
      ],
    });
    expect(told(unmet, facts(true, true, true))).toEqual({
      zh: ["3 项中 0 项为“否” → 10 − 0 × 4 = 10 → 10 / 10 分 → 计入总分 10", "有制度：是", "有台账：是", "c：是"],
      en: [
        "0 of 3 items: no → 10 − 0 × 4 = 10 → 10 of 10 points → 10 in the score",
        "a policy: yes",
        "a ledger: yes",
        "c: yes",
      ],
    });
  });

  test("a ladder over how many hold", () => {
    const ladder = items({
      mode: "ladder",
      items: ["a", "b", "c"],
      tiers: [
        { at_least: 3, points: 10 },
        { at_least: 1, below: 3, points: 4 },
        { below: 1, points: 0 },
      ],
    });
    expect(told(ladder, facts(true, false, true))).toEqual({
      zh: ["3 项中 2 项为“是” → [1, 3) 档 → 4 / 10 分 → 计入总分 4", "有制度：是", "有台账：否", "c：是"],
      en: [
        "2 of 3 items: yes → tier [1, 3) → 4 of 10 points → 4 in the score",
        "a policy: yes",
        "a ledger: no",
        "c: yes",
      ],
    });
    expect(told(ladder, facts(true, true, true))).toEqual({
      zh: ["3 项中 3 项为“是” → ≥ 3 档 → 10 / 10 分 → 计入总分 10", "有制度：是", "有台账：是", "c：是"],
      en: [
        "3 of 3 items: yes → tier ≥ 3 → 10 of 10 points → 10 in the score",
        "a policy: yes",
        "a ledger: yes",
        "c: yes",
      ],
    });
  });

  test("a single item is one item", () => {
    expect(told(items({ mode: "per_item", each: 10, items: ["a"] }), { facts: { a: true } })).toEqual({
      zh: ["1 项中 1 项为“是” → 0 + 1 × 10 = 10 → 10 / 10 分 → 计入总分 10", "有制度：是"],
      en: ["1 of 1 item: yes → 0 + 1 × 10 = 10 → 10 of 10 points → 10 in the score", "a policy: yes"],
    });
    expect(told(items({ mode: "per_item", each: 10, count: "unmet", items: ["a"] }), { facts: { a: true } })).toEqual({
      zh: ["1 项中 0 项为“否” → 0 + 0 × 10 = 0 → 0 / 10 分 → 计入总分 0", "有制度：是"],
      en: ["0 of 1 item: no → 0 + 0 × 10 = 0 → 0 of 10 points → 0 in the score", "a policy: yes"],
    });
  });
});

const PENALTIES = {
  type: "events",
  kinds: { warning: { zh: "警告", en: "a warning" }, fine: { zh: "罚款", en: "a fine" }, other: "other" },
  fields: {
    amount: { type: "decimal", unit: "元", title: { zh: "金额", en: "amount" }, range: { at_least: 0 } },
    own_fault: { type: "boolean", title: { zh: "本企业责任", en: "own fault" }, optional: true },
  },
};

const penalties = (rule: Data = {}): ReturnType<typeof leafScorer> =>
  leafScorer({
    floor: "none",
    cap: "none",
    scoring: {
      rule: "events",
      fact: PENALTIES,
      start: "full",
      points: [
        { kind: "warning", points: "-0.50" },
        { kind: "fine", when: { field: "amount", at_least: 10000 }, points: -3 },
        { kind: "fine", points: 0 },
      ],
      ...rule,
    },
  });

const entry = (date: string, kind: string, amount: number, more: Data = {}): Data => ({ date, kind, amount, ...more });
const list = (...entries: readonly Data[]): Data => ({ facts: { L: entries } });

describe("events", () => {
  test("none at all", () => {
    expect(told(penalties(), list())).toEqual({
      zh: ["0 条记录 → 从 10 分起 → 没有要加减的记录 → 10 / 10 分 → 计入总分 10"],
      en: ["0 entries → from 10 points → no entry changes it → 10 of 10 points → 10 in the score"],
    });
  });

  test("entries that count, each with what it says; a line worth 0; an entry of no line", () => {
    expect(
      told(
        penalties(),
        list(
          entry("2023-05-01", "warning", 0),
          entry("2022-03-05", "fine", 20000, { own_fault: true }),
          entry("2022-03-06", "fine", 100, { own_fault: false }),
          entry("2022-03-07", "other", 5),
        ),
      ),
    ).toEqual({
      zh: [
        "4 条记录 → 从 10 分起 → 10 − 0.5 − 3 = 6.5 → 6.5 / 10 分 → 计入总分 6.5",
        "2023-05-01 警告（金额：0 元）：−0.5",
        "2022-03-05 罚款（金额：20000 元；本企业责任：是）：−3",
        "2022-03-06 罚款（金额：100 元；本企业责任：否）：+0",
        "2022-03-07 other（金额：5 元）：没有对应的分值，计 0",
      ],
      en: [
        "4 entries → from 10 points → 10 − 0.5 − 3 = 6.5 → 6.5 of 10 points → 6.5 in the score",
        "2023-05-01 a warning (amount: 0 元): −0.5",
        "2022-03-05 a fine (amount: 20000 元; own fault: yes): −3",
        "2022-03-06 a fine (amount: 100 元; own fault: no): +0",
        "2022-03-07 other (amount: 5 元): no line of the rule fits, counts 0",
      ],
    });
  });

  test("outside the window, filtered out, after the as-of date", () => {
    const score = penalties({
      within: { last: { years: 1 }, first_day: "out" },
      where: { field: "own_fault", is: true },
    });
    expect(
      told(
        score,
        list(
          entry("2023-05-01", "warning", 0, { own_fault: true }),
          entry("2022-03-05", "warning", 0, { own_fault: true }),
          entry("2023-05-02", "warning", 0, { own_fault: false }),
          entry("2023-11-11", "warning", 0, { own_fault: true }),
        ),
      ),
    ).toEqual({
      zh: [
        "4 条记录 → 从 10 分起 → 10 − 0.5 = 9.5 → 9.5 / 10 分 → 计入总分 9.5",
        "2023-05-01 警告（金额：0 元；本企业责任：是）：−0.5",
        "2022-03-05 警告（金额：0 元；本企业责任：是）：不在近 1 年内（2022-11-11 至 2023-11-10），不计",
        "2023-05-02 警告（金额：0 元；本企业责任：否）：不属于本企业责任为“是”的记录，不计",
        "2023-11-11 警告（金额：0 元；本企业责任：是）：晚于评价日，不计",
      ],
      en: [
        "4 entries → from 10 points → 10 − 0.5 = 9.5 → 9.5 of 10 points → 9.5 in the score",
        "2023-05-01 a warning (amount: 0 元; own fault: yes): −0.5",
        "2022-03-05 a warning (amount: 0 元; own fault: yes): not in the last year (2022-11-11 to 2023-11-10), does not count",
        "2023-05-02 a warning (amount: 0 元; own fault: no): not one where own fault is `yes`, does not count",
        "2023-11-11 a warning (amount: 0 元; own fault: yes): after the as-of date, does not count",
      ],
    });
  });

  test("a start of zero, and entries that bring points", () => {
    const prizes = penalties({ start: "zero", points: [{ points: "1.50" }] });
    expect(told(prizes, list(entry("2023-05-01", "other", 0), entry("2023-05-02", "other", 0)))).toEqual({
      zh: [
        "2 条记录 → 从 0 分起 → 0 + 1.5 + 1.5 = 3 → 3 / 10 分 → 计入总分 3",
        "2023-05-01 other（金额：0 元）：+1.5",
        "2023-05-02 other（金额：0 元）：+1.5",
      ],
      en: [
        "2 entries → from 0 points → 0 + 1.5 + 1.5 = 3 → 3 of 10 points → 3 in the score",
        "2023-05-01 other (amount: 0 元): +1.5",
        "2023-05-02 other (amount: 0 元): +1.5",
      ],
    });
    expect(told(penalties({ start: 1 }), list())).toEqual({
      zh: ["0 条记录 → 从 1 分起 → 没有要加减的记录 → 1 / 10 分 → 计入总分 1"],
      en: ["0 entries → from 1 point → no entry changes it → 1 of 10 points → 1 in the score"],
    });
  });

  test("every kind of window", () => {
    const old = list(entry("2001-01-01", "other", 0));
    const within = (window: Data): unknown => told(penalties({ within: window }), old);
    expect(within({ last: { years: 3 }, first_day: "counts" })).toEqual({
      zh: [
        "1 条记录 → 从 10 分起 → 没有要加减的记录 → 10 / 10 分 → 计入总分 10",
        "2001-01-01 other（金额：0 元）：不在近 3 年内（2020-11-10 至 2023-11-10），不计",
      ],
      en: [
        "1 entry → from 10 points → no entry changes it → 10 of 10 points → 10 in the score",
        "2001-01-01 other (amount: 0 元): not in the last 3 years (2020-11-10 to 2023-11-10), does not count",
      ],
    });
    expect(within({ last: { months: 1 }, first_day: "counts" })).toEqual({
      zh: [
        "1 条记录 → 从 10 分起 → 没有要加减的记录 → 10 / 10 分 → 计入总分 10",
        "2001-01-01 other（金额：0 元）：不在近 1 个月内（2023-10-10 至 2023-11-10），不计",
      ],
      en: [
        "1 entry → from 10 points → no entry changes it → 10 of 10 points → 10 in the score",
        "2001-01-01 other (amount: 0 元): not in the last month (2023-10-10 to 2023-11-10), does not count",
      ],
    });
    expect(within({ last: { months: 18 }, first_day: "out" })).toEqual({
      zh: [
        "1 条记录 → 从 10 分起 → 没有要加减的记录 → 10 / 10 分 → 计入总分 10",
        "2001-01-01 other（金额：0 元）：不在近 18 个月内（2022-05-11 至 2023-11-10），不计",
      ],
      en: [
        "1 entry → from 10 points → no entry changes it → 10 of 10 points → 10 in the score",
        "2001-01-01 other (amount: 0 元): not in the last 18 months (2022-05-11 to 2023-11-10), does not count",
      ],
    });
    expect(within({ last: { days: 30 }, first_day: "out" })).toEqual({
      zh: [
        "1 条记录 → 从 10 分起 → 没有要加减的记录 → 10 / 10 分 → 计入总分 10",
        "2001-01-01 other（金额：0 元）：不在近 30 日内（2023-10-12 至 2023-11-10），不计",
      ],
      en: [
        "1 entry → from 10 points → no entry changes it → 10 of 10 points → 10 in the score",
        "2001-01-01 other (amount: 0 元): not in the last 30 days (2023-10-12 to 2023-11-10), does not count",
      ],
    });
    expect(within({ calendar_years: 2, including_current: true })).toEqual({
      zh: [
        "1 条记录 → 从 10 分起 → 没有要加减的记录 → 10 / 10 分 → 计入总分 10",
        "2001-01-01 other（金额：0 元）：不在本年度在内的 2 个自然年度内（2022-01-01 至 2023-11-10），不计",
      ],
      en: [
        "1 entry → from 10 points → no entry changes it → 10 of 10 points → 10 in the score",
        "2001-01-01 other (amount: 0 元): not in the last 2 calendar years, the current one included (2022-01-01 to 2023-11-10), does not count",
      ],
    });
    expect(within({ calendar_years: 2, including_current: false })).toEqual({
      zh: [
        "1 条记录 → 从 10 分起 → 没有要加减的记录 → 10 / 10 分 → 计入总分 10",
        "2001-01-01 other（金额：0 元）：不在本年度之前的 2 个自然年度内（2021-01-01 至 2022-12-31），不计",
      ],
      en: [
        "1 entry → from 10 points → no entry changes it → 10 of 10 points → 10 in the score",
        "2001-01-01 other (amount: 0 元): not in the 2 calendar years before the current one (2021-01-01 to 2022-12-31), does not count",
      ],
    });
    expect(within({ calendar_years: 1, including_current: true })).toEqual({
      zh: [
        "1 条记录 → 从 10 分起 → 没有要加减的记录 → 10 / 10 分 → 计入总分 10",
        "2001-01-01 other（金额：0 元）：不在本自然年度内（2023-01-01 至 2023-11-10），不计",
      ],
      en: [
        "1 entry → from 10 points → no entry changes it → 10 of 10 points → 10 in the score",
        "2001-01-01 other (amount: 0 元): not in the current calendar year (2023-01-01 to 2023-11-10), does not count",
      ],
    });
    expect(within({ calendar_years: 1, including_current: false })).toEqual({
      zh: [
        "1 条记录 → 从 10 分起 → 没有要加减的记录 → 10 / 10 分 → 计入总分 10",
        "2001-01-01 other（金额：0 元）：不在上一自然年度内（2022-01-01 至 2022-12-31），不计",
      ],
      en: [
        "1 entry → from 10 points → no entry changes it → 10 of 10 points → 10 in the score",
        "2001-01-01 other (amount: 0 元): not in the calendar year before the current one (2022-01-01 to 2022-12-31), does not count",
      ],
    });
  });
});

describe("events that are weighed against one another", () => {
  const FINES = {
    type: "events",
    kinds: { warning: { zh: "警告", en: "a warning" }, fine: { zh: "罚款", en: "a fine" } },
    fields: {
      matter: { type: "text", title: { zh: "事项", en: "matter" }, optional: true },
      days: { type: "integer", title: { zh: "改正天数", en: "days to correct" }, unit: "日", optional: true },
    },
  };
  const fines = (options: Data, ...entries: readonly Data[]): unknown =>
    told(
      leafScorer({
        floor: "none",
        scoring: {
          rule: "events",
          fact: FINES,
          start: "full",
          points: [
            { kind: "warning", points: -1 },
            { kind: "fine", points: -2 },
          ],
          ...options,
        },
      }),
      list(...entries),
    );

  test("what was restored, doubled, and gave way", () => {
    expect(
      fines(
        {
          restore: [
            { when: { field: "days", at_most: 7 }, share: 1 },
            { when: { field: "days", at_most: 30 }, share: "0.25" },
            { when: { field: "days", above: 90 }, share: 0 },
            { points: "0.50" },
          ],
          once_per: ["matter"],
          repeat: "double",
          at_most_count: 3,
        },
        { date: "2023-01-01", kind: "fine", days: 7 },
        { date: "2023-02-01", kind: "fine", days: 30, matter: "A" },
        { date: "2023-03-01", kind: "warning", days: 91, matter: "A" },
        { date: "2023-04-01", kind: "warning", days: 40 },
        { date: "2023-05-01", kind: "fine", days: 91 },
        { date: "2023-06-01", kind: "warning", days: 91 },
      ),
    ).toEqual({
      zh: [
        "6 条记录 → 从 10 分起 → 10 − 3 − 4 − 2 = 1 → 1 / 10 分 → 计入总分 1",
        "2023-01-01 罚款（改正天数：7 日）：−2 → 改正天数不高于 7 日，全部恢复 → +0 → 最多计 3 条，不计",
        "2023-02-01 罚款（改正天数：30 日；事项：A）：−2 → 改正天数不高于 30 日，恢复 25% → −1.5 → 同类再次发生，加倍 → −3",
        "2023-03-01 警告（改正天数：91 日；事项：A）：−1 → 改正天数高于 90 日，不恢复 → 与第 2 条（2023-02-01 罚款）是同一事项，不计",
        "2023-04-01 警告（改正天数：40 日）：−1 → 加回 0.5 分 → −0.5 → 最多计 3 条，不计",
        "2023-05-01 罚款（改正天数：91 日）：−2 → 改正天数高于 90 日，不恢复 → 同类再次发生，加倍 → −4",
        "2023-06-01 警告（改正天数：91 日）：−1 → 改正天数高于 90 日，不恢复 → 同类再次发生，加倍 → −2",
      ],
      en: [
        "6 entries → from 10 points → 10 − 3 − 4 − 2 = 1 → 1 of 10 points → 1 in the score",
        "2023-01-01 a fine (days to correct: 7 日): −2 → days to correct is at most 7 日, all of it restored → +0 → beyond the 3 that may count, does not count",
        "2023-02-01 a fine (days to correct: 30 日; matter: A): −2 → days to correct is at most 30 日, 25% of it restored → −1.5 → the same kind again, twice → −3",
        "2023-03-01 a warning (days to correct: 91 日; matter: A): −1 → days to correct is above 90 日, nothing restored → the same matter as entry 2 (2023-02-01 a fine), does not count",
        "2023-04-01 a warning (days to correct: 40 日): −1 → 0.5 given back → −0.5 → beyond the 3 that may count, does not count",
        "2023-05-01 a fine (days to correct: 91 日): −2 → days to correct is above 90 日, nothing restored → the same kind again, twice → −4",
        "2023-06-01 a warning (days to correct: 91 日): −1 → days to correct is above 90 日, nothing restored → the same kind again, twice → −2",
      ],
    });
  });

  test("nothing of it, where none of it happened", () => {
    expect(fines({ once_per: ["matter"], repeat: "double" }, { date: "2023-01-01", kind: "fine" })).toEqual({
      zh: ["1 条记录 → 从 10 分起 → 10 − 2 = 8 → 8 / 10 分 → 计入总分 8", "2023-01-01 罚款：−2"],
      en: ["1 entry → from 10 points → 10 − 2 = 8 → 8 of 10 points → 8 in the score", "2023-01-01 a fine: −2"],
    });
  });
});

describe("events in windows of other ends", () => {
  const praise = (within: Data, ...entries: readonly Data[]): unknown =>
    told(
      leafScorer({
        cap: "none",
        scoring: {
          rule: "events",
          fact: {
            type: "events",
            fields: { valid_until: { type: "date", title: { zh: "有效期至", en: "valid until" }, optional: true } },
          },
          start: "zero",
          within,
          points: [{ points: 1 }],
        },
      }),
      list(...entries),
    );

  test("up to a day of the year", () => {
    expect(
      praise(
        { last: { years: 2 }, until: { year: "previous", month: 12, day: 31 }, first_day: "out" },
        { date: "2023-01-01", kind: "prize" },
      ),
    ).toEqual({
      zh: [
        "1 条记录 → 从 0 分起 → 没有要加减的记录 → 0 / 10 分 → 计入总分 0",
        "2023-01-01 prize：不在截至上年 12 月 31 日的 2 年内（2021-01-01 至 2022-12-31），不计",
      ],
      en: [
        "1 entry → from 0 points → no entry changes it → 0 of 10 points → 0 in the score",
        "2023-01-01 prize: not in the 2 years up to 31 December of the previous year (2021-01-01 to 2022-12-31), does not count",
      ],
    });
    expect(
      praise(
        { last: { years: 1 }, until: { year: "current", month: 12, day: 31 }, first_day: "out" },
        { date: "2022-01-01", kind: "prize" },
      ),
    ).toEqual({
      zh: [
        "1 条记录 → 从 0 分起 → 没有要加减的记录 → 0 / 10 分 → 计入总分 0",
        "2022-01-01 prize：不在截至本年 12 月 31 日的 1 年内（2023-01-01 至 2023-11-10），不计",
      ],
      en: [
        "1 entry → from 0 points → no entry changes it → 0 of 10 points → 0 in the score",
        "2022-01-01 prize: not in the year up to 31 December of the current year (2023-01-01 to 2023-11-10), does not count",
      ],
    });
  });

  test("as long as each says itself", () => {
    expect(
      praise(
        { own_term: { until: "valid_until", otherwise: { last: { years: 1 }, first_day: "out" } } },
        { date: "2020-05-01", kind: "prize", valid_until: "2023-11-10" },
        { date: "2020-05-02", kind: "prize", valid_until: "2023-11-09" },
        { date: "2020-05-03", kind: "prize" },
      ),
    ).toEqual({
      zh: [
        "3 条记录 → 从 0 分起 → 0 + 1 = 1 → 1 / 10 分 → 计入总分 1",
        "2020-05-01 prize（有效期至：2023-11-10）：+1",
        "2020-05-02 prize（有效期至：2023-11-09）：有效期至 2023-11-09，早于评价日，不计",
        "2020-05-03 prize：没有填写有效期至，也不在近 1 年内（2022-11-11 至 2023-11-10），不计",
      ],
      en: [
        "3 entries → from 0 points → 0 + 1 = 1 → 1 of 10 points → 1 in the score",
        "2020-05-01 prize (valid until: 2023-11-10): +1",
        "2020-05-02 prize (valid until: 2023-11-09): valid until 2023-11-09, before the as-of date, does not count",
        "2020-05-03 prize: valid until is not stated, and it is not in the last year (2022-11-11 to 2023-11-10), does not count",
      ],
    });
  });
});

const GRADES = { A: { zh: "甲级", en: "first" }, B: { zh: "乙级", en: "second" }, C: "C" };
const one = { type: "choice", options: GRADES };
const several = { type: "choices", options: GRADES };
const POINTS = { A: 6, B: "3.50", C: -1 };

describe("choice and levels", () => {
  const choice = (fact: Data, rule: Data = {}): ReturnType<typeof leafScorer> =>
    leafScorer({ floor: "none", cap: "none", scoring: { rule: "choice", fact, points: POINTS, ...rule } });
  const levels = (fact: Data, rule: Data = {}): ReturnType<typeof leafScorer> =>
    leafScorer({ floor: "none", cap: "none", scoring: { rule: "levels", fact, points: POINTS, ...rule } });

  test("one option is told by its title, or its id", () => {
    expect(told(choice(one), { facts: { L: "B" } })).toEqual({
      zh: ["乙级 → 3.5 / 10 分 → 计入总分 3.5"],
      en: ["second → 3.5 of 10 points → 3.5 in the score"],
    });
    expect(told(choice(one), { facts: { L: "C" } })).toEqual({
      zh: ["C → -1 / 10 分 → 计入总分 -1"],
      en: ["C → -1 of 10 points → -1 in the score"],
    });
    expect(told(levels(one, { count: "highest" }), { facts: { L: "A" } })).toEqual({
      zh: ["甲级 → 6 / 10 分 → 计入总分 6"],
      en: ["first → 6 of 10 points → 6 in the score"],
    });
  });

  test("of several held, the best", () => {
    expect(told(choice(several, { pick: "best" }), { facts: { L: ["A", "B"] } })).toEqual({
      zh: ["甲级、乙级 → 分别为 6、3.5 分，取最高 → 6 / 10 分 → 计入总分 6"],
      en: ["first, second → worth 6, 3.5, the best counts → 6 of 10 points → 6 in the score"],
    });
    expect(told(levels(several, { count: "highest" }), { facts: { L: ["B", "C", "A"] } })).toEqual({
      zh: ["甲级、乙级、C → 分别为 6、3.5、-1 分，取最高 → 6 / 10 分 → 计入总分 6"],
      en: ["first, second, C → worth 6, 3.5, -1, the best counts → 6 of 10 points → 6 in the score"],
    });
  });

  test("several held, added up", () => {
    expect(told(choice(several, { pick: "sum" }), { facts: { L: ["A", "C"] } })).toEqual({
      zh: ["甲级、C → 6 − 1 = 5，各项相加 → 5 / 10 分 → 计入总分 5"],
      en: ["first, C → 6 − 1 = 5, all added → 5 of 10 points → 5 in the score"],
    });
    expect(told(levels(several, { count: "all" }), { facts: { L: ["A", "B"] } })).toEqual({
      zh: ["甲级、乙级 → 6 + 3.5 = 9.5，各项相加 → 9.5 / 10 分 → 计入总分 9.5"],
      en: ["first, second → 6 + 3.5 = 9.5, all added → 9.5 of 10 points → 9.5 in the score"],
    });
  });

  test("a single one of several, and none", () => {
    expect(told(choice(several, { pick: "sum" }), { facts: { L: ["B"] } })).toEqual({
      zh: ["乙级 → 3.5 / 10 分 → 计入总分 3.5"],
      en: ["second → 3.5 of 10 points → 3.5 in the score"],
    });
    expect(told(levels(several, { count: "all" }), { facts: { L: [] } })).toEqual({
      zh: ["一项也没有 → 0 / 10 分 → 计入总分 0"],
      en: ["none → 0 of 10 points → 0 in the score"],
    });
  });
});
