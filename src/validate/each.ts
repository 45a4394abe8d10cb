/** Groups that are scored once for each instance of a list: which list, how the results are combined, what weighs them. */
import type { NumberFact } from "../model/fact.js";
import type { Each } from "../model/rubric.js";
import { pointer } from "../base/pointer.js";
import { exact } from "../base/exact.js";
import type { DeclaredFacts } from "./declared-facts.js";
import { isWithin } from "./domain.js";
import type { InstanceLists } from "./instances.js";
import type { NodeDraft } from "./nodes.js";
import type { Report } from "./report.js";

const COMBINED = ["mean", "weighted_mean", "min", "max"] as const;

interface EachFields {
  readonly each?: string | undefined;
  readonly combine?: string | undefined;
  readonly weight_by?: string | undefined;
}

/** What a group says of its instances; undefined where it says nothing, or not enough, which is then reported. */
export function readEach(
  { each: list, combine, weight_by: weightBy }: EachFields,
  wrong: ReadonlySet<string>,
  path: string,
  report: Report,
): Each | undefined {
  const weighted = combine === "weighted_mean";
  const unread = wrong.has("each") || wrong.has("combine");
  if (weightBy !== undefined && !unread && !(list !== undefined && weighted))
    report.add("weight-by-unused", pointer(path, "weight_by"), { fact: weightBy }, { part: "key" });
  if (list === undefined || wrong.has("combine")) return undefined;
  if (combine === undefined || combine === "sum") {
    const at = combine === undefined ? path : pointer(path, "combine");
    report.add("each-not-combined", at, { list, allowed: COMBINED }, combine === undefined ? { part: "holder" } : {});
    return undefined;
  }
  if (!weighted) return { list };
  if (weightBy === undefined) {
    if (!wrong.has("weight_by")) report.add("weight-by-unstated", path, { list }, { part: "holder" });
    return undefined;
  }
  return { list, weightBy };
}

/** Lists and weights of all groups, once every fact of the file is known. */
export function checkEach(
  nodes: readonly NodeDraft[] | undefined,
  facts: DeclaredFacts,
  lists: InstanceLists,
  around?: string,
): void {
  for (const { each, list, path, report, children } of nodes ?? []) {
    if (list === undefined) {
      checkEach(children, facts, lists, around);
      continue;
    }
    const at = pointer(path, "each");
    if (around !== undefined) report.add("each-nested", at, { list, around }, { part: "key" });
    else if (lists.check(list, at, report) && each?.weightBy !== undefined)
      checkWeight(each.weightBy, list, pointer(path, "weight_by"), facts, report);
    checkEach(children, facts, lists, list);
  }
}

/** Weights are numbers above 0 of the instances themselves: their sum divides. */
function checkWeight(id: string, list: string, path: string, facts: DeclaredFacts, report: Report): void {
  const fact = facts.get(id);
  // What nobody declares is told when files are linked.
  if (!fact) return;
  const data = { fact: id, list };
  if (!isNumber(fact) || fact.each !== list) {
    report.add("weight-by-unfit", path, data);
    return;
  }
  const domain = facts.domain(id);
  if (!domain) return;
  const { low } = domain;
  if (!low || low.value.n < 0n || isWithin(exact("0"), domain)) report.add("weight-may-be-zero", path, data);
}

function isNumber(fact: { readonly type: string }): fact is NumberFact {
  return fact.type === "integer" || fact.type === "decimal";
}
