/** `parts`: several rules added; a part whose condition does not hold adds nothing and needs nothing. */
import { type Amount, amount, formatAmount, plus } from "../../base/amount.js";
import type { Day } from "../../base/calendar.js";
import type { Step } from "../../model/assessment.js";
import type { PartsRule } from "../../model/scoring.js";
import { type BoundConditional, bindConditional, blocking, stillOpen } from "../conditional.js";
import { joinHulls, plusHulls, pointHull } from "../hull.js";
import { distinct } from "../inner.js";
import type { Asked, BoundRule, Hull, Known } from "../program.js";
import type { RuleContext } from "../rules.js";

export function bindParts(rule: PartsRule, context: RuleContext): BoundRule {
  const parts = rule.parts.map((part, i) => bindConditional(part, i, context));
  const start = amount(rule.start);
  return {
    reads: distinct(parts.flatMap(({ reads }) => reads)),
    missable: parts.flatMap(({ when }) => when?.missable ?? []),
    asked: (known, asOf) => askedOf(parts, known, asOf),
    award: (known, asOf) => {
      let total: Amount = start;
      const terms = [formatAmount(start)];
      const steps = parts.map((part, index): Step => {
        if (part.holds(known, asOf) !== "true") {
          return { op: "part", in: [], out: "0", note: { index, title: rule.parts[index]!.title, when: "false" } };
        }
        const award = part.award(known, asOf);
        total = plus(total, award.points);
        terms.push(award.awarded.exact);
        return part.step("part", award);
      });
      return context.finish(total, [...steps, { op: "parts", in: terms, out: formatAmount(total) }]);
    },
    hull: (known, asOf) => parts.map((part) => partHull(part, known, asOf)).reduce(plusHulls, pointHull(start)),
  };
}

function askedOf(parts: readonly BoundConditional[], known: readonly Known[], asOf: Day): Asked {
  const needed: number[] = [];
  const possible: number[] = [];
  let stuck = false;
  for (const part of parts) {
    const holds = part.holds(known, asOf);
    if (holds === "false") continue;
    possible.push(...part.rule.reads);
    if (holds === "true") {
      needed.push(...part.rule.reads);
      continue;
    }
    const open = blocking(part, known);
    if (open.length === 0) stuck = true;
    needed.push(...open);
    possible.push(...stillOpen(part.when!.slots, known));
  }
  return { needed, possible, stuck };
}

/** A part whose condition is open may still be left out. */
function partHull(part: BoundConditional, known: readonly Known[], asOf: Day): Hull {
  switch (part.holds(known, asOf)) {
    case "false":
      return pointHull(0);
    case "true":
      return part.hull(known, asOf);
    case "unknown":
      return { ...joinHulls(part.hull(known, asOf), pointHull(0)), tight: false };
  }
}
