/** `instances:` of a fact sheet: the entries of each list, each with facts, judgements and what does not apply. */
import type { DocumentValue } from "../model/document.js";
import type { SuppliedInstance, SuppliedList } from "../model/fact.js";
import { MAX_INSTANCES } from "../base/instances.js";
import { pointer } from "../base/pointer.js";
import { places } from "../messages/validate.js";
import { readJudgements, readNotApplicable } from "./facts-sections.js";
import { readSuppliedFacts } from "./facts-supplied.js";
import { given } from "./given.js";
import type { Report } from "./report.js";
import { id, text } from "./scalars.js";
import { isFilled, isGivenMapping, isList, part, shape } from "./shape.js";
import { optional, strictObject } from "./zod.js";

export const instanceShape = strictObject({
  id,
  title: optional(text),
  facts: optional(part("supplied-facts")),
  judgements: optional(part("judgements")),
  not_applicable: optional(part("not-applicable")),
});

/** Undefined where no list is given; sorted by list. */
export function readInstances(value: DocumentValue | undefined, report: Report): readonly SuppliedList[] | undefined {
  if (value === undefined || !isGivenMapping(value, "/instances", report)) return undefined;
  const lists = Object.keys(value)
    .sort()
    .map((list) => readList(list, value[list]!, pointer("/instances", list), report))
    .filter((list) => list !== undefined);
  return lists.length === 0 ? undefined : lists;
}

/** One entry that cannot be used makes the list invalid: what it would have said bears on all that is combined. */
function readList(list: string, value: DocumentValue, path: string, report: Report): SuppliedList | undefined {
  if (!isFilled(value, path, report)) return undefined;
  if (!isList(value)) {
    report.add("not-a-list", path, { got: "" });
    return { list, entries: [], invalid: true };
  }
  if (value.length > MAX_INSTANCES) {
    report.add("too-many-instances", path, { list, count: value.length, limit: MAX_INSTANCES }, { part: "key" });
    return { list, entries: [], invalid: true };
  }
  const entries = value.map((entry, i) => readInstance(entry, pointer(path, i), report));
  const usable = entries.filter((entry) => entry !== undefined);
  const right = areDistinct(usable, path, report) && usable.length === entries.length;
  return right ? { list, entries: usable } : { list, entries: [], invalid: true };
}

function readInstance(value: DocumentValue, path: string, report: Report): SuppliedInstance | undefined {
  if (value === null) report.add("empty-entry", path);
  if (value === null || !isGivenMapping(value, path, report)) return undefined;
  const { ok, fields } = shape(instanceShape, value, path, report);
  const facts = readSuppliedFacts(fields.facts, report, pointer(path, "facts"));
  const judgements = readJudgements(fields.judgements, report, pointer(path, "judgements"));
  const notApplicable = readNotApplicable(fields.not_applicable, report, pointer(path, "not_applicable"));
  if (!ok) return undefined;
  return given({ id: fields.id, title: fields.title, facts, judgements, notApplicable });
}

function areDistinct(instances: readonly SuppliedInstance[], path: string, report: Report): boolean {
  const first = new Map<string, number>();
  for (const [i, instance] of instances.entries()) {
    const before = first.get(instance.id);
    if (before === undefined) {
      first.set(instance.id, i);
      continue;
    }
    const related = [{ path: pointer(pointer(path, before), "id"), message: places.firstHere }];
    report.add("duplicate-id", pointer(pointer(path, i), "id"), { id: instance.id }, { related });
  }
  return first.size === instances.length;
}
