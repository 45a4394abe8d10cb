import { describe, expect, test } from "vitest";
import { documentOf, valueOf } from "./reading.js";

describe("a scalar is the author's text", () => {
  test.each([
    "0.10",
    "1e3",
    "010",
    "0x1F",
    "1_000",
    "80%",
    ".5",
    "-0",
    "0.12345678901234567890123",
    "9007199254740993",
    "1234567890123456789012345678901234567890",
    "2023.10",
    "2024-01-01",
    "91110105100E001001",
    "no",
    "yes",
    "True",
    "FALSE",
    "Null",
    ".inf",
    "北京市",
  ])("%s", (text) => {
    expect(valueOf(`a: ${text}`)).toEqual({ a: text });
    expect(valueOf(`[${text}]`)).toEqual([text]);
  });

  test("quoted, it is text whatever it says", () => {
    expect(valueOf(`{ a: "true", b: 'null', c: "~", d: "", e: '0.10' }`)).toEqual({
      a: "true",
      b: "null",
      c: "~",
      d: "",
      e: "0.10",
    });
  });

  test("plain `true` and `false` are booleans; nothing, `~` and `null` are null", () => {
    expect(valueOf("a: true\nb: false\nc:\nd: ~\ne: null")).toEqual({ a: true, b: false, c: null, d: null, e: null });
    expect(valueOf("- \n- a")).toEqual([null, "a"]);
  });

  test("over several lines it is folded or kept, as YAML says", () => {
    expect(valueOf("a: |\n  一\n  二\nb: >\n  一\n  二\nc: 一\n  二")).toEqual({
      a: "一\n二\n",
      b: "一 二\n",
      c: "一 二",
    });
  });
});

describe("keys", () => {
  test("are text, whatever they look like", () => {
    expect(valueOf("true: 1\nnull: 2\n10: 3\n1.0: 4\n经营年限: 5")).toEqual({
      true: "1",
      null: "2",
      "10": "3",
      "1.0": "4",
      经营年限: "5",
    });
  });

  test("named like members of every object are ordinary", () => {
    const { value } = documentOf("__proto__: 1\nconstructor: 2\ntoString: { __proto__: x }");
    expect(Object.keys(value as object)).toEqual(["__proto__", "constructor", "toString"]);
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect((value as Record<string, unknown>)["__proto__"]).toBe("1");
  });
});

describe("around the document", () => {
  test.each(["---\na: 1\n", "a: 1\n...\n", "# 注释\n--- # x\na: 1\n...\n# end\n", "\uFEFFa: 1", "a: 1\r\n"])(
    "%j",
    (text) => {
      expect(valueOf(text)).toEqual({ a: "1" });
    },
  );
});

describe("JSON goes the same way", () => {
  test("with escapes, pairs of them, and tabs as indentation", () => {
    expect(valueOf('{\n\t"a": "\\u4e00\\ud83d\\ude00\\n\\"",\n\t"b": [1.0, true, null, ""],"c":{}\n}')).toEqual({
      a: '一😀\n"',
      b: ["1.0", true, null, ""],
      c: {},
    });
  });
});
