/** Assessment → Explanation: the verdict first, then why, then every figure. From the assessment alone. */
import { nearest } from "../base/nearest.js";
import { expectOptions, expectText, isObject, misuse } from "../messages/misuse.js";
import type { Assessment, ComponentResult, NodeResult } from "../model/assessment.js";
import type { Explanation } from "../model/explanation.js";
import type { Language } from "../model/language.js";
import { conditionStory, eligibilityStory, materialsStory } from "./conditions.js";
import { sumText } from "./figures.js";
import { schemeAdjustmentStory } from "./adjustments.js";
import { componentStory } from "./nodes.js";
import { findingText } from "./places.js";
import { nodesOf, noticesOf, reasonsOf } from "./reasons.js";
import { settlingOf } from "./settling.js";
import { type Telling, tellingOf, titleOf } from "./telling.js";
import { measuresOf, verdictOf } from "./verdict.js";

/** What is told, and in which language. */
export interface ExplainOptions {
  /** `zh` unless told otherwise. */
  readonly lang?: Language;
  /** Only this indicator, told in full: `base/D1.3`, or the bare id where it is unique. */
  readonly indicator?: string;
}

/**
 * The story of an assessment in one language: the verdict first, then why, then every figure, then what is not known
 * yet. Points are exact texts; sentences show about what a fraction is. Made from the assessment alone, so a stored one
 * can be explained without the rubric.
 *
 * @param assessment from `score`, or `JSON.parse` of what `renderJson` gave.
 * @throws TypeError when it is something else, an option unknown, or the assessment has no such indicator.
 *
 * @example
 * ```ts
 * import { compileScheme, explain, score } from "chengxin";
 * import { loadFactSheet, loadRubrics } from "chengxin/node";
 *
 * const scheme = compileScheme(await loadRubrics("rubrics"), "gongzhu-2023");
 * const assessment = score(scheme, await loadFactSheet("rubrics/examples/exactly-80.facts.yaml"));
 * const { verdict } = explain(assessment, { lang: "en" });
 * console.log(verdict[1]); // the score is 80 points, exactly on the threshold of 80
 * ```
 */
export function explain(assessment: Assessment, options: ExplainOptions = {}): Explanation {
  expectArguments(assessment, options);
  const { lang = "zh", indicator } = options;
  const telling = tellingOf(assessment, lang, indicator !== undefined);
  const { scheme, subject, asOf, role } = assessment;
  return {
    format: "chengxin/explanation@1",
    lang,
    scheme: { id: scheme.id, version: scheme.version, title: titleOf(scheme.title, telling) },
    sheets: assessment.components.flatMap(({ id: component, sheet }) =>
      sheet ? [{ component, id: sheet.id, version: sheet.version }] : [],
    ),
    subject,
    asOf,
    role,
    indicator: indicator ?? null,
    notices: noticesOf(assessment, telling),
    verdict: verdictOf(assessment, telling),
    ...(indicator === undefined ? wholeStory(assessment, telling) : oneIndicator(assessment, indicator, telling)),
  };
}

function expectArguments(assessment: unknown, options: unknown): void {
  if (!isObject(assessment) || assessment["format"] !== "chengxin/assessment@1" || !Array.isArray(assessment["facts"]))
    throw misuse("explain", "assessment", "an assessment from `score`", assessment);
  expectOptions("explain", options, ["lang", "indicator"]);
  const { lang, indicator } = options as Readonly<Record<string, unknown>>;
  if (lang !== undefined && lang !== "zh" && lang !== "en")
    throw misuse("explain", "options.lang", "`zh` or `en`", lang);
  if (indicator !== undefined) expectText("explain", "options.indicator", indicator);
}

type Sections = Omit<
  Explanation,
  "format" | "lang" | "scheme" | "sheets" | "subject" | "asOf" | "role" | "indicator" | "notices" | "verdict"
>;

function wholeStory(assessment: Assessment, telling: Telling): Sections {
  return {
    measures: measuresOf(assessment, telling),
    reasons: reasonsOf(assessment, telling),
    eligibility: eligibilityStory(assessment, telling),
    preferences: assessment.preferences.map((entry) => conditionStory(entry, telling)),
    materials: materialsStory(assessment, telling),
    components: assessment.components.map((component) => componentStory(component, telling)),
    total: totalOf(assessment, telling),
    settling: settlingOf(assessment, telling),
    findings: assessment.findings
      .filter(({ severity }) => severity !== "info")
      .map((finding) => findingText(finding, telling)),
  };
}

/** Who asks about one indicator is told about it and nothing else, but about it everything. */
function oneIndicator(assessment: Assessment, indicator: string, telling: Telling): Sections {
  const { component, path } = found(assessment, indicator);
  return {
    measures: [],
    reasons: [],
    eligibility: { ...eligibilityStory(assessment, telling), conditions: [] },
    preferences: [],
    materials: [],
    components: [componentStory({ ...component, root: path }, telling)],
    total: [],
    settling: [],
    findings: [],
  };
}

/** The names under which `explain` knows the indicators of an assessment: `base/A1.1`. */
export function indicatorsOf({ components }: Assessment): readonly string[] {
  return components.flatMap(({ id, root }) =>
    root ? nodesOf(root).map((node) => (node.level === 0 ? id : `${id}/${node.id}`)) : [],
  );
}

function found(assessment: Assessment, indicator: string): Way {
  const way = find(assessment.components, indicator);
  if (way) return way;
  const known = indicatorsOf(assessment);
  const called = known.filter((name) => name.endsWith(`/${indicator}`));
  if (called.length > 1) {
    const names = called.map((name) => JSON.stringify(name)).join(", ");
    throw new TypeError(`\`explain\`: several indicators are called ${JSON.stringify(indicator)}: ${names}`);
  }
  const [near] = nearest(indicator, [...known, ...known.map((name) => name.slice(name.indexOf("/") + 1))]);
  const hint = near === undefined ? "" : `; did you mean ${JSON.stringify(near)}?`;
  throw new TypeError(`\`explain\`: the assessment has no indicator ${JSON.stringify(indicator)}${hint}`);
}

/** Whether `explain` can tell of this indicator: it is there, and a bare id is there once. */
export function hasIndicator({ components }: Assessment, indicator: string): boolean {
  return find(components, indicator) !== undefined;
}

/** The way from the sheet down to the indicator, everything beside it left out. */
interface Way {
  readonly component: ComponentResult;
  readonly path: NodeResult;
}

function find(components: readonly ComponentResult[], indicator: string): Way | undefined {
  const ways = components.flatMap((component) => {
    if (!component.root) return [];
    const own = indicator.startsWith(`${component.id}/`) ? indicator.slice(component.id.length + 1) : indicator;
    if (indicator === component.id) return [{ component, path: component.root }];
    const path = wayTo(component.root, own);
    return path ? [{ component, path }] : [];
  });
  return ways.length === 1 ? ways[0] : undefined;
}

function wayTo(node: NodeResult, id: string): NodeResult | undefined {
  if (node.id === id && node.level > 0) return node;
  for (const child of node.children ?? []) {
    const path = wayTo(child, id);
    if (path) return { ...node, children: [path] };
  }
  return undefined;
}

/** The last sum: what the components bring, and what the scheme adds. */
function totalOf({ components, score }: Assessment, telling: Telling): readonly string[] {
  const adjustments = score.adjustments.map((entry) => schemeAdjustmentStory(entry, telling).text);
  if (score.status !== "scored") return adjustments;
  const terms = [
    ...components.flatMap(({ root }) => root?.contribution ?? []),
    ...score.adjustments.flatMap(({ contribution }) => contribution ?? []),
  ];
  return [...adjustments, terms.length < 2 ? score.exact : `${sumText(terms)} = ${score.exact}`];
}
