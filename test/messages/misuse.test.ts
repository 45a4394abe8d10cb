/** What the functions of the doors say to a developer who calls them wrongly: each sentence whole. */
import { describe, expect, test } from "vitest";
import {
  RubricError,
  compileScheme,
  explain,
  parseFactSheet,
  parseRubric,
  readFactSheet,
  renderJson,
  renderText,
  score,
  validateRubric,
} from "../../src/index.js";
import { loadFactSheet, loadRubrics } from "../../src/node.js";
import { facts, scheme as schemeText, sheets } from "../package/small.js";

/** As JavaScript calls it: no type says what may be passed. */
type Untyped = (...given: readonly unknown[]) => unknown;
const untyped = (call: unknown) => call as Untyped;

const rubrics = [...Object.values(sheets), schemeText].map((text) => parseRubric(text));
const scheme = compileScheme(rubrics, "small");
const factSheet = parseFactSheet(facts);
const assessment = score(scheme, factSheet);

describe("a TypeError says which argument, what was expected and what was given:", () => {
  test.each<[message: string, run: () => unknown]>([
    [
      '`score`: `factSheet` must be a fact sheet from `parseFactSheet`, `readFactSheet` or `loadFactSheet`, but is the string "garbage"',
      () => untyped(score)(scheme, "garbage"),
    ],
    [
      "`score`: `factSheet` must be a fact sheet from `parseFactSheet`, `readFactSheet` or `loadFactSheet`, but is undefined",
      () => untyped(score)(scheme),
    ],
    [
      "`score`: `factSheet` must be a fact sheet from `parseFactSheet`, `readFactSheet` or `loadFactSheet`, but is an object of kind `facts`",
      () => untyped(score)(scheme, { kind: "facts", scheme: "small" }),
    ],
    [
      "`score`: `factSheet` must be a fact sheet from `parseFactSheet`, `readFactSheet` or `loadFactSheet`, but is a promise: write `await` before it",
      () => untyped(score)(scheme, Promise.resolve(factSheet)),
    ],
    [
      "`score`: `compiled` must be a compiled scheme from `compileScheme`, but is an empty object",
      () => untyped(score)({}, factSheet),
    ],
    [
      "`score`: `compiled` must be a compiled scheme from `compileScheme`, but is an object with `scheme`, `sheets`, `subject` …",
      () => untyped(score)(factSheet, scheme),
    ],
    [
      "`score`: `compiled` must be a compiled scheme from `compileScheme`, but is an object of kind `scheme`",
      () => untyped(score)(rubrics[2], factSheet),
    ],
    [
      "`score`: `compiled` must be a compiled scheme from `compileScheme`, but is an object with `id`, `version`, `diagnostics` …",
      () => score(JSON.parse(JSON.stringify(scheme, plain)), factSheet),
    ],
    [
      '`compileScheme`: `rubrics` must be a rubric set from `loadRubrics` or an array of rubrics, but is the string "x"',
      () => untyped(compileScheme)("x"),
    ],
    [
      "`compileScheme`: `rubrics` must be a rubric set from `loadRubrics` or an array of rubrics, but is a promise: write `await` before it",
      () => untyped(compileScheme)(Promise.resolve([]), "small"),
    ],
    [
      '`compileScheme`: `rubrics[1]` must be a rubric from `parseRubric` or `validateRubric`, but is the string "kind: scheme\\nid: small\\nversion: \\"1.0\\"\\nti…"',
      () => untyped(compileScheme)([rubrics[0], schemeText], "small"),
    ],
    [
      "`compileScheme`: `rubrics[0]` must be a rubric from `parseRubric` or `validateRubric`, but is an object of kind `scheme`",
      () => untyped(compileScheme)([{ kind: "scheme", id: "small" }], "small"),
    ],
    [
      "`compileScheme`: `rubrics[0]` must be a rubric from `parseRubric` or `validateRubric`, but is an object with `success`, `rubric`, `diagnostics`",
      () => untyped(compileScheme)([validateRubric(schemeText)], "small"),
    ],
    [
      "`compileScheme`: `rubrics.rubrics[0].rubric` must be a rubric from `parseRubric` or `validateRubric`, but is undefined",
      () => untyped(compileScheme)({ rubrics: [schemeText] }, "small"),
    ],
    ["`compileScheme`: `id` must be a string, but is undefined", () => untyped(compileScheme)(rubrics)],
    ["`compileScheme`: `id` must be a string, but is the number 5", () => untyped(compileScheme)(rubrics, 5)],
    [
      '`compileScheme`: `options` must be an object with `asOf`, `version`, but is the string "2023-11-10"',
      () => untyped(compileScheme)(rubrics, "small", "2023-11-10"),
    ],
    [
      "`compileScheme`: `options` must be an object with `asOf`, `version`, but is null",
      () => untyped(compileScheme)(rubrics, "small", null),
    ],
    [
      '`compileScheme`: `options.asOf` must be a day written like `2023-11-10`, but is the string "2023-02-29"',
      () => compileScheme(rubrics, "small", { asOf: "2023-02-29" }),
    ],
    [
      "`compileScheme`: `options.asOf` must be a day written like `2023-11-10`, but is an object of class `Date`",
      () => untyped(compileScheme)(rubrics, "small", { asOf: new Date(0) }),
    ],
    [
      "`compileScheme`: `options.version` must be a string, but is the number 2023.1",
      () => untyped(compileScheme)(rubrics, "small", { version: 2023.1 }),
    ],
    [
      "`compileScheme`: `options` has no `asof`; it may have `asOf`, `version`",
      () => untyped(compileScheme)(rubrics, "small", { asof: "2023-11-10" }),
    ],
    [
      "`renderText`: `result` must be an assessment from `score` or an explanation from `explain`, but is undefined",
      () => untyped(renderText)(),
    ],
    ["`explain`: `assessment` must be an assessment from `score`, but is null", () => untyped(explain)(null)],
    [
      "`explain`: `assessment` must be an assessment from `score`, but is an object of format `chengxin/explanation@1`",
      () => untyped(explain)(explain(assessment)),
    ],
    [
      "`explain`: `options` has no `indicators`; it may have `lang`, `indicator`",
      () => untyped(explain)(assessment, { indicators: "A" }),
    ],
    [
      '`explain`: `options.lang` must be `zh` or `en`, but is the string "fr"',
      () => untyped(explain)(assessment, { lang: "fr" }),
    ],
    [
      "`explain`: `options.indicator` must be a string, but is the number 1",
      () => untyped(explain)(assessment, { indicator: 1 }),
    ],
    [
      '`explain`: the assessment has no indicator "a-name-unlike-any"',
      () => explain(assessment, { indicator: "a-name-unlike-any" }),
    ],
    [
      "`renderText`: `result` must be an assessment from `score` or an explanation from `explain`, but is a promise: write `await` before it",
      () => untyped(renderText)(Promise.resolve(assessment)),
    ],
    [
      "`renderText`: `result` must be an assessment from `score` or an explanation from `explain`, but is an object with `scheme`, `sheets`, `subject` …",
      () => untyped(renderText)(factSheet),
    ],
    [
      '`renderText`: `options.lang` must be `zh` or `en`, but is the string "fr"',
      () => untyped(renderText)(assessment, { lang: "fr" }),
    ],
    [
      '`renderText`: `options` must be an object with `lang`, but is the string "en"',
      () => untyped(renderText)(assessment, "en"),
    ],
    [
      "`renderText`: `options` must be an object with `lang`, but is an array",
      () => untyped(renderText)(assessment, ["en"]),
    ],
    [
      "`renderText`: `options` has no `language`; it may have `lang`",
      () => untyped(renderText)(assessment, { language: "en" }),
    ],
    [
      "`renderJson`: `result` must be an assessment from `score` or an explanation from `explain`, but is an object of format `chengxin/findings@1`",
      () => untyped(renderJson)({ format: "chengxin/findings@1" }),
    ],
    ["`parseRubric`: `text` must be a string, but is undefined", () => untyped(parseRubric)()],
    [
      "`parseRubric`: `text` must be a string, but is an object of class `Uint8Array`",
      () => untyped(parseRubric)(new Uint8Array(3)),
    ],
    ["`parseRubric`: `text` must be a string, but is a function", () => untyped(parseRubric)(() => schemeText)],
    ["`parseFactSheet`: `text` must be a string, but is null", () => untyped(parseFactSheet)(null)],
    [
      "`parseFactSheet`: `text` must be a string, but is an object of kind `facts`",
      () => untyped(parseFactSheet)({ kind: "facts" }),
    ],
    [
      "`readFactSheet`: `value` must be a plain value, but is a promise: write `await` before it",
      () => untyped(readFactSheet)(Promise.resolve({})),
    ],
    ["`loadRubrics`: `paths` must be at least one folder or file, but is an empty array", () => loadRubrics()],
    ["`loadRubrics`: `paths[0]` must be a string, but is an array", () => untyped(loadRubrics)(["rubrics"])],
    [
      "`loadRubrics`: `paths[1]` must be a string, but is an object of class `URL`",
      () => untyped(loadRubrics)("rubrics", new URL("file:///rubrics")),
    ],
    ["`loadFactSheet`: `path` must be a string, but is the number 5", () => untyped(loadFactSheet)(5)],
    [
      "`RubricError`: `diagnostics` must be an array of at least one diagnostic, but is an empty array",
      () => new RubricError([]),
    ],
  ])("%s", async (message, run) => {
    expect(await messageOf(run)).toBe(message);
  });
});

describe("what is right is not refused:", () => {
  test("options that are not given", () => {
    expect(untyped(compileScheme)(rubrics, "small", { asOf: undefined, version: undefined })).toMatchObject({
      id: "small",
    });
    expect(untyped(renderText)(assessment, undefined)).toBe(renderText(assessment, { lang: "zh" }));
  });

  test("plain data that was stored and read again", () => {
    expect(score(scheme, structuredClone(factSheet))).toEqual(assessment);
    expect(compileScheme(structuredClone(rubrics), "small").version).toBe("1.0");
    const stored = renderJson(assessment);
    expect(renderJson(JSON.parse(stored))).toBe(stored);
  });
});

describe("values from anywhere are findings, not mistakes of the caller:", () => {
  const refusing = new Proxy({}, { get: () => refuse(), ownKeys: () => refuse() });
  const refuse = (): never => {
    throw new Error("not for you");
  };

  test.each([[undefined], [null], [5], [[]], [refusing], [JSON.parse('{ "then": "later" }')]])(
    "readFactSheet %#",
    (value) => {
      expect(() => readFactSheet(value)).toThrow(RubricError);
    },
  );

  test.each([[undefined], [null], [5], [[]], [refusing], [Promise.resolve({})]])("validateRubric %#", (value) => {
    expect(validateRubric(value).success).toBe(false);
  });
});

async function messageOf(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
  throw new Error("nothing was thrown");
}

/** Without the numbers that JSON cannot write. */
function plain(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
