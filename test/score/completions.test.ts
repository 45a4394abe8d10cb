import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Bounds } from "../../src/model/assessment.js";
import { type Data, node, nodeAt, scheme, scorer, sheet } from "../helpers/build/rubric.js";
import { type Q, compare, max, min, print, spelled } from "../helpers/oracle/rational.js";

/**
 * Facts of few values, so that every completion can be tried: whatever bounds a node has while facts are open, no
 * completion lies outside, and where they are tight, both ends come about.
 */
interface Few {
  readonly id: string;
  readonly declaration: Data;
  readonly values: readonly unknown[];
}

const few = (id: string): fc.Arbitrary<Few> =>
  fc.oneof(
    fc.constant({ id, declaration: { type: "boolean" }, values: [true, false] }),
    fc.constant({ id, declaration: { type: "choice", options: ["a", "b"] }, values: ["a", "b"] }),
    fc.constant({ id, declaration: { type: "choices", options: ["a", "b"] }, values: [[], ["a"], ["b"], ["a", "b"]] }),
    fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: 0, max: 3 })).map(([low, n]) => ({
      id,
      declaration: { type: "integer", range: { at_least: low, at_most: low + n } },
      values: Array.from({ length: n + 1 }, (_, i) => low + i),
    })),
  );

const points = fc.integer({ min: -6, max: 12 });

const derivations = (numbers: readonly string[]): fc.Arbitrary<Data | undefined> => {
  if (numbers.length === 0) return fc.constant(undefined);
  const pair = fc.tuple(fc.constantFrom(...numbers), fc.constantFrom(...numbers));
  const times = fc.integer({ min: -2, max: 2 });
  return fc.oneof(
    fc.constant(undefined),
    fc.tuple(pair, times).map(([[a, b], t]) => ({ type: "integer", derive: { sum: [a, { fact: b, times: t }] } })),
    fc.tuple(pair, times).map(([[a, b], t]) => ({ type: "decimal", derive: { sum: [a, { fact: b, times: t }] } })),
    pair.map(([a, b]) => ({ type: "decimal", derive: { mean: [a, b] } })),
    fc.tuple(pair, fc.constantFrom(0, 5, "missing")).map(([[numerator, denominator], if_zero]) => ({
      type: "decimal",
      derive: { ratio: { numerator, denominator, if_zero } },
    })),
  );
};

const ruleOn = ({
  id,
  declaration: { type },
}: {
  readonly id: string;
  readonly declaration: Data;
}): fc.Arbitrary<Data> => {
  if (type === "boolean") return points.map((p) => ({ rule: "flag", fact: id, points: p }));
  if (type === "choice")
    return fc.tuple(points, points).map(([a, b]) => ({ rule: "choice", fact: id, points: { a, b } }));
  if (type === "choices") {
    return fc
      .tuple(points, points, fc.constantFrom("best", "sum"))
      .map(([a, b, pick]) => ({ rule: "choice", fact: id, points: { a, b }, pick }));
  }
  return fc.oneof(
    fc.tuple(fc.integer({ min: -2, max: 4 }), points, points).map(([at, below, above]) => ({
      rule: "tiers",
      fact: id,
      tiers: [
        { below: at, points: below },
        { at_least: at, points: above },
      ],
    })),
    fc
      .tuple(points, fc.constantFrom("0.5", "2", "3"), fc.constantFrom("floor", "ceil", "interpolate"), fc.boolean())
      .map(([p, per, partial, both_ways]) => ({
        rule: "steps",
        fact: id,
        start: 0,
        per,
        points: p,
        partial,
        both_ways,
      })),
    fc.tuple(points, points, points, fc.constantFrom("clip", "extend")).map(([a, b, c, beyond]) => ({
      rule: "linear",
      fact: id,
      knots: [
        { at: -1, points: a },
        { at: "0.5", points: b },
        { at: 2, points: c },
      ],
      beyond,
    })),
  );
};

const worlds = fc.tuple(few("f1"), few("f2"), few("f3")).chain((facts) => {
  const numbers = facts.filter(({ declaration }) => declaration["type"] === "integer").map(({ id }) => id);
  return derivations(numbers).chain((derived) => {
    const readable = [...facts, ...(derived ? [{ id: "derived", declaration: derived }] : [])];
    return fc.record({
      facts: fc.constant(facts),
      derived: fc.constant(derived),
      leaves: fc.array(
        fc.record({
          scoring: fc.constantFrom(...readable).chain(ruleOn),
          whenMissing: fc.option(points, { nil: undefined }),
          floor: fc.constantFrom<string | number>("none", 0),
          cap: fc.constantFrom("none", "points"),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      given: fc.tuple(...facts.map(({ values }) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 1 }))),
    });
  });
});

/** The raw facts beneath a fact. */
function below(id: string, derived: Data | undefined): readonly string[] {
  if (id !== "derived") return [id];
  return ["f1", "f2", "f3"].filter((raw) => JSON.stringify(derived).includes(`"${raw}"`));
}

interface Ends {
  readonly least: Q;
  readonly most: Q;
}

const inside = (inner: Ends, { least, most }: Bounds): boolean =>
  (least === null || compare(spelled(least), inner.least) <= 0) &&
  (most === null || compare(spelled(most), inner.most) >= 0);

describe("every completion of a few open facts", () => {
  test("lies within the bounds, and reaches those that are tight", { timeout: 60_000 }, () => {
    let tight = 0;
    fc.assert(
      fc.property(worlds, ({ facts, derived, leaves, given }) => {
        const total = 10 * leaves.length;
        const indicators = leaves.map(({ scoring, whenMissing, floor, cap }, i) =>
          node(`L${i}`, 10, { scoring, floor, cap, ...(whenMissing !== undefined && { when_missing: whenMissing }) }),
        );
        const declared = Object.fromEntries(facts.map(({ id, declaration }) => [id, declaration]));
        const score = scorer(
          sheet({
            points: total,
            floor: "none",
            cap: "none",
            facts: { ...declared, ...(derived && { derived }) },
            indicators,
          }),
          scheme({
            points: total,
            blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }],
            outcomes: [{ id: "any", otherwise: true }],
            goal: "any",
          }),
        );
        // A fact may turn out missing where a leaf says what that is worth.
        const spoken = leaves.flatMap(({ scoring, whenMissing }) =>
          whenMissing === undefined ? [] : below(String(scoring["fact"]), derived),
        );
        const known = Object.fromEntries(
          facts.flatMap(({ id }, i) => (given[i] === undefined ? [] : [[id, given[i]]])),
        );
        const completions = facts.reduce<readonly Data[]>(
          (lists, { id, values }, i) => {
            const all =
              given[i] !== undefined ? [given[i]] : [...values, ...(spoken.includes(id) ? [{ missing: true }] : [])];
            return lists.flatMap((list) => all.map((value) => ({ ...list, [id]: value })));
          },
          [{}],
        );
        const before = score({ facts: known });
        const after = completions.map((facts) => score({ facts }));
        for (const id of ["sheet", ...leaves.map((_, i) => `L${i}`)]) {
          const bounds = nodeAt(before, id).bounds!;
          const reached = after.flatMap((assessment) => nodeAt(assessment, id).awarded?.exact ?? []).map(spelled);
          if (reached.length === 0) continue;
          const ends = { least: reached.reduce(min), most: reached.reduce(max) };
          expect(inside(ends, bounds), `${id} of ${JSON.stringify(known)}`).toBe(true);
          if (!bounds.tight) continue;
          tight += 1;
          expect([bounds.least, bounds.most], `${id} of ${JSON.stringify(known)}`).toEqual([
            print(ends.least),
            print(ends.most),
          ]);
        }
      }),
      { seed: 80, numRuns: 200 },
    );
    expect(tight).toBeGreaterThan(200);
  });
});
