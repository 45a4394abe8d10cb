import { describe, expect, test } from "vitest";
import { compileScheme } from "../../src/index.js";
import { type Data, decimal, integer, node, scheme, sheet, thrown, valid } from "../helpers/build/rubric.js";

const EVENTS = {
  type: "events",
  kinds: ["fine", "warning"],
  fields: {
    amount: { type: "decimal" },
    own: { type: "boolean", optional: true },
    court: { type: "choice", options: ["first", "second"], optional: true },
    from: { type: "date" },
    to: { type: "date", optional: true },
  },
};

/** A leaf that reads the fact `x`, whatever its type. */
const RULES: Readonly<Record<string, Data>> = {
  boolean: { rule: "flag", fact: "x" },
  choice: { rule: "choice", fact: "x", points: { A: 100, B: 0 } },
  choices: { rule: "choice", fact: "x", points: { A: 100, B: 0 }, pick: "best" },
  events: { rule: "events", fact: "x", start: "full", points: [{ points: -1 }] },
};

/** The sheet declares `x`, the scheme asks: does that fit? */
function fits(declaration: Data, condition: Data): boolean {
  const rule = RULES[String(declaration["type"])];
  const leaf = rule ? { scoring: rule, floor: 0 } : { scoring: { rule: "flag", fact: { type: "boolean" } } };
  const rubrics = [
    sheet({ facts: { x: declaration }, indicators: [node("L", 100, leaf)] }),
    scheme({ eligibility: [{ id: "E", title: "E", require: { fact: "x", ...condition } }] }),
  ];
  const found = thrown(() => compileScheme(rubrics.map(valid), "scheme"));
  if (found.length > 0) expect(found).toEqual(["fact-type-mismatch /eligibility/0/require"]);
  return found.length === 0;
}

describe("a condition on a fact that another rubric declares", () => {
  test.each([
    [EVENTS, { within: { own_term: { until: "from" } }, count: { is: 0 } }, true],
    [EVENTS, { within: { own_term: { until: "to", otherwise: "always" } }, count: { is: 0 } }, true],
    [EVENTS, { within: { own_term: { until: "to" } }, count: { is: 0 } }, false],
    [EVENTS, { within: { own_term: { until: "from", otherwise: "always" } }, count: { is: 0 } }, false],
    [EVENTS, { within: { own_term: { until: "court", otherwise: "always" } }, count: { is: 0 } }, false],
    [EVENTS, { within: { own_term: { until: "no" } }, count: { is: 0 } }, false],
    [{ type: "boolean" }, { is: true }, true],
    [{ type: "boolean" }, { is: "yes" }, false],
    [{ type: "boolean" }, { in: [true, false] }, true],
    [{ type: "boolean" }, { at_least: 1 }, false],
    [{ type: "boolean" }, { count: { at_least: 1 } }, false],
    [integer(), { at_least: 1, below: 5 }, true],
    [integer(), { is: 5 }, true],
    [integer(), { is: "five" }, false],
    [integer(), { is: true }, false],
    [integer(), { in: [1, "x"] }, false],
    [decimal(), { above: "0.5" }, true],
    [decimal(), { full_years: { at_least: 3 } }, false],
    [decimal(), { on_or_before: "2023-01-01" }, false],
    [{ type: "date" }, { on_or_before: "2023-01-01" }, true],
    [{ type: "date" }, { full_years: { at_least: 3 } }, true],
    [{ type: "date" }, { is: "2023-01-01" }, true],
    [{ type: "date" }, { is: "2023-02-30" }, false],
    [{ type: "date" }, { at_most: 3 }, false],
    [{ type: "choice", options: ["A", "B"] }, { is: "A" }, true],
    [{ type: "choice", options: ["A", "B"] }, { is: "C" }, false],
    [{ type: "choice", options: ["A", "B"] }, { in: ["A", "B"] }, true],
    [{ type: "choice", options: ["A", "B"] }, { in: ["A", "C"] }, false],
    [{ type: "choices", options: ["A", "B"] }, { in: ["A"] }, true],
    [{ type: "choices", options: ["A", "B"] }, { in: ["C"] }, false],
    [{ type: "choices", options: ["A", "B"] }, { is: "A" }, false], // several may be held: `in` it is
    [{ type: "text" }, { is: "北京" }, true],
    [{ type: "text" }, { is: true }, false],
    [{ type: "text" }, { at_least: 1 }, false],
    [EVENTS, { count: { at_most: 0 } }, true],
    [EVENTS, { is: "fine" }, false],
    [{ type: "boolean" }, { missing: true }, true],
    [EVENTS, { missing: true }, true],
  ])("%j asked %j: %s", (declaration, condition, expected) => {
    expect(fits(declaration, condition)).toBe(expected);
  });

  test.each([
    [{ field: "amount", above: 100 }, true],
    [{ field: "amount", is: true }, false],
    [{ field: "amount", missing: true }, false], // never missing: an entry without it is invalid
    [{ field: "own", missing: true }, true],
    [{ field: "own", is: true }, true],
    [{ field: "court", is: "first" }, true],
    [{ field: "court", is: "third" }, false],
    [{ field: "severity", is: "high" }, false],
    [{ field: "kind", is: "fine" }, true],
    [{ field: "kind", is: "fraud" }, false],
    [{ field: "date", on_or_after: "2023-01-01" }, true],
    [{ field: "date", above: 5 }, false],
    [{ field: "month", is: "2023-05" }, true],
    [{ field: "year", at_least: 2022 }, true],
    [{ field: "year", is: "last" }, false],
    [{ not: { field: "severity", is: "high" } }, false],
    [
      {
        all: [
          { field: "own", is: true },
          { field: "severity", is: "high" },
        ],
      },
      false,
    ],
    [
      {
        any: [
          { field: "own", is: true },
          { field: "kind", in: ["warning"] },
        ],
      },
      true,
    ],
    [
      {
        at_least_n: {
          n: 1,
          of: [
            { field: "own", is: true },
            { field: "court", is: "third" },
          ],
        },
      },
      false,
    ],
  ])("entries asked %j: %s", (where, expected) => {
    expect(fits(EVENTS, { where, count: { at_most: 0 } })).toBe(expected);
  });

  test("is looked at wherever it stands", () => {
    expect(fits({ type: "boolean" }, { is: true })).toBe(true);
    const base = sheet({
      facts: { x: { type: "boolean" } },
      indicators: [node("L", 100, { scoring: RULES["boolean"] })],
    });
    const wrong = { fact: "x", at_least: 3 };
    const asking = (parts: Data): readonly string[] =>
      thrown(() => compileScheme([base, scheme(parts)].map(valid), "scheme"));
    const right = { fact: "x", is: true };
    expect(asking({ eligibility: [{ id: "E", title: "E", require: { any: [right, { not: wrong }] } }] })).toEqual([
      "fact-type-mismatch /eligibility/0/require",
    ]);
    expect(asking({ eligibility: [{ id: "E", title: "E", applies_when: wrong, require: right }] })).toEqual([
      "fact-type-mismatch /eligibility/0/applies_when",
    ]);
    expect(asking({ preferences: [{ id: "P", title: "P", when: wrong }] })).toEqual([
      "fact-type-mismatch /preferences/0/when",
    ]);
    expect(
      asking({
        outcomes: [
          { id: "pass", when: wrong },
          { id: "other", otherwise: true },
        ],
      }),
    ).toEqual(["fact-type-mismatch /outcomes/0/when"]);
  });
});
