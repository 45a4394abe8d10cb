/** The JSON Schema that editors use: as generated, and of one mind with the validator where shapes are concerned. */
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { examples } from "../../src/messages/examples/examples.js";
import { type Files, filesOf } from "../../src/messages/examples/frames.js";
import type { DiagnosticCode } from "../../src/model/codes.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import { readDocument } from "../../src/parse/read-document.js";
import { validateFactSheetDocument } from "../../src/validate/facts.js";
import { validateRubricDocument } from "../../src/validate/rubric.js";
import { SINGLE_RULES } from "../../src/validate/rules/single.js";
import { root } from "../house/sources.js";
import { smallDocuments } from "../helpers/misspellings/documents.js";
import { wordPlaces } from "../helpers/misspellings/places.js";
import { randomPair } from "../helpers/random/pair.js";
import { yamlText } from "../helpers/random/yaml-text.js";
import { wholeExamples } from "../messages/whole-examples.js";
import { SCHEMA, schemaText } from "./files.js";
import { schemaFrom } from "./schema.js";
import { readShapes } from "./shapes.js";

const schema = JSON.parse(readFileSync(SCHEMA, "utf8")) as object;
/** What editors read beside the standard. */
const VOCABULARY = ["errorMessage", "patternErrorMessage", "enumDescriptions"];
const validates = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
  .addVocabulary(VOCABULARY)
  .compile(schema);

/** As an editor reads it: plain numbers are numbers. */
function complaints(text: string, validate: ValidateFunction = validates): readonly string[] {
  validate(parseYaml(text, { schema: "core" }));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test("the schema is the one that `npm run schema` writes", async () => {
  expect(readFileSync(SCHEMA, "utf8")).toBe(schemaText(schemaFrom(await readShapes())));
});

describe("every shipped file", () => {
  const files = readdirSync(join(root, "rubrics"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => join(root, "rubrics", name));

  test("is there", () => expect(files.length).toBeGreaterThan(8));

  test.each(files.map((file) => [relative(root, file), file]))("%s is right, and names the schema", (_, file) => {
    const text = readFileSync(file, "utf8");
    expect(complaints(text)).toEqual([]);
    const named = /^# yaml-language-server: \$schema=(.+)$/m.exec(text.split("\n")[0]!)?.[1];
    expect(resolve(dirname(file), named ?? "")).toBe(SCHEMA);
  });
});

/** Codes that are about shapes. A schema cannot see the others: sums, references, signs that a plain reader lets pass. */
const ABOUT_SHAPES: readonly DiagnosticCode[] = [
  "unknown-key",
  "missing-key",
  "empty-value",
  "empty-entry",
  "empty-text",
  "empty-list",
  "empty-mapping",
  "not-a-mapping",
  "not-a-list",
  "not-text",
  "not-one-of",
  "not-yes-or-no",
  "only-true",
  "not-a-number",
  "not-a-number-or",
  "not-positive",
  "not-whole",
  "not-a-date",
  "number-percent",
  "number-fraction",
  "number-separator",
  "number-unit",
  "number-full-width",
  "count-too-large",
  "id-character",
  "no-kind",
  "several-kinds",
  "interval-without-bound",
  "condition-too-early",
];

describe("examples of codes", () => {
  test.each(ABOUT_SHAPES)("%s: the schema refuses the bad lines", (code) => {
    const { given, bad } = examples[code];
    const { rubrics, facts } = filesOf(given, bad) as Files;
    expect([...rubrics, facts].flatMap((text) => complaints(text))).not.toEqual([]);
  });

  const good = (Object.entries(examples) as [DiagnosticCode, (typeof examples)[DiagnosticCode]][]).filter(
    ([code, each]) => wholeExamples[code] === undefined && each.good.value === undefined,
  );

  test.each(good)("%s: the schema takes the good lines", (_, { given, good }) => {
    const { rubrics, facts } = filesOf(given, good) as Files;
    expect([...rubrics, facts].flatMap((text) => complaints(text))).toEqual([]);
  });
});

/** Two hundred pairs of a scheme with its sheets and a fact sheet. */
const pairs = Array.from({ length: 200 }, (_, index) => randomPair(2024, index));

test("what the validator takes, the schema takes", { timeout: 120_000 }, () => {
  let taken = 0;
  const refused: string[] = [];
  for (const { rubrics, factSheet } of pairs) {
    for (const value of [...rubrics, factSheet]) {
      const text = yamlText(value);
      if (!isRight(text, value === factSheet)) continue;
      taken += 1;
      refused.push(...complaints(text));
    }
  }
  expect(refused).toEqual([]);
  expect(taken).toBeGreaterThan(500);
});

describe("a word in the place of another", () => {
  const places = wordPlaces().filter(({ word }) => word !== "$schema");

  test("there are places for all of them", () => expect(places.length).toBeGreaterThan(200));

  test("the schema takes the documents they are in", () => {
    expect(smallDocuments().flatMap(({ value }) => (takes(value) ? [] : [JSON.stringify(value)]))).toEqual([]);
  });

  test("the schema refuses what the validator refuses", () => {
    const missed = places
      .filter((place) => !isInsideRule(place.allowed))
      .filter((place) => takes(place.documentWith(`${place.word}x`).value));
    expect(missed.map(({ word, allowed }) => `${word}x for one of ${allowed.join(", ")}`)).toEqual([]);
  });
});

test("`$schema` may stand in the file itself", () => {
  const text = readFileSync(join(root, "rubrics/examples/open.facts.yaml"), "utf8");
  expect(complaints(`$schema: ../rubric.v1.json\n${text}`)).toEqual([]);
  expect(complaints(`$schemas: ../rubric.v1.json\n${text}`)).not.toEqual([]);
});

/**
 * Rules inside `parts`, `best_of` and `first_of` have the keys of two shapes at once, which draft-07 cannot close without
 * writing every shape a second time: the schema asks for `title` and `rule`, the validator for the rest.
 */
function isInsideRule(allowed: readonly string[]): boolean {
  const kinds = Object.keys(SINGLE_RULES);
  return (allowed.includes("rule") && allowed.includes("title")) || allowed.join() === kinds.join();
}

function takes(value: unknown): boolean {
  return validates(value);
}

function isRight(text: string, facts: boolean): boolean {
  const { document, diagnostics } = readDocument(text, facts ? "facts" : "rubric");
  const found: readonly Diagnostic[] = document
    ? (facts ? validateFactSheetDocument(document) : validateRubricDocument(document)).diagnostics
    : diagnostics;
  return document !== undefined && !found.some(({ severity }) => severity === "error");
}
