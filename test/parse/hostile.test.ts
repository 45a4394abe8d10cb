/** Texts made to hang or break the reader. Each ends in one clear finding, or is simply read. */
import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/parse/read-document.js";
import { codesOf } from "./reading.js";

const MiB = 1024 * 1024;

function fill(unit: string, bytes = 2 * MiB - 100): string {
  return unit.repeat(Math.floor(bytes / new TextEncoder().encode(unit).length));
}

function mapOf(entries: number, indent = ""): string {
  return Array.from({ length: entries }, (_, i) => `${indent}k${i}: ${i}\n`).join("");
}

describe("one finding ends", () => {
  test.each<[string, string, string]>([
    ["5 000 brackets", "[".repeat(5_000), "too-deep"],
    ["100 000 brackets", "[".repeat(100_000), "too-deep"],
    ["100 000 braces", "{".repeat(100_000), "too-deep"],
    ["closed brackets, too deep", "[".repeat(65) + "]".repeat(65), "too-deep"],
    ["lists in lists on a line", fill("- "), "too-deep"],
    ["keys in keys on a line", fill("? ", MiB), "too-deep"],
    ["colons", fill(": "), "too-deep"],
    ["maps in maps on a line", fill("a: "), "too-deep"],
    ["maps in maps in brackets", `[${fill("a: ")}`, "too-deep"],
    ["deep indentation", Array.from({ length: 1_900 }, (_, i) => `${" ".repeat(i)}a:\n`).join(""), "too-deep"],
    ["a text of 10 MB", "a".repeat(10_000_000), "too-large"],
    ["a megabyte of ones", `[${"1,".repeat(500_000)}1]`, "too-many-entries"],
    ["40 000 keys in a map", mapOf(40_000), "too-many-entries"],
    [
      "too much of everything",
      Array.from({ length: 13 }, (_, i) => `m${i}:\n${mapOf(9_990, "  ")}`).join(""),
      "too-many-tokens",
    ],
    ["comments", fill("# c\n"), "too-many-tokens"],
    ["blank lines", fill("\n"), "too-many-tokens"],
    ["many documents", "---\n".repeat(200_000), "several-documents"],
    ["many anchors and no commas", `[${fill("&a ", MiB)}]`, "too-many-tokens"],
    ["a control character a million times", fill("\u0000a"), "control-character"],
    ["a quote never closed", `a: "${fill("x\n  ")}`, "unclosed-quote"],
    ["tabs behind a block scalar", `a: |\n  x\n${fill("\t\n")}`, "tab-indentation"],
    ["commas without end", Array.from({ length: 60 }, () => `- [${",".repeat(9_000)}]\n`).join(""), "stray-comma"],
    ["entries without commas", `[${'"a"\n'.repeat(200_000)}]`, "missing-comma"],
    ["lone carriage returns", fill("\r"), "cr-newline"],
  ])("%s", (_, text, code) => {
    expect(codesOf(text)).toEqual([code]);
  });
});

describe("what is only large is read:", () => {
  test.each<[string, string]>([
    ["a line of 2 MiB", `a: ${"x".repeat(2 * MiB - 10)}`],
    ["a quoted line", `a: "${fill("x y ")}"`],
    ["escapes", `a: "${fill("\\n")}"`],
    ["a plain text over many lines", `a: ${fill("x\n  ")}`],
    ["a block scalar", `a: |\n${fill("  x\n")}`],
    ["blank lines kept", `a: |+\n${fill("\n")}`],
    ["blank lines between keys", `a: 1\n${"\n".repeat(500_000)}b: 2`],
    ["comment lines between keys", `a:\n  b: 1\n${"  # c\n".repeat(190_000)}  c: 1`],
    [
      "blank lines, then comments, in a map",
      `a:\n  b: |\n    x\n${"\n".repeat(200_000)}${"  #\n".repeat(100_000)}  c: 1\n`,
    ],
    ["ten maps of 9 900 keys", Array.from({ length: 10 }, (_, i) => `m${i}:\n${mapOf(9_900, "  ")}`).join("")],
    ["brackets in lists", `a:\n${"  - [ { a: [1, 2], b: { c: d } } ]\n".repeat(8_000)}`],
    ["64 levels", "[".repeat(64) + "]".repeat(64)],
  ])("%s", (_, text) => {
    expect(codesOf(text)).toEqual([]);
  });
});

describe("a hundred findings are enough", () => {
  test("the last says how many there were beside", () => {
    const { diagnostics } = readDocument("a: 1\n".repeat(5_000), "rubric");
    expect(diagnostics).toHaveLength(100);
    expect(diagnostics.at(-1)).toMatchObject({ code: "findings-left-out", data: { count: 4_900 } });
    expect(diagnostics[0]?.range?.start.line).toBe(2);
  });
});

describe("size", () => {
  test("is counted in bytes of UTF-8, and facts may have half of a rubric's", () => {
    const fits = `a: ${"中".repeat((MiB - 3) / 3)}`;
    expect(readDocument(fits, "facts").diagnostics).toEqual([]);
    expect(readDocument(`${fits}中`, "facts").diagnostics.map(({ code }) => code)).toEqual(["too-large"]);
    expect(readDocument(`${fits}中`, "rubric").diagnostics).toEqual([]);
    expect(readDocument(`a: ${"😀".repeat(MiB / 4 - 1)}`, "facts").diagnostics).toEqual([]);
  });
});

describe("whatever is lost in a broken text, reading ends, with a finding or a document", () => {
  // Found by chance: the parser nests without end, or complains of every token.
  test.each([
    `a:\nk1: v\n${"'b'!t k1: v\n".repeat(5_000)}`,
    `a: ' : \n${"'b'： : \n".repeat(5_000)}`,
    `a:\n${"`a".repeat(5_000)}<<: ,: a: b\n`,
    `- |\n${"|\n".repeat(20_000)}`,
    `? ${"<<: \n: ]".repeat(5_000)}`,
    `{${"- ".repeat(20_000)}`,
    "a: 1\n}\n}\n",
    "? ",
    "- - -",
    "!",
    "&",
    "*",
    "%",
    "--- ---",
    "\u0002\u0018\u001F",
  ])("%#", (text) => {
    const { document, diagnostics } = readDocument(text, "rubric");
    expect(document !== undefined).toBe(diagnostics.length === 0);
    for (const { range } of diagnostics) {
      if (range) expect(range.offset[1]).toBeLessThanOrEqual(text.length);
    }
  });
});
