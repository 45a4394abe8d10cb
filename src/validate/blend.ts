/** `blend:` the sheets of a scheme and their weights. */
import type { DocumentValue } from "../model/document.js";
import type { Component } from "../model/rubric.js";
import { pointer } from "../base/pointer.js";
import { theOneKey } from "./dispatch.js";
import { all, given } from "./given.js";
import { checkUnique } from "./ids.js";
import { areDistinct } from "./options.js";
import { reportWeights } from "./weights.js";
import type { Report } from "./report.js";
import { id, listOf, oneOf, positive } from "./scalars.js";
import { givenList, isMapping, shape } from "./shape.js";
import { optional, strictObject } from "./zod.js";

export const componentShape = strictObject({
  id,
  sheet: optional(id),
  one_of: optional(listOf(id)),
  weight: positive,
  outside: optional(oneOf(["keep", "clamp"])),
});

interface ComponentDraft {
  readonly id: string | undefined;
  readonly weight: string | undefined;
  readonly path: string;
  readonly report: Report;
  readonly component: Component | undefined;
}

export function readBlend(value: DocumentValue | undefined, report: Report): readonly Component[] | undefined {
  const drafts = givenList(value, "/blend", report)?.map((each, i) =>
    readComponent(each, pointer("/blend", i), report),
  );
  if (!drafts) return undefined;
  checkUnique(drafts);
  const weights = all(drafts.map(({ weight }) => weight));
  if (weights) reportWeights(weights, "/blend", report);
  return all(drafts.map(({ component }) => component));
}

function readComponent(value: DocumentValue, path: string, all: Report): ComponentDraft {
  const name = isMapping(value) ? value["id"] : undefined;
  const report = all.about("component", typeof name === "string" ? name : undefined);
  if (value === null) report.add("empty-entry", path);
  const { ok, fields, wrong } = shape(componentShape, value ?? undefined, path, report);
  const from = isMapping(value) ? theOneKey(value, ["sheet", "one_of"], path, report, { wrong }) : undefined;
  const { id, weight, sheet, one_of: oneOf } = fields;
  const draft = { id, weight, path, report, component: undefined };
  if (oneOf && !areDistinct(oneOf, pointer(path, "one_of"), report)) return draft;
  if (!ok || from === undefined) return draft;
  const source = sheet === undefined ? { oneOf: oneOf ?? [] } : { sheet };
  return {
    ...draft,
    component: given({ id: fields.id, from: source, weight: fields.weight, outside: fields.outside, path }),
  };
}
