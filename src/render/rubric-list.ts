/** The rubrics there are, as a table or as JSON. */
import { jsonText } from "../base/json-text.js";
import { harmless } from "../base/width.js";
import type { Language } from "../model/language.js";
import type { Rubric, Title } from "../model/rubric.js";
import { type Row, renderTable } from "./table.js";
import { titleIn } from "./title.js";

export interface RubricLine {
  readonly kind: Rubric["kind"];
  /** Of a sheet; null for schemes. */
  readonly category: string | null;
  readonly id: string;
  readonly version: string;
  readonly title: Title;
  readonly status: Rubric["status"];
}

export function renderRubricList(lines: readonly RubricLine[], lang: Language): string {
  const words = WORDS[lang];
  const rows = lines.map((line): Row => [
    line.category === null ? words.scheme : words.sheet(harmless(line.category)),
    harmless(line.id),
    harmless(line.version),
    words[line.status],
    titleIn(line.title, lang),
  ]);
  return `${renderTable(words.head, rows, ["left", "left", "left", "left", "left"]).join("\n")}\n`;
}

export function renderRubricListJson(lines: readonly RubricLine[]): string {
  return jsonText({ format: "chengxin/list@1", rubrics: lines });
}

const WORDS = {
  zh: {
    head: ["种类", "编号", "版本", "状态", "名称"],
    scheme: "评价方案",
    sheet: (category: string) => `指标表 ${category}`,
    // What nobody called a draft is not thereby official: only drafts are marked.
    official: "",
    drafted: "草拟",
  },
  en: {
    head: ["kind", "id", "version", "status", "title"],
    scheme: "scheme",
    sheet: (category: string) => `${category} sheet`,
    official: "",
    drafted: "drafted",
  },
} as const;
