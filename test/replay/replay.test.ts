/** Records, computed again: the same, altered, with other rubrics. */
import { describe, expect, test } from "vitest";
import {
  type ReplayResult,
  type ScoreRecord,
  compileScheme,
  parseFactSheet,
  parseRubric,
  recordOf,
  replay,
  validateRubric,
} from "../../src/index.js";
import { digestsOf } from "../../src/replay/record.js";
import { tried } from "../helpers/mutation.js";
import { tamperings, unnoticed } from "../helpers/tamper.js";

const SHEET = `kind: sheet
id: shop
version: "1.0"
title: 商店指标
points: 100
facts:
  rate: { type: decimal, range: { at_least: 0, at_most: 100 } }
  permit: { type: boolean, evidence: required }
  fines: { type: events, kinds: [fine], fields: { amount: { type: decimal } } }
indicators:
  - id: A
    title: 履约
    points: 70
    indicators:
      - { id: A1, title: 履约率, points: 60, scoring: { rule: linear, fact: rate, knots: [ { at: 0, points: 0 }, { at: 100, points: 60 } ], beyond: clip } }
      - { id: A2, title: 许可, points: 10, scoring: { rule: flag, fact: permit } }
  - { id: B, title: 处罚, points: 30, floor: 0, scoring: { rule: events, fact: fines, start: full, points: [ { points: -10 } ] } }
`;

const SCHEME = `kind: scheme
id: shops
version: "1.0"
title: 诚信商店
points: 100
blend: [ { id: main, sheet: shop, weight: 1 } ]
facts: { registered: { type: boolean } }
eligibility: [ { id: E1, title: 注册, require: { fact: registered, is: true } } ]
goal: passed
outcomes:
  - { id: ineligible, when: { eligibility: ineligible } }
  - { id: passed, when: { score: { at_least: 80 } } }
  - { id: failed, otherwise: true }
`;

const FACTS = `kind: facts
scheme: shops
as_of: 2024-05-20
subject: { name: 街角书店 }
facts:
  rate: 95
  permit: { value: true, evidence: [doc-1] }
  fines: [ { date: 2024-01-31, kind: fine, amount: 500 } ]
  registered: true
  10: odd
`;

const compiled = (sheet = SHEET, scheme = SCHEME) => compileScheme([parseRubric(sheet), parseRubric(scheme)], "shops");
const made = (facts = FACTS, sheet = SHEET, scheme = SCHEME): ScoreRecord =>
  recordOf(compiled(sheet, scheme), parseFactSheet(facts));
/** As it lies in a file. */
const stored = (record: ScoreRecord = made()): ScoreRecord => JSON.parse(JSON.stringify(record)) as ScoreRecord;

describe("a record", () => {
  test("holds the score, who computed it, and digests of all of it", () => {
    const { format, engine, rubrics, assessment, digests } = made();
    expect([format, engine.name, engine.semantics]).toEqual(["chengxin/record@1", "chengxin", 1]);
    expect(rubrics.map(({ kind, id, version }) => `${kind} ${id}@${version}`)).toEqual([
      "scheme shops@1.0",
      "sheet shop@1.0",
    ]);
    // 0.6 × 95 + 10 + (30 − 10)
    expect(assessment.score.exact).toBe("87");
    expect(Object.values(digests).every((digest) => /^sha256:[0-9a-f]{64}$/.test(digest))).toBe(true);
  });

  test("is the same each time, and matches", () => {
    expect(JSON.stringify(made())).toBe(JSON.stringify(made()));
    expect(replay(stored())).toEqual({ verdict: "MATCH", also: [], parts: [], causes: [], consequences: 0 });
  });

  test("matches with its keys in another order, and with findings in it", () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, part]) => [key, turned(part)]),
            )
          : value;
    const record = stored();
    expect(record.assessment.findings.map(({ code }) => code)).toEqual(["fact-undeclared"]);
    expect(replay(turned(record)).verdict).toBe("MATCH");
  });

  test("knows problems that were found when the fact sheet was read", () => {
    const record = stored(made(FACTS.replace("rate: 95", "rate: { valeu: 95 }")));
    expect(record.inputs.problems).toHaveLength(1);
    expect(record.assessment.score.status).toBe("open");
    expect(replay(record).verdict).toBe("MATCH");
  });

  test("keeps every judgement of a panel, and the rubric that left one out less is what differs", () => {
    const panel = (trim: string): string =>
      SHEET.replace(
        "scoring: { rule: flag, fact: permit }",
        `scoring: { rule: panel, range: { at_least: 0, at_most: 10 }, step: 1, ${trim} }`,
      );
    const facts = FACTS.replace(/^ {2}permit: .*\n/m, "").concat(
      ...["judgements:\n  A2:\n", "10", "4", "4"].map((points, i) =>
        i === 0 ? points : `    - { points: ${points}, by: 专家${i}, as: 协会, reason: 看过现场 }\n`,
      ),
    );
    const record = stored(made(facts, panel("trim: 1")));
    expect(record.assessment.components[0]!.root!.children![0]!.children![1]!.awarded!.exact).toBe("4");
    expect(replay(record).verdict).toBe("MATCH");
    const other = [parseRubric(panel("assessors: { at_least: 3 }")), parseRubric(SCHEME)];
    expect(replay(record, other).causes).toMatchObject([
      { id: "main/A2", kind: "node", recorded: "4 / 10", replayed: "6 / 10" },
    ]);
  });

  test("of rubrics that were values reads back from its own text", () => {
    const value = {
      kind: "sheet",
      id: "shop",
      version: "1.0",
      title: "商店",
      points: 10,
      facts: { permit: { type: "boolean" } },
      indicators: [{ id: "A", title: "许可", points: 10, scoring: { rule: "flag", fact: "permit" } }],
    };
    const read = validateRubric(value);
    if (!read.success) throw new Error("no sheet");
    const record = recordOf(compileScheme([read.rubric, parseRubric(SCHEME)], "shops"), parseFactSheet(FACTS));
    expect(record.rubrics[1]!.bytes).toBeNull();
    expect(replay(JSON.parse(JSON.stringify(record))).verdict).toBe("MATCH");
  });

  test("of one sheet out of several holds another one only where a condition asks about what is in that alone", () => {
    const of = (id: string, inner: string): string =>
      SHEET.replace("id: shop", `id: ${id}\ncategory: sector`).replace("{ id: A1,", `{ id: ${inner},`);
    const asking = (indicator: string): string =>
      SCHEME.replace("sheet: shop", "one_of: [sector]").replace(
        "{ eligibility: ineligible }",
        `{ indicator: ${indicator}, points: { at_most: 0 } }`,
      );
    const recordOfBooks = (indicator: string): ScoreRecord => {
      const rubrics = [of("books", "A1"), of("flowers", "A9"), of("toys", "A9"), asking(indicator)];
      const facts = FACTS.replace("as_of:", "sheets: { main: books }\nas_of:");
      return stored(recordOf(compileScheme(rubrics.map(parseRubric), "shops"), parseFactSheet(facts)));
    };
    for (const [indicator, held] of [
      ["A1", ["shops", "books"]],
      ["A2", ["shops", "books"]],
      ["A9", ["shops", "books", "flowers"]],
      ["main/A9", ["shops", "books", "flowers"]],
    ] as const) {
      const record = recordOfBooks(indicator);
      expect(record.rubrics.map(({ id }) => id)).toEqual(held);
      expect(replay(record).verdict).toBe("MATCH");
    }
  });

  test("of one sheet out of several does not speak of vetoes that only another one knows", () => {
    const books = SHEET.replace("id: shop", "id: books\ncategory: sector");
    const toys = books
      .replace("id: books", "id: toys")
      .replace(
        "    points: 70\n",
        "    points: 70\n    effects: [ { when: { fact: permit, is: false }, then: veto } ]\n",
      );
    const scheme = SCHEME.replace("sheet: shop", "one_of: [sector]");
    const chosen = (sheet: string): ScoreRecord => {
      const facts = FACTS.replace("as_of:", `sheets: { main: ${sheet} }\nas_of:`);
      return stored(recordOf(compileScheme([books, toys, scheme].map(parseRubric), "shops"), parseFactSheet(facts)));
    };
    const records = [chosen("books"), chosen("toys")];
    expect(records.map(({ assessment }) => assessment.decision.vetoed)).toEqual([undefined, false]);
    expect(records.map((record) => replay(record).verdict)).toEqual(["MATCH", "MATCH"]);
  });

  test("carries what the caller adds, under no digest", () => {
    const record = recordOf(compiled(), parseFactSheet(FACTS), { meta: { number: "2024-17" } });
    expect(record.digests).toEqual(made().digests);
    expect(replay({ ...stored(record), meta: { number: "2024-18" } }).verdict).toBe("MATCH");
  });

  test("cannot be made of a copy of a rubric, which does not know what it was read from", () => {
    const copies = [SHEET, SCHEME].map((text) => structuredClone(parseRubric(text)));
    expect(() => recordOf(compileScheme(copies, "shops"), parseFactSheet(FACTS))).toThrow(/is a copy/);
  });
});

describe("one value altered, removed or moved", () => {
  test("is noticed at every place but `meta`, and the right part is named", { timeout: 120_000 }, () => {
    const record = stored(recordOf(compiled(), parseFactSheet(FACTS), { meta: { by: "甲" } }));
    const counts = { changed: 0, removed: 0, moved: 0 };
    const missed: string[] = [];
    for (const tampered of tamperings(record)) {
      counts[tampered.what] += 1;
      const found = unnoticed(tampered);
      if (found !== undefined) missed.push(found);
    }
    expect(missed.slice(0, 10)).toEqual([]);
    expect(counts.changed).toBeGreaterThan(250);
    expect(counts.moved).toBeGreaterThan(10);
    expect(replay({ ...record, meta: { by: "乙" } }).verdict).toBe("MATCH");
  });

  test("with all digests computed anew, the arithmetic gives it away", () => {
    const record = stored();
    Object.assign(record.assessment.components[0]!.root!.children![1]!.awarded!, { exact: "30" });
    const forged = { ...record, digests: digestsOf(record) };
    const { verdict, causes } = replay(forged);
    expect(verdict).toBe("MISMATCH");
    expect(causes).toMatchObject([{ id: "main/B", kind: "node", recorded: "30 / 30", replayed: "20 / 30" }]);
  });
});

describe("a digest that was published elsewhere", () => {
  const { record: digest } = made().digests;

  test("is that of the record, or the record is another one", () => {
    expect(replay(stored(), undefined, { expect: digest }).verdict).toBe("MATCH");
    const other = stored(made(FACTS.replace("rate: 95", "rate: 96")));
    expect(replay(other).verdict).toBe("MATCH");
    expect(replay(other, undefined, { expect: digest })).toMatchObject({
      verdict: "RECORD_ALTERED",
      parts: ["/digests/record"],
    });
  });

  test("has the form of one", () => {
    expect(() => replay(stored(), undefined, { expect: "9f3ab2c1" })).toThrow(/sha256/);
    expect(() => replay(stored(), undefined, { digest } as never)).toThrow(/`expect`/);
  });
});

describe("other rubrics", () => {
  const against = (sheet: string, scheme = SCHEME): ReplayResult =>
    replay(stored(), [parseRubric(sheet), parseRubric(scheme)]);

  test("that say the same in other words match", () => {
    const { verdict, also } = against(SHEET.replace("points: 100\n", "points: 100.0   # 满分\n"));
    expect([verdict, also]).toEqual(["MATCH", ["BYTES_DIFFER"]]);
  });

  test("with another version or title differ, with the same result", () => {
    expect(against(SHEET.replace("商店指标", "商店的指标"))).toMatchObject({
      verdict: "RUBRIC_DIFFERS",
      parts: ["/rubrics/1"],
    });
    expect(against(SHEET.replace('"1.0"', '"1.00"'))).toMatchObject({
      verdict: "RUBRIC_DIFFERS",
      parts: ["/rubrics/1"],
    });
  });

  test.each<[string, string, string, string, number]>([
    ["a knot", "{ at: 100, points: 60 } ]", "{ at: 100, points: 50 } ]", "main/A1", 3],
    ["points of an entry", "{ points: -10 }", "{ points: -11 }", "main/B", 2],
    ["a limit that is reached", "floor: 0, scoring", "floor: 25, scoring", "main/B", 2],
  ])("%s: the cause is named apart from what follows", (_, before, after, id, consequences) => {
    expect(SHEET).toContain(before);
    const { verdict, causes, consequences: others } = against(SHEET.replace(before, after));
    expect([verdict, causes.map((cause) => cause.id), others]).toEqual(["RUBRIC_DIFFERS", [id], consequences]);
  });

  test("a condition", () => {
    const { causes } = against(SHEET, SCHEME.replace("registered, is: true", "registered, is: false"));
    expect(causes).toMatchObject([{ id: "E1", kind: "condition", recorded: "satisfied", replayed: "failed" }]);
  });

  test("the threshold: no node and no condition, so it is the scheme", () => {
    const { causes } = against(SHEET, SCHEME.replace("at_least: 80", "at_least: 90"));
    expect(causes).toMatchObject([{ id: "scheme", kind: "scheme", recorded: "87 passed", replayed: "87 failed" }]);
  });
});

describe("causes", () => {
  test("come with the arithmetic of both sides and the line of the rubric", () => {
    const changed = SHEET.replace("{ at: 0, points: 0 }", "{ at: 45, points: 0 }");
    const { causes } = replay(stored(), [parseRubric(changed), parseRubric(SCHEME)]);
    const step = (out: string) => [{ op: "linear", in: ["95"], out }];
    expect(causes).toEqual([
      {
        id: "main/A1",
        kind: "node",
        recorded: "57 / 60", // 95 ÷ 100 × 60
        replayed: "600/11 / 60", // (95 − 45) ÷ (100 − 45) × 60
        steps: { recorded: step("57"), replayed: step("600/11") },
        story: {
          recorded: {
            zh: [
              "rate：95 → 0（0 分）与 100（60 分）之间按比例 → 0 + (95 − 0) ÷ (100 − 0) × (60 − 0) = 57 → 57 / 60 分 → 计入总分 57",
            ],
            en: [
              "rate: 95 → in proportion between 0 (0) and 100 (60) → 0 + (95 − 0) ÷ (100 − 0) × (60 − 0) = 57 → 57 of 60 points → 57 in the score",
            ],
          },
          replayed: {
            zh: [
              "rate：95 → 45（0 分）与 100（60 分）之间按比例 → 0 + (95 − 45) ÷ (100 − 45) × (60 − 0) = 600/11 → 600/11（约 54.5455）/ 60 分 → 计入总分 600/11（约 54.5455）",
            ],
            en: [
              "rate: 95 → in proportion between 45 (0) and 100 (60) → 0 + (95 − 45) ÷ (100 − 45) × (60 − 0) = 600/11 → 600/11 (about 54.5455) of 60 points → 600/11 (about 54.5455) in the score",
            ],
          },
        },
        rubric: { id: "shop", version: "1.0", file: null, path: "/indicators/0/indicators/0", line: 15 },
      },
    ]);
  });

  test("of an effect of the scheme: what it does, and where it is written", () => {
    const limited = (points: string) =>
      SCHEME.replace(
        "goal: passed",
        `effects: [ { when: { fact: registered, is: true }, then: { at_most: ${points} } } ]\ngoal: passed`,
      );
    const record = stored(made(FACTS, SHEET, limited("60")));
    const { causes } = replay(record, [parseRubric(SHEET), parseRubric(limited("50"))]);
    expect(causes.map(({ id, story, rubric }) => [id, story.recorded.en, story.replayed.en, rubric])).toEqual([
      [
        "effects/0",
        ["effect: registered: yes, as required, so it counts at most 60 points"],
        ["effect: registered: yes, as required, so it counts at most 50 points"],
        { id: "shops", version: "1.0", file: null, path: "/effects/0", line: 9 },
      ],
    ]);
  });

  test("of an indicator of an instance: the line that all instances share", () => {
    const each = (edge: number) => `kind: sheet
id: shop
version: "1.0"
title: 商店指标
points: 10
renormalise: none
instances: { sites: { title: 门店 } }
facts: { staff: { type: integer, range: { at_least: 0 }, each: sites } }
indicators:
  - id: A
    title: 门店
    points: 10
    each: sites
    combine: mean
    indicators:
      - { id: A1, title: 人手, points: 10, scoring: { rule: tiers, fact: staff, tiers: [ { at_least: ${edge}, points: 10 }, { below: ${edge}, points: 0 } ] } }
`;
    const facts = `kind: facts
scheme: shops
as_of: 2024-05-20
facts: { registered: true }
instances: { sites: [ { id: s1, facts: { staff: 4 } } ] }
`;
    const record = stored(made(facts, each(3)));
    const { causes } = replay(record, [parseRubric(each(5)), parseRubric(SCHEME)]);
    expect(
      causes.map(({ id, recorded, replayed, rubric }) => [id, recorded, replayed, rubric?.path, rubric?.line]),
    ).toEqual([["main/A1[s1]", "10 / 10", "0 / 10", "/indicators/0/indicators/0", 16]]);
  });

  test("of a condition: what was read and asked, and where it is asked", () => {
    const { causes } = replay(stored(), [
      parseRubric(SHEET),
      parseRubric(SCHEME.replace("registered, is: true", "registered, is: false")),
    ]);
    expect(causes[0]!.story.recorded.en).toEqual(["registered: yes, as required"]);
    expect(causes[0]!.story.replayed.en).toEqual(["registered: yes, not as required (asked for: no)"]);
    expect(causes[0]!.rubric).toEqual({ id: "shops", version: "1.0", file: null, path: "/eligibility/0", line: 8 });
  });

  const group = (when: string): string =>
    SHEET.replace(
      "    title: 履约\n",
      `    title: 履约\n    applies_when: { fact: permit, is: ${when} }\n    if_not_applicable: zero\n`,
    );

  test("a group that is switched off is one; what stands below it follows", () => {
    const record = stored(made(FACTS, group("true")));
    const { verdict, causes, consequences } = replay(record, [parseRubric(group("false")), parseRubric(SCHEME)]);
    expect([verdict, causes.map(({ id }) => id)]).toEqual(["RUBRIC_DIFFERS", ["main/A"]]);
    // A1, A2, the sheet and the decision.
    expect(consequences).toBe(4);
  });

  test("a group that vetoes on another ground is one, although its points are the same", () => {
    const vetoing = (most: number): string =>
      SHEET.replace(
        "    title: 履约\n",
        `    title: 履约\n    effects: [ { when: { indicator: A1, points: { at_most: ${most} } }, then: veto } ]\n`,
      );
    const outcomes = SCHEME.replace("outcomes:\n", "outcomes:\n  - { id: vetoed, when: { vetoed: true } }\n");
    const record = stored(made(FACTS, vetoing(10), outcomes));
    const { causes } = replay(record, [parseRubric(vetoing(60)), parseRubric(outcomes)]);
    expect(causes.map(({ id, recorded }) => [id, recorded])).toEqual([["main/A", "67 / 70"]]);
  });

  test("what may not apply further down moves the ends of all above it, and is the only one", () => {
    const optional = (kind: string): string =>
      SHEET.replace("id: A2, title", `id: A2, applies_when: { fact: class, is: ${kind} }, title`)
        .replace("facts:\n", "facts:\n  class: { type: choice, options: [shop, market] }\n")
        .replace("points: 100\n", "points: 100\nrenormalise: true\n");
    const facts = FACTS.replace("  permit: { value: true, evidence: [doc-1] }\n", "  class: shop\n");
    const record = stored(made(facts, optional("shop")));
    const { causes } = replay(record, [parseRubric(optional("market")), parseRubric(SCHEME)]);
    expect(causes.map(({ id }) => id)).toEqual(["main/A2"]);
  });

  test(
    "are named of nearly every change in a rubric that changes a result, and nothing else is",
    { timeout: 240_000 },
    () => {
      const { changed, named, equal, wrong } = tried(20231110, 10, 12);
      expect(wrong.slice(0, 5)).toEqual([]);
      expect(named).toBe(changed);
      expect([changed, equal].every((count) => count > 20)).toBe(true);
    },
  );
});

describe("what cannot be computed again", () => {
  test("rubrics that are neither embedded nor given", () => {
    const record = JSON.parse(JSON.stringify(recordOf(compiled(), parseFactSheet(FACTS), { embed: false })));
    expect(replay(record)).toMatchObject({ verdict: "RUBRIC_MISSING", parts: ["/rubrics/0", "/rubrics/1"] });
    expect(replay(record, [parseRubric(SHEET), parseRubric(SCHEME)]).verdict).toBe("MATCH");
  });

  test("an engine whose scores may differ, and one that only has another version", () => {
    const record = stored();
    const by = (engine: object): ReplayResult => {
      const other = { ...record, engine: { ...record.engine, ...engine } };
      return replay({ ...other, digests: digestsOf(other) });
    };
    expect(by({ semantics: 2 }).verdict).toBe("UNSUPPORTED");
    expect(by({ version: "0.0.9" })).toMatchObject({ verdict: "MATCH", also: ["ENGINE_DIFFERS"] });
  });

  test.each([
    ["nothing", undefined],
    ["a text", "chengxin/record@1"],
    ["another format", { ...made(), format: "chengxin/assessment@1" }],
    ["no digests", { ...made(), digests: undefined }],
    ["rubrics that are none", { ...made(), rubrics: [{}] }],
    ["a number that is no decimal text", { ...made(), inputs: { x: 0.1 } }],
  ])("%s is no record", (_, value) => {
    expect(replay(value).verdict).toBe("UNSUPPORTED");
  });

  test("inputs under right digests that are no fact sheet", () => {
    const record = { ...stored(), inputs: { scheme: 1 } as never };
    expect(replay({ ...record, digests: digestsOf(record) })).toMatchObject({
      verdict: "UNSUPPORTED",
      parts: ["/inputs"],
    });
  });
});
