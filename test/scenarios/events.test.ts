/** Events, bonuses, deductions: patterns B1 to B19, each as published sheets print it. */
import { expect } from "vitest";
import {
  type Data,
  integer,
  leafScorer,
  node,
  nodeAt,
  scheme,
  scorer,
  sheet,
  sheetScorer,
  standing,
  stands,
} from "../helpers/build/rubric.js";
import { pattern } from "./pattern.js";

const from0 = integer({ at_least: 0 });
const list = (kinds: readonly string[], fields: Data = {}): Data => ({
  type: "events",
  kinds,
  ...(Object.keys(fields).length > 0 && { fields }),
});
const on = (date: string, kind: string, fields: Data = {}): Data => ({ date, kind, ...fields });

pattern("B1", "off for each occurrence, at most what the item has: 扣完为止，不出现负分", () => {
  const fact = list(["defect"]);
  const scoring = { rule: "events", fact, start: "full", points: [{ kind: "defect", points: -2 }] };
  const item = leafScorer({ floor: 0, scoring }, {}, 5);
  expect(stands(item, { facts: { L: [on("2023-03-01", "defect"), on("2023-05-01", "defect")] } })).toBe("scored 1"); // 5 − 2 × 2
  const three = ["2023-03-01", "2023-05-01", "2023-06-01"].map((day) => on(day, "defect"));
  expect(stands(item, { facts: { L: three } })).toBe("scored 0"); // 5 − 6, not below 0
});

pattern("B2", "several items draw on one pool: 五项共10分，扣完为止", () => {
  const item = (id: string): Data =>
    node(id, 5, {
      floor: "none",
      scoring: { rule: "events", fact: list(["defect"]), start: "full", points: [{ kind: "defect", points: -4 }] },
    });
  const score = sheetScorer({
    points: 10,
    indicators: [node("pool", 10, { floor: 0, indicators: [item("one"), item("two")] })],
  });
  const defects = (n: number): readonly Data[] => Array.from({ length: n }, () => on("2023-03-01", "defect"));
  const pool = (one: number, two: number): string =>
    standing(nodeAt(score({ facts: { one: defects(one), two: defects(two) } }), "pool"));
  expect(pool(2, 0)).toBe("scored 2"); // (5 − 8) + 5: one item eats into the other's points
  expect(pool(3, 1)).toBe("scored 0"); // (5 − 12) + (5 − 4) = −6, not below 0
});

pattern("B4", "per person, not per event: 未持证上岗，每人扣2分", () => {
  const scoring = { rule: "steps", fact: from0, start: 0, per: 1, points: -2, base: 10, partial: "floor" };
  const item = leafScorer({ floor: 0, scoring });
  expect(stands(item, { facts: { L: 3 } })).toBe("scored 4"); // 10 − 3 × 2
});

pattern("B6", "by severity: 一般 −5、较重 −10、严重 −20", () => {
  const points = [
    { kind: "minor", points: -5 },
    { kind: "major", points: -10 },
    { kind: "severe", points: -20 },
  ];
  const item = leafScorer(
    { floor: 0, scoring: { rule: "events", fact: list(["minor", "major", "severe"]), start: "full", points } },
    {},
    50,
  );
  const facts = { L: [on("2023-01-05", "minor"), on("2023-02-05", "severe"), on("2023-03-05", "minor")] };
  expect(stands(item, { facts })).toBe("scored 20"); // 50 − 5 − 20 − 5
});

pattern("B9", "for each occurrence, capped: 5分、3分、2分，累计最高8分", () => {
  const points = [
    { kind: "first_prize", points: 5 },
    { kind: "second_prize", points: 3 },
    { kind: "third_prize", points: 2 },
  ];
  const kinds = points.map(({ kind }) => kind);
  const item = leafScorer(
    { cap: "points", scoring: { rule: "events", fact: list(kinds), start: "zero", points } },
    {},
    8,
  );
  const won = (...prizes: readonly string[]): Data => ({ facts: { L: prizes.map((kind) => on("2023-04-01", kind)) } });
  expect(stands(item, won("second_prize", "third_prize"))).toBe("scored 5"); // 3 + 2
  expect(stands(item, won("first_prize", "second_prize", "third_prize"))).toBe("scored 8"); // 10, at most 8
});

const LEVELS = { national: 10, provincial: 6, city: 4, district: 2 };
const levels = (count: string): Data => ({
  rule: "levels",
  fact: { type: "choices", options: Object.keys(LEVELS) },
  points: LEVELS,
  count,
});

pattern("B13", "by the level of an award: 国家、省、市、区", () => {
  const item = leafScorer({ scoring: levels("highest") });
  expect(stands(item, { facts: { L: ["city", "provincial"] } })).toBe("scored 6");
  expect(stands(item, { facts: { L: [] } })).toBe("scored 0");
});

pattern("B15", "several levels add up: 可累计", () => {
  const item = leafScorer({ cap: "none", scoring: levels("all") });
  expect(stands(item, { facts: { L: ["city", "provincial", "district"] } })).toBe("scored 12"); // 4 + 6 + 2
});

/** A deduction has no points: it is 0 at best. */
const deduction = (id: string, fact: string, each: number): Data => ({
  id,
  title: id,
  counts_as: "deduction",
  floor: "none",
  scoring: { rule: "steps", fact, start: 0, per: 1, points: each, partial: "floor" },
});
const flag = (id: string, points: number, parts: Data = {}): Data =>
  node(id, points, { scoring: { rule: "flag", fact: { type: "boolean" } }, ...parts });
const bonus = (id: string, points: number, absorbed: string): Data =>
  flag(id, points, { counts_as: "bonus", absorbed_by: absorbed });
const kept = (parts: Data): ReturnType<typeof scorer> =>
  scorer(sheet(parts), scheme({ blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }] }));

pattern("B3", "off without an end, from the total: 实行减分制，不设下限", () => {
  const score = kept({
    floor: "none",
    facts: { violations: from0 },
    indicators: [flag("a", 100), deduction("off", "violations", -10)],
  });
  expect(score({ facts: { a: true, violations: 3 } }).score.exact).toBe("70"); // 100 − 3 × 10
  expect(score({ facts: { a: true, violations: 12 } }).score.exact).toBe("-20"); // 100 − 12 × 10
});

pattern("B10", "a bonus fills up its section and no more: 加分后“知识产权”总分不超过30分", () => {
  const score = sheetScorer({
    indicators: [
      node("ip", 30, { indicators: [flag("a", 20), flag("b", 10), bonus("plus", 5, "section")] }),
      flag("rest", 70),
    ],
  });
  const ip = (facts: Data): string => standing(nodeAt(score({ facts: { rest: false, ...facts } }), "ip"));
  expect(ip({ a: true, b: false, plus: true })).toBe("scored 25"); // 20 + 5
  expect(ip({ a: true, b: true, plus: true })).toBe("scored 30"); // 35, at most 30
});

pattern("B11", "a bonus fills up the total and no more: 附加分30分，最高得分不超过100分", () => {
  const score = sheetScorer({ indicators: [flag("a", 60), flag("b", 40), bonus("plus", 30, "sheet")] });
  const exact = (facts: Data): string | null => score({ facts }).score.exact;
  expect(exact({ a: true, b: false, plus: true })).toBe("90"); // 60 + 30
  expect(exact({ a: true, b: true, plus: true })).toBe("100"); // 130, at most 100
});

pattern("B12", "a bonus on top of the maximum: 总分可能会高于满分数", () => {
  const score = kept({ indicators: [flag("a", 60), flag("b", 40), bonus("plus", 30, "none")] });
  expect(score({ facts: { a: true, b: true, plus: true } }).score.exact).toBe("130"); // 100 + 30
});

pattern(
  "B18",
  "only inside a window with a stated anchor: 近二年内（包括评估当年）；没有有效时限的，原则上有效期为1年",
  () => {
    const counted = (fact: Data, within: Data, entries: readonly Data[]): string =>
      stands(
        leafScorer({ cap: "none", scoring: { rule: "events", fact, start: "zero", within, points: [{ points: 1 }] } }),
        { facts: { L: entries } },
      );
    const praise = list(["praise"]);
    const days = ["2021-12-31", "2022-01-01", "2023-11-10"].map((day) => on(day, "praise"));
    // 2022 and 2023, whole years; the as-of date is 2023-11-10.
    expect(counted(praise, { calendar_years: 2, including_current: true }, days)).toBe("scored 2");
    expect(counted(praise, { calendar_years: 1, including_current: false }, days)).toBe("scored 1"); // 上一年度: 2022
    const lasting = list(["praise"], { valid_until: { type: "date", optional: true } });
    const term = { own_term: { until: "valid_until", otherwise: { last: { years: 1 }, first_day: "out" } } };
    const entries = [
      on("2020-05-01", "praise", { valid_until: "2023-11-10" }), // the last day of its term counts
      on("2020-05-01", "praise", { valid_until: "2023-11-09" }),
      on("2022-11-11", "praise"), // no term: one year, until 2023-11-11
      on("2022-11-10", "praise"),
    ];
    expect(counted(lasting, term, entries)).toBe("scored 2");
  },
);

/** A list of entries under options of `events`; full points are 100, and nothing is cut off. */
const listed = (fact: Data, options: Data, entries: readonly Data[]): string =>
  stands(leafScorer({ floor: "none", cap: "none", scoring: { rule: "events", fact, ...options } }, {}, 100), {
    facts: { L: entries },
  });

pattern("B5", "by the month, or by the kind, not by the event: 按月计算，每月为一周期", () => {
  const off = { start: "full", points: [{ points: -2 }] };
  const late = [
    on("2023-03-01", "late_filing"),
    on("2023-03-20", "late_filing"),
    on("2023-04-02", "late_filing"),
    on("2023-04-02", "no_filing"),
  ];
  const fact = list(["late_filing", "no_filing"]);
  expect(listed(fact, off, late)).toBe("scored 92"); // 按次: 100 − 4 × 2
  expect(listed(fact, { ...off, once_per: ["month"] }, late)).toBe("scored 96"); // March and April: 100 − 2 × 2
  expect(listed(fact, { ...off, once_per: ["kind", "month"] }, late)).toBe("scored 94"); // and April twice: 100 − 3 × 2
});

pattern("B7", "the same kind again counts double: 又重新发生同类不良信息的，在原分值基础上加倍扣分", () => {
  const fact = list(["fine", "warning"]);
  const points = [
    { kind: "fine", points: -5 },
    { kind: "warning", points: -2 },
  ];
  const entries = [on("2023-05-01", "fine"), on("2023-01-01", "fine"), on("2023-06-01", "warning")];
  expect(listed(fact, { start: "full", points, repeat: "double" }, entries)).toBe("scored 83"); // 100 − 5 − 2 × 5 − 2
});

pattern(
  "B8",
  "given back once corrected, by delay and amount: 3日内加5分；3日后30日内2000元以下的加5分，其他加4分；90日后加2分",
  () => {
    const fact = list(["fine"], {
      days: { type: "integer", range: { at_least: 0 } },
      amount: { type: "decimal", range: { at_least: 0 } },
    });
    const within30 = { field: "days", at_most: 30 };
    const restore = [
      { when: { field: "days", at_most: 3 }, points: 5 },
      { when: { all: [within30, { field: "amount", at_most: 2000 }] }, points: 5 },
      { when: within30, points: 4 },
      { when: { field: "days", at_most: 90 }, points: 3 },
      { points: 2 },
    ];
    const fined = (days: number, amount: number): string =>
      listed(fact, { start: "full", points: [{ points: -8 }], restore }, [on("2023-01-01", "fine", { days, amount })]);
    expect(fined(3, 9999)).toBe("scored 97"); // 100 − 8 + 5
    expect(fined(30, 2000)).toBe("scored 97");
    expect(fined(30, 2001)).toBe("scored 96"); // 100 − 8 + 4
    expect(fined(90, 1)).toBe("scored 95"); // 100 − 8 + 3
    expect(fined(91, 1)).toBe("scored 94"); // 100 − 8 + 2
  },
);

pattern("B14", "of one matter the weightiest only: 同一成果按最高奖项计且只计1次；按最高扣分项扣分，不重复扣分", () => {
  const fact = list(["national", "city"], { work: { type: "text" } });
  const points = [
    { kind: "national", points: 10 },
    { kind: "city", points: 4 },
  ];
  const entries = [
    on("2022-01-01", "city", { work: "成果甲" }),
    on("2023-01-01", "national", { work: "成果甲" }),
    on("2023-02-01", "city", { work: "成果乙" }),
  ];
  expect(listed(fact, { start: "zero", points, once_per: ["work"] }, entries)).toBe("scored 14"); // 10 + 4
});

pattern("B16", "so many count, whatever they are worth: 总的最多加3项", () => {
  const fact = list(["national", "city"]);
  const points = [
    { kind: "national", points: 3 },
    { kind: "city", points: 1 },
  ];
  const entries = ["city", "national", "city", "national"].map((kind) => on("2023-01-01", kind));
  expect(listed(fact, { start: "zero", points, at_most_count: 3 }, entries)).toBe("scored 7"); // 3 + 3 + 1
});

pattern("B19", "what is excused does not count: 首违不罚、不可抗力、非自身原因", () => {
  const fact = list(["fine"], { own_fault: { type: "boolean" }, excused: { type: "boolean" } });
  const where = {
    all: [
      { field: "own_fault", is: true },
      { field: "excused", is: false },
    ],
  };
  const entries = [
    on("2023-01-01", "fine", { own_fault: true, excused: false }),
    on("2023-02-01", "fine", { own_fault: false, excused: false }),
    on("2023-03-01", "fine", { own_fault: true, excused: true }),
  ];
  expect(listed(fact, { start: "full", points: [{ points: -5 }], where }, entries)).toBe("scored 95"); // the first alone
});

pattern("B17", "off for each failing sample, and out at so many: 现场抽查10户，达3户取消参评资格", () => {
  const failed = integer({ at_least: 0, at_most: 10 });
  const score = scorer(
    sheet({
      facts: { failed },
      indicators: [
        node("samples", 10, {
          floor: 0,
          scoring: { rule: "steps", fact: "failed", start: 0, per: 1, points: -2, base: 10, partial: "floor" },
        }),
        node("others", 90, { scoring: { rule: "flag", fact: { type: "boolean" } } }),
      ],
      effects: [{ when: { fact: "failed", at_least: 3 }, then: "veto" }],
    }),
    scheme({
      goal: "in",
      outcomes: [
        { id: "disqualified", when: { vetoed: true } },
        { id: "in", when: { score: { at_least: 80 } } },
        { id: "rest", otherwise: true },
      ],
    }),
  );
  const result = (n: number): string => {
    const assessment = score({ facts: { failed: n, others: true } });
    return `${assessment.score.exact} ${assessment.decision.outcome}`;
  };
  expect(result(2)).toBe("96 in"); // 90 + 10 − 2 × 2
  expect(result(3)).toBe("94 disqualified"); // 90 + 10 − 3 × 2, and the third ends it
});
