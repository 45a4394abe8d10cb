/** `table`: the one row that holds the facts gives the points. */
import { type Amount, amount, formatAmount } from "../../base/amount.js";
import type { FactType } from "../../model/fact.js";
import type { TableCell, TableRule } from "../../model/scoring.js";
import { domainOf, intersect, isEmptyDomain } from "../domain.js";
import { hullOf } from "../hull.js";
import type { BoundRule, FactValue, Known } from "../program.js";
import type { RuleContext } from "../rules.js";
import { bindInterval } from "../tests.js";

interface BoundCell {
  readonly slot: number;
  readonly holds: (value: FactValue) => boolean;
  /** Whether the fact may still come to be in the cell. */
  readonly mayHold: (known: Known) => boolean;
}

export function bindTable(rule: TableRule, { slot, fact, constant }: RuleContext): BoundRule {
  const rows = rule.rows.map((row, index) => {
    const points = amount(row.points);
    const cells = row.cells.map((cell) => bindCell(cell, slot(cell.fact), fact(cell.fact).type));
    return {
      points,
      holds: (known: readonly Known[]) => cells.every((cell) => cell.holds(known[cell.slot]!.value!)),
      mayHold: (known: readonly Known[]) =>
        cells.every((cell) => {
          const now = known[cell.slot]!;
          return now.state === "given" ? cell.holds(now.value!) : cell.mayHold(now);
        }),
      award: constant(points, [{ op: "table", in: [], out: formatAmount(points), note: { row: index } }]),
    };
  });
  const reads = [...new Set(rule.rows.flatMap(({ cells }) => cells.map((cell) => slot(cell.fact))))];
  return {
    reads,
    // The rows hold every combination of values once, and the values are in their ranges: one row holds them.
    award: (known) => rows.find((row) => row.holds(known))!.award,
    // Each fact moves by itself, so that a row none of whose cells is out of reach can be reached.
    hull: (known) => hullOf(rows.filter((row) => row.mayHold(known)).map((row) => row.points)),
  };
}

function bindCell(cell: TableCell, slot: number, type: FactType): BoundCell {
  switch (cell.kind) {
    case "is":
      return { slot, holds: (value) => value === cell.value, mayHold: () => true };
    case "options":
      return { slot, holds: (value) => cell.options.includes(value as string), mayHold: () => true };
    case "interval": {
      const holds = bindInterval(cell.interval);
      const inside = domainOf(cell.interval, type === "integer");
      return {
        slot,
        holds: (value) => holds(value as Amount),
        mayHold: ({ domain }) => !isEmptyDomain(intersect(inside, domain!)),
      };
    }
  }
}
