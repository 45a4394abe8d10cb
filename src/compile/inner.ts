/** Rules inside a rule, bound to the same facts: what each comes to, and how it is printed among the steps of the leaf. */
import { deepFreeze } from "../base/freeze.js";
import type { Day } from "../base/calendar.js";
import type { Step } from "../model/assessment.js";
import type { InnerRule } from "../model/scoring.js";
import { pointHull } from "./hull.js";
import type { Award, BoundRule, Hull, Known } from "./program.js";
import type { RuleContext } from "./rules.js";

export interface BoundInner {
  readonly rule: BoundRule;
  readonly award: (known: readonly Known[], asOf: Day) => Award;
  /** A point where all facts are given. */
  readonly hull: (known: readonly Known[], asOf: Day) => Hull;
  /** How it came to its points; `facts` are those it read, in its own order. */
  readonly step: (op: string, award: Award) => Step;
}

export function bindInner({ title, scoring }: InnerRule, index: number, context: RuleContext): BoundInner {
  const names = new Map<number, string>();
  const slot = (fact: string): number => {
    const found = context.slot(fact);
    names.set(found, fact);
    return found;
  };
  const rule = context.bind(scoring, {
    ...context,
    slot,
    finish: context.bare,
    constant: (points, steps) => deepFreeze(context.bare(points, steps)),
  });
  const facts = rule.reads.map((read) => names.get(read)!);
  return {
    rule,
    award: rule.award,
    hull: (known, asOf) =>
      rule.reads.every((read) => known[read]!.state === "given")
        ? pointHull(rule.award(known, asOf).points)
        : rule.hull(known, asOf),
    step: (op, { steps, awarded }) => ({ op, in: [], out: awarded.exact, note: { index, title, facts, steps } }),
  };
}

/** Each slot once, in the order in which they are first read. */
export function distinct(slots: readonly number[]): readonly number[] {
  return [...new Set(slots)];
}
