/** What an author writes is shown, never obeyed: no terminal escape and no reversal of reading gets out. */
import { beforeAll, describe, expect, test } from "vitest";
import { assessmentIn, chengxin, findingsIn, patient, workplace } from "./command.js";
import { factSheet, putRubrics, scheme, sheet } from "./small.js";

const { path, put } = workplace();
let rubrics = "";
beforeAll(() => {
  rubrics = putRubrics(put);
});

/** C0 but the newline, DEL and C1; separators; bidirectional marks, embeddings, overrides and isolates; the mark of byte order. */
// oxlint-disable-next-line no-control-regex -- they are what must not get out
const steering = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/u;

const all = [
  0x1b, 0x07, 0x08, 0x0d, 0x7f, 0x84, 0x9b, 0x9d, 0x61c, 0x200e, 0x200f, 0x2028, 0x202e, 0x2066, 0x2069, 0xfeff,
];
const hostile = `x${all.map((code) => String.fromCodePoint(code)).join("")}[31mRED`;
const quoted = `"x${all.map((code) => `\\u${code.toString(16).padStart(4, "0")}`).join("")}[31mRED"`;

async function harmless(args: readonly string[], exit: number, input = ""): Promise<string> {
  const result = await chengxin(args, { input });
  expect(result.exit).toBe(exit);
  expect(result.stdout).not.toMatch(steering);
  expect(result.stderr).not.toMatch(steering);
  return result.stdout + result.stderr;
}

const everywhere = factSheet({
  sections: {
    subject: `{ id: ${quoted}, name: ${quoted} }`,
    role: quoted,
    sheets: `{ ${quoted}: small-sheet }`,
    judgements: `{ ${quoted}: { points: ${quoted}, by: ${quoted}, reason: ${quoted} } }`,
    not_applicable: `{ ${quoted}: { by: ${quoted}, reason: ${quoted} } }`,
    materials: `{ ${quoted}: [${quoted}], M1: [${quoted}] }`,
  },
  facts: {
    [quoted]: quoted,
    licensed: quoted,
    staff: quoted,
    rate: `{ value: 5, evidence: [${quoted}], note: ${quoted} }`,
    founded: quoted,
    grade: quoted,
    awards: `[${quoted}]`,
    fines: `[{ date: ${quoted}, kind: ${quoted}, ${quoted}: ${quoted} }]`,
    region: quoted,
  },
});

describe.concurrent("a fact sheet full of escapes", patient, () => {
  test.each(["zh", "en"])("as text, in %s", async (lang) => {
    const said = await harmless(["score", "-", "--rubrics", rubrics, "--lang", lang], 1, everywhere);
    expect(said).toContain("x\\u{1b}\\u{7}");
    expect(said).toContain("[31mRED");
  });

  test("as JSON, which still says what the author wrote", async () => {
    const said = await harmless(["score", "-", "--rubrics", rubrics, "--format", "json"], 1, everywhere);
    const assessment = assessmentIn(said.slice(0, said.indexOf("\n}\n") + 3));
    expect(assessment.subject).toEqual({ id: hostile, name: hostile });
    expect(assessment.role).toBe(hostile);
  });

  test("checked", async () => {
    const file = put("everywhere.facts.yaml", everywhere);
    await harmless(["check", file, "--rubrics", rubrics], 1);
    const { stdout } = await chengxin(["check", file, "--rubrics", rubrics, "--format", "json"]);
    expect(stdout).not.toMatch(steering);
    expect(findingsIn(stdout).counts.error).toBeGreaterThan(5);
  });

  test.each([
    ["an unknown key at the top", factSheet({ sections: { [quoted]: "1" } }), 1],
    ["a scheme", factSheet({ sections: { scheme: quoted } }), 1],
    ["a kind", factSheet().replace("kind: facts", `kind: ${quoted}`), 1],
    ["an as_of", factSheet({ sections: { as_of: quoted } }), 1],
    ["a key twice", `${factSheet()}  ${quoted}: 1\n  ${quoted}: 2\n`, 1],
    [
      "bidirectional controls, raw",
      factSheet({ sections: { subject: '"\u202Ea\u2066b"' }, facts: { grade: "\u202EA" } }),
      1,
    ],
    ["bidirectional controls, raw, in a key", factSheet({ facts: { "a\u202Eb": "1" } }), 2],
    ["a broken line with them", `${factSheet()}  "\u202Ea\u2066b\n`, 2],
    ["a raw escape", factSheet({ facts: { region: "\u001B[31mcity" } }), 2],
    ["a raw escape in a comment", `# \u001B]0;title\u0007\n${factSheet()}`, 2],
  ])("in %s", async (_, text, exit) => {
    const [asText, asJson] = await Promise.all([
      chengxin(["score", "-", "--rubrics", rubrics], { input: text }),
      chengxin(["score", "-", "--rubrics", rubrics, "--format", "json"], { input: text }),
    ]);
    for (const result of [asText, asJson]) {
      expect(result.exit).toBe(exit);
      expect(result.stdout).not.toMatch(steering);
      expect(result.stderr).not.toMatch(steering);
    }
  });
});

describe.concurrent("a rubric full of escapes", patient, () => {
  const title = `{ zh: ${quoted}, en: ${quoted} }`;
  const hostileScheme = scheme
    .replace(/title: \{ zh.*\}/, `title: ${title}`)
    .replace('title: Registered, clause: "1"', `title: ${title}, clause: ${quoted}`)
    .replace("title: Form", `title: ${title}`);
  const hostileSheet = sheet
    .replace("title: Small sheet", `title: ${title}`)
    .replace("id: A, title: Licensed", `id: A, title: ${title}, clause: ${quoted}`)
    .replace("title: Licensed }", `title: ${title} }`);

  test("scores, and shows them as code points", async () => {
    const folder = putRubrics(put, "hostile");
    put("hostile/small.yaml", hostileScheme);
    put("hostile/small-sheet.yaml", hostileSheet);
    for (const format of ["text", "json"]) {
      const { exit, stdout, stderr } = await chengxin(["score", "-", "--rubrics", folder, "--format", format], {
        input: factSheet(),
      });
      expect([exit, stderr]).toEqual([0, ""]);
      expect(stdout).not.toMatch(steering);
    }
  });

  test("with errors", async () => {
    const folder = putRubrics(put, "hostile errors");
    put(
      "hostile errors/small-sheet.yaml",
      `${hostileSheet.replace("floor: 0", `${quoted}: 0`).replace("id: I", `id: ${quoted}`)}${quoted}: 1\n`,
    );
    for (const args of [
      ["check", folder],
      ["check", folder, "--format", "json"],
      ["score", "-", "--rubrics", folder],
    ]) {
      const { exit, stdout, stderr } = await chengxin(args, { input: factSheet() });
      expect([1, 2]).toContain(exit);
      expect(stdout + stderr).not.toMatch(steering);
      expect(stdout + stderr).toContain("[31mRED");
    }
  });
});

describe.skipIf(process.platform === "win32")("the command line itself", { ...patient, concurrent: true }, () => {
  const name = "x\u001B[31m\u202E\u009B\r\ny.facts.yaml";

  test.each<[string, () => string[], number]>([
    ["a file, alone", () => [put(name, factSheet()), "--rubrics", rubrics], 0],
    [
      "a file, among several",
      () => [put(name, factSheet()), put("plain.facts.yaml", factSheet()), "--rubrics", rubrics],
      0,
    ],
    [
      "a file with a wrong fact",
      () => [put(`wrong-${name}`, factSheet({ facts: { staff: "-3" } })), "--rubrics", rubrics],
      1,
    ],
    [
      "a file with a wrong fact, as JSON",
      () => [put(`wrong-${name}`, factSheet({ facts: { staff: "-3" } })), "--rubrics", rubrics, "--format", "json"],
      1,
    ],
    ["a file that is not there", () => [path(`no-${name}`)], 2],
    ["a file that is not there, as JSON", () => [path(`no-${name}`), "--format", "json"], 2],
    ["a folder of rubrics", () => [put("plain.facts.yaml", factSheet()), "--rubrics", path(name.repeat(2))], 2],
    [
      "an output",
      () => [put("plain.facts.yaml", factSheet()), "--rubrics", rubrics, "--output", path(`no/${name}`)],
      2,
    ],
    ["an option", () => ["x", `--${name}`], 2],
    ["a value", () => ["x", "--format", name], 2],
  ])("%s", async (_, args, exit) => {
    await harmless(["score", ...args()], exit);
  });

  test("a verb", async () => {
    await harmless([name], 2);
  });
});
