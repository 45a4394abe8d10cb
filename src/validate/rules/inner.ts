/** Rules inside a rule: each has a title, and reads facts that are declared elsewhere in the sheet. */
import type { DocumentValue } from "../../model/document.js";
import type { InnerRule } from "../../model/scoring.js";
import { pointer } from "../../base/pointer.js";
import { isMapping, part } from "../shape.js";
import { readTitle } from "../titles.js";
import type { InnerKeys, Reach, RuleCheck, RuleReading } from "./rule.js";
import { checkSingleRule, reachOfSingleRule, readSingleRule } from "./single.js";

export const innerKeys = { title: part("title") };

export function readInner(
  value: DocumentValue,
  path: string,
  { report, leaf }: RuleReading,
  beside: InnerKeys,
): InnerRule | undefined {
  const scoring = readSingleRule({ value, path, report, leaf, beside });
  const said = isMapping(value) ? value["title"] : undefined;
  // That nothing stands behind the key has been told.
  const title = said === null ? undefined : readTitle(said, pointer(path, "title"), report);
  return scoring && title !== undefined ? { title, scoring } : undefined;
}

export function checkInner({ scoring }: InnerRule, path: string, check: RuleCheck): void {
  checkSingleRule(scoring, { ...check, path });
}

export function reachOfInner({ scoring }: InnerRule, path: string, check: RuleCheck): Reach | undefined {
  return reachOfSingleRule(scoring, { ...check, path });
}
