/** Assessment → text: the verdict, eligibility, and the breakdown as a table whose figures add up. */
import { harmless } from "../base/width.js";
import { roleText } from "../messages/roles.js";
import type { Adjustment, Assessment, ConditionResult, NodeResult, NodeStatus } from "../model/assessment.js";
import { type Row, renderTable } from "./table.js";
import { titleIn } from "./title.js";
import type { Language } from "../model/language.js";
import type { Title } from "../model/rubric.js";
import { type Words, WORDS } from "./words.js";

/** A table for a fixed-width font. Contributions and adjustments are exact and add up to the exact score. */
export function assessmentText(assessment: Assessment, lang: Language): string {
  const words = WORDS[lang];
  const lines = [
    ...heading(assessment, words, lang),
    "",
    ...verdict(assessment, toldOf(assessment, words, lang)),
    "",
    ...conditions(assessment, words, lang),
    "",
    ...renderTable(tableHead(words), tableRows(assessment, words, lang), [
      "left",
      "left",
      "right",
      "right",
      "right",
      "left",
    ]),
  ];
  const told = findingLines(assessment, words, lang);
  // A text that is saved or mailed must not look clean when the fact sheet was not.
  if (told.length > 0) lines.push("", words.findings, ...told);
  if (assessment.drafted.length > 0) lines.push("", words.draftedNote(assessment.drafted.map(harmless)));
  return `${lines.join("\n")}\n`;
}

function findingLines({ findings }: Assessment, words: Words, lang: Language): readonly string[] {
  return findings.flatMap(({ severity, path, message }) =>
    severity === "info" ? [] : [`  ${words.severity[severity]}  ${harmless(path)}  ${harmless(message[lang])}`],
  );
}

function heading({ scheme, subject, asOf, role }: Assessment, words: Words, lang: Language): readonly string[] {
  const who = [subject.name, subject.id].flatMap((part) => (part === null ? [] : harmless(part)));
  return [
    `${titleIn(scheme.title, lang)}  ${harmless(scheme.id)}@${harmless(scheme.version)}`,
    [
      `${words.subject}${who.length > 0 ? who.join(" ") : words.unnamed}`,
      `${words.asOf}${asOf}`,
      ...(role === null ? [] : [`${words.role}${harmless(roleText(role, lang))}`]),
    ].join("  "),
  ];
}

function bandsText(bands: readonly string[], { bands: ladder = [] }: Assessment["scheme"], lang: Language): string {
  const { bracketed } = WORDS[lang];
  const names = bands.map((band) => {
    const title = ladder.find(({ id }) => id === band)?.title;
    return title === undefined ? harmless(band) : `${titleIn(title, lang)}${bracketed(harmless(band))}`;
  });
  return names.length === 1 ? names[0]! : WORDS[lang].open(names);
}

function verdict({ decision, score, scheme }: Assessment, { words, lang, documents }: Told): readonly string[] {
  const titles = new Map(decision.reasons.map(({ outcome, title }) => [outcome, title]));
  const named = (outcome: string): string => {
    const title = titles.get(outcome);
    return title === undefined ? harmless(outcome) : `${titleIn(title, lang)}${words.bracketed(harmless(outcome))}`;
  };
  const lines = [
    `${words.outcome}${decision.certain ? named(decision.outcome) : words.open(decision.possible.map(named))}`,
    `${words.score}${scoreText(score, words)}`,
  ];
  if (decision.bands && decision.bands.length > 0)
    lines.push(`${words.band}${bandsText(decision.bands, scheme, lang)}${ownBand(decision, scheme, words, lang)}`);
  if (decision.vetoed !== undefined) lines.push(`${words.vetoed}${vetoText(decision, scheme, words)}`);
  for (const { id, title, clause, source } of decision.measures ?? []) {
    const cited = citedText(clause, source, documents, lang);
    lines.push(["", harmless(id), titleIn(title, lang), ...cited].join("  "));
  }
  const { threshold, margin, goal } = decision;
  if (threshold !== null)
    lines.push(
      `${words.threshold}${threshold}${words.bracketed(harmless(goal))}${margin === null ? "" : `${words.semicolon}${words.margin}${margin}`}`,
    );
  return lines;
}

/** Where effects moved it. */
function ownBand(
  { band, scoreBand }: Assessment["decision"],
  scheme: Assessment["scheme"],
  words: Words,
  lang: Language,
): string {
  if (band === null || scoreBand === null || scoreBand === undefined || scoreBand === band) return "";
  return words.bracketed(`${words.scoreBand}${bandsText([scoreBand], scheme, lang)}`);
}

function vetoText({ vetoed, vetoes = [] }: Assessment["decision"], { id }: Assessment["scheme"], words: Words): string {
  if (vetoed === null) return words.vetoOpen;
  if (!vetoed) return words.noVeto;
  const named = vetoes.filter(({ result }) => result === "true").map(({ indicator }) => harmless(indicator ?? id));
  return named.join(words.semicolon);
}

function scoreText({ status, exact, display, bounds }: Assessment["score"], words: Words): string {
  if (status === "scored") return exact === display ? exact : `${exact}${words.bracketed(`${words.shown} ${display}`)}`;
  if (status === "nothing-scored") return words.nothingScored;
  return `${words.between} ${bounds.least ?? "−∞"} … ${bounds.most ?? "+∞"}`;
}

function conditions(
  { eligibility, preferences, materials }: Assessment,
  words: Words,
  lang: Language,
): readonly string[] {
  return [
    `${words.eligibility}${words.eligibilityStatus[eligibility.status]}`,
    ...(eligibility.open ?? []).map((component) => `  ${harmless(component)}  ${words.notNamed}`),
    ...eligibility.conditions.map((condition) => conditionLine(condition, words, lang)),
    ...(preferences.length > 0
      ? [words.preferences, ...preferences.map((entry) => conditionLine(entry, words, lang))]
      : []),
    `${words.materials}${materials.complete ? words.complete : words.lacking(lackingOf(materials, lang))}`,
  ];
}

function lackingOf({ items, missing }: Assessment["materials"], lang: Language): readonly string[] {
  return items
    .filter(({ id }) => missing.includes(id))
    .map(({ id, title }) => `${harmless(id)} ${titleIn(title, lang)}`);
}

function conditionLine({ id, title, status, clause }: ConditionResult, words: Words, lang: Language): string {
  const cited = clause === undefined ? "" : `  ${harmless(clause)}`;
  return `  ${harmless(id)}  ${words.conditionStatus[status]}  ${titleIn(title, lang)}${cited}`;
}

function tableHead(words: Words): Row {
  return [words.indicator, words.title, words.points, words.awarded, words.contribution, words.remark];
}

/** What the rows of a table need to name facts and documents by their titles. */
interface Told {
  readonly words: Words;
  readonly lang: Language;
  readonly facts: ReadonlyMap<string, Title>;
  readonly documents: ReadonlyMap<string, Title>;
}

function toldOf({ facts, instances = [], scheme, components }: Assessment, words: Words, lang: Language): Told {
  const rubrics = [scheme, ...components.flatMap(({ sheet }) => sheet ?? [])];
  const declared = [...facts.map((fact) => fact.declared), ...instances.flatMap((list) => list.declared)];
  return {
    words,
    lang,
    facts: new Map(declared.flatMap(({ id, title }) => (title === undefined ? [] : [[id, title] as const]))),
    documents: new Map(rubrics.flatMap(({ documents }) => documents.map(({ id, title }) => [id, title] as const))),
  };
}

function tableRows(assessment: Assessment, words: Words, lang: Language): readonly Row[] {
  const { components, score } = assessment;
  const told = toldOf(assessment, words, lang);
  const rows = components.flatMap(({ id, weight, countsAs, root, applicability }): Row[] => {
    if (root) return nodeRows(root, id, told);
    const state = applicability?.applies === "no" ? words.nodeStatus["not-applicable"] : words.notNamed;
    return [[harmless(id), state, "", "", "", weight === null ? words.outside[countsAs!] : `× ${weight}`]];
  });
  // Of itself a scheme adds nothing but what another scale begins with.
  const ofScheme = { ...words, adjustment: { ...words.adjustment, offset: words.rescale } };
  const adjustments = score.adjustments.map((entry) => {
    const { component } = entry.because;
    return adjustmentRow(entry, "", component === undefined ? ofScheme : words, component);
  });
  const total: Row = [words.total, "", "", "", score.exact ?? "", ""];
  return [...rows, ...adjustments, total];
}

/** One step further in below each node: an instance stands on the level of its group, and below it. */
function nodeRows(node: NodeResult, component: string, told: Told, depth = 0): Row[] {
  const { words, lang } = told;
  const indent = "  ".repeat(depth);
  const id = node.level === 0 ? harmless(component) : indent + harmless(node.id);
  const row: Row = [
    id,
    titleIn(node.title, lang),
    node.countsAs === "deduction" ? "–" : node.points,
    awardedText(node),
    node.contribution ?? "–",
    remark(node, told),
  ];
  return [
    row,
    ...(node.children ?? []).flatMap((child) => nodeRows(child, component, told, depth + 1)),
    ...node.adjustments.map((entry) => adjustmentRow(entry, `${indent}  `, words)),
  ];
}

function awardedText({ awarded, bounds, status }: NodeResult): string {
  if (awarded) return awarded.exact;
  if (status === "not-applicable" || bounds === null) return "–";
  return `${bounds.least ?? "−∞"} … ${bounds.most ?? "+∞"}`;
}

function citedText(
  clause: string | undefined,
  source: string | undefined,
  documents: Told["documents"],
  lang: Language,
): readonly string[] {
  if (clause === undefined) return [];
  const document = source === undefined ? undefined : documents.get(source);
  return [`${document === undefined ? "" : quoted(titleIn(document, lang))}${harmless(clause)}`];
}

function remark(
  { title: of, status, each, instance, combine, weight, clause, source, read, countsAs }: NodeResult,
  { words, lang, facts, documents }: Told,
): string {
  const open = read.flatMap(({ fact, state }) => {
    if (state === "given") return [];
    const title = facts.get(fact);
    // Called like its indicator: the row has said it.
    if (title !== undefined && titleIn(title, lang) === titleIn(of, lang)) return words.factState[state];
    return `${title === undefined ? harmless(fact) : titleIn(title, lang)}${words.colon}${words.factState[state]}`;
  });
  // An instance may be scored, and what it counts be open.
  const why = status === "not-applicable" || (status === "scored" && !instance) ? [] : open;
  const cited = citedText(clause, source, documents, lang);
  const counts = countsAs === undefined ? "" : words.countsAs[countsAs];
  const shares = [
    ...(each && each.state !== "given"
      ? [`${titleIn(each.title, lang)}${words.colon}${words.factState[each.state]}`]
      : []),
    ...(combine === undefined ? [] : [words.combine[combine]]),
    ...(weight === undefined ? [] : [`${words.weight}${weight}`]),
  ];
  return [counts, statusText(status, words), ...shares, ...why, ...cited]
    .filter((part) => part !== "")
    .join(words.semicolon);
}

/** A Chinese title is cited in its marks, up to their end: the number of the document behind them is long. */
function quoted(title: string): string {
  if (!/\p{Script=Han}/u.test(title)) return `${title}, `;
  return /^《.*》/u.exec(title)?.[0] ?? `《${title}》`;
}

function statusText(status: NodeStatus, words: Words): string {
  return status === "scored" ? "" : words.nodeStatus[status];
}

function adjustmentRow({ cause, by, contribution }: Adjustment, indent: string, words: Words, of?: string): Row {
  return [
    `${indent}±${of === undefined ? "" : ` ${harmless(of)}`}`,
    words.adjustment[cause],
    "",
    by,
    contribution ?? "–",
    "",
  ];
}
