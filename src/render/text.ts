/** Results → text for people. */
import type { Assessment } from "../model/assessment.js";
import type { Explanation } from "../model/explanation.js";
import type { Language } from "../model/language.js";
import { expectRenderOptions, expectResult } from "./arguments.js";
import { assessmentText } from "./assessment.js";
import { explanationText } from "./explanation.js";

/** How an assessment is printed for people. */
export interface RenderOptions {
  /** `zh` unless told otherwise. An explanation has its language already. */
  readonly lang?: Language;
}

/**
 * A result for people. An assessment becomes the verdict, eligibility, and the breakdown as a table for a fixed-width
 * font; an explanation becomes its whole story. Contributions and adjustments are exact and add up to the exact score.
 * Harmless on a terminal, and not meant to be read by programs.
 *
 * @param result from `score` or `explain`, or `JSON.parse` of what `renderJson` gave.
 * @throws TypeError when it is something else, or an option unknown.
 *
 * @example
 * ```ts
 * import { compileScheme, renderText, score } from "chengxin";
 * import { loadFactSheet, loadRubrics } from "chengxin/node";
 *
 * const scheme = compileScheme(await loadRubrics("rubrics"), "gongzhu-2023");
 * const assessment = score(scheme, await loadFactSheet("rubrics/examples/exactly-80.facts.yaml"));
 * const lines = renderText(assessment, { lang: "en" }).split("\n");
 * console.log(lines[0]); // Beijing integrity-enterprise evaluation 2023  gongzhu-2023@2023.1
 * console.log(lines.find((line) => line.startsWith("score"))); // score: 80 (shown as 80.00)
 * ```
 */
export function renderText(result: Assessment | Explanation, options: RenderOptions = {}): string {
  expectResult("renderText", result);
  expectRenderOptions("renderText", options);
  return result.format === "chengxin/assessment@1"
    ? assessmentText(result, options.lang ?? "zh")
    : explanationText(result);
}
