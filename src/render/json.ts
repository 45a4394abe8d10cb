/** Results as JSON: keys in the order they were made, two spaces, one final newline. */
import { jsonText } from "../base/json-text.js";
import type { Assessment } from "../model/assessment.js";

/** The assessment in the form that is stored and compared, byte for byte. */
export function renderJson(assessment: Assessment): string {
  return jsonText(assessment);
}
