/** The second checker: honest records hold, and whoever changes a figure is told which. */
import { describe, expect, test } from "vitest";
import { auditRecord, compileScheme, parseFactSheet, parseRubric, recordOf, replay } from "../../src/index.js";
import type { ScoreRecord } from "../../src/model/record.js";
import { digestsOf } from "../../src/replay/record.js";
import { forged } from "../helpers/forge.js";
import { makeRandom } from "../helpers/random/prng.js";
import { randomRecord } from "../helpers/random/record.js";

const SHOP = `kind: scheme
id: shops
version: "1"
title: 诚信商店
points: 100
facts:
  rate: { type: decimal, range: { at_least: 0, at_most: 100 } }
  permit: { type: boolean }
  opened: { type: date }
  years: { type: integer, range: { at_least: 0 }, derive: { full_years_since: opened } }
  fines: { type: events, kinds: [fine], fields: { amount: { type: decimal } } }
eligibility: [ { id: E1, title: 满三年, require: { fact: years, at_least: 3 } } ]
indicators:
  - id: A
    title: 履约
    points: 70
    round: { places: 0, mode: half-up }
    indicators:
      - { id: A1, title: 履约率, points: 60, scoring: { rule: linear, fact: rate, knots: [ { at: 0, points: 0 }, { at: 100, points: 60 } ], beyond: clip } }
      - { id: A2, title: 许可, points: 10, scoring: { rule: flag, fact: permit } }
  - { id: B, title: 处罚, points: 30, floor: 0, scoring: { rule: events, fact: fines, start: full, within: { last: { years: 1 }, first_day: counts }, points: [ { points: -10 } ] } }
goal: passed
outcomes:
  - { id: ineligible, when: { eligibility: ineligible } }
  - { id: passed, when: { score: { at_least: 80 } } }
  - { id: failed, otherwise: true }
`;

const FACTS = `kind: facts
scheme: shops
as_of: 2024-05-20
facts:
  rate: 95.2
  permit: true
  opened: 2020-05-20
  fines: [ { date: 2024-01-31, kind: fine, amount: 500 }, { date: 2021-01-31, kind: fine, amount: 500 } ]
`;

const made = (facts = FACTS, shop = SHOP): ScoreRecord =>
  JSON.parse(
    JSON.stringify(recordOf(compileScheme([parseRubric(shop)], "shops"), parseFactSheet(facts))),
  ) as ScoreRecord;
/** As a forger leaves it: places changed, and all digests computed anew. */
function alteredAt(places: Readonly<Record<string, unknown>>, record = made()): ScoreRecord {
  for (const [path, value] of Object.entries(places)) put(record, path, value);
  return { ...record, digests: digestsOf(record) };
}

type Fields = { [key: string]: unknown };

function put(record: ScoreRecord, path: string, value: unknown): void {
  const keys = path.split("/").slice(1);
  const last = keys.pop()!;
  const holder = keys.reduce<unknown>((at, key) => (at as Fields)[key], record);
  (holder as Fields)[last] = value;
}

const factAt = (id: string): string =>
  `/assessment/facts/${made().assessment.facts.findIndex(({ declared }) => declared.id === id)}/read/value`;
const ROOT = "/assessment/components/0/root";
const B = `${ROOT}/children/1`;
const pathsOf = (record: unknown): readonly string[] => auditRecord(record).findings.map(({ path }) => path);

describe("an honest record", () => {
  test("holds, and says how much was compared", () => {
    const result = auditRecord(made());
    expect(result).toMatchObject({ holds: true, findings: [], taken: 0 });
    expect(result.checked).toBeGreaterThan(150);
  });

  test("holds while facts are open, and counts what is taken as it stands", () => {
    const result = auditRecord(made(FACTS.replace("  rate: 95.2\n", "")));
    expect(result).toMatchObject({ holds: true, findings: [] });
    expect(result.taken).toBeGreaterThan(0);
  });

  const SEED = 20231110;
  test("of random rubrics holds, and with one figure changed and new digests does not", { timeout: 240_000 }, () => {
    const broken: string[] = [];
    let records = 0;
    let forgeries = 0;
    for (let index = 0; index < 120; index += 1) {
      const record = randomRecord(SEED, index);
      if (!record) continue;
      records += 1;
      broken.push(
        ...auditRecord(record).findings.map(({ path, stated, follows }) => `${index} ${path}: ${stated}, ${follows}`),
      );
      const forgery = forged(record, makeRandom(SEED, index));
      if (!forgery) continue;
      forgeries += 1;
      if (auditRecord(forgery.record).holds) broken.push(`${index} not noticed: ${forgery.change}`);
    }
    expect(broken.slice(0, 5)).toEqual([]);
    expect(records).toBeGreaterThan(110);
    expect(forgeries).toBeGreaterThan(80);
  });
});

describe("a forged record names", () => {
  test("a test of an open score that its bounds settle, written down as open", () => {
    const asking = SHOP.replace(
      "{ score: { at_least: 80 } }",
      "{ all: [{ fact: permit, is: false }, { score: { at_least: 95 } }] }",
    );
    // Without the rate the score is at least 10 + 20, and at most 90: one fine counts.
    const open = made(FACTS.replace("  rate: 95.2\n", ""), asking);
    const place = "/assessment/decision/reasons/1/because/1/result";
    expect(open.assessment.decision.reasons[1]!.because[1]).toMatchObject({ read: "score", result: "false" });
    expect(pathsOf(open)).toEqual([]);
    expect(pathsOf(alteredAt({ [place]: "unknown" }, open))).toEqual([place]);
  });

  test.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    [
      "points that the rule does not give",
      { [`${ROOT}/children/0/children/0/awarded/exact`]: "60" },
      [`${ROOT}/children/0/children/0/awarded/exact`, `${ROOT}/children/0/steps/0/in/0`],
    ],
    ["a floor that lies elsewhere", { [`${B}/terms/floor`]: "25" }, [`${B}/steps/3`, `${B}/awarded/exact`]],
    ["another rounding", { [`${ROOT}/children/0/terms/round/places`]: 1 }, [`${ROOT}/children/0/steps/1/out`]],
    [
      "an entry that lies in the window, left out of it",
      { [`${B}/steps/0/note/excluded`]: "window", [`${B}/steps/0/out`]: "0" },
      [`${B}/steps/0/note/excluded`, `${B}/steps/0/out`],
    ],
    [
      "a date that the fact sheet does not have",
      { [`${B}/steps/0/note/date`]: "2022-01-31" },
      [`${B}/steps/0/note/date`],
    ],
    ["a fact that was supplied otherwise", { [factAt("rate")]: "100" }, [factAt("rate")]],
    ["a number that follows from others", { [factAt("years")]: "5" }, [factAt("years")]],
    [
      "a condition answered otherwise",
      { "/assessment/eligibility/conditions/0/status": "failed" },
      ["/assessment/eligibility/conditions/0/status", "/assessment/eligibility/status"],
    ],
    [
      "another outcome",
      { "/assessment/decision/outcome": "failed", "/assessment/decision/possible": ["failed"] },
      ["/assessment/decision/possible/0"],
    ],
    [
      "another threshold",
      { "/assessment/decision/threshold": "70" },
      ["/assessment/decision/margin", "/assessment/decision/threshold"],
    ],
  ])("%s", (_, places, paths) => {
    const forgery = alteredAt(places);
    expect(pathsOf(forgery)).toEqual(expect.arrayContaining([...paths]));
    expect(replay(forgery).verdict).toBe("MISMATCH");
  });

  test("what a whole assessment of better facts says, set beside the facts that were handed in", () => {
    const { assessment } = made(FACTS.replace("95.2", "100"));
    expect(pathsOf(alteredAt({ "/assessment": assessment }))).toEqual([factAt("rate")]);
  });

  test("what a kinder rule gives, printed below the rule that is in force", () => {
    const { assessment } = made(FACTS, SHOP.replace("points: -10", "points: -5"));
    const { standard } = made().assessment.components[0]!.root!.children![1]!;
    expect(pathsOf(alteredAt({ "/assessment": assessment, [`${B}/standard`]: standard }))).toEqual([
      `${B}/steps/0/out`,
      `${B}/steps/2/in/1`,
      `${B}/steps/2/out`,
      `${B}/awarded/exact`,
    ]);
  });
});

/** What a forger can hide in: a veto, points that people award, questions about indicators and about the list. */
const MARKET = `kind: scheme
id: shops
version: "1"
title: 诚信市场
points: 100
facts:
  rate: { type: decimal, range: { at_least: 0, at_most: 100 } }
  permit: { type: boolean }
  opened: { type: date }
  years: { type: integer, range: { at_least: 0 }, derive: { full_years_since: opened } }
  fines: { type: events, kinds: [fine], fields: { amount: { type: decimal } } }
  recent: { type: integer, range: { at_least: 0 }, derive: { count: { fact: fines, within: { last: { years: 1 }, first_day: counts } } } }
preferences:
  - { id: P1, title: 一年内无罚款, when: { fact: fines, within: { last: { years: 1 }, first_day: counts }, count: { at_most: 0 } } }
indicators:
  - id: A
    title: 履约
    points: 60
    renormalise: true
    effects: [ { when: { fact: permit, is: false }, then: veto } ]
    indicators:
      - { id: A1, title: 履约率, points: 50, may_be_not_applicable: true, scoring: { rule: linear, fact: rate, knots: [ { at: 0, points: 0 }, { at: 100, points: 50 } ], beyond: clip } }
      - { id: A2, title: 许可, points: 10, scoring: { rule: flag, fact: permit } }
  - { id: Y, title: 年限, points: 5, when_missing: 5, scoring: { rule: tiers, fact: years, tiers: [ { at_least: 0, below: 5, points: 0 }, { at_least: 5, points: 5 } ] } }
  - { id: J, title: 评审, points: 5, scoring: { rule: judged, range: { at_least: 0, at_most: 5 }, step: 1 } }
  - { id: B, title: 处罚, points: 20, floor: 0, scoring: { rule: events, fact: fines, start: full, within: { last: { years: 1 }, first_day: counts }, points: [ { when: { field: amount, at_least: 100 }, points: -10 } ] } }
  - { id: K, title: 合议, points: 10, scoring: { rule: panel, range: { at_least: 0, at_most: 10 }, step: 1, assessors: { at_least: 2 } } }
goal: passed
outcomes:
  - { id: vetoed, when: { vetoed: true } }
  - { id: low, when: { indicator: A1, points: { below: 30 } } }
  - { id: passed, when: { score: { at_least: 80 } } }
  - { id: failed, otherwise: true }
`;

const TRADER = `kind: facts
scheme: shops
as_of: 2024-05-20
facts:
  rate: 50
  permit: true
  opened: 2020-05-20
  fines: [ { date: 2024-01-31, kind: fine, amount: 500 }, { date: 2021-01-31, kind: fine, amount: 500 } ]
judgements:
  J: { points: 2, by: 专家, reason: 看过 }
  K: [ { points: 4, by: 甲, reason: 看过 }, { points: 4, by: 乙, reason: 看过 } ]
`;

/** Each place in turn: what is told, what is put in its stead. */
function marketOf(...changes: readonly (readonly [string | RegExp, string])[]): ScoreRecord {
  return made(
    changes.reduce((text, [from, to]) => text.replace(from, to), TRADER),
    MARKET,
  );
}

// oxlint-disable-next-line no-explicit-any -- a forger keeps to no type
type Loose = any;

/** The inputs of one record below the assessment of another, which may be forged further. */
function setBeside(inputs: ScoreRecord, assessed: ScoreRecord, forge: (assessment: Loose) => void = () => {}): unknown {
  const assessment = structuredClone(assessed.assessment);
  forge(assessment);
  const record = { ...structuredClone(inputs), assessment };
  return { ...record, digests: digestsOf(record) };
}

const without = (list: readonly Loose[], ...ids: readonly string[]): readonly Loose[] =>
  list.filter(({ declared }) => !ids.includes(declared.id));

function nodeOf(assessment: Loose, id: string): Loose {
  const found = (node: Loose): Loose =>
    node.id === id ? node : (node.children ?? []).map(found).find((each: Loose) => each !== undefined);
  return found(assessment.components[0].root);
}

describe("a record that hides something", () => {
  const honest = marketOf();
  const better = marketOf(["rate: 50", "rate: 90"]);
  const dropped = marketOf(["judgements:", "not_applicable: { A1: { by: 我, reason: 无 } }\njudgements:"]);
  const vetoed = marketOf(["permit: true", "permit: false"]);
  const places = (id: string): number => honest.assessment.facts.findIndex(({ declared }) => declared.id === id);
  /** The same decision as if nothing had vetoed. */
  const notVetoed = (decision: Loose): Loose => {
    const { outcome, possible, reasons, certain } = structuredClone(honest.assessment.decision);
    return { ...decision, outcome, possible, reasons, certain };
  };

  test("is honest to begin with", () => {
    expect(auditRecord(honest)).toMatchObject({ holds: true, findings: [] });
  });

  test.each<[string, () => unknown, string]>([
    [
      "a fact that is read, and is not in the list of facts",
      () =>
        setBeside(honest, marketOf(["rate: 50", "rate: 100"]), (assessment) => {
          assessment.facts = without(assessment.facts, "rate");
        }),
      `${ROOT}/children/0/children/0/read/0`,
    ],
    [
      "a veto, and that there is such a thing",
      () =>
        setBeside(vetoed, vetoed, (assessment) => {
          const { vetoed: _vetoed, vetoes: _vetoes, ...decision } = notVetoed(assessment.decision);
          assessment.decision = decision;
        }),
      "/assessment/decision/vetoed",
    ],
    [
      "a veto that holds, and is said to depend on what applies",
      () =>
        setBeside(vetoed, vetoed, (assessment) => {
          const { vetoes } = assessment.decision;
          assessment.decision = { ...notVetoed(assessment.decision), vetoed: null };
          vetoes[0].result = "unknown";
        }),
      "/assessment/decision/vetoes/0/result",
    ],
    [
      "that a veto holds, which is then said to be open",
      () =>
        setBeside(vetoed, vetoed, (assessment) => {
          assessment.decision = { ...notVetoed(assessment.decision), vetoed: null, vetoes: [] };
        }),
      "/assessment/decision/vetoed",
    ],
    [
      "that an entry of the list lies in the window that a question is about",
      () =>
        setBeside(honest, honest, (assessment) => {
          const [entry] = assessment.preferences[0].because[0].entries;
          entry.date = "2020-01-31";
        }),
      "/assessment/preferences/0/because/0/entries/0/date",
    ],
    [
      "the entry that a question is about, with the answer that follows then",
      () =>
        setBeside(honest, marketOf(["2024-01-31", "2020-01-31"]), (assessment) => {
          assessment.components = honest.assessment.components;
        }),
      "/assessment/preferences/0/because/0/test/counted",
    ],
    [
      "a field of an entry that a line of the rule asks for",
      () =>
        setBeside(honest, marketOf(["amount: 500", "amount: 50"]), (assessment) => {
          nodeOf(assessment, "B").steps[0].note.fields = [];
        }),
      `${ROOT}/children/3/steps/0/note/fields/0`,
    ],
    [
      "an entry of a list that is counted into a fact",
      () =>
        setBeside(honest, marketOf(["2024-01-31", "2020-01-31"]), (assessment) => {
          const { components } = honest.assessment;
          assessment.components = components;
        }),
      `/assessment/facts/${places("recent")}/read/value`,
    ],
    [
      "the indicator that an outcome asks about, behind another one",
      () =>
        setBeside(better, better, (assessment) => {
          const [test] = assessment.decision.reasons[1].because;
          test.read = "shops/A";
        }),
      "/assessment/decision/reasons/1/because/0/read",
    ],
    [
      "that nobody has awarded points",
      () => setBeside(marketOf([/ {2}J: .*\n/, ""]), honest),
      `${ROOT}/children/2/read/0/state`,
    ],
    [
      "what the assessors awarded",
      () => setBeside(honest, marketOf([/points: 4/g, "points: 10"] as never)),
      `${ROOT}/children/4/read/0/judgements/0/points`,
    ],
    [
      "an assessor of two that there must be",
      () => setBeside(marketOf([/, \{ points: 4, by: 乙, reason: 看过 \}/, ""]), honest),
      `${ROOT}/children/4/read/0/judgements/1`,
    ],
    [
      "a number behind its being missing, though what it follows from is given",
      () =>
        setBeside(marketOf(), marketOf(["opened: 2020-05-20", "opened: { missing: true }"]), (assessment) => {
          assessment.facts[places("opened")] = honest.assessment.facts[places("opened")];
        }),
      `/assessment/facts/${places("years")}/read/state`,
    ],
    [
      "a value that is given behind its being invalid",
      () => setBeside(honest, marketOf(["rate: 50", "rate: 500"])),
      `/assessment/facts/${places("rate")}/read/state`,
    ],
    [
      "points behind waiting for a fact that is there",
      () =>
        setBeside(honest, marketOf(["  rate: 50\n", ""]), (assessment) => {
          const own = honest.assessment.facts[places("rate")];
          assessment.facts[places("rate")] = own;
          nodeOf(assessment, "A1").read[0] = own!.read;
        }),
      `${ROOT}/children/0/children/0/status`,
    ],
    [
      "an indicator that counts, as one that does not apply for no reason",
      () =>
        setBeside(honest, dropped, (assessment) => {
          delete nodeOf(assessment, "A1").applicability;
        }),
      `${ROOT}/children/0/children/0/status`,
    ],
    [
      "an indicator as one that does not apply, although it may not",
      () =>
        setBeside(dropped, dropped, (assessment) => {
          delete nodeOf(assessment, "A1").terms.mayBeNotApplicable;
        }),
      `${ROOT}/children/0/children/0/applicability/applies`,
    ],
    [
      "what it is: a leaf without a rule",
      () =>
        setBeside(honest, honest, (assessment) => {
          const leaf = nodeOf(assessment, "A2");
          delete leaf.standard;
          delete leaf.rule;
        }),
      `${ROOT}/children/0/children/1`,
    ],
    [
      "what it is: a group with a rule",
      () =>
        setBeside(honest, honest, (assessment) => {
          nodeOf(assessment, "A").rule = "flag";
        }),
      `${ROOT}/children/0`,
    ],
  ])("%s", (_, forge, path) => {
    expect(pathsOf(forge())).toContain(path);
  });
});

describe("a record of instances", () => {
  const YARD = `kind: scheme
id: shops
version: "1"
title: 工地
points: 10
instances: { projects: { title: 项目 } }
facts: { done: { type: boolean, each: projects } }
renormalise: none
indicators: [ { id: A, title: 工程, points: 10, each: projects, combine: mean, indicators: [ { id: A1, title: 完工, points: 10, scoring: { rule: flag, fact: done } } ] } ]
goal: passed
outcomes: [ { id: passed, when: { score: { at_least: 6 } } }, { id: failed, otherwise: true } ]
`;
  const honest = made(
    `{ kind: facts, scheme: shops, as_of: 2024-05-20, instances: { projects: [ { id: p1, facts: { done: true } }, { id: p2, facts: { done: false } } ] } }`,
    YARD,
  );
  const better = made(
    `{ kind: facts, scheme: shops, as_of: 2024-05-20, instances: { projects: [ { id: p1, facts: { done: true } } ] } }`,
    YARD,
  );

  test("holds", () => expect(pathsOf(honest)).toEqual([]));

  test("names a list that is shorter than that of the fact sheet", () => {
    expect(pathsOf(setBeside(honest, better))).toEqual(["/assessment/instances/0/entries/1"]);
  });

  test("names a group that leaves an instance of the list out", () => {
    const { instances } = honest.assessment;
    const forgery = setBeside(honest, better, (assessment) => Object.assign(assessment, { instances }));
    expect(pathsOf(forgery)).toEqual([`${ROOT}/children/0/children/length`]);
  });
});

describe("whatever is no record", () => {
  test.each([
    ["nothing", undefined],
    ["a text", "record"],
    ["no assessment", { inputs: {} }],
    ["an assessment of nothing", { assessment: {}, inputs: {} }],
    [
      "figures that are none",
      { ...made(), assessment: { ...made().assessment, components: [{ id: "a", weight: "x", root: { points: 3 } }] } },
    ],
  ])("%s: does not hold, and is no error", (_, value) => {
    const { holds, findings } = auditRecord(value);
    expect(holds).toBe(false);
    expect(findings.every(({ path }) => path.startsWith("/assessment"))).toBe(true);
  });

  test("whose digits go on without end: is refused in a moment, and says why", () => {
    const record = made();
    const figures = record.assessment.components[0]!.root!.children!.map((_, i) => `1/${i + 1}${"7".repeat(9000)}1`);
    const places = Object.fromEntries(figures.map((text, i) => [`${ROOT}/children/${i}/points`, text]));
    const started = performance.now();
    const { findings } = auditRecord(alteredAt(places, record));
    const reason = "a number that is too long to be reckoned with";
    expect(findings).toContainEqual({ path: ROOT, stated: "", follows: null, reason });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test.each([
    [
      "a rounding to places without end",
      "/assessment/scheme/display/places",
      3e8,
      "rounded to more places than a rubric may say",
    ],
    ["a day that is none", "/assessment/asOf", "20240-05-20", "not a day of the calendar"],
  ])("%s: the reason is told", (_, path, value, reason) => {
    const { findings } = auditRecord(alteredAt({ [path]: value }));
    expect(findings.map((each) => each.reason)).toContain(reason);
  });
});
