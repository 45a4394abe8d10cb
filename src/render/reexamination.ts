/** 复查意见: whether the title is kept, and why, as text and as JSON. */
import { jsonText } from "../base/json-text.js";
import { harmless } from "../base/width.js";
import type { StatedChange } from "../model/difference.js";
import type { Language } from "../model/language.js";
import type { Reexamination, ReexaminationSide, ReexaminedCondition } from "../model/reexamination.js";
import { renderRecordDifference } from "./difference.js";

export function renderReexaminationJson(reexamination: Reexamination): string {
  return jsonText(reexamination);
}

export function renderReexamination(reexamination: Reexamination): string {
  const words = WORDS[reexamination.lang];
  const { status, scheme, subject, record, goal, before, after, aside, conditions, difference, lang } = reexamination;
  const who = [subject.name, subject.id].filter((part) => part !== null).join(" ");
  const of = (held: ReexaminedCondition["after"]): readonly ReexaminedCondition[] =>
    conditions.filter((condition) => condition.after === held);
  const sections = [
    [
      `${words.heading}${words.status[status]}`,
      `${scheme.title}  ${scheme.id}@${scheme.version}  ${words.goal(named(goal, words))}`,
      `${words.subject}${who === "" ? words.unnamed : who}`,
      `${words.record}${record}${words.again}`,
    ],
    [sideText(words.before, before, words), sideText(words.after, after, words)],
    aside.map(({ id, title, clause }) => words.aside(`${named({ id, title }, words)}${clauseText(clause, words)}`)),
    conditionSection(words.notMet, of("not-met"), words),
    conditionSection(words.open, of("open"), words),
    conditionSection(words.met, of("met"), words),
  ];
  const text = sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(harmless).join("\n"))
    .join("\n\n");
  return `${text}\n\n${words.difference}\n${renderRecordDifference(difference, lang)}`;
}

function sideText(name: string, side: ReexaminationSide, words: Words): string {
  const { asOf, scheme, score, asApplicant, possible, threshold, margin } = side;
  const outcome = asApplicant === "undetermined" ? words.possible(possible.join(words.or)) : asApplicant;
  const parts = [
    `${name}${asOf}`,
    `${scheme.id}@${scheme.version}`,
    score.exact === null ? words.openScore : words.score(score.exact),
    ...(threshold === null || margin === null ? [] : [words.margin(threshold, margin)]),
    outcome,
  ];
  return parts.join(words.comma);
}

function conditionSection(
  heading: string,
  conditions: readonly ReexaminedCondition[],
  words: Words,
): readonly string[] {
  if (conditions.length === 0) return [];
  return [heading, ...conditions.flatMap((condition) => conditionLines(condition, words))];
}

function conditionLines(condition: ReexaminedCondition, words: Words): readonly string[] {
  const { kind, id, title, clause, before, after, because, facts } = condition;
  const was = before === after ? "" : `${words.was}${words.held[before]}`;
  const name =
    kind === "exclusion" ? words.exclusion(named({ id, title }, words)) : `${id} ${title === id ? "" : title}`;
  return [
    `  ${name.trimEnd()}${clauseText(clause, words)}${was}`,
    ...because.map((line) => `      ${line}`),
    ...facts.map((fact) => `      ${words.stated}${statedText(fact, words)}`),
  ];
}

function statedText({ id, before, after }: StatedChange, words: Words): string {
  const [was, is] = [before, after].map((value) => (value === null ? words.none : clip(value)));
  return `${id}${words.colon}${was} → ${is}`;
}

/** A long list is for JSON. */
function clip(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

function named({ id, title }: { readonly id: string; readonly title: string }, words: Words): string {
  return title === id ? id : words.named(title, id);
}

function clauseText(clause: string | null, words: Words): string {
  return clause === null ? "" : words.clause(clause);
}

interface Words {
  readonly heading: string;
  readonly status: Readonly<Record<Reexamination["status"], string>>;
  readonly goal: (goal: string) => string;
  readonly subject: string;
  readonly unnamed: string;
  readonly record: string;
  readonly again: string;
  readonly before: string;
  readonly after: string;
  readonly score: (exact: string) => string;
  readonly openScore: string;
  readonly margin: (threshold: string, margin: string) => string;
  readonly possible: (outcomes: string) => string;
  readonly or: string;
  readonly comma: string;
  readonly colon: string;
  readonly aside: (outcome: string) => string;
  readonly notMet: string;
  readonly open: string;
  readonly met: string;
  readonly was: string;
  readonly held: Readonly<Record<ReexaminedCondition["before"], string>>;
  readonly exclusion: (outcome: string) => string;
  readonly named: (title: string, id: string) => string;
  readonly clause: (clause: string) => string;
  readonly stated: string;
  readonly none: string;
  readonly difference: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    heading: "复查结果：",
    status: {
      kept: "仍符合认定标准，保留称号",
      lost: "不再符合认定标准，不能保留称号",
      undetermined: "尚不能确定，还缺填报内容",
    },
    goal: (goal) => `认定标准：${goal}`,
    subject: "企业：",
    unnamed: "未写明",
    record: "原记录：",
    again: "（已重新计算，结果一致）",
    before: "原评价：",
    after: "本次复查：",
    score: (exact) => `得分 ${exact}`,
    openScore: "得分未定",
    margin: (threshold, margin) =>
      margin === "0"
        ? `正好在 ${threshold} 分的门槛上`
        : margin.startsWith("-")
          ? `比 ${threshold} 低 ${margin.slice(1)}`
          : `比 ${threshold} 高 ${margin}`,
    possible: (outcomes) => `可能是 ${outcomes}`,
    or: " 或 ",
    comma: "，",
    colon: "：",
    aside: (outcome) => `结论“${outcome}”只说明已有称号的企业走复查程序，不作为去留的依据；以下按申请企业的条件判断。`,
    notMet: "不符合的条件",
    open: "尚不能确定的条件",
    met: "符合的条件",
    was: "；原来",
    held: { met: "符合", "not-met": "不符合", open: "未定", absent: "没有这一条" },
    exclusion: (outcome) => `不属于“${outcome}”的情形`,
    named: (title, id) => `${title}（${id}）`,
    clause: (clause) => `〔${clause}〕`,
    stated: "填报变化：",
    none: "没有填",
    difference: "得分的变化",
  },
  en: {
    heading: "Re-examination: ",
    status: {
      kept: "the standard is still met, the title is kept",
      lost: "the standard is no longer met, the title cannot be kept",
      undetermined: "undetermined, since facts are still missing",
    },
    goal: (goal) => `standard: ${goal}`,
    subject: "enterprise: ",
    unnamed: "not named",
    record: "earlier record: ",
    again: " (computed again: the same)",
    before: "then: ",
    after: "now: ",
    score: (exact) => `a score of ${exact}`,
    openScore: "the score is open",
    margin: (threshold, margin) =>
      margin === "0"
        ? `exactly on the threshold of ${threshold}`
        : margin.startsWith("-")
          ? `${margin.slice(1)} below ${threshold}`
          : `${margin} above ${threshold}`,
    possible: (outcomes) => `may be ${outcomes}`,
    or: " or ",
    comma: ", ",
    colon: ": ",
    aside: (outcome) =>
      `${outcome} only says that holders of the title are examined again and decides nothing about it; what follows is judged as of an applicant.`,
    notMet: "Not met",
    open: "Open",
    met: "Met",
    was: "; then: ",
    held: { met: "met", "not-met": "not met", open: "open", absent: "not asked" },
    exclusion: (outcome) => `not a case of ${outcome}`,
    named: (title, id) => `${title} (${id})`,
    clause: (clause) => ` [${clause}]`,
    stated: "stated otherwise: ",
    none: "none",
    difference: "What became of the score",
  },
};
