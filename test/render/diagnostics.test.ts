import { describe, expect, test } from "vitest";
import type { Diagnostic, Range } from "../../src/model/diagnostic.js";
import { renderDiagnostics, renderFindings } from "../../src/render/diagnostics.js";

const range = (line: number, from: number, to: number): Range => ({
  start: { line, column: from },
  end: { line, column: to },
  offset: [0, 0],
});
const found = (parts: Partial<Diagnostic> = {}): Diagnostic => ({
  code: "unknown-key",
  severity: "error",
  message: { zh: "没有 `poins` 这个键", en: "there is no key `poins`" },
  path: "/indicators/0/poins",
  ...parts,
});
const TEXT = "kind: sheet\nindicators:\n  - poins: 30 # 年报公示\n\t- 年报公示： 10\n";
const texts = new Map([["rubric.yaml", TEXT]]);

describe("a diagnostic as text", () => {
  test("shows the line and marks what it is about", () => {
    const text = renderDiagnostics(
      [found({ file: "rubric.yaml", range: range(3, 5, 10), hint: { zh: "写 `points`", en: "write `points`" } })],
      { lang: "en", texts },
    );
    expect(text).toBe(
      [
        "error[unknown-key] there is no key `poins`",
        "  --> rubric.yaml:3:5",
        "  2 | indicators:",
        "> 3 |   - poins: 30 # 年报公示",
        "    |     ^^^^^",
        "  4 |  - 年报公示： 10",
        "  = help: write `points`",
        "",
      ].join("\n"),
    );
  });

  test("in Chinese", () => {
    expect(
      renderDiagnostics([found({ severity: "warning", hint: { zh: "写 `points`", en: "write" } })], { lang: "zh" }),
    ).toBe("警告[unknown-key] 没有 `poins` 这个键\n  --> /indicators/0/poins\n  = 怎么改: 写 `points`\n");
  });

  test("the mark is as wide as what it is under: wide characters two, a tab one", () => {
    const lines = renderDiagnostics([found({ file: "rubric.yaml", range: range(4, 8, 9) })], {
      lang: "en",
      texts,
    }).split("\n");
    expect(lines.slice(3, 5)).toEqual(["> 4 |  - 年报公示： 10", "    |            ^^"]); // 3 columns, then four characters of two
  });

  test("what it is about is named behind the place", () => {
    const about = (kind: "indicator" | "fact" | "component" | "rubric", lang: "zh" | "en") =>
      renderDiagnostics([found({ subject: { kind, id: "A1" }, file: "r.yaml" })], { lang }).split("\n")[1];
    expect(about("indicator", "zh")).toBe("  --> r.yaml （指标 A1）");
    expect(about("indicator", "en")).toBe("  --> r.yaml (indicator A1)");
    expect(about("fact", "zh")).toBe("  --> r.yaml （事实 A1）");
    expect(about("component", "en")).toBe("  --> r.yaml (component A1)");
    expect(about("rubric", "en")).toBe("  --> r.yaml"); // the file has said it
    const long = found({ subject: { kind: "fact", id: `${"长".repeat(64)}x\u001b` } });
    expect(renderDiagnostics([long], { lang: "en" })).toContain(`(fact ${"长".repeat(64)}…)\n`);
  });

  test("a place further off is named", () => {
    const related = [{ message: { zh: "第一处在这里", en: "first declared here" }, path: "/facts/x" }];
    expect(renderDiagnostics([found({ path: "", related })], { lang: "en" })).toBe(
      "error[unknown-key] there is no key `poins`\n  first declared here --> /facts/x\n",
    );
  });

  test("nothing in it steers a terminal", () => {
    const evil = "\u001b[2J\u202e";
    const poisoned = found({
      message: { zh: evil, en: evil },
      hint: { zh: evil, en: evil },
      file: `r${evil}.yaml`,
      range: range(1, 1, 2),
      related: [{ message: { zh: evil, en: evil }, path: evil }],
    });
    const text = renderDiagnostics([poisoned, found({ path: evil })], {
      lang: "en",
      texts: new Map([[`r${evil}.yaml`, `a${evil}b`]]),
    });
    expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u);
  });

  test("one block each, an empty line between them, nothing for nothing", () => {
    expect(renderDiagnostics([found(), found()], { lang: "en" }).split("\n\n")).toHaveLength(2);
    expect(renderDiagnostics([], { lang: "en" })).toBe("");
  });
});

describe("findings as a document", () => {
  test("count by severity, and say how many were left out", () => {
    const list = [
      found(),
      found({ severity: "warning" }),
      found({ severity: "info" }),
      found(),
      found({ code: "findings-left-out", data: { count: 7 } }),
    ];
    const document = JSON.parse(renderFindings(list)) as Record<string, unknown>;
    expect(Object.keys(document)).toEqual(["format", "findings", "counts", "truncated"]);
    expect(document).toMatchObject({
      format: "chengxin/findings@1",
      counts: { error: 2, warning: 1, info: 1 },
      truncated: 7,
    });
    expect(document["findings"]).toHaveLength(5);
  });
});
