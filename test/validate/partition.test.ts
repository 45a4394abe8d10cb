/** Brackets hold every value of the type in the range exactly once, or the finding shows one that they do not. */
import { array, assert, boolean, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Interval } from "../../src/model/numbers.js";
import { type Exact, exact } from "../../src/base/exact.js";
import { contains } from "../../src/base/interval.js";
import { declaredDomain, isWithin } from "../../src/validate/domain.js";
import { partitionFaults } from "../../src/validate/partition.js";

const WORDS = { at_least: "low", above: "low", at_most: "high", below: "high" } as const;

function interval(text: string): Interval {
  const ends = text.split(", ").filter((part) => part !== "");
  return Object.fromEntries(
    ends.map((part) => {
      const [word = "", value = ""] = part.split(" ");
      return [WORDS[word as keyof typeof WORDS], { value, inclusive: word === "at_least" || word === "at_most" }];
    }),
  );
}

function faults(type: "integer" | "decimal", range: string, brackets: readonly string[]) {
  const domain = declaredDomain({ id: "n", type, range: interval(range), path: "" });
  return partitionFaults(brackets.map(interval), domain);
}

describe("a partition", () => {
  test.each([
    ["integer", "at_least 0", ["at_least 5", "at_most 4"]],
    ["integer", "at_least 0", ["above 4", "below 5"]],
    ["integer", "at_least 0, below 3", ["above -1, at_most 0.5", "above 0.5, below 2", "at_least 2"]],
    ["decimal", "", ["at_least 5", "below 5"]],
    ["decimal", "", ["above 5", "at_least 5, at_most 5", "below 5"]],
    [
      "decimal",
      "at_least 0, at_most 100",
      ["at_least 60, below 80", "at_least 80, at_most 100", "at_least 0, below 60"],
    ],
    ["decimal", "", [""]],
  ] as const)("of %ss %s: %j", (type, range, brackets) => {
    expect(faults(type, range, brackets)).toEqual([]);
  });
});

describe("a hole", () => {
  test.each([
    ["decimal", "", ["at_least 5", "at_most 4"], "4.5"],
    ["decimal", "", ["above 5", "below 5"], "5"],
    ["decimal", "at_least 0", ["above 0"], "0"],
    ["decimal", "at_most 100", ["below 99.9"], "99.9"],
    ["decimal", "", ["below 5"], "5"],
    ["decimal", "", ["at_most 5"], "6"],
    ["decimal", "", ["at_least 5"], "4"],
    ["integer", "at_least 0", ["at_least 6", "at_most 4"], "5"],
    ["integer", "at_least 0, at_most 10", ["at_least 0, at_most 9.5"], "10"],
  ] as const)("in %ss %s: %j shows %s", (type, range, brackets, witness) => {
    expect(faults(type, range, brackets)).toMatchObject([{ kind: "gap", witness }]);
  });

  test("names the brackets on both sides", () => {
    expect(faults("decimal", "", ["at_least 8", "below 5"])).toEqual([
      { kind: "gap", witness: "5", hole: interval("at_least 5, below 8"), after: 1, before: 0 },
    ]);
  });
});

describe("an overlap", () => {
  test.each([
    ["decimal", ["at_least 5", "at_most 5"], "5"],
    ["decimal", ["above 4", "below 5"], "4.5"],
    ["integer", ["at_least 5", "at_most 5.5"], "5"],
  ] as const)("of %ss: %j shows %s", (type, brackets, witness) => {
    expect(faults(type, "", brackets)).toEqual([{ kind: "overlap", witness, first: 0, second: 1 }]);
  });

  test("with a bracket that reaches far is told for each that lies in it", () => {
    expect(
      faults("integer", "at_least 0", ["at_least 0", "at_least 2, at_most 3", "at_least 7, at_most 8"]),
    ).toMatchObject([
      { kind: "overlap", first: 0, second: 1 },
      { kind: "overlap", first: 0, second: 2 },
    ]);
  });
});

test("a bracket beyond the range is never reached", () => {
  expect(faults("integer", "at_least 0, at_most 3", ["", "above 3", "above 1, below 2"])).toEqual([
    { kind: "unreachable", at: 1 },
    { kind: "unreachable", at: 2 },
  ]);
});

describe("against trying every value", () => {
  const end = record({ value: integer({ min: -3, max: 3 }).map(String), inclusive: boolean() });
  const anyInterval = record({ low: end, high: end }, { requiredKeys: [] });

  test.each(["integer", "decimal"] as const)("%ss", (type) => {
    // Halves stand for all that lies between two ends.
    const step = type === "integer" ? 2n : 1n;
    const values: Exact[] = [];
    for (let n = -10n; n <= 10n; n += step) values.push({ n: n / (step === 2n ? 2n : 1n), d: step === 2n ? 1n : 2n });

    assert(
      property(anyInterval, array(anyInterval, { minLength: 1, maxLength: 5 }), (range, brackets) => {
        const domain = declaredDomain({ id: "n", type, range, path: "" });
        const tried = values.filter((value) => isWithin(value, domain));
        const hits = tried.map((value) => brackets.filter((bracket) => contains(bracket, value)).length);
        const found = partitionFaults(brackets, domain);
        expect(found.some(({ kind }) => kind === "gap")).toBe(hits.some((n) => n === 0));
        expect(found.some(({ kind }) => kind === "overlap")).toBe(hits.some((n) => n > 1));
        expect(found.filter((fault) => fault.kind === "unreachable").map(({ at }) => at)).toEqual(
          brackets.flatMap((bracket, i) => (tried.some((value) => contains(bracket, value)) ? [] : [i])),
        );
        for (const fault of found) {
          if (fault.kind === "unreachable") continue;
          const witness = exact(fault.witness);
          const holding = brackets.filter((bracket) => contains(bracket, witness)).length;
          expect(isWithin(witness, domain) && (fault.kind === "gap" ? holding === 0 : holding > 1)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a hole is told from end to end", () => {
  test.each([
    ["decimal", "", ["at_least 60000", "below 50000"], "at_least 50000, below 60000"],
    ["decimal", "", ["above 6", "at_most 5"], "above 5, at_most 6"],
    ["decimal", "", ["above 5", "below 5"], "at_least 5, at_most 5"],
    ["decimal", "", ["below 5"], "at_least 5"],
    ["decimal", "", ["at_least 5"], "below 5"],
    ["decimal", "at_least 0", ["above 0"], "at_least 0, at_most 0"],
    ["decimal", "above 0, below 9", ["at_least 4"], "above 0, below 4"],
    ["integer", "", ["above 9", "below 5"], "at_least 5, at_most 9"],
    ["integer", "", ["at_least 6", "at_most 4"], "at_least 5, at_most 5"],
    ["integer", "at_least 0, below 11", ["below 5"], "at_least 5, at_most 10"],
    ["integer", "at_least 0", ["below 5"], "at_least 5"],
  ] as const)("in %ss %s: %j leaves %s", (type, range, brackets, words) => {
    expect(faults(type, range, brackets)).toEqual([expect.objectContaining({ kind: "gap", hole: interval(words) })]);
  });
});
