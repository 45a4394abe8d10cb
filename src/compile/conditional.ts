/** Rules that a condition switches on: whether it holds, and what there is to know while it is open. */
import type { Day } from "../base/calendar.js";
import type { Truth } from "../model/assessment.js";
import type { ConditionalRule } from "../model/scoring.js";
import { type BoundInner, bindInner } from "./inner.js";
import type { BoundCondition, Known } from "./program.js";
import type { RuleContext } from "./rules.js";

export interface BoundConditional extends BoundInner {
  /** True where there is no condition. */
  readonly holds: (known: readonly Known[], asOf: Day) => Truth;
  readonly when: BoundCondition | undefined;
  /** Of the condition and of the rule, in the order in which they are printed. */
  readonly reads: readonly number[];
}

export function bindConditional(rule: ConditionalRule, index: number, context: RuleContext): BoundConditional {
  const when = rule.when && context.condition(rule.when);
  const inner = bindInner(rule, index, context);
  return {
    ...inner,
    when,
    holds: (known, asOf) => when?.evaluate({ known, asOf }, null) ?? "true",
    reads: [...(when?.slots ?? []), ...inner.rule.reads],
  };
}

/**
 * Facts without which an open condition stays open: what may still be supplied or put right; only where there is no
 * such fact, those that are finally missing.
 */
export function blocking({ when }: BoundConditional, known: readonly Known[]): readonly number[] {
  const open = stillOpen(when?.slots ?? [], known);
  const hopeful = open.filter((slot) => known[slot]!.state !== "missing");
  return hopeful.length > 0 ? hopeful : open;
}

/** Of an open condition, what it waits for. */
export function stillOpen(slots: readonly number[], known: readonly Known[]): readonly number[] {
  return slots.filter((slot) => known[slot]!.state !== "given");
}
