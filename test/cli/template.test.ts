/** `chengxin template`: filled in with nothing but the file itself, it scores without a finding. */
import { describe, expect, test } from "vitest";
import { type Ended, chengxin, codesOf, findingsIn, patient, workplace } from "./command.js";
import { putRubrics, scheme, sheet } from "./small.js";

const { path, put } = workplace();

/** What somebody writes who knows nothing but the comments above each answer. */
function filledIn(form: string): string {
  let notes: string[] = [];
  let points = "0";
  let panel: string[] = [];
  const lines: string[] = [];
  for (const line of form.split("\n")) {
    const trimmed = line.trim();
    if (trimmed.startsWith("#")) notes.push(trimmed.slice(2));
    else if (line.startsWith("as_of:")) lines.push("as_of: 2023-11-10");
    else if (/^ {2}(id|name):/.test(line)) lines.push(line.includes("id:") ? "  id: T-1" : "  name: 试填企业");
    else if (/^ {2}\S+: \[\]$/.test(line)) lines.push(line.replace("[]", "[附件一]"));
    else if (trimmed === "value:") lines.push(`    value: ${answerTo(notes)}`);
    else if (trimmed === "evidence: []") lines.push("    evidence: [附件二]");
    else if (trimmed === "- points:") lines.push(...panel);
    else if (/^ {6}(by|as|reason):$/.test(line)) continue;
    else if (trimmed === "points:") lines.push(`    points: ${points}`);
    else if (trimmed === "by:" || trimmed === "reason:") lines.push(`${line} 甲`);
    else if (/^ {2}\S+:$/.test(line)) {
      points = /between (\S+) and/.exec(notes.join(" "))?.[1] ?? "0";
      panel = assessors(notes, points);
      const wrapped = form.includes(`\n${line}\n    `);
      lines.push(wrapped ? line : `${line} ${answerTo(notes)}`);
    } else lines.push(line);
    if (trimmed === "" || (/^ {2}\S+:/.test(line) && !form.includes(`\n${line}\n    value:`))) notes = [];
    if (trimmed === "evidence: []") notes = [];
  }
  return lines.join("\n");
}

/** As many judgements as the comments ask for, the first of each class that they name. */
function assessors(notes: readonly string[], points: string): string[] {
  const classes = notes.flatMap((note) => /^the mean of (.+) counts /.exec(note)?.[1] ?? []);
  const many = Number(/at least (\d+) of them/.exec(notes.join(" "))?.[1] ?? 1);
  return Array.from({ length: Math.max(many, classes.length) }, (_, nth) => {
    const as = classes[nth % classes.length];
    return `    - { points: ${points}, by: 评审${nth + 1}, ${as === undefined ? "" : `as: ${as}, `}reason: 甲 }`;
  });
}

function answerTo(notes: readonly string[]): string {
  // The question is the last line that says how it is answered; options and entries stand below it.
  const at = notes
    .map((note) =>
      /true or false|a (whole )?number|a date such|one of these words|as \[a, b\]|one entry each|18 characters|\(text/.test(
        note,
      ),
    )
    .lastIndexOf(true);
  const note = notes[at] ?? "";
  if (note.includes("one entry each")) return "[]";
  if (note.includes("as [a, b]")) return "[]";
  if (note.includes("one of these words")) return notes[at + 1]!.split(":")[0]!;
  if (note.includes("a date such")) return "2016-09-20";
  if (note.includes("true or false")) return "true";
  if (/a (whole )?number/.test(note)) return "1";
  throw new Error(`nobody could answer this: ${notes.join(" / ")}`);
}

async function formFor(...args: string[]): Promise<string> {
  const { exit, stdout, stderr } = await chengxin(["template", ...args, "--lang", "en"]);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
  return stdout;
}

async function scored(file: string, ...args: string[]): Promise<Ended> {
  return chengxin(["score", file, "--format", "json", ...args]);
}

interface Listed {
  readonly kind: string;
  readonly category: string | null;
  readonly id: string;
}

const { rubrics } = JSON.parse((await chengxin(["list", "--format", "json"])).stdout) as {
  readonly rubrics: readonly Listed[];
};
const sectors = rubrics.flatMap(({ category, id }) => (category === "sector" || category === "district" ? [id] : []));
const oneFile = rubrics.flatMap(({ kind, id }) => (kind === "scheme" && id !== "gongzhu-2023" ? [id] : []));

describe.concurrent("filled in with nothing else at hand", patient, () => {
  test("there are sectors", () =>
    expect(sectors).toEqual(expect.arrayContaining(["property-management-2023", "district-template-2023"])));

  test.each(sectors)("gongzhu-2023 with %s scores without a finding", async (sector) => {
    const form = await formFor("gongzhu-2023", "--sector", sector);
    const file = put(`${sector}.facts.yaml`, filledIn(form));
    const { exit, stdout } = await scored(file);
    const { findings, score, components } = JSON.parse(stdout);
    expect(findings).toEqual([]);
    expect([exit, score.status, components[1].sheet.id]).toEqual([0, "scored", sector]);
  });

  test("there are schemes of one file", () => expect(oneFile).toContain("culture-tourism-credit"));

  test.each(oneFile)("%s scores without a finding", async (scheme) => {
    const file = put(`${scheme}.facts.yaml`, filledIn(await formFor(scheme)));
    const { exit, stdout } = await scored(file);
    const { findings, score, decision } = JSON.parse(stdout);
    expect(findings).toEqual([]);
    expect([exit, score.status, decision.certain]).toEqual([0, "scored", true]);
  });

  test("left empty it is open, and nothing but that is said", async () => {
    const form = await formFor("gongzhu-2023", "--sector", "property-management-2023");
    const empty = form
      .replace(/^as_of:.*$/m, "as_of: 2023-11-10")
      .replace(/^subject:[^]*?(?=as_of)/m, "")
      .replace(/^judgements:[^]*?\n\n/m, "");
    const { exit, stdout } = await scored(put("empty.facts.yaml", empty));
    const { score, decision, findings } = JSON.parse(stdout);
    expect([exit, score.status, decision.outcome]).toEqual([0, "open", "undetermined"]);
    const codes = new Set(findings.map(({ code, severity }: Record<string, string>) => `${severity} ${code}`));
    expect([...codes].sort()).toEqual(["info fact-empty", "info findings-left-out"]);
  });
});

describe.concurrent("which sheet", patient, () => {
  const chosen = (folder: string, ...args: string[]) =>
    chengxin(["template", "small", "--rubrics", path(folder), "--lang", "en", ...args]);
  const two = (folder: string): void => {
    put(`${folder}/small.yaml`, scheme.replace(/sheet: small-sheet/, "one_of: [sector]"));
    for (const id of ["small-a", "small-b"])
      put(
        `${folder}/${id}.yaml`,
        sheet
          .replaceAll("small-sheet", id)
          .replace(/^category: .*$/m, "")
          .replace(/^kind: sheet$/m, "kind: sheet\ncategory: sector"),
      );
  };

  test("a fixed one need not be named", async () => {
    const { exit, stdout } = await chengxin(["template", "small", "--rubrics", putRubrics(put, "fixed")]);
    expect([exit, /^sheets:/m.test(stdout)]).toEqual([0, false]);
  });

  test("of several one has to be named, by its id or behind its component", async () => {
    two("two");
    const [none, byId, behind, wrong] = await Promise.all([
      chosen("two", "--format", "text"),
      chosen("two", "--sheet", "small-b"),
      chosen("two", "--sheet", "main=small-a"),
      chosen("two", "--sheet", "small-c"),
    ]);
    expect(none.exit).toBe(2);
    expect(none.stderr).toContain("`small-a`, `small-b`");
    expect(byId.stdout).toContain("sheets:\n  main: small-b\n");
    expect(behind.stdout).toContain("sheets:\n  main: small-a\n");
    expect([wrong.exit, wrong.stdout]).toEqual([2, ""]);
  });

  test("several assessors have a list to fill in, with their class where it counts", async () => {
    putRubrics(put, "panel");
    const judged = "rule: judged, range: { at_least: 0, at_most: 10 }, step: 0.5";
    const [plain, byClass] = ["", ", weights: { a: 0.6, b: 0.4 }"].map((more) =>
      sheet.replace(judged, `rule: panel, range: { at_least: 0, at_most: 10 }, step: 0.5${more}`),
    );
    put("panel/small-sheet.yaml", plain!);
    expect((await chosen("panel")).stdout).toContain("  H:\n    - points:\n      by:\n      reason:\n");
    put("panel/small-sheet.yaml", byClass!);
    expect((await chosen("panel")).stdout).toContain("  H:\n    - points:\n      by:\n      as:\n      reason:\n");
  });

  test("what an assessor says of an indicator that two sheets have is asked for in each of them", async () => {
    putRubrics(put, "alike");
    put("alike/second.yaml", sheet.replaceAll("small-sheet", "second-sheet"));
    const both = "- { id: main, sheet: small-sheet, weight: 0.5 }\n  - { id: other, sheet: second-sheet, weight: 0.5 }";
    put("alike/small.yaml", scheme.replace("- { id: main, sheet: small-sheet, weight: 1 }", both));
    const { exit, stdout } = await chosen("alike");
    expect([exit, stdout.match(/^ {2}\S*H:$/gm)]).toEqual([0, ["  main/H:", "  other/H:"]]);
  });

  test("a scheme that is not there", async () => {
    const { exit, stdout } = await chengxin([
      "template",
      "smal",
      "--rubrics",
      putRubrics(put, "no"),
      "--format",
      "text",
    ]);
    expect([exit, stdout]).toEqual([2, ""]);
    const asJson = await chengxin(["template", "small", "--format", "json", "--rubrics", putRubrics(put, "no2")]);
    expect([asJson.exit, codesOf(findingsIn(asJson.stdout))]).toEqual([2, ["bad-option-value"]]);
  });
});
