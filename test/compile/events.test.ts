import { describe, expect, test } from "vitest";
import { type Data, leafScorer, nodeAt, stands } from "../helpers/build/rubric.js";

const FACT = {
  type: "events",
  fields: {
    amount: { type: "decimal", optional: true },
    own_fault: { type: "boolean", optional: true },
    repaired: { type: "date", optional: true },
    court: { type: "choice", options: ["first", "second"], optional: true },
    remark: { type: "text", optional: true },
    staff: { type: "integer" },
  },
};

/** As many points as entries count. */
const counting = (rule: Data) =>
  leafScorer({ cap: "none", scoring: { rule: "events", fact: FACT, start: "zero", points: [{ points: 1 }], ...rule } });
const entry = (date: string, parts: Data = {}): Data => ({ date, kind: "fine", staff: 0, ...parts });

describe("a window", () => {
  const counts = (within: Data, asOf: string, date: string): boolean => {
    const points = stands(counting({ within }), { as_of: asOf, facts: { L: [entry(date)] } });
    expect(points).toMatch(/^scored [01]$/);
    return points === "scored 1";
  };

  test.each([
    // unit and n, as of, day of the event: with its first day out, with its first day counting
    ["years", 3, "2023-11-10", "2020-11-09", false, false],
    ["years", 3, "2023-11-10", "2020-11-10", false, true], // three years end on the as-of date
    ["years", 3, "2023-11-10", "2020-11-11", true, true],
    ["years", 3, "2023-11-10", "2023-11-10", true, true],
    ["years", 3, "2023-11-10", "2023-11-11", false, false], // after the as-of date
    ["years", 3, "2023-02-28", "2020-02-29", false, true], // no 29 February 2023: the last day of the month
    ["years", 3, "2023-02-27", "2020-02-29", true, true],
    ["years", 3, "2023-03-01", "2020-02-29", false, false],
    ["years", 1, "2024-02-29", "2023-02-28", false, false], // a year from 28 February ends on 28 February
    ["months", 1, "2024-02-29", "2024-01-31", false, true],
    ["months", 1, "2024-02-29", "2024-01-30", false, true],
    ["months", 1, "2024-02-29", "2024-01-28", false, false],
    ["months", 6, "2023-08-31", "2023-02-28", false, false], // six months from 28 February: 28 August
    ["days", 30, "2023-11-10", "2023-10-10", false, false],
    ["days", 30, "2023-11-10", "2023-10-11", false, true],
    ["days", 30, "2023-11-10", "2023-10-12", true, true],
    ["years", 3, "9999-12-31", "9999-12-31", true, true],
    ["years", 3, "0001-01-01", "0001-01-01", true, true],
  ])("of the last %s × %i on %s: an event of %s", (unit, n, asOf, date, out, first) => {
    expect(counts({ last: { [unit]: n }, first_day: "out" }, asOf, date)).toBe(out);
    expect(counts({ last: { [unit]: n }, first_day: "counts" }, asOf, date)).toBe(first);
  });

  test.each([
    // two years, the current one included: 2022 and 2023; without it: 2021 and 2022
    ["2021-12-31", false, true],
    ["2022-01-01", true, true],
    ["2022-12-31", true, true],
    ["2023-01-01", true, false],
    ["2023-11-10", true, false],
    ["2023-11-11", false, false],
    ["2020-12-31", false, false],
    ["2021-01-01", false, true],
  ])("of two calendar years: an event of %s", (date, including, without) => {
    expect(counts({ calendar_years: 2, including_current: true }, "2023-11-10", date)).toBe(including);
    expect(counts({ calendar_years: 2, including_current: false }, "2023-11-10", date)).toBe(without);
  });
});

describe("a window that ends on another day than the as-of date", () => {
  const counts = (until: Data, asOf: string, date: string, firstDay = "out", last: Data = { years: 2 }): boolean =>
    stands(counting({ within: { last, until, first_day: firstDay } }), {
      as_of: asOf,
      facts: { L: [entry(date)] },
    }) === "scored 1";
  const yearEnd = { year: "previous", month: 12, day: 31 };
  const june = { year: "current", month: 6, day: 30 };
  const leap = { year: "previous", month: 2, day: 29 };

  test.each([
    // two years up to 2022-12-31, that day included
    [yearEnd, "2023-11-10", "2020-12-30", false, false],
    [yearEnd, "2023-11-10", "2020-12-31", false, true],
    [yearEnd, "2023-11-10", "2021-01-01", true, true],
    [yearEnd, "2023-11-10", "2022-12-31", true, true],
    [yearEnd, "2023-11-10", "2023-01-01", false, false],
    [yearEnd, "2023-01-01", "2022-12-31", true, true],
    [june, "2023-11-10", "2021-07-01", true, true],
    [june, "2023-11-10", "2023-06-30", true, true],
    [june, "2023-11-10", "2023-07-01", false, false],
    // the day has not come yet: an event after the as-of date does not count all the same
    [june, "2023-05-01", "2021-06-30", false, true],
    [june, "2023-05-01", "2023-05-01", true, true],
    [june, "2023-05-01", "2023-05-02", false, false],
    // the last day of February, whatever the year
    [leap, "2024-01-01", "2023-02-28", true, true],
    [leap, "2024-01-01", "2023-03-01", false, false],
    [leap, "2025-01-01", "2024-02-29", true, true],
    [leap, "2025-01-01", "2022-02-28", false, false],
    [leap, "2025-01-01", "2022-03-01", true, true],
    [yearEnd, "0001-05-01", "0001-05-01", false, false],
  ])("up to %j on %s: an event of %s", (until, asOf, date, out, first) => {
    expect(counts(until, asOf, date)).toBe(out);
    expect(counts(until, asOf, date, "counts")).toBe(first);
  });

  test("months and days are counted back from it as well", () => {
    expect(counts(yearEnd, "2023-11-10", "2022-12-01", "out", { days: 30 })).toBe(false);
    expect(counts(yearEnd, "2023-11-10", "2022-12-02", "out", { days: 30 })).toBe(true);
    expect(counts(yearEnd, "2023-11-10", "2022-06-30", "counts", { months: 6 })).toBe(false); // ends on 30 December
    expect(counts(yearEnd, "2023-11-10", "2022-07-01", "out", { months: 6 })).toBe(true);
  });
});

describe("the term of each entry", () => {
  const scored = (ownTerm: Data, parts: Data, date = "2020-01-01"): string =>
    stands(counting({ within: { own_term: ownTerm } }), { facts: { L: [entry(date, parts)] } });
  const lastYear = { last: { years: 1 }, first_day: "out" };

  test.each([
    ["2023-11-09", 0],
    ["2023-11-10", 1], // its last day is in it
    ["2023-11-11", 1],
  ])("up to %s", (repaired, n) => {
    expect(scored({ until: "repaired", otherwise: "always" }, { repaired })).toBe(`scored ${n}`);
    expect(scored({ until: "repaired", otherwise: lastYear }, { repaired })).toBe(`scored ${n}`);
  });

  test("an entry that does not state it counts in the window that stands in its place, or always", () => {
    expect(scored({ until: "repaired", otherwise: lastYear }, {}, "2022-11-10")).toBe("scored 0");
    expect(scored({ until: "repaired", otherwise: lastYear }, {}, "2022-11-11")).toBe("scored 1");
    expect(scored({ until: "repaired", otherwise: "always" }, {}, "1999-01-01")).toBe("scored 1");
    const calendar = { calendar_years: 1, including_current: false };
    expect(scored({ until: "repaired", otherwise: calendar }, {}, "2022-01-01")).toBe("scored 1");
  });

  test("what it states is not widened by the window", () => {
    expect(scored({ until: "repaired", otherwise: lastYear }, { repaired: "2023-11-09" }, "2023-11-01")).toBe(
      "scored 0",
    );
  });

  test("an entry after the as-of date does not count, however long it would", () => {
    expect(scored({ until: "repaired", otherwise: "always" }, { repaired: "2025-01-01" }, "2023-11-11")).toBe(
      "scored 0",
    );
  });

  test("a field that every entry states needs no `otherwise`", () => {
    const fact = { type: "events", fields: { valid_until: { type: "date" } } };
    const score = counting({ fact, within: { own_term: { until: "valid_until" } } });
    const praise = (valid_until: string): Data => ({ date: "2020-01-01", kind: "praise", valid_until });
    const facts = { L: [praise("2023-11-10"), praise("2023-11-09"), praise("2024-01-01")] };
    expect(stands(score, { facts })).toBe("scored 2");
  });
});

describe("a condition on the fields of an entry", () => {
  const holds = (where: Data, parts: Data = {}, date = "2023-05-31"): boolean =>
    stands(counting({ where }), { facts: { L: [entry(date, parts)] } }) === "scored 1";

  test.each([
    [{ field: "month", is: "2023-05" }, {}, true],
    [{ field: "month", is: "2023-5" }, {}, false],
    [{ field: "year", is: 2023 }, {}, true],
    [{ field: "year", below: 2023 }, {}, false],
    [{ field: "kind", in: ["fine", "warning"] }, {}, true],
    [{ field: "kind", is: "warning" }, {}, false],
    [{ field: "date", on_or_before: "2023-05-31" }, {}, true],
    [{ field: "date", on_or_after: "2023-06-01" }, {}, false],
    [{ field: "amount", above: 100 }, { amount: "100.01" }, true],
    [{ field: "amount", is: 100 }, { amount: "100.00" }, true], // numbers as numbers
    [{ field: "amount", at_least: 100, below: 200 }, { amount: 200 }, false],
    [{ field: "own_fault", is: false }, { own_fault: false }, true],
    [{ field: "court", in: ["second"] }, { court: "second" }, true],
    [{ field: "remark", is: "中止" }, { remark: "中止" }, true],
    [{ field: "repaired", full_years: { at_least: 1 } }, { repaired: "2022-11-10" }, true],
    [{ field: "repaired", full_years: { at_least: 1 } }, { repaired: "2022-11-11" }, false],
    [{ field: "repaired", full_years: { below: 1 } }, { repaired: "2024-01-01" }, false], // not come yet: no number of years
  ])("%j of %j is %s", (where, parts, result) => {
    expect(holds(where, parts)).toBe(result);
  });

  test.each([
    // A missing optional field means that there is no such thing: no test holds but `missing`.
    [{ field: "amount", at_least: 0 }, false],
    [{ field: "amount", below: 0 }, false],
    [{ field: "own_fault", is: false }, false],
    [{ field: "repaired", on_or_before: "9999-12-31" }, false],
    [{ field: "amount", missing: true }, true],
    [{ not: { field: "amount", at_least: 0 } }, true],
  ])("%j of an entry without the field is %s", (where, result) => {
    expect(holds(where)).toBe(result);
  });

  test("a field that is there is not missing", () => {
    expect(holds({ field: "amount", missing: true }, { amount: 0 })).toBe(false);
  });

  test.each([
    [
      {
        all: [
          { field: "year", is: 2023 },
          { field: "kind", is: "fine" },
        ],
      },
      true,
    ],
    [
      {
        any: [
          { field: "year", is: 2022 },
          { field: "kind", is: "fine" },
        ],
      },
      true,
    ],
    [{ not: { field: "kind", is: "fine" } }, false],
    [
      {
        at_least_n: {
          n: 2,
          of: [
            { field: "year", is: 2022 },
            { field: "kind", is: "fine" },
            { field: "staff", is: 0 },
          ],
        },
      },
      true,
    ],
    [
      {
        at_least_n: {
          n: 3,
          of: [
            { field: "year", is: 2022 },
            { field: "kind", is: "fine" },
            { field: "staff", is: 0 },
          ],
        },
      },
      false,
    ],
  ])("%j is %s", (where, result) => {
    expect(holds(where)).toBe(result);
  });

  test("a field may be called like a property of every object", () => {
    const odd = (name: string) =>
      leafScorer({
        cap: "none",
        scoring: {
          rule: "events",
          fact: { type: "events", fields: { [name]: { type: "text", optional: true } } },
          start: "zero",
          where: { field: name, missing: true },
          points: [{ points: 1 }],
        },
      });
    for (const name of ["constructor", "toString", "hasOwnProperty"]) {
      expect(stands(odd(name), { facts: { L: [{ date: "2023-01-01", kind: "x" }] } })).toBe("scored 1");
    }
  });

  test("what a leaf read of a list is how many entries it has", () => {
    const node = nodeAt(counting({})({ facts: { L: [entry("2023-01-01"), entry("2023-01-02")] } }), "L");
    expect(node.read).toEqual([{ fact: "L", value: 2, state: "given", evidence: [] }]);
  });
});
