/** Results as JSON: keys in the order they were made, two spaces, one final newline. */
import { jsonText } from "../base/json-text.js";
import type { Assessment } from "../model/assessment.js";
import type { Explanation } from "../model/explanation.js";
import { expectResult } from "./arguments.js";

/**
 * The result in the form that is stored and compared, byte for byte: JSON (RFC 8259) with keys in the order they
 * were made, two spaces, one final newline. `JSON.parse` gives the result back.
 *
 * @throws TypeError when the argument is neither an assessment nor an explanation.
 *
 * @example
 * ```ts
 * import { compileScheme, renderJson, score } from "chengxin";
 * import { loadFactSheet, loadRubrics } from "chengxin/node";
 *
 * const scheme = compileScheme(await loadRubrics("rubrics"), "gongzhu-2023");
 * const assessment = score(scheme, await loadFactSheet("rubrics/examples/exactly-80.facts.yaml"));
 * const stored = renderJson(assessment);
 * console.log(stored.split("\n")[1]); // "format": "chengxin/assessment@1",
 * console.log(renderJson(JSON.parse(stored)) === stored); // true
 * ```
 */
export function renderJson(result: Assessment | Explanation): string {
  expectResult("renderJson", result);
  return jsonText(result);
}
