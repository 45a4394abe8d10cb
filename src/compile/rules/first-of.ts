/** `first_of`: the first rule whose condition holds; what the others read is not needed. */
import type { Day } from "../../base/calendar.js";
import { formatAmount } from "../../base/amount.js";
import type { Step } from "../../model/assessment.js";
import type { FirstOfRule } from "../../model/scoring.js";
import { type BoundConditional, bindConditional, blocking, stillOpen } from "../conditional.js";
import { joinHulls, pointHull } from "../hull.js";
import { distinct } from "../inner.js";
import type { Asked, BoundRule, Hull, Known } from "../program.js";
import type { RuleContext } from "../rules.js";

export function bindFirstOf({ of }: FirstOfRule, context: RuleContext): BoundRule {
  const options = of.map((option, i) => bindConditional(option, i, context));
  return {
    reads: distinct(options.flatMap(({ reads }) => reads)),
    missable: options.flatMap(({ when }) => when?.missable ?? []),
    asked: (known, asOf) => askedOf(options, known, asOf),
    award: (known, asOf) => {
      const index = options.findIndex((option) => option.holds(known, asOf) === "true");
      const passed = (index < 0 ? of : of.slice(0, index)).map(passedBy);
      if (index < 0) {
        return context.finish(0, [...passed, { op: "first-of", in: [], out: "0", note: { index: null } }]);
      }
      const award = options[index]!.award(known, asOf);
      const taken = options[index]!.step("option", award);
      const first = { op: "first-of", in: [], out: formatAmount(award.points), note: { index } };
      return context.finish(award.points, [...passed, taken, first]);
    },
    hull: (known, asOf) => hullOf(options, known, asOf),
  };
}

function passedBy({ title }: FirstOfRule["of"][number], index: number): Step {
  return { op: "option", in: [], out: null, note: { index, title, when: "false" } };
}

/** Behind a condition that is open nothing is certainly needed: it may be the last word. */
function askedOf(options: readonly BoundConditional[], known: readonly Known[], asOf: Day): Asked {
  let needed: readonly number[] | undefined;
  const possible: number[] = [];
  let stuck = false;
  for (const option of options) {
    const holds = option.holds(known, asOf);
    if (holds === "false") continue;
    if (holds === "unknown") {
      // Only the first open condition decides: behind it nothing is needed yet.
      if (!needed) {
        needed = blocking(option, known);
        stuck = needed.length === 0;
      }
      possible.push(...stillOpen(option.when!.slots, known));
    }
    possible.push(...option.rule.reads);
    if (holds === "true") {
      needed ??= option.rule.reads;
      break;
    }
  }
  return { needed: needed ?? [], possible, stuck };
}

/** Around every option that may still be the one, and 0 where none may be. */
function hullOf(options: readonly BoundConditional[], known: readonly Known[], asOf: Day): Hull {
  const hulls: Hull[] = [];
  for (const option of options) {
    const holds = option.holds(known, asOf);
    if (holds === "false") continue;
    const hull = option.hull(known, asOf);
    hulls.push(holds === "true" ? hull : { ...hull, tight: false });
    if (holds === "true") return hulls.reduce(joinHulls);
  }
  return [...hulls, pointHull(0)].reduce(joinHulls);
}
