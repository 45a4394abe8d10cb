/** What is told of one indicator `L` of a small rubric, in one language. */
import { explain } from "../../src/index.js";
import type { Language } from "../../src/model/language.js";
import { type Data, leafScorer } from "../helpers/build/rubric.js";

export interface Told {
  readonly story: string;
  readonly details: readonly string[];
}

export function storyOf(leaf: Data, facts: Data, factSheet: Data, lang: Language): Told {
  const assessment = leafScorer(leaf, facts)(factSheet);
  const { story, details } = explain(assessment, { lang }).components[0]!.root!.children[0]!;
  return { story, details };
}

/** The rule itself: what is told when one indicator is asked about. */
export function standardOf(leaf: Data, facts: Data, lang: Language): readonly string[] {
  const { details } = explain(leafScorer(leaf, facts)(), { lang, indicator: "L" }).components[0]!.root!.children[0]!;
  // A single line stands behind the heading, several stand below it.
  const heading = lang === "zh" ? "评分标准" : "standard";
  const at = details.findIndex((line) => line.startsWith(heading));
  const one = details[at]!.slice(heading.length).replace(/^[：:] ?/, "");
  if (one !== "") return [one];
  const below = details.slice(at + 1);
  const end = below.findIndex((line) => !line.startsWith("– "));
  return below.slice(0, end < 0 ? below.length : end).map((line) => line.slice(2));
}
