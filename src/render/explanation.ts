/** Explanation → text: sentences under headings, the tree indented as the sheet is. */
import { harmless } from "../base/width.js";
import { roleText } from "../messages/roles.js";
import type { ComponentStory, ConditionStory, Explanation, NodeStory } from "../model/explanation.js";
import type { Language } from "../model/language.js";

/** The story for people. Its figures are exact: from what is printed, the score can be recomputed. */
export function explanationText(explanation: Explanation): string {
  const head = HEADINGS[explanation.lang];
  const { eligibility, measures, reasons, components, total, settling, findings, preferences, materials } = explanation;
  const frame = [
    heading(explanation),
    explanation.notices.map((notice) => `${head.notice}${notice}${head.stop}`),
    // What is wrong with the fact sheet may have changed everything below it.
    findings.length === 0 ? [] : [head.findings, ...findings.map((line) => `  ${line}`)],
    [head.verdict, ...explanation.verdict.map((sentence) => `  ${sentence}${head.stop}`)],
  ];
  const tree = [
    head.indicators,
    `  ${head.legend}`,
    ...components.flatMap((component) => componentLines(component, head)),
  ];
  if (explanation.indicator !== null) return textOf([...frame, tree]);
  return textOf([
    ...frame,
    measures.length === 0 ? [] : [head.measures, ...measures.map((line) => `  ${line}`)],
    [head.reasons, ...reasons.map(({ text }, i) => `  ${i + 1}. ${text}`)],
    settling.length === 0 ? [] : [head.settling, ...settling.map(({ text }) => `  ${text}`)],
    [
      `${head.eligibility}${head.eligibilityStatus[eligibility.status]}`,
      ...eligibility.conditions.flatMap((entry) => conditionLines(entry, head)),
    ],
    preferences.length === 0 ? [] : [head.preferences, ...preferences.flatMap((entry) => conditionLines(entry, head))],
    materials.length === 0 ? [] : [head.materials, ...materials.map((line) => `  ${line}`)],
    tree,
    total.length === 0 ? [] : [head.total, ...total.map((line) => `  ${line}`)],
  ]);
}

function textOf(sections: readonly (readonly string[])[]): string {
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(harmless).join("\n"))
    .join("\n\n")}\n`;
}

function heading({ scheme, sheets, subject, asOf, role, lang }: Explanation): readonly string[] {
  const head = HEADINGS[lang];
  const who = [subject.name, subject.id].filter((part) => part !== null);
  return [
    `${scheme.title}  ${scheme.id}@${scheme.version}`,
    [
      `${head.subject}${who.length > 0 ? who.join(" ") : head.unnamed}`,
      `${head.asOf}${asOf}`,
      ...(role === null ? [] : [`${head.role}${roleText(role, lang)}`]),
    ].join("  "),
    ...(sheets.length === 0
      ? []
      : [
          `${head.sheets}${sheets.map((sheet) => `${sheet.id}@${sheet.version}${head.component(sheet.component)}`).join(head.comma)}`,
        ]),
  ];
}

function conditionLines({ id, title, status, clause, because }: ConditionStory, head: Headings): readonly string[] {
  return [
    `  ${id}  ${head.conditionStatus[status]}  ${title}${clause === null ? "" : head.clause(clause)}`,
    ...because.map((line) => `      ${line}`),
  ];
}

function componentLines({ id, root, text }: ComponentStory, head: Headings): readonly string[] {
  if (!root) return [`  ${id}  ${text}`];
  const [first, ...rest] = nodeLines(root, head);
  return [`  ${id} ${first!.trimStart()}`, ...rest, `  ${id}  ${text}`];
}

/** One step further in below each node: an instance stands on the level of its group, and below it. */
function nodeLines(node: NodeStory, head: Headings, depth = 0): readonly string[] {
  const indent = "  ".repeat(depth + 1);
  const name = node.level === 0 ? node.title : `${node.id} ${node.title}`;
  const { story, details, adjustments, children, clause } = node;
  return [
    `${indent}${name}${clause === null ? "" : head.clause(clause)}`,
    `${indent}  ${story}`,
    // What stands under a heading of its own stands further in.
    ...details.map((line) => `${indent}    ${line.startsWith("– ") ? "  " : "· "}${line}`),
    ...children.flatMap((child) => nodeLines(child, head, depth + 1)),
    ...adjustments.map(({ text }) => `${indent}  ± ${text}`),
  ];
}

interface Headings {
  readonly subject: string;
  readonly unnamed: string;
  readonly asOf: string;
  readonly role: string;
  readonly sheets: string;
  readonly comma: string;
  readonly component: (id: string) => string;
  readonly notice: string;
  readonly stop: string;
  readonly verdict: string;
  readonly measures: string;
  readonly reasons: string;
  readonly settling: string;
  readonly eligibility: string;
  readonly eligibilityStatus: Readonly<Record<Explanation["eligibility"]["status"], string>>;
  readonly conditionStatus: Readonly<Record<ConditionStory["status"], string>>;
  readonly preferences: string;
  readonly materials: string;
  readonly indicators: string;
  readonly legend: string;
  readonly total: string;
  readonly findings: string;
  readonly clause: (clause: string) => string;
}

const HEADINGS: Readonly<Record<Language, Headings>> = {
  zh: {
    subject: "企业：",
    unnamed: "未写明",
    asOf: "评价日：",
    role: "角色：",
    sheets: "指标表：",
    comma: "；",
    component: (id) => `（${id}）`,
    notice: "请注意：",
    stop: "。",
    verdict: "结论",
    measures: "随之而来的措施",
    reasons: "理由",
    settling: "还不知道的，以及它们能改变什么",
    eligibility: "申报条件：",
    eligibilityStatus: { eligible: "符合", ineligible: "不符合", undetermined: "尚不能确定" },
    conditionStatus: { satisfied: "符合", failed: "不符合", unknown: "未定", "not-applicable": "不适用" },
    preferences: "优先情形",
    materials: "申报材料",
    indicators: "指标",
    legend: "[5, 10) 表示 5 以上（含 5）、不满 10；“计入总分”是折算到总分以后的分数，各级相加等于上一级。",
    total: "合计",
    findings: "填报表里发现的问题",
    clause: (clause) => `〔${clause}〕`,
  },
  en: {
    subject: "enterprise: ",
    unnamed: "not named",
    asOf: "as of: ",
    role: "role: ",
    sheets: "sheets: ",
    comma: "; ",
    component: (id) => ` (${id})`,
    notice: "Note: ",
    stop: ".",
    verdict: "Outcome",
    measures: "What follows",
    reasons: "Why",
    settling: "What is not known yet, and what it could change",
    eligibility: "Eligibility: ",
    eligibilityStatus: { eligible: "eligible", ineligible: "ineligible", undetermined: "undetermined" },
    conditionStatus: { satisfied: "met", failed: "not met", unknown: "open", "not-applicable": "does not apply" },
    preferences: "Preferences",
    materials: "Materials",
    indicators: "Indicators",
    legend:
      '[5, 10) includes 5 and excludes 10; "in the score" is in points of the score, and each level adds up to the one above.',
    total: "Total",
    findings: "What is wrong with the fact sheet",
    clause: (clause) => ` [${clause}]`,
  },
};
