/** A finding stands where the mistake is, says it once, and says what to do. */
import { beforeAll, describe, expect, test } from "vitest";
import { chengxin, patient, workplace } from "./command.js";
import { factSheet, putRubrics, scheme } from "./small.js";

const { put } = workplace();
let rubrics = "";
beforeAll(() => {
  rubrics = putRubrics(put);
});

/** Of every finding on stderr: its code, and the text that its carets underline. */
async function underlined(text: string): Promise<readonly string[]> {
  const { stderr } = await chengxin(["score", "-", "--rubrics", rubrics], { input: text });
  return stderr
    .split(/^(?=error\[|warning\[)/m)
    .filter((block) => block !== "")
    .map((block) => {
      const code = /\[([a-z-]+)\]/.exec(block)![1]!;
      const frame = /^> +\d+ \| (.*)\n +\| ( *)(\^+)$/m.exec(block);
      return `${code}: ${frame ? frame[1]!.slice(frame[2]!.length, frame[2]!.length + frame[3]!.length) : "–"}`;
    });
}

describe.concurrent("what is underlined", patient, () => {
  test.each([
    ["a fact that nobody declares: its name", { facts: { nobody: "1" } }, "fact-undeclared: nobody"],
    ["a fact that is derived: its name", { facts: { years: "5" } }, "fact-derived: years"],
    ["a component that is none: its name", { sections: { sheets: "{ x: small-sheet }" } }, "component-unknown: x"],
    ["a sheet that is none: its id", { sections: { sheets: "{ main: other }" } }, "component-sheet-unknown: other"],
    ["a material that is none: its name", { sections: { materials: "{ M1: [a], M9: [b] }" } }, "material-unknown: M9"],
    ["a key that is none: the key", { sections: { subject: "{ nam: x }" } }, "unknown-key: nam"],
    ["a key that is none, at the top: the key", { sections: { wat: "1" } }, "unknown-key: wat"],
    ["a value of the wrong type: the value", { facts: { licensed: "5" } }, "fact-wrong-type: 5"],
    ["a number out of its range: the number", { facts: { staff: "-3" } }, "fact-out-of-range: -3"],
    ["a number in a wrapped fact: the number", { facts: { staff: "{ value: -3, note: n }" } }, "fact-out-of-range: -3"],
    ["an option among several: that option", { facts: { awards: "[city, moon]" } }, "fact-not-an-option: moon"],
    [
      "an impossible date in an event: the date",
      { facts: { fines: "[{ date: 2023-02-30, kind: fine, amount: 1 }]" } },
      "fact-not-a-date: 2023-02-30",
    ],
    [
      "an unknown field of an event: its name",
      { facts: { fines: "[{ date: 2023-01-30, kind: fine, amount: 1, who: x }]" } },
      "event-unknown-field: who",
    ],
    ["an impossible as_of: the date", { sections: { as_of: "2023-02-30" } }, "impossible-date: 2023-02-30"],
    ["a scheme that is not loaded: its id", { sections: { scheme: "large" } }, "scheme-not-found: large"],
  ])("%s", async (_, change, expected) => {
    expect(await underlined(factSheet(change))).toEqual([expected]);
  });

  test.each([
    ["given and missing at once", "{ value: true, missing: true }"],
    ["neither a value nor missing", "{ a: 1 }"],
    ["missing: false", "{ missing: false }"],
    ["an unknown key beside the value", "{ value: 5, valu: 1 }"],
  ])("one cause is one finding, and never about `null`: %s", async (_, licensed) => {
    const { stderr } = await chengxin(["score", "-", "--rubrics", rubrics], {
      input: factSheet({ facts: { licensed } }),
    });
    expect(stderr).not.toContain("`null`");
    if (!licensed.includes("valu:")) expect(stderr.match(/^error\[/gm)).toHaveLength(1);
  });

  test("below Chinese text, by columns", async () => {
    const { stderr } = await chengxin(["score", "-", "--rubrics", rubrics], {
      input: factSheet({ facts: { 企业规模: "大" }, sections: { subject: "{ 名: x, name: 示例企业 }" } }),
    });
    expect(stderr).toContain("|   企业规模: 大\n     |   ^^^^^^^^\n");
    expect(stderr).toContain("| subject: { 名: x, name: 示例企业 }\n    |            ^^\n");
  });
});

describe.concurrent("what to do", patient, () => {
  test.each([
    ["a fact misspelt", { facts: { staf: "1" } }, "staff"],
    ["an option misspelt", { facts: { awards: "[cty]" } }, "city"],
    ["a role misspelt", { sections: { role: "sefl" } }, "self"],
    ["an indicator that is not judged", { sections: { judgements: "{ H2: { points: 1, by: a, reason: b } }" } }, "H"],
    ["a sheet misspelt", { sections: { sheets: "{ main: small-shet }" } }, "small-sheet"],
    ["a key misspelt at the top", { sections: { judgments: "{}" } }, "judgements"],
    ["a scheme misspelt", { sections: { scheme: "smal" } }, "small"],
  ])("%s: the nearest is named", async (_, change, nearest) => {
    const { stderr } = await chengxin(["score", "-", "--rubrics", rubrics], { input: factSheet(change) });
    expect(stderr).toMatch(new RegExp(`= help: .*\\b${nearest}\\b`));
  });

  test("an empty list is never offered", async () => {
    const [none, far] = await Promise.all([
      chengxin(["score", "-", "--rubrics", put("nothing/readme.md", "")], { input: factSheet() }),
      chengxin(["score", "-", "--rubrics", rubrics], { input: factSheet({ facts: { quite_something_else: "1" } }) }),
    ]);
    for (const { stderr } of [none, far]) expect(stderr).not.toMatch(/: *(?:;|$)/m);
  });

  test("a line too long for a screen is not shown, and neither is a message", async () => {
    const { stderr } = await chengxin(["score", "-", "--rubrics", rubrics], {
      input: factSheet({
        sections: { role: "x".repeat(5000) },
        facts: { region: `[${"y".repeat(5000)}]`, ["z".repeat(900)]: "1" },
      }),
    });
    expect(stderr.split("\n").filter((line) => line.length > 400)).toEqual([]);
  });
});

test("a fault in a rubric shows the line of the rubric", patient, async () => {
  const folder = putRubrics(put, "faulty");
  put("faulty/small.yaml", scheme.replace("sheet: small-sheet", "sheet: other"));
  const { exit, stderr } = await chengxin(["score", "-", "--rubrics", folder], { input: factSheet() });
  expect(exit).toBe(2);
  expect(stderr).toMatch(
    /error\[sheet-not-found\] .*\n {2}--> .*small\.yaml:\d+:\d+.*\n(?: .*\n)?> +\d+ \| .*sheet: other/,
  );
});
