/** Words for what changed in a rubric: keys as people call them, and sentences around them. */
import { harmless } from "../base/width.js";
import { CHINESE_NAMES } from "../messages/chinese-names.js";
import type { EligibilityStatus } from "../model/assessment.js";
import type { Language } from "../model/language.js";
import type { Rubric } from "../model/rubric.js";
import type { ChangePlace, ChangeSubject, Impact, UnscoredSheet, VerdictFlip } from "../model/rubric-difference.js";

export interface ChangeWords {
  readonly old: string;
  readonly now: string;
  /** The days on which it is in force; an end that is not said is null. */
  readonly days: (from: string | null, until: string | null) => string;
  readonly same: string;
  readonly changes: (count: number) => string;
  readonly none: string;
  readonly colon: string;
  readonly comma: string;
  readonly id: string;
  /** With the place inside the subject, which may be empty. */
  readonly added: (place: string) => string;
  readonly removed: (place: string) => string;
  readonly moved: (place: string, before: string, after: string) => string;
  readonly rubric: Readonly<Record<Rubric["kind"], string>>;
  readonly about: Readonly<Record<ChangeSubject, string>>;
  readonly key: (key: string) => string;
  /** A key, and which of its entries. */
  readonly entry: (key: string, entry: string) => string;
  /** An end of a tier, which the neighbour may begin with. */
  readonly edge: string;
  /** One place inside another. */
  readonly within: (outer: string, inner: string) => string;
  readonly sheets: (impact: Impact) => string;
  readonly up: (file: string, points: string) => string;
  readonly down: (file: string, points: string) => string;
  readonly flip: Readonly<Record<VerdictFlip["by"], (from: string, to: string) => string>>;
  readonly unfit: string;
  readonly unscored: Readonly<Record<UnscoredSheet["with"], string>>;
  readonly open: string;
  readonly nothingScored: string;
  readonly eligibility: Readonly<Record<EligibilityStatus, string>>;
}

/** Left out where something more telling stands beside them. */
const PLAIN: ReadonlySet<string> = new Set(["scoring", "all", "last"]);

const ENDS: ReadonlySet<string> = new Set(["at_least", "above", "at_most", "below"]);

export function placeText(at: readonly ChangePlace[], words: ChangeWords): string {
  const isTold = ({ key, entry }: ChangePlace, i: number): boolean => {
    const before = at[i - 1];
    if (entry !== null || before === undefined) return entry !== null || at.length === 1 || !PLAIN.has(key);
    // `requires, full years ≥ 3`, but `tier “≥ 3”, edge ≥ 3`; `points “fine”` of a line of events, and not its points again.
    return ENDS.has(key) ? before.entry !== null : !PLAIN.has(key) && before.key !== key;
  };
  return at
    .filter(isTold)
    .map((place) => partText(place, words))
    .reduce(words.within);
}

function partText({ key, entry }: ChangePlace, words: ChangeWords): string {
  if (entry === null) return ENDS.has(key) ? words.edge : words.key(key);
  // An entry that is named by what it is worth: `points: 2`.
  const worth = /^(points|share): /.exec(entry);
  const name = worth ? `${words.key(worth[1]!)} ${entry.slice(worth[0].length)}` : entry;
  return words.entry(PLAIN.has(key) ? "" : words.key(key), harmless(name));
}

function wordOf(key: string, words: Readonly<Record<string, string>>, otherwise: string): string {
  return Object.hasOwn(words, key) ? words[key]! : otherwise;
}

/** Where the first of the Chinese names of a key would not be read as what it is here. */
const ZH_KEYS: Readonly<Record<string, string>> = {
  require: "要求",
  when: "条件",
  applies_when: "适用条件",
  where: "范围条件",
  within: "期间",
  score: "得分",
  scoring: "评分规则",
  round: "取整",
  display: "显示的位数",
  effective: "施行期间",
  fact: "所用的填报项",
  facts: "填报项",
  tiers: "档",
  knots: "节点",
  at: "节点",
  points: "分值",
  items: "检查项",
  parts: "分项",
  rows: "行",
  of: "规则",
  full_years: "满几年",
  count: "次数",
  years: "年数",
  months: "月数",
  days: "天数",
  calendar_years: "日历年数",
  places: "位数",
  from: "起",
  until: "止",
  range: "范围",
  goal: "目标结论",
  roles: "角色",
  shape: "各级指标数",
  if_not_applicable: "不适用时",
  when_missing: "缺失时",
  renormalise: "折算",
  one_of: "可选的类别",
  outside: "超出时",
};

const EN_KEYS: Readonly<Record<string, string>> = {
  tiers: "tier",
  knots: "knot",
  items: "item",
  parts: "part",
  rows: "row",
  of: "rule",
  effects: "effect",
  measures: "measure",
  require: "requires",
};

export const CHANGE_WORDS: Readonly<Record<Language, ChangeWords>> = {
  zh: {
    old: "旧：",
    now: "新：",
    days: (from, until) => `${from === null ? "" : `自 ${from} 起`}${until === null ? "" : `至 ${until} 止`}`,
    same: "内容相同。",
    changes: (count) => `${count} 处改动：`,
    none: "没有",
    colon: "：",
    comma: "，",
    id: "编号",
    added: (place) => (place === "" ? "新增" : `新增${place}`),
    removed: (place) => (place === "" ? "删去" : `删去${place}`),
    moved: (place, before, after) => `${place}换了位置 ${before} → ${after}`,
    rubric: { sheet: "指标表", scheme: "方案" },
    about: {
      rubric: "整个文件",
      component: "构成部分",
      indicator: "指标",
      fact: "填报项",
      instances: "逐个计分的清单",
      condition: "申报条件",
      preference: "优先条件",
      material: "材料",
      band: "等级",
      outcome: "结论",
      document: "依据文件",
    },
    key: (key) => wordOf(key, ZH_KEYS, wordOf(key, FIRST_NAMES, `\`${harmless(key)}\``)),
    entry: (key, entry) => `${key}“${entry}”`,
    edge: "界限",
    within: (outer, inner) => (inner.startsWith("“") ? `${outer}${inner}` : `${outer}的${inner}`),
    sheets: ({ sheets, flipped, moved, same, elsewhere, unscored }) =>
      `填报表 ${sheets} 张：结论变了 ${flipped}，只有分数变了 ${moved}，不变 ${same}，用的是别的标准 ${elsewhere}，算不出来 ${unscored.length}`,
    up: (file, points) => `  升得最多：${file} ${points}`,
    down: (file, points) => `  降得最多：${file} ${points}`,
    flip: {
      outcome: (from, to) => `结论 ${from} → ${to}`,
      band: (from, to) => `等级 ${from} → ${to}`,
      eligibility: (from, to) => `申报资格 ${from} → ${to}`,
    },
    unfit: "按新标准填报有误：",
    unscored: {
      before: "按旧标准算不出来",
      after: "按新标准算不出来",
      both: "新旧标准都算不出来",
    },
    open: "未定",
    nothingScored: "没有可计分的指标",
    eligibility: { eligible: "符合申报条件", ineligible: "不符合申报条件", undetermined: "申报条件未定" },
  },
  en: {
    old: "old: ",
    now: "new: ",
    days: (from, until) =>
      [...(from === null ? [] : [`from ${from}`]), ...(until === null ? [] : [`until ${until}`])].join(" "),
    same: "Both say the same.",
    changes: (count) => (count === 1 ? "one change:" : `${count} changes:`),
    none: "none",
    colon: ": ",
    comma: ", ",
    id: "id",
    added: (place) => (place === "" ? "added" : `${place} added`),
    removed: (place) => (place === "" ? "removed" : `${place} removed`),
    moved: (place, before, after) => `${place === "" ? "" : `${place} `}moved ${before} → ${after}`,
    rubric: { sheet: "sheet", scheme: "scheme" },
    about: {
      rubric: "the whole",
      component: "components",
      indicator: "indicators",
      fact: "facts",
      instances: "lists scored one by one",
      condition: "eligibility",
      preference: "preferences",
      material: "materials",
      band: "bands",
      outcome: "outcomes",
      document: "documents",
    },
    key: (key) => wordOf(key, EN_KEYS, harmless(key).replaceAll("_", " ")),
    entry: (key, entry) => `${key === "" ? "" : `${key} `}“${entry}”`,
    edge: "edge",
    within: (outer, inner) => (inner.startsWith("“") ? `${outer} ${inner}` : `${outer}, ${inner}`),
    sheets: ({ sheets, flipped, moved, same, elsewhere, unscored }) =>
      `fact sheets: ${sheets}; verdict flips: ${flipped}, only the score moves: ${moved}, the same: ${same}, for other rubrics: ${elsewhere}, not scored: ${unscored.length}`,
    up: (file, points) => `  up most: ${file} ${points}`,
    down: (file, points) => `  down most: ${file} ${points}`,
    flip: {
      outcome: (from, to) => `outcome ${from} → ${to}`,
      band: (from, to) => `band ${from} → ${to}`,
      eligibility: (from, to) => `eligibility ${from} → ${to}`,
    },
    unfit: "does not fit the new version: ",
    unscored: {
      before: "cannot be scored with the old version",
      after: "cannot be scored with the new version",
      both: "cannot be scored",
    },
    open: "open",
    nothingScored: "nothing scored",
    eligibility: { eligible: "eligible", ineligible: "ineligible", undetermined: "eligibility open" },
  },
};

const FIRST_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CHINESE_NAMES).map(([key, [first]]) => [key, first!]),
);
