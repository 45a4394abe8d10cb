/** Every example does what it is there for: the bad lines get its code and nothing else, the good ones nothing. */
import { describe, expect, test } from "vitest";
import type { Example, Parts } from "../../src/messages/examples/example.js";
import { examples } from "../../src/messages/examples/examples.js";
import type { DiagnosticCode } from "../../src/model/codes.js";
import { codesOf, codesOfFiles } from "./run-example.js";
import { type WholeExample, wholeExamples } from "./whole-examples.js";

// What is typed as a command needs files on disk, and is run where the command line is tested.
const all = (Object.entries(examples) as [DiagnosticCode, Example][]).filter(
  ([, { bad }]) => bad.command === undefined,
);

/** What is said about other findings stands beside them. */
const neverAlone: Readonly<Partial<Record<DiagnosticCode, DiagnosticCode>>> = {
  "findings-left-out": "fact-undeclared",
  "version-ambiguous": "versions-overlap",
};

describe.each(all)("%s", (code, example) => {
  const whole = wholeExamples[code];

  test("the bad lines get this code once, and no other", () => {
    const codes = found(example.given, whole?.bad ?? example.bad);
    const beside = neverAlone[code];
    expect(beside === undefined ? codes : new Set(codes)).toEqual(
      beside === undefined ? [code] : new Set([code, beside]),
    );
  });

  test("the good lines get none", () => {
    expect(found(example.given, whole?.good ?? example.good)).toEqual([]);
  });

  test("what is shown stands for something longer exactly where it says so", () => {
    expect(whole !== undefined).toBe(example.abridged !== undefined);
  });
});

function found(given: Parts | undefined, side: WholeExample["bad"]): readonly DiagnosticCode[] {
  return "rubrics" in side ? codesOfFiles(side) : codesOf(given, side);
}
