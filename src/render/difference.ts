/** What parts two records, as text and as JSON. */
import { jsonText } from "../base/json-text.js";
import { harmless } from "../base/width.js";
import { roleName } from "../messages/roles.js";
import type { EligibilityStatus } from "../model/assessment.js";
import type {
  CauseKind,
  CauseStep,
  NodeChange,
  RecordDifference,
  RecordSide,
  Standing,
  StatedChange,
} from "../model/difference.js";
import type { Language } from "../model/language.js";
import { signed } from "./signed.js";
import { type Row, renderTable } from "./table.js";
import { titleIn } from "./title.js";

export function renderRecordDifferenceJson(difference: RecordDifference): string {
  return jsonText(difference);
}

export function renderRecordDifference(difference: RecordDifference, lang: Language): string {
  const words = WORDS[lang];
  const { before, after, changes, groups, total, steps } = difference;
  const lines = [
    `${words.old}${sideText(before, lang, words)}`,
    `${words.now}${sideText(after, lang, words)}`,
    `${words.total}${total === null ? words.openTotal : signed(total)}`,
    "",
    ...(steps.length === 0 ? [words.sameStated] : [words.byCause]),
    ...steps.flatMap((step) => stepLines(step, words)),
    "",
    ...(changes.length === 0 ? [words.samePoints] : [words.byIndicator, ...tableOf(difference, lang, words)]),
    ...(groups.length === 0 ? [] : ["", words.byGroup]),
    ...groups.map(({ subject, title, points }) => {
      const name = title === null ? "" : ` ${titleIn(title, lang)}`;
      return `  ${harmless(subject)}${name}${words.colon}${pointsText(points, words)}`;
    }),
  ];
  return `${lines.join("\n")}\n`;
}

function sideText({ scheme, asOf, role, ...standing }: RecordSide, lang: Language, words: Words): string {
  const who = role === null ? "" : `  ${harmless(roleName(role, lang))}`;
  return `${harmless(scheme.id)} ${harmless(scheme.version)}  ${asOf}${who}  ${standingText(standing, words)}`;
}

function standingText({ score, outcome, band, eligibility }: Standing, words: Words): string {
  const parts = [scoreText({ score }, words), harmless(outcome), ...(band === null ? [] : [harmless(band)])];
  return [...parts, words.eligibility[eligibility]].join(words.comma);
}

function scoreText({ score }: Pick<Standing, "score">, words: Words): string {
  return score.exact ?? (score.status === "open" ? words.open : words.nothingScored);
}

function stepLines(step: CauseStep, words: Words): string[] {
  const { causes, joined, stated, before, after, points, origins } = step;
  const verdicts = [before, after].map((standing) => standingText(standing, words));
  return [
    `  ${causes.map((cause) => words.cause[cause]).join(words.and)}${words.colon}${pointsText(points, words)}`,
    `    ${verdicts.join(" → ")}`,
    ...(joined ? [`    ${words.joined[joined.reason](joined.findings.map(({ code }) => code).join(" "))}`] : []),
    ...stated.map((change) => `    ${statedText(change, words)}`),
    ...origins.map(({ id, recorded, replayed }) => {
      const values = [recorded, replayed].map(harmless).join(" → ");
      return `    ${words.origin}${harmless(id)}${words.colon}${values}`;
    }),
  ];
}

function statedText({ kind, id, before, after }: StatedChange, words: Words): string {
  const values = [before, after].map((value) => (value === null ? words.none : clip(harmless(value))));
  return `${words.stated[kind]}${harmless(id)}${words.colon}${values.join(" → ")}`;
}

/** A whole list of instances is for JSON. */
function clip(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

function tableOf({ changes, total }: RecordDifference, lang: Language, words: Words): readonly string[] {
  const head = [words.indicator, words.title, words.before, words.after, words.difference];
  const rows = changes.map((change) => rowOf(change, lang, words));
  const last: Row = [words.sum, "", "", "", total === null ? words.openTotal : signed(total)];
  return renderTable(head, [...rows, last], ["left", "left", "right", "right", "right"]);
}

function rowOf(change: NodeChange, lang: Language, words: Words): Row {
  const { kind, subject, title, presence, before, after, points } = change;
  const name = title === null ? words.score : titleIn(title, lang);
  return [
    harmless(subject),
    kind === "adjustments" ? `${name}${words.adjustments}` : name,
    presence === "added" ? words.absent : (before ?? words.open),
    presence === "removed" ? words.absent : (after ?? words.open),
    pointsText(points, words),
  ];
}

function pointsText(points: string | null, words: Words): string {
  return points === null ? words.open : signed(points);
}

interface Words {
  readonly old: string;
  readonly now: string;
  readonly total: string;
  readonly openTotal: string;
  readonly open: string;
  readonly nothingScored: string;
  readonly sameStated: string;
  readonly byCause: string;
  readonly samePoints: string;
  readonly byIndicator: string;
  readonly byGroup: string;
  readonly origin: string;
  readonly none: string;
  readonly indicator: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly sum: string;
  readonly score: string;
  readonly absent: string;
  readonly adjustments: string;
  readonly colon: string;
  readonly comma: string;
  readonly and: string;
  readonly cause: Readonly<Record<CauseKind, string>>;
  readonly joined: Readonly<Record<"findings" | "open", (codes: string) => string>>;
  readonly stated: Readonly<Record<StatedChange["kind"], string>>;
  readonly eligibility: Readonly<Record<EligibilityStatus, string>>;
}

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    old: "旧：",
    now: "新：",
    total: "总分之差：",
    openTotal: "有一方未定分，算不出来",
    open: "未定",
    nothingScored: "没有可计分的指标",
    sameStated: "填报内容、标准、评价日和角色都相同。",
    byCause: "按原因，一步一步换成新的：",
    samePoints: "各指标的得分都相同。",
    byIndicator: "按指标（计入总分的分数）：",
    byGroup: "各组和各表（已含在上面，不再相加）：",
    origin: "起因：",
    none: "没有",
    indicator: "编号",
    title: "指标",
    before: "旧",
    after: "新",
    difference: "相差",
    sum: "合计",
    score: "总分",
    absent: "—",
    adjustments: "（本级调整）",
    colon: "：",
    comma: "，",
    and: "、",
    cause: { facts: "填报内容", rubric: "标准", "date-and-role": "评价日和角色" },
    joined: {
      findings: (codes) => `合为一步：中间状态对不上标准（${codes}）`,
      open: () => "合为一步：中间状态缺填报内容，定不了分",
    },
    stated: {
      fact: "填报 ",
      judgement: "评分 ",
      "not-applicable": "不适用 ",
      instances: "清单 ",
      material: "材料 ",
      closed: "是否填完 ",
      problems: "填报有误 ",
      scheme: "方案 ",
      sheet: "指标表 ",
      "sheet-choice": "选用的指标表 ",
      "as-of": "评价日 ",
      role: "角色 ",
    },
    eligibility: { eligible: "符合申报条件", ineligible: "不符合申报条件", undetermined: "申报条件未定" },
  },
  en: {
    old: "old: ",
    now: "new: ",
    total: "difference of the scores: ",
    openTotal: "open, since one of them is",
    open: "open",
    nothingScored: "nothing scored",
    sameStated: "Facts, rubrics, date and role are the same.",
    byCause: "by cause, one after the other:",
    samePoints: "All indicators bring the same points.",
    byIndicator: "by indicator (in points of the score):",
    byGroup: "groups and sheets (what is above, added up):",
    origin: "from ",
    none: "none",
    indicator: "id",
    title: "indicator",
    before: "old",
    after: "new",
    difference: "difference",
    sum: "sum",
    score: "score",
    absent: "—",
    adjustments: " (adjustments)",
    colon: ": ",
    comma: ", ",
    and: " and ",
    cause: { facts: "facts", rubric: "rubric", "date-and-role": "date and role" },
    joined: {
      findings: (codes) => `told as one: the state between does not fit its rubric (${codes})`,
      open: () => "told as one: the state between lacks facts and has no score",
    },
    stated: {
      fact: "fact ",
      judgement: "judgement ",
      "not-applicable": "not applicable ",
      instances: "instances ",
      material: "material ",
      closed: "whether it is complete: ",
      problems: "unusable ",
      scheme: "scheme ",
      sheet: "sheet ",
      "sheet-choice": "sheet chosen for ",
      "as-of": "date ",
      role: "role ",
    },
    eligibility: { eligible: "eligible", ineligible: "ineligible", undetermined: "eligibility open" },
  },
};
