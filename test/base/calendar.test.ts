import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Day, after, compareDays, formatDate, fullPeriods, parseDate } from "../../src/base/calendar.js";

const day = (text: string): Day => {
  const parsed = parseDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
};

/** The reference: JavaScript's own count of days, which knows the same calendar. */
const DAY = 86_400_000;
function numberOf({ year, month, day }: Day): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY;
}
function dayNumbered(n: number): Day {
  const date = new Date(n * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const FIRST = numberOf(day("0001-01-01"));
const LAST = numberOf(day("9999-12-31"));
const days = fc
  .oneof(
    fc.integer({ min: FIRST, max: LAST }),
    // Around leap days and the ends of months, where periods differ.
    fc
      .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 11 }), fc.integer({ min: -2, max: 2 }))
      .map(([year, month, off]) => Math.min(LAST, Math.max(FIRST, numberOf({ year, month: month + 1, day: 1 }) + off))),
  )
  .map(dayNumbered);

describe("a date", () => {
  test.each(["0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29", "2023-11-10"])(
    "%s exists, and prints as itself",
    (text) => {
      expect(formatDate(day(text))).toBe(text);
    },
  );

  test.each([
    "2023-02-29",
    "1900-02-29", // divisible by 100, not by 400
    "2023-04-31",
    "2023-13-01",
    "2023-00-10",
    "2023-01-00",
    "0000-01-01",
    "2023-1-5",
    "23-01-05",
    "10000-01-01",
    "2023/01/05",
    "2023-01-05T00:00:00Z",
    " 2023-01-05",
    "2023-01-05\n",
    "２０２３-01-05",
    "",
  ])("%j does not exist", (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  test("days are as many and in the same order as in the reference calendar", () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(day(formatDate(a))).toEqual(a);
        expect(Math.sign(compareDays(a, b))).toBe(Math.sign(numberOf(a) - numberOf(b)));
      }),
      { seed: 60, numRuns: 1000 },
    );
  });
});

describe("a period counted forward (民法典 第二百零二条)", () => {
  test.each([
    ["2023-11-10", 3, "years", "2026-11-10"],
    ["2020-02-29", 1, "years", "2021-02-28"], // no corresponding day: the last of the month
    ["2020-02-29", 4, "years", "2024-02-29"],
    ["2096-02-29", 4, "years", "2100-02-28"], // 2100 is no leap year
    ["2024-01-31", 1, "months", "2024-02-29"],
    ["2023-01-31", 1, "months", "2023-02-28"],
    ["2023-01-31", 2, "months", "2023-03-31"], // from the start, not from 28 February
    ["2023-10-31", 4, "months", "2024-02-29"],
    ["2023-12-15", 1, "months", "2024-01-15"],
    ["2023-12-31", 12, "months", "2024-12-31"],
    ["2024-02-28", 2, "days", "2024-03-01"],
    ["2023-12-31", 1, "days", "2024-01-01"],
    ["0001-01-01", 365, "days", "0002-01-01"],
    ["0001-01-01", 9998, "years", "9999-01-01"],
  ] as const)("%s and %i %s is %s", (from, n, unit, until) => {
    expect(formatDate(after(day(from), n, unit))).toBe(until);
  });

  test("days are counted one by one", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400_000 }), (from, n) => {
        fc.pre(numberOf(from) + n <= LAST);
        expect(after(from, n, "days")).toEqual(dayNumbered(numberOf(from) + n));
      }),
      { seed: 61, numRuns: 2000 },
    );
  });

  test("months land on the same day of the month, or on its last", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 600 }), (from, n) => {
        const landed = after(from, n, "months");
        expect(landed.year * 12 + landed.month).toBe(from.year * 12 + from.month + n);
        // Day 0 of the next month is the last of this one.
        const last = dayNumbered(numberOf({ ...landed, month: landed.month + 1, day: 0 })).day;
        expect(landed.day).toBe(Math.min(from.day, last));
      }),
      { seed: 62, numRuns: 2000 },
    );
  });

  test("twelve months are a year", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 200 }), (from, n) => {
        expect(after(from, n, "years")).toEqual(after(from, 12 * n, "months"));
      }),
      { seed: 63, numRuns: 500 },
    );
  });

  test("a window that ends beyond the year 9999 still lies after every day", () => {
    expect(compareDays(after(day("9999-12-31"), 3, "years"), day("9999-12-31"))).toBeGreaterThan(0);
    expect(compareDays(after(day("9999-12-31"), 1, "days"), day("9999-12-31"))).toBeGreaterThan(0);
  });
});

describe("full periods passed", () => {
  test.each([
    ["2020-11-10", "2023-11-10", 3], // the anniversary counts
    ["2020-11-11", "2023-11-10", 2],
    ["2020-02-29", "2023-02-28", 3],
    ["2020-02-29", "2023-02-27", 2],
    ["2020-02-29", "2024-02-28", 3],
    ["2020-02-29", "2024-02-29", 4],
    ["2023-11-10", "2023-11-10", 0],
    ["2022-12-31", "2023-01-01", 0],
    ["0001-01-01", "9999-12-31", 9998],
  ])("from %s to %s are %i years", (since, until, years) => {
    expect(fullPeriods(day(since), day(until), "years")).toBe(years);
  });

  test.each([
    ["2023-01-31", "2023-02-28", 1],
    ["2024-01-31", "2024-02-28", 0],
    ["2024-01-31", "2024-02-29", 1],
    ["2023-01-31", "2023-03-30", 1],
    ["2023-01-31", "2023-03-31", 2],
    ["2023-10-15", "2023-11-14", 0],
    ["2022-11-10", "2023-11-10", 12],
  ])("from %s to %s are %i months", (since, until, months) => {
    expect(fullPeriods(day(since), day(until), "months")).toBe(months);
  });

  test("there are none from a day that has not come", () => {
    expect(fullPeriods(day("2023-11-11"), day("2023-11-10"), "years")).toBeUndefined();
    expect(fullPeriods(day("2023-11-11"), day("2023-11-10"), "months")).toBeUndefined();
  });

  test("n periods have passed exactly when their end is not later than the day", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 40_000 }), fc.constantFrom("years", "months"), (since, n, unit) => {
        const number = numberOf(since) + n;
        fc.pre(number <= LAST);
        const until = dayNumbered(number);
        const count = fullPeriods(since, until, unit)!;
        expect(numberOf(after(since, count, unit))).toBeLessThanOrEqual(number);
        const next = after(since, count + 1, unit);
        if (next.year <= 9999) expect(numberOf(next)).toBeGreaterThan(number);
      }),
      { seed: 64, numRuns: 3000 },
    );
  });

  test("day by day, years and months only ever pass one at a time", () => {
    for (const start of ["2019-12-31", "2020-01-31", "2020-02-29", "1899-02-28"]) {
      const first = numberOf(day(start));
      const passed = Array.from({ length: 3001 }, (_, n) => {
        const until = dayNumbered(first + n);
        return { years: fullPeriods(day(start), until, "years")!, months: fullPeriods(day(start), until, "months")! };
      });
      const jumps = passed.filter(({ years, months }, i) => {
        const before = passed[i - 1] ?? { years: 0, months: 0 };
        const steps = [years - before.years, months - before.months];
        return steps.some((step) => step !== 0 && step !== 1) || years !== Math.floor(months / 12);
      });
      expect(jumps).toEqual([]);
      expect(passed[3000]).toEqual({ years: 8, months: 98 }); // 3 000 days: eight years (2 922) and 78 days
    }
  });
});
