/** What the score must reach for the goal of a scheme. */
import type { Condition } from "../model/condition.js";
import type { DecimalText, Interval } from "../model/numbers.js";
import type { Scheme } from "../model/rubric.js";

/** The goal's bound from below, where the goal needs it: at the top of its condition, or one of all that must hold. */
export function thresholdOf(scheme: Scheme): DecimalText | undefined {
  const when = scheme.outcomes.find((outcome) => outcome.id === scheme.goal)?.when;
  return when && needed(when).flatMap(({ low }) => low?.value ?? [])[0];
}

function needed(condition: Condition): readonly Interval[] {
  switch (condition.kind) {
    case "score":
      return [condition.interval];
    case "all":
      return condition.of.flatMap(needed);
    default:
      return [];
  }
}
