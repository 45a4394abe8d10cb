/** Whether a component applies, worked out from its sheet: what may yet leave both sides of a division. */
import type { ComponentResult, NodeResult } from "../model/assessment.js";
import { coreOf } from "./combining.js";

/** `open`: it may yet turn out not to apply. */
export type Applies = "in" | "out" | "open";

export function appliesIn({ root, applicability, terms = {} }: ComponentResult): Applies {
  if (root) return nodeApplies(root);
  const isDropped = (terms.ifNotApplicable ?? "drop") === "drop";
  if (!applicability || !isDropped) return "in";
  return applicability.applies === "no" ? "out" : "open";
}

/** A group goes with the last of what is summed in it, a list with its last instance, and neither where it stays. */
function nodeApplies({ status, applicability, terms = {}, each, children }: NodeResult): Applies {
  if (status === "not-applicable") return "out";
  const stays = (terms.ifNotApplicable ?? "drop") !== "drop";
  if (status === "scored" || stays) return "in";
  const isUnlisted = each !== undefined && each.state !== "given";
  if (applicability || isUnlisted) return "open";
  return children && coreOf(children).every((child) => nodeApplies(child) !== "in") ? "open" : "in";
}
