/** Coverage of one rubric → text: a percentage with its counts for each kind, and every thing that is missing. */
import type { CoverageGroup, RubricCoverage } from "../model/cases.js";
import type { Language } from "../model/language.js";

export function coverageLines({ rubric, groups }: RubricCoverage, lang: Language): readonly string[] {
  const words = WORDS[lang];
  return [
    `${words.heading(words[rubric.kind])} ${rubric.id}@${rubric.version}`,
    ...groups.flatMap(({ kind, covered, total, percent, missing }) => [
      `  ${words[kind]}${words.colon}${percent}% (${covered}/${total})`,
      ...missing.map(({ id, what }) => `    ${words.missing} ${id} ${what}`.trimEnd()),
    ]),
  ];
}

type Words = Readonly<
  Record<CoverageGroup["kind"] | RubricCoverage["rubric"]["kind"] | "colon" | "missing", string>
> & {
  readonly heading: (kind: string) => string;
};

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    heading: (kind) => `用例覆盖 · ${kind}`,
    scheme: "评价方案",
    sheet: "指标表",
    colon: "：",
    missing: "没有用例",
    tiers: "分档",
    options: "选项",
    items: "清单各项（是与否）",
    lines: "事件各行",
    conditions: "条件的各种结果",
    effects: "连带规定（effects）",
    bands: "等级",
    outcomes: "结论",
    boundaries: "分界值",
  },
  en: {
    heading: (kind) => `covered by cases · ${kind}`,
    scheme: "scheme",
    sheet: "sheet",
    colon: ": ",
    missing: "no case for",
    tiers: "tiers",
    options: "options",
    items: "checklist items, both ways",
    lines: "lines of events",
    conditions: "answers of conditions",
    effects: "effects in force",
    bands: "bands",
    outcomes: "outcomes",
    boundaries: "boundaries",
  },
};
