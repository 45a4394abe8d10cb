/** What the score must reach for the goal of a scheme. */
import type { Condition } from "../model/condition.js";
import type { DecimalText, Interval } from "../model/numbers.js";
import type { Scheme } from "../model/rubric.js";

/** The goal's bound from below, where the goal needs it: at the top of its condition, or one of all that must hold. */
export function thresholdOf(scheme: Scheme): DecimalText | undefined {
  const when = scheme.outcomes.find((outcome) => outcome.id === scheme.goal)?.when;
  return when && needed(when, scheme).flatMap(({ low }) => low?.value ?? [])[0];
}

function needed(condition: Condition, scheme: Scheme): readonly Interval[] {
  switch (condition.kind) {
    case "score":
      return [condition.interval];
    case "band": {
      // Of the worst band that will do; with a hole above it, its lower end is still needed.
      const worst = condition.bands.at(-1);
      // An effect may give one of them whatever the score.
      if (scheme.effects.some(({ action }) => action.kind === "band" && condition.bands.includes(action.band)))
        return [];
      return scheme.bands.flatMap(({ id, interval }) => (id === worst ? [interval] : []));
    }
    case "all":
      return condition.of.flatMap((part) => needed(part, scheme));
    default:
      return [];
  }
}
