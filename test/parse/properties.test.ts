import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import type { DocumentValue } from "../../src/model/document.js";
import { readDocument } from "../../src/parse/read-document.js";

const seeded = { seed: 20231018, numRuns: 1_000 };

/** Without what no text of ours may hold: control characters, halves of pairs; in keys also what cannot be seen. */
const text = fc
  .string({ unit: "binary", maxLength: 12 })
  .filter((value) => !/[\u007F-\u009F\uFEFF\p{Cs}]/u.test(value));
const key = text.filter((value) => !/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/u.test(value));

const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(key, tie("value"), { maxKeys: 5, noNullPrototype: false }),
  ),
})).value;

describe("any JSON is read as itself", { timeout: 60_000 }, () => {
  test("numbers as their text", () => {
    fc.assert(
      fc.property(json, fc.constantFrom(undefined, 2, "\t"), (value, indent) => {
        const read = readDocument(JSON.stringify(value, null, indent), "facts");
        expect(read.diagnostics).toEqual([]);
        expect(read.document?.value).toEqual(asRead(value));
      }),
      seeded,
    );
  });
});

describe("a decimal keeps its digits", { timeout: 60_000 }, () => {
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 40 });
  const decimal = fc
    .tuple(fc.constantFrom("", "-"), digits, fc.option(digits, { nil: undefined }))
    .map(([sign, whole, part]) => `${sign}${whole}${part === undefined ? "" : `.${part}`}`);

  test("in block style, between brackets and as a key", () => {
    fc.assert(
      fc.property(decimal, (number) => {
        const value = readDocument(`a: ${number}\nb: [${number}]\nc: { ${number}: ${number} }`, "rubric").document
          ?.value;
        expect(value).toEqual(asRead({ a: number, b: [number], c: { [number]: number } }));
      }),
      seeded,
    );
  });
});

describe("any text at all", { timeout: 60_000 }, () => {
  const fragment = fc.constantFrom(
    ..."[]{},:?-#&*!|>'\"%@`\\ \t\n",
    "\r\n",
    "\n  ",
    "- ",
    ": ",
    "a: b\n",
    "<<: ",
    "---\n",
    "...\n",
    "：",
    "，",
    "　",
    "\u00A0",
    "\uFEFF",
    "\u0000",
    "中",
    "\uD83D",
    "k",
  );

  test("gives a document or findings, all of them inside the text", () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 40 }), (fragments) => {
        const source = fragments.join("");
        const { document, diagnostics } = readDocument(source, "rubric");
        expect(document === undefined).toBe(diagnostics.length > 0);
        // No complaint of the library is lost among those we drop as echoes.
        if (document) expect(libraryErrors(source)).toEqual([]);
        for (const { range } of diagnostics) {
          expect(range?.offset[0]).toBeLessThanOrEqual(range?.offset[1] ?? -1);
          expect(range?.offset[1]).toBeLessThanOrEqual(source.length);
        }
      }),
      { ...seeded, numRuns: 5_000 },
    );
  });
});

function libraryErrors(source: string): string[] {
  const documents = parseAllDocuments(source, { schema: "failsafe", stringKeys: true, uniqueKeys: false });
  return [...documents].flatMap(({ errors }) => errors.map(({ message }) => message));
}

/** What a JSON value becomes: numbers their text, objects without prototype. */
function asRead(value: unknown): DocumentValue {
  if (typeof value === "number") return JSON.stringify(value);
  if (Array.isArray(value)) return value.map(asRead);
  if (typeof value !== "object" || value === null) return value as DocumentValue;
  const entries = Object.entries(value).map(([name, part]) => [name, asRead(part)] as const);
  const object: Record<string, DocumentValue> = Object.create(null);
  for (const [name, part] of entries) object[name] = part;
  return object;
}
