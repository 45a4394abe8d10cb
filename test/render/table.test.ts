import { describe, expect, test } from "vitest";
import { renderTable } from "../../src/render/table.js";
import { titleIn } from "../../src/render/title.js";

describe("a table", () => {
  test("aligns columns, counting a Chinese character as two", () => {
    expect(
      renderTable(
        ["id", "名称", "分"],
        [
          ["A", "年报公示", "12"],
          ["A1", "信用", "5"],
        ],
        ["left", "left", "right"],
      ),
    ).toEqual(["id  名称      分", "──  ────────  ──", "A   年报公示  12", "A1  信用       5"]);
  });

  test("leaves no blanks at the end of a line", () => {
    expect(renderTable(["a", "b"], [["1", ""]], ["left", "left"])).toEqual(["a  b", "─  ─", "1"]);
  });
});

describe("a title", () => {
  test("in the reader's language, or as it is", () => {
    expect([
      titleIn({ zh: "综合素质", en: "General" }, "en"),
      titleIn({ zh: "综合素质", en: "General" }, "zh"),
      titleIn("年报", "en"),
    ]).toEqual(["General", "综合素质", "年报"]);
  });

  test("harmless", () => {
    expect(titleIn("a\u001b[31m", "zh")).toBe("a\\u{1b}[31m");
    expect(titleIn({ zh: "x", en: "\u202eb" }, "en")).toBe("\\u{202e}b");
  });
});
