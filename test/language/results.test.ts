/** The JSON Schemas of assessments and records: closed, and neither more nor less than what the engine gives out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { beforeAll, describe, expect, test } from "vitest";
import { runCases } from "../../src/analyse/cases.js";
import { readCasesFile } from "../../src/files/cases.js";
import { isCasesFile, isFactSheetFile, listFiles } from "../../src/files/list.js";
import { compileScheme, readFactSheet, recordOf, redactRecord } from "../../src/index.js";
import type { Assessment } from "../../src/model/assessment.js";
import type { ScoreRecord } from "../../src/model/record.js";
import { loadFactSheet, loadRubrics } from "../../src/node.js";
import { root } from "../house/sources.js";
import { AS_OF, compiled, node, scheme, sheet } from "../helpers/build/rubric.js";
import { randomRecord } from "../helpers/random/record.js";
import { RESULTS, schemaText } from "./files.js";
import { modelSchema } from "./model-schema.js";
import { ModelTypes } from "./model-types.js";
import { placesSeen, placesOf } from "./seen.js";
import type { Schema } from "./shapes.js";

const [assessmentSchema, recordSchema] = RESULTS.map(({ file }) => JSON.parse(readFileSync(file, "utf8")) as Schema);
const ajv = new Ajv({ strict: true, allErrors: false });
const validates = { assessment: ajv.compile(assessmentSchema!), record: ajv.compile(recordSchema!) };

function complaints(value: unknown, of: keyof typeof validates): readonly string[] {
  validates[of](value);
  return (validates[of].errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath, message, JSON.stringify(params)].join(" "),
  );
}

test.each(RESULTS.map((result) => [result.title, result] as const))(
  "the schema of %s is the one that `npm run schema` makes of the model",
  (_, result) => {
    expect(readFileSync(result.file, "utf8")).toBe(schemaText(modelSchema(result, new ModelTypes())));
  },
);

const assessments: Assessment[] = [];
const records: ScoreRecord[] = [];
const PAIRS = 200;

beforeAll(async () => {
  const rubrics = await loadRubrics(join(root, "rubrics"));
  for (const file of await listFiles([join(root, "rubrics/examples")], isFactSheetFile)) {
    const factSheet = await loadFactSheet(file);
    records.push(recordOf(compileScheme(rubrics, factSheet.scheme.id, { asOf: factSheet.asOf }), factSheet));
  }
  for (const file of await listFiles([join(root, "rubrics")], isCasesFile)) {
    const read = await readCasesFile(file);
    if (read.kind !== "cases") throw new Error(`${file} holds no cases`);
    for (const { compiled, golden, loaded, assessment } of runCases([{ loaded: read.loaded, rubrics }], { lang: "en" })
      .scored) {
      assessments.push(assessment);
      // A sheet alone is scored with a scheme that stands in no file: nothing could be recorded of it.
      if (loaded.cases.of.kind === "scheme") records.push(recordOf(compiled, golden.factSheet));
    }
  }
  for (let index = 0; index < PAIRS; index += 1) {
    const record = randomRecord(2026, index);
    if (record) records.push(record);
  }
  records.push(rare(), redactRecord(plain(rare()), "0f".repeat(32)).record);
  assessments.push(...records.map(({ assessment }) => assessment));
}, 300_000);

describe("every example, every golden case, and hundreds of random fact sheets", () => {
  test("are there", () => {
    expect(assessments.length).toBeGreaterThan(700);
    expect(records.length).toBeGreaterThan(300);
  });

  test("give an assessment that its schema takes", () => {
    expect(assessments.flatMap((assessment) => complaints(plain(assessment), "assessment"))).toEqual([]);
  });

  test("give a record that its schema takes", () => {
    expect(records.flatMap((record) => complaints(plain(record), "record"))).toEqual([]);
  });

  test("show every key and every word of the schemas but those of which it is said why not", () => {
    const seen = placesSeen(records.map(plain), recordSchema!);
    const unseen = [...placesOf(recordSchema!)].filter((place) => !seen.has(place));
    expect(unseen.filter((place) => !NOT_SEEN.some(([pattern]) => pattern.test(place)))).toEqual([]);
  });
});

/** What no document here shows, and why. */
const NOT_SEEN: readonly (readonly [RegExp, string])[] = [
  [/^Subject\/kind "(?:condition|outcome|rubric)"$/, "findings about rubrics, which no assessment has"],
];

/** What neither the shipped rubrics nor the random ones have: clauses of another text than usual, and the caller's own words. */
function rare(): ScoreRecord {
  const clause = { clause: "§2", source: "law" };
  const zero = { when: { fact: "L", is: false }, then: "zero", ...clause };
  const program = compiled(
    sheet({
      points: 10,
      documents: { law: { title: "条例" } },
      indicators: [
        {
          id: "A",
          title: "甲",
          points: 10,
          effects: [zero, { ...zero, then: "veto" }],
          indicators: [node("L", 10, { scoring: { rule: "flag", fact: { type: "boolean", personal: true } } })],
        },
      ],
    }),
    scheme({
      documents: { law: { title: "条例" } },
      facts: { L: { type: "boolean", title: "L", personal: true } },
      effects: [zero],
      materials: [{ id: "M", title: "执照", required: true, ...clause }],
      bands: [
        { id: "A", at_least: 50, ...clause },
        { id: "B", below: 50 },
      ],
      goal: "any",
      outcomes: [{ id: "any", otherwise: true }],
    }),
  );
  const said = { scheme: "scheme", as_of: AS_OF, facts: { L: false }, judgements: { L: { points: 1, by: "甲" } } };
  return recordOf(program, readFactSheet({ kind: "facts", ...said }), { meta: { number: "2026-1" } });
}

describe("the schemas are closed", () => {
  /** Where anything may stand: data of one step, of one finding, of one test; what was supplied; what the caller adds. */
  const OPEN = ["Step/note", "Because/test", "DiagnosticData", "SuppliedValue", "ScoreRecord/meta"];

  test.each([
    ["assessments", assessmentSchema!],
    ["records", recordSchema!],
  ] as const)("the one of %s at every object but those that hold data of any kind", (_, schema) => {
    const open = [...openObjects(schema)];
    expect(open.filter((place) => !OPEN.includes(place))).toEqual([]);
  });
});

describe("the schema of an assessment refuses", () => {
  const changed = (change: (assessment: Json) => void): readonly string[] => {
    const assessment = plain(records[1]!.assessment) as Json;
    change(assessment);
    return complaints(assessment, "assessment");
  };

  test("nothing where nothing is changed", () => expect(changed(() => {})).toEqual([]));

  test.each<[string, (assessment: Json) => void]>([
    ["a key that is not there", (it) => (it["verdict"] = "fine")],
    ["a key that is missing", (it) => delete it["eligibility"]],
    ["a score that is a JSON number", (it) => (it["score"]["exact"] = 80)],
    ["a score below nothing", (it) => (it["score"]["exact"] = "-0")],
    ["a decimal with a zero too many", (it) => (it["score"]["exact"] = "80.0")],
    ["a fraction over one", (it) => (it["score"]["exact"] = "80/1")],
    ["an exponent", (it) => (it["score"]["exact"] = "8e1")],
    ["an open score that has a figure", (it) => (it["score"]["status"] = "open")],
    ["a status nobody knows", (it) => (it["components"][0]["root"]["status"] = "done")],
    ["a date that is none", (it) => (it["asOf"] = "2023-13-01")],
    ["a place of a fact sheet", (it) => (it["facts"][0]["declared"]["path"] = "/facts/0")],
    ["another format", (it) => (it["format"] = "chengxin/assessment@2")],
  ])("%s", (_, change) => {
    expect(changed(change)).not.toEqual([]);
  });
});

test.each(["sha256:12", "md5:0123", `sha256:${"A".repeat(64)}`, `sha256:${"0".repeat(64)}\n`])(
  "the schema of a record refuses the digest %j",
  (digest) => {
    const record = plain(records[1]) as Json;
    record["digests"]["trace"] = digest;
    expect(complaints(record, "record")).not.toEqual([]);
  },
);

// oxlint-disable-next-line typescript/no-explicit-any -- what a test does to a document no type allows
type Json = { [key: string]: any };

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function* openObjects(schema: Schema): Generator<string> {
  const definitions = schema["definitions"] as Readonly<Record<string, Schema>>;
  for (const [name, definition] of Object.entries(definitions)) yield* openIn(definition, name);
}

function* openIn(schema: unknown, place: string): Generator<string> {
  if (typeof schema !== "object" || schema === null) return;
  const { type, additionalProperties, properties, items, anyOf } = schema as Schema;
  if (type === "object" && additionalProperties !== false) yield place;
  for (const part of (anyOf as unknown[] | undefined) ?? []) yield* openIn(part, place);
  for (const [key, part] of Object.entries(properties ?? {})) yield* openIn(part, `${place}/${key}`);
  yield* openIn(items, place);
}
