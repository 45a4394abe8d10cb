/** The answer to an objection, as the body of a letter and as JSON: figures first, each of which can be computed again. */
import { jsonText } from "../base/json-text.js";
import { harmless } from "../base/width.js";
import { roleText } from "../messages/roles.js";
import type { Language } from "../model/language.js";
import type { ExactText } from "../model/numbers.js";
import type { Objection, ObjectionFact, ObjectionOutcome, ObjectionPlace, ObjectionRoles } from "../model/objection.js";
import { givenText, roleDifferences } from "./comparison.js";

export function renderObjectionJson(objection: Objection): string {
  return jsonText(objection);
}

export function renderObjection(objection: Objection): string {
  const words = WORDS[objection.lang];
  const { notices, verdict, indicator, facts, steps, way, roles, outcome, lang } = objection;
  const sections = [
    heading(objection, words),
    notices.map((notice) => `${words.notice}${notice}${words.stop}`),
    [words.result, `  ${figures(objection, words)}`, ...verdict.map((sentence) => `  ${sentence}${words.stop}`)],
    [
      `${words.standard}${indicator.clause === null ? "" : words.clause(indicator.clause)}`,
      ...indicator.standardText.map((line) => `  ${line}`),
    ],
    facts.length === 0 ? [] : [words.facts, ...facts.flatMap((fact) => factLines(fact, facts, words))],
    [
      words.steps,
      `  ${indicator.story}`,
      ...indicator.details.map((line) => `    · ${line}`),
      // The rule alone is the story already.
      ...(steps.length < 2 ? [] : steps.map(({ text }) => `  ${text}`)),
    ],
    [words.way, ...way.flatMap((place) => placeLines(place, words))],
    roles === null ? [] : [words.roles, ...roleLines(roles, lang, words)],
    [words.outcome, ...outcomeLines(outcome, facts, words)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(harmless).join("\n"))
    .join("\n\n")}\n`;
}

function heading({ indicator, scheme, sheet, subject, asOf, role, record, lang }: Objection, words: Words) {
  const who = [subject.name, subject.id].filter((part) => part !== null).join(" ");
  return [
    words.heading(indicator.title, indicator.id),
    `${scheme.title}  ${scheme.id}@${scheme.version}  ${sheet.id}@${sheet.version}`,
    [
      `${words.subject}${who === "" ? words.unnamed : who}`,
      `${words.asOf}${asOf}`,
      ...(role === null ? [] : [`${words.role}${roleText(role, lang)}`]),
    ].join("  "),
    `${words.record}${record}${words.again}`,
  ];
}

function figures({ indicator, standing }: Objection, words: Words): string {
  const { awarded, points, contribution, status } = indicator;
  const own = awarded === null ? words.status[status === "scored" ? "unknown" : status] : words.points(awarded, points);
  const worth = contribution === null || awarded === null ? "" : words.worth(contribution);
  const total = standing.score.exact === null ? "" : words.total(standing.score.exact);
  return `${own}${worth}${total}${words.stop}`;
}

function factLines(
  { text, evidence, evidenceRequired, note, owner, from }: ObjectionFact,
  all: readonly ObjectionFact[],
  words: Words,
) {
  const titles = from.map((fact) => all.find((each) => each.fact === fact)?.title ?? fact);
  const papers = evidence.length > 0 ? evidence.join(words.and) : evidenceRequired ? words.lacking : words.noPapers;
  return [
    `  ${text}`,
    ...(from.length > 0 ? [`    ${words.derived(titles.join(words.and))}`] : [`    ${words.evidence}${papers}`]),
    ...(note === null ? [] : [`    ${words.note}${note}`]),
    ...(owner === null ? [] : [`    ${words.owner}${owner}`]),
  ];
}

function placeLines({ id, title, story, adjustments }: ObjectionPlace, words: Words): readonly string[] {
  const name = id === "score" ? words.score : `${id.slice(id.indexOf("/") + 1)} ${title}`;
  return [`  ${name}${words.colon}${story}`, ...adjustments.map(({ text }) => `    ± ${text}`)];
}

function roleLines(roles: ObjectionRoles, lang: Language, words: Words): readonly string[] {
  const told = roleDifferences(roles, lang);
  return [
    `  ${roles.given.map((each) => givenText(each, lang)).join(words.comma)}`,
    ...told.flatMap(({ roles: step, reasons }) => [`  ${step}`, ...reasons.map((reason) => `    ${reason}`)]),
    ...(told.length === 0 ? [`  ${words.alike}`] : []),
  ];
}

/** So many lines are read; JSON has all. */
const MOST_LINES = 8;

function outcomeLines(
  { full, points, facts, tried, complete }: ObjectionOutcome,
  read: readonly ObjectionFact[],
  words: Words,
): readonly string[] {
  const shown = facts.slice(0, MOST_LINES);
  const left = facts.length - shown.length;
  return [
    ...(full === null ? [] : [`  ${full.differs ? words.fullDecides : words.fullDoesNot}${full.text}`]),
    ...points.map(({ text }) => `  ${words.least}${text}`),
    ...(points.length === 0 ? [`  ${words.noPoints}`] : []),
    ...(shown.length === 0
      ? [`  ${words.noFacts}`]
      : [`  ${words.byFacts}`, ...shown.map(({ text }) => `    ${text}`)]),
    ...(left > 0 ? [`    ${words.more(left)}`] : []),
    // What is read of a list is how many entries it has.
    ...(read.some(({ value }) => typeof value === "number") ? [`  ${words.newEntries}`] : []),
    `  ${words.tried(tried)}${complete ? "" : words.incomplete}`,
  ];
}

interface Words {
  readonly heading: (title: string, id: string) => string;
  readonly subject: string;
  readonly unnamed: string;
  readonly asOf: string;
  readonly role: string;
  readonly record: string;
  readonly again: string;
  readonly notice: string;
  readonly stop: string;
  readonly colon: string;
  readonly comma: string;
  readonly and: string;
  readonly result: string;
  readonly points: (awarded: ExactText, points: ExactText) => string;
  readonly worth: (contribution: ExactText) => string;
  readonly total: (score: ExactText) => string;
  readonly status: Readonly<Record<"unknown" | "invalid" | "not-applicable", string>>;
  readonly standard: string;
  readonly clause: (clause: string) => string;
  readonly facts: string;
  readonly evidence: string;
  readonly lacking: string;
  readonly noPapers: string;
  readonly derived: (titles: string) => string;
  readonly note: string;
  readonly owner: string;
  readonly steps: string;
  readonly way: string;
  readonly score: string;
  readonly roles: string;
  readonly alike: string;
  readonly outcome: string;
  readonly fullDecides: string;
  readonly fullDoesNot: string;
  readonly least: string;
  readonly noPoints: string;
  readonly byFacts: string;
  readonly noFacts: string;
  readonly more: (count: number) => string;
  readonly newEntries: string;
  readonly tried: (count: number) => string;
  readonly incomplete: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    heading: (title, id) => `关于“${title}”（${id}）的答复`,
    subject: "企业：",
    unnamed: "未写明",
    asOf: "评价日：",
    role: "角色：",
    record: "记录：",
    again: "（已按记录所附的标准重新计算，结果一致）",
    notice: "请注意：",
    stop: "。",
    colon: "：",
    comma: "，",
    and: "、",
    result: "得分和结论",
    points: (awarded, points) => `本项得 ${awarded} 分，满分 ${points} 分`,
    worth: (contribution) => `，计入总分 ${contribution}`,
    total: (score) => `；总分 ${score} 分`,
    status: { unknown: "本项尚未定分", invalid: "本项填报有误，尚未定分", "not-applicable": "本项不适用，不计分" },
    standard: "评分标准",
    clause: (clause) => `〔${clause}〕`,
    facts: "采用的事实和佐证",
    evidence: "佐证：",
    lacking: "应附佐证，还没有附",
    noPapers: "没有附佐证",
    derived: (titles) => `据${titles}算出`,
    note: "说明：",
    owner: "数据来源：",
    steps: "怎样得出本项的分数",
    way: "怎样计入总分",
    score: "总分",
    roles: "各角色的给分",
    alike: "各角色给的分相同。",
    outcome: "什么会改变结论",
    fullDecides: "得满分，结论会改变。",
    fullDoesNot: "得满分，结论也不变。",
    least: "改变结论的最小分数变化：",
    noPoints: "只改动本项的分数，找不到能改变结论的分数。",
    byFacts: "只改动一项填报，能改变结论的有：",
    noFacts: "逐项改动本项所读的填报，没有一项能改变结论。",
    more: (count) => `另有 ${count} 项，见 JSON`,
    newEntries: "清单里原来没有的记录，没有试。",
    tried: (count) => `以上共试 ${count} 次，每次只改一处，其余照旧，由计分程序重新计算。`,
    incomplete: "可改的地方太多，没有全部试完。",
  },
  en: {
    heading: (title, id) => `Answer on ${title} (${id})`,
    subject: "enterprise: ",
    unnamed: "not named",
    asOf: "as of: ",
    role: "role: ",
    record: "record: ",
    again: " (computed again with the rubrics in it: the same)",
    notice: "Note: ",
    stop: ".",
    colon: ": ",
    comma: ", ",
    and: ", ",
    result: "Points and outcome",
    points: (awarded, points) => `${awarded} of ${points} points here`,
    worth: (contribution) => `, ${contribution} in the score`,
    total: (score) => `; the score is ${score}`,
    status: {
      unknown: "the points are still open",
      invalid: "a fact was supplied wrongly, so the points are still open",
      "not-applicable": "does not apply, so it has no points",
    },
    standard: "Standard",
    clause: (clause) => ` [${clause}]`,
    facts: "Facts that were used, and their papers",
    evidence: "evidence: ",
    lacking: "required, none attached",
    noPapers: "none attached",
    derived: (titles) => `computed from ${titles}`,
    note: "note: ",
    owner: "held by: ",
    steps: "How the points came about",
    way: "How they enter the score",
    score: "score",
    roles: "What each role gave",
    alike: "All roles gave the same.",
    outcome: "What would change the outcome",
    fullDecides: "Full marks would change it: ",
    fullDoesNot: "Full marks would not change it: ",
    least: "The least change of points that does: ",
    noPoints: "No other points here were found that would change it.",
    byFacts: "One thing stated otherwise would change it:",
    noFacts: "Nothing that is read here, stated otherwise by itself, would change it.",
    more: (count) => `${count} more in the JSON`,
    newEntries: "Entries that no list has yet were not tried.",
    tried: (count) => `${count} changes were tried, one at a time, everything else as it is, each scored anew.`,
    incomplete: " There were more to try than there is time for.",
  },
};
