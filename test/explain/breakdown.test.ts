import { describe, expect, test } from "vitest";
import { type Data, node, scheme, scorer, sheet } from "../helpers/build/rubric.js";
import { both } from "./telling.js";

const judged = (id: string, title: string, points: number, parts: Data = {}): Data => ({
  ...node(id, points, { scoring: { rule: "judged", range: { at_least: 0, at_most: points }, step: 1 }, ...parts }),
  title,
});
const SHEET = sheet({
  renormalise: "none",
  indicators: [
    node("B", 40, {
      indicators: [judged("B1", "制度", 20), judged("B2", "培训", 20, { may_be_not_applicable: true })],
    }),
    judged("C", "质量", 60),
  ],
});
const points = (given: Readonly<Record<string, number>>): Data => ({
  judgements: Object.fromEntries(
    Object.entries(given).map(([id, n]) => [id, { points: n, by: "a", as: "b", reason: "c" }]),
  ),
});

const told = (when: Data, given: Data): unknown =>
  both(
    scorer(SHEET, scheme({ preferences: [{ id: "P1", title: "P1", when }] }))(given),
    (story) => story.preferences[0]!.because,
  );

describe("points of an indicator", () => {
  test("as they are, and against what is asked", () => {
    expect(told({ indicator: "C", points: { at_least: 50 } }, points({ C: 45 }))).toEqual({
      zh: ["C 质量得 45 分，不符合（须不低于 50）"],
      en: ["C 质量 has 45 points, not as required (asked for: at least 50)"],
    });
  });
  test("below a `not` as what it comes to", () => {
    expect(told({ not: { indicator: "C", points: { below: 50 } } }, points({ C: 45 }))).toEqual({
      zh: ["C 质量得 45 分，不符合（须不低于 50）"],
      en: ["C 质量 has 45 points, not as required (asked for: at least 50)"],
    });
  });
  test("scaled up where something does not apply", () => {
    const given = { ...points({ B1: 12 }), not_applicable: { B2: { by: "a", reason: "b" } } };
    expect(told({ indicator: "B", points: { at_least: 20 } }, given)).toEqual({
      zh: ["B B得 24 分（折算到满分 40 分），符合（须不低于 20）"],
      en: ["B B has 24 points (scaled up to 40), as required (asked for: at least 20)"],
    });
    expect(told({ indicator: "B2", points: { at_most: 0 } }, given)).toEqual({
      zh: ["B2 培训不适用，没有得分，不符合（须不高于 0）"],
      en: ["B2 培训 does not apply and has no points, not as required (asked for: at most 0)"],
    });
  });
  test("while they are open", () => {
    expect(told({ indicator: "C", points: { at_least: 50 } }, {})).toEqual({
      zh: ["C 质量得分在 0 到 60 之间，尚不能确定（须不低于 50）"],
      en: ["C 质量 has between 0 and 60, open (asked for: at least 50)"],
    });
  });
});

describe("points of those below", () => {
  test("those that decide are named", () => {
    expect(told({ any_child_of: "B", points: { at_most: 0 } }, points({ B1: 0, B2: 7 }))).toEqual({
      zh: ["B B的下级指标中，B1 制度得 0 分，符合（须有一项不高于 0）"],
      en: ["of the indicators below B B, B1 制度 has 0 points, as required (asked for: one of them at most 0)"],
    });
    expect(told({ every_child_of: "B", points: { above: 5 } }, points({ B1: 0, B2: 7 }))).toEqual({
      zh: ["B B的下级指标中，B1 制度得 0 分，不符合（须每一项都高于 5）"],
      en: ["of the indicators below B B, B1 制度 has 0 points, not as required (asked for: each of them above 5)"],
    });
  });
  test("where none decides, that is said", () => {
    expect(told({ not: { any_child_of: "B", points: { at_most: 0 } } }, points({ B1: 3, B2: 7 }))).toEqual({
      zh: ["B B的下级指标中，没有符合的（不高于 0），符合（须没有一项不高于 0）"],
      en: [
        "of the indicators below B B, none is as asked (at most 0), as required (asked for: none of them at most 0)",
      ],
    });
  });
  test("and what is open where that decides", () => {
    expect(told({ any_child_of: "B", points: { at_most: 0 } }, points({ B1: 3 }))).toEqual({
      zh: ["B B的下级指标中，B2 培训（适用的话）得分在 0 到 20 之间，尚不能确定（须有一项不高于 0）"],
      en: [
        "of the indicators below B B, B2 培训, if it applies, has between 0 and 20, open (asked for: one of them at most 0)",
      ],
    });
  });
});

describe("what a question waits for", () => {
  test("is what the indicators wait for", () => {
    const story = scorer(
      SHEET,
      scheme({ preferences: [{ id: "P1", title: "P1", when: { indicator: "C", points: { at_least: 50 } } }] }),
    )(points({ B1: 3, B2: 7 }));
    expect(both(story, ({ settling }) => settling.map(({ id, conditions }) => [id, conditions]))).toEqual({
      zh: [["C", ["P1"]]],
      en: [["C", ["P1"]]],
    });
  });
});
