/** `table`: what was read, and the row that holds it. */
import type { TableCell, TableRow, TableRule } from "../../model/scoring.js";
import { factTitle, optionTitle } from "../facts.js";
import { bracketText } from "../figures.js";
import { namedRead, stepOf } from "../reads.js";
import type { RuleTeller } from "../rules.js";
import { type Telling, say } from "../telling.js";

export const tellTable: RuleTeller<TableRule> = {
  told: (leaf, telling) => {
    const index = Number(stepOf(leaf, "table")!.note!["row"]);
    const reads = leaf.read.map((read) => namedRead(read, leaf, telling));
    const row = rowText(leaf.standard.rows[index]!, telling);
    return {
      chain: [
        reads.join(say(telling, "；", "; ")),
        say(telling, `对应表中第 ${index + 1} 行（${row}）`, `row ${index + 1} of the table (${row})`),
      ],
      details: [],
    };
  },
  standard: ({ rows }, telling) =>
    rows.map((row) =>
      say(telling, `${rowText(row, telling)}：${row.points} 分`, `${rowText(row, telling)}: ${row.points} points`),
    ),
};

function rowText({ cells }: TableRow, telling: Telling): string {
  return cells.map((cell) => cellText(cell, telling)).join(say(telling, "，", ", "));
}

function cellText(cell: TableCell, telling: Telling): string {
  const title = factTitle(cell.fact, telling);
  switch (cell.kind) {
    case "is":
      return cell.value
        ? say(telling, `${title}为“是”`, `${title}: yes`)
        : say(telling, `${title}为“否”`, `${title}: no`);
    case "options": {
      const declared = telling.facts.get(cell.fact);
      const options = declared && "options" in declared ? declared.options : undefined;
      const titles = cell.options.map((option) => optionTitle(option, options, telling));
      return say(telling, `${title}为“${titles.join("”或“")}”`, `${title}: ${titles.join(" or ")}`);
    }
    case "interval":
      return `${title} ${bracketText(cell.interval)}`;
  }
}
