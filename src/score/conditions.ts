/** Eligibility and preferences: every condition evaluated and reported, whatever the others say. */
import type { BoundCondition, BoundEligibility, View } from "../compile/program.js";
import type { Because, ConditionResult, EligibilityStatus } from "../model/assessment.js";
import type { EligibilityCondition, Preference } from "../model/rubric.js";

export function askEligibility(
  conditions: readonly EligibilityCondition[],
  bound: readonly BoundEligibility[],
  view: View,
): { readonly status: EligibilityStatus; readonly conditions: readonly ConditionResult[] } {
  const results = conditions.map((condition, i) => askCondition(condition, bound[i]!, view));
  const statuses = new Set(results.map((result) => result.status));
  const status = statuses.has("failed") ? "ineligible" : statuses.has("unknown") ? "undetermined" : "eligible";
  return { status, conditions: results };
}

export function askPreferences(
  preferences: readonly Preference[],
  bound: readonly BoundCondition[],
  view: View,
): readonly ConditionResult[] {
  return preferences.map((preference, i) => {
    const because: Because[] = [];
    const answer = bound[i]!.evaluate(view, because);
    return resultOf(preference, { require: preference.when }, STATUS[answer], because);
  });
}

/** A condition that does not apply counts as satisfied; so does one that holds whether it applies or not. */
function askCondition(
  condition: EligibilityCondition,
  { applies, require }: BoundEligibility,
  view: View,
): ConditionResult {
  const because: Because[] = [];
  const applicable = applies ? applies.evaluate(view, because) : "true";
  if (applicable === "false") return resultOf(condition, condition, "not-applicable", because);
  const answer = require.evaluate(view, because);
  const open = answer === "unknown" || (applicable === "unknown" && answer === "false");
  return resultOf(condition, condition, open ? "unknown" : STATUS[answer], because);
}

const STATUS = { true: "satisfied", false: "failed", unknown: "unknown" } as const;

function resultOf(
  { id, title, clause, source }: EligibilityCondition | Preference,
  { appliesWhen, require }: Pick<EligibilityCondition, "appliesWhen" | "require">,
  status: ConditionResult["status"],
  because: readonly Because[],
): ConditionResult {
  return {
    id,
    title,
    status,
    ...(clause !== undefined && { clause }),
    ...(source !== undefined && { source }),
    ...(appliesWhen && { appliesWhen }),
    asks: require,
    because,
  };
}
