/** Whether something applies, worked out from what is below it: what may yet leave both sides of a division. */
import type { Assessment, ComponentResult, NodeResult } from "../model/assessment.js";
import { coreOf } from "./combining.js";

/** `open`: it may yet turn out not to apply. */
export type Applies = "in" | "out" | "open";

export function appliesIn({ root, applicability, terms = {} }: ComponentResult): Applies {
  if (root) return nodeApplies(root);
  const isDropped = (terms.ifNotApplicable ?? "drop") === "drop";
  if (!applicability || !isDropped) return "in";
  return applicability.applies === "no" ? "out" : "open";
}

/** Whether a score that is open may turn out to be none: everything that is weighed may not apply. */
export function mayBeNothing({ score, components }: Assessment): boolean {
  return score.status === "open" && components.every((each) => each.weight === null || appliesIn(each) !== "in");
}

/** Of one whose sheet is named: whether it applies, also where it stays in with all or none of its points. */
export function bringsConditions(root: NodeResult): "yes" | "no" | "open" {
  const { status, applicability, steps, children } = root;
  const isReplaced = applicability?.applies === "no" || (status === "scored" && steps[0]?.op === "not-applicable");
  if (isReplaced || status === "not-applicable") return "no";
  if (status === "scored") return "yes";
  const mayBeEmpty = children && coreOf(children).every((child) => nodeApplies(child) !== "in");
  return applicability || mayBeEmpty ? "open" : "yes";
}

/** A group goes with the last of what is summed in it, a list with its last instance, and neither where it stays. */
export function nodeApplies(node: NodeResult): Applies {
  const { status, applicability, terms = {}, children } = node;
  if (status === "not-applicable") return "out";
  const stays = (terms.ifNotApplicable ?? "drop") !== "drop";
  if (status === "scored" || stays) return "in";
  if (applicability || isUnlisted(node)) return "open";
  return children && coreOf(children).every((child) => nodeApplies(child) !== "in") ? "open" : "in";
}

/** Which instances there are is not known. */
export function isUnlisted({ each }: NodeResult): boolean {
  return each !== undefined && each.state !== "given";
}
