/** What an author sees in an editor: the real language service, with the schema that a file's first line names. */
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { type LanguageService, TextDocument, getLanguageService } from "yaml-language-server";
import { root } from "../house/sources.js";
import type { RuleKind } from "../../src/model/scoring.js";

const service: LanguageService = getLanguageService({
  schemaRequestService: async (uri) => readFileSync(fileURLToPath(uri), "utf8"),
  workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
});
service.configure({ validate: true, completion: true, hover: true, yamlVersion: "1.2" });

const SHEET = `# yaml-language-server: $schema=../rubric.v1.json
kind: sheet
id: s
version: 1
title: 指标表
points: 2
indicators:
  - id: A
    title: 合同履约
    points: 2
    scoring:
      `;

type Opened = TextDocument & Parameters<LanguageService["doValidation"]>[0];

let versions = 0;

/** The service remembers a document by its version. */
function opened(text: string): Opened {
  versions += 1;
  return TextDocument.create(pathToFileURL(`${root}rubrics/sheets/small.yaml`).href, "yaml", versions, text) as Opened;
}

async function said(lines: string): Promise<readonly string[]> {
  const found = await service.doValidation(opened(`${SHEET}${lines}\n`), false);
  return found.map(({ message }) => message);
}

async function offered(lines: string) {
  const document = opened(`${SHEET}${lines}`);
  const { items } = await service.doComplete(document, document.positionAt(document.getText().length), false);
  return items;
}

const CHECKLIST = ["ladder", "per_item", "sum"];
const RULES = Object.keys({
  best_of: true,
  checklist: true,
  choice: true,
  events: true,
  first_of: true,
  flag: true,
  imported: true,
  judged: true,
  levels: true,
  linear: true,
  panel: true,
  parts: true,
  steps: true,
  table: true,
  tiers: true,
} satisfies Record<RuleKind, true>);

function choice(words: readonly string[]): string {
  return `应为 ${words.join("、")} 之一 / one of ${words.join(", ")}`;
}

describe("an editor says", () => {
  test.each([
    ["nothing, when all is well", "rule: flag\n      fact: ok", []],
    ["which rules there are", "rule: liner", [choice(RULES)]],
    ["that there is no rule", "fact: ok", ['Missing property "rule".']],
    ["what this rule still needs", "rule: flag", ['Missing property "fact".']],
    ["which key is none", "rule: flag\n      fact: ok\n      pionts: 2", ["Property pionts is not allowed."]],
    [
      "how a number is written",
      "rule: flag\n      fact: ok\n      points: 80%",
      ["应为十进制数，例如 80 或 0.30；不要带 % 或单位 / a decimal number such as 80 or 0.30, without % or a unit"],
    ],
    ["which modes a checklist has", "rule: checklist\n      mode: lader", [choice(CHECKLIST)]],
    [
      "what a cell of a table holds",
      "rule: table\n      rows: [{ when: { ok: A B }, points: 2 }]",
      [
        "应为 true、false、选项、选项的列表或区间，例如 [A, B] 或 { below: 10 } / true, false, an option, a list of options or an interval, such as [A, B] or { below: 10 }",
      ],
    ],
    [
      "how the steps of a tier are written",
      "rule: tiers\n      fact: { type: integer }\n      tiers: [{ at_least: 0, points: 1, steps: { per: 1, points: 1, partial: flor } }]",
      [choice(["floor", "ceil", "interpolate"])],
    ],
    [
      "which ways of rounding there are",
      "rule: flag\n      fact: ok\n    round: { places: 1, mode: 四舍五入 }",
      [choice(["half-up", "half-even", "up", "down", "ceiling", "floor"])],
    ],
    [
      "which words stand beside a number",
      "rule: flag\n      fact: ok\n    cap: point",
      ["应为数，或 points、none / a number, or points, none"],
    ],
    [
      "which questions can be asked",
      "rule: flag\n      fact: ok\n    applies_when: { al: [] }",
      [choice(["all", "any", "not", "at_least_n", "count", "fact"])],
    ],
    [
      "that the score is not asked here",
      "rule: flag\n      fact: ok\n    applies_when: { score: { above: 2 } }",
      [choice(["all", "any", "not", "at_least_n", "count", "fact"])],
    ],
  ])("%s", async (_, lines, messages) => {
    expect(await said(lines)).toEqual(messages);
  });
});

describe("an editor offers", () => {
  test("the rules, each with what it is", async () => {
    const items = await offered("rule: ");
    expect(items.map(({ label }) => label).sort()).toEqual(RULES);
    expect(items.find(({ label }) => label === "steps")?.documentation).toBe("每满多少得多少 / equal steps");
  });

  test("the keys of the rule that is written, each with what it means", async () => {
    const items = await offered("rule: tiers\n      ");
    const labels = items.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(["fact", "tiers"]));
    expect(labels).not.toContain("knots");
    const tiers = items.find(({ label }) => label === "tiers");
    expect(tiers?.documentation).toBe("各档，不重叠也不留空。\n\nThe tiers, without overlap and without gap.");
  });

  test("the questions of a condition", async () => {
    const items = await offered("rule: flag\n      fact: ok\n    applies_when:\n      ");
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(["all", "any", "not", "fact"]));
    expect(items.map(({ insertText }) => insertText)).toContain("all:\n  - ");
  });
});
