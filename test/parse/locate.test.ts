import { describe, expect, test } from "vitest";
import { documentOf, placeOf } from "./reading.js";

const text = `id: 示例 # 注释
"a/b~c": 0.10
list:
  - 一
  -
  - { x: "y" , z: [1, 2] }
empty:
block: |
  甲
  乙

nested:
  - id: A1
    points: 5   # 分
# 末尾
`;

describe("a path is located", () => {
  const { locate } = documentOf(text);
  const at = (path: string, part: "key" | "value") => {
    const range = locate(path, part);
    return range && `${placeOf(range)} ${text.slice(...range.offset)}`;
  };

  test.each([
    ["/id", "key", "1:1 id"],
    ["/id", "value", "1:5 示例"],
    ["/a~1b~0c", "key", '2:1 "a/b~c"'],
    ["/a~1b~0c", "value", "2:10 0.10"],
    ["/list/0", "value", "4:5 一"],
    ["/list/2", "value", '6:5 { x: "y" , z: [1, 2] }'],
    ["/list/2/x", "key", "6:7 x"],
    ["/list/2/x", "value", '6:10 "y"'],
    ["/list/2/z/1", "value", "6:23 2"],
    ["/block", "value", "8:8 |\n  甲\n  乙"],
    ["/nested/0", "value", "13:5 id: A1\n    points: 5"],
    ["/nested", "value", "13:3 - id: A1\n    points: 5"],
    ["/nested", "key", "12:1 nested"],
  ] as const)("%s, its %s", (path, part, place) => {
    expect(at(path, part)).toBe(place);
  });

  test("where the value is empty, by its key, or its dash", () => {
    expect(at("/empty", "value")).toBe("7:1 empty");
    expect(at("/list/1", "value")).toBe("5:3 -");
  });

  test("the document itself, from its first key to its last value", () => {
    const range = locate("", "value");
    expect(range?.start).toEqual({ line: 1, column: 1 });
    expect(range?.end).toEqual({ line: 14, column: 14 });
    expect(locate("", "key")).toBeUndefined();
  });

  test("and what is not there is not", () => {
    for (const path of ["/no", "/list/3", "/list/-1", "/list/01", "/id/x", "id", "/list/2/x/0", "/__proto__"]) {
      expect(locate(path, "value")).toBeUndefined();
    }
    expect(locate("/list/0", "key")).toBeUndefined();
  });
});

test("columns count UTF-16 code units, and lines both kinds of newline", () => {
  const { locate } = documentOf("a: 1\r\n😀: 二\r\n");
  expect(locate("/😀", "key")).toEqual({ start: { line: 2, column: 1 }, end: { line: 2, column: 3 }, offset: [6, 8] });
  expect(locate("/😀", "value")?.start).toEqual({ line: 2, column: 5 });
});
