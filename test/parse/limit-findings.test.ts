import { describe, expect, test } from "vitest";
import { limitFindings } from "../../src/messages/limit.js";
import type { DiagnosticCode } from "../../src/model/codes.js";
import type { Diagnostic, Severity } from "../../src/model/diagnostic.js";

function finding(offset: number, severity: Severity = "error", code: DiagnosticCode = "duplicate-key"): Diagnostic {
  const position = { line: 1, column: offset + 1 };
  const range = { start: position, end: position, offset: [offset, offset] as const };
  return { code, severity, message: { zh: "", en: "" }, path: "", range };
}

const many = (count: number, severity: Severity) => Array.from({ length: count }, (_, i) => finding(i, severity));

describe("findings of a file", () => {
  test("stand in the order of the text, then of their codes", () => {
    const sorted = limitFindings([finding(7), finding(3, "error", "tag"), finding(3, "error", "alias")]);
    expect(sorted.map(({ code, range }) => [code, range?.offset[0]])).toEqual([
      ["alias", 3],
      ["tag", 3],
      ["duplicate-key", 7],
    ]);
  });

  test("are a hundred at most, the last counts the others", () => {
    expect(limitFindings(many(100, "error"))).toHaveLength(100);
    const limited = limitFindings(many(101, "error"));
    expect(limited).toHaveLength(100);
    expect(limited.at(-1)).toMatchObject({ code: "findings-left-out", severity: "error", data: { count: 2 } });
  });

  test("keep the only error, wherever it stands", () => {
    const limited = limitFindings([...many(500, "warning"), finding(900)]);
    expect(limited.filter(({ code }) => code === "duplicate-key").at(-1)?.range?.offset[0]).toBe(900);
    expect(limited.at(-1)).toMatchObject({ code: "findings-left-out", severity: "warning", data: { count: 402 } });
  });

  test("are counted once, though they were limited before", () => {
    const once = limitFindings(many(150, "error"));
    const twice = limitFindings([...once, finding(1_000)]);
    expect(twice).toHaveLength(100);
    expect(twice.at(-1)?.data).toEqual({ count: 52 });
  });
});
