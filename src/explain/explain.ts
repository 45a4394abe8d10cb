/** Assessment → Explanation: the verdict first, then why, then every figure. From the assessment alone. */
import { nearest } from "../base/nearest.js";
import type { Assessment, ComponentResult, NodeResult } from "../model/assessment.js";
import type { Explanation } from "../model/explanation.js";
import type { Language } from "../model/language.js";
import { conditionStory, eligibilityStory, materialsStory } from "./conditions.js";
import { sumText } from "./figures.js";
import { adjustmentStory, componentStory } from "./nodes.js";
import { nodesOf, noticesOf, reasonsOf } from "./reasons.js";
import { settlingOf } from "./settling.js";
import { type Telling, say, tellingOf, titleOf } from "./telling.js";
import { verdictOf } from "./verdict.js";

export interface ExplainOptions {
  /** `zh` unless told otherwise. */
  readonly lang?: Language;
  /** Only this indicator, told in full: `base/D1.3`, or the bare id where it is unique. */
  readonly indicator?: string;
}

/**
 * The story of an assessment in one language.
 *
 * @throws TypeError when the assessment has no such indicator; `indicatorsOf` names those it has.
 */
export function explain(assessment: Assessment, { lang = "zh", indicator }: ExplainOptions = {}): Explanation {
  const telling = tellingOf(assessment, lang, indicator !== undefined);
  const { scheme, subject, asOf, role } = assessment;
  return {
    format: "chengxin/explanation@1",
    lang,
    scheme: { id: scheme.id, version: scheme.version, title: titleOf(scheme.title, telling) },
    subject,
    asOf,
    role,
    indicator: indicator ?? null,
    notices: noticesOf(assessment, telling),
    verdict: verdictOf(assessment, telling),
    ...(indicator === undefined ? wholeStory(assessment, telling) : oneIndicator(assessment, indicator, telling)),
  };
}

type Sections = Omit<
  Explanation,
  "format" | "lang" | "scheme" | "subject" | "asOf" | "role" | "indicator" | "notices" | "verdict"
>;

function wholeStory(assessment: Assessment, telling: Telling): Sections {
  return {
    reasons: reasonsOf(assessment, telling),
    eligibility: eligibilityStory(assessment, telling),
    preferences: assessment.preferences.map((entry) => conditionStory(entry, telling)),
    materials: materialsStory(assessment, telling),
    components: assessment.components.map((component) => componentStory(component, telling)),
    total: totalOf(assessment, telling),
    settling: settlingOf(assessment, telling),
    findings: assessment.findings
      .filter(({ severity }) => severity !== "info")
      .map(({ path, message }) => `${path}${say(telling, "：", ": ")}${message[telling.lang]}`),
  };
}

/** Who asks about one indicator is told about it and nothing else, but about it everything. */
function oneIndicator(assessment: Assessment, indicator: string, telling: Telling): Sections {
  const { component, path } = found(assessment, indicator);
  return {
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
  const [near] = nearest(indicator, [...known, ...known.map((name) => name.slice(name.indexOf("/") + 1))]);
  const hint = near === undefined ? "" : `; did you mean ${JSON.stringify(near)}?`;
  throw new TypeError(`explain: the assessment has no indicator ${JSON.stringify(indicator)}${hint}`);
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
  const adjustments = score.adjustments.map((entry) => adjustmentStory(entry, telling).text);
  if (score.status !== "scored") return adjustments;
  const terms = [
    ...components.flatMap(({ root }) => root?.contribution ?? []),
    ...score.adjustments.flatMap(({ contribution }) => contribution ?? []),
  ];
  return [...adjustments, terms.length < 2 ? score.exact : `${sumText(terms)} = ${score.exact}`];
}
