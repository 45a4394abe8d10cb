/** `rubrics/README.md`: its tables are those of the validator, its examples run, and together they use the language. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { runFiles } from "../../src/cli/run-example.js";
import { compileScheme, parseFactSheet, parseRubric, score } from "../../src/index.js";
import { type Example, examplesIn, filesAround, isDocument, isOfScheme } from "./examples.js";
import { REFERENCE, SCHEMA } from "./files.js";
import { tabledShapes, withTables } from "./reference.js";
import { readShapes, wordsOf } from "./shapes.js";

const reference = readFileSync(REFERENCE, "utf8");
const shapes = await readShapes();
const examples = examplesIn(reference);
const named = (of: readonly Example[]) => of.map((each) => [`line ${each.line}`, each] as const);
const documents = examples.filter(isDocument);
const excerpts = examples.filter((each) => !isDocument(each));

describe("the tables", () => {
  test("are those that `npm run schema` writes", () => {
    expect(withTables(reference, shapes)).toBe(reference);
  });

  test("show every shape once: one line `<!-- keys: … -->` in the reference for each", () => {
    expect([...tabledShapes(reference)].sort()).toEqual(shapes.map(({ name }) => name));
  });
});

describe("an excerpt", () => {
  test.each(named(excerpts))("of %s is found right by the engine and by the schema", (_, { text, trials }) => {
    for (const supplied of trials.length > 0 ? trials.map((trial) => trial.supplied) : [""]) {
      const files = filesAround(text, supplied);
      expect(runFiles(files).map(({ code, path }) => `${code} ${path}`)).toEqual([]);
      expect([...files.rubrics, files.facts].flatMap(complaints)).toEqual([]);
    }
  });

  const scored = excerpts.flatMap(({ line, text, trials }) => trials.map((trial) => ({ line, text, ...trial })));

  test("brings points somewhere", () => expect(scored.length).toBeGreaterThan(40));

  test.each(scored)("of line $line: $supplied brings $points", ({ text, supplied, points }) => {
    const { rubrics, facts } = filesAround(text, supplied);
    const assessment = score(compileScheme(rubrics.map(parseRubric), "p"), parseFactSheet(facts));
    const of = isOfScheme(text) ? assessment.score.exact : assessment.components[0]?.root?.awarded?.exact;
    expect(of ?? "待定 open").toBe(points);
  });
});

describe("the documents", () => {
  test("are one of each kind, and fit together", () => {
    const [sheet, scheme, facts, cases, ...others] = documents.map(({ text }) => text);
    expect(others).toEqual([]);
    expect(runFiles({ rubrics: [sheet!, scheme!], facts: facts! }).map(({ code, path }) => `${code} ${path}`)).toEqual(
      [],
    );
    expect([sheet!, scheme!, facts!, cases!].flatMap(complaints)).toEqual([]);
    expect(runFiles({ rubrics: [sheet!, scheme!], facts: facts!, cases: cases! }).map(({ code }) => code)).toEqual([]);
  });
});

describe("the examples", () => {
  test("of every rule there is one, below its name", () => {
    const rules = new Set(shapes.flatMap(({ keys }) => wordsOf(keys["rule"]?.schema ?? {})));
    const below = (rule: string) => reference.split(`\n### ${rule}\n`)[1]?.split("\n##")[0] ?? "";
    expect(
      [...rules].filter((rule) => !examplesIn(below(rule)).some(({ text }) => text.includes(`rule: ${rule}`))),
    ).toEqual([]);
    expect([...rules].filter((rule) => !below(rule).startsWith("\n> 「"))).toEqual([]);
  });

  test("use every word of every rule", () => {
    const text = examples.map((each) => each.text).join("\n");
    const rules = shapes.filter(({ keys }) => wordsOf(keys["rule"]?.schema ?? {}).length > 0);
    const words = rules.flatMap(({ keys }) =>
      Object.entries(keys).flatMap(([key, { schema }]) => wordsOf(schema).map((word) => `${key}: ${word}`)),
    );
    expect(words.length).toBeGreaterThan(20);
    expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(text))).toEqual([]);
  });

  test("use every key of the language but those named here", () => {
    const used = new Set(
      examples.flatMap(({ text }) =>
        [...text.matchAll(/([\w$]+): /g), ...text.matchAll(/([\w$]+):$/gm)].map(([, key]) => key!),
      ),
    );
    const trials = examples.flatMap((each) => each.trials.map(({ supplied }) => supplied)).join("\n");
    for (const [, key] of trials.matchAll(/(\w+): /g)) used.add(key!);
    const keys = new Set(shapes.flatMap((shape) => Object.keys(shape.keys)));
    expect([...keys].filter((key) => !used.has(key)).sort()).toEqual(["$schema"]);
  });
});

const validates = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")) as object);

/** As an editor reads it. */
function complaints(text: string): readonly string[] {
  validates(parse(text, { schema: "core" }));
  return (validates.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
