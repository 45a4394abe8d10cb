/** Several roles side by side, as a table and the reasons below it, or as JSON. */
import { jsonText } from "../base/json-text.js";
import { harmless } from "../base/width.js";
import { roleName } from "../messages/roles.js";
import type { Comparison, RoleDifference, RolePoints, RoleRead, RoleReason, RoleRow } from "../model/comparison.js";
import type { Language } from "../model/language.js";
import { type Row, renderTable } from "./table.js";
import { titleIn } from "./title.js";

export function renderComparisonJson(comparison: Comparison): string {
  return jsonText(comparison);
}

export function renderComparison(comparison: Comparison, lang: Language): string {
  const words = WORDS[lang];
  const { scheme, subject, asOf, roles, indicators, raises } = comparison;
  const name = (role: string): string => harmless(roleName(role, lang));
  const head = [words.indicator, words.title, words.points, ...roles.map(({ role }) => name(role))];
  const rows = indicators.map((row) => rowOf(row, lang, words));
  const total: Row = [words.score, "", "", ...roles.map(({ score }) => score.display ?? words.open)];
  const outcome: Row = [words.outcome, "", "", ...roles.map((role) => harmless(role.outcome))];
  const table = renderTable(
    head,
    [...rows, total, outcome],
    ["left", "left", ...head.slice(2).map(() => "right" as const)],
  );
  const told = indicators.filter(({ kind, differences }) => kind === "leaf" && differences.length > 0);
  const lines = [
    `${titleIn(scheme.title, lang)} ${harmless(scheme.version)}`,
    `${words.subject}${harmless(subject.name ?? subject.id ?? words.unnamed)}  ${words.asOf}${asOf}`,
    "",
    ...table,
    ...(told.length > 0 ? ["", words.differences(told.length)] : ["", words.none]),
    ...told.flatMap((row) => differenceLines(row, lang, words)),
    ...(raises.length > 0 ? ["", words.raises] : []),
    ...raises.map(
      ({ indicator, from, to, by }) => `  ${harmless(indicator)}${words.colon}${name(from)} → ${name(to)} +${by}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function rowOf({ indicator, title, level, points, given }: RoleRow, lang: Language, words: Words): Row {
  const indent = "  ".repeat(level);
  return [
    `${indent}${harmless(indicator.slice(indicator.indexOf("/") + 1))}`,
    titleIn(title, lang),
    points,
    ...given.map((each) => pointsText(each, words)),
  ];
}

function pointsText({ status, awarded }: RolePoints, words: Words): string {
  return awarded ? awarded.display : words.status[status];
}

function differenceLines(row: RoleRow, lang: Language, words: Words): string[] {
  return roleDifferences(row, lang).flatMap(({ roles, reasons }) => [
    `  ${harmless(row.indicator)} ${titleIn(row.title, lang)}${words.colon}${roles}`,
    ...reasons.map((reason) => `    ${reason}`),
  ]);
}

/** What each later role gave otherwise, and why: `自评 4 → 审核 3（−1）`. */
export function roleDifferences(
  { given, differences }: Pick<RoleRow, "given" | "differences">,
  lang: Language,
): readonly { readonly roles: string; readonly reasons: readonly string[] }[] {
  const words = WORDS[lang];
  const of = (role: string): string =>
    givenText(
      given.find((each) => each.role === role)!,
      lang,
    );
  return differences.map(({ from, to, by, reasons }: RoleDifference) => {
    const gap = by === null ? "" : words.bracketed(by.startsWith("-") ? by.replace("-", "−") : `+${by}`);
    return {
      roles: `${of(from)} → ${of(to)}${gap}`,
      reasons: reasons.length === 0 ? [words.elsewhere] : reasons.map((reason) => reasonText(reason, lang, words)),
    };
  });
}

/** `自评 4`. */
export function givenText(given: RolePoints, lang: Language): string {
  return `${harmless(roleName(given.role, lang))} ${pointsText(given, WORDS[lang])}`;
}

function reasonText(reason: RoleReason, lang: Language, words: Words): string {
  if (reason.kind === "not-applicable")
    return words.declared(harmless(roleName(reason.role, lang)), harmless(reason.by), harmless(reason.reason));
  const { title, before, after } = reason;
  // A judgement, and a fact declared in its leaf, are called like the indicator above.
  const name = title === undefined ? "" : `${titleIn(title, lang)}${words.colon}`;
  return `${name}${readText(before, words)} → ${readText(after, words)}`;
}

function readText({ state, value, evidence, note, by, as, reason }: RoleRead, words: Words): string {
  const shown = state === "given" ? spoken(value, words) : words.state[state];
  const who = by === undefined ? [] : [as === undefined ? by : `${by} ${as}`];
  const more = [...who, ...(reason === undefined ? [] : [reason]), ...(note === undefined ? [] : [note]), ...evidence];
  return more.length === 0 ? shown : `${shown}${words.bracketed(more.map(harmless).join(words.comma))}`;
}

function spoken(value: RoleRead["value"], words: Words): string {
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return words.entries(value);
  return Array.isArray(value) ? value.map(harmless).join(words.comma) : harmless(String(value));
}

interface Words {
  readonly indicator: string;
  readonly title: string;
  readonly points: string;
  readonly score: string;
  readonly outcome: string;
  readonly open: string;
  readonly subject: string;
  readonly unnamed: string;
  readonly asOf: string;
  readonly colon: string;
  readonly comma: string;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
  readonly elsewhere: string;
  readonly raises: string;
  readonly bracketed: (text: string) => string;
  readonly differences: (count: number) => string;
  readonly entries: (count: number) => string;
  readonly declared: (role: string, by: string, reason: string) => string;
  readonly status: Readonly<Record<RolePoints["status"], string>>;
  readonly state: Readonly<Record<Exclude<RoleRead["state"], "given">, string>>;
}

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    indicator: "编号",
    title: "指标",
    points: "应得分",
    score: "总分",
    outcome: "结论",
    open: "未定",
    subject: "企业：",
    unnamed: "未写明",
    asOf: "评价日：",
    colon: "：",
    comma: "，",
    yes: "是",
    no: "否",
    none: "各角色给的分完全相同。",
    elsewhere: "填报的内容相同，差别来自是否适用等其他情况",
    raises: "注意：方案不允许后一角色加分，以下指标的分数却提高了：",
    bracketed: (text) => `（${text}）`,
    differences: (count) => `给分不同的指标有 ${count} 项：`,
    entries: (count) => `${count} 条`,
    declared: (role, by, reason) => `${role}认为不适用（${by}：${reason}）`,
    status: { scored: "", unknown: "未定", invalid: "填报有误", "not-applicable": "不适用", absent: "没有这项" },
    state: { unknown: "尚未填报", missing: "确认没有", invalid: "填报有误" },
  },
  en: {
    indicator: "id",
    title: "indicator",
    points: "points",
    score: "score",
    outcome: "outcome",
    open: "open",
    subject: "enterprise: ",
    unnamed: "not named",
    asOf: "as of ",
    colon: ": ",
    comma: ", ",
    yes: "yes",
    no: "no",
    none: "All roles give the same points.",
    elsewhere: "the same was read; something else decides, such as whether it applies",
    raises: "Mind: the scheme lets no later role give more, and here one does:",
    bracketed: (text) => ` (${text})`,
    differences: (count) =>
      count === 1 ? "1 indicator is scored differently:" : `${count} indicators are scored differently:`,
    entries: (count) => (count === 1 ? "1 entry" : `${count} entries`),
    declared: (role, by, reason) => `${role}: it does not apply (${by}: ${reason})`,
    status: {
      scored: "",
      unknown: "open",
      invalid: "invalid",
      "not-applicable": "does not apply",
      absent: "not there",
    },
    state: { unknown: "not supplied yet", missing: "there is none", invalid: "unusable" },
  },
};
