/** What the entries of a list do to one another under the rule `events`. */
import { describe, expect, test } from "vitest";
import { type Data, leafScorer, nodeAt, stands } from "../../helpers/build/rubric.js";

const FACT = {
  type: "events",
  kinds: ["warning", "fine", "prize", "other"],
  fields: {
    matter: { type: "text", optional: true },
    amount: { type: "decimal", optional: true },
    days_to_correct: { type: "integer", optional: true },
  },
};

const LINES = [
  { kind: "warning", points: -1 },
  { kind: "fine", when: { field: "amount", at_least: 10000 }, points: -4 },
  { kind: "fine", points: -2 },
  { kind: "prize", points: 3 },
];

const rule = (options: Data, leaf: Data = {}) =>
  leafScorer({
    floor: "none",
    cap: "none",
    ...leaf,
    scoring: { rule: "events", fact: FACT, start: "full", points: LINES, ...options },
  });
const entry = (kind: string, more: Data = {}, date = "2023-05-01"): Data => ({ date, kind, ...more });
const list = (...entries: readonly Data[]): Data => ({ facts: { L: entries } });
const points = (options: Data, ...entries: readonly Data[]): string => stands(rule(options), list(...entries));
/** What became of each entry: its points, and the notes on why. */
const fates = (options: Data, ...entries: readonly Data[]) =>
  nodeAt(rule(options)(list(...entries)), "L")
    .steps.filter(({ op }) => op === "event")
    .map(({ out, note }) => {
      const { counted, points, restored, matter, doubled, beyond } = note!;
      const told = Object.entries({ counted, points, restored, matter, doubled, beyond });
      return { out, ...Object.fromEntries(told.filter(([, value]) => value !== undefined)) };
    });

describe("once_per: of one matter only the weightiest entry counts", () => {
  const once = { once_per: ["matter"] };
  const about = (matter: string): Data => ({ matter });

  test("by the size of its points", () => {
    expect(points(once, entry("warning", about("a")), entry("fine", about("a")))).toBe("scored 8");
    expect(points(once, entry("fine", about("a")), entry("warning", about("b")))).toBe("scored 7");
    expect(points(once, entry("fine", about("a")), entry("prize", about("a")))).toBe("scored 13"); // 3 outweighs 2
    expect(points(once, entry("fine", { matter: "a", amount: 10000 }), entry("prize", about("a")))).toBe("scored 6");
  });

  test("the first of the list on a tie, and the others say which it is", () => {
    const again = entry("fine", about("a"), "2023-01-01");
    expect(fates(once, entry("warning", about("a")), entry("fine", about("a")), again)).toEqual([
      { out: "0", counted: false, points: "-1", matter: 1 },
      { out: "-2", counted: true },
      { out: "0", counted: false, points: "-2", matter: 1 },
    ]);
  });

  test("an entry that does not say what it is about stands alone", () => {
    expect(points(once, entry("fine"), entry("fine"), entry("fine", about("a")))).toBe("scored 4");
  });

  test("按月计算: once in a month, in a year, for each kind of a day", () => {
    const may = entry("fine", {}, "2023-05-31");
    const june = entry("fine", {}, "2023-06-01");
    expect(points({ once_per: ["month"] }, entry("fine"), may, june)).toBe("scored 6");
    expect(points({ once_per: ["year"] }, entry("fine"), may, june)).toBe("scored 8");
    expect(points({ once_per: ["kind"] }, entry("fine"), may, june, entry("warning"))).toBe("scored 7");
    expect(points({ once_per: ["date", "kind"] }, entry("fine"), entry("fine"), entry("warning"), may)).toBe(
      "scored 5",
    );
  });

  test("numbers are the same as numbers", () => {
    const byAmount = { once_per: ["amount"] };
    expect(points(byAmount, entry("fine", { amount: "5.0" }), entry("fine", { amount: 5 }))).toBe("scored 8");
  });

  test("an entry that no line fits is no matter for anybody", () => {
    expect(fates(once, entry("other", about("a")), entry("fine", about("a")))).toEqual([
      { out: "0", counted: true },
      { out: "-2", counted: true },
    ]);
  });
});

describe("repeat: double", () => {
  const twice = { repeat: "double" };

  test("from the second of a kind on, by date, and not four times for the third", () => {
    expect(points(twice, entry("fine"))).toBe("scored 8");
    expect(points(twice, entry("fine"), entry("warning"))).toBe("scored 7");
    expect(points(twice, entry("fine", {}, "2023-05-02"), entry("fine", { amount: 10000 }))).toBe("scored 2"); // 4 + 2 × 2
    expect(points(twice, entry("fine"), entry("fine"), entry("fine"))).toBe("scored 0"); // 2 + 4 + 4
  });

  test("on one day the list tells which is first", () => {
    expect(fates(twice, entry("fine", { amount: 10000 }), entry("fine"))).toEqual([
      { out: "-4", counted: true },
      { out: "-4", counted: true, points: "-2", doubled: true },
    ]);
  });

  test("what lies outside the window, or fits no line, has not happened before", () => {
    const recent = { ...twice, within: { last: { years: 1 }, first_day: "out" } };
    expect(points(recent, entry("fine", {}, "2020-01-01"), entry("fine"))).toBe("scored 8");
    const large = { ...twice, points: [{ kind: "fine", when: { field: "amount", at_least: 1 }, points: -2 }] };
    expect(points(large, entry("fine", {}, "2023-01-01"), entry("fine", { amount: 1 }))).toBe("scored 8");
  });

  test("points that are brought are doubled as well", () => {
    expect(points(twice, entry("prize"), entry("prize"))).toBe("scored 19");
  });
});

describe("at_most_count", () => {
  test("the weightiest count, the first of the list on a tie", () => {
    const two = { at_most_count: 2 };
    expect(points(two, entry("warning"), entry("fine"), entry("fine"))).toBe("scored 6");
    expect(points(two, entry("warning"), entry("fine"), entry("prize"))).toBe("scored 11"); // 3 − 2
    expect(fates(two, entry("fine"), entry("fine"), entry("other"), entry("fine"))).toEqual([
      { out: "-2", counted: true },
      { out: "-2", counted: true },
      { out: "0", counted: true },
      { out: "0", counted: false, points: "-2", beyond: true },
    ]);
  });

  test("fewer than that all count", () => {
    expect(points({ at_most_count: 5 }, entry("warning"), entry("fine"))).toBe("scored 7");
  });
});

describe("restore", () => {
  const table = {
    restore: [
      { when: { field: "days_to_correct", at_most: 3 }, share: 1 },
      { when: { field: "days_to_correct", at_most: 30 }, share: "0.30" },
      { when: { field: "days_to_correct", at_most: 90 }, points: "1.5" },
    ],
  };

  test.each([
    [3, "scored 10"],
    [4, "scored 8.6"], // 2 − 0.3 × 2
    [30, "scored 8.6"],
    [31, "scored 9.5"], // 2 − 1.5
    [91, "scored 8"],
  ])("corrected after %i days", (days, result) => {
    expect(points(table, entry("fine", { days_to_correct: days }))).toBe(result);
  });

  test("never corrected, no line fits", () => {
    expect(points(table, entry("fine"))).toBe("scored 8");
    expect(fates(table, entry("fine"))).toEqual([{ out: "-2", counted: true }]);
  });

  test("a line without a condition takes the rest", () => {
    expect(points({ restore: [{ share: "0.5" }] }, entry("fine"))).toBe("scored 9");
  });

  test("never more than the entry took", () => {
    expect(points({ restore: [{ points: 1.5 }] }, entry("warning"))).toBe("scored 10");
    expect(fates({ restore: [{ points: 1.5 }] }, entry("warning"))).toEqual([
      { out: "0", counted: true, points: "-1", restored: { line: 0, points: "1" } },
    ]);
  });

  test("what brings points has nothing to restore", () => {
    expect(points({ restore: [{ share: 1 }] }, entry("prize"))).toBe("scored 13");
  });
});

describe("the order: restore, one of each matter, repetitions, at most so many", () => {
  test("what is restored weighs less in its matter", () => {
    const options = { once_per: ["matter"], restore: [{ when: { field: "days_to_correct", at_most: 7 }, share: 1 }] };
    const fine = entry("fine", { matter: "a", days_to_correct: 7 });
    expect(points(options, fine, entry("warning", { matter: "a" }))).toBe("scored 9");
  });

  test("what gives way in its matter makes no repetition", () => {
    const options = { once_per: ["matter"], repeat: "double" };
    const small = entry("fine", { matter: "a" }, "2023-01-01");
    expect(points(options, small, entry("fine", { matter: "a", amount: 10000 }))).toBe("scored 6");
    expect(points(options, small, entry("fine", { matter: "b", amount: 10000 }))).toBe("scored 0"); // 2 + 2 × 4
  });

  test("what is doubled weighs double, also against the first of its kind", () => {
    const options = { repeat: "double", at_most_count: 1 };
    expect(points(options, entry("fine", { amount: 10000 }), entry("fine", { amount: 20000 }))).toBe("scored 2");
    expect(points(options, entry("prize"), entry("fine"), entry("fine"))).toBe("scored 6"); // 4 outweighs 3
  });

  test("half of it restored, and then doubled", () => {
    const options = { repeat: "double", restore: [{ share: "0.5" }] };
    expect(fates(options, entry("fine"), entry("fine"))).toEqual([
      { out: "-1", counted: true, points: "-2", restored: { line: 0, points: "1" } },
      { out: "-2", counted: true, points: "-2", restored: { line: 0, points: "1" }, doubled: true },
    ]);
  });
});

describe("a list that nobody has made yet", () => {
  const prizes = (options: Data, leaf: Data = {}) =>
    leafScorer({
      ...leaf,
      scoring: { rule: "events", fact: FACT, start: "zero", points: [{ points: 2 }], ...options },
    });

  test("so many count at most: no cap need be said, and the bounds have an end", () => {
    expect(stands(prizes({ at_most_count: 5 }))).toBe("unknown 0 to 10 tight");
    expect(stands(rule({ at_most_count: 3 }))).toBe("unknown -2 to 19 tight"); // 10 − 3 × 4, 10 + 3 × 3
    expect(stands(rule({ at_most_count: 3, repeat: "double" }))).toBe("unknown -14 to 28 tight");
  });

  test("doubled without end is without end", () => {
    expect(stands(rule({ repeat: "double" }))).toBe("unknown −∞ to +∞");
  });

  test("that all of it may be one matter, or be restored, is not looked at", () => {
    expect(stands(prizes({ once_per: ["kind"] }, { cap: "none" }))).toBe("unknown 0 to +∞");
    expect(stands(rule({ at_most_count: 1, restore: [{ share: "0.5" }] }))).toBe("unknown 6 to 13");
  });
});

describe("entries that cannot be read", () => {
  const taking = (options: Data, ...entries: readonly Data[]): string =>
    stands(rule({ points: LINES.slice(0, 3), ...options }), list(...entries));
  const broken = { date: "2023-13-01", kind: "fine" };
  const strange = { date: "2023-05-01", kind: "fraud" };

  test("may be the same matter as another, or a matter of their own", () => {
    const fine = entry("fine", { matter: "a" });
    expect(taking({ once_per: ["matter"] }, fine, broken)).toBe("invalid 4 to 8"); // 2, and 4 or nothing
  });

  test("may push others out of those that count", () => {
    const one = { at_most_count: 1 };
    expect(taking(one, entry("fine"), broken)).toBe("invalid 6 to 8"); // 4 in the place of 2
    expect(taking(one, entry("fine", { amount: 10000 }), broken)).toBe("invalid 6 to 6");
  });

  test("may make another a repetition, and be one", () => {
    const twice = { repeat: "double" };
    expect(taking(twice, entry("fine"), broken)).toBe("invalid -2 to 8"); // 2 × 2 and 2 × 4
    expect(taking(twice, entry("warning"), broken)).toBe("invalid 1 to 9"); // 1 and 2 × 4
    expect(taking(twice, entry("warning"), strange)).toBe("invalid 0 to 9"); // 2 × 1 and 2 × 4
  });

  test("may be restored", () => {
    expect(taking({ restore: [{ share: 1 }] }, entry("fine"), broken)).toBe("invalid 6 to 10");
  });

  test("where lines point both ways, an entry may have to give way to one of the other sign", () => {
    expect(points({ once_per: ["matter"] }, entry("prize", { matter: "a" }), broken)).toBe("invalid 6 to 13");
    expect(points({ at_most_count: 1 }, entry("prize"), broken)).toBe("invalid 6 to 13");
  });
});
