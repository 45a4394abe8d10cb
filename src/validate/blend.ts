/** `blend:` the sheets of a scheme, their weights, and what counts beside the weights. */
import type { Condition } from "../model/condition.js";
import type { DocumentValue } from "../model/document.js";
import type { Component } from "../model/rubric.js";
import { pointer } from "../base/pointer.js";
import { ofBlend } from "../messages/validate.js";
import { checkCondition } from "./condition-types.js";
import { readCondition } from "./conditions.js";
import type { DeclaredFacts } from "./declared-facts.js";
import { theOneKey } from "./dispatch.js";
import { all, given, someOf } from "./given.js";
import { checkUnique } from "./ids.js";
import { areDistinct } from "./options.js";
import { reportWeights } from "./weights.js";
import type { Report } from "./report.js";
import { id, listOf, oneOf, positive, yesNo } from "./scalars.js";
import { givenList, isMapping, part, shape } from "./shape.js";
import { optional, strictObject } from "./zod.js";

export const componentShape = strictObject({
  id,
  sheet: optional(id),
  one_of: optional(listOf(id)),
  weight: optional(positive),
  counts_as: optional(oneOf(["bonus", "deduction"])),
  outside: optional(oneOf(["keep", "clamp"])),
  applies_when: optional(part("condition")),
  may_be_not_applicable: optional(yesNo),
  if_not_applicable: optional(oneOf(["drop", "full", "zero"])),
});

interface BlendReading {
  readonly facts: DeclaredFacts;
  /** Whether the scheme says what becomes of the weights when a component does not apply. */
  readonly isAnswered: boolean;
  readonly report: Report;
}

interface ComponentDraft {
  readonly id: string | undefined;
  readonly weight: string | undefined;
  /** Has a weight, or should have one. */
  readonly isWeighted: boolean;
  readonly mayDrop: boolean;
  readonly path: string;
  readonly report: Report;
  readonly component: Component | undefined;
}

export function readBlend(value: DocumentValue | undefined, reading: BlendReading): readonly Component[] | undefined {
  const { report } = reading;
  const drafts = givenList(value, "/blend", report)?.map((each, i) =>
    readComponent(each, pointer("/blend", i), reading),
  );
  if (!drafts) return undefined;
  checkUnique(drafts);
  const weighted = drafts.filter(({ isWeighted }) => isWeighted);
  const weights = all(weighted.map(({ weight }) => weight));
  if (weights) reportWeights(weights, "/blend", report);
  const dropping = weighted.filter(({ mayDrop }) => mayDrop);
  if (weighted.length > 1 && dropping.length > 0 && !reading.isAnswered) {
    const ids = someOf(dropping.map(({ id, path }) => id ?? path));
    report.add("renormalise-unstated", dropping[0]!.path, { indicators: ids }, { part: "holder", ...ofBlend });
  }
  return all(drafts.map(({ component }) => component));
}

function readComponent(value: DocumentValue, path: string, reading: BlendReading): ComponentDraft {
  const name = isMapping(value) ? value["id"] : undefined;
  const report = reading.report.about("component", typeof name === "string" ? name : undefined);
  if (value === null) report.add("empty-entry", path);
  const { ok, fields, wrong } = shape(componentShape, value ?? undefined, path, report);
  const from = isMapping(value) ? theOneKey(value, ["sheet", "one_of"], path, report, { wrong }) : undefined;
  const share = isMapping(value) ? theOneKey(value, ["weight", "counts_as"], path, report, { wrong }) : undefined;
  const { id, weight, sheet, one_of: oneOf, counts_as: countsAs } = fields;
  const at = pointer(path, "applies_when");
  const appliesWhen: Condition | undefined = readCondition(fields.applies_when, at, report);
  if (appliesWhen) checkCondition(appliesWhen, reading.facts, at, report);
  const mayBeNotApplicable = fields.may_be_not_applicable ?? false;
  const ifNotApplicable = fields.if_not_applicable ?? "drop";
  const mayDrop = ifNotApplicable === "drop" && (mayBeNotApplicable || fields.applies_when !== undefined);
  const draft = { id, weight, isWeighted: share !== "counts_as", mayDrop, path, report, component: undefined };
  if (oneOf && !areDistinct(oneOf, pointer(path, "one_of"), report)) return draft;
  if (!ok || from === undefined || share === undefined) return draft;
  if (fields.applies_when !== undefined && !appliesWhen) return draft;
  const source = sheet === undefined ? { oneOf: oneOf ?? [] } : { sheet };
  const said = given({ id: fields.id, from: source, weight, countsAs, outside: fields.outside, appliesWhen });
  return { ...draft, component: { ...said, mayBeNotApplicable, ifNotApplicable, path } };
}
