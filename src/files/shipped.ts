/** The rubrics that come with the package. */
import { fileURLToPath } from "node:url";
import type { RubricSet } from "../model/rubric-set.js";
import { loadRubrics } from "./rubrics.js";

export function shippedRubrics(): Promise<RubricSet> {
  return loadRubrics(fileURLToPath(new URL("../../rubrics", import.meta.url)));
}
