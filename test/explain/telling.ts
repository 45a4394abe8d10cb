/** Stories of the smallest rubrics: what a leaf, a condition or a whole assessment is told as, in both languages. */
import { standardOf } from "./stories.js";
import { explain } from "../../src/index.js";
import { type Data, type Scorer, scheme, scorer, sheet, node } from "../helpers/build/rubric.js";
import type { Assessment } from "../../src/model/assessment.js";
import type { ConditionStory, Explanation, NodeStory } from "../../src/model/explanation.js";

export interface Told {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** The story, then its details. */
export function lines({ story, details }: NodeStory): readonly string[] {
  return [story, ...details];
}

export function storyAt(assessment: Assessment, id: string, lang: "zh" | "en", indicator?: string): NodeStory {
  const { components } = explain(assessment, indicator === undefined ? { lang } : { lang, indicator });
  const found = components.flatMap(({ root }) => (root ? below(root) : [])).find((entry) => entry.id === id);
  if (!found) throw new Error(`no story of ${id}`);
  return found;
}

function below(story: NodeStory): readonly NodeStory[] {
  return [story, ...story.children.flatMap(below)];
}

export function toldAt(assessment: Assessment, id: string): Told {
  return { zh: lines(storyAt(assessment, id, "zh")), en: lines(storyAt(assessment, id, "en")) };
}

/** How the leaf `L` is told for one fact sheet. */
export function told(score: Scorer, factSheet: Data = {}): Told {
  return toldAt(score(factSheet), "L");
}

/** Only its rule, as who asks for this leaf is told; its floor and its cap have tests of their own. */
export function standard(leaf: Data, facts: Data = {}): Told {
  const only = (lang: "zh" | "en"): readonly string[] =>
    standardOf(leaf, facts, lang).filter((line) => !/^(?:最高|扣完为止|扣分不设|不封顶|never |no )/.test(line));
  return { zh: only("zh"), en: only("en") };
}

/** What one condition of eligibility is told as. */
export function conditionTold(require: Data, facts: Data, factSheet: Data): Told & { readonly status: string } {
  const score = scorer(
    sheet({ indicators: [node("flag", 100, { scoring: { rule: "flag", fact: { type: "boolean" } } })] }),
    scheme({ facts, eligibility: [{ id: "E1", title: "E1", require }] }),
  );
  const assessment = score(factSheet);
  const story = (lang: "zh" | "en"): ConditionStory => explain(assessment, { lang }).eligibility.conditions[0]!;
  return { status: story("zh").status, zh: story("zh").because, en: story("en").because };
}

/** One part of the whole story in both languages. */
export function both<T>(assessment: Assessment, part: (story: Explanation) => T): { readonly zh: T; readonly en: T } {
  return { zh: part(explain(assessment, { lang: "zh" })), en: part(explain(assessment, { lang: "en" })) };
}
