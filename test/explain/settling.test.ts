import { describe, expect, test } from "vitest";
import { type Data, decimal, integer, node, out, same, scheme, scorer, sheet } from "../helpers/build/rubric.js";
import { both } from "./telling.js";
import type { Assessment } from "../../src/model/assessment.js";

const texts = (assessment: Assessment): unknown => both(assessment, (story) => story.settling.map(({ text }) => text));
const data = (assessment: Assessment): unknown =>
  both(assessment, (story) =>
    story.settling.map(({ kind, id, indicators, conditions, points }) => ({
      kind,
      id,
      indicators,
      conditions,
      points,
    })),
  ).en;

const flag = (id: string, points: number, fact: unknown = { type: "boolean" }, more: Data = {}): Data =>
  node(id, points, { scoring: { rule: "flag", fact }, ...more });

/** No outcome asks for the score, and the score may be anything. */
const ANY = {
  blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }],
  outcomes: [{ id: "any", otherwise: true }],
  goal: "any",
};

describe("what is still open", () => {
  test("nothing", () => {
    const score = scorer(sheet({ indicators: [flag("A", 100)] }), scheme());
    expect(texts(score({ facts: { A: true } }))).toEqual({ zh: [], en: [] });
  });

  test("facts, the one that can change most first", () => {
    const score = scorer(
      sheet({
        facts: { b: { type: "boolean", title: { zh: "有制度", en: "a policy" } } },
        indicators: [flag("A", 30), flag("B", 70, "b")],
      }),
      scheme(),
    );
    expect(texts(score())).toEqual({
      zh: [
        "有制度（b）：尚未填报，B 得分在 0 到 70 之间，总分最多相差 70 分",
        "A：尚未填报，A 得分在 0 到 30 之间，总分最多相差 30 分",
      ],
      en: [
        "a policy (b): not supplied yet; B between 0 and 70; up to 70 points of the score",
        "A: not supplied yet; A between 0 and 30; up to 30 points of the score",
      ],
    });
    expect(data(score())).toEqual([
      { kind: "fact", id: "b", indicators: ["B"], conditions: [], points: "70" },
      { kind: "fact", id: "A", indicators: ["A"], conditions: [], points: "30" },
    ]);
    expect(texts(score({ facts: { A: "perhaps", b: { missing: true } } }))).toEqual({
      zh: [
        "有制度（b）：确认没有这项资料，B 得分在 0 到 70 之间，总分最多相差 70 分",
        "A：填报有误，A 得分在 0 到 30 之间，总分最多相差 30 分",
      ],
      en: [
        "a policy (b): missing for good; B between 0 and 70; up to 70 points of the score",
        "A: supplied, but not usable; A between 0 and 30; up to 30 points of the score",
      ],
    });
  });

  test("one fact of several indicators: taken together", () => {
    const score = scorer(
      sheet({ facts: { x: { type: "boolean" } }, indicators: [flag("A", 30, "x"), flag("B", 70, "x")] }),
      scheme(),
    );
    expect(texts(score())).toEqual({
      zh: ["x：尚未填报，A 得分在 0 到 30 之间、B 得分在 0 到 70 之间，总分最多相差 100 分"],
      en: ["x: not supplied yet; A between 0 and 30, B between 0 and 70; up to 100 points of the score"],
    });
    expect(data(score())).toEqual([{ kind: "fact", id: "x", indicators: ["A", "B"], conditions: [], points: "100" }]);
  });

  test("behind a derived fact: the supplied ones that are not there", () => {
    const facts = {
      a: { ...integer({ at_least: 0, at_most: 10 }), title: { zh: "甲", en: "first" } },
      b: { ...integer({ at_least: 0, at_most: 10 }) },
      sum: { ...integer({ at_least: 0, at_most: 20 }), derive: { sum: ["a", "b"] } },
      twice: { ...integer({ at_least: 0, at_most: 40 }), derive: { sum: ["sum", "sum"] } },
    };
    const score = scorer(
      sheet({
        facts,
        floor: "none",
        cap: "none",
        indicators: [node("A", 100, same("twice"))],
      }),
      scheme(ANY),
    );
    expect(texts(score({ facts: { b: 2 } }))).toEqual({
      zh: ["甲（a）：尚未填报，A 得分在 4 到 24 之间，总分最多相差 20 分"],
      en: ["first (a): not supplied yet; A between 4 and 24; up to 20 points of the score"],
    });
    expect(data(score())).toEqual([
      { kind: "fact", id: "a", indicators: ["A"], conditions: [], points: "40" },
      { kind: "fact", id: "b", indicators: ["A"], conditions: [], points: "40" },
    ]);
  });

  test("a derived fact that comes out wrong although all its facts are there is named itself", () => {
    const facts = {
      a: decimal(),
      one: { ...decimal(), derive: { sum: ["a"] } },
      part: { ...decimal({ at_least: 0, at_most: 1 }), derive: { sum: ["one"] } },
    };
    const score = scorer(
      sheet({ facts, floor: "none", cap: "none", indicators: [node("A", 100, same("part"))] }),
      scheme(ANY),
    );
    expect(texts(score({ facts: { a: 7 } }))).toEqual({
      zh: ["part：算不出可用的值，A 得分在 0 到 1 之间，总分最多相差 1 分"],
      en: ["part: comes to no usable value; A between 0 and 1; up to 1 point of the score"],
    });
    expect(data(score({ facts: { a: 7 } }))).toEqual([
      { kind: "fact", id: "part", indicators: ["A"], conditions: [], points: "1" },
    ]);
  });

  test("a judgement", () => {
    const judged = node("A", 100, { scoring: { rule: "judged", range: { at_least: 0, at_most: 100 }, step: 1 } });
    const score = scorer(sheet({ indicators: [judged] }), scheme());
    expect(texts(score())).toEqual({
      zh: ["A：尚未评定，A 得分在 0 到 100 之间，总分最多相差 100 分"],
      en: ["A: not awarded yet; A between 0 and 100; up to 100 points of the score"],
    });
    expect(data(score())).toEqual([{ kind: "judgement", id: "A", indicators: ["A"], conditions: [], points: "100" }]);
  });

  test("whether an indicator applies: nobody has said, and what that changes is open", () => {
    const score = scorer(
      sheet({
        renormalise: true,
        indicators: [flag("A", 60), flag("B", 40, undefined, { may_be_not_applicable: true })],
      }),
      scheme(),
    );
    expect(texts(score({ facts: { A: true } }))).toEqual({
      zh: ["B：还没有说明是否适用，总分最多相差 40 分", "B：尚未填报，B 得分在 0 到 40 之间，总分最多相差 40 分"],
      en: [
        "B: nobody has said whether it applies; up to 40 points of the score",
        "B: not supplied yet; B between 0 and 40; up to 40 points of the score",
      ],
    });
    expect(data(score({ facts: { A: true } }))).toEqual([
      { kind: "applicability", id: "B", indicators: ["B"], conditions: [], points: "40" },
      { kind: "fact", id: "B", indicators: ["B"], conditions: [], points: "40" },
    ]);
    expect(texts(score({ facts: { A: true }, not_applicable: out("B") }))).toEqual({ zh: [], en: [] });
  });

  test("whether an indicator applies: by a fact that is not there", () => {
    const facts = { site: { type: "boolean", title: { zh: "有生产场所", en: "a site" } } };
    const asked = { applies_when: { fact: "site", is: true } };
    const score = scorer(
      sheet({
        facts,
        renormalise: true,
        indicators: [flag("A", 60), flag("B", 20, undefined, asked), flag("C", 20, undefined, asked)],
      }),
      scheme(),
    );
    expect(texts(score({ facts: { A: true, B: true, C: true } }))).toEqual({
      zh: ["有生产场所（site）：尚未填报，决定 B、C 是否适用，总分不会因此改变"],
      en: ["a site (site): not supplied yet; decides whether B, C apply; the score stays the same"],
    });
    expect(data(score({ facts: { A: true, B: true, C: true } }))).toEqual([
      { kind: "fact", id: "site", indicators: ["B", "C"], conditions: [], points: "0" },
    ]);
  });

  test("the condition holds, and still somebody may declare it not applicable", () => {
    const facts = { site: { type: "boolean" } };
    const either = { applies_when: { fact: "site", is: true }, may_be_not_applicable: true };
    const score = scorer(
      sheet({ facts, renormalise: true, indicators: [flag("A", 60), flag("B", 40, undefined, either)] }),
      scheme(),
    );
    expect(texts(score({ facts: { A: true, site: true } }))).toEqual({
      zh: ["B：还没有说明是否适用，总分最多相差 40 分", "B：尚未填报，B 得分在 0 到 40 之间，总分最多相差 40 分"],
      en: [
        "B: nobody has said whether it applies; up to 40 points of the score",
        "B: not supplied yet; B between 0 and 40; up to 40 points of the score",
      ],
    });
  });

  test("a component that nobody named yet", () => {
    const score = scorer(
      sheet({ indicators: [flag("A", 100)] }),
      sheet({ id: "sector", category: "sector", indicators: [flag("B", 100)] }),
      scheme({
        blend: [
          { id: "base", sheet: "sheet", weight: "0.7" },
          { id: "sector", one_of: ["sector"], weight: "0.3" },
        ],
      }),
    );
    expect(texts(score())).toEqual({
      zh: ["A：尚未填报，A 得分在 0 到 100 之间，总分最多相差 70 分", "sector：尚未选定指标表，总分最多相差 30 分"],
      en: [
        "A: not supplied yet; A between 0 and 100; up to 70 points of the score",
        "sector: no sheet named yet; up to 30 points of the score",
      ],
    });
    expect(data(score())).toEqual([
      { kind: "fact", id: "A", indicators: ["A"], conditions: [], points: "70" },
      { kind: "component", id: "sector", indicators: [], conditions: [], points: "30" },
    ]);
  });

  test("without an end, and without any effect", () => {
    const free = sheet({ floor: "none", cap: "none", indicators: [node("A", 100, same(decimal({ at_least: 5 })))] });
    expect(texts(scorer(free, scheme(ANY))())).toEqual({
      zh: ["A：尚未填报，A 得分不低于 5，对总分的影响还算不出"],
      en: ["A: not supplied yet; A at least 5; its worth in the score is open"],
    });
    const same5 = { rule: "choice", fact: { type: "choice", options: ["A", "B"] }, points: { A: 5, B: 5 } };
    const score = scorer(sheet({ indicators: [node("A", 10, { scoring: same5 }), flag("B", 90)] }), scheme());
    expect(texts(score({ facts: { B: true } }))).toEqual({
      zh: ["A：尚未填报，A 不论如何都得 5 分"],
      en: ["A: not supplied yet; A comes to 5 in any case"],
    });
    expect(data(score({ facts: { B: true } }))).toEqual([
      { kind: "fact", id: "A", indicators: ["A"], conditions: [], points: "0" },
    ]);
  });

  test("conditions, preferences and outcomes that wait", () => {
    const facts = { a: { type: "boolean" }, b: { type: "boolean" }, c: { type: "boolean" } };
    const is = (fact: string): Data => ({ fact, is: true });
    const score = scorer(
      sheet({ indicators: [flag("A", 100)] }),
      scheme({
        facts,
        eligibility: [
          { id: "E1", title: "E1", require: { all: [is("a"), is("b")] } },
          { id: "E2", title: "E2", require: is("a") },
        ],
        preferences: [{ id: "P1", title: "P1", when: is("b") }],
        outcomes: [
          { id: "again", when: is("c") },
          { id: "pass", when: { score: { at_least: 80 } } },
          { id: "fail", otherwise: true },
        ],
      }),
    );
    expect(texts(score({ facts: { A: true } }))).toEqual({
      zh: [
        "a：尚未填报，关系到申报条件 E1、E2",
        "b：尚未填报，关系到申报条件 E1，关系到优先情形 P1",
        "c：尚未填报，关系到结论 again",
      ],
      en: [
        "a: not supplied yet; bears on conditions E1, E2",
        "b: not supplied yet; bears on condition E1; bears on preference P1",
        "c: not supplied yet; bears on outcome again",
      ],
    });
    expect(data(score({ facts: { A: true } }))).toEqual([
      { kind: "fact", id: "a", indicators: [], conditions: ["E1", "E2"], points: "0" },
      { kind: "fact", id: "b", indicators: [], conditions: ["E1", "P1"], points: "0" },
      { kind: "fact", id: "c", indicators: [], conditions: ["again"], points: "0" },
    ]);
    expect(texts(score({ facts: { A: true, b: true, c: false } }))).toEqual({
      zh: ["a：尚未填报，关系到申报条件 E1、E2"],
      en: ["a: not supplied yet; bears on conditions E1, E2"],
    });
  });
});
