import { describe, expect, test } from "vitest";
import { type Data, decimal, integer, node, scheme, scorer, sheet } from "../helpers/build/rubric.js";
import { both, conditionTold } from "./telling.js";

const FACTS = {
  site: { type: "boolean", title: { zh: "有生产场所", en: "has a site" } },
  staff: { ...integer({ at_least: 0 }), title: { zh: "职工人数", en: "staff" }, unit: "人" },
  grade: {
    type: "choice",
    title: { zh: "等级", en: "grade" },
    options: { A: { zh: "甲级", en: "first" }, B: "B", C: "C" },
  },
  honours: {
    type: "choices",
    title: { zh: "荣誉", en: "honours" },
    options: { A: { zh: "国家级", en: "national" }, B: { zh: "市级", en: "municipal" } },
  },
  since: { type: "date", title: { zh: "成立日期", en: "founded" } },
  place: { type: "text", title: { zh: "住所地", en: "domicile" } },
  share: { ...decimal(), derive: { ratio: { numerator: "staff", denominator: "three" } } },
  three: { ...integer({ at_least: 1 }) },
  records: {
    type: "events",
    title: { zh: "失信记录", en: "records" },
    kinds: { warning: { zh: "警告", en: "a warning" }, fine: { zh: "罚款", en: "a fine" } },
    fields: {
      grave: {
        type: "choice",
        title: { zh: "程度", en: "degree" },
        options: { grave: { zh: "严重", en: "grave" }, light: "light" },
      },
      amount: { type: "decimal", title: { zh: "金额", en: "amount" }, unit: "元", optional: true },
      mended: { type: "boolean", title: { zh: "已修复", en: "mended" }, optional: true },
      on: { type: "date", title: { zh: "决定日", en: "decided" }, optional: true },
    },
  },
};
const because = (require: Data, facts: Data): unknown => conditionTold(require, FACTS, { facts });

describe("every test, as it holds and as it does not", () => {
  test("is, of a yes or no: nothing is said of what is required where it is there", () => {
    expect(because({ fact: "site", is: true }, { site: true })).toEqual({
      status: "satisfied",
      zh: ["有生产场所：是，符合"],
      en: ["has a site: yes, as required"],
    });
    expect(because({ fact: "site", is: true }, { site: false })).toEqual({
      status: "failed",
      zh: ["有生产场所：否，不符合（须为“是”）"],
      en: ["has a site: no, not as required (asked for: yes)"],
    });
    expect(because({ fact: "site", is: false }, { site: false })).toEqual({
      status: "satisfied",
      zh: ["有生产场所：否，符合（须为“否”）"],
      en: ["has a site: no, as required (asked for: no)"],
    });
  });

  test("is, of an option, a text and a number", () => {
    expect(because({ fact: "grade", is: "A" }, { grade: "A" })).toEqual({
      status: "satisfied",
      zh: ["等级：甲级，符合（须为“甲级”）"],
      en: ["grade: first, as required (asked for: first)"],
    });
    expect(because({ fact: "grade", is: "A" }, { grade: "B" })).toEqual({
      status: "failed",
      zh: ["等级：B，不符合（须为“甲级”）"],
      en: ["grade: B, not as required (asked for: first)"],
    });
    expect(because({ fact: "place", is: "北京市" }, { place: "天津市" })).toEqual({
      status: "failed",
      zh: ["住所地：天津市，不符合（须为“北京市”）"],
      en: ["domicile: 天津市, not as required (asked for: 北京市)"],
    });
    expect(because({ fact: "staff", is: 12 }, { staff: 12 })).toEqual({
      status: "satisfied",
      zh: ["职工人数：12 人，符合（须为 12）"],
      en: ["staff: 12 人, as required (asked for: 12)"],
    });
  });

  test("in", () => {
    expect(because({ fact: "grade", in: ["A", "B"] }, { grade: "C" })).toEqual({
      status: "failed",
      zh: ["等级：C，不符合（须为“甲级”“B”之一）"],
      en: ["grade: C, not as required (asked for: one of first, B)"],
    });
    expect(because({ fact: "grade", in: ["A"] }, { grade: "A" })).toEqual({
      status: "satisfied",
      zh: ["等级：甲级，符合（须为“甲级”）"],
      en: ["grade: first, as required (asked for: first)"],
    });
    expect(because({ fact: "honours", in: ["A", "B"] }, { honours: ["B", "A"] })).toEqual({
      status: "satisfied",
      zh: ["荣誉：国家级、市级，符合（须为“国家级”“市级”之一）"],
      en: ["honours: national, municipal, as required (asked for: one of national, municipal)"],
    });
    expect(because({ fact: "honours", in: ["A"] }, { honours: [] })).toEqual({
      status: "failed",
      zh: ["荣誉：一项也没有，不符合（须为“国家级”）"],
      en: ["honours: none, not as required (asked for: national)"],
    });
  });

  test("the four comparisons", () => {
    expect(because({ fact: "staff", at_least: 10 }, { staff: 10 })).toEqual({
      status: "satisfied",
      zh: ["职工人数：10 人，符合（须不低于 10）"],
      en: ["staff: 10 人, as required (asked for: at least 10)"],
    });
    expect(because({ fact: "staff", above: 10 }, { staff: 10 })).toEqual({
      status: "failed",
      zh: ["职工人数：10 人，不符合（须高于 10）"],
      en: ["staff: 10 人, not as required (asked for: above 10)"],
    });
    expect(because({ fact: "staff", at_most: 10 }, { staff: 11 })).toEqual({
      status: "failed",
      zh: ["职工人数：11 人，不符合（须不高于 10）"],
      en: ["staff: 11 人, not as required (asked for: at most 10)"],
    });
    expect(because({ fact: "staff", below: 10 }, { staff: 9 })).toEqual({
      status: "satisfied",
      zh: ["职工人数：9 人，符合（须低于 10）"],
      en: ["staff: 9 人, as required (asked for: below 10)"],
    });
    expect(because({ fact: "staff", at_least: 10, below: 20 }, { staff: 20 })).toEqual({
      status: "failed",
      zh: ["职工人数：20 人，符合（须不低于 10）", "职工人数：20 人，不符合（须低于 20）"],
      en: ["staff: 20 人, as required (asked for: at least 10)", "staff: 20 人, not as required (asked for: below 20)"],
    });
  });

  test("dates", () => {
    expect(because({ fact: "since", on_or_before: "2020-01-01" }, { since: "2020-01-02" })).toEqual({
      status: "failed",
      zh: ["成立日期：2020-01-02，不符合（须不晚于 2020-01-01）"],
      en: ["founded: 2020-01-02, not as required (asked for: not after 2020-01-01)"],
    });
    expect(because({ fact: "since", on_or_after: "2020-01-01" }, { since: "2020-01-02" })).toEqual({
      status: "satisfied",
      zh: ["成立日期：2020-01-02，符合（须不早于 2020-01-01）"],
      en: ["founded: 2020-01-02, as required (asked for: not before 2020-01-01)"],
    });
  });

  test("full years to the as-of date", () => {
    expect(because({ fact: "since", full_years: { at_least: 3 } }, { since: "2020-11-10" })).toEqual({
      status: "satisfied",
      zh: ["成立日期：2020-11-10（到评价日满 3 年），符合（须到评价日满 3 年）"],
      en: ["founded: 2020-11-10 (3 full years ago), as required (asked for: at least 3 full years ago)"],
    });
    expect(because({ fact: "since", full_years: { at_least: 1 } }, { since: "2022-11-11" })).toEqual({
      status: "failed",
      zh: ["成立日期：2022-11-11（到评价日满 0 年），不符合（须到评价日满 1 年）"],
      en: ["founded: 2022-11-11 (0 full years ago), not as required (asked for: at least 1 full year ago)"],
    });
    expect(because({ fact: "since", full_years: { above: 3 } }, { since: "2022-11-10" })).toEqual({
      status: "failed",
      zh: ["成立日期：2022-11-10（到评价日满 1 年），不符合（须到评价日满的年数多于 3）"],
      en: ["founded: 2022-11-10 (1 full year ago), not as required (asked for: more than 3 full years ago)"],
    });
    expect(because({ fact: "since", full_years: { at_most: 3 } }, { since: "2012-11-10" })).toEqual({
      status: "failed",
      zh: ["成立日期：2012-11-10（到评价日满 11 年），不符合（须到评价日满的年数不多于 3）"],
      en: ["founded: 2012-11-10 (11 full years ago), not as required (asked for: at most 3 full years ago)"],
    });
    expect(because({ fact: "since", full_years: { at_least: 3, below: 10 } }, { since: "2012-11-10" })).toEqual({
      status: "failed",
      zh: ["成立日期：2012-11-10（到评价日满 11 年），不符合（须到评价日满 3 年、到评价日不满 10 年）"],
      en: [
        "founded: 2012-11-10 (11 full years ago), not as required (asked for: at least 3 full years ago and fewer than 10 full years ago)",
      ],
    });
    expect(because({ fact: "since", full_years: { at_least: 3 } }, { since: "2030-11-10" })).toEqual({
      status: "unknown",
      zh: ["成立日期：填报有误，尚不能确定（须到评价日满 3 年）"],
      en: ["founded: supplied, but not usable, open (asked for: at least 3 full years ago)"],
    });
  });

  test("missing", () => {
    expect(because({ fact: "site", missing: true }, { site: { missing: true } })).toEqual({
      status: "satisfied",
      zh: ["有生产场所：确认没有这项资料，符合（须确认没有这项资料）"],
      en: ["has a site: missing for good, as required (asked for: that it is missing for good)"],
    });
    expect(because({ fact: "site", missing: true }, { site: true })).toEqual({
      status: "failed",
      zh: ["有生产场所：是，不符合（须确认没有这项资料）"],
      en: ["has a site: yes, not as required (asked for: that it is missing for good)"],
    });
  });

  test("a derived fact with what it was derived from, a fraction with about what it is", () => {
    expect(because({ fact: "share", above: 3 }, { staff: 10, three: 3 })).toEqual({
      status: "satisfied",
      zh: ["share：约 3.3333（准确值 10/3；据职工人数：10 人；three：3），符合（须高于 3）"],
      en: ["share: about 3.3333 (exactly 10/3; from staff: 10 人; three: 3), as required (asked for: above 3)"],
    });
    expect(because({ fact: "share", above: 3 }, { staff: 10 })).toEqual({
      status: "unknown",
      zh: ["share：还算不出（据职工人数：10 人；three：尚未填报），尚不能确定（须高于 3）"],
      en: ["share: cannot be computed yet (from staff: 10 人; three: not supplied yet), open (asked for: above 3)"],
    });
  });

  test("not given, missing for good, supplied wrongly", () => {
    expect(because({ fact: "staff", at_least: 10 }, {})).toEqual({
      status: "unknown",
      zh: ["职工人数：尚未填报，尚不能确定（须不低于 10）"],
      en: ["staff: not supplied yet, open (asked for: at least 10)"],
    });
    expect(because({ fact: "staff", at_least: 10 }, { staff: { missing: true } })).toEqual({
      status: "unknown",
      zh: ["职工人数：确认没有这项资料，尚不能确定（须不低于 10）"],
      en: ["staff: missing for good, open (asked for: at least 10)"],
    });
    expect(because({ fact: "staff", at_least: 10 }, { staff: "many" })).toEqual({
      status: "unknown",
      zh: ["职工人数：填报有误，尚不能确定（须不低于 10）"],
      en: ["staff: supplied, but not usable, open (asked for: at least 10)"],
    });
  });
});

describe("below a `not` every test is told as what it comes to", () => {
  const not = (test: Data, given: Data): unknown => because({ not: test }, given);

  test("words, numbers, dates, absence", () => {
    expect(not({ fact: "site", is: true }, { site: true })).toEqual({
      status: "failed",
      zh: ["有生产场所：是，不符合（须为“否”）"],
      en: ["has a site: yes, not as required (asked for: no)"],
    });
    expect(not({ fact: "site", is: true }, { site: false })).toEqual({
      status: "satisfied",
      zh: ["有生产场所：否，符合（须为“否”）"],
      en: ["has a site: no, as required (asked for: no)"],
    });
    expect(not({ fact: "grade", is: "A" }, { grade: "A" })).toEqual({
      status: "failed",
      zh: ["等级：甲级，不符合（须不为“甲级”）"],
      en: ["grade: first, not as required (asked for: not first)"],
    });
    expect(not({ fact: "grade", in: ["A", "B"] }, { grade: "C" })).toEqual({
      status: "satisfied",
      zh: ["等级：C，符合（须不为“甲级”“B”之一）"],
      en: ["grade: C, as required (asked for: not one of first, B)"],
    });
    expect(not({ fact: "staff", at_least: 10 }, { staff: 12 })).toEqual({
      status: "failed",
      zh: ["职工人数：12 人，不符合（须低于 10）"],
      en: ["staff: 12 人, not as required (asked for: below 10)"],
    });
    expect(not({ fact: "staff", below: 10 }, { staff: 12 })).toEqual({
      status: "satisfied",
      zh: ["职工人数：12 人，符合（须不低于 10）"],
      en: ["staff: 12 人, as required (asked for: at least 10)"],
    });
    expect(not({ fact: "staff", above: 10 }, {})).toEqual({
      status: "unknown",
      zh: ["职工人数：尚未填报，尚不能确定（须不高于 10）"],
      en: ["staff: not supplied yet, open (asked for: at most 10)"],
    });
    expect(not({ fact: "since", on_or_before: "2020-01-01" }, { since: "2020-01-02" })).toEqual({
      status: "satisfied",
      zh: ["成立日期：2020-01-02，符合（须晚于 2020-01-01）"],
      en: ["founded: 2020-01-02, as required (asked for: after 2020-01-01)"],
    });
    expect(not({ fact: "since", on_or_after: "2020-01-01" }, { since: "2020-01-02" })).toEqual({
      status: "failed",
      zh: ["成立日期：2020-01-02，不符合（须早于 2020-01-01）"],
      en: ["founded: 2020-01-02, not as required (asked for: before 2020-01-01)"],
    });
    expect(not({ fact: "since", full_years: { at_least: 3 } }, { since: "2020-11-10" })).toEqual({
      status: "failed",
      zh: ["成立日期：2020-11-10（到评价日满 3 年），不符合（须到评价日不满 3 年）"],
      en: ["founded: 2020-11-10 (3 full years ago), not as required (asked for: fewer than 3 full years ago)"],
    });
    expect(not({ fact: "since", full_years: { at_least: 3, below: 10 } }, { since: "2020-11-10" })).toEqual({
      status: "failed",
      zh: ["成立日期：2020-11-10（到评价日满 3 年），不符合（须并非“到评价日满 3 年、到评价日不满 10 年”）"],
      en: [
        "founded: 2020-11-10 (3 full years ago), not as required (asked for: not (at least 3 full years ago and fewer than 10 full years ago))",
      ],
    });
    expect(not({ fact: "site", missing: true }, { site: { missing: true } })).toEqual({
      status: "failed",
      zh: ["有生产场所：确认没有这项资料，不符合（须有这项资料）"],
      en: ["has a site: missing for good, not as required (asked for: that it is there)"],
    });
  });

  test("counts, and a `not` below a `not`", () => {
    const records = [entry("2023-01-01", {})];
    expect(not({ fact: "records", count: { at_most: 0 } }, { records })).toEqual({
      status: "satisfied",
      zh: ["失信记录：1 条记录，符合（须多于 0 条）", "· 2023-01-01 警告（程度：light）：计入"],
      en: ["records: 1 entry, as required (asked for: more than 0)", "· 2023-01-01 a warning (degree: light): counts"],
    });
    expect(
      not({ fact: "records", where: { field: "grave", is: "grave" }, count: { at_least: 1 } }, { records }),
    ).toEqual({
      status: "satisfied",
      zh: [
        "失信记录：1 条记录，其中程度为“严重”的 0 条，符合（须少于 1 条）",
        "· 2023-01-01 警告（程度：light）：不属于程度为“严重”的记录，不计",
      ],
      en: [
        "records: 1 entry, 0 of them where degree is `grave`, as required (asked for: fewer than 1)",
        "· 2023-01-01 a warning (degree: light): not one where degree is `grave`, does not count",
      ],
    });
    expect(not({ not: { fact: "site", is: true } }, { site: true })).toEqual({
      status: "satisfied",
      zh: ["有生产场所：是，符合"],
      en: ["has a site: yes, as required"],
    });
    expect(
      not(
        {
          any: [
            { fact: "site", is: true },
            { fact: "grade", is: "A" },
          ],
        },
        { site: true, grade: "B" },
      ),
    ).toEqual({
      status: "failed",
      zh: ["有生产场所：是，不符合（须为“否”）", "等级：B，符合（须不为“甲级”）"],
      en: ["has a site: yes, not as required (asked for: no)", "grade: B, as required (asked for: not first)"],
    });
  });
});

const entry = (date: string, more: Data): Data => ({ date, kind: "warning", grave: "light", ...more });

describe("counting entries", () => {
  const records = [
    entry("2023-01-01", { amount: 5 }),
    entry("2021-01-01", { grave: "grave", mended: true }),
    entry("2010-01-01", { grave: "grave" }),
  ];
  const counts = (parts: Data): unknown => because({ fact: "records", ...parts }, { records });
  const where = (condition: Data): unknown => counts({ where: condition, count: { at_most: 0 } });

  test("all of them", () => {
    expect(counts({ count: { at_least: 1 } })).toEqual({
      status: "satisfied",
      zh: [
        "失信记录：3 条记录，符合（须至少有 1 条）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：计入",
        "· 2021-01-01 警告（程度：严重；已修复：是）：计入",
        "· 2010-01-01 警告（程度：严重）：计入",
      ],
      en: [
        "records: 3 entries, as required (asked for: at least 1)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): counts",
        "· 2021-01-01 a warning (degree: grave; mended: yes): counts",
        "· 2010-01-01 a warning (degree: grave): counts",
      ],
    });
    expect(counts({ count: { above: 3 } })).toEqual({
      status: "failed",
      zh: [
        "失信记录：3 条记录，不符合（须多于 3 条）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：计入",
        "· 2021-01-01 警告（程度：严重；已修复：是）：计入",
        "· 2010-01-01 警告（程度：严重）：计入",
      ],
      en: [
        "records: 3 entries, not as required (asked for: more than 3)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): counts",
        "· 2021-01-01 a warning (degree: grave; mended: yes): counts",
        "· 2010-01-01 a warning (degree: grave): counts",
      ],
    });
    expect(counts({ count: { at_most: 2 } })).toEqual({
      status: "failed",
      zh: [
        "失信记录：3 条记录，不符合（须至多有 2 条）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：计入",
        "· 2021-01-01 警告（程度：严重；已修复：是）：计入",
        "· 2010-01-01 警告（程度：严重）：计入",
      ],
      en: [
        "records: 3 entries, not as required (asked for: at most 2)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): counts",
        "· 2021-01-01 a warning (degree: grave; mended: yes): counts",
        "· 2010-01-01 a warning (degree: grave): counts",
      ],
    });
    expect(counts({ count: { below: 1 } })).toEqual({
      status: "failed",
      zh: [
        "失信记录：3 条记录，不符合（须少于 1 条）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：计入",
        "· 2021-01-01 警告（程度：严重；已修复：是）：计入",
        "· 2010-01-01 警告（程度：严重）：计入",
      ],
      en: [
        "records: 3 entries, not as required (asked for: fewer than 1)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): counts",
        "· 2021-01-01 a warning (degree: grave; mended: yes): counts",
        "· 2010-01-01 a warning (degree: grave): counts",
      ],
    });
    expect(counts({ count: { is: 3 } })).toEqual({
      status: "satisfied",
      zh: [
        "失信记录：3 条记录，符合（须有 3 条）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：计入",
        "· 2021-01-01 警告（程度：严重；已修复：是）：计入",
        "· 2010-01-01 警告（程度：严重）：计入",
      ],
      en: [
        "records: 3 entries, as required (asked for: 3)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): counts",
        "· 2021-01-01 a warning (degree: grave; mended: yes): counts",
        "· 2010-01-01 a warning (degree: grave): counts",
      ],
    });
    expect(counts({ count: { at_least: 1, at_most: 4 } })).toEqual({
      status: "satisfied",
      zh: [
        "失信记录：3 条记录，符合（须至少有 1 条、至多有 4 条）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：计入",
        "· 2021-01-01 警告（程度：严重；已修复：是）：计入",
        "· 2010-01-01 警告（程度：严重）：计入",
      ],
      en: [
        "records: 3 entries, as required (asked for: at least 1 and at most 4)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): counts",
        "· 2021-01-01 a warning (degree: grave; mended: yes): counts",
        "· 2010-01-01 a warning (degree: grave): counts",
      ],
    });
    expect(counts({ count: { at_most: 0 } })).toEqual({
      status: "failed",
      zh: [
        "失信记录：3 条记录，不符合（须一条也没有）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：计入",
        "· 2021-01-01 警告（程度：严重；已修复：是）：计入",
        "· 2010-01-01 警告（程度：严重）：计入",
      ],
      en: [
        "records: 3 entries, not as required (asked for: none)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): counts",
        "· 2021-01-01 a warning (degree: grave; mended: yes): counts",
        "· 2010-01-01 a warning (degree: grave): counts",
      ],
    });
  });

  test("in a window, with a field, both", () => {
    expect(counts({ within: { last: { years: 1 }, first_day: "counts" }, count: { at_most: 0 } })).toEqual({
      status: "failed",
      zh: [
        "失信记录：3 条记录，其中近 1 年内（2022-11-10 至 2023-11-10）的 1 条，不符合（须一条也没有）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：计入",
        "· 2021-01-01 警告（程度：严重；已修复：是）：不在近 1 年内（2022-11-10 至 2023-11-10），不计",
        "· 2010-01-01 警告（程度：严重）：不在近 1 年内（2022-11-10 至 2023-11-10），不计",
      ],
      en: [
        "records: 3 entries, 1 of them in the last year (2022-11-10 to 2023-11-10), not as required (asked for: none)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): counts",
        "· 2021-01-01 a warning (degree: grave; mended: yes): not in the last year (2022-11-10 to 2023-11-10), does not count",
        "· 2010-01-01 a warning (degree: grave): not in the last year (2022-11-10 to 2023-11-10), does not count",
      ],
    });
    expect(where({ field: "grave", is: "grave" })).toEqual({
      status: "failed",
      zh: [
        "失信记录：3 条记录，其中程度为“严重”的 2 条，不符合（须一条也没有）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：不属于程度为“严重”的记录，不计",
        "· 2021-01-01 警告（程度：严重；已修复：是）：计入",
        "· 2010-01-01 警告（程度：严重）：计入",
      ],
      en: [
        "records: 3 entries, 2 of them where degree is `grave`, not as required (asked for: none)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): not one where degree is `grave`, does not count",
        "· 2021-01-01 a warning (degree: grave; mended: yes): counts",
        "· 2010-01-01 a warning (degree: grave): counts",
      ],
    });
    expect(
      counts({
        within: { last: { years: 3 }, first_day: "counts" },
        where: {
          all: [
            { field: "grave", is: "grave" },
            { field: "mended", is: false },
          ],
        },
        count: { at_most: 0 },
      }),
    ).toEqual({
      status: "satisfied",
      zh: [
        "失信记录：3 条记录，其中近 3 年内（2020-11-10 至 2023-11-10）、程度为“严重”且已修复为“否”的 0 条，符合（须一条也没有）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：不属于程度为“严重”且已修复为“否”的记录，不计",
        "· 2021-01-01 警告（程度：严重；已修复：是）：不属于程度为“严重”且已修复为“否”的记录，不计",
        "· 2010-01-01 警告（程度：严重）：不在近 3 年内（2020-11-10 至 2023-11-10），不计",
      ],
      en: [
        "records: 3 entries, 0 of them in the last 3 years (2020-11-10 to 2023-11-10) where degree is `grave` and mended is `no`, as required (asked for: none)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): not one where degree is `grave` and mended is `no`, does not count",
        "· 2021-01-01 a warning (degree: grave; mended: yes): not one where degree is `grave` and mended is `no`, does not count",
        "· 2010-01-01 a warning (degree: grave): not in the last 3 years (2020-11-10 to 2023-11-10), does not count",
      ],
    });
  });

  test("every test of a field", () => {
    expect(where({ field: "kind", in: ["warning", "fine"] })).toEqual({
      status: "failed",
      zh: [
        "失信记录：3 条记录，其中种类为“警告”或“罚款”的 3 条，不符合（须一条也没有）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：计入",
        "· 2021-01-01 警告（程度：严重；已修复：是）：计入",
        "· 2010-01-01 警告（程度：严重）：计入",
      ],
      en: [
        "records: 3 entries, 3 of them where kind is `a warning` or `a fine`, not as required (asked for: none)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): counts",
        "· 2021-01-01 a warning (degree: grave; mended: yes): counts",
        "· 2010-01-01 a warning (degree: grave): counts",
      ],
    });
    expect(where({ field: "amount", at_least: 5, below: 10 })).toEqual({
      status: "failed",
      zh: [
        "失信记录：3 条记录，其中金额不低于 5 元且低于 10 元的 1 条，不符合（须一条也没有）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：计入",
        "· 2021-01-01 警告（程度：严重；已修复：是）：不属于金额不低于 5 元且低于 10 元的记录，不计",
        "· 2010-01-01 警告（程度：严重）：不属于金额不低于 5 元且低于 10 元的记录，不计",
      ],
      en: [
        "records: 3 entries, 1 of them where amount is at least 5 元 and is below 10 元, not as required (asked for: none)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): counts",
        "· 2021-01-01 a warning (degree: grave; mended: yes): not one where amount is at least 5 元 and is below 10 元, does not count",
        "· 2010-01-01 a warning (degree: grave): not one where amount is at least 5 元 and is below 10 元, does not count",
      ],
    });
    expect(where({ field: "mended", missing: true })).toEqual({
      status: "failed",
      zh: [
        "失信记录：3 条记录，其中已修复没有填写的 2 条，不符合（须一条也没有）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：计入",
        "· 2021-01-01 警告（程度：严重；已修复：是）：不属于已修复没有填写的记录，不计",
        "· 2010-01-01 警告（程度：严重）：计入",
      ],
      en: [
        "records: 3 entries, 2 of them where mended is not stated, not as required (asked for: none)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): counts",
        "· 2021-01-01 a warning (degree: grave; mended: yes): not one where mended is not stated, does not count",
        "· 2010-01-01 a warning (degree: grave): counts",
      ],
    });
    expect(where({ field: "on", on_or_before: "2020-01-01" })).toEqual({
      status: "satisfied",
      zh: [
        "失信记录：3 条记录，其中决定日不晚于 2020-01-01 的 0 条，符合（须一条也没有）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：不属于决定日不晚于 2020-01-01 的记录，不计",
        "· 2021-01-01 警告（程度：严重；已修复：是）：不属于决定日不晚于 2020-01-01 的记录，不计",
        "· 2010-01-01 警告（程度：严重）：不属于决定日不晚于 2020-01-01 的记录，不计",
      ],
      en: [
        "records: 3 entries, 0 of them where decided is not after 2020-01-01, as required (asked for: none)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): not one where decided is not after 2020-01-01, does not count",
        "· 2021-01-01 a warning (degree: grave; mended: yes): not one where decided is not after 2020-01-01, does not count",
        "· 2010-01-01 a warning (degree: grave): not one where decided is not after 2020-01-01, does not count",
      ],
    });
    expect(where({ field: "on", on_or_after: "2020-01-01" })).toEqual({
      status: "satisfied",
      zh: [
        "失信记录：3 条记录，其中决定日不早于 2020-01-01 的 0 条，符合（须一条也没有）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：不属于决定日不早于 2020-01-01 的记录，不计",
        "· 2021-01-01 警告（程度：严重；已修复：是）：不属于决定日不早于 2020-01-01 的记录，不计",
        "· 2010-01-01 警告（程度：严重）：不属于决定日不早于 2020-01-01 的记录，不计",
      ],
      en: [
        "records: 3 entries, 0 of them where decided is not before 2020-01-01, as required (asked for: none)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): not one where decided is not before 2020-01-01, does not count",
        "· 2021-01-01 a warning (degree: grave; mended: yes): not one where decided is not before 2020-01-01, does not count",
        "· 2010-01-01 a warning (degree: grave): not one where decided is not before 2020-01-01, does not count",
      ],
    });
    expect(where({ field: "date", full_years: { at_least: 3 } })).toEqual({
      status: "failed",
      zh: [
        "失信记录：3 条记录，其中日期到评价日满 3 年的 1 条，不符合（须一条也没有）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：不属于日期到评价日满 3 年的记录，不计",
        "· 2021-01-01 警告（程度：严重；已修复：是）：不属于日期到评价日满 3 年的记录，不计",
        "· 2010-01-01 警告（程度：严重）：计入",
      ],
      en: [
        "records: 3 entries, 1 of them where date lies at least 3 full years ago, not as required (asked for: none)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): not one where date lies at least 3 full years ago, does not count",
        "· 2021-01-01 a warning (degree: grave; mended: yes): not one where date lies at least 3 full years ago, does not count",
        "· 2010-01-01 a warning (degree: grave): counts",
      ],
    });
    expect(where({ field: "year", is: 2023 })).toEqual({
      status: "failed",
      zh: [
        "失信记录：3 条记录，其中年份为 2023 的 1 条，不符合（须一条也没有）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：计入",
        "· 2021-01-01 警告（程度：严重；已修复：是）：不属于年份为 2023 的记录，不计",
        "· 2010-01-01 警告（程度：严重）：不属于年份为 2023 的记录，不计",
      ],
      en: [
        "records: 3 entries, 1 of them where year is 2023, not as required (asked for: none)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): counts",
        "· 2021-01-01 a warning (degree: grave; mended: yes): not one where year is 2023, does not count",
        "· 2010-01-01 a warning (degree: grave): not one where year is 2023, does not count",
      ],
    });
    expect(where({ field: "month", is: "2023-01" })).toEqual({
      status: "failed",
      zh: [
        "失信记录：3 条记录，其中月份为“2023-01”的 1 条，不符合（须一条也没有）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：计入",
        "· 2021-01-01 警告（程度：严重；已修复：是）：不属于月份为“2023-01”的记录，不计",
        "· 2010-01-01 警告（程度：严重）：不属于月份为“2023-01”的记录，不计",
      ],
      en: [
        "records: 3 entries, 1 of them where month is `2023-01`, not as required (asked for: none)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): counts",
        "· 2021-01-01 a warning (degree: grave; mended: yes): not one where month is `2023-01`, does not count",
        "· 2010-01-01 a warning (degree: grave): not one where month is `2023-01`, does not count",
      ],
    });
  });

  test("connectives", () => {
    const [a, b] = [
      { field: "grave", is: "grave" },
      { field: "mended", is: true },
    ];
    expect(where({ any: [a, b] })).toEqual({
      status: "failed",
      zh: [
        "失信记录：3 条记录，其中程度为“严重”或已修复为“是”的 2 条，不符合（须一条也没有）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：不属于程度为“严重”或已修复为“是”的记录，不计",
        "· 2021-01-01 警告（程度：严重；已修复：是）：计入",
        "· 2010-01-01 警告（程度：严重）：计入",
      ],
      en: [
        "records: 3 entries, 2 of them where degree is `grave` or mended is `yes`, not as required (asked for: none)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): not one where degree is `grave` or mended is `yes`, does not count",
        "· 2021-01-01 a warning (degree: grave; mended: yes): counts",
        "· 2010-01-01 a warning (degree: grave): counts",
      ],
    });
    expect(where({ all: [a, { any: [a, b] }] })).toEqual({
      status: "failed",
      zh: [
        "失信记录：3 条记录，其中程度为“严重”且（程度为“严重”或已修复为“是”）的 2 条，不符合（须一条也没有）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：不属于程度为“严重”且（程度为“严重”或已修复为“是”）的记录，不计",
        "· 2021-01-01 警告（程度：严重；已修复：是）：计入",
        "· 2010-01-01 警告（程度：严重）：计入",
      ],
      en: [
        "records: 3 entries, 2 of them where degree is `grave` and (degree is `grave` or mended is `yes`), not as required (asked for: none)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): not one where degree is `grave` and (degree is `grave` or mended is `yes`), does not count",
        "· 2021-01-01 a warning (degree: grave; mended: yes): counts",
        "· 2010-01-01 a warning (degree: grave): counts",
      ],
    });
    expect(where({ not: a })).toEqual({
      status: "failed",
      zh: [
        "失信记录：3 条记录，其中并非（程度为“严重”）的 1 条，不符合（须一条也没有）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：计入",
        "· 2021-01-01 警告（程度：严重；已修复：是）：不属于并非（程度为“严重”）的记录，不计",
        "· 2010-01-01 警告（程度：严重）：不属于并非（程度为“严重”）的记录，不计",
      ],
      en: [
        "records: 3 entries, 1 of them where not (degree is `grave`), not as required (asked for: none)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): counts",
        "· 2021-01-01 a warning (degree: grave; mended: yes): not one where not (degree is `grave`), does not count",
        "· 2010-01-01 a warning (degree: grave): not one where not (degree is `grave`), does not count",
      ],
    });
    expect(where({ at_least_n: { n: 1, of: [a, b] } })).toEqual({
      status: "failed",
      zh: [
        "失信记录：3 条记录，其中至少符合 1 项（程度为“严重”、已修复为“是”）的 2 条，不符合（须一条也没有）",
        "· 2023-01-01 警告（金额：5 元；程度：light）：不属于至少符合 1 项（程度为“严重”、已修复为“是”）的记录，不计",
        "· 2021-01-01 警告（程度：严重；已修复：是）：计入",
        "· 2010-01-01 警告（程度：严重）：计入",
      ],
      en: [
        "records: 3 entries, 2 of them where at least 1 of (degree is `grave`, mended is `yes`) holds, not as required (asked for: none)",
        "· 2023-01-01 a warning (amount: 5 元; degree: light): not one where at least 1 of (degree is `grave`, mended is `yes`) holds, does not count",
        "· 2021-01-01 a warning (degree: grave; mended: yes): counts",
        "· 2010-01-01 a warning (degree: grave): counts",
      ],
    });
  });
});

describe("eligibility as a whole", () => {
  const flags = sheet({ indicators: [node("flag", 100, { scoring: { rule: "flag", fact: { type: "boolean" } } })] });
  const condition = (id: string, fact: string, more: Data = {}): Data => ({
    id,
    title: `条件${id}`,
    clause: "五（一）",
    require: { fact, is: true },
    ...more,
  });
  const facts = { a: { type: "boolean" }, b: { type: "boolean" }, c: { type: "boolean" } };
  const score = scorer(flags, scheme({ facts, eligibility: [condition("E1", "a"), condition("E2", "b")] }));
  const text = (given: Data): unknown => both(score({ facts: given }), ({ eligibility }) => eligibility.text);

  test("one clause of a sentence", () => {
    expect(text({ a: true, b: true })).toEqual({ zh: "2 项申报条件全部符合", en: "all 2 conditions are met" });
    expect(text({ a: false, b: true })).toEqual({ zh: "不符合申报条件 E1", en: "condition E1 is not met" });
    expect(text({ a: false, b: false })).toEqual({ zh: "不符合申报条件 E1、E2", en: "conditions E1, E2 are not met" });
    expect(text({ a: true })).toEqual({ zh: "申报条件 E2 尚不能确定", en: "condition E2 is still open" });
    expect(text({})).toEqual({ zh: "申报条件 E1、E2 尚不能确定", en: "conditions E1, E2 are still open" });
    expect(both(scorer(flags, scheme())({}), ({ eligibility }) => eligibility.text)).toEqual({
      zh: "没有规定申报条件",
      en: "there are no conditions",
    });
    expect(
      both(
        scorer(flags, scheme({ facts, eligibility: [condition("E1", "a")] }))({ facts: { a: true } }),
        ({ eligibility }) => eligibility.text,
      ),
    ).toEqual({ zh: "唯一的申报条件符合", en: "the one condition is met" });
  });

  test("a condition carries its clause, its title in the language, and its status", () => {
    const titled = scorer(
      flags,
      scheme({ facts, eligibility: [condition("E1", "a", { title: { zh: "注册", en: "registered" } })] }),
    );
    expect(both(titled({ facts: { a: true } }), ({ eligibility }) => eligibility.conditions)).toEqual({
      zh: [{ id: "E1", title: "注册", status: "satisfied", clause: "五（一）", because: ["a：是，符合"] }],
      en: [
        { id: "E1", title: "registered", status: "satisfied", clause: "五（一）", because: ["a: yes, as required"] },
      ],
    });
  });

  test("preferences are told like conditions", () => {
    const preferred = scorer(
      flags,
      scheme({ facts, preferences: [{ id: "P1", title: "优先", when: { fact: "a", is: true } }] }),
    );
    expect(both(preferred({ facts: { a: false } }), ({ preferences }) => preferences)).toEqual({
      zh: [{ id: "P1", title: "优先", status: "failed", clause: null, because: ["a：否，不符合（须为“是”）"] }],
      en: [
        {
          id: "P1",
          title: "优先",
          status: "failed",
          clause: null,
          because: ["a: no, not as required (asked for: yes)"],
        },
      ],
    });
  });

  test("materials: what is missing, or that nothing is", () => {
    const material = scorer(
      flags,
      scheme({
        materials: [
          { id: "M1", title: "申报书", clause: "七（三）1", required: true },
          { id: "M2", title: { zh: "征信报告", en: "credit report" }, required: true },
          { id: "M3", title: "其他", required: false },
        ],
      }),
    );
    expect(both(material({}), ({ materials }) => materials)).toEqual({
      zh: ["还缺 M1 申报书〔七（三）1〕", "还缺 M2 征信报告", "缺材料不改变得分和上面的结论，但申报还不齐全，要补交"],
      en: [
        "missing: M1 申报书 [七（三）1]",
        "missing: M2 credit report",
        "this changes neither the score nor the outcome above; but the application is not complete without them",
      ],
    });
    expect(both(material({ materials: { M1: ["doc-1"], M2: ["doc-2"] } }), ({ materials }) => materials)).toEqual({
      zh: ["申报材料齐全"],
      en: ["all required materials are there"],
    });
    expect(both(scorer(flags, scheme())({}), ({ materials }) => materials)).toEqual({ zh: [], en: [] });
  });
});

describe("a condition that asks only of some", () => {
  const eligible = (conditions: readonly Data[], facts: Data): unknown => {
    const score = scorer(
      sheet({ indicators: [node("flag", 100, { scoring: { rule: "flag", fact: { type: "boolean" } } })] }),
      scheme({ facts: FACTS, eligibility: conditions }),
    );
    return both(score({ facts }), ({ eligibility }) => [
      eligibility.text,
      ...eligibility.conditions.flatMap(({ because }) => because),
    ]);
  };
  const license = {
    id: "E1",
    title: "许可",
    applies_when: { fact: "site", is: true },
    require: {
      any: [
        { fact: "grade", is: "A" },
        { fact: "grade", is: "B" },
      ],
    },
  };

  test("does not ask where it does not apply", () => {
    expect(eligible([license], { site: false })).toEqual({
      zh: ["唯一的申报条件不适用", "适用的前提不成立，所以不作要求", "有生产场所：否，不符合（须为“是”）"],
      en: [
        "the one condition does not apply",
        "nothing is asked, since it applies only under a condition",
        "has a site: no, not as required (asked for: yes)",
      ],
    });
  });

  test("is not counted among those that are met", () => {
    const other = { id: "E2", title: "人数", require: { fact: "staff", at_least: 1 } };
    const third = {
      id: "E3",
      title: "人数",
      applies_when: { fact: "site", is: true },
      require: { fact: "staff", at_least: 9 },
    };
    const text = (conditions: readonly Data[]): unknown => {
      const { zh, en } = eligible(conditions, { site: false, staff: 3 }) as { zh: string[]; en: string[] };
      return [zh[0], en[0]];
    };
    expect(text([license, other])).toEqual([
      "2 项申报条件中 1 项不适用，其余全部符合",
      "of 2 conditions 1 does not apply, and all others are met",
    ]);
    expect(text([license, third])).toEqual(["2 项申报条件都不适用", "none of the 2 conditions applies"]);
    expect(text([license, other, third])).toEqual([
      "3 项申报条件中 2 项不适用，其余全部符合",
      "of 3 conditions 2 do not apply, and all others are met",
    ]);
  });
});
