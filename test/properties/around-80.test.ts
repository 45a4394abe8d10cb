import { describe, expect, test } from "vitest";
import { scorerOf } from "../helpers/engine.js";
import { randomBig, tenth } from "../helpers/random/numbers.js";
import { makeRandom } from "../helpers/random/prng.js";
import { add, mul, print, spelled, sub, whole } from "../helpers/oracle/rational.js";
import type { PlainMap } from "../helpers/oracle/plain.js";
import type { Q } from "../helpers/oracle/rational.js";
import type { Random } from "../helpers/random/prng.js";

/** How deep the fractions of facts and points may go: `0.` and 38 digits are the 40 characters of a number. */
const PLACES = 38;
const SPLITS = ["0.7", "0.5", "0.9", "0.35", "0.01", "0.123456789"];
const HALF = spelled("0.5");

/** 100 points: `certain` of them by a flag, a part of one point by `fine`, the rest by another flag that is not met. */
function sheet(id: string, category: string, certain: Q, fine: PlainMap): PlainMap {
  const flag = (name: string, points: Q): PlainMap => ({
    id: `${id}.${name}`,
    title: name,
    points: print(points),
    scoring: { rule: "flag", fact: { type: "boolean" } },
  });
  return {
    kind: "sheet",
    id,
    version: "1",
    category,
    title: id,
    status: "drafted",
    points: 100,
    facts: {},
    indicators: [
      flag("met", certain),
      { id: `${id}.fine`, title: "fine", points: 1, scoring: fine },
      flag("unmet", sub(whole(99), certain)),
    ],
  };
}

/** The fraction comes from a fact, or stands in the rubric itself. */
const asFact: PlainMap = {
  rule: "linear",
  fact: { type: "decimal", range: { at_least: 0, at_most: 1 } },
  knots: [
    { at: 0, points: 0 },
    { at: 1, points: 1 },
  ],
  beyond: "clip",
};
const asPoints = (points: Q): PlainMap => ({ rule: "flag", fact: { type: "boolean" }, points: print(points) });

const scheme = (weight: Q): PlainMap => ({
  kind: "scheme",
  id: "scheme",
  version: "1",
  title: "scheme",
  points: 100,
  facts: {},
  blend: [
    { id: "base", sheet: "base", weight: print(weight) },
    { id: "sector", sheet: "sector", weight: print(sub(whole(1), weight)) },
  ],
  display: { places: 2, mode: "half-up" },
  goal: "expert-review",
  outcomes: [
    { id: "expert-review", when: { score: { at_least: 80 } } },
    { id: "not-shortlisted", otherwise: true },
  ],
});

/** Base and sector far from 80 on either side, and their fractions likewise, so that only the exact blend is 80 − gap. */
function around80(random: Random, weight: Q, gap: Q, inFacts: boolean): { rubrics: PlainMap[]; factSheet: PlainMap } {
  const other = sub(whole(1), weight);
  const apart = whole(random.int(-15, 15));
  const places = PLACES - (print(weight).length - 2);
  const nudge = mul(tenth(places), whole(randomBig(random, 10n ** BigInt(places) / 4n)));
  const fine = { base: add(sub(HALF, gap), mul(other, nudge)), sector: sub(sub(HALF, gap), mul(weight, nudge)) };
  const certain = { base: add(spelled("79.5"), mul(other, apart)), sector: sub(spelled("79.5"), mul(weight, apart)) };
  const rubrics = [
    scheme(weight),
    sheet("base", "base", certain.base, inFacts ? asFact : asPoints(fine.base)),
    sheet("sector", "sector", certain.sector, inFacts ? asFact : asPoints(fine.sector)),
  ];
  const given = (id: "base" | "sector"): PlainMap => ({
    [`${id}.met`]: true,
    [`${id}.unmet`]: false,
    [`${id}.fine`]: inFacts ? print(fine[id]) : true,
  });
  return {
    rubrics,
    factSheet: {
      kind: "facts",
      scheme: "scheme",
      as_of: "2023-11-10",
      facts: { ...given("base"), ...given("sector") },
    },
  };
}

describe.each(SPLITS)("around 80 with %s for the base", (split) => {
  const weight = spelled(split);
  const random = makeRandom(80, SPLITS.indexOf(split));

  test.each([true, false])("exactly 80 passes (fractions in facts: %s)", (inFacts) => {
    for (let i = 0; i < 10; i += 1) {
      const { rubrics, factSheet } = around80(random, weight, whole(0), inFacts);
      const { score, decision } = scorerOf(rubrics)(factSheet);
      expect([score.exact, decision.outcome, decision.margin, decision.certain]).toEqual([
        "80",
        "expert-review",
        "0",
        true,
      ]);
    }
  });

  test.each(Array.from({ length: PLACES }, (_, i) => i + 1))("80 − 10^-%i does not", (k) => {
    const gap = tenth(k);
    for (const inFacts of [true, false]) {
      const { rubrics, factSheet } = around80(random, weight, gap, inFacts);
      const { score, decision } = scorerOf(rubrics)(factSheet);
      expect([score.exact, decision.outcome, decision.margin]).toEqual([
        print(sub(whole(80), gap)),
        "not-shortlisted",
        print(sub(whole(0), gap)),
      ]);
      expect(score.display).toBe(k === 1 ? "79.90" : k === 2 ? "79.99" : "80.00");
    }
  });
});

describe("around 80 behind a division", () => {
  /** 30 of 100 points drop out, so the sheet is what was earned × 100 ÷ 70: 56 make exactly 80. */
  const leaf = (id: string, points: number, scoring: PlainMap, more: PlainMap = {}): PlainMap => ({
    id,
    title: id,
    points,
    scoring,
    ...more,
  });
  const divided: PlainMap = {
    kind: "sheet",
    id: "base",
    version: "1",
    category: "base",
    title: "base",
    status: "drafted",
    points: 100,
    renormalise: true,
    facts: {},
    indicators: [
      leaf("A", 55, { rule: "flag", fact: { type: "boolean" } }),
      leaf("B", 1, asFact),
      leaf("C", 14, { rule: "flag", fact: { type: "boolean" } }),
      leaf("D", 30, { rule: "flag", fact: { type: "boolean" } }, { may_be_not_applicable: true }),
    ],
  };
  const alone: PlainMap = { ...scheme(whole(1)), blend: [{ id: "base", sheet: "base", weight: 1 }] };
  const decide = (fine: string) =>
    scorerOf([alone, divided])({
      kind: "facts",
      scheme: "scheme",
      as_of: "2023-11-10",
      facts: { A: true, B: fine, C: false },
      not_applicable: { D: { by: "a", reason: "b" } },
    });

  test("56 of 70 is 80 and passes", () => {
    expect(decide("1")).toMatchObject({ score: { exact: "80" }, decision: { outcome: "expert-review", margin: "0" } });
  });
  test.each(Array.from({ length: PLACES }, (_, i) => i + 1))("56 − 10^-%i of 70 does not", (k) => {
    const gap = tenth(k);
    const { score, decision } = decide(print(sub(whole(1), gap)));
    expect(decision.outcome).toBe("not-shortlisted");
    expect(score.exact).toBe(print(sub(whole(80), mul(gap, spelled("10/7")))));
  });
});
