/** `checklist`: items that hold add points, count, or climb a ladder. */
import { type Amount, amount, factor, formatAmount, plus, spelled, times, wholeAmount } from "../../base/amount.js";
import { exact } from "../../base/exact.js";
import type { ChecklistRule } from "../../model/scoring.js";
import { hullOf, plusHulls, pointHull } from "../hull.js";
import { bindLadder } from "../ladder.js";
import type { BoundRule, Known } from "../program.js";
import type { RuleContext } from "../rules.js";

export function bindChecklist(rule: ChecklistRule, context: RuleContext): BoundRule {
  switch (rule.mode) {
    case "sum":
      return bindSum(
        rule.items.map((item) => ({ fact: item.fact, points: amount(item.points) })),
        context,
      );
    case "per_item":
      return bindPerItem(rule, context);
    case "ladder":
      return bindItemLadder(rule, context);
  }
}

function bindSum(items: readonly { fact: string; points: Amount }[], { slot, finish }: RuleContext): BoundRule {
  const bound = items.map((item) => ({ slot: slot(item.fact), points: item.points, text: formatAmount(item.points) }));
  return {
    reads: bound.map((item) => item.slot),
    award: (known) => {
      const met = bound.filter((item) => known[item.slot]!.value === true);
      const result = met.reduce<Amount>((total, item) => plus(total, item.points), 0);
      const note = { met: met.length, of: bound.length };
      return finish(result, [
        { op: "checklist-sum", in: met.map((item) => item.text), out: formatAmount(result), note },
      ]);
    },
    hull: (known) =>
      bound
        .map(({ slot: item, points }) => itemHull(known[item]!, points))
        .reduce((total, item) => plusHulls(total, item), pointHull(0)),
  };
}

function itemHull(known: Known, points: Amount): ReturnType<typeof pointHull> {
  return known.state === "given" ? pointHull(known.value === true ? points : 0) : hullOf([0, points]);
}

function bindPerItem(rule: ChecklistRule & { mode: "per_item" }, { slot, constant }: RuleContext): BoundRule {
  const items = rule.items.map(slot);
  const start = amount(rule.start);
  const each = factor(exact(rule.each));
  const wanted = rule.count === "met";
  // The number that counts is all there is to know: as many results as items, and one more.
  const awards = Array.from({ length: items.length + 1 }, (_, n) => {
    const result = plus(start, times(wholeAmount(n), each));
    const note = { count: rule.count, of: items.length };
    return constant(result, [
      {
        op: "checklist-per-item",
        in: [spelled(rule.start), String(n), spelled(rule.each)],
        out: formatAmount(result),
        note,
      },
    ]);
  });
  const worth = (n: number): Amount => plus(start, times(wholeAmount(n), each));
  return {
    reads: items,
    award: (known) => awards[countOf(items, known, wanted)]!,
    hull: (known) => {
      const certain = countOf(items, known, wanted);
      return hullOf([worth(certain), worth(certain + openOf(items, known))]);
    },
  };
}

function bindItemLadder(rule: ChecklistRule & { mode: "ladder" }, { slot, finish, constant }: RuleContext): BoundRule {
  const items = rule.items.map(slot);
  const ladder = bindLadder(rule.tiers, true, "checklist-ladder", { finish, constant });
  return {
    reads: items,
    award: (known) => ladder.award(wholeAmount(countOf(items, known, true))),
    hull: (known) => {
      const met = countOf(items, known, true);
      const most = met + openOf(items, known);
      return ladder.hull({
        low: wholeAmount(met),
        lowOpen: false,
        high: wholeAmount(most),
        highOpen: false,
        whole: true,
      });
    },
  };
}

function countOf(items: readonly number[], known: readonly Known[], wanted: boolean): number {
  let count = 0;
  for (const item of items) if (known[item]!.value === wanted) count += 1;
  return count;
}

function openOf(items: readonly number[], known: readonly Known[]): number {
  let count = 0;
  for (const item of items) if (known[item]!.state !== "given") count += 1;
  return count;
}
