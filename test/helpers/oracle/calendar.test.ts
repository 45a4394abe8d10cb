import { describe, expect, test } from "vitest";
import { addDays, addMonths, addYears, fullMonths, fullYears, mustDay, printDay, readDay } from "./calendar.js";

describe("days", () => {
  test.each([
    "2023-02-29",
    "1900-02-29",
    "2023-13-01",
    "2023-04-31",
    "2023-1-5",
    "2023/01/05",
    "0000-01-01",
    "2023-00-10",
  ])("%s is no day", (text) => {
    expect(readDay(text)).toBeUndefined();
  });
  test.each([
    ["2024-02-29", 1, "2025-02-28"],
    ["2024-02-29", 4, "2028-02-29"],
    ["2023-11-10", 3, "2026-11-10"],
  ])("%s and %i years is %s", (from, n, to) => {
    expect(printDay(addYears(mustDay(from), n))).toBe(to);
  });
  test.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2023-01-31", 1, "2023-02-28"],
    ["2023-10-31", 4, "2024-02-29"],
    ["2023-12-15", 1, "2024-01-15"],
  ])("%s and %i months is %s", (from, n, to) => {
    expect(printDay(addMonths(mustDay(from), n))).toBe(to);
  });
  test.each([
    ["2024-02-28", 1, "2024-02-29"],
    ["2024-02-29", 1, "2024-03-01"],
    ["2023-12-31", 1, "2024-01-01"],
    ["2024-03-01", -1, "2024-02-29"],
    ["2023-01-01", 365, "2024-01-01"],
  ])("%s and %i days is %s", (from, n, to) => {
    expect(printDay(addDays(mustDay(from), n))).toBe(to);
  });
  test.each([
    ["2020-11-10", "2023-11-10", 3],
    ["2020-11-11", "2023-11-10", 2],
    ["2020-02-29", "2023-02-28", 3],
    ["2020-02-29", "2023-02-27", 2],
    ["2020-02-29", "2024-02-28", 3],
    ["2020-02-29", "2024-02-29", 4],
    ["2023-11-10", "2023-11-10", 0],
    ["2023-11-11", "2023-11-10", undefined],
  ])("from %s to %s are %s full years", (from, until, years) => {
    expect(fullYears(mustDay(from), mustDay(until))).toBe(years);
  });
  test.each([
    ["2024-01-31", "2024-02-29", 1],
    ["2024-01-31", "2024-02-28", 0],
    ["2023-11-30", "2024-02-29", 3],
    ["2023-12-31", "2024-04-30", 4],
  ])("from %s to %s are %i full months", (from, until, months) => {
    expect(fullMonths(mustDay(from), mustDay(until))).toBe(months);
  });
});
