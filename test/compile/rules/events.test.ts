import { describe, expect, test } from "vitest";
import { type Data, codes, leafScorer, nodeAt, standing, stands } from "../../helpers/build/rubric.js";

const PENALTIES = {
  type: "events",
  kinds: ["warning", "fine", "other"],
  fields: {
    amount: { type: "decimal", unit: "元", range: { at_least: 0 } },
    days_to_correct: { type: "integer", optional: true },
  },
};

/** By severity: the first line that matches an entry counts, and only that one. */
const LINES = [
  { kind: "warning", points: -1 },
  { kind: "fine", when: { field: "amount", at_least: 10000 }, points: -3 },
  { kind: "fine", when: { field: "days_to_correct", at_most: 7 }, points: 0 },
  { kind: "fine", points: -2 },
];

const penalties = (rule: Data = {}, leaf: Data = {}) =>
  leafScorer({
    floor: "none",
    cap: "none",
    ...leaf,
    scoring: { rule: "events", fact: PENALTIES, start: "full", points: LINES, ...rule },
  });

const entry = (kind: string, amount: number | string = 0, more: Data = {}): Data => ({
  date: "2023-05-01",
  kind,
  amount,
  ...more,
});
const list = (...entries: readonly Data[]): Data => ({ facts: { L: entries } });

describe("events: a start, and for each entry the first line that matches", () => {
  const score = penalties();

  test.each([
    ["nothing happened", [], "10"],
    ["a warning", [entry("warning")], "9"],
    ["a large fine", [entry("fine", 10000)], "7"],
    [
      "a large fine corrected at once is still large: the first line counts",
      [entry("fine", 10000, { days_to_correct: 3 })],
      "7",
    ],
    ["a small fine corrected within seven days", [entry("fine", "9999.99", { days_to_correct: 7 })], "10"],
    ["a small fine corrected later", [entry("fine", 1, { days_to_correct: 8 })], "8"],
    ["a small fine never corrected: no such number, so no such test holds", [entry("fine", 1)], "8"],
    ["a kind of no line", [entry("other", 1)], "10"],
    ["several", [entry("warning"), entry("warning"), entry("fine", 20000)], "5"], // 10 − 1 − 1 − 3
  ])("%s", (_what, entries, points) => {
    expect(stands(score, list(...entries))).toBe(`scored ${points}`);
  });

  test("zero is another start, and so is a number", () => {
    expect(stands(penalties({ start: "zero" }), list(entry("warning")))).toBe("scored -1");
    expect(stands(penalties({ start: "2.5" }), list(entry("warning")))).toBe("scored 1.5");
  });

  test("a line may name neither kind nor condition", () => {
    const each = leafScorer({
      floor: 0,
      scoring: { rule: "events", fact: { type: "events" }, start: "full", points: [{ points: "-0.5" }] },
    });
    expect(stands(each, { facts: { L: [{ date: "2023-01-01", kind: "anything" }] } })).toBe("scored 9.5");
  });

  test("扣完为止: the floor holds", () => {
    const score = penalties({}, { floor: 0 });
    const five = Array.from({ length: 5 }, () => entry("fine", 10000));
    expect(stands(score, list(...five))).toBe("scored 0"); // 10 − 15
    expect(nodeAt(score(list(...five)), "L").steps.at(-1)).toEqual({ op: "floor", in: ["-5"], out: "0" });
  });

  test("the order of the list does not matter to the points", () => {
    const entries = [entry("warning"), entry("fine", 20000), entry("fine", 1, { days_to_correct: 7 })];
    expect(stands(score, list(...entries))).toBe(stands(score, list(...[...entries].reverse())));
  });

  test("the steps name every entry, with its points and whether it counted", () => {
    const { steps } = nodeAt(score(list(entry("warning"), { ...entry("fine", 1), date: "2023-12-01" })), "L");
    expect(steps.map(({ op, out, note }) => ({ op, out, note }))).toEqual([
      {
        op: "event",
        out: "-1",
        note: {
          index: 0,
          date: "2023-05-01",
          kind: "warning",
          fields: [{ name: "amount", value: "0" }],
          counted: true,
          line: 0,
        },
      },
      {
        op: "event",
        out: "0",
        note: {
          index: 1,
          date: "2023-12-01",
          kind: "fine",
          fields: [{ name: "amount", value: "1" }],
          counted: false,
          excluded: "later",
        },
      },
      { op: "events", out: "9", note: undefined },
    ]);
  });

  test("what went in is printed as numbers are", () => {
    const { steps } = nodeAt(penalties({ start: "2.50" })(list(entry("warning"))), "L");
    expect(steps.at(-1)!.in).toEqual(["2.5", "-1"]);
  });
});

describe("which entries count", () => {
  test("`where` looks at the entry's fields", () => {
    const own = leafScorer({
      floor: "none",
      scoring: {
        rule: "events",
        fact: { type: "events", fields: { own_fault: { type: "boolean" } } },
        start: "full",
        where: { field: "own_fault", is: true },
        points: [{ points: -1 }],
      },
    });
    const entries = [true, false, true].map((own_fault) => ({ date: "2023-01-01", kind: "x", own_fault }));
    expect(stands(own, { facts: { L: entries } })).toBe("scored 8");
  });

  test("an entry after the as-of date is not counted, and named", () => {
    const assessment = penalties()(
      list(entry("warning"), { ...entry("warning"), date: "2023-11-11" }, { ...entry("warning"), date: "2023-11-10" }),
    );
    expect(standing(nodeAt(assessment, "L"))).toBe("scored 8"); // two of three
    expect(codes(assessment)).toEqual(["event-in-future /facts/L/1/date"]);
  });
});

describe("entries that cannot be read", () => {
  const score = penalties();

  test("leave the leaf invalid, between leaving them out and counting them at worst and best", () => {
    // 10 − 1 for the warning; the fine without its amount may be 0, −3 or −2
    expect(stands(score, list(entry("warning"), { date: "2023-05-01", kind: "fine" }))).toBe("invalid 6 to 9");
  });

  test.each([
    ["a required field is lacking", { date: "2023-05-01", kind: "fine" }, "event-field-missing /facts/L/0"],
    ["no date", { kind: "fine", amount: 1 }, "event-field-missing /facts/L/0"],
    ["no day of the calendar", { date: "2023-02-30", kind: "fine", amount: 1 }, "fact-not-a-date /facts/L/0/date"],
    ["a number out of its range", entry("fine", -1), "fact-out-of-range /facts/L/0/amount"],
    ["no number", entry("fine", "1e3"), "fact-not-a-number /facts/L/0/amount"],
    ["a part of a day", entry("fine", 1, { days_to_correct: "2.5" }), "fact-not-whole /facts/L/0/days_to_correct"],
    ["a field nobody declared", entry("fine", 1, { severity: 3 }), "event-unknown-field /facts/L/0/severity"],
  ])("%s", (_what, broken, code) => {
    const assessment = score(list(broken));
    expect(standing(nodeAt(assessment, "L"))).toBe("invalid 7 to 10"); // a fine of some sort, or nothing: −3 … 0
    expect(codes(assessment)).toEqual([code]);
  });

  test("of a kind that cannot be read, any line may apply; of a kind without lines, none", () => {
    expect(stands(score, list({ ...entry("fraud", 1) }))).toBe("invalid 7 to 10");
    expect(stands(score, list({ date: "2023-05-01", kind: "other" }))).toBe("invalid 10 to 10");
    expect(stands(score, list({ date: "2023-05-01", kind: "warning" }))).toBe("invalid 9 to 10");
  });

  test("something that is no entry may be anything", () => {
    const assessment = score({ facts: { L: ["2023-05-01"] } });
    expect(standing(nodeAt(assessment, "L"))).toBe("invalid 7 to 10");
    expect(codes(assessment)).toEqual(["event-not-an-entry /facts/L/0"]);
  });

  test("an optional field left empty is no mistake", () => {
    expect(stands(score, list(entry("fine", 1, { days_to_correct: null })))).toBe("scored 8");
  });

  test("several add up", () => {
    // −3 … 0 twice
    const broken = { date: "2023-05-01", kind: "fine" };
    expect(stands(score, list(broken, broken))).toBe("invalid 4 to 10");
  });
});

describe("events that nobody has listed yet", () => {
  test("any number of them may still come: deductions have no end, and stop at a floor", () => {
    expect(stands(penalties())).toBe("unknown −∞ to 10");
    expect(stands(penalties({}, { floor: 0 }))).toBe("unknown 0 to 10 tight");
  });

  test("lines of both signs take both ends away", () => {
    const lines = [
      { kind: "warning", points: -1 },
      { kind: "other", points: 2 },
    ];
    expect(stands(penalties({ points: lines }))).toBe("unknown −∞ to +∞");
    expect(stands(penalties({ points: [{ kind: "other", points: 2 }], start: "zero" }))).toBe("unknown 0 to +∞");
  });

  test("a line worth nothing takes no end away", () => {
    const lines = [
      { kind: "warning", points: 0 },
      { kind: "other", points: 2 },
    ];
    expect(stands(penalties({ points: lines, start: "zero" }))).toBe("unknown 0 to +∞");
    const nothing = [{ kind: "warning", points: 0 }];
    expect(stands(penalties({ points: nothing, start: 4 }))).toBe("unknown 4 to 4 tight");
  });

  test("a value that is no list is invalid", () => {
    const assessment = penalties()({ facts: { L: "none" } });
    expect(standing(nodeAt(assessment, "L"))).toBe("invalid −∞ to 10");
    expect(codes(assessment)).toEqual(["fact-wrong-type /facts/L"]);
  });
});
