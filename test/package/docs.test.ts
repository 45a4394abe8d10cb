/** The documentation of what both doors export: it is there, and what its examples print is what they say. */
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../house/sources.js";
import { ensureBuilt, node } from "./built.js";
import { commentOf, exampleOf, functionsOf, readDoors } from "./doors.js";

const { exports } = readDoors();
const functions = functionsOf(exports);

describe("every export", () => {
  test("says what it is", () => {
    const silent = exports.filter((found) => commentOf(found) === "").map(({ name }) => name);
    expect(silent).toEqual([]);
  });

  test("that is a function says what it throws, or that it throws nothing", () => {
    const unsaid = functions.filter((found) => !/@throws|never throws/.test(commentOf(found)));
    expect(unsaid.map(({ name }) => name)).toEqual([]);
  });
});

describe("the example of", () => {
  beforeAll(ensureBuilt, 120_000);

  test("each function is found", () => {
    expect(functions.map(({ name }) => name).sort()).toEqual([
      "answerObjection",
      "auditRecord",
      "compareRoles",
      "compileScheme",
      "diffRecords",
      "diffRubrics",
      "explain",
      "isRevealed",
      "loadFactSheet",
      "loadRubrics",
      "parseFactSheet",
      "parseRubric",
      "readFactSheet",
      "recordOf",
      "redactRecord",
      "reexamine",
      "renderJson",
      "renderText",
      "replay",
      "score",
      "validateRubric",
    ]);
  });

  test.each(functions.map((found) => [found.name, exampleOf(found)]))(
    "%s prints what it says",
    { timeout: 30_000 },
    async (_, example) => {
      // Run at the root, where `chengxin` means this package and `rubrics` is a folder.
      const script = ts.transpile(example, { target: ts.ScriptTarget.ES2022 });
      const printed = await node(root, "--input-type=module", "--eval", script);
      const promised = [...example.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, comment]) => comment);
      expect(promised).not.toEqual([]);
      expect(
        printed
          .trimEnd()
          .split("\n")
          .map((line) => line.trim()),
      ).toEqual(promised);
    },
  );
});
