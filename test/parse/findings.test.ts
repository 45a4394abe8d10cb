import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/messages/catalogue.js";
import type { ParseCode } from "../../src/model/codes.js";
import { decodeText } from "../../src/parse/decode-text.js";
import { readDocument } from "../../src/parse/read-document.js";
import { codesOf, findingsOf, placeOf, valueOf } from "./reading.js";

type CodeOfText = Exclude<ParseCode, "not-utf8" | "encoding-gbk" | "encoding-utf-16" | "too-large">;

/** For each code texts that have this one fault: text, place, and what is marked there. The type makes the list whole. */
const examples: { readonly [Code in CodeOfText]: readonly (readonly [text: string, place: string, marked: string])[] } =
  {
    "cr-newline": [["a: 1\rb: 2", "1:5", "\r"]],
    "empty-file": [
      ["", "1:1", ""],
      ["# 只有注释\n", "1:1", ""],
      ["---\n...\n", "1:1", ""],
    ],
    "too-deep": [
      ["[".repeat(65), "1:65", "["],
      ["- ".repeat(65), "1:129", "-"],
    ],
    "too-many-entries": [[`[${"1,".repeat(10_001)}1]`, "1:20001", ","]],
    "too-many-tokens": [["#\n".repeat(300_001), "300001:1", "#"]],
    "several-documents": [
      ["a: 1\n---\nb: 2", "2:1", "---"],
      ["---\na: 1\n---\n", "3:1", "---"],
      ["a: 1\n...\nb: 2", "3:1", "b"],
      ["...\na: 1", "2:1", "a"],
    ],
    anchor: [["title: &必选 资质", "1:8", "&必选"]],
    alias: [
      ["title: *必选项", "1:8", "*必选项"],
      ["a: &x 1\nb: *x\nc: *x", "2:4", "*x"],
    ],
    tag: [
      ["a: !!str 1", "1:4", "!!str"],
      ["a: !必填 名称", "1:4", "!"],
    ],
    directive: [["%YAML 1.1\n---\na: 010", "1:1", "%YAML 1.1"]],
    "merge-key": [
      ["base: &b { x: 1 }\na:\n  <<: *b", "3:3", "<<"],
      ["<<: { x: 1 }", "1:1", "<<"],
    ],
    "duplicate-key": [
      ["a: 1\nb: 2\na: 3", "3:1", "a"],
      ['1: a\n"1": b', "2:1", '"1"'],
      ["{ a: 1, a: 2 }", "1:9", "a"],
    ],
    "key-not-text": [
      ["[一] 资质: 1", "1:1", "[一]"],
      ["? [a]\n: b", "1:3", "[a]"],
      ["x: { {{name}}: 1 }", "1:6", "{{name}}"],
    ],
    "key-missing": [[": a", "1:1", ""]],
    "invisible-in-key": [
      ["we\u200Bight: 10", "1:3", "\u200B"],
      ['"we\u00ADight": 10', "1:4", "\u00AD"],
      ["经营\u3000年限: 3", "1:3", "\u3000"],
    ],
    "full-width-colon": [
      ["weight： 10", "1:7", "："],
      ["indicators：\n  - id: A1\n    weight: 10", "1:11", "："],
      ["x:\n  - id: A1\n    weight： 10", "3:11", "："],
      ["x: { id：A1, weight: 10 }", "1:8", "："],
    ],
    "full-width-comma": [
      ["x: {id: A1， weight: 10}", "1:11", "，"],
      ["x: [a，b]", "1:6", "，"],
    ],
    "full-width-dash": [["－ id: A1", "1:1", "－"]],
    "dash-without-space": [
      ["-id: A1", "1:1", "-"],
      ["- a\n-b\n- c", "2:1", "-"],
    ],
    "full-width-hash": [
      ["＃ 注释\na: 1", "1:1", "＃"],
      ["a: 1\n＃ 注释", "2:1", "＃"],
    ],
    "wide-space-indentation": [
      ["id: A1\n　　weight: 2", "2:1", "　　"],
      ["- id: A1\n\u00A0\u00A0weight: 10", "2:1", "\u00A0\u00A0"],
      ["x:\n  - id: A1\n    　weight: 10", "3:5", "　"],
    ],
    "wide-space-after-colon": [
      ["points:　10\nid: A1", "1:8", "　"],
      ["x:\n  - id:\u00A0A1", "2:8", "\u00A0"],
    ],
    "colon-without-space": [
      ["facts:\n  ok:{ value: true }", "2:5", ":"],
      ['a: 1\nb:"c: d"', "2:2", ":"],
    ],
    "tab-indentation": [
      ["a:\n\tb: 1", "2:1", "\t"],
      ["a:\n  b: 1\n\tc: 2", "3:1", "\t"],
      ["- a\n  \tb: 1", "2:3", "\t"],
    ],
    "control-character": [
      ["a: x\u0007y", "1:5", "\u0007"],
      ["# \u0085\na: 1", "1:3", "\u0085"],
      ["a: 1\uFEFF", "1:5", "\uFEFF"],
    ],
    "lone-surrogate": [
      ['a: "\\ud83d"', "1:4", '"\\ud83d"'],
      ["a: \uD83D", "1:4", "\uD83D"],
    ],
    "missing-colon": [
      ["points: 10\nname 安全\nid: A1", "2:1", "name 安全"],
      ["a: 1\nweight:10\nb: 2", "2:1", "weight:10"],
      ["a: { 一, b: 1 }", "1:6", "一"],
    ],
    "colon-in-value": [["name: 注意: 不含税", "1:9", ":"]],
    "value-needs-quotes": [
      ["name: >=80", "1:7", ">=80"],
      ["name: > 80分", "1:7", "> 80分"],
      ["name: | 优秀", "1:7", "| 优秀"],
      ["name: %占比", "1:7", "%占比"],
      ["name: @占比", "1:7", "@占比"],
      ["name: ]", "1:7", "]"],
    ],
    "text-after-value": [
      ['name: "优秀"企业', "1:11", "企业"],
      ["a: 'x'#注释", "1:7", "#注释"],
    ],
    "bad-indentation": [
      ["x:\n  - id: A1\n   name: b", "3:4", "name: b"],
      ["x:\n  - id: A1\n      name: b\n    points: 1", "3:7", "name"],
      ["title: 一\n  points: 3", "2:3", "points"],
    ],
    "list-beside-key": [["a: - b", "1:4", "-"]],
    "unclosed-quote": [
      ['a: "x', "1:4", '"'],
      ["a: 'it''\nb: 1", "1:4", "'"],
      ['a: "x\\"', "1:4", '"'],
      ["a: '''", "1:4", "'"],
    ],
    "unclosed-bracket": [
      ["name: [60, 80)\nb: 1", "1:7", "["],
      ["a: { b: 1\nc: 2", "1:4", "{"],
      ["a: [1, 2}", "1:4", "["],
    ],
    "missing-comma": [
      ["a: { b: 1 c: 2 }", "1:9", "1 c: 2"],
      ['a: ["b" "c"]', "1:9", '"'],
    ],
    "stray-comma": [
      ["a: [1,,2]", "1:7", ","],
      ["a: [,1]", "1:5", ","],
    ],
    "bad-escape": [
      ['a: "C:\\q"', "1:7", "\\q"],
      ['a: "\\u12"', "1:5", "\\u12"],
    ],
    "yaml-syntax": [[`${"k".repeat(1100)}: 1`, "1:1", "k".repeat(1100)]],
  };

describe("each fault has one finding, at its place", () => {
  const cases = Object.entries(examples).flatMap(([code, rows]) => rows.map((row) => [code, ...row] as const));
  test.each(cases)("%s in %j", (code, text, place, marked) => {
    expect(findingsOf(text)).toEqual([`${code} ${place} ${marked}`]);
  });

  test("and sentences without holes", () => {
    for (const [, text] of cases) {
      for (const { message, hint } of readDocument(text, "rubric").diagnostics) {
        for (const sentence of [message.zh, message.en, hint?.zh, hint?.en]) {
          expect(sentence).toMatch(/\S/);
          expect(sentence).not.toMatch(/\{(?:text|key|character|count|limit|line|sign|quote|opened|closing)\}|``/);
        }
      }
    }
  });
});

describe("the words", () => {
  const codes = [...Object.keys(examples), "not-utf8", "encoding-gbk", "encoding-utf-16", "too-large"] as ParseCode[];
  test.each(codes)("of %s are in both languages, end without a stop, and say what to type", (code) => {
    const { zh, en, hint } = catalogue[code];
    for (const text of [zh, hint?.zh]) expect(text).toMatch(/\p{Script=Han}.*[^。]$/u);
    for (const text of [en, hint?.en]) expect(text).toMatch(/^[a-z`{].*[^.]$/);
    // Half-width stops and commas between Chinese words are a slip, outside of what is to be typed.
    expect(`${zh} ${hint?.zh}`.replaceAll(/`[^`]*`/g, "")).not.toMatch(/\p{Script=Han}[,;:]/u);
  });
});

describe("one cause gives one message", () => {
  test("two full-width colons in one entry are two causes", () => {
    expect(findingsOf("x:\n  - id：A1\n    weight：10")).toEqual([
      "full-width-colon 2:7 ：",
      "full-width-colon 3:11 ：",
    ]);
  });

  test("faults far from each other are all reported", () => {
    const text = 'a: 1\nname 安全\nb: 2\nc: 3\nd: "x" y\n\ne: 5\nf: [1,,2]\n';
    expect(findingsOf(text)).toEqual(["missing-colon 2:1 name 安全", "text-after-value 5:8 y", "stray-comma 8:7 ,"]);
  });

  test("in a bomb of aliases the first alias is named, and its anchor", () => {
    const lines = [..."bcdefghi"].map(
      (name, i) => `${name}: &${name} [${"abcdefgh".charAt(i).replace(/./, "*$&,").repeat(9)}]`,
    );
    const { diagnostics } = readDocument(["a: &a [x, x]", ...lines].join("\n"), "rubric");
    expect(diagnostics.map(({ code }) => code)).toEqual(["alias"]);
    expect(diagnostics[0]?.related?.[0]?.range).toMatchObject({ start: { line: 1, column: 4 } });
  });

  test("behind the first broken place the tree is a guess: no duplicate keys from there", () => {
    expect(codesOf('a: "x\nb: 1\nb: 2')).toEqual(["unclosed-quote"]);
    expect(codesOf("a: 1\na: 2\nb: [1")).toEqual(["duplicate-key", "unclosed-bracket"]);
  });
});

describe("a duplicate key", () => {
  test("has the path of the key, and says where it was first", () => {
    const [found] = readDocument("x:\n  - id: A\n    id: B\n", "rubric").diagnostics;
    expect(found?.path).toBe("/x/0/id");
    expect(found?.related?.[0]?.range && placeOf(found.related[0].range)).toBe("2:5");
    expect(found?.message.zh).toContain("`id`");
  });

  test("is found per object, not per document", () => {
    expect(valueOf("a: { x: 1 }\nb: { x: 2 }")).toEqual({ a: { x: "1" }, b: { x: "2" } });
  });
});

describe("bytes", () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  // "name: 安全" as GBK, and as UTF-16 without its mark.
  const gbk = Uint8Array.of(0x69, 0x64, 0x3a, 0x20, 0x41, 0x0a, 0x6e, 0x3a, 0x20, 0xb0, 0xb2, 0xc8, 0xab);
  const utf16 = Uint8Array.of(...[..."id: A"].flatMap((letter) => [letter.charCodeAt(0), 0]));

  test("in UTF-8 are text, the mark in front removed, so that columns count from the first letter", () => {
    expect(decodeText(utf8("\uFEFFid: 甲"))).toEqual({ text: "id: 甲", diagnostics: [] });
  });

  test.each([
    ["encoding-gbk", gbk],
    ["encoding-utf-16", utf16],
    ["encoding-utf-16", Uint8Array.of(0xff, 0xfe, 0x2d, 0x4e)],
    ["encoding-utf-16", Uint8Array.of(0xfe, 0xff, 0x4e, 0x2d)],
    ["not-utf8", Uint8Array.of(0x61, 0x0a, 0xff, 0xff)],
  ])("otherwise are named: %s", (code, bytes) => {
    const { text, diagnostics } = decodeText(bytes);
    expect(text).toBeUndefined();
    expect(diagnostics.map((found) => found.code)).toEqual([code]);
  });

  test("in GBK are shown as they were meant, with the first line that is not UTF-8", () => {
    expect(decodeText(gbk).diagnostics[0]?.data).toEqual({ line: 2, text: "n: 安全" });
    expect(decodeText(gbk).diagnostics[0]?.message.zh).toContain("第 2 行应为 `n: 安全`");
  });
});
