/** Records without what is personal: nothing of it is left, the points are, and what was said can still be proved. */
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import {
  auditRecord,
  compileScheme,
  explain,
  isRevealed,
  readFactSheet,
  recordOf,
  redactRecord,
  renderText,
  replay,
  validateRubric,
} from "../../src/index.js";
import { steps } from "../../src/base/pointer.js";
import type { DocumentValue } from "../../src/model/document.js";
import type { FactDeclaration } from "../../src/model/fact.js";
import type { Revelation, ScoreRecord } from "../../src/model/record.js";
import type { Rubric } from "../../src/model/rubric.js";
import { loadRubrics } from "../../src/node.js";
import { digestsOf } from "../../src/replay/record.js";
import { AS_OF, type Data, compiled, node, scheme, sheet } from "../helpers/build/rubric.js";
import { randomPair } from "../helpers/random/pair.js";
import { root } from "../house/sources.js";

const SECRET = "0123456789abcdef".repeat(4);

// oxlint-disable-next-line typescript/no-explicit-any -- what a test does to a document no type allows
type Json = any;

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value));
const sealed = (record: Json): ScoreRecord => ({ ...record, digests: digestsOf(record) });

/** The owner of a shop: a birthday that a condition asks, an income that makes points, a choice, a list. */
const shop = compiled(
  sheet({
    points: 10,
    facts: {
      born: { type: "date", title: "生日", personal: true, evidence: "required" },
      age: { type: "integer", derive: { full_years_since: "born" } },
      income: { type: "decimal", range: { at_least: 0 }, personal: true },
      quarrels: { type: "events", personal: true, fields: { with: { type: "text" } } },
      licensed: { type: "boolean" },
    },
    indicators: [
      node("A", 4, {
        cap: "points",
        scoring: {
          rule: "tiers",
          fact: "age",
          tiers: [
            { below: 30, points: 1 },
            { at_least: 30, points: 4 },
          ],
        },
      }),
      node("B", 3, {
        scoring: {
          rule: "linear",
          fact: "income",
          knots: [
            { at: 0, points: 0 },
            { at: 9000, points: 3 },
          ],
          beyond: "clip",
        },
      }),
      node("C", 2, {
        floor: 0,
        scoring: { rule: "events", fact: "quarrels", start: "full", points: [{ points: -1 }] },
      }),
      node("D", 1, { scoring: { rule: "flag", fact: "licensed" } }),
    ],
  }),
  scheme({
    points: 10,
    eligibility: [
      { id: "E1", title: "成年", require: { fact: "born", full_years: { at_least: 18 } } },
      { id: "E2", title: "少争执", require: { not: { fact: "quarrels", count: { at_least: 3 } } } },
    ],
    facts: {
      born: { type: "date", title: "生日", personal: true, evidence: "required" },
      quarrels: { type: "events", personal: true, fields: { with: { type: "text" } } },
    },
    goal: "any",
    outcomes: [{ id: "any", otherwise: true }],
  }),
);

const FACTS: Data = {
  born: { value: "1961-02-27", evidence: ["户口簿-77120"], note: "与身份证-77121一致" },
  income: "7654.321",
  quarrels: [{ date: "2022-08-19", kind: "邻里", with: "隔壁老王" }],
  licensed: true,
};

function recorded(facts: Data = FACTS, more: Data = {}): ScoreRecord {
  const said = readFactSheet({ kind: "facts", scheme: "scheme", as_of: AS_OF, facts, ...more });
  return plain(recordOf(shop, said, { meta: { clerk: "经办人-5512" } }));
}

describe("a redacted record", () => {
  const original = recorded();
  const { record, revelations } = redactRecord(original, SECRET);

  test("has nothing of what was said", () => {
    const text = JSON.stringify(record);
    const said = ["1961-02-27", "户口簿-77120", "77121", "7654.321", "2022-08-19", "邻里", "隔壁老王", '"62"', "5512"];
    expect(said.filter((each) => !JSON.stringify(original).includes(each))).toEqual([]);
    expect(said.filter((each) => text.includes(each))).toEqual([]);
  });

  test("has the same score, decision, eligibility and contributions", () => {
    const figures = ({ assessment: { score, decision, eligibility, components } }: ScoreRecord): unknown => [
      score,
      decision.outcome,
      eligibility.conditions.map(({ status }) => status),
      components[0]!.root!.children!.map(({ awarded, contribution, shortfall, factor }) => [
        awarded,
        contribution,
        shortfall,
        factor,
      ]),
    ];
    expect(figures(record)).toEqual(figures(original));
  });

  test("says which places are empty, and cannot be computed again", () => {
    const places = ["/inputs/facts/0", "/inputs/facts/1", "/inputs/facts/3"];
    const ids = places.map((path) => record.inputs.facts[Number(path.at(-1))]!.id);
    expect(ids).toEqual(["born", "income", "quarrels"]);
    expect(replay(record)).toMatchObject({ verdict: "NOT_REPLAYABLE", parts: places, causes: [] });
  });

  test("is a record under digests like any other", () => {
    expect(replay({ ...record, assessment: { ...record.assessment, role: "final" } })).toMatchObject({
      verdict: "RECORD_ALTERED",
      parts: ["/assessment"],
    });
    const fewer = { ...record, redacted: { ...record.redacted!, places: record.redacted!.places.slice(1) } };
    expect(replay(fewer)).toMatchObject({ verdict: "RECORD_ALTERED", parts: ["/digests/record"] });
    expect(replay(record, undefined, { expect: original.digests.record }).verdict).toBe("RECORD_ALTERED");
  });

  test("holds for the second checker, which takes what it cannot check", () => {
    const [whole, rest] = [auditRecord(original), auditRecord(record)];
    expect([whole.findings, rest.findings]).toEqual([[], []]);
    expect(rest.taken).toBeGreaterThan(whole.taken);
    expect(rest.checked).toBeGreaterThan(100);
  });

  test("is told without what was taken out, in both languages", () => {
    expect(renderText(record.assessment, { lang: "zh" })).toContain("10");
    const told = JSON.stringify([
      explain(record.assessment, { lang: "zh" }),
      explain(record.assessment, { lang: "en" }),
    ]);
    expect(told).toContain("所依据的个人信息已隐去");
    expect(told).toContain("it was scored from personal facts, which are redacted");
    expect(told).not.toMatch(/undefined|[^:,[]null/);
  });

  test("is the same for the same secret, and another for another", () => {
    expect(redactRecord(original, SECRET)).toEqual({ record, revelations });
    const other = redactRecord(original, "f".repeat(64)).record.redacted!;
    expect(other.places.map(({ digest }) => digest)).not.toContain(record.redacted!.places[0]!.digest);
    expect(other.of).not.toBe(record.redacted!.of);
  });
});

describe("what was said", () => {
  const original = recorded();
  const { record, revelations } = redactRecord(original, SECRET);
  const [whole, born, income] = revelations as readonly [Revelation, Revelation, Revelation];

  test("is shown by its revelation, place by place", () => {
    expect(revelations.map((each) => isRevealed(plain(record), plain(each)))).toEqual([true, true, true, true]);
    expect(born.said).toMatchObject({ id: "born", value: "1961-02-27", evidence: ["户口簿-77120"] });
    expect(whole.said).toBe(original.digests.record);
  });

  test.each<[string, unknown]>([
    ["another value", { ...born, said: { ...(born.said as object), value: "1961-02-28" } }],
    ["another paper", { ...born, said: { ...(born.said as object), evidence: [] } }],
    ["the salt of another place", { ...born, salt: income.salt }],
    ["another place", { ...born, path: income.path }],
    ["a place that is none", { ...born, path: "/inputs/facts/2" }],
    ["another original", { ...whole, said: record.digests.record }],
    ["what no record holds", { ...born, said: { id: "born", value: 0.1 } }],
    ["a salt that is none", { ...born, salt: `${born.salt}00` }],
    ["nothing", undefined],
    ["a list", [born]],
  ])("is not shown by %s", (_, revelation) => {
    expect(isRevealed(record, revelation)).toBe(false);
  });

  test("cannot be held against a record that is not redacted, altered, or none", () => {
    expect(isRevealed(original, born)).toBe(false);
    expect(isRevealed({ ...record, engine: { ...record.engine, version: "9" } }, born)).toBe(false);
    expect(isRevealed(null, born)).toBe(false);
  });

  test("leaves no trace that could be tried out: no digest of the original, none twice", () => {
    const text = JSON.stringify(record);
    for (const digest of Object.values(original.digests)) expect(text).not.toContain(digest);
    const twins = recorded({ ...FACTS, licensed: false });
    const digests = [record, redactRecord(twins, SECRET).record].flatMap(({ redacted }) => [
      redacted!.of,
      ...redacted!.places.map(({ digest }) => digest),
    ]);
    // The same birthday, income and quarrels, by the same secret.
    expect(new Set(digests).size).toBe(8);
  });
});

describe("nothing is left", () => {
  test("of a value that cannot be used, in the words of findings and in their paths", () => {
    const original = recorded({
      born: "生于-88231",
      income: "很多-88232",
      quarrels: [{ date: "2022-08-19", kind: "邻里", "同谁-88233": "老王" }],
      bron: "1961-02-27",
    });
    const marks = ["88231", "88232", "88233", "1961-02-27"];
    expect(marks.filter((mark) => !JSON.stringify(original.assessment.findings).includes(mark))).toEqual([
      "1961-02-27",
    ]);
    const { record } = redactRecord(original, SECRET);
    expect(marks.filter((mark) => JSON.stringify(record).includes(mark))).toEqual([]);
    expect(record.assessment.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["fact-not-a-date", "fact-not-a-number", "event-unknown-field", "fact-undeclared"]),
    );
    // `bron` is declared nowhere: a birthday misspelt.
    expect(record.redacted!.places).toHaveLength(4);
    expect(auditRecord(record).findings).toEqual([]);
  });

  test("of a fact whose id is a word of the engine, or of JSON", () => {
    const ids = [
      "__proto__",
      "constructor",
      "score",
      "band",
      "eligibility",
      "fact",
      "read",
      "value",
      "evidence",
      "toString",
    ];
    const facts = Object.fromEntries(ids.map((id) => [id, { type: "text", personal: true }]));
    const program = compiled(
      sheet({
        points: 10,
        indicators: [node("value", 10, { scoring: { rule: "judged", range: { at_least: 0, at_most: 10 }, step: 1 } })],
      }),
      scheme({
        points: 10,
        facts: JSON.parse(
          `{${ids.map((id) => `${JSON.stringify(id)}:${JSON.stringify(facts[id] ?? { type: "text", personal: true })}`).join()}}`,
        ),
        eligibility: ids.map((id, i) => ({ id: `E${i}`, title: id, require: { not: { fact: id, is: "x" } } })),
        goal: "pass",
        outcomes: [
          { id: "pass", when: { score: { at_least: 3 } } },
          { id: "fail", otherwise: true },
        ],
      }),
    );
    const said = JSON.parse(
      `{${ids.map((id, i) => `${JSON.stringify(id)}:${JSON.stringify(`秘密-${i}-`)}`).join()}}`,
    ) as object;
    const judgements = { value: { points: 4, by: "审核员甲", reason: "齐全" } };
    const sheetOf = readFactSheet({ kind: "facts", scheme: "scheme", as_of: AS_OF, facts: said, judgements });
    const original = plain(recordOf(program, sheetOf)) as ScoreRecord;
    expect(JSON.stringify(original).match(/秘密-\d-/g)!.length).toBeGreaterThan(ids.length * 2);
    const { record } = redactRecord(original, SECRET);
    expect(JSON.stringify(record)).not.toContain("秘密");
    expect(record.redacted!.places).toHaveLength(ids.length);
    // The judgement is under the id of the indicator, which a fact has as well.
    expect(record.assessment.components[0]!.root!.children![0]!.read[0]).toMatchObject({ value: "4", by: "审核员甲" });
    expect(auditRecord(record).findings).toEqual([]);
    expect(replay(record).verdict).toBe("NOT_REPLAYABLE");
  });
});

/** Every fact of every shipped rubric as if it were personal, with marks that occur nowhere else. */
describe("of every shipped rubric", () => {
  let schemes: readonly string[] = [];
  let rubrics: readonly Rubric[] = [];

  beforeAll(async () => {
    const loaded = (await loadRubrics(join(root, "rubrics"))).rubrics.map(({ rubric }) => rubric);
    rubrics = loaded.map((rubric) => personal(rubric));
    schemes = loaded.flatMap(({ kind, id }) => (kind === "scheme" ? [id] : []));
  });

  test.each([
    ["right", markedValue],
    ["wrong", (_: FactDeclaration, mark: string) => mark],
  ])("nothing is left of %s values", { timeout: 180_000 }, (_, valueOf) => {
    expect(schemes.length).toBeGreaterThan(3);
    for (const id of schemes) {
      const chosen = rubrics.filter((rubric) => rubric.kind === "sheet" && rubric.category === "sector");
      for (const sector of [undefined, ...chosen]) {
        const program = compileScheme(rubrics, id);
        const scheme = rubrics.find((rubric) => rubric.kind === "scheme" && rubric.id === id)!;
        const isChosen = scheme.kind === "scheme" && scheme.blend.some(({ from }) => "oneOf" in from);
        if (sector && !isChosen) continue;
        const marks: string[] = [];
        const all = new Map(rubrics.flatMap(({ facts }) => facts.map((fact) => [fact.id, fact])));
        const declared = [...all.values()].filter(isSupplied);
        const facts = Object.fromEntries(
          declared.map((fact, i) => {
            const mark = `记号${1000 + i}号`;
            marks.push(mark);
            return [fact.id, { value: valueOf(fact, mark), evidence: [mark], note: mark }];
          }),
        );
        const sheets = sector ? { sheets: { sector: sector.id } } : {};
        const said = readFactSheet({ kind: "facts", scheme: id, as_of: "2023-11-10", ...sheets, facts });
        const original = recordOf(program, said);
        const before = JSON.stringify(original);
        expect(marks.filter((mark) => !before.includes(mark))).toEqual([]);
        const { record } = redactRecord(original, SECRET);
        expect(JSON.stringify(record.inputs) + JSON.stringify(record.assessment)).not.toMatch(/记号\d/);
        expect(JSON.stringify(record)).not.toMatch(/1[89]\d\d-0[1-9]-17/);
        expect(auditRecord(record).findings).toEqual([]);
      }
    }
  });
});

function markedValue(fact: FactDeclaration, mark: string): unknown {
  const number = Number(mark.slice(2, 6));
  const day = `1${String(800 + (number % 199))}-03-17`;
  switch (fact.type) {
    case "boolean":
      return true;
    case "date":
      return day;
    case "integer":
    case "decimal":
      return fact.range.low?.value ?? "1";
    case "choice":
      return fact.options[0]!.id;
    case "choices":
      return [fact.options[0]!.id];
    case "events":
      return [{ date: day, kind: fact.kinds?.[0]?.id ?? mark }];
    case "text":
    case "credit-code":
      return mark;
  }
}

/** The same rubric, in which some of its facts are personal. */
function personal(rubric: Rubric, holds: (fact: FactDeclaration) => boolean = () => true): Rubric {
  const value = structuredClone(rubric.origin!.value);
  for (const { path } of rubric.facts.filter((fact) => isSupplied(fact) && holds(fact))) {
    const declaration = steps(path).reduce<Json>((at, key) => at[key], value);
    declaration["personal"] = true;
  }
  return valid(value);
}

function isSupplied(fact: FactDeclaration): boolean {
  return !("derive" in fact && fact.derive);
}

function valid(value: DocumentValue): Rubric {
  const read = validateRubric(value);
  if (!read.success) throw new Error(read.diagnostics.map(({ message }) => message.en).join("\n"));
  return read.rubric;
}

describe("of random records", () => {
  test("what is redacted holds, is told, and never matches", { timeout: 300_000 }, () => {
    let redacted = 0;
    for (let index = 0; index < 16; index += 1) {
      const pair = randomPair(4711, index);
      const read = pair.rubrics.map((rubric) => validateRubric(rubric));
      const right = read.flatMap((each) => (each.success ? [each.rubric] : []));
      if (right.length < read.length) continue;
      // Facts of one half of the alphabet of ids; scheme and sheets declare one alike.
      const some = right.map((rubric) =>
        personal(rubric, ({ id }) => (id.codePointAt(id.length - 1)! + index) % 2 === 0),
      );
      const original = plain(recordOf(compileScheme(some, "scheme"), readFactSheet(pair.factSheet))) as ScoreRecord;
      const { record, revelations } = redactRecord(original, SECRET);
      redacted += record.redacted!.places.length;
      expect(auditRecord(record).findings, `record ${index}`).toEqual([]);
      expect(replay(record).verdict).toBe("NOT_REPLAYABLE");
      expect(revelations.every((each) => isRevealed(record, each))).toBe(true);
      for (const lang of ["zh", "en"] as const) {
        expect(renderText(record.assessment, { lang })).not.toBe("");
        expect(explain(record.assessment, { lang })).toBeDefined();
      }
      const { redacted: _redacted, ...bare } = record;
      if (record.redacted!.places.length > 0) expect(replay(sealed(bare)).verdict).not.toBe("MATCH");
    }
    expect(redacted).toBeGreaterThan(20);
  });
});

describe("the second checker does not believe that something is redacted which is not", () => {
  const { record } = redactRecord(recorded(), SECRET);
  const changed = (change: (record: Json) => void): readonly string[] => {
    const copy = plain(record);
    change(copy);
    return auditRecord(sealed(copy)).findings.map(({ path }) => path);
  };
  const leaf = "/assessment/components/0/root/children";

  test.each<[string, (record: Json) => void, string]>([
    ["an indicator", ({ assessment }) => (assessment.components[0].root.children[3].redacted = true), `${leaf}/3`],
    ["a fact", ({ assessment }) => (assessment.facts.find(isLicensed).read.redacted = true), "/assessment/facts/"],
    [
      "an indicator's points, in the sum above it",
      ({ assessment }) => (assessment.components[0].root.children[0].awarded.exact = "3"),
      leaf,
    ],
  ])("%s", (_, change, path) => {
    expect(changed(() => {})).toEqual([]);
    expect(changed(change).some((each) => each.startsWith(path))).toBe(true);
  });
});

function isLicensed({ declared }: Json): boolean {
  return declared.id === "licensed";
}

describe("redactRecord refuses", () => {
  const original = recorded();

  test.each<[string, () => unknown, RegExp]>([
    ["what is no record", () => redactRecord({ format: "chengxin/record@1" }, SECRET), /must be a record/],
    [
      "one that was altered",
      () => redactRecord({ ...original, inputs: { ...original.inputs, closed: true } }, SECRET),
      /altered/,
    ],
    ["one that is redacted", () => redactRecord(redactRecord(original, SECRET).record, SECRET), /redacted/],
    [
      "one whose assessment is none",
      () => redactRecord(sealed({ ...original, assessment: { scheme: original.assessment.scheme } }), SECRET),
      /must be a record/,
    ],
    ["a short secret", () => redactRecord(original, "0123456789abcdef"), /`secret` must be 64/],
    ["a secret in capitals", () => redactRecord(original, SECRET.toUpperCase()), /`secret` must be 64/],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });

  test("a wrong secret without printing it", () => {
    expect(() => redactRecord(original, "hunter2")).toThrow(/^(?!.*hunter2)/);
  });
});
