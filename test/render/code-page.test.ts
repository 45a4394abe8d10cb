/** The page of a code: what stands where, and what cannot be seen made visible. */
import { describe, expect, test } from "vitest";
import type { Example } from "../../src/messages/examples/example.js";
import { type CodePage, renderCodeJson, renderCodePage } from "../../src/render/code-page.js";

const page = (example: Example, more: Partial<CodePage> = {}): CodePage => ({
  code: "unknown-key",
  severity: "warning",
  message: { zh: "一句话", en: "a sentence" },
  example,
  bad: { "sheet.yaml": "a: 1\n" },
  good: { "sheet.yaml": "b: 1\n" },
  ...more,
});

describe("the page", () => {
  test("has no line for a hint that is not there", () => {
    expect(renderCodePage(page({ bad: { sheet: "a: 1" }, good: { sheet: "b: 1" } }), "en")).toBe(
      `unknown-key (warning)

a sentence

wrong:
  at the top of the sheet
    a: 1

right:
  at the top of the sheet
    b: 1
`,
    );
  });

  test("shows parts in the order of the files, whatever order they were written in", () => {
    const bad = { command: "check x", factSheet: "role: 自评", scheme: "goal: passed", facts: "a: { type: text }" };
    const lines = renderCodePage(page({ bad, good: {} }), "zh").split("\n");
    expect(lines.slice(4, -4)).toEqual([
      "错误的写法：",
      "  指标表的 `facts:` 下面",
      "    a: { type: text }",
      "  评价方案的最外层",
      "    goal: passed",
      "  填报表的最外层",
      "    role: 自评",
      "  命令行",
      "    chengxin check x",
    ]);
  });

  test("says so where the right thing is to write nothing", () => {
    const text = renderCodePage(page({ bad: { leaf: "a: 1" }, good: {} }), "zh");
    expect(text).toMatch(/正确的写法：\n {2}（什么也不用写）\n$/);
  });

  test.each([
    ["a full-width space", "a:\u3000b", "a:\\u{3000}b"],
    ["a tab", "a:\tb", "a:\\u{9}b"],
    ["a space of no width", "a\u200b: b", "a\\u{200b}: b"],
    ["a letter and its mark apart", "cafe\u0301", "cafe\\u{301}"],
    ["an escape", "a: \u001b[31m", "a: \\u{1b}[31m"],
  ])("makes %s visible", (_, line, shown) => {
    const text = renderCodePage(page({ bad: { leaf: line }, good: {} }), "en");
    expect(text).toContain(`\n    ${shown}\n`);
  });

  test("keeps the hint of a message harmless", () => {
    const hint = { zh: "写\u001b[2J", en: "write \u001b[2J" };
    expect(renderCodePage(page({ bad: {}, good: {} }, { hint }), "en")).toContain("help: write \\u{1b}[2J\n");
  });
});

test("JSON has the whole files, and says when they stand for something longer", () => {
  const abridged = { zh: "很长", en: "long" };
  expect(JSON.parse(renderCodeJson(page({ bad: {}, good: {}, abridged })))).toEqual({
    format: "chengxin/code@1",
    code: "unknown-key",
    severity: "warning",
    message: { zh: "一句话", en: "a sentence" },
    bad: { "sheet.yaml": "a: 1\n" },
    good: { "sheet.yaml": "b: 1\n" },
    abridged,
  });
});
