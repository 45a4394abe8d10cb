/** Gates, grades, decisions: patterns D1 to D19, each as published sheets print it. */
import { expect } from "vitest";
import { readFactSheet, recordOf, replay, validateRubric } from "../../src/index.js";
import {
  AS_OF,
  type Data,
  compiled,
  node,
  rangeScorer,
  scheme,
  scorer,
  sheet,
  worth,
} from "../helpers/build/rubric.js";
import { pattern } from "./pattern.js";

const yes = { type: "boolean" };
const rest = { id: "rest", otherwise: true };
const range = { at_least: 0, at_most: 100 };
const outcomeOf =
  (parts: Data) =>
  (x: number | string, facts: Data = {}): string =>
    rangeScorer(range, parts)({ facts: { x, ...facts } }).decision.outcome;
const LADDER = [
  { id: "A", at_least: 90 },
  { id: "B", at_least: 70, below: 90 },
  { id: "C", at_least: 40, below: 70 },
  { id: "D", below: 40 },
];
const bandOf =
  (parts: Data = {}) =>
  (x: number | string, facts: Data = {}): string | null =>
    rangeScorer(range, { bands: LADDER, goal: "rest", outcomes: [rest], ...parts })({ facts: { x, ...facts } }).decision
      .band;

pattern("D1", "conditions that must all hold before the score counts: 同时满足以下条件", () => {
  const score = rangeScorer(range, {
    facts: { registered: yes, years: { type: "integer" } },
    eligibility: [
      { id: "E1", title: "依法注册", require: { fact: "registered", is: true } },
      { id: "E2", title: "经营三年（含）以上", require: { fact: "years", at_least: 3 } },
    ],
    goal: "pass",
    outcomes: [
      { id: "ineligible", when: { eligibility: "ineligible" } },
      { id: "pass", when: { score: { at_least: 80 } } },
      rest,
    ],
  });
  const outcome = (facts: Data): string => score({ facts }).decision.outcome;
  expect(outcome({ x: 95, registered: true, years: 3 })).toBe("pass");
  expect(outcome({ x: 95, registered: true, years: 2 })).toBe("ineligible");
});

pattern("D2", "another way in: 评价得分达到60分以上，或满足下列条件之一", () => {
  const outcome = outcomeOf({
    facts: { listed: yes, standard: yes },
    goal: "in",
    outcomes: [
      {
        id: "in",
        when: { any: [{ score: { at_least: 60 } }, { fact: "listed", is: true }, { fact: "standard", is: true }] },
      },
      rest,
    ],
  });
  expect(outcome(60, { listed: false, standard: false })).toBe("in");
  expect(outcome(20, { listed: false, standard: true })).toBe("in");
  expect(outcome("59.99", { listed: false, standard: false })).toBe("rest");
});

pattern("D12", "a class of its own for those without a record: M级，新设立企业", () => {
  const outcome = outcomeOf({
    facts: { new_entrant: yes },
    goal: "good",
    outcomes: [
      { id: "M", title: "新设立", when: { fact: "new_entrant", is: true } },
      { id: "good", when: { score: { at_least: 70 } } },
      rest,
    ],
  });
  expect(outcome(95, { new_entrant: true })).toBe("M");
  expect(outcome(95, { new_entrant: false })).toBe("good");
});

pattern("D13", "fixed bands: 90、70、40", () => {
  expect(["90", "89.999", "70", "40", "39.9"].map((x) => bandOf()(x))).toEqual(["A", "B", "B", "C", "D"]);
});

pattern(
  "D14",
  "printed bands with a hole or an overlap are refused, with the score that shows it: 5A 950以上，4A 901—950",
  () => {
    const codes = (bands: readonly Data[]): readonly string[] =>
      validateRubric(scheme({ points: 1000, bands, goal: "rest", outcomes: [rest] })).diagnostics.map(
        ({ code }) => code,
      );
    // 950.5 is above 950 and 950 is in both; 900.5 is in none.
    expect(
      codes([
        { id: "5A", at_least: 950 },
        { id: "4A", at_least: 901, at_most: 950 },
        { id: "3A", at_most: 900 },
      ]),
    ).toEqual(["band-gap", "band-overlap"]);
    expect(
      codes([
        { id: "A", above: 350 },
        { id: "B", below: 350 },
      ]),
    ).toEqual(["band-gap"]);
  },
);

pattern("D17", "a threshold opens the next stage: 80分以上的可进入专家评审程序；70分以上（不含70分）", () => {
  const at = outcomeOf({ goal: "review", outcomes: [{ id: "review", when: { score: { at_least: 80 } } }, rest] });
  expect([at("80"), at("79.996")]).toEqual(["review", "rest"]);
  const above = outcomeOf({ goal: "review", outcomes: [{ id: "review", when: { score: { above: 70 } } }, rest] });
  expect([above("70"), above("70.0001")]).toEqual(["rest", "review"]);
});

pattern("D10", "score and bad record together: 60分以下且没有不良信用信息的为B级，有的为C级", () => {
  const outcome = outcomeOf({
    facts: { bad_records: { type: "integer", range: { at_least: 0 } } },
    goal: "A",
    outcomes: [
      { id: "A", when: { score: { at_least: 60 } } },
      { id: "B", when: { fact: "bad_records", at_most: 0 } },
      { id: "C", otherwise: true },
    ],
  });
  expect([outcome(60, { bad_records: 2 }), outcome(59, { bad_records: 0 }), outcome(59, { bad_records: 1 })]).toEqual([
    "A",
    "B",
    "C",
  ]);
});

pattern(
  "D16",
  "grades by rank need all applicants, which a rubric does not see: declined, and written as a supplied rank",
  () => {
    // 由高到低按比例划分: whoever holds all scores ranks them; the share of those ahead is then a fact like any other.
    const outcome = outcomeOf({
      facts: { ahead: { type: "decimal", unit: "%", range: { at_least: 0, at_most: 100 } } },
      goal: "A",
      outcomes: [{ id: "A", when: { all: [{ score: { at_least: 60 } }, { fact: "ahead", below: 20 }] } }, rest],
    });
    expect([outcome(80, { ahead: "19.9" }), outcome(80, { ahead: 20 })]).toEqual(["A", "rest"]);
  },
);

const flags = (...ids: readonly string[]): readonly Data[] =>
  ids.map((id) => node(id, 50, { scoring: { rule: "flag", fact: yes } }));

pattern("D3", "a section must have its minimum: 创新能力不低于20分，其余各不低于15分", () => {
  const score = scorer(
    sheet({
      indicators: [worth("innovation", 40), worth("growth", 30), worth("focus", 30)],
      floor: "none",
      cap: "none",
    }),
    scheme({
      blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }],
      goal: "listed",
      outcomes: [
        {
          id: "listed",
          when: {
            all: [
              { score: { at_least: 60 } },
              { indicator: "innovation", points: { at_least: 20 } },
              { indicator: "growth", points: { at_least: 15 } },
              { indicator: "focus", points: { at_least: 15 } },
            ],
          },
        },
        rest,
      ],
    }),
  );
  const outcome = (innovation: number, growth: number, focus: number): string =>
    score({ facts: { innovation, growth, focus } }).decision.outcome;
  expect(outcome(20, 25, 15)).toBe("listed"); // 60, and each at its minimum
  expect(outcome(40, 30, 14)).toBe("rest"); // 84, but one section below 15
});

pattern("D5", "so many key items failed, and only then: 2项以上（含2项）关键项不符合要求，不评定等级", () => {
  const failed = (id: string): Data => ({ indicator: id, points: { at_most: 0 } });
  const score = scorer(
    sheet({ indicators: flags("a", "b") }),
    scheme({
      goal: "graded",
      outcomes: [
        { id: "not-graded", when: { at_least_n: { n: 2, of: [failed("a"), failed("b")] } } },
        { id: "graded", when: { score: { at_least: 50 } } },
        rest,
      ],
    }),
  );
  expect(score({ facts: { a: false, b: true } }).decision.outcome).toBe("graded");
  expect(score({ facts: { a: false, b: false } }).decision.outcome).toBe("not-graded");
});

pattern("D4", "one veto, whatever the score: 一票否决；85分以下及一票否决的为B级", () => {
  const score = scorer(
    sheet({
      facts: { fatal_accident: yes },
      indicators: flags("a", "b"),
      effects: [{ when: { fact: "fatal_accident", is: true }, then: "veto", clause: "三" }],
    }),
    scheme({
      goal: "A",
      outcomes: [
        { id: "A", when: { all: [{ score: { above: 85 } }, { vetoed: false }] } },
        { id: "B", otherwise: true },
      ],
    }),
  );
  const graded = (fatal_accident: boolean): string => {
    const { score: result, decision } = score({ facts: { a: true, b: true, fatal_accident } });
    return `${result.exact} ${decision.outcome}`;
  };
  expect(graded(false)).toBe("100 A");
  expect(graded(true)).toBe("100 B"); // a veto takes no points
});

pattern(
  "D6",
  "a key item zeroes its section only: 保证项目中有一项未得分或小计得分不足40分，此分项检查评分表不应得分",
  () => {
    const judged = (id: string, points: number): Data =>
      node(id, points, { scoring: { rule: "judged", range: { at_least: 0, at_most: points }, step: 1 } });
    const section = node("S", 80, {
      indicators: [node("key", 60, { indicators: [judged("k1", 30), judged("k2", 30)] }), judged("other", 20)],
      effects: [
        {
          when: {
            any: [
              { any_child_of: "key", points: { at_most: 0 } },
              { indicator: "key", points: { below: 40 } },
            ],
          },
          then: "zero",
        },
      ],
    });
    const score = scorer(sheet({ indicators: [section, judged("rest", 20)] }), scheme());
    const total = (k1: number, k2: number): string | null =>
      score({
        judgements: Object.fromEntries(
          Object.entries({ k1, k2, other: 20, rest: 15 }).map(([id, n]) => [
            id,
            { points: n, by: "甲", as: "检查组", reason: "现场检查" },
          ]),
        ),
      }).score.exact;
    expect(total(20, 20)).toBe("75"); // 20 + 20 + 20 + 15
    expect(total(30, 0)).toBe("15"); // one key item without points: the other section alone
    expect(total(20, 19)).toBe("15"); // 39 of the key items
  },
);

const from = (n: number): Data => ({ score: { at_least: n } });

/** The score is the number of merits, whatever that is. */
const OPEN: Data = { floor: "none", cap: "none" };
const KEPT: Data = { blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }] };

/** A grade of the score, which effects may change: 90, 70 and 40 points, and as asked. */
const GRADES = [
  { id: "A", at_least: 90 },
  { id: "B", at_least: 70, below: 90 },
  { id: "C", at_least: 40, below: 70 },
  { id: "D", below: 40 },
];
const graded = (facts: Data, effects: readonly Data[]) => {
  const score = scorer(
    sheet({ facts, indicators: [worth("merits", 100)], ...OPEN }),
    scheme({ ...KEPT, facts, bands: GRADES, effects, goal: "rest", outcomes: [{ id: "rest", otherwise: true }] }),
  );
  return (merits: number, others: Data): string | null => score({ facts: { merits, ...others } }).decision.band;
};

pattern("D7", "a direct grade, whatever the score: 有下列情形之一的，直接定为D级", () => {
  const band = graded({ forged: yes, evaded: yes }, [
    {
      when: {
        any: [
          { fact: "forged", is: true },
          { fact: "evaded", is: true },
        ],
      },
      then: { band: "D" },
    },
  ]);
  expect(band(95, { forged: false, evaded: false })).toBe("A");
  expect(band(95, { forged: false, evaded: true })).toBe("D");
  expect(band(39, { forged: false, evaded: false })).toBe("D");
  expect(band(95, { evaded: true })).toBe("D"); // the other case may stay open
  expect(band(95, { forged: false })).toBeNull(); // A or D
});

pattern("D8", "a grade that is shut: 有一项达不到要求，不能评为A级，最高只能评定为B级", () => {
  const band = graded({ overdue: yes }, [{ when: { fact: "overdue", is: true }, then: { band_at_most: "B" } }]);
  expect([band(95, { overdue: false }), band(95, { overdue: true })]).toEqual(["A", "B"]);
  expect(band(65, { overdue: true })).toBe("C"); // shut out of A, not one grade down
  expect(band(65, {})).toBe("C"); // whatever the answer
});

pattern("D9", "one grade down for what has happened: 信用等级将下调一级", () => {
  const band = graded({ penalised: yes }, [{ when: { fact: "penalised", is: true }, then: { bands_down: 1 } }]);
  expect([95, 80, 50, 20].map((merits) => band(merits, { penalised: false }))).toEqual(["A", "B", "C", "D"]);
  expect([95, 80, 50, 20].map((merits) => band(merits, { penalised: true }))).toEqual(["B", "C", "D", "D"]);
});

pattern("D11", "a grade that also asks for size: A级须有3个以上合同段且合同总额达到1亿元", () => {
  const isLarge = {
    all: [
      { fact: "contracts", at_least: 3 },
      { fact: "total", at_least: 1 },
    ],
  };
  const band = graded({ contracts: { type: "integer" }, total: { type: "decimal", unit: "亿元" } }, [
    { when: { not: isLarge }, then: { band_at_most: "B" } },
  ]);
  expect(band(96, { contracts: 3, total: 1 })).toBe("A");
  expect(band(96, { contracts: 2, total: 5 })).toBe("B");
  expect(band(69, { contracts: 9, total: 9 })).toBe("C");
});

pattern("D15", "the score is set, whatever it was: 直接扣减至150分", () => {
  const score = scorer(
    sheet({ points: 1000, facts: { dishonest: yes }, indicators: [worth("merits", 1000)], ...OPEN }),
    scheme({
      ...KEPT,
      points: 1000,
      effects: [{ when: { fact: "dishonest", is: true }, then: { points: 150 }, clause: "第十二条" }],
    }),
  );
  const total = (merits: number, dishonest: boolean): string | null =>
    score({ facts: { merits, dishonest } }).score.exact;
  expect([total(870, false), total(870, true), total(90, true)]).toEqual(["870", "150", "150"]);
});

pattern("D19", "the title is taken away later: 实行动态管理，发生失信行为的移出名单", () => {
  const program = compiled(
    sheet({ facts: { penalties: { type: "events" } }, indicators: [worth("merits", 100)], ...OPEN }),
    scheme({
      ...KEPT,
      facts: { titled: yes },
      eligibility: [{ id: "clean", title: "Clean", require: { fact: "penalties", count: { at_most: 0 } } }],
      goal: "named",
      outcomes: [
        {
          id: "removed",
          when: { all: [{ fact: "titled", is: true }, { not: { all: [from(80), { eligibility: "eligible" }] } }] },
        },
        { id: "kept", when: { fact: "titled", is: true } },
        { id: "named", when: { all: [from(80), { eligibility: "eligible" }] } },
        { id: "rest", otherwise: true },
      ],
    }),
  );
  const recorded = (facts: Data) =>
    recordOf(program, readFactSheet({ kind: "facts", scheme: "scheme", as_of: AS_OF, facts }));
  const penalties = [{ date: "2023-06-01", kind: "penalty" }];
  const earlier = recorded({ merits: 85, titled: false, penalties: [] });
  const later = recorded({ merits: 85, titled: true, penalties });
  expect([earlier, later].map(({ assessment }) => assessment.decision.outcome)).toEqual(["named", "removed"]);
  expect(later.assessment.eligibility.conditions.map(({ id, status }) => `${id} ${status}`)).toEqual(["clean failed"]);
  // What was decided then can still be shown to have been right then.
  expect([replay(earlier).verdict, replay(later).verdict]).toEqual(["MATCH", "MATCH"]);
  expect(recorded({ merits: 79, titled: true, penalties: [] }).assessment.decision.outcome).toBe("removed"); // 79 < 80
  expect(recorded({ merits: 80, titled: true, penalties: [] }).assessment.decision.outcome).toBe("kept");
});
