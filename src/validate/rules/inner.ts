/** Rules inside a rule: each has a title, and reads facts that are declared elsewhere in the sheet. */
import type { DocumentValue } from "../../model/document.js";
import type { ConditionalRule, InnerRule } from "../../model/scoring.js";
import { pointer } from "../../base/pointer.js";
import { checkCondition } from "../condition-types.js";
import { readCondition } from "../conditions.js";
import { isMapping, part } from "../shape.js";
import { readTitle } from "../titles.js";
import { optional } from "../zod.js";
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

/** With `when` beside the rule: all of its keys, and whether it must be there. */
export const whenKeys = { ...innerKeys, when: part("condition") };
export const optionalWhenKeys = { ...innerKeys, when: optional(part("condition")) };

export function readConditional(
  value: DocumentValue,
  path: string,
  reading: RuleReading,
  beside: InnerKeys,
): ConditionalRule | undefined {
  const inner = readInner(value, path, reading, beside);
  const asked = isMapping(value) ? value["when"] : undefined;
  if (asked === undefined || asked === null) return inner;
  const when = readCondition(asked, pointer(path, "when"), reading.report);
  return inner && when && { ...inner, when };
}

export function checkConditional({ when, ...inner }: ConditionalRule, path: string, check: RuleCheck): void {
  if (when) checkCondition(when, check.facts, pointer(path, "when"), check.report);
  checkInner(inner, path, check);
}

export function checkInner({ scoring }: InnerRule, path: string, check: RuleCheck): void {
  checkSingleRule(scoring, { ...check, path });
}

export function reachOfInner({ scoring }: InnerRule, path: string, check: RuleCheck): Reach | undefined {
  return reachOfSingleRule(scoring, { ...check, path });
}
