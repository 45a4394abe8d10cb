/** Effects and vetoes in both languages. */
import { describe, expect, test } from "vitest";
import { type Data, type Scorer, node, scheme, scorer, sheet } from "../helpers/build/rubric.js";
import { both, storyAt } from "./telling.js";

const judged = (id: string, points: number): Data =>
  node(id, points, { scoring: { rule: "judged", range: { at_least: 0, at_most: points }, step: 1 } });
const points = (given: Readonly<Record<string, number>>): Data => ({
  judgements: Object.fromEntries(
    Object.entries(given).map(([id, n]) => [id, { points: n, by: "a", as: "b", reason: "c" }]),
  ),
});
const scored = (...effects: readonly Data[]): Scorer =>
  scorer(
    sheet({
      facts: { fatal: { type: "boolean", title: { zh: "死亡事故", en: "fatal accident" } } },
      indicators: [node("A", 40, { effects, indicators: [judged("A1", 20), judged("A2", 20)] }), judged("C", 60)],
    }),
    scheme({
      goal: "pass",
      outcomes: [
        { id: "out", when: { vetoed: true } },
        { id: "pass", otherwise: true },
      ],
    }),
  );
const both20 = points({ A1: 12, A2: 0, C: 60 });
const FATAL = { fact: "fatal", is: true };
const ITEM = { any_child_of: "A", points: { at_most: 0 } };

const adjusted = (score: Scorer, given: Data): unknown => [
  storyAt(score(given), "A", "zh").adjustments.map(({ text }) => text),
  storyAt(score(given), "A", "en").adjustments.map(({ text }) => text),
];
const details = (score: Scorer, given: Data, indicator?: string): unknown => [
  storyAt(score(given), "A", "zh", indicator).details,
  storyAt(score(given), "A", "en", indicator).details,
];

describe("an effect", () => {
  test("that changes something is an adjustment with its reason and its clause", () => {
    const given = { ...both20, facts: { fatal: false } };
    expect(
      adjusted(scored({ when: ITEM, then: "zero", clause: "三（二）" }, { when: FATAL, then: "veto" }), given),
    ).toEqual([
      [
        "连带规定〔三（二）〕：A A的下级指标中，A2 A2得 0 分，符合（须有一项不高于 0），按 0 分计：12 → 0（−12）→ 计入总分 -12",
      ],
      [
        "effect [三（二）]: of the indicators below A A, A2 A2 has 0 points, as required (asked for: one of them at most 0), so it counts 0: 12 → 0 (−12) → -12 in the score",
      ],
    ]);
  });

  test("that changes nothing is told all the same", () => {
    const given = { ...both20, facts: { fatal: true } };
    expect(details(scored({ when: FATAL, then: { at_most: 30 } }), given)).toEqual([
      ["连带规定：死亡事故：是，符合，最高 30 分"],
      ["effect: fatal accident: yes, as required, so it counts at most 30 points"],
    ]);
  });

  test("that is open says what it would do", () => {
    expect(details(scored({ when: FATAL, then: { points: 3 } }), both20)).toEqual([
      ["连带规定未定：死亡事故：尚未填报，尚不能确定（须为“是”）；成立的话，按 3 分计"],
      ["effect, open: fatal accident: not supplied yet, open (asked for: yes); if it holds, it counts 3"],
    ]);
  });

  test("that does not hold is told to who asks for everything", () => {
    const given = { ...both20, facts: { fatal: false } };
    expect(details(scored({ when: FATAL, then: "zero" }), given)).toEqual([[], []]);
    expect(details(scored({ when: FATAL, then: "zero" }), given, "A")).toEqual([
      ["连带规定不起作用：死亡事故：否，不符合（须为“是”）"],
      ["effect, not in force: fatal accident: no, not as required (asked for: yes)"],
    ]);
  });
});

describe("a veto", () => {
  const score = scored({ when: FATAL, then: "veto", clause: "五" });
  const told = (given: Data): unknown =>
    both(score(given), ({ verdict, reasons }) => [
      verdict.at(-1),
      ...reasons.filter(({ code }) => code.startsWith("veto") || code.startsWith("outcome")).map(({ text }) => text),
    ]);

  test("stands in the verdict and among the reasons", () => {
    expect(told({ ...both20, facts: { fatal: true } })).toEqual({
      zh: ["一票否决：A A〔五〕", "“out”成立：有一票否决", "A A〔五〕一票否决：死亡事故：是，符合"],
      en: ["vetoed by A A [五]", '"out" holds: there is a veto', "A A [五] vetoes: fatal accident: yes, as required"],
    });
  });

  test("that may still come", () => {
    expect(told(both20)).toMatchObject({
      zh: [
        "是否一票否决还没有定：A A〔五〕",
        "“out”未定：是否一票否决还不能确定",
        expect.anything(),
        "A A〔五〕是否一票否决未定：死亡事故：尚未填报，尚不能确定（须为“是”）",
      ],
    });
  });
});

describe("what an open effect waits for", () => {
  test("is its fact, and how far it can move the group", () => {
    const story = scored({ when: FATAL, then: "zero" })(both20);
    expect(
      both(story, ({ settling }) => settling.map(({ id, indicators, points: most }) => [id, indicators, most])),
    ).toEqual({
      zh: [["fatal", ["A"], "12"]],
      en: [["fatal", ["A"], "12"]],
    });
  });
});
